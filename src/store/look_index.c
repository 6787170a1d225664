/*
 * The index of words, kept up: photos are indexed once there are enough for a part, and two parts
 * of one size that lie side by side become one, so that there are few of them.
 *
 * A part has the photos from a multiple of its size on, which is a power of two. Each photo is
 * written once for each doubling: of a million photos, each six times 75 bytes.
 */
#include "base/error.h"
#include "base/limits.h"
#include "store/inner.h"

#include <stdlib.h>

/* Parts made in one go: some seconds' work at most. */
#define STEPS_MOST 32u
/* One of so many photos of a part may have changed. */
#define CHANGED_PART 32

/* ---- a part from photos -------------------------------------------------------------------------
 */

#define DIGIT 10u
#define DIGITS (1u << DIGIT)

/* A word of a photo: its kind from bit 40 on, the photo from bit 3 on, its form. */
typedef struct entries {
    uint64_t *v, *other; /* room for all words of the photos; the other one for sorting */
    size_t n;
    int64_t first; /* photo */
} entries;

static void add_photos(int64_t first, const void *rows, size_t count, void *context)
{
    entries *e = context;
    const cut_words *words = rows;
    for (size_t i = 0; i < count; i++)
        for (unsigned k = 0; k < words[i].count && k < CUT_WORDS_KEPT; k++) {
            cut_word_kind kind = cut_word_kind_of(cut_word_at(words[i].packed, k));
            uint64_t photo = (uint64_t)(first - e->first) + i;
            e->v[e->n++] = (uint64_t)kind.kind << 40 | photo << 3 | kind.form;
        }
}

/* By ten bits from `shift` on; those that are equal there stay in order. */
static void sort_by(entries *e, unsigned shift)
{
    size_t starts[DIGITS] = {0}, sum = 0;
    for (size_t i = 0; i < e->n; i++)
        starts[e->v[i] >> shift & (DIGITS - 1)]++;
    for (size_t d = 0; d < DIGITS; d++) {
        size_t count = starts[d];
        starts[d] = sum;
        sum += count;
    }
    for (size_t i = 0; i < e->n; i++)
        e->other[starts[e->v[i] >> shift & (DIGITS - 1)]++] = e->v[i];
    uint64_t *swap = e->v;
    e->v = e->other;
    e->other = swap;
}

static cutline_status make_kinds(const entries *e, cut_postings_maker *maker, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < e->n && status == CUTLINE_OK;) {
        uint64_t kind = e->v[i] >> 40;
        for (; i < e->n && e->v[i] >> 40 == kind; i++)
            cut_postings_add(maker, (uint32_t)(e->v[i] >> 3), (unsigned)e->v[i] & 7u);
        status = cut_postings_end_kind(maker, (uint32_t)kind, err);
    }
    return status == CUTLINE_OK ? cut_postings_finish(maker, err) : status;
}

/* Where blocks go. */
typedef struct target {
    cut_db *db;
    int64_t part;
} target;

static cutline_status write_block(uint32_t first, cut_view bytes, void *context, cutline_error *err)
{
    target *to = context;
    return cut_db_postings_put(to->db, to->part, first, bytes, err);
}

static cutline_status build(cut_store *store, cut_arena *arena, int64_t first, int64_t photos,
                            cutline_error *err)
{
    cut_look_part part = {.first = first, .photos = photos};
    target to = {.db = store->db};
    cut_postings_maker maker;
    size_t most = (size_t)photos * CUT_WORDS_KEPT;
    entries e = {cut_arena_raw(arena, most, sizeof *e.v), cut_arena_raw(arena, most, sizeof *e.v),
                 0, first};
    if (!e.v || !e.other || !cut_postings_maker_init(&maker, arena, write_block, &to))
        return cut_no_memory(err);
    cutline_status status =
        cut_db_looks(store->db, CUT_LOOK_WORDS, first, first + photos, add_photos, &e, err);
    if (status == CUTLINE_OK)
        status = cut_db_look_part_add(store->db, &part, err);
    if (status != CUTLINE_OK)
        return status;
    to.part = part.number;
    sort_by(&e, 40);
    sort_by(&e, 40 + DIGIT);
    return make_kinds(&e, &maker, err);
}

/* ---- a part of two ------------------------------------------------------------------------------
 */

/* A part that is read kind by kind. */
typedef struct source {
    cut_db *db;
    int64_t part;
    uint32_t before; /* photos of the parts before it */
    cut_buf bytes;
    cut_postings_block block;
    uint32_t i;    /* kind of the block */
    uint32_t kind; /* UINT32_MAX at the end */
} source;

static cutline_status load_block(source *s, uint32_t from, cutline_error *err)
{
    uint32_t first = 0;
    cutline_status status = cut_db_postings_from(s->db, s->part, from, &s->bytes, &first, err);
    cut_view bytes = {(const uint8_t *)s->bytes.p, s->bytes.n};
    s->block = cut_postings_open(bytes, first);
    s->i = 0;
    s->kind = s->block.kinds > 0 ? first : UINT32_MAX;
    return status;
}

static cutline_status advance(source *s, cutline_error *err)
{
    if (++s->i == s->block.kinds)
        return load_block(s, s->kind + 1, err);
    s->kind = cut_postings_kind(&s->block, s->i);
    return CUTLINE_OK;
}

