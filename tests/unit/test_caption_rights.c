/* What captions and instructions forbid, taken apart: dates, territories, media, titles. */
#include "unit.h"

#include "base/limits.h"
#include "base/words.h"
#include "caption/rights.h"

static cut_arena arena;

static int set_up(void **state)
{
    (void)state;
    cut_arena_init(&arena, (size_t)64 << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    cut_arena_release(&arena);
    return 0;
}

/* "kind:value >from <until", separated by "; ", in the order of the text. */
static const char *read_rights(const char *text, const char *taken, bool instructions)
{
    cut_caption_rights rights = {0};
    const char *all = "";
    assert_int_equal(
        cut_caption_rights_read(&arena, cut_str_from(text), taken, instructions, &rights, NULL),
        CUTLINE_OK);
    for (size_t i = 0; i < rights.n; i++) {
        const cut_caption_right *r = &rights.v[i];
        assert_true(r->text.n > 0 && cut_str_find(cut_str_from(text), r->text, 0) != SIZE_MAX);
        all = cut_arena_printf(&arena, "%s%s%s%s%s%s%s%s%s", all, i ? "; " : "", r->kind,
                               r->value ? ":" : "", r->value ? r->value : "", r->from ? " >" : "",
                               r->from ? r->from : "", r->until ? " <" : "",
                               r->until ? r->until : "");
    }
    return all;
}

typedef struct rights_case {
    const char *text, *taken, *expected;
} rights_case;

static void check(const rights_case *cases, size_t count, bool instructions)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        const char *read = read_rights(cases[i].text, cases[i].taken, instructions);
        if (strcmp(read, cases[i].expected) != 0) {
            print_error("%s\n  read     %s\n  expected %s\n", cases[i].text, read,
                        cases[i].expected);
            wrong++;
        }
        cut_arena_reset(&arena);
    }
    assert_int_equal(wrong, 0);
}
#define CHECK(cases, instructions) check(cases, sizeof cases / sizeof cases[0], instructions)

/* 2016-05-05 was a Thursday. */
#define THURSDAY "2016-05-05"

static void test_embargoes(void **state)
{
    static const rights_case cases[] = {
        {"EMBARGOED UNTIL 0001 GMT SUNDAY", THURSDAY, "embargo >2016-05-08T00:01Z"},
        {"EMBARGOED TO 0001 THURSDAY MAY 12", THURSDAY, "embargo >2016-05-12T00:01"},
        {"EMBARGOED UNTIL 0001 THURSDAY", THURSDAY, "embargo >2016-05-12T00:01"},
        {"EMBARGOED UNTIL 2200 GMT THURSDAY", THURSDAY, "embargo >2016-05-05T22:00Z"},
        {"EMBARGO UNTIL 6:30 PM EDT ON MAY 8, 2016", NULL, "embargo >2016-05-08T18:30-04:00"},
        {"NOT FOR PUBLICATION BEFORE MAY 12, 2016", NULL, "embargo >2016-05-12"},
        {"Not for publication before 12 May 2016.", NULL, "embargo >2016-05-12"},
        {"HOLD FOR RELEASE UNTIL 6 P.M. SATURDAY", THURSDAY, "embargo >2016-05-07T18:00"},
        {"EMBARGOED FOR RELEASE UNTIL MIDNIGHT SUNDAY", THURSDAY, "embargo >2016-05-09T00:00"},
        {"STRICTLY EMBARGOED UNTIL 00:01 BST TUESDAY 10 MAY 2016", THURSDAY,
         "embargo >2016-05-10T00:01+01:00"},
        {"SPERRFRIST 12.05., 18 Uhr", THURSDAY, "embargo >2016-05-12T18:00"},
        {"Sperrfrist: 12.05.2016, 18.30 Uhr MESZ", NULL, "embargo >2016-05-12T18:30+02:00"},
        {"SPERRFRIST bis Sonntag, 8. Mai, 10:00 Uhr", THURSDAY, "embargo >2016-05-08T10:00"},
        {"Sperrfrist 02.01.", "2015-12-30", "embargo >2016-01-02"},
        {"EMBARGO JUSQU'AU 12 MAI 2016 À 18H30", NULL, "embargo >2016-05-12T18:30"},
        {"Embargo jusqu'au dimanche 8 mai", THURSDAY, "embargo >2016-05-08"},
        {"Ne pas publier avant le 12 mai 2016", NULL, "embargo >2016-05-12"},
        {"EMBARGADO HASTA EL 12 DE MAYO DE 2016", NULL, "embargo >2016-05-12"},
        {"No publicar antes del domingo 8 de mayo", THURSDAY, "embargo >2016-05-08"},
        {"EMBARGO FINO AL 12 MAGGIO 2016 ORE 18", NULL, "embargo >2016-05-12T18:00"},
        {"Non pubblicare prima del 12 maggio 2016", NULL, "embargo >2016-05-12"},
        {"EMBARGO ATÉ 12 DE MAIO DE 2016", NULL, "embargo >2016-05-12"},
        {"Não publicar antes de 12 de maio de 2016", NULL, "embargo >2016-05-12"},
        {"EMBARGO TOT 12 MEI 2016, 18.00 UUR", NULL, "embargo >2016-05-12T18:00"},
        {"AMBARGO: 12 Mayıs 2016 saat 18.00", NULL, "embargo >2016-05-12T18:00"},
        {"12 Mayıs 2016 tarihinden önce yayınlanamaz", NULL, "embargo >2016-05-12"},
        {"ЭМБАРГО ДО 12 МАЯ 2016", NULL, "embargo >2016-05-12"},
        {"Не публиковать до 18:00 12 мая 2016 г.", NULL, "embargo >2016-05-12T18:00"},
        {"محظور النشر حتى 12 مايو 2016", NULL, "embargo >2016-05-12"},
        {"2016年5月12日之前禁止发布", NULL, "embargo >2016-05-12"},
        {"解禁：2016年5月12日18:00", NULL, "embargo >2016-05-12T18:00"},
        {"FOR RELEASE MONDAY, MAY 9, 2016, AND THEREAFTER", NULL, "embargo >2016-05-09"},
        {"ADVANCE FOR SUNDAY, MAY 8, 2016", NULL, "embargo >2016-05-08"},
        {"ADVANCE FOR SUNDAY", THURSDAY, "embargo >2016-05-08"},
        {"EMBARGOED UNTIL TOMORROW", THURSDAY, "embargo >2016-05-06"},
        {"EMBARGOED UNTIL FURTHER NOTICE", THURSDAY, "embargo"},
        {"EMBARGOED UNTIL SUNDAY", NULL, "embargo"},
        {"EMBARGOED UNTIL SUNDAY", "2016-05", "embargo"},
    };
    (void)state;
    CHECK(cases, true);
}

