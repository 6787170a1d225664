/* Groups of photos that show the same, through the public calls: what is told of each, and what is
 * not taken for the same. */
#include "alter.h"
#include "desk.h"
#include "picture_file.h"
#include "store/inner.h"

#include <cutline/duplicates.h>
#include <cutline/import.h>
#include <cutline/query.h>

#define STRANGERS 300u
#define ROOM 512u

static desk d;
static cut_arena arena;
static int64_t added[ROOM]; /* photos of a test, in the order of their import */
static size_t added_count;

/* What was told: the group of each photo added (0: none), and what it is there. */
typedef struct told {
    size_t groups;
    size_t group[ROOM];
    cutline_duplicate_kind kind[ROOM];
    size_t edits[ROOM], conflicts[ROOM];
    char why[ROOM][256];
} told;
static told t;

static int set_up(void **state)
{
    (void)state;
    cut_arena_init(&arena, 512u << 20);
    desk_open(&d);
    added_count = 0;
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    desk_close(&d);
    cut_arena_release(&arena);
    return 0;
}

static void on_file(const cutline_import_event *event, void *context)
{
    (void)context;
    assert_true(added_count < ROOM);
    added[added_count++] = event->photo;
}

/* Imports a picture; returns its place in `added`. */
static size_t add(const cut_pixels *pixels, int quality)
{
    char path[128];
    size_t n;
    const char *const paths[] = {path};
    cutline_import_totals totals;
    cutline_import_options options = {.on_file = on_file};
    uint8_t *file = picture_jpeg(pixels, &(picture_form){.quality = quality}, &n);
    snprintf(path, sizeof path, "%s/%zu.jpg", d.folder, added_count);
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(file, 1, n, f), n);
    assert_int_equal(fclose(f), 0);
    free(file);
    desk_check(&d, cutline_import(d.catalog, paths, 1, &options, &totals, &d.err));
    assert_int_equal(totals.added, 1);
    unlink(path);
    return added_count - 1;
}

static size_t add_scene(unsigned number, const alteration *how)
{
    cut_pixels scene, altered;
    cut_arena_reset(&arena);
    assert_true(draw_scene(&arena, 640, 428, number, &scene));
    if (!how)
        return add(&scene, 92);
    assert_true(alter(&arena, &scene, how, number, &altered));
    return add(&altered, how->quality ? how->quality : 85);
}

static void set(size_t at, const char *field, const char *value)
{
    desk_check(&d, cutline_catalog_set(d.catalog, added[at], field, value, "test", &d.err));
}

static size_t place_of(int64_t photo)
{
    size_t i = 0;
    while (i < added_count && added[i] != photo)
        i++;
    assert_true(i < added_count);
    return i;
}

static void on_group(const cutline_duplicates *group, void *context)
{
    (void)context;
    t.groups++;
    assert_int_equal(group->items[0].kind, CUTLINE_DUPLICATE_BEST);
    for (size_t i = 0; i < group->count; i++) {
        const cutline_duplicate *one = &group->items[i];
        size_t at = place_of(one->photo->id);
        assert_int_equal(t.group[at], 0);
        t.group[at] = t.groups;
        t.kind[at] = one->kind;
        t.edits[at] = one->edits.count;
        t.conflicts[at] = one->conflicts.count;
        snprintf(t.why[at], sizeof t.why[at], "%s", one->why);
    }
}

static void find(bool alike)
{
    cutline_duplicate_options options = {.alike = alike, .on_group = on_group};
    cutline_duplicate_totals totals;
    memset(&t, 0, sizeof t);
    desk_check(&d, cutline_find_duplicates(d.catalog, &options, &totals, &d.err));
    assert_int_equal(totals.groups, t.groups);
    assert_int_equal(totals.unprepared, 0);
}

/* How many photos a query finds. */
static uint64_t count(const char *query)
{
    uint64_t n;
    desk_check(&d, cutline_catalog_count(d.catalog, query, &n, &d.err));
    return n;
}

static void expect_together(size_t best, size_t other, cutline_duplicate_kind kind,
                            const char *what)
{
    if (t.group[best] == 0 || t.group[best] != t.group[other] || t.kind[other] != kind)
        fail_msg("%s: groups %zu and %zu, kind %s: %s", what, t.group[best], t.group[other],
                 cutline_duplicate_kind_name(t.kind[other]), t.why[other]);
}

/* ---- what is the same -------------------------------------------------------------------------
 */

