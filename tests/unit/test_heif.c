/* HEIF, AVIF and CR3: items, places, sizes, image hash. */
#include "media_file.h"

#include "meta/exif.h"

#include <zlib.h>

static size_t open_box(media_file *f, const char *type)
{
    size_t at = f->bytes.n;
    media_add_be(f, 0, 4);
    media_add(f, cut_str_from(type));
    return at;
}

static void close_box(media_file *f, size_t at)
{
    size_t n = f->bytes.n - at;
    for (size_t i = 0; i < 4; i++)
        f->bytes.p[at + i] = (char)(n >> (24 - 8 * i));
}

static void add_box(media_file *f, const char *type, cut_str data)
{
    size_t at = open_box(f, type);
    media_add(f, data);
    close_box(f, at);
}

static void add_item(media_file *f, unsigned id, const char *type, cut_str more)
{
    size_t at = open_box(f, "infe");
    media_add_be(f, 0x02000000, 4);
    media_add_be(f, id, 2);
    media_add_be(f, 0, 2);
    media_add(f, cut_str_from(type));
    media_add_be(f, 0, 1); /* no name */
    media_add(f, more);
    close_box(f, at);
}

/* An item of one extent in an iloc of version 1. */
static void add_place(media_file *f, unsigned id, unsigned construction, uint32_t offset,
                      uint32_t length)
{
    media_add_be(f, id, 2);
    media_add_be(f, construction, 2);
    media_add_be(f, 0, 2); /* in this file */
    media_add_be(f, 1, 2);
    media_add_be(f, offset, 4);
    media_add_be(f, length, 4);
}

#define XMP_TYPE "application/rdf+xml\0"

/* An image (item 1), EXIF (2) in mdat behind the meta box and XMP (3) in idat. */
static void make_heic(media_file *f, cut_str xmp, cut_str encoding)
{
    cut_buf more;
    cut_buf_init(&more, 1000);
    cut_buf_add(&more, XMP_TYPE, sizeof XMP_TYPE - 1);
    cut_buf_str_add(&more, encoding);
    media_start(f);
    add_box(f, "ftyp", CUT_STR("heic\0\0\0\0mif1"));
    size_t meta = open_box(f, "meta");
    media_add_be(f, 0, 4);
    add_box(f, "hdlr", CUT_STR("\0\0\0\0\0\0\0\0pict\0\0\0\0\0\0\0\0\0\0\0\0\0"));
    add_box(f, "pitm", CUT_STR("\0\0\0\0\0\1"));
    size_t iinf = open_box(f, "iinf");
    media_add_be(f, 0, 4);
    media_add_be(f, 3, 2);
    add_item(f, 3, "mime", cut_buf_str(&more));
    add_item(f, 1, "hvc1", CUT_STR(""));
    add_item(f, 2, "Exif", CUT_STR(""));
    close_box(f, iinf);
    size_t iprp = open_box(f, "iprp");
    size_t ipco = open_box(f, "ipco");
    add_box(f, "ispe", CUT_STR("\0\0\0\0\0\0\0\x02\0\0\0\x01")); /* of a thumbnail */
    add_box(f, "hvcC", CUT_STR("config"));
    add_box(f, "ispe", CUT_STR("\0\0\0\0\0\0\0\x10\0\0\0\x08"));
    close_box(f, ipco);
    add_box(f, "ipma", CUT_STR("\0\0\0\0\0\0\0\x02\0\1\2\x82\x83\0\2\1\1"));
    close_box(f, iprp);
    size_t idat = open_box(f, "idat");
    media_add(f, xmp);
    close_box(f, idat);
    size_t iloc = open_box(f, "iloc");
    media_add_be(f, 0x01000000, 4);
    media_add_be(f, 0x4400, 2); /* offsets and lengths of 4 bytes, no base, no index */
    media_add_be(f, 3, 2);
    uint32_t mdat = (uint32_t)f->bytes.n + 3 * 16 + 8;
    add_place(f, 1, 0, mdat, 5);
    add_place(f, 2, 0, mdat + 5, 18);
    add_place(f, 3, 1, 0, (uint32_t)xmp.n);
    close_box(f, iloc);
    close_box(f, meta);
    assert_int_equal(f->bytes.n + 8, mdat);
    add_box(f, "mdat", CUT_STR("image\0\0\0\6Exif\0\0II*\0tiff"));
    cut_buf_release(&more);
}

static void items_become_blocks_and_image_data(void **state)
{
    (void)state;
    media_file f;
    make_heic(&f, CUT_STR("<xmp/>"), CUT_STR("\0"));
    media_scan(&f, "a.heic");
    assert_string_equal(f.layout.format, "heic");
    assert_int_equal(f.layout.width, 16);
    assert_int_equal(f.layout.height, 8);
    assert_int_equal(f.layout.blocks.n, 2);
    assert_block(&f, 0, CUT_BLOCK_EXIF, CUT_STR("II*\0tiff"));
    assert_int_equal(f.layout.blocks.v[0].offset, f.bytes.n - 8);
    assert_block(&f, 1, CUT_BLOCK_XMP, CUT_STR("<xmp/>"));
    assert_hash_over(&f, CUT_STR("image"));
    assert_int_equal(f.findings.list.n, 0);
    media_stop(&f);
}

static void compressed_xmp_is_unpacked(void **state)
{
    (void)state;
    media_file f;
    unsigned char packed[100];
    uLongf n = sizeof packed;
    assert_int_equal(compress(packed, &n, (const unsigned char *)"<xmp/>", 6), Z_OK);
    make_heic(&f, (cut_str){(const char *)packed, n}, CUT_STR("deflate\0"));
    media_scan(&f, "a.heic");
    assert_block(&f, 1, CUT_BLOCK_XMP, CUT_STR("<xmp/>"));
    media_stop(&f);
    make_heic(&f, CUT_STR("<xmp/>"), CUT_STR("rot13\0"));
    media_scan(&f, "a.heic");
    assert_int_equal(f.layout.blocks.n, 1);
    assert_finding(&f, 0, "segment-skipped", "cannot be unpacked");
    media_stop(&f);
}

