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

/** How to write a sheet. */
typedef struct cutline_sheet_options {
    const char *format;
    /** Comma-separated column names; NULL for the default: media_id, headline, caption, credit,
     * byline, city, country, date, restrictions, file. */
    const char *columns;
    /** CSV: put a UTF-8 byte order mark first (Excel wants one). */
    bool bom;
} cutline_sheet_options;

/** Receives the sheet in pieces; return non-zero to stop (e.g. the disk is full). */
typedef int (*cutline_write_fn)(const void *bytes, size_t length, void *context);

/**
 * Writes a sheet of the photos that a query finds. Memory does not grow with their number.
 * @param rows  receives the number of photos written; may be NULL
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
