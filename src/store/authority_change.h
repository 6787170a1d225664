/* A change of names in the making. Only for authority*.c. */
#ifndef CUT_STORE_AUTHORITY_CHANGE_H
#define CUT_STORE_AUTHORITY_CHANGE_H

#include "store/authority.h"
#include "store/db_authority.h"
#include "store/inner.h"

typedef struct cut_change {
    cut_store *store;
    cutline_authority_kind kind;
    cut_arena arena;    /* of the change; the store's is used up by each photo */
    cut_numbers photos; /* to be brought up to date, with repeats */
    cut_texts names;    /* names whose meaning changes */
    bool new_agency;    /* what was no agency becomes one */
} cut_change;

/* Adds the photos whose effective credit names an entity. */
CUTLINE_MUST_CHECK cutline_status cut_change_concerns(cut_change *change, int64_t entity,
                                                      cutline_error *err);
/* Adds the photos in whose credits change->names may act: by issuer, as a photographer, in a rival
 * credit, or in one that had no say as long as it named no agency. */
CUTLINE_MUST_CHECK cutline_status cut_change_gather(cut_change *change, cutline_error *err);
/* Brings the photos up to date; *count of them. */
CUTLINE_MUST_CHECK cutline_status cut_change_refresh(cut_change *change, uint64_t *count,
                                                     cutline_error *err);

#endif
