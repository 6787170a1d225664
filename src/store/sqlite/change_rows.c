/* Changes and the edits they are made of. */
#include "store/db_edit.h"
#include "store/sqlite/sql.h"

cutline_status cut_db_change_add(cut_db *db, cutline_change *change, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_CHANGE_ADD,
                              "INSERT INTO change (kind, editor, time_ms, source)"
                              " VALUES (?1, ?2, ?3, ?4)");
    sqlite3_bind_int(q, 1, (int)change->kind);
    cut_bind_z(q, 2, change->editor);
    sqlite3_bind_int64(q, 3, change->time_ms);
    cut_bind_z(q, 4, change->source);
    cutline_status status = cut_sql_do(db, q, err);
    change->id = sqlite3_last_insert_rowid(db->sqlite);
    return status;
}

cutline_status cut_db_edit_add(cut_db *db, const cut_edit_row *row, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_EDIT_ADD,
                              "INSERT INTO edit (change_id, photo_id, field, old_value, new_value,"
                              " base) VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    sqlite3_bind_int64(q, 1, row->change);
    cut_bind_ref(q, 2, row->photo);
    cut_bind_str(q, 3, row->field);
    cut_bind_str(q, 4, row->old);
    cut_bind_str(q, 5, row->value);
    cut_bind_str(q, 6, row->base);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_edit_mark(cut_db *db, int64_t edit, int64_t undone_by, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_EDIT_MARK, "UPDATE edit SET undone_by = ?2 WHERE id = ?1");
    sqlite3_bind_int64(q, 1, edit);
    cut_bind_ref(q, 2, undone_by);
    return cut_sql_do(db, q, err);
}

/* The conditions of a filter; a value of 0 is bound as NULL and does not narrow. A photo's kills
 * are found by the IDs, the image hash and the number that can be their targets. */
#define OF_PHOTO                                                                                   \
    " AND (?3 IS NULL OR photo_id = ?3 OR (photo_id IS NULL AND field IN"                          \
    " (SELECT 'kill ' || namespace || ':' || value FROM media_id WHERE photo_id = ?3"              \
    " UNION ALL SELECT 'kill #photo:' || ?3"                                                       \
    " UNION ALL SELECT 'kill #image:' || lower(hex(image_hash)) FROM photo WHERE id = ?3"          \
    " AND image_hash IS NOT NULL)))"
#define FILTER                                                                                     \
    " FROM edit JOIN change ON change.id = edit.change_id"                                         \
    " WHERE (?1 IS NULL OR change_id = ?1) AND (?2 IS NULL OR undone_by = ?2)" OF_PHOTO            \
    " AND (?4 = 0 OR (kind = 0 AND undone_by IS NULL)) AND (?5 = 0 OR undone_by IS NOT NULL)"      \
    " AND (?6 IS NULL OR time_ms >= ?6) AND (?7 IS NULL OR change_id < ?7)"                        \
    " AND (?8 IS NULL OR edit.id < ?8)"

static void bind_filter(sqlite3_stmt *q, const cut_edit_filter *filter)
{
    cut_bind_ref(q, 1, filter->change);
    cut_bind_ref(q, 2, filter->undone_by);
    cut_bind_ref(q, 3, filter->photo);
    sqlite3_bind_int(q, 4, filter->standing);
    sqlite3_bind_int(q, 5, filter->undone);
    cut_bind_ref(q, 6, filter->since_ms);
    cut_bind_ref(q, 7, filter->before);
    cut_bind_ref(q, 8, filter->before_edit);
}

cutline_status cut_db_edits(cut_db *db, cut_arena *arena, const cut_edit_filter *filter,
                            size_t most, cut_edit_rows *out, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_EDITS,
                              "SELECT edit.id, change_id, photo_id, field, old_value, new_value,"
                              " undone_by, edit.base" FILTER " ORDER BY edit.id DESC LIMIT ?9");
    bind_filter(q, filter);
    sqlite3_bind_int64(q, 9, (sqlite3_int64)most);
    while (cut_sql_row(db, q)) {
        cut_edit_row row = {.id = sqlite3_column_int64(q, 0),
                            .change = sqlite3_column_int64(q, 1),
                            .photo = sqlite3_column_int64(q, 2),
                            .field = cut_sql_str(db, q, 3, arena),
                            .old = cut_sql_str(db, q, 4, arena),
                            .value = cut_sql_str(db, q, 5, arena),
                            .undone_by = sqlite3_column_int64(q, 6),
                            .base = cut_sql_str(db, q, 7, arena)};
        if (!CUT_PUSH(arena, out, row))
            cut_sql_no_memory(db);
    }
    for (size_t i = 0; i < out->n / 2; i++) {
        cut_edit_row other = out->v[i];
        out->v[i] = out->v[out->n - 1 - i];
        out->v[out->n - 1 - i] = other;
    }
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_latest_change(cut_db *db, const cut_edit_filter *filter, int64_t *change,
                                    cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_LATEST_CHANGE,
                "SELECT ifnull(max(CASE ?5 WHEN 0 THEN change_id ELSE undone_by END), 0)" FILTER);
    bind_filter(q, filter);
    *change = cut_sql_row(db, q) ? sqlite3_column_int64(q, 0) : 0;
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_change_get(cut_db *db, cut_arena *arena, int64_t id, cutline_change *out,
                                 cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_CHANGE_GET,
                              "SELECT kind, editor, time_ms, source FROM change WHERE id = ?1");
    sqlite3_bind_int64(q, 1, id);
    bool found = cut_sql_row(db, q);
    if (found)
        *out = (cutline_change){.id = id,
                                .kind = (cutline_change_kind)sqlite3_column_int(q, 0),
                                .editor = cut_sql_z(db, q, 1, arena),
                                .time_ms = sqlite3_column_int64(q, 2),
                                .source = cut_sql_z(db, q, 3, arena)};
    cutline_status status = cut_sql_end(db, q, err);
    if (status == CUTLINE_OK && !found)
        return cut_fail(err, CUTLINE_NOT_FOUND, "there is no change %lld", (long long)id);
    return status;
}

/* ---- earlier captions ------------------------------------------------------------------------ */

cutline_status cut_db_earlier_caption_add(cut_db *db, int64_t photo, cut_str path, int64_t time_ms,
                                          cut_str text, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_EARLIER_ADD,
                              "INSERT INTO earlier_caption (photo_id, path, time_ms, text)"
                              " VALUES (?1, ?2, ?3, ?4)");
    sqlite3_bind_int64(q, 1, photo);
    cut_bind_str(q, 2, path);
    sqlite3_bind_int64(q, 3, time_ms);
    cut_bind_str(q, 4, text);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_earlier_captions(cut_db *db, cut_arena *arena, int64_t photo,
                                       cut_earlier_captions *out, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_EARLIER,
                              "SELECT path, time_ms, text FROM earlier_caption"
                              " WHERE photo_id = ?1 ORDER BY id");
    sqlite3_bind_int64(q, 1, photo);
    while (cut_sql_row(db, q)) {
        cutline_earlier_caption row = {.where = cut_sql_z(db, q, 0, arena),
                                       .time_ms = sqlite3_column_int64(q, 1),
                                       .text = cut_sql_z(db, q, 2, arena)};
        if (!CUT_PUSH(arena, out, row))
            cut_sql_no_memory(db);
    }
    return cut_sql_end(db, q, err);
}
