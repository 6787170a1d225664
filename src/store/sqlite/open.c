#include "store/sqlite/sql.h"

#include "base/limits.h"
#include "base/path.h"
#include "store/sqlite/version.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* How the file was found to be, before SQLite looks at it. */
typedef enum access_kind {
    ACCESS_WRITE, /* may be written, or is to be made */
    ACCESS_FIXED, /* cannot be written through this path, and nobody is writing: no locks needed */
    ACCESS_LOG    /* cannot be written, but somebody is writing it, or was when he was stopped */
} access_kind;

static cutline_status make_folders(const char *path, cutline_error *err)
{
    char folder[CUT_MAX_PATH];
    size_t length = strlen(path);
    if (length >= sizeof folder)
        return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, path, CUTLINE_NO_OFFSET, "path too long");
    memcpy(folder, path, length + 1);
    for (char *p = folder + 1; *p; p++) {
        if (*p != '/')
            continue;
        *p = '\0';
        if (mkdir(folder, 0777) != 0 && errno != EEXIST)
            return cut_fail_errno(err, folder, errno, "cannot make folder");
        *p = '/';
    }
    return CUTLINE_OK;
}

static bool has_beside(cut_arena *arena, const char *path, const char *tail)
{
    struct stat info;
    const char *name = cut_arena_printf(arena, "%s%s", path, tail);
    return name && stat(name, &info) == 0 && info.st_size > 0;
}

/* The log of a catalog in use, or the journal of one that is filled for the first time. */
static bool has_log(cut_arena *arena, const char *path)
{
    return has_beside(arena, path, "-wal") || has_beside(arena, path, "-journal");
}

static bool folder_writable(cut_arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *folder = cut_arena_copy(arena, (cut_str){path, (size_t)(slash - path) + 1});
    return folder && access(folder, W_OK) == 0;
}

static cutline_status look(cut_db *db, cutline_open_flags flags, access_kind *kind,
                           cutline_error *err)
{
    struct stat info;
    *kind = ACCESS_WRITE;
    if (stat(db->path, &info) != 0) {
        if (flags == CUTLINE_OPEN_CREATE && errno == ENOENT)
            return make_folders(db->path, err);
        if (errno == ENOENT || errno == ENOTDIR)
            return cut_fail_at(err, CUTLINE_NOT_FOUND, db->path, CUTLINE_NO_OFFSET,
                               "there is no catalog here");
        return cut_fail_errno(err, db->path, errno, "cannot open the catalog");
    }
    if (!S_ISREG(info.st_mode))
        return cut_fail_at(err, CUTLINE_CATALOG, db->path, CUTLINE_NO_OFFSET,
                           "not a cutline catalog: not a regular file");
    if (access(db->path, R_OK) != 0)
        return cut_fail_errno(err, db->path, errno, "cannot open the catalog");
    bool writable = access(db->path, W_OK) == 0 && folder_writable(&db->scratch, db->path);
    if (flags != CUTLINE_OPEN_READ && !writable)
        return cut_fail_at(err, CUTLINE_IO, db->path, CUTLINE_NO_OFFSET,
                           "the catalog cannot be written: it or its folder is read-only");
    if (!writable)
        *kind = has_log(&db->scratch, db->path) ? ACCESS_LOG : ACCESS_FIXED;
    return CUTLINE_OK;
}

/* "file:/a%3Fb?immutable=1": the only way to tell SQLite that nothing else can write the file. */
static const char *fixed_uri(cut_arena *arena, const char *path)
{
    static const char hex[] = "0123456789ABCDEF";
    static const char head[] = "file:", tail[] = "?immutable=1";
    char *uri = cut_arena_alloc(arena, 3 * strlen(path) + sizeof head + sizeof tail, 1);
    if (!uri)
        return NULL;
    memcpy(uri, head, sizeof head - 1);
    char *to = uri + sizeof head - 1;
    for (const char *p = path; *p; p++) {
        if (cut_is_alnum(*p) || strchr("/._-~", *p)) {
            *to++ = *p;
            continue;
        }
        *to++ = '%';
        *to++ = hex[(unsigned char)*p >> 4];
        *to++ = hex[(unsigned char)*p & 15];
    }
    memcpy(to, tail, sizeof tail);
    return uri;
}

/* A reader, too, opens for writing where it may: only then does SQLite take away its log and lock
 * files when the last user leaves. */
