#include "store/sqlite/sql.h"

#define PAGE_COLUMNS "id, path, kind, size, mtime_ns, content_hash, site, site_name, title, url"

static void read_page(cut_db *db, sqlite3_stmt *q, cut_arena *arena, cut_page_row *out)
{
    *out = (cut_page_row){.id = sqlite3_column_int64(q, 0),
                          .path = cut_sql_str(db, q, 1, arena),
                          .kind = (cut_page_kind)sqlite3_column_int(q, 2),
                          .size = (uint64_t)sqlite3_column_int64(q, 3),
                          .mtime_ns = sqlite3_column_int64(q, 4),
                          .site = cut_sql_str(db, q, 6, arena),
                          .site_name = cut_sql_str(db, q, 7, arena),
                          .title = cut_sql_str(db, q, 8, arena),
                          .url = cut_sql_str(db, q, 9, arena)};
    if (sqlite3_column_bytes(q, 5) == sizeof out->content_hash)
        memcpy(out->content_hash, sqlite3_column_blob(q, 5), sizeof out->content_hash);
}

cutline_status cut_db_page_by_path(cut_db *db, cut_arena *arena, cut_str path, cut_page_row *out,
                                   bool *found, cutline_error *err)
{
    *out = (cut_page_row){.path = path};
    *found = false;
    if (cut_known_lacks(db, CUT_KNOWN_PAGES, path))
        return CUTLINE_OK;
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_PAGE_BY_PATH, "SELECT " PAGE_COLUMNS " FROM page WHERE path = ?1");
    cut_bind_str(q, 1, path);
    *found = cut_sql_row(db, q);
    if (*found)
        read_page(db, q, arena, out);
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_page_get(cut_db *db, cut_arena *arena, int64_t page, cut_page_row *out,
                               cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_PAGE_GET, "SELECT " PAGE_COLUMNS " FROM page WHERE id = ?1");
    sqlite3_bind_int64(q, 1, page);
    *out = (cut_page_row){.id = page};
    if (cut_sql_row(db, q))
        read_page(db, q, arena, out);
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_page_put(cut_db *db, cut_page_row *row, cutline_error *err)
{
    sqlite3_stmt *q =
        row->id == 0
            ? cut_sql(db, CUT_SQL_PAGE_ADD,
                      "INSERT INTO page (path, kind, size, mtime_ns, content_hash, site,"
                      " site_name, title, url) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
            : cut_sql(db, CUT_SQL_PAGE_UPDATE,
                      "UPDATE page SET path = ?1, kind = ?2, size = ?3, mtime_ns = ?4,"
                      " content_hash = ?5, site = ?6, site_name = ?7, title = ?8, url = ?9"
                      " WHERE id = ?10");
    cut_known_add(db, CUT_KNOWN_PAGES, row->path);
    cut_bind_str(q, 1, row->path);
    sqlite3_bind_int(q, 2, (int)row->kind);
    sqlite3_bind_int64(q, 3, (sqlite3_int64)row->size);
    sqlite3_bind_int64(q, 4, row->mtime_ns);
    sqlite3_bind_blob(q, 5, row->content_hash, sizeof row->content_hash, SQLITE_STATIC);
    cut_bind_str(q, 6, row->site);
    cut_bind_str(q, 7, row->site_name);
    cut_bind_str(q, 8, row->title);
    cut_bind_str(q, 9, row->url);
    if (row->id != 0)
        sqlite3_bind_int64(q, 10, row->id);
    cutline_status status = cut_sql_do(db, q, err);
    if (row->id == 0)
        row->id = sqlite3_last_insert_rowid(db->sqlite);
    return status;
}

/* ---- items --------------------------------------------------------------------------------------
 */

#define ITEM_COLUMNS "id, page_id, position, text, credit, image_url, photo_id, file_key, fields"

static cut_item_row read_item(cut_db *db, sqlite3_stmt *q, cut_arena *arena)
{
    return (cut_item_row){.id = sqlite3_column_int64(q, 0),
                          .page = sqlite3_column_int64(q, 1),
                          .position = sqlite3_column_int64(q, 2),
                          .text = cut_sql_str(db, q, 3, arena),
                          .credit = cut_sql_str(db, q, 4, arena),
                          .image_url = cut_sql_str(db, q, 5, arena),
                          .photo = sqlite3_column_int64(q, 6),
                          .file_key = cut_sql_str(db, q, 7, arena),
                          .fields = cut_sql_str(db, q, 8, arena)};
}

cutline_status cut_db_items_of(cut_db *db, cut_arena *arena, int64_t page, cut_item_rows *out,
                               cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_ITEMS_OF,
                "SELECT " ITEM_COLUMNS " FROM page_item WHERE page_id = ?1 ORDER BY position");
    sqlite3_bind_int64(q, 1, page);
    while (cut_sql_row(db, q)) {
        cut_item_row row = read_item(db, q, arena);
        if (!CUT_PUSH(arena, out, row))
            cut_sql_no_memory(db);
    }
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_item_get(cut_db *db, cut_arena *arena, int64_t item, cut_item_row *out,
                               cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_ITEM_GET, "SELECT " ITEM_COLUMNS " FROM page_item WHERE id = ?1");
    sqlite3_bind_int64(q, 1, item);
    *out = (cut_item_row){.id = item};
    if (cut_sql_row(db, q))
        *out = read_item(db, q, arena);
    return cut_sql_end(db, q, err);
}

