#include "store/sqlite/condition.h"

#include "base/limits.h"
#include "record/file_key.h"
#include "store/sqlite/match.h"

static void add(cut_condition *c, const char *sql)
{
    cut_buf_z(&c->sql, sql);
}

/* Adds "?N" and the value that will be bound there. */
static void add_value(cut_condition *c, cut_str value)
{
    if (!CUT_PUSH(&c->arena, &c->values, value))
        c->sql.failed = true;
    cut_buf_printf(&c->sql, "?%zu", c->values.n + 1);
}

/* A text made in a buffer as a value. */
static void add_made(cut_condition *c, cut_buf *text)
{
    cut_str copy = {cut_buf_ok(text) ? cut_arena_copy(&c->arena, cut_buf_str(text)) : NULL,
                    text->n};
    if (!copy.p)
        c->sql.failed = true;
    add_value(c, copy);
    cut_buf_release(text);
}

/* The number of a condition that a function sees to. */
static void add_check(cut_condition *c, const cut_query_node *node)
{
    cut_buf_printf(&c->sql, "%zu", c->checks.n);
    if (!CUT_PUSH(&c->arena, &c->checks, node))
        c->sql.failed = true;
}

static bool is_named(const cut_condition *c, const cut_query_node *node)
{
    for (size_t i = 0; i < c->named.n; i++)
        if (c->named.v[i] == node)
            return true;
    return false;
}

/* ---- full text ------------------------------------------------------------------------------- */

/* Photos that a full-text index gives, as a set or, when probing, asked one by one. */
static void add_lookup(cut_condition *c, const char *table, cut_buf *match)
{
    cut_buf_printf(&c->sql,
                   c->probing ? "EXISTS (SELECT 1 FROM %s WHERE rowid = e.photo_id AND %s MATCH "
                              : "e.photo_id IN (SELECT rowid FROM %s WHERE %s MATCH ",
                   table, table);
    add_made(c, match);
    add(c, ")");
}

/* The columns of the row of answers that hold a part's values, each with what separates them. */
typedef struct part_columns {
    const char *column;
    const char *separator; /* SQL text */
} part_columns;

#define LINES "char(10)"
static const part_columns columns_of[][4] = {
    [CUT_PART_ANY] = {{NULL, NULL}},
    [CUT_PART_CAPTION] = {{"e.caption", "''"}},
    [CUT_PART_HEADLINE] = {{"e.headline", "''"}},
    [CUT_PART_CREDIT] = {{"e.credit_line", "''"}, {"e.credit_found", "''"}, {"e.agencies", LINES}},
    [CUT_PART_BYLINE] = {{"e.byline", "''"}, {"e.photographers", LINES}},
    [CUT_PART_KEYWORDS] = {{"e.keywords", LINES}},
    [CUT_PART_PERSONS] = {{"e.persons", LINES}},
    [CUT_PART_PLACE] = {{"e.city", "''"}, {"e.region", "''"}, {"e.country", "''"}},
    [CUT_PART_CITY] = {{"e.city", "''"}},
    [CUT_PART_REGION] = {{"e.region", "''"}},
    [CUT_PART_COUNTRY] = {{"e.country", "''"}},
    [CUT_PART_FILE] = {{"e.path", "''"}, {"e.other_paths", LINES}},
    [CUT_PART_RESTRICTION] = {{"e.restrictions", "','"}},
    [CUT_PART_ROLE] = {{"e.roles", LINES}},
    [CUT_PART_FIELD] = {{NULL, NULL}},
};

/* Some value of the part is as the node says. */
static void add_values(cut_condition *c, const cut_query_node *node)
{
    const part_columns *columns = columns_of[node->part];
    add(c, "(");
    for (size_t i = 0; i < 4 && columns[i].column; i++) {
        cut_buf_printf(&c->sql, "%scut_value(%s, %s, ", i > 0 ? " OR " : "", columns[i].column,
                       columns[i].separator);
        add_check(c, node);
        add(c, ")");
    }
    add(c, ")");
}

/* A field: the index gives the photos; what it cannot tell, and photos that were indexed more than
 * once, are looked at. */
