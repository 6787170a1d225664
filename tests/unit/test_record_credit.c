/* The credit of a photo, weighed from its fields and its caption: a row a rule. */
#include "unit.h"

#include "photo.h"

#include "record/credit.h"
#include "record/credit_names.h"

typedef struct weighing {
    const char *why; /* the rule */
    /* What the fields say; NULL: nothing. */
    const char *credit, *byline, *source, *caption;
    /* What comes of it. */
    const char *line, *agencies, *photographers, *origin;
    const char *finding; /* a code that must be there; NULL: no credit finding may be */
} weighing;

static const weighing weighings[] = {
    {"the field names all", "REUTERS/Denis Balibouse", "Denis Balibouse", NULL, "A ship.",
     "REUTERS/Denis Balibouse", "Reuters", "Denis Balibouse", "iim", NULL},
    {"an agency alone takes the byline in the agency's form", "REUTERS", "Denis Balibouse", NULL,
     "A ship.", "REUTERS/Denis Balibouse", "Reuters", "Denis Balibouse", "iim", NULL},
    {"the byline in capitals is written as a name", "REUTERS", "DENIS BALIBOUSE", NULL, NULL,
     "REUTERS/Denis Balibouse", "Reuters", "Denis Balibouse", "iim", NULL},
    {"AP names itself AP Photo", "AP", "Piotr Wasik", NULL, NULL, "AP Photo/Piotr Wasik", "AP",
     "Piotr Wasik", "iim", NULL},
    {"others come last", "AFP", "Amina Wanjiru", NULL, NULL, "Amina Wanjiru/AFP", "AFP",
     "Amina Wanjiru", "iim", NULL},
    {"a chain stays a chain", "AFP/Getty Images", "Fabrice Coffrini", NULL, NULL,
     "Fabrice Coffrini/AFP/Getty Images", "AFP, Getty Images", "Fabrice Coffrini", "iim", NULL},
    {"the caption names more", "REUTERS", NULL, NULL, "A ship. REUTERS/Denis Balibouse",
     "REUTERS/Denis Balibouse", "Reuters", "Denis Balibouse", "caption", NULL},
    {"the caption names less", "REUTERS/Denis Balibouse", NULL, NULL, "A ship. REUTERS",
     "REUTERS/Denis Balibouse", "Reuters", "Denis Balibouse", "iim", NULL},
    {"no field, the caption has it", NULL, NULL, NULL, "A ship. (AP Photo/Piotr Wasik)",
     "AP Photo/Piotr Wasik", "AP", "Piotr Wasik", "caption", NULL},
    {"the field points to the caption", "(Credit too long, see caption)", NULL, NULL,
     "A ship. (Photo by Fabrice Coffrini/AFP via Getty Images)",
     "Fabrice Coffrini/AFP via Getty Images", "AFP, Getty Images", "Fabrice Coffrini", "caption",
     "credit-in-caption"},
    {"a person alone takes the agency of the source", "Denis Balibouse", NULL, "REUTERS", NULL,
     "REUTERS/Denis Balibouse", "Reuters", "Denis Balibouse", "iim", NULL},
    {"byline and source make a credit", NULL, "Denis Balibouse", "REUTERS", NULL,
     "REUTERS/Denis Balibouse", "Reuters", "Denis Balibouse", "iim", NULL},
    {"a byline alone", NULL, "Ian Britton", NULL, NULL, "Ian Britton", "", "Ian Britton", "iim",
     NULL},
    {"a source alone", NULL, NULL, "REUTERS", NULL, "REUTERS", "Reuters", "", "iim", NULL},
    {"nothing", NULL, NULL, NULL, "A ship.", "", "", "", "none", NULL},
    {"field and caption name different people", "REUTERS/Denis Balibouse", NULL, NULL,
     "A ship. REUTERS/Jane Roe", "REUTERS/Denis Balibouse", "Reuters", "Denis Balibouse", "iim",
     "credit-conflict"},
    {"field and caption name different agencies", "AFP", NULL, NULL,
     "A ship. REUTERS/Denis Balibouse", "AFP", "AFP", "", "iim", "credit-conflict"},
    {"field and byline name different people", "REUTERS/Denis Balibouse", "Jane Roe", NULL, NULL,
     "REUTERS/Denis Balibouse", "Reuters", "Denis Balibouse", "iim", "credit-conflict"},
    {"initials and accents are no conflict", "REUTERS/Jürg Müller", "J. Muller", NULL, NULL,
     "REUTERS/Jürg Müller", "Reuters", "Jürg Müller", "iim", NULL},
    {"source tells who passed it on, no conflict", "REUTERS/Denis Balibouse", NULL, "AFP", NULL,
     "REUTERS/Denis Balibouse", "Reuters", "Denis Balibouse", "iim", NULL},
    {"an agency cut by IIM is written out", "Bartholomew Ng-Ames/Getty Images", NULL, NULL, NULL,
     "Bartholomew Ng-Ames/Getty Images", "Getty Images", "Bartholomew Ng-Ames", "iim", NULL},
    {"an agency cut by IIM is written out", "Bartholomew Ng-Amesworth/Getty I", NULL, NULL, NULL,
     "Bartholomew Ng-Amesworth/Getty Images", "Getty Images", "Bartholomew Ng-Amesworth", "iim",
     NULL},
    {"a byline cut by IIM is completed from the caption", "REUTERS",
     "Christopher Montgomery-Featherst", NULL,
     "A ship. Photo by Christopher Montgomery-Featherstonhaugh",
     "REUTERS/Christopher Montgomery-Featherstonhaugh", "Reuters",
     "Christopher Montgomery-Featherstonhaugh", "iim", NULL},
};

