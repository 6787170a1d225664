/* EXIF: entries as stored, texts, numbers, damage. */
#include "unit.h"

#include "base/buf.h"
#include "meta/exif.h"

#include <stdlib.h>

typedef struct fixture {
    cut_arena arena;
    cut_findings findings;
    cut_exif exif;
    cut_buf tiff;
} fixture;

static void start(fixture *f)
{
    cut_arena_init(&f->arena, 16 << 20);
    f->findings = cut_findings_in(&f->arena);
    f->exif = (cut_exif){0};
    cut_buf_init(&f->tiff, 1 << 20);
}

static void stop(fixture *f)
{
    cut_buf_release(&f->tiff);
    cut_arena_release(&f->arena);
}

static void add_number(cut_buf *b, uint32_t value, size_t n)
{
    for (size_t i = 0; i < n; i++)
        cut_buf_char(b, (char)(value >> (8 * i)));
}

/* A little-endian entry with the value or its offset in the last field. */
static void add_entry(fixture *f, unsigned tag, unsigned type, uint32_t count, uint32_t value)
{
    add_number(&f->tiff, tag, 2);
    add_number(&f->tiff, type, 2);
    add_number(&f->tiff, count, 4);
    add_number(&f->tiff, value, 4);
}

static void add_header(fixture *f, uint32_t entries)
{
    cut_buf_add(&f->tiff, "II*\0\x08\0\0\0", 8);
    add_number(&f->tiff, entries, 2);
}

static void parse(fixture *f)
{
    cut_view bytes = cut_view_of_str(cut_buf_str(&f->tiff));
    assert_true(cut_buf_ok(&f->tiff));
    assert_int_equal(cut_exif_parse(&f->arena, bytes, 1000, "a.jpg", &f->exif, &f->findings, NULL),
                     CUTLINE_OK);
}

static void assert_text(fixture *f, cut_exif_ifd ifd, uint16_t tag, const char *expected)
{
    cut_str text = cut_exif_text(&f->arena, &f->exif, ifd, tag);
    if (!expected) {
        assert_null(text.p);
        return;
    }
    assert_non_null(text.p);
    assert_int_equal(text.n, strlen(expected));
    assert_memory_equal(text.p, expected, text.n);
}

/* A directory of one entry whose value stands behind it. */
static void one_value(fixture *f, unsigned tag, unsigned type, cut_str value)
{
    start(f);
    add_header(f, 1);
    add_entry(f, tag, type, (uint32_t)value.n, 26);
    add_number(&f->tiff, 0, 4);
    cut_buf_str_add(&f->tiff, value);
    parse(f);
}

static void all_three_directories_are_read(void **state)
{
    (void)state;
    fixture f;
    uint32_t value = 0;
    double ratio = 0;
    start(&f);
    add_header(&f, 3);
    add_entry(&f, 0x010F, 2, 3, 0x00434241); /* Make, in the entry itself: "ABC" */
    add_entry(&f, 0x8769, 4, 1, 50);
    add_entry(&f, 0x8825, 4, 1, 68);
    add_number(&f.tiff, 0, 4);
    assert_int_equal(f.tiff.n, 50);
    add_number(&f.tiff, 1, 2);
    add_entry(&f, 0x8827, 3, 1, 400);
    add_number(&f.tiff, 0, 4);
    assert_int_equal(f.tiff.n, 68);
    add_number(&f.tiff, 1, 2);
    add_entry(&f, 0x0006, 5, 1, 86);
    add_number(&f.tiff, 0, 4);
    add_number(&f.tiff, 7, 4);
    add_number(&f.tiff, 2, 4);
    parse(&f);
    assert_int_equal(f.findings.list.n, 0);
    assert_text(&f, CUT_EXIF_IFD0, 0x010F, "ABC");
    assert_true(cut_exif_uint(&f.exif, CUT_EXIF_IFD_EXIF, 0x8827, 0, &value));
    assert_int_equal(value, 400);
    assert_false(cut_exif_uint(&f.exif, CUT_EXIF_IFD_EXIF, 0x8827, 1, &value));
    assert_true(cut_exif_rational(&f.exif, CUT_EXIF_IFD_GPS, 0x0006, 0, &ratio));
    assert_true(ratio > 3.49 && ratio < 3.51);
    assert_null(cut_exif_find(&f.exif, CUT_EXIF_IFD0, 0x8827));
    stop(&f);
}

