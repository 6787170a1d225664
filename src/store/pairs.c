#include "store/pairs.h"

#include "base/limits.h"
#include "image/near.h"

#include "store/inner.h"

#include <stdlib.h>

#define WORDS (1u << CUT_WORD_BITS)
/* Words of 32 that two photos share to be compared: unrelated ones share none. Of a part the words
 * are those of the photo only in the part. */
#define FEWEST_WORDS 5u
#define FEWEST_OF_PART 4u
/* A word that more photos have says nothing: plain skies, studio backgrounds. */
#define COMMON 4096u
/* Photos met for one, the rarest of its words first. Bounds the time. */
#define MET_MOST 4096u
/* Photos kept of them, those with most words. */
#define SHARERS_MOST 32u
/* Cells in which photos are counted, several to a cell: those in which there are few need no closer
 * look. */
#define CELLS 8192u
#define CELL_OF(place) ((place)*2654435761u >> 19)
/* Photos between two calls of the listener. */
#define STRIDE 4096u

_Static_assert(1u << (32 - 19) == CELLS, "a cell for each value of CELL_OF");

/* Which photos have which words. Photos go by their place in the list of all that have any. */
typedef struct postings {
    struct {
        int64_t *v; /* their numbers */
        size_t n, cap;
    } photos;
    cut_words *words; /* of each; as many as photos has room for */
    uint32_t *starts; /* WORDS + 1: where the photos of a word begin in `places` */
    uint32_t *places; /* photos of the first word, of the second, ..., each in order */
    bool no_memory, too_many;
} postings;

typedef struct sharer {
    uint32_t place;
    unsigned words; /* that it shares */
} sharer;

typedef struct search {
    postings p;
    uint32_t met[MET_MOST]; /* photos that have a word, once for each word */
    uint32_t met_count;
    uint8_t cells[CELLS]; /* how often those of a cell were met; zero between photos */
    sharer sharers[MET_MOST];
    cut_arena *arena; /* holds the pairs */
    cut_pairs *out;
    cut_pairs_progress on_progress;
    void *context;
    uint64_t done, total;
    bool cancelled;
} search;

/* ---- filling ------------------------------------------------------------------------------------
 */

static bool make_room(postings *p)
{
    size_t cap = p->photos.cap ? 2 * p->photos.cap : 1024;
    int64_t *photos = realloc(p->photos.v, cap * sizeof *photos);
    if (photos)
        p->photos.v = photos;
    cut_words *words = realloc(p->words, cap * sizeof *words);
    if (words)
        p->words = words;
    if (photos && words)
        p->photos.cap = cap;
    return photos && words;
}

static void add_block(int64_t first, const void *rows, size_t count, void *context)
{
    postings *p = context;
    const cut_words *words = rows;
    for (size_t i = 0; i < count && !p->no_memory && !p->too_many; i++) {
        if (words[i].count == 0 || words[i].count > CUT_WORDS_KEPT)
            continue;
        p->too_many = p->photos.n == CUT_MAX_PAIRED_PHOTOS;
        p->no_memory = p->photos.n == p->photos.cap && !make_room(p);
        if (p->no_memory || p->too_many)
            return;
        p->photos.v[p->photos.n] = first + (int64_t)i;
        p->words[p->photos.n++] = words[i];
    }
}

/* Sorts the photos by word: counts, adds up, places. */
static bool sort(postings *p)
{
    uint32_t *starts = calloc(WORDS + 1, sizeof *starts);
    p->starts = starts;
    p->places = malloc((p->photos.n * CUT_WORDS_KEPT + 1) * sizeof *p->places);
    if (!starts || !p->places)
        return false;
    for (size_t i = 0; i < p->photos.n; i++)
        for (unsigned k = 0; k < p->words[i].count; k++)
            starts[cut_word_at(p->words[i].packed, k)]++;
    for (uint32_t w = 0; w < WORDS; w++)
        starts[w + 1] += starts[w];
    /* Now it is the ends. From behind, each moves to its start. */
    for (size_t i = p->photos.n; i-- > 0;)
        for (unsigned k = p->words[i].count; k-- > 0;)
            p->places[--starts[cut_word_at(p->words[i].packed, k)]] = (uint32_t)i;
    return true;
}

static void release(postings *p)
{
    free(p->photos.v);
    free(p->words);
    free(p->starts);
    free(p->places);
}

/* ---- counting -----------------------------------------------------------------------------------
 */

/* A word, by the photos that have it. */
typedef struct list {
    uint32_t start, end; /* in places */
} list;

/* Words that are asked for: a photo's, or those of a part in all their forms. */
typedef struct question {
    list lists[CUT_PART_WORDS * CUT_PART_FORMS];
    unsigned n;
    uint32_t sum; /* photos in the lists */
} question;

