/* A template as a tree, between parse.c and expand.c. */
#ifndef CUT_TEMPLATE_TEMPLATE_H
#define CUT_TEMPLATE_TEMPLATE_H

#include "base/arena.h"
#include "base/buf.h"

#include <cutline/template.h>

/* How a value is written. All zero: as it is. */
typedef struct cut_value_format {
    const char *date;    /* pattern, NULL if the value is not taken for a date */
    const char *between; /* separator of a list, NULL for ", " */
    size_t max;          /* most characters, 0: all */
    unsigned pad;        /* digits at least, if the value is a number */
    bool upper, lower;
} cut_value_format;

/* One of the alternatives of {a|b|"text"}. */
typedef struct cut_choice cut_choice;
struct cut_choice {
    const char *name; /* of a variable; NULL for a fixed text */
    const char *text; /* the fixed text */
    cut_value_format format;
    cut_choice *next;
};

typedef enum cut_part_kind {
    CUT_PART_TEXT,  /* stands as it is */
    CUT_PART_VALUE, /* first choice that is not empty */
    CUT_PART_IF     /* one of two branches */
} cut_part_kind;

typedef struct cut_part cut_part;
struct cut_part {
    cut_part_kind kind;
    cut_str text;        /* TEXT */
    cut_choice *choices; /* VALUE; of IF its first, by whose name it is decided */
    bool negated;        /* IF: {!name} */
    cut_part *then, *otherwise;
    cut_part *next; /* of the same branch */
};

struct cutline_template {
    cut_arena arena; /* holds everything below, and the text */
    cut_part *parts;
    CUT_VEC(cutline_template_variable) variables;
};

/* Adds the value by its format; adds nothing and returns false if that leaves nothing (no values,
 * or a date that lacks what the pattern asks for). The buffer's failure is looked at by the caller.
 */
bool cut_value_write(cut_buf *out, cutline_strings values, const cut_value_format *format);

/* Adds a date by a pattern; false, with nothing added, if the text is no date or lacks a part that
 * the pattern asks for. */
bool cut_date_write(cut_buf *out, const char *text, const char *pattern);

/* Offset in the pattern of the first "%" that begins no conversion, or -1. */
long cut_date_pattern_fault(cut_str pattern);

#endif