static void both_byte_orders_and_signed_rationals_are_read(void **state)
{
    (void)state;
    static const char bytes[] = "MM\0*\0\0\0\x08\0\x02"
                                "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"
                                "\x92\x04\0\x0a\0\0\0\x01\0\0\0\x26"
                                "\0\0\0\0\xff\xff\xff\xfe\0\0\0\x04";
    fixture f;
    uint32_t value = 0;
    double ratio = 0;
    start(&f);
    cut_buf_add(&f.tiff, bytes, sizeof bytes - 1);
    parse(&f);
    assert_true(f.exif.big_endian);
    assert_true(cut_exif_uint(&f.exif, CUT_EXIF_IFD0, 0x0112, 0, &value));
    assert_int_equal(value, 6);
    assert_true(cut_exif_rational(&f.exif, CUT_EXIF_IFD0, 0x9204, 0, &ratio));
    assert_true(ratio < -0.49 && ratio > -0.51);
    stop(&f);
}

static void texts_end_at_nul(void **state)
{
    (void)state;
    fixture f;
    one_value(&f, 0x010E, 2, CUT_STR("Z\xc3\xbcrich  \0junk"));
    assert_text(&f, CUT_EXIF_IFD0, 0x010E, "Z\xc3\xbcrich  ");
    stop(&f);
    one_value(&f, 0x010E, 2, CUT_STR("Caf\xe9\0"));
    assert_text(&f, CUT_EXIF_IFD0, 0x010E, "Caf\xc3\xa9");
    stop(&f);
    one_value(&f, 0x010E, 2, CUT_STR("      \0"));
    assert_text(&f, CUT_EXIF_IFD0, 0x010E, NULL);
    stop(&f);
}

static void utf8_entries_are_kept(void **state)
{
    (void)state;
    fixture f;
    one_value(&f, 0x010E, 129, CUT_STR("\xd8\xb5\xd9\x88\xd8\xb1\xd8\xa9\0"));
    assert_text(&f, CUT_EXIF_IFD0, 0x010E, "\xd8\xb5\xd9\x88\xd8\xb1\xd8\xa9");
    assert_int_equal(cut_exif_find(&f.exif, CUT_EXIF_IFD0, 0x010E)->type, CUT_EXIF_UTF8);
    stop(&f);
}

static void values_past_64_kib_are_kept(void **state)
{
    (void)state;
    static char text[100000];
    fixture f;
    memset(text, 'x', sizeof text - 1);
    start(&f);
    add_header(&f, 2);
    add_entry(&f, 0x010E, 2, sizeof text, 38);
    add_entry(&f, 0x013B, 2, 7, 38 + sizeof text);
    add_number(&f.tiff, 0, 4);
    cut_buf_add(&f.tiff, text, sizeof text);
    cut_buf_add(&f.tiff, "A. Pho", 7);
    parse(&f);
    assert_int_equal(f.findings.list.n, 0);
    assert_int_equal(f.exif.entries.n, 2);
    assert_text(&f, CUT_EXIF_IFD0, 0x013B, "A. Pho");
    assert_text(&f, CUT_EXIF_IFD0, 0x010E, text);
    stop(&f);
}

/* Numbers go through libexif, which stops there. */
static void numbers_past_64_kib_are_kept(void **state)
{
    (void)state;
    enum { TABLE = 40000 };
    static uint16_t table[TABLE];
    fixture f;
    double seconds;
    start(&f);
    add_header(&f, 2);
    add_entry(&f, 0x012D, 3, TABLE, 38); /* TransferFunction */
    add_entry(&f, 0x829A, 5, 1, 38 + sizeof table);
    add_number(&f.tiff, 0, 4);
    cut_buf_add(&f.tiff, table, sizeof table);
    add_number(&f.tiff, 1, 4);
    add_number(&f.tiff, 4, 4);
    parse(&f);
    assert_int_equal(f.exif.entries.n, 2);
    assert_true(cut_exif_rational(&f.exif, CUT_EXIF_IFD0, 0x829A, 0, &seconds));
    assert_float_equal(seconds, 0.25, 0);
    stop(&f);
}

