/* Photos that show the same picture: pairs that have something in common, those of them that lie on
 * each other, and groups of these. */
#include "base/error.h"
#include "base/limits.h"
#include "catalog/duplicate_say.h"
#include "catalog/handle.h"
#include "image/near.h"
#include "store/pairs.h"
#include "store/settle.h"

#include <stdlib.h>

/* Photos that are looked at together; more that look all the same make further groups. */
#define GROUP_MOST 500u
/* Pairs of one heap that are compared although they had nothing in common so far: A is like B, and
 * B like C. */
#define COMPARED_MOST 1000u
/* Pairs between two calls of the listener. */
#define STRIDE 64u

/* A photo and the heap it is in: the place of another one of it, or its own. */
typedef struct member {
    int64_t photo;
    size_t heap;
} member;

typedef struct search {
    cutline_catalog *catalog;
    const cutline_duplicate_options *options;
    cut_arena arena;
    cut_relater relater;
    struct {
        cut_relation *v; /* by numbers */
        size_t n, cap;
    } relations;
    struct {
        member *v; /* by photo, later by heap */
        size_t n, cap;
    } members;
    cutline_duplicate_stage stage;
    cutline_duplicate_totals totals;
} search;

/* ---- progress -----------------------------------------------------------------------------------
 */

static int on_progress(uint64_t done, uint64_t total, void *context)
{
    search *s = context;
    if (s->options->on_progress)
        s->options->on_progress(s->stage, done, total, s->options->context);
    return s->options->cancel && *s->options->cancel;
}

static cutline_status tick(search *s, uint64_t done, uint64_t total, cutline_error *err)
{
    return done % STRIDE == 0 && on_progress(done, total, s) != 0
               ? cut_fail(err, CUTLINE_CANCELLED, "stopped")
               : CUTLINE_OK;
}

/* ---- relations ----------------------------------------------------------------------------------
 */

static cutline_status find_pairs(search *s, cut_pairs *out, cutline_error *err)
{
    cut_store *store = s->catalog->store;
    uint64_t most = s->options->all_parts ? UINT64_MAX : CUTLINE_DUPLICATES_PREPARED;
    s->stage = CUTLINE_DUPLICATES_PREPARE;
    cutline_status status = cut_store_settle(store, s->options->cancel, err);
    if (status == CUTLINE_OK)
        status = cut_store_take_parts(store, most, &s->totals.unprepared, on_progress, s, err);
    s->stage = CUTLINE_DUPLICATES_PAIR;
    if (status == CUTLINE_OK)
        status = cut_store_near_pairs(store, &s->arena, out, err);
    if (status == CUTLINE_OK)
        status = cut_store_word_pairs(store, &s->arena, out, on_progress, s, err);
    return status;
}

/* Leaves out what only shares words. */
static cutline_status relate_all(search *s, const cut_pairs *pairs, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    s->stage = CUTLINE_DUPLICATES_COMPARE;
    for (size_t i = 0; i < pairs->n && status == CUTLINE_OK; i++) {
        const cut_pair *pair = &pairs->v[i];
        cut_relation relation = {
            .older = pair->older, .newer = pair->newer, .distance = pair->distance};
        status = cut_relate(&s->relater, &relation, err);
        if (status == CUTLINE_OK && relation.related &&
            !CUT_PUSH(&s->arena, &s->relations, relation))
            return cut_no_memory(err);
        if (status == CUTLINE_OK)
            status = tick(s, i + 1, pairs->n, err);
    }
    return status;
}

/* For "is:duplicate", which knows those near by their hashes. */
static cutline_status keep_parts(search *s, cutline_error *err)
{
    cut_pairs parts = {0};
    for (size_t i = 0; i < s->relations.n; i++) {
        const cut_relation *r = &s->relations.v[i];
        if (r->kind == CUTLINE_DUPLICATE_ALIKE || r->distance <= CUT_NEAR_DISTANCE)
            continue;
        if (!CUT_PUSH(&s->arena, &parts, ((cut_pair){r->older, r->newer, r->distance})))
            return cut_no_memory(err);
    }
    return cut_store_keep_parts(s->catalog->store, &parts, err);
}

static int by_numbers(const void *a, const void *b)
{
    const cut_relation *x = a, *y = b;
    if (x->newer != y->newer)
        return x->newer < y->newer ? -1 : 1;
    return (x->older > y->older) - (x->older < y->older);
}

