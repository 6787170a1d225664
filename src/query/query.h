/*
 * The query language (<cutline/query.h>): text -> tree. It knows names and shapes of conditions and
 * no database: src/store turns the tree into whatever its database speaks.
 *
 *   query  := any
 *   any    := all { "or" all }
 *   all    := some { some }               all of them must hold
 *   some   := [ "-" ] ( "(" any ")" | term )
 *   term   := word [ "*" ] | phrase | name ":" ( word [ "*" ] | phrase )
 *   phrase := '"' anything but '"' '"'
 */
#ifndef CUT_QUERY_QUERY_H
#define CUT_QUERY_QUERY_H

#include "base/arena.h"
#include "base/error.h"

#include <cutline/ident.h>

/* Where words are looked for; a set. */
typedef enum cut_text_column {
    CUT_TEXT_CAPTION = 1 << 0,
    CUT_TEXT_HEADLINE = 1 << 1,
    CUT_TEXT_CREDIT = 1 << 2, /* credit line, and agencies by canonical name */
    CUT_TEXT_BYLINE = 1 << 3,
    CUT_TEXT_KEYWORDS = 1 << 4,
    CUT_TEXT_PERSONS = 1 << 5,
    CUT_TEXT_PLACE = 1 << 6, /* city, region, country */
    CUT_TEXT_FILE = 1 << 7   /* paths of its files */
} cut_text_column;
#define CUT_TEXT_COLUMNS 8
/* Where words without a name before them are looked for. */
#define CUT_TEXT_ANY (CUT_TEXT_FILE - 1u)

/* Yes-or-no conditions: is:NAME and has:NAME. */
typedef enum cut_query_flag {
    CUT_IS_AWAITING,   /* no file yet */
    CUT_IS_CONFLICT,   /* rival credits */
    CUT_IS_FILE_PHOTO, /* from the archive, by its caption */
    CUT_IS_EDITED,     /* a person set a value */
    CUT_HAS_CAPTION,
    CUT_HAS_HEADLINE,
    CUT_HAS_CREDIT,
    CUT_HAS_BYLINE,
    CUT_HAS_DATE,
    CUT_HAS_MEDIA,
    CUT_HAS_RESTRICTIONS
} cut_query_flag;

typedef enum cut_query_kind {
    CUT_QUERY_ALL,   /* every photo */
    CUT_QUERY_AND,   /* all children hold; two or more */
    CUT_QUERY_OR,    /* one child holds; two or more */
    CUT_QUERY_NOT,   /* the one child does not hold */
    CUT_QUERY_WORDS, /* the words stand one after the other in one of the columns */
    CUT_QUERY_MEDIA, /* the photo has one of the IDs */
    CUT_QUERY_DATE,  /* date taken in a period */
    CUT_QUERY_FLAG   /* a yes-or-no condition */
} cut_query_kind;

typedef struct cut_query_node cut_query_node;
struct cut_query_node {
    cut_query_kind kind;
    size_t at;             /* byte of the query at which it stands, for messages */
    cut_query_node *first; /* children */
    cut_query_node *next;  /* next child of the same parent */
    /* WORDS */
    unsigned columns; /* set of cut_text_column */
    cut_str words;    /* folded, one blank between them, never empty */
    bool prefix;      /* the last word is the beginning of one */
    /* MEDIA: readings of what was typed; namespace "bare" matches in every namespace */
    const cutline_media_id *ids;
    size_t id_count;
    /* DATE: from <= date < before as ISO 8601 texts compare byte by byte; NULL: open */
    const char *from, *before;
    /* FLAG */
    cut_query_flag flag;
};

/* Parses a query into the arena. CUTLINE_BAD_ARGUMENT with err->offset = the byte of the fault;
 * CUTLINE_LIMIT (too long, too deep); CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_query_parse(cut_arena *arena, cut_str text,
                                                  cut_query_node **out, cutline_error *err);

#endif
