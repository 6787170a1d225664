/* From the tree of an HTML page to its pieces and figures. */
#ifndef CUT_IMPORT_PAGE_HTML_WALK_H
#define CUT_IMPORT_PAGE_HTML_WALK_H

#include "base/finding.h"
#include "import/items.h"
#include "import/page_html_meta.h"

/* What a walk collects. */
typedef struct cut_html_page {
    cut_pieces pieces;
    cut_figures figures;
    cut_html_meta meta;
    cut_str h1;  /* first headline, empty if none */
    bool deep;   /* something lay deeper than CUT_MAX_HTML_DEPTH and was passed over */
    bool failed; /* memory ran out */
} cut_html_page;

/* Walks the tree. All texts but those of meta are copied to the arena. */
void cut_html_walk(const GumboNode *root, cut_arena *arena, cut_html_page *out);

#endif
