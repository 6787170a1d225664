/*
 * A query tree as a SELECT of photo numbers: its text is made of fixed pieces only, and everything
 * that comes from the user is a bound value. Only for store/sqlite.
 */
#ifndef CUT_STORE_SQLITE_CONDITION_H
#define CUT_STORE_SQLITE_CONDITION_H

#include "base/buf.h"
#include "store/sqlite/sql.h"

/* What leads the search, and with it the order of the hits. */
typedef enum cut_condition_order {
    CUT_ORDER_RANK,   /* words that must hold: by relevance, then newest first */
    CUT_ORDER_LATEST, /* the same words, but the photo taken in last comes first */
    CUT_ORDER_DATE,   /* the row of answers: by date taken, newest first */
    CUT_ORDER_PROBE /* the other conditions, by date taken; a second column tells whether the photo
                       has the words */
} cut_condition_order;

typedef struct cut_condition {
    const cut_query_node *query;
    cut_arena arena; /* holds the values; the scratch arena is others' while hits are read */
    cut_str match;   /* words that every hit must have, for FTS5; {NULL, 0} if none */
    bool all_text;   /* the query is nothing but these words */
    cut_buf sql;     /* text of the statement; ?1 is the limit */
    CUT_VEC(cut_str) values; /* of ?2, ?3, ... */
} cut_condition;

/* Looks a query over. CUTLINE_NO_MEMORY. Release in any case. */
CUTLINE_MUST_CHECK cutline_status cut_condition_make(const cut_query_node *query,
                                                     cut_condition *out, cutline_error *err);
/* Makes the statement's text, prepares it and binds all values but ?1; the caller finalizes. RANK
 * and PROBE only with a match, LATEST only if the query is all text. */
CUTLINE_MUST_CHECK cutline_status cut_condition_prepare(cut_db *db, cut_condition *c,
                                                        cut_condition_order order,
                                                        sqlite3_stmt **out, cutline_error *err);
void cut_condition_release(cut_condition *c);

#endif
