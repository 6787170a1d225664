/* Pixels: decoding at scale, damaged and hostile files, turning, thumbnails. */
#include "picture_file.h"
#include "source_file.h"

static cut_arena arena;

static int set_up(void **state)
{
    (void)state;
    cut_arena_init(&arena, 256u << 20);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    cut_arena_release(&arena);
    return 0;
}

/* ---- decoding -----------------------------------------------------------------------------------
 */

static void expect_scale(uint32_t width, uint32_t height, unsigned step)
{
    cut_pixels drawn;
    size_t n;
    picture_draw(&arena, width, height, 3, 1, &drawn);
    uint8_t *file = picture_jpeg(&drawn, &(picture_form){0}, &n);
    cut_decoded got = picture_decode(&arena, file, n);
    assert_true(got.usable && !got.damaged);
    assert_int_equal(got.pixels.full_width, width);
    assert_int_equal(got.pixels.full_height, height);
    assert_int_equal(got.pixels.step, step);
    assert_int_equal(got.pixels.width, (width + step - 1) / step);
    assert_int_equal(got.pixels.height, (height + step - 1) / step);
    free(file);
}

static void decodes_at_the_smallest_scale_that_will_do(void **state)
{
    (void)state;
    expect_scale(2051, 1371, 8);
    expect_scale(2048, 1024, 8);
    expect_scale(2047, 1024, 4);
    expect_scale(2048, 1023, 4);
    expect_scale(1100, 700, 4);
    expect_scale(600, 400, 2);
    expect_scale(320, 214, 1);
    expect_scale(3000, 20, 1);
    expect_scale(1, 1, 1);
}

static void decodes_every_usual_form(void **state)
{
    (void)state;
    static const picture_form forms[] = {{0}, {.progressive = true}, {.cmyk = true}};
    for (unsigned channels = 1; channels <= 3; channels += 2)
        for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
            cut_pixels drawn;
            size_t n;
            if (forms[i].cmyk && channels == 1)
                continue;
            picture_draw(&arena, 320, 240, channels, 2, &drawn);
            uint8_t *file = picture_jpeg(&drawn, &forms[i], &n);
            cut_decoded got = picture_decode(&arena, file, n);
            assert_true(got.usable && !got.damaged);
            assert_string_equal(got.message, "");
            assert_true(picture_difference(&drawn, &got.pixels) < 12.0);
            free(file);
        }
}

static void keeps_what_can_be_decoded(void **state)
{
    (void)state;
    for (int progressive = 0; progressive < 2; progressive++) {
        cut_pixels drawn;
        size_t n;
        picture_draw(&arena, 320, 240, 3, 3, &drawn);
        uint8_t *file = picture_jpeg(&drawn, &(picture_form){.progressive = progressive}, &n);
        cut_decoded got = picture_decode(&arena, file, n * 2 / 3);
        assert_true(got.usable && got.damaged);
        assert_string_equal(got.message, "the image data ends before the picture is complete");
        cut_pixels top = got.pixels, drawn_top = drawn;
        top.height = drawn_top.height = 80;
        assert_true(picture_difference(&drawn_top, &top) < 20.0);
        free(file);
    }
}

/* Read from a file that is not kept whole, as large ones are not, a picture is the same. */
static void decodes_the_same_in_pieces(void **state)
{
    (void)state;
    cut_pixels drawn;
    size_t n;
    picture_draw(&arena, 3200, 2400, 3, 6, &drawn);
    uint8_t *file = picture_jpeg(&drawn, &(picture_form){0}, &n);
    assert_true(n > 2 * CUT_SOURCE_HEAD);
    for (size_t length = n; length > n / 3; length -= n / 3) {
        cut_source source;
        cut_decoded pieces, whole = picture_decode(&arena, file, length);
        source_of_file(&source, (cut_view){file, length}, &arena);
        assert_int_equal(cut_decode_jpeg(&source, 0, length, &pieces, NULL), CUTLINE_OK);
        cut_source_close(&source);
        assert_true(pieces.usable);
        assert_string_equal(pieces.message, whole.message);
        assert_int_equal(pieces.pixels.height, whole.pixels.height);
        assert_memory_equal(pieces.pixels.p, whole.pixels.p,
                            (size_t)whole.pixels.width * whole.pixels.height * 3);
    }
    free(file);
}

