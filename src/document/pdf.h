/*
 * PDF by cairo and pango. pdf.c makes pages, with header, footer and bookmarks; pdf_text.c sets
 * paragraphs, over the end of a page if need be; pdf_item.c lays a photo out. Lengths are points.
 */
#ifndef DOC_PDF_H
#define DOC_PDF_H

#include "document/document.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/* How many photos stand on a page, and in what size of type. */
typedef struct pdf_layout {
    const char *name;  /* for --layout */
    int columns, rows; /* 0: a list */
    double size;       /* of the caption */
    double picture;    /* of a list: width; else its part of the cell's height */
    bool brief;        /* no headline, no other columns */
    bool flows;        /* text goes on on the next page instead of being cut */
} pdf_layout;

typedef struct pdf {
    doc *d;
    const pdf_layout *layout;
    cairo_surface_t *surface;
    cairo_t *cr;
    PangoContext *pango;
    double width, height;            /* of the paper */
    double left, right, top, bottom; /* what is free for photos */
    double y;                        /* where the next thing goes */
    int page;                        /* from 1; 0 before the first */
    int slot;                        /* column of the next photo, where there are columns */
    int bookmarks;                   /* made so far */
    int write_error;                 /* errno of a write that failed */
} pdf;

/* ---- pdf.c ---- */

void pdf_new_page(pdf *p);
/* Makes a bookmark to the place at p->y. */
void pdf_bookmark(pdf *p, const char *text);

/* ---- pdf_text.c ---- */

/* Colours of text. */
#define PDF_INK 0x1A1A1Au
#define PDF_SOFT 0x5C5F66u

/* A paragraph. Colours are 0xRRGGBB. */
typedef struct pdf_style {
    double size;
    bool bold;
    unsigned colour;
} pdf_style;

/* A paragraph that is broken into lines of a width; its text is made clean. Release with
 * g_object_unref(). */
PangoLayout *pdf_paragraph(pdf *p, const char *text, pdf_style style, double width);
/* The same of pango's markup. */
PangoLayout *pdf_markup(pdf *p, const char *markup, pdf_style style, double width);
double pdf_height(PangoLayout *paragraph);
/* Keeps as many lines as fit into a height, the last one ending in "...". */
void pdf_limit(PangoLayout *paragraph, double height);
/* Draws a paragraph from p->y on, which moves on; on a new page if there is no room. `tag` says
 * what it is (ISO 32000-1, 14.8.4): "P", "H2". */
void pdf_draw(pdf *p, PangoLayout *paragraph, double x, const char *tag);

/* ---- pdf_item.c ---- */

void pdf_item(pdf *p, const cutline_sheet_row *row);

#endif
