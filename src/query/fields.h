/* The names that may stand before a colon in a query. Only for src/query; the rows are in
 * fields_table.c, so that adding a name is adding a row. */
#ifndef CUT_QUERY_FIELDS_H
#define CUT_QUERY_FIELDS_H

#include "query/query.h"

/* Conditions of which only the name is given. */
typedef enum cut_query_group { CUT_GROUP_IS, CUT_GROUP_HAS } cut_query_group;

typedef struct cut_query_field {
    const char *name;
    cut_query_kind kind;   /* WORDS, MEDIA, DATE or FLAG */
    unsigned columns;      /* WORDS: where to look */
    cut_query_group group; /* FLAG: which names may follow */
} cut_query_field;

typedef struct cut_query_flag_row {
    cut_query_group group;
    const char *name;
    cut_query_flag flag;
} cut_query_flag_row;

extern const cut_query_field cut_query_fields[];
extern const size_t cut_query_field_count;
extern const cut_query_flag_row cut_query_flags[];
extern const size_t cut_query_flag_count;

/* The row of a name, without regard to case; NULL if there is none. */
const cut_query_field *cut_query_field_find(cut_str name);
/* False if the group has no such name. */
bool cut_query_flag_find(cut_query_group group, cut_str name, cut_query_flag *flag);
/* Errors that suggest a near name; at: byte of the query. */
cutline_status cut_query_unknown_field(cut_str name, size_t at, cutline_error *err);
cutline_status cut_query_unknown_flag(cut_query_group group, cut_str name, size_t at,
                                      cutline_error *err);

#endif
