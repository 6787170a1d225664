#include "store/sqlite/sql.h"

cutline_status cut_db_file_stat(cut_db *db, cut_str path, cut_file_row *out, bool *found,
                                cutline_error *err)
{
    *out = (cut_file_row){.path = path};
    *found = false;
    if (cut_known_lacks(db, CUT_KNOWN_FILES, path))
        return CUTLINE_OK;
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_FILE_STAT,
                "SELECT id, photo_id, size, mtime_ns, sidecars, has_hash, missing, EXISTS"
                " (SELECT 1 FROM likeness AS l WHERE l.photo_id = file.photo_id)"
                " FROM file WHERE path = ?1");
    cut_bind_str(q, 1, path);
    *found = cut_sql_row(db, q);
    if (*found) {
        out->id = sqlite3_column_int64(q, 0);
        out->photo = sqlite3_column_int64(q, 1);
        out->size = (uint64_t)sqlite3_column_int64(q, 2);
        out->mtime_ns = sqlite3_column_int64(q, 3);
        out->sidecars = sqlite3_column_int64(q, 4);
        out->has_hash = sqlite3_column_int(q, 5) != 0;
        out->missing = sqlite3_column_int(q, 6) != 0;
        out->has_picture = sqlite3_column_int(q, 7) != 0;
    }
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_file_record(cut_db *db, cut_arena *arena, int64_t file, cut_str *record,
                                  cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_FILE_RECORD, "SELECT record FROM file_record WHERE id = ?1");
    sqlite3_bind_int64(q, 1, file);
    *record = (cut_str){NULL, 0};
    if (cut_sql_row(db, q))
        *record = cut_sql_str(db, q, 0, arena);
    return cut_sql_end(db, q, err);
}

static cutline_status add_record(cut_db *db, cut_file_row *row, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_FILE_RECORD_ADD, "INSERT INTO file_record (record) VALUES (?1)");
    cut_bind_str(q, 1, row->record);
    cutline_status status = cut_sql_do(db, q, err);
    row->id = sqlite3_last_insert_rowid(db->sqlite);
    return status;
}

static cutline_status update_record(cut_db *db, const cut_file_row *row, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_FILE_RECORD_UPDATE, "UPDATE file_record SET record = ?2 WHERE id = ?1");
    sqlite3_bind_int64(q, 1, row->id);
    cut_bind_str(q, 2, row->record);
    return cut_sql_do(db, q, err);
}

static void bind_state(sqlite3_stmt *q, const cut_file_row *row)
{
    cut_bind_str(q, 1, row->path);
    sqlite3_bind_int64(q, 2, (sqlite3_int64)row->size);
    sqlite3_bind_int64(q, 3, row->mtime_ns);
    sqlite3_bind_int64(q, 4, row->sidecars);
    sqlite3_bind_int(q, 5, row->has_hash);
}

static cutline_status add_file(cut_db *db, cut_file_row *row, cutline_error *err)
{
    cutline_status status = add_record(db, row, err);
    if (status != CUTLINE_OK)
        return status;
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_FILE_ADD,
                              "INSERT INTO file (path, size, mtime_ns, sidecars, has_hash, id,"
                              " photo_id, missing) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0)");
    cut_known_add(db, CUT_KNOWN_FILES, row->path);
    bind_state(q, row);
    sqlite3_bind_int64(q, 6, row->id);
    sqlite3_bind_int64(q, 7, row->photo);
    return cut_sql_do(db, q, err);
}

static cutline_status set_photo(cut_db *db, const cut_file_row *row, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_FILE_SET_PHOTO, "UPDATE file SET photo_id = ?2 WHERE path = ?1");
    cut_bind_str(q, 1, row->path);
    sqlite3_bind_int64(q, 2, row->photo);
    return cut_sql_do(db, q, err);
}

static cutline_status update_file(cut_db *db, const cut_file_row *row, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_FILE_UPDATE,
                              "UPDATE file SET size = ?2, mtime_ns = ?3, sidecars = ?4,"
                              " has_hash = ?5, missing = 0 WHERE path = ?1");
    bind_state(q, row);
    cutline_status status = cut_sql_do(db, q, err);
    return status == CUTLINE_OK ? update_record(db, row, err) : status;
}

cutline_status cut_db_file_put(cut_db *db, cut_file_row *row, bool moved, cutline_error *err)
{
    if (row->id == 0)
        return add_file(db, row, err);
    cutline_status status = moved ? set_photo(db, row, err) : CUTLINE_OK;
    return status == CUTLINE_OK ? update_file(db, row, err) : status;
}

