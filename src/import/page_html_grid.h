/* Tables of pictures on HTML pages. */
#ifndef CUT_IMPORT_PAGE_HTML_GRID_H
#define CUT_IMPORT_PAGE_HTML_GRID_H

#include "import/card.h"
#include "import/page_html_tree.h"

/* Adds the rows of a <table> whose first row names the columns (cut_card_columns()) as IDs with
 * cards. False if it is no such table, or no row of it names an ID: then nothing was added. */
bool cut_html_grid(const GumboNode *table, cut_pieces *pieces);

#endif
