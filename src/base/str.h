/*
 * Views: a pointer and a length into memory that somebody else owns.
 * cut_str is text (UTF-8 unless said otherwise, not NUL-terminated), cut_view is bytes.
 */
#ifndef CUT_BASE_STR_H
#define CUT_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct cut_str {
    const char *p; /* first byte; may be NULL when n is 0 */
    size_t n;      /* bytes */
} cut_str;

typedef struct cut_view {
    const uint8_t *p; /* first byte; may be NULL when n is 0 */
    size_t n;         /* bytes */
} cut_view;

/* A view of a string literal. */
#define CUT_STR(literal) ((cut_str){(literal), sizeof(literal) - 1})
/* The two arguments that printf's %.*s takes for a view. */
#define CUT_FMT(s) (int)(s).n, (s).p ? (s).p : ""

/* View of a C string; NULL gives the empty view. */
static inline cut_str cut_str_from(const char *z)
{
    return (cut_str){z, z ? strlen(z) : 0};
}

/* Text view of bytes. */
static inline cut_str cut_str_of_view(cut_view v)
{
    return (cut_str){(const char *)v.p, v.n};
}

/* Byte view of text. */
static inline cut_view cut_view_of_str(cut_str s)
{
    return (cut_view){(const uint8_t *)s.p, s.n};
}

/* Bytes [from, to) of s; both ends are clamped to the text. */
static inline cut_str cut_str_slice(cut_str s, size_t from, size_t to)
{
    if (to > s.n)
        to = s.n;
    if (from > to)
        from = to;
    return (cut_str){s.p ? s.p + from : NULL, to - from};
}

bool cut_str_eq(cut_str a, cut_str b);
/* Byte order, shorter first on a tie; <0, 0, >0. */
int cut_str_cmp(cut_str a, cut_str b);
/* ASCII letters compare without case; other bytes must be the same. */
bool cut_str_eq_nocase(cut_str a, cut_str b);
bool cut_str_starts(cut_str s, cut_str prefix);
bool cut_str_ends(cut_str s, cut_str suffix);
bool cut_str_starts_nocase(cut_str s, cut_str prefix);
bool cut_str_ends_nocase(cut_str s, cut_str suffix);
/* Offset of the first occurrence at or after from, or SIZE_MAX. An empty needle is never found. */
size_t cut_str_find(cut_str s, cut_str needle, size_t from);
size_t cut_str_find_nocase(cut_str s, cut_str needle, size_t from);
size_t cut_str_find_char(cut_str s, char c, size_t from);
/* Without ASCII white space (and NUL bytes) at both ends. */
cut_str cut_str_trim(cut_str s);
/* Cuts the text before the first separator off *rest and returns it; the separator is dropped.
 * Without a separator returns all and leaves *rest empty with p == NULL. Call while rest->p. */
cut_str cut_str_split(cut_str *rest, char separator);
/* Cuts a line off *rest and returns it without its end: LF, CR LF or CR alone. */
cut_str cut_str_take_line(cut_str *rest);
/* Parses an unsigned decimal number that fills s; false if empty, other characters or overflow. */
bool cut_str_to_u64(cut_str s, uint64_t *out);
/* Writes a number in decimal, without a NUL; returns how many digits it has, 20 at most. */
size_t cut_u64_put(char *out, uint64_t value);
/* True if not empty and all bytes are ASCII digits. */
bool cut_str_all_digits(cut_str s);
/* True if not empty and all bytes are ASCII letters or digits. */
bool cut_str_all_alnum(cut_str s);

/* ASCII classes that do not depend on the locale. */
static inline bool cut_is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static inline bool cut_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}
static inline bool cut_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}
static inline bool cut_is_alpha(char c)
{
    return cut_is_upper(c) || cut_is_lower(c);
}
static inline bool cut_is_alnum(char c)
{
    return cut_is_alpha(c) || cut_is_digit(c);
}
static inline bool cut_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline char cut_to_lower(char c)
{
    return cut_is_upper(c) ? (char)(c + 32) : c;
}
static inline char cut_to_upper(char c)
{
    return cut_is_lower(c) ? (char)(c - 32) : c;
}

#endif
