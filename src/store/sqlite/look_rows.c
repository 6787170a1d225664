/* What photos look like, in blocks of many photos: identifying goes through all of it. */
#include "base/limits.h"
#include "store/sqlite/sql.h"

/* A block fills a page of the database and is read where it lies. */
#define BLOCK_BYTES 8100

static const struct {
    const char *table, *add, *scan;
    int row_bytes;
} kinds[] = {
    [CUT_LOOK_HASH] = {"look_hash", "INSERT INTO look_hash VALUES (?1, zeroblob(?2))",
                       "SELECT block, rows FROM look_hash ORDER BY block", sizeof(cut_look_hash)},
    [CUT_LOOK_WORDS] = {"look_words", "INSERT INTO look_words VALUES (?1, zeroblob(?2))",
                        "SELECT block, rows FROM look_words ORDER BY block", sizeof(cut_words)},
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

/* Writes one photo's row into its block. */
static cutline_status put_row(cut_db *db, cut_look_kind kind, int64_t photo, const void *row,
                              cutline_error *err)
{
    int64_t block = photo / rows_per_block(kind);
    int at = (int)(photo % rows_per_block(kind)) * kinds[kind].row_bytes;
    sqlite3_blob *blob = NULL;
    int code = sqlite3_blob_open(db->sqlite, "main", kinds[kind].table, "rows", block, 1, &blob);
    if (code == SQLITE_ERROR) { /* there is no such block */
        cutline_status status = add_block(db, kind, block, err);
        if (status != CUTLINE_OK)
            return status;
        code = sqlite3_blob_open(db->sqlite, "main", kinds[kind].table, "rows", block, 1, &blob);
    }
    if (code == SQLITE_OK)
        code = sqlite3_blob_write(blob, row, kinds[kind].row_bytes, at);
    sqlite3_blob_close(blob);
    return code == SQLITE_OK ? CUTLINE_OK : cut_sql_fail(db, code, err);
}

cutline_status cut_db_look_put(cut_db *db, int64_t photo, const cut_look_hash *hash,
                               const cut_words *words, cutline_error *err)
{
    cutline_status status = put_row(db, CUT_LOOK_HASH, photo, hash, err);
    return status == CUTLINE_OK ? put_row(db, CUT_LOOK_WORDS, photo, words, err) : status;
}

cutline_status cut_db_looks(cut_db *db, cut_look_kind kind, cut_look_fn each, void *context,
                            cutline_error *err)
{
    /* The blocks are looked at in the file as the system has it in memory, without a copy. */
    sqlite3_int64 mapped = CUT_MAX_MAPPED_BYTES;
    sqlite3_file_control(db->sqlite, "main", SQLITE_FCNTL_MMAP_SIZE, &mapped);
    sqlite3_stmt *q = cut_sql_once(db, kinds[kind].scan);
    while (cut_sql_row(db, q)) {
        size_t rows = (size_t)(sqlite3_column_bytes(q, 1) / kinds[kind].row_bytes);
        const void *block = sqlite3_column_blob(q, 1);
        if (block)
            each(sqlite3_column_int64(q, 0) * rows_per_block(kind), block, rows, context);
    }
    return cut_sql_end_once(db, q, err);
}
