#include "query/parser.h"

#include "base/limits.h"

cutline_status cut_query_fault(const cut_query_parser *p, size_t at, const char *message)
{
    return cut_fail_at(p->err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at, "%s", message);
}

static bool at_end(const cut_query_parser *p)
{
    return p->at >= p->text.n;
}

static void skip_blanks(cut_query_parser *p)
{
    while (!at_end(p) && cut_is_space(cut_query_peek(p)))
        p->at++;
}

cutline_status cut_query_new_node(cut_query_parser *p, cut_query_kind kind, size_t at,
                                  cut_query_node **out)
{
    *out = CUT_NEW(p->arena, cut_query_node);
    if (!*out)
        return cut_no_memory(p->err);
    (*out)->kind = kind;
    (*out)->at = at;
    (*out)->field = -1;
    return CUTLINE_OK;
}

/* ---- structure ----------------------------------------------------------------------------------
 */

static cutline_status parse_any(cut_query_parser *p, cut_query_node **out);

static cutline_status enter(cut_query_parser *p)
{
    if (++p->depth > CUT_MAX_QUERY_DEPTH)
        return cut_fail_at(p->err, CUTLINE_LIMIT, NULL, (int64_t)p->at,
                           "more than %u parentheses inside each other", CUT_MAX_QUERY_DEPTH);
    return CUTLINE_OK;
}

static cutline_status parse_group(cut_query_parser *p, cut_query_node **out)
{
    size_t open = p->at++;
    cutline_status status = enter(p);
    if (status == CUTLINE_OK)
        status = parse_any(p, out);
    if (status != CUTLINE_OK)
        return status;
    skip_blanks(p);
    if (cut_query_peek(p) != ')')
        return cut_query_fault(p, open, "this parenthesis is not closed");
    p->at++;
    p->depth--;
    return CUTLINE_OK;
}

static cutline_status parse_some(cut_query_parser *p, cut_query_node **out)
{
    if (cut_query_peek(p) == '-') {
        cutline_status status = cut_query_new_node(p, CUT_QUERY_NOT, p->at++, out);
        if (status == CUTLINE_OK &&
            (at_end(p) || cut_is_space(cut_query_peek(p)) || cut_query_peek(p) == ')'))
            status = cut_query_fault(p, p->at - 1, "nothing stands after the minus sign");
        if (status == CUTLINE_OK)
            status = enter(p);
        if (status == CUTLINE_OK)
            status = parse_some(p, &(*out)->first);
        p->depth--;
        return status;
    }
    return cut_query_peek(p) == '(' ? parse_group(p, out) : cut_query_parse_term(p, out);
}

/* "or" as a word of its own. */
static bool at_or(const cut_query_parser *p)
{
    cut_str next = cut_str_slice(p->text, p->at, p->at + 2);
    return cut_str_eq_nocase(next, CUT_STR("or")) &&
           (p->at + 2 >= p->text.n || cut_query_ends_word(p->text.p[p->at + 2]));
}

/* Children are collected under a node of `kind`; a single one stands for itself. */
static void collect(cut_query_node *list, cut_query_node **last, cut_query_node *child)
{
    if (*last)
        (*last)->next = child;
    else
        list->first = child;
    *last = child;
}

/* Without a condition: every photo, if "sort:" or "limit:" alone is the query. */
static cutline_status end_all(cut_query_parser *p, cut_query_node *last, bool modified,
                              cut_query_node **out)
{
    if (!last && !(modified && at_end(p)))
        return cut_query_fault(p, p->at, "expected a word or a condition here");
    if (!last)
        (*out)->kind = CUT_QUERY_ALL;
    else if ((*out)->first == last)
        *out = last;
    return CUTLINE_OK;
}

static cutline_status parse_all(cut_query_parser *p, cut_query_node **out)
{
    bool modified = false;
    cut_query_node *last = NULL, *child = NULL;
    cutline_status status = cut_query_new_node(p, CUT_QUERY_AND, p->at, out);
    while (status == CUTLINE_OK) {
        skip_blanks(p);
        if (at_end(p) || cut_query_peek(p) == ')' || at_or(p))
            break;
        status = parse_some(p, &child);
        if (status == CUTLINE_OK && child)
            collect(*out, &last, child);
        modified = modified || (status == CUTLINE_OK && !child);
    }
    return status == CUTLINE_OK ? end_all(p, last, modified, out) : status;
}

static cutline_status parse_any(cut_query_parser *p, cut_query_node **out)
{
    cut_query_node *last = NULL, *child;
    cutline_status status = cut_query_new_node(p, CUT_QUERY_OR, p->at, out);
    while (status == CUTLINE_OK) {
        status = parse_all(p, &child);
        if (status == CUTLINE_OK && last && child->kind == CUT_QUERY_ALL)
            status = cut_query_fault(p, p->at, "expected a word or a condition here");
        if (status != CUTLINE_OK)
            break;
        collect(*out, &last, child);
        if (!at_or(p))
            break;
        p->at += 2;
    }
    if (status == CUTLINE_OK && (*out)->first == last)
        *out = last;
    return status;
}

cutline_status cut_query_parse(cut_arena *arena, cut_str text, cut_query *out, cutline_error *err)
{
    cut_query_parser p = {.arena = arena, .text = text, .out = out, .err = err};
    *out = (cut_query){.tree = NULL};
    if (text.n > CUT_MAX_QUERY_BYTES)
        return cut_fail(err, CUTLINE_LIMIT, "the query is longer than %u bytes",
                        CUT_MAX_QUERY_BYTES);
    skip_blanks(&p);
    if (at_end(&p))
        return cut_query_new_node(&p, CUT_QUERY_ALL, 0, &out->tree);
    cutline_status status = parse_any(&p, &out->tree);
    skip_blanks(&p);
    if (status == CUTLINE_OK && !at_end(&p))
        return cut_query_fault(&p, p.at, "this parenthesis was not opened");
    return status;
}
