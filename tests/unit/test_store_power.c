/* The power fails while a catalog is made and filled: what was committed is there afterwards, and a
 * catalog into which nothing was committed yet works, or it is said what to do. */
#include "desk.h"
#include "power.h"

#include "store/inner.h"
#include "store/sqlite/sql.h"

#define PHOTOS 12
#define COMMITS 8
/* Of the steps that only write, this part is looked at. */
#define STRIDE 32
/* And as many times after each, with other luck: nothing, all, and by chance. */
#define SEEDS 4

/* What was told to be in the catalog, and after which step. */
typedef struct history {
    power_log *log;
    size_t commits, steps[COMMITS];
    uint64_t files[COMMITS]; /* photos and pages */
} history;

static void note_commit(history *h, uint64_t files)
{
    assert_true(h->commits < COMMITS);
    h->files[h->commits] = files + (h->commits ? h->files[h->commits - 1] : 0);
    h->steps[h->commits++] = power_steps(h->log);
}

static const desk_photo next = {.path = "/wire/next.jpg", .hash = 250, .ids = "getty:1000001"};

static void put_photos(desk *d, history *h)
{
    static const char *const names[] = {"Denis Balibouse", "Jane Roe", "Goran Tomasevic"};
    d->in_batch = true;
    desk_check(d, cut_store_begin(d->catalog->store, &d->err));
    for (unsigned i = 0; i < PHOTOS; i++) {
        char path[64], ids[96], caption[160];
        unsigned number = (unsigned)h->commits * PHOTOS + i;
        snprintf(path, sizeof path, "/wire/%04u.jpg", number);
        snprintf(ids, sizeof ids, "reuters:RTX%05u bare:%08u", number, 55350000 + number);
        snprintf(caption, sizeof caption, "Picture %u. REUTERS/%s", number, names[i % 3]);
        desk_photo photo = {
            .path = path, .ids = ids, .hash = number + 1, .fields = {{"caption", caption}}};
        desk_put_photo(d, &photo);
    }
    desk_check(d, cut_store_commit(d->catalog->store, &d->err));
    d->in_batch = false;
    note_commit(h, PHOTOS);
}

static void put_page(desk *d, history *h)
{
    char path[64];
    snprintf(path, sizeof path, "/pages/%zu.txt", h->commits);
    desk_page page = {.path = path,
                      .site = "aawsat",
                      .items = {{"aawsat:55350159 reuters:RTX00001", "Kerry. AFP/Somebody Else"}}};
    desk_put_page(d, &page);
    note_commit(h, 1);
}

/* ---- afterwards ------------------------------------------------------------------------------ */

static uint64_t told(const history *h, size_t steps)
{
    uint64_t files = 0;
    for (size_t i = 0; i < h->commits && h->steps[i] <= steps; i++)
        files = h->files[i];
    return files;
}

static void expect_sound(desk *d)
{
    sqlite3_stmt *q = cut_sql_once(d->catalog->store->db, "PRAGMA integrity_check");
    assert_true(cut_sql_row(d->catalog->store->db, q));
    assert_string_equal(cut_sql_text(q, 0), "ok");
    desk_check(d, cut_sql_end_once(d->catalog->store->db, q, &d->err));
}

/* 1 if the catalog was refused, with advice; 0 if it works. */
static unsigned look_after(desk *d, const history *h, size_t steps, power_luck luck, unsigned seed)
{
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    power_leave(h->log, steps, luck, seed, d->path);
    cutline_status status =
        cutline_catalog_open(d->path, CUTLINE_OPEN_CREATE, &d->catalog, &d->err);
    if (status == CUTLINE_CATALOG && told(h, steps) == 0 && strstr(d->err.message, "remove it"))
        return 1;
    desk_check(d, status);
    expect_sound(d);
    cutline_stats stats = desk_stats(d);
    if (stats.files + stats.pages < told(h, steps))
        fail_msg("%u files of %u are left after step %zu", (unsigned)(stats.files + stats.pages),
                 (unsigned)told(h, steps), steps);
    if (told(h, steps) == 0)
        desk_put_photo(d, &next);
    return 0;
}

/* Fails the power after each step. How often a catalog was refused. */
static unsigned fail_everywhere(history *h)
{
    unsigned refused = 0;
    desk d;
    desk_open(&d);
    for (size_t steps = 0; steps <= power_steps(h->log); steps++) {
        if (!power_is_turn(h->log, steps) && steps % STRIDE != 0)
            continue;
        for (unsigned seed = 0; seed < SEEDS; seed++)
            refused += look_after(&d, h, steps, seed < POWER_SOME ? (power_luck)seed : POWER_SOME,
                                  (unsigned)steps + seed);
    }
    desk_close(&d);
    power_free(h->log);
    return refused;
}

static void begin(desk *d, history *h)
{
    *h = (history){.log = power_watch()};
    desk_open(d);
}

static void end(desk *d, history *h)
{
    desk_close(d);
    power_unwatch(h->log);
}

