/* Pictures that a page names in JSON-LD (schema.org ImageObject), for search engines. */
#ifndef CUT_IMPORT_PAGE_HTML_LD_H
#define CUT_IMPORT_PAGE_HTML_LD_H

#include "import/items.h"
#include "import/page_html_tree.h"

/* Adds a figure for each ImageObject with address and caption in a <script
 * type="application/ld+json">; other scripts and broken JSON add none. Texts are copied to the
 * arena. False if memory runs out. Source: schema.org/ImageObject (contentUrl, caption, creditText,
 * creator), Google's "Image license metadata". */
bool cut_html_ld(const GumboNode *script, cut_arena *arena, cut_figures *figures);

#endif
