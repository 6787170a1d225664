#include "sheet/photo_cells.h"

#include "base/utf8.h"

cut_str cut_sheet_heading(const cut_sheet *sheet, size_t at, bool for_people)
{
    const cut_sheet_head *head = &sheet->heads[at];
    if (head->label.p)
        return head->label;
    return cut_str_from(for_people ? head->column->info.label : head->column->info.name);
}

/* The member of a hit that a column shows. */
static const char *member(const cut_sheet_column *column, const cutline_hit *hit)
{
    return *(const char *const *)(const void *)((const char *)hit + column->at);
}

static cutline_strings photo_values(cut_sheet *sheet, const cut_sheet_column *column,
                                    const cutline_sheet_row *row)
{
    if (!row->photo)
        return (cutline_strings){NULL, 0};
    return column->source == CUT_CELL_FIELD ? cut_cell_field(sheet, row, column->at)
                                            : column->values(sheet, row);
}

/* The values of a list as one text. */
static cut_str join(cut_sheet *sheet, cutline_strings values)
{
    cut_buf joined;
    if (values.count == 0)
        return (cut_str){NULL, 0};
    if (values.count == 1)
        return cut_str_from(values.items[0]);
    cut_buf_init(&joined, sheet->out.max);
    for (size_t i = 0; i < values.count; i++) {
        cut_buf_z(&joined, i > 0 ? "; " : "");
        cut_buf_z(&joined, values.items[i]);
    }
    char *kept = cut_buf_ok(&joined) ? cut_arena_copy(&sheet->arena, cut_buf_str(&joined)) : NULL;
    cut_str text = {kept, kept ? joined.n : 0};
    sheet->failed |= !kept;
    cut_buf_release(&joined);
    return text;
}

/* "namespace:value"; not by a format, as it is in every row of a long sheet. */
static cut_str media_id(cut_sheet *sheet, cut_str ns, cut_str id)
{
    char *text = CUT_NEW_ARRAY(&sheet->arena, char, ns.n + id.n + 2);
    if (!text) {
        sheet->failed = true;
        return (cut_str){NULL, 0};
    }
    memcpy(text, ns.p, ns.n);
    text[ns.n] = ':';
    memcpy(text + ns.n + 1, id.p, id.n);
    return (cut_str){text, ns.n + id.n + 1};
}

static cut_str printed(cut_sheet *sheet, const char *text)
{
    sheet->failed |= !text;
    return cut_str_from(text);
}

cut_str cut_sheet_cell(cut_sheet *sheet, size_t at, const cutline_sheet_row *row)
{
    const cut_sheet_column *column = sheet->heads[at].column;
    const cutline_hit *hit = row->hit;
    switch (column->source) {
    case CUT_CELL_HIT:
    case CUT_CELL_HIT_LIST:
        return cut_str_from(member(column, hit));
    case CUT_CELL_HIT_ID:
        if (!hit->media_id.id)
            return (cut_str){NULL, 0};
        return media_id(sheet, cut_str_from(hit->media_id.ns), cut_str_from(hit->media_id.id));
    case CUT_CELL_HIT_PHOTO:
        return printed(sheet, cut_arena_printf(&sheet->arena, "%lld", (long long)hit->photo));
    case CUT_CELL_PHOTO:
    case CUT_CELL_FIELD:
        break;
    }
    return join(sheet, photo_values(sheet, column, row));
}

/* Codes joined by ", ", one by one. */
static cutline_strings split(cut_sheet *sheet, const char *joined)
{
    CUT_VEC(const char *) parts = {0};
    cut_str rest = cut_str_from(joined);
    while (rest.p) {
        char *part = cut_arena_copy(&sheet->arena, cut_str_trim(cut_str_split(&rest, ',')));
        if (!part || !CUT_PUSH(&sheet->arena, &parts, part)) {
            sheet->failed = true;
            break;
        }
    }
    return (cutline_strings){parts.v, parts.n};
}

/* A text as the only value of a list. */
static cutline_strings alone(cut_sheet *sheet, cut_str text)
{
    const char **items = text.p ? CUT_NEW(&sheet->arena, const char *) : NULL;
    if (!items) {
        sheet->failed |= text.p != NULL;
        return (cutline_strings){NULL, 0};
    }
    items[0] = text.p;
    return (cutline_strings){items, 1};
}

cutline_strings cut_sheet_values(cut_sheet *sheet, size_t at, const cutline_sheet_row *row)
{
    const cut_sheet_column *column = sheet->heads[at].column;
    if (column->source == CUT_CELL_PHOTO || column->source == CUT_CELL_FIELD)
        return photo_values(sheet, column, row);
    if (column->source == CUT_CELL_HIT_LIST)
        return split(sheet, member(column, row->hit));
    return alone(sheet, cut_sheet_cell(sheet, at, row));
}

/* ---- text ------------------------------------------------------------------------------------ */

/* U+0080 to U+009F: C2 and a byte below A0 in UTF-8. */
static bool is_c1(cut_str s, size_t at)
{
    return s.p[at] == '\xC2' && at + 1 < s.n && (unsigned char)s.p[at + 1] < 0xA0;
}

/* U+202A to U+202E and U+2066 to U+2069: embeddings, overrides and isolates, by which a text can
 * make another read backwards. The marks U+200E, U+200F and U+061C do no such thing. */
static bool is_bidi(cut_str s, size_t at)
{
    if (at + 2 >= s.n || s.p[at] != '\xE2')
        return false;
    unsigned char second = (unsigned char)s.p[at + 1], third = (unsigned char)s.p[at + 2];
    return (second == 0x80 && third >= 0xAA && third <= 0xAE) ||
           (second == 0x81 && third >= 0xA6 && third <= 0xA9);
}

/* Adds text that is valid UTF-8. */
static void add_valid(cut_sheet *sheet, cut_str s)
{
    size_t start = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!sheet->special[(unsigned char)s.p[i]])
            continue;
        size_t dropped = is_c1(s, i) ? 2 : is_bidi(s, i) ? 3 : 0;
        if (dropped == 0 && (unsigned char)s.p[i] >= 0x80)
            continue;
        cut_buf_add(&sheet->out, s.p + start, i - start);
        cut_buf_z(&sheet->out, dropped ? "" : sheet->writer->escape(s.p[i]));
        i += dropped ? dropped - 1 : 0;
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
    size_t at = 0;
    while (at < cell.n && cell.p[at] == '\'')
        at++;
    if (at == cell.n)
        return false;
    /* OWASP, CSV injection: these begin a formula, or hide one that follows. */
    switch (cell.p[at]) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
        return true;
    case '\xEF':
        break;
    default:
        return false;
    }
    /* The full-width forms of = + - @: U+FF1D, U+FF0B, U+FF0D, U+FF20. */
    return at + 2 < cell.n && cell.p[at + 1] == '\xBC' &&
           memchr("\x9D\x8B\x8D\xA0", cell.p[at + 2], 4);
}
