/* The text of an archived page as UTF-8, whatever it was saved in. */
#ifndef CUT_IMPORT_CHARSET_H
#define CUT_IMPORT_CHARSET_H

#include "base/error.h"
#include "base/finding.h"

/* Converts a page's bytes. A byte order mark decides; then what the page itself declares (an HTML
 * charset, may be NULL); then UTF-8 if the bytes are that; else the charset is guessed between
 * Windows-1256 (Arabic), Mac Roman and Windows-1252, with a finding. The copy in the arena is clean
 * (cut_clean_text). CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_page_to_utf8(cut_arena *arena, cut_view bytes,
                                                   const char *declared, cut_findings *findings,
                                                   cut_str *out, cutline_error *err);

/* A clean copy of UTF-8 text: lines end in "\n", no-break and ideographic spaces are plain spaces,
 * invisible marks (byte order, soft hyphen, zero-width, direction) are gone. Tabs stay: they part
 * the cells of a list. {NULL, 0} if memory runs out. */
cut_str cut_clean_text(cut_arena *arena, cut_str s);
/* A copy with blanks for tabs. {NULL, 0} if memory runs out. */
cut_str cut_blank_tabs(cut_arena *arena, cut_str s);

/* The charset that the first kilobytes of an HTML page declare (<meta charset=...>, http-equiv, XML
 * declaration), copied; NULL if none. */
const char *cut_html_charset(cut_arena *arena, cut_view bytes);

#endif
