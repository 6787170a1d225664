/* Opening catalogs: what is none, what cannot be written, what is of another version. */
#include "desk.h"

#include "store/inner.h"
#include "store/sqlite/version.h"

#include <sys/stat.h>
#include <sys/wait.h>

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
                                 .fields = {{"caption", "Kerry. REUTERS/Denis Balibouse"}}};

static void reopen(desk *d, cutline_open_flags flags)
{
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    desk_check(d, cutline_catalog_open(d->path, flags, &d->catalog, &d->err));
}

static void expect_refused(const char *path, cutline_open_flags flags, cutline_status expected,
                           const char *words)
{
    cutline_catalog *catalog;
    cutline_error err;
    cutline_error_clear(&err);
    cutline_status status = cutline_catalog_open(path, flags, &catalog, &err);
    assert_null(catalog);
    if (status != expected || !strstr(err.message, words))
        fail_msg("%s: %s instead of %s, %s", cutline_status_name(status), err.message,
                 cutline_status_name(expected), words);
    assert_int_equal(err.status, expected);
    if (path[0] == '/')
        assert_string_equal(err.file, path);
}

static void run_sql(desk *d, const char *sql)
{
    desk_check(d, cut_sql_script(d->catalog->store->db, sql, &d->err));
}

static bool exists(const desk *d, const char *tail)
{
    char name[160];
    snprintf(name, sizeof name, "%s%s", d->path, tail);
    return access(name, F_OK) == 0;
}

static void write_file(const char *path, const void *bytes, size_t n)
{
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes, 1, n, f), n);
    fclose(f);
}

/* ---- not a catalog ------------------------------------------------------------------------------
 */

static void a_missing_catalog_is_not_made_by_looking(void **state)
{
    desk *d = *state;
    char path[128];
    snprintf(path, sizeof path, "%s/none.db", d->folder);
    expect_refused(path, CUTLINE_OPEN_READ, CUTLINE_NOT_FOUND, "no catalog here");
    expect_refused(path, CUTLINE_OPEN_WRITE, CUTLINE_NOT_FOUND, "no catalog here");
    assert_int_not_equal(access(path, F_OK), 0);
    expect_refused("", CUTLINE_OPEN_READ, CUTLINE_BAD_ARGUMENT, "empty");
    /* A file cannot be a folder on the way. */
    snprintf(path, sizeof path, "%s/catalog.db/x.db", d->folder);
    expect_refused(path, CUTLINE_OPEN_READ, CUTLINE_NOT_FOUND, "no catalog here");
    expect_refused(d->folder, CUTLINE_OPEN_READ, CUTLINE_CATALOG, "not a regular file");
}

static void folders_are_made_with_the_catalog(void **state)
{
    desk *d = *state;
    char path[160];
    cutline_catalog *catalog;
    snprintf(path, sizeof path, "%s/a/b/catalog.db", d->folder);
    desk_check(d, cutline_catalog_open(path, CUTLINE_OPEN_CREATE, &catalog, &d->err));
    cutline_catalog_close(catalog);
    assert_int_equal(unlink(path), 0);
    for (int i = 0; i < 2; i++) {
        *strrchr(path, '/') = '\0';
        assert_int_equal(rmdir(path), 0);
    }
}

static void other_files_are_refused(void **state)
{
    desk *d = *state;
    char path[128];
    static const char text[] = "This is a text that is a little longer than the head of a database "
                               "file, which is one hundred bytes, to be sure of it.";
    snprintf(path, sizeof path, "%s/other", d->folder);
    write_file(path, text, sizeof text);
    expect_refused(path, CUTLINE_OPEN_READ, CUTLINE_CATALOG, "not a cutline catalog");
    expect_refused(path, CUTLINE_OPEN_CREATE, CUTLINE_CATALOG, "not a cutline catalog");
    write_file(path, "", 0);
    expect_refused(path, CUTLINE_OPEN_READ, CUTLINE_CATALOG, "any import makes it one");
    expect_refused(path, CUTLINE_OPEN_WRITE, CUTLINE_CATALOG, "any import makes it one");
    unlink(path);
}

