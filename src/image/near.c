#include "image/near.h"

#include <stdlib.h>
#include <string.h>

#define VALUES 65536u
#define STARTS (VALUES + 1)

/* ---- filling ------------------------------------------------------------------------------------
 */

bool cut_near_init(cut_near *near, size_t most)
{
    *near = (cut_near){.room = most};
    near->hashes = malloc((most + 1) * sizeof *near->hashes);
    if (most <= CUT_NEAR_FEW)
        return near->hashes != NULL;
    near->starts = malloc((size_t)CUT_NEAR_WORDS * STARTS * sizeof *near->starts);
    near->places = malloc((most + 1) * CUT_NEAR_WORDS * sizeof *near->places);
    return near->hashes && near->starts && near->places;
}

void cut_near_release(cut_near *near)
{
    free(near->hashes);
    free(near->starts);
    free(near->places);
    *near = (cut_near){0};
}

cut_near_hash cut_near_hash_of(int64_t number, unsigned quality, const uint8_t pdq[CUT_PDQ_BYTES])
{
    cut_near_hash hash = {.number = number, .plain = quality < CUT_PDQ_GOOD_QUALITY};
    memcpy(hash.words, pdq, CUT_PDQ_BYTES);
    for (unsigned row = 0; row < CUT_NEAR_ROWS; row++)
        for (unsigned column = 0; column < CUT_NEAR_ROWS; column++)
            hash.words[CUT_NEAR_ROWS + column] |=
                (uint16_t)(((unsigned)hash.words[row] >> column & 1u) << row);
    return hash;
}

void cut_near_add(cut_near *near, const cut_near_hash *hash)
{
    near->hashes[near->n++] = *hash;
}

static void sort_by(cut_near *near, unsigned word)
{
    uint32_t *starts = near->starts + (size_t)word * STARTS;
    uint32_t *places = near->places + (size_t)word * near->room;
    memset(starts, 0, STARTS * sizeof *starts);
    for (size_t i = 0; i < near->n; i++)
        starts[near->hashes[i].words[word]]++;
    for (uint32_t value = 0; value + 1 < STARTS; value++)
        starts[value + 1] += starts[value];
    /* Now it is the ends. From behind, each moves to its start. */
    for (size_t i = near->n; i-- > 0;)
        places[--starts[near->hashes[i].words[word]]] = (uint32_t)i;
}

void cut_near_sort(cut_near *near)
{
    for (unsigned word = 0; word < CUT_NEAR_WORDS && near->places; word++)
        sort_by(near, word);
}

size_t cut_near_place(const cut_near *near, int64_t number)
{
    size_t low = 0, high = near->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (near->hashes[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* ---- looking ------------------------------------------------------------------------------------
 */

typedef struct look {
    const cut_near *near;
    cut_near_fn on_near;
    void *context;
} look;

/* The two were met at an earlier word. */
static bool was_met(const cut_near_hash *a, const cut_near_hash *b, unsigned word)
{
    for (unsigned w = 0; w < word; w++)
        if (a->words[w] == b->words[w])
            return true;
    return false;
}

static inline __attribute__((always_inline)) unsigned differ(const uint16_t *a, const uint16_t *b)
{
    uint64_t x[2], y[2];
    memcpy(x, a, sizeof x);
    memcpy(y, b, sizeof y);
    return (unsigned)__builtin_popcountll(x[0] ^ y[0]) +
           (unsigned)__builtin_popcountll(x[1] ^ y[1]);
}

/* Whether they are near; *bits is set if so. */
static inline __attribute__((always_inline)) bool is_near(const cut_near_hash *a,
                                                          const cut_near_hash *b, unsigned *bits)
{
    /* Halves of unrelated hashes differ by 64 bits: the first one is nearly always enough. */
    *bits = differ(a->words, b->words);
    if (*bits > CUT_NEAR_DISTANCE)
        return false;
    *bits += differ(a->words + CUT_NEAR_ROWS / 2, b->words + CUT_NEAR_ROWS / 2);
    return *bits <= (a->plain || b->plain ? CUT_NEAR_PLAIN_DISTANCE : CUT_NEAR_DISTANCE) &&
           a->number != b->number;
}

/* The first of places (ascending) that is not below `first`. */
static uint32_t place_from(const uint32_t *places, uint32_t low, uint32_t high, size_t first)
{
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (places[middle] < first)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static inline __attribute__((always_inline)) void look_by(const look *l, const cut_near_hash *asked,
                                                          size_t first, unsigned word)
{
    unsigned bits, met = 0;
    const uint32_t *starts = l->near->starts + (size_t)word * STARTS + asked->words[word];
    const uint32_t *places = l->near->places + (size_t)word * l->near->room;
    for (uint32_t at = place_from(places, starts[0], starts[1], first);
         at < starts[1] && met < CUT_NEAR_MET; at++) {
        const cut_near_hash *other = &l->near->hashes[places[at]];
        if (!is_near(asked, other, &bits))
            continue;
        met++;
        if (!was_met(asked, other, word))
            l->on_near(asked, places[at], bits, l->context);
    }
}

static inline __attribute__((always_inline)) void
look_at_few(const look *l, const cut_near_hash *asked, size_t first)
{
    unsigned bits;
    for (size_t at = first; at < l->near->n; at++)
        if (is_near(asked, &l->near->hashes[at], &bits))
            l->on_near(asked, at, bits, l->context);
}

/* Word by word, so that what belongs to one stays in the processor. */
static inline __attribute__((always_inline)) void
look_all(const look *l, const cut_near_hash *asked, const size_t *first, size_t n)
{
    bool few = !l->near->places;
    for (unsigned word = 0; word < (few ? 1 : CUT_NEAR_WORDS); word++)
        for (size_t i = 0; i < n; i++) {
            if (few)
                look_at_few(l, &asked[i], first[i]);
            else
                look_by(l, &asked[i], first[i], word);
        }
}

#ifdef __x86_64__
/* Processors since 2008 count bits in one step, but programs for all of them may not ask for it. */
__attribute__((target("popcnt"))) static void look_popcnt(const look *l, const cut_near_hash *asked,
                                                          const size_t *first, size_t n)
{
    look_all(l, asked, first, n);
}
#endif

void cut_near_look(const cut_near *near, const cut_near_hash *asked, const size_t *first, size_t n,
                   cut_near_fn on_near, void *context)
{
    look l = {near, on_near, context};
#ifdef __x86_64__
    if (__builtin_cpu_supports("popcnt")) {
        look_popcnt(&l, asked, first, n);
        return;
    }
#endif
    look_all(&l, asked, first, n);
}
