/* "Media ID: 55350159" and its like: how pages say which picture they show. */
#ifndef CUT_IMPORT_LABEL_H
#define CUT_IMPORT_LABEL_H

#include "base/arena.h"

/* IDs that one label may name. */
#define CUT_LABEL_IDS 16

/* A line that names IDs. All parts are views of the line. */
typedef struct cut_label {
    cut_str before;             /* what stands in front of the label */
    cut_str after;              /* what follows the IDs */
    cut_str ids[CUT_LABEL_IDS]; /* the values */
    size_t id_count;            /* 0: the label stands alone, its value is on the next line */
    const char *phrase;         /* the label, one of cut_label_phrases */
} cut_label;

/* Finds a label in a line of clean text (no-break spaces made plain, digits made ASCII): at its
 * start, or at its end behind a sentence or in parentheses. A mention within prose is none. */
bool cut_label_find(cut_arena *arena, cut_str line, cut_label *out);

/* True if a text is a label and nothing else: "Image ID", "Photo #". */
bool cut_label_is(cut_arena *arena, cut_str text);

/* True if a line is one value that could be an ID and nothing else. */
bool cut_label_is_value(cut_str line);

/* Label phrases: words in folded form (base/unicode.h), separated by spaces. NULL at the end. */
extern const char *const cut_label_phrases[];

#endif
