/* JPEG 2000, JPEG XL, MRW and EXV. */
#include "media_file.h"

static void add_box(media_file *f, const char *type, cut_str data)
{
    media_add_be(f, data.n + 8, 4);
    media_add(f, cut_str_from(type));
    media_add(f, data);
}

static void jp2_has_metadata_in_uuid_boxes(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    add_box(&f, "jP  ", CUT_STR("\r\n\x87\n"));
    add_box(&f, "ftyp", CUT_STR("jp2 \0\0\0\0jp2 "));
    add_box(&f, "jp2h", CUT_STR("\0\0\0\x16ihdr\0\0\0\x08\0\0\0\x10\0\3\7\7\0\0"));
    add_box(&f, "uuid", CUT_STR("JpgTiffExif->JP2II*\0tiff"));
    add_box(&f, "uuid", CUT_STR("JpgTiffExif->JP2Exif\0\0II*\0"));
    add_box(&f, "uuid",
            CUT_STR("\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC<x/>"));
    add_box(&f, "uuid",
            CUT_STR("\x33\xC7\xA4\xD2\xB8\x1D\x47\x23\xA0\xBA\xF1\xA3\xE0\x97\xAD\x38"
                    "\x1c\x02\x5a\0\1x"));
    add_box(&f, "uuid", CUT_STR("something nobody knows"));
    add_box(&f, "jp2c", CUT_STR("codestream"));
    media_scan(&f, "a.jp2");
    assert_string_equal(f.layout.format, "jp2");
    assert_int_equal(f.layout.width, 16);
    assert_int_equal(f.layout.height, 8);
    assert_int_equal(f.layout.blocks.n, 4);
    assert_block(&f, 0, CUT_BLOCK_EXIF, CUT_STR("II*\0tiff"));
    assert_block(&f, 1, CUT_BLOCK_EXIF, CUT_STR("II*\0"));
    assert_block(&f, 2, CUT_BLOCK_XMP, CUT_STR("<x/>"));
    assert_block(&f, 3, CUT_BLOCK_IIM, CUT_STR("\x1c\x02\x5a\0\1x"));
    assert_hash_over(&f, CUT_STR("codestream"));
    assert_int_equal(f.findings.list.n, 0);
    media_scan_cut(&f, "a.jp2", NULL);
    media_stop(&f);
}

/* 8 x 8: small (1 bit), height 8 (5 bits, 0), ratio 1:1 (3 bits, 1). */
#define SMALL_JXL "\xFF\x0A\x41\0\0\0"

static void jxl_has_metadata_in_boxes_of_its_own(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    add_box(&f, "JXL ", CUT_STR("\r\n\x87\n"));
    add_box(&f, "ftyp", CUT_STR("jxl \0\0\0\0jxl "));
    add_box(&f, "Exif", CUT_STR("\0\0\0\0II*\0tiff"));
    add_box(&f, "xml ", CUT_STR("<x/>"));
    add_box(&f, "jumb", CUT_STR("box"));
    add_box(&f, "brob", CUT_STR("xml packed"));
    add_box(&f, "jxlp", CUT_STR("\0\0\0\0" SMALL_JXL));
    add_box(&f, "jxlp", CUT_STR("\x80\0\0\1more"));
    media_scan(&f, "a.jxl");
    assert_string_equal(f.layout.format, "jxl");
    assert_int_equal(f.layout.width, 8);
    assert_int_equal(f.layout.height, 8);
    assert_block(&f, 0, CUT_BLOCK_EXIF, CUT_STR("II*\0tiff"));
    assert_block(&f, 1, CUT_BLOCK_XMP, CUT_STR("<x/>"));
    assert_block(&f, 2, CUT_BLOCK_C2PA, CUT_STR("box"));
    assert_hash_over(&f, CUT_STR("\0\0\0\0" SMALL_JXL "\x80\0\0\1more"));
    assert_int_equal(f.findings.list.n, 1);
    assert_finding(&f, 0, "segment-skipped", "Brotli");
    media_scan_cut(&f, "a.jxl", NULL);
    media_stop(&f);
}

static void a_bare_codestream_is_all_image(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    /* Not small; height 100: 9 bits, less 1; no ratio; width 1000: 13 bits, less 1. */
    uint64_t bits = 0 | 0u << 1 | 99u << 3 | 0u << 12 | 1u << 15 | (uint64_t)999 << 17;
    media_add(&f, CUT_STR("\xFF\x0A"));
    media_add_le(&f, bits, 8);
    media_scan(&f, "a.jxl");
    assert_int_equal(f.layout.width, 1000);
    assert_int_equal(f.layout.height, 100);
    assert_hash_over(&f, cut_buf_str(&f.bytes));
    media_stop(&f);
}

static void mrw_has_a_tiff_among_its_blocks(void **state)
{
    (void)state;
    static const char tiff[] = "MM\0*\0\0\0\x08\0\1\1\x12\0\3\0\0\0\1\0\6\0\0\0\0\0\0";
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\0MRM\0\0\0\x42\0PRD\0\0\0\x18"
                          "12345678\0\x09\0\x11\0\x08\0\x10"));
    media_add_be(&f, 0, 8);
    media_add(&f, CUT_STR("\0TTW\0\0\0\x1a"));
    media_add(&f, (cut_str){tiff, sizeof tiff - 1});
    assert_int_equal(f.bytes.n, 8 + 0x42);
    media_add(&f, CUT_STR("sensor"));
    media_scan(&f, "a.mrw");
    assert_string_equal(f.layout.format, "mrw");
    assert_int_equal(f.layout.width, 16);
    assert_int_equal(f.layout.height, 8);
    assert_int_equal(f.layout.blocks.n, 1);
    assert_int_equal(f.layout.blocks.v[0].kind, CUT_BLOCK_EXIF);
    assert_hash_over(&f, CUT_STR("sensor"));
    assert_int_equal(f.findings.list.n, 0);
    media_scan_cut(&f, "a.mrw", NULL);
    media_stop(&f);
}

static void exv_is_a_jpeg_without_a_picture(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\xFF\x01"
                          "Exiv2\xFF\xE1\0\x0c"
                          "Exif\0\0II*\0\xFF\xD9"));
    media_scan(&f, "a.exv");
    assert_string_equal(f.layout.format, "exv");
    assert_block(&f, 0, CUT_BLOCK_EXIF, CUT_STR("II*\0"));
    assert_false(f.layout.has_image_hash);
    assert_int_equal(f.findings.list.n, 0);
    media_stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(jp2_has_metadata_in_uuid_boxes),
        cmocka_unit_test(jxl_has_metadata_in_boxes_of_its_own),
        cmocka_unit_test(a_bare_codestream_is_all_image),
        cmocka_unit_test(mrw_has_a_tiff_among_its_blocks),
        cmocka_unit_test(exv_is_a_jpeg_without_a_picture),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
