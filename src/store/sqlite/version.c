#include "store/sqlite/version.h"

/* Made from the .sql files (see the Makefile). */
extern const char cut_text_store_sqlite_schema_sql[];
extern const char cut_text_store_sqlite_migrations_002_sql[];
extern const char cut_text_store_sqlite_migrations_003_sql[];
extern const char cut_text_store_sqlite_migrations_004_sql[];
extern const char cut_text_store_sqlite_migrations_005_sql[];
extern const char cut_text_store_sqlite_migrations_006_sql[];
extern const char cut_text_store_sqlite_migrations_007_sql[];
extern const char cut_text_store_sqlite_migrations_008_sql[];
extern const char cut_text_store_sqlite_migrations_009_sql[];
extern const char cut_text_store_sqlite_migrations_010_sql[];
extern const char cut_text_store_sqlite_derived_sql[];

static const cut_migration migrations[] = {
    {1, cut_text_store_sqlite_schema_sql},         {2, cut_text_store_sqlite_migrations_002_sql},
    {3, cut_text_store_sqlite_migrations_003_sql}, {4, cut_text_store_sqlite_migrations_004_sql},
    {5, cut_text_store_sqlite_migrations_005_sql}, {6, cut_text_store_sqlite_migrations_006_sql},
    {7, cut_text_store_sqlite_migrations_007_sql}, {8, cut_text_store_sqlite_migrations_008_sql},
    {9, cut_text_store_sqlite_migrations_009_sql}, {10, cut_text_store_sqlite_migrations_010_sql},
};

/* What the file says of itself. */
typedef struct identity {
    int application;
    int enduring, derived;
    bool empty; /* no table at all */
} identity;

static cutline_status number(cut_db *db, const char *sql, int *out, cutline_error *err)
{
    sqlite3_stmt *q = NULL;
    int code = sqlite3_prepare_v2(db->sqlite, sql, -1, &q, NULL);
    if (code == SQLITE_OK && sqlite3_step(q) == SQLITE_ROW)
        *out = sqlite3_column_int(q, 0);
    code = sqlite3_finalize(q);
    return code == SQLITE_OK ? CUTLINE_OK : cut_sql_fail(db, code, err);
}

static cutline_status identify(cut_db *db, identity *out, cutline_error *err)
{
    int version = 0, tables = 0;
    *out = (identity){0};
    cutline_status status = number(db, "PRAGMA user_version", &version, err);
    if (status == CUTLINE_OK && version == 0) {
        status = number(db, "SELECT count(*) FROM sqlite_schema", &tables, err);
        out->empty = tables == 0;
    }
    /* Last: whoever makes the catalog meanwhile writes it together with the version. */
    if (status == CUTLINE_OK)
        status = number(db, "PRAGMA application_id", &out->application, err);
    out->enduring = version / 1000;
    out->derived = version % 1000;
    return status;
}

static cutline_status refuse(cut_db *db, const identity *is, cutline_error *err)
{
    if (is->empty)
        return cut_fail_at(err, CUTLINE_CATALOG, db->path, CUTLINE_NO_OFFSET,
                           "not a cutline catalog: the file is empty; any import makes it one");
    if (is->application != CUT_APPLICATION_ID)
        return cut_fail_at(err, CUTLINE_CATALOG, db->path, CUTLINE_NO_OFFSET,
                           "not a cutline catalog");
    if (is->enduring > CUT_ENDURING_VERSION || is->derived > CUT_DERIVED_VERSION)
        return cut_fail_at(err, CUTLINE_CATALOG, db->path, CUTLINE_NO_OFFSET,
                           "written by a newer cutline (version %d.%d, this one knows %d.%d)",
                           is->enduring, is->derived, CUT_ENDURING_VERSION, CUT_DERIVED_VERSION);
    return CUTLINE_OK;
}

static bool is_present(const identity *is)
{
    return is->enduring == CUT_ENDURING_VERSION && is->derived == CUT_DERIVED_VERSION;
}

cutline_status cut_version_migrate(cut_db *db, const cut_migration *list, size_t count, int from,
                                   cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++)
        if (list[i].version > from)
            status = cut_sql_script(db, list[i].sql, err);
    return status;
}

/* Drops what derived.sql of this or any earlier version has made; a table that a later version does
 * without stays in this list. */
