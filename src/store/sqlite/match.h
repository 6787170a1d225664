/*
 * What the full-text indexes are asked: query trees in FTS5's own little language, made of folded
 * words (letters and digits only) and fixed pieces. Only for store/sqlite.
 */
#ifndef CUT_STORE_SQLITE_MATCH_H
#define CUT_STORE_SQLITE_MATCH_H

#include "base/buf.h"
#include "query/query.h"

/* How much of a condition an index answers. */
typedef enum cut_answered {
    CUT_ANSWERED_NOT,    /* nothing: every photo must be looked at */
    CUT_ANSWERED_PARTLY, /* which photos may do */
    CUT_ANSWERED_WHOLLY
} cut_answered;

/* By `search`, for any node but one of fields; a bare word may also be an ID: see condition.c. */
cut_answered cut_match_answers(const cut_query_node *node);
/* A condition that must not hold and that `search` answers wholly. */
bool cut_match_bars(const cut_query_node *node);
/* The text for a node that is answered wholly, or, of an AND, for the children that are at least
 * partly. */
void cut_match_add(const cut_query_node *node, cut_buf *out);

/* A right of which nothing is said but the kind, which `field_words` answers like a restriction. */
bool cut_match_is_kind_of_right(const cut_query_node *node);

/* A TEXT or PERIOD node on a field, restriction or role, which `field_words` answers, and the text
 * for it. False if memory runs out. */
bool cut_match_is_field(const cut_query_node *node);
cut_answered cut_match_answers_field(const cut_query_node *node);
CUTLINE_MUST_CHECK bool cut_match_add_field(cut_arena *arena, const cut_query_node *node,
                                            cut_buf *out);
/* The text for the one flag that `field_words` answers, CUT_IS_AI. */
void cut_match_add_ai(cut_buf *out);

#endif
