#include "image/asked.h"

#include <stdlib.h>

/* Marks taken of a scale, and of those in one of 4 x 4 parts: a photo's own words are spread over
 * it likewise (marks.c). With all 250 marks the photo has hardly more words in common with the
 * picture, and unrelated ones have twice as many. */
#define MARKS_MOST 128u
#define PARTS 4u
#define MARKS_PER_PART 8u
#define VARIANTS (1u << CUT_MARK_DOUBTS)

/* A word as it is gathered; its scales as bits. */
typedef struct found {
    uint32_t kind;
    uint8_t form;
    uint16_t scales;
} found;

static unsigned add_variants(const cut_mark *mark, unsigned scale, found *out)
{
    for (unsigned flip = 0; flip < VARIANTS; flip++) {
        uint32_t word = cut_mark_word(mark);
        for (unsigned d = 0; d < CUT_MARK_DOUBTS; d++)
            word ^= (flip >> d & 1) << mark->doubts[d];
        cut_word_kind kind = cut_word_kind_of(word);
        out[flip] = (found){kind.kind, (uint8_t)kind.form, (uint16_t)(1u << scale)};
    }
    return VARIANTS;
}

static size_t gather(const cut_probe *probe, unsigned scale, found *out)
{
    const cut_marks *marks = &probe->at[scale];
    unsigned used[PARTS][PARTS] = {{0}};
    size_t n = 0;
    for (size_t i = 0; i < marks->n && n < (size_t)MARKS_MOST * VARIANTS; i++) {
        const cut_mark *mark = &marks->v[i];
        unsigned *in_part =
            &used[mark->y * PARTS / marks->plane.height][mark->x * PARTS / marks->plane.width];
        if (*in_part < MARKS_PER_PART)
            n += add_variants(mark, scale, out + n);
        ++*in_part;
    }
    return n;
}

static int by_kind(const void *a, const void *b)
{
    const found *x = a, *y = b;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return x->form - y->form;
}

static cut_window_counts windows_of(unsigned scales)
{
    cut_window_counts out = 0;
    for (unsigned w = 0; w < CUT_WINDOWS; w++)
        if (scales >> w & ((1u << CUT_WINDOW_SCALES) - 1))
            out |= (cut_window_counts)1 << 4 * w;
    return out;
}

/* Those that are the same become one, in all their windows. */
static void unite(const found *all, size_t n, cut_asked *out)
{
    out->n = 0;
    for (size_t i = 0; i < n;) {
        unsigned scales = 0;
        cut_asked_word *to = &out->v[out->n++];
        *to = (cut_asked_word){.kind = all[i].kind, .form = all[i].form};
        for (; i < n && all[i].kind == to->kind && all[i].form == to->form; i++)
            scales |= all[i].scales;
        to->windows = windows_of(scales);
    }
}

bool cut_asked_take(cut_arena *arena, cut_arena *scratch, const cut_probe *probe, cut_asked *out)
{
    size_t n = 0;
    cut_arena_reset(scratch);
    found *all =
        cut_arena_raw(scratch, (size_t)CUT_PROBE_SCALES * MARKS_MOST * VARIANTS, sizeof *all);
    if (!all)
        return false;
    for (unsigned scale = 0; scale < CUT_PROBE_SCALES; scale++)
        n += gather(probe, scale, all + n);
    qsort(all, n, sizeof *all, by_kind);
    out->v = cut_arena_raw(arena, n + 1, sizeof *out->v);
    if (out->v)
        unite(all, n, out);
    return out->v != NULL;
}

const cut_asked_word *cut_asked_find(const cut_asked *asked, uint32_t kind, size_t *n)
{
    size_t low = 0, high = asked->n;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (asked->v[middle].kind < kind)
            low = middle + 1;
        else
            high = middle;
    }
    for (*n = 0; low + *n < asked->n && asked->v[low + *n].kind == kind;)
        ++*n;
    return asked->v + low;
}

unsigned cut_windows_best(cut_window_counts counts, unsigned *window)
{
    unsigned best = 0;
    *window = 0;
    for (unsigned w = 0; w < CUT_WINDOWS; w++) {
        unsigned n = (unsigned)(counts >> 4 * w) & 15u;
        if (n > best) {
            best = n;
            *window = w;
        }
    }
    return best;
}
