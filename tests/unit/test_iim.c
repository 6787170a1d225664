/* IIM data sets and their character sets. */
#include "unit.h"

#include "meta/iim.h"

#include <stdlib.h>

typedef struct fixture {
    cut_arena arena;
    cut_findings findings;
    cut_iim iim;
} fixture;

static void start(fixture *f)
{
    cut_arena_init(&f->arena, 4 << 20);
    f->findings = cut_findings_in(&f->arena);
    f->iim = (cut_iim){0};
}

static void parse(fixture *f, const char *bytes, size_t n)
{
    assert_int_equal(cut_iim_parse(&f->arena, (cut_view){(const uint8_t *)bytes, n}, 10, "a.jpg",
                                   &f->iim, &f->findings, NULL),
                     CUTLINE_OK);
}
#define PARSE(f, literal) parse((f), (literal), sizeof(literal) - 1)

static void decode(fixture *f, const cut_iim_twin *twins, size_t n)
{
    assert_int_equal(cut_iim_decode(&f->arena, &f->iim, twins, n, &f->findings, NULL), CUTLINE_OK);
}

static void assert_text(const fixture *f, uint8_t number, size_t nth, const char *expected)
{
    const cut_iim_dataset *set = cut_iim_find(&f->iim, 2, number, nth);
    assert_non_null(set);
    assert_int_equal(set->text.n, strlen(expected));
    assert_memory_equal(set->text.p, expected, set->text.n);
}

static void data_sets_come_in_file_order(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    PARSE(&f, "\x1c\x02\x19\0\x02"
              "ab"
              "\x1c\x02\x19\0\x01"
              "c"
              "\x1c\x02\x78\0\0");
    assert_int_equal(f.iim.sets.n, 3);
    decode(&f, NULL, 0);
    assert_text(&f, 25, 0, "ab");
    assert_text(&f, 25, 1, "c");
    assert_text(&f, 120, 0, "");
    assert_int_equal(cut_iim_find(&f.iim, 2, 25, 1)->offset, 22);
    assert_null(cut_iim_find(&f.iim, 2, 25, 2));
    assert_int_equal(f.findings.list.n, 0);
    assert_int_equal(f.iim.stream.n, 18);
    cut_arena_release(&f.arena);
}

static void extended_data_sets_give_their_length_in_octets(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    PARSE(&f, "\x1c\x02\x78\x80\x04\0\0\0\x03"
              "abc"
              "\x1c\x02\x5a\x80\x01\x02"
              "de");
    decode(&f, NULL, 0);
    assert_text(&f, 120, 0, "abc");
    assert_text(&f, 90, 0, "de");
    cut_arena_release(&f.arena);
}

static void padding_is_no_damage_and_swapped_blocks_are_read(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    PARSE(&f, "\x1c\x02\x5a\0\x01x\0\0\0\0\0\0");
    assert_int_equal(f.iim.sets.n, 1);
    assert_int_equal(f.findings.list.n, 0);
    PARSE(&f, "\0\x5a\x02\x1cyyy\x03"); /* 1c 02 5a 00 | 03 y y y */
    assert_int_equal(f.iim.sets.n, 2);
    assert_int_equal(f.findings.list.n, 1);
    assert_string_equal(f.findings.list.v[0].code, "iim-damaged");
    decode(&f, NULL, 0);
    assert_text(&f, 90, 0, "x");
    assert_text(&f, 90, 1, "yyy");
    assert_int_equal(f.iim.stream.n, 12); /* of the first block */
    cut_arena_release(&f.arena);
}

static void damage_keeps_what_stands_before_it(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    PARSE(&f, "\x1c\x02\x5a\0\x01xJUNK");
    assert_int_equal(f.iim.sets.n, 1);
    assert_string_equal(f.findings.list.v[0].detail,
                        "byte 16: IIM: a data set should start here, not 0x4a");
    cut_arena_release(&f.arena);
}

static void truncation_at_every_byte_is_survived(void **state)
{
    (void)state;
    static const char bytes[] = "\x1c\x01\x5a\0\x03\x1b%G\x1c\x02\x78\x80\x02\0\x03"
                                "abc\x1c\x02\x5a\0\x01z";
    for (size_t n = 0; n < sizeof bytes; n++) {
        fixture f;
        char *copy = malloc(n ? n : 1);
        memcpy(copy, bytes, n);
        start(&f);
        parse(&f, copy, n);
        decode(&f, NULL, 0);
        assert_int_equal(f.iim.sets.n, n >= 24 ? 3 : n >= 18 ? 2 : n >= 8 ? 1 : 0);
        bool whole = n == 0 || n == 8 || n == 18 || n >= 24;
        assert_int_equal(f.findings.list.n, whole ? 0 : 1);
        cut_arena_release(&f.arena);
        free(copy);
    }
}

static void declared_utf8_is_utf8_even_if_cut(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    PARSE(&f, "\x1c\x01\x5a\0\x03\x1b%G"
              "\x1c\x02\x5a\0\x07Z\xc3\xbcrich"
              "\x1c\x02\x50\0\x20xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\xc3"
              "\x1c\x02\x69\0\x04"
              "Caf\xe9");
    decode(&f, NULL, 0);
    assert_int_equal(f.iim.charset, CUT_CHARSET_UTF8);
    assert_text(&f, 90, 0, "Z\xc3\xbcrich");
    assert_text(&f, 80, 0, "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx");
    assert_text(&f, 105, 0, "Caf\xc3\xa9");
    assert_int_equal(f.findings.list.n, 1); /* only the value that is not UTF-8 at all */
    cut_arena_release(&f.arena);
}

