/* A photo on the page: picture, IDs, marks, headline, caption, credit, other columns. */
#include "document/pdf.h"
#include "document/picture.h"
#include "document/text.h"

#include <string.h>

#define WARN 0x8A4B00u
#define STOP 0xB3261Eu

#define GAP 14.0     /* between photos, and between picture and text */
#define HEADING 24.0 /* height of a group's heading */
#define SMALLEST 3.5 /* type never gets smaller than this */

/* The paragraphs of a photo, in their order; NULL where there is nothing to say. */
enum { ID, MARKS, HEADLINE, CAPTION, CREDIT, FACTS, PARAGRAPHS };

typedef struct item {
    PangoLayout *paragraphs[PARAGRAPHS];
    cairo_surface_t *picture; /* NULL if there is none */
    unsigned width, height;   /* of the picture, in pixels */
} item;

/* ---- texts ----------------------------------------------------------------------------------- */

/* The cell of a column, NULL if the sheet has it not or there is no value. */
static const char *cell(const pdf *p, const cutline_sheet_row *row, const char *name)
{
    size_t at = doc_column(p->d, name);
    return at < row->cell_count ? row->cells[at].text : NULL;
}

static bool has_column(const pdf *p, const char *name)
{
    return doc_column(p->d, name) < p->d->heads->count;
}

/* "12  reuters:RTX2CGS3  RTX2CGS3.jpg" */
static PangoLayout *id_line(pdf *p, const cutline_sheet_row *row, double size, double width)
{
    char *id = doc_clean(cell(p, row, "media_id")), *file = doc_clean(cell(p, row, "file"));
    char *markup =
        g_markup_printf_escaped("%llu%s<span weight='bold' foreground='#1a1a1a'>%s</span>%s%s",
                                (unsigned long long)row->number, id[0] ? "\302\240 " : "", id,
                                file[0] ? "\302\240 " : "", file);
    PangoLayout *line = pdf_markup(p, markup, (pdf_style){size, false, PDF_SOFT}, width);
    g_free(markup);
    g_free(id);
    g_free(file);
    return line;
}

/* Withdrawn, or not to be used now. */
static bool is_stop(const char *mark)
{
    return g_str_has_prefix(mark, "Kill") || g_str_has_prefix(mark, "Embargo") ||
           g_str_has_prefix(mark, "Not to be used");
}

static PangoLayout *marks_line(pdf *p, const cutline_sheet_row *row, double size, double width)
{
    size_t at = doc_column(p->d, "marks");
    const cutline_strings none = {NULL, 0};
    cutline_strings marks = at < row->cell_count ? row->cells[at].values : none;
    bool stop = false;
    GString *text = g_string_new(NULL);
    for (size_t i = 0; i < marks.count; i++) {
        g_string_append_printf(text, "%s%s", i > 0 ? " \302\267 " : "", marks.items[i]);
        stop |= is_stop(marks.items[i]);
    }
    PangoLayout *line = NULL;
    if (text->len > 0)
        line = pdf_paragraph(p, text->str, (pdf_style){size, true, stop ? STOP : WARN}, width);
    g_string_free(text, TRUE);
    return line;
}

/* Columns that have a place of their own. */
static bool is_placed(const char *name)
{
    static const char *const placed[] = {"media_id", "file",  "headline",     "caption",
                                         "credit",   "marks", "restrictions", NULL};
    return g_strv_contains(placed, name);
}

/* A cell as it is shown: of a time, neither seconds nor offset. */
static char *value_of(const cutline_sheet_head *head, const char *text)
{
    if (head->column->kind == CUTLINE_CELL_DATE && strlen(text) >= 16 && text[10] == 'T')
        return g_strdup_printf("%.10s %.5s", text, text + 11);
    return doc_clean(text);
}

