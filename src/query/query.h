/*
 * The query language (<cutline/query.h>): text -> tree. It knows names and shapes of conditions and
 * no database: src/store turns the tree into whatever its database speaks.
 *
 *   query  := any
 *   any    := all { "or" all }
 *   all    := some { some }               all of them must hold
 *   some   := [ "-" ] ( "(" any ")" | term )
 *   term   := words | name ":" ( words | "=" exact | regex | date [ ".." date ] | ID | flag )
 *           | "rights:" kind [ ":" ( word | phrase ) ] [ ":" date [ ".." date ] ]
 *   words  := word [ "*" ] | phrase
 *   exact  := word | phrase
 *   phrase := '"' anything but '"' '"'
 *   regex  := "/" anything, "/" after a backslash "/" [ "i" ]
 *
 * "sort:" and "limit:" are no conditions; they stand outside of parentheses.
 */
#ifndef CUT_QUERY_QUERY_H
#define CUT_QUERY_QUERY_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/error.h"
#include "query/regex.h"

#include <cutline/ident.h>

/* Columns of the full text; a set. */
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

/* What a condition on text is about: parts of the answers that every photo has, or a field. */
typedef enum cut_query_part {
    CUT_PART_ANY, /* all of CUT_TEXT_ANY */
    CUT_PART_CAPTION,
    CUT_PART_HEADLINE,
    CUT_PART_CREDIT, /* the line, also as it was found, and its agencies */
    CUT_PART_BYLINE,
    CUT_PART_KEYWORDS,
    CUT_PART_PERSONS,
    CUT_PART_PLACE,
    CUT_PART_CITY,
    CUT_PART_REGION,
    CUT_PART_COUNTRY,
    CUT_PART_FILE,
    CUT_PART_RESTRICTION, /* a code: "no_sales" */
    CUT_PART_ROLE,        /* of the credit: "handout" */
    CUT_PART_FIELD        /* a field of the field table that has no part of its own */
} cut_query_part;

/* How a text must be. */
typedef enum cut_query_match {
    CUT_MATCH_WORDS, /* the words stand in it one after the other */
    CUT_MATCH_EXACT, /* a whole value, letter for letter */
    CUT_MATCH_REGEX, /* a value has a part that the expression matches */
    CUT_MATCH_SOME   /* there is a value */
} cut_query_match;

/* Yes-or-no conditions: is:NAME and has:NAME. */
typedef enum cut_query_flag {
    CUT_IS_AWAITING,   /* no file yet */
    CUT_IS_CONFLICT,   /* rival credits */
    CUT_IS_FILE_PHOTO, /* from the archive, by its caption */
    CUT_IS_EDITED,     /* a person set a value */
    CUT_IS_MISSING,    /* a file of it has vanished */
    CUT_IS_DUPLICATE,  /* it has several files, or looks like another photo */
    CUT_IS_KILLED,     /* must not be used */
    CUT_IS_AI,         /* made, or partly made, by generative AI */
    CUT_IS_EMBARGOED,  /* not to be used yet, or only when an embargo is lifted */
    CUT_IS_EXPIRED,    /* not to be used any more */
    CUT_HAS_CAPTION,
    CUT_HAS_HEADLINE,
    CUT_HAS_CREDIT,
    CUT_HAS_BYLINE,
    CUT_HAS_KEYWORDS,
    CUT_HAS_PERSONS,
    CUT_HAS_PLACE,
    CUT_HAS_CITY,
    CUT_HAS_REGION,
    CUT_HAS_COUNTRY,
    CUT_HAS_DATE,
    CUT_HAS_MEDIA,
    CUT_HAS_FILE,
    CUT_HAS_RESTRICTIONS
} cut_query_flag;

/* Which date. */
typedef enum cut_query_clock {
    CUT_CLOCK_TAKEN,    /* the photo's date, whoever says it */
    CUT_CLOCK_IMPORTED, /* when the catalog first heard of the photo, UTC */
    CUT_CLOCK_FIELD     /* a date field */
} cut_query_clock;

