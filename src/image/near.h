/*
 * Hashes (pdq.h) that are near each other, found without comparing each with each.
 *
 * The 256 bits of a hash are a square of 16 x 16. Of two hashes that are near, one of the 16 rows
 * or of the 16 columns is the same (multi-index hashing, after Norouzi, Punjani and Fleet 2012):
 * always if they differ in at most 15 bits; if in CUT_NEAR_DISTANCE, of 150 pairs one is missed. So
 * only those hashes are compared that share a row or column; of unrelated ones, one in 2,000.
 */
#ifndef CUT_IMAGE_NEAR_H
#define CUT_IMAGE_NEAR_H

#include "image/pdq.h"

/* Bits in which the hashes of one picture may differ. */
#define CUT_NEAR_DISTANCE 31u
/* The same if one is too plain for its hash to mean much (CUT_PDQ_GOOD_QUALITY). */
#define CUT_NEAR_PLAIN_DISTANCE 6u

/* Rows and columns. */
#define CUT_NEAR_ROWS 16u
#define CUT_NEAR_WORDS (2 * CUT_NEAR_ROWS)

/* A hash. */
typedef struct cut_near_hash {
    uint16_t words[CUT_NEAR_WORDS]; /* its rows, which are the hash, and its columns */
    int64_t number;                 /* of the photo */
    bool plain;                     /* quality below CUT_PDQ_GOOD_QUALITY */
} cut_near_hash;

cut_near_hash cut_near_hash_of(int64_t number, unsigned quality, const uint8_t pdq[CUT_PDQ_BYTES]);

/* Some hashes, sorted by each of their rows and columns. */
typedef struct cut_near {
    cut_near_hash *hashes; /* owned; by number */
    size_t n, room;
    uint32_t *starts; /* owned; for each row and column: where the hashes of each value begin */
    uint32_t *places; /* owned; for each: the hashes in the order of its value */
} cut_near;

/* So few are compared with all. */
#define CUT_NEAR_FEW 48u
/* Hashes near one that was asked for, for each row and column, that are looked at: of very many
 * pictures that look all the same, each is told of those that follow it. */
#define CUT_NEAR_MET 256u

/* Room for `most` hashes, 208 bytes each; 8 MiB besides unless there are few. Release in any case.
 * False if memory runs out. */
bool cut_near_init(cut_near *near, size_t most);
void cut_near_release(cut_near *near);
/* Adds a hash; numbers ascend, and there is room. */
void cut_near_add(cut_near *near, const cut_near_hash *hash);
/* Sorts them, when all were added. */
void cut_near_sort(cut_near *near);
/* Place of the first hash whose number is not below this one; n if there is none. */
size_t cut_near_place(const cut_near *near, int64_t number);

/* Called once for each pair. place: of the found hash. */
typedef void (*cut_near_fn)(const cut_near_hash *asked, size_t place, unsigned distance,
                            void *context);

/* Looks for what is near some hashes, at places from first[i] on, but not for the hash itself,
 * going by its number. Many in one call are faster: a thousand. */
void cut_near_look(const cut_near *near, const cut_near_hash *asked, const size_t *first, size_t n,
                   cut_near_fn on_near, void *context);

#endif
