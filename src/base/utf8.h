/*
 * UTF-8: checking, walking, repairing, and conversion from the charsets that photo metadata uses.
 * No library needed: tables of 128 entries and bit arithmetic. What needs the Unicode character
 * database (case, folding, normal forms) is in base/unicode.h.
 */
#ifndef CUT_BASE_UTF8_H
#define CUT_BASE_UTF8_H

#include "base/arena.h"

#define CUT_REPLACEMENT 0xFFFDu

/* Length of the longest prefix of s that is valid UTF-8 (no surrogates, no overlong forms). */
size_t cut_utf8_valid_prefix(cut_str s);
static inline bool cut_utf8_valid(cut_str s)
{
    return cut_utf8_valid_prefix(s) == s.n;
}
bool cut_is_ascii(cut_str s);

/* Decodes the character at *at and moves past it. Invalid bytes give CUT_REPLACEMENT, one byte at a
 * time. *at must be < s.n. */
uint32_t cut_utf8_next(cut_str s, size_t *at);
/* The same for text that is known to be valid, faster. */
static inline uint32_t cut_utf8_valid_next(cut_str s, size_t *at)
{
    const uint8_t *p = (const uint8_t *)s.p + *at;
    if (p[0] < 0x80) {
        *at += 1;
        return p[0];
    }
    if (p[0] < 0xE0) {
        *at += 2;
        return (p[0] & 0x1Fu) << 6 | (p[1] & 0x3Fu);
    }
    if (p[0] < 0xF0) {
        *at += 3;
        return (p[0] & 0x0Fu) << 12 | (p[1] & 0x3Fu) << 6 | (p[2] & 0x3Fu);
    }
    *at += 4;
    return (p[0] & 0x07u) << 18 | (p[1] & 0x3Fu) << 12 | (p[2] & 0x3Fu) << 6 | (p[3] & 0x3Fu);
}
/* Decodes the character that ends before *at and moves to its start. *at must be > 0. */
uint32_t cut_utf8_prev(cut_str s, size_t *at);
/* Writes a code point as 1 to 4 bytes and returns their number. Surrogates and values past
 * U+10FFFF become U+FFFD. */
size_t cut_utf8_put(char out[4], uint32_t c);
/* Number of characters (invalid bytes count one each). */
size_t cut_utf8_length(cut_str s);
/* Largest n <= max so that the first n bytes of s do not end inside a character. */
size_t cut_utf8_floor(cut_str s, size_t max);

/* Copies of s in the arena, NUL behind, never with invalid UTF-8; {NULL, 0} if memory runs out. */
/* Invalid bytes become U+FFFD. */
cut_str cut_utf8_repair(cut_arena *a, cut_str s);

typedef enum cut_charset {
    CUT_CHARSET_UTF8,
    CUT_CHARSET_LATIN1,   /* ISO 8859-1 */
    CUT_CHARSET_CP1252,   /* undefined bytes 81 8D 8F 90 9D become U+FFFD */
    CUT_CHARSET_MACROMAN, /* Mac OS Roman with the euro sign */
    CUT_CHARSET_LATIN2,   /* ISO 8859-2, Central European */
    CUT_CHARSET_CYRILLIC, /* ISO 8859-5 */
    CUT_CHARSET_ARABIC,   /* ISO 8859-6 */
    CUT_CHARSET_GREEK,    /* ISO 8859-7 */
    CUT_CHARSET_HEBREW,   /* ISO 8859-8 */
    CUT_CHARSET_LATIN5,   /* ISO 8859-9, Turkish */
    CUT_CHARSET_LATIN9,   /* ISO 8859-15, with the euro sign */
    CUT_CHARSET_COUNT
} cut_charset;
/* The character a byte stands for in one of the 8-bit charsets (not UTF8). */
uint32_t cut_charset_char(uint8_t byte, cut_charset from);
/* The same for the parts of ISO 8859 (data in iso8859_table.c); use cut_charset_char(). */
uint32_t cut_iso8859_char(uint8_t byte, cut_charset from);
/* Converts text from one of the 8-bit charsets (UTF8: repairs). */
cut_str cut_to_utf8(cut_arena *a, cut_str s, cut_charset from);
/* Converts UTF-16 without a byte order mark; unpaired surrogates become U+FFFD, an odd last byte is
 * dropped, text ends at the first NUL character. */
cut_str cut_utf16_to_utf8(cut_arena *a, cut_view bytes, bool big_endian);

#endif
