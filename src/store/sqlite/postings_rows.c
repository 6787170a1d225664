/* The index of words: which photos have which kinds of words, in parts of the photos. */
#include "store/sqlite/sql.h"

/* The key of a block: its part, then its first kind. */
#define KIND_BITS 20

_Static_assert(KIND_BITS == CUT_WORD_BITS, "keys in the database stay as they are");

static int64_t key_of(int64_t part, uint32_t kind)
{
    return part << KIND_BITS | kind;
}

cutline_status cut_db_look_parts(cut_db *db, cut_arena *arena, cut_look_parts *out,
                                 cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_LOOK_PARTS,
                              "SELECT number, first, photos FROM look_part ORDER BY first");
    out->n = 0;
    while (cut_sql_row(db, q)) {
        cut_look_part part = {sqlite3_column_int64(q, 0), sqlite3_column_int64(q, 1),
                              sqlite3_column_int64(q, 2)};
        if (part.photos > 0 && part.photos <= CUT_LOOK_PART_MOST && !CUT_PUSH(arena, out, part))
            cut_sql_no_memory(db);
    }
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_look_part_add(cut_db *db, cut_look_part *part, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, "INSERT INTO look_part (first, photos) VALUES (?1, ?2)"
                                       " RETURNING number");
    sqlite3_bind_int64(q, 1, part->first);
    sqlite3_bind_int64(q, 2, part->photos);
    if (cut_sql_row(db, q))
        part->number = sqlite3_column_int64(q, 0);
    return cut_sql_end_once(db, q, err);
}

cutline_status cut_db_look_part_remove(cut_db *db, int64_t part, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, "DELETE FROM look_part WHERE number = ?1");
    sqlite3_bind_int64(q, 1, part);
    cut_sql_row(db, q);
    cutline_status status = cut_sql_end_once(db, q, err);
    if (status != CUTLINE_OK)
        return status;
    q = cut_sql_once(db, "DELETE FROM look_postings WHERE key BETWEEN ?1 AND ?2");
    sqlite3_bind_int64(q, 1, key_of(part, 0));
    sqlite3_bind_int64(q, 2, key_of(part + 1, 0) - 1);
    cut_sql_row(db, q);
    return cut_sql_end_once(db, q, err);
}

cutline_status cut_db_postings_put(cut_db *db, int64_t part, uint32_t first, cut_view bytes,
                                   cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_POSTINGS_PUT, "INSERT INTO look_postings (key, rows) VALUES (?1, ?2)");
    sqlite3_bind_int64(q, 1, key_of(part, first));
    sqlite3_bind_blob64(q, 2, bytes.p, bytes.n, SQLITE_STATIC);
    return cut_sql_do(db, q, err);
}

/* The block that a statement gives, as it lies there. */
static cut_view step_to_block(cut_db *db, sqlite3_stmt *q, int64_t part, uint32_t kind,
                              uint32_t *first)
{
    sqlite3_bind_int64(q, 1, key_of(part, kind));
    sqlite3_bind_int64(q, 2, key_of(part, 0));
    sqlite3_bind_int64(q, 3, key_of(part + 1, 0));
    if (!cut_sql_row(db, q))
        return (cut_view){NULL, 0};
    const uint8_t *rows = sqlite3_column_blob(q, 1);
    *first = (uint32_t)(sqlite3_column_int64(q, 0) - key_of(part, 0));
    return (cut_view){rows, rows ? (size_t)sqlite3_column_bytes(q, 1) : 0};
}

void cut_db_postings_end(cut_db *db)
{
    sqlite3_reset(db->statements[CUT_SQL_POSTINGS_AT]);
}

cutline_status cut_db_postings_at(cut_db *db, int64_t part, uint32_t kind, cut_view *bytes,
                                  uint32_t *first, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_POSTINGS_AT,
                              "SELECT key, rows FROM look_postings WHERE key <= ?1 AND key >= ?2"
                              " AND key < ?3 ORDER BY key DESC LIMIT 1");
    cut_db_postings_end(db);
    *bytes = step_to_block(db, q, part, kind, first);
    return bytes->n > 0 ? CUTLINE_OK : cut_sql_end(db, q, err);
}

cutline_status cut_db_postings_from(cut_db *db, int64_t part, uint32_t kind, cut_buf *bytes,
                                    uint32_t *first, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_POSTINGS_FROM,
                              "SELECT key, rows FROM look_postings WHERE key >= ?1 AND key >= ?2"
                              " AND key < ?3 ORDER BY key LIMIT 1");
    cut_view block = step_to_block(db, q, part, kind, first);
    cut_buf_clear(bytes);
    cut_buf_add(bytes, block.p, block.n);
    if (!cut_buf_ok(bytes))
        cut_sql_no_memory(db);
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_look_changed(cut_db *db, cut_arena *arena, cut_numbers *out,
                                   cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_LOOK_CHANGED, "SELECT photo_id FROM look_changed ORDER BY photo_id");
    cut_sql_numbers(db, q, arena, out);
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_look_change(cut_db *db, int64_t photo, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_LOOK_CHANGE,
                "INSERT OR IGNORE INTO look_changed SELECT ?1 WHERE EXISTS"
                " (SELECT 1 FROM look_part WHERE ?1 >= first AND ?1 < first + photos)");
    sqlite3_bind_int64(q, 1, photo);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_look_unchange(cut_db *db, int64_t first, int64_t photos, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql_once(db, "DELETE FROM look_changed WHERE photo_id >= ?1 AND photo_id < ?2");
    sqlite3_bind_int64(q, 1, first);
    sqlite3_bind_int64(q, 2, first + photos);
    cut_sql_row(db, q);
    return cut_sql_end_once(db, q, err);
}
