/* Photos that show the same picture: pairs that share words, those of them that lie on each other,
 * and groups of these. */
#include "base/error.h"
#include "base/limits.h"
#include "catalog/compare.h"
#include "catalog/handle.h"
#include "image/decode.h"
#include "store/pairs.h"

#include <cutline/duplicates.h>
#include <cutline/identify.h>
#include <stdlib.h>

/* Words of 32 that two photos share to be compared. Unrelated ones share none. */
#define FEWEST_WORDS 5u
/* Marks and parts alike, in percent, of pictures that are not near by their hash: frames of one
 * series share much of what does not move. */
#define SAME_MARKS 24u
#define SAME_ALIKE 80u

/* A photo and the group it is in: the place of another one of it, or its own. */
typedef struct member {
    int64_t photo;
    size_t group;
    const cut_pair *pair; /* that put it there; NULL: none did */
} member;

typedef struct search {
    cutline_catalog *catalog;
    cut_arena arena;
    cut_pairs pairs;
    cut_numbers copied;
    struct {
        member *v; /* by photo */
        size_t n, cap;
    } members;
    struct {
        cut_duplicate *v;
        size_t n, cap;
    } kept;
    cutline_duplicates_fn on_group;
    void *context;
    cutline_duplicate_totals totals;
} search;

/* ---- pairs --------------------------------------------------------------------------------------
 */

/* Whether the photos, which share words, lie on each other. */
static cutline_status lie_alike(search *s, const cut_pair *pair, bool *same, cutline_error *err)
{
    cut_compared compared = {.upright = NULL};
    cut_thumbnail thumbnail;
    cut_source source;
    cut_decoded decoded;
    cut_alignment lie;
    *same = false;
    cut_arena_init(&compared.arena, CUT_MAX_STORE_ARENA);
    cutline_status status =
        cut_store_thumbnail(s->catalog->store, &compared.arena, pair->newer, &thumbnail, err);
    if (status == CUTLINE_OK) {
        cut_source_from_memory(&source, "thumbnail", thumbnail.jpeg, &compared.arena);
        status = cut_decode_jpeg(&source, 0, thumbnail.jpeg.n, &decoded, err);
    }
    if (status == CUTLINE_OK && decoded.usable) {
        compared.upright = &decoded.pixels;
        status = cut_compare_whole(&compared, s->catalog->store, pair->older, 0, &lie, err);
        *same = status == CUTLINE_OK && lie.marks >= SAME_MARKS &&
                100 * lie.alike >= SAME_ALIKE * lie.blocks;
    }
    cut_arena_release(&compared.arena);
    return status == CUTLINE_NOT_FOUND ? CUTLINE_OK : status;
}

/* Leaves the pairs that show the same. */
static cutline_status sift(search *s, cutline_error *err)
{
    size_t n = 0;
    cutline_status status =
        cut_store_pairs(s->catalog->store, FEWEST_WORDS, &s->arena, &s->pairs, err);
    for (size_t i = 0; i < s->pairs.n && status == CUTLINE_OK; i++) {
        bool same = s->pairs.v[i].distance <= CUTLINE_IDENTIFY_DISTANCE;
        if (!same)
            status = lie_alike(s, &s->pairs.v[i], &same, err);
        if (same)
            s->pairs.v[n++] = s->pairs.v[i];
    }
    s->pairs.n = n;
    return status;
}

/* ---- groups -------------------------------------------------------------------------------------
 */

static int by_photo(const void *a, const void *b)
{
    const member *x = a, *y = b;
    return (x->photo > y->photo) - (x->photo < y->photo);
}

static int by_group(const void *a, const void *b)
{
    const member *x = a, *y = b;
    if (x->group != y->group)
        return x->group < y->group ? -1 : 1;
    return by_photo(a, b);
}