static void a_database_of_another_program_is_refused(void **state)
{
    desk *d = *state;
    run_sql(d, "PRAGMA application_id = 7");
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    expect_refused(d->path, CUTLINE_OPEN_READ, CUTLINE_CATALOG, "not a cutline catalog");
    expect_refused(d->path, CUTLINE_OPEN_CREATE, CUTLINE_CATALOG, "not a cutline catalog");
}

static void an_empty_file_becomes_a_catalog_when_asked(void **state)
{
    desk *d = *state;
    cutline_catalog_close(d->catalog);
    write_file(d->path, "", 0);
    desk_check(d, cutline_catalog_open(d->path, CUTLINE_OPEN_CREATE, &d->catalog, &d->err));
    desk_put_photo(d, &kerry);
}

static void several_may_make_one_catalog(void **state)
{
    desk *d = *state;
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    for (int round = 0; round < 5; round++) {
        pid_t children[6];
        assert_int_equal(unlink(d->path), 0);
        for (size_t i = 0; i < 6; i++) {
            children[i] = fork();
            if (children[i] == 0) {
                cutline_catalog *catalog;
                _exit((int)cutline_catalog_open(d->path, CUTLINE_OPEN_CREATE, &catalog, NULL));
            }
        }
        for (size_t i = 0; i < 6; i++) {
            int outcome;
            assert_int_equal(waitpid(children[i], &outcome, 0), children[i]);
            assert_true(WIFEXITED(outcome));
            assert_int_equal(WEXITSTATUS(outcome), CUTLINE_OK);
        }
        desk_check(d, cutline_catalog_open(d->path, CUTLINE_OPEN_WRITE, &d->catalog, &d->err));
        desk_put_photo(d, &kerry);
        cutline_catalog_close(d->catalog);
        d->catalog = NULL;
    }
}

/* ---- damage -------------------------------------------------------------------------------------
 */

static void damage_is_named(void **state)
{
    desk *d = *state;
    cutline_credit_answers *answers;
    desk_put_photo(d, &kerry);
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    /* All pages but the first, which says what the file is. */
    struct stat info;
    assert_int_equal(stat(d->path, &info), 0);
    FILE *f = fopen(d->path, "r+b");
    assert_non_null(f);
    fseek(f, 8192, SEEK_SET);
    for (off_t i = 8192; i < info.st_size; i++)
        fputc(0x5A, f);
    fclose(f);
    cutline_status status = cutline_catalog_open(d->path, CUTLINE_OPEN_READ, &d->catalog, &d->err);
    if (status == CUTLINE_OK)
        status = cutline_catalog_credit(d->catalog, "reuters:RTX2CGS3", &answers, &d->err);
    assert_int_equal(status, CUTLINE_CATALOG);
    assert_non_null(strstr(d->err.message, "damaged"));
    assert_string_equal(d->err.file, d->path);
}

/* ---- versions -----------------------------------------------------------------------------------
 */

static void a_newer_catalog_is_left_alone(void **state)
{
    desk *d = *state;
    run_sql(d, "PRAGMA user_version = 99001");
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    expect_refused(d->path, CUTLINE_OPEN_READ, CUTLINE_CATALOG, "newer cutline");
    expect_refused(d->path, CUTLINE_OPEN_CREATE, CUTLINE_CATALOG, "newer cutline");
}

static void older_answers_are_made_again(void **state)
{
    desk *d = *state;
    desk_put_photo(d, &kerry);
    char *before = desk_show(d, kerry.path);
    /* As an older version could have left it: other answers, other tables. */
    run_sql(d,
            "DELETE FROM media_id; DROP TABLE other_caption; UPDATE effective SET caption = 'x'");
    char text[64];
    snprintf(text, sizeof text, "PRAGMA user_version = %d", 1000 * CUT_ENDURING_VERSION);
    run_sql(d, text);
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    expect_refused(d->path, CUTLINE_OPEN_READ, CUTLINE_CATALOG, "older cutline");
    reopen(d, CUTLINE_OPEN_WRITE);
    char *after = desk_show(d, kerry.path);
    assert_string_equal(before, after);
    free(before);
    free(after);
    desk_expect_credit(d, "reuters:RTX2CGS3", "REUTERS/Denis Balibouse\n");
    reopen(d, CUTLINE_OPEN_READ);
}