static cutline_status connect(cut_db *db, cutline_open_flags flags, access_kind kind,
                              cutline_error *err)
{
    int mode = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    const char *name = db->path;
    if (kind == ACCESS_FIXED) {
        mode |= SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
        name = fixed_uri(&db->scratch, db->path);
    } else
        mode |= SQLITE_OPEN_READWRITE | (flags == CUTLINE_OPEN_CREATE ? SQLITE_OPEN_CREATE : 0);
    if (!name)
        return cut_no_memory(err);
    int code = sqlite3_open_v2(name, &db->sqlite, mode, NULL);
    if (code != SQLITE_OK)
        return cut_sql_fail(db, code, err);
    sqlite3_busy_timeout(db->sqlite, (int)CUT_BUSY_TIMEOUT_MS);
    return CUTLINE_OK;
}

static cutline_status set_up_writer(cut_db *db, cutline_error *err)
{
    /* EXTRA: a commit is on the disk when it returns, which costs little with large batches. FULL
     * would leave it to chance whether the journal of a catalog without log comes back, which
     * undoes the commit. Space that was freed need not be wiped (Debian's default): the catalog's
     * texts are no secret to those who can read it. The log is copied into the catalog when it has
     * 64 MiB: pages that every batch touches are then copied once for several batches. */
    cutline_status status = cut_tokenizer_add(db, err);
    if (status != CUTLINE_OK)
        return status;
    return cut_sql_script(db,
                          "PRAGMA foreign_keys = ON; PRAGMA synchronous = EXTRA;"
                          "PRAGMA secure_delete = OFF;"
                          "PRAGMA wal_autocheckpoint = 4096; PRAGMA journal_size_limit = 67108864",
                          err);
}

/* Holds, at a million photos, the inner pages of media_id and effective for a reader. For a writer
 * it holds those of all indexes, all of the two that photos meet in no order (effective_by_date and
 * photo_by_hash, 30 MiB), and what a transaction writes besides: else pages are written out in the
 * midst of it and read again. While a catalog is filled there are few of them, and what does not
 * fit is written while files are still read, not by the commit for which everybody waits. Set when
 * the page size is known: SQLite counts in pages, and would reckon with those of a new file until
 * then. */
static cutline_status set_cache(cut_db *db, cutline_open_flags flags, cutline_error *err)
{
    return cut_sql_script(db,
                          flags == CUTLINE_OPEN_READ || db->is_filling
                              ? "PRAGMA cache_size = -8192"
                              : "PRAGMA cache_size = -49152",
                          err);
}

void cut_db_alone(void)
{
    /* Refused if SQLite is in use already, which does no harm. */
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static cutline_status set_up(cut_db *db, cutline_open_flags flags, bool *must_rebuild,
                             cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    if (flags != CUTLINE_OPEN_READ)
        status = set_up_writer(db, err);
    if (status == CUTLINE_OK)
        status = cut_version_check(db, flags, must_rebuild, err);
    if (!db->is_filling && (status == CUTLINE_OK || status == CUTLINE_CATALOG))
        status = cut_fresh_check(db, status, err);
    return status == CUTLINE_OK ? set_cache(db, flags, err) : status;
}

static cutline_status open_all(cut_db *db, cutline_open_flags flags, bool *must_rebuild,
                               cutline_error *err)
{
    access_kind kind;
    cutline_status status = look(db, flags, &kind, err);
    if (status == CUTLINE_OK)
        status = connect(db, flags, kind, err);
    if (status == CUTLINE_OK)
        status = set_up(db, flags, must_rebuild, err);
    /* SQLite can follow a living writer's log, but not make a dead one's good without writing. */
    if (status == CUTLINE_IO && kind == ACCESS_LOG)
        status = cut_fail_at(err, CUTLINE_IO, db->path, CUTLINE_NO_OFFSET,
                             "the log of a stopped writer beside the catalog was not written back, "
                             "and the catalog or its folder is read-only");
    return status;
}

/* An absolute path: SQLite would take a leading "file:" or ":memory:" for something else. */
static cut_db *new_db(const char *path)
{
    cut_db *db = calloc(1, sizeof *db);
    if (!db)
        return NULL;
    cut_arena_init(&db->scratch, CUT_MAX_RECORD_ARENA);
    cut_buf_init(&db->words, CUT_MAX_RECORD_ARENA);
    for (size_t i = 0; i < CUT_KNOWN_COUNT; i++)
        cut_buf_init(&db->known[i].last, CUT_MAX_RECORD_ARENA);
    const char *absolute = cut_path_absolute(&db->scratch, path);
    db->path = absolute ? strdup(absolute) : NULL;
    if (db->path)
        return db;
    cut_db_close(db);
    return NULL;
}

cutline_status cut_db_open(const char *path, cutline_open_flags flags, cut_db **out,
                           bool *must_rebuild, cutline_error *err)
{
    *out = NULL;
    *must_rebuild = false;
    if (path[0] == '\0')
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "the catalog's path is empty");
    cut_db *db = new_db(path);
    if (!db)
        return cut_no_memory(err);
    cutline_status status = open_all(db, flags, must_rebuild, err);
    if (status == CUTLINE_OK)
        *out = db;
    else
        cut_db_close(db);
    return status;
}

