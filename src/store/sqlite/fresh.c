/* Catalogs that a power failure spoiled before anything was committed into them. The tables are
 * made without waiting for the disk (set_up_new() in version.c); the first commit after that waits
 * until all is there. */
#include "store/sqlite/version.h"

/* The head of a database file; offsets by "Database File Format" 1.3. */
#define HEAD_BYTES 100
#define CHANGE_COUNTER 24 /* four bytes: goes up with every transaction, but for those in a log */
#define APPLICATION_ID 68 /* four bytes */

static uint32_t big_endian(const unsigned char *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* By SQLite's own handle: to close another one would give up the locks of this process. */
static bool read_head(cut_db *db, unsigned char *head)
{
    sqlite3_file *file = NULL;
    return sqlite3_file_control(db->sqlite, "main", SQLITE_FCNTL_FILE_POINTER, &file) ==
               SQLITE_OK &&
           file && file->pMethods && file->pMethods->xRead(file, head, HEAD_BYTES, 0) == SQLITE_OK;
}

/* Only the tables were made. There is no log either: before anything goes into one, the head says
 * so, which is a transaction, too. */
static bool is_fresh(const unsigned char *head)
{
    return big_endian(head + APPLICATION_ID) == CUT_APPLICATION_ID &&
           big_endian(head + CHANGE_COUNTER) == 1;
}

static cutline_status examine(cut_db *db, bool *sound, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, "PRAGMA integrity_check(1)");
    *sound = cut_sql_row(db, q) && strcmp(cut_sql_text(q, 0), "ok") == 0;
    cutline_status status = cut_sql_end_once(db, q, err);
    return status == CUTLINE_CATALOG ? CUTLINE_OK : status;
}

cutline_status cut_fresh_check(cut_db *db, cutline_status found, cutline_error *err)
{
    static const unsigned char zeros[HEAD_BYTES];
    unsigned char head[HEAD_BYTES];
    bool sound = false;
    if (!read_head(db, head))
        return found;
    if (memcmp(head, zeros, sizeof zeros) == 0)
        return cut_fail_at(err, CUTLINE_CATALOG, db->path, CUTLINE_NO_OFFSET,
                           "not a cutline catalog: it begins with zeros, as one may that was made "
                           "just before a power failure; if it is that, remove it");
    if (!is_fresh(head))
        return found;
    cutline_status status = examine(db, &sound, err);
    if (status != CUTLINE_OK || sound)
        return status == CUTLINE_OK ? found : status;
    return cut_fail_at(err, CUTLINE_CATALOG, db->path, CUTLINE_NO_OFFSET,
                       "the catalog was spoiled before anything was put into it, by a power "
                       "failure maybe; remove it, and import again");
}
