/* The public catalog: answers, names that can be shown, values that can be set. */
#include "desk.h"

#include <cutline/edit.h>
#include <cutline/upkeep.h>
#include <jansson.h>

static int setup(void **state)
{
    static const desk_photo kerry = {.path = "/wire/kerry.jpg",
                                     .hash = 1,
                                     .ids = "reuters:RTX2CGS3",
                                     .fields = {{"headline", "Truce talks"},
                                                {"credit", "REUTERS/Denis Balibouse"},
                                                {"city", "Geneva"}}};
    static const desk_page page = {
        .path = "/pages/one.txt",
        .site = "aawsat",
        .title = "Kerry Sees Hope",
        .items = {{"aawsat:55350159 reuters:RTX2CGS3", "Kerry speaks. (AP Photo/Jane Roe)"},
                  {"aawsat:55350160", "A bridge. EPA/Ian Langsdon"}}};
    desk *d = calloc(1, sizeof *d);
    desk_open(d);
    desk_put_photo(d, &kerry);
    desk_put_page(d, &page);
    *state = d;
    return 0;
}

static int teardown(void **state)
{
    desk_close(*state);
    free(*state);
    return 0;
}

static void expect_status(desk *d, cutline_status status, cutline_status expected,
                          const char *words)
{
    if (status != expected || !strstr(d->err.message, words))
        fail_msg("%s: %s", cutline_status_name(status), d->err.message);
    assert_int_equal(d->err.status, expected);
}

/* ---- credit -------------------------------------------------------------------------------------
 */

static void an_answer_has_all_parts(void **state)
{
    desk *d = *state;
    cutline_credit_answers *answers;
    desk_check(d, cutline_catalog_credit(d->catalog, "55350159", &answers, &d->err));
    assert_int_equal(answers->count, 1);
    const cutline_credit_answer *a = &answers->items[0];
    assert_int_equal(a->photo, 1);
    assert_string_equal(a->media_id.ns, "aawsat");
    assert_string_equal(a->media_id.id, "55350159");
    assert_string_equal(a->media_id.evidence, "page");
    assert_int_equal(a->media_id.trust, CUTLINE_TRUST_STRONG);
    assert_string_equal(a->credit.line, "REUTERS/Denis Balibouse");
    assert_string_equal(a->credit.agencies.items[0], "Reuters");
    assert_string_equal(a->credit.photographers.items[0], "Denis Balibouse");
    assert_int_equal(a->origin, CUTLINE_ORIGIN_XMP);
    assert_string_equal(a->where, "/wire/kerry.jpg");
    assert_int_equal(a->conflicts.count, 1);
    assert_string_equal(a->conflicts.items[0], "AP Photo/Jane Roe");
    assert_false(a->awaiting_image);
    cutline_credit_answers_free(answers);
    desk_check(d, cutline_catalog_credit(d->catalog, "aawsat:55350160", &answers, &d->err));
    assert_true(answers->items[0].awaiting_image);
    cutline_credit_answers_free(answers);
    cutline_credit_answers_free(NULL);
}

static void an_id_is_found_as_it_is_typed(void **state)
{
    desk *d = *state;
    desk_expect_credit(d, "rtx2cgs3", "REUTERS/Denis Balibouse\n");
    desk_expect_credit(d, "Reuters:rtx2cgs3", "REUTERS/Denis Balibouse\n");
    desk_expect_credit(d, "getty:RTX2CGS3", "");
    desk_expect_credit(d, "55350161", "");
    cutline_credit_answers *answers;
    expect_status(d, cutline_catalog_credit(d->catalog, "", &answers, &d->err),
                  CUTLINE_BAD_ARGUMENT, "");
    assert_null(answers);
    expect_status(d, cutline_catalog_credit(d->catalog, "55350161", &answers, &d->err),
                  CUTLINE_NOT_FOUND, "no photo");
}

static void a_held_view_stays_as_it_is(void **state)
{
    desk *d = *state;
    desk other = *d;
    static const desk_photo late = {.path = "/wire/late.jpg",
                                    .hash = 2,
                                    .ids = "getty:527341234",
                                    .fields = {{"credit", "Getty Images"}}};
    desk_check(d, cutline_catalog_open(d->path, CUTLINE_OPEN_READ, &other.catalog, &d->err));
    desk_check(d, cutline_catalog_hold(other.catalog, &d->err));
    desk_expect_credit(&other, "527341234", "");
    desk_put_photo(d, &late);
    desk_expect_credit(&other, "527341234", "");
    expect_status(d, cutline_catalog_hold(other.catalog, &d->err), CUTLINE_CATALOG, "transaction");
    cutline_catalog_let_go(other.catalog);
    cutline_catalog_let_go(other.catalog);
    desk_expect_credit(&other, "527341234", "Getty Images\n");
    cutline_catalog_close(other.catalog);
}

