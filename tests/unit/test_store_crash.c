/* A writer that is killed at any instant leaves a sound catalog, and the next run completes it. */
#include "desk.h"

#include "store/inner.h"
#include "store/sqlite/sql.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>

#define PHOTOS 400
#define BATCH 25
#define ROUNDS 12

/* The first value of the first row. */
static void expect_answer(desk *d, const char *sql, const char *expected)
{
    sqlite3_stmt *q = NULL;
    assert_int_equal(sqlite3_prepare_v2(d->catalog->store->db->sqlite, sql, -1, &q, NULL),
                     SQLITE_OK);
    int code = sqlite3_step(q);
    if (!expected)
        assert_int_equal(code, SQLITE_DONE);
    else {
        assert_int_equal(code, SQLITE_ROW);
        assert_string_equal(sqlite3_column_text(q, 0), expected);
    }
    sqlite3_finalize(q);
}

static void put_one(desk *d, unsigned i, int round)
{
    static const char *const names[] = {"Denis Balibouse", "Jane Roe", "Goran Tomasevic"};
    char path[64], ids[96], caption[160];
    snprintf(path, sizeof path, "/wire/%04u.jpg", i);
    snprintf(ids, sizeof ids, "reuters:RTX%05u bare:%08u", i, 55350000 + i);
    snprintf(caption, sizeof caption, "Picture %u in its version %d. REUTERS/%s", i, round,
             names[i % 3]);
    desk_photo photo = {
        .path = path, .ids = ids, .hash = 1 + i % 250, .fields = {{"caption", caption}}};
    cut_put_result result;
    cutline_record *record = desk_record(&photo);
    /* Images are told apart by more than the helper's one byte. */
    memcpy(record->image_hash, &i, sizeof i);
    desk_check(d, cut_store_put_record(d->catalog->store, record, NULL, &result, &d->err));
    cutline_record_free(record);
}

static void put_everything(desk *d, int round)
{
    for (unsigned i = 0; i < PHOTOS; i += BATCH) {
        desk_check(d, cut_store_begin(d->catalog->store, &d->err));
        for (unsigned k = i; k < i + BATCH; k++)
            put_one(d, k, round);
        desk_check(d, cut_store_commit(d->catalog->store, &d->err));
    }
}

/* A child that imports a new version of everything, killed after `delay` microseconds. */
static void run_and_kill(desk *d, int round, long delay)
{
    int outcome;
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    pid_t child = fork();
    if (child == 0) {
        if (cutline_catalog_open(d->path, CUTLINE_OPEN_WRITE, &d->catalog, &d->err) == CUTLINE_OK)
            put_everything(d, round);
        _exit(0);
    }
    assert_true(child > 0);
    struct timespec wait = {.tv_sec = 0, .tv_nsec = delay * 1000};
    nanosleep(&wait, NULL);
    kill(child, SIGKILL);
    assert_int_equal(waitpid(child, &outcome, 0), child);
    desk_check(d, cutline_catalog_open(d->path, CUTLINE_OPEN_WRITE, &d->catalog, &d->err));
}

static void expect_sound(desk *d)
{
    cutline_stats stats = desk_stats(d);
    expect_answer(d, "PRAGMA integrity_check", "ok");
    expect_answer(d, "PRAGMA foreign_key_check", NULL);
    /* Whole batches only, and answers for exactly the photos that are there. */
    assert_int_equal(stats.files % BATCH, 0);
    assert_int_equal(stats.photos, stats.files);
    assert_int_equal(stats.media_ids, 2 * stats.files);
    expect_answer(d,
                  "SELECT count(*) FROM photo LEFT JOIN effective ON photo_id = id"
                  " WHERE photo_id IS NULL",
                  "0");
    expect_answer(d, "INSERT INTO search (search) VALUES ('integrity-check')", NULL);
}

static void a_killed_import_is_completed_by_the_next(void **state)
{
    (void)state;
    desk d;
    desk_open(&d);
    for (int round = 0; round < ROUNDS; round++) {
        run_and_kill(&d, round, 4000 + 7000L * round);
        expect_sound(&d);
    }
    put_everything(&d, ROUNDS);
    expect_sound(&d);
    assert_int_equal(desk_stats(&d).files, PHOTOS);
    desk_expect_credit(&d, "RTX00399", "REUTERS/Denis Balibouse\n");
    desk_close(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_killed_import_is_completed_by_the_next),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
