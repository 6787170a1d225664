#include "base/limits.h"
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

/* Whether more photos have the words than are worth ranking: ranking reads and sorts every one of
 * them, and among that many photos it tells little. */
static cutline_status has_many(cut_db *db, const cut_condition *c, bool *many, cutline_error *err)
{
    sqlite3_stmt *q =
        cut_sql(db, CUT_SQL_COUNT_WORDS,
                "SELECT count(*) FROM (SELECT rowid FROM search WHERE search MATCH ?1 LIMIT ?2)");
    cut_bind_str(q, 1, c->match);
    sqlite3_bind_int64(q, 2, CUT_MAX_RANKED + 1);
    *many = cut_sql_row(db, q) && sqlite3_column_int64(q, 0) > CUT_MAX_RANKED;
    return cut_sql_end(db, q, err);
}

/* Few photos with the words: these lead, the best first. Many, and nothing else asked: the last
 * ones taken in. Else the other conditions and the date index lead, and the words are only looked
 * up. */
static cutline_status choose_order(cut_db *db, const cut_condition *c, cut_condition_order *order,
                                   cutline_error *err)
{
    bool many = false;
    *order = CUT_ORDER_DATE;
    if (!c->match.p)
        return CUTLINE_OK;
    cutline_status status = has_many(db, c, &many, err);
    if (!many)
        *order = CUT_ORDER_RANK;
    else if (c->all_text)
        *order = CUT_ORDER_LATEST;
    return status;
}

cutline_status cut_db_find(cut_db *db, const cut_query_node *query, size_t limit,
                           cutline_hit_fn on_hit, void *context, cutline_error *err)
{
    cut_condition condition;
    cut_condition_order order;
    sqlite3_stmt *q = NULL;
    cutline_status status = cut_condition_make(query, &condition, err);
    if (status == CUTLINE_OK)
        status = choose_order(db, &condition, &order, err);
    if (status == CUTLINE_OK)
        status = cut_condition_prepare(db, &condition, order, &q, err);
    if (status == CUTLINE_OK)
        status = run(db, q, limit, on_hit, context, err);
    sqlite3_finalize(q);
    cut_condition_release(&condition);
    return status;
}
