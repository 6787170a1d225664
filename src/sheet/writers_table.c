/* The formats of sheets. */
#include "sheet/writers.h"

/* For formats without a beginning or an end. */
static void nothing(cut_sheet *sheet)
{
    (void)sheet;
}

const cut_sheet_writer cut_sheet_writers[] = {
    {.info = {"csv", "comma-separated values, for spreadsheets"},
     .escape = cut_csv_escape,
     .begin = cut_csv_begin,
     .row = cut_csv_row,
     .end = nothing},
    {.info = {"tsv", "tab-separated values"},
     .escape = cut_tsv_escape,
     .begin = cut_tsv_begin,
     .row = cut_tsv_row,
     .end = nothing},
    {.info = {"json", "one JSON document"},
     .begin = cut_json_document_begin,
     .row = cut_json_document_row,
     .end = cut_json_document_end},
    {.info = {"ndjson", "one JSON object a line"},
     .begin = nothing,
     .row = cut_ndjson_row,
     .end = nothing},
    {.info = {"md", "a Markdown table"},
     .escape = cut_markdown_escape,
     .begin = cut_markdown_begin,
     .row = cut_markdown_row,
     .end = nothing},
    {.info = {"text", "a caption list, each photo by a template"},
     .escape = cut_text_escape,
     .begin = cut_text_begin,
     .row = cut_text_row,
     .end = nothing,
     .templated = true},
    {.info = {"html", "one web page, pictures and all"},
     .escape = cut_html_escape,
     .begin = cut_html_begin,
     .row = cut_html_row,
     .end = cut_html_end,
     .photos = true,
     .thumbnails = true,
     .no_bidi = true},
    {.info = {"ninjs", "IPTC ninjs 3.3 (JSON), for news systems"},
     .begin = nothing,
     .row = cut_ninjs_row,
     .end = cut_ninjs_end,
     .photos = true},
    {.info = {"newsml", "IPTC NewsML-G2 2.35 (XML), for news systems"},
     .escape = cut_html_escape,
     .begin = nothing,
     .row = cut_newsml_row,
     .end = cut_newsml_end,
     .photos = true},
    {.info = {NULL, NULL}},
};

const cutline_sheet_format *cutline_sheet_format_at(size_t index)
{
    size_t count = sizeof cut_sheet_writers / sizeof cut_sheet_writers[0] - 1;
    return index < count ? &cut_sheet_writers[index].info : NULL;
}