/* ---- tests ------------------------------------------------------------------------------------
 */

static void what_is_committed_first_is_not_lost(void **state)
{
    (void)state;
    desk d;
    history h;
    begin(&d, &h);
    put_photos(&d, &h);
    end(&d, &h);
    /* Else nothing was shown. */
    assert_int_not_equal(fail_everywhere(&h), 0);
}

static void what_is_committed_later_is_not_lost(void **state)
{
    (void)state;
    desk d;
    history h;
    begin(&d, &h);
    put_page(&d, &h);
    put_page(&d, &h);
    put_photos(&d, &h);
    put_photos(&d, &h);
    put_page(&d, &h);
    end(&d, &h);
    fail_everywhere(&h);
}

static void what_another_run_commits_is_not_lost(void **state)
{
    (void)state;
    desk d;
    history h;
    begin(&d, &h);
    cutline_catalog_close(d.catalog);
    desk_check(&d, cutline_catalog_open(d.path, CUTLINE_OPEN_CREATE, &d.catalog, &d.err));
    put_photos(&d, &h);
    end(&d, &h);
    fail_everywhere(&h);
}

/* As while somebody always reads. */
static void what_is_committed_without_a_log_is_not_lost(void **state)
{
    (void)state;
    desk d;
    history h;
    begin(&d, &h);
    put_photos(&d, &h);
    desk_check(&d, cut_sql_script(d.catalog->store->db, "PRAGMA journal_mode = DELETE", &d.err));
    put_photos(&d, &h);
    put_page(&d, &h);
    end(&d, &h);
    fail_everywhere(&h);
}

/* ---- new catalogs -----------------------------------------------------------------------------
 */

/* Puts other bytes in place of those from `at` on. */
static void write_at(const char *path, long at, const char *bytes, size_t n)
{
    FILE *f = fopen(path, "r+b");
    assert_non_null(f);
    fseek(f, at, SEEK_SET);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

static void expect_refused(const desk *d, cutline_open_flags flags, const char *words)
{
    cutline_catalog *catalog;
    cutline_error err;
    assert_int_equal(cutline_catalog_open(d->path, flags, &catalog, &err), CUTLINE_CATALOG);
    assert_non_null(strstr(err.message, words));
}

/* As it may be left: nobody waits for its tables. */
static void a_new_catalog_that_is_spoiled_may_be_removed(void **state)
{
    (void)state;
    static const char zeros[16384];
    desk d;
    desk_open(&d);
    cutline_catalog_close(d.catalog);
    d.catalog = NULL;
    write_at(d.path, 5 * 16384L, zeros, sizeof zeros);
    expect_refused(&d, CUTLINE_OPEN_READ, "remove it, and import again");
    expect_refused(&d, CUTLINE_OPEN_CREATE, "remove it, and import again");
    write_at(d.path, 0, zeros, sizeof zeros);
    expect_refused(&d, CUTLINE_OPEN_READ, "begins with zeros");
    expect_refused(&d, CUTLINE_OPEN_CREATE, "begins with zeros");
    desk_close(&d);
}

static void a_catalog_that_was_used_must_not_be_removed(void **state)
{
    (void)state;
    static const char zeros[16384];
    desk d;
    desk_open(&d);
    desk_put_photo(&d, &next);
    cutline_catalog_close(d.catalog);
    d.catalog = NULL;
    write_at(d.path, 16384, zeros, sizeof zeros);
    cutline_status status = cutline_catalog_open(d.path, CUTLINE_OPEN_WRITE, &d.catalog, &d.err);
    if (status == CUTLINE_OK)
        status = cutline_catalog_set(d.catalog, 1, "city", "Geneva", "desk", &d.err);
    assert_int_equal(status, CUTLINE_CATALOG);
    assert_null(strstr(d.err.message, "remove"));
    desk_close(&d);
}

/* One that a newer cutline has made just now. */
static void a_new_catalog_that_is_sound_is_not_called_spoiled(void **state)
{
    (void)state;
    desk d;
    desk_open(&d);
    desk_check(&d, cut_sql_script(d.catalog->store->db, "PRAGMA user_version = 99001", &d.err));
    cutline_catalog_close(d.catalog);
    d.catalog = NULL;
    write_at(d.path, 24, "\0\0\0\1", 4);
    expect_refused(&d, CUTLINE_OPEN_READ, "newer cutline");
    expect_refused(&d, CUTLINE_OPEN_CREATE, "newer cutline");
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_committed_first_is_not_lost),
        cmocka_unit_test(what_is_committed_later_is_not_lost),
        cmocka_unit_test(what_another_run_commits_is_not_lost),
        cmocka_unit_test(what_is_committed_without_a_log_is_not_lost),
        cmocka_unit_test(a_new_catalog_that_is_spoiled_may_be_removed),
        cmocka_unit_test(a_catalog_that_was_used_must_not_be_removed),
        cmocka_unit_test(a_new_catalog_that_is_sound_is_not_called_spoiled),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
