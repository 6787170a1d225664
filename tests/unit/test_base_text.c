/* Views, UTF-8, charsets, folding. */
#include "unit.h"

#include "base/unicode.h"
#include "base/words.h"

static cut_arena arena;

static int setup(void **state)
{
    (void)state;
    cut_arena_init(&arena, 1 << 20);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    cut_arena_release(&arena);
    return 0;
}

#define assert_text(s, literal)                                                                    \
    do {                                                                                           \
        cut_str got_ = (s);                                                                        \
        assert_int_equal(got_.n, sizeof(literal) - 1);                                             \
        assert_memory_equal(got_.p, literal, sizeof(literal) - 1);                                 \
    } while (0)

static void slices_are_clamped(void **state)
{
    (void)state;
    assert_text(cut_str_slice(CUT_STR("abc"), 1, 99), "bc");
    assert_int_equal(cut_str_slice(CUT_STR("abc"), 5, 2).n, 0);
}

static void split_returns_every_part_and_ends(void **state)
{
    (void)state;
    cut_str rest = CUT_STR("a,,b");
    assert_text(cut_str_split(&rest, ','), "a");
    assert_text(cut_str_split(&rest, ','), "");
    assert_text(cut_str_split(&rest, ','), "b");
    assert_null(rest.p);
}

static void trim_cuts_spaces_and_nuls(void **state)
{
    (void)state;
    assert_text(cut_str_trim((cut_str){" \t x y \0\0", 9}), "x y");
    assert_int_equal(cut_str_trim(CUT_STR(" \r\n")).n, 0);
}

static void find_ignores_case_only_where_asked(void **state)
{
    (void)state;
    assert_int_equal(cut_str_find(CUT_STR("via REUTERS"), CUT_STR("Reuters"), 0), SIZE_MAX);
    assert_int_equal(cut_str_find_nocase(CUT_STR("via REUTERS"), CUT_STR("Reuters"), 0), 4);
    assert_int_equal(cut_str_find(CUT_STR("abc"), CUT_STR(""), 0), SIZE_MAX);
    assert_int_equal(cut_str_find(CUT_STR("aab"), CUT_STR("ab"), 0), 1);
    assert_int_equal(cut_str_find(CUT_STR("aaa"), CUT_STR("ab"), 0), SIZE_MAX);
    assert_int_equal(cut_str_find(CUT_STR("abab"), CUT_STR("ab"), 1), 2);
    assert_int_equal(cut_str_find(CUT_STR("abab"), CUT_STR("ab"), 3), SIZE_MAX);
    assert_int_equal(cut_str_find(CUT_STR("a long needle"), CUT_STR("long needle"), 0), 2);
}

static void numbers_overflow_is_refused(void **state)
{
    (void)state;
    uint64_t n = 0;
    assert_true(cut_str_to_u64(CUT_STR("18446744073709551615"), &n));
    assert_true(n == UINT64_MAX);
    assert_false(cut_str_to_u64(CUT_STR("18446744073709551616"), &n));
    assert_false(cut_str_to_u64(CUT_STR(""), &n));
    assert_false(cut_str_to_u64(CUT_STR("12a"), &n));
}

static void utf8_refuses_overlong_surrogates_and_cuts(void **state)
{
    (void)state;
    assert_true(cut_utf8_valid(CUT_STR("Zürich 日本 😀")));
    assert_int_equal(cut_utf8_valid_prefix(CUT_STR("ab\xC0\x80")), 2);
    assert_int_equal(cut_utf8_valid_prefix(CUT_STR("a\xED\xA0\x80")), 1);
    assert_int_equal(cut_utf8_valid_prefix(CUT_STR("a\xF4\x90\x80\x80")), 1);
    assert_int_equal(cut_utf8_valid_prefix(CUT_STR("a\xE2\x82")), 1);
}

static void utf8_walks_both_ways(void **state)
{
    (void)state;
    cut_str s = CUT_STR("aé日😀\xFFz");
    static const uint32_t want[] = {'a', 0xE9, 0x65E5, 0x1F600, CUT_REPLACEMENT, 'z'};
    size_t at = 0;
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(cut_utf8_next(s, &at), want[i]);
    assert_int_equal(at, s.n);
    for (size_t i = 6; i > 0; i--)
        assert_int_equal(cut_utf8_prev(s, &at), want[i - 1]);
    assert_int_equal(at, 0);
    assert_int_equal(cut_utf8_length(s), 6);
}

static void utf8_floor_never_splits(void **state)
{
    (void)state;
    cut_str s = CUT_STR("aé日");
    static const size_t want[] = {0, 1, 1, 3, 3, 3, 6, 6};
    for (size_t max = 0; max < 8; max++)
        assert_int_equal(cut_utf8_floor(s, max), want[max]);
}

