/* The query language: trees as text, and errors with their column. */
#include "unit.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/words.h"
#include "query/query.h"

#include <stdlib.h>

/* ---- trees as text --------------------------------------------------------------------------- */

static void add_tree(cut_buf *out, const cut_query_node *node);

static void add_children(cut_buf *out, const char *name, const cut_query_node *node)
{
    cut_buf_printf(out, "(%s", name);
    for (const cut_query_node *child = node->first; child; child = child->next) {
        cut_buf_char(out, ' ');
        add_tree(out, child);
    }
    cut_buf_char(out, ')');
}

static void add_words(cut_buf *out, const cut_query_node *node)
{
    if (node->columns != CUT_TEXT_ANY)
        cut_buf_printf(out, "%x:", node->columns);
    cut_buf_printf(out, "'%.*s%s'", CUT_FMT(node->words), node->prefix ? "*" : "");
}

static void add_tree(cut_buf *out, const cut_query_node *node)
{
    switch (node->kind) {
    case CUT_QUERY_ALL:
        cut_buf_z(out, "all");
        break;
    case CUT_QUERY_AND:
        add_children(out, "and", node);
        break;
    case CUT_QUERY_OR:
        add_children(out, "or", node);
        break;
    case CUT_QUERY_NOT:
        add_children(out, "not", node);
        break;
    case CUT_QUERY_WORDS:
        add_words(out, node);
        break;
    case CUT_QUERY_MEDIA:
        cut_buf_printf(out, "media:%s:%s", node->ids[0].ns, node->ids[0].id);
        break;
    case CUT_QUERY_DATE:
        cut_buf_printf(out, "date[%s,%.*s)", node->from ? node->from : "",
                       node->before ? (int)strlen(node->before) - 1 : 0,
                       node->before ? node->before : "");
        break;
    case CUT_QUERY_FLAG:
        cut_buf_printf(out, "flag%d", (int)node->flag);
        break;
    }
}

static void expect_tree(const char *query, const char *tree)
{
    cut_arena arena;
    cut_buf out;
    cut_query_node *node;
    cutline_error err;
    cut_arena_init(&arena, 1 << 20);
    cut_buf_init(&out, 1 << 20);
    cutline_status status = cut_query_parse(&arena, cut_str_from(query), &node, &err);
    if (status != CUTLINE_OK)
        fail_msg("%s: %s", query, err.message);
    add_tree(&out, node);
    assert_string_equal(out.p, tree);
    cut_buf_release(&out);
    cut_arena_release(&arena);
}

static void expect_fault(const char *query, int offset, const char *words)
{
    cut_arena arena;
    cut_query_node *node;
    cutline_error err;
    cut_arena_init(&arena, 1 << 20);
    cutline_status status = cut_query_parse(&arena, cut_str_from(query), &node, &err);
    if (status != CUTLINE_BAD_ARGUMENT || err.offset != offset || !strstr(err.message, words))
        fail_msg("%s: %s at %d: %s", query, cutline_status_name(status), (int)err.offset,
                 err.message);
    cut_arena_release(&arena);
}

/* ---- grammar ------------------------------------------------------------------------------------
 */

static void words_and_phrases(void **state)
{
    (void)state;
    expect_tree("", "all");
    expect_tree("  \t\n ", "all");
    expect_tree("kerry", "'kerry'");
    expect_tree("KERRY Genève", "(and 'kerry' 'geneve')");
    expect_tree("\"John Kerry\"", "'john kerry'");
    expect_tree("\"John Kerry\"talks", "(and 'john kerry' 'talks')");
    expect_tree("ker*", "'ker*'");
    expect_tree("\"ker*\"", "'ker'");
    expect_tree("U.S.", "'u s'");
    expect_tree("al-Jubeir", "'al jubeir'");
    expect_tree("12:30", "'12 30'");
    expect_tree("it's", "'it s'");
}

static void words_of_all_scripts(void **state)
{
    (void)state;
    expect_tree("Übung", "'ubung'");
    /* Alef with hamza and without, tatweel, vowel marks: one word. */
    expect_tree("أحمد", "'احمد'");
    expect_tree("احـمَد", "'احمد'");
    expect_tree("北京", "'北 京'");
    expect_tree("ﬁre", "'fire'");
    expect_tree("Ⅷ", "'viii'");
}

