/* Pairs of photos that may show the same picture. Only for this folder and catalog/. */
#ifndef CUT_STORE_PAIRS_H
#define CUT_STORE_PAIRS_H

#include "image/part_words.h"
#include "store/lookup.h"

/* Called now and then: `done` of `total` photos. Non-zero stops the work (CUTLINE_CANCELLED). */
typedef int (*cut_pairs_progress)(uint64_t done, uint64_t total, void *context);

/* Two photos, by number. */
typedef struct cut_pair {
    int64_t older, newer;
    unsigned distance; /* bits of their hashes that differ, if that is known; else CUT_PDQ_BITS */
} cut_pair;

typedef CUT_VEC(cut_pair) cut_pairs;

/* Pairs whose hashes are near; of very many that look alike only some, but each photo is in one.
 * cut_store_settle() comes before. */
CUTLINE_MUST_CHECK cutline_status cut_store_near_pairs(cut_store *store, cut_arena *arena,
                                                       cut_pairs *out, cutline_error *err);

/* Adds pairs that share words of their marks: as a whole, mirrored, or one as part of the other, as
 * far as cut_store_take_parts() has been there. Then each is there once, by the newer photo, with
 * its distance if that was known. Takes about 220 bytes a photo while it
 * works, and time for each photo for each that has a word of it, up to 4096: a word is in one photo
 * of 30,000. CUTLINE_LIMIT (too many photos), CUTLINE_CANCELLED, CUTLINE_CATALOG,
 * CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_store_word_pairs(cut_store *store, cut_arena *arena,
                                                       cut_pairs *out,
                                                       cut_pairs_progress on_progress,
                                                       void *context, cutline_error *err);

/* Takes the words by which parts are known (image/part_words.h) from the thumbnails of at most
 * `most` photos that have none yet, the latest first, and keeps them, in transactions of its own.
 * *left: photos that still have none. A photo takes a millisecond. CUTLINE_CANCELLED: those taken
 * are kept. */
CUTLINE_MUST_CHECK cutline_status cut_store_take_parts(cut_store *store, uint64_t most,
                                                       uint64_t *left,
                                                       cut_pairs_progress on_progress,
                                                       void *context, cutline_error *err);

/* Photos that have more than one file, by number. Missing files do not count. */
CUTLINE_MUST_CHECK cutline_status cut_store_copied(cut_store *store, cut_arena *arena,
                                                   cut_numbers *out, cutline_error *err);

/* Keeps the pairs that are parts of each other or mirrored, in place of those that were kept, for
 * "is:duplicate", in a transaction of its own. */
CUTLINE_MUST_CHECK cutline_status cut_store_keep_parts(cut_store *store, const cut_pairs *pairs,
                                                       cutline_error *err);

#endif
