/*
 * What needs the Unicode character database: case, classes, folding for search. The only user of
 * utf8proc.
 */
#ifndef CUT_BASE_UNICODE_H
#define CUT_BASE_UNICODE_H

#include "base/utf8.h"

uint32_t cut_uc_lower(uint32_t c);
uint32_t cut_uc_upper(uint32_t c);
bool cut_uc_is_upper(uint32_t c); /* upper or title case letter */
bool cut_uc_is_lower(uint32_t c);
bool cut_uc_is_letter(uint32_t c);         /* any letter, any script */
bool cut_uc_is_digit(uint32_t c);          /* any decimal digit (Nd) */
bool cut_uc_is_mark(uint32_t c);           /* combining mark */
bool cut_uc_is_letter_or_mark(uint32_t c); /* either, in one look-up */
bool cut_uc_is_space(uint32_t c);          /* space separators, NBSP, U+3000, line ends, tab */

/* What a character is: the answers of the calls above in one look-up, as bits. */
enum {
    CUT_UC_SPACE = 1,  /* cut_uc_is_space() */
    CUT_UC_LETTER = 2, /* cut_uc_is_letter_or_mark() */
    CUT_UC_UPPER = 4,
    CUT_UC_LOWER = 8,
    CUT_UC_DIGIT = 16
};
extern const uint8_t cut_ascii_class[128];
unsigned cut_uc_wide_class(uint32_t c); /* for c past ASCII */
static inline unsigned cut_uc_class(uint32_t c)
{
    return c < 0x80 ? cut_ascii_class[c] : cut_uc_wide_class(c);
}

/* Value 0-9 of a decimal digit of any script, or -1. */
int cut_uc_digit_value(uint32_t c);

/* Text for comparing and searching: compatibility-decomposed, case folded, without combining marks,
 * Arabic tatweel and vowel marks dropped, alef/yeh/teh marbuta variants made one. A copy in the
 * arena, NUL behind; {NULL, 0} if memory runs out. */
cut_str cut_uc_fold(cut_arena *a, cut_str s);
/* Only the letters and digits of the folded text: a key by which names are compared whatever their
 * spacing and punctuation. A copy in the arena; {NULL, 0} if memory runs out. */
cut_str cut_uc_squeeze(cut_arena *a, cut_str s);
/* Canonical composition (NFC); invalid bytes become U+FFFD first. */
cut_str cut_uc_nfc(cut_arena *a, cut_str s);

#endif