static void xmp_and_c2pa_may_be_boxes_of_their_own(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    add_box(&f, "ftyp", CUT_STR("avif\0\0\0\0mif1"));
    add_box(&f, "uuid",
            CUT_STR("\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC<x/>"));
    add_box(&f, "uuid",
            CUT_STR("\xD8\xFE\xC3\xD6\x1B\x0E\x48\x3C\x92\x97\x58\x28\x87\x7E\xC4\x81"
                    "box"));
    add_box(&f, "jumb", CUT_STR("c2pa"));
    media_scan(&f, "a.avif");
    assert_string_equal(f.layout.format, "avif");
    assert_block(&f, 0, CUT_BLOCK_XMP, CUT_STR("<x/>"));
    assert_block(&f, 1, CUT_BLOCK_C2PA, CUT_STR("box"));
    assert_block(&f, 2, CUT_BLOCK_C2PA, CUT_STR("c2pa"));
    assert_false(f.layout.has_image_hash);
    media_stop(&f);
}

#define CANON "\x85\xC0\xB6\x87\x82\x0F\x11\xE0\x81\x11\xF4\xCE\x46\x2B\x6A\x48"

/* A video track of two chunks: two samples of 2 bytes, then one. */
static void add_track(media_file *f, uint32_t at)
{
    size_t trak = open_box(f, "trak"), mdia = open_box(f, "mdia");
    add_box(f, "hdlr", CUT_STR("\0\0\0\0\0\0\0\0vide"));
    size_t minf = open_box(f, "minf"), stbl = open_box(f, "stbl");
    add_box(f, "stsz", CUT_STR("\0\0\0\0\0\0\0\0\0\0\0\3\0\0\0\2\0\0\0\2\0\0\0\1"));
    add_box(f, "stsc", CUT_STR("\0\0\0\0\0\0\0\2\0\0\0\1\0\0\0\2\0\0\0\1\0\0\0\2\0\0\0\1\0\0\0\1"));
    size_t co64 = open_box(f, "co64");
    media_add_be(f, 0, 4);
    media_add_be(f, 2, 4);
    media_add_be(f, at, 8);
    media_add_be(f, at + 6, 8);
    close_box(f, co64);
    close_box(f, stbl);
    close_box(f, minf);
    close_box(f, mdia);
    close_box(f, trak);
}

static void cr3_keeps_exif_in_three_pieces(void **state)
{
    (void)state;
    media_file f;
    media_start(&f);
    add_box(&f, "ftyp", CUT_STR("crx \0\0\0\1crx "));
    size_t moov = open_box(&f, "moov"), uuid = open_box(&f, "uuid");
    media_add(&f, CUT_STR(CANON));
    add_box(&f, "CMT1", CUT_STR("II*\0\x08\0\0\0\1\0\0\1\3\0\1\0\0\0\x10\0\0\0\0\0\0\0"));
    add_box(&f, "CMT2", CUT_STR("II*\0\x08\0\0\0\1\0\x27\x88\3\0\1\0\0\0\x64\0\0\0\0\0\0\0"));
    add_box(&f, "CMT4", CUT_STR("II*\0\x08\0\0\0\1\0\1\0\2\0\2\0\0\0N\0\0\0\0\0\0\0"));
    close_box(&f, uuid);
    add_track(&f, 318);
    close_box(&f, moov);
    assert_int_equal(f.bytes.n, 310);
    add_box(&f, "mdat", CUT_STR("aabbxxc"));
    media_scan(&f, "a.cr3");
    assert_string_equal(f.layout.format, "cr3");
    assert_int_equal(f.layout.width, 16);
    assert_int_equal(f.layout.blocks.n, 1);
    assert_hash_over(&f, CUT_STR("aabbc"));
    cut_exif exif = {0};
    uint32_t iso = 0;
    assert_int_equal(
        cut_exif_parse(&f.arena, f.layout.blocks.v[0].bytes, 0, "a.cr3", &exif, &f.findings, NULL),
        CUTLINE_OK);
    assert_true(cut_exif_uint(&exif, CUT_EXIF_IFD_EXIF, 0x8827, 0, &iso));
    assert_int_equal(iso, 100);
    assert_non_null(cut_exif_find(&exif, CUT_EXIF_IFD_GPS, 0x0001));
    media_stop(&f);
}

static void check_cut(const media_file *f, cutline_status status)
{
    assert_true(status == CUTLINE_OK || status == CUTLINE_UNSUPPORTED ||
                status == CUTLINE_MALFORMED);
    if (status == CUTLINE_OK && f->source.size > 20)
        assert_true(f->findings.list.n > 0);
}

static void truncation_at_every_byte_is_survived(void **state)
{
    (void)state;
    media_file f;
    make_heic(&f, CUT_STR("<xmp/>"), CUT_STR("\0"));
    /* Whole up to the meta box, the file lacks its media only; that is found when it is read. */
    media_scan_cut(&f, "a.heic", check_cut);
    media_stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_become_blocks_and_image_data),
        cmocka_unit_test(compressed_xmp_is_unpacked),
        cmocka_unit_test(xmp_and_c2pa_may_be_boxes_of_their_own),
        cmocka_unit_test(cr3_keeps_exif_in_three_pieces),
        cmocka_unit_test(truncation_at_every_byte_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
