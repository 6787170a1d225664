/*
 * HTML: one page that needs nothing else. Pictures are data URIs, style and script are in it, and
 * its content security policy allows nothing that is not. Without the script everything is there
 * but sorting and searching.
 */
#include "base/digest.h"
#include "sheet/photo_cells.h"
#include "sheet/writers.h"

extern const char cut_text_sheet_page_css[];
extern const char cut_text_sheet_page_js[];

/* ---- bytes and texts ------------------------------------------------------------------------- */

const char *cut_html_escape(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\n':
    case '\t':
        return NULL;
    default:
        return c < 0x20 || c == 0x7F ? "" : NULL;
    }
}

static void put(cut_sheet *sheet, const char *html)
{
    cut_buf_z(&sheet->out, html);
}

/* Text as text. */
static void text(cut_sheet *sheet, const char *z)
{
    cut_sheet_add_text(sheet, cut_str_from(z));
}

static void put_base64(cut_buf *out, const uint8_t *bytes, size_t n)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    char *to = cut_buf_reserve(out, (n + 2) / 3 * 4);
    if (!to)
        return;
    for (size_t i = 0; i < n; i += 3) {
        unsigned a = bytes[i], b = i + 1 < n ? bytes[i + 1] : 0, c = i + 2 < n ? bytes[i + 2] : 0;
        *to++ = digits[a >> 2];
        *to++ = digits[(a & 3) << 4 | b >> 4];
        *to++ = i + 1 < n ? digits[(b & 15) << 2 | c >> 6] : '=';
        *to++ = i + 2 < n ? digits[c & 63] : '=';
    }
    out->n += (n + 2) / 3 * 4;
}

/* ---- the page's beginning and end ------------------------------------------------------------ */

/* CSP Level 3, section 2.3.1: a script whose hash is named may run, no other. */
static void put_policy(cut_sheet *sheet)
{
    uint8_t digest[CUT_SHA256_BYTES];
    cut_sha256 hash;
    cut_sha256_init(&hash);
    cut_sha256_add(&hash, cut_text_sheet_page_js, strlen(cut_text_sheet_page_js));
    cut_sha256_final(&hash, digest);
    put(sheet, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
               "img-src data:; style-src 'unsafe-inline'; script-src 'sha256-");
    put_base64(&sheet->out, digest, sizeof digest);
    put(sheet, "'\">\n");
}

/* The fields that the script can sort by: what is in the sheet and is a short text. */
static void put_tools(cut_sheet *sheet)
{
    put(sheet, "<div id=\"tools\" hidden><label>Sort by <select id=\"sort\">"
               "<option value=\"\">order of the sheet</option>");
    for (size_t i = 0; i < sheet->column_count; i++) {
        const char *name = sheet->heads[i].column->info.name;
        put(sheet, "<option value=\"");
        text(sheet, name);
        put(sheet, "\">");
        cut_sheet_add_text(sheet, cut_sheet_heading(sheet, i, true));
        put(sheet, "</option>");
    }
    put(sheet,
        "</select></label>\n<label>Find <input id=\"find\" type=\"search\"></label></div>\n");
}

