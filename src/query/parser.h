/* The inside of the parser, shared by parse.c (structure) and term.c (conditions). Only for
 * src/query. */
#ifndef CUT_QUERY_PARSER_H
#define CUT_QUERY_PARSER_H

#include "query/query.h"

typedef struct cut_query_parser {
    cut_arena *arena;
    cut_str text;
    size_t at;      /* next byte */
    unsigned depth; /* open parentheses and minus signs */
    size_t terms;   /* conditions so far */
    cut_query *out; /* takes sort and limit */
    cutline_error *err;
} cut_query_parser;

static inline char cut_query_peek(const cut_query_parser *p)
{
    return p->at < p->text.n ? p->text.p[p->at] : '\0';
}

/* What ends a word that is not quoted. */
static inline bool cut_query_ends_word(char c)
{
    return cut_is_space(c) || c == '(' || c == ')' || c == '"';
}

CUTLINE_MUST_CHECK cutline_status cut_query_new_node(cut_query_parser *p, cut_query_kind kind,
                                                     size_t at, cut_query_node **out);
/* CUTLINE_BAD_ARGUMENT at a byte. */
cutline_status cut_query_fault(const cut_query_parser *p, size_t at, const char *message);

/* The condition at p->at, which is no parenthesis, blank or end. *out is NULL after "sort:" and
 * "limit:", which are none. */
CUTLINE_MUST_CHECK cutline_status cut_query_parse_term(cut_query_parser *p, cut_query_node **out);

#endif