static bool add_members(search *s)
{
    for (size_t i = 0; i < s->pairs.n; i++) {
        const cut_pair *pair = &s->pairs.v[i];
        if (!CUT_PUSH(&s->arena, &s->members, ((member){.photo = pair->older, .pair = pair})) ||
            !CUT_PUSH(&s->arena, &s->members, ((member){.photo = pair->newer, .pair = pair})))
            return false;
    }
    for (size_t i = 0; i < s->copied.n; i++)
        if (!CUT_PUSH(&s->arena, &s->members, ((member){.photo = s->copied.v[i]})))
            return false;
    if (s->members.n == 0)
        return true;
    qsort(s->members.v, s->members.n, sizeof *s->members.v, by_photo);
    size_t n = 0;
    for (size_t i = 0; i < s->members.n; i++) {
        if (n > 0 && s->members.v[n - 1].photo == s->members.v[i].photo) {
            if (!s->members.v[n - 1].pair)
                s->members.v[n - 1].pair = s->members.v[i].pair;
            continue;
        }
        s->members.v[n] = s->members.v[i];
        s->members.v[n].group = n;
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

/* The first of a photo's group; on the way there it is brought nearer. */
static size_t first_of(search *s, size_t at)
{
    member *v = s->members.v;
    while (v[at].group != at) {
        v[at].group = v[v[at].group].group;
        at = v[at].group;
    }
    return at;
}

static void join(search *s)
{
    for (size_t i = 0; i < s->pairs.n; i++) {
        size_t a = first_of(s, place_of(s, s->pairs.v[i].older));
        size_t b = first_of(s, place_of(s, s->pairs.v[i].newer));
        s->members.v[a > b ? a : b].group = a < b ? a : b;
    }
    for (size_t i = 0; i < s->members.n; i++)
        s->members.v[i].group = first_of(s, i);
    if (s->members.n > 0)
        qsort(s->members.v, s->members.n, sizeof *s->members.v, by_group);
}

/* ---- what is said of a group --------------------------------------------------------------------
 */

static bool has_caption(const cutline_photo *p)
{
    return p->caption_count > 0;
}

static bool has_credit(const cutline_photo *p)
{
    return p->credit.line && *p->credit.line;
}

/* How well it is known whose it is and what it shows. */
static unsigned worth(const cutline_photo *p)
{
    unsigned n = has_credit(p) ? 8 : 0;
    n += p->credit.photographers.count > 0 ? 4 : 0;
    n += p->credit.agencies.count > 0 ? 2 : 0;
    return n + (has_caption(p) ? 1 : 0);
}

static int best_first(const void *a, const void *b)
{
    const cutline_photo *x = ((const cutline_duplicate *)a)->photo;
    const cutline_photo *y = ((const cutline_duplicate *)b)->photo;
    uint64_t size_x = (uint64_t)x->width * x->height, size_y = (uint64_t)y->width * y->height;
    if (worth(x) != worth(y))
        return worth(x) > worth(y) ? -1 : 1;
    if (size_x != size_y)
        return size_x > size_y ? -1 : 1;
    return x->id < y->id ? -1 : 1;
}

/* NULL if memory runs out. */
static const char *why(cut_arena *arena, const cutline_photo *photo, const cut_pair *pair)
{
    if (!pair)
        return cut_arena_printf(arena, "the same image data is in %zu files", photo->file_count);
    long long other = photo->id == pair->older ? pair->newer : pair->older;
    if (pair->distance > CUTLINE_IDENTIFY_DISTANCE)
        return cut_arena_printf(arena, "it shows much the same part of the picture as photo:%lld",
                                other);
    return cut_arena_printf(arena,
                            "it looks like photo:%lld: %u of %u bits of the perceptual hash differ",
                            other, pair->distance, CUT_PDQ_BITS);
}

static const member *member_of(const member *members, size_t n, int64_t photo)
{
    for (size_t i = 0; i < n; i++)
        if (members[i].photo == photo)
            return &members[i];
    return NULL;
}

static cutline_status tell(search *s, const cutline_photos *photos, const member *members, size_t n,
                           cut_arena *arena, cutline_error *err)
{
    cutline_duplicate *items = CUT_NEW_ARRAY(arena, cutline_duplicate, photos->count);
    if (!items)
        return cut_no_memory(err);
    for (size_t i = 0; i < photos->count; i++) {
        const cutline_photo *photo = &photos->items[i];
        items[i].photo = photo;
        items[i].why = why(arena, photo, member_of(members, n, photo->id)->pair);
        if (!items[i].why)
            return cut_no_memory(err);
        s->totals.files += photo->file_count;
    }
    qsort(items, photos->count, sizeof *items, best_first);
    for (size_t i = 0; i < photos->count; i++) {
        items[i].takes_credit = has_credit(items[0].photo) && !has_credit(items[i].photo);
        items[i].takes_caption = has_caption(items[0].photo) && !has_caption(items[i].photo);
        if (!CUT_PUSH(&s->arena, &s->kept,
                      ((cut_duplicate){items[i].photo->id, items[0].photo->id})))
            return cut_no_memory(err);
    }
    s->totals.groups++;
    s->totals.photos += photos->count;
    s->on_group(&(cutline_duplicates){items, photos->count}, s->context);
    return CUTLINE_OK;
}

static cutline_status tell_group(search *s, const member *members, size_t n, cutline_error *err)
{
    cut_photo_list list = {0};
    cut_photo_set set = {0};
    cut_arena arena;
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < n && status == CUTLINE_OK; i++)
        if (!CUT_PUSH(&arena, &list.photos, members[i].photo))
            status = cut_no_memory(err);
    if (status == CUTLINE_OK)
        status = cut_store_photos(s->catalog->store, &list, &set, err);
    if (status == CUTLINE_OK && set.photos.count > 0)
        status = tell(s, &set.photos, members, n, &arena, err);
    cut_photo_set_release(&set);
    cut_arena_release(&arena);
    return status;
}

static cutline_status tell_groups(search *s, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0, n; i < s->members.n && status == CUTLINE_OK; i += n) {
        for (n = 1; i + n < s->members.n && s->members.v[i + n].group == s->members.v[i].group;)
            n++;
        status = tell_group(s, &s->members.v[i], n, err);
    }
    return status;
}

cutline_status cutline_find_duplicates(cutline_catalog *catalog, cutline_duplicates_fn on_group,
                                       void *context, cutline_duplicate_totals *totals,
                                       cutline_error *err)
{
    search s = {.catalog = catalog, .on_group = on_group, .context = context};
    cut_arena_init(&s.arena, CUT_MAX_STORE_ARENA);
    cutline_status status = sift(&s, err);
    if (status == CUTLINE_OK)
        status = cut_store_copied(catalog->store, &s.arena, &s.copied, err);
    if (status == CUTLINE_OK && !add_members(&s))
        status = cut_no_memory(err);
    if (status == CUTLINE_OK) {
        join(&s);
        status = tell_groups(&s, err);
    }
    if (status == CUTLINE_OK)
        status = cut_store_keep_duplicates(catalog->store, s.kept.v, s.kept.n, err);
    if (totals)
        *totals = s.totals;
    cut_arena_release(&s.arena);
    return status;
}
