#include "store/sqlite/sql.h"

static void bind_hash(sqlite3_stmt *q, int at, const uint8_t *hash)
{
    if (hash)
        sqlite3_bind_blob(q, at, hash, 32, SQLITE_STATIC);
    else
        sqlite3_bind_null(q, at);
}

cutline_status cut_db_photo_add(cut_db *db, const uint8_t *hash, int64_t *photo, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTO_ADD, "INSERT INTO photo (image_hash) VALUES (?1)");
    bind_hash(q, 1, hash);
    cutline_status status = cut_sql_do(db, q, err);
    *photo = sqlite3_last_insert_rowid(db->sqlite);
    return status;
}

cutline_status cut_db_photo_by_hash(cut_db *db, const uint8_t *hash, int64_t *photo,
                                    cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_PHOTO_BY_HASH, "SELECT id FROM photo WHERE image_hash = ?1");
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
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTO_REMOVE, "DELETE FROM photo WHERE id = ?1");
    sqlite3_bind_int64(q, 1, photo);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_photo_after(cut_db *db, int64_t number, int64_t *photo, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_PHOTO_AFTER, "SELECT id FROM photo WHERE id > ?1 ORDER BY id LIMIT 1");
    sqlite3_bind_int64(q, 1, number);
    *photo = cut_sql_row(db, q) ? sqlite3_column_int64(q, 0) : 0;
    return cut_sql_end(db, q, err);
}

/* ---- files --------------------------------------------------------------------------------------
 */

cutline_status cut_db_file_stat(cut_db *db, cut_str path, cut_file_row *out, bool *found,
                                cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_FILE_STAT,
                              "SELECT id, photo_id, size, mtime_ns, has_hash, EXISTS"
                              " (SELECT 1 FROM likeness AS l WHERE l.photo_id = file.photo_id)"
                              " FROM file WHERE path = ?1");
    cut_bind_str(q, 1, path);
    *out = (cut_file_row){.path = path};
    *found = cut_sql_row(db, q);
    if (*found) {
        out->id = sqlite3_column_int64(q, 0);
        out->photo = sqlite3_column_int64(q, 1);
        out->size = (uint64_t)sqlite3_column_int64(q, 2);
        out->mtime_ns = sqlite3_column_int64(q, 3);
        out->has_hash = sqlite3_column_int(q, 4) != 0;
        out->has_picture = sqlite3_column_int(q, 5) != 0;
    }
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_file_record(cut_db *db, cut_arena *arena, int64_t file, cut_str *record,
                                  cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_FILE_RECORD, "SELECT record FROM file WHERE id = ?1");
    sqlite3_bind_int64(q, 1, file);
    *record = (cut_str){NULL, 0};
    if (cut_sql_row(db, q))
        *record = cut_sql_str(db, q, 0, arena);
    return cut_sql_end(db, q, err);
}

static cutline_status add_file(cut_db *db, cut_file_row *row, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_FILE_ADD,
                              "INSERT INTO file (photo_id, path, size, mtime_ns, has_hash, record)"
                              " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    sqlite3_bind_int64(q, 1, row->photo);
    cut_bind_str(q, 2, row->path);
    sqlite3_bind_int64(q, 3, (sqlite3_int64)row->size);
    sqlite3_bind_int64(q, 4, row->mtime_ns);
    sqlite3_bind_int(q, 5, row->has_hash);
    cut_bind_str(q, 6, row->record);
    cutline_status status = cut_sql_do(db, q, err);
    row->id = sqlite3_last_insert_rowid(db->sqlite);
    return status;
}

static cutline_status move_file(cut_db *db, const cut_file_row *row, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_FILE_MOVE, "UPDATE file SET photo_id = ?2 WHERE id = ?1");
    sqlite3_bind_int64(q, 1, row->id);
    sqlite3_bind_int64(q, 2, row->photo);
    return cut_sql_do(db, q, err);
}

static cutline_status update_file(cut_db *db, const cut_file_row *row, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_FILE_UPDATE,
                              "UPDATE file SET size = ?2, mtime_ns = ?3, has_hash = ?4, record = ?5"
                              " WHERE id = ?1");
    sqlite3_bind_int64(q, 1, row->id);
    sqlite3_bind_int64(q, 2, (sqlite3_int64)row->size);
    sqlite3_bind_int64(q, 3, row->mtime_ns);
    sqlite3_bind_int(q, 4, row->has_hash);
    cut_bind_str(q, 5, row->record);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_file_put(cut_db *db, cut_file_row *row, bool moved, cutline_error *err)
{
    if (row->id == 0)
        return add_file(db, row, err);
    cutline_status status = moved ? move_file(db, row, err) : CUTLINE_OK;
    return status == CUTLINE_OK ? update_file(db, row, err) : status;
}

cutline_status cut_db_files_of(cut_db *db, cut_arena *arena, int64_t photo, size_t most,
                               cut_file_rows *out, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_FILES_OF,
                              "SELECT id, path, size, mtime_ns, has_hash, record FROM file"
                              " WHERE photo_id = ?1 ORDER BY path LIMIT ?2");
    sqlite3_bind_int64(q, 1, photo);
    sqlite3_bind_int64(q, 2, (sqlite3_int64)most);
    while (cut_sql_row(db, q)) {
        cut_file_row row = {.id = sqlite3_column_int64(q, 0),
                            .photo = photo,
                            .path = cut_sql_str(db, q, 1, arena),
                            .size = (uint64_t)sqlite3_column_int64(q, 2),
                            .mtime_ns = sqlite3_column_int64(q, 3),
                            .has_hash = sqlite3_column_int(q, 4) != 0,
                            .record = cut_sql_str(db, q, 5, arena)};
        if (!CUT_PUSH(arena, out, row))
            cut_sql_no_memory(db);
    }
    return cut_sql_end(db, q, err);
}
