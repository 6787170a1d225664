/* The statement as a whole: what leads, what is checked, and the order. */
#include "store/sqlite/condition.h"

#include "store/sqlite/condition_parts.h"
#include "store/sqlite/match.h"

static void add(cut_condition *c, const char *sql)
{
    cut_buf_z(&c->sql, sql);
}

/* What the match does not answer of the query. */
static void add_rest(cut_condition *c)
{
    const cut_query_node *tree = c->question->query->tree;
    add(c, "1");
    if (c->all_text)
        return;
    if (tree->kind == CUT_QUERY_TEXT) {
        add(c, " AND ");
        cut_condition_values(c, tree);
        return;
    }
    for (const cut_query_node *child = tree->first; child; child = child->next) {
        cut_answered answered = cut_match_answers(child);
        if (answered == CUT_ANSWERED_WHOLLY || cut_match_bars(child))
            continue;
        add(c, " AND ");
        if (child->kind == CUT_QUERY_TEXT && answered == CUT_ANSWERED_PARTLY)
            cut_condition_values(c, child);
        else
            cut_condition_node(c, child);
    }
}

static bool needs_text(const cut_query_node *node)
{
    if (node->kind == CUT_QUERY_TEXT || cut_match_is_field(node))
        return true;
    for (const cut_query_node *child = node->first; child; child = child->next)
        if (needs_text(child))
            return true;
    return node->kind == CUT_QUERY_FLAG && cut_condition_flag_is_indexed(node->flag);
}

/* What needs no full text, of all that must hold. */
static void add_plain(cut_condition *c)
{
    const cut_query_node *tree = c->question->query->tree;
    bool is_and = tree->kind == CUT_QUERY_AND;
    add(c, "1");
    for (const cut_query_node *node = is_and ? tree->first : tree; node;
         node = is_and ? node->next : NULL) {
        bool taken = cut_condition_is_taken(node);
        if (!taken && needs_text(node))
            continue;
        add(c, " AND ");
        if (taken)
            cut_condition_taken(c, node);
        else
            cut_condition_node(c, node);
    }
}

static const char *const sort_columns[] = {
    [CUT_SORT_RELEVANCE] = NULL,
    [CUT_SORT_DATE] = "e.taken",
    [CUT_SORT_IMPORTED] = "e.photo_id",
    [CUT_SORT_CREDIT] = "e.credit_line COLLATE NOCASE",
    [CUT_SORT_BYLINE] = "e.byline COLLATE NOCASE",
    [CUT_SORT_HEADLINE] = "e.headline COLLATE NOCASE",
    [CUT_SORT_CAPTION] = "e.caption COLLATE NOCASE",
    [CUT_SORT_CITY] = "e.city COLLATE NOCASE",
    [CUT_SORT_REGION] = "e.region COLLATE NOCASE",
    [CUT_SORT_COUNTRY] = "e.country COLLATE NOCASE",
    [CUT_SORT_FILE] = "e.path",
    [CUT_SORT_MEDIA] = "e.id_namespace || ':' || e.id_value",
    [CUT_SORT_FIELD] = NULL, /* cut_key() */
};

/* Whether an index gives the photos that meet a condition, or all that may. */
static bool leads(const cut_condition *c, const cut_query_node *node)
{
    bool all = true, some = false;
    for (const cut_query_node *child = node->first; child; child = child->next) {
        bool leading =
            leads(c, child) || (node->kind == CUT_QUERY_OR && cut_condition_is_exception(child));
        all = all && leading;
        some = some || leading;
    }
    switch (node->kind) {
    case CUT_QUERY_AND:
        return some;
    case CUT_QUERY_OR:
        return all;
    case CUT_QUERY_MEDIA:
        return true;
    case CUT_QUERY_TEXT:
        return cut_match_is_field(node) || cut_match_answers(node) != CUT_ANSWERED_NOT;
    case CUT_QUERY_PERIOD:
        return cut_match_is_field(node);
    case CUT_QUERY_FLAG:
        return cut_condition_flag_is_indexed(node->flag) || node->flag == CUT_IS_EMBARGOED ||
               node->flag == CUT_IS_EXPIRED ||
               (node->flag == CUT_IS_DUPLICATE && !c->question->alike.v);
    case CUT_QUERY_RIGHT:
        return true;
    case CUT_QUERY_ALL:
    case CUT_QUERY_NOT:
        break;
    }
    return false;
}

/* What is named comes first, unless the query says what does. led: the photos come from another
 * index than that of dates, which would be gone through for the order's sake but for the plus. */
