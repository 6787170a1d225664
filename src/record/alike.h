/*
 * Photographers' names that may be one person's, with the evidence. Pure.
 *
 *   reason    two names ...
 *   spelling  are the same but for case, accents and punctuation
 *   order     are the same words in another order
 *   initial   have an initial against a first name, the other words alike, and an agency in common
 *   typo      differ by one letter (other, missing, or two changed over) in one word of at least
 *             four, the other words alike, and have an agency in common
 *
 * An agency in common is asked for where the names alone are weak evidence: there are many J.
 * Smiths.
 */
#ifndef CUT_RECORD_ALIKE_H
#define CUT_RECORD_ALIKE_H

#include "base/arena.h"

#include <cutline/authority.h>

/* A photographer as photos credit one. */
typedef struct cut_alike_person {
    const char *name;
    uint64_t photos;
    CUT_VEC(const char *) agencies; /* credited with, no two alike */
} cut_alike_person;

typedef CUT_VEC(cut_alike_person) cut_alike_people;
typedef CUT_VEC(cutline_suggestion) cut_suggestions;

/* All pairs with a reason, each with its surest one; in the order of cutline_suggestions. Texts are
 * those of the people. No two people may have the very same name. False if memory runs out. */
bool cut_alike_find(cut_arena *arena, const cut_alike_people *people, cut_suggestions *out);

#endif
