/*
 * What a page says about a picture under names of its own: a block of lines ("Image ID: 55350159",
 * "Caption: ...", "Photographer: ..."), a list of terms, a row of a table. The names are those of
 * the columns of lists (list_table.c).
 */
#ifndef CUT_IMPORT_CARD_H
#define CUT_IMPORT_CARD_H

#include "import/list.h"
#include "import/pieces.h"

/* Values by role, as written; empty if the page has none. */
typedef struct cut_card {
    cut_str cells[CUT_LIST_ROLES];
} cut_card;

/* A line that begins with a name. Parts are views of the line. */
typedef struct cut_named {
    cut_list_role role; /* CUT_LIST_NONE: a name that says nothing about pictures */
    bool is_sure;    /* ID: the name can mean nothing but a picture's ID ("Image ID", not "ID") */
    bool is_writers; /* BYLINE: the name is also used for who wrote a text ("Author") */
    cut_str name;
    cut_str value; /* empty if the name stands alone */
} cut_named;

/* Reads "Name: value", "Name:" or, if it is one that means something, "Name". False if the line is
 * none of them or memory runs out. */
bool cut_named_read(cut_arena *arena, cut_str line, cut_named *out);

/* Finds the blocks among the pieces and makes each an IDS piece that has a card; what stands around
 * them stays. A block has an ID and says what the picture shows or whose it is. Where it cannot be
 * told which of several IDs a value belongs to, none gets it. */
void cut_cards_find(cut_pieces *pieces);

/* A table's columns, told from the names in its first row. False if it is no table of pictures:
 * one has IDs (or names of files) beside captions or credits. */
bool cut_card_columns(cut_arena *arena, const cut_str *names, size_t count, cut_list_layout *out);
/* Adds a row of such a table. One that has more or fewer cells than names, or no ID, adds nothing;
 * false then. */
bool cut_card_row(cut_pieces *pieces, const cut_list_layout *layout, const cut_str *cells,
                  size_t count);

#endif
