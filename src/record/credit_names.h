/* Comparing credits by whom they name. */
#ifndef CUT_RECORD_CREDIT_NAMES_H
#define CUT_RECORD_CREDIT_NAMES_H

#include "base/arena.h"

#include <cutline/caption.h>

/* A word of one character with which the other begins: the initial of a name. */
bool cut_is_initial_of(cut_str a, cut_str b);
/* Names are the same but for case, accents, punctuation, and a first name given as an initial. */
bool cut_same_name(cut_arena *arena, const char *a, const char *b);
/* The list has a name that is the same. */
bool cut_names_have(cut_arena *arena, const cutline_strings *list, const char *name);
/* The list has all names wanted. */
bool cut_names_have_all(cut_arena *arena, const cutline_strings *list,
                        const cutline_strings *wanted);

/* Every person, agency and issuer that `wanted` names is named by c too. */
bool cut_credit_covers(cut_arena *arena, const cutline_credit *c, const cutline_credit *wanted);
/* Each names somebody whom the other does not, in the same class: people, or agencies and issuers.
 * Who names nobody of a class contradicts nobody. */
bool cut_credit_rivals(cut_arena *arena, const cutline_credit *a, const cutline_credit *b);
/* How many people, agencies and issuers are named. */
size_t cut_credit_parts(const cutline_credit *c);

#endif
