/* The writers, for writers_table.c. */
#ifndef CUT_SHEET_WRITERS_H
#define CUT_SHEET_WRITERS_H

#include "sheet/sheet.h"

/* csv.c: a heading of column names, then RFC 4180 rows. */
const char *cut_csv_escape(char c);
void cut_csv_begin(cut_sheet *sheet);
void cut_csv_row(cut_sheet *sheet, const cutline_sheet_row *row);

/* tsv.c: the same with tabs; a tab or line end within a cell becomes a blank. */
const char *cut_tsv_escape(char c);
void cut_tsv_begin(cut_sheet *sheet);
void cut_tsv_row(cut_sheet *sheet, const cutline_sheet_row *row);

/* json.c: objects with the column names as keys, in one document or one a line. */
void cut_json_document_begin(cut_sheet *sheet);
void cut_json_document_row(cut_sheet *sheet, const cutline_sheet_row *row);
void cut_json_document_end(cut_sheet *sheet);
void cut_ndjson_row(cut_sheet *sheet, const cutline_sheet_row *row);

/* text.c: a caption list, each photo by a template. */
const char *cut_text_escape(char c);
void cut_text_begin(cut_sheet *sheet);
void cut_text_row(cut_sheet *sheet, const cutline_sheet_row *row);

/* html.c: one page that needs nothing else. */
const char *cut_html_escape(char c);
void cut_html_begin(cut_sheet *sheet);
void cut_html_row(cut_sheet *sheet, const cutline_sheet_row *row);
void cut_html_end(cut_sheet *sheet);

/* markdown.c: a table, or one a group. */
const char *cut_markdown_escape(char c);
void cut_markdown_begin(cut_sheet *sheet);
void cut_markdown_row(cut_sheet *sheet, const cutline_sheet_row *row);

/* ninjs.c: ninjs 3.3, a picture item or a composite one. */
void cut_ninjs_row(cut_sheet *sheet, const cutline_sheet_row *row);
void cut_ninjs_end(cut_sheet *sheet);

/* newsml.c: NewsML-G2 2.35, a news item or a message of several. Its texts are escaped as those of
 * HTML are: XML 1.0 has the same signs and allows no more control characters. */
void cut_newsml_row(cut_sheet *sheet, const cutline_sheet_row *row);
void cut_newsml_end(cut_sheet *sheet);

#endif
