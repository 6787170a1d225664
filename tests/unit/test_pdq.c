/* The perceptual hash, against values of another implementation. */
#include "picture_file.h"

#include "image/pdq_table.h"

#include <math.h>

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

static unsigned hex_digit(char c)
{
    return (unsigned)(cut_is_digit(c) ? c - '0' : c - 'a' + 10);
}

static void from_hex(const char *hex, uint8_t out[CUT_PDQ_BYTES])
{
    assert_int_equal(strlen(hex), 2 * CUT_PDQ_BYTES);
    for (size_t i = 0; i < CUT_PDQ_BYTES; i++)
        out[i] = (uint8_t)(hex_digit(hex[2 * i]) << 4 | hex_digit(hex[2 * i + 1]));
}

static unsigned distance_to(const cut_pdq *pdq, const char *hex)
{
    uint8_t wanted[CUT_PDQ_BYTES];
    from_hex(hex, wanted);
    return cut_pdq_distance(pdq->hash, wanted);
}

static cut_pdq pdq_of(const cut_pixels *pixels)
{
    cut_pdq out;
    assert_true(cut_pdq_take(&arena, pixels, &out));
    return out;
}

/* The values are those of the reference implementation in C++ (ThreatExchange pdq/cpp, without its
 * downsizing in advance) for the pixels that djpeg of libjpeg-turbo 2.1 gives. */
static void agrees_with_the_reference(void **state)
{
    (void)state;
    static const struct {
        const char *path, *hash;
        unsigned quality;
    } cases[] = {
        {"samples/55350159.jpg", "730fd2708dcb78b0254f60309dcfc8b0a34f32733c31cbb46cb03d4ed35b85cb",
         100},
        {"samples/AFP__20190403__1FK2QX7__v1__HighRes__KenyaAgricultureTea.jpg",
         "d2ac1a6c2f7be7b3e096588c124cda79aeb3259371cc486cad69a7334cb35294", 98},
        {"samples/AP_16123640518273.jpg",
         "999a0c642001d3187ce4764bb19cf519d2675ee65ad98db6666bb3e799996249", 100},
        {"samples/IMG_4821.jpg", "a74b6b9825b624b6a4b4a5b65a435a485bb45bb61a49a34bbb4bbb4ba5b444b4",
         100},
        {"samples/RTX2CGS3.jpg", "39488eb7a7a7704d5ad28f61a5af5ad64078a5a45787394ba47ac6946985396b",
         100},
        {"samples/RTX50QK8.jpg", "0724ab52fa89b4835f6c4b743c9bf489ea6686ad898b4a4774f874834b6689fc",
         100},
        {"samples/epa05287311.jpg",
         "120ea7b959d65a2dae3944d25967af3805da38adf652496629adf75264d324a9", 100},
        {"samples/gettyimages-1140283746-612x612.jpg",
         "9bf6dba747222e6aa95dc931c03016ec36bf8f15a9cc3dca0e69f03dd6528b00", 100},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cut_pixels pixels = picture_of_file(&arena, cases[i].path);
        cut_pdq pdq = pdq_of(&pixels);
        /* Another decoder may round otherwise; a bit or two that stand on the edge may turn. */
        assert_in_range(distance_to(&pdq, cases[i].hash), 0, 2);
        assert_in_range(pdq.quality, cases[i].quality - 1, cases[i].quality + 1);
    }
}

/* The reference derives the hashes of the turned and mirrored picture from the one as it is; those
 * of samples/RTX2CGS3.jpg are these. Taken of the turned pixels they differ by what half a pixel
 * does where the window is even. */