static void test_expiries(void **state)
{
    static const rights_case cases[] = {
        {"NO USE AFTER JUNE 1, 2016", NULL, "expiry <2016-06-01"},
        {"NO ARCHIVAL USE AFTER 30 DAYS", THURSDAY, "no_archive >2016-06-04; expiry <2016-06-04"},
        {"NO USE AFTER 48 HOURS", THURSDAY, "expiry <2016-05-07"},
        {"MUST BE USED WITHIN 14 DAYS OF TRANSMISSION", THURSDAY, "expiry <2016-05-19"},
        {"FOR USE UNTIL 2016-06-01 ONLY", NULL, "expiry <2016-06-01"},
        {"EXPIRES 1 JUNE", THURSDAY, "expiry <2016-06-01"},
        {"NO ACCESS AFTER 23:59 GMT SUNDAY", THURSDAY, "expiry <2016-05-08T23:59Z"},
        {"FREE FOR EDITORIAL USE FOR 30 DAYS", THURSDAY,
         "editorial_only <2016-06-04; expiry <2016-06-04"},
        {"Keine Verwendung nach dem 1. Juni 2016", NULL, "expiry <2016-06-01"},
        {"Ne pas utiliser après le 1er juin 2016", NULL, "expiry <2016-06-01"},
        {"No usar después del 1 de junio de 2016", NULL, "expiry <2016-06-01"},
        {"Non utilizzare dopo il 1 giugno 2016", NULL, "expiry <2016-06-01"},
        {"Não usar depois de 1 de junho de 2016", NULL, "expiry <2016-06-01"},
        {"Не использовать после 1 июня 2016", NULL, "expiry <2016-06-01"},
        {"1 Haziran 2016 tarihinden sonra kullanılamaz", NULL, "expiry <2016-06-01"},
    };
    (void)state;
    CHECK(cases, true);
}

