/* The tables that make up the lexicon; to add one, declare it here and list it in tables.c. */
#ifndef CUT_CAPTION_TABLES_H
#define CUT_CAPTION_TABLES_H

#include "caption/lexicon.h"

#define CUT_DECLARE_ROWS(name)                                                                     \
    extern const cut_lex_row cut_##name##_rows[];                                                  \
    extern const size_t cut_##name##_row_count

CUT_DECLARE_ROWS(credit);
CUT_DECLARE_ROWS(restriction);
CUT_DECLARE_ROWS(org);
CUT_DECLARE_ROWS(language);
CUT_DECLARE_ROWS(given);
CUT_DECLARE_ROWS(native_name);
CUT_DECLARE_ROWS(country);
CUT_DECLARE_ROWS(city);
CUT_DECLARE_ROWS(region);
CUT_DECLARE_ROWS(demonym);
CUT_DECLARE_ROWS(date);
CUT_DECLARE_ROWS(person);
CUT_DECLARE_ROWS(word);
CUT_DECLARE_ROWS(title);
CUT_DECLARE_ROWS(place);

#endif
