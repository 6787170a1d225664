/* Weighing what files, pages, lists and editors say of a photo. */
#include "desk.h"

/* What a test puts on the scales, and the result. */
typedef struct scales {
    cut_arena arena;
    const cutline_record *files[4];
    size_t file_count;
    cut_page_item items[4];
    cut_effective_item shown[4];
    size_t item_count;
    cut_hand_value hand[4];
    size_t hand_count;
    cut_effective out;
} scales;

static int setup(void **state)
{
    scales *s = calloc(1, sizeof *s);
    cut_arena_init(&s->arena, 64 << 20);
    *state = s;
    return 0;
}

static int teardown(void **state)
{
    scales *s = *state;
    for (size_t i = 0; i < s->file_count; i++) {
        union {
            const cutline_record *in;
            cutline_record *out;
        } r = {s->files[i]};
        cutline_record_free(r.out);
    }
    cut_arena_release(&s->arena);
    free(s);
    return 0;
}

/* A file by name with a credit field, or NULL, and a caption, or NULL. */
static void file(scales *s, const char *path, const char *credit, const char *caption)
{
    desk_photo photo = {.path = path};
    size_t n = 0;
    if (credit)
        photo.fields[n++] = (desk_field){"credit", credit};
    if (caption)
        photo.fields[n++] = (desk_field){"caption", caption};
    s->files[s->file_count++] = desk_record(&photo);
}

static void item(scales *s, cut_page_kind kind, const char *path, const char *text)
{
    cut_page_item *it = &s->items[s->item_count];
    it->text = text;
    assert_int_equal(cut_caption_parse(&s->arena, cut_str_from(text), &it->caption, NULL),
                     CUTLINE_OK);
    s->shown[s->item_count++] = (cut_effective_item){it, kind, path};
}

static void hand(scales *s, const char *field, const char *value)
{
    s->hand[s->hand_count++] = (cut_hand_value){.field = field, .value = value};
}

static const cut_effective *weigh(scales *s)
{
    cut_effective_input input = {.files = s->files,
                                 .file_count = s->file_count,
                                 .items = s->shown,
                                 .item_count = s->item_count,
                                 .hand = s->hand,
                                 .hand_count = s->hand_count};
    assert_int_equal(cut_effective_weigh(&s->arena, &input, &s->out, NULL), CUTLINE_OK);
    return &s->out;
}

static const char *field_text(const cut_effective *e, const char *name)
{
    return e->by_index[cut_field_index(cut_str_from(name))]
               ? e->by_index[cut_field_index(cut_str_from(name))]->values[0].text
               : NULL;
}

/* ---- fields -------------------------------------------------------------------------------------
 */

static void hand_before_file_before_page(void **state)
{
    scales *s = *state;
    item(s, CUT_PAGE_ARTICLE, "/p", "A page's words. REUTERS/Denis Balibouse");
    assert_string_equal(field_text(weigh(s), "caption"), "A page's words. REUTERS/Denis Balibouse");
    assert_int_equal(s->out.captions.v[0].origin, CUTLINE_ORIGIN_PAGE);
    file(s, "/b", NULL, "The second file's words.");
    file(s, "/c", NULL, "The third file's words.");
    assert_string_equal(field_text(weigh(s), "caption"), "The second file's words.");
    assert_int_equal(s->out.captions.n, 3);
    hand(s, "caption", "An editor's words.");
    assert_string_equal(field_text(weigh(s), "caption"), "An editor's words.");
    assert_int_equal(s->out.captions.n, 4);
    assert_int_equal(s->out.captions.v[0].origin, CUTLINE_ORIGIN_HAND);
    assert_null(s->out.captions.v[0].where);
}

static void an_empty_hand_value_blanks_a_field(void **state)
{
    scales *s = *state;
    file(s, "/a", "REUTERS", "A caption.");
    item(s, CUT_PAGE_ARTICLE, "/p", "Another. AFP/Jane Roe");
    hand(s, "caption", "");
    hand(s, "credit", "");
    const cut_effective *e = weigh(s);
    assert_null(field_text(e, "caption"));
    assert_false(e->has_caption);
    assert_int_equal(e->captions.n, 2);
    assert_null(e->credit.line);
    assert_int_equal(e->credit_origin, CUTLINE_ORIGIN_NONE);
}

static void hand_lists_are_split(void **state)
{
    scales *s = *state;
    hand(s, "keywords", " truce ;; Aleppo;");
    const cut_effective *e = weigh(s);
    const cutline_field *f = e->by_index[cut_field_index(CUT_STR("keywords"))];
    assert_int_equal(f->count, 2);
    assert_string_equal(f->values[0].text, "truce");
    assert_string_equal(f->values[1].text, "Aleppo");
    assert_string_equal(cut_field_text(&s->arena, f, "|"), "truce|Aleppo");
}

