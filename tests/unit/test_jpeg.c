/* JPEG: the walk over segments, blocks, the image hash, trailers; and choosing a format. */
#include "media_file.h"
#include "source_file.h"

#define XMP "http://ns.adobe.com/xap/1.0/\0"
#define EXTENSION "http://ns.adobe.com/xmp/extension/\0"
#define GUID "0123456789ABCDEF0123456789ABCDEF"

static void add_segment(media_file *f, uint8_t marker, cut_str data)
{
    size_t n = data.n + 2;
    char head[4] = {'\xFF', (char)marker, (char)(n >> 8), (char)n};
    cut_buf_add(&f->bytes, head, sizeof head);
    media_add(f, data);
}

/* Everything a picture of 16 x 8 needs, from SOF to EOI. */
static void add_picture(media_file *f)
{
    add_segment(f, 0xC0, CUT_STR("\x08\0\x08\0\x10\x01\x01\x11\0"));
    add_segment(f, 0xDA, CUT_STR("\x01\x01\0\0\x3f\0"));
    media_add(f, CUT_STR("scan\xff\0data\xff\xd9"));
}

#define PICTURE_IMAGE CUT_STR("\xff\xda\0\x08\x01\x01\0\0\x3f\0scan\xff\0data")

static void blocks_come_in_file_order(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\xff\xd8"));
    add_segment(&f, 0xE0, CUT_STR("JFIF\0\1\1\0\0\1\0\1\0\0"));
    add_segment(&f, 0xE1, CUT_STR("Exif\0\0II*\0tiff"));
    add_segment(&f, 0xE1, CUT_STR(XMP "<xmp/>"));
    add_segment(&f, 0xED, CUT_STR("Photoshop 3.0\0irb1"));
    add_segment(&f, 0xED, CUT_STR("Photoshop 3.0\0irb2"));
    add_segment(&f, 0xE2, CUT_STR("ICC_PROFILE\0\1\1icc"));
    add_segment(&f, 0xFE, CUT_STR("a comment"));
    add_picture(&f);
    media_scan(&f, "a.jpg");
    assert_string_equal(f.layout.format, "jpeg");
    assert_int_equal(f.layout.width, 16);
    assert_int_equal(f.layout.height, 8);
    assert_int_equal(f.layout.blocks.n, 4);
    assert_block(&f, 0, CUT_BLOCK_EXIF, CUT_STR("II*\0tiff"));
    assert_block(&f, 1, CUT_BLOCK_XMP, CUT_STR("<xmp/>"));
    assert_block(&f, 2, CUT_BLOCK_IRB, CUT_STR("irb1irb2"));
    assert_block(&f, 3, CUT_BLOCK_COMMENT, CUT_STR("a comment"));
    assert_int_equal(f.layout.blocks.v[0].offset, 2 + 18 + 4 + 6);
    assert_int_equal(f.findings.list.n, 0);
    assert_hash_over(&f, PICTURE_IMAGE);
    media_stop(&f);
}

static void fill_bytes_and_garbage_between_segments_are_passed_over(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\xff\xd8\xff\xff\xff"));
    add_segment(&f, 0xFE, CUT_STR("one"));
    media_add(&f, CUT_STR("garbage"));
    add_segment(&f, 0xFE, CUT_STR("two"));
    add_picture(&f);
    media_scan(&f, "a.jpg");
    assert_block(&f, 0, CUT_BLOCK_COMMENT, CUT_STR("one"));
    assert_block(&f, 1, CUT_BLOCK_COMMENT, CUT_STR("two"));
    assert_int_equal(f.layout.width, 16);
    media_stop(&f);
}

