/* Memory that runs out at any point of storing: an error, and a catalog as before. */
#include "desk.h"

#include "store/inner.h"
#include "store/sqlite/sql.h"

#define STEP 256
#define ENOUGH (16u << 20)

static const desk_photo kerry = {
    .path = "/wire/kerry.jpg",
    .hash = 1,
    .ids = "reuters:RTX2CGS3 bare:12345678",
    .fields = {{"caption", "Kerry in Geneva. REUTERS/Denis Balibouse"}, {"city", "Geneva"}}};
static const desk_photo copy = {.path = "/wire/the-copy.jpg",
                                .hash = 1,
                                .ids = "getty:527341234",
                                .fields = {{"caption", "The same. (AP Photo/Jane Roe)"}}};
static const desk_page page = {
    .path = "/pages/one.txt",
    .site = "aawsat",
    .items = {{"aawsat:55350159 reuters:RTX2CGS3", "Kerry speaks. AFP/Somebody Else"},
              {"aawsat:55350160", "A bridge. EPA/Ian Langsdon"}}};

/* One of the arenas that storing works in. */
typedef struct limited {
    desk *d;
    cut_arena *arena;
} limited;

typedef cutline_status (*store_fn)(desk *d);

static cutline_status put_copy(desk *d)
{
    cut_put_result result;
    cutline_record *record = desk_record(&copy);
    cutline_status status = cut_store_put_record(d->catalog->store, record, NULL, &result, &d->err);
    cutline_record_free(record);
    return status;
}

static cutline_status put_page(desk *d)
{
    cut_put_result result;
    cut_page p = {.path = page.path, .site = page.site, .size = 1};
    cut_arena_init(&p.arena, ENOUGH);
    for (size_t i = 0; i < 2; i++) {
        cut_page_item item = {.text = page.items[i].text};
        desk_ids(&p.arena, page.items[i].ids, "page", CUTLINE_TRUST_STRONG, &item.ids);
        assert_int_equal(cut_caption_parse(&p.arena, cut_str_from(item.text), &item.caption, NULL),
                         CUTLINE_OK);
        assert_true(CUT_PUSH(&p.arena, &p.items, item));
    }
    cutline_status status = cut_store_put_page(d->catalog->store, &p, &result, &d->err);
    cut_arena_release(&p.arena);
    return status;
}

/* Does it with ever more memory until it succeeds; before that, nothing may change. */
static void try_with(limited l, store_fn store)
{
    char *before = desk_show(l.d, "reuters:RTX2CGS3");
    cutline_status status = CUTLINE_NO_MEMORY;
    size_t tries = 0, most = l.arena->max;
    for (size_t max = 0; status != CUTLINE_OK; max += STEP, tries++) {
        assert_true(max < ENOUGH);
        desk_check(l.d, cut_store_begin(l.d->catalog->store, &l.d->err));
        l.arena->max = max;
        status = store(l.d);
        l.arena->max = most;
        if (status == CUTLINE_OK) {
            desk_check(l.d, cut_store_commit(l.d->catalog->store, &l.d->err));
            continue;
        }
        assert_int_equal(status, CUTLINE_NO_MEMORY);
        cut_store_rollback(l.d->catalog->store);
        char *after = desk_show(l.d, "reuters:RTX2CGS3");
        assert_string_equal(before, after);
        free(after);
    }
    assert_true(tries > 3);
    free(before);
}

static void storing_fails_whole(void **state)
{
    (void)state;
    static const store_fn steps[] = {put_copy, put_page};
    for (size_t i = 0; i < 2; i++) {
        for (size_t k = 0; k < 2; k++) {
            desk d;
            desk_open(&d);
            desk_put_photo(&d, &kerry);
            if (i == 0)
                desk_put_page(&d, &page);
            cut_store *store = d.catalog->store;
            try_with((limited){&d, k == 0 ? &store->arena : &store->db->scratch}, steps[i]);
            desk_expect_credit(&d, "55350159", "REUTERS/Denis Balibouse\n");
            desk_close(&d);
        }
    }
}

/* The same for the memory of the database itself. */
static void the_database_fails_whole(void **state)
{
    (void)state;
    desk d;
    desk_open(&d);
    desk_put_photo(&d, &kerry);
    char *before = desk_show(&d, "reuters:RTX2CGS3");
    cutline_status status = CUTLINE_NO_MEMORY;
    for (sqlite3_int64 more = 1; status != CUTLINE_OK; more += 2048) {
        assert_true(more < (sqlite3_int64)ENOUGH);
        desk_check(&d, cut_store_begin(d.catalog->store, &d.err));
        sqlite3_hard_heap_limit64(sqlite3_memory_used() + more);
        status = put_copy(&d);
        sqlite3_hard_heap_limit64(0);
        if (status == CUTLINE_OK) {
            desk_check(&d, cut_store_commit(d.catalog->store, &d.err));
            continue;
        }
        assert_int_equal(status, CUTLINE_NO_MEMORY);
        cut_store_rollback(d.catalog->store);
        char *after = desk_show(&d, "reuters:RTX2CGS3");
        assert_string_equal(before, after);
        free(after);
    }
    free(before);
    assert_int_equal(desk_stats(&d).files, 2);
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(storing_fails_whole),
        cmocka_unit_test(the_database_fails_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