static void add_field(cut_condition *c, const cut_query_node *node)
{
    cut_buf match;
    cut_buf_init(&match, CUT_MAX_JSON_BYTES);
    if (!cut_match_add_field(&c->arena, node, &match))
        c->sql.failed = true;
    add(c, "(");
    add_lookup(c, "field_words", &match);
    add(c, cut_match_answers_field(node) == CUT_ANSWERED_WHOLLY
               ? " AND (e.photo_id NOT IN (SELECT photo_id FROM field_changed) OR "
               : " AND (");
    if (node->part == CUT_PART_FIELD || node->kind == CUT_QUERY_PERIOD) {
        add(c, "cut_holds(e.photo_id, ");
        add_check(c, node);
        add(c, ")");
    } else {
        add_values(c, node);
    }
    add(c, "))");
}

/* ---- IDs and names --------------------------------------------------------------------------- */

static void add_media(cut_condition *c, const cut_query_node *node)
{
    add(c, "e.photo_id IN (SELECT photo_id FROM media_id WHERE ");
    for (size_t i = 0; i < node->id_count; i++) {
        cut_str value = cut_str_from(node->ids[i].id), ns = cut_str_from(node->ids[i].ns);
        add(c, i ? " OR (value = " : "(value = ");
        add_value(c, value);
        if (!cut_str_eq(ns, CUT_STR(CUTLINE_NAMESPACE_BARE))) {
            add(c, " AND (namespace = ");
            add_value(c, ns);
            add(c, value.n >= 6 ? " OR namespace = 'bare')" : ")");
        }
        add(c, ")");
    }
    add(c, ")");
}

/* The ID or file name that a bare word is. */
static void add_name(cut_condition *c, const cut_query_node *node)
{
    add(c, "(");
    if (node->id_count > 0) {
        add_media(c, node);
        add(c, " OR ");
    }
    add(c, "e.photo_id IN (SELECT photo_id FROM file_name WHERE name = ");
    cut_str key = cut_file_key(&c->arena, node->text);
    add_value(c, key.p ? key : CUT_STR(""));
    add(c, "))");
}

/* ---- conditions on texts --------------------------------------------------------------------- */

static void add_search(cut_condition *c, const cut_query_node *node)
{
    cut_buf match;
    cut_buf_init(&match, CUT_MAX_JSON_BYTES);
    cut_match_add(node, &match);
    add_lookup(c, "search", &match);
}

static void add_text(cut_condition *c, const cut_query_node *node)
{
    cut_answered answered = cut_match_answers(node);
    bool named = is_named(c, node);
    add(c, "(");
    if (named) {
        add_name(c, node);
        add(c, " OR ");
    }
    if (answered != CUT_ANSWERED_NOT)
        add_search(c, node);
    if (answered == CUT_ANSWERED_PARTLY)
        add(c, " AND ");
    if (answered != CUT_ANSWERED_WHOLLY)
        add_values(c, node);
    add(c, ")");
}

/* ---- conditions on the row of answers -------------------------------------------------------- */

static void add_bounds(cut_condition *c, const char *what, const cut_query_node *node)
{
    cut_buf_printf(&c->sql, "(%s IS NOT NULL", what);
    if (node->from) {
        cut_buf_printf(&c->sql, " AND %s >= ", what);
        add_value(c, cut_str_from(node->from));
    }
    if (node->before) {
        cut_buf_printf(&c->sql, " AND %s < ", what);
        add_value(c, cut_str_from(node->before));
    }
    add(c, ")");
}

/* Photo numbers grow with time: from the first one that came late enough to the first one that came
 * too late. Between two rows of `arrival` all came at the time of the first. */
static void add_arrival(cut_condition *c, const cut_query_node *node)
{
    static const char day[] = "(SELECT min(photo_id) FROM arrival WHERE"
                              " strftime('%Y-%m-%dT%H:%M:%S', time_ms / 1000, 'unixepoch') >= ";
    add(c, "(e.photo_id >= ifnull(");
    if (node->from) {
        add(c, day);
        add_value(c, cut_str_from(node->from));
        add(c, "), 9223372036854775807)");
    } else {
        add(c, "(SELECT min(photo_id) FROM arrival), 9223372036854775807)");
    }
    if (node->before) {
        add(c, " AND e.photo_id < ifnull(");
        add(c, day);
        add_value(c, cut_str_from(node->before));
        add(c, "), 9223372036854775807)");
    }
    add(c, ")");
}

