#include "alter.h"

#include <math.h>

/* ---- random numbers ----------------------------------------------------------------------------
 */

static uint32_t next(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    uint32_t x = *seed;
    x ^= x >> 16;
    x *= 0x7feb352du;
    return x ^ x >> 15;
}

/* In [0, 1). */
static double chance(uint32_t *seed)
{
    return (double)(next(seed) >> 8) / (double)(1u << 24);
}

static uint8_t level(double v)
{
    return (uint8_t)(v <= 0.0 ? 0 : v >= 255.0 ? 255 : v + 0.5);
}

/* ---- cutting and colours ------------------------------------------------------------------------
 */

/* A part of a picture. */
static bool cut_out(cut_arena *arena, const cut_pixels *in, uint32_t x, uint32_t y, uint32_t width,
                    uint32_t height, cut_pixels *out)
{
    if (!cut_pixels_new(arena, width, height, 3, out))
        return false;
    for (uint32_t row = 0; row < height; row++)
        memcpy(out->p + (size_t)row * width * 3, in->p + ((size_t)(y + row) * in->width + x) * 3,
               (size_t)width * 3);
    return true;
}

static bool crop(cut_arena *arena, const alteration *how, uint32_t *seed, cut_pixels *p)
{
    uint32_t lose_x = (uint32_t)(how->crop_width * p->width);
    uint32_t lose_y = (uint32_t)(how->crop_height * p->height);
    cut_pixels in = *p;
    uint32_t x = (uint32_t)(chance(seed) * (lose_x + 1)),
             y = (uint32_t)(chance(seed) * (lose_y + 1));
    return cut_out(arena, &in, x, y, in.width - lose_x, in.height - lose_y, p);
}

static void colour(const alteration *how, cut_pixels *p)
{
    size_t n = (size_t)p->width * p->height;
    for (size_t i = 0; i < n; i++) {
        uint8_t *c = p->p + 3 * i;
        if (how->grey)
            c[0] = c[1] = c[2] = level(0.299 * c[0] + 0.587 * c[1] + 0.114 * c[2]);
        for (unsigned k = 0; k < 3; k++) {
            double v = c[k];
            if (how->gain != 0.0)
                v = (v - 128.0) * how->gain + 128.0;
            if (how->gamma != 0.0)
                v = 255.0 * pow((v < 0.0 ? 0.0 : v > 255.0 ? 255.0 : v) / 255.0, how->gamma);
            c[k] = level(v + how->brightness);
        }
    }
}

/* ---- writing over it ----------------------------------------------------------------------------
 */

/* A box; opaque: 0 to 1. */
static void box(cut_pixels *p, double x0, double y0, double x1, double y1, const uint8_t ink[3],
                double opaque)
{
    for (uint32_t y = (uint32_t)fmax(y0, 0.0); y < p->height && y < y1; y++)
        for (uint32_t x = (uint32_t)fmax(x0, 0.0); x < p->width && x < x1; x++) {
            uint8_t *c = p->p + 3 * ((size_t)y * p->width + x);
            for (unsigned k = 0; k < 3; k++)
                c[k] = level(c[k] * (1.0 - opaque) + ink[k] * opaque);
        }
}

/* Lines of something like letters. */
static void writing(cut_pixels *p, double x0, double y0, double x1, double y1, double size,
                    const uint8_t ink[3], double opaque, uint32_t *seed)
{
    for (double y = y0; y + size <= y1; y += 1.6 * size)
        for (double x = x0; x + size < x1; x += size * (chance(seed) < 0.15 ? 1.2 : 0.7)) {
            double top = y + (chance(seed) < 0.5 ? 0.0 : 0.3 * size);
            box(p, x, top, x + 0.15 * size, y + size, ink, opaque);
            if (chance(seed) < 0.7)
                box(p, x, top + 0.4 * size, x + 0.5 * size, top + 0.55 * size, ink, opaque);
            if (chance(seed) < 0.5)
                box(p, x + 0.35 * size, top, x + 0.5 * size, y + size, ink, opaque);
        }
}

static const uint8_t white[3] = {250, 250, 250}, black[3] = {12, 12, 12}, red[3] = {200, 16, 30};

