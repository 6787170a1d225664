/* An online copy of the database into another file. */
#include "base/limits.h"
#include "store/sqlite/sql.h"

typedef struct copying {
    sqlite3 *to;
    sqlite3_backup *work; /* NULL before it began and after it ended */
    uint64_t page_size;   /* bytes */
} copying;

/* What went wrong with the copy; of the source's faults SQLite tells here, too. */
static cutline_status fail(const copying *c, const char *path, int code, cutline_error *err)
{
    if ((code & 0xff) == SQLITE_NOMEM)
        return cut_no_memory(err);
    cutline_status status = (code & 0xff) == SQLITE_IOERR || (code & 0xff) == SQLITE_FULL ||
                                    (code & 0xff) == SQLITE_CANTOPEN
                                ? CUTLINE_IO
                                : CUTLINE_CATALOG;
    return cut_fail_at(err, status, path, CUTLINE_NO_OFFSET, "cannot copy the catalog: %s",
                       c->to && sqlite3_errcode(c->to) != SQLITE_OK ? sqlite3_errmsg(c->to)
                                                                    : sqlite3_errstr(code));
}

/* The copy is written under a name that nobody uses and thrown away if it is not finished: it
 * needs no journal, and the caller brings it to the disk. */
static cutline_status begin(cut_db *db, copying *c, const char *path, cutline_error *err)
{
    int code = sqlite3_open_v2(
        path, &c->to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
    if (code == SQLITE_OK)
        code = sqlite3_exec(c->to, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF", NULL,
                            NULL, NULL);
    if (code != SQLITE_OK)
        return fail(c, path, code, err);
    c->work = sqlite3_backup_init(c->to, "main", db->sqlite, "main");
    return c->work ? CUTLINE_OK : fail(c, path, sqlite3_errcode(c->to), err);
}

static cutline_status copy_all(copying *c, const char *path, const cutline_backup_options *options,
                               cutline_error *err)
{
    int code;
    do {
        if (options->cancel && *options->cancel)
            return cut_fail(err, CUTLINE_CANCELLED, "the backup was interrupted");
        code = sqlite3_backup_step(c->work, (int)CUT_BACKUP_PAGES);
        uint64_t total = (uint64_t)sqlite3_backup_pagecount(c->work);
        uint64_t left = (uint64_t)sqlite3_backup_remaining(c->work);
        if (options->on_progress)
            options->on_progress((total - left) * c->page_size, total * c->page_size,
                                 options->context);
    } while (code == SQLITE_OK);
    return code == SQLITE_DONE ? CUTLINE_OK : fail(c, path, code, err);
}

/* What a copy needs before anybody may call it one. */
static cutline_status finish(copying *c, const char *path, cutline_error *err)
{
    int code = sqlite3_backup_finish(c->work);
    c->work = NULL;
    if (code == SQLITE_OK)
        code = sqlite3_close(c->to);
    if (code != SQLITE_OK)
        return fail(c, path, code, err);
    c->to = NULL;
    return CUTLINE_OK;
}

static cutline_status read_page_size(cut_db *db, copying *c, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, "SELECT page_size FROM pragma_page_size, sqlite_schema");
    if (cut_sql_row(db, q))
        c->page_size = (uint64_t)sqlite3_column_int64(q, 0);
    return cut_sql_end_once(db, q, err);
}

/* The view that the page size is read in, or that is held, stays the same until the end, so that
 * what others write meanwhile does not make SQLite begin again. */
cutline_status cut_db_backup(cut_db *db, const char *path, const cutline_backup_options *options,
                             cutline_error *err)
{
    copying c = {.to = NULL};
    bool held = cut_db_is_held(db);
    cutline_status status = held ? CUTLINE_OK : cut_db_begin_reading(db, err);
    if (status != CUTLINE_OK)
        return status;
    status = read_page_size(db, &c, err);
    if (status == CUTLINE_OK)
        status = begin(db, &c, path, err);
    if (status == CUTLINE_OK)
        status = copy_all(&c, path, options, err);
    if (status == CUTLINE_OK)
        status = finish(&c, path, err);
    sqlite3_backup_finish(c.work);
    sqlite3_close(c.to);
    if (!held)
        cut_db_rollback(db);
    return status;
}
