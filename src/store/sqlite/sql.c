#include "store/sqlite/sql.h"

static void keep_failure(cut_db *db, int code)
{
    if (db->failure == SQLITE_OK)
        db->failure = code;
}

sqlite3_stmt *cut_sql(cut_db *db, cut_sql_id id, const char *text)
{
    sqlite3_stmt **slot = &db->statements[id];
    if (!*slot) {
        int code = sqlite3_prepare_v3(db->sqlite, text, -1, SQLITE_PREPARE_PERSISTENT, slot, NULL);
        if (code != SQLITE_OK)
            keep_failure(db, code);
    }
    return *slot;
}

bool cut_sql_row(cut_db *db, sqlite3_stmt *q)
{
    if (!q || db->failure != SQLITE_OK)
        return false;
    int code = sqlite3_step(q);
    if (code == SQLITE_ROW)
        return true;
    if (code != SQLITE_DONE)
        keep_failure(db, sqlite3_extended_errcode(db->sqlite));
    return false;
}

cutline_status cut_sql_end(cut_db *db, sqlite3_stmt *q, cutline_error *err)
{
    int code = db->failure;
    cutline_status status = CUTLINE_OK;
    if (code != SQLITE_OK)
        status = cut_sql_fail(db, code, err);
    db->failure = SQLITE_OK;
    sqlite3_reset(q);
    return status;
}

sqlite3_stmt *cut_sql_once(cut_db *db, const char *text)
{
    sqlite3_stmt *q = NULL;
    int code = sqlite3_prepare_v2(db->sqlite, text, -1, &q, NULL);
    if (code != SQLITE_OK)
        keep_failure(db, code);
    return q;
}

cutline_status cut_sql_end_once(cut_db *db, sqlite3_stmt *q, cutline_error *err)
{
    cutline_status status = cut_sql_end(db, q, err);
    sqlite3_finalize(q);
    return status;
}

cutline_status cut_sql_do(cut_db *db, sqlite3_stmt *q, cutline_error *err)
{
    cut_sql_row(db, q);
    return cut_sql_end(db, q, err);
}

cutline_status cut_sql_script(cut_db *db, const char *text, cutline_error *err)
{
    int code = sqlite3_exec(db->sqlite, text, NULL, NULL, NULL);
    return code == SQLITE_OK ? CUTLINE_OK : cut_sql_fail(db, code, err);
}

cutline_status cut_sql_fail(cut_db *db, int code, cutline_error *err)
{
    const char *detail = db->sqlite ? sqlite3_errmsg(db->sqlite) : sqlite3_errstr(code);
    switch (code & 0xFF) {
    case SQLITE_NOMEM:
        return cut_no_memory(err);
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return cut_fail_at(err, CUTLINE_BUSY, db->path, CUTLINE_NO_OFFSET,
                           "another program is writing to the catalog");
    case SQLITE_FULL:
        return cut_fail_at(err, CUTLINE_IO, db->path, CUTLINE_NO_OFFSET, "the disk is full");
    case SQLITE_READONLY:
        return cut_fail_at(err, CUTLINE_IO, db->path, CUTLINE_NO_OFFSET,
                           "the catalog cannot be written: it or its folder is read-only");
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
        return cut_fail_at(err, CUTLINE_IO, db->path, CUTLINE_NO_OFFSET, "%s", detail);
    case SQLITE_NOTADB:
        return cut_fail_at(err, CUTLINE_CATALOG, db->path, CUTLINE_NO_OFFSET,
                           "not a cutline catalog");
    case SQLITE_CORRUPT:
        return cut_fail_at(err, CUTLINE_CATALOG, db->path, CUTLINE_NO_OFFSET,
                           "the catalog is damaged (%s)", detail);
    default:
        return cut_fail_at(err, CUTLINE_CATALOG, db->path, CUTLINE_NO_OFFSET, "%s", detail);
    }
}

void cut_bind_str(sqlite3_stmt *q, int at, cut_str text)
{
    if (text.p)
        sqlite3_bind_text64(q, at, text.p, text.n, SQLITE_STATIC, SQLITE_UTF8);
    else
        sqlite3_bind_null(q, at);
}

void cut_bind_z(sqlite3_stmt *q, int at, const char *text)
{
    cut_bind_str(q, at, cut_str_from(text));
}

void cut_bind_ref(sqlite3_stmt *q, int at, int64_t number)
{
    if (number)
        sqlite3_bind_int64(q, at, number);
    else
        sqlite3_bind_null(q, at);
}

const char *cut_sql_text(sqlite3_stmt *q, int column)
{
    return (const char *)sqlite3_column_text(q, column);
}

cut_str cut_sql_str(cut_db *db, sqlite3_stmt *q, int column, cut_arena *arena)
{
    const char *text = cut_sql_text(q, column);
    if (!text)
        return (cut_str){NULL, 0};
    cut_str view = {text, (size_t)sqlite3_column_bytes(q, column)};
    view.p = cut_arena_copy(arena, view);
    if (!view.p) {
        cut_sql_no_memory(db);
        view.n = 0;
    }
    return view;
}

const char *cut_sql_z(cut_db *db, sqlite3_stmt *q, int column, cut_arena *arena)
{
    return cut_sql_str(db, q, column, arena).p;
}

void cut_sql_no_memory(cut_db *db)
{
    keep_failure(db, SQLITE_NOMEM);
}

void cut_sql_numbers(cut_db *db, sqlite3_stmt *q, cut_arena *arena, cut_numbers *out)
{
    while (cut_sql_row(db, q))
        if (!CUT_PUSH(arena, out, sqlite3_column_int64(q, 0)))
            cut_sql_no_memory(db);
}