/* Some writers leave the old entry in place: two texts, and a number before a text. */
static void of_two_entries_the_first_counts(void **state)
{
    (void)state;
    fixture f;
    uint32_t number;
    start(&f);
    add_header(&f, 4);
    add_entry(&f, 0x0110, 2, 3, 'a');
    add_entry(&f, 0x0110, 2, 3, 'b');
    add_entry(&f, 0x0112, 3, 1, 6);
    add_entry(&f, 0x0112, 1, 1, 8);
    add_number(&f.tiff, 0, 4);
    parse(&f);
    assert_int_equal(f.exif.entries.n, 2);
    assert_text(&f, CUT_EXIF_IFD0, 0x0110, "a");
    assert_true(cut_exif_uint(&f.exif, CUT_EXIF_IFD0, 0x0112, 0, &number));
    assert_int_equal(number, 6);
    stop(&f);
}

static void copyright_has_a_photographer_and_an_editor(void **state)
{
    (void)state;
    fixture f;
    one_value(&f, 0x8298, 2, CUT_STR("A. Photo \0B. Editor\0"));
    assert_text(&f, CUT_EXIF_IFD0, 0x8298, "A. Photo\nB. Editor");
    stop(&f);
    one_value(&f, 0x8298, 2, CUT_STR(" \0B. Editor\0"));
    assert_text(&f, CUT_EXIF_IFD0, 0x8298, "B. Editor");
    stop(&f);
}

static void windows_texts_are_utf16(void **state)
{
    (void)state;
    fixture f;
    one_value(&f, 0x9C9B, 1, CUT_STR("Z\0\xfc\0\0\0"));
    assert_text(&f, CUT_EXIF_IFD0, 0x9C9B, "Z\xc3\xbc");
    stop(&f);
}

/* UserComment in IFD0 is not one; so it is put into an Exif directory. */
static void comment(fixture *f, cut_str value)
{
    start(f);
    add_header(f, 1);
    add_entry(f, 0x8769, 4, 1, 26);
    add_number(&f->tiff, 0, 4);
    add_number(&f->tiff, 1, 2);
    add_entry(f, 0x9286, 7, (uint32_t)value.n, 44);
    add_number(&f->tiff, 0, 4);
    cut_buf_str_add(&f->tiff, value);
    parse(f);
}

