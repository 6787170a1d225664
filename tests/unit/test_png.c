/* PNG: chunks, texts and profiles in them, the image hash. */
#include "media_file.h"

#include <zlib.h>

static void add_chunk(media_file *f, const char *type, cut_str data)
{
    media_add_be(f, data.n, 4);
    media_add(f, cut_str_from(type));
    media_add(f, data);
    media_add_be(f, 0, 4); /* nobody looks at the CRC */
}

static void start_png(media_file *f)
{
    media_start(f);
    media_add(f, CUT_STR("\x89PNG\r\n\x1a\n"));
    add_chunk(f, "IHDR", CUT_STR("\0\0\0\x10\0\0\0\x08\x08\x02\0\0\0"));
}

static void end_png(media_file *f)
{
    add_chunk(f, "IDAT", CUT_STR("image "));
    add_chunk(f, "IDAT", CUT_STR("data"));
    add_chunk(f, "IEND", CUT_STR(""));
}

/* A text behind its prefix, packed by zlib. */
static void add_packed(media_file *f, const char *type, cut_str prefix, cut_str text)
{
    unsigned char packed[4096];
    uLongf n = sizeof packed;
    assert_int_equal(compress(packed, &n, (const unsigned char *)text.p, text.n), Z_OK);
    cut_buf b;
    cut_buf_init(&b, 8192);
    cut_buf_str_add(&b, prefix);
    cut_buf_add(&b, packed, n);
    add_chunk(f, type, cut_buf_str(&b));
    cut_buf_release(&b);
}

static void metadata_chunks_become_blocks(void **state)
{
    (void)state;
    media_file f;
    start_png(&f);
    add_chunk(&f, "iTXt", CUT_STR("XML:com.adobe.xmp\0\0\0\0\0<xmp/>"));
    add_chunk(&f, "eXIf", CUT_STR("II*\0tiff"));
    add_chunk(&f, "caBX", CUT_STR("box"));
    add_chunk(&f, "tEXt", CUT_STR("Description\0A caption"));
    add_packed(&f, "zTXt", CUT_STR("Author\0\0"), CUT_STR("A. Photographer"));
    add_packed(&f, "iTXt", CUT_STR("Title\0\1\0de\0Titel\0"), CUT_STR("packed"));
    end_png(&f);
    media_scan(&f, "a.png");
    assert_string_equal(f.layout.format, "png");
    assert_int_equal(f.layout.width, 16);
    assert_int_equal(f.layout.height, 8);
    assert_block(&f, 0, CUT_BLOCK_XMP, CUT_STR("<xmp/>"));
    assert_block(&f, 1, CUT_BLOCK_COMMENT, CUT_STR("A caption"));
    assert_true(cut_str_eq(f.layout.blocks.v[1].keyword, CUT_STR("Description")));
    assert_block(&f, 2, CUT_BLOCK_COMMENT, CUT_STR("A. Photographer"));
    assert_block(&f, 3, CUT_BLOCK_COMMENT, CUT_STR("packed"));
    assert_block(&f, 4, CUT_BLOCK_EXIF, CUT_STR("II*\0tiff"));
    assert_block(&f, 5, CUT_BLOCK_C2PA, CUT_STR("box"));
    assert_int_equal(f.findings.list.n, 0);
    assert_hash_over(&f, CUT_STR("image data"));
    media_stop(&f);
}

static void raw_profiles_are_decoded(void **state)
{
    (void)state;
    media_file f;
    start_png(&f);
    add_chunk(&f, "tEXt",
              CUT_STR("Raw profile type iptc\0\niptc\n      12\n3842494d0404\n000000000000\n"));
    add_packed(&f, "zTXt", CUT_STR("Raw profile type iptc\0\0"),
               CUT_STR("\niptc\n 6\n1c025a000178\n"));
    add_chunk(&f, "tEXt", CUT_STR("Raw profile type APP1\0\nAPP1\n 10\n457869660000 4d4d002a"));
    add_chunk(&f, "tEXt",
              CUT_STR("Raw profile type APP1\0\nAPP1\n 30\n687474703a2f2f6e732e61646f62652e636f6d"
                      "2f7861702f312e302f003c783e"));
    add_chunk(&f, "tEXt", CUT_STR("Raw profile type icc\0\nicc\n 2\nabcd"));
    add_chunk(&f, "tEXt", CUT_STR("Raw profile type exif\0"));
    end_png(&f);
    media_scan(&f, "a.png");
    assert_int_equal(f.layout.blocks.n, 5);
    assert_block(&f, 0, CUT_BLOCK_IRB, CUT_STR("8BIM\4\4\0\0\0\0\0\0"));
    assert_block(&f, 1, CUT_BLOCK_IIM, CUT_STR("\x1c\x02\x5a\0\1x"));
    assert_block(&f, 2, CUT_BLOCK_EXIF, CUT_STR("MM\0*"));
    assert_block(&f, 3, CUT_BLOCK_XMP, CUT_STR("<x>"));
    assert_block(&f, 4, CUT_BLOCK_EXIF, CUT_STR(""));
    media_stop(&f);
}

