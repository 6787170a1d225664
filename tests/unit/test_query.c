/* The query language: the cases of tests/grammar/queries.tsv, and limits. */
#include "unit.h"

#include "base/buf.h"
#include "base/limits.h"
#include "query/query.h"

#include <stdio.h>
#include <stdlib.h>

/* ---- cases: query, tab, the query as it was understood, or "!COLUMN words of the message" -------
 */

static bool is_understood(const char *query, cut_str want)
{
    cut_arena arena;
    cut_buf out;
    cut_query parsed;
    cutline_error err;
    cut_arena_init(&arena, 1 << 24);
    cut_buf_init(&out, 1 << 20);
    cutline_status status = cut_query_parse(&arena, cut_str_from(query), &parsed, &err);
    bool good = false;
    if (status == CUTLINE_OK) {
        cut_query_print(&parsed, &out);
        good = cut_str_eq(cut_buf_str(&out), want);
    } else {
        cut_buf_printf(&out, "!%d %s", (int)err.offset + 1, err.message);
        cut_str column = cut_str_split(&want, ' ');
        cut_str got = cut_buf_str(&out);
        good = status == CUTLINE_BAD_ARGUMENT && cut_str_eq(cut_str_split(&got, ' '), column) &&
               cut_str_find(got, want, 0) != SIZE_MAX;
    }
    if (!good)
        print_error("%s: understood as %.*s\n", query, CUT_FMT(cut_buf_str(&out)));
    cut_buf_release(&out);
    cut_arena_release(&arena);
    return good;
}

static void the_cases_hold(void **state)
{
    static char line[8192];
    unsigned count = 0, failed = 0;
    FILE *f = fopen("tests/grammar/queries.tsv", "r");
    (void)state;
    assert_non_null(f);
    while (fgets(line, sizeof line, f)) {
        char *tab = strchr(line, '\t');
        line[strcspn(line, "\n")] = '\0';
        if (line[0] == '#' || !tab)
            continue;
        *tab = '\0';
        count++;
        failed += !is_understood(line, cut_str_from(tab + 1));
    }
    fclose(f);
    assert_true(count >= 100);
    assert_int_equal(failed, 0);
}

/* ---- limits
 * --------------------------------------------------------------------------------------
 */

static void expect_limit(const char *query, size_t n)
{
    cut_arena arena;
    cut_query parsed;
    cutline_error err;
    cut_arena_init(&arena, 64 << 20);
    assert_int_equal(cut_query_parse(&arena, (cut_str){query, n}, &parsed, &err), CUTLINE_LIMIT);
    cut_arena_release(&arena);
}

static void limits_hold(void **state)
{
    (void)state;
    size_t n = CUT_MAX_QUERY_BYTES;
    char *text = malloc(n + 1);
    memset(text, '(', n);
    expect_limit(text, n);
    memset(text, '-', n);
    expect_limit(text, n);
    for (size_t i = 0; i < n; i++)
        text[i] = i % 2 ? ' ' : 'a';
    expect_limit(text, n);
    expect_limit(text, n + 1);
    free(text);
}

static void nul_and_broken_bytes_are_no_words(void **state)
{
    (void)state;
    cut_arena arena;
    cut_query parsed;
    cutline_error err;
    static const char bytes[] = "a\0b \xFF\xFE c\xC3";
    cut_arena_init(&arena, 1 << 20);
    cutline_status status =
        cut_query_parse(&arena, (cut_str){bytes, sizeof bytes - 1}, &parsed, &err);
    assert_int_equal(status, CUTLINE_BAD_ARGUMENT);
    assert_int_equal(err.offset, 4);
    cut_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_cases_hold),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(nul_and_broken_bytes_are_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