/* ---- credit -------------------------------------------------------------------------------------
 */

static void expect_credit(const cut_effective *e, const char *line, cutline_origin origin,
                          const char *where, size_t conflicts)
{
    assert_string_equal(e->credit.line, line);
    assert_int_equal(e->credit_origin, origin);
    if (where)
        assert_string_equal(e->credit_where, where);
    else
        assert_null(e->credit_where);
    assert_int_equal(e->conflicts.count, conflicts);
}

static void a_file_outranks_list_and_page(void **state)
{
    scales *s = *state;
    item(s, CUT_PAGE_LIST, "/list", "L. (AP Photo/Jane Roe)");
    item(s, CUT_PAGE_ARTICLE, "/page", "P. REUTERS/Denis Balibouse");
    expect_credit(weigh(s), "AP Photo/Jane Roe", CUTLINE_ORIGIN_LIST, "/list", 1);
    assert_string_equal(s->out.conflicts.items[0], "REUTERS/Denis Balibouse");
    file(s, "/a", "AFP", NULL);
    expect_credit(weigh(s), "AFP", CUTLINE_ORIGIN_XMP, "/a", 2);
}

static void an_agency_outranks_none(void **state)
{
    scales *s = *state;
    file(s, "/a", "Denis Balibouse", NULL);
    item(s, CUT_PAGE_ARTICLE, "/p", "P. (AP Photo/Jane Roe)");
    expect_credit(weigh(s), "AP Photo/Jane Roe", CUTLINE_ORIGIN_PAGE, "/p", 1);
}

static void a_fuller_credit_that_agrees_completes(void **state)
{
    scales *s = *state;
    file(s, "/a", "REUTERS", NULL);
    item(s, CUT_PAGE_ARTICLE, "/p", "P. REUTERS/Denis Balibouse");
    item(s, CUT_PAGE_ARTICLE, "/q", "Q. (AP Photo/Jane Roe)");
    expect_credit(weigh(s), "REUTERS/Denis Balibouse", CUTLINE_ORIGIN_PAGE, "/p", 1);
    assert_string_equal(s->out.conflicts.items[0], "AP Photo/Jane Roe");
}

static void spelling_makes_no_conflict(void **state)
{
    scales *s = *state;
    file(s, "/a", "REUTERS/Denis Balibouse", "A. Reuters/D. Balibouse");
    item(s, CUT_PAGE_ARTICLE, "/p", "P. REUTERS/DENIS BALIBOUSE");
    item(s, CUT_PAGE_ARTICLE, "/q", "Q. REUTERS");
    expect_credit(weigh(s), "REUTERS/Denis Balibouse", CUTLINE_ORIGIN_XMP, "/a", 0);
}

static void rivals_are_told_once(void **state)
{
    scales *s = *state;
    file(s, "/a", "REUTERS/Denis Balibouse", "A. (AP Photo/Jane Roe)");
    item(s, CUT_PAGE_ARTICLE, "/p", "P. AP Photo/JANE ROE");
    expect_credit(weigh(s), "REUTERS/Denis Balibouse", CUTLINE_ORIGIN_XMP, "/a", 1);
    assert_string_equal(s->out.findings.list.v[0].code, "credit-conflict");
}

static void a_hand_credit_settles_it(void **state)
{
    scales *s = *state;
    file(s, "/a", "REUTERS/Denis Balibouse", "A. (AP Photo/Jane Roe)");
    hand(s, "credit", "AFP/Somebody Else");
    expect_credit(weigh(s), "AFP/Somebody Else", CUTLINE_ORIGIN_HAND, NULL, 0);
    assert_string_equal(s->out.credit.agencies.items[0], "AFP");
}

static void a_hand_byline_corrects_the_credit(void **state)
{
    scales *s = *state;
    file(s, "/a", "REUTERS", NULL);
    hand(s, "byline", "Jane Roe");
    const cut_effective *e = weigh(s);
    expect_credit(e, "REUTERS/Jane Roe", CUTLINE_ORIGIN_HAND, NULL, 0);
    assert_string_equal(e->credit.photographers.items[0], "Jane Roe");
    /* A line that names somebody else would be wrong now. */
    file(s, "/b", "REUTERS/Denis Balibouse", NULL);
    expect_credit(weigh(s), "REUTERS/Jane Roe", CUTLINE_ORIGIN_HAND, NULL, 0);
    /* Credit and byline as Photo Mechanic has them: two fields for one line. */
    hand(s, "credit", "Getty Images");
    expect_credit(weigh(s), "Jane Roe/Getty Images", CUTLINE_ORIGIN_HAND, NULL, 0);
}

