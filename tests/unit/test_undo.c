/* Random edits, undos and redos: after each, the photos are as the story so far wants them. */
#include "desk.h"

#include <cutline/edit.h>

#define PHOTOS 3
#define STEPS 60

static int setup(void **state)
{
    desk *d = calloc(1, sizeof *d);
    desk_open(d);
    *state = d;
    return 0;
}

static int teardown(void **state)
{
    desk_close(*state);
    free(*state);
    return 0;
}

static const desk_photo photos[PHOTOS] = {
    {.path = "/a.jpg", .hash = 1, .ids = "reuters:A1", .fields = {{"caption", "One."}}},
    {.path = "/b.jpg", .hash = 2, .ids = "reuters:B2", .fields = {{"city", "Bern"}}},
    {.path = "/c.jpg", .hash = 3, .ids = "getty:300300"},
};

/* All photos as JSON, one after the other; to be freed. */
static char *picture_of(desk *d)
{
    char *text = NULL;
    size_t size;
    FILE *to = open_memstream(&text, &size);
    for (size_t i = 0; i < PHOTOS; i++) {
        char *json = desk_show(d, photos[i].path);
        fputs(json, to);
        free(json);
    }
    fclose(to);
    return text;
}

static unsigned next_random(uint64_t *seed)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*seed >> 33);
}

/* One random change of one or all photos. True if it changed something. */
static bool edit(desk *d, uint64_t *seed)
{
    static const char *const texts[] = {"caption=Typed %u",
                                        "caption+=more %u",
                                        "city=Town %u",
                                        "city:blank",
                                        "city=",
                                        "keywords+=word%u; other",
                                        "-other",
                                        "caption:s/e/E/g",
                                        "caption[fr]=Texte %u",
                                        "media+=epa:0528731%u",
                                        "media-=reuters:A1",
                                        "media-=epa:05287311",
                                        "headline?=Headline %u",
                                        "credit=AFP/Name %u Roe"};
    char text[80];
    cutline_edits *edits;
    cutline_edit_job jobs[PHOTOS];
    cutline_edit_result result;
    unsigned which = next_random(seed) % (sizeof texts / sizeof *texts);
    unsigned first = next_random(seed) % PHOTOS, count = next_random(seed) % 2 ? 1 : PHOTOS;
    desk_check(d, cutline_edits_new(&edits, &d->err));
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
    snprintf(text, sizeof text, texts[which], next_random(seed) % 4);
#pragma GCC diagnostic pop
    desk_check(d, cutline_edits_add(edits, text, &d->err));
    for (size_t i = 0; i < count; i++)
        jobs[i] = (cutline_edit_job){.photo = (int64_t)((first + i) % PHOTOS) + 1, .edits = edits};
    desk_check(d, cutline_catalog_edit(d->catalog, jobs, count, NULL, &result, &d->err));
    cutline_edits_free(edits);
    return result.change != 0;
}

/* False if there is nothing to undo or to redo. */
static bool turn(desk *d, bool redo)
{
    cutline_undo_request request = {.redo = redo};
    cutline_undo_result result;
    cutline_status status = cutline_catalog_undo(d->catalog, &request, &result, &d->err);
    if (status == CUTLINE_NOT_FOUND)
        return false;
    desk_check(d, status);
    assert_int_equal(result.conflicts, 0);
    return true;
}

/* What the photos looked like at each point of the story; the point where it is now. */
typedef struct story {
    char *points[STEPS + 1];
    size_t at, last;
} story;

static void go_on(desk *d, story *s, uint64_t *seed)
{
    unsigned choice = next_random(seed) % 4;
    /* A redo after another edit would find fields edited again; here it ends the way back. */
    if (choice == 0 && s->at > 0) {
        assert_true(turn(d, false));
        s->at--;
    } else if (choice == 1 && s->at < s->last) {
        assert_true(turn(d, true));
        s->at++;
    } else if (s->at == s->last && edit(d, seed)) {
        s->last = ++s->at;
        s->points[s->at] = picture_of(d);
    }
    char *now = picture_of(d);
    assert_string_equal(now, s->points[s->at]);
    free(now);
}

