/* Caption and credit lists: a row a picture, with columns known by their names. */
#ifndef CUT_IMPORT_LIST_H
#define CUT_IMPORT_LIST_H

#include "record/page.h"

/* What a column holds. */
typedef enum cut_list_role {
    CUT_LIST_NONE,
    CUT_LIST_ID,        /* media ID, with or without namespace */
    CUT_LIST_NAMESPACE, /* whose the ID is: agency or archive */
    CUT_LIST_FILE,      /* file name, which may be an ID */
    CUT_LIST_CAPTION,
    CUT_LIST_CREDIT,
    CUT_LIST_BYLINE
} cut_list_role;

#define CUT_LIST_ROLES (CUT_LIST_BYLINE + 1)

typedef struct cut_list_column {
    cut_list_role role;
    const char *names; /* folded, letters and digits only, separated by spaces, best first */
} cut_list_column;

extern const cut_list_column cut_list_columns[];
extern const size_t cut_list_column_count;

/* Reads clean text into page->items. Rows without an ID are counted in a finding. Without a column
 * for IDs or files there are no items. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_list_read(cut_page *page, cut_str text, cutline_error *err);

#endif
