/* TIFF and the RAW formats made of it: directories, blocks, size, image hash, bounds. */
#include "media_file.h"

#include "base/tiff.h"
#include "meta/exif.h"

/* An entry of a little-endian directory. */
static void add_entry(media_file *f, unsigned tag, unsigned type, uint32_t count, uint32_t value)
{
    media_add_le(f, tag, 2);
    media_add_le(f, type, 2);
    media_add_le(f, count, 4);
    media_add_le(f, value, 4);
}

static void start_tiff(media_file *f, uint32_t entries)
{
    media_start(f);
    media_add(f, CUT_STR("II*\0\x08\0\0\0"));
    media_add_le(f, entries, 2);
}

/* Where the values of a directory of so many entries at 8 begin. */
static uint32_t behind(uint32_t entries)
{
    return 8 + 2 + entries * 12 + 4;
}

static void end_ifd(media_file *f, uint32_t next)
{
    media_add_le(f, next, 4);
}

static void metadata_of_the_first_directory_becomes_blocks(void **state)
{
    (void)state;
    media_file f;
    uint32_t v = behind(9);
    start_tiff(&f, 9);
    add_entry(&f, 0x0100, 3, 1, 16);
    add_entry(&f, 0x0101, 3, 1, 8);
    add_entry(&f, 0x010F, 2, 4, 0x00434241);
    add_entry(&f, 0x0111, 4, 1, v + 26);
    add_entry(&f, 0x0117, 4, 1, 5);
    add_entry(&f, 0x02BC, 1, 6, v);
    add_entry(&f, 0x83BB, 4, 2, v + 6);
    add_entry(&f, 0x8649, 7, 12, v + 14);
    add_entry(&f, 0xCD41, 7, 8, v + 31);
    end_ifd(&f, 0);
    media_add(&f, CUT_STR("<xmp/>\x1c\x02\x5a\0\x01x\0\0"
                          "8BIM\4\4\0\0\0\0\0\0pixelmanifest"));
    media_scan(&f, "a.tif");
    assert_string_equal(f.layout.format, "tiff");
    assert_int_equal(f.layout.width, 16);
    assert_int_equal(f.layout.height, 8);
    assert_int_equal(f.layout.blocks.v[0].kind, CUT_BLOCK_EXIF);
    assert_block(&f, 1, CUT_BLOCK_XMP, CUT_STR("<xmp/>"));
    assert_block(&f, 2, CUT_BLOCK_IIM, CUT_STR("\x1c\x02\x5a\0\x01x\0\0"));
    assert_block(&f, 3, CUT_BLOCK_IRB, CUT_STR("8BIM\4\4\0\0\0\0\0\0"));
    assert_block(&f, 4, CUT_BLOCK_C2PA, CUT_STR("manifest"));
    assert_hash_over(&f, CUT_STR("pixel"));
    assert_int_equal(f.findings.list.n, 0);

    cut_exif exif = {0};
    assert_int_equal(
        cut_exif_parse(&f.arena, f.layout.blocks.v[0].bytes, 0, "a.tif", &exif, &f.findings, NULL),
        CUTLINE_OK);
    assert_non_null(cut_exif_find(&exif, CUT_EXIF_IFD0, 0x010F));
    assert_null(cut_exif_find(&exif, CUT_EXIF_IFD0, 0x0111)); /* places mean nothing there */
    media_stop(&f);
}

/* IFD0 is a reduced picture with a JPEG; its SubIFD has the real one in two strips. */
static void make_nef(media_file *f)
{
    uint32_t v = behind(6);
    start_tiff(f, 6);
    add_entry(f, 0x00FE, 4, 1, 1);
    add_entry(f, 0x0100, 3, 1, 4);
    add_entry(f, 0x0101, 3, 1, 2);
    add_entry(f, 0x014A, 4, 1, v);
    add_entry(f, 0x0201, 4, 1, v + 100);
    add_entry(f, 0x0202, 4, 1, 4);
    end_ifd(f, 0);
    media_add_le(f, 4, 2); /* the SubIFD */
    add_entry(f, 0x0100, 3, 1, 32);
    add_entry(f, 0x0101, 3, 1, 16);
    add_entry(f, 0x0111, 4, 2, v + 54);
    add_entry(f, 0x0117, 3, 2, 3 | 4 << 16);
    end_ifd(f, 0);
    media_add_le(f, v + 80, 4);
    media_add_le(f, v + 90, 4);
    while (f->bytes.n < v + 80)
        media_add_le(f, 0, 1);
    media_add(f, CUT_STR("one.......two2......jpeg"));
}