static void is_near_the_reference_in_all_forms(void **state)
{
    (void)state;
    static const struct {
        unsigned orientation;
        const char *hash;
    } cases[] = {
        {1, "39488eb7a7a7704d5ad28f61a5af5ad64078a5a45787394ba47ac6946985396b"},
        {2, "6c1ddbe2f2f225180f87da34f0fa0f83152df0f102d26c1ef12f93c13cd06c3e"},
        {3, "2c1d241df2f2daa70f8725cbf0faf07c152d0f0e02d293e1f12f6c3e3cd093c1"},
        {4, "79487148a7a78fb25ad2709ea5afa52940785a5b5787c6b4a67a396b6985c694"},
        {5, "664c19a6b25b9931cd13666c6d24a6736b669d9966c9498c929973666b397633"},
        {6, "3319ccf3e70ecc64984633393879f3263e33c8cc339c1cd9c7cc26333e6c2366"},
        {7, "3319330ce70e339b9846ccc638710cd93e332733339ce326c7ccd9cc3e6cdc99"},
        {8, "664ce659b25b66cecd1399936d24598c6b66626666c9b67392998c996b3989cc"},
    };
    cut_pixels pixels = picture_of_file(&arena, "samples/RTX2CGS3.jpg"), laid;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_true(cut_pixels_orient(&arena, &pixels, cases[i].orientation, &laid));
        cut_pdq pdq = pdq_of(&laid);
        assert_in_range(distance_to(&pdq, cases[i].hash), 0, 24);
    }
}

/* A picture at 1/8 of its size has nearly the hash of the whole one. */
static void scale_hardly_matters(void **state)
{
    (void)state;
    for (unsigned number = 0; number < 8; number++) {
        cut_pixels drawn, laid;
        size_t n;
        picture_draw(&arena, 2051 + 13 * number, 1371 + 7 * number, 3, number, &drawn);
        uint8_t *file = picture_jpeg(&drawn, &(picture_form){0}, &n);
        cut_decoded got = picture_decode(&arena, file, n);
        assert_int_equal(got.pixels.step, 8);
        assert_true(cut_pixels_orient(&arena, &drawn, number + 1, &laid));
        cut_pdq whole = pdq_of(&laid);
        assert_true(cut_pixels_orient(&arena, &got.pixels, number + 1, &laid));
        cut_pdq reduced = pdq_of(&laid);
        assert_in_range(cut_pdq_distance(whole.hash, reduced.hash), 0, 14);
        free(file);
        cut_arena_release(&arena);
    }
}

static void plain_and_tiny_pictures_have_no_quality(void **state)
{
    (void)state;
    cut_pixels plain;
    assert_true(cut_pixels_new(&arena, 100, 80, 3, &plain));
    memset(plain.p, 0, (size_t)100 * 80 * 3);
    assert_int_equal(pdq_of(&plain).quality, 0);
    picture_draw(&arena, 4, 300, 3, 1, &plain);
    cut_pdq pdq = pdq_of(&plain);
    assert_int_equal(pdq.quality, 0);
    for (size_t i = 0; i < CUT_PDQ_BYTES; i++)
        assert_int_equal(pdq.hash[i], 0);
    /* Sides shorter than the 64 blocks are allowed. */
    picture_draw(&arena, 5, 7, 1, 2, &plain);
    assert_true(pdq_of(&plain).quality > 0);
}

static void the_table_is_a_quarter_wave(void **state)
{
    (void)state;
    const double pi = 3.14159265358979323846;
    for (int i = 0; i <= 64; i++)
        assert_true(fabs((double)cut_pdq_quarter[i] - sqrt(2.0 / 64) * cos(pi * i / 128)) < 1e-8);
}

static void counts_bits(void **state)
{
    (void)state;
    uint8_t a[CUT_PDQ_BYTES] = {0}, b[CUT_PDQ_BYTES] = {0};
    assert_int_equal(cut_pdq_distance(a, b), 0);
    b[0] = 0x80;
    b[31] = 0x03;
    assert_int_equal(cut_pdq_distance(a, b), 3);
    memset(b, 0xFF, sizeof b);
    assert_int_equal(cut_pdq_distance(a, b), CUT_PDQ_BITS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(agrees_with_the_reference, set_up, tear_down),
        cmocka_unit_test_setup_teardown(is_near_the_reference_in_all_forms, set_up, tear_down),
        cmocka_unit_test_setup_teardown(scale_hardly_matters, set_up, tear_down),
        cmocka_unit_test_setup_teardown(plain_and_tiny_pictures_have_no_quality, set_up, tear_down),
        cmocka_unit_test(the_table_is_a_quarter_wave),
        cmocka_unit_test(counts_bits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
