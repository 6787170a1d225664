/* Photos that have words of a picture in common with it. */
#include "base/error.h"
#include "base/limits.h"
#include "store/inner.h"
#include "store/lookup.h"

#include <stdlib.h>

/* Words that a photo may have, as a bit each: 128 KiB, which a processor's own memory holds. */
typedef struct word_set {
    uint64_t bits[(1u << CUT_WORD_BITS) / 64];
} word_set;

/* A word asked for that a photo has. */
typedef struct hit {
    uint32_t photo; /* counted from the part's first one */
    uint32_t asked; /* its place among those asked for */
} hit;

typedef struct hits {
    hit *v; /* owned */
    size_t n, cap;
} hits;

/* A picture, and what was found for it so far. */
typedef struct picture {
    const cut_asked *asked;
    word_set *set; /* the words asked for in all forms */
    size_t next;   /* word asked for, of the part at hand */
    hits hits[CUT_PICTURE_FORMS];
    cut_sharers *found;
} picture;

/* Pictures that are looked up together. */
typedef struct search {
    cut_store *store;
    picture *pictures;
    size_t count;
    cut_postings_block block; /* at hand */
    uint32_t i;               /* kind of it */
    uint8_t *counts;          /* hits in each photo of a part; owned */
    size_t counts_cap;
    uint8_t forms[CUT_PICTURE_FORMS][CUT_PICTURE_FORMS]; /* of the word asked for, of the photo's */
    bool no_memory;
} search;

/* ---- judging ------------------------------------------------------------------------------------
 */

static bool is_better(const cut_sharer *a, const cut_sharer *b)
{
    return a->words != b->words ? a->words > b->words : a->photo < b->photo;
}

static void keep(cut_sharers *found, const cut_sharer *one)
{
    size_t at = found->n;
    while (at > 0 && is_better(one, &found->v[at - 1]))
        at--;
    if (at == CUT_SHARERS_MOST)
        return;
    size_t moved = (found->n < CUT_SHARERS_MOST ? found->n : CUT_SHARERS_MOST - 1) - at;
    memmove(&found->v[at + 1], &found->v[at], moved * sizeof found->v[0]);
    found->v[at] = *one;
    found->n += found->n < CUT_SHARERS_MOST;
}

static void judge(cut_sharers *found, int64_t photo, unsigned form, cut_window_counts counts)
{
    cut_sharer one = {.photo = photo, .form = form};
    one.words = cut_windows_best(counts, &one.scale);
    if (one.words >= (form < 2 ? CUT_SHARED_FEWEST : CUT_SHARED_FEWEST_TURNED))
        keep(found, &one);
}

/* ---- one photo after the other ------------------------------------------------------------------
 */

static void fill_set(word_set *set, const cut_asked *asked)
{
    for (size_t i = 0; i < asked->n; i++)
        for (unsigned form = 0; form < CUT_PICTURE_FORMS; form++) {
            if (i > 0 && asked->v[i].kind == asked->v[i - 1].kind)
                break;
            uint32_t word = cut_word_of_kind((cut_word_kind){asked->v[i].kind, form});
            set->bits[word / 64] |= (uint64_t)1 << word % 64;
        }
}

static bool has(const word_set *set, uint32_t word)
{
    return set->bits[word / 64] >> word % 64 & 1;
}

/* The words that are in the set, each once. */
static unsigned take_words(const word_set *set, const cut_words *words, uint32_t *out)
{
    unsigned n = 0;
    for (unsigned i = 0; i < words->count && i < CUT_WORDS_KEPT; i++) {
        uint32_t word = cut_word_at(words->packed, i);
        unsigned k = 0;
        if (!has(set, word))
            continue;
        while (k < n && out[k] != word)
            k++;
        out[k] = word;
        n += k == n;
    }
    return n;
}

static void count_photo(picture *p, int64_t photo, const cut_words *words)
{
    cut_window_counts counts[CUT_PICTURE_FORMS] = {0};
    uint32_t shared[CUT_WORDS_KEPT];
    unsigned n = take_words(p->set, words, shared);
    if (n < CUT_SHARED_FEWEST)
        return;
    for (unsigned i = 0; i < n; i++) {
        size_t same;
        cut_word_kind kind = cut_word_kind_of(shared[i]);
        const cut_asked_word *asked = cut_asked_find(p->asked, kind.kind, &same);
        for (size_t k = 0; k < same; k++) {
            unsigned form = cut_asked_form(&asked[k], kind.form);
            counts[form] = cut_windows_add(counts[form], asked[k].windows);
        }
    }
    for (unsigned form = 0; form < CUT_PICTURE_FORMS; form++)
        judge(p->found, photo, form, counts[form]);
}

