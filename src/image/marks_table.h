/* The cosine waves that say how a picture looks around a mark. */
#ifndef CUT_IMAGE_MARKS_TABLE_H
#define CUT_IMAGE_MARKS_TABLE_H

#include "image/marks.h"

/* For each bit of a mark: half periods across and down. */
extern const uint8_t cut_mark_waves[CUT_MARK_BITS][2];
/* Waves of 0 to 7 half periods at the 8 places that are looked at. */
extern const float cut_mark_cosines[8][8];

#endif
