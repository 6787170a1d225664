/* Containers: what is laid out anew, and that everything else keeps its bytes. */
#include "unit.h"

#include "base/inflate.h"
#include "photo.h"
#include "rewrite.h"

static const cutline_value bern = {.text = "Bern"};
static const cutline_value words = {.text = "A caption"};
static const cut_change city_change[] = {{&cut_fields[CUT_FIELD_city], &bern, 1}};
static const cut_change both_changes[] = {{&cut_fields[CUT_FIELD_city], &bern, 1},
                                          {&cut_fields[CUT_FIELD_caption], &words, 1}};
static const cut_changes city = {city_change, 1}, both = {both_changes, 2};
static const cutline_write_options plain = {.iim = false}, with_iim = {.iim = true};

/* Writes and verifies; the result is to be stopped. */
static void write(rewrite *r, const char *name, cut_view bytes, const cut_changes *changes,
                  const cutline_write_options *options)
{
    cutline_status status = rewrite_start(r, name, bytes, changes, options);
    if (status == CUTLINE_OK && r->bytes)
        status = rewrite_verify(r);
    if (status != CUTLINE_OK)
        fail_msg("%s: %s", name, r->err.message);
    assert_non_null(r->bytes);
}

static bool contains(const rewrite *r, cut_str part)
{
    return cut_str_find((cut_str){(const char *)r->bytes, r->n}, part, 0) != SIZE_MAX;
}

static bool ends(const rewrite *r, cut_str part)
{
    return cut_str_ends((cut_str){(const char *)r->bytes, r->n}, part);
}

/* ---- JPEG -------------------------------------------------------------------------------------
 */

#define SOI "\xFF\xD8"
#define JFIF "\xFF\xE0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
#define ICC "\xFF\xE2\0\x10ICC_PROFILE\0\1"
#define FRAME "\xFF\xC0\0\x0B\x08\0\x08\0\x08\1\1\x11\0"
#define SCAN "\xFF\xDA\0\x08\1\1\0\0\x3F\0\x12\x34\xFF\xD9"
#define BYTES(literal) ((cut_view){(const uint8_t *)(literal), sizeof(literal) - 1})
#define TEXT(literal) ((cut_str){(literal), sizeof(literal) - 1})

static void new_segments_follow_jfif(void **state)
{
    (void)state;
    rewrite r;
    write(&r, "a.jpg", BYTES(SOI JFIF ICC FRAME SCAN "trailer"), &both, &with_iim);
    cut_str out = {(const char *)r.bytes, r.n};
    assert_true(cut_str_starts(out, TEXT(SOI JFIF "\xFF\xE1")));
    assert_true(ends(&r, TEXT(ICC FRAME SCAN "trailer")));
    assert_true(contains(&r, TEXT("Exif\0\0II*")));
    assert_true(contains(&r, TEXT("http://ns.adobe.com/xap/1.0/\0<?xpacket")));
    assert_true(contains(&r, TEXT("Photoshop 3.0\0"
                                  "8BIM\4\4")));
    rewrite_stop(&r);
}

static void old_segments_keep_their_places(void **state)
{
    (void)state;
    static const photo p = {
        .exif = {{0, 0x0110, 2, "Camera", 0, {0}, 0}},
        .iim = {{2, 90, "old", 0}},
        .digest = PHOTO_GOOD_DIGEST,
        .xmp = "<photoshop:City>old</photoshop:City><photoshop:Own>kept</photoshop:Own>"};
    cut_buf bytes;
    rewrite r;
    cut_buf_init(&bytes, 1 << 20);
    photo_jpeg(&p, &bytes);
    write(&r, "a.jpg", cut_view_of_str(cut_buf_str(&bytes)), &city, &plain);
    assert_false(r.work.exif);
    assert_true(r.work.iim && r.work.xmp);
    assert_int_equal(r.after.reading->digest, CUT_DIGEST_MATCHES);
    assert_true(contains(&r, TEXT("<photoshop:Own>kept</photoshop:Own>")));
    size_t xmp = cut_str_find((cut_str){(const char *)r.bytes, r.n}, TEXT("ns.adobe.com/xap"), 0);
    size_t irb = cut_str_find((cut_str){(const char *)r.bytes, r.n}, TEXT("Photoshop 3.0"), 0);
    assert_true(irb < xmp);
    rewrite_stop(&r);
    cut_buf_release(&bytes);
}

/* What says so already is left alone. */
static void nothing_to_change_changes_nothing(void **state)
{
    (void)state;
    static const photo p = {.iim = {{2, 90, "Bern", 0}},
                            .xmp = "<photoshop:City>Bern</photoshop:City>"};
    cut_buf bytes;
    rewrite r;
    cut_buf_init(&bytes, 1 << 20);
    photo_jpeg(&p, &bytes);
    assert_int_equal(
        rewrite_start(&r, "a.jpg", cut_view_of_str(cut_buf_str(&bytes)), &city, &plain),
        CUTLINE_OK);
    assert_null(r.bytes);
    assert_int_equal(r.work.fields.n, 0);
    rewrite_stop(&r);
    cut_buf_release(&bytes);
}

