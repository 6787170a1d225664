/*
 * The program cutline-sheet: sheets in formats that need libraries which the process that answers a
 * lookup should not have to load. `cutline sheet` runs it. It gets its rows by <cutline/sheet.h>,
 * writes to standard output, and reports its progress on a pipe:
 *
 *     rows 12 killed 0 restricted 3 cut 1 glyphs 0
 *
 * To add a format: a doc_format in a file of its own, and a row in the table of main.c.
 */
#ifndef DOC_DOCUMENT_H
#define DOC_DOCUMENT_H

#include <cutline/sheet.h>

/* What is to be written, from the command line. */
typedef struct doc_options {
    const char *format, *db, *query, *columns, *lang, *title, *made, *layout, *paper;
    cutline_sheet_group group;
    bool pictures;    /* give thumbnails */
    bool killed;      /* keep killed photos */
    bool allow_empty; /* write a sheet even if it has no rows */
    int report_fd;    /* where progress is reported; -1: nowhere */
} doc_options;

typedef struct doc doc;

/* A format. The functions return false after doc_fail(). */
typedef struct doc_format {
    const char *name;
    /* Before the first row, or, if an empty sheet is wanted, before end. */
    bool (*begin)(doc *d);
    bool (*row)(doc *d, const cutline_sheet_row *row);
    /* Writes what is left; called once after begin, unless something failed. */
    bool (*end)(doc *d);
    /* Releases d->state, which may be NULL. */
    void (*release)(doc *d);
} doc_format;

/* A sheet that is being written. */
struct doc {
    const doc_format *format;
    doc_options options;
    cutline_sheet_heads *heads; /* of the columns, the last being "marks" */
    cutline_sheet_counts counts;
    uint64_t cut;    /* texts that did not fit their cells */
    uint64_t glyphs; /* characters without a glyph in any font */
    bool begun;
    bool failed;
    void *state; /* of the format */
};

extern const doc_format doc_xlsx, doc_pdf;

/* Says once what went wrong, on stderr. Returns false. */
bool doc_fail(doc *d, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Writes to standard output; false with errno if it cannot. */
bool doc_write(const void *bytes, size_t length);

/* Index of the column of a name, or heads->count. */
size_t doc_column(const doc *d, const char *name);

#endif
