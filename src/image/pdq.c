#include "image/pdq.h"

#include "base/wide.h"
#include "image/pdq_table.h"

#include <stdlib.h>
#ifdef __x86_64__
#include <immintrin.h>
#endif

/* Side of the small picture whose frequencies are taken. */
#define SMALL 64u
/* Frequencies along a side. */
#define WAVES 16u
/* Smaller pictures have no hash. */
#define SMALLEST_SIDE 5u

/* ---- making it small ----------------------------------------------------------------------------
 *
 * PDQ blurs the picture, with a box filter along the rows, one along the columns, and both again,
 * and keeps the pixel in the middle of each of 64 x 64 blocks. All of that is linear and treats the
 * two directions alike, so each result is a sum of pixels with the weights of two boxes, one after
 * the other. Where a pixel at hand stands for several of the full-size picture, it takes their
 * weights.
 */

/* The weights of one of the 64 results along a side. */
typedef struct taps {
    size_t first, count; /* pixels at hand */
    float *weights;      /* of these */
} taps;

/* A side of the picture. */
typedef struct side {
    size_t full;   /* its full-size pixels */
    size_t step;   /* of them that make a pixel at hand */
    size_t lead;   /* of them that the first pixel at hand lacks */
    size_t window; /* full-size pixels in the box: half a block, rounded up */
} side;

/* What the box around full-size pixel x averages: [*lo, *hi). A box of even width reaches one pixel
 * further ahead than behind; at the ends it is cut off. */
static void box_around(const side *s, size_t x, size_t *lo, size_t *hi)
{
    size_t ahead = (s->window + 2) / 2 - 1, behind = s->window - 1 - ahead;
    *lo = x > behind ? x - behind : 0;
    *hi = s->full - x > ahead + 1 ? x + ahead + 1 : s->full;
}

/* Weights of the result in the middle of block i. changes: room for twice the window and more. */
static bool make_taps(cut_arena *arena, const side *s, size_t i, double *changes, taps *out)
{
    size_t middle = (2 * i + 1) * s->full / (2 * SMALL), from, to, first, last, lo, hi;
    box_around(s, middle, &from, &to);
    box_around(s, from, &first, &hi);
    box_around(s, to - 1, &lo, &last);
    out->first = (first + s->lead) / s->step;
    out->count = (last - 1 + s->lead) / s->step - out->first + 1;
    out->weights = CUT_NEW_ARRAY(arena, float, out->count);
    if (!out->weights)
        return false;
    memset(changes, 0, (last - first + 1) * sizeof *changes);
    for (size_t x = from; x < to; x++) {
        box_around(s, x, &lo, &hi);
        double weight = 1.0 / (double)((to - from) * (hi - lo));
        changes[lo - first] += weight;
        changes[hi - first] -= weight;
    }
    double weight = 0.0;
    for (size_t x = first; x < last; x++) {
        weight += changes[x - first];
        out->weights[(x + s->lead) / s->step - out->first] += (float)weight;
    }
    return true;
}

static bool make_filter(cut_arena *arena, size_t full, size_t step, size_t lead, taps out[SMALL])
{
    side s = {full, step, lead, (full + 2 * SMALL - 1) / (2 * SMALL)};
    double *changes = CUT_NEW_ARRAY(arena, double, 2 * s.window + 2);
    for (size_t i = 0; changes && i < SMALL; i++)
        if (!make_taps(arena, &s, i, changes, &out[i]))
            return false;
    return changes != NULL;
}

/* A row of pixels times its weight, channel by channel. */
CUT_WIDE static void add_row(const uint8_t *from, size_t n, float weight, float *sums)
{
    for (size_t i = 0; i < n; i++)
        sums[i] += weight * (float)from[i];
}

/* Rows of pixels summed up to one. */
static void filter_columns(const cut_pixels *in, const taps *filter, float *sums)
{
    size_t n = (size_t)in->width * in->channels;
    memset(sums, 0, n * sizeof *sums);
    for (size_t k = 0; k < filter->count; k++)
        add_row(in->p + (filter->first + k) * n, n, filter->weights[k], sums);
}

/* Brightness of a row, in place. */
static void to_luminance(float *row, size_t width, unsigned channels)
{
    const float *from = row;
    if (channels == 1)
        return;
    for (size_t x = 0; x < width; x++, from += channels)
        row[x] = 0.299F * from[0] + 0.587F * from[1] + 0.114F * from[2];
}