/* The other columns, each with its heading, in one paragraph. */
static PangoLayout *facts_line(pdf *p, const cutline_sheet_row *row, double size, double width)
{
    GString *markup = g_string_new(NULL);
    for (size_t i = 0; i < row->cell_count; i++) {
        const cutline_sheet_head *head = &p->d->heads->items[i];
        if (!row->cells[i].text || is_placed(head->column->name))
            continue;
        char *heading = doc_clean(head->heading), *value = value_of(head, row->cells[i].text);
        char *one = g_markup_printf_escaped("%s<span foreground='#5c5f66'>%s</span>\302\240 %s",
                                            markup->len > 0 ? "   " : "", heading, value);
        g_string_append(markup, one);
        g_free(one);
        g_free(value);
        g_free(heading);
    }
    PangoLayout *line = NULL;
    if (markup->len > 0)
        line = pdf_markup(p, markup->str, (pdf_style){size, false, PDF_INK}, width);
    g_string_free(markup, TRUE);
    return line;
}

static PangoLayout *text_of(pdf *p, const cutline_sheet_row *row, const char *column,
                            const char *missing, pdf_style style, double width)
{
    const char *text = cell(p, row, column);
    if (!has_column(p, column) || (!text && !missing))
        return NULL;
    if (!text)
        style = (pdf_style){style.size, false, PDF_SOFT};
    return pdf_paragraph(p, text ? text : missing, style, width);
}

/* ---- the picture ----------------------------------------------------------------------------- */

/* A surface that stands for the JPEG: cairo puts the file itself into the PDF, not pixels of it. */
static void load_picture(item *it, const cutline_sheet_row *row)
{
    if (!row->thumbnail ||
        !doc_jpeg_size(row->thumbnail, row->thumbnail_length, &it->width, &it->height))
        return;
    unsigned char *copy = g_malloc(row->thumbnail_length);
    memcpy(copy, row->thumbnail, row->thumbnail_length);
    it->picture = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)it->width, (int)it->height);
    if (cairo_surface_set_mime_data(it->picture, CAIRO_MIME_TYPE_JPEG, copy, row->thumbnail_length,
                                    g_free, copy) != CAIRO_STATUS_SUCCESS)
        g_free(copy);
}

static void draw_none(pdf *p, double x, double y, double width, double height)
{
    const double dashes[] = {3, 3};
    double page_y = p->y;
    cairo_set_source_rgb(p->cr, 0.7, 0.72, 0.75);
    cairo_set_line_width(p->cr, 0.6);
    cairo_set_dash(p->cr, dashes, 2, 0);
    cairo_rectangle(p->cr, x + 0.5, y + 0.5, width - 1, height - 1);
    cairo_stroke(p->cr);
    cairo_set_dash(p->cr, NULL, 0, 0);
    PangoLayout *note = pdf_paragraph(p, "no picture", (pdf_style){7, false, PDF_SOFT}, width);
    pango_layout_set_alignment(note, PANGO_ALIGN_CENTER);
    p->y = y + height / 2 - 5;
    pdf_draw(p, note, x, "P");
    p->y = page_y;
    g_object_unref(note);
}

/* A bar across a picture that must not be used. */
static void draw_killed(pdf *p, double x, double y, double width, double height)
{
    cairo_set_source_rgba(p->cr, 1, 1, 1, 0.6);
    cairo_rectangle(p->cr, x, y, width, height);
    cairo_fill(p->cr);
    cairo_set_source_rgb(p->cr, 0.7, 0.15, 0.12);
    cairo_set_line_width(p->cr, 3);
    cairo_move_to(p->cr, x, y);
    cairo_line_to(p->cr, x + width, y + height);
    cairo_move_to(p->cr, x + width, y);
    cairo_line_to(p->cr, x, y + height);
    cairo_stroke(p->cr);
}

/* Draws the picture as large as it may be, at the top of its box; returns its height. */
static double draw_picture(pdf *p, const item *it, bool killed, double x, double y, double width,
                           double height)
{
    if (!it->picture) {
        double box = height < width * 0.6 ? height : width * 0.6;
        draw_none(p, x, y, width, box);
        return box;
    }
    double scale = width / it->width;
    if (it->height * scale > height)
        scale = height / it->height;
    cairo_tag_begin(p->cr, "Figure", NULL);
    cairo_save(p->cr);
    cairo_translate(p->cr, x, y);
    cairo_scale(p->cr, scale, scale);
    cairo_set_source_surface(p->cr, it->picture, 0, 0);
    cairo_paint(p->cr);
    cairo_restore(p->cr);
    cairo_tag_end(p->cr, "Figure");
    if (killed)
        draw_killed(p, x, y, it->width * scale, it->height * scale);
    return it->height * scale;
}

