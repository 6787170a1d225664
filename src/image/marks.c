#include "image/marks.h"

#include "base/wide.h"
#include "image/marks_table.h"

#include <math.h>
#include <stdlib.h>

/* Values of a plane at scale 1: 192 x 128 for a picture of the usual shape. Smaller, marks are few;
 * larger, they are finer than what a compressed picture of 300 pixels keeps. */
#define AREA 24576.0
#define SHORTEST_SIDE 8u
#define LONGEST_SIDE 4096u
/* Marks nearer to an edge look different once the edge is cut off. */
#define MARGIN 10u
/* Spots that stand out by fewer levels come and go with compression. */
#define WEAKEST 1.0F
/* Spots that are longer than wide by more are edges and lie anywhere along them (after Lowe 2004,
 * section 4.1, where the ratio is 10). */
#define ROUNDNESS 12.0F
/* Spots sorted by strength; a plane of twice the usual side has about 1,500. */
#define SPOTS_MOST 4096u
/* Surroundings looked at: a grid of 8 x 8 places this many values apart. */
#define GRID 8
#define GRID_STEP 4
/* The words kept are taken evenly from this many parts of the picture each way. */
#define PARTS 4u
#define WORDS_PER_PART (CUT_WORDS_KEPT / (PARTS * PARTS) + 1)

typedef struct spots {
    cut_mark v[SPOTS_MOST]; /* without bits */
    size_t n;
} spots;

/* ---- finding ------------------------------------------------------------------------------------
 */

static uint32_t side_of(double side)
{
    if (side < SHORTEST_SIDE)
        return SHORTEST_SIDE;
    return side < LONGEST_SIDE ? (uint32_t)(side + 0.5) : LONGEST_SIDE;
}

/* Higher (or, for dark spots, lower) than all values up to two away. */
static bool is_peak(const float *d, int width, float sign)
{
    float v = sign * d[0];
    for (int y = -2; y <= 2; y++)
        for (int x = -2; x <= 2; x++)
            if (sign * d[y * width + x] >= v && (x || y))
                return false;
    return true;
}

/* By the curvatures of the hill. */
static bool is_round(const float *d, int width)
{
    float xx = d[1] + d[-1] - 2.0F * d[0], yy = d[width] + d[-width] - 2.0F * d[0];
    float xy = (d[width + 1] - d[width - 1] - d[1 - width] + d[-1 - width]) * 0.25F;
    float product = xx * yy - xy * xy, sum = xx + yy;
    return product > 0.0F && sum * sum < ROUNDNESS * product;
}

static inline float highest(float a, float b)
{
    return a > b ? a : b;
}

static inline float lowest(float a, float b)
{
    return a < b ? a : b;
}

/* 1 for each value that stands out and is higher, or lower, than the four beside it: all others are
 * out of the question, and most are. */
CUT_WIDE static void note_hills(const float *row, size_t width, uint8_t *out)
{
    const float *above = row - width, *below = row + width;
    for (size_t x = MARGIN; x < width - MARGIN; x++) {
        float v = row[x];
        float most = highest(highest(row[x - 1], row[x + 1]), highest(above[x], below[x]));
        float least = lowest(lowest(row[x - 1], row[x + 1]), lowest(above[x], below[x]));
        out[x] = ((v >= WEAKEST) & (v > most)) | ((v <= -WEAKEST) & (v < least));
    }
}

/* hills: room for a row. Rows are longer than two margins. */
static void find_in_row(const float *row, uint32_t width, uint32_t y, uint8_t *hills, spots *out)
{
    const uint8_t *at = hills + MARGIN, *end = hills + width - MARGIN;
    note_hills(row, width, hills);
    for (; (at = memchr(at, 1, (size_t)(end - at))) != NULL; at++) {
        const float *v = row + (at - hills);
        if (!is_peak(v, (int)width, *v > 0.0F ? 1.0F : -1.0F) || !is_round(v, (int)width) ||
            out->n == SPOTS_MOST)
            continue;
        out->v[out->n++] =
            (cut_mark){.strength = fabsf(*v), .x = (uint16_t)(at - hills), .y = (uint16_t)y};
    }
}

CUT_WIDE static void subtract(const float *a, float *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        b[i] = a[i] - b[i];
}

static int by_strength(const void *a, const void *b)
{
    const cut_mark *x = a, *y = b;
    if (x->strength != y->strength)
        return x->strength < y->strength ? 1 : -1;
    return x->y != y->y ? x->y - y->y : x->x - y->x;
}

