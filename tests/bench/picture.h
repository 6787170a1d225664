/*
 * Pictures with the statistics of photos: shading, texture at all sizes, edges and grain, so that
 * coding and decoding cost what they cost with a camera's pictures. Drawn a row at a time.
 */
#ifndef CUT_BENCH_PICTURE_H
#define CUT_BENCH_PICTURE_H

#include <stdint.h>

enum { PICTURE_MAX_WIDTH = 3000, PICTURE_OCTAVES = 9, PICTURE_FIGURES = 24 };

/* An ellipse with hard edges. */
typedef struct picture_figure {
    int x, y, rx, ry;
    int light, warm; /* added to brightness and to red less blue */
} picture_figure;

typedef struct picture {
    unsigned width, height;
    uint64_t seed;
    uint32_t grain; /* state of its generator */
    picture_figure figures[PICTURE_FIGURES];
} picture;

/* Chooses the picture of a number; width is at most PICTURE_MAX_WIDTH. */
void picture_make(picture *p, unsigned number, unsigned width, unsigned height);
/* Draws a row (in order from the top) as RGB. */
void picture_row(picture *p, unsigned y, uint8_t *rgb);

#endif
