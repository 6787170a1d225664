/* Reading archived pages, text as it was saved from an archive or HTML, and caption lists. */
#ifndef CUT_IMPORT_PAGE_H
#define CUT_IMPORT_PAGE_H

#include "base/source.h"
#include "import/list.h"
#include "record/page.h"

/* Reads a page, with CUT_PAGE_LIST a caption list (list.h), with CUT_PAGE_FEED a feed (feed.h). The
 * name is kept as page->path (absolute for the store). HTML is told from text by its content, and
 * so is a list that a spreadsheet saved as text with tabs. Without any ID on it the result has no
 * items and the finding "page-no-id"; it may then be no page or list at all. Release with
 * cut_page_release() after CUTLINE_OK.
 * CUTLINE_IO; CUTLINE_MALFORMED (empty, or not text); CUTLINE_LIMIT (over CUT_MAX_PAGE_BYTES, or
 * HTML that takes too much memory or time); CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_page_read(cut_source *source, cut_page_kind kind,
                                                cut_page *out, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_page_read_memory(const char *name, cut_view bytes,
                                                       cut_page_kind kind, cut_page *out,
                                                       cutline_error *err);
/* Reads a caption list as cut_page_read() does, with a map of its columns (NULL: none). */
CUTLINE_MUST_CHECK cutline_status cut_page_read_list(cut_source *source, const cut_list_map *map,
                                                     cut_page *out, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_page_read_list_memory(const char *name, cut_view bytes,
                                                            const cut_list_map *map, cut_page *out,
                                                            cutline_error *err);
void cut_page_release(cut_page *page);

/* True if these first bytes look like text in any charset, not like a binary format. */
bool cut_page_looks_like_text(cut_view head);

/* The two readers; for page.c. `text` is clean (import/charset.h). */
CUTLINE_MUST_CHECK cutline_status cut_page_read_text(cut_page *page, cut_str text,
                                                     cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_page_read_html(cut_page *page, cut_str text,
                                                     cutline_error *err);

#endif
