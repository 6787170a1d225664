/*
 * A picture's brightness as a plane of numbers, small enough to be searched for marks (marks.h) and
 * laid over another one (align.h).
 */
#ifndef CUT_IMAGE_PLANE_H
#define CUT_IMAGE_PLANE_H

#include "image/pixels.h"

typedef struct cut_plane {
    uint32_t width, height;
    float *p; /* height rows of width values, 0 black to 255 white; in an arena */
} cut_plane;

/* A picture's brightness, each value being the mean of the area it stands for; where there are more
 * values than pixels, pixels are repeated. No side may be 0. False if memory runs out. */
bool cut_plane_take(cut_arena *arena, const cut_pixels *pixels, uint32_t width, uint32_t height,
                    cut_plane *out);

/* The plane blurred: binomial weights 1 4 6 4 1 each way, the values `spread` apart. What lies
 * beyond an edge is as the edge. False if memory runs out. */
bool cut_plane_blur(cut_arena *arena, const cut_plane *in, uint32_t spread, cut_plane *out);

#endif
