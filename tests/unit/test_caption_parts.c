/* The parts of the caption grammar on their own: tokens, lexicon, sentences, dates, names, fields.
 */
#include "unit.h"

#include "base/limits.h"
#include "caption/agency.h"
#include "caption/caption.h"
#include "caption/fold.h"
#include "caption/grammar.h"

#include <stdlib.h>

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

static cut_doc tokens_of(const char *text)
{
    cut_doc doc = {.arena = &arena, .text = cut_str_from(text)};
    assert_true(cut_lex_tokens(&doc));
    assert_true(cut_lex_annotate(&doc));
    cut_mark_starts(&doc);
    return doc;
}

/* The tokens' folded forms, or their characters, with a bar between. */
static const char *shown(const cut_doc *doc)
{
    const char *all = "";
    for (size_t i = 0; i < doc->count; i++) {
        const cut_token *t = &doc->tokens[i];
        cut_str fold = cut_token_fold(doc, t);
        const char *bar = i ? "|" : "";
        if (t->kind == CUT_TOK_POSSESSIVE)
            all = cut_arena_printf(&arena, "%s%s's", all, bar);
        else if (t->kind == CUT_TOK_PUNCT)
            all = cut_arena_printf(&arena, "%s%s%c", all, bar, t->ch < 0x80 ? (int)t->ch : '?');
        else
            all = cut_arena_printf(&arena, "%s%s%.*s", all, bar, CUT_FMT(fold));
    }
    return all;
}

static void assert_tokens(const char *text, const char *expected)
{
    cut_doc doc = tokens_of(text);
    assert_string_equal(shown(&doc), expected);
}

static void test_tokens(void **state)
{
    (void)state;
    assert_tokens("Hungary's Agnes", "hungary|'s|agnes");
    assert_tokens("the U.S. Army", "the|u.s|army");
    assert_tokens("U.S June", "u.s|june");
    assert_tokens("J.K. Rowe", "j.k|rowe");
    assert_tokens("O’Brien", "o'brien");
    assert_tokens("Sana'a", "sana'a");
    assert_tokens("l'Élysé"
                  "e",
                  "l'|elysee");
    assert_tokens("L'Aquila", "l'aquila");
    assert_tokens("Kim Eun-sol", "kim|eun|-|sol");
    assert_tokens("14.05.2018", "14|.|05|.|2018");
    assert_tokens("١٢", "12");
    assert_tokens("2nd", "2|nd");
    assert_tokens("", "");
}

static void test_entities_and_marks(void **state)
{
    (void)state;
    assert_tokens("Fran&ccedil;ois &amp; Zo&#235;", "francois|&|zoe");
    assert_tokens("&quot;A&quot;", "\"|a|\"");
    assert_tokens("A&nbsp;B", "a|b");
    assert_tokens("Ali\u200f)", "ali|)");
    assert_tokens("&nosuch; &#xD800;", "&|nosuch|;|&|#|xd800|;");
    cut_str plain = cut_decode(&arena, CUT_STR("S&oslash;ren"));
    assert_string_equal(plain.p, "Søren");
}

static void test_scripts(void **state)
{
    (void)state;
    cut_doc doc = tokens_of("新华社ロイ");
    assert_int_equal(doc.count, 4); /* three Han characters, one run of katakana */
    assert_int_equal(doc.tokens[3].script, CUT_SCRIPT_KATAKANA);
    unsigned agency;
    assert_int_equal(cut_lex_match(&doc, 0, CUT_IS_AGENCY, &agency), 3);
}

static void test_longest_within(void **state)
{
    (void)state;
    cut_doc doc = tokens_of("the Reuters photo");
    size_t whole = cut_lex_match(&doc, 1, CUT_IS_AGENCY, NULL);
    assert_int_equal(whole, 2);
    assert_int_equal(cut_lex_match_within(&doc, 1, 1 + whole, CUT_IS_AGENCY, NULL), whole);
    unsigned agency;
    assert_int_equal(cut_lex_match_within(&doc, 1, 2, CUT_IS_AGENCY, &agency), 1);
    assert_string_equal(cut_agencies[agency].name, "Reuters");
    assert_int_equal(cut_lex_match_within(&doc, 1, 1, CUT_IS_AGENCY, NULL), 0);
    assert_true(cut_lex_any(&doc, CUT_IS_AGENCY));
    assert_false(cut_lex_any(&doc, CUT_IS_MONTH));
}

