#include "image/align.h"

#include <math.h>

/* Bits in which the same mark may differ on the two; of unrelated ones about 28 do. */
#define MARK_DISTANCE 9u
/* Pairs of marks looked at; two plain pictures of one pattern have more. */
#define PAIRS_MOST 8192u
/* Marks of the photo that are looked for, the strongest: the weakest cost as much and tell less. */
#define VOTERS 150u
/* Votes for a shift are counted in squares of a grid, with their neighbours: its side, and the
 * squares, which reach farther than two planes of scale 2 can be apart. */
#define SQUARE 6
#define SQUARES 160
/* Fewer votes mean nothing. */
#define FEWEST_VOTES 3u
/* Side of a block that is compared, the steps in it, and the least variance of one in which there
 * is something to see (levels of 255, squared). */
#define BLOCK 12.0F
#define BLOCK_STEP 2.0F
#define BLOCK_VARIANCE 4.0F
/* Correlation of blocks that are alike. */
#define ALIKE 0.7F

/* A mark of the picture that looks like one of the photo; places in planes of scale 1. */
typedef struct pair {
    float x, y;             /* on the picture */
    float photo_x, photo_y; /* on the photo */
    uint16_t mark;          /* of the photo */
    bool fits;
} pair;

/* Where a place of the picture lies on the photo: times scale, plus shift. */
typedef struct lay {
    float scale_x, scale_y, shift_x, shift_y;
} lay;

typedef struct work {
    pair pairs[PAIRS_MOST];
    size_t n;
    uint16_t votes[SQUARES][SQUARES];
    unsigned most; /* votes that any lay has */
    lay best;      /* that one */
    bool seen[CUT_MARKS_MOST];
} work;

/* ---- votes --------------------------------------------------------------------------------------
 */

static void vote(work *w, const cut_mark *mark, const cut_mark *photo)
{
    int x = ((int)photo->x - mark->x) / SQUARE + SQUARES / 2;
    int y = ((int)photo->y - mark->y) / SQUARE + SQUARES / 2;
    if (x >= 0 && y >= 0 && x < SQUARES && y < SQUARES)
        w->votes[y][x]++;
}

static void add_pair(work *w, const cut_mark *mark, float scale, const cut_mark *photo, size_t k)
{
    if (w->n == PAIRS_MOST)
        return;
    w->pairs[w->n++] = (pair){.x = mark->x / scale,
                              .y = mark->y / scale,
                              .photo_x = photo->x,
                              .photo_y = photo->y,
                              .mark = (uint16_t)k};
    vote(w, mark, photo);
}

static inline __attribute__((always_inline)) void pair_all(work *w, const cut_marks *marks,
                                                           float scale, const cut_marks *photo)
{
    for (size_t i = 0; i < marks->n; i++)
        for (size_t k = 0; k < photo->n && k < VOTERS; k++) {
            uint64_t differ = marks->v[i].bits ^ photo->v[k].bits;
            if ((unsigned)__builtin_popcountll(differ) <= MARK_DISTANCE)
                add_pair(w, &marks->v[i], scale, &photo->v[k], k);
        }
}

#ifdef __x86_64__
__attribute__((target("popcnt"))) static void pair_popcnt(work *w, const cut_marks *marks,
                                                          float scale, const cut_marks *photo)
{
    pair_all(w, marks, scale, photo);
}
#endif

static void pair_up(work *w, const cut_marks *marks, float scale, const cut_marks *photo)
{
#ifdef __x86_64__
    if (__builtin_cpu_supports("popcnt")) {
        pair_popcnt(w, marks, scale, photo);
        return;
    }
#endif
    pair_all(w, marks, scale, photo);
}

static void count_votes(work *w, float scale)
{
    for (int y = 0; y + 1 < SQUARES; y++)
        for (int x = 0; x + 1 < SQUARES; x++) {
            unsigned n = (unsigned)w->votes[y][x] + w->votes[y][x + 1] + w->votes[y + 1][x] +
                         w->votes[y + 1][x + 1];
            if (n <= w->most)
                continue;
            w->most = n;
            w->best = (lay){scale, scale, (float)((x + 1 - SQUARES / 2) * SQUARE),
                            (float)((y + 1 - SQUARES / 2) * SQUARE)};
        }
}

static void find_lay(work *w, const cut_probe *picture, unsigned first, unsigned last,
                     const cut_marks *photo)
{
    for (unsigned s = first; s <= last && s < CUT_PROBE_SCALES; s++) {
        size_t before = w->n;
        pair_up(w, &picture->at[s], picture->scale[s], photo);
        if (w->n - before >= FEWEST_VOTES)
            count_votes(w, picture->scale[s]);
        if (w->n > before)
            memset(w->votes, 0, sizeof w->votes);
    }
}

/* ---- fitting ------------------------------------------------------------------------------------
 */

/* Marks the pairs that the lay brings together, up to `reach` apart, and counts the photo's marks
 * in them. */
static unsigned judge_pairs(work *w, float reach)
{
    unsigned n = 0;
    memset(w->seen, 0, sizeof w->seen);
    for (size_t i = 0; i < w->n; i++) {
        pair *p = &w->pairs[i];
        p->fits = fabsf(w->best.scale_x * p->x + w->best.shift_x - p->photo_x) <= reach &&
                  fabsf(w->best.scale_y * p->y + w->best.shift_y - p->photo_y) <= reach;
        n += p->fits && !w->seen[p->mark];
        w->seen[p->mark] |= p->fits;
    }
    return n;
}

