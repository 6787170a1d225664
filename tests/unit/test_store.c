/* What happens to photos, files and pages when they are imported again, changed, and edited. */
#include "desk.h"

#include "store/inner.h"
#include "store/sqlite/sql.h"

#define REUTERS_CAPTION "Kerry gestures in Geneva. REUTERS/Denis Balibouse"

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

static const desk_photo kerry = {.path = "/wire/kerry.jpg",
                                 .hash = 1,
                                 .ids = "reuters:RTX2CGS3",
                                 .fields = {{"caption", REUTERS_CAPTION}}};
static const desk_page archive = {
    .path = "/pages/one.txt",
    .site = "aawsat",
    .items = {{"aawsat:55350159 reuters:RTX2CGS3", "Kerry in Geneva. REUTERS/Denis Balibouse"}}};

static void set(desk *d, int64_t photo, const char *field, const char *value)
{
    desk_check(d, cutline_catalog_set(d->catalog, photo, field, value, "desk", &d->err));
}

/* A field of the photo that a name shows; "" if it has none. Static until the next call. */
static const char *field_of(desk *d, const char *name, const char *field)
{
    static char text[512];
    cutline_photos *photos;
    text[0] = '\0';
    desk_check(d, cutline_catalog_show(d->catalog, name, &photos, &d->err));
    for (size_t i = 0; i < photos->items[0].field_count; i++)
        if (strcmp(photos->items[0].fields[i].name, field) == 0)
            snprintf(text, sizeof text, "%s", photos->items[0].fields[i].values[0].text);
    cutline_photos_free(photos);
    return text;
}

static int64_t number_of(desk *d, const char *name)
{
    cutline_photos *photos;
    desk_check(d, cutline_catalog_show(d->catalog, name, &photos, &d->err));
    int64_t number = photos->items[0].id;
    assert_int_equal(photos->count, 1);
    cutline_photos_free(photos);
    return number;
}

/* ---- importing again ----------------------------------------------------------------------------
 */

static void the_same_again_changes_nothing(void **state)
{
    desk *d = *state;
    assert_int_equal(desk_put_photo(d, &kerry).result, CUTLINE_IMPORT_ADDED);
    assert_int_equal(desk_put_page(d, &archive).result, CUTLINE_IMPORT_ADDED);
    char *before = desk_show(d, "/wire/kerry.jpg");
    assert_int_equal(desk_put_photo(d, &kerry).result, CUTLINE_IMPORT_UNCHANGED);
    assert_int_equal(desk_put_page(d, &archive).result, CUTLINE_IMPORT_UNCHANGED);
    char *after = desk_show(d, "/wire/kerry.jpg");
    assert_string_equal(before, after);
    free(before);
    free(after);
}

static void a_changed_file_is_updated(void **state)
{
    desk *d = *state;
    desk_photo changed = kerry;
    changed.fields[0].value = "Somebody else entirely. (AP Photo/Jane Roe)";
    int64_t number = desk_put_photo(d, &kerry).photo;
    cut_put_result result = desk_put_photo(d, &changed);
    assert_int_equal(result.result, CUTLINE_IMPORT_UPDATED);
    assert_int_equal(result.photo, number);
    desk_expect_credit(d, "reuters:RTX2CGS3", "AP Photo/Jane Roe\n");
    assert_int_equal(desk_stats(d).files, 1);
}

static void file_state_tells_what_is_known(void **state)
{
    desk *d = *state;
    cut_file_state file;
    cut_store *store = d->catalog->store;
    desk_check(d, cut_store_file_state(store, "/wire/kerry.jpg", &file, &d->err));
    assert_false(file.known);
    desk_put_photo(d, &kerry);
    desk_put_page(d, &archive);
    desk_check(d, cut_store_file_state(store, "/wire/kerry.jpg", &file, &d->err));
    assert_true(file.known && file.has_hash && file.size == 12345);
    assert_true(file.mtime_ns == 1462190000000000000);
    desk_check(d, cut_store_file_state(store, "/pages/one.txt", &file, &d->err));
    assert_true(file.known && file.has_hash && file.size == 100);
}

/* ---- image hashes -------------------------------------------------------------------------------
 */

static void a_full_import_completes_a_shallow_one(void **state)
{
    desk *d = *state;
    desk_photo shallow = kerry;
    cut_file_state file;
    shallow.hash = 0;
    int64_t number = desk_put_photo(d, &shallow).photo;
    desk_check(d, cut_store_file_state(d->catalog->store, kerry.path, &file, &d->err));
    assert_true(file.known && !file.has_hash);
    set(d, number, "headline", "By hand");
    assert_int_equal(desk_put_photo(d, &kerry).photo, number);
    assert_string_equal(field_of(d, kerry.path, "headline"), "By hand");
    desk_check(d, cut_store_file_state(d->catalog->store, kerry.path, &file, &d->err));
    assert_true(file.has_hash);
}