static void add_order(cut_condition *c, bool led)
{
    const cut_query *query = c->question->query;
    add(c, " ORDER BY ");
    for (size_t i = 0; i < query->sort_count; i++) {
        const cut_query_sort *sort = &query->sorts[i];
        if (sort->key == CUT_SORT_FIELD) {
            cut_buf_printf(&c->sql, "cut_key(e.photo_id, %d) COLLATE NOCASE %s NULLS LAST, ",
                           sort->field, sort->down ? "DESC" : "ASC");
            continue;
        }
        const char *column = sort_columns[sort->key];
        if (!column)
            break;
        cut_buf_printf(&c->sql, "%s%s %s NULLS LAST, ", led ? "+" : "", column,
                       sort->down ? "DESC" : "ASC");
    }
    for (size_t i = 0; i < c->named.n && query->sort_count == 0; i++) {
        cut_condition_name(c, c->named.v[i]);
        add(c, " DESC, ");
    }
    add(c, led ? "+e.taken DESC, e.photo_id DESC" : "e.taken DESC, e.photo_id DESC");
}

/* The first photos in the order of the hits, each with whether it meets the query. */
static void write_probed(cut_condition *c, bool latest)
{
    c->probing = true;
    /* As a value, AND and OR would be worked out to their ends. */
    add(c, "SELECT e.photo_id, CASE WHEN ");
    cut_condition_node(c, c->question->query->tree);
    add(c, " THEN 1 ELSE 0 END FROM (SELECT e.photo_id AS photo FROM effective AS e WHERE ");
    if (latest) {
        add(c, "1 ORDER BY e.photo_id DESC");
    } else {
        add_plain(c);
        add_order(c, false);
    }
    add(c, " LIMIT ?1) CROSS JOIN effective AS e ON e.photo_id = photo");
    c->probing = false;
}

/* All that the query says, its words in one look-up. */
static void add_whole(cut_condition *c)
{
    if (!c->match.p) {
        cut_condition_node(c, c->question->query->tree);
        return;
    }
    add(c, "e.photo_id IN (SELECT rowid FROM search WHERE search MATCH ");
    cut_condition_value(c, c->match);
    add(c, ") AND ");
    add_rest(c);
}

static void write_counted(cut_condition *c)
{
    if (c->all_text) {
        add(c, "SELECT count(*) FROM search WHERE search MATCH ");
        cut_condition_value(c, c->match);
    } else {
        add(c, "SELECT count(*) FROM effective AS e WHERE ");
        add_whole(c);
    }
}

/* Headlines, people and places say most of what a picture is about. */
#define RANK " AND f.rank MATCH 'bm25(1.0, 4.0, 1.0, 2.0, 2.0, 3.0, 2.0, 1.0)'"

static void write_sql(cut_condition *c, cut_condition_form form)
{
    switch (form) {
    case CUT_FORM_RANKED:
        add(c, "SELECT f.rowid FROM search AS f JOIN effective AS e ON e.photo_id = f.rowid"
               " WHERE f.search MATCH ");
        cut_condition_value(c, c->match);
        add(c, RANK " AND ");
        add_rest(c);
        add(c, " ORDER BY f.rank, e.taken DESC, e.photo_id DESC LIMIT ?1");
        break;
    case CUT_FORM_RANKED_ONLY:
        add(c, "SELECT rowid FROM search AS f WHERE f.search MATCH ");
        cut_condition_value(c, c->match);
        add(c, RANK " ORDER BY f.rank, rowid DESC LIMIT ?1");
        break;
    case CUT_FORM_LATEST:
        add(c, "SELECT rowid FROM search WHERE search MATCH ");
        cut_condition_value(c, c->match);
        add(c, " ORDER BY rowid DESC LIMIT ?1");
        break;
    case CUT_FORM_SORTED:
        add(c, "SELECT e.photo_id FROM effective AS e WHERE ");
        add_whole(c);
        add_order(c, leads(c, c->question->query->tree));
        add(c, " LIMIT ?1");
        break;
    case CUT_FORM_PROBED:
    case CUT_FORM_PROBED_LATEST:
        write_probed(c, form == CUT_FORM_PROBED_LATEST);
        break;
    case CUT_FORM_COUNTED:
        write_counted(c);
        break;
    case CUT_FORM_COLUMNS:
        cut_buf_printf(&c->sql, "SELECT %s FROM effective AS e WHERE ", c->columns);
        add_whole(c);
        break;
    }
}

cutline_status cut_condition_prepare(cut_db *db, cut_condition *c, cut_condition_form form,
                                     sqlite3_stmt **out, cutline_error *err)
{
    cut_buf_clear(&c->sql);
    c->values.n = 0;
    c->checks.n = 0;
    write_sql(c, form);
    if (!cut_buf_ok(&c->sql))
        return cut_no_memory(err);
    int code = sqlite3_prepare_v2(db->sqlite, c->sql.p, (int)c->sql.n, out, NULL);
    for (size_t i = 0; i < c->values.n && code == SQLITE_OK; i++)
        cut_bind_str(*out, (int)i + 2, c->values.v[i]);
    return code == SQLITE_OK ? CUTLINE_OK : cut_sql_fail(db, code, err);
}

void cut_condition_release(cut_condition *c)
{
    cut_buf_release(&c->sql);
    cut_arena_release(&c->fold);
    cut_arena_release(&c->arena);
}
