/* Templates: what they write, and where their faults are seen. */
#include "unit.h"

#include <cutline/template.h>
#include <stdio.h>
#include <stdlib.h>

/* ---- variables of the tests --------------------------------------------------------------------
 */

static const struct variable {
    const char *name;
    const char *values[4];
} variables[] = {
    {"city", {"Geneva"}},
    {"country", {"Switzerland"}},
    {"byline", {"Denis Balibouse", "Lena Hofbauer"}},
    {"keywords", {"talks", "UN", "Syria"}},
    {"date", {"2016-05-02T08:03:22+02:00"}},
    {"month", {"2016-05"}},
    {"leap", {"2024-03-01"}},
    {"night", {"2016-05-02T00:07"}},
    {"seq", {"7"}},
    {"arabic", {"جنيف"}},
    {"turk", {"zürich élan"}},
    {"nobody", {""}},
    {"creator_contact.email", {"desk@example.org"}},
};

static cutline_strings value_of(const char *name, void *context)
{
    (void)context;
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        if (strcmp(variables[i].name, name) == 0) {
            size_t n = 0;
            while (n < 4 && variables[i].values[n])
                n++;
            return (cutline_strings){variables[i].values, n};
        }
    return (cutline_strings){NULL, 0};
}

static char *fill_in(const char *text)
{
    cutline_error err;
    cutline_template *tmpl;
    char *out = NULL;
    cutline_status status = cutline_template_parse(text, strlen(text), &tmpl, &err);
    if (status != CUTLINE_OK)
        fail_msg("%s: %s at %d", text, err.message, (int)err.offset);
    assert_int_equal(cutline_template_expand(tmpl, value_of, NULL, &out, &err), CUTLINE_OK);
    cutline_template_free(tmpl);
    return out;
}

static void expect(const char *text, const char *want)
{
    char *out = fill_in(text);
    assert_string_equal(out, want);
    cutline_free(out);
}

/* ---- values ------------------------------------------------------------------------------------
 */

static void test_values(void **state)
{
    (void)state;
    expect("", "");
    expect("plain text", "plain text");
    expect("{city}, {country}", "Geneva, Switzerland");
    expect("{ city }", "Geneva");
    expect("{byline}", "Denis Balibouse, Lena Hofbauer");
    expect("{keywords:sep=\"; \"}", "talks; UN; Syria");
    expect("{keywords:sep=\" \\\"\\\\ \"}", "talks \"\\ UN \"\\ Syria");
    expect("{creator_contact.email}", "desk@example.org");
    expect("[{nothing}]", "[]");
    expect("{{city}} {{{city}}}", "{city} {Geneva}");
    expect("{arabic}", "جنيف");
}

static void test_formats(void **state)
{
    (void)state;
    expect("{seq:4} {seq:pad=3} {seq}", "0007 007 7");
    expect("{city:4}", "Geneva");
    expect("{city:upper} {turk:upper} {country:lower}", "GENEVA ZÜRICH ÉLAN switzerland");
    expect("{arabic:max=2} {turk:max=3}", "جن zür");
    expect("{keywords:sep=\"/\" upper max=7}", "TALKS/U");
}

static void test_fallbacks(void **state)
{
    (void)state;
    expect("{nobody|city}", "Geneva");
    expect("{city|country}", "Geneva");
    expect("{nobody|nothing|\"Staff\"}", "Staff");
    expect("{nobody | \"a } and a | and {\"}", "a } and a | and {");
    expect("{month:%B %d|month:%B %Y}", "May 2016");
    expect("{nobody|nothing}", "");
}

static void test_dates(void **state)
{
    (void)state;
    expect("{date:%B %-d, %Y}", "May 2, 2016");
    expect("{date:%d.%m.%y %H:%M:%S %z}", "02.05.16 08:03:22 +0200");
    expect("{date:%A, %e %b|\"x\"}", "Monday,  2 May");
    expect("{date:%a %j %-I:%M %p %%}", "Mon 123 8:03 AM %");
    expect("{night:%I %p}", "12 AM");
    expect("{leap:%j %A}", "061 Friday");
    expect("[{month:%d}] {month:%b %Y}", "[] May 2016");
    expect("[{city:%Y}]", "[]");
    expect("[{night:%S}][{night:%z}]", "[][]");
}

