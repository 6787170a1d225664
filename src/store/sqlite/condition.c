#include "store/sqlite/condition.h"

#include "base/limits.h"

/* The columns of the search table in the order of cut_text_column's bits. */
static const char *const column_names[CUT_TEXT_COLUMNS] = {
    "caption", "headline", "credit", "byline", "keywords", "persons", "place", "file"};

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

/* ---- full text ----------------------------------------------------------------------------------
 */

/* FTS5's own little language, made of folded words (letters and digits only) and fixed pieces:
 * {caption headline} : "john kerry" * */
static void add_words(cut_buf *out, const cut_query_node *node)
{
    cut_buf_char(out, '{');
    for (unsigned i = 0; i < CUT_TEXT_COLUMNS; i++)
        if (node->columns & (1u << i))
            cut_buf_printf(out, "%s ", column_names[i]);
    cut_buf_z(out, "} : \"");
    cut_buf_str_add(out, node->words);
    cut_buf_z(out, node->prefix ? "\" *" : "\"");
}

static bool is_text(const cut_query_node *node);

static bool is_barred_text(const cut_query_node *node)
{
    return node->kind == CUT_QUERY_NOT && is_text(node->first);
}

/* What FTS5 can answer in one go, and rank: words joined by "and" and "or", and words that must not
 * be there beside words that must. */
static bool is_text(const cut_query_node *node)
{
    bool wanted = false;
    if (node->kind == CUT_QUERY_WORDS)
        return true;
    if (node->kind != CUT_QUERY_AND && node->kind != CUT_QUERY_OR)
        return false;
    for (const cut_query_node *child = node->first; child; child = child->next) {
        bool text = is_text(child);
        if (!text && (node->kind == CUT_QUERY_OR || !is_barred_text(child)))
            return false;
        wanted = wanted || text;
    }
    return wanted;
}

static bool has_text_child(const cut_query_node *node)
{
    if (node->kind != CUT_QUERY_AND)
        return false;
    for (const cut_query_node *child = node->first; child; child = child->next)
        if (is_text(child))
            return true;
    return false;
}

static void add_text(cut_buf *out, const cut_query_node *node);

/* The children that are text, then those that are barred. */
static void add_text_children(cut_buf *out, const cut_query_node *node, const char *between)
{
    bool some = false;
    cut_buf_z(out, "((");
    for (const cut_query_node *child = node->first; child; child = child->next) {
        if (!is_text(child))
            continue;
        cut_buf_z(out, some ? between : "");
        add_text(out, child);
        some = true;
    }
    cut_buf_char(out, ')');
    for (const cut_query_node *child = node->first; child; child = child->next) {
        if (!is_barred_text(child))
            continue;
        cut_buf_z(out, " NOT ");
        add_text(out, child->first);
    }
    cut_buf_char(out, ')');
}

static void add_text(cut_buf *out, const cut_query_node *node)
{
    if (node->kind == CUT_QUERY_WORDS)
        add_words(out, node);
    else
        add_text_children(out, node, node->kind == CUT_QUERY_AND ? " AND " : " OR ");
}

/* The match text of a node that is text, or of the children of an AND that are. A copy in the
 * arena. */
static cut_str match_of(cut_condition *c, const cut_query_node *node)
{
    cut_buf text;
    cut_buf_init(&text, CUT_MAX_JSON_BYTES);
    add_text(&text, node);
    cut_str copy = {cut_buf_ok(&text) ? cut_arena_copy(&c->arena, cut_buf_str(&text)) : NULL,
                    text.n};
    if (!copy.p)
        c->sql.failed = true;
    cut_buf_release(&text);
    return copy;
}

/* ---- conditions on the row of answers -------------------------------------------------------- */

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

static void add_date(cut_condition *c, const cut_query_node *node)
{
    add(c, "(e.date IS NOT NULL");
    if (node->from) {
        add(c, " AND e.date >= ");
        add_value(c, cut_str_from(node->from));
    }
    if (node->before) {
        add(c, " AND e.date < ");
        add_value(c, cut_str_from(node->before));
    }
    add(c, ")");
}

/* A yes-or-no condition and its opposite. Both are written out where an index holds the rows of
 * one: SQLite does not see through NOT. */
typedef struct flag_sql {
    const char *yes, *no;
} flag_sql;

