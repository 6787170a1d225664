/* Finding photos whatever a web desk did to them, and nothing for pictures that are none of them.
 */
#include "alter.h"
#include "desk.h"
#include "picture_file.h"

#include <cutline/identify.h>
#include <cutline/import.h>

/* Photos of the catalog, those of them that are altered in each way, and pictures it lacks. */
#define SCENES 24u
#define ASKED 3u
#define STRANGERS 60u

static desk d;
static cut_arena arena;

static void write_picture(const char *name, const cut_pixels *pixels, int quality, char path[128])
{
    size_t n;
    uint8_t *file = picture_jpeg(pixels, &(picture_form){.quality = quality}, &n);
    snprintf(path, 128, "%s/%s", d.folder, name);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(file, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
    free(file);
}

static void add_scene(unsigned number)
{
    char name[32], path[128];
    const char *const paths[] = {path};
    cut_pixels scene;
    cutline_import_totals totals;
    cut_arena_reset(&arena);
    assert_true(draw_scene(&arena, 480, 320, number, &scene));
    snprintf(name, sizeof name, "scene-%u.jpg", number);
    write_picture(name, &scene, 90, path);
    desk_check(&d, cutline_import(d.catalog, paths, 1, NULL, &totals, &d.err));
    assert_int_equal(totals.added, 1);
    unlink(path);
}

static int set_up(void **state)
{
    (void)state;
    cut_arena_init(&arena, 256u << 20);
    desk_open(&d);
    for (unsigned i = 0; i < SCENES; i++)
        add_scene(i);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    desk_close(&d);
    cut_arena_release(&arena);
    return 0;
}

/* What is found for a scene, altered. */
static cutline_candidates *ask(unsigned number, const alteration *how)
{
    char path[128];
    cut_pixels scene, altered;
    cutline_candidates *found;
    cut_arena_reset(&arena);
    assert_true(draw_scene(&arena, 480, 320, number, &scene));
    assert_true(alter(&arena, &scene, how, number, &altered));
    write_picture("asked.jpg", &altered, how->quality ? how->quality : 85, path);
    desk_check(&d, cutline_identify(d.catalog, path, NULL, &found, &d.err));
    unlink(path);
    return found;
}

static bool is_scene(const cutline_candidate *candidate, unsigned number)
{
    char name[32];
    snprintf(name, sizeof name, "/scene-%u.jpg", number);
    return strstr(candidate->photo->files[0].path, name) != NULL;
}

static void finds_altered_photos(void **state)
{
    (void)state;
    for (unsigned i = 0; i < alteration_count; i++)
        for (unsigned k = 0; k < ASKED; k++) {
            unsigned number = (i * ASKED + k) % SCENES;
            cutline_candidates *found = ask(number, &alterations[i]);
            if (found->count != 1 || !is_scene(&found->items[0], number))
                fail_msg("%s: scene %u: %zu found", alterations[i].name, number, found->count);
            assert_in_range(found->items[0].confidence, CUTLINE_CONFIDENCE_HIGH,
                            CUTLINE_CONFIDENCE_MEDIUM);
            cutline_candidates_free(found);
        }
}

static void says_how_much_of_the_photo_is_shown(void **state)
{
    (void)state;
    static const alteration half = {.crop_width = 0.25, .crop_height = 0.25};
    static const alteration screenshot = {.page = 0.6, .longest = 700};
    cutline_candidates *found = ask(1, &half);
    assert_int_equal(found->count, 1);
    assert_in_range(found->items[0].shown, 50, 62); /* 0.75 x 0.75 */
    assert_in_range(found->items[0].covered, 97, 100);
    assert_true(found->items[0].marks >= 16);
    assert_non_null(strstr(found->items[0].why, " % of the photo on "));
    cutline_candidates_free(found);
    found = ask(1, &screenshot);
    assert_int_equal(found->count, 1);
    assert_in_range(found->items[0].shown, 97, 100);
    assert_in_range(found->items[0].covered, 34, 41); /* 0.6 / 1.6 */
    cutline_candidates_free(found);
}

static void finds_nothing_for_strangers(void **state)
{
    (void)state;
    static const alteration plain = {0}, branded = {.logo = 0.3, .bar = 0.15};
    for (unsigned i = 0; i < STRANGERS; i++) {
        cutline_candidates *found = ask(1000 + i, i % 2 ? &plain : &branded);
        assert_true(found->compared);
        assert_int_equal(found->count, 0);
        cutline_candidates_free(found);
    }
}

/* Two photos that bear the same caption bar and logo are two photos. */
static void tells_photos_from_what_is_written_on_them(void **state)
{
    (void)state;
    static const alteration branded = {.logo = 0.3, .bar = 0.25};
    char path[128];
    const char *const paths[] = {path};
    cut_pixels a, b;
    cutline_candidates *found;
    cut_arena_reset(&arena);
    assert_true(draw_scene(&arena, 480, 320, 2000, &a));
    assert_true(draw_scene(&arena, 480, 320, 2001, &b));
    assert_true(alter(&arena, &a, &branded, 7, &a));
    assert_true(alter(&arena, &b, &branded, 7, &b));
    write_picture("branded.jpg", &a, 90, path);
    desk_check(&d, cutline_import(d.catalog, paths, 1, NULL, NULL, &d.err));
    unlink(path);
    write_picture("asked.jpg", &b, 85, path);
    desk_check(&d, cutline_identify(d.catalog, path, NULL, &found, &d.err));
    unlink(path);
    assert_int_equal(found->count, 0);
    cutline_candidates_free(found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_altered_photos),
        cmocka_unit_test(says_how_much_of_the_photo_is_shown),
        cmocka_unit_test(finds_nothing_for_strangers),
        cmocka_unit_test(tells_photos_from_what_is_written_on_them),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