static void undo_and_redo_lead_back_and_forth(void **state)
{
    desk *d = *state;
    for (size_t i = 0; i < PHOTOS; i++)
        desk_put_photo(d, &photos[i]);
    for (uint64_t run = 1; run <= 6; run++) {
        uint64_t seed = run * 977;
        story s = {.points = {picture_of(d)}};
        for (size_t i = 0; i < STEPS; i++)
            go_on(d, &s, &seed);
        for (; s.at > 0; s.at--)
            assert_true(turn(d, false));
        char *now = picture_of(d);
        assert_string_equal(now, s.points[0]);
        free(now);
        for (size_t i = 0; i <= s.last; i++)
            free(s.points[i]);
    }
}

static void an_edit_made_for_other_words_is_a_conflict(void **state)
{
    desk *d = *state;
    cutline_edits *edits, *others;
    cutline_edit_result result;
    cutline_edit_options dry = {.dry_run = true};
    desk_put_photo(d, &photos[0]);
    cutline_edit_job job = {.photo = 1}, other = {.photo = 1};
    desk_check(d, cutline_edits_new(&edits, &d->err));
    desk_check(d, cutline_edits_new(&others, &d->err));
    desk_check(d, cutline_edits_add(edits, "caption+=Two.", &d->err));
    desk_check(d, cutline_edits_add(others, "city=Bern", &d->err));
    job.edits = edits;
    other.edits = others;
    desk_check(d, cutline_catalog_edit(d->catalog, &job, 1, &dry, &result, &d->err));
    assert_int_equal(result.photos, 1);
    assert_int_equal(result.change, 0);
    assert_true(job.seen != 0);
    /* Another field is none of its business. */
    desk_check(d, cutline_catalog_edit(d->catalog, &other, 1, NULL, &result, &d->err));
    desk_check(d, cutline_catalog_set(d->catalog, 1, "caption", "Else.", "other", &d->err));
    desk_check(d, cutline_catalog_edit(d->catalog, &job, 1, NULL, &result, &d->err));
    assert_int_equal(result.conflicts, 1);
    assert_int_equal(result.change, 0);
    desk_check(d, cutline_catalog_edit(d->catalog, &job, 1, &dry, &result, &d->err));
    desk_check(d, cutline_catalog_edit(d->catalog, &job, 1, NULL, &result, &d->err));
    assert_int_equal(result.conflicts, 0);
    assert_true(result.change != 0);
    cutline_edits_free(edits);
    cutline_edits_free(others);
}

static void a_value_that_cannot_be_changes_nothing(void **state)
{
    desk *d = *state;
    cutline_edits *edits;
    cutline_edit_result result;
    for (size_t i = 0; i < PHOTOS; i++)
        desk_put_photo(d, &photos[i]);
    char *before = picture_of(d);
    desk_check(d, cutline_edits_new(&edits, &d->err));
    desk_check(d, cutline_edits_add(edits, "city=Bern", &d->err));
    desk_check(d, cutline_edits_add(edits, "date_created=soon", &d->err));
    cutline_edit_job jobs[] = {{.photo = 1, .edits = edits}, {.photo = 2, .edits = edits}};
    assert_int_equal(cutline_catalog_edit(d->catalog, jobs, 2, NULL, &result, &d->err),
                     CUTLINE_BAD_ARGUMENT);
    assert_non_null(strstr(d->err.message, "photo:1: "));
    assert_int_equal(cutline_catalog_edit(d->catalog, jobs, 2, NULL, &result, NULL),
                     CUTLINE_BAD_ARGUMENT);
    char *after = picture_of(d);
    assert_string_equal(before, after);
    free(before);
    free(after);
    cutline_edits_free(edits);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(undo_and_redo_lead_back_and_forth, setup, teardown),
        cmocka_unit_test_setup_teardown(an_edit_made_for_other_words_is_a_conflict, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_value_that_cannot_be_changes_nothing, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