static const char *joined(const cutline_strings *list)
{
    static char out[2][512];
    static unsigned next;
    char *to = out[next++ % 2];
    size_t n = 0;
    to[0] = '\0';
    for (size_t i = 0; i < list->count; i++)
        n += (size_t)snprintf(to + n, sizeof out[0] - n, "%s%s", i ? ", " : "", list->items[i]);
    return to;
}

static void add_set(photo *p, size_t *n, unsigned number, const char *value)
{
    if (value)
        p->iim[(*n)++] = (photo_set){2, number, value, 0};
}

static void check(const weighing *w)
{
    photo p = {.xmp = NULL};
    size_t n = 0;
    p.iim[n++] = (photo_set){1, 90, "\x1B%G", 0};
    add_set(&p, &n, 110, w->credit);
    add_set(&p, &n, 80, w->byline);
    add_set(&p, &n, 115, w->source);
    add_set(&p, &n, 120, w->caption);
    cutline_record *record = photo_read(&p, CUTLINE_POLICY_NEWSROOM);
    const cutline_credit *credit = cutline_record_credit(record);
    print_message("%s\n", w->why);
    assert_string_equal(credit->line ? credit->line : "", w->line);
    assert_string_equal(joined(&credit->agencies), w->agencies);
    assert_string_equal(joined(&credit->photographers), w->photographers);
    assert_string_equal(cutline_origin_name(record->credit_origin), w->origin);
    static const char *const codes[] = {"credit-conflict", "credit-in-caption"};
    for (size_t i = 0; i < 2; i++) {
        bool wanted = w->finding && strcmp(codes[i], w->finding) == 0;
        assert_int_equal(photo_finding(record, codes[i], NULL) != NULL, wanted);
    }
    cutline_record_free(record);
}

static void credits_are_weighed(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof weighings / sizeof *weighings; i++)
        check(&weighings[i]);
}