static void has_no_picture_where_nothing_can_be_decoded(void **state)
{
    (void)state;
    cut_pixels drawn;
    size_t n, scan;
    picture_draw(&arena, 320, 240, 3, 4, &drawn);
    uint8_t *file = picture_jpeg(&drawn, &(picture_form){0}, &n);
    for (scan = 0; file[scan] != 0xFF || file[scan + 1] != 0xDA; scan++)
        ;
    for (size_t length = 0; length < scan + 14; length += 7) {
        cut_decoded got = picture_decode(&arena, file, length);
        assert_true(!got.usable && got.damaged);
        assert_string_not_equal(got.message, "");
    }
    static const uint8_t text[] = "GIF89a, and no JPEG at all";
    assert_false(picture_decode(&arena, text, sizeof text).usable);
    free(file);
}

/* The height and width that a file claims (SOF: after marker, length and precision). */
static void claim_size(uint8_t *file, size_t n, unsigned height, unsigned width)
{
    for (size_t i = 0; i + 9 < n; i++)
        if (file[i] == 0xFF && (file[i + 1] == 0xC0 || file[i + 1] == 0xC2)) {
            file[i + 5] = (uint8_t)(height >> 8);
            file[i + 6] = (uint8_t)height;
            file[i + 7] = (uint8_t)(width >> 8);
            file[i + 8] = (uint8_t)width;
            return;
        }
    fail_msg("no frame header");
}

static void refuses_what_would_cost_too_much(void **state)
{
    (void)state;
    cut_pixels drawn;
    size_t n;
    picture_draw(&arena, 64, 64, 3, 5, &drawn);
    uint8_t *file = picture_jpeg(&drawn, &(picture_form){.progressive = true}, &n);
    claim_size(file, n, 65000, 65000);
    cut_decoded got = picture_decode(&arena, file, n);
    assert_false(got.usable);
    assert_string_equal(got.message, "more pixels than are decoded");
    /* Within the pixels, but all of them would have to be kept until the last scan. */
    claim_size(file, n, 20000, 20000);
    got = picture_decode(&arena, file, n);
    assert_false(got.usable);
    free(file);
}

/* The first scan of a progressive file, repeated. */
static void refuses_endless_scans(void **state)
{
    (void)state;
    cut_pixels drawn;
    cut_buf bomb;
    size_t n, first, second;
    picture_draw(&arena, 64, 64, 1, 6, &drawn);
    uint8_t *file = picture_jpeg(&drawn, &(picture_form){.progressive = true}, &n);
    for (first = 0; file[first] != 0xFF || file[first + 1] != 0xDA; first++)
        ;
    /* A scan begins with the tables it needs. */
    for (second = first + 2; file[second] != 0xFF || file[second + 1] != 0xC4; second++)
        ;
    cut_buf_init(&bomb, 1 << 20);
    cut_buf_add(&bomb, file, second);
    for (unsigned i = 0; i < 2 * CUT_MAX_JPEG_SCANS; i++)
        cut_buf_add(&bomb, file + first, second - first);
    assert_true(cut_buf_ok(&bomb));
    cut_decoded got = picture_decode(&arena, (const uint8_t *)bomb.p, bomb.n);
    assert_true(got.damaged && !got.usable);
    cut_buf_release(&bomb);
    free(file);
}

/* ---- turning and shrinking ----------------------------------------------------------------------
 */

static cut_pixels pixels_at(uint8_t *grey, uint32_t width, uint32_t height)
{
    cut_pixels out;
    assert_true(cut_pixels_new(&arena, width, height, 1, &out));
    memcpy(out.p, grey, (size_t)width * height);
    return out;
}

/* Two rows of three: 1 2 3 / 4 5 6. Each orientation as the rows of the upright picture. */
static void turns_upright(void **state)
{
    (void)state;
    static const struct {
        unsigned orientation;
        uint32_t width;
        const char *pixels;
    } cases[] = {
        {0, 3, "123456"}, {1, 3, "123456"}, {2, 3, "321654"}, {3, 3, "654321"}, {4, 3, "456123"},
        {5, 2, "142536"}, {6, 2, "415263"}, {7, 2, "635241"}, {8, 2, "362514"}, {9, 3, "123456"},
    };
    uint8_t stored[] = "123456";
    cut_pixels in = pixels_at(stored, 3, 2), out;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(cut_pixels_orient(&arena, &in, cases[i].orientation, &out));
        assert_int_equal(out.width, cases[i].width);
        assert_int_equal(out.height, 6 / cases[i].width);
        assert_memory_equal(out.p, cases[i].pixels, 6);
    }
}

