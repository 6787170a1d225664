/* Pairs of photos that show the same. */
#include "store/sqlite/sql.h"

cutline_status cut_alike_touch(cut_db *db, int64_t photo, bool has_look, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_ALIKE_TOUCH,
                              "INSERT OR IGNORE INTO alike_touched SELECT ?1 WHERE ?2"
                              " UNION ALL SELECT like_id FROM alike WHERE photo_id = ?1"
                              " UNION ALL SELECT photo_id FROM alike WHERE like_id = ?1");
    sqlite3_bind_int64(q, 1, photo);
    sqlite3_bind_int(q, 2, has_look);
    cutline_status status = cut_sql_do(db, q, err);
    if (status != CUTLINE_OK)
        return status;
    q = cut_sql(db, CUT_SQL_ALIKE_FORGET, "DELETE FROM alike WHERE photo_id = ?1 OR like_id = ?1");
    sqlite3_bind_int64(q, 1, photo);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_alikes(cut_db *db, cut_arena *arena, cut_alikes *out, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, "SELECT photo_id, like_id, distance FROM alike");
    while (cut_sql_row(db, q)) {
        cut_alike pair = {sqlite3_column_int64(q, 0), sqlite3_column_int64(q, 1),
                          (unsigned)sqlite3_column_int(q, 2)};
        if (!CUT_PUSH(arena, out, pair))
            cut_sql_no_memory(db);
    }
    return cut_sql_end_once(db, q, err);
}

cutline_status cut_db_alike_put(cut_db *db, const cut_alike *pair, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_ALIKE_PUT, "INSERT OR IGNORE INTO alike VALUES (?1, ?2, ?3)");
    sqlite3_bind_int64(q, 1, pair->photo);
    sqlite3_bind_int64(q, 2, pair->like);
    sqlite3_bind_int64(q, 3, pair->distance);
    return cut_sql_do(db, q, err);
}

cutline_status cut_db_alike_forget_parts(cut_db *db, cutline_error *err)
{
    return cut_sql_script(db, "DELETE FROM alike WHERE distance = 256", err);
}

cutline_status cut_db_alike_touched(cut_db *db, cut_arena *arena, cut_numbers *out,
                                    cutline_error *err)
{
    sqlite3_stmt *q = cut_sql_once(db, "SELECT photo_id FROM alike_touched ORDER BY photo_id");
    cut_sql_numbers(db, q, arena, out);
    return cut_sql_end_once(db, q, err);
}

cutline_status cut_db_alike_count_touched(cut_db *db, int64_t *count, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_ALIKE_COUNT_TOUCHED, "SELECT count(*) FROM alike_touched");
    *count = cut_sql_row(db, q) ? sqlite3_column_int64(q, 0) : 0;
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_alike_settle(cut_db *db, int64_t last, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql_once(db, "DELETE FROM alike WHERE distance < 256 AND photo_id IN"
                         " (SELECT photo_id FROM alike_touched WHERE photo_id <= ?1)");
    sqlite3_bind_int64(q, 1, last);
    (void)cut_sql_row(db, q);
    cutline_status status = cut_sql_end_once(db, q, err);
    if (status != CUTLINE_OK)
        return status;
    q = cut_sql_once(db, "DELETE FROM alike_touched WHERE photo_id <= ?1");
    sqlite3_bind_int64(q, 1, last);
    (void)cut_sql_row(db, q);
    return cut_sql_end_once(db, q, err);
}

cutline_status cut_db_last_photo(cut_db *db, int64_t *number, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_LAST_PHOTO, "SELECT max(photo_id) FROM effective");
    *number = cut_sql_row(db, q) ? sqlite3_column_int64(q, 0) : 0;
    return cut_sql_end(db, q, err);
}
