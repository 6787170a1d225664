#include "base/utf8.h"
#include "sheet/sheet.h"

#include <stdio.h>

cut_str cut_sheet_cell(const cut_sheet_column *column, const cutline_hit *hit, cut_cell_room *room)
{
    const cutline_media_id *id = &hit->media_id;
    int n = 0;
    switch (column->kind) {
    case CUT_CELL_TEXT:
    case CUT_CELL_LIST:
        return cut_str_from(
            *(const char *const *)(const void *)((const char *)hit + column->offset));
    case CUT_CELL_MEDIA_ID:
        if (!id->id)
            return (cut_str){NULL, 0};
        n = snprintf(room->text, sizeof room->text, "%s:%s", id->ns, id->id);
        break;
    case CUT_CELL_NUMBER:
        n = snprintf(room->text, sizeof room->text, "%lld", (long long)hit->photo);
        break;
    }
    return cut_str_slice(cut_str_from(room->text), 0, n > 0 ? (size_t)n : 0);
}

/* U+0080 to U+009F: C2 and a byte below A0 in UTF-8. */
static bool is_c1(cut_str s, size_t at)
{
    return s.p[at] == '\xC2' && at + 1 < s.n && (unsigned char)s.p[at + 1] < 0xA0;
}

/* Adds text that is valid UTF-8. */
static void add_valid(cut_sheet *sheet, cut_str s)
{
    size_t start = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!sheet->special[(unsigned char)s.p[i]])
            continue;
        bool c1 = is_c1(s, i);
        if (!c1 && (unsigned char)s.p[i] >= 0x80)
            continue;
        cut_buf_add(&sheet->out, s.p + start, i - start);
        cut_buf_z(&sheet->out, c1 ? "" : sheet->writer->escape(s.p[i]));
        i += c1;
        start = i + 1;
    }
    cut_buf_add(&sheet->out, s.p + start, s.n - start);
}

void cut_sheet_add_text(cut_sheet *sheet, cut_str text)
{
    while (text.n > 0) {
        size_t good = cut_utf8_valid_prefix(text);
        if (good > 0)
            add_valid(sheet, cut_str_slice(text, 0, good));
        text = cut_str_slice(text, good, text.n);
        if (text.n > 0) {
            cut_buf_z(&sheet->out, "\xEF\xBF\xBD");
            text = cut_str_slice(text, 1, text.n);
        }
    }
}

bool cut_sheet_is_formula(cut_str cell)
{
    /* OWASP, CSV injection: these begin a formula, or hide one that follows; the last four are the
     * full-width forms of = + - @ (U+FF1D, U+FF0B, U+FF0D, U+FF20). */
    static const char *const starts[] = {"=",
                                         "+",
                                         "-",
                                         "@",
                                         "\t",
                                         "\r",
                                         "\n",
                                         "\xEF\xBC\x9D",
                                         "\xEF\xBC\x8B",
                                         "\xEF\xBC\x8D",
                                         "\xEF\xBC\xA0"};
    size_t at = 0;
    while (at < cell.n && cell.p[at] == '\'')
        at++;
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++) {
        if (cut_str_starts(cut_str_slice(cell, at, cell.n), cut_str_from(starts[i])))
            return true;
    }
    return false;
}