static void count_block(int64_t first, const void *rows, size_t count, void *context)
{
    search *s = context;
    const cut_words *words = rows;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < s->count && words[i].count >= CUT_SHARED_FEWEST; k++)
            count_photo(&s->pictures[k], first + (int64_t)i, &words[i]);
}

static cutline_status count_photos(search *s, int64_t from, int64_t to, cutline_error *err)
{
    return from < to ? cut_db_looks(s->store->db, CUT_LOOK_WORDS, from, to, count_block, s, err)
                     : CUTLINE_OK;
}

/* Photos that are in no part, or have changed since. */
static cutline_status count_others(search *s, cut_arena *arena, const cut_look_parts *parts,
                                   cutline_error *err)
{
    cut_numbers changed = {0};
    int64_t end = 0;
    cutline_status status = cut_db_look_changed(s->store->db, arena, &changed, err);
    for (size_t i = 0; i < changed.n && status == CUTLINE_OK; i++)
        status = count_photos(s, changed.v[i], changed.v[i] + 1, err);
    for (size_t i = 0; i < parts->n && status == CUTLINE_OK; i++) {
        status = count_photos(s, end, parts->v[i].first, err);
        end = parts->v[i].first + parts->v[i].photos;
    }
    return status == CUTLINE_OK ? count_photos(s, end, INT64_MAX, err) : status;
}

/* ---- by the index -------------------------------------------------------------------------------
 */

static bool add_hit(hits *list, uint32_t photo, size_t asked)
{
    if (list->n == list->cap) {
        size_t cap = list->cap ? 2 * list->cap : 16384;
        hit *v = realloc(list->v, cap * sizeof *v);
        if (!v)
            return false;
        list->v = v;
        list->cap = cap;
    }
    list->v[list->n++] = (hit){photo, (uint32_t)asked};
    return true;
}

/* The lowest kind that a picture asks for next; UINT32_MAX if none does. */
static uint32_t next_kind(const search *s)
{
    uint32_t lowest = UINT32_MAX;
    for (size_t k = 0; k < s->count; k++) {
        const picture *p = &s->pictures[k];
        if (p->next < p->asked->n && p->asked->v[p->next].kind < lowest)
            lowest = p->asked->v[p->next].kind;
    }
    return lowest;
}

/* Notes the photos of a kind for a picture that asks for it. */
static void take_photos(search *s, picture *p, uint32_t photos)
{
    const cut_asked *asked = p->asked;
    uint32_t kind = asked->v[p->next].kind, photo;
    unsigned form;
    for (size_t i = p->next; i < asked->n && asked->v[i].kind == kind; i++) {
        const uint8_t *forms = s->forms[asked->v[i].form];
        cut_postings list = cut_postings_of(&s->block, s->i);
        while (cut_postings_next(&list, &photo, &form))
            if (photo < photos && !add_hit(&p->hits[forms[form]], photo, i))
                s->no_memory = true;
    }
}

/* Finds a kind in the block at hand, or in the one in which it would be. */
static cutline_status find_kind(search *s, int64_t part, uint32_t kind, bool *found,
                                cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    if (s->block.kinds == 0 || cut_postings_kind(&s->block, s->block.kinds - 1) < kind) {
        uint32_t first = 0;
        cut_view bytes;
        status = cut_db_postings_at(s->store->db, part, kind, &bytes, &first, err);
        s->block = cut_postings_open(bytes, first);
        s->i = 0;
    }
    while (s->i < s->block.kinds && cut_postings_kind(&s->block, s->i) < kind)
        s->i++;
    *found = s->i < s->block.kinds && cut_postings_kind(&s->block, s->i) == kind;
    return status;
}

static cutline_status gather(search *s, const cut_look_part *part, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    uint32_t kind;
    s->block.kinds = 0;
    for (size_t k = 0; k < s->count; k++)
        s->pictures[k].next = 0;
    while (status == CUTLINE_OK && (kind = next_kind(s)) != UINT32_MAX) {
        bool found = false;
        status = find_kind(s, part->number, kind, &found, err);
        for (size_t k = 0; k < s->count; k++) {
            picture *p = &s->pictures[k];
            if (p->next == p->asked->n || p->asked->v[p->next].kind != kind)
                continue;
            if (found)
                take_photos(s, p, (uint32_t)part->photos);
            while (p->next < p->asked->n && p->asked->v[p->next].kind == kind)
                p->next++;
        }
    }
    return status == CUTLINE_OK && s->no_memory ? cut_no_memory(err) : status;
}

