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

/* Photo numbers of a statement, whose rows are those of cut_condition_prepare(). */
static cutline_status run(cut_db *db, cut_condition *c, cut_condition_form form, size_t limit,
                          const listener *to, cutline_error *err)
{
    sqlite3_stmt *q = NULL;
    cutline_status status = cut_condition_prepare(db, c, form, &q, err);
    sqlite3_bind_int64(q, 1, limit ? (sqlite3_int64)limit : -1);
    while (status == CUTLINE_OK && cut_sql_row(db, q))
        status = give_hit(db, sqlite3_column_int64(q, 0), to, err);
    if (status == CUTLINE_OK)
        status = cut_sql_end(db, q, err);
    sqlite3_finalize(q);
    return status;
}

static cutline_status give_all(cut_db *db, const cut_numbers *hits, size_t limit,
                               const listener *to, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < hits->n && (!limit || i < limit) && status == CUTLINE_OK; i++)
        status = give_hit(db, hits->v[i], to, err);
    return status;
}

/* The last photos with the words, one more than are ranked: ranking reads and sorts every one, and
 * among very many it tells little. */
static cutline_status gather_latest(cut_db *db, cut_condition *c, cut_numbers *out,
                                    cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_LATEST_WORDS,
                              "SELECT rowid FROM search WHERE search MATCH ?1"
                              " ORDER BY rowid DESC LIMIT ?2");
    cut_bind_str(q, 1, c->match);
    sqlite3_bind_int64(q, 2, CUT_MAX_RANKED + 1);
    cut_sql_numbers(db, q, &c->arena, out);
    return cut_sql_end(db, q, err);
}

static bool by_relevance(const cut_query *query)
{
    return query->sort_count == 0 || query->sorts[0].key == CUT_SORT_RELEVANCE;
}

/* ---- asking photo by photo ------------------------------------------------------------------- */

/* *complete: there are enough hits among the first `most` photos, or no more photos. */
static cutline_status probe(cut_db *db, cut_condition *c, cut_condition_form form, size_t most,
                            size_t limit, cut_numbers *hits, bool *complete, cutline_error *err)
{
    size_t asked = 0;
    sqlite3_stmt *q = NULL;
    cutline_status status = cut_condition_prepare(db, c, form, &q, err);
    if (status != CUTLINE_OK)
        return status;
    sqlite3_bind_int64(q, 1, (sqlite3_int64)most);
    while (hits->n < limit && cut_sql_row(db, q)) {
        asked++;
        if (sqlite3_column_int(q, 1) && !CUT_PUSH(&c->arena, hits, sqlite3_column_int64(q, 0)))
            cut_sql_no_memory(db);
    }
    *complete = hits->n == limit || asked < most;
    return cut_sql_end_once(db, q, err);
}

static bool may_probe(const cut_condition *c, size_t limit)
{
    return c->has_text && c->may_probe && c->named.n == 0 && limit > 0 && limit <= CUT_MAX_PROBED;
}

/* In the query's order. For a few hits the photos are asked one by one, the first first: only if
 * that does not get far are all photos with the words gathered. */
static cutline_status run_sorted(cut_db *db, cut_condition *c, size_t limit, const listener *to,
                                 cutline_error *err)
{
    bool complete = false;
    cut_numbers hits = {0};
    cutline_status status = CUTLINE_OK;
    if (may_probe(c, limit))
        status = probe(db, c, CUT_FORM_PROBED, CUT_MAX_PROBED, limit, &hits, &complete, err);
    if (status != CUTLINE_OK)
        return status;
    return complete ? give_all(db, &hits, limit, to, err)
                    : run(db, c, CUT_FORM_SORTED, limit, to, err);
}

/* The beginning of a word may be that of half of all words: gathering the photos of all of these
 * takes long, and if there are so many the last ones will do. *done: they were handed out. */