static void photos_that_prove_equal_become_one(void **state)
{
    desk *d = *state;
    desk_photo twin = {.path = "/wire/twin.jpg", .ids = "getty:527341234"};
    desk_put_photo(d, &kerry);
    int64_t number = desk_put_photo(d, &twin).photo;
    set(d, number, "headline", "By hand");
    assert_int_equal(desk_stats(d).photos, 2);
    twin.hash = 1;
    desk_put_photo(d, &twin);
    assert_int_equal(desk_stats(d).photos, 1);
    assert_string_equal(field_of(d, "reuters:RTX2CGS3", "headline"), "By hand");
    assert_true(number_of(d, "reuters:RTX2CGS3") == number_of(d, "getty:527341234"));
}

/* The statement was used, and this is how SQLite answers it. */
static void expect_plan(desk *d, cut_sql_id id, const char *expected)
{
    cut_db *db = d->catalog->store->db;
    char sql[512];
    snprintf(sql, sizeof sql, "EXPLAIN QUERY PLAN %s", sqlite3_sql(db->statements[id]));
    sqlite3_stmt *q = cut_sql_once(db, sql);
    assert_true(cut_sql_row(db, q));
    assert_string_equal(cut_sql_text(q, 3), expected);
    desk_check(d, cut_sql_end_once(db, q, &d->err));
}

/* Of a hash only the beginning is in the index. */
static void pictures_whose_hashes_begin_alike_stay_apart(void **state)
{
    desk *d = *state;
    static const desk_photo first = {.path = "/wire/1.jpg", .hash = 0x001},
                            second = {.path = "/wire/2.jpg", .hash = 0x101},
                            third = {.path = "/wire/3.jpg", .hash = 0x201},
                            copy = {.path = "/wire/4.jpg", .hash = 0x101};
    int64_t one = desk_put_photo(d, &first).photo, two = desk_put_photo(d, &second).photo,
            three = desk_put_photo(d, &third).photo;
    assert_true(one != two && two != three && three != one);
    assert_int_equal(desk_put_photo(d, &copy).photo, two);
    assert_int_equal(desk_stats(d).photos, 3);
    expect_plan(d, CUT_SQL_PHOTO_BY_HASH, "SEARCH photo USING INDEX photo_by_hash (<expr>=?)");
}

static void a_retouched_file_keeps_its_edits(void **state)
{
    desk *d = *state;
    desk_photo retouched = kerry;
    int64_t number = desk_put_photo(d, &kerry).photo;
    set(d, number, "headline", "By hand");
    retouched.hash = 2;
    assert_int_equal(desk_put_photo(d, &retouched).photo, number);
    assert_string_equal(field_of(d, kerry.path, "headline"), "By hand");
    assert_int_equal(desk_stats(d).photos, 1);
}

static void another_picture_under_the_name_gets_no_edits(void **state)
{
    desk *d = *state;
    desk_photo other = {.path = kerry.path, .hash = 2, .ids = "ap:16102665844570"};
    int64_t number = desk_put_photo(d, &kerry).photo;
    set(d, number, "headline", "By hand");
    int64_t second = desk_put_photo(d, &other).photo;
    assert_int_not_equal(second, number);
    assert_string_equal(field_of(d, kerry.path, "headline"), "");
    /* What was typed is not lost, and still found by the ID. */
    assert_int_equal(number_of(d, "reuters:RTX2CGS3"), number);
    assert_string_equal(field_of(d, "reuters:RTX2CGS3", "headline"), "By hand");
    /* When the image comes back, under whatever name, it is that photo again. */
    desk_photo back = kerry;
    back.path = "/wire/back.jpg";
    assert_int_equal(desk_put_photo(d, &back).photo, number);
}

static void another_picture_under_the_name_replaces_an_unedited_one(void **state)
{
    desk *d = *state;
    desk_photo other = {.path = kerry.path, .hash = 2, .ids = "ap:16102665844570"};
    desk_put_photo(d, &kerry);
    desk_put_photo(d, &other);
    assert_int_equal(desk_stats(d).photos, 1);
    desk_expect_credit(d, "reuters:RTX2CGS3", "");
}

/* ---- awaiting photos ----------------------------------------------------------------------------
 */

