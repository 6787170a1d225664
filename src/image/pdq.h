/*
 * PDQ, the perceptual hash of Meta's ThreatExchange ("The TMK+PDQF Video-Hashing Algorithm and the
 * PDQ Image-Hashing Algorithm", 2019, and the reference implementation pdq/cpp): 256 bits, one for
 * each of the 16 x 16 lowest frequencies of the picture's brightness, set if it is stronger than
 * the median one. Pictures that look alike differ in few bits; unrelated ones in about 128.
 */
#ifndef CUT_IMAGE_PDQ_H
#define CUT_IMAGE_PDQ_H

#include "image/pixels.h"

#define CUT_PDQ_BYTES 32
#define CUT_PDQ_BITS 256u
/* Below this quality a picture is too plain for its hash to mean much (the same document). */
#define CUT_PDQ_GOOD_QUALITY 50u

typedef struct cut_pdq {
    /* Bits in the order in which PDQ hashes are written: of the 16 frequencies down and across,
     * (16, 16) is the highest bit of the first byte, (1, 1) the lowest of the last. */
    uint8_t hash[CUT_PDQ_BYTES];
    unsigned quality; /* 0 plain to 100 rich in edges */
} cut_pdq;

/* The hash of a picture. With pixels of step 1 it is PDQ's own; with larger steps it is what the
 * full-size picture has, but for a few bits. A picture of fewer than 5 pixels across or down has
 * quality 0 and an empty hash, as in the reference. False if memory runs out. */
bool cut_pdq_take(cut_arena *arena, const cut_pixels *pixels, cut_pdq *out);

/* Bits in which two hashes differ. */
unsigned cut_pdq_distance(const uint8_t a[CUT_PDQ_BYTES], const uint8_t b[CUT_PDQ_BYTES]);

/* Hashes that are looked for among many, which are the forms of one picture. */
#define CUT_PDQ_ASKED 8u
#define CUT_PDQ_WORDS (CUT_PDQ_BYTES / 8)

typedef struct cut_pdq_asked {
    uint64_t words[CUT_PDQ_WORDS][CUT_PDQ_ASKED]; /* the first 64 bits of each, the next, ... */
} cut_pdq_asked;

void cut_pdq_ask(const cut_pdq forms[CUT_PDQ_ASKED], cut_pdq_asked *out);

/* The first of `count` hashes, which lie `stride` bytes apart, that is nearer than `limit` bits to
 * any of those asked for; count if there is none. */
size_t cut_pdq_find(const cut_pdq_asked *asked, const uint8_t *hashes, size_t stride, size_t count,
                    unsigned limit);

#endif
