/* The cosine waves that say how a picture looks around a mark. */
#ifndef CUT_IMAGE_MARKS_TABLE_H
#define CUT_IMAGE_MARKS_TABLE_H

#include "image/marks.h"

/* For each bit of a mark: half periods across and down. */
extern const uint8_t cut_mark_waves[CUT_MARK_BITS][2];
/* Waves of 0 to 7 half periods at the 8 places that are looked at. */
extern const float cut_mark_cosines[8][8];

/* Bits of waves that are odd across, or down: they change when the picture is mirrored that way. */
extern const uint64_t cut_mark_odd_across, cut_mark_odd_down;
/* The first of each two bits whose waves are each other with rows and columns swapped; the second
 * one is the next bit. */
extern const uint64_t cut_mark_swapped;

#endif
