/* How the pictures of two photos are related, told from their thumbnails. Only for this folder. */
#ifndef CUT_CATALOG_RELATE_H
#define CUT_CATALOG_RELATE_H

#include "catalog/compare.h"

#include <cutline/duplicates.h>

/* What relates two photos. */
typedef struct cut_relation {
    int64_t older, newer; /* by number */
    bool related;         /* they show the same, at least in part; else the rest is empty */
    cutline_duplicate_kind kind;
    unsigned distance; /* bits of their hashes that differ; CUT_PDQ_BITS: not known */
    int64_t part;      /* the one that shows a part of the other; 0: each shows all of it */
    unsigned shown;    /* percent of the other's area that it shows; 100 if part is 0 */
    unsigned alike;    /* percent of what is compared that is alike */
} cut_relation;

/* Works relations out. What is needed of the newer photo is kept for the next pair. */
typedef struct cut_relater {
    cut_store *store;
    cut_compared compared;
    int64_t newer;      /* whose picture it is, 0: none yet */
    bool has_thumbnail; /* it has one */
} cut_relater;

void cut_relater_init(cut_relater *r, cut_store *store);
void cut_relater_release(cut_relater *r);

/* Fills in a relation of which the numbers and the distance are given. CUTLINE_CATALOG,
 * CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_relate(cut_relater *r, cut_relation *relation,
                                             cutline_error *err);

#endif