static void test_territories(void **state)
{
    static const rights_case cases[] = {
        {"GERMANY OUT", NULL, "territory_out:Germany"},
        {"AUSTRIA AND SWITZERLAND OUT", NULL, "territory_out:Austria; territory_out:Switzerland"},
        {"NO SALES IN JAPAN", NULL, "territory_out:Japan"},
        {"UK OUT UNTIL MAY 12, 2016", NULL, "territory_out:United Kingdom <2016-05-12"},
        {"UK OUT FOR 28 DAYS", THURSDAY, "territory_out:United Kingdom <2016-06-02"},
        {"TURKEY OUT. NO COMMERCIAL OR EDITORIAL SALES IN TURKEY", NULL, "territory_out:Turkey"},
        {"RUSSIA OUT", NULL, "territory_out:Russia"},
        {"BELGIUM OUT - NETHERLANDS OUT", NULL, "territory_out:Belgium; territory_out:Netherlands"},
        {"GERMANY OUT / AUSTRIA OUT", NULL, "territory_out:Germany; territory_out:Austria"},
        {"FRANCE, BELGIUM AND LUXEMBOURG OUT", NULL,
         "territory_out:France; territory_out:Belgium; territory_out:Luxembourg"},
        {"QUEBEC OUT", NULL, "territory_out:Quebec"},
        {"NORDICS OUT", NULL, "territory_out:Nordic countries"},
        {"SCANDINAVIA OUT", NULL, "territory_out:Scandinavia"},
        {"DEUTSCHLAND OUT", NULL, "territory_out:Germany"},
        {"SOUTH KOREA OUT", NULL, "territory_out:South Korea"},
        {"GUINEA-BISSAU OUT", NULL, "territory_out:Guinea-Bissau"},
        {"USA OUT. TV OUT", NULL, "territory_out:United States; medium_out:TV"},
        {"NO USE IN GERMANY, AUSTRIA OR SWITZERLAND.", NULL,
         "territory_out:Germany; territory_out:Austria; territory_out:Switzerland"},
        {"Not for use in the Netherlands", NULL, "territory_out:Netherlands"},
        {"WORLD RIGHTS EXCEPT JAPAN", NULL, "territory_out:Japan"},
        {"FOR USE IN GERMANY ONLY", NULL, "territory_only:Germany"},
        {"UK AND IRELAND ONLY", NULL, "territory_only:United Kingdom; territory_only:Ireland"},
        {"MANDATORY CREDIT REUTERS, JAPAN OUT", NULL, "credit_mandatory; territory_out:Japan"},
        {"NO RESALES. NO ARCHIVES. JAPAN OUT", NULL, "no_resale; no_archive; territory_out:Japan"},
        {"PARIS MATCH OUT", NULL, "title_out:Paris Match"},
        {"ANP OUT", NULL, "title_out:ANP"},
        {"NEW YORK DAILY NEWS OUT", NULL, "title_out:New York Daily News"},
        {"NEW YORK TIMES AND WASHINGTON POST OUT", NULL,
         "title_out:New York Times; title_out:Washington Post"},
        {"STADIUM SOLD OUT", NULL, ""},
        {"Players are out with injuries", NULL, ""},
    };
    (void)state;
    CHECK(cases, true);
}

static void test_media(void **state)
{
    static const rights_case cases[] = {
        {"NO INTERNET", NULL, "medium_out:internet"},
        {"NO TV, NO INTERNET", NULL, "medium_out:TV; medium_out:internet"},
        {"NO INTERNET, TV OR MAGAZINES", NULL,
         "medium_out:internet; medium_out:TV; medium_out:magazines"},
        {"MAGS OUT", NULL, "medium_out:magazines"},
        {"INTERNET/TV OUT", NULL, "medium_out:internet; medium_out:TV"},
        {"PRINT ONLY", NULL, "medium_only:print"},
        {"ONLINE ONLY", NULL, "medium_only:internet"},
        {"For print use only", NULL, "medium_only:print"},
        {"NO INTERNET UNTIL MAY 12, 2016", NULL, "medium_out:internet <2016-05-12"},
        {"Kein Internet", NULL, "medium_out:internet"},
        {"ONE TIME USE ONLY", NULL, "one_time_use"},
        {"NO ARCHIVES, NO RESALES", NULL, "no_archive; no_resale"},
    };
    (void)state;
    CHECK(cases, true);
}

/* In captions only notices count, and not what the picture shows. */
static void test_captions(void **state)
{
    static const rights_case cases[] = {
        {"Leaders meet in Geneva, May 2, 2016. EMBARGOED UNTIL MAY 12, 2016. REUTERS/Lena Hofbauer",
         "2016-05-02", "embargo >2016-05-12"},
        {"Leaders meet in Geneva. (DHA via AP) TURKEY OUT", NULL, "territory_out:Turkey"},
        {"A man walks in Sydney. AAP/LUCA MOSSBERG AUSTRALIA AND NEW ZEALAND OUT", NULL,
         "territory_out:Australia; territory_out:New Zealand"},
        {"The embargo on Cuba lasts until May 2016, the minister said. REUTERS/Lena Hofbauer", NULL,
         ""},
        {"A stadium in Berlin is sold out until May 12, 2016. REUTERS/Lena Hofbauer", NULL, ""},
        {"Embargoed to 0001 Wednesday File photo dated 12/03/2014 of a minister", THURSDAY,
         "embargo >2016-05-11T00:01"},
    };
    (void)state;
    CHECK(cases, false);
}

/* What is typed by hand, or asked for, is called the same. */
static void test_names(void **state)
{
    (void)state;
    assert_string_equal(cut_territory_name(&arena, CUT_STR("uk")), "United Kingdom");
    assert_string_equal(cut_territory_name(&arena, CUT_STR("JAPAN")), "Japan");
    assert_string_equal(cut_territory_name(&arena, CUT_STR("Österreich")), "Austria");
    assert_string_equal(cut_territory_name(&arena, CUT_STR("Upper Silesia")), "Upper Silesia");
    assert_string_equal(cut_medium_name(&arena, CUT_STR("websites")), "internet");
    assert_string_equal(cut_medium_name(&arena, CUT_STR("posters")), "posters");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_embargoes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_expiries, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_territories, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_media, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_captions, set_up, tear_down),
        cmocka_unit_test_setup_teardown(test_names, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