static const cut_relation *relation_of(const search *s, int64_t a, int64_t b)
{
    cut_relation key = {.older = a < b ? a : b, .newer = a < b ? b : a};
    return s->relations.n > 0
               ? bsearch(&key, s->relations.v, s->relations.n, sizeof key, by_numbers)
               : NULL;
}

/* ---- heaps: what is connected in some way -------------------------------------------------------
 */

static int by_photo(const void *a, const void *b)
{
    const member *x = a, *y = b;
    return (x->photo > y->photo) - (x->photo < y->photo);
}

static int by_heap(const void *a, const void *b)
{
    const member *x = a, *y = b;
    if (x->heap != y->heap)
        return x->heap < y->heap ? -1 : 1;
    return by_photo(a, b);
}

static bool add_members(search *s, const cut_numbers *copied)
{
    bool ok = true;
    for (size_t i = 0; i < s->relations.n && ok; i++)
        ok = CUT_PUSH(&s->arena, &s->members, ((member){.photo = s->relations.v[i].older})) &&
             CUT_PUSH(&s->arena, &s->members, ((member){.photo = s->relations.v[i].newer}));
    for (size_t i = 0; i < copied->n && ok; i++)
        ok = CUT_PUSH(&s->arena, &s->members, ((member){.photo = copied->v[i]}));
    if (!ok || s->members.n == 0)
        return ok;
    qsort(s->members.v, s->members.n, sizeof *s->members.v, by_photo);
    size_t n = 0;
    for (size_t i = 0; i < s->members.n; i++) {
        if (n > 0 && s->members.v[n - 1].photo == s->members.v[i].photo)
            continue;
        s->members.v[n] = (member){.photo = s->members.v[i].photo, .heap = n};
        n++;
    }
    s->members.n = n;
    return true;
}

static size_t place_of(const search *s, int64_t photo)
{
    member key = {.photo = photo};
    const member *found = bsearch(&key, s->members.v, s->members.n, sizeof key, by_photo);
    return (size_t)(found - s->members.v);
}

/* The first of a photo's heap; on the way there it is brought nearer. */
static size_t first_of(search *s, size_t at)
{
    member *v = s->members.v;
    while (v[at].heap != at) {
        v[at].heap = v[v[at].heap].heap;
        at = v[at].heap;
    }
    return at;
}

static void heap_up(search *s)
{
    for (size_t i = 0; i < s->relations.n; i++) {
        size_t a = first_of(s, place_of(s, s->relations.v[i].older));
        size_t b = first_of(s, place_of(s, s->relations.v[i].newer));
        s->members.v[a > b ? a : b].heap = a < b ? a : b;
    }
    for (size_t i = 0; i < s->members.n; i++)
        s->members.v[i].heap = first_of(s, i);
    if (s->members.n > 0)
        qsort(s->members.v, s->members.n, sizeof *s->members.v, by_heap);
}

/* ---- groups: a photo, and what shows the same as it ---------------------------------------------
 */

/* Photos of a heap while they are put into groups. */
typedef struct heap {
    const cutline_photo **photos; /* the best first */
    bool *taken;                  /* it is in a group */
    size_t n;
    unsigned compared; /* pairs that were compared here */
    cut_arena *arena;
} heap;

/* How a photo is related to another one, which may not have been compared yet. */
static cutline_status relate(search *s, heap *h, int64_t a, int64_t b, cut_relation *out,
                             cutline_error *err)
{
    const cut_relation *known = relation_of(s, a, b);
    cut_look_hash x, y;
    *out = (cut_relation){.older = a < b ? a : b, .newer = a < b ? b : a};
    if (known)
        *out = *known;
    if (known || h->compared == COMPARED_MOST)
        return CUTLINE_OK;
    h->compared++;
    cutline_status status = cut_store_look(s->catalog->store, a, &x, err);
    if (status == CUTLINE_OK)
        status = cut_store_look(s->catalog->store, b, &y, err);
    if (status != CUTLINE_OK)
        return status;
    out->distance = x.quality && y.quality ? cut_pdq_distance(x.pdq, y.pdq) : CUT_PDQ_BITS;
    return cut_relate(&s->relater, out, err);
}

/* Those that are not taken and show the same as the first of a group. */
static cutline_status gather(search *s, heap *h, size_t best, cutline_duplicate *group,
                             size_t *count, cutline_error *err)
{
    cutline_status status = cut_duplicate_best(h->arena, h->photos[best], &group[0], err);
    *count = 1;
    h->taken[best] = true;
    for (size_t i = best + 1; i < h->n && status == CUTLINE_OK; i++) {
        cut_relation relation;
        if (h->taken[i])
            continue;
        status = relate(s, h, h->photos[best]->id, h->photos[i]->id, &relation, err);
        if (status != CUTLINE_OK || !relation.related)
            continue;
        cutline_duplicate *one = &group[*count];
        status = cut_duplicate_of(h->arena, h->photos[best], h->photos[i], &relation, one, err);
        if (one->kind == CUTLINE_DUPLICATE_ALIKE && !s->options->alike)
            continue;
        h->taken[i] = true;
        ++*count;
    }
    return status;
}