static const flag_sql flags[] = {
    [CUT_IS_AWAITING] = {"e.awaiting = 1", "e.awaiting = 0"},
    [CUT_IS_CONFLICT] = {"e.conflicts IS NOT NULL", "e.conflicts IS NULL"},
    [CUT_IS_FILE_PHOTO] = {"e.file_photo = 1", "e.file_photo = 0"},
    [CUT_IS_EDITED] = {"e.photo_id IN (SELECT photo_id FROM hand_value)",
                       "e.photo_id NOT IN (SELECT photo_id FROM hand_value)"},
    [CUT_HAS_CAPTION] = {"e.caption IS NOT NULL", "e.caption IS NULL"},
    [CUT_HAS_HEADLINE] = {"e.headline IS NOT NULL", "e.headline IS NULL"},
    [CUT_HAS_CREDIT] = {"e.credit_line IS NOT NULL", "e.credit_line IS NULL"},
    [CUT_HAS_BYLINE] = {"e.byline IS NOT NULL", "e.byline IS NULL"},
    [CUT_HAS_DATE] = {"e.date IS NOT NULL", "e.date IS NULL"},
    [CUT_HAS_MEDIA] = {"e.id_value IS NOT NULL", "e.id_value IS NULL"},
    [CUT_HAS_RESTRICTIONS] = {"e.restrictions IS NOT NULL", "e.restrictions IS NULL"},
};

static void add_not(cut_condition *c, const cut_query_node *child)
{
    if (child->kind == CUT_QUERY_FLAG) {
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
    case CUT_QUERY_WORDS:
        add(c, "e.photo_id IN (SELECT rowid FROM search WHERE search MATCH ");
        add_value(c, match_of(c, node));
        add(c, ")");
        break;
    case CUT_QUERY_MEDIA:
        add_media(c, node);
        break;
    case CUT_QUERY_DATE:
        add_date(c, node);
        break;
    case CUT_QUERY_FLAG:
        add(c, flags[node->flag].yes);
        break;
    }
}

/* ---- the whole ------------------------------------------------------------------------------- */

/* The children of an AND that FTS5 does not answer: all of them must hold. */
static void add_others(cut_condition *c, const cut_query_node *node)
{
    add(c, "1");
    for (const cut_query_node *child = node->first; child; child = child->next) {
        if (is_text(child) || is_barred_text(child))
            continue;
        add(c, " AND ");
        add_node(c, child);
    }
}

cutline_status cut_condition_make(const cut_query_node *query, cut_condition *out,
                                  cutline_error *err)
{
    *out = (cut_condition){.query = query, .all_text = is_text(query)};
    cut_arena_init(&out->arena, CUT_MAX_JSON_BYTES);
    cut_buf_init(&out->sql, CUT_MAX_JSON_BYTES);
    if (out->all_text || has_text_child(query))
        out->match = match_of(out, query);
    return cut_buf_ok(&out->sql) ? CUTLINE_OK : cut_no_memory(err);
}

static void write_sql(cut_condition *c, cut_condition_order order)
{
    switch (order) {
    case CUT_ORDER_RANK:
        add(c, "SELECT f.rowid FROM search AS f JOIN effective AS e ON e.photo_id = f.rowid"
               " WHERE f.search MATCH ");
        add_value(c, c->match);
        add(c, " AND ");
        if (c->all_text)
            add(c, "1");
        else
            add_others(c, c->query);
        add(c, " ORDER BY f.rank, e.date DESC, e.photo_id DESC LIMIT ?1");
        break;
    case CUT_ORDER_LATEST:
        add(c, "SELECT rowid FROM search WHERE search MATCH ");
        add_value(c, c->match);
        add(c, " ORDER BY rowid DESC LIMIT ?1");
        break;
    case CUT_ORDER_PROBE:
        add(c, "SELECT photo_id, EXISTS (SELECT 1 FROM search WHERE rowid = photo_id"
               " AND search MATCH ");
        add_value(c, c->match);
        add(c, ") FROM (SELECT e.photo_id FROM effective AS e WHERE ");
        add_others(c, c->query);
        add(c, " ORDER BY e.date DESC, e.photo_id DESC LIMIT ?1)");
        break;
    case CUT_ORDER_DATE:
        add(c, "SELECT e.photo_id FROM effective AS e WHERE ");
        add_node(c, c->query);
        add(c, " ORDER BY e.date DESC, e.photo_id DESC LIMIT ?1");
        break;
    }
}

cutline_status cut_condition_prepare(cut_db *db, cut_condition *c, cut_condition_order order,
                                     sqlite3_stmt **out, cutline_error *err)
{
    cut_buf_clear(&c->sql);
    c->values.n = 0;
    write_sql(c, order);
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
    cut_arena_release(&c->arena);
}
