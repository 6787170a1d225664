/* What photos look like, in blocks of many photos: identifying goes through all of it. */
#include "base/limits.h"
#include "store/sqlite/sql.h"

/* Two blocks fill a page of the database. (Pages are read: to map them costs a process that lives
 * for one search more than it saves.) */
#define BLOCK_BYTES 8100

static const struct {
    const char *table, *add, *scan;
    int row_bytes;
} kinds[] = {
    [CUT_LOOK_HASH] = {"look_hash", "INSERT INTO look_hash VALUES (?1, zeroblob(?2))",
                       "SELECT block, rows FROM look_hash WHERE block BETWEEN ?1 AND ?2"
                       " ORDER BY block",
                       sizeof(cut_look_hash)},
    [CUT_LOOK_WORDS] = {"look_words", "INSERT INTO look_words VALUES (?1, zeroblob(?2))",
                        "SELECT block, rows FROM look_words WHERE block BETWEEN ?1 AND ?2"
                        " ORDER BY block",
                        sizeof(cut_words)},
    [CUT_LOOK_PART_WORDS] = {"look_part_words",
                             "INSERT INTO look_part_words VALUES (?1, zeroblob(?2))",
                             "SELECT block, rows FROM look_part_words WHERE block BETWEEN ?1 AND ?2"
                             " ORDER BY block",
                             sizeof(cut_part_words)},
};

static int rows_per_block(cut_look_kind kind)
{
    return BLOCK_BYTES / kinds[kind].row_bytes;
}

static cutline_status add_block(cut_db *db, cut_look_kind kind, int64_t block, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, kinds[kind].add);
    sqlite3_bind_int64(q, 1, block);
    sqlite3_bind_int(q, 2, rows_per_block(kind) * kinds[kind].row_bytes);
    cut_sql_row(db, q);
    return cut_sql_end_once(db, q, err);
}

/* The row of a photo in a block that is there. */
static int open_block(cut_db *db, cut_look_kind kind, int64_t photo, sqlite3_blob **blob)
{
    return sqlite3_blob_open(db->sqlite, "main", kinds[kind].table, "rows",
                             photo / rows_per_block(kind), 1, blob);
}

_Static_assert(sizeof(cut_part_words) >= sizeof(cut_words) &&
                   sizeof(cut_part_words) >= sizeof(cut_look_hash),
               "the largest row");

/* Writes a row; *same: it was there already. */
static int write_row(sqlite3_blob *blob, cut_look_kind kind, int at, const void *row, bool *same)
{
    uint8_t old[sizeof(cut_part_words)]; /* the largest row */
    int bytes = kinds[kind].row_bytes;
    int code = sqlite3_blob_read(blob, old, bytes, at);
    *same = code == SQLITE_OK && memcmp(old, row, (size_t)bytes) == 0;
    return code == SQLITE_OK && !*same ? sqlite3_blob_write(blob, row, bytes, at) : code;
}

/* Writes one photo's row into its block. */
static cutline_status put_row(cut_db *db, cut_look_kind kind, int64_t photo, const void *row,
                              bool *same, cutline_error *err)
{
    int at = (int)(photo % rows_per_block(kind)) * kinds[kind].row_bytes;
    sqlite3_blob *blob = NULL;
    int code = open_block(db, kind, photo, &blob);
    if (code == SQLITE_ERROR) { /* there is no such block */
        cutline_status status = add_block(db, kind, photo / rows_per_block(kind), err);
        if (status != CUTLINE_OK)
            return status;
        code = open_block(db, kind, photo, &blob);
    }
    if (code == SQLITE_OK)
        code = write_row(blob, kind, at, row, same);
    sqlite3_blob_close(blob);
    return code == SQLITE_OK ? CUTLINE_OK : cut_sql_fail(db, code, err);
}

cutline_status cut_db_look_put(cut_db *db, int64_t photo, const cut_look_hash *hash,
                               const cut_words *words, cutline_error *err)
{
    bool same_hash = false, same = false;
    cutline_status status = put_row(db, CUT_LOOK_HASH, photo, hash, &same_hash, err);
    if (status == CUTLINE_OK)
        status = put_row(db, CUT_LOOK_WORDS, photo, words, &same, err);
    if (status == CUTLINE_OK && !same_hash)
        status = cut_alike_touch(db, photo, hash->quality > 0, err);
    if (status != CUTLINE_OK || same || words->count == 0)
        return status;
    db->looked = true;
    return cut_db_look_change(db, photo, err);
}

cutline_status cut_db_part_words_put(cut_db *db, int64_t photo, const cut_part_words *words,
                                     cutline_error *err)
{
    bool same = false;
    return put_row(db, CUT_LOOK_PART_WORDS, photo, words, &same, err);
}

bool cut_db_looked(const cut_db *db)
{
    return db->looked;
}

/* The rows of a block that are asked for. */
static void give_rows(cut_look_kind kind, sqlite3_stmt *q, int64_t from, int64_t to,
                      cut_look_fn each, void *context)
{
    int64_t first = sqlite3_column_int64(q, 0) * rows_per_block(kind);
    const uint8_t *rows = sqlite3_column_blob(q, 1);
    int64_t end = first + sqlite3_column_bytes(q, 1) / kinds[kind].row_bytes;
    int64_t skip = from > first ? from - first : 0;
    if (end > to)
        end = to;
    if (rows && first + skip < end)
        each(first + skip, rows + skip * kinds[kind].row_bytes, (size_t)(end - first - skip),
             context);
}

cutline_status cut_db_looks(cut_db *db, cut_look_kind kind, int64_t from, int64_t to,
                            cut_look_fn each, void *context, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, kinds[kind].scan);
    sqlite3_bind_int64(q, 1, from / rows_per_block(kind));
    sqlite3_bind_int64(q, 2, to > from ? (to - 1) / rows_per_block(kind) : -1);
    while (cut_sql_row(db, q))
        give_rows(kind, q, from, to, each, context);
    return cut_sql_end_once(db, q, err);
}

cutline_status cut_db_looks_complete(cut_db *db, int64_t *end, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, "SELECT max(block) FROM look_words");
    *end = cut_sql_row(db, q) ? sqlite3_column_int64(q, 0) * rows_per_block(CUT_LOOK_WORDS) : 0;
    return cut_sql_end_once(db, q, err);
}
