/*
 * Feeds: what agencies send beside their pictures, or instead of them: ninjs (JSON) and NewsML-G2
 * (XML) of the IPTC. Each picture in one becomes an item, as a row of a caption list does.
 *
 *   feed.c         which feed a text is, and what the readers share
 *   feed_ninjs.c   ninjs 1 to 3: the names differ, the meaning does not
 *   feed_newsml.c  NewsML-G2: news items alone, in packages and in messages
 */
#ifndef CUT_IMPORT_FEED_H
#define CUT_IMPORT_FEED_H

#include "import/list.h"

/* The text begins as one of the feeds does. */
bool cut_feed_is(cut_str text);

/* Reads clean text into page->items and sets page->title. Pictures without an ID and a file name
 * are findings. CUTLINE_MALFORMED with the byte, if it is not well formed; CUTLINE_LIMIT;
 * CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_feed_read(cut_page *page, cut_str text, cutline_error *err);

/* ---- for the readers ---- */

/* One picture as it is gathered; texts are in the page's arena. */
typedef struct cut_feed_picture {
    cut_list_rows *rows;
    cut_str cells[CUT_LIST_ROLES];
    bool lost; /* memory ran out */
} cut_feed_picture;

/* Sets a cell that is empty. */
void cut_feed_set(cut_feed_picture *p, cut_list_role role, cut_str value);
/* Adds to a cell with a separator between; what it holds already is not added again. */
void cut_feed_add(cut_feed_picture *p, cut_list_role role, const char *separator, cut_str value);
/* Adds an ID whose namespace stands beside it: taken if it is one that is known; NULL: none. */
void cut_feed_add_id(cut_feed_picture *p, cut_str ns, cut_str value);
/* Adds the ID that a URI or URN ends with: "urn:newsml:reuters.com:20160502:RTX2CGS3". */
void cut_feed_add_uri(cut_feed_picture *p, cut_str uri);
/* Sets the file name that an address ends with. */
void cut_feed_set_file(cut_feed_picture *p, cut_str href);
/* Makes an item of it. number: of the picture, from 1. */
CUTLINE_MUST_CHECK cutline_status cut_feed_finish(cut_feed_picture *p, size_t number,
                                                  cutline_error *err);

CUTLINE_MUST_CHECK cutline_status cut_feed_read_ninjs(cut_page *page, cut_list_rows *rows,
                                                      cut_str text, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_feed_read_newsml(cut_page *page, cut_list_rows *rows,
                                                       cut_str text, cutline_error *err);

#endif