static void test_conditions(void **state)
{
    (void)state;
    expect("{?city}in {city}{:}somewhere{/}.", "in Geneva.");
    expect("{?nobody}in {nobody}{:}somewhere{/}.", "somewhere.");
    expect("{!nobody}no photographer{/}", "no photographer");
    expect("{!city}a{:}b{/}", "b");
    expect("{?city}{?nothing}a{:}b{/}{:}c{/}", "b");
    expect("{?nothing}x{/}", "");
    expect("{?month:%d}day{:}no day{/}", "no day");
}

/* ---- faults ------------------------------------------------------------------------------------
 */

static void expect_fault(const char *text, int at, const char *part)
{
    cutline_error err;
    cutline_template *tmpl;
    cutline_error_clear(&err);
    assert_int_equal(cutline_template_parse(text, strlen(text), &tmpl, &err), CUTLINE_BAD_ARGUMENT);
    assert_null(tmpl);
    if (err.offset != at || !strstr(err.message, part))
        fail_msg("%s: '%s' at %d", text, err.message, (int)err.offset);
}

static void test_faults(void **state)
{
    (void)state;
    expect_fault("a {city", 2, "not closed");
    expect_fault("a } b", 2, "not opened");
    expect_fault("{}", 1, "name of a variable");
    expect_fault("{city:}", 6, "format is expected");
    expect_fault("{city:uper}", 8 - 2, "format is expected");
    expect_fault("{city upper}", 6, "closing brace");
    expect_fault("{\"x}", 1, "quotation mark");
    expect_fault("{date:%B %Q}", 9, "no part of a date");
    expect_fault("{date:%-%}", 6, "no part of a date");
    expect_fault("{date:%Y %}", 9, "no part of a date");
    expect_fault("{?city}x", 0, "not closed");
    expect_fault("{?city}x{:}y{:}z{/}", 12, "{/} is expected");
    expect_fault("{/}", 0, "no condition");
    expect_fault("{?\"x\"}a{/}", 2, "name of a variable");
    expect_fault("{seq:0}", 5, "number from 1");
    expect_fault("{seq:pad=99}", 9, "number from 1");
    expect_fault("ab\xff", 2, "UTF-8");
}

static void test_depth(void **state)
{
    (void)state;
    char text[40 * 10 + 1] = "";
    for (size_t i = 0; i < 40; i++)
        memcpy(text + 7 * i, "{?city}", 7);
    memset(text + 280, 'x', 1);
    for (size_t i = 0; i < 39; i++)
        memcpy(text + 281 + 3 * i, "{/}", 3);
    expect_fault(text, 32 * 7, "too deeply");
}

static void test_variables(void **state)
{
    (void)state;
    cutline_error err;
    cutline_template *tmpl;
    const char *text = "{city|country} {?date:%Y}x{/}";
    assert_int_equal(cutline_template_parse(text, strlen(text), &tmpl, &err), CUTLINE_OK);
    assert_string_equal(cutline_template_variable_at(tmpl, 0)->name, "city");
    assert_int_equal(cutline_template_variable_at(tmpl, 1)->offset, 6);
    assert_string_equal(cutline_template_variable_at(tmpl, 2)->name, "date");
    assert_null(cutline_template_variable_at(tmpl, 3));
    cutline_template_free(tmpl);
    cutline_template_free(NULL);
}

/* What comes out is bounded, however often a long value is asked for. */
static cutline_strings long_value(const char *name, void *context)
{
    (void)name;
    static const char *values[1];
    values[0] = context;
    return (cutline_strings){values, 1};
}

static void test_limit(void **state)
{
    (void)state;
    cutline_error err;
    cutline_template *tmpl;
    char *out, *value = malloc(700001), *text = malloc((1 << 20) + 1);
    assert_non_null(value);
    assert_non_null(text);
    memset(value, 'x', 700000);
    value[700000] = '\0';
    assert_int_equal(cutline_template_parse("{a}{b}", 6, &tmpl, &err), CUTLINE_OK);
    assert_int_equal(cutline_template_expand(tmpl, long_value, value, &out, &err), CUTLINE_LIMIT);
    assert_null(out);
    cutline_template_free(tmpl);
    memset(text, 'x', (1 << 20) + 1);
    assert_int_equal(cutline_template_parse(text, (1 << 20) + 1, &tmpl, &err), CUTLINE_LIMIT);
    free(text);
    free(value);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_values),     cmocka_unit_test(test_formats),
        cmocka_unit_test(test_fallbacks),  cmocka_unit_test(test_dates),
        cmocka_unit_test(test_conditions), cmocka_unit_test(test_faults),
        cmocka_unit_test(test_depth),      cmocka_unit_test(test_variables),
        cmocka_unit_test(test_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
