#include "image/pixels.h"

#include "base/wide.h"

/* Numbers that processors add in one step; no picture has more channels. */
#define LANES 4u

bool cut_pixels_new(cut_arena *arena, uint32_t width, uint32_t height, unsigned channels,
                    cut_pixels *out)
{
    *out = (cut_pixels){.width = width,
                        .height = height,
                        .channels = channels,
                        .full_width = width,
                        .full_height = height,
                        .step = 1};
    out->p = cut_arena_raw(arena, (size_t)height * width, channels);
    return out->p != NULL;
}

/* ---- smaller ------------------------------------------------------------------------------------
 */

/* What a new row or column is made of: the old ones from `first` on, the outer two in part. */
typedef struct span {
    uint32_t first, count;
    float head, tail; /* weights of the first and the last old one; those between count in full */
} span;

/* The part of a side of `from` pixels that pixel i of `to` covers. */
static span cover(uint32_t from, uint32_t to, uint32_t i)
{
    /* In units of 1/to of an old pixel. */
    uint64_t start = (uint64_t)i * from, end = start + from;
    uint32_t first = (uint32_t)(start / to), last = (uint32_t)((end - 1) / to);
    span s = {.first = first, .count = last - first + 1};
    if (s.count == 1) {
        s.head = s.tail = (float)from / (float)to;
        return s;
    }
    s.head = (float)((uint64_t)(first + 1) * to - start) / (float)to;
    s.tail = (float)(end - (uint64_t)last * to) / (float)to;
    return s;
}

static float weight_at(const span *s, uint32_t k)
{
    if (k == 0)
        return s->head;
    return k + 1 == s->count ? s->tail : 1.0F;
}

/* Adds a row times its weight to the sums, column by column. */
CUT_WIDE static void add_row(const uint8_t *row, size_t n, float weight, float *sums)
{
    for (size_t i = 0; i < n; i++)
        sums[i] += weight * (float)row[i];
}

/* Adds LANES sums times their weight. */
static void add_lanes(const float *from, float weight, float total[LANES])
{
    for (unsigned c = 0; c < LANES; c++)
        total[c] += weight * from[c];
}

/* What the new columns are made of: the `most` old ones from each one's first on. Those of them
 * that it does not cover weigh nothing, so that every column takes the same steps. */
typedef struct columns {
    uint32_t most;
    uint32_t *first;
    float *weights; /* `most` of each */
} columns;

static bool make_columns(cut_arena *arena, uint32_t from, uint32_t to, columns *out)
{
    out->most = (from - 1) / to + 2;
    out->first = CUT_NEW_ARRAY(arena, uint32_t, to);
    out->weights = CUT_NEW_ARRAY(arena, float, (size_t)to * out->most);
    if (!out->first || !out->weights)
        return false;
    for (uint32_t x = 0; x < to; x++) {
        span s = cover(from, to, x);
        out->first[x] = s.first;
        for (uint32_t k = 0; k < s.count; k++)
            out->weights[(size_t)x * out->most + k] = weight_at(&s, k);
    }
    return true;
}

/* A new row, in levels to be cut off, from the sums of the old rows it covers. All channels are
 * added in one step, with what follows them: LANES levels are written. */
CUT_WIDE static void sum_columns(const float *sums, const columns *in, unsigned channels,
                                 float scale, uint32_t width, float *to)
{
    const float *weight = in->weights;
    for (uint32_t x = 0; x < width; x++, to += channels) {
        const float *from = sums + (size_t)in->first[x] * channels;
        float total[LANES] = {0.0F};
        for (uint32_t k = 0; k < in->most; k++, from += channels)
            add_lanes(from, *weight++, total);
        for (unsigned c = 0; c < LANES; c++)
            to[c] = total[c] * scale + 0.5F;
    }
}

CUT_WIDE static void cut_off(const float *levels, size_t n, uint8_t *to)
{
    for (size_t i = 0; i < n; i++)
        to[i] = (uint8_t)(levels[i] < 255.0F ? levels[i] : 255.0F);
}