static cutline_status drop_derived(cut_db *db, cutline_error *err)
{
    return cut_sql_script(
        db,
        "DROP TABLE IF EXISTS field_words; DROP TABLE IF EXISTS field_changed;"
        "DROP TABLE IF EXISTS duplicate; DROP TABLE IF EXISTS alike;"
        "DROP TABLE IF EXISTS alike_touched; DROP TABLE IF EXISTS look_part_words;"
        " DROP TABLE IF EXISTS look_hash; DROP "
        "TABLE IF EXISTS look_words; DROP TABLE IF EXISTS look_part;"
        "DROP TABLE IF EXISTS look_postings; DROP TABLE IF EXISTS look_changed;"
        "DROP TABLE IF EXISTS search; DROP TABLE IF EXISTS photo_person;"
        "DROP TABLE IF EXISTS photo_agency; DROP TABLE IF EXISTS other_caption;"
        "DROP TABLE IF EXISTS photo_right;"
        "DROP TABLE IF EXISTS file_name; DROP TABLE IF EXISTS media_id;"
        "DROP TABLE IF EXISTS effective;",
        err);
}

static cutline_status write_versions(cut_db *db, cutline_error *err)
{
    char *text =
        sqlite3_mprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", CUT_APPLICATION_ID,
                        1000 * CUT_ENDURING_VERSION + CUT_DERIVED_VERSION);
    if (!text)
        return cut_no_memory(err);
    cutline_status status = cut_sql_script(db, text, err);
    sqlite3_free(text);
    return status;
}

/* In a transaction: the file is looked at again, since another process may have been faster. */
static cutline_status upgrade(cut_db *db, bool *must_rebuild, cutline_error *err)
{
    identity is;
    cutline_status status = identify(db, &is, err);
    if (status == CUTLINE_OK && !is.empty)
        status = refuse(db, &is, err);
    if (status != CUTLINE_OK || is_present(&is))
        return status;
    status = cut_version_migrate(db, migrations, sizeof migrations / sizeof migrations[0],
                                 is.enduring, err);
    if (status == CUTLINE_OK)
        status = drop_derived(db, err);
    if (status == CUTLINE_OK)
        status = cut_sql_script(db, cut_text_store_sqlite_derived_sql, err);
    if (status == CUTLINE_OK)
        status = write_versions(db, err);
    *must_rebuild = status == CUTLINE_OK && is.enduring > 0;
    return status;
}

/* A page holds several photos' records, and is what a lookup reads for each step down an index: 16
 * KiB serves both. Nothing is waited for: the first commit brings the tables to the disk, too, and
 * a catalog that a power failure spoils before that is no loss (fresh.c tells it). */
static cutline_status set_up_new(cut_db *db, cutline_error *err)
{
    return cut_sql_script(db, "PRAGMA page_size = 16384; PRAGMA synchronous = OFF", err);
}

/* Makes the tables of a catalog, or brings them up to date. */
static cutline_status bring_up_to_date(cut_db *db, bool is_new, bool *must_rebuild,
                                       cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    if (is_new)
        status = set_up_new(db, err);
    db->is_filling = is_new;
    if (status == CUTLINE_OK)
        status = cut_db_begin(db, err);
    if (status != CUTLINE_OK)
        return status;
    status = upgrade(db, must_rebuild, err);
    if (status != CUTLINE_OK)
        cut_db_rollback(db);
    else if (!*must_rebuild)
        status = cut_db_commit(db, err);
    return status == CUTLINE_OK && is_new ? cut_db_set_lasting(db, true, err) : status;
}

cutline_status cut_version_check(cut_db *db, cutline_open_flags flags, bool *must_rebuild,
                                 cutline_error *err)
{
    identity is;
    cutline_status status = identify(db, &is, err);
    if (status != CUTLINE_OK)
        return status;
    bool make = is.empty && flags == CUTLINE_OPEN_CREATE;
    if (!make)
        status = refuse(db, &is, err);
    if (status != CUTLINE_OK || is_present(&is))
        return status;
    if (flags == CUTLINE_OPEN_READ)
        return cut_fail_at(err, CUTLINE_CATALOG, db->path, CUTLINE_NO_OFFSET,
                           "made by an older cutline; any import brings it up to date");
    return bring_up_to_date(db, make, must_rebuild, err);
}
