/* The tree of an HTML page (gumbo), built within limits, and its attributes. */
#ifndef CUT_IMPORT_PAGE_HTML_TREE_H
#define CUT_IMPORT_PAGE_HTML_TREE_H

#include "base/arena.h"
#include "base/error.h"

#include <gumbo.h>

/* Parses UTF-8 text, which must stay while the tree is used. The tree lives in the arena and goes
 * with it. CUTLINE_LIMIT if it takes more than the arena's maximum or
 * CUT_MAX_HTML_MILLISECONDS of processor time. */
CUTLINE_MUST_CHECK cutline_status cut_html_parse(cut_arena *arena, cut_str text, GumboNode **root,
                                                 cutline_error *err);

/* Value of an attribute, trimmed; empty if there is none. */
cut_str cut_html_attribute(const GumboNode *element, const char *name);
/* Children of an element or document, NULL for other nodes. */
const GumboVector *cut_html_children(const GumboNode *node);
/* True for an element of that tag. */
bool cut_html_is(const GumboNode *node, GumboTag tag);

#endif
