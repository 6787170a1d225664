/*
 * Marks: small places of a picture that stand out (spots brighter or darker than what is around
 * them), each with a word of bits that says how the picture looks there. A part of a picture, or
 * one with something laid over it or set around it, has many words in common with the whole, where
 * a hash of the whole (pdq.h) has nothing in common.
 *
 * A bit of a word is the sign of one cosine wave over the mark's surroundings, so that brightness,
 * contrast and colours do not count. Only waves that are odd across or down are in the word: the
 * others follow from the mark being a spot.
 */
#ifndef CUT_IMAGE_MARKS_H
#define CUT_IMAGE_MARKS_H

#include "image/form.h"
#include "image/plane.h"

/* Marks found in one plane at most, the strongest. */
#define CUT_MARKS_MOST 250u
/* Bits of a word; the rest of a mark's bits tell marks apart that have the same word. */
#define CUT_WORD_BITS 20u
#define CUT_MARK_BITS 63u
/* Bits of a word that are noted as the least certain ones. */
#define CUT_MARK_DOUBTS 2u

typedef struct cut_mark {
    float strength; /* how far it stands out, in levels of 255 */
    uint16_t x, y;  /* place in the plane */
    uint64_t bits;  /* CUT_MARK_BITS of its surroundings; the lowest are the word */
    uint8_t doubts[CUT_MARK_DOUBTS]; /* bits of the word, least certain first */
} cut_mark;

typedef struct cut_marks {
    cut_mark *v; /* strongest first */
    size_t n;
    cut_plane plane; /* blurred, as the marks saw it */
} cut_marks;

/* Looks for the marks of a picture. All pictures are brought to planes of about the same area,
 * times the square of `scale`, so that a spot has the same size in them. The marks are in `arena`;
 * the plane, which is larger, is in `scratch`, as is what is needed meanwhile. False if memory runs
 * out. */
bool cut_marks_find(cut_arena *arena, cut_arena *scratch, const cut_pixels *pixels, float scale,
                    cut_marks *out);

/* A mark as it is when the picture is laid in a form, but for its doubts, which stay. plane: that
 * of the mark. */
cut_mark cut_mark_lay(const cut_mark *mark, const cut_plane *plane, unsigned form);

/* The mark's word. */
static inline uint32_t cut_mark_word(const cut_mark *mark)
{
    return (uint32_t)mark->bits & ((1u << CUT_WORD_BITS) - 1);
}

/* A word whatever way the picture is laid: the eight forms of a picture have the same kinds of
 * words. */
typedef struct cut_word_kind {
    uint32_t kind; /* below 2^CUT_WORD_BITS. The longest waves weigh most: words that differ in what
                      is least certain are near to each other */
    unsigned form; /* lays the word so that it is its kind */
} cut_word_kind;

cut_word_kind cut_word_kind_of(uint32_t word);
/* The word that a form lays so that it is that kind. */
uint32_t cut_word_of_kind(cut_word_kind kind);

/* Words kept of a photo, and their bytes. */
#define CUT_WORDS_KEPT 32u
#define CUT_WORDS_BYTES (CUT_WORDS_KEPT * 2 + CUT_WORDS_KEPT / 2)

/* What a catalog keeps of a photo's marks: the words of the strongest, spread over the picture. */
typedef struct cut_words {
    uint8_t count;                   /* at most CUT_WORDS_KEPT */
    uint8_t packed[CUT_WORDS_BYTES]; /* the low 16 bits of each, little-endian; then the high 4 of
                                        each, two in a byte, the first one in its low half */
} cut_words;

/* The words of an upright picture. False if memory runs out. */
bool cut_words_take(cut_arena *arena, const cut_pixels *pixels, cut_words *out);

/* Bits of a word that are the other way when the picture is mirrored, left for right. */
uint32_t cut_word_mirror(void);

/* Word number i of those packed. */
static inline uint32_t cut_word_at(const uint8_t packed[CUT_WORDS_BYTES], unsigned i)
{
    uint32_t high = (uint32_t)packed[2 * CUT_WORDS_KEPT + i / 2] >> (i % 2 * 4) & 15u;
    return packed[2 * i] | (uint32_t)packed[2 * i + 1] << 8 | high << 16;
}

#endif
