/* WebP: chunks, sizes of the three kinds of bitstream, the image hash. */
#include "media_file.h"

static void start_webp(media_file *f)
{
    media_start(f);
    media_add(f, CUT_STR("RIFF\0\0\0\0WEBP"));
}

static void add_chunk(media_file *f, const char *type, cut_str data)
{
    media_add(f, cut_str_from(type));
    media_add_le(f, data.n, 4);
    media_add(f, data);
    if (data.n % 2)
        media_add_le(f, 0, 1);
}

static void metadata_chunks_become_blocks(void **state)
{
    (void)state;
    media_file f;
    start_webp(&f);
    add_chunk(&f, "VP8X", CUT_STR("\x2c\0\0\0\x0f\0\0\x07\0\0"));
    add_chunk(&f, "ICCP", CUT_STR("icc"));
    add_chunk(&f, "VP8L", CUT_STR("odd"));
    add_chunk(&f, "EXIF", CUT_STR("Exif\0\0II*\0tiff"));
    add_chunk(&f, "EXIF", CUT_STR("II*\0tiff"));
    add_chunk(&f, "XMP ", CUT_STR("<xmp/>"));
    media_scan(&f, "a.webp");
    assert_string_equal(f.layout.format, "webp");
    assert_int_equal(f.layout.width, 16);
    assert_int_equal(f.layout.height, 8);
    assert_block(&f, 0, CUT_BLOCK_EXIF, CUT_STR("II*\0tiff"));
    assert_block(&f, 1, CUT_BLOCK_EXIF, CUT_STR("II*\0tiff"));
    assert_block(&f, 2, CUT_BLOCK_XMP, CUT_STR("<xmp/>"));
    assert_hash_over(&f, CUT_STR("odd\0"));
    assert_int_equal(f.findings.list.n, 0);
    media_stop(&f);
}

static void plain_files_take_their_size_from_the_bitstream(void **state)
{
    (void)state;
    media_file f;
    start_webp(&f);
    add_chunk(&f, "VP8 ", CUT_STR("\0\0\0\x9d\x01\x2a\x90\x41\x20\x80"));
    media_scan(&f, "a.webp");
    assert_int_equal(f.layout.width, 400);
    assert_int_equal(f.layout.height, 32);
    media_stop(&f);

    start_webp(&f);
    add_chunk(&f, "VP8L", CUT_STR("\x2f\x0f\xc0\x01\0"));
    media_scan(&f, "a.webp");
    assert_int_equal(f.layout.width, 16);
    assert_int_equal(f.layout.height, 8);
    media_stop(&f);
}

static void check_cut(const media_file *f, cutline_status status)
{
    /* A file that ends with a chunk is whole as far as its chunks go. */
    bool whole = f->source.size == 12 || f->source.size == 30 || f->source.size >= 43;
    assert_int_equal(status, f->source.size < 12 ? f->err.status : CUTLINE_OK);
    if (f->source.size > 12)
        assert_int_equal(f->findings.list.n > 0, !whole);
}

static void truncation_at_every_byte_is_survived(void **state)
{
    (void)state;
    media_file f;
    start_webp(&f);
    add_chunk(&f, "VP8X", CUT_STR("\x2c\0\0\0\x0f\0\0\x07\0\0"));
    add_chunk(&f, "XMP ", CUT_STR("<xm/>"));
    media_scan_cut(&f, "a.webp", check_cut);
    media_stop(&f);
}

static void chunks_are_bounded(void **state)
{
    (void)state;
    media_file f;
    start_webp(&f);
    for (unsigned i = 0; i <= CUT_MAX_SEGMENTS; i++)
        add_chunk(&f, "abcd", CUT_STR(""));
    add_chunk(&f, "XMP ", CUT_STR("<xmp/>"));
    media_scan(&f, "a.webp");
    assert_int_equal(f.layout.blocks.n, 0);
    assert_int_equal(f.findings.list.n, 1);
    assert_string_equal(f.findings.list.v[0].code, "segment-skipped");
    assert_non_null(strstr(f.findings.list.v[0].detail, "WebP: more than 65536 chunks"));
    media_stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(metadata_chunks_become_blocks),
        cmocka_unit_test(plain_files_take_their_size_from_the_bitstream),
        cmocka_unit_test(chunks_are_bounded),
        cmocka_unit_test(truncation_at_every_byte_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
