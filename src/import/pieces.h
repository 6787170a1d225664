/*
 * A page as a row of pieces: paragraphs, lines that name IDs, pictures. Text pages and HTML pages
 * are both brought to this form; what belongs together is found out on it (items.h).
 */
#ifndef CUT_IMPORT_PIECES_H
#define CUT_IMPORT_PIECES_H

#include "import/label.h"

typedef enum cut_piece_kind {
    CUT_PIECE_TEXT, /* a paragraph */
    CUT_PIECE_IDS,  /* "Media ID: ..." */
    CUT_PIECE_IMAGE /* the place of a picture (HTML) */
} cut_piece_kind;

typedef struct cut_piece {
    cut_piece_kind kind;
    cut_str text;       /* TEXT: lines separated by "\n", each trimmed, none empty */
    bool is_caption;    /* TEXT: the page's markup says that it is a caption */
    bool is_heading;    /* TEXT: the page's markup says that it is a headline */
    bool ends_at_ids;   /* TEXT: the IDs of the next piece stand on its last line */
    bool is_tight;      /* no blank line and no end of a block is between it and the one before */
    unsigned figure;    /* number of the figure it is in, from 1; 0 if in none */
    const cut_str *ids; /* IDS: the values as written */
    size_t id_count;    /* IDS: at least 1 */
    const char *label; /* IDS: what names them, as in cut_label.phrase; NULL if nothing: a line that
                          is an ID of a shape that only one agency uses */
    const struct cut_card
        *card; /* IDS: what else is said of the picture (card.h), NULL if nothing */
} cut_piece;

typedef struct cut_pieces {
    cut_arena *arena; /* holds all texts; not owned */
    CUT_VEC(cut_piece) list;
    cut_str open;            /* lines of the paragraph being collected */
    size_t open_room;        /* bytes allocated for it */
    bool open_tight;         /* it begins right below what stands before it */
    bool below;              /* a line was added since the last blank line or end of a block */
    bool full;               /* CUT_MAX_PAGE_PIECES were reached: the rest is left out */
    const char *wants_value; /* this label stood alone: the next line is its value; else NULL */
    bool failed;             /* memory ran out; the list is incomplete */
} cut_pieces;

/* How the text of one paragraph is added. */
typedef struct cut_piece_style {
    bool is_caption, is_heading;
    unsigned figure;
} cut_piece_style;

/* Adds one line of clean text: to the open paragraph, or, if it names IDs, as a piece of its own.
 */
void cut_pieces_line(cut_pieces *p, cut_str line, cut_piece_style style);
/* Ends the open paragraph. */
void cut_pieces_end(cut_pieces *p, cut_piece_style style);
/* Adds IDs with a card, as a piece of its own. */
void cut_pieces_card(cut_pieces *p, const cut_str *ids, size_t count, const struct cut_card *card);
/* Adds the place of a picture. */
void cut_pieces_image(cut_pieces *p, unsigned figure);

#endif