/* Every length of a word has its own way through the hash: no byte of it may be passed over. */
static void test_hash_sees_every_byte(void **state)
{
    (void)state;
    char word[] = "abcdefghijklmnopqrstuvwxyz";
    for (size_t n = 1; n < sizeof word; n++) {
        uint32_t before = cut_lex_hash((cut_str){word, n});
        for (size_t i = 0; i < n; i++) {
            word[i] ^= 0x20;
            assert_int_not_equal(cut_lex_hash((cut_str){word, n}), before);
            word[i] ^= 0x20;
        }
    }
}

static void test_lexicon_case(void **state)
{
    (void)state;
    cut_doc doc = tokens_of("AP ap Ap may May reuters New York");
    assert_true(cut_lex_may(&doc, 0, CUT_IS_AGENCY));
    assert_false(cut_lex_may(&doc, 1, CUT_IS_AGENCY));
    assert_false(cut_lex_may(&doc, 2, CUT_IS_AGENCY));
    assert_false(cut_lex_may(&doc, 3, CUT_IS_MONTH));
    assert_true(cut_lex_may(&doc, 4, CUT_IS_MONTH));
    assert_true(cut_lex_may(&doc, 5, CUT_IS_AGENCY));
    assert_int_equal(cut_lex_match(&doc, 6, CUT_IS_CITY, NULL), 2);
    assert_int_equal(cut_lex_match_within(&doc, 6, 7, CUT_IS_CITY, NULL), 0);
}

/* Number of sentences. */
static size_t sentences(const char *text)
{
    cut_doc doc = tokens_of(text);
    size_t n = 0;
    for (size_t i = 0; i < doc.count; i++)
        n += doc.tokens[i].starts;
    return n;
}

static void test_sentences(void **state)
{
    (void)state;
    assert_int_equal(sentences("In Salina, Kansas, U.S. June 20, 2018. Taken by J. Roe."), 2);
    assert_int_equal(sentences("In Fresno, Calif., Nov. 6, 2018. The vote."), 2);
    assert_int_equal(sentences("With a drone.REUTERS/Nate"), 2);
    assert_int_equal(sentences("Am 22. November in Wien."), 1);
    assert_int_equal(sentences("In the U.S. The law"), 2);
    assert_int_equal(sentences("One\nTwo   Three"), 3);
}

static const char *date_of(const char *text)
{
    cutline_caption c;
    assert_int_equal(cut_caption_parse(&arena, cut_str_from(text), &c, NULL), CUTLINE_OK);
    return c.date ? c.date : "-";
}