static void the_image_takes_over_number_and_edits(void **state)
{
    desk *d = *state;
    desk_put_page(d, &archive);
    int64_t number = number_of(d, "55350159");
    set(d, number, "caption", "Typed before the image came. REUTERS/Denis Balibouse");
    assert_int_equal(desk_put_photo(d, &kerry).photo, number);
    assert_int_equal(desk_stats(d).awaiting, 0);
    assert_int_equal(number_of(d, kerry.path), number);
    assert_string_equal(field_of(d, kerry.path, "caption"),
                        "Typed before the image came. REUTERS/Denis Balibouse");
}

static void an_image_known_already_takes_the_edits(void **state)
{
    desk *d = *state;
    desk_photo unlinked = kerry;
    unlinked.ids = "";
    int64_t number = desk_put_photo(d, &unlinked).photo;
    desk_put_page(d, &archive);
    set(d, number_of(d, "55350159"), "headline", "By hand");
    assert_int_equal(desk_stats(d).photos, 2);
    desk_put_photo(d, &kerry);
    assert_int_equal(desk_stats(d).photos, 1);
    assert_int_equal(number_of(d, "55350159"), number);
    assert_string_equal(field_of(d, kerry.path, "headline"), "By hand");
}

static void several_awaiting_photos_become_one(void **state)
{
    desk *d = *state;
    static const desk_page two = {
        .path = "/pages/two.txt",
        .items = {{"getty:527341234", "A. REUTERS"}, {"aawsat:55350159", "B. REUTERS"}}};
    desk_photo both = kerry;
    both.ids = "getty:527341234 aawsat:55350159";
    desk_put_page(d, &two);
    int64_t first = number_of(d, "getty:527341234"), second = number_of(d, "55350159");
    assert_int_not_equal(first, second);
    set(d, first, "headline", "First");
    set(d, first, "city", "Geneva");
    usleep(3000);
    set(d, second, "headline", "Second, and later");
    desk_put_photo(d, &both);
    assert_int_equal(desk_stats(d).photos, 1);
    assert_string_equal(field_of(d, kerry.path, "headline"), "Second, and later");
    assert_string_equal(field_of(d, kerry.path, "city"), "Geneva");
}

static void a_page_that_lets_go_leaves_nothing(void **state)
{
    desk *d = *state;
    desk_page emptied = archive;
    emptied.items[0] = (desk_item){.ids = NULL};
    desk_put_page(d, &archive);
    assert_int_equal(desk_put_page(d, &emptied).result, CUTLINE_IMPORT_UPDATED);
    desk_expect_credit(d, "55350159", "");
    assert_int_equal(desk_stats(d).photos, 0);
    assert_int_equal(desk_stats(d).media_ids, 0);
}

static void a_page_that_lets_go_leaves_what_was_typed(void **state)
{
    desk *d = *state;
    desk_page emptied = archive;
    emptied.items[0] = (desk_item){.ids = NULL};
    desk_put_page(d, &archive);
    int64_t number = number_of(d, "55350159");
    set(d, number, "credit", "Reuters/Somebody");
    desk_put_page(d, &emptied);
    desk_expect_credit(d, "55350159", "Reuters/Somebody\n");
    /* Page and image come back: one photo, as before. */
    desk_put_page(d, &archive);
    assert_int_equal(number_of(d, "55350159"), number);
    assert_int_equal(desk_put_photo(d, &kerry).photo, number);
    assert_int_equal(desk_stats(d).photos, 1);
    desk_expect_credit(d, "reuters:RTX2CGS3", "Reuters/Somebody\n");
}

static void links_follow_a_file_that_changes_its_ids(void **state)
{
    desk *d = *state;
    desk_photo changed = kerry;
    changed.ids = "ap:16102665844570";
    desk_put_photo(d, &kerry);
    desk_put_page(d, &archive);
    assert_int_equal(desk_stats(d).awaiting, 0);
    desk_put_photo(d, &changed);
    assert_int_equal(desk_stats(d).awaiting, 1);
    assert_int_not_equal(number_of(d, "55350159"), number_of(d, kerry.path));
    desk_put_photo(d, &kerry);
    assert_int_equal(desk_stats(d).awaiting, 0);
    assert_int_equal(number_of(d, "55350159"), number_of(d, kerry.path));
}

/* ---- matching -----------------------------------------------------------------------------------
 */

static void a_bare_number_matches_any_owner_unless_it_is_short(void **state)
{
    desk *d = *state;
    static const desk_page page = {
        .path = "/pages/p.txt",
        .items = {{"aawsat:55350159", "A. REUTERS"}, {"aawsat:12345", "B. REUTERS"}}};
    static const desk_photo photo = {
        .path = "/wire/p.jpg", .hash = 1, .ids = "bare:55350159 bare:12345"};
    desk_put_photo(d, &photo);
    desk_put_page(d, &page);
    assert_int_equal(number_of(d, "aawsat:55350159"), number_of(d, "/wire/p.jpg"));
    assert_int_not_equal(number_of(d, "aawsat:12345"), number_of(d, "/wire/p.jpg"));
}