/* The line of least squares through places across (or down) of the pairs that fit. It stays as it
 * is if they are too close together to tell, or tell something absurd. */
static void fit_line(const work *w, bool down, float *scale, float *shift)
{
    double n = 0.0, x = 0.0, y = 0.0, xx = 0.0, xy = 0.0;
    for (size_t i = 0; i < w->n; i++) {
        const pair *p = &w->pairs[i];
        double a = (double)(down ? p->y : p->x), b = (double)(down ? p->photo_y : p->photo_x);
        if (!p->fits)
            continue;
        n += 1.0;
        x += a;
        y += b;
        xx += a * a;
        xy += a * b;
    }
    double spread = n * xx - x * x, slope = n * xy - x * y;
    if (spread < 9.0 * n * n || slope < 0.6 * (double)*scale * spread ||
        slope > 1.6 * (double)*scale * spread)
        return;
    *scale = (float)(slope / spread);
    *shift = (float)((y - slope / spread * x) / n);
}

static unsigned refine(work *w)
{
    static const float reaches[] = {8.0F, 5.0F, 3.0F};
    for (unsigned round = 0; round < sizeof reaches / sizeof *reaches; round++) {
        judge_pairs(w, reaches[round]);
        fit_line(w, false, &w->best.scale_x, &w->best.shift_x);
        fit_line(w, true, &w->best.scale_y, &w->best.shift_y);
    }
    return judge_pairs(w, reaches[2]);
}

/* ---- blocks -------------------------------------------------------------------------------------
 */

/* A value between the values. */
static float value_at(const cut_plane *p, float x, float y)
{
    x = fminf(fmaxf(x, 0.0F), (float)(p->width - 1) - 0.001F);
    y = fminf(fmaxf(y, 0.0F), (float)(p->height - 1) - 0.001F);
    uint32_t i = (uint32_t)x, j = (uint32_t)y;
    float part_x = x - (float)i, part_y = y - (float)j;
    const float *row = p->p + (size_t)j * p->width + i, *below = row + p->width;
    float above = row[0] + part_x * (row[1] - row[0]);
    return above + part_y * (below[0] + part_x * (below[1] - below[0]) - above);
}

static void compare_block(const cut_plane *picture, const cut_plane *photo, const lay *l, float x0,
                          float y0, cut_alignment *out)
{
    float n = 0.0F, a = 0.0F, b = 0.0F, aa = 0.0F, bb = 0.0F, ab = 0.0F;
    for (float y = y0; y < y0 + BLOCK; y += BLOCK_STEP)
        for (float x = x0; x < x0 + BLOCK; x += BLOCK_STEP) {
            float v = value_at(photo, x, y) - 128.0F;
            float u =
                value_at(picture, (x - l->shift_x) / l->scale_x, (y - l->shift_y) / l->scale_y) -
                128.0F;
            n += 1.0F;
            a += u;
            b += v;
            aa += u * u;
            bb += v * v;
            ab += u * v;
        }
    float of_picture = n * aa - a * a, of_photo = n * bb - b * b, common = n * ab - a * b;
    if (of_photo < BLOCK_VARIANCE * n * n)
        return;
    out->blocks++;
    out->alike += of_picture > 0.0F && common > ALIKE * sqrtf(of_picture) * sqrtf(of_photo);
}

static void compare(const cut_plane *picture, const cut_plane *photo, const lay *l,
                    cut_alignment *out)
{
    float width = l->scale_x * (float)picture->width, height = l->scale_y * (float)picture->height;
    float left = fmaxf(l->shift_x, 0.0F), top = fmaxf(l->shift_y, 0.0F);
    float right = fminf(l->shift_x + width, (float)photo->width);
    float bottom = fminf(l->shift_y + height, (float)photo->height);
    if (right - left < BLOCK || bottom - top < BLOCK)
        return;
    float area = (right - left) * (bottom - top);
    out->shown = area / (float)(photo->width * photo->height);
    out->covered = area / (width * height);
    for (float y = top; y + BLOCK <= bottom; y += BLOCK)
        for (float x = left; x + BLOCK <= right; x += BLOCK)
            compare_block(picture, photo, l, x, y, out);
}

bool cut_align(cut_arena *arena, const cut_probe *picture, unsigned first, unsigned last,
               const cut_marks *photo, cut_alignment *out)
{
    work *w = CUT_NEW(arena, work);
    *out = (cut_alignment){0};
    if (!w)
        return false;
    find_lay(w, picture, first, last, photo);
    if (w->most < FEWEST_VOTES)
        return true;
    out->marks = refine(w);
    if (out->marks >= CUT_ALIGN_MARKS)
        compare(&picture->at[picture->usual].plane, &photo->plane, &w->best, out);
    return true;
}

void cut_align_edges(const cut_plane *picture, const cut_plane *photo, cut_alignment *out)
{
    lay edges = {.scale_x = (float)photo->width / (float)picture->width,
                 .scale_y = (float)photo->height / (float)picture->height};
    *out = (cut_alignment){0};
    compare(picture, photo, &edges, out);
}
