#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

void cut_buf_init(cut_buf *b, size_t max)
{
    *b = (cut_buf){.max = max};
}

void cut_buf_release(cut_buf *b)
{
    free(b->p);
    *b = (cut_buf){.max = b->max};
}

void cut_buf_clear(cut_buf *b)
{
    b->n = 0;
    b->failed = false;
    if (b->p)
        b->p[0] = '\0';
}

void cut_buf_cut(cut_buf *b, size_t n)
{
    if (n >= b->n)
        return;
    b->n = n;
    b->p[n] = '\0';
}

char *cut_buf_grow(cut_buf *b, size_t n)
{
    if (b->failed || n > b->max - b->n) {
        b->failed = true;
        return NULL;
    }
    if (b->n + n + 1 > b->cap) {
        size_t cap = b->cap ? b->cap : 64;
        while (cap < b->n + n + 1)
            cap *= 2;
        if (cap > b->max + 1)
            cap = b->max + 1; /* so that what fits in the memory fits in the limit */
        char *grown = realloc(b->p, cap);
        if (!grown) {
            b->failed = true;
            return NULL;
        }
        b->p = grown;
        b->cap = cap;
    }
    return b->p + b->n;
}

void cut_buf_add(cut_buf *b, const void *bytes, size_t n)
{
    char *to = cut_buf_reserve(b, n);
    if (!to)
        return;
    if (n)
        memcpy(to, bytes, n);
    b->n += n;
    b->p[b->n] = '\0';
}

void cut_buf_str_add(cut_buf *b, cut_str s)
{
    cut_buf_add(b, s.p, s.n);
}

void cut_buf_z(cut_buf *b, const char *z)
{
    cut_buf_add(b, z, strlen(z));
}

void cut_buf_char(cut_buf *b, char c)
{
    char *to = cut_buf_reserve(b, 1);
    if (!to)
        return;
    to[0] = c;
    to[1] = '\0';
    b->n++;
}

void cut_buf_printf(cut_buf *b, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    char *to = n < 0 ? NULL : cut_buf_reserve(b, (size_t)n);
    if (!to)
        return;
    va_start(args, format);
    vsnprintf(to, (size_t)n + 1, format, args);
    va_end(args);
    b->n += (size_t)n;
}

char *cut_buf_detach(cut_buf *b)
{
    if (!b->failed && !b->p)
        cut_buf_add(b, "", 0);
    if (b->failed) {
        cut_buf_release(b);
        return NULL;
    }
    char *p = b->p;
    *b = (cut_buf){.max = b->max};
    return p;
}