/* ---- items ----------------------------------------------------------------------------------- */

static void open_item(pdf *p, item *it, const cutline_sheet_row *row, double size, double width)
{
    bool brief = p->layout->brief;
    *it = (item){.picture = NULL};
    it->paragraphs[ID] = id_line(p, row, size * 0.85, width);
    it->paragraphs[MARKS] = marks_line(p, row, size * 0.85, width);
    if (!brief)
        it->paragraphs[HEADLINE] =
            text_of(p, row, "headline", NULL, (pdf_style){size * 1.1, true, PDF_INK}, width);
    it->paragraphs[CAPTION] =
        text_of(p, row, "caption", "no caption", (pdf_style){size, false, PDF_INK}, width);
    it->paragraphs[CREDIT] =
        text_of(p, row, "credit", "credit not known", (pdf_style){size, true, PDF_INK}, width);
    if (!brief)
        it->paragraphs[FACTS] = facts_line(p, row, size * 0.85, width);
    if (p->d->options.pictures)
        load_picture(it, row);
}

static void close_item(item *it)
{
    for (int i = 0; i < PARAGRAPHS; i++)
        g_clear_object(&it->paragraphs[i]);
    if (it->picture)
        cairo_surface_destroy(it->picture);
}

/* Space after a paragraph. */
static double space_after(const pdf *p, int paragraph)
{
    return paragraph == ID || paragraph == CREDIT ? p->layout->size * 0.2 : p->layout->size * 0.3;
}

static double paragraph_height(const pdf *p, const item *it, int i)
{
    return it->paragraphs[i] ? pdf_height(it->paragraphs[i]) + space_after(p, i) : 0;
}

static double text_height(const pdf *p, const item *it)
{
    double height = 0;
    for (int i = 0; i < PARAGRAPHS; i++)
        height += paragraph_height(p, it, i);
    return height;
}

static void draw_paragraphs(pdf *p, const item *it, double x)
{
    for (int i = 0; i < PARAGRAPHS; i++) {
        if (!it->paragraphs[i])
            continue;
        pdf_draw(p, it->paragraphs[i], x, i == HEADLINE ? "H3" : "P");
        p->y += space_after(p, i);
    }
}

/* A list: picture on the left, text beside it. */
static void list_item(pdf *p, const cutline_sheet_row *row)
{
    item it;
    bool pictures = p->d->options.pictures;
    double picture = pictures ? p->layout->picture : 0,
           x = p->left + (pictures ? picture + GAP : 0);
    double room = p->bottom - p->top;
    open_item(p, &it, row, p->layout->size, p->right - x);
    double needed = text_height(p, &it);
    if (pictures && needed < picture * 0.75)
        needed = picture * 0.75;
    bool breaks = needed > room;
    if (p->y > p->top && (breaks ? p->y + room / 3 > p->bottom : p->y + needed > p->bottom))
        pdf_new_page(p);
    if (!row->group)
        pdf_bookmark(p, cell(p, row, "media_id") ? cell(p, row, "media_id") : row->hit->file_name);
    int page = p->page;
    double below = p->y;
    if (pictures)
        below += draw_picture(p, &it, row->killed, p->left, p->y + 2, picture, picture * 0.75);
    draw_paragraphs(p, &it, x);
    if (p->page == page && p->y < below)
        p->y = below;
    p->y += GAP;
    close_item(&it);
}

/* One photo to a page; a caption that is long goes on on further pages. */
static void page_item(pdf *p, const cutline_sheet_row *row)
{
    item it;
    double width = p->right - p->left;
    if (p->y > p->top + (row->begins_group ? HEADING : 0) + 1)
        pdf_new_page(p);
    if (!row->group)
        pdf_bookmark(p, cell(p, row, "media_id") ? cell(p, row, "media_id") : row->hit->file_name);
    open_item(p, &it, row, p->layout->size, width);
    if (p->d->options.pictures)
        p->y += draw_picture(p, &it, row->killed, p->left, p->y, width,
                             (p->bottom - p->top) * p->layout->picture) +
                GAP;
    draw_paragraphs(p, &it, p->left);
    p->y = p->bottom;
    close_item(&it);
}

