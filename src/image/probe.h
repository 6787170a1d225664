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
 * that is known to show all of a photo. Of the planes, only the usual one has its values kept.
 * scratch: emptied, and used meanwhile. False if memory runs out. */
bool cut_probe_take(cut_arena *arena, cut_arena *scratch, const cut_pixels *pixels, bool wide,
                    cut_probe *out);

/* The probe of the picture laid in a form. False if memory runs out. */
bool cut_probe_lay(cut_arena *arena, const cut_probe *in, unsigned form, cut_probe *out);

#endif
