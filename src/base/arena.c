#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct cut_arena_chunk {
    cut_arena_chunk *next;
    size_t size; /* bytes in data */
    size_t used;
    alignas(max_align_t) unsigned char data[];
};

#define FIRST_CHUNK ((size_t)16 << 10)
#define LARGEST_CHUNK ((size_t)1 << 20)
/* Bytes that are kept for the next unit of work: a photo that is read whole, and its pixels. */
#define KEPT_MOST ((size_t)24 << 20)

void cut_arena_init(cut_arena *a, size_t max)
{
    *a = (cut_arena){.max = max};
}

void cut_arena_release(cut_arena *a)
{
    cut_arena_chunk *next;
    for (cut_arena_chunk *c = a->chunks; c; c = next) {
        next = c->next;
        free(c);
    }
    a->chunks = NULL;
    a->used = 0;
}

void cut_arena_reset(cut_arena *a)
{
    cut_arena_chunk *keep = a->chunks;
    size_t size = 0;
    for (const cut_arena_chunk *c = keep; c; c = c->next)
        size += c->size;
    if (keep && !keep->next && size <= KEPT_MOST) {
        keep->used = a->used = 0;
        return;
    }
    cut_arena_release(a);
    if (size > a->usual)
        a->usual = size < KEPT_MOST ? size : KEPT_MOST;
}

static size_t round_up(size_t n)
{
    size_t unit = alignof(max_align_t);
    return (n + unit - 1) / unit * unit;
}

static void *take(cut_arena *a, size_t need)
{
    cut_arena_chunk *c = a->chunks;
    void *p = c->data + c->used;
    c->used += need;
    a->used += need;
    return p;
}

/* Takes it from a new chunk. Apart, so that the common case is a few instructions. */
static __attribute__((noinline)) void *take_from_new(cut_arena *a, size_t need)
{
    size_t size = a->chunks ? a->chunks->size * 2 : FIRST_CHUNK;
    if (size > LARGEST_CHUNK)
        size = LARGEST_CHUNK;
    if (!a->chunks && size < a->usual)
        size = a->usual;
    if (size < need)
        size = need;
    cut_arena_chunk *c = malloc(sizeof *c + size);
    if (!c)
        return NULL;
    c->size = size;
    c->used = 0;
    c->next = a->chunks;
    a->chunks = c;
    return take(a, need);
}

void *cut_arena_raw(cut_arena *a, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes) || bytes > SIZE_MAX / 2)
        return NULL;
    size_t need = round_up(bytes);
    if (need > a->max - a->used)
        return NULL;
    if (!a->chunks || a->chunks->size - a->chunks->used < need)
        return take_from_new(a, need);
    return take(a, need);
}

void *cut_arena_alloc(cut_arena *a, size_t count, size_t size)
{
    void *p = cut_arena_raw(a, count, size);
    return p ? memset(p, 0, count * size) : NULL;
}

char *cut_arena_copy(cut_arena *a, cut_str s)
{
    char *p = cut_arena_raw(a, s.n + 1, 1);
    if (!p)
        return NULL;
    if (s.n)
        memcpy(p, s.p, s.n);
    p[s.n] = '\0';
    return p;
}

char *cut_arena_copy_z(cut_arena *a, const char *z)
{
    return cut_arena_copy(a, cut_str_from(z));
}

char *cut_arena_printf(cut_arena *a, const char *format, ...)
{
    char brief[64]; /* most are: then they need not be written twice */
    va_list args;
    va_start(args, format);
    int n = vsnprintf(brief, sizeof brief, format, args);
    va_end(args);
    if (n >= 0 && (size_t)n < sizeof brief)
        return cut_arena_copy(a, (cut_str){brief, (size_t)n});
    char *p = n < 0 ? NULL : cut_arena_alloc(a, (size_t)n + 1, 1);
    if (!p)
        return NULL;
    va_start(args, format);
    vsnprintf(p, (size_t)n + 1, format, args);
    va_end(args);
    return p;
}

bool cut_arena_grow(cut_arena *a, void **items, size_t n, size_t *cap, size_t size)
{
    size_t wanted = *cap ? *cap * 2 : 8;
    char *grown = cut_arena_raw(a, wanted, size);
    if (!grown)
        return false;
    if (n)
        memcpy(grown, *items, n * size);
    memset(grown + n * size, 0, (wanted - n) * size);
    *items = grown;
    *cap = wanted;
    return true;
}
