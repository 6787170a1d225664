/* What is said of the photos of a group of duplicates: which is the best, why each is in it, and
 * what it should have of the best. Only for this folder. */
#ifndef CUT_CATALOG_DUPLICATE_SAY_H
#define CUT_CATALOG_DUPLICATE_SAY_H

#include "catalog/relate.h"

/* For qsort() of pointers to photos: the best credited first. */
int cut_duplicate_best_first(const void *a, const void *b);

/* Files of a photo that are not missing. */
size_t cut_duplicate_files(const cutline_photo *photo);

/* Of the best one. What is said lives in the arena. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_duplicate_best(cut_arena *arena, const cutline_photo *photo,
                                                     cutline_duplicate *out, cutline_error *err);

/* Of another one, by how it is related to the best: it is only ALIKE if time or IDs say that it is
 * another frame. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_duplicate_of(cut_arena *arena, const cutline_photo *best,
                                                   const cutline_photo *photo,
                                                   const cut_relation *relation,
                                                   cutline_duplicate *out, cutline_error *err);

#endif
