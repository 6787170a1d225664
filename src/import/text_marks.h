/* The marks of Markdown and of text browsers on text pages. */
#ifndef CUT_IMPORT_TEXT_MARKS_H
#define CUT_IMPORT_TEXT_MARKS_H

#include "base/arena.h"

/* A line without its marks. Empty parts if it has none. */
typedef struct cut_unmarked {
    cut_str text;      /* what a reader sees: "[text](address)" and "*text*" are text */
    cut_str image;     /* address of a picture on a line of its own: "![text](address)" */
    cut_str alternate; /* and its text; `text` is empty then */
    bool is_heading;   /* "# ..." */
} cut_unmarked;

/* True if links are numbered, as text browsers do: "[12]word", and the addresses at the end. */
bool cut_links_are_numbered(cut_str page);

/* Reads a trimmed line; numbered: as told by cut_links_are_numbered(). False if memory runs out. */
bool cut_unmark(cut_arena *arena, cut_str line, bool numbered, cut_unmarked *out);

#endif
