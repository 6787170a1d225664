/* What the head of an HTML page says about the page. */
#ifndef CUT_IMPORT_PAGE_HTML_META_H
#define CUT_IMPORT_PAGE_HTML_META_H

#include "import/page_html_tree.h"
#include "record/page.h"

/* Texts as found, views of the tree; empty if there is none. */
typedef struct cut_html_meta {
    cut_str title;     /* <title> */
    cut_str og_title;  /* og:title, twitter:title */
    cut_str site_name; /* og:site_name, application-name */
    cut_str canonical; /* address: canonical link, og:url, "saved from url", base */
    cut_str image;     /* og:image, twitter:image */
    cut_str image_alt; /* og:image:alt, twitter:image:alt */
} cut_html_meta;

/* Takes in one node: title, meta, link and base elements, and the comment that browsers write when
 * they save a page. Of several that say the same the first counts. */
void cut_html_meta_add(cut_html_meta *meta, const GumboNode *node);

/* Fills page->site, site_name, title and url. h1 is the page's headline, empty if none. What
 * the page's text has given already (page->site, page->title) yields to the head. False if memory
 * runs out. */
bool cut_html_meta_apply(const cut_html_meta *meta, cut_str h1, cut_page *page);

#endif