/* Spots of the difference of two blurs, strongest first, and the lesser blur. */
static bool find_spots(cut_arena *arena, const cut_pixels *pixels, float scale, spots *out,
                       cut_plane *blurred)
{
    double width = sqrt(AREA * pixels->width / pixels->height) * (double)scale;
    uint32_t w = side_of(width), h = side_of(width * pixels->height / pixels->width);
    cut_plane plane, near, wide;
    uint8_t *hills = cut_arena_raw(arena, w, 1);
    out->n = 0;
    if (!hills || !cut_plane_take(arena, pixels, w, h, &plane) ||
        !cut_plane_blur(arena, &plane, 1, &near) || !cut_plane_blur(arena, &near, 2, blurred) ||
        !cut_plane_blur(arena, blurred, 4, &wide))
        return false;
    subtract(blurred->p, wide.p, (size_t)w * h);
    for (uint32_t y = MARGIN; w > 2 * MARGIN && y + MARGIN < h; y++)
        find_in_row(wide.p + (size_t)y * w, w, y, hills, out);
    qsort(out->v, out->n, sizeof *out->v, by_strength);
    return true;
}

/* ---- bits ---------------------------------------------------------------------------------------
 */

static uint32_t place(uint32_t at, int step, uint32_t side)
{
    int p = (int)at + (2 * step - GRID + 1) * GRID_STEP / 2;
    return p < 0 ? 0 : (uint32_t)p < side ? (uint32_t)p : side - 1;
}

/* How strong each wave down and across is in the surroundings. */
CUT_WIDE static void transform(const cut_plane *p, const cut_mark *mark, float out[GRID][GRID])
{
    float turned[GRID][GRID]; /* all waves at a place stand together, to be taken in one step */
    uint32_t columns[GRID];
    for (int x = 0; x < GRID; x++) {
        columns[x] = place(mark->x, x, p->width);
        for (int wave = 0; wave < GRID; wave++)
            turned[x][wave] = cut_mark_cosines[wave][x];
    }
    memset(out, 0, GRID * sizeof *out);
    for (int y = 0; y < GRID; y++) {
        const float *row = p->p + (size_t)place(mark->y, y, p->height) * p->width;
        float across[GRID] = {0.0F};
        for (int x = 0; x < GRID; x++)
            for (int wave = 0; wave < GRID; wave++)
                across[wave] += row[columns[x]] * turned[x][wave];
        for (int down = 0; down < GRID; down++)
            for (int wave = 0; wave < GRID; wave++)
                out[down][wave] += across[wave] * turned[y][down];
    }
}

/* Which of the word's bits are nearest to being the other way. */
static void note_doubts(const float strengths[CUT_WORD_BITS], cut_mark *mark)
{
    float above = -1.0F;
    for (unsigned k = 0; k < CUT_MARK_DOUBTS; k++) {
        unsigned least = 0;
        float least_strength = INFINITY;
        for (unsigned i = 0; i < CUT_WORD_BITS; i++)
            if (strengths[i] > above && strengths[i] < least_strength) {
                least = i;
                least_strength = strengths[i];
            }
        mark->doubts[k] = (uint8_t)least;
        above = least_strength;
    }
}

static void describe(const cut_plane *p, cut_mark *mark)
{
    float waves[GRID][GRID], strengths[CUT_WORD_BITS];
    transform(p, mark, waves);
    mark->bits = 0;
    for (unsigned i = 0; i < CUT_MARK_BITS; i++) {
        float strength = waves[cut_mark_waves[i][1]][cut_mark_waves[i][0]];
        if (strength > 0.0F)
            mark->bits |= (uint64_t)1 << i;
        if (i < CUT_WORD_BITS)
            strengths[i] = fabsf(strength);
    }
    note_doubts(strengths, mark);
}

bool cut_marks_find(cut_arena *arena, cut_arena *scratch, const cut_pixels *pixels, float scale,
                    cut_marks *out)
{
    spots *found = cut_arena_raw(scratch, 1, sizeof *found);
    if (!found || !find_spots(scratch, pixels, scale, found, &out->plane))
        return false;
    out->n = found->n < CUT_MARKS_MOST ? found->n : CUT_MARKS_MOST;
    out->v = CUT_NEW_ARRAY(arena, cut_mark, out->n + 1);
    for (size_t i = 0; out->v && i < out->n; i++) {
        out->v[i] = found->v[i];
        describe(&out->plane, &out->v[i]);
    }
    return out->v != NULL;
}