static cutline_status pour(source *s, uint32_t kind, cut_postings_maker *maker, cutline_error *err)
{
    uint32_t photo;
    unsigned form;
    if (s->kind != kind)
        return CUTLINE_OK;
    cut_postings photos = cut_postings_of(&s->block, s->i);
    while (cut_postings_next(&photos, &photo, &form))
        cut_postings_add(maker, s->before + photo, form);
    return advance(s, err);
}

static cutline_status pour_all(source *a, source *b, cut_postings_maker *maker, cutline_error *err)
{
    cutline_status status = load_block(a, 0, err);
    if (status == CUTLINE_OK)
        status = load_block(b, 0, err);
    while (status == CUTLINE_OK && (a->kind != UINT32_MAX || b->kind != UINT32_MAX)) {
        uint32_t kind = a->kind < b->kind ? a->kind : b->kind;
        status = pour(a, kind, maker, err);
        if (status == CUTLINE_OK)
            status = pour(b, kind, maker, err);
        if (status == CUTLINE_OK)
            status = cut_postings_end_kind(maker, kind, err);
    }
    return status == CUTLINE_OK ? cut_postings_finish(maker, err) : status;
}

static cutline_status unite(cut_store *store, cut_arena *arena, const cut_look_part *a,
                            const cut_look_part *b, cutline_error *err)
{
    cut_look_part whole = {.first = a->first, .photos = a->photos + b->photos};
    source from[2] = {{.db = store->db, .part = a->number},
                      {.db = store->db, .part = b->number, .before = (uint32_t)a->photos}};
    target to = {.db = store->db};
    cut_postings_maker maker;
    if (!cut_postings_maker_init(&maker, arena, write_block, &to))
        return cut_no_memory(err);
    cutline_status status = cut_db_look_part_add(store->db, &whole, err);
    to.part = whole.number;
    for (size_t i = 0; i < 2; i++)
        cut_buf_init(&from[i].bytes, CUT_MAX_STORE_ARENA);
    if (status == CUTLINE_OK)
        status = pour_all(&from[0], &from[1], &maker, err);
    for (size_t i = 0; i < 2; i++)
        cut_buf_release(&from[i].bytes);
    if (status == CUTLINE_OK)
        status = cut_db_look_part_remove(store->db, a->number, err);
    return status == CUTLINE_OK ? cut_db_look_part_remove(store->db, b->number, err) : status;
}

/* ---- keeping up ---------------------------------------------------------------------------------
 */

/* Parts of which too many photos have changed are taken out. */
static cutline_status drop_changed(cut_store *store, cut_arena *arena, cutline_error *err)
{
    cut_numbers changed = {0};
    cut_look_parts parts = {0};
    cutline_status status = cut_db_look_changed(store->db, arena, &changed, err);
    if (status != CUTLINE_OK || changed.n == 0)
        return status;
    status = cut_db_look_parts(store->db, arena, &parts, err);
    for (size_t i = 0, k = 0; i < parts.n && status == CUTLINE_OK; i++) {
        const cut_look_part *part = &parts.v[i];
        int64_t n = 0;
        while (k < changed.n && changed.v[k] < part->first)
            k++;
        for (; k < changed.n && changed.v[k] < part->first + part->photos; k++)
            n++;
        if (n <= part->photos / CHANGED_PART)
            continue;
        status = cut_db_look_part_remove(store->db, part->number, err);
        if (status == CUTLINE_OK)
            status = cut_db_look_unchange(store->db, part->first, part->photos, err);
    }
    return status;
}

/* The first photo from which on `base` ones are in no part. */
static int64_t first_gap(const cut_look_parts *parts, int64_t base)
{
    int64_t first = 0;
    for (size_t i = 0; i < parts->n; i++)
        if (parts->v[i].first < first + base)
            first = parts->v[i].first + parts->v[i].photos;
    return first;
}

/* Two parts side by side that make one; false if there are none. */
static bool find_twins(const cut_look_parts *parts, size_t *at)
{
    for (*at = 0; *at + 1 < parts->n; ++*at) {
        const cut_look_part *a = &parts->v[*at], *b = a + 1;
        if (a->photos == b->photos && a->first + a->photos == b->first &&
            a->first % (2 * a->photos) == 0 && 2 * a->photos <= CUT_LOOK_PART_MOST)
            return true;
    }
    return false;
}

/* Does one thing, if there is one to do. */
static cutline_status step(cut_store *store, cut_arena *arena, int64_t base, bool *done,
                           cutline_error *err)
{
    cut_look_parts parts = {0};
    int64_t complete;
    size_t at;
    cutline_status status = cut_db_look_parts(store->db, arena, &parts, err);
    if (status == CUTLINE_OK)
        status = cut_db_looks_complete(store->db, &complete, err);
    if (status != CUTLINE_OK)
        return status;
    if (find_twins(&parts, &at))
        return unite(store, arena, &parts.v[at], &parts.v[at + 1], err);
    int64_t gap = first_gap(&parts, base);
    *done = gap + base > complete;
    return *done ? CUTLINE_OK : build(store, arena, gap, base, err);
}

cutline_status cut_look_index_grow(cut_store *store, int64_t base, bool *done, cutline_error *err)
{
    cut_arena arena;
    *done = false;
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    cutline_status status = drop_changed(store, &arena, err);
    for (unsigned i = 0; i < STEPS_MOST && status == CUTLINE_OK && !*done; i++) {
        cut_arena_reset(&arena);
        status = step(store, &arena, base, done, err);
    }
    cut_arena_release(&arena);
    return status;
}
