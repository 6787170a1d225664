/* Picking the caption that stands next to an ID. */
#ifndef CUT_IMPORT_PICK_H
#define CUT_IMPORT_PICK_H

#include "caption/caption.h"
#include "import/pieces.h"

/* A caption found. */
typedef struct cut_picked {
    const char *text;        /* NUL-terminated, lines joined; NULL if there is none */
    cutline_caption caption; /* text parsed */
    bool credited;           /* it names photographer or agency */
    size_t end;              /* index of the piece after the caption */
} cut_picked;

/* Where to look. */
typedef struct cut_picker {
    cut_arena *arena;
    const cut_pieces *pieces;
    size_t header;     /* pieces before this one are captions only if they have a credit */
    const char *title; /* headline, which may be repeated below the ID; NULL if unknown */
    bool more_follows; /* other text comes after what is looked at */
    bool failed;       /* memory ran out */
} cut_picker;

/* The caption that begins at piece `at`, after a few pieces of page furniture. */
cut_picked cut_pick_after(cut_picker *p, size_t at);
/* The caption that ends right before piece `at`: only with a credit, or if the IDs at `at` stand on
 * its last line. */
cut_picked cut_pick_before(cut_picker *p, size_t at);
/* A text shorter than this, in bytes, is a name of something, a headline, a link. */
#define CUT_PICK_LONG ((size_t)60)
/* The text right above the card at piece `at`, with or without a credit: without a blank line
 * between them, or if it is the only long text of the page. It must not read like a story. */
cut_picked cut_pick_above_card(cut_picker *p, size_t at, bool is_only_text);
/* Any text as a caption, joined to one line and parsed. */
cut_picked cut_pick_text(cut_picker *p, cut_str text);

#endif