static void the_whole_picture_gives_size_and_hash(void **state)
{
    (void)state;
    media_file f;
    make_nef(&f);
    media_scan(&f, "a.nef");
    assert_string_equal(f.layout.format, "nef");
    assert_int_equal(f.layout.width, 32);
    assert_int_equal(f.layout.height, 16);
    assert_hash_over(&f, CUT_STR("onetwo2jpeg")); /* a SubIFD comes before what stands behind it */
    media_stop(&f);
    make_nef(&f);
    media_scan(&f, "a.arw"); /* where IFD0 has a preview */
    assert_hash_over(&f, CUT_STR("onetwo2"));
    media_stop(&f);
}

static void previews_of_dng_and_cr2_are_not_hashed(void **state)
{
    (void)state;
    media_file f;
    start_tiff(&f, 5);
    add_entry(&f, 0x00FE, 4, 1, 1);
    add_entry(&f, 0x0103, 3, 1, 7);
    add_entry(&f, 0x0111, 4, 1, behind(5));
    add_entry(&f, 0x0117, 4, 1, 4);
    add_entry(&f, 0xC612, 1, 4, 0x00000401);
    end_ifd(&f, 0);
    media_add(&f, CUT_STR("jpeg"));
    media_scan(&f, "a.dng");
    assert_string_equal(f.layout.format, "dng");
    assert_false(f.layout.has_image_hash);
    media_stop(&f);

    media_start(&f);
    media_add(&f, CUT_STR("II*\0\x10\0\0\0CR\x02\0\0\0\0\0\x02\0"));
    add_entry(&f, 0x0111, 4, 1, 46);
    add_entry(&f, 0x0117, 4, 1, 4);
    end_ifd(&f, 0);
    media_add(&f, CUT_STR("jpeg"));
    media_scan(&f, "a.cr2");
    assert_string_equal(f.layout.format, "cr2");
    assert_false(f.layout.has_image_hash);
    media_stop(&f);
}

static void rw2_has_raw_data_to_its_end_and_a_jpeg_with_metadata(void **state)
{
    (void)state;
    static const char jpeg[] = "\xff\xd8\xff\xe1\0\x14"
                               "Exif\0\0II*\0\x08\0\0\0\0\0\0\0"
                               "\xff\xd9";
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("IIU\0\x08\0\0\0\x02\0"));
    add_entry(&f, 0x002E, 7, sizeof jpeg - 1, behind(2));
    add_entry(&f, 0x0118, 4, 1, behind(2) + sizeof jpeg - 1);
    end_ifd(&f, 0);
    media_add(&f, (cut_str){jpeg, sizeof jpeg - 1});
    media_add(&f, CUT_STR("sensor data"));
    media_scan(&f, "a.rw2");
    assert_string_equal(f.layout.format, "rw2");
    assert_hash_over(&f, CUT_STR("sensor data"));
    assert_int_equal(f.layout.preview, behind(2));
    assert_int_equal(f.layout.preview_bytes, sizeof jpeg - 1);
    const cut_block *last = &f.layout.blocks.v[f.layout.blocks.n - 1];
    assert_int_equal(last->kind, CUT_BLOCK_EXIF);
    assert_int_equal(last->bytes.n, 12);
    assert_int_equal(last->offset, behind(2) + 12);
    media_stop(&f);
}

/* A NEF whose two strips are lossless JPEG (SOF3) and a JPEG (SOF0) that is shorter. */
static void sensor_data_is_no_preview(void **state)
{
    (void)state;
    media_file f;
    uint32_t v = behind(4);
    start_tiff(&f, 4);
    add_entry(&f, 0x0111, 4, 1, v);
    add_entry(&f, 0x0117, 4, 1, 30);
    add_entry(&f, 0x0201, 4, 1, v + 30);
    add_entry(&f, 0x0202, 4, 1, 14);
    end_ifd(&f, 0);
    media_add(&f, CUT_STR("\xff\xd8\xff\xc4\0\x04tt\xff\xc3\0\x0b\x0e\0\x08\0\x10sensor data 1"));
    media_add(&f, CUT_STR("\xff\xd8\xff\xdb\0\x04qq\xff\xc0\0\x0b\x08\0"));
    media_scan(&f, "a.nef");
    assert_int_equal(f.layout.preview, v + 30);
    assert_int_equal(f.layout.preview_bytes, 14);
    media_stop(&f);
}

static void bigtiff_has_wide_numbers(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("MM\0+\0\x08\0\0\0\0\0\0\0\0\0\x10"));
    media_add_be(&f, 2, 8);
    media_add_be(&f, 0x01000003, 4);
    media_add_be(&f, 1, 8);
    media_add_be(&f, (uint64_t)16 << 48, 8);
    media_add_be(&f, 0x02BC0001, 4);
    media_add_be(&f, 10, 8);
    media_add_be(&f, 72, 8);
    media_add_be(&f, 0, 8);
    media_add(&f, CUT_STR("<xmp/>    "));
    media_scan(&f, "a.tif");
    assert_block(&f, 1, CUT_BLOCK_XMP, CUT_STR("<xmp/>    "));
    assert_int_equal(f.layout.blocks.v[0].kind, CUT_BLOCK_EXIF);
    media_stop(&f);
}