_Static_assert(CUT_WORDS_KEPT <= CUT_PART_WORDS * CUT_PART_FORMS, "the longer one has room");

static int shortest_first(const void *a, const void *b)
{
    const list *x = a, *y = b;
    uint32_t n = x->end - x->start, m = y->end - y->start;
    return (n > m) - (n < m);
}

static void add_word(const postings *p, uint32_t word, question *q)
{
    list one = {p->starts[word], p->starts[word + 1]};
    if (one.end == one.start || one.end - one.start > COMMON)
        return;
    __builtin_prefetch(p->places + one.start);
    q->lists[q->n++] = one;
    q->sum += one.end - one.start;
}

/* Meets the photos that have the words, those below a place only. Whether some may have been met
 * often enough: mostly none was. */
static bool meet(search *s, question *q, uint32_t below, unsigned fewest)
{
    unsigned most = 0;
    s->met_count = 0;
    if (q->sum > MET_MOST)
        qsort(q->lists, q->n, sizeof *q->lists, shortest_first);
    for (unsigned i = 0; i < q->n; i++) {
        const uint32_t *place = s->p.places + q->lists[i].start;
        const uint32_t *end = s->p.places + q->lists[i].end;
        for (; place < end && *place < below && s->met_count < MET_MOST; place++) {
            uint8_t *cell = &s->cells[CELL_OF(*place)];
            *cell = (uint8_t)(*cell + (*cell < UINT8_MAX));
            most = *cell > most ? *cell : most;
            s->met[s->met_count++] = *place;
        }
    }
    return most >= fewest;
}

