/*
 * CSV as RFC 4180 has it: a heading, rows that end in CRLF (section 2, rule 1; it is also what
 * spreadsheets write, and every reader takes it), cells with commas, quotes or line ends in quotes
 * (rule 6), a quote within them doubled (rule 7).
 */
#include "sheet/writers.h"

const char *cut_csv_escape(char c)
{
    if (c == '"')
        return "\"\"";
    bool kept = c == '\t' || c == '\n' || c == '\r';
    return (c < 0x20 && !kept) || c == 0x7F ? "" : NULL;
}

/* Blanks at an end are quoted too: some readers trim cells that are not. */
static bool needs_quotes(cut_str cell)
{
    if (cell.n == 0)
        return false;
    if (cell.p[0] == ' ' || cell.p[cell.n - 1] == ' ')
        return true;
    for (size_t i = 0; i < cell.n; i++) {
        if (cell.p[i] == '"' || cell.p[i] == ',' || cell.p[i] == '\r' || cell.p[i] == '\n')
            return true;
    }
    return false;
}

static void add_cell(cut_sheet *sheet, cut_str cell)
{
    cut_buf *out = &sheet->out;
    bool quotes = needs_quotes(cell);
    if (quotes)
        cut_buf_char(out, '"');
    if (cut_sheet_is_formula(cell))
        cut_buf_char(out, '\'');
    cut_sheet_add_text(sheet, cell);
    if (quotes)
        cut_buf_char(out, '"');
}

void cut_csv_begin(cut_sheet *sheet)
{
    if (sheet->options->bom)
        cut_buf_z(&sheet->out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < sheet->column_count; i++) {
        cut_buf_z(&sheet->out, i > 0 ? "," : "");
        add_cell(sheet, cut_sheet_heading(sheet, i, false));
    }
    cut_buf_z(&sheet->out, "\r\n");
}

void cut_csv_row(cut_sheet *sheet, const cutline_sheet_row *row)
{
    for (size_t i = 0; i < sheet->column_count; i++) {
        if (i > 0)
            cut_buf_char(&sheet->out, ',');
        add_cell(sheet, cut_sheet_cell(sheet, i, row));
    }
    cut_buf_z(&sheet->out, "\r\n");
}
