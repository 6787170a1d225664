/*
 * A growing byte buffer, born with its maximum. Failure (limit or memory) is sticky: append as
 * often as needed, then check cut_buf_ok() once.
 */
#ifndef CUT_BASE_BUF_H
#define CUT_BASE_BUF_H

#include "base/str.h"

typedef struct cut_buf {
    char *p;     /* owned; NUL-terminated once something was added */
    size_t n;    /* bytes in use, without the NUL */
    size_t cap;  /* bytes allocated */
    size_t max;  /* bytes that may be in use */
    bool failed; /* an append did not fit; the content is incomplete */
} cut_buf;

void cut_buf_init(cut_buf *b, size_t max);
void cut_buf_release(cut_buf *b);
/* Empties the buffer and forgets a failure; keeps the memory. */
void cut_buf_clear(cut_buf *b);
/* Drops what was added after the first n bytes; n past the content changes nothing. */
void cut_buf_cut(cut_buf *b, size_t n);
static inline bool cut_buf_ok(const cut_buf *b)
{
    return !b->failed;
}
static inline cut_str cut_buf_str(const cut_buf *b)
{
    return (cut_str){b->p, b->n};
}
/* The content as a malloc'd C string the caller frees ("" if empty); NULL after a failure.
 * The buffer is empty afterwards. */
char *cut_buf_detach(cut_buf *b);

void cut_buf_add(cut_buf *b, const void *bytes, size_t n);
void cut_buf_str_add(cut_buf *b, cut_str s);
void cut_buf_z(cut_buf *b, const char *z);
void cut_buf_char(cut_buf *b, char c);
void cut_buf_printf(cut_buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Makes room for n more bytes and returns where they go, or NULL; then add to b->n what was used.
 */
char *cut_buf_grow(cut_buf *b, size_t n);
static inline char *cut_buf_reserve(cut_buf *b, size_t n)
{
    if (!b->failed && b->n + n < b->cap && n < b->cap)
        return b->p + b->n;
    return cut_buf_grow(b, n);
}

#endif
