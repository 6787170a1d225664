#include "store/sqlite/sql.h"

/* The rule of matching (store.h) as a condition on a row's namespace: ?1 is the value, ?2 the
 * namespace asked for. A short number is too common to be taken for the same ID on its own. */
#define MATCHES "(namespace = ?2 OR (length(?1) >= 6 AND (?2 = 'bare' OR namespace = 'bare')))"

static void bind_id(sqlite3_stmt *q, const cutline_media_id *id)
{
    cut_bind_z(q, 1, id->id);
    cut_bind_z(q, 2, id->ns);
}

static cutline_status push_numbers(cut_db *db, sqlite3_stmt *q, cut_arena *arena, cut_numbers *out,
                                   cutline_error *err)
{
    cut_sql_numbers(db, q, arena, out);
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_items_matching(cut_db *db, cut_arena *arena, const cutline_media_id *id,
                                     cut_numbers *items, cutline_error *err)
{
    if (cut_known_lacks(db, CUT_KNOWN_ITEMS, (cut_str){NULL, 0}))
        return CUTLINE_OK;
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_ITEMS_MATCHING,
                "SELECT item_id FROM page_item_media_id WHERE value = ?1 AND " MATCHES);
    bind_id(q, id);
    return push_numbers(db, q, arena, items, err);
}

cutline_status cut_db_photos_claiming(cut_db *db, cut_arena *arena, const cutline_media_id *id,
                                      size_t most, cut_numbers *photos, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTOS_CLAIMING,
                              "SELECT photo_id FROM media_id WHERE value = ?1 AND own = 1"
                              " AND " MATCHES " LIMIT ?3");
    bind_id(q, id);
    sqlite3_bind_int64(q, 3, (sqlite3_int64)most);
    return push_numbers(db, q, arena, photos, err);
}

cutline_status cut_db_photos_keeping(cut_db *db, cut_arena *arena, const cutline_media_id *id,
                                     cut_numbers *photos, cutline_error *err)
{
    if (cut_known_lacks(db, CUT_KNOWN_KEPT, (cut_str){NULL, 0}))
        return CUTLINE_OK;
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTOS_KEEPING,
                              "SELECT photo_id FROM photo_media_id WHERE value = ?1 AND " MATCHES);
    bind_id(q, id);
    return push_numbers(db, q, arena, photos, err);
}

cutline_status cut_db_photos_with(cut_db *db, cut_arena *arena, const cutline_media_id *id,
                                  size_t most, cut_numbers *photos, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTOS_WITH,
                              "SELECT photo_id FROM media_id WHERE value = ?1 AND namespace = ?2"
                              " ORDER BY photo_id LIMIT ?3");
    bind_id(q, id);
    sqlite3_bind_int64(q, 3, (sqlite3_int64)most);
    return push_numbers(db, q, arena, photos, err);
}

cutline_status cut_db_photos_named(cut_db *db, cut_arena *arena, const cutline_media_id *id,
                                   size_t most, cut_numbers *photos, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTOS_NAMED,
                              "SELECT photo_id FROM media_id WHERE value = ?1"
                              " AND (?2 = 'bare' OR " MATCHES ")"
                              " ORDER BY trust DESC, photo_id LIMIT ?3");
    bind_id(q, id);
    sqlite3_bind_int64(q, 3, (sqlite3_int64)most);
    return push_numbers(db, q, arena, photos, err);
}

/* Rows of namespace, value, trust, evidence. */
static cutline_status push_ids(cut_db *db, sqlite3_stmt *q, cut_arena *arena, cut_id_rows *out,
                               cutline_error *err)
{
    while (cut_sql_row(db, q)) {
        cutline_media_id id = {.ns = cut_sql_z(db, q, 0, arena),
                               .id = cut_sql_z(db, q, 1, arena),
                               .trust = (cutline_trust)sqlite3_column_int(q, 2),
                               .evidence = cut_sql_z(db, q, 3, arena)};
        if (!CUT_PUSH(arena, out, id))
            cut_sql_no_memory(db);
    }
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_item_ids(cut_db *db, cut_arena *arena, int64_t item, cut_id_rows *out,
                               cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_ITEM_IDS,
                              "SELECT namespace, value, trust, evidence FROM page_item_media_id"
                              " WHERE item_id = ?1 ORDER BY trust DESC, namespace, value");
    sqlite3_bind_int64(q, 1, item);
    return push_ids(db, q, arena, out, err);
}

cutline_status cut_db_photo_ids(cut_db *db, cut_arena *arena, int64_t photo, cut_id_rows *out,
                                cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTO_IDS,
                              "SELECT namespace, value, trust, evidence FROM media_id"
                              " WHERE photo_id = ?1 ORDER BY trust DESC, namespace, value");
    sqlite3_bind_int64(q, 1, photo);
    return push_ids(db, q, arena, out, err);
}

cutline_status cut_db_photo_own_ids(cut_db *db, cut_arena *arena, int64_t photo, cut_id_rows *out,
                                    cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_PHOTO_OWN_IDS,
                              "SELECT namespace, value, trust, evidence FROM media_id"
                              " WHERE photo_id = ?1 AND own = 1 ORDER BY namespace, value");
    sqlite3_bind_int64(q, 1, photo);
    return push_ids(db, q, arena, out, err);
}

cutline_status cut_db_kept_ids(cut_db *db, cut_arena *arena, int64_t photo, cut_id_rows *out,
                               cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_KEPT_IDS,
                              "SELECT namespace, value, trust, evidence FROM photo_media_id"
                              " WHERE photo_id = ?1 ORDER BY namespace, value");
    sqlite3_bind_int64(q, 1, photo);
    return push_ids(db, q, arena, out, err);
}

cutline_status cut_db_keep_id(cut_db *db, int64_t photo, const cutline_media_id *id,
                              cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_KEEP_ID,
                "INSERT INTO photo_media_id (value, namespace, photo_id, trust, evidence)"
                " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO UPDATE"
                " SET trust = excluded.trust, evidence = excluded.evidence"
                " WHERE excluded.trust > trust");
    cut_known_add(db, CUT_KNOWN_KEPT, (cut_str){NULL, 0});
    bind_id(q, id);
    sqlite3_bind_int64(q, 3, photo);
    sqlite3_bind_int(q, 4, (int)id->trust);
    cut_bind_z(q, 5, id->evidence);
    return cut_sql_do(db, q, err);
}