/* Makes a photo's texts fit a height. All of the credit stays: first the picture gives way, then
 * the other columns and the caption, then the size of the type. Returns the picture's height. */
static double fit(pdf *p, item *it, const cutline_sheet_row *row, double width, double height)
{
    double size = p->layout->size, picture = height * p->layout->picture;
    if (!p->d->options.pictures)
        picture = 0;
    double fixed = paragraph_height(p, it, ID) + paragraph_height(p, it, MARKS) +
                   paragraph_height(p, it, CREDIT);
    while (fixed + size > height - picture && picture > height * 0.2)
        picture -= size;
    while (fixed + size > height - picture && size > SMALLEST) {
        close_item(it);
        size *= 0.9;
        open_item(p, it, row, size, width);
        fixed = paragraph_height(p, it, ID) + paragraph_height(p, it, MARKS) +
                paragraph_height(p, it, CREDIT);
    }
    double left = height - picture - fixed;
    static const int others[] = {HEADLINE, CAPTION, FACTS};
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        PangoLayout **paragraph = &it->paragraphs[others[i]];
        if (!*paragraph)
            continue;
        double space = space_after(p, others[i]);
        if (left - space < size * 1.3)
            g_clear_object(paragraph);
        else if (pdf_height(*paragraph) + space > left)
            pdf_limit(*paragraph, left - space);
        if (*paragraph)
            left -= pdf_height(*paragraph) + space;
    }
    return picture;
}

/* Every row of cells may have a group's heading over it. */
static double cell_height(const pdf *p, const cutline_sheet_row *row)
{
    int rows = p->layout->rows;
    double taken = GAP * (rows - 1) + (row->group ? HEADING * rows : 0);
    return (p->bottom - p->top - taken) / rows;
}

/* A contact sheet: cells of one size. */
static void cell_item(pdf *p, const cutline_sheet_row *row)
{
    item it;
    const pdf_layout *layout = p->layout;
    double width = (p->right - p->left - GAP * (layout->columns - 1)) / layout->columns;
    double height = cell_height(p, row);
    if (p->slot == 0 && p->y + height > p->bottom + 1)
        pdf_new_page(p);
    if (!row->group && p->slot == 0)
        pdf_bookmark(p, cell(p, row, "media_id") ? cell(p, row, "media_id") : row->hit->file_name);
    double x = p->left + p->slot * (width + GAP), y = p->y;
    int page = p->page;
    open_item(p, &it, row, layout->size, width);
    double picture = fit(p, &it, row, width, height - 5);
    if (picture > 0)
        picture = draw_picture(p, &it, row->killed, x, y, width, picture) + 5;
    p->y = y + picture;
    draw_paragraphs(p, &it, x);
    close_item(&it);
    if (p->page > page) { /* a credit longer than a page */
        p->y += GAP;
        return;
    }
    p->slot = (p->slot + 1) % layout->columns;
    p->y = p->slot == 0 ? y + height + GAP : y;
}

/* ---- groups ---------------------------------------------------------------------------------- */

static void begin_group(pdf *p, const cutline_sheet_row *row)
{
    const char *name = row->group[0] ? row->group : "\342\200\223";
    double next = p->layout->rows > 0 ? cell_height(p, row) : 100;
    if (p->slot > 0) {
        p->y += next + GAP;
        p->slot = 0;
    }
    if (p->y > p->top && p->y + HEADING + next > p->bottom + 1)
        pdf_new_page(p);
    pdf_bookmark(p, name);
    double y = p->y;
    PangoLayout *heading =
        pdf_paragraph(p, name, (pdf_style){12, true, PDF_INK}, p->right - p->left);
    pdf_limit(heading, HEADING);
    pdf_draw(p, heading, p->left, "H2");
    g_object_unref(heading);
    p->y = y + HEADING;
}

void pdf_item(pdf *p, const cutline_sheet_row *row)
{
    if (row->begins_group)
        begin_group(p, row);
    if (p->layout->columns == 0)
        list_item(p, row);
    else if (p->layout->flows)
        page_item(p, row);
    else
        cell_item(p, row);
}