static void add_period(cut_condition *c, const cut_query_node *node)
{
    if (node->clock == CUT_CLOCK_TAKEN)
        add_bounds(c, "e.date", node);
    else if (node->clock == CUT_CLOCK_IMPORTED)
        add_arrival(c, node);
    else
        add_field(c, node);
}

/* A yes-or-no condition and its opposite. Both are written out where an index holds the rows of
 * one: SQLite does not see through NOT. NULL: the index of fields answers. */
typedef struct flag_sql {
    const char *yes, *no;
} flag_sql;

#define SOME(column)                                                                               \
    {                                                                                              \
        column " IS NOT NULL", column " IS NULL"                                                   \
    }
static const flag_sql flags[] = {
    [CUT_IS_AWAITING] = {"e.awaiting = 1", "e.awaiting = 0"},
    [CUT_IS_CONFLICT] = SOME("e.conflicts"),
    [CUT_IS_FILE_PHOTO] = {"e.file_photo = 1", "e.file_photo = 0"},
    [CUT_IS_EDITED] = {"e.photo_id IN (SELECT photo_id FROM hand_value)",
                       "e.photo_id NOT IN (SELECT photo_id FROM hand_value)"},
    [CUT_IS_MISSING] = {"e.photo_id IN (SELECT photo_id FROM file WHERE missing = 1)",
                        "e.photo_id NOT IN (SELECT photo_id FROM file WHERE missing = 1)"},
    [CUT_IS_KILLED] = SOME("e.kill_reason"),
    [CUT_IS_AI] = {NULL, NULL},
    [CUT_IS_EMBARGOED] = {NULL, NULL},
    [CUT_HAS_CAPTION] = SOME("e.caption"),
    [CUT_HAS_HEADLINE] = SOME("e.headline"),
    [CUT_HAS_CREDIT] = SOME("e.credit_line"),
    [CUT_HAS_BYLINE] = SOME("e.byline"),
    [CUT_HAS_KEYWORDS] = SOME("e.keywords"),
    [CUT_HAS_PERSONS] = SOME("e.persons"),
    [CUT_HAS_PLACE] = SOME("coalesce(e.city, e.region, e.country)"),
    [CUT_HAS_CITY] = SOME("e.city"),
    [CUT_HAS_REGION] = SOME("e.region"),
    [CUT_HAS_COUNTRY] = SOME("e.country"),
    [CUT_HAS_DATE] = SOME("e.date"),
    [CUT_HAS_MEDIA] = SOME("e.id_value"),
    [CUT_HAS_FILE] = SOME("e.path"),
    [CUT_HAS_RESTRICTIONS] = SOME("e.restrictions"),
};

/* What is an exception among photos: the index gives them, and the few are looked at. */
static void add_indexed_flag(cut_condition *c, const cut_query_node *node)
{
    cut_buf match;
    cut_buf_init(&match, CUT_MAX_JSON_BYTES);
    cut_match_add_flag(node->flag, c->question->today, &match);
    add(c, "(");
    add_lookup(c, "field_words", &match);
    add(c, " AND (e.photo_id NOT IN (SELECT photo_id FROM field_changed)"
           " OR cut_holds(e.photo_id, ");
    add_check(c, node);
    add(c, ")))");
}

static void add_flag(cut_condition *c, const cut_query_node *node)
{
    if (flags[node->flag].yes)
        add(c, flags[node->flag].yes);
    else
        add_indexed_flag(c, node);
}

/* ---- the tree -------------------------------------------------------------------------------- */

static void add_node(cut_condition *c, const cut_query_node *node);

static void add_children(cut_condition *c, const cut_query_node *node, const char *between)
{
    add(c, "(");
    for (const cut_query_node *child = node->first; child; child = child->next) {
        add_node(c, child);
        if (child->next)
            add(c, between);
    }
    add(c, ")");
}

/* A condition whose column is NULL does not hold, and so its opposite does. */
static void add_not(cut_condition *c, const cut_query_node *child)
{
    if (child->kind == CUT_QUERY_FLAG && flags[child->flag].no) {
        add(c, flags[child->flag].no);
        return;
    }
    add(c, "NOT ");
    add_node(c, child);
}