static void undeclared_text_is_guessed_aloud(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    PARSE(&f, "\x1c\x02\x5a\0\x07Z\xc3\xbcrich");
    decode(&f, NULL, 0);
    assert_text(&f, 90, 0, "Z\xc3\xbcrich");
    assert_string_equal(f.findings.list.v[0].code, "iim-charset-guessed");
    cut_arena_release(&f.arena);

    start(&f);
    PARSE(&f, "\x1c\x02\x5a\0\x04"
              "Caf\xe9\x1c\x02\x69\0\x03\x93x\x94");
    decode(&f, NULL, 0);
    assert_int_equal(f.iim.charset, CUT_CHARSET_CP1252);
    assert_text(&f, 90, 0, "Caf\xc3\xa9");
    assert_text(&f, 105, 0, "\xe2\x80\x9cx\xe2\x80\x9d");
    assert_int_equal(f.findings.list.n, 1);
    cut_arena_release(&f.arena);
}

static void a_twin_tells_mac_from_windows(void **state)
{
    (void)state;
    fixture f;
    const cut_iim_twin twins[] = {{2, 120, CUT_STR("Caf\xc3\xa9\nand more")},
                                  {2, 90, CUT_STR("Z\xc3\xbcrich")}};
    start(&f);
    PARSE(&f, "\x1c\x02\x78\0\x08"
              "Caf\x8e\rand"
              "\x1c\x02\x5a\0\x06Z\x9frich");
    decode(&f, twins, 2);
    assert_int_equal(f.iim.charset, CUT_CHARSET_MACROMAN);
    assert_text(&f, 120, 0, "Caf\xc3\xa9\rand");
    assert_text(&f, 90, 0, "Z\xc3\xbcrich");
    cut_arena_release(&f.arena);
}

static void iso_2022_designations_are_known(void **state)
{
    (void)state;
    const struct {
        cut_str iim;
        cut_charset charset;
        const char *text;
    } cases[] = {
        {CUT_STR("\x1c\x01\x5a\0\x06\x1b(B\x1b-A\x1c\x02\x5a\0\x04"
                 "Caf\xe9"),
         CUT_CHARSET_CP1252, "Caf\xc3\xa9"},
        {CUT_STR("\x1c\x01\x5a\0\x03\x1b.B\x1c\x02\x5a\0\x01\xb3"), CUT_CHARSET_LATIN2, "\xc5\x82"},
        {CUT_STR("\x1c\x01\x5a\0\x03\x1b-L\x1c\x02\x5a\0\x01\xbc"), CUT_CHARSET_CYRILLIC,
         "\xd0\x9c"},
        {CUT_STR("\x1c\x01\x5a\0\x03\x1b-G\x1c\x02\x5a\0\x02\xd5\xa0"), CUT_CHARSET_ARABIC,
         "\xd8\xb5\xc2\xa0"},
        {CUT_STR("\x1c\x01\x5a\0\x03\x1b/b\x1c\x02\x5a\0\x01\xa4"), CUT_CHARSET_LATIN9,
         "\xe2\x82\xac"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fixture f;
        start(&f);
        parse(&f, cases[i].iim.p, cases[i].iim.n);
        decode(&f, NULL, 0);
        assert_int_equal(f.iim.charset, cases[i].charset);
        assert_text(&f, 90, 0, cases[i].text);
        assert_int_equal(f.findings.list.n, 0);
        cut_arena_release(&f.arena);
    }
}

static void an_unknown_1_90_is_said_to_be_one(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    PARSE(&f, "\x1c\x01\x5a\0\x04\x1b$)B\x1c\x02\x5a\0\x01\xe9");
    decode(&f, NULL, 0);
    assert_text(&f, 90, 0, "\xc3\xa9");
    assert_non_null(strstr(f.findings.list.v[0].detail, "unknown character set"));
    cut_arena_release(&f.arena);
}

/* Japanese of old systems: ISO 2022 between escape sequences, all of it below 0x80. */
static void escape_sequences_are_told(void **state)
{
    (void)state;
    static const char bytes[] = "\x1c\x02\x5a\0\x06\x1b$B3Kq";
    fixture f;
    start(&f);
    parse(&f, bytes, sizeof bytes - 1);
    decode(&f, NULL, 0);
    assert_int_equal(f.findings.list.n, 1);
    assert_string_equal(f.findings.list.v[0].code, "iim-charset-guessed");
    assert_string_equal(f.findings.list.v[0].detail,
                        "IIM: texts change their character set half-way (ISO 2022), which is not "
                        "read");
    cut_arena_release(&f.arena);
}

static void trailing_nuls_go_and_binary_sets_have_no_text(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    PARSE(&f, "\x1c\x02\0\0\x02\0\x04\x1c\x02\x5a\0\x03x\0\0");
    decode(&f, NULL, 0);
    assert_text(&f, 90, 0, "x");
    assert_null(f.iim.sets.v[0].text.p);
    assert_int_equal(f.iim.sets.v[0].raw.n, 2);
    cut_arena_release(&f.arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(data_sets_come_in_file_order),
        cmocka_unit_test(extended_data_sets_give_their_length_in_octets),
        cmocka_unit_test(padding_is_no_damage_and_swapped_blocks_are_read),
        cmocka_unit_test(damage_keeps_what_stands_before_it),
        cmocka_unit_test(truncation_at_every_byte_is_survived),
        cmocka_unit_test(declared_utf8_is_utf8_even_if_cut),
        cmocka_unit_test(undeclared_text_is_guessed_aloud),
        cmocka_unit_test(a_twin_tells_mac_from_windows),
        cmocka_unit_test(iso_2022_designations_are_known),
        cmocka_unit_test(an_unknown_1_90_is_said_to_be_one),
        cmocka_unit_test(escape_sequences_are_told),
        cmocka_unit_test(trailing_nuls_go_and_binary_sets_have_no_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