/* Leaves the hits of photos that have enough of them to be worth looking at, whatever the scales:
 * one in a thousand. */
static void sift(search *s, hits *list)
{
    size_t n = 0;
    for (size_t i = 0; i < list->n; i++)
        s->counts[list->v[i].photo]++;
    for (size_t i = 0; i < list->n; i++)
        if (s->counts[list->v[i].photo] >= CUT_SHARED_FEWEST)
            list->v[n++] = list->v[i];
    list->n = n;
}

static int by_photo(const void *a, const void *b)
{
    const hit *x = a, *y = b;
    return (x->photo > y->photo) - (x->photo < y->photo);
}

/* Judges the photos that a picture has hits in, in one form. */
static void tally(search *s, const cut_look_part *part, picture *p, unsigned form)
{
    hits *list = &p->hits[form];
    memset(s->counts, 0, (size_t)part->photos);
    sift(s, list);
    if (list->n > 0)
        qsort(list->v, list->n, sizeof *list->v, by_photo);
    for (size_t i = 0; i < list->n;) {
        uint32_t photo = list->v[i].photo;
        cut_window_counts counts = 0;
        for (; i < list->n && list->v[i].photo == photo; i++)
            counts = cut_windows_add(counts, p->asked->v[list->v[i].asked].windows);
        judge(p->found, part->first + photo, form, counts);
    }
    list->n = 0;
}

static bool make_counts(search *s, size_t photos)
{
    if (photos <= s->counts_cap)
        return true;
    free(s->counts);
    s->counts = malloc(photos);
    s->counts_cap = s->counts ? photos : 0;
    return s->counts != NULL;
}

static cutline_status search_part(search *s, const cut_look_part *part, cutline_error *err)
{
    if (!make_counts(s, (size_t)part->photos))
        return cut_no_memory(err);
    cutline_status status = gather(s, part, err);
    for (size_t k = 0; k < s->count && status == CUTLINE_OK; k++)
        for (unsigned form = 0; form < CUT_PICTURE_FORMS; form++)
            tally(s, part, &s->pictures[k], form);
    return status;
}

/* ---- the call -----------------------------------------------------------------------------------
 */

static bool begin(search *s, cut_arena *arena, const cut_asked *const *asked, cut_sharers *out)
{
    s->pictures = CUT_NEW_ARRAY(arena, picture, s->count);
    for (size_t k = 0; s->pictures && k < s->count; k++) {
        picture *p = &s->pictures[k];
        *p = (picture){.asked = asked[k], .set = CUT_NEW(arena, word_set), .found = &out[k]};
        out[k].n = 0;
        if (!p->set)
            return false;
        fill_set(p->set, p->asked);
    }
    for (unsigned a = 0; a < CUT_PICTURE_FORMS; a++)
        for (unsigned b = 0; b < CUT_PICTURE_FORMS; b++)
            s->forms[a][b] = (uint8_t)cut_form_then(a, cut_form_back(b));
    return s->pictures != NULL;
}

static void end(search *s)
{
    for (size_t k = 0; s->pictures && k < s->count; k++)
        for (unsigned form = 0; form < CUT_PICTURE_FORMS; form++)
            free(s->pictures[k].hits[form].v);
    free(s->counts);
}

/* In one view of the catalog: another process may unite parts meanwhile. */
static cutline_status run(search *s, cut_arena *arena, cutline_error *err)
{
    cut_look_parts parts = {0};
    bool held = cut_db_is_held(s->store->db);
    cutline_status status = held ? CUTLINE_OK : cut_db_begin_reading(s->store->db, err);
    if (status != CUTLINE_OK)
        return status;
    status = cut_db_look_parts(s->store->db, arena, &parts, err);
    for (size_t i = 0; i < parts.n && status == CUTLINE_OK; i++)
        status = search_part(s, &parts.v[i], err);
    cut_db_postings_end(s->store->db);
    if (status == CUTLINE_OK)
        status = count_others(s, arena, &parts, err);
    if (!held)
        cut_db_rollback(s->store->db);
    return status;
}

cutline_status cut_store_sharing(cut_store *store, const cut_asked *const *asked, size_t count,
                                 cut_sharers *out, cutline_error *err)
{
    cut_arena arena;
    search s = {.store = store, .count = count};
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    cutline_status status =
        begin(&s, &arena, asked, out) ? run(&s, &arena, err) : cut_no_memory(err);
    end(&s);
    cut_arena_release(&arena);
    return status;
}
