/* The language of edits, by the cases of tests/grammar/edits.tsv, and what it may not do. */
#include "unit.h"

#include "base/limits.h"
#include "record/edit.h"
#include "record/user_vocabulary.h"

#include <stdio.h>
#include <stdlib.h>

/* "\n" as a line end. */
static char *unescape(cut_arena *arena, const char *text)
{
    char *out = cut_arena_alloc(arena, strlen(text) + 1, 1);
    size_t n = 0;
    for (; *text; text++) {
        bool is_line_end = text[0] == '\\' && text[1] == 'n';
        out[n++] = is_line_end ? '\n' : *text;
        text += is_line_end;
    }
    return out;
}

static bool is_list(const cut_edit *edit)
{
    return edit->field >= 0 && cut_fields[edit->field].info.kind == CUTLINE_KIND_LIST;
}

/* What the edit makes of the value, in the notation of the cases. */
static const char *outcome_with(cut_arena *arena, const cutline_vocabularies *all,
                                const char *before, const char *text)
{
    cut_edit edit;
    cutline_error err;
    cut_text_list now = {&before, before[0] != '\0'}, after;
    cut_edit_effect effect;
    cutline_status status = cut_edit_parse(arena, cut_str_from(text), &edit, &err);
    if (status == CUTLINE_OK && is_list(&edit))
        assert_true(cut_texts_split(arena, cut_str_from(before), &now));
    const cut_user_vocabulary *user =
        status == CUTLINE_OK ? cut_user_vocabulary_for(all, &edit) : NULL;
    if (status == CUTLINE_OK)
        status = cut_edit_apply(arena, &edit, user, &now, &after, &effect, &err);
    if (status != CUTLINE_OK) {
        assert_int_equal(status, CUTLINE_BAD_ARGUMENT);
        return cut_arena_printf(arena, "!%s", err.message);
    }
    if (effect != CUT_EDIT_NEW)
        return effect == CUT_EDIT_SAME ? "=" : "<";
    if (is_list(&edit))
        return cut_texts_join(arena, &after).p;
    return after.n > 0 ? after.v[0] : "";
}

static const char *outcome(cut_arena *arena, const char *before, const char *text)
{
    return outcome_with(arena, NULL, before, text);
}

static bool is_wanted(const char *got, const char *wanted)
{
    if (strcmp(wanted, "~") == 0)
        return got[0] == '\0';
    return wanted[0] == '!' ? got[0] == '!' && strstr(got, wanted + 1) : strcmp(got, wanted) == 0;
}

static void the_cases_hold(void **state)
{
    (void)state;
    char line[1024];
    unsigned failed = 0, count = 0;
    FILE *cases = fopen("tests/grammar/edits.tsv", "r");
    assert_non_null(cases);
    while (fgets(line, sizeof line, cases)) {
        cut_arena arena;
        line[strcspn(line, "\n")] = '\0';
        char *edit = strchr(line, '\t'), *wanted = edit ? strchr(edit + 1, '\t') : NULL;
        if (line[0] == '#')
            continue;
        assert_non_null(wanted);
        *edit++ = '\0';
        *wanted++ = '\0';
        cut_arena_init(&arena, CUT_MAX_RECORD_ARENA);
        const char *got = outcome(&arena, unescape(&arena, line), unescape(&arena, edit));
        if (!is_wanted(got, unescape(&arena, wanted))) {
            print_error("\"%s\" %s: \"%s\", not \"%s\"\n", line, edit, got, wanted);
            failed++;
        }
        count++;
        cut_arena_release(&arena);
    }
    fclose(cases);
    assert_true(count > 60);
    assert_int_equal(failed, 0);
}