static void tell(search *s, const cutline_duplicate *group, size_t count)
{
    if (count == 1 && cut_duplicate_files(group[0].photo) < 2)
        return;
    s->totals.groups++;
    s->totals.photos += count;
    for (size_t i = 0; i < count; i++)
        s->totals.files += group[i].photo->file_count;
    if (s->options->on_group)
        s->options->on_group(&(cutline_duplicates){group, count}, s->options->context);
}

static cutline_status split(search *s, heap *h, const cutline_photos *photos, cutline_error *err)
{
    h->n = photos->count;
    h->photos = CUT_NEW_ARRAY(h->arena, const cutline_photo *, h->n);
    h->taken = CUT_NEW_ARRAY(h->arena, bool, h->n);
    cutline_duplicate *group = CUT_NEW_ARRAY(h->arena, cutline_duplicate, h->n);
    if (!h->photos || !h->taken || !group)
        return cut_no_memory(err);
    for (size_t i = 0; i < h->n; i++)
        h->photos[i] = &photos->items[i];
    qsort(h->photos, h->n, sizeof *h->photos, cut_duplicate_best_first);
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < h->n && status == CUTLINE_OK; i++) {
        size_t count;
        if (h->taken[i])
            continue;
        status = gather(s, h, i, group, &count, err);
        if (status == CUTLINE_OK)
            tell(s, group, count);
    }
    return status;
}

static cutline_status tell_heap(search *s, const member *members, size_t n, cutline_error *err)
{
    cut_photo_list list = {0};
    cut_photo_set set = {0};
    cut_arena arena;
    heap h = {.arena = &arena};
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < n && status == CUTLINE_OK; i++)
        if (!CUT_PUSH(&arena, &list.photos, members[i].photo))
            status = cut_no_memory(err);
    if (status == CUTLINE_OK)
        status = cut_store_photos(s->catalog->store, &list, &set, err);
    if (status == CUTLINE_OK && set.photos.count > 0)
        status = split(s, &h, &set.photos, err);
    cut_photo_set_release(&set);
    cut_arena_release(&arena);
    return status;
}

static cutline_status tell_heaps(search *s, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    const member *v = s->members.v;
    s->stage = CUTLINE_DUPLICATES_GROUP;
    for (size_t i = 0, n; i < s->members.n && status == CUTLINE_OK; i += n) {
        for (n = 1; i + n < s->members.n && v[i + n].heap == v[i].heap && n < GROUP_MOST;)
            n++;
        status = tell_heap(s, &v[i], n, err);
        if (status == CUTLINE_OK)
            status = tick(s, i + n, s->members.n, err);
    }
    return status;
}

/* ---- the call -----------------------------------------------------------------------------------
 */

static cutline_status find(search *s, cutline_error *err)
{
    cut_pairs pairs = {0};
    cut_numbers copied = {0};
    cutline_status status = find_pairs(s, &pairs, err);
    if (status == CUTLINE_OK)
        status = relate_all(s, &pairs, err);
    if (status == CUTLINE_OK)
        status = keep_parts(s, err);
    if (status == CUTLINE_OK)
        status = cut_store_copied(s->catalog->store, &s->arena, &copied, err);
    if (status != CUTLINE_OK)
        return status;
    if (!add_members(s, &copied))
        return cut_no_memory(err);
    heap_up(s);
    return tell_heaps(s, err);
}

cutline_status cutline_find_duplicates(cutline_catalog *catalog,
                                       const cutline_duplicate_options *options,
                                       cutline_duplicate_totals *totals, cutline_error *err)
{
    static const cutline_duplicate_options none = {.alike = false};
    search *s = calloc(1, sizeof *s);
    if (!s)
        return cut_no_memory(err);
    s->catalog = catalog;
    s->options = options ? options : &none;
    cut_arena_init(&s->arena, CUT_MAX_STORE_ARENA);
    cut_relater_init(&s->relater, catalog->store);
    cutline_status status = find(s, err);
    if (totals)
        *totals = s->totals;
    cut_relater_release(&s->relater);
    cut_arena_release(&s->arena);
    free(s);
    return status;
}
