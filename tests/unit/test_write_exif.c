/* EXIF and TIFF structures, edited without moving anything. */
#include "unit.h"

#include "meta/exif.h"
#include "photo.h"
#include "writeback/exif_edit.h"

#include <stdlib.h>

typedef struct fixture {
    cut_arena arena;
    cutline_error err;
    cut_view old, out;
    cut_exif before, after;
} fixture;

static void read_exif(fixture *f, cut_view tiff, cut_exif *out)
{
    cut_findings findings = cut_findings_in(&f->arena);
    *out = (cut_exif){.big_endian = false};
    assert_int_equal(cut_exif_parse(&f->arena, tiff, 0, "a.jpg", out, &findings, NULL), CUTLINE_OK);
    if (findings.list.n > 0)
        fail_msg("%s", findings.list.v[0].detail);
}

/* Writes changes into a block made of tags (none: into no block). */
static void rewrite(fixture *f, const photo *p, const cut_change *changes, size_t count)
{
    cut_buf block;
    cut_tiff_sets sets = {0};
    cut_changes list = {changes, count};
    *f = (fixture){.old = {NULL, 0}};
    cut_arena_init(&f->arena, 16u << 20);
    cut_buf_init(&block, 1 << 20);
    if (p->exif[0].tag) {
        put_exif(&block, p);
        f->old =
            cut_view_of_str((cut_str){cut_arena_copy(&f->arena, cut_buf_str(&block)), block.n});
        read_exif(f, f->old, &f->before);
    }
    cut_buf_release(&block);
    assert_true(cut_exif_sets(&f->arena, &list, &f->before, &sets));
    if (cut_tiff_rewrite(&f->arena, f->old, sets.v, sets.n, &f->out, &f->err) != CUTLINE_OK)
        fail_msg("%s", f->err.message);
    read_exif(f, f->out, &f->after);
}

static void assert_text(fixture *f, cut_exif_ifd ifd, uint16_t tag, const char *wanted)
{
    cut_str text = cut_exif_text(&f->arena, &f->after, ifd, tag);
    char *copy = cut_arena_copy(&f->arena, text);
    assert_string_equal(copy, wanted);
}

/* All old bytes but those of the header's pointer are where they were. */
static void assert_nothing_moved(const fixture *f)
{
    assert_memory_equal(f->out.p, f->old.p, 4);
    assert_memory_equal(f->out.p + 8, f->old.p + 8, f->old.n - 8);
}

