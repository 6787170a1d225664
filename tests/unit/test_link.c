/* Linking: files, pages, lists and editors in whatever order give the same photos. */
#include "desk.h"

#include "store/inner.h"
#include "store/sqlite/sql.h"

#include <cutline/edit.h>

static const desk_photo photo = {
    .path = "/wire/kerry.jpg",
    .hash = 1,
    .ids = "reuters:RTX2CGS3",
    .fields = {{"headline", "Kerry in Geneva"}, {"credit", "REUTERS"}},
};
static const desk_photo copy = {
    .path = "/archive/kerry-web.jpg",
    .hash = 1,
    .ids = "bare:55350159",
    .fields = {{"caption", "John Kerry gestures. REUTERS/Denis Balibouse"}, {"city", "Geneva"}},
};
static const desk_page page = {
    .path = "/pages/one.txt",
    .site = "aawsat",
    .title = "Kerry Sees Hope",
    .items = {{"aawsat:55350159 reuters:RTX2CGS3",
               "John Kerry gestures in Geneva, Switzerland May 2, 2016. REUTERS/Denis Balibouse"},
              {"aawsat:55350160", "Another picture. AP Photo/Jane Roe"}},
};
static const desk_page page2 = {
    .path = "/pages/two.txt",
    .site = "aawsat",
    .title = "Truce Talks",
    .items = {{"aawsat:55350159", "Kerry on Monday. REUTERS/Denis Balibouse"}},
};

static void put(desk *d, int which)
{
    switch (which) {
    case 0:
        desk_put_photo(d, &photo);
        break;
    case 1:
        desk_put_photo(d, &copy);
        break;
    case 2:
        desk_put_page(d, &page);
        break;
    default:
        desk_put_page(d, &page2);
    }
}

/* The order of a permutation's number: 4! = 24. */
static void permute(int number, int order[4])
{
    int left[4] = {0, 1, 2, 3};
    for (int i = 0, n = 4; i < 4; i++, n--) {
        int at = number % n;
        number /= n;
        order[i] = left[at];
        memmove(&left[at], &left[at + 1], (size_t)(3 - at) * sizeof left[0]);
    }
}

/* In one transaction or in four. */
static void put_all(desk *d, const int order[4], bool at_once)
{
    if (at_once)
        desk_begin(d);
    d->in_batch = at_once;
    for (int i = 0; i < 4; i++)
        put(d, order[i]);
    d->in_batch = false;
    if (at_once)
        desk_commit(d);
}

static void every_order_ends_in_the_same_photos(void **state)
{
    (void)state;
    static const char *const names[] = {"reuters:RTX2CGS3", "55350159",       "aawsat:55350160",
                                        "/wire/kerry.jpg",  "/pages/one.txt", "/pages/two.txt"};
    char *first[6] = {0};
    for (int number = 0; number < 2 * 24; number++) {
        int order[4];
        desk d;
        desk_open(&d);
        permute(number / 2, order);
        put_all(&d, order, number % 2 > 0);
        for (size_t i = 0; i < 6; i++) {
            char *json = desk_show(&d, names[i]);
            assert_true(json[0] != '\0');
            if (first[i])
                assert_string_equal(json, first[i]);
            else
                first[i] = strdup(json);
            free(json);
        }
        assert_int_equal(desk_stats(&d).photos, 2);
        assert_int_equal(desk_stats(&d).awaiting, 1);
        desk_close(&d);
    }
    for (size_t i = 0; i < 6; i++)
        free(first[i]);
}

static void a_page_alone_answers_for_its_id(void **state)
{
    (void)state;
    desk d;
    desk_open(&d);
    desk_put_page(&d, &page2);
    desk_expect_credit(&d, "55350159", "REUTERS/Denis Balibouse\n");
    desk_expect_credit(&d, "aawsat:55350159", "REUTERS/Denis Balibouse\n");
    desk_expect_credit(&d, "getty:55350159", "");
    assert_int_equal(desk_stats(&d).awaiting, 1);
    desk_close(&d);
}

/* ---- lists that name files ---------------------------------------------------------------------
 */