static void add_node(cut_condition *c, const cut_query_node *node)
{
    switch (node->kind) {
    case CUT_QUERY_ALL:
        add(c, "1");
        break;
    case CUT_QUERY_AND:
        add_children(c, node, " AND ");
        break;
    case CUT_QUERY_OR:
        add_children(c, node, " OR ");
        break;
    case CUT_QUERY_NOT:
        add_not(c, node->first);
        break;
    case CUT_QUERY_TEXT:
        if (cut_match_is_field(node))
            add_field(c, node);
        else
            add_text(c, node);
        break;
    case CUT_QUERY_MEDIA:
        add_media(c, node);
        break;
    case CUT_QUERY_PERIOD:
        add_period(c, node);
        break;
    case CUT_QUERY_FLAG:
        add_flag(c, node);
        break;
    }
}

/* ---- looking a query over -----------------------------------------------------------------------
 */

static cutline_status exists(cut_db *db, cut_sql_id id, const char *sql, cut_str value, bool *found,
                             cutline_error *err)
{
    sqlite3_stmt *q = cut_sql(db, id, sql);
    cut_bind_str(q, 1, value);
    *found = *found || cut_sql_row(db, q);
    return cut_sql_end(db, q, err);
}

/* Whether a bare word is an ID or a file name of the catalog. */
static cutline_status look_up_name(cut_db *db, cut_condition *c, const cut_query_node *node,
                                   cutline_error *err)
{
    bool found = false;
    cut_str key = cut_file_key(&c->arena, node->text);
    cutline_status status = CUTLINE_OK;
    if (key.p)
        status = exists(db, CUT_SQL_HAS_FILE_NAME, "SELECT 1 FROM file_name WHERE name = ?1", key,
                        &found, err);
    for (size_t i = 0; i < node->id_count && status == CUTLINE_OK; i++)
        status = exists(db, CUT_SQL_HAS_ID, "SELECT 1 FROM media_id WHERE value = ?1",
                        cut_str_from(node->ids[i].id), &found, err);
    if (status == CUTLINE_OK && found && !CUT_PUSH(&c->arena, &c->named, node))
        status = cut_no_memory(err);
    return status;
}

static cutline_status look_over(cut_db *db, cut_condition *c, const cut_query_node *node,
                                cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    c->has_text = c->has_text || cut_match_is_field(node) ||
                  (node->kind == CUT_QUERY_TEXT && node->match != CUT_MATCH_REGEX);
    if (node->bare)
        status = look_up_name(db, c, node, err);
    for (const cut_query_node *child = node->first; child && status == CUTLINE_OK;
         child = child->next)
        status = look_over(db, c, child, err);
    return status;
}

cutline_status cut_condition_make(cut_db *db, const cut_db_question *question, cut_condition *out,
                                  cutline_error *err)
{
    const cut_query_node *tree = question->query->tree;
    cut_buf match;
    *out = (cut_condition){.question = question};
    cut_arena_init(&out->arena, CUT_MAX_JSON_BYTES);
    cut_arena_init(&out->fold, CUT_MAX_RECORD_ARENA);
    cut_buf_init(&out->sql, CUT_MAX_JSON_BYTES);
    cutline_status status = cut_checks_register(db, err);
    if (status == CUTLINE_OK)
        status = look_over(db, out, tree, err);
    cut_answered answered = cut_match_answers(tree);
    if (status != CUTLINE_OK || out->named.n > 0 || answered == CUT_ANSWERED_NOT)
        return status;
    out->all_text = answered == CUT_ANSWERED_WHOLLY;
    cut_buf_init(&match, CUT_MAX_JSON_BYTES);
    cut_match_add(tree, &match);
    out->match = (cut_str){
        cut_buf_ok(&match) ? cut_arena_copy(&out->arena, cut_buf_str(&match)) : NULL, match.n};
    cut_buf_release(&match);
    return out->match.p ? CUTLINE_OK : cut_no_memory(err);
}

/* ---- the statement --------------------------------------------------------------------------- */

static bool is_barred(const cut_query_node *node)
{
    return node->kind == CUT_QUERY_NOT && cut_match_answers(node->first) == CUT_ANSWERED_WHOLLY;
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
        add_values(c, tree);
        return;
    }
    for (const cut_query_node *child = tree->first; child; child = child->next) {
        cut_answered answered = cut_match_answers(child);
        if (answered == CUT_ANSWERED_WHOLLY || is_barred(child))
            continue;
        add(c, " AND ");
        if (child->kind == CUT_QUERY_TEXT && answered == CUT_ANSWERED_PARTLY)
            add_values(c, child);
        else
            add_node(c, child);
    }
}

