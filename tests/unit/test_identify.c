/* Finding the photo that a picture is, and thumbnails, through the public calls. */
#include "desk.h"
#include "picture_file.h"

#include <cutline/identify.h>
#include <cutline/import.h>

static desk d;
static cut_arena arena;

static void import(bool metadata_only)
{
    static const char *const paths[] = {"samples"};
    cutline_import_totals totals;
    cutline_import_options options = {.metadata_only = metadata_only};
    desk_check(&d, cutline_import(d.catalog, paths, 1, &options, &totals, &d.err));
    assert_int_equal(totals.failed, 0);
}

static int set_up(void **state)
{
    (void)state;
    cut_arena_init(&arena, 256u << 20);
    desk_open(&d);
    import(false);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    desk_close(&d);
    cut_arena_release(&arena);
    return 0;
}

/* Identifies a picture written to a file that is none of the catalog's. */
static cutline_candidates *identify(const cut_pixels *pixels, const picture_form *form,
                                    const cutline_identify_options *options)
{
    char path[128];
    size_t n;
    cutline_candidates *out;
    uint8_t *file = picture_jpeg(pixels, form, &n);
    snprintf(path, sizeof path, "%s/asked.jpg", d.folder);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(file, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
    free(file);
    desk_check(&d, cutline_identify(d.catalog, path, options, &out, &d.err));
    unlink(path);
    return out;
}

static void expect(const cut_pixels *pixels, const picture_form *form, const char *id,
                   const char *how, unsigned farthest)
{
    cutline_candidates *found = identify(pixels, form, NULL);
    assert_true(found->compared);
    assert_int_equal(found->count, 1);
    const cutline_candidate *best = &found->items[0];
    assert_string_equal(best->photo->media_ids.items[0].id, id);
    assert_string_equal(best->form, how);
    assert_true(best->confidence == CUTLINE_CONFIDENCE_HIGH ||
                (best->confidence == CUTLINE_CONFIDENCE_MEDIUM && best->distance > 16));
    assert_in_range(best->distance, 0, farthest);
    assert_non_null(strstr(best->why, "it looks like the photo"));
    assert_int_equal(strstr(best->why, how) != NULL, strcmp(how, "as it is") != 0);
    cutline_candidates_free(found);
}

static const struct {
    const char *path, *id;
} photos[] = {
    {"samples/RTX2CGS3.jpg", "RTX2CGS3"},
    {"samples/RTX50QK8.jpg", "RTX50QK8"},
    {"samples/epa05287311.jpg", "05287311"},
    {"samples/55350159.jpg", "55350159"},
};
#define PHOTOS (sizeof photos / sizeof *photos)

static void finds_what_was_compressed_again(void **state)
{
    (void)state;
    for (size_t i = 0; i < PHOTOS; i++) {
        cut_pixels pixels = picture_of_file(&arena, photos[i].path);
        expect(&pixels, &(picture_form){.quality = 30}, photos[i].id, "as it is", 16);
        expect(&pixels, &(picture_form){.quality = 60, .progressive = true}, photos[i].id,
               "as it is", 16);
    }
}

static void finds_what_was_resized(void **state)
{
    (void)state;
    for (size_t i = 0; i < PHOTOS; i++) {
        cut_pixels pixels = picture_of_file(&arena, photos[i].path), small;
        assert_true(cut_pixels_shrink(&arena, &pixels, 200, 134, &small));
        expect(&small, &(picture_form){0}, photos[i].id, "as it is", 31);
        assert_true(cut_pixels_shrink(&arena, &pixels, 110, 74, &small));
        expect(&small, &(picture_form){.quality = 50}, photos[i].id, "as it is", 31);
    }
}

static void finds_what_was_mirrored_and_turned(void **state)
{
    (void)state;
    /* The way back from each orientation. */
    static const char *const back[] = {[2] = "mirrored",
                                       [3] = "upside down",
                                       [4] = "mirrored upside down",
                                       [5] = "mirrored and turned left",
                                       [6] = "turned left",
                                       [7] = "mirrored and turned right",
                                       [8] = "turned right"};
    for (size_t i = 0; i < PHOTOS; i++)
        for (unsigned orientation = 2; orientation <= 8; orientation++) {
            cut_pixels pixels = picture_of_file(&arena, photos[i].path), laid;
            assert_true(cut_pixels_orient(&arena, &pixels, orientation, &laid));
            expect(&laid, &(picture_form){.quality = 75}, photos[i].id, back[orientation], 8);
        }
}

static void finds_what_lost_its_colours(void **state)
{
    (void)state;
    cut_pixels pixels = picture_of_file(&arena, photos[0].path), grey;
    assert_true(cut_pixels_new(&arena, pixels.width, pixels.height, 1, &grey));
    for (size_t i = 0; i < (size_t)pixels.width * pixels.height; i++)
        grey.p[i] = (uint8_t)((pixels.p[3 * i] * 299 + pixels.p[3 * i + 1] * 587 +
                               pixels.p[3 * i + 2] * 114) /
                              1000);
    expect(&grey, &(picture_form){0}, photos[0].id, "as it is", 16);
    expect(&pixels, &(picture_form){.cmyk = true}, photos[0].id, "as it is", 16);
}

static void finds_nothing_for_other_pictures(void **state)
{
    (void)state;
    for (unsigned number = 0; number < 50; number++) {
        cut_pixels drawn;
        picture_draw(&arena, 320, 214, 3, number, &drawn);
        cutline_candidates *found = identify(&drawn, &(picture_form){0}, NULL);
        assert_true(found->compared);
        assert_int_equal(found->count, 0);
        cutline_candidates_free(found);
    }
    /* A picture of one colour looks like nothing. */
    cut_pixels plain;
    assert_true(cut_pixels_new(&arena, 320, 214, 3, &plain));
    memset(plain.p, 0, (size_t)320 * 214 * 3);
    cutline_candidates *found =
        identify(&plain, &(picture_form){0}, &(cutline_identify_options){.distance = 256});
    assert_int_equal(found->quality, 0);
    assert_int_equal(found->count, 0);
    cutline_candidates_free(found);
}

static void no_two_samples_look_alike(void **state)
{
    (void)state;
    for (size_t i = 0; i < PHOTOS; i++) {
        cutline_candidates *found;
        desk_check(&d, cutline_identify(d.catalog, photos[i].path, NULL, &found, &d.err));
        assert_int_equal(found->count, 1);
        assert_int_equal(found->items[0].confidence, CUTLINE_CONFIDENCE_CERTAIN);
        assert_string_equal(found->items[0].why, "the coded image data is the same");
        cutline_candidates_free(found);
    }
}

static void names_the_nearest_first(void **state)
{
    (void)state;
    cutline_candidates *found;
    cutline_identify_options all = {.distance = 256};
    desk_check(&d, cutline_identify(d.catalog, photos[1].path, &all, &found, &d.err));
    assert_int_equal(found->count, 8); /* all that have an image */
    assert_int_equal(found->items[0].confidence, CUTLINE_CONFIDENCE_CERTAIN);
    for (size_t i = 1; i < found->count; i++) {
        assert_int_equal(found->items[i].confidence, CUTLINE_CONFIDENCE_LOW);
        assert_true(found->items[i].distance >= found->items[i - 1].distance);
        assert_true(found->items[i].distance > 80);
    }
    cutline_candidates_free(found);
    cutline_identify_options exact = {.exact_only = true};
    desk_check(&d, cutline_identify(d.catalog, photos[1].path, &exact, &found, &d.err));
    assert_int_equal(found->count, 1);
    assert_false(found->compared);
    cutline_candidates_free(found);
    cutline_identify_options wrong = {.distance = 257};
    assert_int_equal(cutline_identify(d.catalog, photos[1].path, &wrong, &found, &d.err),
                     CUTLINE_BAD_ARGUMENT);
    assert_null(found);
    assert_int_equal(cutline_identify(d.catalog, "samples/none.jpg", NULL, &found, &d.err),
                     CUTLINE_IO);
    assert_null(found);
}

static int64_t photo_of(const char *name)
{
    cutline_photos *found;
    desk_check(&d, cutline_catalog_show(d.catalog, name, &found, &d.err));
    int64_t photo = found->items[0].id;
    cutline_photos_free(found);
    return photo;
}

static void keeps_thumbnails(void **state)
{
    (void)state;
    void *jpeg;
    size_t n;
    desk_check(&d, cutline_catalog_thumbnail(d.catalog, photo_of("RTX2CGS3"), &jpeg, &n, &d.err));
    cut_decoded got = picture_decode(&arena, jpeg, n);
    assert_true(got.usable && !got.damaged);
    assert_int_equal(got.pixels.full_width, 256);
    assert_int_equal(got.pixels.full_height, 171);
    cutline_free(jpeg);
    /* Known from a page or a list only. */
    assert_int_equal(cutline_catalog_thumbnail(d.catalog, photo_of("RTX2CM7K"), &jpeg, &n, &d.err),
                     CUTLINE_NOT_FOUND);
    assert_null(jpeg);
}

static long count_rows(const char *table)
{
    cut_buf command;
    char out[32] = "";
    cut_buf_init(&command, 1 << 16);
    cut_buf_printf(&command, "sqlite3 %s 'SELECT count(*) FROM %s'", d.path, table);
    FILE *pipe = popen(command.p, "r");
    assert_non_null(pipe);
    assert_non_null(fgets(out, sizeof out, pipe));
    assert_int_equal(pclose(pipe), 0);
    cut_buf_release(&command);
    return strtol(out, NULL, 10);
}

/* What a metadata-only import left is completed by the next full one, and by no later one. */
static void full_imports_complete_what_is_missing(void **state)
{
    (void)state;
    desk other = d;
    desk_open(&d);
    import(true);
    assert_int_equal(count_rows("likeness"), 0);
    import(false);
    assert_int_equal(count_rows("likeness"), 8);
    assert_int_equal(count_rows("thumbnail"), 8);
    /* As a version that did not look at pixels left it. */
    cut_buf command;
    cut_buf_init(&command, 1 << 16);
    cut_buf_printf(&command, "sqlite3 %s 'DELETE FROM likeness; DELETE FROM thumbnail'", d.path);
    assert_int_equal(system(command.p), 0);
    cut_buf_release(&command);
    import(true);
    assert_int_equal(count_rows("likeness"), 0);
    import(false);
    assert_int_equal(count_rows("likeness"), 8);
    assert_int_equal(count_rows("thumbnail"), 8);
    desk_close(&d);
    d = other;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(finds_what_was_compressed_again, set_up, tear_down),
        cmocka_unit_test_setup_teardown(finds_what_was_resized, set_up, tear_down),
        cmocka_unit_test_setup_teardown(finds_what_was_mirrored_and_turned, set_up, tear_down),
        cmocka_unit_test_setup_teardown(finds_what_lost_its_colours, set_up, tear_down),
        cmocka_unit_test_setup_teardown(finds_nothing_for_other_pictures, set_up, tear_down),
        cmocka_unit_test_setup_teardown(no_two_samples_look_alike, set_up, tear_down),
        cmocka_unit_test_setup_teardown(names_the_nearest_first, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_thumbnails, set_up, tear_down),
        cmocka_unit_test_setup_teardown(full_imports_complete_what_is_missing, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
