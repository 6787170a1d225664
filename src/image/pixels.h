/*
 * A picture in memory: rows of bytes, grey or RGB. Made small enough by the decoder that a whole
 * one is held at once.
 */
#ifndef CUT_IMAGE_PIXELS_H
#define CUT_IMAGE_PIXELS_H

#include "base/arena.h"

typedef struct cut_pixels {
    uint32_t width, height;
    unsigned channels; /* 1 grey, 3 red, green, blue */
    uint8_t *p;        /* height rows of width * channels bytes, top row first; in an arena */

    /* The picture that was decoded to these: each pixel at hand stands for step x step of its
     * pixels, those of the first column and row for lead_x and lead_y less. */
    uint32_t full_width, full_height;
    unsigned step;
    uint32_t lead_x, lead_y;
} cut_pixels;

/* Room for a picture of this size, with whatever is in it. False if memory runs out. */
bool cut_pixels_new(cut_arena *arena, uint32_t width, uint32_t height, unsigned channels,
                    cut_pixels *out);

/* The picture made smaller, each new pixel being the mean of the area it covers. Neither side may
 * be 0 or grow. False if memory runs out. */
bool cut_pixels_shrink(cut_arena *arena, const cut_pixels *in, uint32_t width, uint32_t height,
                       cut_pixels *out);

/* The picture turned upright: orientation is that of EXIF tag 0x0112 (Exif 2.32 section 4.6.4), 1
 * to 8; any other number counts as 1. What need not be turned is not copied. False if memory runs
 * out.
 */
bool cut_pixels_orient(cut_arena *arena, const cut_pixels *in, unsigned orientation,
                       cut_pixels *out);

#endif
