#include "bench/picture.h"

#include "bench/random.h"

#include <math.h>
#include <string.h>

/* Cells of the coarsest texture; each finer one has half the size and little more than half the
 * strength, as nature has it. */
enum { COARSEST = 512, GRAIN = 9 };
static const int strength[PICTURE_OCTAVES] = {110, 64, 38, 24, 18, 16, 16, 16, 14};

void picture_make(picture *p, unsigned number, unsigned width, unsigned height)
{
    uint64_t state = number ^ 0x9d3f5a1c00000000u;
    *p = (picture){.width = width, .height = height};
    for (unsigned i = 0; i < PICTURE_FIGURES; i++) {
        picture_figure *f = &p->figures[i];
        f->x = (int)random_below(&state, width);
        f->y = (int)random_below(&state, height);
        f->rx = 4 + (int)random_below(&state, width / 8);
        f->ry = 4 + (int)random_below(&state, height / 5);
        f->light = (int)random_below(&state, 80) - 40;
        f->warm = (int)random_below(&state, 60) - 30;
    }
    p->seed = random_next(&state);
    p->grain = (uint32_t)random_next(&state);
}

/* A value from -128 to 127 for each point of a grid. */
static int at_point(uint64_t seed, unsigned octave, unsigned x, unsigned y)
{
    uint64_t state = seed + octave * 0x51ed27u + ((uint64_t)y << 32) + x;
    return (int)(random_next(&state) & 255) - 128;
}

/* Adds one texture to a row of brightness (in 1/128): a grid of values, blended in between. */
static void add_texture(const picture *p, unsigned octave, unsigned y, int *light)
{
    unsigned cell = (unsigned)COARSEST >> octave, within = y % cell;
    int left = 0, right = 0;
    for (unsigned x = 0; x < p->width; x++) {
        if (x % cell == 0) {
            unsigned column = x / cell;
            for (unsigned side = 0; side < 2; side++) {
                int above = at_point(p->seed, octave, column + side, y / cell);
                int below = at_point(p->seed, octave, column + side, y / cell + 1);
                left = right;
                right = (above * (int)(cell - within) + below * (int)within) / (int)cell;
            }
        }
        unsigned along = x % cell;
        light[x] +=
            (left * (int)(cell - along) + right * (int)along) / (int)cell * strength[octave];
    }
}

static void add_figures(const picture *p, unsigned y, int *light, int *warm)
{
    for (unsigned i = 0; i < PICTURE_FIGURES; i++) {
        const picture_figure *f = &p->figures[i];
        float dy = ((float)y - (float)f->y) / (float)f->ry;
        if (dy * dy >= 1)
            continue;
        int half = (int)((float)f->rx * sqrtf(1 - dy * dy));
        int from = f->x - half < 0 ? 0 : f->x - half;
        int to = f->x + half > (int)p->width ? (int)p->width : f->x + half;
        for (int x = from; x < to; x++) {
            light[x] += f->light * 128;
            warm[x] += f->warm;
        }
    }
}

static uint8_t clamp(int value)
{
    return (uint8_t)(value < 0 ? 0 : value > 255 ? 255 : value);
}

void picture_row(picture *p, unsigned y, uint8_t *rgb)
{
    int light[PICTURE_MAX_WIDTH], warm[PICTURE_MAX_WIDTH];
    memset(light, 0, sizeof light);
    memset(warm, 0, sizeof warm);
    for (unsigned octave = 0; octave < PICTURE_OCTAVES; octave++)
        add_texture(p, octave, y, light);
    add_figures(p, y, light, warm);
    int sky = 150 - (int)(60 * y / p->height);
    for (unsigned x = 0; x < p->width; x++) {
        p->grain = p->grain * 1664525u + 1013904223u;
        int value = sky + light[x] / 128 + (int)((p->grain >> 16) % (2 * GRAIN + 1)) - GRAIN;
        int tint = warm[x] + light[x] / 1024;
        *rgb++ = clamp(value + tint);
        *rgb++ = clamp(value);
        *rgb++ = clamp(value - tint);
    }
}
