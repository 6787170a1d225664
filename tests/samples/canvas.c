#include "samples/canvas.h"

#include <math.h>

static uint8_t mix_part(uint8_t from, uint8_t to, float share)
{
    return (uint8_t)((float)from + ((float)to - (float)from) * share + 0.5f);
}

static colour mix(colour from, colour to, float share)
{
    colour out = {mix_part(from.r, to.r, share), mix_part(from.g, to.g, share),
                  mix_part(from.b, to.b, share)};
    return out;
}

/* Inks a pixel by how far its centre lies inside the shape (negative distance: inside). */
static void ink_pixel(canvas *c, int x, int y, float distance, colour ink)
{
    float share = 0.5f - distance;
    if (share <= 0)
        return;
    c->pixels[y][x] = mix(c->pixels[y][x], ink, share > 1 ? 1 : share);
}

void draw_gradient(canvas *c, int y0, int y1, colour top, colour bottom)
{
    for (int y = y0; y < y1 && y < CANVAS_HEIGHT; y++) {
        colour ink = mix(top, bottom, (float)(y - y0) / (float)(y1 - y0));
        for (int x = 0; x < CANVAS_WIDTH; x++)
            c->pixels[y][x] = ink;
    }
}

void draw_ellipse(canvas *c, float x, float y, float rx, float ry, colour ink)
{
    float radius = rx < ry ? rx : ry;
    for (int py = 0; py < CANVAS_HEIGHT; py++) {
        for (int px = 0; px < CANVAS_WIDTH; px++) {
            float dx = ((float)px - x) / rx;
            float dy = ((float)py - y) / ry;
            ink_pixel(c, px, py, (sqrtf(dx * dx + dy * dy) - 1) * radius, ink);
        }
    }
}

void draw_box(canvas *c, float x0, float y0, float x1, float y1, float radius, colour ink)
{
    for (int py = 0; py < CANVAS_HEIGHT; py++) {
        for (int px = 0; px < CANVAS_WIDTH; px++) {
            float dx = fabsf((float)px - (x0 + x1) / 2) - (x1 - x0) / 2 + radius;
            float dy = fabsf((float)py - (y0 + y1) / 2) - (y1 - y0) / 2 + radius;
            float inside = fminf(fmaxf(dx, dy), 0);
            float ox = fmaxf(dx, 0);
            float oy = fmaxf(dy, 0);
            ink_pixel(c, px, py, sqrtf(ox * ox + oy * oy) + inside - radius, ink);
        }
    }
}

void draw_line(canvas *c, float x0, float y0, float x1, float y1, float width, colour ink)
{
    float lx = x1 - x0;
    float ly = y1 - y0;
    float square = lx * lx + ly * ly;
    for (int py = 0; py < CANVAS_HEIGHT; py++) {
        for (int px = 0; px < CANVAS_WIDTH; px++) {
            float dx = (float)px - x0;
            float dy = (float)py - y0;
            float along = square > 0 ? fminf(fmaxf((dx * lx + dy * ly) / square, 0), 1) : 0;
            dx -= along * lx;
            dy -= along * ly;
            ink_pixel(c, px, py, sqrtf(dx * dx + dy * dy) - width / 2, ink);
        }
    }
}

void draw_ridge(canvas *c, float base, float height, float step, colour ink)
{
    for (int px = 0; px < CANVAS_WIDTH; px++) {
        float t = (float)px / step;
        float top = base - height * (0.5f * sinf(t) + 0.3f * sinf(2.3f * t + 1.7f) +
                                     0.2f * sinf(5.1f * t + 0.6f));
        for (int py = 0; py < CANVAS_HEIGHT; py++)
            ink_pixel(c, px, py, top - (float)py, ink);
    }
}

/* A random number from 0 to 32767 (a linear congruential generator: only its look matters). */
static int next_random(canvas *c)
{
    c->seed = c->seed * 1103515245u + 12345u;
    return (int)(c->seed >> 16 & 0x7fff);
}

static uint8_t move_part(uint8_t part, int by)
{
    int moved = part + by;
    return (uint8_t)(moved < 0 ? 0 : moved > 255 ? 255 : moved);
}

void draw_grain(canvas *c, int amount)
{
    for (int y = 0; y < CANVAS_HEIGHT; y++) {
        for (int x = 0; x < CANVAS_WIDTH; x++) {
            int by = next_random(c) % (2 * amount + 1) - amount;
            colour *p = &c->pixels[y][x];
            p->r = move_part(p->r, by);
            p->g = move_part(p->g, by);
            p->b = move_part(p->b, by);
        }
    }
}
