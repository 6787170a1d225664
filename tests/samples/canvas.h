/*
 * A small picture to draw on: soft-edged shapes on an RGB canvas, all in whole numbers or plain
 * float arithmetic, so that the same program draws the same picture everywhere.
 */
#ifndef CUT_SAMPLES_CANVAS_H
#define CUT_SAMPLES_CANVAS_H

#include <stdint.h>

#define CANVAS_WIDTH 320
#define CANVAS_HEIGHT 214

/* A colour; each part 0 to 255. */
typedef struct colour {
    uint8_t r, g, b;
} colour;

/* The picture, row by row from the top. */
typedef struct canvas {
    colour pixels[CANVAS_HEIGHT][CANVAS_WIDTH];
    /* State of the grain's random numbers. */
    uint32_t seed;
} canvas;

/* A blend from the top colour to the bottom colour over rows [y0, y1), across the whole width. */
void draw_gradient(canvas *c, int y0, int y1, colour top, colour bottom);
/* A filled ellipse around (x, y). */
void draw_ellipse(canvas *c, float x, float y, float rx, float ry, colour ink);
/* A filled box with rounded corners. */
void draw_box(canvas *c, float x0, float y0, float x1, float y1, float radius, colour ink);
/* A line of the given width with round ends. */
void draw_line(canvas *c, float x0, float y0, float x1, float y1, float width, colour ink);
/* A ridge: everything below a line of soft hills from the left to the right edge. base is the mean
 * row, height how far the hills rise, step their width in pixels. */
void draw_ridge(canvas *c, float base, float height, float step, colour ink);
/* Film grain: moves every pixel by up to `amount` levels. */
void draw_grain(canvas *c, int amount);

#endif
