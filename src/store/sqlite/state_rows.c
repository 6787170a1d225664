/* What edits change beside hand values: media IDs by hand, and kills. */
#include "store/db_edit.h"
#include "store/sqlite/sql.h"

#include "ident/ident.h"

static void bind_photo_id(sqlite3_stmt *q, int64_t photo, const cutline_media_id *id)
{
    sqlite3_bind_int64(q, 1, photo);
    cut_bind_z(q, 2, id->ns);
    cut_bind_z(q, 3, id->id);
}

cutline_status cut_db_id_state(cut_db *db, cut_arena *arena, int64_t photo,
                               const cutline_media_id *id, cut_str *state, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_ID_STATE,
                "SELECT 'denied' FROM denied_media_id WHERE photo_id = ?1 AND namespace = ?2"
                " AND value = ?3 UNION ALL SELECT 'linked' FROM photo_media_id WHERE photo_id = ?1"
                " AND namespace = ?2 AND value = ?3 AND trust = ?4");
    bind_photo_id(q, photo, id);
    sqlite3_bind_int(q, 4, CUTLINE_TRUST_HAND);
    *state = cut_sql_row(db, q) ? cut_sql_str(db, q, 0, arena) : (cut_str){NULL, 0};
    return cut_sql_end(db, q, err);
}

static cutline_status with_id(cut_db *db, cut_sql_id slot, const char *text, int64_t photo,
                              const cutline_media_id *id, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, slot, text);
    bind_photo_id(q, photo, id);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_id_forget(cut_db *db, int64_t photo, const cutline_media_id *id,
                                cutline_error *err)
{
    cutline_status status = with_id(db, CUT_SQL_ID_UNDENY,
                                    "DELETE FROM denied_media_id WHERE photo_id = ?1"
                                    " AND namespace = ?2 AND value = ?3",
                                    photo, id, err);
    if (status != CUTLINE_OK)
        return status;
    return with_id(db, CUT_SQL_ID_UNKEEP,
                   "DELETE FROM photo_media_id WHERE photo_id = ?1 AND namespace = ?2"
                   " AND value = ?3",
                   photo, id, err);
}

cutline_status cut_db_id_deny(cut_db *db, int64_t photo, const cutline_media_id *id,
                              cutline_error *err)
{
    return with_id(db, CUT_SQL_ID_DENY,
                   "INSERT INTO denied_media_id (photo_id, namespace, value) VALUES (?1, ?2, ?3)",
                   photo, id, err);
}

cutline_status cut_db_denied_ids(cut_db *db, cut_arena *arena, int64_t photo, cut_id_rows *out,
                                 cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_DENIED_IDS,
                              "SELECT namespace, value FROM denied_media_id WHERE photo_id = ?1");
    sqlite3_bind_int64(q, 1, photo);
    while (cut_sql_row(db, q)) {
        cutline_media_id id = {.ns = cut_sql_z(db, q, 0, arena), .id = cut_sql_z(db, q, 1, arena)};
        if (!CUT_PUSH(arena, out, id))
            cut_sql_no_memory(db);
    }
    return cut_sql_end(db, q, err);
}

/* ---- kills -----------------------------------------------------------------------------------
 */

cutline_status cut_db_kill_get(cut_db *db, cut_arena *arena, cut_str target, cut_str *reason,
                               cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_KILL_GET, "SELECT reason FROM kill WHERE target = ?1");
    cut_bind_str(q, 1, target);
    *reason = cut_sql_row(db, q) ? cut_sql_str(db, q, 0, arena) : (cut_str){NULL, 0};
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_kill_set(cut_db *db, cut_str target, cut_str reason, cutline_error *err)
{
    sqlite3_stmt *q;
    if (reason.p)
        q = cut_sql(db, CUT_SQL_KILL_PUT,
                    "INSERT INTO kill (target, reason) VALUES (?1, ?2)"
                    " ON CONFLICT DO UPDATE SET reason = excluded.reason");
    else
        q = cut_sql(db, CUT_SQL_KILL_REMOVE, "DELETE FROM kill WHERE target = ?1");
    cut_bind_str(q, 1, target);
    if (reason.p)
        cut_bind_str(q, 2, reason);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_kills(cut_db *db, cut_arena *arena, cut_kill_table *out, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_KILLS, "SELECT target, reason FROM kill");
    while (cut_sql_row(db, q)) {
        cut_str value = cut_sql_str(db, q, 0, arena), ns = cut_str_split(&value, ':');
        cut_kill kill = {.ns = cut_arena_copy(arena, ns),
                         .value = value.p,
                         .reason = cut_sql_z(db, q, 1, arena)};
        if (!kill.ns || !kill.value || !CUT_PUSH(arena, &out->list, kill))
            cut_sql_no_memory(db);
    }
    return cut_sql_end(db, q, err);
}
