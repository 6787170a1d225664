/* A set of small numbers, a bit each: photos by their numbers. */
#ifndef CUT_BASE_BITS_H
#define CUT_BASE_BITS_H

#include "base/arena.h"

typedef struct cut_bits {
    uint8_t *v; /* in an arena; NULL: there is no set */
    int64_t size;
} cut_bits;

/* An empty set for the numbers from 0 to `last`. False if memory runs out. */
static inline bool cut_bits_init(cut_arena *arena, int64_t last, cut_bits *out)
{
    *out = (cut_bits){CUT_NEW_ARRAY(arena, uint8_t, (size_t)last / 8 + 1), last + 1};
    return out->v != NULL;
}

/* A number that there is no room for is in no set. */
static inline bool cut_bits_has(const cut_bits *set, int64_t number)
{
    return number >= 0 && number < set->size && (set->v[number / 8] >> (number % 8) & 1);
}

/* One that there is no room for is left out. */
static inline void cut_bits_add(const cut_bits *set, int64_t number)
{
    if (number >= 0 && number < set->size)
        set->v[number / 8] |= (uint8_t)(1u << number % 8);
}

#endif
