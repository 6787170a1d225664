/* How a query is answered, for people who wonder why it takes so long. */
#include "store/sqlite/condition.h"
#include "store/sqlite/match.h"

static const char *by_text(const cut_query_node *node)
{
    switch (cut_match_answers(node)) {
    case CUT_ANSWERED_WHOLLY:
        return "the full text";
    case CUT_ANSWERED_PARTLY:
        return "the full text, then the values of each photo it gives";
    case CUT_ANSWERED_NOT:
        break;
    }
    return "the values of every photo that is left";
}

static const char *by_field(const cut_query_node *node)
{
    return cut_match_answers_field(node) == CUT_ANSWERED_WHOLLY
               ? "the index of fields"
               : "the index of fields, then the values of each photo it gives";
}

static const char *by_what(const cut_query_node *node)
{
    if (cut_match_is_field(node))
        return by_field(node);
    switch (node->kind) {
    case CUT_QUERY_TEXT:
    case CUT_QUERY_OR:
    case CUT_QUERY_AND:
        return cut_match_answers(node) == CUT_ANSWERED_NOT && node->kind != CUT_QUERY_TEXT
                   ? "its parts, one by one"
                   : by_text(node);
    case CUT_QUERY_MEDIA:
        return "the index of media IDs";
    case CUT_QUERY_PERIOD:
        return node->clock == CUT_CLOCK_TAKEN ? "the index of dates" : "the numbers of photos";
    case CUT_QUERY_NOT:
        return "the photos that are left without those of the condition";
    case CUT_QUERY_RIGHT:
        return cut_match_is_kind_of_right(node) ? "the index of fields" : "the index of rights";
    case CUT_QUERY_FLAG:
        if (node->flag == CUT_IS_EMBARGOED || node->flag == CUT_IS_EXPIRED)
            return "the index of rights";
        return node->flag == CUT_IS_AI
                   ? "the index of fields"
                   : "an index of the exceptions, or the row of each photo that is left";
    case CUT_QUERY_ALL:
        break;
    }
    return "all photos";
}

static void add_condition(const cut_condition *c, const cut_query_node *node, cut_buf *out)
{
    cut_buf_z(out, "  ");
    if (node->kind == CUT_QUERY_ALL)
        cut_buf_z(out, "every photo");
    else
        cut_query_print_node(node, out);
    cut_buf_printf(out, ": %s\n", by_what(node));
    for (size_t i = 0; i < c->named.n; i++)
        if (c->named.v[i] == node)
            cut_buf_z(out, "    a media ID or file name of the catalog: its photo comes first\n");
}

static void add_conditions(const cut_condition *c, cut_buf *out)
{
    const cut_query_node *tree = c->question->query->tree;
    cut_buf_z(out, "answered by\n");
    if (tree->kind != CUT_QUERY_AND) {
        add_condition(c, tree, out);
        return;
    }
    for (const cut_query_node *child = tree->first; child; child = child->next)
        add_condition(c, child, out);
}

static const char *order_of(const cut_condition *c, cut_condition_form form)
{
    if (c->question->query->sort_count > 0 && form == CUT_FORM_SORTED)
        return "as sort: says";
    if (form == CUT_FORM_RANKED_ONLY)
        return "relevance, then taken in last first";
    if (form == CUT_FORM_RANKED)
        return "relevance, then date taken, newest first";
    if (form == CUT_FORM_LATEST)
        return "taken in last first, since very many photos have the words";
    return "date taken, newest first";
}

/* SQLite says "SCAN" of a full-text table also when it looks words up in its index. */
static void add_step(const char *step, cut_buf *out)
{
    static const char scan[] = "SCAN ";
    const char *virtual = strstr(step, " VIRTUAL TABLE");
    if (virtual && strncmp(step, scan, sizeof scan - 1) == 0)
        cut_buf_printf(out, "  SEARCH %.*s USING FULL TEXT\n",
                       (int)(virtual - step - (ptrdiff_t)sizeof scan + 1), step + sizeof scan - 1);
    else
        cut_buf_printf(out, "  %s\n", step);
}

/* What the database itself says of the statement. */
static cutline_status add_steps(cut_db *db, const cut_condition *c, cut_buf *out,
                                cutline_error *err)
{
    char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", c->sql.p);
    if (!sql)
        return cut_no_memory(err);
    sqlite3_stmt *q = cut_sql_once(db, sql);
    sqlite3_free(sql);
    cut_buf_z(out, "steps of the database\n");
    while (cut_sql_row(db, q))
        add_step(cut_sql_text(q, 3), out);
    return cut_sql_end_once(db, q, err);
}

cutline_status cut_db_plan(cut_db *db, const cut_db_question *question, cut_buf *out,
                           cutline_error *err)
{
    cut_condition c;
    cut_condition_form form;
    sqlite3_stmt *q = NULL;
    cutline_status status = cut_condition_make(db, question, &c, err);
    db->asking = &c;
    if (status == CUTLINE_OK)
        status = cut_find_form(db, &c, &form, NULL, err);
    if (status == CUTLINE_OK)
        status = cut_condition_prepare(db, &c, form, &q, err);
    if (status == CUTLINE_OK) {
        add_conditions(&c, out);
        cut_buf_printf(out, "order\n  %s\n", order_of(&c, form));
        status = add_steps(db, &c, out, err);
    }
    sqlite3_finalize(q);
    db->asking = NULL;
    status = cut_condition_failure(&c, status, err);
    cut_condition_release(&c);
    return status;
}
