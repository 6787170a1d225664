/* Arena, buffer, JSON writer, findings: memory that is bounded and says so. */
#include "unit.h"

#include <stdio.h>

#include "base/finding.h"
#include "base/json.h"
#include "base/limits.h"

#include <stdlib.h>

static void arena_gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    cut_arena a;
    cut_arena_init(&a, 1 << 20);
    for (size_t n = 0; n < 200; n++) {
        unsigned char *p = cut_arena_alloc(&a, n, 1);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % 16, 0);
        for (size_t i = 0; i < n; i++)
            assert_int_equal(p[i], 0);
        memset(p, 0xAA, n);
    }
    cut_arena_reset(&a);
    unsigned char *again = cut_arena_alloc(&a, 64, 1);
    assert_non_null(again);
    assert_int_equal(again[0], 0);
    cut_arena_release(&a);
}

/* What took many pieces once finds one that holds all, and keeps it. */
static void arena_serves_the_like_again_in_place(void **state)
{
    (void)state;
    cut_arena a;
    void *first[2];
    cut_arena_init(&a, 64 << 20);
    for (int round = 0; round < 4; round++) {
        unsigned char *p = cut_arena_raw(&a, 1000, 1), *last = NULL;
        for (int i = 0; i < 40; i++)
            last = cut_arena_raw(&a, 100000, 1);
        assert_true(round == 0 || last == p + 1008 + 39 * 100000);
        first[round % 2] = p;
        assert_true(round < 2 || first[0] == first[1]);
        cut_arena_reset(&a);
        assert_int_equal(a.used, 0);
    }
    /* What is out of the ordinary is given back. */
    assert_non_null(cut_arena_raw(&a, 32 << 20, 1));
    cut_arena_reset(&a);
    assert_null(a.chunks);
    cut_arena_release(&a);
}

static void arena_keeps_to_its_maximum(void **state)
{
    (void)state;
    cut_arena a;
    cut_arena_init(&a, 100);
    assert_non_null(cut_arena_alloc(&a, 64, 1));
    assert_null(cut_arena_alloc(&a, 64, 1));
    assert_null(cut_arena_alloc(&a, SIZE_MAX, 2));
    cut_arena_release(&a);
}

static void vectors_grow(void **state)
{
    (void)state;
    cut_arena a;
    cut_arena_init(&a, 1 << 20);
    CUT_VEC(int) v = {0};
    for (int i = 0; i < 1000; i++)
        assert_true(CUT_PUSH(&a, &v, i));
    for (int i = 0; i < 1000; i++)
        assert_int_equal(v.v[i], i);
    cut_arena_release(&a);
}

static void buffer_failure_is_sticky(void **state)
{
    (void)state;
    cut_buf b;
    cut_buf_init(&b, 5);
    cut_buf_z(&b, "abc");
    cut_buf_printf(&b, "%d", 42);
    assert_true(cut_buf_ok(&b));
    assert_string_equal(b.p, "abc42");
    cut_buf_char(&b, 'x');
    cut_buf_clear(&b);
    cut_buf_z(&b, "123456");
    cut_buf_z(&b, "1");
    assert_false(cut_buf_ok(&b));
    assert_null(cut_buf_detach(&b));
    cut_buf_release(&b);
}

static void empty_buffer_detaches_as_empty_text(void **state)
{
    (void)state;
    cut_buf b;
    cut_buf_init(&b, 10);
    char *text = cut_buf_detach(&b);
    assert_string_equal(text, "");
    free(text);
}

static void json_nests_and_escapes(void **state)
{
    (void)state;
    cut_buf b;
    cut_json j;
    cut_buf_init(&b, 1 << 16);
    cut_json_init(&j, &b);
    cut_json_begin_object(&j);
    cut_json_key_str(&j, "t", CUT_STR("a\"\\\n\x01\x7F\xFFé"));
    cut_json_key(&j, "l");
    cut_json_begin_array(&j);
    cut_json_int(&j, -5);
    cut_json_bool(&j, true);
    cut_json_null(&j);
    cut_json_begin_object(&j);
    cut_json_end_object(&j);
    cut_json_end_array(&j);
    cut_json_key_z(&j, "z", NULL);
    cut_json_end_object(&j);
    assert_string_equal(b.p, "{\"t\":\"a\\\"\\\\\\n\\u0001\\u007f\xEF\xBF\xBDé\","
                             "\"l\":[-5,true,null,{}],\"z\":null}");
    cut_buf_release(&b);
}

/* Text is looked at eight bytes at a time: whatever its length, and wherever the special one is. */
static void json_escapes_at_every_place(void **state)
{
    (void)state;
    static const char special[] = "\"\\\n\x1F\x7F";
    char text[32], expected[48];
    cut_buf b;
    cut_json j;
    cut_buf_init(&b, 1 << 16);
    for (size_t n = 0; n <= 26; n++)
        for (size_t at = 0; at <= n; at++)
            for (const char *c = special; *c; c++) {
                memset(text, 'a', n);
                snprintf(expected, sizeof expected, "\"%.*s\"", (int)n, text);
                if (at < n) {
                    text[at] = *c;
                    const char *escaped = *c == '"'    ? "\\\""
                                          : *c == '\\' ? "\\\\"
                                          : *c == '\n' ? "\\n"
                                          : *c == 0x7F ? "\\u007f"
                                                       : "\\u001f";
                    snprintf(expected, sizeof expected, "\"%.*s%s%.*s\"", (int)at, text, escaped,
                             (int)(n - at - 1), text + at + 1);
                }
                cut_buf_clear(&b);
                cut_json_init(&j, &b);
                cut_json_str(&j, (cut_str){text, n});
                assert_string_equal(b.p, expected);
            }
    cut_buf_release(&b);
}

static void findings_stop_at_their_limit(void **state)
{
    (void)state;
    cut_arena a;
    cut_arena_init(&a, 1 << 20);
    cut_findings f = cut_findings_in(&a);
    for (unsigned i = 0; i < CUT_MAX_FINDINGS + 50; i++)
        cut_finding_add(&f, "truncated", NULL, "finding %u", i);
    assert_int_equal(f.list.n, CUT_MAX_FINDINGS);
    assert_string_equal(f.list.v[1].detail, "finding 1");
    assert_false(f.lost);
    cut_arena_release(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arena_gives_zeroed_aligned_memory),
        cmocka_unit_test(arena_serves_the_like_again_in_place),
        cmocka_unit_test(arena_keeps_to_its_maximum),
        cmocka_unit_test(vectors_grow),
        cmocka_unit_test(buffer_failure_is_sticky),
        cmocka_unit_test(empty_buffer_detaches_as_empty_text),
        cmocka_unit_test(json_nests_and_escapes),
        cmocka_unit_test(json_escapes_at_every_place),
        cmocka_unit_test(findings_stop_at_their_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