static int by_place(const void *a, const void *b)
{
    const uint32_t *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static int most_words_first(const void *a, const void *b)
{
    const sharer *x = a, *y = b;
    if (x->words != y->words)
        return x->words > y->words ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* Those met often enough. */
static uint32_t count_sharers(search *s, unsigned fewest)
{
    uint32_t often = 0, n = 0;
    for (uint32_t i = 0; i < s->met_count; i++)
        if (s->cells[CELL_OF(s->met[i])] >= fewest)
            s->met[often++] = s->met[i];
    if (often > 1)
        qsort(s->met, often, sizeof *s->met, by_place);
    for (uint32_t i = 0, same = 1; i < often; i++, same++) {
        if (i + 1 < often && s->met[i + 1] == s->met[i])
            continue;
        if (same >= fewest)
            s->sharers[n++] = (sharer){s->met[i], same};
        same = 0;
    }
    if (n > SHARERS_MOST)
        qsort(s->sharers, n, sizeof *s->sharers, most_words_first);
    return n < SHARERS_MOST ? n : SHARERS_MOST;
}

/* Pairs a photo with those that have the words. */
static void pair_up(search *s, int64_t photo, question *q, uint32_t below, unsigned fewest)
{
    if (q->n < fewest)
        return;
    uint32_t n = meet(s, q, below, fewest) ? count_sharers(s, fewest) : 0;
    memset(s->cells, 0, sizeof s->cells);
    for (uint32_t i = 0; i < n && !s->p.no_memory; i++) {
        int64_t other = s->p.photos.v[s->sharers[i].place];
        cut_pair pair = {other < photo ? other : photo, other < photo ? photo : other,
                         CUT_PDQ_BITS};
        if (other != photo)
            s->p.no_memory = !CUT_PUSH(s->arena, s->out, pair);
    }
}

/* Every so often; both rounds go through as many photos, about. */
static void tick(search *s)
{
    if (++s->done % STRIDE == 0 && s->on_progress && s->on_progress(s->done, s->total, s->context))
        s->cancelled = true;
}

static void pair_part(search *s, int64_t photo, const cut_part_words *words, unsigned scale)
{
    question q = {.n = 0};
    uint32_t forms[CUT_PART_FORMS];
    for (unsigned i = 0; i < words->counts[scale] && i < CUT_PART_WORDS; i++) {
        cut_part_word_forms(words->words[scale][i], forms);
        for (unsigned k = 0; k < CUT_PART_FORMS; k++)
            add_word(&s->p, forms[k], &q);
    }
    pair_up(s, photo, &q, UINT32_MAX, FEWEST_OF_PART);
}

static void pair_parts(int64_t first, const void *rows, size_t count, void *context)
{
    search *s = context;
    const cut_part_words *words = rows;
    for (size_t i = 0; i < count && !s->cancelled; i++) {
        for (unsigned scale = 0; scale < CUT_PART_SCALES; scale++)
            pair_part(s, first + (int64_t)i, &words[i], scale);
        if (words[i].counts[0] > 0)
            tick(s);
    }
}

static void pair_whole(search *s, uint32_t place, uint32_t mirror)
{
    question q = {.n = 0};
    const cut_words *words = &s->p.words[place];
    for (unsigned i = 0; i < words->count; i++)
        add_word(&s->p, cut_word_at(words->packed, i) ^ mirror, &q);
    pair_up(s, s->p.photos.v[place], &q, place, FEWEST_WORDS);
}

static void pair_wholes(search *s)
{
    uint32_t mirror = cut_word_mirror();
    s->total = 2 * s->p.photos.n;
    for (uint32_t i = 0; i < s->p.photos.n && !s->cancelled; i++) {
        pair_whole(s, i, 0);
        pair_whole(s, i, mirror);
        tick(s);
    }
}

static bool same_numbers(const cut_pair *a, const cut_pair *b)
{
    return a->newer == b->newer && a->older == b->older;
}

/* The one whose distance is known comes first. */
static int by_numbers(const void *a, const void *b)
{
    const cut_pair *x = a, *y = b;
    if (x->newer != y->newer)
        return x->newer < y->newer ? -1 : 1;
    if (x->older != y->older)
        return x->older < y->older ? -1 : 1;
    return (x->distance > y->distance) - (x->distance < y->distance);
}

/* Leaves each pair once. */
static void unite(cut_pairs *pairs)
{
    size_t n = 0;
    if (pairs->n > 1)
        qsort(pairs->v, pairs->n, sizeof *pairs->v, by_numbers);
    for (size_t i = 0; i < pairs->n; i++)
        if (n == 0 || !same_numbers(&pairs->v[n - 1], &pairs->v[i]))
            pairs->v[n++] = pairs->v[i];
    pairs->n = n;
}

static cutline_status find_word_pairs(cut_store *store, search *s, cutline_error *err)
{
    cutline_status status =
        cut_db_looks(store->db, CUT_LOOK_WORDS, 0, INT64_MAX, add_block, &s->p, err);
    if (status == CUTLINE_OK && s->p.too_many)
        return cut_fail(err, CUTLINE_LIMIT, "duplicates are looked for among %u photos at most",
                        CUT_MAX_PAIRED_PHOTOS);
    if (status == CUTLINE_OK && (s->p.no_memory || !sort(&s->p)))
        return cut_no_memory(err);
    if (status == CUTLINE_OK) {
        pair_wholes(s);
        status = cut_db_looks(store->db, CUT_LOOK_PART_WORDS, 0, INT64_MAX, pair_parts, s, err);
    }
    if (status == CUTLINE_OK && s->cancelled)
        return cut_fail(err, CUTLINE_CANCELLED, "stopped");
    return status == CUTLINE_OK && s->p.no_memory ? cut_no_memory(err) : status;
}

/* ---- the calls ----------------------------------------------------------------------------------
 */

cutline_status cut_store_word_pairs(cut_store *store, cut_arena *arena, cut_pairs *out,
                                    cut_pairs_progress on_progress, void *context,
                                    cutline_error *err)
{
    search *s = calloc(1, sizeof *s);
    if (!s)
        return cut_no_memory(err);
    s->arena = arena;
    s->out = out;
    s->on_progress = on_progress;
    s->context = context;
    cutline_status status = find_word_pairs(store, s, err);
    release(&s->p);
    free(s);
    unite(out);
    return status;
}

cutline_status cut_store_near_pairs(cut_store *store, cut_arena *arena, cut_pairs *out,
                                    cutline_error *err)
{
    cut_alikes kept = {0};
    cutline_status status = cut_db_alikes(store->db, arena, &kept, err);
    for (size_t i = 0; i < kept.n && status == CUTLINE_OK; i++) {
        const cut_alike *a = &kept.v[i];
        cut_pair pair = {a->photo < a->like ? a->photo : a->like,
                         a->photo < a->like ? a->like : a->photo, a->distance};
        if (a->distance <= CUT_NEAR_DISTANCE && !CUT_PUSH(arena, out, pair))
            status = cut_no_memory(err);
    }
    return status;
}

cutline_status cut_store_copied(cut_store *store, cut_arena *arena, cut_numbers *out,
                                cutline_error *err)
{
    return cut_db_copied(store->db, arena, out, err);
}

static cutline_status keep(cut_store *store, const cut_pairs *pairs, cutline_error *err)
{
    cutline_status status = cut_db_alike_forget_parts(store->db, err);
    for (size_t i = 0; i < pairs->n && status == CUTLINE_OK; i++)
        status = cut_db_alike_put(
            store->db, &(cut_alike){pairs->v[i].newer, pairs->v[i].older, CUT_PDQ_BITS}, err);
    return status;
}

cutline_status cut_store_keep_parts(cut_store *store, const cut_pairs *pairs, cutline_error *err)
{
    cutline_status status = cut_db_begin(store->db, err);
    if (status != CUTLINE_OK)
        return status;
    status = keep(store, pairs, err);
    if (status == CUTLINE_OK)
        return cut_db_commit(store->db, err);
    cut_db_rollback(store->db);
    return status;
}
