/*
 * Caption sheets: rows of cells, written by one writer a format behind one small interface. Where
 * the rows come from is not its business (see catalog/sheet_write.c).
 *
 * To add a format: a file with a cut_sheet_writer, and a row in writers_table.c.
 * To add a column: a member in cutline_hit, and a row in columns_table.c.
 */
#ifndef CUT_SHEET_SHEET_H
#define CUT_SHEET_SHEET_H

#include "base/buf.h"

#include <cutline/sheet.h>

/* What a cell holds. */
typedef enum cut_cell_kind {
    CUT_CELL_TEXT,     /* a text, the member of cutline_hit at `offset` */
    CUT_CELL_LIST,     /* texts joined by ", " (codes without commas), likewise */
    CUT_CELL_MEDIA_ID, /* "namespace:value" */
    CUT_CELL_NUMBER    /* the photo's number */
} cut_cell_kind;

typedef struct cut_sheet_column {
    cutline_sheet_column info;
    cut_cell_kind kind;
    size_t offset; /* of a const char * in cutline_hit */
} cut_sheet_column;

/* The columns, in the order of the usual ones; the last has no name. */
extern const cut_sheet_column cut_sheet_columns[];
#define CUT_SHEET_COLUMNS 12

typedef struct cut_sheet cut_sheet;

/* A format. The functions add to sheet->out; what they add is handed on between rows. */
typedef struct cut_sheet_writer {
    cutline_sheet_format info;
    /* What stands for an ASCII character in a text: another text, "" to leave it out; NULL for the
     * character itself. NULL if the format adds no text by cut_sheet_add_text(). */
    const char *(*escape)(char c);
    void (*begin)(cut_sheet *sheet);
    void (*row)(cut_sheet *sheet, const cutline_hit *hit);
    void (*end)(cut_sheet *sheet);
} cut_sheet_writer;

/* The formats; the last has no name. */
extern const cut_sheet_writer cut_sheet_writers[];

/* A sheet that is being written. */
struct cut_sheet {
    const cut_sheet_writer *writer;
    const cut_sheet_column *columns[CUT_SHEET_COLUMNS];
    size_t column_count;
    bool bom;
    bool special[256]; /* bytes that cut_sheet_add_text() must look at */
    cut_buf out;       /* owned; not handed on yet */
    cutline_write_fn write;
    void *context;
    uint64_t rows; /* added so far */
};

/* Ready to add rows. options may be NULL; bad ones give CUTLINE_BAD_ARGUMENT with a suggestion.
 * Nothing is handed to `write` yet. Release in any case. */
CUTLINE_MUST_CHECK cutline_status cut_sheet_open(cut_sheet *sheet,
                                                 const cutline_sheet_options *options,
                                                 cutline_write_fn write, void *context,
                                                 cutline_error *err);
/* Adds a row and hands on what has gathered. CUTLINE_CANCELLED if `write` stopped. */
CUTLINE_MUST_CHECK cutline_status cut_sheet_add(cut_sheet *sheet, const cutline_hit *hit,
                                                cutline_error *err);
/* Ends the sheet and hands on the rest. */
CUTLINE_MUST_CHECK cutline_status cut_sheet_close(cut_sheet *sheet, cutline_error *err);
void cut_sheet_release(cut_sheet *sheet);

/* Room for a cell that is put together. */
typedef struct cut_cell_room {
    char text[2 * 255 + 2]; /* namespace, colon, media ID (CUT_MAX_MEDIA_ID each), NUL */
} cut_cell_room;

/* A cell as text; p is NULL if there is no value. */
cut_str cut_sheet_cell(const cut_sheet_column *column, const cutline_hit *hit, cut_cell_room *room);

/* Adds text with its ASCII characters escaped as the format says. C1 control characters are left
 * out; bytes that are not UTF-8 become U+FFFD. */
void cut_sheet_add_text(cut_sheet *sheet, cut_str text);

/* True if spreadsheets would take the cell for a formula, or if it looks as if it had been guarded
 * against that already; it is then written with an apostrophe before it. */
bool cut_sheet_is_formula(cut_str cell);

#endif