static const desk_photo camera = {.path = "/card/IMG_0001.JPG", .hash = 3, .ids = ""};
static const desk_photo namesake = {.path = "/old card/img_0001.tif", .hash = 4, .ids = ""};
static const desk_photo owner = {.path = "/wire/other.jpg", .hash = 5, .ids = "aawsat:55350161"};
static const desk_page list = {
    .path = "/lists/one.csv",
    .kind = CUT_PAGE_LIST,
    .items = {{"aawsat:55350161 file=photos/img_0001", "A man waits. REUTERS/Denis Balibouse"},
              {"file=IMG_0002.jpg", "A woman waits. AP Photo/Jane Roe"}},
};
static const desk_photo camera2 = {.path = "/card/IMG_0002.JPG", .hash = 6, .ids = ""};

static void names_of_files_link_in_any_order(void **state)
{
    (void)state;
    for (int list_first = 0; list_first < 2; list_first++) {
        desk d;
        desk_open(&d);
        if (list_first) {
            desk_put_page(&d, &list);
            /* The row without an ID waits unseen. */
            assert_int_equal(desk_stats(&d).awaiting, 1);
            assert_int_equal(desk_stats(&d).photos, 1);
        }
        desk_put_photo(&d, &camera);
        desk_put_photo(&d, &camera2);
        if (!list_first)
            desk_put_page(&d, &list);
        assert_int_equal(desk_stats(&d).photos, 2);
        assert_int_equal(desk_stats(&d).awaiting, 0);
        assert_int_equal(desk_stats(&d).uncredited, 0);
        desk_expect_credit(&d, "55350161", "REUTERS/Denis Balibouse\n");
        desk_close(&d);
    }
}

/* Both photos of one name, and the one that has the ID itself, are shown by the list. */
static void all_that_a_row_names_are_linked(void **state)
{
    (void)state;
    desk d;
    desk_open(&d);
    desk_put_photo(&d, &namesake);
    desk_put_page(&d, &list);
    desk_put_photo(&d, &owner);
    desk_put_photo(&d, &camera);
    assert_int_equal(desk_stats(&d).photos, 3);
    assert_int_equal(desk_stats(&d).awaiting, 0);
    assert_int_equal(desk_stats(&d).uncredited, 0);
    desk_close(&d);
}

/* Twice the number of items that are looked at for one photo. */
static void every_row_of_a_long_list_counts(void **state)
{
    (void)state;
    enum { ROWS = 2 * CUT_MAX_ITEMS_LINKED };
    static const char *const text = "A man waits. REUTERS/Denis Balibouse";
    desk d;
    cut_put_result result;
    cut_page long_list = {.kind = CUT_PAGE_LIST, .path = "/lists/long.csv", .size = 1};
    desk_open(&d);
    cut_arena_init(&long_list.arena, CUT_MAX_STORE_ARENA);
    for (int i = 0; i < ROWS; i++) {
        cut_page_item item = {.text = text};
        const char *id = cut_arena_printf(&long_list.arena, "aawsat:%d", 1000000 + i);
        desk_ids(&long_list.arena, id, "list", CUTLINE_TRUST_STRONG, &item.ids);
        assert_true(CUT_PUSH(&long_list.arena, &long_list.items, item));
    }
    desk_check(&d, cut_store_begin(d.catalog->store, &d.err));
    desk_check(&d, cut_store_put_page(d.catalog->store, &long_list, &result, &d.err));
    desk_check(&d, cut_store_commit(d.catalog->store, &d.err));
    cut_arena_release(&long_list.arena);
    assert_int_equal(result.photo_count, ROWS);
    assert_int_equal(desk_stats(&d).awaiting, ROWS);
    desk_close(&d);
}

/* The number of the only photo that a name shows, which has that many files. */
static int64_t only_photo(desk *d, const char *name, size_t files)
{
    cutline_photos *photos;
    desk_check(d, cutline_catalog_show(d->catalog, name, &photos, &d->err));
    assert_int_equal(photos->count, 1);
    assert_int_equal(photos->items[0].file_count, files);
    int64_t number = photos->items[0].id;
    cutline_photos_free(photos);
    return number;
}

