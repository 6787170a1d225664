/* Markdown tables, one a group, for mails, tickets and wikis. */
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

static void add_head(cut_sheet *sheet)
{
    for (size_t i = 0; i < sheet->column_count; i++) {
        cut_buf_z(&sheet->out, "| ");
        cut_sheet_add_text(sheet, cut_sheet_heading(sheet, i, true));
        cut_buf_char(&sheet->out, ' ');
    }
    cut_buf_z(&sheet->out, "|\n");
    for (size_t i = 0; i < sheet->column_count; i++)
        cut_buf_z(&sheet->out, "|---");
    cut_buf_z(&sheet->out, "|\n");
}

/* A heading of a line of its own. */
static void add_heading(cut_sheet *sheet, const char *marks, const char *text)
{
    cut_buf_printf(&sheet->out, "%s ", marks);
    cut_sheet_add_text(sheet, cut_str_from(text));
    cut_buf_z(&sheet->out, "\n\n");
}

void cut_markdown_begin(cut_sheet *sheet)
{
    if (sheet->options->title)
        add_heading(sheet, "#", sheet->options->title);
    if (sheet->options->group == CUTLINE_GROUP_NONE)
        add_head(sheet);
}

void cut_markdown_row(cut_sheet *sheet, const cutline_sheet_row *row)
{
    if (row->begins_group) {
        cut_buf_z(&sheet->out, row->number > 1 ? "\n" : "");
        add_heading(sheet, "##", cut_sheet_group_label(row));
        add_head(sheet);
    }
    for (size_t i = 0; i < sheet->column_count; i++) {
        cut_buf_z(&sheet->out, "| ");
        cut_sheet_add_text(sheet, cut_sheet_cell(sheet, i, row));
        cut_buf_char(&sheet->out, ' ');
    }
    cut_buf_z(&sheet->out, "|\n");
}
