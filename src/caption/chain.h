/*
 * A credit chain: "Denis Balibouse/Pool/AFP via Getty Images" taken apart into its elements.
 */
#ifndef CUT_CAPTION_CHAIN_H
#define CUT_CAPTION_CHAIN_H

#include "caption/grammar.h"

/* Elements kept of one chain; the longest real ones have six. */
#define CUT_CHAIN_PARTS 12

typedef enum cut_part_kind {
    CUT_PART_AGENCY, /* value: row of cut_agencies */
    CUT_PART_ROLE,   /* value: cut_role */
    CUT_PART_NAME    /* somebody or some body: tokens [from, to) */
} cut_part_kind;

typedef struct cut_part {
    cut_part_kind kind;
    unsigned value;
    size_t from, to; /* tokens */
    bool via;        /* "via" stands before it */
} cut_part;

typedef struct cut_chain {
    size_t from, to;             /* tokens of the credit line */
    size_t whole_from, whole_to; /* with labels and parentheses */
    cut_part parts[CUT_CHAIN_PARTS];
    size_t count;
    size_t agencies, names, roles; /* how many parts of each kind */
    size_t joints;                 /* separators between them */
    bool via;                      /* one of them is "via" */
    bool label;                    /* a label stands in front */
    bool by;                       /* it ends in "by" */
    bool strong;                   /* ... that announces a name: "Photo by" */
    bool client;                   /* "for The Boston Globe" */
    bool inside;                   /* in parentheses */
    bool file;                     /* "File:" is among the labels */
    bool dateline;                 /* "(Xinhua) --" of a dateline: a credit only if no other is */
    bool field;                    /* a field's whole value: a weak label wants a colon */
    const char *rule;              /* which shape it was accepted as */
} cut_chain;

/* Reads the elements of a chain from token `at`, before `end`. `free` says that a label or
 * parentheses warrant a credit, so that names may follow without a sign between. On return
 * chain->to is where it stopped reading. False if nothing of a chain is there. */
bool cut_chain_read(const cut_doc *doc, size_t at, size_t end, bool free, cut_chain *chain);

/* Skips labels ("Photo by", "(c)") at `at`; notes what kind in chain. Returns where the credit
 * begins. */
size_t cut_chain_labels(const cut_doc *doc, size_t at, size_t end, bool inside, cut_chain *chain);

/* Makes a last element that is the beginning of one agency's name that agency: "Getty Im". Only for
 * a text that may have been cut off. */
void cut_chain_complete(const cut_doc *doc, cut_chain *chain);

/* Tokens of an archive's number at `at`, before `end`: "Bild 183-R1220-401"; 0 without one. */
size_t cut_chain_mark(const cut_doc *doc, size_t at, size_t end);

/* The part, an agency, is one of the wires that distribute what others made. */
bool cut_is_world_wide(const cut_part *part);

/* Puts the agencies, people, issuer and roles of a chain into *out (all but the line). False if
 * memory runs out. */
bool cut_chain_credit(cut_doc *doc, const cut_chain *chain, cut_set roles, cutline_credit *out);

#endif
