/* Pairs of photos that may show the same picture. Only for this folder and catalog/. */
#ifndef CUT_STORE_PAIRS_H
#define CUT_STORE_PAIRS_H

#include "store/lookup.h"

/* Two photos and how many words they share. */
typedef struct cut_pair {
    int64_t older, newer; /* by number */
    unsigned words;
    unsigned distance; /* bits of the perceptual hash that differ; CUT_PDQ_BITS if one has none */
} cut_pair;

typedef CUT_VEC(cut_pair) cut_pairs;

/* All pairs that share at least `fewest` words, by the newer photo. Takes about 220 bytes a photo
 * while it works, and time for each photo for each that has a word of it: a word is in one photo of
 * 30,000. CUTLINE_LIMIT (too many photos for that), CUTLINE_CATALOG, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_store_pairs(cut_store *store, unsigned fewest,
                                                  cut_arena *arena, cut_pairs *out,
                                                  cutline_error *err);

/* Photos that have more than one file, by number. Missing files do not count. */
CUTLINE_MUST_CHECK cutline_status cut_store_copied(cut_store *store, cut_arena *arena,
                                                   cut_numbers *out, cutline_error *err);

/* A photo that shows the same as another one, the best of its kind. */
typedef struct cut_duplicate {
    int64_t photo, best;
} cut_duplicate;

/* Keeps what was found, in place of what was kept, in a transaction of its own. */
CUTLINE_MUST_CHECK cutline_status cut_store_keep_duplicates(cut_store *store,
                                                            const cut_duplicate *list, size_t count,
                                                            cutline_error *err);

#endif
