/* Each kind of condition as SQL. */
#include "base/limits.h"
#include "record/fields.h"
#include "record/file_key.h"
#include "store/sqlite/condition_parts.h"
#include "store/sqlite/match.h"

static void add(cut_condition *c, const char *sql)
{
    cut_buf_z(&c->sql, sql);
}

/* Adds "?N" and the value that will be bound there. */
void cut_condition_value(cut_condition *c, cut_str value)
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
    cut_condition_value(c, copy);
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
void cut_condition_values(cut_condition *c, const cut_query_node *node)
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

void cut_condition_taken(cut_condition *c, const cut_query_node *node)
{
    add(c, "(e.taken IS NOT NULL");
    if (node->from)
        cut_buf_printf(&c->sql, " AND e.taken >= %lld",
                       (long long)cut_date_key(cut_str_from(node->from)));
    if (node->before)
        cut_buf_printf(&c->sql, " AND e.taken < %lld",
                       (long long)cut_date_key(cut_str_from(node->before)));
    add(c, ")");
}

static void add_field_check(cut_condition *c, const cut_query_node *node)
{
    if (node->part == CUT_PART_FIELD || node->kind == CUT_QUERY_PERIOD) {
        add(c, "cut_holds(e.photo_id, ");
        add_check(c, node);
        add(c, ")");
    } else {
        cut_condition_values(c, node);
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

static void add_field_lookup(cut_condition *c, const cut_query_node *node,
                             const cut_query_node *last)
{
    cut_buf match;
    cut_buf_init(&match, CUT_MAX_JSON_BYTES);
    for (const cut_query_node *n = node; n; n = n == last ? NULL : n->next) {
        cut_buf_z(&match, n == node ? "(" : " OR (");
        if (!cut_match_add_field(&c->arena, n, &match))
            c->sql.failed = true;
        cut_buf_char(&match, ')');
    }
    add_lookup(c, "field_words", &match);
}

/* Number of the set of a node; c->sets.n if there is none. */
static size_t set_of(const cut_condition *c, const cut_query_node *node)
{
    size_t i = 0;
    while (i < c->sets.n && c->sets.v[i].node != node)
        i++;
    return i;
}

/* Fields, one of which must be as said: the index gives the photos; what it cannot tell, and photos
 * that were indexed more than once, are looked at. of: the condition, whose fields these are; node:
 * the first one, last: the last one. */
static void add_fields(cut_condition *c, const cut_query_node *of, const cut_query_node *node,
                       const cut_query_node *last)
{
    bool wholly = true;
    size_t set = set_of(c, of);
    if (c->probing && set == c->sets.n) {
        add_field_checks(c, node, last);
        return;
    }
    for (const cut_query_node *n = node; n; n = n == last ? NULL : n->next)
        wholly = wholly && cut_match_answers_field(n) == CUT_ANSWERED_WHOLLY;
    add(c, "(");
    if (set < c->sets.n && (c->probing || c->match.p))
        cut_buf_printf(&c->sql, "cut_in(e.photo_id, %zu)", set);
    else
        add_field_lookup(c, node, last);
    add(c, wholly ? " AND (e.photo_id NOT IN (SELECT photo_id FROM field_changed) OR " : " AND ");
    add_field_checks(c, node, last);
    add(c, wholly ? "))" : ")");
}

/* A photo that has the field has its date from there: the index of dates helps. */
bool cut_condition_is_taken(const cut_query_node *node)
{
    return node->kind == CUT_QUERY_PERIOD && node->clock == CUT_CLOCK_FIELD &&
           node->field == CUT_FIELD_date_created;
}

static void add_field(cut_condition *c, const cut_query_node *node)
{
    add(c, "(");
    if (cut_condition_is_taken(node)) {
        cut_condition_taken(c, node);
        add(c, " AND ");
    }
    add_fields(c, node, node, node);
    add(c, ")");
}

/* ---- IDs and names --------------------------------------------------------------------------- */

static void add_media(cut_condition *c, const cut_query_node *node)
{
    add(c, "e.photo_id IN (SELECT photo_id FROM media_id WHERE ");
    for (size_t i = 0; i < node->id_count; i++) {
        cut_str value = cut_str_from(node->ids[i].id), ns = cut_str_from(node->ids[i].ns);
        add(c, i ? " OR (value = " : "(value = ");
        cut_condition_value(c, value);
        if (!cut_str_eq(ns, CUT_STR(CUTLINE_NAMESPACE_BARE))) {
            add(c, " AND (namespace = ");
            cut_condition_value(c, ns);
            add(c, value.n >= 6 ? " OR namespace = 'bare')" : ")");
        }
        add(c, ")");
    }
    add(c, ")");
}

/* The ID or file name that a bare word is. */
void cut_condition_name(cut_condition *c, const cut_query_node *node)
{
    add(c, "(");
    if (node->id_count > 0) {
        add_media(c, node);
        add(c, " OR ");
    }
    add(c, "e.photo_id IN (SELECT photo_id FROM file_name WHERE name = ");
    cut_str key = cut_file_key(&c->arena, node->text);
    cut_condition_value(c, key.p ? key : CUT_STR(""));
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
    ("ifnull(e.credit_line, '') || char(10) || ifnull(e.agencies, '') || char(10)"
     " || ifnull(e.credit_found, '')"),
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
            cut_condition_values(c, node);
        return;
    }
    add(c, "(");
    if (named) {
        cut_condition_name(c, node);
        add(c, " OR ");
    }
    if (answered != CUT_ANSWERED_NOT)
        add_search(c, node);
    if (answered == CUT_ANSWERED_PARTLY)
        add(c, " AND ");
    if (answered != CUT_ANSWERED_WHOLLY)
        cut_condition_values(c, node);
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
        cut_condition_value(c, cut_str_from(node->from));
        add(c, "), 9223372036854775807)");
    } else {
        add(c, "(SELECT min(photo_id) FROM arrival), 9223372036854775807)");
    }
    if (node->before) {
        add(c, " AND +e.photo_id < ifnull(");
        add(c, day);
        cut_condition_value(c, cut_str_from(node->before));
        add(c, "), 9223372036854775807)");
    }
    add(c, ")");
}