/* ---- show ---------------------------------------------------------------------------------------
 */

static void a_photo_is_shown_by_every_name(void **state)
{
    desk *d = *state;
    char *one = desk_show(d, "photo:1");
    static const char *const names[] = {"55350159", "RTX2CGS3", "/wire/kerry.jpg",
                                        "/wire/../wire/kerry.jpg"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char *again = desk_show(d, names[i]);
        assert_string_equal(one, again);
        free(again);
    }
    char *both = desk_show(d, "/pages/one.txt"), *none = desk_show(d, "photo:3");
    assert_memory_equal(both, one, strlen(one));
    assert_true(strlen(both) > strlen(one));
    assert_string_equal(none, "");
    free(one);
    free(both);
    free(none);
    cutline_photos *photos;
    expect_status(d, cutline_catalog_show(d->catalog, "", &photos, &d->err), CUTLINE_BAD_ARGUMENT,
                  "no media ID");
    expect_status(d, cutline_catalog_show(d->catalog, "photo:99", &photos, &d->err),
                  CUTLINE_NOT_FOUND, "not in the catalog");
    cutline_photos_free(NULL);
}

static json_t *photo_json(desk *d, const char *name)
{
    cutline_photos *photos;
    char *text;
    desk_check(d, cutline_catalog_show(d->catalog, name, &photos, &d->err));
    desk_check(d, cutline_photo_json(&photos->items[0], &text, &d->err));
    json_t *json = json_loads(text, 0, NULL);
    assert_non_null(json);
    cutline_free(text);
    cutline_photos_free(photos);
    return json;
}

/* Text at a path of keys. */
static const char *text_at(json_t *json, const char *outer, const char *inner)
{
    json_t *value = json_object_get(json, outer);
    if (json_is_array(value))
        value = json_array_get(value, 0);
    if (inner)
        value = json_object_get(value, inner);
    return json_string_value(value);
}

static void json_has_the_shape_of_a_record_and_more(void **state)
{
    desk *d = *state;
    json_t *j = photo_json(d, "55350159");
    static const char *const keys[] = {
        "id",         "awaiting_image", "files",    "format",    "width",        "height",
        "image_hash", "media_ids",      "fields",   "origin",    "alternatives", "said",
        "credit",     "captions",       "persons",  "place",     "date",         "restrictions",
        "file_photo", "pages",          "findings", "provenance"};
    for (size_t i = 0; i < sizeof keys / sizeof keys[0]; i++)
        if (!json_object_get(j, keys[i]))
            fail_msg("no key %s", keys[i]);
    assert_string_equal(text_at(j, "files", "path"), "/wire/kerry.jpg");
    assert_string_equal(text_at(j, "files", "mtime"), "2016-05-02T11:53:20Z");
    assert_string_equal(text_at(j, "fields", "headline"), "Truce talks");
    assert_string_equal(text_at(j, "origin", "headline"), "xmp");
    assert_string_equal(text_at(j, "credit", "line"), "REUTERS/Denis Balibouse");
    assert_string_equal(text_at(j, "credit", "where"), "/wire/kerry.jpg");
    assert_string_equal(text_at(j, "captions", "where"), "/pages/one.txt");
    assert_string_equal(text_at(j, "captions", "credit_line"), "AP Photo/Jane Roe");
    assert_string_equal(text_at(j, "pages", "title"), "Kerry Sees Hope");
    assert_string_equal(text_at(j, "findings", "code"), "credit-conflict");
    assert_string_equal(text_at(j, "place", "city"), "Geneva");
    json_decref(j);
    j = photo_json(d, "aawsat:55350160");
    assert_true(json_is_true(json_object_get(j, "awaiting_image")));
    assert_true(json_is_null(json_object_get(j, "format")));
    json_decref(j);
}

/* ---- set ----------------------------------------------------------------------------------------
 */

static cutline_status set(desk *d, int64_t photo, const char *field, const char *value)
{
    return cutline_catalog_set(d->catalog, photo, field, value, "desk", &d->err);
}

static void values_are_checked(void **state)
{
    desk *d = *state;
    expect_status(d, set(d, 1, "capton", "x"), CUTLINE_BAD_ARGUMENT, "did you mean \"caption\"");
    expect_status(d, set(d, 1, "qqqqqqqqqqq", "x"), CUTLINE_BAD_ARGUMENT, "no field");
    expect_status(d, set(d, 1, "location_created", "x"), CUTLINE_BAD_ARGUMENT, "structure");
    expect_status(d, set(d, 1, "caption", "\xC3("), CUTLINE_BAD_ARGUMENT, "UTF-8");
    expect_status(d, set(d, 1, "caption", "a\x01"), CUTLINE_BAD_ARGUMENT, "control");
    expect_status(d, set(d, 99, "caption", "x"), CUTLINE_NOT_FOUND, "no photo:99");
    assert_int_equal(set(d, 1, "caption", "Two\nlines\tand a tab"), CUTLINE_OK);
    assert_int_equal(set(d, 1, "caption", NULL), CUTLINE_OK);
    assert_int_equal(set(d, 1, "caption", NULL), CUTLINE_OK);
}