static void bar(cut_pixels *p, double part, uint32_t *seed)
{
    bool dark = chance(seed) < 0.6;
    double top = p->height * (1.0 - part), size = p->height * part / 4.0;
    box(p, 0, top, p->width, p->height, dark ? black : white, dark ? 0.85 : 1.0);
    writing(p, p->width * 0.03, top + size * 0.6, p->width * 0.95, p->height, size,
            dark ? white : black, 1.0, seed);
}

static void logo(cut_pixels *p, double part, uint32_t *seed)
{
    double w = p->width * part, h = p->height * part, gap = 0.02 * p->width;
    double x = chance(seed) < 0.5 ? gap : p->width - w - gap;
    double y = chance(seed) < 0.5 ? gap : p->height - h - gap;
    box(p, x, y, x + w, y + h, red, 1.0);
    writing(p, x + 0.1 * w, y + 0.2 * h, x + 0.9 * w, y + 0.9 * h, h / 3.5, white, 1.0, seed);
}

static void watermark(cut_pixels *p, double opaque, uint32_t *seed)
{
    double size = p->height * 0.12;
    writing(p, p->width * 0.1, p->height * 0.4, p->width * 0.9, p->height * 0.65, size, white,
            opaque, seed);
}

/* ---- around it ----------------------------------------------------------------------------------
 */

/* The picture at a place of a plain sheet. */
static bool mount(cut_arena *arena, cut_pixels *p, uint32_t width, uint32_t height, uint32_t x,
                  uint32_t y, const uint8_t ink[3])
{
    cut_pixels in = *p;
    if (!cut_pixels_new(arena, width, height, 3, p))
        return false;
    box(p, 0, 0, width, height, ink, 1.0);
    for (uint32_t row = 0; row < in.height; row++)
        memcpy(p->p + ((size_t)(y + row) * width + x) * 3, in.p + (size_t)row * in.width * 3,
               (size_t)in.width * 3);
    return true;
}

static bool bar_below(cut_arena *arena, double part, uint32_t *seed, cut_pixels *p)
{
    uint32_t height = p->height + (uint32_t)(part * p->height);
    if (!mount(arena, p, p->width, height, 0, 0, white))
        return false;
    bar(p, part / (1.0 + part), seed);
    return true;
}

static bool border(cut_arena *arena, double part, uint32_t *seed, cut_pixels *p)
{
    uint32_t w = (uint32_t)(part * p->width);
    return mount(arena, p, p->width + 2 * w, p->height + 2 * w, w, w,
                 chance(seed) < 0.5 ? black : white);
}

/* A headline above, text below, a column of things beside it. */
static bool page(cut_arena *arena, double part, uint32_t *seed, cut_pixels *p)
{
    double w = p->width, h = p->height, width = w / part, left = 0.08 * w;
    double top = 0.28 * h, height = 1.6 * h;
    if (!mount(arena, p, (uint32_t)width, (uint32_t)height, (uint32_t)left, (uint32_t)top, white))
        return false;
    box(p, 0, 0, width, 0.08 * h, red, 1.0);
    writing(p, left, 0.12 * h, left + w, 0.25 * h, 0.07 * h, black, 1.0, seed);
    writing(p, left, top + h + 0.04 * h, left + w, height, 0.035 * h, black, 1.0, seed);
    double side = left + w + 0.05 * w;
    for (double y = top; side + 0.1 * w < width && y + 0.2 * h < height; y += 0.3 * h) {
        uint8_t ink[3] = {(uint8_t)next(seed), (uint8_t)next(seed), (uint8_t)next(seed)};
        box(p, side, y, width - 0.02 * w, y + 0.16 * h, ink, 1.0);
        writing(p, side, y + 0.18 * h, width - 0.02 * w, y + 0.25 * h, 0.03 * h, black, 1.0, seed);
    }
    return true;
}

/* ---- all of it ----------------------------------------------------------------------------------
 */