static void an_agency_typed_as_source_is_credited_where_nothing_else_is(void **state)
{
    scales *s = *state;
    file(s, "/a", NULL, "A boat.");
    hand(s, "source", "dpa");
    expect_credit(weigh(s), "dpa", CUTLINE_ORIGIN_HAND, NULL, 0);
    hand(s, "byline", "Jane Roe");
    expect_credit(weigh(s), "Jane Roe/dpa", CUTLINE_ORIGIN_HAND, NULL, 0);
    file(s, "/b", "REUTERS", NULL);
    expect_credit(weigh(s), "REUTERS/Jane Roe", CUTLINE_ORIGIN_HAND, NULL, 0);
    hand(s, "credit", "");
    assert_null(weigh(s)->credit.line);
}

static void a_source_that_is_no_agency_gives_no_credit(void **state)
{
    scales *s = *state;
    file(s, "/a", NULL, "A boat.");
    hand(s, "source", "Desk");
    assert_null(weigh(s)->credit.line);
}

/* ---- facts --------------------------------------------------------------------------------------
 */

static void places_are_not_mixed(void **state)
{
    scales *s = *state;
    file(s, "/a", NULL, "Something.");
    item(s, CUT_PAGE_ARTICLE, "/p", "P. REUTERS/Denis Balibouse");
    s->items[0].caption.place = (cutline_place){"Paris", NULL, "France"};
    hand(s, "city", "Geneva");
    const cut_effective *e = weigh(s);
    assert_string_equal(e->place.city, "Geneva");
    assert_null(e->place.country);
    s->hand_count = 0;
    e = weigh(s);
    assert_string_equal(e->place.city, "Paris");
    assert_string_equal(e->place.country, "France");
}

static void restrictions_add_up(void **state)
{
    scales *s = *state;
    static const char *const sales[] = {"no_sales"}, *const archive[] = {"no_archive", "no_sales"};
    file(s, "/a", NULL, "A.");
    item(s, CUT_PAGE_ARTICLE, "/p", "P.");
    item(s, CUT_PAGE_ARTICLE, "/q", "Q.");
    s->items[0].caption.restrictions = (cutline_strings){sales, 1};
    s->items[1].caption.restrictions = (cutline_strings){archive, 2};
    s->items[1].caption.file_photo = true;
    const cut_effective *e = weigh(s);
    assert_int_equal(e->restrictions.count, 2);
    assert_string_equal(e->restrictions.items[0], "no_archive");
    assert_string_equal(e->restrictions.items[1], "no_sales");
    assert_true(e->file_photo);
}

static void persons_by_hand_keep_their_positions(void **state)
{
    scales *s = *state;
    static const cutline_person people[] = {{"John Kerry", "L"}, {"Staffan de Mistura", "R"}};
    item(s, CUT_PAGE_ARTICLE, "/p", "P.");
    s->items[0].caption.persons = people;
    s->items[0].caption.person_count = 2;
    assert_int_equal(weigh(s)->person_count, 2);
    hand(s, "persons_shown", "STAFFAN DE MISTURA; Somebody Else");
    const cut_effective *e = weigh(s);
    assert_int_equal(e->person_count, 2);
    assert_string_equal(e->persons[0].position, "R");
    assert_null(e->persons[1].position);
}

static void ids_come_most_trusted_first_and_once(void **state)
{
    scales *s = *state;
    desk_photo photo = {.path = "/a", .ids = "bare:55350159 getty:527341234"};
    s->files[s->file_count++] = desk_record(&photo);
    item(s, CUT_PAGE_ARTICLE, "/p", "P.");
    desk_ids(&s->arena, "getty:527341234 aawsat:55350159", "page", CUTLINE_TRUST_STRONG,
             &s->items[0].ids);
    const cut_effective *e = weigh(s);
    assert_int_equal(e->ids.n, 3);
    assert_string_equal(e->ids.v[0].ns, "aawsat");
    assert_string_equal(e->ids.v[1].evidence, "page");
    assert_string_equal(e->ids.v[2].ns, "bare");
    assert_true(!e->own[0] && e->own[1] && e->own[2]);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(hand_before_file_before_page),
        TEST(an_empty_hand_value_blanks_a_field),
        TEST(hand_lists_are_split),
        TEST(a_file_outranks_list_and_page),
        TEST(an_agency_outranks_none),
        TEST(a_fuller_credit_that_agrees_completes),
        TEST(spelling_makes_no_conflict),
        TEST(rivals_are_told_once),
        TEST(a_hand_credit_settles_it),
        TEST(a_hand_byline_corrects_the_credit),
        TEST(an_agency_typed_as_source_is_credited_where_nothing_else_is),
        TEST(a_source_that_is_no_agency_gives_no_credit),
        TEST(places_are_not_mixed),
        TEST(restrictions_add_up),
        TEST(persons_by_hand_keep_their_positions),
        TEST(ids_come_most_trusted_first_and_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