static void loops_and_lies_end(void **state)
{
    (void)state;
    media_file f;
    start_tiff(&f, 3);
    add_entry(&f, 0x0111, 4, 0x40000000, 8);
    add_entry(&f, 0x0117, 4, 0x40000000, 8);
    add_entry(&f, 0x014A, 13, 1, 8);
    end_ifd(&f, 8);
    media_scan(&f, "a.tif");
    assert_false(f.layout.has_image_hash);
    media_stop(&f);

    /* A thousand strips, each the whole file. */
    uint32_t n = 1000;
    start_tiff(&f, 2);
    add_entry(&f, 0x0111, 4, n, behind(2));
    add_entry(&f, 0x0117, 4, n, behind(2) + 4 * n);
    end_ifd(&f, 0);
    for (uint32_t i = 0; i < n; i++)
        media_add_le(&f, 0, 4);
    for (uint32_t i = 0; i < n; i++)
        media_add_le(&f, 8000, 4);
    media_scan(&f, "a.tif");
    assert_false(f.layout.has_image_hash);
    assert_finding(&f, 0, "hash-skipped", "overlaps");
    media_stop(&f);
}

static void a_directory_past_the_end_is_malformed(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("II*\0\xff\xff\0\0 and no more"));
    assert_int_equal(media_try(&f, "a.tif"), CUTLINE_MALFORMED);
    assert_int_equal(f.err.offset, 0xFFFF);
    media_stop(&f);
}

static void truncation_at_every_byte_is_survived(void **state)
{
    (void)state;
    media_file f;
    make_nef(&f);
    media_scan_cut(&f, "a.nef", NULL);
    media_stop(&f);
}

static void directories_are_made_into_a_small_tiff(void **state)
{
    (void)state;
    media_file f;
    cut_tiff tiff;
    cut_tiff_dir dirs[CUT_TIFF_DIRS];
    cut_small_tiff out;
    start_tiff(&f, 3);
    add_entry(&f, 0x010E, 2, 6, behind(3));
    add_entry(&f, 0x8769, 4, 1, behind(3) + 6);
    add_entry(&f, 0x927C, 7, 100000, 0); /* a MakerNote, which would be past the end */
    end_ifd(&f, 0);
    media_add(&f, CUT_STR("hello\0\x01\0"));
    add_entry(&f, 0x8825, 4, 1, 8); /* GPS from within Exif */
    end_ifd(&f, 0);
    f.findings = cut_findings_in(&f.arena);
    cut_source_from_memory(&f.source, "a.tif", cut_view_of_str(cut_buf_str(&f.bytes)), &f.arena);
    assert_int_equal(cut_tiff_open(&tiff, &f.source, 0, NULL), CUTLINE_OK);
    assert_int_equal(cut_tiff_find_dirs(&tiff, &f.arena, tiff.first_ifd, dirs, NULL), CUTLINE_OK);
    assert_int_equal(dirs[CUT_TIFF_GPS].offset, 8);
    dirs[CUT_TIFF_GPS].tiff = NULL;
    assert_int_equal(cut_tiff_compact(&f.arena, dirs, NULL, &out, &f.findings, NULL), CUTLINE_OK);
    assert_int_equal(out.entries, 1);
    assert_int_equal(out.as_bytes.n, 0);
    assert_int_equal(out.bytes.n, 8 + 18 + 6 + 6 + 6);
    assert_memory_equal(out.bytes.p + 8 + 18, "hello", 6);
    cut_tiff_choice numbers = {.numbers = true};
    assert_int_equal(cut_tiff_compact(&f.arena, dirs, &numbers, &out, &f.findings, NULL),
                     CUTLINE_OK);
    assert_int_equal(out.entries, 0);
    assert_int_equal(out.as_bytes.n, 1);
    assert_int_equal(out.as_bytes.v[0].entry.tag, 0x010E);
    assert_int_equal(out.as_bytes.v[0].dir, CUT_TIFF_IFD0);
    assert_int_equal(f.findings.list.n, 0);
    media_stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(metadata_of_the_first_directory_becomes_blocks),
        cmocka_unit_test(the_whole_picture_gives_size_and_hash),
        cmocka_unit_test(previews_of_dng_and_cr2_are_not_hashed),
        cmocka_unit_test(rw2_has_raw_data_to_its_end_and_a_jpeg_with_metadata),
        cmocka_unit_test(sensor_data_is_no_preview),
        cmocka_unit_test(bigtiff_has_wide_numbers),
        cmocka_unit_test(loops_and_lies_end),
        cmocka_unit_test(a_directory_past_the_end_is_malformed),
        cmocka_unit_test(truncation_at_every_byte_is_survived),
        cmocka_unit_test(directories_are_made_into_a_small_tiff),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
