/*
 * A query tree as a SELECT of photo numbers: its text is made of fixed pieces only, and everything
 * that comes from the user is a bound value. Only for store/sqlite.
 */
#ifndef CUT_STORE_SQLITE_CONDITION_H
#define CUT_STORE_SQLITE_CONDITION_H

#include "base/buf.h"
#include "store/sqlite/sql.h"

typedef struct cut_condition {
    cut_arena arena; /* holds the values; the scratch arena is others' while hits are read */
    cut_buf sql;     /* text of the statement; ?1 is the limit */
    CUT_VEC(cut_str) values; /* of ?2, ?3, ... */
} cut_condition;

/* Makes the statement's text. CUTLINE_NO_MEMORY. Release in any case. */
CUTLINE_MUST_CHECK cutline_status cut_condition_make(const cut_query_node *query,
                                                     cut_condition *out, cutline_error *err);
/* Prepares it and binds all values but ?1; the caller finalizes. */
CUTLINE_MUST_CHECK cutline_status cut_condition_prepare(cut_db *db, const cut_condition *c,
                                                        sqlite3_stmt **out, cutline_error *err);
void cut_condition_release(cut_condition *c);

#endif
