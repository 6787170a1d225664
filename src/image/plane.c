#include "image/plane.h"

/* Brightness of a row of pixels, with the weights that PDQ has, too (ITU-R BT.601). */
static void luminance(const cut_pixels *in, uint32_t y, float *out)
{
    const uint8_t *from = in->p + (size_t)y * in->width * in->channels;
    if (in->channels == 1) {
        for (uint32_t x = 0; x < in->width; x++)
            out[x] = (float)from[x];
        return;
    }
    for (uint32_t x = 0; x < in->width; x++, from += 3)
        out[x] = 0.299F * (float)from[0] + 0.587F * (float)from[1] + 0.114F * (float)from[2];
}

static bool new_plane(cut_arena *arena, uint32_t width, uint32_t height, cut_plane *out)
{
    *out = (cut_plane){width, height, CUT_NEW_ARRAY(arena, float, (size_t)width *height)};
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

static void mean_of_columns(const float *sums, uint32_t from, uint32_t rows, cut_plane *out,
                            uint32_t y)
{
    float *to = out->p + (size_t)y * out->width;
    for (uint32_t x = 0; x < out->width; x++) {
        uint32_t first, last;
        float sum = 0.0F;
        cover(from, out->width, x, &first, &last);
        for (uint32_t k = first; k < last; k++)
            sum += sums[k];
        to[x] = sum / (float)((last - first) * rows);
    }
}

bool cut_plane_take(cut_arena *arena, const cut_pixels *pixels, uint32_t width, uint32_t height,
                    cut_plane *out)
{
    float *row = CUT_NEW_ARRAY(arena, float, pixels->width);
    float *sums = CUT_NEW_ARRAY(arena, float, pixels->width);
    if (!row || !sums || !new_plane(arena, width, height, out))
        return false;
    for (uint32_t y = 0; y < height; y++) {
        uint32_t first, last;
        cover(pixels->height, height, y, &first, &last);
        memset(sums, 0, pixels->width * sizeof *sums);
        for (uint32_t k = first; k < last; k++) {
            luminance(pixels, k, row);
            for (uint32_t x = 0; x < pixels->width; x++)
                sums[x] += row[x];
        }
        mean_of_columns(sums, pixels->width, last - first, out, y);
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

static void blur_columns(const cut_plane *in, uint32_t spread, uint32_t y, float *to)
{
    const float *rows[5];
    for (int k = 0; k < 5; k++)
        rows[k] =
            in->p + (size_t)within((int64_t)y + (k - 2) * (int64_t)spread, in->height) * in->width;
    for (uint32_t x = 0; x < in->width; x++)
        to[x] = (rows[0][x] + rows[4][x] + 4.0F * (rows[1][x] + rows[3][x]) + 6.0F * rows[2][x]) *
                (1.0F / 16.0F);
}

static void blur_row(const float *from, uint32_t width, uint32_t spread, float *padded, float *to)
{
    uint32_t edge = 2 * spread;
    memcpy(padded + edge, from, width * sizeof *from);
    for (uint32_t k = 0; k < edge; k++) {
        padded[k] = from[0];
        padded[edge + width + k] = from[width - 1];
    }
    for (uint32_t x = 0; x < width; x++)
        to[x] =
            (padded[x] + padded[x + 4 * spread] +
             4.0F * (padded[x + spread] + padded[x + 3 * spread]) + 6.0F * padded[x + 2 * spread]) *
            (1.0F / 16.0F);
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
