/* Checks of captions: what each rule sees, and what it leaves alone. */
#include "unit.h"

#include <cutline/check.h>
#include <stdio.h>

/* ---- texts alone -------------------------------------------------------------------------------
 */

/* Codes of the faults with their bytes: "double-space@4 full-stop". */
static void list_faults(const cutline_faults *faults, char *out, size_t size)
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < faults->count && n < size; i++) {
        const cutline_fault *f = &faults->items[i];
        n += (size_t)snprintf(out + n, size - n, i > 0 ? " %s" : "%s", f->code);
        if (f->offset != CUTLINE_NO_OFFSET && n < size)
            n += (size_t)snprintf(out + n, size - n, "@%d", (int)f->offset);
    }
}

static void expect(const char *caption, const char *want)
{
    cutline_error err;
    cutline_faults *faults;
    char got[512];
    assert_int_equal(cutline_check_caption(caption, strlen(caption), &faults, &err), CUTLINE_OK);
    list_faults(faults, got, sizeof got);
    if (strcmp(got, want) != 0)
        fail_msg("%s\n  got  %s\n  want %s", caption, got, want);
    cutline_faults_free(faults);
}

#define TAIL " in Geneva, Switzerland, May 2, 2016. REUTERS/Denis Balibouse"

static void test_good(void **state)
{
    (void)state;
    expect("John Kerry speaks" TAIL, "");
    expect("A man (L) holds a .44 calibre gun at 3.5 metres ... and a 5'10\" pole" TAIL, "");
    expect("\"We agree,\" said Mr. Kerry of AT&T, a) first, 1) second" TAIL, "");
    expect("Das „Haus“ steht" TAIL, "");
    expect("Monday's talks end" TAIL, "");
    expect("NATO and US leaders speak" TAIL, "");
    expect("People walk in Sète, France, on Monday, May 2, 2016. EPA/JANE ROE", "");
}

static void test_style(void **state)
{
    (void)state;
    expect("John Kerry spoke" TAIL, "past-tense");
    expect("A man walked away" TAIL, "past-tense");
    expect("Kerry, left, was at the talks" TAIL, "past-tense");
    expect("A man who was arrested walks into court" TAIL, "");
    expect("Smoke rises over a house that burned" TAIL, "");
    expect("\"I was there\" says a sign" TAIL, "");
    expect("A view of the lake. It was calm" TAIL, "");
    expect("Kerry speaks today" TAIL, "relative-day@13");
    expect("A sign says \"Vote today\"" TAIL, "");
    expect("A sign says \u201CVote today\u201D" TAIL, "");
    expect("\u201CI was there\u201D says a sign" TAIL, "");
    expect("Kerry speaks\u2026 today\u2026" TAIL, "relative-day@16");
    expect(
        "Un homme marche aujourd\u2019hui dans la rue devant le palais de la ville avec des amis "
        "\u00E0 Paris le 2 mai 2016. REUTERS/Denis Balibouse",
        "relative-day@16");
    expect("A reader holds USA Today" TAIL, "");
    expect("Der Minister spricht heute im Parlament in Berlin. Foto: Lena Hofbauer/dpa",
           "no-date relative-day@21");
    expect("John Kerry speaks in Geneva on May 2, 2016. (AP Photo/Jane Roe)", "no-weekday@31");
    expect("John Kerry speaks in Geneva on Monday, May 2, 2016. (AP Photo/Jane Roe)", "");
    expect("Angela Merkel and Barack Obama shake hands" TAIL, "no-positions");
    expect("Angela Merkel (L) and Barack Obama shake hands" TAIL, "");
    expect("Angela Merkel listens to Barack Obama" TAIL, "");
    expect("A man walks in Herat on May 2, 2016. (Photo by Jane Roe / AFP)", "");
    expect("A man walks in Herat, May 2, 2016. REUTERS/Jane Roe", "no-place");
    expect("A man walks in London, May 2, 2016. REUTERS/Jane Roe", "");
    expect("A man walks" TAIL "  NO RESALES. NO ARCHIVES", "");
    expect("A man walks in Geneva, Switzerland, May 2, 2016.  REUTERS/Denis Balibouse", "");
    char text[2048] = "People walk";
    for (size_t i = strlen(text); i < 1200; i += 9)
        memcpy(text + i, " by water", 10);
    memcpy(text + strlen(text), TAIL, sizeof TAIL);
    expect(text, "too-long");
}

static void test_gaps(void **state)
{
    (void)state;
    expect("", "no-caption no-credit no-date no-place");
    expect("REUTERS/Denis Balibouse", "no-caption no-date no-place");
    expect("A man walks.", "no-credit no-date no-place");
    expect("A man walks in Geneva, Switzerland, May 2016. Handout via REUTERS", "no-date");
    expect("A man walks in Geneva, Switzerland, May 2, 2016. REUTERS", "no-photographer");
}

static void test_spacing(void **state)
{
    (void)state;
    expect("John  Kerry   speaks" TAIL, "double-space@4 double-space@11");
    expect("Kerry , left, speaks" TAIL, "stray-space@5");
    expect("Kerry speaks ; he left" TAIL, "stray-space@12");
    expect(" Kerry speaks" TAIL, "stray-space@0");
    expect("Kerry speaks" TAIL "\n", "stray-space@73");
    expect("Kerry met them.They left" TAIL, "missing-space@15");
    expect("Kerry speaks\nto all" TAIL, "line-break@12");
    expect("Kerry speaks in Geneva, Switzerland, May 2, 2016 (REUTERS/Denis Balibouse)",
           "full-stop");
    expect("متظاهرون يرفعون الأعلام في بغداد في 25 تشرين الأول 2019 (الفرنسية)", "no-photographer");
    expect(
        "Tennis - Geneva Open - Parc des Eaux-Vives, Geneva, Switzerland - May 2, 2016 Jane Roe in "
        "action REUTERS/Denis Balibouse",
        "");
}