#define CHANGE(name, values)                                                                       \
    {                                                                                              \
        &cut_fields[CUT_FIELD_##name], values, 1                                                   \
    }
static const cutline_value words = {.text = "Z\xC3\xBCrich"};
static const cutline_value date = {.text = "2016-05-02T14:03:22.5+02:00"};

static void no_block_becomes_one(void **state)
{
    (void)state;
    static const cut_change changes[] = {CHANGE(caption, &words), CHANGE(date_created, &date)};
    static const photo none = {.xmp = NULL};
    fixture f;
    rewrite(&f, &none, changes, 2);
    assert_int_equal(f.after.entries.n, 4);
    assert_text(&f, CUT_EXIF_IFD0, 0x010E, "Z\xC3\xBCrich");
    assert_text(&f, CUT_EXIF_IFD_EXIF, 0x9003, "2016:05:02 14:03:22");
    assert_text(&f, CUT_EXIF_IFD_EXIF, 0x9291, "5");
    assert_text(&f, CUT_EXIF_IFD_EXIF, 0x9011, "+02:00");
    cut_arena_release(&f.arena);
}

static void a_value_that_fits_stays_in_its_place(void **state)
{
    (void)state;
    static const cut_change changes[] = {CHANGE(caption, &words)};
    static const photo p = {.exif = {{0, 0x010E, 2, "a long description", 0, {0}, 0},
                                     {0, 0x0110, 2, "Camera", 0, {0}, 0}}};
    fixture f;
    rewrite(&f, &p, changes, 1);
    assert_int_equal(f.out.n, f.old.n);
    assert_text(&f, CUT_EXIF_IFD0, 0x010E, "Z\xC3\xBCrich");
    assert_text(&f, CUT_EXIF_IFD0, 0x0110, "Camera");
    cut_arena_release(&f.arena);
}

static void what_grows_goes_behind_the_end(void **state)
{
    (void)state;
    static const cut_change changes[] = {CHANGE(caption, &words), CHANGE(byline, &words),
                                         CHANGE(date_created, &date)};
    static const photo p = {.exif = {{0, 0x010E, 2, "abc", 0, {0}, 0},
                                     {0, 0x0110, 2, "Camera", 0, {0}, 0},
                                     {1, 0x927C, 7, "maker's own", 11, {0}, 0},
                                     {1, 0xA434, 2, "Lens", 0, {0}, 0}}};
    fixture f;
    rewrite(&f, &p, changes, 3);
    assert_nothing_moved(&f);
    assert_text(&f, CUT_EXIF_IFD0, 0x010E, "Z\xC3\xBCrich");
    assert_text(&f, CUT_EXIF_IFD0, 0x013B, "Z\xC3\xBCrich");
    assert_text(&f, CUT_EXIF_IFD0, 0x0110, "Camera");
    assert_text(&f, CUT_EXIF_IFD_EXIF, 0xA434, "Lens");
    assert_text(&f, CUT_EXIF_IFD_EXIF, 0x9003, "2016:05:02 14:03:22");
    cut_arena_release(&f.arena);
}

static void a_shared_value_is_not_written_over(void **state)
{
    (void)state;
    static const cut_change changes[] = {CHANGE(caption, &words)};
    /* Description and model at one place: the second entry's offset is made the first one's. */
    static const photo p = {.exif = {{0, 0x010E, 2, "the same text", 0, {0}, 0},
                                     {0, 0x0110, 2, "the same text", 0, {0}, 0}}};
    fixture f;
    cut_buf block;
    cut_tiff_sets sets = {0};
    cut_changes list = {changes, 1};
    f = (fixture){.old = {NULL, 0}};
    cut_arena_init(&f.arena, 1 << 20);
    cut_buf_init(&block, 1 << 20);
    put_exif(&block, &p);
    memcpy(block.p + 8 + 2 + 12 + 8, block.p + 8 + 2 + 8, 4);
    cut_view old = cut_view_of_str(cut_buf_str(&block));
    read_exif(&f, old, &f.before);
    assert_true(cut_exif_sets(&f.arena, &list, &f.before, &sets));
    assert_int_equal(cut_tiff_rewrite(&f.arena, old, sets.v, sets.n, &f.out, &f.err), CUTLINE_OK);
    read_exif(&f, f.out, &f.after);
    assert_text(&f, CUT_EXIF_IFD0, 0x0110, "the same text");
    assert_text(&f, CUT_EXIF_IFD0, 0x010E, "Z\xC3\xBCrich");
    cut_buf_release(&block);
    cut_arena_release(&f.arena);
}

static void what_goes_leaves_the_others(void **state)
{
    (void)state;
    static const cut_change changes[] = {{&cut_fields[CUT_FIELD_caption], NULL, 0},
                                         {&cut_fields[CUT_FIELD_date_created], NULL, 0}};
    static const photo p = {.exif = {{0, 0x010E, 2, "description", 0, {0}, 0},
                                     {0, 0x0110, 2, "Camera", 0, {0}, 0},
                                     {1, 0x9003, 2, "2001:01:01 00:00:00", 0, {0}, 0},
                                     {1, 0xA434, 2, "Lens", 0, {0}, 0}}};
    fixture f;
    rewrite(&f, &p, changes, 2);
    assert_int_equal(f.out.n, f.old.n);
    assert_int_equal(f.after.entries.n, 2);
    assert_text(&f, CUT_EXIF_IFD0, 0x0110, "Camera");
    assert_text(&f, CUT_EXIF_IFD_EXIF, 0xA434, "Lens");
    cut_arena_release(&f.arena);
}

static void names_are_joined_as_mwg_wants(void **state)
{
    (void)state;
    static const cutline_value names[] = {{.text = "Ann; Bee"}, {.text = "\"C\""}, {.text = "Dee"}};
    static const cut_change changes[] = {{&cut_fields[CUT_FIELD_byline], names, 3}};
    static const photo none = {.xmp = NULL};
    fixture f;
    rewrite(&f, &none, changes, 1);
    assert_text(&f, CUT_EXIF_IFD0, 0x013B, "\"Ann; Bee\"; \"\"\"C\"\"\"; Dee");
    cut_arena_release(&f.arena);
}

static void numbers_come_in_their_types(void **state)
{
    (void)state;
    static const cutline_value speed = {.text = "1/250"}, stop = {.text = "2.8"},
                               comment = {.text = "\xC3\xBC"}, turn = {.text = "6"},
                               stars = {.text = "3"};
    static const cut_change changes[] = {CHANGE(exposure_time, &speed), CHANGE(f_number, &stop),
                                         CHANGE(user_comment, &comment), CHANGE(orientation, &turn),
                                         CHANGE(rating, &stars)};
    static const photo none = {.xmp = NULL};
    fixture f;
    double value;
    uint32_t number;
    rewrite(&f, &none, changes, 5);
    assert_true(cut_exif_rational(&f.after, CUT_EXIF_IFD_EXIF, 0x829A, 0, &value));
    assert_true(value == 1.0 / 250);
    assert_true(cut_exif_rational(&f.after, CUT_EXIF_IFD_EXIF, 0x829D, 0, &value));
    assert_true(value == 2.8);
    assert_text(&f, CUT_EXIF_IFD_EXIF, 0x9286, "\xC3\xBC");
    assert_true(cut_exif_uint(&f.after, CUT_EXIF_IFD0, 0x0112, 0, &number));
    assert_int_equal(number, 6);
    assert_null(cut_exif_find(&f.after, CUT_EXIF_IFD0, 0x4746)); /* MWG: in XMP only */
    cut_arena_release(&f.arena);
}

static void a_broken_directory_is_refused(void **state)
{
    (void)state;
    static const uint8_t broken[] = "II*\0\x08\0\0\0\xFF\0";
    static const cut_tiff_set set = {.tag = 0x010E, .type = 2, .count = 1, .bytes = {broken, 1}};
    cut_arena arena;
    cut_view out;
    cut_arena_init(&arena, 1 << 20);
    assert_int_equal(cut_tiff_rewrite(&arena, (cut_view){broken, 10}, &set, 1, &out, NULL),
                     CUTLINE_MALFORMED);
    cut_arena_release(&arena);
}

/* What a structure in bytes becomes with a longer description. */
static cutline_status describe(cut_arena *arena, cut_view old, cut_view *out, cutline_error *err)
{
    static const uint8_t text[] = "a description";
    static const cut_tiff_set set = {
        .tag = 0x010E, .type = 2, .count = sizeof text, .bytes = {text, sizeof text}};
    return cut_tiff_rewrite(arena, old, &set, 1, out, err);
}

#define BYTES(literal)                                                                             \
    {                                                                                              \
        (const uint8_t *)(literal), sizeof(literal) - 1                                            \
    }

/* Behind the end stand a value, a strip, a thumbnail: the new text must not become one. */
static void what_is_not_whole_does_not_grow(void **state)
{
    (void)state;
    static const struct {
        cut_view bytes;
        const char *message;
    } cases[] = {
        {BYTES("II*\0\x08\0\0\0\1\0\x10\1\2\0\x08\0\0\0\x20\0\0\0\0\0\0\0"),
         "the value of TIFF tag 0x0110, at its byte 10, ends past the end"},
        {BYTES("II*\0\x08\0\0\0\2\0\x11\1\4\0\1\0\0\0\x26\0\0\0\x17\1\4\0\1\0\0\0\2\0\0\0"
               "\0\0\0\0x"),
         "the TIFF ends in its image data, at its byte 39"},
        {BYTES("II*\0\x08\0\0\0\0\0\x0E\0\0\0\2\0\1\2\4\0\1\0\0\0\x2A\0\0\0\2\2\4\0\1\0\0\0\4\0"
               "\0\0\0\0\0\0"),
         "the TIFF ends in its image data, at its byte 44"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cut_arena arena;
        cut_view out;
        cutline_error err;
        cut_arena_init(&arena, 1 << 20);
        assert_int_equal(describe(&arena, cases[i].bytes, &out, &err), CUTLINE_MALFORMED);
        assert_string_equal(err.message, cases[i].message);
        cut_arena_release(&arena);
    }
}

/* IFD0 points to itself, or past the end, as to the next one: it has none when it has moved, too.
 */
static void no_directory_comes_after_by_chance(void **state)
{
    (void)state;
    static const cut_view cases[] = {BYTES("II*\0\x08\0\0\0\0\0\x08\0\0\0"),
                                     BYTES("II*\0\x08\0\0\0\0\0\x0E\0\0\0")};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cut_arena arena;
        cut_view out;
        cut_arena_init(&arena, 1 << 20);
        assert_int_equal(describe(&arena, cases[i], &out, NULL), CUTLINE_OK);
        size_t ifd0 = out.p[4];
        assert_int_equal(out.p[ifd0], 1);
        assert_memory_equal(out.p + ifd0 + 2 + 12, "\0\0\0", 4);
        cut_arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_block_becomes_one),
        cmocka_unit_test(a_value_that_fits_stays_in_its_place),
        cmocka_unit_test(what_grows_goes_behind_the_end),
        cmocka_unit_test(a_shared_value_is_not_written_over),
        cmocka_unit_test(what_goes_leaves_the_others),
        cmocka_unit_test(names_are_joined_as_mwg_wants),
        cmocka_unit_test(numbers_come_in_their_types),
        cmocka_unit_test(a_broken_directory_is_refused),
        cmocka_unit_test(what_is_not_whole_does_not_grow),
        cmocka_unit_test(no_directory_comes_after_by_chance),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