void cut_html_begin(cut_sheet *sheet)
{
    const cutline_sheet_options *options = sheet->options;
    const char *title = options->title ? options->title : "Captions and credits";
    put(sheet, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
    put_policy(sheet);
    put(sheet, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
               "<meta name=\"generator\" content=\"cutline\">\n<title>");
    text(sheet, title);
    put(sheet, "</title>\n<style>\n");
    put(sheet, cut_text_sheet_page_css);
    put(sheet, "</style>\n</head>\n<body>\n<header>\n<h1 dir=\"auto\">");
    text(sheet, title);
    put(sheet, "</h1>\n");
    if (sheet->query[0] || options->made) {
        put(sheet, "<p>");
        if (sheet->query[0]) {
            put(sheet, "Selection: <bdi>");
            text(sheet, sheet->query);
            put(sheet, options->made ? "</bdi> &middot; " : "</bdi>");
        }
        text(sheet, options->made ? options->made : "");
        put(sheet, "</p>\n");
    }
    put_tools(sheet);
    put(sheet, "</header>\n<main>\n");
}

void cut_html_end(cut_sheet *sheet)
{
    if (sheet->rows > 0 && sheet->options->group != CUTLINE_GROUP_NONE)
        put(sheet, "</section>\n");
    put(sheet, "</main>\n<footer>");
    cut_buf_printf(&sheet->out, "%llu %s", (unsigned long long)sheet->rows,
                   sheet->rows == 1 ? "photo" : "photos");
    put(sheet, "</footer>\n<script>");
    put(sheet, cut_text_sheet_page_js);
    put(sheet, "</script>\n</body>\n</html>\n");
}

/* ---- a photo --------------------------------------------------------------------------------- */

/* What the picture shows, for those who cannot see it. */
static const char *alternative(cut_sheet *sheet, const cutline_sheet_row *row)
{
    cutline_strings alt = cut_cell_field(sheet, row, CUT_FIELD_alt_text);
    if (alt.count > 0)
        return alt.items[0];
    if (row->hit->headline)
        return row->hit->headline;
    return row->hit->caption ? row->hit->caption : "";
}

static void put_picture(cut_sheet *sheet, const cutline_sheet_row *row)
{
    if (!row->thumbnail) {
        put(sheet, "<figure class=\"none\">no picture</figure>\n");
        return;
    }
    put(sheet, "<figure><img alt=\"");
    text(sheet, alternative(sheet, row));
    put(sheet, "\" src=\"data:image/jpeg;base64,");
    put_base64(&sheet->out, row->thumbnail, row->thumbnail_length);
    put(sheet, "\"></figure>\n");
}

/* The column of a name among those of the sheet; SIZE_MAX if it is not there. */
static size_t column_of(const cut_sheet *sheet, const char *name)
{
    for (size_t i = 0; i < sheet->column_count; i++)
        if (strcmp(sheet->heads[i].column->info.name, name) == 0)
            return i;
    return SIZE_MAX;
}

/* An element with the cell of a column, if the sheet has it and the photo a value. `opening` is
 * without the closing bracket. */
static void put_cell(cut_sheet *sheet, const cutline_sheet_row *row, const char *name,
                     const char *opening, const char *closing, const char *missing)
{
    size_t at = column_of(sheet, name);
    cut_str cell = at != SIZE_MAX ? cut_sheet_cell(sheet, at, row) : (cut_str){NULL, 0};
    if (at == SIZE_MAX || (!cell.p && !missing))
        return;
    cut_buf_printf(&sheet->out, "%s%s\" data-c=\"%s\" dir=\"auto\">", opening,
                   cell.p ? "" : " missing", cell.p ? name : "");
    if (cell.p)
        cut_sheet_add_text(sheet, cell);
    else
        put(sheet, missing);
    put(sheet, closing);
}

static void put_id(cut_sheet *sheet, const cutline_sheet_row *row)
{
    size_t id = column_of(sheet, "media_id"), file = column_of(sheet, "file");
    if (id == SIZE_MAX && file == SIZE_MAX)
        return;
    put(sheet, "<p class=\"id\">");
    cut_buf_printf(&sheet->out, "%llu", (unsigned long long)row->number);
    if (id != SIZE_MAX && row->hit->media_id.id) {
        put(sheet, " <b data-c=\"media_id\">");
        cut_sheet_add_text(sheet, cut_sheet_cell(sheet, id, row));
        put(sheet, "</b>");
    }
    if (file != SIZE_MAX && row->hit->file_name) {
        put(sheet, " <bdi data-c=\"file\">");
        text(sheet, row->hit->file_name);
        put(sheet, "</bdi>");
    }
    put(sheet, "</p>\n");
}

/* Withdrawn and not yet to be used: said louder than the rest. */
static bool is_stop(const char *mark)
{
    return strncmp(mark, "Kill", 4) == 0 || strncmp(mark, "Embargo", 7) == 0 ||
           strncmp(mark, "Not to be used", 14) == 0;
}

static void put_marks(cut_sheet *sheet, const cutline_sheet_row *row)
{
    cutline_strings marks = cut_cell_marks(sheet, row);
    if (marks.count == 0)
        return;
    put(sheet, "<ul class=\"marks\" data-c=\"restrictions\">");
    for (size_t i = 0; i < marks.count; i++) {
        put(sheet, is_stop(marks.items[i]) ? "<li class=\"stop\">" : "<li>");
        text(sheet, marks.items[i]);
        put(sheet, "</li>");
    }
    put(sheet, "</ul>\n");
}

/* Copyright, terms and instructions, unless they are a column. */
static void put_rights(cut_sheet *sheet, const cutline_sheet_row *row)
{
    cutline_strings rights = cut_cell_rights(sheet, row);
    if (column_of(sheet, "rights") != SIZE_MAX)
        return;
    for (size_t i = 0; i < rights.count; i++) {
        put(sheet, "<p class=\"rights\" dir=\"auto\">");
        text(sheet, rights.items[i]);
        put(sheet, "</p>\n");
    }
}

/* Columns that have a place of their own above. */
static bool is_placed(const char *name)
{
    static const char *const placed[] = {"media_id", "file",  "headline",     "caption",
                                         "credit",   "marks", "restrictions", NULL};
    size_t i = 0;
    while (placed[i] && strcmp(placed[i], name) != 0)
        i++;
    return placed[i] != NULL;
}

/* A cell as it is shown: of a time, neither seconds nor offset. */
static void put_value(cut_sheet *sheet, size_t at, cut_str cell)
{
    bool date = sheet->heads[at].column->info.kind == CUTLINE_CELL_DATE;
    if (!date || cell.n < 16 || cell.p[10] != 'T') {
        cut_sheet_add_text(sheet, cell);
        return;
    }
    cut_sheet_add_text(sheet, cut_str_slice(cell, 0, 10));
    cut_buf_char(&sheet->out, ' ');
    cut_sheet_add_text(sheet, cut_str_slice(cell, 11, 16));
}

/* The other columns, as far as the photo has values. */
static void put_facts(cut_sheet *sheet, const cutline_sheet_row *row)
{
    bool some = false;
    for (size_t i = 0; i < sheet->column_count; i++) {
        const char *name = sheet->heads[i].column->info.name;
        cut_str cell = is_placed(name) ? (cut_str){NULL, 0} : cut_sheet_cell(sheet, i, row);
        if (cell.n == 0)
            continue;
        put(sheet, some ? "<li><span>" : "<ul class=\"facts\">\n<li><span>");
        cut_sheet_add_text(sheet, cut_sheet_heading(sheet, i, true));
        cut_buf_printf(&sheet->out, "</span> <bdi data-c=\"%s\">", name);
        put_value(sheet, i, cell);
        put(sheet, "</bdi></li>\n");
        some = true;
    }
    put(sheet, some ? "</ul>\n" : "");
}

static void put_group(cut_sheet *sheet, const cutline_sheet_row *row)
{
    put(sheet, row->number > 1 ? "</section>\n<section>\n" : "<section>\n");
    put(sheet, "<h2 dir=\"auto\">");
    text(sheet, cut_sheet_group_label(row));
    put(sheet, "</h2>\n");
}

void cut_html_row(cut_sheet *sheet, const cutline_sheet_row *row)
{
    bool picture = sheet->options->thumbnails;
    if (row->begins_group)
        put_group(sheet, row);
    put(sheet, "<article class=\"");
    put(sheet, picture ? "photo" : "bare");
    put(sheet, row->killed ? " killed\">\n" : "\">\n");
    if (picture)
        put_picture(sheet, row);
    put(sheet, "<div class=\"text\">\n");
    put_id(sheet, row);
    put_marks(sheet, row);
    if (row->group)
        put_cell(sheet, row, "headline", "<h3 class=\"headline", "</h3>\n", NULL);
    else
        put_cell(sheet, row, "headline", "<h2 class=\"headline", "</h2>\n", NULL);
    put_cell(sheet, row, "caption", "<p class=\"caption", "</p>\n", "no caption");
    put_cell(sheet, row, "credit", "<p class=\"credit", "</p>\n", "credit not known");
    put_rights(sheet, row);
    put_facts(sheet, row);
    put(sheet, "</div>\n</article>\n");
}