bool cut_pixels_shrink(cut_arena *arena, const cut_pixels *in, uint32_t width, uint32_t height,
                       cut_pixels *out)
{
    columns across;
    size_t n = (size_t)in->width * in->channels, new_n = (size_t)width * in->channels;
    if (!make_columns(arena, in->width, width, &across) ||
        !cut_pixels_new(arena, width, height, in->channels, out))
        return false;
    /* Behind the row there are zeros, for what weighs nothing. */
    float *sums = CUT_NEW_ARRAY(arena, float, n + (size_t)across.most * in->channels + LANES);
    float *levels = CUT_NEW_ARRAY(arena, float, new_n + LANES);
    if (!sums || !levels)
        return false;
    float scale =
        ((float)width / (float)in->width) * ((float)height / (float)in->height); /* 1 / area */
    for (uint32_t y = 0; y < height; y++) {
        span rows = cover(in->height, height, y);
        memset(sums, 0, n * sizeof *sums);
        for (uint32_t k = 0; k < rows.count; k++)
            add_row(in->p + (rows.first + k) * n, n, weight_at(&rows, k), sums);
        sum_columns(sums, &across, in->channels, scale, width, levels);
        cut_off(levels, new_n, out->p + y * new_n);
    }
    return true;
}

/* ---- upright ------------------------------------------------------------------------------------
 */

/* How the pixels lie: "1 = the 0th row is at the visual top of the image, and the 0th column is the
 * visual left-hand side", and so on. */
typedef struct lie {
    bool turned;    /* 5 to 8: rows of the one are columns of the other */
    bool backwards; /* 2 top right, 3 bottom right, 7 right bottom, 8 left bottom */
    bool upwards;   /* 3 bottom right, 4 bottom left, 6 right top, 7 right bottom */
} lie;

static lie lie_of(unsigned orientation)
{
    return (lie){.turned = orientation >= 5,
                 .backwards = orientation == 2 || orientation == 3 || orientation >= 7,
                 .upwards =
                     orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7};
}

/* Full-size pixels that the first column or row lacks once it was the last. */
static uint32_t other_lead(uint32_t side, uint32_t full, unsigned step, uint32_t lead)
{
    return side * step - full - lead;
}

/* Room for the upright picture. */
static bool new_upright(cut_arena *arena, const cut_pixels *in, lie how, cut_pixels *out)
{
    uint32_t lead_x = in->lead_x, lead_y = in->lead_y;
    if (!cut_pixels_new(arena, how.turned ? in->height : in->width,
                        how.turned ? in->width : in->height, in->channels, out))
        return false;
    if (how.backwards)
        lead_x = other_lead(in->width, in->full_width, in->step, lead_x);
    if (how.upwards)
        lead_y = other_lead(in->height, in->full_height, in->step, lead_y);
    out->full_width = how.turned ? in->full_height : in->full_width;
    out->full_height = how.turned ? in->full_width : in->full_height;
    out->step = in->step;
    out->lead_x = how.turned ? lead_y : lead_x;
    out->lead_y = how.turned ? lead_x : lead_y;
    return true;
}

bool cut_pixels_orient(cut_arena *arena, const cut_pixels *in, unsigned orientation,
                       cut_pixels *out)
{
    *out = *in;
    if (orientation < 2 || orientation > 8)
        return true;
    lie how = lie_of(orientation);
    if (!new_upright(arena, in, how, out))
        return false;
    uint8_t *to = out->p;
    for (uint32_t y = 0; y < out->height; y++) {
        for (uint32_t x = 0; x < out->width; x++) {
            uint32_t a = how.turned ? y : x, b = how.turned ? x : y;
            a = how.backwards ? in->width - 1 - a : a;
            b = how.upwards ? in->height - 1 - b : b;
            memcpy(to, in->p + ((size_t)b * in->width + a) * in->channels, in->channels);
            to += in->channels;
        }
    }
    return true;
}