static void exif_goes_on_in_segments_without_a_tiff_header(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\xff\xd8"));
    add_segment(&f, 0xE1, CUT_STR("Exif\0\0MM\0*one"));
    add_segment(&f, 0xE1, CUT_STR("Exif\0\0two"));
    add_segment(&f, 0xE1, CUT_STR("Exif\0\0II*\0other"));
    add_picture(&f);
    media_scan(&f, "a.jpg");
    assert_block(&f, 0, CUT_BLOCK_EXIF, CUT_STR("MM\0*onetwo"));
    assert_block(&f, 1, CUT_BLOCK_EXIF, CUT_STR("II*\0other"));
    media_stop(&f);
}

static void extended_xmp_is_joined_by_offset(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\xff\xd8"));
    add_segment(&f, 0xE1,
                CUT_STR(EXTENSION GUID "\0\0\0\x06\0\0\0\x03"
                                       "def"));
    add_segment(&f, 0xE1,
                CUT_STR(EXTENSION GUID "\0\0\0\x06\0\0\0\0"
                                       "abc"));
    add_segment(&f, 0xE1,
                CUT_STR(EXTENSION "FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF"
                                  "\0\0\0\x09\0\0\0\0"
                                  "abc"));
    add_picture(&f);
    media_scan(&f, "a.jpg");
    assert_int_equal(f.layout.blocks.n, 1);
    assert_block(&f, 0, CUT_BLOCK_XMP_EXT, CUT_STR("abcdef"));
    assert_string_equal(f.layout.blocks.v[0].guid, GUID);
    assert_int_equal(f.findings.list.n, 1);
    assert_finding(&f, 0, "xmp-extension", "3 of 9 bytes");
    media_stop(&f);
}

static void jumbf_boxes_are_joined_without_their_repeated_headers(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\xff\xd8"));
    add_segment(&f, 0xEB, CUT_STR("JP\0\1\0\0\0\1\0\0\0\x0ejumbABC"));
    add_segment(&f, 0xEB, CUT_STR("JP\0\1\0\0\0\2\0\0\0\x0ejumbDEF"));
    add_segment(&f, 0xEB, CUT_STR("HDR_RI ver=11"));
    add_picture(&f);
    media_scan(&f, "a.jpg");
    assert_int_equal(f.layout.blocks.n, 1);
    assert_block(&f, 0, CUT_BLOCK_C2PA, CUT_STR("\0\0\0\x0ejumbABCDEF"));
    media_stop(&f);
}

static void joined_resources_know_their_place(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\xff\xd8"));
    add_segment(&f, 0xED, CUT_STR("Photoshop 3.0\0AAAA"));
    add_segment(&f, 0xED, CUT_STR("Photoshop 3.0\0BB"));
    add_segment(&f, 0xED, CUT_STR("Photoshop 3.0\0C"));
    add_picture(&f);
    media_scan(&f, "a.jpg");
    assert_int_equal(f.layout.blocks.n, 1);
    assert_block(&f, 0, CUT_BLOCK_IRB, CUT_STR("AAAABBC"));
    const cut_block *block = &f.layout.blocks.v[0];
    for (size_t i = 0; i < block->bytes.n; i++)
        assert_int_equal(f.bytes.p[cut_block_position(block, i)], block->bytes.p[i]);
    assert_int_equal(cut_block_position(block, 7), cut_block_position(block, 6) + 1);
    media_stop(&f);
}

static void odd_signatures_of_real_cameras_are_known(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\xff\xd8"));
    add_segment(&f, 0xE1, CUT_STR("EXIF\0xII*\0a"));
    add_segment(&f, 0xE1, CUT_STR("abcdExif\0\0II*\0b"));
    add_segment(&f, 0xE1, CUT_STR("http://ns.adobe.com/xap/1.0/<?xpacket begin=''?>"));
    add_segment(&f, 0xED,
                CUT_STR("Adobe_Photoshop2.5:\0\0\0\0\0\0\0\0"
                        "8BIM"));
    add_picture(&f);
    media_scan(&f, "a.jpg");
    assert_block(&f, 0, CUT_BLOCK_EXIF, CUT_STR("II*\0a"));
    assert_block(&f, 1, CUT_BLOCK_EXIF, CUT_STR("II*\0b"));
    assert_int_equal(f.layout.blocks.v[2].kind, CUT_BLOCK_XMP);
    assert_block(&f, 3, CUT_BLOCK_IRB, CUT_STR("8BIM"));
    media_stop(&f);
}

