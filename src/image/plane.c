#include "image/plane.h"

#include "base/wide.h"

/* Adds a row of pixels, channel by channel: their brightness is had of the sums. */
CUT_WIDE static void add_row(const uint8_t *from, size_t n, uint32_t *sums)
{
    for (size_t i = 0; i < n; i++)
        sums[i] += from[i];
}

/* The brightness of `count` pixels from `first` on, summed, times 256, with the weights that PDQ
 * has, too (ITU-R BT.601). */
static uint64_t luminance(const uint32_t *sums, unsigned channels, uint32_t first, uint32_t count)
{
    uint64_t red = 0, green = 0, blue = 0;
    const uint32_t *from = sums + (size_t)first * channels;
    if (channels == 1) {
        for (uint32_t k = 0; k < count; k++)
            green += from[k];
        return 256u * green;
    }
    for (uint32_t k = 0; k < count; k++, from += 3) {
        red += from[0];
        green += from[1];
        blue += from[2];
    }
    return 77u * red + 150u * green + 29u * blue;
}

static bool new_plane(cut_arena *arena, uint32_t width, uint32_t height, cut_plane *out)
{
    *out = (cut_plane){width, height, cut_arena_raw(arena, (size_t)width * height, sizeof *out->p)};
    return out->p != NULL;
}

/* The old values that new value i of `to` is the mean of: those from first up to last. */
static void cover(uint32_t from, uint32_t to, uint32_t i, uint32_t *first, uint32_t *last)
{
    *first = (uint32_t)((uint64_t)i * from / to);
    *last = (uint32_t)((uint64_t)(i + 1) * from / to);
    if (*last == *first)
        ++*last;
}

/* A new row from the sums of the old rows it covers; ends: as cover(), for each column. */
static void mean_of_columns(const uint32_t *sums, unsigned channels, uint32_t (*ends)[2],
                            uint32_t rows, uint32_t width, float *to)
{
    for (uint32_t x = 0; x < width; x++) {
        uint32_t columns = ends[x][1] - ends[x][0];
        uint64_t sum = luminance(sums, channels, ends[x][0], columns);
        to[x] = (float)(int64_t)sum / (float)(columns * rows * 256u); /* signed: a step less */
    }
}

bool cut_plane_take(cut_arena *arena, const cut_pixels *pixels, uint32_t width, uint32_t height,
                    cut_plane *out)
{
    size_t n = (size_t)pixels->width * pixels->channels;
    uint32_t *sums = CUT_NEW_ARRAY(arena, uint32_t, n);
    uint32_t(*ends)[2] = cut_arena_alloc(arena, width, sizeof *ends);
    if (!sums || !ends || !new_plane(arena, width, height, out))
        return false;
    for (uint32_t x = 0; x < width; x++)
        cover(pixels->width, width, x, &ends[x][0], &ends[x][1]);
    uint32_t first, last, before = UINT32_MAX;
    for (uint32_t y = 0; y < height; y++, before = first) {
        float *to = out->p + (size_t)y * width;
        cover(pixels->height, height, y, &first, &last);
        if (first == before) { /* of a picture with fewer rows */
            memcpy(to, to - width, width * sizeof *to);
            continue;
        }
        memset(sums, 0, n * sizeof *sums);
        for (uint32_t k = first; k < last; k++)
            add_row(pixels->p + k * n, n, sums);
        mean_of_columns(sums, pixels->channels, ends, last - first, width, to);
    }
    return true;
}

/* ---- blurring
 * ------------------------------------------------------------------------------------
 */

static uint32_t within(int64_t at, uint32_t side)
{
    if (at < 0)
        return 0;
    return at < (int64_t)side ? (uint32_t)at : side - 1;
}

CUT_WIDE static void blur_columns(const cut_plane *in, uint32_t spread, uint32_t y, float *to)
{
    const float *rows[5];
    for (int k = 0; k < 5; k++)
        rows[k] =
            in->p + (size_t)within((int64_t)y + (k - 2) * (int64_t)spread, in->height) * in->width;
    for (uint32_t x = 0; x < in->width; x++)
        to[x] = (rows[0][x] + rows[4][x] + 4.0F * (rows[1][x] + rows[3][x]) + 6.0F * rows[2][x]) *
                (1.0F / 16.0F);
}

CUT_WIDE static void blur_row(const float *from, size_t width, size_t spread,
                              float *restrict padded, float *restrict to)
{
    size_t edge = 2 * spread;
    const float *a = padded + spread, *b = a + spread, *c = b + spread, *d = c + spread;
    memcpy(padded + edge, from, width * sizeof *from);
    for (size_t k = 0; k < edge; k++) {
        padded[k] = from[0];
        padded[edge + width + k] = from[width - 1];
    }
    for (size_t x = 0; x < width; x++)
        to[x] = (padded[x] + d[x] + 4.0F * (a[x] + c[x]) + 6.0F * b[x]) * (1.0F / 16.0F);
}

bool cut_plane_blur(cut_arena *arena, const cut_plane *in, uint32_t spread, cut_plane *out)
{
    float *row = CUT_NEW_ARRAY(arena, float, in->width);
    float *padded = CUT_NEW_ARRAY(arena, float, (size_t)in->width + 4 * (size_t)spread);
    if (!row || !padded || !new_plane(arena, in->width, in->height, out))
        return false;
    for (uint32_t y = 0; y < in->height; y++) {
        blur_columns(in, spread, y, row);
        blur_row(row, in->width, spread, padded, out->p + (size_t)y * in->width);
    }
    return true;
}