/* The Getty block without an asset ID says nothing; with one it is the last resort. */
static void getty_is_told_by_its_asset_id(void **state)
{
    (void)state;
    photo p = {.xmp = "<GettyImagesGIFT:Personality><rdf:Bag><rdf:li>Jane Roe</rdf:li></rdf:Bag>"
                      "</GettyImagesGIFT:Personality>"};
    cutline_record *record = photo_read(&p, CUTLINE_POLICY_NEWSROOM);
    assert_null(cutline_record_credit(record)->line);
    cutline_record_free(record);
    p.xmp = "<GettyImagesGIFT:AssetID>527341234</GettyImagesGIFT:AssetID>";
    record = photo_read(&p, CUTLINE_POLICY_NEWSROOM);
    assert_string_equal(cutline_record_credit(record)->line, "Getty Images");
    cutline_record_free(record);
    p.iim[0] = (photo_set){2, 80, "Jane Roe", 0};
    record = photo_read(&p, CUTLINE_POLICY_NEWSROOM);
    assert_string_equal(cutline_record_credit(record)->line, "Jane Roe/Getty Images");
    cutline_record_free(record);
    p.iim[0].value = "STRINGER";
    record = photo_read(&p, CUTLINE_POLICY_NEWSROOM);
    assert_string_equal(cutline_record_credit(record)->line, "Getty Images");
    cutline_record_free(record);
}

static const char *line_of_copyright(const char *notice)
{
    static char out[256];
    photo p = {.iim = {{1, 90, "\x1B%G", 0}, {2, 116, notice, 0}}};
    cutline_record *record = photo_read(&p, CUTLINE_POLICY_NEWSROOM);
    const char *line = cutline_record_credit(record)->line;
    snprintf(out, sizeof out, "%s", line ? line : "");
    cutline_record_free(record);
    return out;
}

static void copyright_is_the_last_resort(void **state)
{
    (void)state;
    assert_string_equal(line_of_copyright("© Denis Balibouse"), "Denis Balibouse");
    assert_string_equal(line_of_copyright("Denis Balibouse"), "Denis Balibouse");
    assert_string_equal(line_of_copyright("(c) Maxar Technologies"), "Maxar Technologies");
    assert_string_equal(line_of_copyright("Free for all"), "");
}

static void several_bylines_stand_in_the_line(void **state)
{
    (void)state;
    photo p = {.iim = {{2, 110, "REUTERS", 0}, {2, 80, "Jane Roe", 0}, {2, 80, "Anna Berg", 0}}};
    cutline_record *record = photo_read(&p, CUTLINE_POLICY_NEWSROOM);
    assert_string_equal(cutline_record_credit(record)->line, "REUTERS/Jane Roe, Anna Berg");
    assert_int_equal(cutline_record_credit(record)->photographers.count, 2);
    cutline_record_free(record);
}

/* A hostile byline costs no more than a long one. */
static void thousands_of_bylines_are_no_burden(void **state)
{
    (void)state;
    cut_buf xmp;
    cut_buf_init(&xmp, 1 << 20);
    cut_buf_z(&xmp, "<dc:creator><rdf:Seq>");
    for (int i = 0; i < 1500; i++)
        cut_buf_z(&xmp, "<rdf:li>Jane Roe</rdf:li>");
    cut_buf_z(&xmp, "</rdf:Seq></dc:creator>");
    photo p = {.xmp = xmp.p};
    cutline_record *record = photo_read(&p, CUTLINE_POLICY_NEWSROOM);
    assert_int_equal(cutline_record_field(record, "byline")->count, 1500);
    assert_true(cutline_record_credit(record)->photographers.count < 100);
    cutline_record_free(record);
    cut_buf_release(&xmp);
}

static void names_compare_by_people_not_bytes(void **state)
{
    (void)state;
    cut_arena a;
    cut_arena_init(&a, 1 << 20);
    assert_true(cut_same_name(&a, "DENIS BALIBOUSE", "Denis Balibouse"));
    assert_true(cut_same_name(&a, "D. Balibouse", "Denis Balibouse"));
    assert_true(cut_same_name(&a, "Jürg Müller", "jurg muller"));
    assert_false(cut_same_name(&a, "Denis Balibouse", "Denis B."));
    assert_false(cut_same_name(&a, "", ""));
    assert_false(cut_same_name(&a, "Denis", "Denis Balibouse"));
    cut_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(credits_are_weighed),
        cmocka_unit_test(getty_is_told_by_its_asset_id),
        cmocka_unit_test(copyright_is_the_last_resort),
        cmocka_unit_test(several_bylines_stand_in_the_line),
        cmocka_unit_test(thousands_of_bylines_are_no_burden),
        cmocka_unit_test(names_compare_by_people_not_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