static void the_hash_leaves_tables_between_scans_out(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\xff\xd8\xff\xda\0\x02one\xff\xd0two\xff\0three\xff\xff"));
    add_segment(&f, 0xC4, CUT_STR("table \xff\xda of codes"));
    media_add(&f, CUT_STR("\xff\xda\0\x02"
                          "four\xff\xff\xff\xd9"));
    media_scan(&f, "a.jpg");
    /* Up to the last marker before the table, then the second scan with its fill bytes. */
    assert_hash_over(&f, CUT_STR("\xff\xda\0\x02one\xff\xd0two\xff\xda\0\x02"
                                 "four\xff\xff"));
    media_stop(&f);
}

static void the_hash_of_a_cut_file_ends_at_its_last_marker(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\xff\xd8\xff\xda\0\x02one\xff\xd1two"));
    media_scan(&f, "a.jpg");
    assert_hash_over(&f, CUT_STR("\xff\xda\0\x02one"));
    assert_finding(&f, 0, "truncated", "byte 14: JPEG: the image data ends without an end marker");
    media_stop(&f);
}

static void scan_in_pieces(media_file *f)
{
    f->findings = cut_findings_in(&f->arena);
    source_of_file(&f->source, cut_view_of_str(cut_buf_str(&f->bytes)), &f->arena);
    f->source.name = "a.jpg";
    assert_int_equal(cut_media_scan(&f->source, true, &f->arena, &f->layout, &f->findings, &f->err),
                     CUTLINE_OK);
    cut_source_close(&f->source);
}

/* Stretches that cross the walk's buffer, kept and taken back, with 0xFF at its very end. */
static void the_hash_does_not_depend_on_buffers(void **state)
{
    (void)state;
    for (size_t shift = 0; shift < 6; shift++)
        for (int cut = 0; cut < 2; cut++) {
            media_file f;
            media_start(&f);
            media_add(&f, CUT_STR("\xff\xd8\xff\xda\0\x02"));
            size_t n = ((size_t)64 << 10) - 3 + shift;
            for (size_t i = 0; i < n; i++)
                cut_buf_char(&f.bytes, (char)('a' + i % 25));
            media_add(&f, CUT_STR("\xff\0middle"));
            for (size_t i = 0; i < 2 * n; i++)
                cut_buf_char(&f.bytes, (char)('a' + i % 25));
            size_t end = f.bytes.n;
            media_add(&f, cut ? CUT_STR("") : CUT_STR("\xff\xd9"));
            media_scan(&f, "a.jpg");
            cut_str all = cut_buf_str(&f.bytes);
            assert_hash_over(&f, cut_str_slice(all, 2, cut ? 6 + n : end));
            scan_in_pieces(&f);
            assert_hash_over(&f, cut_str_slice(all, 2, cut ? 6 + n : end));
            media_stop(&f);
        }
}

static void without_wish_for_a_hash_the_image_data_is_not_read(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\xff\xd8"));
    add_picture(&f);
    f.findings = cut_findings_in(&f.arena);
    cut_source_from_memory(&f.source, "a.jpg", cut_view_of_str(cut_buf_str(&f.bytes)), &f.arena);
    assert_int_equal(cut_media_scan(&f.source, false, &f.arena, &f.layout, &f.findings, &f.err),
                     CUTLINE_OK);
    assert_false(f.layout.has_image_hash);
    assert_int_equal(f.layout.width, 16);
    media_stop(&f);
}