static void warnings_say_what_may_be_wrong(void **state)
{
    (void)state;
    static const struct {
        int field;
        const char *value, *warning;
    } cases[] = {
        {CUT_FIELD_city, "Llanfairpwllgwyngyllgogerychwyrndrobwll", "39 bytes; IIM 2:90 holds 32"},
        {CUT_FIELD_city, "Geneva", NULL},
        {CUT_FIELD_country_code, "CHE", NULL},
        {CUT_FIELD_country_code, "XKX", NULL},
        {CUT_FIELD_country_code, "CHR", "CHR is no ISO 3166 country code; did you mean BHR?"},
        {CUT_FIELD_scene, "010100", NULL},
        {CUT_FIELD_scene, "999999", "999999 is no IPTC scene code"},
        {CUT_FIELD_subject_code, "15054000", NULL},
        {CUT_FIELD_subject_code, "sports", "sports is no IPTC subject code; did you mean sport?"},
        {CUT_FIELD_intellectual_genre, "Actualty",
         "Actualty is no IPTC genre; did you mean Actuality?"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cut_arena arena;
        const char *value = cases[i].value;
        cut_text_list texts = {&value, 1};
        cut_arena_init(&arena, CUT_MAX_RECORD_ARENA);
        const char *got = cut_edit_warning(&arena, &cut_fields[cases[i].field], NULL, NULL, &texts);
        if (cases[i].warning)
            assert_string_equal(got ? got : "no warning", cases[i].warning);
        else
            assert_null(got);
        cut_arena_release(&arena);
    }
}

static void lists_come_back_as_they_were(void **state)
{
    (void)state;
    static const char *values[] = {"a;b", "plain", "back\\slash", "c;;d"};
    cut_arena arena;
    cut_text_list texts = {values, 4}, back;
    cut_arena_init(&arena, CUT_MAX_RECORD_ARENA);
    assert_true(cut_texts_split(&arena, cut_texts_join(&arena, &texts), &back));
    assert_int_equal(back.n, 4);
    for (size_t i = 0; i < 4; i++)
        assert_string_equal(back.v[i], values[i]);
    cut_arena_release(&arena);
}

/* ---- vocabularies of a desk -------------------------------------------------------------------
 */

static const char terms[] = "\xEF\xBB\xBF// topics\r\n# of the desk\r\n\r\n"
                            "climate change\tglobal warming\t\tKlimawandel\r\n"
                            "Perú\nPeru\nelections\tvote\nsemi;colon\rGenève\tGenf\tBern\nBern";

static cutline_vocabularies *load(const char *field)
{
    cutline_error err;
    cutline_vocabularies *all;
    assert_int_equal(cutline_vocabularies_new(&all, &err), CUTLINE_OK);
    assert_int_equal(cutline_vocabularies_add(all, field, terms, sizeof terms - 1, &err),
                     CUTLINE_OK);
    return all;
}

static void names_become_terms(void **state)
{
    (void)state;
    static const struct {
        const char *field, *before, *edit, *wanted;
    } cases[] = {
        {"keywords", "", "keywords=Global Warming; VOTE; other",
         "climate change; elections; other"},
        {"keywords", "", "keywords=vote; elections", "elections"},
        {"keywords", "", "keywords=Peru; PERÚ; Perú", "Peru; Perú"},
        {"keywords", "", "+SEMI\\;COLON", "semi\\;colon"},
        {"keywords", "climate change; x", "-klimawandel", "x"},
        {"keywords", "Klimawandel; x", "-global warming", "x"},
        {"keywords", "Klimawandel", "+climate change", "climate change"},
        {"keywords", "climate change", "+Klimawandel", "="},
        {"keywords", "votes; x", "keywords:s/votes/Vote/", "elections; x"},
        {"city", "", "city=GENF", "Genève"},
        {"city", "", "city=geneve", "Genève"},
        {"city", "", "city=bern", "Bern"},
        {"city", "", "city=Basel", "Basel"},
        {"keywords", "Vote; x", "keywords:s/Vote/y/", "y; x"},
        {"city", "", "country=Genf", "Genf"},
        {"caption", "", "caption=Genf", "Genève"},
        {"caption", "", "caption[de]=Genf", "Genf"},
        {"subject_code", "", "subject_code=sport", "15000000"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cut_arena arena;
        cutline_vocabularies *all = load(cases[i].field);
        cut_arena_init(&arena, CUT_MAX_RECORD_ARENA);
        assert_string_equal(outcome_with(&arena, all, cases[i].before, cases[i].edit),
                            cases[i].wanted);
        cut_arena_release(&arena);
        cutline_vocabularies_free(all);
    }
}

static void no_terms_are_warned_of(void **state)
{
    (void)state;
    static const struct {
        int field;
        const char *values[3], *warning;
    } cases[] = {
        {CUT_FIELD_keywords, {"climate change", "elections"}, NULL},
        {CUT_FIELD_keywords,
         {"elections", "elektions", "zzz"},
         "elektions (and 1 more) is no term of the list of keywords; did you mean elections?"},
        {CUT_FIELD_keywords,
         {"Klimawandl"},
         "Klimawandl is no term of the list of keywords; did you mean climate change?"},
        {CUT_FIELD_keywords, {"zzz"}, "zzz is no term of the list of keywords"},
        {CUT_FIELD_city, {"Genf am See"}, "Genf am See is no term of the list of city"},
        {CUT_FIELD_scene, {"elections", "010100"}, NULL},
        {CUT_FIELD_scene, {"999999"}, "999999 is no term of the list of scene"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cut_arena arena;
        const char *values[3];
        const cut_field_row *row = &cut_fields[cases[i].field];
        cutline_vocabularies *all = load(row->info.name);
        cut_text_list texts = {values, 0};
        while (texts.n < 3 && cases[i].values[texts.n]) {
            values[texts.n] = cases[i].values[texts.n];
            texts.n++;
        }
        cut_arena_init(&arena, CUT_MAX_RECORD_ARENA);
        const char *got = cut_edit_warning(&arena, row, NULL, &all->fields.v[0], &texts);
        if (cases[i].warning)
            assert_string_equal(got ? got : "no warning", cases[i].warning);
        else
            assert_null(got);
        cut_arena_release(&arena);
        cutline_vocabularies_free(all);
    }
}

static void bad_vocabularies_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *field, *text;
        cutline_status status;
        const char *message;
    } cases[] = {
        {"keyword", "a", CUTLINE_BAD_ARGUMENT, "unknown field keyword; did you mean keywords?"},
        {"media", "a", CUTLINE_BAD_ARGUMENT, "unknown field media"},
        {"location_shown", "a", CUTLINE_BAD_ARGUMENT, "is a structure; name a part"},
        {"city.Name", "a", CUTLINE_BAD_ARGUMENT, "city has no parts"},
        {"date_created", "2016", CUTLINE_BAD_ARGUMENT, "takes no list of terms"},
        {"city", "Bern\nGen\xE8ve\n", CUTLINE_MALFORMED, "this is not UTF-8"},
        {"city", "Bern\n\1x\n", CUTLINE_MALFORMED, "line 2: the value holds control characters"},
        {"city", "# none\n\n", CUTLINE_MALFORMED, "no term is in it"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        cutline_error err;
        cutline_vocabularies *all;
        assert_int_equal(cutline_vocabularies_new(&all, &err), CUTLINE_OK);
        assert_int_equal(cutline_vocabularies_add(all, cases[i].field, cases[i].text,
                                                  strlen(cases[i].text), &err),
                         cases[i].status);
        assert_non_null(strstr(err.message, cases[i].message));
        if (strstr(cases[i].message, "UTF-8"))
            assert_int_equal(err.offset, 8);
        cutline_vocabularies_free(all);
    }
}

static cutline_status drop_row(const cutline_edit_row *row, void *context, cutline_error *err)
{
    (void)context;
    (void)err;
    cutline_edits_free(row->edits);
    return CUTLINE_OK;
}

static void a_bad_row_of_a_table_is_named(void **state)
{
    (void)state;
    static const char table[] = "photo,city\nphoto:1,Bern\nphoto:2,\1\n";
    cutline_error err;
    assert_int_equal(cutline_edit_table_read(table, strlen(table), NULL, drop_row, NULL, &err),
                     CUTLINE_BAD_ARGUMENT);
    assert_non_null(strstr(err.message, "line 3: "));
    assert_int_equal(cutline_edit_table_read(table, strlen(table), NULL, drop_row, NULL, NULL),
                     CUTLINE_BAD_ARGUMENT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cases_hold),
        cmocka_unit_test(a_bad_row_of_a_table_is_named),
        cmocka_unit_test(warnings_say_what_may_be_wrong),
        cmocka_unit_test(lists_come_back_as_they_were),
        cmocka_unit_test(names_become_terms),
        cmocka_unit_test(no_terms_are_warned_of),
        cmocka_unit_test(bad_vocabularies_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
