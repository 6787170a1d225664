/* Tables of pictures on text pages: a line with the names of columns, and a line a picture. */
#ifndef CUT_IMPORT_GRID_H
#define CUT_IMPORT_GRID_H

#include "import/card.h"

/* The table that the lines at hand belong to. */
typedef struct cut_grid {
    char separator; /* of cells: "|", tab, comma, semicolon, or a space for two and more of them; 0
                       outside of tables */
    cut_list_layout layout;
} cut_grid;

/* Takes in a line, with its spaces and tabs as they are: true if it was the head or a row of a
 * table, or lies within one. A row is added to the pieces as IDs with a card. The first line that
 * is none of them ends the table. */
bool cut_grid_line(cut_grid *grid, cut_pieces *pieces, cut_str line);

#endif
