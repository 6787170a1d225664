/*
 * Words (marks.h) of a picture made smaller, by which it is found to be a part of a photo: where a
 * quarter of the width is cut off, what is left is shown larger by a third, and words do not
 * survive that.
 */
#ifndef CUT_IMAGE_PART_WORDS_H
#define CUT_IMAGE_PART_WORDS_H

#include "image/marks.h"

/* Scales that stand for 5 to 30 % cut off. */
#define CUT_PART_SCALES 3u
/* Words of each. */
#define CUT_PART_WORDS 24u

/* What is kept of a photo for this: 300 bytes. */
typedef struct cut_part_words {
    uint8_t of[8]; /* first bytes of the perceptual hash of the picture that they were taken of */
    uint8_t counts[CUT_PART_SCALES + 1]; /* words at each scale; the last one is 0 */
    /* Words of the strongest marks, each with its least certain bits (cut_mark.doubts) in five bits
     * each behind it; little-endian. */
    uint8_t words[CUT_PART_SCALES][CUT_PART_WORDS][4];
} cut_part_words;

/* Forms of a word, of which one is most likely that of the same mark on the photo. */
#define CUT_PART_FORMS 4u

/* The words of an upright picture; `of` is left alone. Both arenas hold what is needed meanwhile.
 * False if memory runs out. */
bool cut_part_words_take(cut_arena *arena, cut_arena *scratch, const cut_pixels *pixels,
                         cut_part_words *out);

/* The forms of a word: its doubtful bits either way. */
void cut_part_word_forms(const uint8_t word[4], uint32_t out[CUT_PART_FORMS]);

#endif