static bool shrink(cut_arena *arena, unsigned longest, cut_pixels *p)
{
    uint32_t side = p->width > p->height ? p->width : p->height;
    if (side <= longest)
        return true;
    cut_pixels in = *p;
    uint32_t width = (uint32_t)((uint64_t)in.width * longest / side);
    uint32_t height = (uint32_t)((uint64_t)in.height * longest / side);
    return cut_pixels_shrink(arena, &in, width ? width : 1, height ? height : 1, p);
}

static bool turn(cut_arena *arena, unsigned orientation, cut_pixels *p)
{
    cut_pixels in = *p;
    return cut_pixels_orient(arena, &in, orientation, p);
}

bool alter(cut_arena *arena, const cut_pixels *in, const alteration *how, unsigned number,
           cut_pixels *out)
{
    uint32_t seed = number * 2654435761u + 99;
    *out = *in;
    if (!crop(arena, how, &seed, out))
        return false;
    colour(how, out);
    if (how->bar > 0.0)
        bar(out, how->bar, &seed);
    if (how->logo > 0.0)
        logo(out, how->logo, &seed);
    if (how->watermark > 0.0)
        watermark(out, how->watermark, &seed);
    if ((how->bar_below > 0.0 && !bar_below(arena, how->bar_below, &seed, out)) ||
        (how->border > 0.0 && !border(arena, how->border, &seed, out)) ||
        (how->page > 0.0 && !page(arena, how->page, &seed, out)) ||
        (how->mirror && !turn(arena, 2, out)) || (how->turn && !turn(arena, how->turn, out)))
        return false;
    return how->longest == 0 || shrink(arena, how->longest, out);
}

/* ---- scenes -------------------------------------------------------------------------------------
 */

/* Something in the scene: an ellipse or a box, turned, shaded, with a pattern. */
typedef struct thing {
    double x, y, rx, ry, cosine, sine;
    bool is_box;
    double ink[3], shade_x, shade_y, wave, wave_x, wave_y;
} thing;

static thing make_thing(uint32_t width, uint32_t height, uint32_t *seed)
{
    double angle = chance(seed) * 3.14159265, longest = width > height ? width : height;
    double size = longest * 0.012 / sqrt(0.0012 + chance(seed));
    thing t = {.x = chance(seed) * width,
               .y = chance(seed) * height,
               .rx = size * (0.4 + chance(seed)),
               .ry = size * (0.4 + chance(seed)),
               .cosine = cos(angle),
               .sine = sin(angle),
               .is_box = chance(seed) < 0.4};
    double base = 20.0 + 200.0 * chance(seed);
    for (unsigned k = 0; k < 3; k++)
        t.ink[k] = base + 60.0 * (chance(seed) - 0.5);
    t.shade_x = 50.0 * (chance(seed) - 0.5);
    t.shade_y = 50.0 * (chance(seed) - 0.5);
    t.wave = chance(seed) < 0.3 ? 25.0 * chance(seed) : 0.0;
    t.wave_x = 12.0 * chance(seed);
    t.wave_y = 12.0 * chance(seed);
    return t;
}

static void draw_thing(cut_pixels *p, const thing *t)
{
    double reach = 1.5 * (t->rx > t->ry ? t->rx : t->ry);
    uint32_t x0 = (uint32_t)fmax(t->x - reach, 0.0), y0 = (uint32_t)fmax(t->y - reach, 0.0);
    for (uint32_t y = y0; y < p->height && y < t->y + reach; y++)
        for (uint32_t x = x0; x < p->width && x < t->x + reach; x++) {
            double dx = x - t->x, dy = y - t->y;
            double u = (dx * t->cosine + dy * t->sine) / t->rx;
            double v = (dy * t->cosine - dx * t->sine) / t->ry;
            if (t->is_box ? fabs(u) > 1.0 || fabs(v) > 1.0 : u * u + v * v > 1.0)
                continue;
            double light = t->shade_x * u + t->shade_y * v;
            if (t->wave > 0.0)
                light += t->wave * sin(t->wave_x * u + t->wave_y * v);
            for (unsigned k = 0; k < 3; k++)
                p->p[3 * ((size_t)y * p->width + x) + k] = level(t->ink[k] + light);
        }
}