static void test_date_forms(void **state)
{
    (void)state;
    static const char *const forms[][2] = {
        {"May 2, 2016", "2016-05-02"},
        {"Sept. 9, 2019", "2019-09-09"},
        {"SEPTEMBER 18 2019", "2019-09-18"},
        {"07 October 2015", "2015-10-07"},
        {"24 February, 2022", "2022-02-24"},
        {"3rd of June 2014", "2014-06-03"},
        {"le 1er dé"
         "cembre 2018",
         "2018-12-01"},
        {"am 22. November 2021", "2021-11-22"},
        {"14.05.2018", "2018-05-14"},
        {"12/03/2018", "2018-03-12"},
        {"3/25/2018", "2018-03-25"},
        {"2018-05-14", "2018-05-14"},
        {"20 de mayo de 2018", "2018-05-20"},
        {"2018. április 8.", "2018-04-08"},
        {"24 Ocak 2022", "2022-01-24"},
        {"May 3-5, 2016", "2016-05-03"},
        {"August 2015", "2015-08"},
        {"in 2014", "-"},
        {"May 2", "-"},
        {"February 30, 2016", "-"},
        {"May 2, 1066", "-"},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        assert_string_equal(date_of(forms[i][0]), forms[i][1]);
}

static void test_date_scripts(void **state)
{
    (void)state;
    assert_string_equal(date_of("2 مايو/أيار"
                                " 2016"),
                        "2016-05-02");
    assert_string_equal(date_of("2016年"
                                "5月"
                                "2日"),
                        "2016-05-02");
    assert_string_equal(date_of("平成"
                                "30年"
                                "5月"),
                        "2018-05");
    assert_string_equal(date_of("4 сентября 2019"), "2019-09-04");
}

static void test_date_choice(void **state)
{
    (void)state;
    assert_string_equal(date_of("Fans wait, June 25, 2019. Picture taken June 24, 2019."),
                        "2019-06-24");
    assert_string_equal(date_of("A ship, May 1, 2017. Picture released May 3, 2017."),
                        "2017-05-01");
    assert_string_equal(date_of("Issue date: Tuesday June 2, 2020."), "-");
    assert_string_equal(date_of("Photo released by the army on May 3, 2017 shows a ship."), "-");
    assert_string_equal(date_of("Photo taken and released by the army on May 3, 2017."),
                        "2017-05-03");
    assert_string_equal(date_of("A vigil for victims of the May 3, 2011 attack, June 4, 2015."),
                        "2015-06-04");
}

static void assert_name(const char *from, const char *to)
{
    assert_string_equal(cut_name_natural_case(&arena, cut_str_from(from)).p, to);
}

static void test_name_case(void **state)
{
    (void)state;
    assert_name("DENIS BALIBOUSE", "Denis Balibouse");
    assert_name("Rodrigo BUENAVENTURA", "Rodrigo Buenaventura");
    assert_name("Denis Balibouse", "Denis Balibouse");
    assert_name("HAN SEUNG-MIN", "Han Seung-min");
    assert_name("JEAN-LUC MARTIN", "Jean-Luc Martin");
    assert_name("JASON LaMOTTE", "Jason LaMOTTE");
    assert_name("IAN McKAY", "Ian McKAY");
    assert_name("SEAN MCCARTHY", "Sean McCarthy");
    assert_name("FIONA MACDONALD", "Fiona MacDonald");
    assert_name("EMMA MACRON", "Emma Macron");
    assert_name("CONOR O'BRIEN", "Conor O'Brien");
    assert_name("ROBIN VAN DER BERG", "Robin van der Berg");
    assert_name("MARIA DE LA CRUZ", "Maria de la Cruz");
    assert_name("NGUYEN VAN THANH", "Nguyen Van Thanh");
    assert_name("ANWAR AL-SHARAFI", "Anwar al-Sharafi");
    assert_name("SAAD BIN KHALID", "Saad bin Khalid");
    assert_name("HÉLÈNE PRÉVOST", "Hélène Prévost");
    assert_name("IŞIL YILMAZ", "Işıl Yılmaz");
    assert_name("JOHN SMITH III", "John Smith III");
    assert_name("J. SCOTT APPLEGATE", "J. Scott Applegate");
    assert_name("", "");
}

static void test_body_case(void **state)
{
    (void)state;
    assert_string_equal(cut_body_natural_case(&arena, CUT_STR("PRESIDENCY OF COLOMBIA")).p,
                        "Presidency of Colombia");
    assert_string_equal(cut_body_natural_case(&arena, CUT_STR("FBI")).p, "FBI");
    assert_string_equal(cut_body_natural_case(&arena, CUT_STR("Maxar Technologies")).p,
                        "Maxar Technologies");
}

/* "agencies/photographers/issuer/roles" of a field. */
static void assert_field(const char *field, const char *agencies, const char *photographers,
                         const char *issuer)
{
    cutline_credit c;
    assert_int_equal(cut_credit_parse(&arena, cut_str_from(field), &c, NULL), CUTLINE_OK);
    const char *a = "", *p = "";
    for (size_t i = 0; i < c.agencies.count; i++)
        a = cut_arena_printf(&arena, "%s%s%s", a, i ? ";" : "", c.agencies.items[i]);
    for (size_t i = 0; i < c.photographers.count; i++)
        p = cut_arena_printf(&arena, "%s%s%s", p, i ? ";" : "", c.photographers.items[i]);
    assert_string_equal(a, agencies);
    assert_string_equal(p, photographers);
    assert_string_equal(c.issuer ? c.issuer : "", issuer);
}

static void test_credit_fields(void **state)
{
    (void)state;
    assert_field("REUTERS", "Reuters", "", "");
    assert_field("REUTERS/Denis Moreillon", "Reuters", "Denis Moreillon", "");
    assert_field("AFP via Getty Images", "AFP;Getty Images", "", "");
    assert_field("Denis Moreillon", "", "Denis Moreillon", "");
    assert_field("DENIS MOREILLON", "", "Denis Moreillon", "");
    assert_field("Maxar Technologies", "", "", "Maxar Technologies");
    assert_field("(AP Photo/Liz Hallam)", "AP", "Liz Hallam", "");
    assert_field("© Liz Hallam/dpa", "dpa", "Liz Hallam", "");
    assert_field("PA Archive/Press Association Ima", "PA Media", "", "");
    assert_field("Murat Kaplan/Anadolu Agency via ", "Anadolu", "Murat Kaplan", "");
    assert_field("Photo by Harold Finch/Getty Imag", "Getty Images", "Harold Finch", "");
    assert_field("Credit: Liz Hallam/AFP", "AFP", "Liz Hallam", "");
    assert_field("Photo by Liz Hallam", "", "Liz Hallam", "");
    assert_field("Credit Union Of Wales", "", "", "Credit Union Of Wales");
    assert_field("Credit Line (ref2023.2)", "", "", "Credit Line (ref2023.2)");
    assert_field("Petra Winter/AFP", "AFP", "Petra Winter", "");
    assert_field("REX/Shutterstock", "Shutterstock", "", "");
    assert_field("", "", "", "");
}

static void test_agency_names(void **state)
{
    (void)state;
    assert_string_equal(cut_agency_canonical(CUT_STR("REUETRS")), "Reuters");
    assert_string_equal(cut_agency_canonical(CUT_STR("AP Photo")), "AP");
    assert_string_equal(cut_agency_canonical(CUT_STR("Agence France-Presse")), "AFP");
    assert_string_equal(cut_agency_canonical(CUT_STR("رويترز")), "Reuters");
    assert_null(cut_agency_canonical(CUT_STR("ap")));
    assert_null(cut_agency_canonical(CUT_STR("Reuters Foundation")));
    assert_null(cut_agency_canonical(CUT_STR("")));
}

static void test_long_text_is_cut(void **state)
{
    (void)state;
    size_t n = CUT_MAX_CAPTION_BYTES + 1000;
    char *text = malloc(n);
    assert_non_null(text);
    for (size_t i = 0; i < n; i++)
        text[i] = i % 2 ? '\xa9' : '\xc3'; /* e with an acute accent, over and over */
    cutline_caption *c = NULL;
    assert_int_equal(cutline_caption_parse(text, n, &c, NULL), CUTLINE_OK);
    assert_int_equal(strlen(c->text), CUT_MAX_CAPTION_BYTES);
    cutline_caption_free(c);
    free(text);
}

static void test_json(void **state)
{
    (void)state;
    cutline_caption *c = NULL;
    char *json = NULL;
    static const char text[] = "Mayor Anna Berg (L) in Oslo. Foto: NTB";
    assert_int_equal(cutline_caption_parse(text, sizeof text - 1, &c, NULL), CUTLINE_OK);
    assert_int_equal(cutline_caption_json(c, "x1", &json, NULL), CUTLINE_OK);
    assert_string_equal(
        json, "{\"id\":\"x1\",\"text\":\"Mayor Anna Berg (L) in Oslo. Foto: NTB\","
              "\"caption\":\"Mayor Anna Berg (L) in Oslo.\",\"credit\":{\"line\":\"NTB\","
              "\"agencies\":[\"NTB\"],\"photographers\":[],\"issuer\":null,\"roles\":[]},"
              "\"persons\":[{\"name\":\"Anna Berg\",\"position\":\"L\"}],\"place\":{\"city\":"
              "\"Oslo\",\"region\":null,\"country\":null},\"date\":null,\"restrictions\":[],"
              "\"file_photo\":false,\"language\":\"en\"}");
    cutline_free(json);
    cutline_caption_free(c);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(test_tokens),
        TEST(test_entities_and_marks),
        TEST(test_scripts),
        TEST(test_longest_within),
        TEST(test_hash_sees_every_byte),
        TEST(test_lexicon_case),
        TEST(test_sentences),
        TEST(test_date_forms),
        TEST(test_date_scripts),
        TEST(test_date_choice),
        TEST(test_name_case),
        TEST(test_body_case),
        TEST(test_credit_fields),
        TEST(test_agency_names),
        TEST(test_long_text_is_cut),
        TEST(test_json),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
