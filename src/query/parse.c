#include "base/limits.h"
#include "base/words.h"
#include "ident/ident.h"
#include "query/fields.h"

typedef struct parser {
    cut_arena *arena;
    cut_str text;
    size_t at;      /* next byte */
    unsigned depth; /* open parentheses and minus signs */
    size_t terms;   /* conditions so far */
    cutline_error *err;
} parser;

static cutline_status fail(const parser *p, size_t at, const char *message)
{
    return cut_fail_at(p->err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at, "%s", message);
}

static bool at_end(const parser *p)
{
    return p->at >= p->text.n;
}

static char peek(const parser *p)
{
    return at_end(p) ? '\0' : p->text.p[p->at];
}

static void skip_blanks(parser *p)
{
    while (!at_end(p) && cut_is_space(peek(p)))
        p->at++;
}

static cutline_status new_node(parser *p, cut_query_kind kind, size_t at, cut_query_node **out)
{
    *out = CUT_NEW(p->arena, cut_query_node);
    if (!*out)
        return cut_no_memory(p->err);
    (*out)->kind = kind;
    (*out)->at = at;
    return CUTLINE_OK;
}

/* ---- values -------------------------------------------------------------------------------------
 */

/* A value: word or phrase. */
typedef struct value {
    cut_str text;
    size_t at;   /* where it begins */
    bool phrase; /* it stood in quotes */
} value;

static bool ends_word(char c)
{
    return cut_is_space(c) || c == '(' || c == ')' || c == '"';
}

static cutline_status read_value(parser *p, value *out)
{
    size_t start = p->at;
    out->at = start;
    out->phrase = peek(p) == '"';
    if (out->phrase) {
        size_t end = cut_str_find_char(p->text, '"', start + 1);
        if (end == SIZE_MAX)
            return fail(p, start, "this quotation mark is not closed");
        out->text = cut_str_slice(p->text, start + 1, end);
        p->at = end + 1;
        return CUTLINE_OK;
    }
    while (!at_end(p) && !ends_word(peek(p)))
        p->at++;
    out->text = cut_str_slice(p->text, start, p->at);
    return CUTLINE_OK;
}

/* ---- terms --------------------------------------------------------------------------------------
 */

static cutline_status words_term(parser *p, const value *v, unsigned columns, cut_query_node *node)
{
    cut_str text = v->text;
    node->kind = CUT_QUERY_WORDS;
    node->columns = columns;
    node->prefix = !v->phrase && cut_str_ends(text, CUT_STR("*"));
    node->words = cut_words_fold(p->arena, text);
    if (!node->words.p)
        return cut_no_memory(p->err);
    if (node->words.n == 0)
        return fail(p, v->at, "there is no word to look for here");
    return CUTLINE_OK;
}

static cutline_status media_term(parser *p, const value *v, cut_query_node *node)
{
    cut_id_list readings;
    cutline_error detail;
    cutline_error_clear(&detail);
    cutline_status status = cut_ident_parse(p->arena, v->text, &readings, &detail);
    if (status == CUTLINE_BAD_ARGUMENT)
        return fail(p, v->at, detail.message);
    if (status != CUTLINE_OK)
        return cut_fail(p->err, status, "%s", detail.message);
    node->kind = CUT_QUERY_MEDIA;
    node->ids = readings.ids.v;
    node->id_count = readings.ids.n;
    return CUTLINE_OK;
}

static bool is_partial_date(cut_str s)
{
    static const char shape[] = "dddd-dd-dd";
    if (s.n != 4 && s.n != 7 && s.n != 10)
        return false;
    for (size_t i = 0; i < s.n; i++)
        if (shape[i] == 'd' ? !cut_is_digit(s.p[i]) : s.p[i] != shape[i])
            return false;
    return true;
}

/* 2016, 2016-05, 2016-05-02, and two of them (or one and nothing) with ".." between. Dates are
 * compared as text: all that begins with "2016-05" lies before "2016-05" + DEL. */
static cutline_status date_term(parser *p, const value *v, cut_query_node *node)
{
    size_t dots = cut_str_find(v->text, CUT_STR(".."), 0);
    cut_str from = v->text, to = v->text;
    if (dots != SIZE_MAX) {
        from = cut_str_slice(v->text, 0, dots);
        to = cut_str_slice(v->text, dots + 2, v->text.n);
    }
    if ((from.n == 0 && to.n == 0) || (from.n > 0 && !is_partial_date(from)) ||
        (to.n > 0 && !is_partial_date(to)))
        return fail(p, v->at, "expected a date: 2016, 2016-05, 2016-05-02, 2016-05..2016-06");
    node->kind = CUT_QUERY_DATE;
    node->from = from.n ? cut_arena_copy(p->arena, from) : NULL;
    node->before = to.n ? cut_arena_printf(p->arena, "%.*s\x7F", CUT_FMT(to)) : NULL;
    return (from.n && !node->from) || (to.n && !node->before) ? cut_no_memory(p->err) : CUTLINE_OK;
}

static cutline_status flag_term(parser *p, const value *v, cut_query_group group,
                                cut_query_node *node)
{
    node->kind = CUT_QUERY_FLAG;
    if (cut_query_flag_find(group, v->text, &node->flag))
        return CUTLINE_OK;
    return cut_query_unknown_flag(group, v->text, v->at, p->err);
}

