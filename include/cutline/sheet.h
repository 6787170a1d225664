/*
 * Caption sheets: the captions and credits of a selection, as a file, or row by row for programs
 * that lay them out themselves.
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

/** What the cells of a column hold. */
typedef enum cutline_cell_kind {
    CUTLINE_CELL_TEXT,   /**< a text */
    CUTLINE_CELL_LIST,   /**< several texts */
    CUTLINE_CELL_DATE,   /**< ISO 8601 date or date-time, may be partial */
    CUTLINE_CELL_NUMBER, /**< a whole number */
    CUTLINE_CELL_STRUCT  /**< structures; as text "City: Geneva, CountryName: Switzerland" */
} cutline_cell_kind;

/** A column that a sheet can have. */
typedef struct cutline_sheet_column {
    /** Name, in column lists and as the JSON key: "credit". */
    const char *name;
    /** Label for people, as the heading of a Markdown table: "Credit". */
    const char *label;
    /** What its cells hold. */
    cutline_cell_kind kind;
    /** It is in the sheet unless columns are named. */
    bool usual;
} cutline_sheet_column;

/** The column at an index from 0 on; NULL past the last. First what the catalog weighed, then the
 * fields of cutline_field_info_at() that have no such column. */
CUTLINE_API const cutline_sheet_column *cutline_sheet_column_at(size_t index);

/** A choice of columns with a name. */
typedef struct cutline_sheet_preset {
    /** Name: "credits", "captions", "full". */
    const char *name;
    /** What it is for, in one line. */
    const char *summary;
    /** Its columns, for cutline_sheet_options.columns. */
    const char *columns;
} cutline_sheet_preset;

/** The preset at an index from 0 on; NULL past the last. */
CUTLINE_API const cutline_sheet_preset *cutline_sheet_preset_at(size_t index);

/** By what the photos of a sheet stand together. */
typedef enum cutline_sheet_group {
    CUTLINE_GROUP_NONE = 0, /**< not grouped */
    CUTLINE_GROUP_PLACE,    /**< city and country */
    CUTLINE_GROUP_DATE,     /**< day taken */
    CUTLINE_GROUP_BY        /**< photographer, else the credit line */
} cutline_sheet_group;

/** How to write a sheet. All zero is the default. */
typedef struct cutline_sheet_options {
    /** Name of a format; NULL for csv. */
    const char *format;
    /** Comma-separated column names (cutline_sheet_column_at() lists them), each with a heading of
     * its own if wanted: "media_id,credit=Bildnachweis". "*" stands for all columns. NULL for the
     * default: media_id, headline, caption, credit, byline, city, country, date, restrictions,
     * file. */
    const char *columns;
    /** CSV and TSV: put a UTF-8 byte order mark first (Excel wants one). */
    bool bom;
    /** Language tag ("ar"): captions and other texts that are known in several languages are given
     * in this one where it is there. NULL for the catalog's choice. */
    const char *lang;
    /** Title over the sheet, in formats that have one; NULL for none. */
    const char *title;
    /** When the sheet was made, in words, to stand under its title; NULL for none. */
    const char *made;
    /** Format text: the template of a photo (<cutline/template.h>), its variables being the names
     * of columns and "number", the photo's place in the sheet. NULL for the usual one. */
    const char *text_template;
    /** By what the photos stand together; within a group in the order of the query. */
    cutline_sheet_group group;
    /** Give thumbnails, in formats that can hold pictures. */
    bool thumbnails;
    /** Give killed photos too; they are left out otherwise. */
    bool killed;
    /** Give everything about each photo (cutline_sheet_row.photo), whatever the columns ask for. */
    bool whole_photos;
} cutline_sheet_options;

/** A column of a sheet. */
typedef struct cutline_sheet_head {
    /** The column. */
    const cutline_sheet_column *column;
    /** The heading asked for, else the column's label. */
    const char *heading;
} cutline_sheet_head;

/** The columns of a sheet, in their order. */
typedef struct cutline_sheet_heads {
    /** The columns. */
    const cutline_sheet_head *items;
    size_t count;
} cutline_sheet_heads;

