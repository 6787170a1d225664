#include "store/pairs.h"

#include "base/limits.h"
#include "store/inner.h"

#include <stdlib.h>

#define WORDS (1u << CUT_WORD_BITS)
/* A word that more photos have says nothing: plain skies, studio backgrounds. Bounds the time. */
#define COMMON 4096u

/* Which photos have which words. Photos go by their place in the list of all that have any. */
typedef struct postings {
    struct {
        int64_t *v; /* their numbers */
        size_t n, cap;
    } photos;
    cut_words *words;  /* of each; as many as photos has room for */
    uint32_t *starts;  /* WORDS + 1: where the photos of a word begin in `places` */
    uint32_t *places;  /* photos of the first word, of the second, ..., each in order */
    uint8_t *counts;   /* words shared with the photo at hand */
    uint32_t *touched; /* photos whose count is not 0 */
    size_t touched_count;
    bool no_memory, too_many;
} postings;

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
    uint32_t *ends = calloc(WORDS + 1, sizeof *ends);
    p->starts = ends;
    p->places = malloc((p->photos.n * CUT_WORDS_KEPT + 1) * sizeof *p->places);
    p->counts = calloc(p->photos.n + 1, sizeof *p->counts);
    p->touched = malloc((p->photos.n + 1) * sizeof *p->touched);
    if (!ends || !p->places || !p->counts || !p->touched)
        return false;
    for (size_t i = 0; i < p->photos.n; i++)
        for (unsigned k = 0; k < p->words[i].count; k++)
            ends[cut_word_at(p->words[i].packed, k) + 1]++;
    for (uint32_t w = 0; w < WORDS; w++)
        ends[w + 1] += ends[w];
    /* From behind, so that each start is where it should be in the end. */
    for (size_t i = p->photos.n; i-- > 0;)
        for (unsigned k = p->words[i].count; k-- > 0;)
            p->places[--ends[cut_word_at(p->words[i].packed, k) + 1]] = (uint32_t)i;
    memmove(ends, ends + 1, WORDS * sizeof *ends);
    ends[WORDS] = 0;
    for (size_t i = 0; i < p->photos.n; i++)
        ends[WORDS] += p->words[i].count;
    return true;
}

static void release(postings *p)
{
    free(p->photos.v);
    free(p->words);
    free(p->starts);
    free(p->places);
    free(p->counts);
    free(p->touched);
}

/* ---- counting -----------------------------------------------------------------------------------
 */

/* Counts the words that each earlier photo shares with photo i. */
static void count_shared(postings *p, uint32_t i)
{
    p->touched_count = 0;
    for (unsigned k = 0; k < p->words[i].count; k++) {
        uint32_t word = cut_word_at(p->words[i].packed, k);
        uint32_t at = p->starts[word], end = p->starts[word + 1];
        if (end - at > COMMON)
            continue;
        for (; at < end && p->places[at] < i; at++) {
            uint32_t other = p->places[at];
            if (p->counts[other] == 0)
                p->touched[p->touched_count++] = other;
            /* Photos of one pattern have a word many times. */
            if (p->counts[other] < UINT8_MAX)
                p->counts[other]++;
        }
    }
}

static cutline_status measure(cut_store *store, cut_pair *pair, cutline_error *err)
{
    cut_look_hash a, b;
    cutline_status status = cut_store_look(store, pair->older, &a, err);
    if (status == CUTLINE_OK)
        status = cut_store_look(store, pair->newer, &b, err);
    if (status == CUTLINE_OK)
        pair->distance = a.quality && b.quality ? cut_pdq_distance(a.pdq, b.pdq) : CUT_PDQ_BITS;
    return status;
}

static cutline_status collect(cut_store *store, postings *p, unsigned fewest, cut_arena *arena,
                              cut_pairs *out, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (uint32_t i = 0; i < p->photos.n; i++) {
        count_shared(p, i);
        for (size_t t = 0; t < p->touched_count; t++) {
            uint32_t other = p->touched[t];
            cut_pair pair = {p->photos.v[other], p->photos.v[i], p->counts[other], 0};
            p->counts[other] = 0;
            if (pair.words < fewest || status != CUTLINE_OK)
                continue;
            status = measure(store, &pair, err);
            if (status == CUTLINE_OK && !CUT_PUSH(arena, out, pair))
                status = cut_no_memory(err);
        }
    }
    return status;
}

cutline_status cut_store_pairs(cut_store *store, unsigned fewest, cut_arena *arena, cut_pairs *out,
                               cutline_error *err)
{
    postings p = {0};
    cutline_status status =
        cut_db_looks(store->db, CUT_LOOK_WORDS, 0, INT64_MAX, add_block, &p, err);
    if (status == CUTLINE_OK && p.too_many)
        status = cut_fail(err, CUTLINE_LIMIT, "duplicates are looked for among %u photos at most",
                          CUT_MAX_PAIRED_PHOTOS);
    if (status == CUTLINE_OK && (p.no_memory || !sort(&p)))
        status = cut_no_memory(err);
    if (status == CUTLINE_OK)
        status = collect(store, &p, fewest, arena, out, err);
    release(&p);
    return status;
}

cutline_status cut_store_copied(cut_store *store, cut_arena *arena, cut_numbers *out,
                                cutline_error *err)
{
    return cut_db_copied(store->db, arena, out, err);
}

cutline_status cut_store_keep_duplicates(cut_store *store, const cut_duplicate *list, size_t count,
                                         cutline_error *err)
{
    cutline_status status = cut_db_begin(store->db, err);
    if (status != CUTLINE_OK)
        return status;
    status = cut_db_duplicates_clear(store->db, err);
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++)
        status = cut_db_duplicate_add(store->db, list[i].photo, list[i].best, err);
    if (status == CUTLINE_OK)
        return cut_db_commit(store->db, err);
    cut_db_rollback(store->db);
    return status;
}
