#include "store/sqlite/sql.h"

cutline_status cut_db_hand_values(cut_db *db, cut_arena *arena, int64_t photo, cut_hand_rows *out,
                                  cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_HAND_VALUES,
                              "SELECT field, value, editor, time_ms, base FROM hand_value"
                              " WHERE photo_id = ?1 ORDER BY field");
    sqlite3_bind_int64(q, 1, photo);
    while (cut_sql_row(db, q)) {
        cut_hand_row row = {.field = cut_sql_str(db, q, 0, arena),
                            .value = cut_sql_str(db, q, 1, arena),
                            .editor = cut_sql_str(db, q, 2, arena),
                            .time_ms = sqlite3_column_int64(q, 3),
                            .base = cut_sql_str(db, q, 4, arena)};
        if (!CUT_PUSH(arena, out, row))
            cut_sql_no_memory(db);
    }
    return cut_sql_end(db, q, err);
}

static cutline_status take_back(cut_db *db, int64_t photo, cut_str field, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_HAND_UNSET,
                              "DELETE FROM hand_value WHERE photo_id = ?1 AND field = ?2");
    sqlite3_bind_int64(q, 1, photo);
    cut_bind_str(q, 2, field);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_hand_set(cut_db *db, int64_t photo, const cut_hand_row *row,
                               cutline_error *err)
{
    if (!row->value.p)
        return take_back(db, photo, row->field, err);
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_HAND_SET,
                "INSERT OR REPLACE INTO hand_value (photo_id, field, value, editor, time_ms, base)"
                " VALUES (?1, ?2, ?3, ?4, ?5, ?6)");
    sqlite3_bind_int64(q, 1, photo);
    cut_bind_str(q, 2, row->field);
    cut_bind_str(q, 3, row->value);
    cut_bind_str(q, 4, row->editor);
    sqlite3_bind_int64(q, 5, row->time_ms);
    cut_bind_str(q, 6, row->base);
    return cut_sql_do(db, q, err);
}

static cutline_status move(cut_db *db, cut_sql_id id, const char *text, int64_t from, int64_t to,
                           cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, id, text);
    sqlite3_bind_int64(q, 1, from);
    sqlite3_bind_int64(q, 2, to);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_hand_move(cut_db *db, int64_t from, int64_t to, cutline_error *err)
{
    cutline_status status =
        move(db, CUT_SQL_MOVE_VALUES,
             "INSERT INTO hand_value (photo_id, field, value, editor, time_ms, base)"
             " SELECT ?2, field, value, editor, time_ms, base FROM hand_value WHERE photo_id = ?1"
             " ON CONFLICT DO UPDATE SET value = excluded.value, editor = excluded.editor,"
             " time_ms = excluded.time_ms, base = excluded.base WHERE excluded.time_ms > time_ms",
             from, to, err);
    if (status == CUTLINE_OK)
        status = move(db, CUT_SQL_MOVE_EDITS, "UPDATE edit SET photo_id = ?2 WHERE photo_id = ?1",
                      from, to, err);
    if (status == CUTLINE_OK)
        status = move(db, CUT_SQL_MOVE_IDS,
                      "INSERT INTO photo_media_id (value, namespace, photo_id, trust, evidence)"
                      " SELECT value, namespace, ?2, trust, evidence FROM photo_media_id"
                      " WHERE photo_id = ?1 ON CONFLICT DO UPDATE SET trust = excluded.trust,"
                      " evidence = excluded.evidence WHERE excluded.trust > trust",
                      from, to, err);
    if (status == CUTLINE_OK)
        status = move(db, CUT_SQL_MOVE_DENIED,
                      "INSERT OR IGNORE INTO denied_media_id (photo_id, namespace, value)"
                      " SELECT ?2, namespace, value FROM denied_media_id WHERE photo_id = ?1",
                      from, to, err);
    if (status == CUTLINE_OK)
        status =
            move(db, CUT_SQL_MOVE_EARLIER,
                 "UPDATE earlier_caption SET photo_id = ?2 WHERE photo_id = ?1", from, to, err);
    if (status == CUTLINE_OK)
        status = move(db, CUT_SQL_MOVE_KILL,
                      "UPDATE OR REPLACE kill SET target = '#photo:' || ?2"
                      " WHERE target = '#photo:' || ?1",
                      from, to, err);
    if (status == CUTLINE_OK)
        status = move(db, CUT_SQL_MOVE_KILL_EDITS,
                      "UPDATE edit SET field = 'kill #photo:' || ?2"
                      " WHERE photo_id IS NULL AND field = 'kill #photo:' || ?1",
                      from, to, err);
    /* The originals go with their photo, which the caller removes. */
    return status;
}
