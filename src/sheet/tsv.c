/* Tab-separated values: one line a row, whatever is in the cells, for cut, sort and awk. */
#include "sheet/writers.h"

const char *cut_tsv_escape(char c)
{
    if (c == '\t' || c == '\n' || c == '\r')
        return " ";
    return c < 0x20 || c == 0x7F ? "" : NULL;
}

void cut_tsv_begin(cut_sheet *sheet)
{
    if (sheet->options->bom)
        cut_buf_z(&sheet->out, "\xEF\xBB\xBF");
    for (size_t i = 0; i < sheet->column_count; i++) {
        cut_buf_z(&sheet->out, i > 0 ? "\t" : "");
        cut_sheet_add_text(sheet, cut_sheet_heading(sheet, i, false));
    }
    cut_buf_char(&sheet->out, '\n');
}

void cut_tsv_row(cut_sheet *sheet, const cutline_sheet_row *row)
{
    for (size_t i = 0; i < sheet->column_count; i++) {
        cut_str cell = cut_sheet_cell(sheet, i, row);
        if (i > 0)
            cut_buf_char(&sheet->out, '\t');
        if (cut_sheet_is_formula(cell))
            cut_buf_char(&sheet->out, '\'');
        cut_sheet_add_text(sheet, cell);
    }
    cut_buf_char(&sheet->out, '\n');
}