void cut_db_close(cut_db *db)
{
    if (!db)
        return;
    if (db->in_write)
        cut_db_rollback(db);
    for (size_t i = 0; i < CUT_SQL_COUNT; i++)
        sqlite3_finalize(db->statements[i]);
    sqlite3_close(db->sqlite);
    cut_names_forget(db);
    cut_arena_release(&db->scratch);
    cut_buf_release(&db->words);
    for (size_t i = 0; i < CUT_KNOWN_COUNT; i++)
        cut_buf_release(&db->known[i].last);
    free(db->path);
    free(db);
}

const char *cut_db_path(const cut_db *db)
{
    return db->path;
}

/* Readers and the writer keep out of each other's way by a log, except while a catalog is filled
 * for the first time: there is nothing to read yet, and what is written into a log must be copied
 * into the catalog afterwards. Somebody who reads just then prevents the change, which is tried
 * again with the next transaction. */
static void use_log(cut_db *db)
{
    sqlite3_stmt *q = NULL;
    if (sqlite3_prepare_v2(db->sqlite, "PRAGMA journal_mode = WAL", -1, &q, NULL) == SQLITE_OK &&
        sqlite3_step(q) == SQLITE_ROW)
        db->has_log = strcmp(cut_sql_text(q, 0), "wal") == 0;
    sqlite3_finalize(q);
}

/* The change need not be on the disk at once, since a log that is there is read in any case. */
static cutline_status end_filling(cut_db *db, cutline_error *err)
{
    cutline_status status = cut_sql_script(db, "PRAGMA synchronous = OFF", err);
    db->is_filling = false;
    if (status != CUTLINE_OK)
        return status;
    use_log(db);
    status = cut_db_set_lasting(db, true, err);
    return status == CUTLINE_OK ? set_cache(db, CUTLINE_OPEN_WRITE, err) : status;
}

cutline_status cut_db_begin(cut_db *db, cutline_error *err)
{
    if (!db->has_log && !db->is_filling)
        use_log(db);
    cutline_status status = cut_sql_do(db, cut_sql(db, CUT_SQL_BEGIN, "BEGIN IMMEDIATE"), err);
    db->in_write = status == CUTLINE_OK;
    db->arrived = false;
    cut_known_forget(db);
    db->looked = false;
    return status;
}

cutline_status cut_db_begin_reading(cut_db *db, cutline_error *err)
{
    return cut_sql_do(db, cut_sql(db, CUT_SQL_BEGIN_READING, "BEGIN"), err);
}

bool cut_db_is_held(const cut_db *db)
{
    return !sqlite3_get_autocommit(db->sqlite);
}

cutline_status cut_db_commit(cut_db *db, cutline_error *err)
{
    cutline_status status = cut_sql_do(db, cut_sql(db, CUT_SQL_COMMIT, "COMMIT"), err);
    if (status == CUTLINE_OK)
        db->in_write = false;
    else
        cut_db_rollback(db);
    return status == CUTLINE_OK && db->is_filling && db->arrived ? end_filling(db, err) : status;
}

cutline_status cut_db_set_lasting(cut_db *db, bool lasting, cutline_error *err)
{
    return cut_sql_script(
        db, lasting ? "PRAGMA synchronous = EXTRA" : "PRAGMA synchronous = NORMAL", err);
}

void cut_db_rollback(cut_db *db)
{
    /* After some failures (disk full) SQLite has rolled back by itself. */
    if (!sqlite3_get_autocommit(db->sqlite))
        sqlite3_exec(db->sqlite, "ROLLBACK", NULL, NULL, NULL);
    db->in_write = false;
    cut_names_forget(db);
}
