/* A caption list as agencies send it: text for people, each photo by a template. */
#include "sheet/writers.h"

#include <stdio.h>

/* What a callback of the template knows. */
struct page {
    cut_sheet *sheet;
    const cutline_sheet_row *row;
    char number[24];
    const char *number_text; /* number, as a list of one */
};

const char *cut_text_escape(char c)
{
    bool kept = c == '\t' || c == '\n';
    return (c < 0x20 && !kept) || c == 0x7F ? "" : NULL;
}

static void add_line(cut_sheet *sheet, const char *text)
{
    cut_sheet_add_text(sheet, cut_str_from(text));
    cut_buf_char(&sheet->out, '\n');
}

/* A heading with a line of signs under it as long as it is. */
static void add_heading(cut_sheet *sheet, const char *text, char sign)
{
    add_line(sheet, text);
    for (const char *p = text; *p; p++)
        if (((unsigned char)*p & 0xC0) != 0x80)
            cut_buf_char(&sheet->out, sign);
    cut_buf_z(&sheet->out, "\n\n");
}

void cut_text_begin(cut_sheet *sheet)
{
    if (!sheet->options->title)
        return;
    add_heading(sheet, sheet->options->title, '=');
    if (sheet->options->made) {
        add_line(sheet, sheet->options->made);
        cut_buf_char(&sheet->out, '\n');
    }
}

static cutline_strings value_of(const char *name, void *context)
{
    struct page *page = context;
    if (strcmp(name, "number") == 0)
        return (cutline_strings){&page->number_text, 1};
    for (size_t i = 0; i < page->sheet->column_count; i++)
        if (strcmp(page->sheet->heads[i].column->info.name, name) == 0)
            return cut_sheet_values(page->sheet, i, page->row);
    return (cutline_strings){NULL, 0};
}

void cut_text_row(cut_sheet *sheet, const cutline_sheet_row *row)
{
    char *text = NULL;
    cutline_error err;
    struct page page = {.sheet = sheet, .row = row};
    snprintf(page.number, sizeof page.number, "%llu", (unsigned long long)row->number);
    page.number_text = page.number;
    if (row->begins_group)
        add_heading(sheet, cut_sheet_group_label(row), '-');
    if (cutline_template_expand(sheet->text_template, value_of, &page, &text, &err) == CUTLINE_OK)
        cut_sheet_add_text(sheet, cut_str_from(text));
    else
        sheet->failed = true;
    cutline_free(text);
}
