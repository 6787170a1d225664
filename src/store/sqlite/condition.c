#include "store/sqlite/condition.h"

#include "base/limits.h"
#include "record/fields.h"
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

/* Photos that a full-text index gives. */
static void add_lookup(cut_condition *c, const char *table, cut_buf *match)
{
    cut_buf_printf(&c->sql, "e.photo_id IN (SELECT rowid FROM %s WHERE %s MATCH ", table, table);
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

static void add_field_check(cut_condition *c, const cut_query_node *node)
{
    if (node->part == CUT_PART_FIELD || node->kind == CUT_QUERY_PERIOD) {
        add(c, "cut_holds(e.photo_id, ");
        add_check(c, node);
        add(c, ")");
    } else {
        add_values(c, node);
    }
}

/* One of them is as said; so the photo at hand is weighed, which takes 0.1 ms. */
static void add_field_checks(cut_condition *c, const cut_query_node *node,
                             const cut_query_node *last)
{
    const char *between = "(";
    for (const cut_query_node *n = node; n; n = n == last ? NULL : n->next) {
        add(c, between);
        add_field_check(c, n);
        between = " OR ";
    }
    add(c, ")");
}

/* Fields, one of which must be as said: the index gives the photos; what it cannot tell, and photos
 * that were indexed more than once, are looked at. node: the first one, `last`: the last one. */
static void add_fields(cut_condition *c, const cut_query_node *node, const cut_query_node *last)
{
    bool wholly = true;
    cut_buf match;
    if (c->probing) {
        add_field_checks(c, node, last);
        return;
    }
    cut_buf_init(&match, CUT_MAX_JSON_BYTES);
    for (const cut_query_node *n = node; n; n = n == last ? NULL : n->next) {
        cut_buf_z(&match, n == node ? "(" : " OR (");
        if (!cut_match_add_field(&c->arena, n, &match))
            c->sql.failed = true;
        cut_buf_char(&match, ')');
        wholly = wholly && cut_match_answers_field(n) == CUT_ANSWERED_WHOLLY;
    }
    add(c, "(");
    add_lookup(c, "field_words", &match);
    add(c, wholly ? " AND (e.photo_id NOT IN (SELECT photo_id FROM field_changed) OR " : " AND ");
    add_field_checks(c, node, last);
    add(c, wholly ? "))" : ")");
}

/* A photo that has the field has its date from there: the index of dates helps. */
static bool is_taken(const cut_query_node *node)
{
    return node->kind == CUT_QUERY_PERIOD && node->clock == CUT_CLOCK_FIELD &&
           node->field == CUT_FIELD_date_created;
}

static void add_field(cut_condition *c, const cut_query_node *node)
{
    add(c, "(");
    if (is_taken(node)) {
        add_bounds(c, "e.date", node);
        add(c, " AND ");
    }
    add_fields(c, node, node);
    add(c, ")");
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

/* What the columns of the full text are made of (search_rows.c). */
static const char *const searched[CUT_TEXT_COLUMNS] = {
    "e.caption",
    "e.headline",
    "ifnull(e.credit_line, '') || char(10) || ifnull(e.agencies, '') || char(10)"
    " || ifnull(e.credit_found, '')",
    "ifnull(e.byline, '') || char(10) || ifnull(e.photographers, '')",
    "e.keywords",
    "e.persons",
    "ifnull(e.city, '') || char(10) || ifnull(e.region, '') || char(10) || ifnull(e.country, '')",
    "ifnull(e.path, '') || char(10) || ifnull(e.other_paths, '')",
};

static void add_search_of(cut_condition *c, const cut_query_node *node, const char *column)
{
    cut_buf_printf(&c->sql, "cut_value(%s, '', ", column);
    add_check(c, node);
    add(c, ")");
}

/* The words in the texts of the photo at hand: what the full text would say of it, at a tenth of
 * the cost of asking for one photo. */
static void add_probe(cut_condition *c, const cut_query_node *node)
{
    const char *between = "(";
    for (unsigned i = 0; i < CUT_TEXT_COLUMNS; i++) {
        if (!(node->columns & (1u << i)))
            continue;
        add(c, between);
        add_search_of(c, node, searched[i]);
        between = " OR ";
    }
    if (node->columns & CUT_TEXT_CAPTION) {
        add(c, " OR EXISTS (SELECT 1 FROM other_caption AS o WHERE o.photo_id = e.photo_id AND ");
        add_search_of(c, node, "o.text");
        add(c, ")");
    }
    add(c, ")");
}

static void add_text(cut_condition *c, const cut_query_node *node)
{
    cut_answered answered = cut_match_answers(node);
    bool named = is_named(c, node);
    if (c->probing) {
        if (answered == CUT_ANSWERED_WHOLLY)
            add_probe(c, node);
        else
            add_values(c, node);
        return;
    }
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

/* Photo numbers grow with time: from the first one that came late enough to the first one that came
 * too late. Between two rows of `arrival` all came at the time of the first. */
static void add_arrival(cut_condition *c, const cut_query_node *node)
{
    static const char day[] = "(SELECT min(photo_id) FROM arrival WHERE"
                              " strftime('%Y-%m-%dT%H:%M:%S', time_ms / 1000, 'unixepoch') >= ";
    add(c, "(+e.photo_id >= ifnull(");
    if (node->from) {
        add(c, day);
        add_value(c, cut_str_from(node->from));
        add(c, "), 9223372036854775807)");
    } else {
        add(c, "(SELECT min(photo_id) FROM arrival), 9223372036854775807)");
    }
    if (node->before) {
        add(c, " AND +e.photo_id < ifnull(");
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

static bool all_fields(const cut_query_node *node)
{
    for (const cut_query_node *child = node->first; child; child = child->next)
        if (!cut_match_is_field(child))
            return false;
    return true;
}

static void add_node(cut_condition *c, const cut_query_node *node);

static bool is_fields(const cut_query_node *node)
{
    return cut_match_is_field(node) || (node->kind == CUT_QUERY_OR && all_fields(node));
}

/* Fields last: where photos are asked one by one, they cost most. */
static void add_children(cut_condition *c, const cut_query_node *node, const char *between)
{
    bool some = false;
    add(c, "(");
    for (int fields = 0; fields < 2; fields++) {
        for (const cut_query_node *child = node->first; child; child = child->next) {
            if (is_fields(child) != (fields == 1))
                continue;
            add(c, some ? between : "");
            add_node(c, child);
            some = true;
        }
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
        if (is_fields(node))
            add_fields(c, node->first, NULL);
        else
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

/* Few photos have the fields: they are better looked up than looked for. */
static cutline_status weigh_fields(cut_db *db, cut_condition *c, const cut_query_node *node,
                                   cutline_error *err)
{
    cut_buf match;
    cut_buf_init(&match, CUT_MAX_JSON_BYTES);
    bool or = node->kind == CUT_QUERY_OR, ok = true;
    for (const cut_query_node *n = or ? node->first : node; n && ok; n = or ? n->next : NULL) {
        cut_buf_z(&match, match.n > 0 ? " OR (" : "(");
        ok = cut_match_add_field(&c->arena, n, &match);
        cut_buf_char(&match, ')');
    }
    if (!ok || !cut_buf_ok(&match)) {
        cut_buf_release(&match);
        return cut_no_memory(err);
    }
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_COUNT_FIELDS,
                              "SELECT count(*) FROM (SELECT rowid FROM field_words"
                              " WHERE field_words MATCH ?1 LIMIT ?2)");
    cut_bind_str(q, 1, cut_buf_str(&match));
    sqlite3_bind_int64(q, 2, CUT_MAX_LOOKED_UP);
    if (cut_sql_row(db, q) && sqlite3_column_int64(q, 0) < CUT_MAX_LOOKED_UP)
        c->may_probe = false;
    cutline_status status = cut_sql_end(db, q, err);
    cut_buf_release(&match);
    return status;
}

/* Of the conditions that must hold. */
static cutline_status weigh_tree(cut_db *db, cut_condition *c, const cut_query_node *tree,
                                 cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    bool and = tree->kind == CUT_QUERY_AND;
    for (const cut_query_node *n = and? tree->first : tree; n && status == CUTLINE_OK;
         n = and? n->next : NULL)
        if (c->may_probe && is_fields(n) && !is_taken(n))
            status = weigh_fields(db, c, n, err);
    return status;
}

static cutline_status look_over(cut_db *db, cut_condition *c, const cut_query_node *node,
                                cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    bool field = cut_match_is_field(node), text = node->kind == CUT_QUERY_TEXT && !field;
    c->has_text = c->has_text || field || (text && node->match != CUT_MATCH_REGEX);
    c->has_prefix = c->has_prefix || (text && node->prefix);
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
    *out = (cut_condition){.question = question, .may_probe = true};
    cut_arena_init(&out->arena, CUT_MAX_JSON_BYTES);
    cut_arena_init(&out->fold, CUT_MAX_RECORD_ARENA);
    cut_buf_init(&out->sql, CUT_MAX_JSON_BYTES);
    cutline_status status = cut_checks_register(db, err);
    if (status == CUTLINE_OK)
        status = look_over(db, out, tree, err);
    if (status == CUTLINE_OK)
        status = weigh_tree(db, out, tree, err);
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
        bool taken = is_taken(node);
        if (!taken && needs_text(node))
            continue;
        add(c, " AND ");
        if (taken)
            add_bounds(c, "e.date", node);
        else
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

/* Whether an index gives the photos that meet a condition, or all that may. */
static bool leads(const cut_condition *c, const cut_query_node *node)
{
    bool all = true, some = false;
    for (const cut_query_node *child = node->first; child; child = child->next) {
        bool leading = leads(c, child);
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
        return !flags[node->flag].yes;
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
        const char *column = sort_columns[query->sorts[i].key];
        if (!column)
            break;
        cut_buf_printf(&c->sql, "%s%s %s NULLS LAST, ", led ? "+" : "", column,
                       query->sorts[i].down ? "DESC" : "ASC");
    }
    for (size_t i = 0; i < c->named.n && query->sort_count == 0; i++) {
        add_name(c, c->named.v[i]);
        add(c, " DESC, ");
    }
    add(c, led ? "+e.date DESC, e.photo_id DESC" : "e.date DESC, e.photo_id DESC");
}

/* The first photos in the order of the hits, each with whether it meets the query. */
static void write_probed(cut_condition *c, bool latest)
{
    c->probing = true;
    add(c, "SELECT photo_id, ");
    add_node(c, c->question->query->tree);
    add(c, " FROM (SELECT e.* FROM effective AS e WHERE ");
    if (latest) {
        add(c, "1 ORDER BY e.photo_id DESC");
    } else {
        add_plain(c);
        add_order(c, false);
    }
    add(c, " LIMIT ?1) AS e");
    c->probing = false;
}

/* All that the query says, its words in one look-up. */
static void add_whole(cut_condition *c)
{
    if (!c->match.p) {
        add_node(c, c->question->query->tree);
        return;
    }
    add(c, "e.photo_id IN (SELECT rowid FROM search WHERE search MATCH ");
    add_value(c, c->match);
    add(c, ") AND ");
    add_rest(c);
}

static void write_counted(cut_condition *c)
{
    if (c->all_text) {
        add(c, "SELECT count(*) FROM search WHERE search MATCH ");
        add_value(c, c->match);
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
        add_value(c, c->match);
        add(c, RANK " AND ");
        add_rest(c);
        add(c, " ORDER BY f.rank, e.date DESC, e.photo_id DESC LIMIT ?1");
        break;
    case CUT_FORM_RANKED_ONLY:
        add(c, "SELECT rowid FROM search AS f WHERE f.search MATCH ");
        add_value(c, c->match);
        add(c, RANK " ORDER BY f.rank, rowid DESC LIMIT ?1");
        break;
    case CUT_FORM_LATEST:
        add(c, "SELECT rowid FROM search WHERE search MATCH ");
        add_value(c, c->match);
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