static void two_photos_with_one_id_are_both_shown(void **state)
{
    desk *d = *state;
    desk_photo other = kerry;
    cutline_photos *photos;
    bool told = false;
    other.path = "/wire/other.jpg";
    other.hash = 2;
    other.fields[0].value = "Another. (AP Photo/Jane Roe)";
    desk_put_photo(d, &kerry);
    desk_put_photo(d, &other);
    desk_expect_credit(d, "reuters:RTX2CGS3", "REUTERS/Denis Balibouse\nAP Photo/Jane Roe\n");
    desk_check(d, cutline_catalog_show(d->catalog, "reuters:RTX2CGS3", &photos, &d->err));
    assert_int_equal(photos->count, 2);
    for (size_t i = 0; i < photos->items[0].finding_count; i++)
        told = told || strcmp(photos->items[0].findings[i].code, "id-conflict") == 0;
    assert_true(told);
    cutline_photos_free(photos);
}

static void of_photos_with_one_id_the_credited_answers(void **state)
{
    desk *d = *state;
    static const desk_photo bare = {.path = "/wire/bare.jpg", .hash = 1, .ids = "reuters:RTX2CGS3"};
    static const desk_photo other = {.path = "/wire/other.jpg",
                                     .hash = 2,
                                     .ids = "reuters:RTX2CGS3",
                                     .fields = {{"caption", "Another. (AP Photo/Jane Roe)"}}};
    cutline_credit_answers *answers;
    int64_t first = desk_put_photo(d, &bare).photo, second = desk_put_photo(d, &other).photo;
    assert_true(first < second);
    desk_check(d, cutline_catalog_credit(d->catalog, "RTX2CGS3", &answers, &d->err));
    assert_int_equal(answers->count, 2);
    assert_int_equal(answers->items[0].photo, second);
    assert_int_equal(answers->items[1].photo, first);
    assert_null(answers->items[1].credit.line);
    cutline_credit_answers_free(answers);
}

static void an_id_by_hand_links_like_a_file(void **state)
{
    desk *d = *state;
    desk_photo stripped = {.path = "/wire/stripped.jpg", .hash = 1};
    int64_t number = desk_put_photo(d, &stripped).photo;
    desk_put_page(d, &archive);
    desk_check(
        d, cutline_catalog_add_media_id(d->catalog, number, "aawsat:55350159", "desk", &d->err));
    assert_int_equal(desk_stats(d).photos, 1);
    assert_int_equal(number_of(d, "reuters:RTX2CGS3"), number);
    desk_expect_credit(d, "55350159", "REUTERS/Denis Balibouse\n");
    /* And it survives. */
    stripped.fields[0] = (desk_field){"city", "Geneva"};
    desk_put_photo(d, &stripped);
    assert_int_equal(number_of(d, "55350159"), number);
}

/* ---- by hand ------------------------------------------------------------------------------------
 */

static void what_was_typed_survives_every_import(void **state)
{
    desk *d = *state;
    desk_photo changed = kerry;
    desk_page page = archive;
    int64_t number = desk_put_photo(d, &kerry).photo;
    desk_put_page(d, &archive);
    set(d, number, "credit", "Reuters/Jane Roe");
    set(d, number, "keywords", "truce; aleppo ;talks");
    changed.fields[1] = (desk_field){"credit", "REUTERS"};
    page.title = "Changed";
    desk_put_photo(d, &changed);
    desk_put_page(d, &page);
    desk_expect_credit(d, "55350159", "Reuters/Jane Roe\n");
    assert_string_equal(field_of(d, kerry.path, "keywords"), "truce");
    set(d, number, "credit", NULL);
    desk_expect_credit(d, "55350159", "REUTERS/Denis Balibouse\n");
    set(d, number, "caption", "");
    assert_string_equal(field_of(d, kerry.path, "caption"), "");
}

static void a_rebuild_gives_the_same_answers(void **state)
{
    desk *d = *state;
    cut_store *store = d->catalog->store;
    int64_t number = desk_put_photo(d, &kerry).photo;
    desk_put_page(d, &archive);
    set(d, number, "headline", "By hand");
    char *before = desk_show(d, "55350159");
    desk_check(d, cut_store_begin(store, &d->err));
    desk_check(d, cut_store_rebuild(store, &d->err));
    desk_check(d, cut_store_commit(store, &d->err));
    char *after = desk_show(d, "55350159");
    assert_string_equal(before, after);
    free(before);
    free(after);
    desk_expect_credit(d, "55350159", "REUTERS/Denis Balibouse\n");
}