typedef enum cut_query_kind {
    CUT_QUERY_ALL,    /* every photo */
    CUT_QUERY_AND,    /* all children hold; two or more */
    CUT_QUERY_OR,     /* one child holds; two or more */
    CUT_QUERY_NOT,    /* the one child does not hold */
    CUT_QUERY_TEXT,   /* a part of the photo's texts is as said */
    CUT_QUERY_MEDIA,  /* the photo has one of the IDs */
    CUT_QUERY_PERIOD, /* a date lies in a period */
    CUT_QUERY_FLAG,   /* a yes-or-no condition */
    CUT_QUERY_RIGHT   /* something may not be done with it */
} cut_query_kind;

typedef struct cut_query_node cut_query_node;
struct cut_query_node {
    cut_query_kind kind;
    size_t at;             /* byte of the query at which it stands, for messages */
    cut_query_node *first; /* children */
    cut_query_node *next;  /* next child of the same parent */
    /* TEXT */
    cut_query_part part;
    cut_query_match match;
    unsigned columns; /* full text that has the words of the part; 0 if none has */
    int field;        /* index in the field table of FIELD, else -1; of PERIOD, too */
    cut_str words;    /* folded, one blank between them; of EXACT those of the text, maybe none */
    bool prefix;      /* WORDS: the last word is the beginning of one */
    bool bare;        /* WORDS: one word without a name: it may be a media ID or a file name */
    cut_str text;     /* as typed, without quotes and slashes */
    cut_regex *regex; /* REGEX */
    /* MEDIA, bare WORDS: readings of what was typed; namespace "bare" matches in every namespace */
    const cutline_media_id *ids;
    size_t id_count;
    /* PERIOD: from <= date < before as ISO 8601 texts compare byte by byte; NULL: open */
    cut_query_clock clock;
    const char *from, *before;
    /* FLAG */
    cut_query_flag flag;
    /* RIGHT: kind, value in `text` as it is kept (n 0: any), a date of it between `from` and
     * `before` (NULL: open) */
    const char *right;
};

/* What hits can be put in order by. */
typedef enum cut_sort_key {
    CUT_SORT_RELEVANCE,
    CUT_SORT_DATE,
    CUT_SORT_IMPORTED,
    CUT_SORT_CREDIT,
    CUT_SORT_BYLINE,
    CUT_SORT_HEADLINE,
    CUT_SORT_CAPTION,
    CUT_SORT_CITY,
    CUT_SORT_REGION,
    CUT_SORT_COUNTRY,
    CUT_SORT_FILE,  /* path */
    CUT_SORT_MEDIA, /* media ID */
    CUT_SORT_FIELD  /* any other field */
} cut_sort_key;

typedef struct cut_query_sort {
    cut_sort_key key;
    int field; /* FIELD: its number, else -1 */
    bool down; /* largest first; photos without the value come last in either direction */
} cut_query_sort;

/* More keys than this never decide anything. */
#define CUT_QUERY_SORTS 8u

typedef struct cut_query {
    cut_query_node *tree;
    cut_query_sort sorts[CUT_QUERY_SORTS];
    size_t sort_count; /* 0: by relevance if words lead, else by date */
    uint64_t limit;    /* 0: none */
} cut_query;

/* Parses a query into the arena. CUTLINE_BAD_ARGUMENT with err->offset = the byte of the fault;
 * CUTLINE_LIMIT (too long, too deep); CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_query_parse(cut_arena *arena, cut_str text, cut_query *out,
                                                  cutline_error *err);

/* Prints a query as it was understood: a query again, with all parentheses, full names and folded
 * words. */
void cut_query_print(const cut_query *query, cut_buf *out);
/* One condition of it. */
void cut_query_print_node(const cut_query_node *node, cut_buf *out);

/* Whether a value, one of possibly several of the part, is as the TEXT node says. WORDS fold it
 * into the arena. CUTLINE_LIMIT (the expression takes too long), CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_query_value_matches(cut_arena *arena,
                                                          const cut_query_node *node, cut_str value,
                                                          bool *matches, cutline_error *err);

#endif