static void charsets_become_utf8(void **state)
{
    (void)state;
    assert_text(cut_to_utf8(&arena, CUT_STR("\x93Z\xFCrich\x94"), CUT_CHARSET_CP1252), "“Zürich”");
    assert_text(cut_to_utf8(&arena, CUT_STR("Z\x9Frich \xDB"), CUT_CHARSET_MACROMAN), "Zürich €");
    assert_text(cut_to_utf8(&arena, CUT_STR("\xE9"), CUT_CHARSET_LATIN1), "é");
    assert_text(cut_to_utf8(&arena, CUT_STR("a\xE9"), CUT_CHARSET_UTF8), "a\xEF\xBF\xBD");
}

static void utf16_with_pairs_and_halves(void **state)
{
    (void)state;
    static const uint8_t le[] = {'A', 0, 0x3D, 0xD8, 0x00, 0xDE, 0x00, 0xD8, 0, 0, 'x', 0};
    assert_text(cut_utf16_to_utf8(&arena, (cut_view){le, sizeof le}, false), "A😀\xEF\xBF\xBD");
    static const uint8_t be[] = {0x06, 0x31, 0x06, 0x48, 0x7F};
    assert_text(cut_utf16_to_utf8(&arena, (cut_view){be, sizeof be}, true), "رو");
}

static void folding_joins_spellings(void **state)
{
    (void)state;
    assert_text(cut_uc_fold(&arena, CUT_STR("DÉNIS Straße")), "denis strasse");
    assert_text(cut_uc_fold(&arena, CUT_STR("أُسَامَة")), "اسامه");
    assert_text(cut_uc_fold(&arena, CUT_STR("رويـــترز")), "رويترز");
    assert_text(cut_uc_fold(&arena, CUT_STR("ＡＰ")), "ap");
}

static void classes_are_what_single_questions_say(void **state)
{
    (void)state;
    for (uint32_t c = 1; c < 0x30000; c++) {
        unsigned class = cut_uc_class(c);
        assert_int_equal((class & CUT_UC_SPACE) != 0, cut_uc_is_space(c));
        assert_int_equal((class & CUT_UC_LETTER) != 0, cut_uc_is_letter_or_mark(c));
        assert_int_equal((class & CUT_UC_UPPER) != 0, cut_uc_is_upper(c));
        assert_int_equal((class & CUT_UC_LOWER) != 0, cut_uc_is_lower(c));
        assert_int_equal((class & CUT_UC_DIGIT) != 0, cut_uc_is_digit(c));
    }
}

static void valid_text_is_read_alike_by_both_walks(void **state)
{
    (void)state;
    for (uint32_t c = 0; c < 0x110000; c++) {
        char bytes[4];
        size_t n = cut_utf8_put(bytes, c), one = 0, other = 0;
        cut_str s = {bytes, n};
        assert_true(cut_utf8_next(s, &one) == cut_utf8_valid_next(s, &other));
        assert_true(one == n && other == n);
    }
}

static void digits_of_other_scripts_have_values(void **state)
{
    (void)state;
    assert_int_equal(cut_uc_digit_value(0x0665), 5);
    assert_int_equal(cut_uc_digit_value(0x06F9), 9);
    assert_int_equal(cut_uc_digit_value('7'), 7);
    assert_int_equal(cut_uc_digit_value('x'), -1);
}

static void words_can_be_marked(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        "...",
                                        "a",
                                        "a b c",
                                        " Bern, 3-May ",
                                        "DPA/Max O'Neil",
                                        "Ångström & Çelik",
                                        "中国 Peking",
                                        "…"};
    cut_buf out;
    cut_buf_init(&out, 1 << 16);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cut_buf_clear(&out);
        assert_true(cut_words_add(&arena, CUT_STR("xy"), cut_str_from(texts[i]), &out));
        cut_str words = cut_words_fold(&arena, cut_str_from(texts[i])), rest = cut_buf_str(&out);
        while (words.n > 0) {
            cut_str word = cut_str_split(&words, ' '), marked = cut_str_split(&rest, ' ');
            assert_true(cut_str_eq(cut_str_slice(marked, 0, 2), CUT_STR("xy")));
            assert_true(cut_str_eq(cut_str_slice(marked, 2, marked.n), word));
        }
        assert_int_equal(rest.n, 0);
    }
    cut_buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slices_are_clamped),
        cmocka_unit_test(split_returns_every_part_and_ends),
        cmocka_unit_test(trim_cuts_spaces_and_nuls),
        cmocka_unit_test(find_ignores_case_only_where_asked),
        cmocka_unit_test(numbers_overflow_is_refused),
        cmocka_unit_test(utf8_refuses_overlong_surrogates_and_cuts),
        cmocka_unit_test(utf8_walks_both_ways),
        cmocka_unit_test(utf8_floor_never_splits),
        cmocka_unit_test(charsets_become_utf8),
        cmocka_unit_test(utf16_with_pairs_and_halves),
        cmocka_unit_test(folding_joins_spellings),
        cmocka_unit_test(digits_of_other_scripts_have_values),
        cmocka_unit_test(words_can_be_marked),
        cmocka_unit_test(classes_are_what_single_questions_say),
        cmocka_unit_test(valid_text_is_read_alike_by_both_walks),
    };
    return cmocka_run_group_tests(tests, setup, teardown);
}