static void a_placeholder_picture_with_many_files_is_bounded(void **state)
{
    desk *d = *state;
    for (unsigned i = 0; i < CUT_MAX_FILES_WEIGHED + 6; i++) {
        char path[64];
        snprintf(path, sizeof path, "/wire/blank-%03u.jpg", i);
        desk_photo blank = {.path = path, .hash = 9, .ids = "bare:55350159"};
        desk_put_photo(d, &blank);
    }
    assert_int_equal(desk_stats(d).photos, 1);
    assert_int_equal(desk_stats(d).files, CUT_MAX_FILES_WEIGHED + 6);
    assert_int_equal(number_of(d, "55350159"), number_of(d, "/wire/blank-069.jpg"));
}

static bool is_known(desk *d, const char *path)
{
    cut_file_state state;
    desk_check(d, cut_store_file_state(d->catalog->store, path, &state, &d->err));
    return state.known;
}

static void a_batch_knows_what_it_has_added(void **state)
{
    desk *d = *state;
    desk_photo later = kerry, between = kerry;
    later.path = "/wire/m.jpg";
    later.hash = 2;
    later.ids = NULL;
    between.path = "/wire/l.jpg";
    between.hash = 3;
    between.ids = NULL;
    desk_begin(d);
    d->in_batch = true;
    assert_false(is_known(d, kerry.path));
    desk_put_photo(d, &kerry);
    assert_true(is_known(d, kerry.path));
    assert_false(is_known(d, later.path) || is_known(d, archive.path));
    assert_int_equal(desk_put_photo(d, &later).result, CUTLINE_IMPORT_ADDED);
    assert_false(is_known(d, between.path));
    assert_int_equal(desk_put_photo(d, &between).result, CUTLINE_IMPORT_ADDED);
    assert_int_equal(desk_put_photo(d, &between).result, CUTLINE_IMPORT_UNCHANGED);
    desk_put_page(d, &archive);
    assert_true(is_known(d, archive.path));
    between.from = between.path;
    between.path = "/wire/z.jpg";
    desk_put_photo(d, &between);
    assert_true(is_known(d, "/wire/z.jpg"));
    assert_false(is_known(d, "/wire/l.jpg"));
    d->in_batch = false;
    desk_commit(d);
    assert_int_equal(desk_stats(d).files, 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_again_changes_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(a_changed_file_is_updated, setup, teardown),
        cmocka_unit_test_setup_teardown(file_state_tells_what_is_known, setup, teardown),
        cmocka_unit_test_setup_teardown(a_batch_knows_what_it_has_added, setup, teardown),
        cmocka_unit_test_setup_teardown(a_full_import_completes_a_shallow_one, setup, teardown),
        cmocka_unit_test_setup_teardown(photos_that_prove_equal_become_one, setup, teardown),
        cmocka_unit_test_setup_teardown(pictures_whose_hashes_begin_alike_stay_apart, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_retouched_file_keeps_its_edits, setup, teardown),
        cmocka_unit_test_setup_teardown(another_picture_under_the_name_gets_no_edits, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(another_picture_under_the_name_replaces_an_unedited_one,
                                        setup, teardown),
        cmocka_unit_test_setup_teardown(the_image_takes_over_number_and_edits, setup, teardown),
        cmocka_unit_test_setup_teardown(an_image_known_already_takes_the_edits, setup, teardown),
        cmocka_unit_test_setup_teardown(several_awaiting_photos_become_one, setup, teardown),
        cmocka_unit_test_setup_teardown(a_page_that_lets_go_leaves_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(a_page_that_lets_go_leaves_what_was_typed, setup, teardown),
        cmocka_unit_test_setup_teardown(links_follow_a_file_that_changes_its_ids, setup, teardown),
        cmocka_unit_test_setup_teardown(a_bare_number_matches_any_owner_unless_it_is_short, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(two_photos_with_one_id_are_both_shown, setup, teardown),
        cmocka_unit_test_setup_teardown(of_photos_with_one_id_the_credited_answers, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(an_id_by_hand_links_like_a_file, setup, teardown),
        cmocka_unit_test_setup_teardown(what_was_typed_survives_every_import, setup, teardown),
        cmocka_unit_test_setup_teardown(a_rebuild_gives_the_same_answers, setup, teardown),
        cmocka_unit_test_setup_teardown(a_placeholder_picture_with_many_files_is_bounded, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
