/* The inside of conditions: pieces that condition.c puts together to a statement, made by
 * condition_node.c and condition_rights.c. All append to c->sql; memory that runs out shows there.
 */
#ifndef CUT_STORE_SQLITE_CONDITION_PARTS_H
#define CUT_STORE_SQLITE_CONDITION_PARTS_H

#include "store/sqlite/condition.h"

/* "?N", and the value that will be bound there. */
void cut_condition_value(cut_condition *c, cut_str value);
/* A condition of any kind, in terms of `effective AS e`. */
void cut_condition_node(cut_condition *c, const cut_query_node *node);
/* Some value of a TEXT node's part is as it says. */
void cut_condition_values(cut_condition *c, const cut_query_node *node);
/* The date lies in the period. */
void cut_condition_taken(cut_condition *c, const cut_query_node *node);
/* The photo has the ID or file name that a bare word is. */
void cut_condition_name(cut_condition *c, const cut_query_node *node);

/* ---- condition_rights.c -------------------------------------------------------------------------
 */

/* A RIGHT node. */
void cut_condition_right(cut_condition *c, const cut_query_node *node);
/* The photo may not be used yet, or not any more, as of the question's day. */
void cut_condition_embargoed(cut_condition *c);
void cut_condition_expired(cut_condition *c);

/* ---- what kind of condition it is ---------------------------------------------------------------
 */

/* Answered by the index of fields in one look-up: a field, or fields of which one must be so. */
bool cut_condition_is_fields(const cut_query_node *node);
/* A period of the date taken as a file says it. */
bool cut_condition_is_taken(const cut_query_node *node);
/* A flag that few photos have, which an index holds. */
bool cut_condition_is_exception(const cut_query_node *node);
/* Answered by the index of fields. */
bool cut_condition_flag_is_indexed(cut_query_flag flag);

#endif