static void groups_what_was_altered(void **state)
{
    (void)state;
    static const struct {
        alteration how;
        cutline_duplicate_kind kind;
    } cases[] = {
        {{.name = "q30", .quality = 30}, CUTLINE_DUPLICATE_SAME},
        {{.name = "300 pixels", .longest = 300}, CUTLINE_DUPLICATE_SAME},
        {{.name = "grey", .grey = true}, CUTLINE_DUPLICATE_SAME},
        {{.name = "brighter", .brightness = 30}, CUTLINE_DUPLICATE_SAME},
        {{.name = "crop 5", .crop_width = 0.05, .crop_height = 0.05}, CUTLINE_DUPLICATE_PART},
        {{.name = "crop 10", .crop_width = 0.1, .crop_height = 0.1}, CUTLINE_DUPLICATE_PART},
        {{.name = "crop 15", .crop_width = 0.15, .crop_height = 0.15}, CUTLINE_DUPLICATE_PART},
        {{.name = "crop 20", .crop_width = 0.2, .crop_height = 0.2}, CUTLINE_DUPLICATE_PART},
        {{.name = "crop 25", .crop_width = 0.25, .crop_height = 0.25}, CUTLINE_DUPLICATE_PART},
        {{.name = "narrower", .crop_width = 0.25}, CUTLINE_DUPLICATE_PART},
        {{.name = "lower", .crop_height = 0.25}, CUTLINE_DUPLICATE_PART},
        {{.name = "mirrored", .mirror = true}, CUTLINE_DUPLICATE_MIRRORED},
    };
    size_t best[sizeof cases / sizeof *cases], other[sizeof cases / sizeof *cases];
    size_t n = sizeof cases / sizeof *cases;
    for (unsigned i = 0; i < n; i++) {
        best[i] = add_scene(i, NULL);
        other[i] = add_scene(i, &cases[i].how);
    }
    find(false);
    assert_int_equal(t.groups, n);
    for (unsigned i = 0; i < n; i++)
        expect_together(best[i], other[i], cases[i].kind, cases[i].how.name);
    assert_non_null(strstr(t.why[other[8]], "it is a part of photo:"));
    assert_int_equal(count("is:duplicate"), 2 * n);
}

/* A photo's crop may have come first, and have the credit. */
static void says_which_is_the_part(void **state)
{
    (void)state;
    static const alteration crop = {.crop_width = 0.2, .crop_height = 0.2};
    size_t part = add_scene(3, &crop), whole = add_scene(3, NULL);
    set(part, "credit", "REUTERS/Ada Byron");
    find(false);
    expect_together(part, whole, CUTLINE_DUPLICATE_PART, "crop");
    assert_int_equal(t.kind[part], CUTLINE_DUPLICATE_BEST);
    assert_non_null(strstr(t.why[whole], " is a part of it: "));
    assert_int_equal(t.edits[whole], 1);
}

/* ---- what is not ------------------------------------------------------------------------------
 */

/* Left and right part of a picture have a middle in common, and the whole with both. */
static void does_not_glue_through_a_third(void **state)
{
    (void)state;
    cut_pixels scene, left, right;
    assert_true(draw_scene(&arena, 640, 428, 11, &scene));
    assert_true(cut_pixels_new(&arena, 420, 428, scene.channels, &left));
    assert_true(cut_pixels_new(&arena, 420, 428, scene.channels, &right));
    for (size_t y = 0; y < 428; y++) {
        size_t row = 420 * (size_t)scene.channels, from = y * 640 * scene.channels;
        memcpy(left.p + y * row, scene.p + from, row);
        memcpy(right.p + y * row, scene.p + from + 220 * (size_t)scene.channels, row);
    }
    size_t whole = add(&scene, 90), a = add(&left, 90), b = add(&right, 90);
    set(a, "credit", "REUTERS/Ada Byron");
    find(false);
    expect_together(a, whole, CUTLINE_DUPLICATE_PART, "whole");
    assert_true(t.group[b] != t.group[a]);
    find(true);
    assert_true(t.group[b] != t.group[a] || t.kind[b] == CUTLINE_DUPLICATE_ALIKE);
}

/* The same scene, and a figure in it has moved: a frame of a series. */
static void move_figure(const cut_pixels *in, cut_pixels *out)
{
    size_t row = (size_t)in->width * in->channels, width = 180, height = 120, x = 220, y = 150;
    assert_true(cut_pixels_new(&arena, in->width, in->height, in->channels, out));
    memcpy(out->p, in->p, row * in->height);
    for (size_t i = 0; i < height; i++)
        memcpy(out->p + (y + i) * row + (x + 40) * in->channels,
               in->p + (y + i) * row + x * in->channels, width * in->channels);
}

