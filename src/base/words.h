/*
 * Words as search sees them: what is stored and what is asked for go through the same mill.
 */
#ifndef CUT_BASE_WORDS_H
#define CUT_BASE_WORDS_H

#include "base/arena.h"
#include "base/buf.h"

/* The words of a text, folded (cut_uc_fold: case, accents, Arabic variants), with one blank between
 * them: letters and digits of any script; everything else separates. Chinese, Japanese,
 * Thai, Lao, Tibetan, Burmese and Khmer characters are words of their own, since nothing tells
 * where their words end; a phrase finds them side by side. Digits of all scripts become 0 to 9, and
 * letters such as o with a stroke, which have no accent that could be left out, plain ones.
 * Characters only, no quotes or operators: the result is safe in any query syntax. A copy in the
 * arena; {NULL, 0} if memory runs out, p != NULL and n == 0 if there is no word. */
cut_str cut_words_fold(cut_arena *arena, cut_str text);

/* Appends the same words, each with `before` in front of it and a blank behind. The arena is for
 * what is needed meanwhile. False if memory runs out; what does not fit is out's business. */
bool cut_words_add(cut_arena *arena, cut_str before, cut_str text, cut_buf *out);

#endif
