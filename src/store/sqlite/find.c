#include "store/sqlite/condition.h"

/* The rows of hits, by number. Kept apart from the search so that sorting moves numbers, not texts,
 * and memory does not grow with the number of hits. */
static cutline_status give_hit(cut_db *db, int64_t photo, cutline_hit_fn on_hit, void *context,
                               bool *stopped, cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_HIT,
                              "SELECT path, id_namespace, id_value, id_evidence, id_trust,"
                              " headline, caption, credit_line, byline, city, country, date,"
                              " restrictions FROM effective WHERE photo_id = ?1");
    sqlite3_bind_int64(q, 1, photo);
    if (cut_sql_row(db, q)) {
        const char *path = cut_sql_text(q, 0);
        cutline_hit hit = {.photo = photo,
                           .path = path,
                           .media_id = {.ns = cut_sql_text(q, 1),
                                        .id = cut_sql_text(q, 2),
                                        .evidence = cut_sql_text(q, 3),
                                        .trust = (cutline_trust)sqlite3_column_int(q, 4)},
                           .headline = cut_sql_text(q, 5),
                           .caption = cut_sql_text(q, 6),
                           .credit_line = cut_sql_text(q, 7),
                           .byline = cut_sql_text(q, 8),
                           .city = cut_sql_text(q, 9),
                           .country = cut_sql_text(q, 10),
                           .date = cut_sql_text(q, 11),
                           .restrictions = cut_sql_text(q, 12)};
        const char *slash = path ? strrchr(path, '/') : NULL;
        hit.file_name = slash ? slash + 1 : path;
        *stopped = on_hit(&hit, context) != 0;
    }
    return cut_sql_end(db, q, err);
}

static cutline_status run(cut_db *db, sqlite3_stmt *q, size_t limit, cutline_hit_fn on_hit,
                          void *context, cutline_error *err)
{
    bool stopped = false;
    cutline_status status = CUTLINE_OK;
    sqlite3_bind_int64(q, 1, limit ? (sqlite3_int64)limit : -1);
    while (status == CUTLINE_OK && !stopped && cut_sql_row(db, q))
        status = give_hit(db, sqlite3_column_int64(q, 0), on_hit, context, &stopped, err);
    if (status != CUTLINE_OK)
        return status;
    if (stopped)
        return cut_fail(err, CUTLINE_CANCELLED, "stopped");
    return cut_sql_end(db, q, err);
}

cutline_status cut_db_find(cut_db *db, const cut_query_node *query, size_t limit,
                           cutline_hit_fn on_hit, void *context, cutline_error *err)
{
    cut_condition condition;
    cutline_status status = cut_condition_make(query, &condition, err);
    sqlite3_stmt *q = NULL;
    if (status == CUTLINE_OK)
        status = cut_condition_prepare(db, &condition, &q, err);
    if (status == CUTLINE_OK)
        status = run(db, q, limit, on_hit, context, err);
    sqlite3_finalize(q);
    cut_condition_release(&condition);
    return status;
}
