/* Code replacements: files of codes, and texts with codes. */
#include "unit.h"

#include <cutline/caption.h>
#include <cutline/codes.h>
#include <stdio.h>
#include <stdlib.h>

static const char league[] = "// Chattanooga Choo-Choos\n"
                             "cc8\tDain Green\tGreen\tNo. 8\n"
                             "cc2\tAaron Barnum\r\n"
                             "\n"
                             "München\tFC Bayern München\t\tFCB\n"
                             "potus\tPresident C:\\x\\cc8\\\n";

static cutline_codes *load(const char *text)
{
    cutline_codes *codes;
    cutline_error err;
    assert_int_equal(cutline_codes_new(&codes, &err), CUTLINE_OK);
    assert_int_equal(cutline_codes_add(codes, text, strlen(text), NULL, NULL, NULL, &err),
                     CUTLINE_OK);
    return codes;
}

static void note(const char *code, void *context)
{
    char *seen = context;
    size_t n = strlen(seen);
    snprintf(seen + n, 200 - n, "<%s>", code);
}

static void expect(const cutline_codes *codes, char delimiter, const char *text, const char *want,
                   const char *unknown)
{
    cutline_error err;
    char *out, seen[200] = "";
    assert_int_equal(cutline_codes_expand(codes, text, delimiter, note, seen, &out, &err),
                     CUTLINE_OK);
    assert_string_equal(out, want);
    assert_string_equal(seen, unknown);
    cutline_free(out);
}

static void test_replace(void **state)
{
    (void)state;
    cutline_codes *codes = load(league);
    expect(codes, '\\', "\\cc8\\ passes to \\cc2\\.", "Dain Green passes to Aaron Barnum.", "");
    expect(codes, '\\', "\\cc8#2\\ (\\cc8#3\\)", "Green (No. 8)", "");
    expect(codes, '=', "=cc8==cc2=", "Dain GreenAaron Barnum", "");
    expect(codes, '\\', "\\München\\, \\München#2\\\\München#3\\", "FC Bayern München, FCB", "");
    expect(codes, '\\', "no codes, 1\\2", "no codes, 1\\2", "");
    expect(codes, '\\', "", "", "");
    cutline_codes_free(codes);
}

static void test_unknown(void **state)
{
    (void)state;
    cutline_codes *codes = load(league);
    expect(codes, '\\', "\\cc9\\ and \\CC8\\", "\\cc9\\ and \\CC8\\", "<cc9><CC8>");
    expect(codes, '\\', "\\cc8#4\\ \\cc8#0\\", "\\cc8#4\\ \\cc8#0\\", "<cc8#4><cc8#0>");
    expect(codes, '\\', "either\\or, \\cc2\\", "either\\or, Aaron Barnum", "");
    expect(codes, '\\', "\\\\cc2\\", "\\Aaron Barnum", "");
    cutline_codes_free(codes);
}

/* A replacement is text: what looks like a code in it stays. */
static void test_not_again(void **state)
{
    (void)state;
    cutline_codes *codes = load(league);
    expect(codes, '\\', "\\potus\\", "President C:\\x\\cc8\\", "");
    cutline_codes_free(codes);
}

static void remember(const cutline_codes_remark *remark, void *context)
{
    char *seen = context;
    size_t n = strlen(seen);
    snprintf(seen + n, 300 - n, "%zu:%d:%s ", remark->line, (int)remark->fault, remark->code);
    assert_true(strlen(remark->message) > 10);
}

static void test_remarks(void **state)
{
    (void)state;
    static const char first[] = "\xEF\xBB\xBF"
                                "a\tone\rno tab\rb\t\ra\ttwo\r\tnothing\rx#2\ty";
    static const char second[] = "a\tthree";
    char seen[300] = "";
    cutline_error err;
    cutline_codes *codes;
    size_t count;
    assert_int_equal(cutline_codes_new(&codes, &err), CUTLINE_OK);
    assert_int_equal(
        cutline_codes_add(codes, first, sizeof first - 1, remember, seen, &count, &err),
        CUTLINE_OK);
    assert_string_equal(seen, "2:0:no tab 3:2:b 4:4:a 5:1: 6:6:x#2 ");
    assert_int_equal(count, 3);
    expect(codes, '=', "=a= [=b=]", "two []", "");
    seen[0] = '\0';
    assert_int_equal(
        cutline_codes_add(codes, second, sizeof second - 1, remember, seen, &count, &err),
        CUTLINE_OK);
    assert_string_equal(seen, "1:5:a ");
    expect(codes, '=', "=a=", "three", "");
    assert_string_equal(cutline_codes_at(codes, 0)->code, "a");
    assert_int_equal(cutline_codes_at(codes, 0)->count, 1);
    assert_null(cutline_codes_at(codes, 2));
    cutline_codes_free(codes);
}

static void test_bad_input(void **state)
{
    (void)state;
    cutline_error err;
    cutline_codes *codes = load("a\tb\n");
    char *out;
    assert_int_equal(cutline_codes_add(codes, "x\ty\nz\t\xff", 7, NULL, NULL, NULL, &err),
                     CUTLINE_MALFORMED);
    assert_int_equal(err.offset, 6);
    assert_null(cutline_codes_at(codes, 1));
    static const char *const delimiters = "a1 #\n";
    for (const char *d = delimiters; *d; d++)
        assert_int_equal(cutline_codes_expand(codes, "x", *d, NULL, NULL, &out, &err),
                         CUTLINE_BAD_ARGUMENT);
    cutline_codes_free(codes);
    cutline_codes_free(NULL);
}

/* Many codes: the table grows, and each is still found. */
static void test_many(void **state)
{
    (void)state;
    size_t size = 5000 * 24, n = 0;
    char *file = malloc(size);
    cutline_error err;
    assert_non_null(file);
    for (int i = 0; i < 5000; i++)
        n += (size_t)snprintf(file + n, size - n, "p%d\tPlayer %d\n", i, i);
    cutline_codes *codes = load(file);
    for (int i = 0; i < 5000; i += 7) {
        char text[32], want[32], *out;
        snprintf(text, sizeof text, "\\p%d\\", i);
        snprintf(want, sizeof want, "Player %d", i);
        assert_int_equal(cutline_codes_expand(codes, text, '\\', NULL, NULL, &out, &err),
                         CUTLINE_OK);
        assert_string_equal(out, want);
        cutline_free(out);
    }
    cutline_codes_free(codes);
    free(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_replace),   cmocka_unit_test(test_unknown),
        cmocka_unit_test(test_not_again), cmocka_unit_test(test_remarks),
        cmocka_unit_test(test_bad_input), cmocka_unit_test(test_many),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
