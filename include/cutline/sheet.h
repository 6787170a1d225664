/*
 * Caption sheets: the captions and credits of a selection, as a file.
 */
#ifndef CUTLINE_SHEET_H
#define CUTLINE_SHEET_H

#include <cutline/query.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A format of sheets. */
typedef struct cutline_sheet_format {
    /** Name for --format: "csv", "json", ... */
    const char *name;
    /** What it is, for help texts. */
    const char *summary;
} cutline_sheet_format;

/** The format at an index from 0 on; NULL past the last. */
CUTLINE_API const cutline_sheet_format *cutline_sheet_format_at(size_t index);

/** A column that a sheet can have. */
typedef struct cutline_sheet_column {
    /** Name, in column lists and as the JSON key: "credit". */
    const char *name;
    /** Label for people, as the heading of a Markdown table: "Credit". */
    const char *label;
    /** It is in the sheet unless columns are named. */
    bool usual;
} cutline_sheet_column;

/** The column at an index from 0 on; NULL past the last. */
CUTLINE_API const cutline_sheet_column *cutline_sheet_column_at(size_t index);

/** How to write a sheet. All NULL is the default. */
typedef struct cutline_sheet_options {
    /** Name of a format; NULL for csv. */
    const char *format;
    /** Comma-separated column names (cutline_sheet_column_at() lists them); NULL for the default:
     * media_id, headline, caption, credit, byline, city, country, date, restrictions, file. */
    const char *columns;
    /** CSV and TSV: put a UTF-8 byte order mark first (Excel wants one). */
    bool bom;
} cutline_sheet_options;

/** Receives the sheet in pieces of some 64 KiB; return non-zero to stop (e.g. the disk is full). */
typedef int (*cutline_write_fn)(const void *bytes, size_t length, void *context);

/**
 * Writes a sheet of the photos that a query finds. Memory does not grow with their number.
 * Texts come out as they are stored, with this care: CSV and TSV cells that a spreadsheet would
 * take for a formula begin with an apostrophe, control characters are left out, bytes that are not
 * UTF-8 (of a path) become U+FFFD.
 * @param query  as for cutline_catalog_find(); "" for everything
 * @param rows   kept at the number of photos so far, so that it is right in `write` too; may be
 * NULL
 * @return CUTLINE_OK; CUTLINE_BAD_ARGUMENT (query, format or column; the message suggests a near
 *         name); CUTLINE_CANCELLED if the callback stopped; CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_sheet_write(
    cutline_catalog *catalog, const char *query, const cutline_sheet_options *options,
    cutline_write_fn write, void *context, uint64_t *rows, cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