static void trailers_are_named(void **state)
{
    (void)state;
    const struct {
        cut_str bytes;
        const char *name;
    } cases[] = {
        {CUT_STR("whatever AXS!12345678"), "AFCP"},
        {CUT_STR("whatever \xa1\xb2\xc3\xd4"), "FotoStation"},
        {CUT_STR("whatever cbipcbbl"), "Photo Mechanic"},
        {CUT_STR("whatever \0\0SEFT"), "Samsung"},
        {CUT_STR("\0\0\0\x18"
                 "ftypmp42 and so on"),
         "motion photo"},
        {CUT_STR("\xff\xd8\xff\xe1 and so on"), "a further JPEG"},
        {CUT_STR("junk"), "unknown kind"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        media_file f;
        media_start(&f);
        media_add(&f, CUT_STR("\xff\xd8"));
        add_picture(&f);
        media_add(&f, cases[i].bytes);
        media_scan(&f, "a.jpg");
        assert_int_equal(f.findings.list.n, 1);
        assert_finding(&f, 0, "trailing-data", cases[i].name);
        assert_hash_over(&f, PICTURE_IMAGE);
        media_stop(&f);
    }
}

/* The picture of 8 x 8 with these bytes behind it. */
static void scan_with_trailer(media_file *f, cut_str trailer)
{
    media_start(f);
    media_add(f, CUT_STR("\xff\xd8"));
    add_picture(f);
    media_add(f, trailer);
    media_scan(f, "a.jpg");
}

static void iim_in_trailers_is_a_block(void **state)
{
    (void)state;
    media_file f;
    /* A record of another kind stands behind. */
    scan_with_trailer(&f, CUT_STR("IIM of FotoStation\0\1\0\0\0\x1c\xa1\xb2\xc3\xd4"
                                  "x\0\2\0\0\0\x0b\xa1\xb2\xc3\xd4"));
    assert_int_equal(f.layout.blocks.n, 1);
    assert_block(&f, 0, CUT_BLOCK_TRAILER_IIM, CUT_STR("IIM of FotoStation"));
    media_stop(&f);
    /* A size of more than there is. */
    scan_with_trailer(&f, CUT_STR("IIM\0\1\0\0\xff\xff\xa1\xb2\xc3\xd4"));
    assert_int_equal(f.layout.blocks.n, 0);
    media_stop(&f);
    /* Positions count from the start of a file that has grown since: the header is said to be at 2,
     * the data at 38. */
    scan_with_trailer(&f, CUT_STR("AXS*\1\0\2\0\0\0\0\0"
                                  "TEXT\0\0\0\0\0\0\0\0"
                                  "IPTC\x0b\0\0\0\x26\0\0\0"
                                  "IIM of AFCP"
                                  "AXS*\2\0\0\0\0\0\0\0"));
    assert_int_equal(f.layout.blocks.n, 1);
    assert_block(&f, 0, CUT_BLOCK_TRAILER_IIM, CUT_STR("IIM of AFCP"));
    media_stop(&f);
    scan_with_trailer(&f, CUT_STR("AXS!\0\1\0\1\0\0\0\0"
                                  "IPTC\xff\xff\xff\xff\0\0\0\0"
                                  "AXS!\0\0\0\2\0\0\0\0"));
    assert_int_equal(f.layout.blocks.n, 0);
    media_stop(&f);
}

static void truncation_at_every_byte_is_survived(void **state)
{
    (void)state;
    media_file whole;
    media_start(&whole);
    media_add(&whole, CUT_STR("\xff\xd8"));
    add_segment(&whole, 0xE1, CUT_STR("Exif\0\0II*\0tiff"));
    add_segment(&whole, 0xE1,
                CUT_STR(EXTENSION GUID "\0\0\0\x03\0\0\0\0"
                                       "abc"));
    add_segment(&whole, 0xED, CUT_STR("Photoshop 3.0\0irb1"));
    add_picture(&whole);
    for (size_t n = 3; n < whole.bytes.n; n++) {
        media_file f;
        media_start(&f);
        media_add(&f, cut_str_slice(cut_buf_str(&whole.bytes), 0, n));
        cutline_status status = media_try(&f, "a.jpg");
        /* A part of EXIF is there from its signature on; before, there is nothing at all. */
        assert_int_equal(status, n >= 12 ? CUTLINE_OK : CUTLINE_MALFORMED);
        assert_true(f.findings.list.n > 0);
        assert_string_equal(f.findings.list.v[0].code, "truncated");
        if (status != CUTLINE_OK) {
            assert_string_equal(f.err.file, "a.jpg");
            assert_int_equal(f.err.offset, n);
        }
        media_stop(&f);
    }
    media_stop(&whole);
}

static void segments_and_blocks_are_bounded(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    media_add(&f, CUT_STR("\xff\xd8"));
    add_segment(&f, 0xFE, CUT_STR("first"));
    for (size_t i = 0; i < CUT_MAX_SEGMENTS + 10; i++)
        add_segment(&f, 0xE5, CUT_STR(""));
    add_picture(&f);
    media_scan(&f, "a.jpg");
    assert_finding(&f, 0, "segment-skipped", "more than 65536 segments");
    assert_int_equal(f.layout.blocks.n, 1);
    assert_int_equal(f.layout.width, 0);
    media_stop(&f);
}

static void the_format_is_told_by_content(void **state)
{
    (void)state;
    media_file f;
    char text[2048];
    media_start(&f);
    media_add(&f, CUT_STR("\xff\xd8"));
    add_picture(&f);
    assert_int_equal(media_try(&f, "a.png"), CUTLINE_OK);
    assert_finding(&f, 0, "wrong-extension", "named .png, its content is jpeg");
    media_stop(&f);

    media_start(&f);
    assert_int_equal(media_try(&f, "a.jpg"), CUTLINE_MALFORMED);
    assert_string_equal(cutline_error_text(&f.err, text, sizeof text),
                        "a.jpg: byte 0: the file is empty");
    media_stop(&f);

    media_start(&f);
    media_add(&f, CUT_STR("%PDF-1.7 and so on"));
    assert_int_equal(media_try(&f, "a.jpg"), CUTLINE_UNSUPPORTED);
    assert_string_equal(cutline_error_text(&f.err, text, sizeof text),
                        "a.jpg: byte 0: not a format that cutline reads (PDF; the first bytes are "
                        "25 50 44 46 2d 31 2e 37)");
    media_stop(&f);
    assert_true(cut_format_known_extension(CUT_STR("JPG")));
    assert_true(cut_format_known_extension(CUT_STR("jps")));
    assert_false(cut_format_known_extension(CUT_STR("pdf")));
    assert_false(cut_format_known_extension(CUT_STR("")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_come_in_file_order),
        cmocka_unit_test(fill_bytes_and_garbage_between_segments_are_passed_over),
        cmocka_unit_test(exif_goes_on_in_segments_without_a_tiff_header),
        cmocka_unit_test(extended_xmp_is_joined_by_offset),
        cmocka_unit_test(jumbf_boxes_are_joined_without_their_repeated_headers),
        cmocka_unit_test(joined_resources_know_their_place),
        cmocka_unit_test(odd_signatures_of_real_cameras_are_known),
        cmocka_unit_test(the_hash_leaves_tables_between_scans_out),
        cmocka_unit_test(the_hash_of_a_cut_file_ends_at_its_last_marker),
        cmocka_unit_test(the_hash_does_not_depend_on_buffers),
        cmocka_unit_test(without_wish_for_a_hash_the_image_data_is_not_read),
        cmocka_unit_test(trailers_are_named),
        cmocka_unit_test(iim_in_trailers_is_a_block),
        cmocka_unit_test(truncation_at_every_byte_is_survived),
        cmocka_unit_test(segments_and_blocks_are_bounded),
        cmocka_unit_test(the_format_is_told_by_content),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