/* ---- forms --------------------------------------------------------------------------------------
 */

static uint64_t lay_bits(uint64_t bits, unsigned form)
{
    if (cut_form_swaps(form)) {
        uint64_t first = bits & cut_mark_swapped, second = bits >> 1 & cut_mark_swapped;
        bits ^= (first ^ second) * 3;
    }
    if (cut_form_mirrors(form))
        bits ^= cut_mark_odd_across;
    return cut_form_flips(form) ? bits ^ cut_mark_odd_down : bits;
}

cut_mark cut_mark_lay(const cut_mark *mark, const cut_plane *plane, unsigned form)
{
    cut_mark out = *mark;
    uint32_t width = plane->width, height = plane->height;
    if (cut_form_swaps(form)) {
        out.x = mark->y;
        out.y = mark->x;
        width = plane->height;
        height = plane->width;
    }
    if (cut_form_mirrors(form))
        out.x = (uint16_t)(width - 1 - out.x);
    if (cut_form_flips(form))
        out.y = (uint16_t)(height - 1 - out.y);
    out.bits = lay_bits(mark->bits, form);
    return out;
}

/* The bits of a word from the other end. */
static uint32_t reverse(uint32_t word)
{
    word = (word >> 1 & 0x55555555u) | (word & 0x55555555u) << 1;
    word = (word >> 2 & 0x33333333u) | (word & 0x33333333u) << 2;
    word = (word >> 4 & 0x0F0F0F0Fu) | (word & 0x0F0F0F0Fu) << 4;
    return __builtin_bswap32(word) >> (32 - CUT_WORD_BITS);
}

static uint32_t lay_word(uint32_t word, unsigned form)
{
    return (uint32_t)lay_bits(word, form) & ((1u << CUT_WORD_BITS) - 1);
}

cut_word_kind cut_word_kind_of(uint32_t word)
{
    cut_word_kind out = {UINT32_MAX, 0};
    for (unsigned form = 0; form < CUT_PICTURE_FORMS; form++) {
        uint32_t laid = reverse(lay_word(word, form));
        if (laid < out.kind)
            out = (cut_word_kind){laid, form};
    }
    return out;
}

uint32_t cut_word_of_kind(cut_word_kind kind)
{
    return lay_word(reverse(kind.kind), cut_form_back(kind.form));
}

/* ---- words --------------------------------------------------------------------------------------
 */

static void add_word(cut_words *out, uint32_t word)
{
    unsigned i = out->count++;
    out->packed[2 * i] = (uint8_t)word;
    out->packed[2 * i + 1] = (uint8_t)(word >> 8);
    out->packed[2 * CUT_WORDS_KEPT + i / 2] |= (uint8_t)(word >> 16 << (i % 2 * 4));
}

/* One spot after the other, strongest first, as long as its part of the picture has room; then, if
 * there are too few, the others. */
static void add_words(spots *from, const cut_plane *plane, bool crowded,
                      unsigned used[PARTS][PARTS], cut_words *out)
{
    for (size_t i = 0; i < from->n && out->count < CUT_WORDS_KEPT; i++) {
        cut_mark *spot = &from->v[i];
        unsigned *n = &used[spot->y * PARTS / plane->height][spot->x * PARTS / plane->width];
        if (spot->strength == 0.0F || (!crowded && *n >= WORDS_PER_PART))
            continue;
        ++*n;
        describe(plane, spot);
        add_word(out, cut_mark_word(spot));
        spot->strength = 0.0F; /* taken */
    }
}

bool cut_words_take(cut_arena *arena, const cut_pixels *pixels, cut_words *out)
{
    unsigned used[PARTS][PARTS] = {{0}};
    cut_plane plane;
    spots *found = cut_arena_raw(arena, 1, sizeof *found);
    memset(out, 0, sizeof *out);
    if (!found || !find_spots(arena, pixels, 1.0F, found, &plane))
        return false;
    add_words(found, &plane, false, used, out);
    add_words(found, &plane, true, used, out);
    return true;
}

uint32_t cut_word_mirror(void)
{
    uint32_t odd = 0;
    for (unsigned i = 0; i < CUT_WORD_BITS; i++)
        odd |= (uint32_t)(cut_mark_waves[i][0] % 2) << i;
    return odd;
}
