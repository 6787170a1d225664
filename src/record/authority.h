/*
 * Names as a person wants them: spellings of agencies and photographers that were given another
 * name by hand, and a credit with these names. Pure; the store passes the spellings in.
 */
#ifndef CUT_RECORD_AUTHORITY_H
#define CUT_RECORD_AUTHORITY_H

#include "base/arena.h"

#include <cutline/caption.h>

/* A spelling and the name that is meant. */
typedef struct cut_authority_row {
    cut_str alias;    /* folded (base/words.h) */
    const char *name; /* as it is to be credited */
} cut_authority_row;

typedef struct cut_authority_names {
    const cut_authority_row *v; /* in byte order of alias */
    size_t n;
} cut_authority_names;

/* All spellings that a person has had a hand in; the names themselves are among the spellings. */
typedef struct cut_authority_table {
    cut_authority_names agencies, people;
} cut_authority_table;

/* A credit as the table wants it: agencies and photographers by their names, each once; an issuer,
 * or a photographer, that is a spelling of an agency stands among the agencies, at its place in the
 * line; the names are replaced inside the line. *out is `found` itself if nothing changes, else a
 * copy in the arena, with names that do not live in the table. table: NULL for none. False if
 * memory runs out. */
bool cut_authority_apply(cut_arena *arena, const cut_authority_table *table,
                         const cutline_credit *found, const cutline_credit **out);

/* ---- authority_line.c: names inside a credit line ---- */

/* Where a name stands. */
typedef struct cut_line_span {
    size_t from, to; /* bytes [from, to); both 0 if it does not stand there */
} cut_line_span;

/* Finds a name in a line, word by word, folded. Nothing is found in lines over CUT_MAX_CREDIT_LINE
 * bytes, or if memory runs out. */
cut_line_span cut_line_find(cut_arena *arena, cut_str line, cut_str name);
/* The same for an agency, by its name or any spelling that is built in. */
cut_line_span cut_line_find_agency(cut_arena *arena, cut_str line, const char *name);
/* The line with other text in place of a span; NULL if memory runs out. */
const char *cut_line_replace(cut_arena *arena, cut_str line, cut_line_span span, const char *text);

#endif