static void tells_frames_of_a_series(void **state)
{
    (void)state;
    size_t first[6], second[6];
    for (unsigned i = 0; i < 6; i++) {
        cut_pixels scene, frame;
        cut_arena_reset(&arena);
        assert_true(draw_scene(&arena, 640, 428, 30 + i, &scene));
        move_figure(&scene, &frame);
        first[i] = add(&scene, 90);
        second[i] = add(&frame, 90);
        set(first[i], "credit", "REUTERS/Ada Byron");
    }
    find(false);
    assert_int_equal(t.groups, 0);
    find(true);
    for (unsigned i = 0; i < 6; i++) {
        expect_together(first[i], second[i], CUTLINE_DUPLICATE_ALIKE, "frame");
        assert_non_null(strstr(t.why[second[i]], "another frame of one series"));
        assert_int_equal(t.edits[second[i]], 0);
    }
}

/* Where nothing moves, the time or the agency's ID tells. */
static void believes_times_and_ids(void **state)
{
    (void)state;
    static const alteration small = {.longest = 400};
    size_t a = add_scene(50, NULL), b = add_scene(50, &small);
    size_t e = add_scene(51, NULL), f = add_scene(51, &small);
    set(a, "date_created", "2016-05-02T14:30:00");
    set(b, "date_created", "2016-05-02T14:30:03");
    desk_check(
        &d, cutline_catalog_add_media_id(d.catalog, added[e], "reuters:RTX2CGS3", "test", &d.err));
    desk_check(
        &d, cutline_catalog_add_media_id(d.catalog, added[f], "reuters:RTX2CGS4", "test", &d.err));
    find(false);
    assert_int_equal(t.groups, 0);
    find(true);
    expect_together(a, b, CUTLINE_DUPLICATE_ALIKE, "time");
    assert_non_null(strstr(t.why[b], "was taken 3 s later"));
    expect_together(e, f, CUTLINE_DUPLICATE_ALIKE, "ID");
    assert_non_null(strstr(t.why[f], "reuters:RTX2CGS4 there, and not RTX2CGS3"));
    /* Another time zone is no other frame. */
    set(b, "date_created", "2016-05-02T12:30:00");
    find(false);
    expect_together(a, b, CUTLINE_DUPLICATE_SAME, "time zone");
}

/* Photos whose pairs are still to be looked for. */
static int64_t noted(void)
{
    int64_t n = -1;
    desk_check(&d, cut_db_alike_count_touched(d.catalog->store->db, &n, &d.err));
    return n;
}

static void finds_nothing_among_unrelated_ones(void **state)
{
    (void)state;
    for (unsigned i = 0; i < STRANGERS; i++) {
        cut_pixels scene;
        cut_arena_reset(&arena);
        assert_true(draw_scene(&arena, 200, 134, 1000 + i, &scene));
        add(&scene, 90);
    }
    find(true);
    assert_int_equal(t.groups, 0);
    assert_int_equal(count("is:duplicate"), 0);

    /* One photo more is noted only, being few for the catalog (CUT_SETTLE_SHARE); it is found all
     * the same, and when it was paired. */
    static const alteration grey = {.grey = true};
    size_t best = add_scene(60, NULL), other = add_scene(60, &grey);
    assert_int_equal(count("is:duplicate"), 2);
    assert_int_equal(noted(), 2);
    find(false);
    expect_together(best, other, CUTLINE_DUPLICATE_SAME, "grey");
    assert_int_equal(noted(), 0);
    assert_int_equal(count("is:duplicate"), 2);
}

/* ---- what is carried over ---------------------------------------------------------------------
 */

static void leaves_what_is_there(void **state)
{
    (void)state;
    static const alteration small = {.longest = 400}, grey = {.grey = true};
    size_t best = add_scene(60, NULL), other = add_scene(60, &small), bare = add_scene(60, &grey);
    set(best, "credit", "REUTERS/Ada Byron");
    set(best, "caption", "A boat. REUTERS/Ada Byron");
    set(other, "credit", "Stringer");
    find(false);
    expect_together(best, other, CUTLINE_DUPLICATE_SAME, "other");
    expect_together(best, bare, CUTLINE_DUPLICATE_SAME, "bare");
    assert_int_equal(t.edits[other], 1);
    assert_int_equal(t.conflicts[other], 1);
    assert_int_equal(t.edits[bare], 2);
    assert_int_equal(t.conflicts[bare], 0);
    assert_int_equal(t.edits[best], 0);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(groups_what_was_altered),       TEST(says_which_is_the_part),
        TEST(does_not_glue_through_a_third), TEST(tells_frames_of_a_series),
        TEST(believes_times_and_ids),        TEST(finds_nothing_among_unrelated_ones),
        TEST(leaves_what_is_there),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
