/* Conditions on rights as SQL. */
#include "base/words.h"
#include "store/sqlite/condition_parts.h"
#include "store/sqlite/match.h"

static void add(cut_condition *c, const char *sql)
{
    cut_buf_z(&c->sql, sql);
}

/* Date fields say when pictures were free, too; those that have passed are no right. */
#define NO_PASSED_DATE " AND (origin <> %d OR from_date IS NULL OR from_date || '~' >= "

/* Like "restriction:no_archive". */
static void add_plain_right(cut_condition *c, const cut_query_node *node)
{
    cut_query_node *code = CUT_NEW(&c->arena, cut_query_node);
    cut_str kind = cut_str_from(node->right), words = cut_words_fold(&c->arena, kind);
    if (!code || !words.p) {
        c->sql.failed = true;
        return;
    }
    *code = (cut_query_node){.kind = CUT_QUERY_TEXT,
                             .part = CUT_PART_RESTRICTION,
                             .match = CUT_MATCH_WORDS,
                             .field = -1,
                             .words = words,
                             .text = kind};
    cut_condition_node(c, code);
}

/* A column, a text, lies in the period. */
static void add_bounds(cut_condition *c, const char *what, const cut_query_node *node)
{
    cut_buf_printf(&c->sql, "(%s IS NOT NULL", what);
    if (node->from) {
        cut_buf_printf(&c->sql, " AND %s >= ", what);
        cut_condition_value(c, cut_str_from(node->from));
    }
    if (node->before) {
        cut_buf_printf(&c->sql, " AND %s < ", what);
        cut_condition_value(c, cut_str_from(node->before));
    }
    add(c, ")");
}

void cut_condition_right(cut_condition *c, const cut_query_node *node)
{
    if (cut_match_is_kind_of_right(node)) {
        add_plain_right(c, node);
        return;
    }
    add(c, "e.photo_id IN (SELECT photo_id FROM photo_right WHERE kind = ");
    cut_condition_value(c, cut_str_from(node->right));
    if (node->text.n > 0) {
        add(c, " AND value COLLATE NOCASE = ");
        cut_condition_value(c, node->text);
    }
    if (node->from || node->before) {
        add(c, " AND (");
        add_bounds(c, "from_date", node);
        add(c, " OR ");
        add_bounds(c, "until_date", node);
        add(c, ")");
    } else if (strcmp(node->right, "embargo") == 0) {
        cut_buf_printf(&c->sql, NO_PASSED_DATE, (int)CUTLINE_ORIGIN_IIM);
        cut_condition_value(c, cut_str_from(c->question->today));
        add(c, ")");
    }
    add(c, ")");
}

/* As of a day. The year alone narrows it by the index; a date may be less than a day ("2026-05"),
 * and counts to its end. */
void cut_condition_embargoed(cut_condition *c)
{
    cut_str today = cut_str_from(c->question->today);
    add(c, "e.photo_id IN (SELECT photo_id FROM photo_right WHERE kind = 'embargo'"
           " AND ifnull(from_date, '9') >= ");
    cut_condition_value(c, cut_str_slice(today, 0, 4));
    add(c, " AND ifnull(from_date, '9') || '~' >= ");
    cut_condition_value(c, today);
    add(c, ")");
}

void cut_condition_expired(cut_condition *c)
{
    cut_str today = cut_str_from(c->question->today);
    add(c, "e.photo_id IN (SELECT photo_id FROM photo_right WHERE kind = 'expiry'"
           " AND until_date < ");
    cut_condition_value(c, today);
    add(c, " AND until_date || '~' < ");
    cut_condition_value(c, today);
    add(c, ")");
}