static void shrinks_to_means(void **state)
{
    (void)state;
    uint8_t grey[] = {0, 100, 200, 40, 60, 80};
    cut_pixels in = pixels_at(grey, 6, 1), out;
    assert_true(cut_pixels_shrink(&arena, &in, 3, 1, &out));
    assert_memory_equal(out.p, ((uint8_t[]){50, 120, 70}), 3);
    /* Areas that end within a pixel: 1.5 pixels each. */
    assert_true(cut_pixels_shrink(&arena, &in, 4, 1, &out));
    assert_memory_equal(out.p, ((uint8_t[]){33, 167, 47, 73}), 4);
    cut_pixels column = pixels_at(grey, 1, 6);
    assert_true(cut_pixels_shrink(&arena, &column, 1, 2, &out));
    assert_memory_equal(out.p, ((uint8_t[]){100, 60}), 2);
}

/* ---- pictures -----------------------------------------------------------------------------------
 */

static cut_picture take(const uint8_t *file, size_t n, unsigned orientation, cut_findings *findings)
{
    cut_picture out;
    cut_decoded decoded = picture_decode(&arena, file, n);
    *findings = cut_findings_in(&arena);
    assert_int_equal(cut_picture_take(&arena, &decoded, orientation, CUT_PICTURE_KEEP, &arena, &out,
                                      findings, NULL),
                     CUTLINE_OK);
    return out;
}

static void expect_thumbnail(uint32_t width, uint32_t height, unsigned orientation,
                             uint32_t thumb_width, uint32_t thumb_height)
{
    cut_pixels drawn;
    cut_findings findings;
    size_t n;
    picture_draw(&arena, width, height, 3, 7, &drawn);
    uint8_t *file = picture_jpeg(&drawn, &(picture_form){0}, &n);
    cut_picture picture = take(file, n, orientation, &findings);
    assert_true(picture.has_pixels);
    assert_int_equal(findings.list.n, 0);
    assert_int_equal(picture.thumbnail.width, thumb_width);
    assert_int_equal(picture.thumbnail.height, thumb_height);
    cut_decoded got = picture_decode(&arena, picture.thumbnail.jpeg.p, picture.thumbnail.jpeg.n);
    assert_true(got.usable && !got.damaged);
    assert_int_equal(got.pixels.full_width, thumb_width);
    assert_int_equal(got.pixels.full_height, thumb_height);
    free(file);
}

static void thumbnails_are_upright_and_small(void **state)
{
    (void)state;
    expect_thumbnail(1500, 1000, 1, 256, 171);
    expect_thumbnail(1500, 1000, 6, 171, 256);
    expect_thumbnail(1500, 1000, 3, 256, 171);
    expect_thumbnail(100, 80, 1, 100, 80);
    expect_thumbnail(3000, 5, 1, 256, 1);
}

static void damage_is_a_finding(void **state)
{
    (void)state;
    cut_pixels drawn;
    cut_findings findings;
    size_t n;
    picture_draw(&arena, 320, 240, 3, 8, &drawn);
    uint8_t *file = picture_jpeg(&drawn, &(picture_form){0}, &n);
    cut_picture picture = take(file, n * 3 / 4, 1, &findings);
    assert_true(picture.has_pixels);
    assert_int_equal(findings.list.n, 1);
    assert_string_equal(findings.list.v[0].code, "picture-damaged");
    assert_string_equal(findings.list.v[0].detail,
                        "only a part of the picture can be decoded: the image data ends before the "
                        "picture is complete");
    picture = take(file, 50, 1, &findings);
    assert_false(picture.has_pixels);
    assert_int_equal(picture.thumbnail.jpeg.n, 0);
    assert_int_equal(findings.list.n, 1);
    free(file);
}

/* ---- colour profiles ---------------------------------------------------------------------------
 */

/* What a profile has at least: a header with its colour space, and some text. */
static size_t make_profile(uint8_t *out, size_t length, const char *space, const char *text)
{
    memset(out, 7, length);
    memcpy(out + 16, space, 4);
    memcpy(out + 140, text, strlen(text));
    return length;
}

/* Decodes a picture with a profile; what is kept of it. */
static cut_decoded decode_with_profile(picture_form form, unsigned channels)
{
    cut_pixels drawn;
    size_t n;
    picture_draw(&arena, 320, 214, channels, 1, &drawn);
    uint8_t *file = picture_jpeg(&drawn, &form, &n);
    cut_decoded got = picture_decode(&arena, file, n);
    assert_true(got.usable && !got.damaged);
    free(file);
    return got;
}