static void broken_and_endless_compression_is_passed_over(void **state)
{
    (void)state;
    media_file f;
    start_png(&f);
    add_chunk(&f, "zTXt", CUT_STR("Author\0\0not zlib at all"));
    end_png(&f);
    media_scan(&f, "a.png");
    assert_int_equal(f.layout.blocks.n, 0);
    assert_finding(&f, 0, "segment-skipped", "cannot be unpacked");
    media_stop(&f);

    /* 40 MiB of zeros in 40 KiB. */
    static const size_t huge = (size_t)40 << 20;
    uLongf n = compressBound(huge);
    unsigned char *zeros = calloc(1, huge), *packed = malloc(n);
    assert_int_equal(compress(packed, &n, zeros, huge), Z_OK);
    cut_buf b;
    cut_buf_init(&b, 1 << 20);
    cut_buf_add(&b, "Author\0\0", 8);
    cut_buf_add(&b, packed, n);
    start_png(&f);
    add_chunk(&f, "zTXt", cut_buf_str(&b));
    end_png(&f);
    media_scan(&f, "a.png");
    assert_int_equal(f.layout.blocks.n, 0);
    assert_finding(&f, 0, "segment-skipped", "cannot be unpacked");
    assert_int_equal(f.layout.width, 16);
    media_stop(&f);
    cut_buf_release(&b);
    free(zeros);
    free(packed);
}

static void what_follows_the_end_is_said(void **state)
{
    (void)state;
    media_file f;
    start_png(&f);
    end_png(&f);
    media_add(&f, CUT_STR("more"));
    media_scan(&f, "a.png");
    assert_finding(&f, 0, "trailing-data", "4 bytes follow");
    media_stop(&f);
}

static void check_cut(const media_file *f, cutline_status status)
{
    if (f->source.size < 8) {
        assert_int_not_equal(status, CUTLINE_OK);
        return;
    }
    assert_int_equal(status, CUTLINE_OK);
    assert_finding(f, 0, "truncated", "PNG");
}

static void truncation_at_every_byte_is_survived(void **state)
{
    (void)state;
    media_file f;
    start_png(&f);
    add_chunk(&f, "iTXt", CUT_STR("XML:com.adobe.xmp\0\0\0\0\0<xmp/>"));
    add_chunk(&f, "eXIf", CUT_STR("II*\0tiff"));
    end_png(&f);
    media_scan_cut(&f, "a.png", check_cut);
    media_stop(&f);
}

static void chunks_are_bounded(void **state)
{
    (void)state;
    media_file f;
    start_png(&f);
    for (unsigned i = 0; i <= CUT_MAX_SEGMENTS; i++)
        add_chunk(&f, "abcd", CUT_STR(""));
    add_chunk(&f, "eXIf", CUT_STR("II*\0tiff"));
    end_png(&f);
    media_scan(&f, "a.png");
    assert_int_equal(f.layout.blocks.n, 0);
    assert_int_equal(f.findings.list.n, 1);
    assert_string_equal(f.findings.list.v[0].code, "segment-skipped");
    assert_non_null(strstr(f.findings.list.v[0].detail, "PNG: more than 65536 chunks"));
    media_stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(metadata_chunks_become_blocks),
        cmocka_unit_test(raw_profiles_are_decoded),
        cmocka_unit_test(broken_and_endless_compression_is_passed_over),
        cmocka_unit_test(what_follows_the_end_is_said),
        cmocka_unit_test(chunks_are_bounded),
        cmocka_unit_test(truncation_at_every_byte_is_survived),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
