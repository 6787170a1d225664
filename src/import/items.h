/*
 * What belongs together on a page: from its pieces to its items (a picture with its IDs and its
 * caption). The caption is looked for next to the ID only.
 */
#ifndef CUT_IMPORT_ITEMS_H
#define CUT_IMPORT_ITEMS_H

#include "import/pieces.h"
#include "record/page.h"

/* A figure of an HTML page. Texts are in the page's arena, empty if there is none. */
typedef struct cut_figure {
    cut_str url;       /* src of its picture */
    cut_str alternate; /* alt or title text of the picture */
    cut_str markup_id; /* ID that its attributes name (data-media-id="..."), with evidence */
    cut_str weak_id;   /* number that the site's software gave it (class "wp-image-5535"): an ID
                          only if the page's text or the site says so */
} cut_figure;

typedef struct cut_figures {
    CUT_VEC(cut_figure) list; /* figure N of a piece is list.v[N - 1] */
} cut_figures;

/* Fills page->items and adds findings about IDs without caption. page->site and title must be set.
 * figures may be NULL (text pages). The first `header` pieces are no captions, unless
 * they have a credit.
 * CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_page_items(cut_page *page, const cut_pieces *pieces,
                                                 size_t header, const cut_figures *figures,
                                                 cutline_error *err);

#endif
