/* The formats of sheets. */
#include "sheet/writers.h"

/* For formats without a beginning or an end. */
static void nothing(cut_sheet *sheet)
{
    (void)sheet;
}

const cut_sheet_writer cut_sheet_writers[] = {
    {{"csv", "comma-separated values, for spreadsheets"},
     cut_csv_escape,
     cut_csv_begin,
     cut_csv_row,
     nothing},
    {{"tsv", "tab-separated values"}, cut_tsv_escape, cut_tsv_begin, cut_tsv_row, nothing},
    {{"json", "one JSON array of objects"},
     NULL,
     cut_json_array_begin,
     cut_json_array_row,
     cut_json_array_end},
    {{"ndjson", "one JSON object a line"}, NULL, nothing, cut_ndjson_row, nothing},
    {{"md", "a Markdown table"},
     cut_markdown_escape,
     cut_markdown_begin,
     cut_markdown_row,
     nothing},
    {.info = {NULL, NULL}},
};

const cutline_sheet_format *cutline_sheet_format_at(size_t index)
{
    size_t count = sizeof cut_sheet_writers / sizeof cut_sheet_writers[0] - 1;
    return index < count ? &cut_sheet_writers[index].info : NULL;
}
