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

#endif