static void filter_row(const float *row, const taps filter[SMALL], float out[SMALL])
{
    for (size_t j = 0; j < SMALL; j++) {
        float sum = 0.0F;
        for (size_t k = 0; k < filter[j].count; k++)
            sum += filter[j].weights[k] * row[filter[j].first + k];
        out[j] = sum;
    }
}

static bool make_small(cut_arena *arena, const cut_pixels *in, float out[SMALL][SMALL])
{
    taps across[SMALL], down[SMALL];
    float *row = CUT_NEW_ARRAY(arena, float, (size_t)in->width * in->channels);
    if (!row || !make_filter(arena, in->full_width, in->step, in->lead_x, across) ||
        !make_filter(arena, in->full_height, in->step, in->lead_y, down))
        return false;
    /* Columns first: brightness, too, is a sum, and then is taken of 64 rows only. */
    for (size_t i = 0; i < SMALL; i++) {
        filter_columns(in, &down[i], row);
        to_luminance(row, in->width, in->channels);
        filter_row(row, across, out[i]);
    }
    return true;
}

/* ---- frequencies --------------------------------------------------------------------------------
 */

static unsigned step_between(float a, float b)
{
    /* In whole percent, so that only differences that can be seen add up. */
    return (unsigned)abs((int)((a - b) * 100.0F / 255.0F));
}

/* Gradients to the right and downwards; the divisor and the cap are PDQ's, found by trial. */
static unsigned quality_of(float small[SMALL][SMALL])
{
    unsigned sum = 0;
    for (size_t i = 0; i < SMALL; i++)
        for (size_t j = 0; j < SMALL; j++) {
            if (i + 1 < SMALL)
                sum += step_between(small[i][j], small[i + 1][j]);
            if (j + 1 < SMALL)
                sum += step_between(small[i][j], small[i][j + 1]);
        }
    return sum / 90 < 100 ? sum / 90 : 100;
}

/* The cosine waves of frequencies 1 to 16 over 64 pixels: frequency 0, the mean brightness, does
 * not count. */
static void waves(float out[WAVES][SMALL], float turned[SMALL][WAVES])
{
    for (size_t i = 0; i < WAVES; i++)
        for (size_t j = 0; j < SMALL; j++) {
            size_t at = (i + 1) * (2 * j + 1) % (4 * SMALL);
            at = at > 2 * SMALL ? 4 * SMALL - at : at;
            out[i][j] = at > SMALL ? -cut_pdq_quarter[2 * SMALL - at] : cut_pdq_quarter[at];
            turned[j][i] = out[i][j];
        }
}

/* The two-dimensional cosine transform, at the frequencies wanted only. */
CUT_WIDE static void transform(float small[SMALL][SMALL], float out[WAVES * WAVES])
{
    float wave[WAVES][SMALL], turned[SMALL][WAVES], half[WAVES][SMALL] = {{0}};
    waves(wave, turned);
    memset(out, 0, WAVES * WAVES * sizeof *out);
    for (size_t i = 0; i < WAVES; i++)
        for (size_t k = 0; k < SMALL; k++)
            for (size_t j = 0; j < SMALL; j++)
                half[i][j] += wave[i][k] * small[k][j];
    for (size_t i = 0; i < WAVES; i++, out += WAVES)
        for (size_t k = 0; k < SMALL; k++)
            for (size_t j = 0; j < WAVES; j++)
                out[j] += half[i][k] * turned[k][j];
}

/* ---- the hash -----------------------------------------------------------------------------------
 */

/* True for what would stand in the place before the middle if the values were sorted. */
CUT_WIDE static bool is_median(const float values[CUT_PDQ_BITS], float value)
{
    int below = 0, same = 0, place = CUT_PDQ_BITS / 2 - 1;
    for (size_t i = 0; i < CUT_PDQ_BITS; i++) {
        below += values[i] < value;
        same += values[i] == value;
    }
    return below <= place && place < below + same;
}

/* The lower of the two in the middle. */
static float median(const float values[CUT_PDQ_BITS])
{
    size_t i = 0;
    while (i + 1 < CUT_PDQ_BITS && !is_median(values, values[i]))
        i++;
    return values[i];
}

bool cut_pdq_take(cut_arena *arena, const cut_pixels *pixels, cut_pdq *out)
{
    float small[SMALL][SMALL], strengths[WAVES * WAVES];
    memset(out, 0, sizeof *out);
    if (pixels->full_width < SMALLEST_SIDE || pixels->full_height < SMALLEST_SIDE)
        return true;
    if (!make_small(arena, pixels, small))
        return false;
    out->quality = quality_of(small);
    transform(small, strengths);
    float middle = median(strengths);
    for (size_t k = 0; k < CUT_PDQ_BITS; k++)
        if (strengths[k] > middle)
            out->hash[CUT_PDQ_BYTES - 1 - k / 8] |= (uint8_t)(1u << k % 8);
    return true;
}