static void dates_are_checked(void **state)
{
    desk *d = *state;
    static const char *const good[] = {"2016",
                                       "2016-05",
                                       "2016-05-02",
                                       "2016-05-02T14:30",
                                       "2016-05-02T14:30:00",
                                       "2016-05-02T14:30:00.25Z",
                                       "2016-05-02T14:30:00+02:00",
                                       "2016-05-02T14:30-05:30",
                                       ""};
    static const char *const bad[] = {"16",
                                      "2016-13",
                                      "2016-00-02",
                                      "2016-05-32",
                                      "2016-5-2",
                                      "2016-05-02 14:30",
                                      "2016-05-02T24:00",
                                      "2016-05-02T14",
                                      "2016-05-02T14:30:00.",
                                      "2016-05-02T14:30+2",
                                      "May 2",
                                      "2016-05-02x"};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        desk_check(d, set(d, 1, "date_created", good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        expect_status(d, set(d, 1, "date_created", bad[i]), CUTLINE_BAD_ARGUMENT, "takes a date");
}

static void ids_by_hand_are_checked(void **state)
{
    desk *d = *state;
    cutline_catalog *c = d->catalog;
    expect_status(d, cutline_catalog_add_media_id(c, 1, "12345678", "desk", &d->err),
                  CUTLINE_BAD_ARGUMENT, "bare:12345678");
    expect_status(d, cutline_catalog_add_media_id(c, 99, "getty:12345678", "desk", &d->err),
                  CUTLINE_NOT_FOUND, "no photo:99");
    desk_check(d, cutline_catalog_add_media_id(c, 1, "getty:12345678", "desk", &d->err));
    desk_expect_credit(d, "12345678", "REUTERS/Denis Balibouse\n");
    json_t *j = photo_json(d, "12345678");
    assert_string_equal(text_at(j, "media_ids", "evidence"), "hand");
    json_decref(j);
}

/* ---- counts -------------------------------------------------------------------------------------
 */

static void everything_is_counted(void **state)
{
    desk *d = *state;
    cutline_stats s = desk_stats(d);
    assert_int_equal(s.photos, 2);
    assert_int_equal(s.awaiting, 1);
    assert_int_equal(s.files, 1);
    assert_int_equal(s.pages, 1);
    assert_int_equal(s.media_ids, 3);
    assert_int_equal(s.captions, 2);
    assert_int_equal(s.agencies, 2);
    assert_int_equal(s.persons, 2);
    assert_int_equal(s.uncredited, 0);
    assert_int_equal(s.conflicts, 1);
}

/* A dry run of edits wants a view of its own, a backup takes the one that is held; neither ends it.
 */
static void a_held_view_outlasts_other_calls(void **state)
{
    desk *d = *state;
    cutline_edits *edits;
    cutline_edit_job job = {.photo = 1};
    cutline_edit_result result;
    const cutline_edit_options options = {.dry_run = true};
    char copy[128];
    uint64_t bytes = 0;
    snprintf(copy, sizeof copy, "%s/copy.db", d->folder);
    desk_check(d, cutline_edits_new(&edits, &d->err));
    desk_check(d, cutline_edits_add(edits, "city=Bern", &d->err));
    job.edits = edits;
    desk_check(d, cutline_catalog_hold(d->catalog, &d->err));
    desk_check(d, cutline_backup(d->catalog, copy, NULL, &bytes, &d->err));
    assert_true(bytes > 0);
    expect_status(d, cutline_catalog_edit(d->catalog, &job, 1, &options, &result, &d->err),
                  CUTLINE_CATALOG, "transaction");
    expect_status(d, cutline_catalog_hold(d->catalog, &d->err), CUTLINE_CATALOG, "transaction");
    cutline_catalog_let_go(d->catalog);
    cutline_edits_free(edits);
    unlink(copy);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_answer_has_all_parts),
        TEST(an_id_is_found_as_it_is_typed),
        TEST(a_held_view_stays_as_it_is),
        TEST(a_held_view_outlasts_other_calls),
        TEST(a_photo_is_shown_by_every_name),
        TEST(json_has_the_shape_of_a_record_and_more),
        TEST(values_are_checked),
        TEST(dates_are_checked),
        TEST(ids_by_hand_are_checked),
        TEST(everything_is_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