static void keeps_small_profiles_with_the_thumbnail(void **state)
{
    (void)state;
    uint8_t profile[560];
    picture_form form = {.profile = profile};
    form.profile_length = make_profile(profile, sizeof profile, "RGB ", "Adobe RGB (1998)");
    cut_decoded got = decode_with_profile(form, 3);
    assert_int_equal(got.profile.n, sizeof profile);
    assert_memory_equal(got.profile.p, profile, sizeof profile);
    cut_thumbnail thumbnail;
    assert_int_equal(cut_thumbnail_make(&arena, &got.pixels, got.profile, &arena, &thumbnail, NULL),
                     CUTLINE_OK);
    cut_decoded again = picture_decode(&arena, thumbnail.jpeg.p, thumbnail.jpeg.n);
    assert_int_equal(again.profile.n, sizeof profile);
    assert_memory_equal(again.profile.p, profile, sizeof profile);
    make_profile(profile, sizeof profile, "GRAY", "Dot Gain 20%");
    assert_int_equal(decode_with_profile(form, 1).profile.n, sizeof profile);
}

static void drops_profiles_that_do_not_serve(void **state)
{
    (void)state;
    static uint8_t profile[70000];
    picture_form form = {.profile = profile};
    form.profile_length = make_profile(profile, 3144, "RGB ", "sRGB IEC61966-2.1");
    assert_int_equal(decode_with_profile(form, 3).profile.n, 0);
    make_profile(profile, 3144, "RGB ", "");
    memcpy(profile + 200, "\0s\0R\0G\0B", 8);
    assert_int_equal(decode_with_profile(form, 3).profile.n, 0);
    make_profile(profile, 3144, "GRAY", "x");
    assert_int_equal(decode_with_profile(form, 3).profile.n, 0);
    make_profile(profile, 3144, "CMYK", "Coated");
    form.cmyk = true;
    assert_int_equal(decode_with_profile(form, 3).profile.n, 0);
    form.cmyk = false;
    form.profile_length = make_profile(profile, 4097, "RGB ", "large");
    assert_int_equal(decode_with_profile(form, 3).profile.n, 0);
    form.profile_length = make_profile(profile, sizeof profile, "RGB ", "in two pieces");
    assert_int_equal(decode_with_profile(form, 3).profile.n, 0);
}

/* Whatever stands in APP2, the picture is decoded; cut within it, nothing is. */
static void odd_app2_does_no_harm(void **state)
{
    (void)state;
    cut_pixels drawn;
    size_t n;
    static const uint8_t segments[][20] = {
        {0xFF, 0xE2, 0, 2},
        {0xFF, 0xE2, 0, 0},
        {0xFF, 0xE2, 0, 18, 'I', 'C', 'C', '_', 'P', 'R', 'O', 'F', 'I', 'L', 'E', 0, 1, 1, 9, 9},
        {0xFF, 0xE2, 0, 8, 'M', 'P', 'F', 0, 1, 2}};
    static const size_t lengths[] = {4, 4, 20, 10};
    picture_draw(&arena, 320, 214, 3, 1, &drawn);
    uint8_t *file = picture_jpeg(&drawn, &(picture_form){0}, &n);
    uint8_t *odd = malloc(n + 20);
    assert_non_null(odd);
    for (size_t i = 0; i < sizeof lengths / sizeof *lengths; i++) {
        memcpy(odd, file, 2);
        memcpy(odd + 2, segments[i], lengths[i]);
        memcpy(odd + 2 + lengths[i], file + 2, n - 2);
        assert_true(picture_decode(&arena, odd, n + lengths[i]).usable);
        assert_false(picture_decode(&arena, odd, 2 + lengths[i] - 1).usable);
    }
    free(odd);
    free(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_small_profiles_with_the_thumbnail, set_up, tear_down),
        cmocka_unit_test_setup_teardown(drops_profiles_that_do_not_serve, set_up, tear_down),
        cmocka_unit_test_setup_teardown(odd_app2_does_no_harm, set_up, tear_down),
        cmocka_unit_test_setup_teardown(decodes_at_the_smallest_scale_that_will_do, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(decodes_every_usual_form, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_what_can_be_decoded, set_up, tear_down),
        cmocka_unit_test_setup_teardown(decodes_the_same_in_pieces, set_up, tear_down),
        cmocka_unit_test_setup_teardown(has_no_picture_where_nothing_can_be_decoded, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(refuses_what_would_cost_too_much, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_endless_scans, set_up, tear_down),
        cmocka_unit_test_setup_teardown(turns_upright, set_up, tear_down),
        cmocka_unit_test_setup_teardown(shrinks_to_means, set_up, tear_down),
        cmocka_unit_test_setup_teardown(thumbnails_are_upright_and_small, set_up, tear_down),
        cmocka_unit_test_setup_teardown(damage_is_a_finding, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
