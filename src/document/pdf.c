#include "document/pdf.h"

#include "document/text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MARGIN 40.0
/* Between the paper's edge and the page number. */
#define FOOT 24.0
/* Bookmarks of single photos, where the sheet has no groups; more than these no viewer shows well.
 */
#define MOST_BOOKMARKS 1000

static const pdf_layout layouts[] = {
    {"list", 0, 0, 9.5, 132, false, true}, {"1", 1, 1, 11, 0.5, false, true},
    {"4", 2, 2, 8.5, 0.52, false, false},  {"9", 3, 3, 7.2, 0.5, false, false},
    {"20", 4, 5, 6, 0.52, true, false},
};

/* ---- pages ----------------------------------------------------------------------------------- */

static cairo_status_t write_piece(void *context, const unsigned char *bytes, unsigned length)
{
    pdf *p = context;
    if (!p->write_error && !doc_write(bytes, length))
        p->write_error = errno;
    /* Cairo 1.16 may crash when a surface is finished after a failed write, so it is not told. */
    return CAIRO_STATUS_SUCCESS;
}

static void rule(pdf *p, double y)
{
    cairo_set_source_rgb(p->cr, 0.6, 0.62, 0.65);
    cairo_set_line_width(p->cr, 0.5);
    cairo_move_to(p->cr, p->left, y);
    cairo_line_to(p->cr, p->right, y);
    cairo_stroke(p->cr);
}

/* One line that does not take more than its width, without moving on. */
static void put_line(pdf *p, const char *text, pdf_style style, double x, double width,
                     PangoAlignment alignment)
{
    double y = p->y;
    PangoLayout *line = pdf_paragraph(p, text, style, width);
    pango_layout_set_alignment(line, alignment);
    pango_layout_set_single_paragraph_mode(line, TRUE);
    pango_layout_set_ellipsize(line, PANGO_ELLIPSIZE_END);
    pdf_draw(p, line, x, "P");
    g_object_unref(line);
    p->y = y;
}

/* Title, selection and date; the title is larger on the first page. */
static void put_header(pdf *p)
{
    const doc_options *o = &p->d->options;
    const char *title = o->title ? o->title : "Captions and credits";
    double width = p->right - p->left, size = p->page == 1 ? 16 : 9;
    p->y = MARGIN - 14;
    put_line(p, title, (pdf_style){size, true, PDF_INK}, p->left, width - 110, PANGO_ALIGN_LEFT);
    put_line(p, o->made, (pdf_style){8, false, PDF_SOFT}, p->right - 105, 105, PANGO_ALIGN_RIGHT);
    p->y += size * 1.45;
    if (o->query[0]) {
        char *selection = g_strdup_printf("Selection: %s", o->query);
        put_line(p, selection, (pdf_style){8, false, PDF_SOFT}, p->left, width, PANGO_ALIGN_LEFT);
        p->y += 12;
        g_free(selection);
    }
    rule(p, p->y + 2);
    p->top = p->y + 12;
}

static void put_footer(pdf *p)
{
    char number[32];
    snprintf(number, sizeof number, "%d", p->page);
    p->y = p->height - FOOT - 8;
    put_line(p, number, (pdf_style){8, false, PDF_SOFT}, p->left, p->right - p->left,
             PANGO_ALIGN_CENTER);
}

void pdf_new_page(pdf *p)
{
    if (p->page > 0)
        cairo_show_page(p->cr);
    p->page++;
    p->slot = 0;
    p->top = 0;
    p->bottom = p->height;
    put_footer(p);
    put_header(p);
    p->bottom = p->height - FOOT - 20;
    p->y = p->top;
}

void pdf_bookmark(pdf *p, const char *text)
{
    char place[64];
    int y = (int)(p->y - 4);
    char *clean = doc_clean(text);
    if (p->bookmarks++ < MOST_BOOKMARKS) {
        snprintf(place, sizeof place, "page=%d pos=[%d %d]", p->page, (int)p->left, y > 0 ? y : 0);
        cairo_pdf_surface_add_outline(p->surface, CAIRO_PDF_OUTLINE_ROOT, clean, place, 0);
    }
    g_free(clean);
}

/* ---- the format ------------------------------------------------------------------------------ */

static void describe(const pdf *p)
{
    char *title = doc_clean(p->d->options.title), *query = doc_clean(p->d->options.query);
    cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_TITLE,
                                   title[0] ? title : "Captions and credits");
    cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_SUBJECT, query);
    cairo_pdf_surface_set_metadata(p->surface, CAIRO_PDF_METADATA_CREATOR, "cutline");
    g_free(title);
    g_free(query);
}

static void make_context(pdf *p)
{
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    p->pango = pango_cairo_create_context(p->cr);
    pango_cairo_context_set_font_options(p->pango, options);
    pango_cairo_context_set_resolution(p->pango, 72);
    pango_context_set_round_glyph_positions(p->pango, FALSE);
    if (p->d->options.lang)
        pango_context_set_language(p->pango, pango_language_from_string(p->d->options.lang));
    cairo_font_options_destroy(options);
}

static bool pdf_begin(doc *d)
{
    pdf *p = d->state = g_new0(pdf, 1);
    bool letter = strcmp(d->options.paper, "letter") == 0;
    p->d = d;
    p->layout = layouts;
    for (size_t i = 0; i < sizeof layouts / sizeof layouts[0]; i++)
        if (strcmp(layouts[i].name, d->options.layout) == 0)
            p->layout = &layouts[i];
    /* ISO 216: 210 mm by 297 mm; letter: 8.5 in by 11 in */
    p->width = letter ? 612 : 595.276;
    p->height = letter ? 792 : 841.89;
    p->left = MARGIN;
    p->right = p->width - MARGIN;
    p->surface = cairo_pdf_surface_create_for_stream(write_piece, p, p->width, p->height);
    p->cr = cairo_create(p->surface);
    describe(p);
    make_context(p);
    pdf_new_page(p);
    return true;
}

static bool went_well(doc *d)
{
    pdf *p = d->state;
    cairo_status_t status = cairo_status(p->cr);
    if (p->write_error)
        return doc_fail(d, "cannot write: %s", strerror(p->write_error));
    if (status == CAIRO_STATUS_SUCCESS)
        status = cairo_surface_status(p->surface);
    if (status == CAIRO_STATUS_SUCCESS)
        return true;
    return doc_fail(d, "cannot make the PDF: %s", cairo_status_to_string(status));
}

static bool pdf_row(doc *d, const cutline_sheet_row *row)
{
    pdf_item(d->state, row);
    return went_well(d);
}

static bool pdf_end(doc *d)
{
    pdf *p = d->state;
    cairo_show_page(p->cr);
    cairo_surface_finish(p->surface);
    return went_well(d);
}

static void pdf_release(doc *d)
{
    pdf *p = d->state;
    if (!p)
        return;
    g_object_unref(p->pango);
    cairo_destroy(p->cr);
    cairo_surface_destroy(p->surface);
    g_free(p);
    d->state = NULL;
}

const doc_format doc_pdf = {"pdf", pdf_begin, pdf_row, pdf_end, pdf_release};
