#include "base/limits.h"
#include "store/sqlite/sql.h"

/* Adds the key of a path unless it is there; many files of one photo have one name. */
static void add_key(cut_db *db, cut_arena *arena, cut_file_keys *keys, cut_str path)
{
    cut_str key = cut_file_key(arena, path);
    if (key.n == 0)
        return;
    for (size_t i = 0; i < keys->n; i++)
        if (cut_str_eq(keys->v[i], key))
            return;
    if (!CUT_PUSH(arena, keys, key))
        cut_sql_no_memory(db);
}

static cut_file_keys keys_of_row(cut_db *db, const cut_effective_row *row)
{
    cut_file_keys keys = {0};
    cut_str rest = row->other_paths;
    if (row->path.n > 0)
        add_key(db, &db->scratch, &keys, row->path);
    while (rest.p)
        add_key(db, &db->scratch, &keys, cut_str_split(&rest, '\n'));
    return keys;
}

cutline_status cut_file_names_put(cut_db *db, const cut_effective_row *row, bool add,
                                  cutline_error *err)
{
    cut_file_keys keys = keys_of_row(db, row);
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < keys.n && status == CUTLINE_OK; i++) {
        sqlite3_stmt *q = add ? cut_sql(db, CUT_SQL_FILE_NAME_ADD,
                                        "INSERT INTO file_name (name, photo_id) VALUES (?1, ?2)")
                              : cut_sql(db, CUT_SQL_FILE_NAME_REMOVE,
                                        "DELETE FROM file_name WHERE name = ?1 AND photo_id = ?2");
        cut_bind_str(q, 1, keys.v[i]);
        sqlite3_bind_int64(q, 2, row->photo);
        status = cut_sql_do(db, q, err);
    }
    return status;
}

/* Runs a statement whose ?1 is a key and which gives numbers. */
static cutline_status push_numbers(cut_db *db, sqlite3_stmt *q, cut_arena *arena, cut_str key,
                                   cut_numbers *out, cutline_error *err)
{
    cut_bind_str(q, 1, key);
    cut_sql_numbers(db, q, arena, out);
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_items_filed(cut_db *db, cut_arena *arena, cut_str key, cut_numbers *items,
                                  cutline_error *err)
{
    if (cut_known_lacks(db, CUT_KNOWN_ITEMS, (cut_str){NULL, 0}))
        return CUTLINE_OK;
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_ITEMS_FILED,
                              "SELECT id FROM page_item WHERE file_key = ?1 ORDER BY id");
    return push_numbers(db, q, arena, key, items, err);
}

cutline_status cut_db_photos_filed(cut_db *db, cut_arena *arena, cut_str key, size_t most,
                                   cut_numbers *photos, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTOS_FILED,
                              "SELECT photo_id FROM file_name WHERE name = ?1"
                              " ORDER BY photo_id LIMIT ?2");
    sqlite3_bind_int64(q, 2, (sqlite3_int64)most);
    return push_numbers(db, q, arena, key, photos, err);
}

cutline_status cut_db_photo_file_keys(cut_db *db, cut_arena *arena, int64_t photo,
                                      cut_file_keys *out, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTO_PATHS,
                              "SELECT path FROM file WHERE photo_id = ?1 ORDER BY path LIMIT ?2");
    sqlite3_bind_int64(q, 1, photo);
    sqlite3_bind_int64(q, 2, CUT_MAX_FILES_WEIGHED);
    while (cut_sql_row(db, q))
        add_key(db, arena, out, cut_sql_str(db, q, 0, arena));
    return cut_sql_end(db, q, err);
}