/* ---- comparing ----------------------------------------------------------------------------------
 */

static uint64_t word_of(const uint8_t hash[CUT_PDQ_BYTES], unsigned i)
{
    uint64_t word;
    memcpy(&word, hash + sizeof word * i, sizeof word);
    return word;
}

void cut_pdq_ask(const cut_pdq forms[CUT_PDQ_ASKED], cut_pdq_asked *out)
{
    for (unsigned i = 0; i < CUT_PDQ_WORDS; i++)
        for (unsigned k = 0; k < CUT_PDQ_ASKED; k++)
            out->words[i][k] = word_of(forms[k].hash, i);
}

static inline __attribute__((always_inline)) unsigned differ(uint64_t a, uint64_t b)
{
    return (unsigned)__builtin_popcountll(a ^ b);
}

/* Halves of unrelated hashes differ by 64 bits: the first one is nearly always enough to tell. */
static inline __attribute__((always_inline)) bool is_near(const cut_pdq_asked *asked,
                                                          const uint8_t *hash, unsigned limit)
{
    uint64_t a = word_of(hash, 0), b = word_of(hash, 1);
    for (unsigned k = 0; k < CUT_PDQ_ASKED; k++) {
        unsigned bits = differ(asked->words[0][k], a) + differ(asked->words[1][k], b);
        if (bits >= limit)
            continue;
        bits += differ(asked->words[2][k], word_of(hash, 2)) +
                differ(asked->words[3][k], word_of(hash, 3));
        if (bits < limit)
            return true;
    }
    return false;
}

static inline __attribute__((always_inline)) size_t find_near(const cut_pdq_asked *asked,
                                                              const uint8_t *hashes, size_t stride,
                                                              size_t count, unsigned limit)
{
    size_t i = 0;
    while (i < count && !is_near(asked, hashes + i * stride, limit))
        i++;
    return i;
}

#ifdef __x86_64__
/* Processors since 2008 count bits in one step, but programs for all of them may not ask for it. */
__attribute__((target("popcnt"))) static size_t find_popcnt(const cut_pdq_asked *asked,
                                                            const uint8_t *hashes, size_t stride,
                                                            size_t count, unsigned limit)
{
    return find_near(asked, hashes, stride, count, limit);
}

/* Many of those since 2019 do it for eight numbers at a time: all forms at once. */
__attribute__((target("avx512f,avx512vpopcntdq"))) static size_t
find_avx512(const cut_pdq_asked *asked, const uint8_t *hashes, size_t stride, size_t count,
            unsigned limit)
{
    const __m512i farthest = _mm512_set1_epi64((long long)limit);
    __m512i forms[CUT_PDQ_WORDS];
    size_t i = 0;
    for (unsigned k = 0; k < CUT_PDQ_WORDS; k++)
        forms[k] = _mm512_loadu_si512(asked->words[k]);
    for (; i < count; i++) {
        __m512i bits = _mm512_setzero_si512();
        for (unsigned k = 0; k < CUT_PDQ_WORDS; k++) {
            __m512i word = _mm512_set1_epi64((long long)word_of(hashes + i * stride, k));
            bits = _mm512_add_epi64(bits, _mm512_popcnt_epi64(_mm512_xor_si512(word, forms[k])));
        }
        if (_mm512_cmplt_epu64_mask(bits, farthest))
            break;
    }
    return i;
}
#endif

size_t cut_pdq_find(const cut_pdq_asked *asked, const uint8_t *hashes, size_t stride, size_t count,
                    unsigned limit)
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("avx512vpopcntdq"))
        return find_avx512(asked, hashes, stride, count, limit);
    if (__builtin_cpu_supports("popcnt"))
        return find_popcnt(asked, hashes, stride, count, limit);
#endif
    return find_near(asked, hashes, stride, count, limit);
}

unsigned cut_pdq_distance(const uint8_t a[CUT_PDQ_BYTES], const uint8_t b[CUT_PDQ_BYTES])
{
    unsigned bits = 0;
    for (unsigned i = 0; i < CUT_PDQ_WORDS; i++)
        bits += differ(word_of(a, i), word_of(b, i));
    return bits;
}