static void draw_sky(cut_pixels *p, uint32_t *seed)
{
    double top = 60.0 + 180.0 * chance(seed), bottom = 40.0 + 200.0 * chance(seed);
    for (uint32_t y = 0; y < p->height; y++)
        for (uint32_t x = 0; x < 3 * p->width; x++)
            p->p[(size_t)y * 3 * p->width + x] =
                level(top + (bottom - top) * y / p->height + (x % 3 == 2 ? 15.0 : 0.0));
}

bool draw_scene(cut_arena *arena, uint32_t width, uint32_t height, unsigned number, cut_pixels *out)
{
    uint32_t seed = number * 747796405u + 7;
    if (!cut_pixels_new(arena, width, height, 3, out))
        return false;
    draw_sky(out, &seed);
    unsigned count = 60 + (unsigned)(chance(&seed) * 300.0);
    for (unsigned i = 0; i < count; i++) {
        thing t = make_thing(width, height, &seed);
        draw_thing(out, &t);
    }
    size_t n = (size_t)width * height * 3;
    for (size_t i = 0; i < n; i++)
        out->p[i] = level(out->p[i] + 8.0 * (chance(&seed) - 0.5));
    return true;
}

/* ---- lands --------------------------------------------------------------------------------------
 */

/* A number in [0, 1) for each corner of a grid. */
static double corner(uint32_t seed, int x, int y)
{
    uint32_t h = seed ^ (uint32_t)x * 0x9E3779B1u ^ (uint32_t)y * 0x85EBCA77u;
    h = (h ^ h >> 15) * 0x2C1B3C6Du;
    h = (h ^ h >> 12) * 0x297A2D39u;
    return (double)(h ^ h >> 15) / 4294967296.0;
}

/* Between the corners, smoothly. */
static double noise(uint32_t seed, double x, double y)
{
    int i = (int)floor(x), j = (int)floor(y);
    double u = x - i, v = y - j;
    u = u * u * (3.0 - 2.0 * u);
    v = v * v * (3.0 - 2.0 * v);
    double above = corner(seed, i, j) * (1.0 - u) + corner(seed, i + 1, j) * u;
    double below = corner(seed, i, j + 1) * (1.0 - u) + corner(seed, i + 1, j + 1) * u;
    return above * (1.0 - v) + below * v;
}

/* Noise on noise, each twice as fine; about 0 to 1. ridged: with crests. */
static double rough(uint32_t seed, double x, double y, bool ridged)
{
    double sum = 0.0, weight = 0.5;
    for (uint32_t octave = 0; octave < 7; octave++, weight *= 0.55) {
        double n = noise(seed + octave * 101u, x, y);
        sum += weight * (ridged ? 1.0 - fabs(2.0 * n - 1.0) : n);
        x *= 2.03;
        y *= 2.03;
    }
    return sum;
}

bool draw_land(cut_arena *arena, uint32_t width, uint32_t height, unsigned number, cut_pixels *out)
{
    uint32_t seed = number * 2891336453u + 11;
    if (!cut_pixels_new(arena, width, height, 3, out))
        return false;
    double horizon = 0.25 + 0.5 * chance(&seed), across = 2.0 + 6.0 * chance(&seed);
    bool ridged = chance(&seed) < 0.5;
    double inks[3][3];
    for (unsigned i = 0; i < 9; i++)
        inks[i / 3][i % 3] = 40.0 + 200.0 * chance(&seed);
    const uint32_t ground = seed;
    for (uint32_t y = 0; y < height; y++)
        for (uint32_t x = 0; x < width; x++) {
            double u = across * x / width, v = across * y / height;
            double crest = horizon + 0.35 * (rough(ground, u, 0.0, ridged) - 0.5);
            bool land = (double)y / height > crest;
            double shade = rough(ground + (land ? 7u : 3u), u, land ? 2.5 * v : v, land && ridged);
            double mix = rough(ground + 13u, 0.5 * u, 0.5 * v, false);
            const double *ink = inks[land ? mix > 0.55 : 2];
            for (unsigned c = 0; c < 3; c++)
                out->p[((size_t)y * width + x) * 3 + c] =
                    level(ink[c] * (0.35 + shade) + 6.0 * (chance(&seed) - 0.5));
        }
    return true;
}
