#include "store/sqlite/sql.h"

static void bind_hash(sqlite3_stmt *q, int at, const uint8_t *hash)
{
    if (hash)
        sqlite3_bind_blob(q, at, hash, 32, SQLITE_STATIC);
    else
        sqlite3_bind_null(q, at);
}

/* One row a transaction: an import costs nothing more by it. */
static cutline_status note_arrival(cut_db *db, int64_t photo, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_ARRIVAL_ADD,
                              "INSERT INTO arrival (photo_id, time_ms)"
                              " VALUES (?1, 1000 * CAST(strftime('%s', 'now') AS INTEGER))");
    sqlite3_bind_int64(q, 1, photo);
    db->arrived = true;
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_photo_add(cut_db *db, const uint8_t *hash, int64_t *photo, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTO_ADD, "INSERT INTO photo (image_hash) VALUES (?1)");
    bind_hash(q, 1, hash);
    cutline_status status = cut_sql_do(db, q, err);
    *photo = sqlite3_last_insert_rowid(db->sqlite);
    return status == CUTLINE_OK && !db->arrived ? note_arrival(db, *photo, err) : status;
}

cutline_status cut_db_photo_by_hash(cut_db *db, const uint8_t *hash, int64_t *photo,
                                    cutline_error *err)
{
    /* The index has the beginnings of hashes (migrations/010.sql). */
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTO_BY_HASH,
                              "SELECT id FROM photo WHERE substr(image_hash, 1, 4) ="
                              " substr(?1, 1, 4) AND image_hash = ?1");
    bind_hash(q, 1, hash);
    *photo = cut_sql_row(db, q) ? sqlite3_column_int64(q, 0) : 0;
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_photo_get(cut_db *db, int64_t photo, bool *found, bool *has_hash,
                                uint8_t hash[32], cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTO_GET, "SELECT image_hash FROM photo WHERE id = ?1");
    sqlite3_bind_int64(q, 1, photo);
    *found = cut_sql_row(db, q);
    *has_hash = *found && sqlite3_column_bytes(q, 0) == 32;
    if (*has_hash)
        memcpy(hash, sqlite3_column_blob(q, 0), 32);
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_photo_set_hash(cut_db *db, int64_t photo, const uint8_t *hash,
                                     cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_PHOTO_SET_HASH, "UPDATE photo SET image_hash = ?2 WHERE id = ?1");
    sqlite3_bind_int64(q, 1, photo);
    bind_hash(q, 2, hash);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_photo_remove(cut_db *db, int64_t photo, cutline_error *err)
{
    static const cut_look_hash no_hash = {0};
    static const cut_words no_words = {0};
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTO_REMOVE, "DELETE FROM photo WHERE id = ?1");
    sqlite3_bind_int64(q, 1, photo);
    cutline_status status = cut_sql_do(db, q, err);
    return status == CUTLINE_OK ? cut_db_look_put(db, photo, &no_hash, &no_words, err) : status;
}

cutline_status cut_db_photo_after(cut_db *db, int64_t number, int64_t *photo, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_PHOTO_AFTER, "SELECT id FROM photo WHERE id > ?1 ORDER BY id LIMIT 1");
    sqlite3_bind_int64(q, 1, number);
    *photo = cut_sql_row(db, q) ? sqlite3_column_int64(q, 0) : 0;
    return cut_sql_end(db, q, err);
}