/* Little-endian, one tag: ImageDescription "old" in its place. */
#define DESCRIPTION "II*\0\x08\0\0\0\1\0\x0E\1\2\0\4\0\0\0old\0\0\0\0\0"
#define EXIF                                                                                       \
    "\xFF\xE1\0\x22"                                                                               \
    "Exif\0\0" DESCRIPTION

static void a_second_exif_says_the_same(void **state)
{
    (void)state;
    rewrite r;
    write(&r, "a.jpg", BYTES(SOI EXIF EXIF FRAME SCAN), &both, &plain);
    cut_str out = {(const char *)r.bytes, r.n};
    size_t first = cut_str_find(out, TEXT("A caption\0"), 0);
    assert_true(first < SIZE_MAX);
    assert_true(cut_str_find(out, TEXT("A caption\0"), first + 1) < SIZE_MAX);
    assert_false(contains(&r, TEXT("old\0")));
    rewrite_stop(&r);
}

static void what_windows_has_written_is_left(void **state)
{
    (void)state;
    static const photo p = {.exif = {{0, 0x9C9C, 1, "o\0l\0d\0\0", 8, {0}, 0}}};
    cut_buf bytes;
    rewrite r;
    cut_buf_init(&bytes, 1 << 20);
    photo_jpeg(&p, &bytes);
    write(&r, "a.jpg", cut_view_of_str(cut_buf_str(&bytes)), &both, &plain);
    assert_true(contains(&r, TEXT("o\0l\0d\0\0")));
    assert_int_equal(r.findings.list.n, 1);
    assert_string_equal(r.findings.list.v[0].field, "caption");
    rewrite_stop(&r);
    cut_buf_release(&bytes);
}

/* No directory is where the header says. */
static void damaged_exif_is_left(void **state)
{
    (void)state;
    rewrite r;
    write(&r, "a.jpg",
          BYTES(SOI "\xFF\xE1\0\x10"
                    "Exif\0\0"
                    "II*\0\xFF\0\0\0" FRAME SCAN),
          &both, &plain);
    assert_true(r.work.xmp && !r.work.exif);
    assert_true(contains(&r, TEXT("Exif\0\0"
                                  "II*\0\xFF\0\0\0\xFF")));
    assert_int_equal(r.findings.list.n, 1);
    assert_string_equal(r.findings.list.v[0].code, "not-written");
    rewrite_stop(&r);
}

/* Two images: the index says size and place of each (CIPA DC-007). Big-endian, its list behind its
 * directory. What grows before it leaves the offset, what grows behind it moves it. */
#define MPF                                                                                        \
    "\xFF\xE2\0\x40MPF\0MM\0*\0\0\0\x08\0\1\xB0\2\0\7\0\0\0\x20\0\0\0\x1A\0\0\0\0"                 \
    "\0\3\0\0\0\0\1\0\0\0\0\0\0\0\0\0\0\1\0\2\0\0\0\x10\0\0\2\0\0\0\0\0"

