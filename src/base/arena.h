/*
 * Arena: memory for one unit of work (a photo, a caption, a query), released in one call.
 * An arena is born with its maximum; past it, allocation fails as if memory had run out.
 */
#ifndef CUT_BASE_ARENA_H
#define CUT_BASE_ARENA_H

#include "base/str.h"

typedef struct cut_arena_chunk cut_arena_chunk;

typedef struct cut_arena {
    cut_arena_chunk *chunks; /* newest first; owned */
    size_t used;             /* bytes handed out, with padding */
    size_t max;              /* bytes that may be handed out in all */
    size_t usual;            /* bytes that the next first chunk has at least */
} cut_arena;

void cut_arena_init(cut_arena *a, size_t max);
/* Frees everything; the arena can be used again with the same maximum. */
void cut_arena_release(cut_arena *a);
/* Forgets everything. The next unit of work gets as much memory as this one took in one chunk, and
 * one after that finds it in place. */
void cut_arena_reset(cut_arena *a);

/* Memory with whatever is in it, for what is filled at once; else like cut_arena_alloc(). */
void *cut_arena_raw(cut_arena *a, size_t count, size_t size);
/* Zeroed memory for `count` elements of `size` bytes, aligned for any type; NULL if it cannot be
 * had. A request of 0 bytes gives a valid pointer. */
void *cut_arena_alloc(cut_arena *a, size_t count, size_t size);
#define CUT_NEW(arena, type) ((type *)cut_arena_alloc((arena), 1, sizeof(type)))
#define CUT_NEW_ARRAY(arena, type, count) ((type *)cut_arena_alloc((arena), (count), sizeof(type)))

/* Copies with a NUL behind; NULL if memory runs out. */
char *cut_arena_copy(cut_arena *a, cut_str s);
char *cut_arena_copy_z(cut_arena *a, const char *z);
char *cut_arena_printf(cut_arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Growing array whose elements live in an arena: CUT_VEC(int) numbers = {0}; CUT_PUSH(...). */
#define CUT_VEC(type)                                                                              \
    struct {                                                                                       \
        type *v;                                                                                   \
        size_t n, cap;                                                                             \
    }

/* Appends a copy of `value`; true on success. `arena` keeps outgrown arrays until release. */
#define CUT_PUSH(arena, vec, value)                                                                \
    (((vec)->n < (vec)->cap ||                                                                     \
      cut_arena_grow((arena), (void **)&(vec)->v, (vec)->n, &(vec)->cap, sizeof *(vec)->v))        \
         ? ((vec)->v[(vec)->n++] = (value), true)                                                  \
         : false)

/* For CUT_PUSH: makes room for at least one more element; what is behind the last one is zeroed. */
bool cut_arena_grow(cut_arena *a, void **items, size_t n, size_t *cap, size_t size);

#endif