static cutline_status field_term(parser *p, const cut_query_field *field, const value *v,
                                 cut_query_node *node)
{
    if (v->text.n == 0)
        return fail(p, v->at, "a value is missing after the colon");
    switch (field->kind) {
    case CUT_QUERY_MEDIA:
        return media_term(p, v, node);
    case CUT_QUERY_DATE:
        return date_term(p, v, node);
    case CUT_QUERY_FLAG:
        return flag_term(p, v, field->group, node);
    default:
        return words_term(p, v, field->columns, node);
    }
}

/* "name:" at the next byte, moving past it; *name is empty if there is none. */
static void read_field_name(parser *p, cut_str *name)
{
    size_t end = p->at;
    while (end < p->text.n && (cut_is_alpha(p->text.p[end]) || strchr("_-", p->text.p[end])))
        end++;
    *name = (cut_str){NULL, 0};
    if (end == p->at || end >= p->text.n || p->text.p[end] != ':')
        return;
    *name = cut_str_slice(p->text, p->at, end);
    p->at = end + 1;
}

static cutline_status parse_term(parser *p, cut_query_node **out)
{
    size_t at = p->at;
    cut_str name;
    value v;
    if (++p->terms > CUT_MAX_QUERY_TERMS)
        return cut_fail_at(p->err, CUTLINE_LIMIT, NULL, (int64_t)at,
                           "more than %u conditions in one query", CUT_MAX_QUERY_TERMS);
    read_field_name(p, &name);
    const cut_query_field *field = name.p ? cut_query_field_find(name) : NULL;
    if (name.p && !field)
        return cut_query_unknown_field(name, at, p->err);
    cutline_status status = new_node(p, CUT_QUERY_WORDS, at, out);
    if (status == CUTLINE_OK)
        status = read_value(p, &v);
    if (status != CUTLINE_OK)
        return status;
    return field ? field_term(p, field, &v, *out) : words_term(p, &v, CUT_TEXT_ANY, *out);
}

/* ---- structure ----------------------------------------------------------------------------------
 */

static cutline_status parse_any(parser *p, cut_query_node **out);

static cutline_status enter(parser *p)
{
    if (++p->depth > CUT_MAX_QUERY_DEPTH)
        return cut_fail_at(p->err, CUTLINE_LIMIT, NULL, (int64_t)p->at,
                           "more than %u parentheses inside each other", CUT_MAX_QUERY_DEPTH);
    return CUTLINE_OK;
}

static cutline_status parse_group(parser *p, cut_query_node **out)
{
    size_t open = p->at++;
    cutline_status status = enter(p);
    if (status == CUTLINE_OK)
        status = parse_any(p, out);
    if (status != CUTLINE_OK)
        return status;
    skip_blanks(p);
    if (peek(p) != ')')
        return fail(p, open, "this parenthesis is not closed");
    p->at++;
    p->depth--;
    return CUTLINE_OK;
}

static cutline_status parse_some(parser *p, cut_query_node **out)
{
    if (peek(p) == '-') {
        cutline_status status = new_node(p, CUT_QUERY_NOT, p->at++, out);
        if (status == CUTLINE_OK && (at_end(p) || cut_is_space(peek(p)) || peek(p) == ')'))
            status = fail(p, p->at - 1, "nothing stands after the minus sign");
        if (status == CUTLINE_OK)
            status = enter(p);
        if (status == CUTLINE_OK)
            status = parse_some(p, &(*out)->first);
        p->depth--;
        return status;
    }
    return peek(p) == '(' ? parse_group(p, out) : parse_term(p, out);
}

/* "or" as a word of its own. */
static bool at_or(const parser *p)
{
    cut_str next = cut_str_slice(p->text, p->at, p->at + 2);
    return cut_str_eq_nocase(next, CUT_STR("or")) &&
           (p->at + 2 >= p->text.n || ends_word(p->text.p[p->at + 2]));
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

static cutline_status parse_all(parser *p, cut_query_node **out)
{
    cut_query_node *last = NULL, *child;
    cutline_status status = new_node(p, CUT_QUERY_AND, p->at, out);
    while (status == CUTLINE_OK) {
        skip_blanks(p);
        if (at_end(p) || peek(p) == ')' || at_or(p))
            break;
        status = parse_some(p, &child);
        if (status == CUTLINE_OK)
            collect(*out, &last, child);
    }
    if (status == CUTLINE_OK && !last)
        return fail(p, p->at, "a word or condition is missing here");
    if (status == CUTLINE_OK && (*out)->first == last)
        *out = last;
    return status;
}

static cutline_status parse_any(parser *p, cut_query_node **out)
{
    cut_query_node *last = NULL, *child;
    cutline_status status = new_node(p, CUT_QUERY_OR, p->at, out);
    while (status == CUTLINE_OK) {
        status = parse_all(p, &child);
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

cutline_status cut_query_parse(cut_arena *arena, cut_str text, cut_query_node **out,
                               cutline_error *err)
{
    parser p = {.arena = arena, .text = text, .err = err};
    if (text.n > CUT_MAX_QUERY_BYTES)
        return cut_fail(err, CUTLINE_LIMIT, "the query is longer than %u bytes",
                        CUT_MAX_QUERY_BYTES);
    skip_blanks(&p);
    if (at_end(&p))
        return new_node(&p, CUT_QUERY_ALL, 0, out);
    cutline_status status = parse_any(&p, out);
    skip_blanks(&p);
    if (status == CUTLINE_OK && !at_end(&p))
        return fail(&p, p.at, "this parenthesis was not opened");
    return status;
}
