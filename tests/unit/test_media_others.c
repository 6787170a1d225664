/* RAF, PSD, GIF and XMP sidecars; what is told of other files. */
#include "media_file.h"

static void raf_has_a_jpeg_with_metadata_and_raw_data(void **state)
{
    (void)state;
    static const char jpeg[] = "\xff\xd8\xff\xe1\0\x0c"
                               "Exif\0\0II*\0\xff\xc0\0\x08\x08\0\x08\0\x10\x01\xff\xd9";
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("FUJIFILMCCD-RAW 0201"));
    while (f.bytes.n < 0x54)
        media_add_be(&f, 0, 1);
    media_add_be(&f, 0x94, 4);
    media_add_be(&f, sizeof jpeg - 1, 4);
    media_add_be(&f, 0, 8);
    media_add_be(&f, 0x94 + sizeof jpeg - 1, 4); /* at 0x64: the sensor data */
    media_add_be(&f, 6, 4);
    while (f.bytes.n < 0x94)
        media_add_be(&f, 0, 1);
    media_add(&f, (cut_str){jpeg, sizeof jpeg - 1});
    media_add(&f, CUT_STR("sensor"));
    media_scan(&f, "a.raf");
    assert_string_equal(f.layout.format, "raf");
    assert_block(&f, 0, CUT_BLOCK_EXIF, CUT_STR("II*\0"));
    assert_int_equal(f.layout.width, 16);
    assert_hash_over(&f, CUT_STR("sensor"));
    assert_int_equal(f.layout.preview, 0x94);
    assert_int_equal(f.layout.preview_bytes, sizeof jpeg - 1);
    assert_int_equal(f.findings.list.n, 0);
    media_scan_cut(&f, "a.raf", NULL);
    media_stop(&f);
}

static void raf_of_newer_cameras_has_a_tiff(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("FUJIFILMCCD-RAW 0201"));
    while (f.bytes.n < 0x64)
        media_add_be(&f, 0, 1);
    media_add_be(&f, 0x94, 4);
    media_add_be(&f, 100, 4);
    while (f.bytes.n < 0x94)
        media_add_be(&f, 0, 1);
    media_add(&f, CUT_STR("II*\0\x08\0\0\0\x01\0\x00\xf0\x0d\0\x01\0\0\0\x1a\0\0\0\0\0\0\0"));
    media_add(&f, CUT_STR("\x02\0\x07\xf0\x04\0\x01\0\0\0\x38\0\0\0"
                          "\x08\xf0\x04\0\x01\0\0\0\x06\0\0\0\0\0\0\0sensor"));
    media_scan(&f, "a.raf");
    assert_hash_over(&f, CUT_STR("sensor"));
    media_stop(&f);
}

static void psd_resources_are_one_block(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("8BPS\0\1\0\0\0\0\0\0\0\3\0\0\0\x08\0\0\0\x10\0\x08\0\3"));
    media_add(&f, CUT_STR("\0\0\0\2cm\0\0\0\x0c"
                          "8BIM\4\4\0\0\0\0\0\0\0\0\0\0"));
    media_scan(&f, "a.psd");
    assert_string_equal(f.layout.format, "psd");
    assert_int_equal(f.layout.width, 16);
    assert_int_equal(f.layout.height, 8);
    assert_block(&f, 0, CUT_BLOCK_IRB, CUT_STR("8BIM\4\4\0\0\0\0\0\0"));
    media_scan_cut(&f, "a.psd", NULL);
    media_stop(&f);
}

static void gif_holds_xmp_uncut(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("GIF89a\x10\0\x08\0\x80\0\0rgbRGB"));
    media_add(&f, CUT_STR("\x21\xfe\3hey\0"
                          "\x21\xff\x0bXMP DataXMP<xmp>some text</xmp>"));
    media_add_be(&f, 1, 1);
    for (unsigned i = 0; i < 256; i++)
        media_add_be(&f, 255 - i, 1);
    media_add_be(&f, 0, 1);
    media_add(&f, CUT_STR("\x2c\0\0\0\0\x10\0\x08\0\0\2\2zz\0;"));
    media_scan(&f, "a.gif");
    assert_string_equal(f.layout.format, "gif");
    assert_int_equal(f.layout.width, 16);
    assert_int_equal(f.layout.height, 8);
    assert_int_equal(f.layout.blocks.n, 1);
    assert_block(&f, 0, CUT_BLOCK_XMP, CUT_STR("<xmp>some text</xmp>"));
    media_scan_cut(&f, "a.gif", NULL);
    media_stop(&f);
}

static void sidecars_are_packets(void **state)
{
    (void)state;
    const cut_str packets[] = {
        CUT_STR("\xef\xbb\xbf<?xpacket begin=''?><x:xmpmeta/>"),
        CUT_STR("<?xml version='1.0'?>\n<x:xmpmeta xmlns:x='adobe:ns:meta/'/>"),
        CUT_STR("  <rdf:RDF/>"),
        CUT_STR("<\0x\0:\0x\0m\0p\0m\0e\0t\0a\0/\0>\0"),
    };
    for (size_t i = 0; i < sizeof packets / sizeof packets[0]; i++) {
        media_file f;
        media_start(&f);
        media_add(&f, packets[i]);
        media_scan(&f, "a.xmp");
        assert_string_equal(f.layout.format, "xmp");
        assert_block(&f, 0, CUT_BLOCK_XMP, packets[i]);
        assert_false(f.layout.has_image_hash);
        media_stop(&f);
    }
}

static void other_files_are_told_by_name(void **state)
{
    (void)state;
    const struct {
        cut_str bytes;
        const char *name;
    } cases[] = {
        {CUT_STR("%PDF-1.4"), "PDF"},
        {CUT_STR("\0\0\0\x18"
                 "ftypmp42"),
         "video"},
        {CUT_STR("PK\3\4"), "ZIP"},
        {CUT_STR("<!DOCTYPE html>"), "HTML"},
        {CUT_STR("<?xml version='1.0'?><svg/>"), "XML"},
        {CUT_STR("just text"), "(the first bytes are 6a 75 73 74 20 74 65 78)"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        media_file f;
        media_start(&f);
        media_add(&f, cases[i].bytes);
        assert_int_equal(media_try(&f, "a"), CUTLINE_UNSUPPORTED);
        assert_non_null(strstr(f.err.message, cases[i].name));
        media_stop(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(raf_has_a_jpeg_with_metadata_and_raw_data),
        cmocka_unit_test(raf_of_newer_cameras_has_a_tiff),
        cmocka_unit_test(psd_resources_are_one_block),
        cmocka_unit_test(gif_holds_xmp_uncut),
        cmocka_unit_test(sidecars_are_packets),
        cmocka_unit_test(other_files_are_told_by_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
