/* What must be known of a query before its statement is made. */
#include "base/limits.h"
#include "record/file_key.h"
#include "store/sqlite/condition_parts.h"
#include "store/sqlite/match.h"

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

/* Gathers the photos that the index gives, until there are too many for that to be worth it. */
static cutline_status gather(cut_db *db, cut_condition *c, cut_str match, cut_field_set *set,
                             size_t *count, cutline_error *err)
{
    int64_t last;
    cutline_status status = cut_db_last_photo(db, &last, err);
    if (status != CUTLINE_OK)
        return status;
    if (!cut_bits_init(&c->arena, last, &set->photos))
        return cut_no_memory(err);
    sqlite3_stmt *q = cut_sql(db, CUT_SQL_GATHER_FIELDS,
                              "SELECT rowid FROM field_words WHERE field_words MATCH ?1");
    cut_bind_str(q, 1, match);
    while (*count < CUT_MAX_FIELD_SET && cut_sql_row(db, q)) {
        cut_bits_add(&set->photos, sqlite3_column_int64(q, 0));
        ++*count;
    }
    return cut_sql_end(db, q, err);
}

/* Fields that few photos have are better looked up than looked for. Of others a set is made. */
static cutline_status weigh_fields(cut_db *db, cut_condition *c, const cut_query_node *node,
                                   cutline_error *err)
{
    cut_buf match;
    size_t count = 0;
    cut_field_set set = {.node = node};
    cut_buf_init(&match, CUT_MAX_JSON_BYTES);
    bool any = node->kind == CUT_QUERY_OR, ok = true;
    for (const cut_query_node *n = any ? node->first : node; n && ok; n = any ? n->next : NULL) {
        cut_buf_z(&match, match.n > 0 ? " OR (" : "(");
        ok = cut_match_add_field(&c->arena, n, &match);
        cut_buf_char(&match, ')');
    }
    cutline_status status = ok && cut_buf_ok(&match) ? CUTLINE_OK : cut_no_memory(err);
    if (status == CUTLINE_OK)
        status = gather(db, c, cut_buf_str(&match), &set, &count, err);
    cut_buf_release(&match);
    if (count < CUT_MAX_LOOKED_UP)
        c->may_probe = false;
    else if (count < CUT_MAX_FIELD_SET && !CUT_PUSH(&c->arena, &c->sets, set))
        status = cut_no_memory(err);
    return status;
}

/* Of the conditions that must hold. */
static cutline_status weigh_tree(cut_db *db, cut_condition *c, const cut_query_node *tree,
                                 cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    bool all = tree->kind == CUT_QUERY_AND;
    for (const cut_query_node *n = all ? tree->first : tree; n && status == CUTLINE_OK;
         n = all ? n->next : NULL)
        if (cut_condition_is_fields(n) && !cut_condition_is_taken(n))
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

/* Which takes reading the photos that are sorted: they must be those that meet the query. */
static bool sorts_by_field(const cut_query *query)
{
    for (size_t i = 0; i < query->sort_count; i++)
        if (query->sorts[i].key == CUT_SORT_FIELD)
            return true;
    return false;
}

cutline_status cut_condition_make(cut_db *db, const cut_db_question *question, cut_condition *out,
                                  cutline_error *err)
{
    const cut_query_node *tree = question->query->tree;
    cut_buf match;
    *out = (cut_condition){.question = question, .may_probe = !sorts_by_field(question->query)};
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
