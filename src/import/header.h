/* The head of a text page: the site's name and the headline. */
#ifndef CUT_IMPORT_HEADER_H
#define CUT_IMPORT_HEADER_H

#include "import/pieces.h"
#include "record/page.h"

/* Fills page->site, site_name and title from the pieces above the first ID, or, where the ID comes
 * later, above the first paragraph that reads like a story. Returns how many pieces are head; head
 * lines on top of a paragraph that is none are cut off it. What does not show stays NULL. */
size_t cut_header_read(cut_pieces *pieces, cut_page *page);

/* "Headline | SITE" -> "Headline"; the part behind the bar goes to *site, or that before it if the
 * tables know it. Without a bar the last dash does, if a site the tables know follows it. */
cut_str cut_title_split(cut_arena *arena, cut_str text, cut_str *site);

#endif
