#include "document/pdf.h"
#include "document/text.h"

/* Most that a line takes, in sizes of its type. */
#define MOST_LEADING 1.5

static void set_style(PangoLayout *paragraph, pdf_style style)
{
    PangoFontDescription *font = pango_font_description_from_string(
        "Noto Sans, Noto Sans Arabic, Noto Sans Hebrew, DejaVu Sans");
    PangoAttrList *attributes = pango_attr_list_new();
    unsigned r = style.colour >> 16, g = style.colour >> 8 & 0xFF, b = style.colour & 0xFF;
    pango_font_description_set_absolute_size(font, style.size * PANGO_SCALE);
    if (style.bold)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(paragraph, font);
    pango_font_description_free(font);
    pango_attr_list_insert(
        attributes,
        pango_attr_foreground_new((guint16)(r * 257), (guint16)(g * 257), (guint16)(b * 257)));
    /* Markup has its own attributes, which count before these. */
    PangoAttrList *own = pango_layout_get_attributes(paragraph);
    if (own)
        pango_attr_list_splice(attributes, own, 0, 0);
    pango_layout_set_attributes(paragraph, attributes);
    pango_attr_list_unref(attributes);
}

static PangoLayout *empty_paragraph(pdf *p, double width)
{
    PangoLayout *paragraph = pango_layout_new(p->pango);
    pango_layout_set_width(paragraph, (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(paragraph, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_auto_dir(paragraph, TRUE);
    return paragraph;
}

PangoLayout *pdf_paragraph(pdf *p, const char *text, pdf_style style, double width)
{
    PangoLayout *paragraph = empty_paragraph(p, width);
    char *clean = doc_clean(text);
    pango_layout_set_text(paragraph, clean, -1);
    g_free(clean);
    set_style(paragraph, style);
    return paragraph;
}

PangoLayout *pdf_markup(pdf *p, const char *markup, pdf_style style, double width)
{
    PangoLayout *paragraph = empty_paragraph(p, width);
    pango_layout_set_markup(paragraph, markup, -1);
    set_style(paragraph, style);
    return paragraph;
}

/* Fonts for Arabic ask for nearly twice their size between lines; a caption needs less. */
static double line_height(PangoLayoutIter *line)
{
    PangoRectangle logical;
    PangoLayout *paragraph = pango_layout_iter_get_layout(line);
    int size = pango_font_description_get_size(pango_layout_get_font_description(paragraph));
    pango_layout_iter_get_line_extents(line, NULL, &logical);
    return MIN(logical.height, MOST_LEADING * size) / PANGO_SCALE;
}

double pdf_height(PangoLayout *paragraph)
{
    double height = 0;
    PangoLayoutIter *line = pango_layout_get_iter(paragraph);
    do
        height += line_height(line);
    while (pango_layout_iter_next_line(line));
    pango_layout_iter_free(line);
    return height;
}

void pdf_limit(PangoLayout *paragraph, double height)
{
    pango_layout_set_ellipsize(paragraph, PANGO_ELLIPSIZE_END);
    pango_layout_set_height(paragraph, (int)(height * PANGO_SCALE));
}

/* A page ends between two lines only; what is tagged begins anew on the next. */
static void draw_line(pdf *p, PangoLayoutIter *line, double x, const char *tag)
{
    PangoRectangle logical;
    pango_layout_iter_get_line_extents(line, NULL, &logical);
    double height = line_height(line), saved = (double)logical.height / PANGO_SCALE - height;
    double baseline =
        (double)(pango_layout_iter_get_baseline(line) - logical.y) / PANGO_SCALE - saved / 2;
    if (p->y + height > p->bottom + 0.01 && p->y > p->top) {
        cairo_tag_end(p->cr, tag);
        pdf_new_page(p);
        cairo_tag_begin(p->cr, tag, NULL);
    }
    cairo_move_to(p->cr, x + (double)logical.x / PANGO_SCALE, p->y + baseline);
    pango_cairo_show_layout_line(p->cr, pango_layout_iter_get_line_readonly(line));
    p->y += height;
}

void pdf_draw(pdf *p, PangoLayout *paragraph, double x, const char *tag)
{
    PangoLayoutIter *line = pango_layout_get_iter(paragraph);
    p->d->glyphs += (uint64_t)pango_layout_get_unknown_glyphs_count(paragraph);
    cairo_tag_begin(p->cr, tag, NULL);
    do
        draw_line(p, line, x, tag);
    while (pango_layout_iter_next_line(line));
    cairo_tag_end(p->cr, tag);
    pango_layout_iter_free(line);
}