static void user_comments_say_their_charset(void **state)
{
    (void)state;
    const struct {
        cut_str value;
        const char *expected;
    } cases[] = {
        {CUT_STR("ASCII\0\0\0hello\0\0"), "hello"},
        {CUT_STR("ASCII   hello"), "hello"},
        {CUT_STR("\0\0\0\0\0\0\0\0hello"), "hello"},
        {CUT_STR("UNICODE\0h\0i\0"), "hi"},
        {CUT_STR("UNICODE\0\0h\0i"), "hi"},
        {CUT_STR("UNICODE\0\xfe\xff\0h\0i"), "hi"},
        {CUT_STR("no prefix at all"), "no prefix at all"},
        {CUT_STR("JIS\0\0\0\0\0plain"), "plain"},
        {CUT_STR("ASCII\0\0\0        "), NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        fixture f;
        comment(&f, cases[i].value);
        assert_text(&f, CUT_EXIF_IFD_EXIF, 0x9286, cases[i].expected);
        stop(&f);
    }
}

static void damage_is_found_and_the_rest_is_read(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    add_header(&f, 9); /* of which 3 are there */
    add_entry(&f, 0x010E, 2, 100, 5000);
    add_entry(&f, 0x010F, 77, 1, 0);
    add_entry(&f, 0x0110, 2, 3, 0x00434241);
    parse(&f);
    assert_text(&f, CUT_EXIF_IFD0, 0x0110, "ABC");
    assert_int_equal(f.exif.entries.n, 1);
    assert_int_equal(f.findings.list.n, 3);
    assert_string_equal(f.findings.list.v[0].code, "exif-damaged");
    assert_string_equal(f.findings.list.v[1].detail,
                        "byte 1010: EXIF: tag 0x010e has a value past the end");
    stop(&f);
}

static void directories_that_point_at_each_other_end(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    add_header(&f, 3);
    add_entry(&f, 0x8769, 4, 1, 8); /* IFD0 is its own Exif and GPS directory */
    add_entry(&f, 0x8825, 4, 1, 8);
    add_entry(&f, 0x0110, 2, 3, 0x00434241);
    add_number(&f.tiff, 8, 4); /* and its own successor */
    parse(&f);
    assert_text(&f, CUT_EXIF_IFD0, 0x0110, "ABC");
    stop(&f);
}

static void makernotes_are_left_alone(void **state)
{
    (void)state;
    fixture f;
    one_value(&f, 0x927C, 7, CUT_STR("OLYMP\0\1\0 and so on"));
    assert_int_equal(f.exif.entries.n, 0);
    assert_int_equal(f.findings.list.n, 0);
    stop(&f);
}

static void what_is_no_tiff_is_said_to_be_none(void **state)
{
    (void)state;
    fixture f;
    start(&f);
    cut_buf_z(&f.tiff, "no TIFF at all");
    parse(&f);
    assert_int_equal(f.findings.list.n, 1);
    assert_string_equal(f.findings.list.v[0].detail, "byte 1000: EXIF: no TIFF header");
    stop(&f);
}

static void truncation_at_every_byte_is_survived(void **state)
{
    (void)state;
    fixture whole;
    comment(&whole, CUT_STR("UNICODE\0h\0i\0"));
    for (size_t n = 0; n <= whole.tiff.n; n++) {
        fixture f;
        uint8_t *copy = malloc(n ? n : 1);
        memcpy(copy, whole.tiff.p, n);
        start(&f);
        assert_int_equal(
            cut_exif_parse(&f.arena, (cut_view){copy, n}, 0, "a.jpg", &f.exif, &f.findings, NULL),
            CUTLINE_OK);
        assert_int_equal(f.exif.entries.n, n == whole.tiff.n ? 1 : 0);
        stop(&f);
        free(copy);
    }
    stop(&whole);
}

static void only_the_tags_asked_for_are_read(void **state)
{
    (void)state;
    fixture f;
    cut_tiff_tags tags = {{0}};
    tags.bits[0x013B / 8] |= 1u << 0x013B % 8;
    tags.bits[0x0131 / 8] |= 1u << 0x0131 % 8;
    start(&f);
    add_header(&f, 4);
    add_entry(&f, 0x010F, 2, 4, 'A' | 'B' << 8);
    add_entry(&f, 0x0131, 129, 4, 'C' | 'D' << 8); /* UTF-8 */
    add_entry(&f, 0x013B, 2, 4, 'E' | 'F' << 8);
    add_entry(&f, 0x8298, 2, 40, 10000); /* past the end: a finding, though nobody asks for it */
    add_number(&f.tiff, 0, 4);
    f.exif.tags = &tags;
    parse(&f);
    assert_true(f.exif.found);
    assert_int_equal(f.exif.entries.n, 2);
    assert_text(&f, CUT_EXIF_IFD0, 0x0131, "CD");
    assert_text(&f, CUT_EXIF_IFD0, 0x013B, "EF");
    assert_int_equal(f.findings.list.n, 1);
    memset(&tags, 0, sizeof tags);
    f.exif = (cut_exif){.tags = &tags};
    parse(&f);
    assert_true(f.exif.found);
    assert_int_equal(f.exif.entries.n, 0);
    stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_three_directories_are_read),
        cmocka_unit_test(both_byte_orders_and_signed_rationals_are_read),
        cmocka_unit_test(texts_end_at_nul),
        cmocka_unit_test(utf8_entries_are_kept),
        cmocka_unit_test(only_the_tags_asked_for_are_read),
        cmocka_unit_test(values_past_64_kib_are_kept),
        cmocka_unit_test(numbers_past_64_kib_are_kept),
        cmocka_unit_test(of_two_entries_the_first_counts),
        cmocka_unit_test(copyright_has_a_photographer_and_an_editor),
        cmocka_unit_test(windows_texts_are_utf16),
        cmocka_unit_test(user_comments_say_their_charset),
        cmocka_unit_test(damage_is_found_and_the_rest_is_read),
        cmocka_unit_test(directories_that_point_at_each_other_end),
        cmocka_unit_test(makernotes_are_left_alone),
        cmocka_unit_test(what_is_no_tiff_is_said_to_be_none),
        cmocka_unit_test(truncation_at_every_byte_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