extern const char cut_text_store_sqlite_schema_sql[];
extern const char cut_text_store_sqlite_migrations_002_sql[];
extern const char cut_text_store_sqlite_migrations_003_sql[];
extern const char cut_text_store_sqlite_migrations_004_sql[];

/* The enduring part of the catalog as version 4 had it. */
static void turn_into_version_4(desk *d)
{
    char old[128], text[512];
    cut_db *db = d->catalog->store->db;
    const char *const steps[] = {
        cut_text_store_sqlite_schema_sql, cut_text_store_sqlite_migrations_002_sql,
        cut_text_store_sqlite_migrations_003_sql, cut_text_store_sqlite_migrations_004_sql};
    snprintf(old, sizeof old, "%s/old.db", d->folder);
    write_file(old, "", 0);
    snprintf(text, sizeof text, "ATTACH '%s' AS old", old);
    run_sql(d, text);
    sqlite3 *sqlite;
    assert_int_equal(sqlite3_open(old, &sqlite), SQLITE_OK);
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(sqlite3_exec(sqlite, steps[i], NULL, NULL, NULL), SQLITE_OK);
    snprintf(text, sizeof text, "PRAGMA application_id = %d; PRAGMA user_version = 4004",
             CUT_APPLICATION_ID);
    assert_int_equal(sqlite3_exec(sqlite, text, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(sqlite);
    desk_check(d, cut_sql_script(db,
                                 "INSERT INTO old.photo SELECT id, image_hash FROM main.photo;"
                                 "INSERT INTO old.hand_value SELECT photo_id, field, value, editor,"
                                 " time_ms FROM main.hand_value;"
                                 "INSERT INTO old.edit SELECT edit.id, photo_id, field, old_value,"
                                 " new_value, editor, time_ms FROM main.edit"
                                 " JOIN main.change ON change.id = change_id;"
                                 "INSERT INTO old.file SELECT f.id, photo_id, path, size, mtime_ns,"
                                 " has_hash, record FROM main.file AS f JOIN main.file_record"
                                 " USING (id)",
                                 &d->err));
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    assert_int_equal(rename(old, d->path), 0);
}

static void files_of_version_4_are_carried_over(void **state)
{
    desk *d = *state;
    static const desk_photo copy = {.path = "/wire/copy.jpg", .hash = 1};
    static const desk_photo shallow = {.path = "/wire/a.jpg", .ids = "getty:1000001"};
    desk_put_photo(d, &kerry);
    desk_put_photo(d, &shallow);
    desk_put_photo(d, &copy);
    desk_check(d, cutline_catalog_set(d->catalog, 1, "city", "Geneva", "desk", &d->err));
    char *before[] = {desk_show(d, kerry.path), desk_show(d, copy.path),
                      desk_show(d, shallow.path)};
    turn_into_version_4(d);
    desk_check(d, cutline_catalog_open(d->path, CUTLINE_OPEN_WRITE, &d->catalog, &d->err));
    char *after[] = {desk_show(d, kerry.path), desk_show(d, copy.path), desk_show(d, shallow.path)};
    for (size_t i = 0; i < 3; i++) {
        assert_string_equal(before[i], after[i]);
        assert_non_null(strstr(after[i], "/wire/"));
        free(before[i]);
        free(after[i]);
    }
    /* And they are known: the same again changes nothing. */
    assert_int_equal(desk_put_photo(d, &kerry).result, CUTLINE_IMPORT_UNCHANGED);
}

static void migrations_run_in_order_and_only_the_missing_ones(void **state)
{
    desk *d = *state;
    cut_db *db = d->catalog->store->db;
    static const cut_migration list[] = {
        {1, "CREATE TABLE wrong (a); this is not reached"},
        {2, "CREATE TABLE step (n INTEGER) STRICT; INSERT INTO step VALUES (2)"},
        {3, "INSERT INTO step SELECT max(n) + 1 FROM step"},
    };
    desk_check(d, cut_version_migrate(db, list, 3, 1, &d->err));
    run_sql(d, "CREATE TABLE proof (n INTEGER CHECK (n = 3)) STRICT;"
               "INSERT INTO proof SELECT max(n) FROM step");
    assert_int_equal(cut_version_migrate(db, list, 1, 0, &d->err), CUTLINE_CATALOG);
}

/* ---- the log ----------------------------------------------------------------------------------
 */

static void expect_log(desk *d, bool expected)
{
    sqlite3_stmt *q = cut_sql_once(d->catalog->store->db, "PRAGMA journal_mode");
    assert_true(cut_sql_row(d->catalog->store->db, q));
    assert_string_equal(cut_sql_text(q, 0), expected ? "wal" : "delete");
    desk_check(d, cut_sql_end_once(d->catalog->store->db, q, &d->err));
}

static void expect_lasting(desk *d)
{
    sqlite3_stmt *q = cut_sql_once(d->catalog->store->db, "PRAGMA synchronous");
    assert_true(cut_sql_row(d->catalog->store->db, q));
    assert_int_equal(sqlite3_column_int(q, 0), 3); /* EXTRA */
    desk_check(d, cut_sql_end_once(d->catalog->store->db, q, &d->err));
}

static void a_catalog_has_a_log_from_its_first_photo_on(void **state)
{
    desk *d = *state;
    expect_log(d, false);
    expect_lasting(d);
    desk_put_photo(d, &kerry);
    expect_log(d, true);
    expect_lasting(d);
}

/* So a first import leaves it that is stopped between its commit and the change. */
static void a_catalog_without_a_log_gets_one_when_nobody_reads(void **state)
{
    desk *d = *state;
    desk reader = *d;
    desk_put_photo(d, &kerry);
    reopen(d, CUTLINE_OPEN_WRITE);
    run_sql(d, "PRAGMA journal_mode = DELETE");
    reopen(d, CUTLINE_OPEN_WRITE);
    desk_check(d, cutline_catalog_open(d->path, CUTLINE_OPEN_READ, &reader.catalog, &d->err));
    desk_check(d, cutline_catalog_hold(reader.catalog, &d->err));
    desk_expect_credit(&reader, "RTX2CGS3", "REUTERS/Denis Balibouse\n");
    desk_check(d, cut_store_begin(d->catalog->store, &d->err));
    cut_store_rollback(d->catalog->store);
    expect_log(d, false);
    cutline_catalog_let_go(reader.catalog);
    desk_check(d, cut_store_begin(d->catalog->store, &d->err));
    cut_store_rollback(d->catalog->store);
    expect_log(d, true);
    cutline_catalog_close(reader.catalog);
}

/* ---- readers ------------------------------------------------------------------------------------
 */

static void a_reader_leaves_no_files_behind(void **state)
{
    desk *d = *state;
    struct stat before, after;
    desk_put_photo(d, &kerry);
    reopen(d, CUTLINE_OPEN_READ);
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    assert_int_equal(stat(d->path, &before), 0);
    assert_false(exists(d, "-wal") || exists(d, "-shm"));
    reopen(d, CUTLINE_OPEN_READ);
    desk_expect_credit(d, "RTX2CGS3", "REUTERS/Denis Balibouse\n");
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    assert_false(exists(d, "-wal") || exists(d, "-shm"));
    assert_int_equal(stat(d->path, &after), 0);
    assert_true(before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
                before.st_mtim.tv_nsec == after.st_mtim.tv_nsec);
}

static void a_reader_sees_what_a_writer_commits(void **state)
{
    desk *d = *state;
    desk reader = *d;
    desk_put_photo(d, &kerry);
    desk_check(d, cutline_catalog_open(d->path, CUTLINE_OPEN_READ, &reader.catalog, &d->err));
    desk_expect_credit(&reader, "RTX2CGS3", "REUTERS/Denis Balibouse\n");
    desk_photo changed = kerry;
    changed.fields[0].value = "Kerry. (AP Photo/Jane Roe)";
    desk_put_photo(d, &changed);
    desk_expect_credit(&reader, "RTX2CGS3", "AP Photo/Jane Roe\n");
    cutline_catalog_close(reader.catalog);
}

/* The writer's tokenizer is its own; what it wrote is read, and taken out again, by SQLite's. */
static void other_programs_find_the_words(void **state)
{
    desk *d = *state;
    sqlite3 *other;
    sqlite3_stmt *q;
    desk_put_photo(d, &kerry);
    assert_int_equal(sqlite3_open(d->path, &other), SQLITE_OK);
    assert_int_equal(
        sqlite3_prepare_v2(other,
                           "SELECT (SELECT count(*) FROM search WHERE search MATCH"
                           " 'byline : \"denis balibouse\" AND file : \"kerry jpg\"'),"
                           " (SELECT count(*) FROM search WHERE search MATCH 'denisbalibouse')",
                           -1, &q, NULL),
        SQLITE_OK);
    assert_int_equal(sqlite3_step(q), SQLITE_ROW);
    assert_int_equal(sqlite3_column_int(q, 0), 1);
    assert_int_equal(sqlite3_column_int(q, 1), 0);
    sqlite3_finalize(q);
    sqlite3_close(other);
}

static void a_second_writer_is_told_to_wait(void **state)
{
    desk *d = *state;
    desk other = *d;
    desk_check(d, cutline_catalog_open(d->path, CUTLINE_OPEN_WRITE, &other.catalog, &d->err));
    sqlite3_busy_timeout(other.catalog->store->db->sqlite, 20);
    desk_check(d, cut_store_begin(d->catalog->store, &d->err));
    assert_int_equal(cutline_catalog_set(other.catalog, 1, "city", "Geneva", "desk", &other.err),
                     CUTLINE_BUSY);
    assert_non_null(strstr(other.err.message, "another program"));
    cut_store_rollback(d->catalog->store);
    cutline_catalog_close(other.catalog);
}

/* ---- without permission to write ------------------------------------------------------------- */

/* What somebody sees who may read catalog and folder but not write: 0, or the line of the check
 * that failed. Runs in a child, which gives up root's rights. */
#define EXPECT(condition)                                                                          \
    do {                                                                                           \
        if (!(condition))                                                                          \
            return __LINE__ & 0x7F;                                                                \
    } while (0)

static int look_as_guest(const desk *d, bool log_left)
{
    cutline_catalog *catalog;
    cutline_credit_answers *answers;
    cutline_error err;
    EXPECT(geteuid() != 0 || setuid(65534) == 0);
    EXPECT(cutline_catalog_open(d->path, CUTLINE_OPEN_WRITE, &catalog, &err) == CUTLINE_IO);
    EXPECT(strstr(err.message, "read-only"));
    cutline_status status = cutline_catalog_open(d->path, CUTLINE_OPEN_READ, &catalog, &err);
    if (log_left) {
        EXPECT(status == CUTLINE_IO);
        EXPECT(strstr(err.message, "not written back"));
        return 0;
    }
    EXPECT(status == CUTLINE_OK);
    EXPECT(cutline_catalog_credit(catalog, "RTX2CGS3", &answers, &err) == CUTLINE_OK);
    EXPECT(strcmp(answers->items[0].credit.line, "REUTERS/Denis Balibouse") == 0);
    cutline_credit_answers_free(answers);
    EXPECT(cutline_catalog_set(catalog, 1, "city", "Geneva", "guest", &err) == CUTLINE_IO);
    cutline_catalog_close(catalog);
    EXPECT(!exists(d, "-wal") && !exists(d, "-shm"));
    return 0;
}

static int as_guest(const desk *d, bool log_left)
{
    int outcome;
    assert_int_equal(chmod(d->folder, 0555), 0);
    pid_t child = fork();
    if (child == 0)
        _exit(look_as_guest(d, log_left));
    assert_int_equal(waitpid(child, &outcome, 0), child);
    assert_int_equal(chmod(d->folder, 0755), 0);
    return WIFEXITED(outcome) ? WEXITSTATUS(outcome) : 128;
}

static void a_read_only_catalog_can_be_read(void **state)
{
    desk *d = *state;
    desk_put_photo(d, &kerry);
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    assert_int_equal(chmod(d->path, 0444), 0);
    assert_int_equal(as_guest(d, false), 0);
}

static void a_read_only_catalog_with_a_log_is_explained(void **state)
{
    desk *d = *state;
    char name[160];
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    snprintf(name, sizeof name, "%s-wal", d->path);
    write_file(name, "left by a writer that was killed", 32);
    assert_int_equal(chmod(d->path, 0444), 0);
    assert_int_equal(chmod(name, 0444), 0);
    assert_int_equal(as_guest(d, true), 0);
}

static void a_copy_of_a_file(const char *from, const char *to)
{
    char block[4096];
    size_t n;
    FILE *in = fopen(from, "rb"), *out = fopen(to, "wb");
    assert_non_null(in);
    assert_non_null(out);
    while ((n = fread(block, 1, sizeof block, in)) > 0)
        assert_int_equal(fwrite(block, 1, n, out), n);
    fclose(in);
    assert_int_equal(fclose(out), 0);
}

/* What a first import leaves that was killed while it wrote: the journal says how it was before. */
static void a_read_only_catalog_with_a_journal_is_explained(void **state)
{
    desk *d = *state;
    char journal[160], kept[160];
    snprintf(journal, sizeof journal, "%s-journal", d->path);
    snprintf(kept, sizeof kept, "%s/kept", d->folder);
    run_sql(d, "PRAGMA cache_size = 1; BEGIN IMMEDIATE; CREATE TABLE long (n BLOB);"
               "INSERT INTO long SELECT zeroblob(100000) FROM pragma_function_list LIMIT 20");
    a_copy_of_a_file(journal, kept);
    cut_store_rollback(d->catalog->store);
    cutline_catalog_close(d->catalog);
    d->catalog = NULL;
    assert_int_equal(rename(kept, journal), 0);
    assert_int_equal(chmod(d->path, 0444), 0);
    assert_int_equal(chmod(journal, 0444), 0);
    assert_int_equal(as_guest(d, true), 0);
    assert_int_equal(unlink(journal), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_missing_catalog_is_not_made_by_looking, setup, teardown),
        cmocka_unit_test_setup_teardown(folders_are_made_with_the_catalog, setup, teardown),
        cmocka_unit_test_setup_teardown(other_files_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_database_of_another_program_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(an_empty_file_becomes_a_catalog_when_asked, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(several_may_make_one_catalog, setup, teardown),
        cmocka_unit_test_setup_teardown(damage_is_named, setup, teardown),
        cmocka_unit_test_setup_teardown(a_newer_catalog_is_left_alone, setup, teardown),
        cmocka_unit_test_setup_teardown(older_answers_are_made_again, setup, teardown),
        cmocka_unit_test_setup_teardown(files_of_version_4_are_carried_over, setup, teardown),
        cmocka_unit_test_setup_teardown(migrations_run_in_order_and_only_the_missing_ones, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_catalog_has_a_log_from_its_first_photo_on, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_catalog_without_a_log_gets_one_when_nobody_reads, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_reader_leaves_no_files_behind, setup, teardown),
        cmocka_unit_test_setup_teardown(a_reader_sees_what_a_writer_commits, setup, teardown),
        cmocka_unit_test_setup_teardown(other_programs_find_the_words, setup, teardown),
        cmocka_unit_test_setup_teardown(a_second_writer_is_told_to_wait, setup, teardown),
        cmocka_unit_test_setup_teardown(a_read_only_catalog_can_be_read, setup, teardown),
        cmocka_unit_test_setup_teardown(a_read_only_catalog_with_a_log_is_explained, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_read_only_catalog_with_a_journal_is_explained, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