static void add_period(cut_condition *c, const cut_query_node *node)
{
    if (node->clock == CUT_CLOCK_TAKEN)
        cut_condition_taken(c, node);
    else if (node->clock == CUT_CLOCK_IMPORTED)
        add_arrival(c, node);
    else
        add_field(c, node);
}

/* ---- flags ---------------------------------------------------------------------------------- */

/* A yes-or-no condition and its opposite. Both are written out where an index holds the rows of
 * one: SQLite does not see through NOT. NULL: another index answers. */
typedef struct flag_sql {
    const char *yes, *no;
} flag_sql;

#define SOME(column)                                                                               \
    {                                                                                              \
        column " IS NOT NULL", column " IS NULL"                                                   \
    }
/* Photos with several files that are not missing, and those in pairs. */
#define DUPLICATES                                                                                 \
    "(SELECT photo_id FROM effective AS c WHERE other_paths IS NOT NULL"                           \
    " AND (photo_id NOT IN (SELECT photo_id FROM file WHERE missing = 1)"                          \
    " OR (SELECT count(*) FROM file AS f WHERE f.photo_id = c.photo_id AND missing = 0) > 1)"      \
    " UNION SELECT photo_id FROM alike UNION SELECT like_id FROM alike)"
static const flag_sql flags[] = {
    [CUT_IS_AWAITING] = {"e.awaiting = 1", "e.awaiting = 0"},
    [CUT_IS_CONFLICT] = SOME("e.conflicts"),
    [CUT_IS_FILE_PHOTO] = {"e.file_photo = 1", "e.file_photo = 0"},
    [CUT_IS_EDITED] = {"e.photo_id IN (SELECT photo_id FROM hand_value)",
                       "e.photo_id NOT IN (SELECT photo_id FROM hand_value)"},
    [CUT_IS_MISSING] = {"e.photo_id IN (SELECT photo_id FROM file WHERE missing = 1)",
                        "e.photo_id NOT IN (SELECT photo_id FROM file WHERE missing = 1)"},
    [CUT_IS_DUPLICATE] = {"e.photo_id IN " DUPLICATES, "e.photo_id NOT IN " DUPLICATES},
    [CUT_IS_KILLED] = SOME("e.kill_reason"),
    [CUT_IS_AI] = {NULL, NULL},
    [CUT_IS_EMBARGOED] = {NULL, NULL},
    [CUT_IS_EXPIRED] = {NULL, NULL},
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

bool cut_condition_flag_is_indexed(cut_query_flag flag)
{
    return flag == CUT_IS_AI;
}

/* What is an exception among photos: the index gives them, and the few are looked at. */
static void add_indexed_flag(cut_condition *c, const cut_query_node *node)
{
    cut_buf match;
    cut_buf_init(&match, CUT_MAX_JSON_BYTES);
    cut_match_add_ai(&match);
    add(c, "(");
    add_lookup(c, "field_words", &match);
    add(c, " AND (e.photo_id NOT IN (SELECT photo_id FROM field_changed)"
           " OR cut_holds(e.photo_id, ");
    add_check(c, node);
    add(c, ")))");
}

/* What the database does not know yet is asked besides. */
static void add_duplicate(cut_condition *c, const cut_query_node *node)
{
    cut_buf_printf(&c->sql, "(%s OR cut_alike(e.photo_id))", flags[node->flag].yes);
}

static void add_flag(cut_condition *c, const cut_query_node *node)
{
    if (node->flag == CUT_IS_DUPLICATE && c->question->alike.v)
        add_duplicate(c, node);
    else if (flags[node->flag].yes)
        add(c, flags[node->flag].yes);
    else if (node->flag == CUT_IS_EMBARGOED)
        cut_condition_embargoed(c);
    else if (node->flag == CUT_IS_EXPIRED)
        cut_condition_expired(c);
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

bool cut_condition_is_fields(const cut_query_node *node)
{
    return cut_match_is_field(node) || (node->kind == CUT_QUERY_OR && all_fields(node));
}

bool cut_condition_is_exception(const cut_query_node *node)
{
    return node->kind == CUT_QUERY_FLAG &&
           (node->flag == CUT_IS_AWAITING || node->flag == CUT_IS_CONFLICT ||
            node->flag == CUT_IS_KILLED || node->flag == CUT_IS_MISSING ||
            node->flag == CUT_IS_EDITED);
}

/* As a set: only so does SQLite join them to other sets by number. */
static void add_exceptions(cut_condition *c, const cut_query_node *node)
{
    add(c, "e.photo_id IN (SELECT photo_id FROM effective AS e WHERE ");
    add(c, flags[node->flag].yes);
    add(c, ")");
}

/* Fields last: where photos are asked one by one, they cost most. */
static void add_children(cut_condition *c, const cut_query_node *node, const char *between)
{
    bool some = false;
    add(c, "(");
    for (int fields = 0; fields < 2; fields++) {
        for (const cut_query_node *child = node->first; child; child = child->next) {
            if (cut_condition_is_fields(child) != (fields == 1))
                continue;
            add(c, some ? between : "");
            if (node->kind == CUT_QUERY_OR && cut_condition_is_exception(child))
                add_exceptions(c, child);
            else
                cut_condition_node(c, child);
            some = true;
        }
    }
    add(c, ")");
}

/* A condition whose column is NULL does not hold, and so its opposite does. */
static void add_not(cut_condition *c, const cut_query_node *child)
{
    bool pending = child->flag == CUT_IS_DUPLICATE && c->question->alike.v;
    if (child->kind == CUT_QUERY_FLAG && flags[child->flag].no && !pending) {
        add(c, flags[child->flag].no);
        return;
    }
    add(c, "NOT ");
    cut_condition_node(c, child);
}

void cut_condition_node(cut_condition *c, const cut_query_node *node)
{
    switch (node->kind) {
    case CUT_QUERY_ALL:
        add(c, "1");
        break;
    case CUT_QUERY_AND:
        add_children(c, node, " AND ");
        break;
    case CUT_QUERY_OR:
        if (cut_condition_is_fields(node))
            add_fields(c, node, node->first, NULL);
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
    case CUT_QUERY_RIGHT:
        cut_condition_right(c, node);
        break;
    }
}