cutline_status cut_db_file_rename(cut_db *db, cut_str from, cut_str to, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_FILE_RENAME, "UPDATE file SET path = ?2 WHERE path = ?1");
    cut_known_add(db, CUT_KNOWN_FILES, to);
    cut_bind_str(q, 1, from);
    cut_bind_str(q, 2, to);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_file_remove(cut_db *db, cut_str path, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_FILE_RECORD_REMOVE,
                "DELETE FROM file_record WHERE id = (SELECT id FROM file WHERE path = ?1)");
    cut_bind_str(q, 1, path);
    cutline_status status = cut_sql_do(db, q, err);
    if (status != CUTLINE_OK)
        return status;
    q = cut_sql(db, CUT_SQL_FILE_REMOVE, "DELETE FROM file WHERE path = ?1");
    cut_bind_str(q, 1, path);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_file_set_missing(cut_db *db, cut_str path, bool missing, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_FILE_SET_MISSING, "UPDATE file SET missing = ?2 WHERE path = ?1");
    cut_bind_str(q, 1, path);
    sqlite3_bind_int(q, 2, missing);
    return cut_sql_do(db, q, err);
}

/* Rows of path, id, photo_id, size, mtime_ns, sidecars, has_hash, missing and, if asked for, the
 * record. */
static void push_row(cut_db *db, sqlite3_stmt *q, cut_arena *arena, bool with_record,
                     cut_file_rows *out)
{
    cut_file_row row = {.path = cut_sql_str(db, q, 0, arena),
                        .id = sqlite3_column_int64(q, 1),
                        .photo = sqlite3_column_int64(q, 2),
                        .size = (uint64_t)sqlite3_column_int64(q, 3),
                        .mtime_ns = sqlite3_column_int64(q, 4),
                        .sidecars = sqlite3_column_int64(q, 5),
                        .has_hash = sqlite3_column_int(q, 6) != 0,
                        .missing = sqlite3_column_int(q, 7) != 0};
    if (with_record)
        row.record = cut_sql_str(db, q, 8, arena);
    if (!CUT_PUSH(arena, out, row))
        cut_sql_no_memory(db);
}

#define FILE_COLUMNS                                                                               \
    "f.path, f.id, f.photo_id, f.size, f.mtime_ns, f.sidecars, f.has_hash, f.missing"

cutline_status cut_db_files_of(cut_db *db, cut_arena *arena, int64_t photo, size_t most,
                               cut_file_rows *out, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_FILES_OF,
                              "SELECT " FILE_COLUMNS ", r.record"
                              " FROM file AS f JOIN file_record AS r ON r.id = f.id"
                              " WHERE f.photo_id = ?1 ORDER BY f.path LIMIT ?2");
    sqlite3_bind_int64(q, 1, photo);
    sqlite3_bind_int64(q, 2, (sqlite3_int64)most);
    while (cut_sql_row(db, q))
        push_row(db, q, arena, true, out);
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_paths_of(cut_db *db, cut_arena *arena, int64_t photo, cut_file_rows *out,
                               cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_PATHS_OF,
                "SELECT " FILE_COLUMNS " FROM file AS f WHERE photo_id = ?1 ORDER BY path");
    sqlite3_bind_int64(q, 1, photo);
    while (cut_sql_row(db, q))
        push_row(db, q, arena, false, out);
    return cut_sql_end(db, q, err);
}

/* "/a/b/" begins what is below the folder; "/a/b0" comes right behind it, "0" being the byte after
 * "/". */
static void bind_folder(cut_db *db, sqlite3_stmt *q, cut_str folder)
{
    char *end = cut_arena_copy(&db->scratch, folder);
    if (!end)
        cut_sql_no_memory(db);
    else
        end[folder.n - 1]++;
    cut_bind_str(q, 1, folder);
    cut_bind_str(q, 2, (cut_str){end, folder.n});
}

cutline_status cut_db_files_below(cut_db *db, cut_arena *arena, cut_str folder, cut_str after,
                                  size_t most, cut_file_rows *out, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, "SELECT " FILE_COLUMNS " FROM file AS f WHERE path > ?1"
                                       " AND path < ?2 AND path > ?3 ORDER BY path LIMIT ?4");
    cut_arena_reset(&db->scratch);
    bind_folder(db, q, folder);
    cut_bind_str(q, 3, after);
    sqlite3_bind_int64(q, 4, (sqlite3_int64)most);
    while (cut_sql_row(db, q))
        push_row(db, q, arena, false, out);
    return cut_sql_end_once(db, q, err);
}

cutline_status cut_db_count_below(cut_db *db, cut_str folder, uint64_t *count, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql_once(db, "SELECT count(*) FROM file WHERE path > ?1 AND path < ?2 AND missing = 0");
    cut_arena_reset(&db->scratch);
    bind_folder(db, q, folder);
    *count = cut_sql_row(db, q) ? (uint64_t)sqlite3_column_int64(q, 0) : 0;
    return cut_sql_end_once(db, q, err);
}
