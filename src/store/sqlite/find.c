#include "base/limits.h"
#include "store/sqlite/condition.h"

/* Who wants the hits. */
typedef struct listener {
    cutline_hit_fn on_hit;
    void *context;
} listener;

static cutline_hit read_hit(sqlite3_stmt *q, int64_t photo)
{
    cutline_hit hit = {.photo = photo,
                       .path = cut_sql_text(q, 0),
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
    const char *slash = hit.path ? strrchr(hit.path, '/') : NULL;
    hit.file_name = slash ? slash + 1 : hit.path;
    return hit;
}

/* Hands a photo's row of answers out. Kept apart from the search so that sorting moves numbers, not
 * texts, and memory does not grow with the number of hits. CUTLINE_CANCELLED if the listener has
 * enough. */
static cutline_status give_hit(cut_db *db, int64_t photo, const listener *to, cutline_error *err)
{
    bool stopped = false;
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_HIT,
                              "SELECT path, id_namespace, id_value, id_evidence, id_trust,"
                              " headline, caption, credit_line, byline, city, country, date,"
                              " restrictions FROM effective WHERE photo_id = ?1");
    sqlite3_bind_int64(q, 1, photo);
    if (cut_sql_row(db, q)) {
        cutline_hit hit = read_hit(q, photo);
        stopped = to->on_hit(&hit, to->context) != 0;
    }
    cutline_status status = cut_sql_end(db, q, err);
    return status == CUTLINE_OK && stopped ? cut_fail(err, CUTLINE_CANCELLED, "stopped") : status;
}

cutline_status cut_db_hit(cut_db *db, int64_t photo, cutline_hit_fn on_hit, void *context,
                          cutline_error *err)
{
    return give_hit(db, photo, &(listener){on_hit, context}, err);
}

/* limit 0: all. */
static cutline_status run(cut_db *db, sqlite3_stmt *q, size_t limit, const listener *to,
                          cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    sqlite3_bind_int64(q, 1, limit ? (sqlite3_int64)limit : -1);
    while (status == CUTLINE_OK && cut_sql_row(db, q))
        status = give_hit(db, sqlite3_column_int64(q, 0), to, err);
    return status == CUTLINE_OK ? cut_sql_end(db, q, err) : status;
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

static cutline_status run_in_order(cut_db *db, cut_condition *c, cut_condition_order order,
                                   size_t limit, const listener *to, cutline_error *err)
{
    sqlite3_stmt *q = NULL;
    cutline_status status = cut_condition_prepare(db, c, order, &q, err);
    if (status == CUTLINE_OK)
        status = run(db, q, limit, to, err);
    sqlite3_finalize(q);
    return status;
}

/* ---- common words and other conditions
 * ----------------------------------------------------------- */

/* Photos that meet the other conditions, the newest first, are asked one by one whether they have
 * the words. *complete: there are enough of them among the first CUT_MAX_PROBED, or no more. */
static cutline_status probe(cut_db *db, sqlite3_stmt *q, cut_arena *arena, size_t limit,
                            cut_numbers *hits, bool *complete, cutline_error *err)
{
    size_t asked = 0;
    sqlite3_bind_int64(q, 1, CUT_MAX_PROBED);
    while (hits->n < limit && cut_sql_row(db, q)) {
        asked++;
        if (sqlite3_column_int(q, 1) && !CUT_PUSH(arena, hits, sqlite3_column_int64(q, 0)))
            cut_sql_no_memory(db);
    }
    *complete = hits->n == limit || asked < CUT_MAX_PROBED;
    return cut_sql_end(db, q, err);
}

static cutline_status give_all(cut_db *db, const cut_numbers *hits, const listener *to,
                               cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < hits->n && status == CUTLINE_OK; i++)
        status = give_hit(db, hits->v[i], to, err);
    return status;
}

/* Only if probing does not get far are all photos with the words gathered first. */
static cutline_status run_by_others(cut_db *db, cut_condition *c, size_t limit, const listener *to,
                                    cutline_error *err)
{
    bool complete = false;
    cut_numbers hits = {0};
    sqlite3_stmt *q = NULL;
    cutline_status status = CUTLINE_OK;
    if (limit > 0 && limit <= CUT_MAX_PROBED) {
        status = cut_condition_prepare(db, c, CUT_ORDER_PROBE, &q, err);
        if (status == CUTLINE_OK)
            status = probe(db, q, &c->arena, limit, &hits, &complete, err);
        sqlite3_finalize(q);
    }
    if (status != CUTLINE_OK)
        return status;
    return complete ? give_all(db, &hits, to, err)
                    : run_in_order(db, c, CUT_ORDER_DATE, limit, to, err);
}

/* Few photos with the words: these lead, the best first. Many, and nothing else asked: the last
 * ones taken in. Else the other conditions lead. */
cutline_status cut_db_find(cut_db *db, const cut_query_node *query, size_t limit,
                           cutline_hit_fn on_hit, void *context, cutline_error *err)
{
    cut_condition c;
    bool many = false;
    listener to = {on_hit, context};
    cutline_status status = cut_condition_make(query, &c, err);
    if (status == CUTLINE_OK && c.match.p)
        status = has_many(db, &c, &many, err);
    if (status == CUTLINE_OK) {
        if (!c.match.p)
            status = run_in_order(db, &c, CUT_ORDER_DATE, limit, &to, err);
        else if (!many)
            status = run_in_order(db, &c, CUT_ORDER_RANK, limit, &to, err);
        else if (c.all_text)
            status = run_in_order(db, &c, CUT_ORDER_LATEST, limit, &to, err);
        else
            status = run_by_others(db, &c, limit, &to, err);
    }
    cut_condition_release(&c);
    return status;
}