/* A person says under which ID the picture of a page will come. It comes without its image data
 * being read, and proves to be a copy of a photo that is there. */
static void what_a_person_links_stays_together(void **state)
{
    (void)state;
    static const desk_page shown = {.path = "/pages/one.txt",
                                    .items = {{"getty:1000001", "Kerry. REUTERS/Denis Balibouse"}}};
    desk d;
    desk_open(&d);
    desk_photo first = photo, second = photo;
    second.path = "/archive/second.jpg";
    second.hash = 0;
    desk_put_photo(&d, &first);
    desk_put_page(&d, &shown);
    int64_t awaited = only_photo(&d, "getty:1000001", 0);
    desk_check(
        &d, cutline_catalog_add_media_id(d.catalog, awaited, "reuters:RTX2CGS3", "desk", &d.err));
    desk_put_photo(&d, &second);
    assert_int_equal(only_photo(&d, "getty:1000001", 1), awaited);
    assert_int_equal(only_photo(&d, second.path, 1), awaited);
    second.hash = photo.hash;
    desk_put_photo(&d, &second);
    assert_int_equal(only_photo(&d, "getty:1000001", 2), only_photo(&d, first.path, 2));
    desk_close(&d);
}

/* Catalogs made by versions that forgot the page in the case before. */
static void a_photo_that_items_stand_for_is_not_removed(void **state)
{
    (void)state;
    desk d;
    desk_open(&d);
    desk_photo first = photo, second = photo;
    second.path = "/archive/second.jpg";
    second.hash = 0;
    second.ids = "getty:1000001";
    desk_put_photo(&d, &first);
    int64_t number = desk_put_photo(&d, &second).photo;
    desk_put_page(&d, &page2);
    char sql[80];
    snprintf(sql, sizeof sql, "UPDATE page_item SET photo_id = %lld", (long long)number);
    assert_int_equal(sqlite3_exec(d.catalog->store->db->sqlite, sql, NULL, NULL, NULL), SQLITE_OK);
    second.hash = photo.hash;
    desk_put_photo(&d, &second);
    assert_int_equal(only_photo(&d, second.path, 2), only_photo(&d, first.path, 2));
    desk_close(&d);
}

/* An awaiting photo is denied the ID under which its file then comes; another one claims its item.
 */
static void a_photo_with_a_file_is_part_of_no_other(void **state)
{
    (void)state;
    static const desk_page shown = {.path = "/pages/one.txt",
                                    .items = {{"getty:1000001 reuters:RTX2CGS3", "Kerry."}}};
    desk d;
    cutline_edits *edits;
    cutline_edit_result result;
    desk_open(&d);
    desk_put_page(&d, &shown);
    cutline_edit_job job = {.photo = only_photo(&d, "getty:1000001", 0)};
    desk_check(&d, cutline_edits_new(&edits, &d.err));
    desk_check(&d, cutline_edits_add(edits, "media-=reuters:RTX2CGS3", &d.err));
    job.edits = edits;
    desk_check(&d, cutline_catalog_edit(d.catalog, &job, 1, NULL, &result, &d.err));
    desk_put_photo(&d, &photo);
    desk_photo other = photo;
    other.path = "/wire/other.jpg";
    other.hash = 2;
    other.ids = "getty:1000001";
    desk_put_photo(&d, &other);
    assert_int_not_equal(only_photo(&d, photo.path, 1), only_photo(&d, other.path, 1));
    cutline_edits_free(edits);
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_order_ends_in_the_same_photos),
        cmocka_unit_test(a_page_alone_answers_for_its_id),
        cmocka_unit_test(names_of_files_link_in_any_order),
        cmocka_unit_test(all_that_a_row_names_are_linked),
        cmocka_unit_test(every_row_of_a_long_list_counts),
        cmocka_unit_test(what_a_person_links_stays_together),
        cmocka_unit_test(a_photo_that_items_stand_for_is_not_removed),
        cmocka_unit_test(a_photo_with_a_file_is_part_of_no_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
