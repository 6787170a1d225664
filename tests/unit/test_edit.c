/* The language of edits, by the cases of tests/grammar/edits.tsv, and what it may not do. */
#include "unit.h"

#include "base/limits.h"
#include "record/edit.h"

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
static const char *outcome(cut_arena *arena, const char *before, const char *text)
{
    cut_edit edit;
    cutline_error err;
    cut_text_list now = {&before, before[0] != '\0'}, after;
    cut_edit_effect effect;
    cutline_status status = cut_edit_parse(arena, cut_str_from(text), &edit, &err);
    if (status == CUTLINE_OK && is_list(&edit))
        assert_true(cut_texts_split(arena, cut_str_from(before), &now));
    if (status == CUTLINE_OK)
        status = cut_edit_apply(arena, &edit, &now, &after, &effect, &err);
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
        const char *got = cut_edit_warning(&arena, &cut_fields[cases[i].field], &texts);
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cases_hold),
        cmocka_unit_test(warnings_say_what_may_be_wrong),
        cmocka_unit_test(lists_come_back_as_they_were),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