static cutline_status add_item_id(cut_db *db, int64_t item, const cutline_media_id *id,
                                  cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_ITEM_ID_ADD,
                "INSERT INTO page_item_media_id (value, namespace, item_id, trust, evidence)"
                " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING");
    cut_bind_z(q, 1, id->id);
    cut_bind_z(q, 2, id->ns);
    sqlite3_bind_int64(q, 3, item);
    sqlite3_bind_int(q, 4, (int)id->trust);
    cut_bind_z(q, 5, id->evidence);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_item_add(cut_db *db, cut_item_row *row, const cutline_media_id *ids,
                               size_t count, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_ITEM_ADD,
                "INSERT INTO page_item (page_id, position, text, credit, image_url, photo_id,"
                " file_key, fields) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)");
    cut_known_add(db, CUT_KNOWN_ITEMS, (cut_str){NULL, 0});
    sqlite3_bind_int64(q, 1, row->page);
    sqlite3_bind_int64(q, 2, row->position);
    cut_bind_str(q, 3, row->text);
    cut_bind_str(q, 4, row->credit);
    cut_bind_str(q, 5, row->image_url);
    cut_bind_ref(q, 6, row->photo);
    cut_bind_str(q, 7, row->file_key);
    cut_bind_str(q, 8, row->fields);
    cutline_status status = cut_sql_do(db, q, err);
    row->id = sqlite3_last_insert_rowid(db->sqlite);
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++)
        status = add_item_id(db, row->id, &ids[i], err);
    return status;
}

cutline_status cut_db_items_remove(cut_db *db, int64_t page, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_ITEMS_REMOVE, "DELETE FROM page_item WHERE page_id = ?1");
    sqlite3_bind_int64(q, 1, page);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_item_set_photo(cut_db *db, int64_t item, int64_t photo, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_ITEM_SET_PHOTO, "UPDATE page_item SET photo_id = ?2 WHERE id = ?1");
    sqlite3_bind_int64(q, 1, item);
    cut_bind_ref(q, 2, photo);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_items_awaiting(cut_db *db, cut_arena *arena, int64_t photo,
                                     cut_numbers *items, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_ITEMS_AWAITING,
                              "SELECT id FROM page_item WHERE photo_id = ?1 ORDER BY id");
    sqlite3_bind_int64(q, 1, photo);
    cut_sql_numbers(db, q, arena, items);
    return cut_sql_end(db, q, err);
}
