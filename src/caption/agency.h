/*
 * Agencies as entities: one canonical name, all the spellings they are credited by.
 */
#ifndef CUT_CAPTION_AGENCY_H
#define CUT_CAPTION_AGENCY_H

#include <stddef.h>

typedef struct cut_agency {
    const char *name;      /* canonical, as cutline_credit.agencies gives it */
    const char *spellings; /* as in cut_lex_row: the case written is the case demanded */
} cut_agency;

/* Rows in any order; a row's number is the value of its meaning in the lexicon. */
extern const cut_agency cut_agencies[];
extern const size_t cut_agency_count;

#endif
