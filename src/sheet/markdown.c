/* A Markdown table, for mails, tickets and wikis. */
#include "sheet/writers.h"

/* Whatever could end the cell or be taken for markup. */
const char *cut_markdown_escape(char c)
{
    static const struct {
        char c;
        const char *escaped;
    } escapes[] = {
        {'|', "\\|"}, {'\\', "\\\\"}, {'`', "\\`"},   {'*', "\\*"},   {'_', "\\_"}, {'[', "\\["},
        {']', "\\]"}, {'<', "&lt;"},  {'&', "&amp;"}, {'\n', "<br>"}, {'\t', " "},
    };
    for (size_t i = 0; i < sizeof escapes / sizeof escapes[0]; i++) {
        if (escapes[i].c == c)
            return escapes[i].escaped;
    }
    return c < 0x20 || c == 0x7F ? "" : NULL;
}

void cut_markdown_begin(cut_sheet *sheet)
{
    for (size_t i = 0; i < sheet->column_count; i++)
        cut_buf_printf(&sheet->out, "| %s ", sheet->columns[i]->info.label);
    cut_buf_z(&sheet->out, "|\n");
    for (size_t i = 0; i < sheet->column_count; i++)
        cut_buf_z(&sheet->out, "|---");
    cut_buf_z(&sheet->out, "|\n");
}

void cut_markdown_row(cut_sheet *sheet, const cutline_hit *hit)
{
    cut_cell_room room;
    for (size_t i = 0; i < sheet->column_count; i++) {
        cut_buf_z(&sheet->out, "| ");
        cut_sheet_add_text(sheet, cut_sheet_cell(sheet->columns[i], hit, &room));
        cut_buf_char(&sheet->out, ' ');
    }
    cut_buf_z(&sheet->out, "|\n");
}
