/*
 * A picture that is looked up by its marks. Nobody knows how large a part of a photo it shows, or
 * how small the photo is on it, so its marks are found at many scales.
 */
#ifndef CUT_IMAGE_PROBE_H
#define CUT_IMAGE_PROBE_H

#include "image/marks.h"

/* Scales, from a half to twice the usual: the picture shows between half of the photo's width and
 * all of it, which is between all of the picture's width and half of it. */
#define CUT_PROBE_SCALES 16u

typedef struct cut_probe {
    cut_marks at[CUT_PROBE_SCALES];
    float scale[CUT_PROBE_SCALES]; /* of each; one is 1 */
    unsigned usual;                /* that one */
} cut_probe;

/* The marks of an upright picture. wide: at all scales, else at the usual one only, for a picture
 * that is known to show all of a photo. False if memory runs out. */
bool cut_probe_take(cut_arena *arena, const cut_pixels *pixels, bool wide, cut_probe *out);

/* The probe of the mirrored picture; of the planes, only the usual one is mirrored, too. False if
 * memory runs out. */
bool cut_probe_mirror(cut_arena *arena, const cut_probe *in, cut_probe *out);

/* Words as a bit each: 128 KiB, which a processor's own memory holds. */
typedef struct cut_word_set {
    uint64_t bits[(1u << CUT_WORD_BITS) / 64];
} cut_word_set;

/* Adds all words of a probe, and those that differ from them in the least certain bits. */
void cut_word_set_add(cut_word_set *set, const cut_probe *probe);

/* How many of a photo's words are in the set. */
static inline unsigned cut_word_set_count(const cut_word_set *set, const cut_words *words)
{
    unsigned n = 0;
    for (unsigned i = 0; i < words->count && i < CUT_WORDS_KEPT; i++) {
        uint32_t word = cut_word_at(words->packed, i);
        n += (unsigned)(set->bits[word / 64] >> word % 64 & 1);
    }
    return n;
}

#endif