/**
 * The columns that cutline_sheet_options.columns names.
 * @param columns  NULL for the default
 * @param out      release with cutline_sheet_heads_free()
 * @return CUTLINE_OK; CUTLINE_BAD_ARGUMENT (the message suggests a near name); CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_sheet_heads_of(const char *columns,
                                                                     cutline_sheet_heads **out,
                                                                     cutline_error *err);
/** Releases columns; NULL is allowed. */
CUTLINE_API void cutline_sheet_heads_free(cutline_sheet_heads *heads);

/** What became of the photos that the query found. */
typedef struct cutline_sheet_counts {
    /** Photos in the sheet so far. */
    uint64_t rows;
    /** Photos left out because they are killed. */
    uint64_t killed;
    /** Photos in the sheet that have restrictions. */
    uint64_t restricted;
} cutline_sheet_counts;

/** A cell of a row. */
typedef struct cutline_sheet_cell {
    /** The value as one text, those of a list joined by "; "; NULL if there is none. */
    const char *text;
    /** The values of a list, or the one value. */
    cutline_strings values;
} cutline_sheet_cell;

/** A photo of a sheet. Everything in it lives until the callback returns. */
typedef struct cutline_sheet_row {
    /** Its number in the sheet, from 1. */
    uint64_t number;
    /** The photo in short, its texts in the language asked for. */
    const cutline_hit *hit;
    /** Everything about it; NULL if neither columns, language nor options need that. */
    const cutline_photo *photo;
    /** A cell for each column asked for, in their order; NULL while a sheet is written. */
    const cutline_sheet_cell *cells;
    size_t cell_count;
    /** Name of its group, "" if what it is grouped by is not known; NULL if not grouped. */
    const char *group;
    /** It is the first of its group. */
    bool begins_group;
    /** It was killed: the agency has withdrawn it. */
    bool killed;
    /** Language asked for, or NULL. */
    const char *lang;
    /** Its thumbnail, a JPEG; NULL if there is none or none is wanted. */
    const void *thumbnail;
    size_t thumbnail_length; /**< bytes */
} cutline_sheet_row;

/** Receives the rows in order; return non-zero to stop. It must not use the catalog. */
typedef int (*cutline_sheet_row_fn)(const cutline_sheet_row *row, void *context);

/**
 * Gives the rows of a sheet one by one: for layouts that this library has not. Memory does not grow
 * with their number, unless they are grouped.
 * @param query    as for cutline_catalog_find(); "" for everything
 * @param options  format, bom and title are not looked at; NULL for the default
 * @param counts   kept up to date all along; may be NULL
 * @return as cutline_sheet_write()
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_sheet_read(
    cutline_catalog *catalog, const char *query, const cutline_sheet_options *options,
    cutline_sheet_row_fn on_row, void *context, cutline_sheet_counts *counts, cutline_error *err);

/** Receives the sheet in pieces of some 64 KiB; return non-zero to stop (e.g. the disk is full). */
typedef int (*cutline_write_fn)(const void *bytes, size_t length, void *context);

/**
 * Writes a sheet of the photos that a query finds. Memory does not grow with their number, unless
 * they are grouped.
 * Texts come out as they are stored, with this care: CSV and TSV cells that a spreadsheet would
 * take for a formula begin with an apostrophe, control characters are left out, bytes that are not
 * UTF-8 (of a path) become U+FFFD.
 * @param query   as for cutline_catalog_find(); "" for everything
 * @param counts  kept up to date all along, so that they are right in `write` too; may be NULL
 * @return CUTLINE_OK; CUTLINE_BAD_ARGUMENT (query, format or column; the message suggests a near
 *         name); CUTLINE_CANCELLED if the callback stopped; CUTLINE_CATALOG
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_sheet_write(
    cutline_catalog *catalog, const char *query, const cutline_sheet_options *options,
    cutline_write_fn write, void *context, cutline_sheet_counts *counts, cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