static bool needs_text(const cut_query_node *node)
{
    if (node->kind == CUT_QUERY_TEXT || cut_match_is_field(node))
        return true;
    for (const cut_query_node *child = node->first; child; child = child->next)
        if (needs_text(child))
            return true;
    return node->kind == CUT_QUERY_FLAG && !flags[node->flag].yes;
}

/* What needs no full text, of all that must hold. */
static void add_plain(cut_condition *c)
{
    const cut_query_node *tree = c->question->query->tree;
    bool is_and = tree->kind == CUT_QUERY_AND;
    add(c, "1");
    for (const cut_query_node *node = is_and ? tree->first : tree; node;
         node = is_and ? node->next : NULL) {
        if (needs_text(node))
            continue;
        add(c, " AND ");
        add_node(c, node);
    }
}

static const char *const sort_columns[] = {
    [CUT_SORT_RELEVANCE] = NULL,
    [CUT_SORT_DATE] = "e.date",
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
};

/* What is named comes first, unless the query says what does. */
static void add_order(cut_condition *c)
{
    const cut_query *query = c->question->query;
    add(c, " ORDER BY ");
    for (size_t i = 0; i < query->sort_count; i++) {
        const char *column = sort_columns[query->sorts[i].key];
        if (!column)
            break;
        cut_buf_printf(&c->sql, "%s %s NULLS LAST, ", column,
                       query->sorts[i].down ? "DESC" : "ASC");
    }
    for (size_t i = 0; i < c->named.n && query->sort_count == 0; i++) {
        add_name(c, c->named.v[i]);
        add(c, " DESC, ");
    }
    add(c, "e.date DESC, e.photo_id DESC");
}

static void write_probed(cut_condition *c)
{
    c->probing = true;
    add(c, "SELECT photo_id, ");
    if (c->match.p) {
        add(c, "EXISTS (SELECT 1 FROM search WHERE rowid = e.photo_id AND search MATCH ");
        add_value(c, c->match);
        add(c, ") AND ");
        add_rest(c);
    } else {
        add_node(c, c->question->query->tree);
    }
    add(c, " FROM (SELECT e.* FROM effective AS e WHERE ");
    add_plain(c);
    add_order(c);
    add(c, " LIMIT ?1) AS e");
    c->probing = false;
}

static void write_counted(cut_condition *c)
{
    if (c->all_text) {
        add(c, "SELECT count(*) FROM search WHERE search MATCH ");
        add_value(c, c->match);
    } else {
        add(c, "SELECT count(*) FROM effective AS e WHERE ");
        add_node(c, c->question->query->tree);
    }
}

static void write_sql(cut_condition *c, cut_condition_form form)
{
    switch (form) {
    case CUT_FORM_RANKED:
        /* Headlines, people and places say most of what a picture is about. */
        add(c, "SELECT f.rowid FROM search AS f JOIN effective AS e ON e.photo_id = f.rowid"
               " WHERE f.search MATCH ");
        add_value(c, c->match);
        add(c, " AND f.rank MATCH 'bm25(1.0, 4.0, 1.0, 2.0, 2.0, 3.0, 2.0, 1.0)' AND ");
        add_rest(c);
        add(c, " ORDER BY f.rank, e.date DESC, e.photo_id DESC LIMIT ?1");
        break;
    case CUT_FORM_LATEST:
        add(c, "SELECT rowid FROM search WHERE search MATCH ");
        add_value(c, c->match);
        add(c, " ORDER BY rowid DESC LIMIT ?1");
        break;
    case CUT_FORM_SORTED:
        add(c, "SELECT e.photo_id FROM effective AS e WHERE ");
        add_node(c, c->question->query->tree);
        add_order(c);
        add(c, " LIMIT ?1");
        break;
    case CUT_FORM_PROBED:
        write_probed(c);
        break;
    case CUT_FORM_COUNTED:
        write_counted(c);
        break;
    case CUT_FORM_COLUMNS:
        cut_buf_printf(&c->sql, "SELECT %s FROM effective AS e WHERE ", c->columns);
        add_node(c, c->question->query->tree);
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