static void conditions(void **state)
{
    (void)state;
    expect_tree("credit:reuters", "4:'reuters'");
    expect_tree("agency:\"Getty Images\"", "4:'getty images'");
    expect_tree("by:\"Denis Balibouse\"", "8:'denis balibouse'");
    expect_tree("person:kerry place:geneva", "(and 20:'kerry' 40:'geneva')");
    expect_tree("BY:bali*", "8:'bali*'");
    expect_tree("date:2016", "date[2016,2016)");
    expect_tree("date:2016-05..2016-06-02", "date[2016-05,2016-06-02)");
    expect_tree("date:2016..", "date[2016,)");
    expect_tree("date:..2016", "date[,2016)");
    expect_tree("is:awaiting", "flag0");
    expect_tree("is:conflict has:caption", "(and flag1 flag4)");
    expect_tree("is:file", "flag2");
    expect_tree("file:wire/2016", "80:'wire 2016'");
    expect_tree("media:reuters:rtx2cgs3", "media:reuters:RTX2CGS3");
}

static void structure(void **state)
{
    (void)state;
    expect_tree("a or b", "(or 'a' 'b')");
    expect_tree("a b or c d", "(or (and 'a' 'b') (and 'c' 'd'))");
    expect_tree("a (b or c)", "(and 'a' (or 'b' 'c'))");
    expect_tree("a OR b Or c", "(or 'a' 'b' 'c')");
    expect_tree("-a", "(not 'a')");
    expect_tree("--a", "(not (not 'a'))");
    expect_tree("-(a b)", "(not (and 'a' 'b'))");
    expect_tree("-is:file kerry", "(and (not flag2) 'kerry')");
    expect_tree("((a))", "'a'");
    expect_tree("a(b)c", "(and 'a' 'b' 'c')");
    expect_tree("\"or\"", "'or'");
    expect_tree("orange or oregon", "(or 'orange' 'oregon')");
    expect_tree("x-ray", "'x ray'");
}

/* ---- faults -------------------------------------------------------------------------------------
 */

static void faults_name_their_column(void **state)
{
    (void)state;
    expect_fault("kerry \"geneva", 6, "not closed");
    expect_fault("(kerry", 0, "not closed");
    expect_fault("kerry)", 5, "was not opened");
    expect_fault("a ()", 3, "missing");
    expect_fault("or", 0, "missing");
    expect_fault("a or", 4, "missing");
    expect_fault("a or or b", 5, "missing");
    expect_fault("a -", 2, "after the minus");
    expect_fault("a (-)", 3, "after the minus");
    expect_fault("a ... b", 2, "no word");
    expect_fault("credit:", 7, "missing after the colon");
    expect_fault("credit:\"\"", 7, "missing after the colon");
    expect_fault("a credit:!!", 9, "no word");
    expect_fault("creditt:x", 0, "did you mean \"credit:\"");
    expect_fault("a reuters:RTX2CGS3", 2, "media:reuters:");
    expect_fault("is:awaitin", 3, "did you mean \"is:awaiting\"");
    expect_fault("has:nothing", 4, "no \"has:nothing\"");
    expect_fault("date:yesterday", 5, "expected a date");
    expect_fault("date:2016-5", 5, "expected a date");
    expect_fault("date:..", 5, "expected a date");
}

static void expect_limit(const char *query, size_t n)
{
    cut_arena arena;
    cut_query_node *node;
    cutline_error err;
    cut_arena_init(&arena, 64 << 20);
    assert_int_equal(cut_query_parse(&arena, (cut_str){query, n}, &node, &err), CUTLINE_LIMIT);
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
    cut_query_node *node;
    cutline_error err;
    static const char bytes[] = "a\0b \xFF\xFE c\xC3";
    cut_arena_init(&arena, 1 << 20);
    cutline_status status =
        cut_query_parse(&arena, (cut_str){bytes, sizeof bytes - 1}, &node, &err);
    assert_int_equal(status, CUTLINE_BAD_ARGUMENT);
    assert_int_equal(err.offset, 4);
    cut_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_and_phrases),
        cmocka_unit_test(words_of_all_scripts),
        cmocka_unit_test(conditions),
        cmocka_unit_test(structure),
        cmocka_unit_test(faults_name_their_column),
        cmocka_unit_test(limits_hold),
        cmocka_unit_test(nul_and_broken_bytes_are_no_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