static void test_form(void **state)
{
    (void)state;
    expect("Kerry (L speaks" TAIL, "brackets@6");
    expect("Kerry L) speaks]" TAIL, "brackets@15");
    expect("Kerry: \"We agree" TAIL, "quotes@7");
    expect("Kerry: “We agree" TAIL, "quotes@7");
    expect("JOHN KERRY SPEAKS WITH STAFFAN DE MISTURA AT THE TALKS IN GENEVA, SWITZERLAND, MAY 2, "
           "2016. REUTERS/Denis Balibouse",
           "capitals");
}

static void test_leftovers(void **state)
{
    (void)state;
    expect("<b>Kerry</b> speaks" TAIL, "markup@0");
    expect("Kerry &amp; co. speak" TAIL, "markup@6");
    expect("X"
           "XX speaks to TK" TAIL,
           "placeholder@14 placeholder@0");
    expect("{byline} and \\cc8\\ speak" TAIL, "code-left@0 code-left@13");
    expect("The cafÃ© is open" TAIL, "mojibake@7");
    expect("Kerry\xE2\x80\xAE speaks" TAIL, "control-character@5");
}

static void test_facts(void **state)
{
    (void)state;
    expect("A man walks in Geneva, Switzerland, on Tuesday, May 2, 2016. REUTERS/Denis Balibouse",
           "weekday@39");
    expect("Un homme marche à Genève, Suisse, le mardi 2 mai 2016. REUTERS/Denis Balibouse",
           "weekday@39");
    expect("A man walks in Geneva, Switzerland, May 2, 2016. Denis Balibouse/REUTERS",
           "credit-form");
    expect("A man walks in Geneva, Switzerland, May 2, 2016. EPA-EFE/JANE ROE", "");
    expect("A man walks in Geneva, Switzerland, May 2, 2016. (Photo by Jane Roe/AFP)", "");
}

/* ---- photos ------------------------------------------------------------------------------------
 */

static const cutline_photo plain = {
    .credit = {.line = "REUTERS/Denis Balibouse",
               .agencies = {(const char *const[]){"Reuters"}, 1},
               .photographers = {(const char *const[]){"Denis Balibouse"}, 1}},
    .place = {.city = "Geneva", .country = "Switzerland"},
    .date = "2016-05-02",
};

static void expect_photo(const cutline_photo *photo, const char *want)
{
    cutline_error err;
    cutline_faults *faults;
    char got[512];
    assert_int_equal(cutline_check_photo(photo, &faults, &err), CUTLINE_OK);
    list_faults(faults, got, sizeof got);
    assert_string_equal(got, want);
    cutline_faults_free(faults);
}

static void test_photo(void **state)
{
    (void)state;
    cutline_value caption = {.text = "A man walks in Basel, May 12, 2016."};
    cutline_value city = {.text = "Geneva"}, date = {.text = "2016-05-02"};
    cutline_value byline = {.text = "Maria-Magdalena Wolfenstein-Oberholzer"};
    cutline_field fields[] = {
        {.name = "caption", .values = &caption, .count = 1},
        {.name = "byline", .values = &byline, .count = 1},
        {.name = "city", .values = &city, .count = 1},
        {.name = "date_created", .values = &date, .count = 1},
    };
    const char *const rivals[] = {"EPA/JANE ROE"};
    cutline_photo photo = plain;
    photo.fields = fields;
    photo.field_count = 4;
    photo.credit_conflicts = (cutline_strings){rivals, 1};
    expect_photo(&photo, "credit-conflict date-differs city-differs iim-overflow@32");
    caption.text = "A man walks in Geneva, May 3, 2016.";
    photo.field_count = 1;
    photo.credit_conflicts.count = 0;
    expect_photo(&photo, "");
    photo.field_count = 0;
    expect_photo(&photo, "no-caption");
}

/* A caption of a page counts where no file has one. */
static void test_photo_of_page(void **state)
{
    (void)state;
    cutline_photo_caption caption = {.text = "A man  walks."};
    cutline_photo photo = plain;
    photo.captions = &caption;
    photo.caption_count = 1;
    expect_photo(&photo, "double-space@5");
}

/* ---- the table ---------------------------------------------------------------------------------
 */

static void test_rules(void **state)
{
    (void)state;
    size_t n = 0;
    while (cutline_check_rule_at(n)) {
        assert_true(strlen(cutline_check_rule_at(n)->summary) > 5);
        for (size_t i = 0; i < n; i++)
            assert_string_not_equal(cutline_check_rule_at(i)->code, cutline_check_rule_at(n)->code);
        n++;
    }
    assert_int_equal(n, 29);
}

/* Faults are bounded, whatever the text. */
static void test_bounded(void **state)
{
    (void)state;
    cutline_error err;
    cutline_faults *faults;
    static char text[60000];
    for (size_t i = 0; i + 3 <= sizeof text; i += 3)
        memcpy(text + i, "a  ", 3);
    assert_int_equal(cutline_check_caption(text, sizeof text, &faults, &err), CUTLINE_OK);
    assert_int_equal(faults->count, 200);
    cutline_faults_free(faults);
    cutline_faults_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_good),          cmocka_unit_test(test_style),
        cmocka_unit_test(test_gaps),          cmocka_unit_test(test_spacing),
        cmocka_unit_test(test_form),          cmocka_unit_test(test_leftovers),
        cmocka_unit_test(test_facts),         cmocka_unit_test(test_photo),
        cmocka_unit_test(test_photo_of_page), cmocka_unit_test(test_rules),
        cmocka_unit_test(test_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
