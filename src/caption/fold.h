/*
 * Folding for the lexicon: lower case, without diacritics, one form for the letters and signs that
 * writers use interchangeably. Never longer than the original. (Search folds with cut_uc_fold,
 * which knows all of Unicode; this one is made for speed over one caption.)
 */
#ifndef CUT_CAPTION_FOLD_H
#define CUT_CAPTION_FOLD_H

#include "caption/tokens.h"

/* Folds a letter or digit into up to two code points; returns how many, 0 if it is dropped. */
size_t cut_fold_letter(uint32_t c, uint32_t out[2]);

/* One form for quotes, dashes, brackets and their full-width and Arabic twins; others unchanged. */
uint32_t cut_fold_punct(uint32_t c);

/* Script of a letter. */
cut_script cut_script_of(uint32_t c);

/* Characters that are there for layout only: bidi marks, zero-width space, soft hyphen. */
static inline bool cut_is_invisible(uint32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2069) || c == 0xFEFF;
}

/* Value of an HTML entity that begins at text[at] ('&'); *length receives its bytes. 0 if none. */
uint32_t cut_entity(cut_str text, size_t at, size_t *length);

/* The first byte of a character in UTF-8 that was read as Windows-1252 looks like one of these. */
static inline bool cut_may_be_misread(uint32_t c)
{
    return c == 0xC2 || c == 0xC3 || c == 0xC4 || c == 0xC5 || c == 0xE2;
}

/* Undoes it: the character that was meant if c, which ends at text[*at], and what follows are the
 * bytes of one, with *at moved behind them; else c. */
uint32_t cut_misread(cut_str text, size_t *at, uint32_t c);

/* The text with entities and misread characters resolved and invisible ones dropped: a copy in the
 * arena with a NUL behind; {NULL, 0} if memory runs out. */
cut_str cut_decode(cut_arena *arena, cut_str text);

#endif
