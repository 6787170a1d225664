/* The names that may stand before a colon in a query. Only for src/query; the rows are in
 * fields_table.c, so that adding a name is adding a row. Beside them every name of the field table
 * (record/fields.h) may be used. */
#ifndef CUT_QUERY_FIELDS_H
#define CUT_QUERY_FIELDS_H

#include "query/query.h"

/* What follows the colon. */
typedef enum cut_query_form {
    CUT_FORM_TEXT,
    CUT_FORM_MEDIA,
    CUT_FORM_DATE,
    CUT_FORM_IS, /* names of the group of flags */
    CUT_FORM_HAS,
    CUT_FORM_SORT,
    CUT_FORM_LIMIT
} cut_query_form;

typedef struct cut_query_name {
    const char *name;
    cut_query_form form;
    cut_query_part part;   /* TEXT */
    int field;             /* TEXT: of FIELD; DATE: of a date field; else -1 */
    cut_query_clock clock; /* DATE */
} cut_query_name;

typedef struct cut_query_flag_row {
    cut_query_form group; /* IS or HAS */
    const char *name;     /* the first row of a flag has the name it is printed by */
    cut_query_flag flag;
} cut_query_flag_row;

/* is:NAME that is short for a code of a part. */
typedef struct cut_query_code_row {
    const char *name;
    cut_query_part part; /* RESTRICTION or ROLE */
    const char *code;
} cut_query_code_row;

typedef struct cut_query_sort_row {
    const char *name; /* as of flags */
    cut_sort_key key;
} cut_query_sort_row;

/* Rows of one name stand together: any of them may hold. */
extern const cut_query_name cut_query_names[];
extern const size_t cut_query_name_count;
extern const cut_query_flag_row cut_query_flags[];
extern const size_t cut_query_flag_count;
extern const cut_query_code_row cut_query_codes[];
extern const size_t cut_query_code_count;
extern const cut_query_sort_row cut_query_sorts[];
extern const size_t cut_query_sort_count;
/* The name that each part is printed by, NULL for ANY and FIELD, and the full text that has its
 * words. */
extern const char *const cut_query_part_names[];
extern const unsigned cut_query_part_columns[];

/* The rows of a name, without regard to case: *count of them from the one handed out on; NULL if
 * there are none. `own` holds the row of a name that only the field table has. */
const cut_query_name *cut_query_name_find(cut_str name, cut_query_name *own, size_t *count);
/* False if the group has no such name. */
bool cut_query_flag_find(cut_query_form group, cut_str name, cut_query_flag *flag);
/* NULL if there is none. */
const cut_query_code_row *cut_query_code_find(cut_str name);
/* Sets key and field; any field will do. */
bool cut_query_sort_find(cut_str name, cut_query_sort *sort);
/* Errors that suggest a near name; at: byte of the query. */
cutline_status cut_query_unknown_name(cut_str name, size_t at, cutline_error *err);
cutline_status cut_query_unknown_flag(cut_query_form group, cut_str name, size_t at,
                                      cutline_error *err);
cutline_status cut_query_unknown_sort(cut_str name, size_t at, cutline_error *err);

#endif