static cutline_status try_latest(cut_db *db, cut_condition *c, size_t limit, const listener *to,
                                 bool *done, cutline_error *err)
{
    bool complete;
    cut_numbers hits = {0};
    *done = false;
    if (!c->has_prefix || !c->match.p || !by_relevance(c->question->query) || !may_probe(c, limit))
        return CUTLINE_OK;
    cutline_status status = probe(db, c, c->all_text ? CUT_FORM_PROBED_LATEST : CUT_FORM_PROBED,
                                  CUT_MAX_PROBED_PREFIX, limit, &hits, &complete, err);
    *done = status == CUTLINE_OK && hits.n == limit;
    return *done ? give_all(db, &hits, limit, to, err) : status;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static size_t least(size_t limit, uint64_t other)
{
    return other > 0 && (limit == 0 || other < limit) ? (size_t)other : limit;
}

/* Few photos with the words: these lead, the best first. Many, and nothing else asked: the last
 * ones taken in. Else the other conditions lead. */
cutline_status cut_find_form(cut_db *db, cut_condition *c, cut_condition_form *form,
                             cut_numbers *latest, cutline_error *err)
{
    cut_numbers gathered = {0};
    *form = CUT_FORM_SORTED;
    if (!c->match.p || !by_relevance(c->question->query))
        return CUTLINE_OK;
    cutline_status status = gather_latest(db, c, &gathered, err);
    if (gathered.n <= CUT_MAX_RANKED_ROWS)
        *form = CUT_FORM_RANKED;
    else if (c->all_text)
        *form = gathered.n <= CUT_MAX_RANKED ? CUT_FORM_RANKED_ONLY : CUT_FORM_LATEST;
    if (latest)
        *latest = gathered;
    return status;
}

static cutline_status find(cut_db *db, cut_condition *c, size_t limit, const listener *to,
                           cutline_error *err)
{
    bool done;
    cut_condition_form form;
    cut_numbers latest = {0};
    cutline_status status = try_latest(db, c, limit, to, &done, err);
    if (status != CUTLINE_OK || done)
        return status;
    status = cut_find_form(db, c, &form, &latest, err);
    if (status != CUTLINE_OK)
        return status;
    if (form == CUT_FORM_SORTED)
        return run_sorted(db, c, limit, to, err);
    return form == CUT_FORM_LATEST && limit > 0 && limit <= latest.n
               ? give_all(db, &latest, limit, to, err)
               : run(db, c, form, limit, to, err);
}

cutline_status cut_db_find(cut_db *db, const cut_db_question *question, cutline_hit_fn on_hit,
                           void *context, cutline_error *err)
{
    cut_condition c;
    listener to = {on_hit, context};
    cutline_status status = cut_condition_make(db, question, &c, err);
    db->asking = &c;
    if (status == CUTLINE_OK)
        status = find(db, &c, least(question->limit, question->query->limit), &to, err);
    db->asking = NULL;
    status = cut_condition_failure(&c, status, err);
    cut_condition_release(&c);
    return status;
}

cutline_status cut_db_count(cut_db *db, const cut_db_question *question, uint64_t *count,
                            cutline_error *err)
{
    cut_condition c;
    sqlite3_stmt *q = NULL;
    uint64_t most = least(question->limit, question->query->limit);
    *count = 0;
    cutline_status status = cut_condition_make(db, question, &c, err);
    db->asking = &c;
    if (status == CUTLINE_OK)
        status = cut_condition_prepare(db, &c, CUT_FORM_COUNTED, &q, err);
    if (status == CUTLINE_OK) {
        if (cut_sql_row(db, q))
            *count = (uint64_t)sqlite3_column_int64(q, 0);
        status = cut_sql_end(db, q, err);
    }
    sqlite3_finalize(q);
    db->asking = NULL;
    if (most > 0 && *count > most)
        *count = most;
    status = cut_condition_failure(&c, status, err);
    cut_condition_release(&c);
    return status;
}
