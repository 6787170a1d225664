/* Rows of separated values: RFC 4180, and what spreadsheets write besides. */
#ifndef CUT_IMPORT_CSV_H
#define CUT_IMPORT_CSV_H

#include "base/arena.h"

/* Cells of a row that are kept; further ones are passed over. */
#define CUT_CSV_CELLS 128

typedef struct cut_csv {
    cut_arena *arena; /* holds cells that had quotes in them; not owned */
    cut_str rest;     /* text not read yet */
    char separator;
    size_t line;      /* of the text, where the row read last began, from 1 */
    size_t next_line; /* where the next one begins */
    bool failed;      /* memory ran out */
    bool unclosed;    /* the row read last has a quote that is never closed */
    bool stray;       /* text stands behind a closing quote in it, and is passed over */
} cut_csv;

/* Starts on clean text. The separator is what the first row that has one has most of: comma,
 * semicolon, tab or bar; a first line "sep=;", which Excel obeys, decides it and is passed over. */
void cut_csv_open(cut_csv *csv, cut_str text, cut_arena *arena);

/* Reads the next row that is not blank; false at the end. Cells are trimmed; those in quotes may
 * hold separators and line ends, and "" is a quote. A quote that is never closed ends with the
 * text. */
bool cut_csv_next(cut_csv *csv, cut_str cells[CUT_CSV_CELLS], size_t *count);

#endif