static uint32_t number_at(const rewrite *r, size_t at)
{
    const uint8_t *p = r->bytes + at;
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static void the_index_of_images_stays_true(void **state)
{
    (void)state;
    rewrite r;
    cut_view before = BYTES(SOI JFIF MPF FRAME SCAN "second image");
    write(&r, "a.jpg", before, &city, &plain);
    size_t at = cut_str_find((cut_str){(const char *)r.bytes, r.n}, TEXT("MPF\0MM"), 0);
    assert_true(at != SIZE_MAX);
    assert_int_equal(number_at(&r, at + 4 + 26 + 4), 0x100 + r.n - before.n);
    assert_int_equal(number_at(&r, at + 4 + 26 + 16 + 8), 0x200);
    rewrite_stop(&r);
    write(&r, "a.jpg",
          BYTES(SOI MPF "\xFF\xED\0\x22Photoshop 3.0\0"
                        "8BIM\4\4\0\0\0\0\0\6\x1C\2\x5A\0\1x" FRAME SCAN),
          &city, &plain);
    at = cut_str_find((cut_str){(const char *)r.bytes, r.n}, TEXT("MPF\0MM"), 0);
    assert_int_equal(number_at(&r, at + 4 + 26 + 16 + 8), 0x200 + 4); /* "Bern" for "x", padded */
    rewrite_stop(&r);
}

/* One entry, "IPTC" of 3 bytes, between header and footer: all at absolute places. */
static void a_trailer_with_positions_moves_along(void **state)
{
    (void)state;
    static const char start[] = SOI JFIF FRAME SCAN;
    uint8_t bytes[sizeof start + 64];
    size_t n = sizeof start - 1;
    rewrite r;
    memcpy(bytes, start, n);
    memcpy(bytes + n, "AXS!\0\1\0\1\0\0\0\0IPTC\0\0\0\3\0\0\0\0xyzAXS!\0\0\0\0\0\0\0\0", 39);
    bytes[n + 23] = (uint8_t)(n + 24);
    bytes[n + 34] = (uint8_t)n;
    write(&r, "a.jpg", (cut_view){bytes, n + 39}, &city, &plain);
    assert_int_equal(number_at(&r, r.n - 8), r.n - 39);
    assert_int_equal(number_at(&r, r.n - 39 + 20), r.n - 15);
    assert_memory_equal(r.bytes + r.n - 15, "xyz", 3);
    rewrite_stop(&r);
}

static void xmp_over_a_segment_gets_an_extension(void **state)
{
    (void)state;
    static char text[60001], big[60001];
    static const cutline_value value = {.text = big};
    static const cut_change changes[] = {{&cut_fields[CUT_FIELD_instructions], &value, 1}};
    static const cut_changes list = {changes, 1};
    memset(text, 'x', sizeof text - 1);
    memset(big, 'y', sizeof big - 1);
    char *xmp = malloc(sizeof text + 100);
    cut_buf bytes;
    rewrite r;
    assert_non_null(xmp);
    snprintf(xmp, sizeof text + 100, "<photoshop:History>%s</photoshop:History>", text);
    photo p = {.xmp = xmp};
    cut_buf_init(&bytes, 1 << 20);
    photo_jpeg(&p, &bytes);
    write(&r, "a.jpg", cut_view_of_str(cut_buf_str(&bytes)), &list, &plain);
    assert_true(contains(&r, TEXT("http://ns.adobe.com/xmp/extension/\0")));
    /* And the next edit, of what is in the extension by now. */
    rewrite again;
    static const cut_change remove[] = {{&cut_fields[CUT_FIELD_instructions], NULL, 0}};
    static const cut_changes removal = {remove, 1};
    write(&again, "a.jpg", (cut_view){r.bytes, r.n}, &removal, &plain);
    rewrite_stop(&again);
    rewrite_stop(&r);
    cut_buf_release(&bytes);
    free(xmp);
}

static void broken_jpegs_are_refused(void **state)
{
    (void)state;
    static const char *const starts[] = {SOI JFIF, SOI JFIF "\xFF\xE1"};
    for (size_t i = 0; i < 2; i++) {
        rewrite r;
        cut_view bytes = {(const uint8_t *)starts[i], sizeof SOI JFIF - 1 + 2 * i};
        cutline_status status = rewrite_start(&r, "a.jpg", bytes, &city, &plain);
        assert_int_equal(status, CUTLINE_MALFORMED);
        rewrite_stop(&r);
    }
}

/* ---- PNG --------------------------------------------------------------------------------------
 */

#define PNG "\x89PNG\r\n\x1A\n"
#define IHDR "\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\0\0\0\0\x3A\x7E\x9B\x55"
#define IDAT "\0\0\0\2IDAT\1\2\0\0\0\0"
#define IEND "\0\0\0\0IEND\xAE\x42\x60\x82"

static void png_chunks_come_before_the_image(void **state)
{
    (void)state;
    rewrite r;
    write(&r, "a.png", BYTES(PNG IHDR IDAT IEND "behind"), &both, &plain);
    assert_true(cut_str_starts((cut_str){(const char *)r.bytes, r.n}, TEXT(PNG IHDR)));
    assert_true(ends(&r, TEXT(IDAT IEND "behind")));
    assert_true(contains(&r, TEXT("eXIfII*")));
    assert_true(contains(&r, TEXT("iTXtXML:com.adobe.xmp\0\0\0\0\0<?xpacket")));
    assert_int_equal(cut_crc32((cut_view){(const uint8_t *)"IEND", 4}), 0xAE426082);
    rewrite_stop(&r);
    rewrite again;
    assert_int_equal(rewrite_start(&again, "a.png", BYTES(PNG IHDR), &both, &plain),
                     CUTLINE_MALFORMED);
    rewrite_stop(&again);
}

/* "1C 02 5A 00 01 78": the city "x". */
#define PROFILE "\0\0\0\x32tEXtRaw profile type iptc\0\niptc\n       6\n1c025a000178\n"

static void png_profiles_stay_profiles(void **state)
{
    (void)state;
    rewrite r;
    write(&r, "a.png", BYTES(PNG IHDR PROFILE "\0\0\0\0" IDAT IEND), &city, &plain);
    assert_true(
        contains(&r, TEXT("Raw profile type iptc\0\niptc\n       9\n1c025a00044265726e\n")));
    rewrite_stop(&r);
}

/* ImageDescription "old", as hexadecimal digits with the header that readers look for. */
static void exif_in_a_profile_keeps_its_header(void **state)
{
    (void)state;
    static const char profile[] = "\0\0\0\x66tEXtRaw profile type exif\0\nexif\n      32\n"
                                  "45786966000049492a00080000000100"
                                  "0e010200040000006f6c640000000000\n\0\0\0\0";
    rewrite r;
    cut_buf bytes;
    cut_buf_init(&bytes, 1 << 16);
    cut_buf_str_add(&bytes, TEXT(PNG IHDR));
    cut_buf_add(&bytes, profile, sizeof profile - 1);
    cut_buf_str_add(&bytes, TEXT(IDAT IEND));
    write(&r, "a.png", cut_view_of_str(cut_buf_str(&bytes)), &both, &plain);
    assert_true(contains(&r, TEXT("Raw profile type exif\0\nexif\n")));
    assert_true(contains(&r, TEXT("\n45786966000049492a00")));
    assert_false(contains(&r, TEXT("eXIf")));
    rewrite_stop(&r);
    cut_buf_release(&bytes);
}

/* ---- WebP -------------------------------------------------------------------------------------
 */

/* Lossless, 3 x 2 pixels, with alpha: 14 bits each, less one, then the flag. */
#define VP8L "VP8L\5\0\0\0\x2F\2\x40\0\x10\0"

static void a_simple_webp_gets_its_header(void **state)
{
    (void)state;
    rewrite r;
    write(&r, "a.webp", BYTES("RIFF\x12\0\0\0WEBP" VP8L), &both, &plain);
    const uint8_t *p = r.bytes;
    assert_int_equal(p[4] | p[5] << 8 | p[6] << 16, (int)r.n - 8);
    assert_memory_equal(p + 12, "VP8X\x0A\0\0\0\x1C\0\0\0\2\0\0\1\0\0" VP8L, 18 + sizeof VP8L - 1);
    assert_true(contains(&r, TEXT("EXIF")));
    assert_true(contains(&r, TEXT("XMP ")));
    assert_int_equal(r.n % 2, 0);
    rewrite_stop(&r);
}

/* ---- TIFF -------------------------------------------------------------------------------------
 */

/* Width, height and one strip at 8 + 2 + 4 * 12 + 4 = 62. */
#define TIFF                                                                                       \
    "II*\0\x08\0\0\0\4\0\0\1\3\0\1\0\0\0\2\0\0\0\1\1\3\0\1\0\0\0\1\0\0\0"                          \
    "\x11\1\4\0\1\0\0\0\x3E\0\0\0\x17\1\4\0\1\0\0\0\2\0\0\0\0\0\0\0xy"

static void a_tiff_grows_at_its_end(void **state)
{
    (void)state;
    rewrite r;
    cut_view before = BYTES(TIFF);
    write(&r, "a.tif", before, &both, &with_iim);
    assert_memory_equal(r.bytes, before.p, 4);
    assert_memory_equal(r.bytes + 8, before.p + 8, before.n - 8);
    assert_true(r.n > before.n);
    assert_true(r.after.reading->has_iim);
    rewrite again;
    static const cutline_value basel = {.text = "Basel"};
    static const cut_change changes[] = {{&cut_fields[CUT_FIELD_city], &basel, 1}};
    static const cut_changes list = {changes, 1};
    write(&again, "a.tif", (cut_view){r.bytes, r.n}, &list, &plain);
    assert_in_range(again.n, r.n, r.n + 60); /* the packet keeps its size, IIM may move */
    rewrite_stop(&again);
    rewrite_stop(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(new_segments_follow_jfif),
        cmocka_unit_test(old_segments_keep_their_places),
        cmocka_unit_test(nothing_to_change_changes_nothing),
        cmocka_unit_test(a_second_exif_says_the_same),
        cmocka_unit_test(what_windows_has_written_is_left),
        cmocka_unit_test(damaged_exif_is_left),
        cmocka_unit_test(the_index_of_images_stays_true),
        cmocka_unit_test(a_trailer_with_positions_moves_along),
        cmocka_unit_test(xmp_over_a_segment_gets_an_extension),
        cmocka_unit_test(broken_jpegs_are_refused),
        cmocka_unit_test(png_chunks_come_before_the_image),
        cmocka_unit_test(png_profiles_stay_profiles),
        cmocka_unit_test(exif_in_a_profile_keeps_its_header),
        cmocka_unit_test(a_simple_webp_gets_its_header),
        cmocka_unit_test(a_tiff_grows_at_its_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
