/*
 * Caption sheets: rows of cells, written by one writer a format behind one small interface. Where
 * the rows come from is not its business (see catalog/sheet_write.c).
 *
 * To add a format: a file with the functions of a cut_sheet_writer, and a row in writers_table.c.
 * A format that makes a document of each photo instead of a row of cells sets `photos` and takes
 * what it needs from row->photo.
 * To add a column: a row in columns_table.c; if it is not in cutline_hit, a function in
 * photo_cells.c.
 */
#ifndef CUT_SHEET_SHEET_H
#define CUT_SHEET_SHEET_H

#include "base/arena.h"
#include "base/buf.h"
#include "record/fields.h"

#include <cutline/sheet.h>
#include <cutline/template.h>

/* Where the cells of a column come from. */
typedef enum cut_cell_source {
    CUT_CELL_HIT,       /* a text, the member of cutline_hit at `at` */
    CUT_CELL_HIT_LIST,  /* texts joined by ", " (codes without commas), likewise */
    CUT_CELL_HIT_ID,    /* "namespace:value" */
    CUT_CELL_HIT_PHOTO, /* the photo's number */
    CUT_CELL_PHOTO,     /* what `values` makes of row->photo */
    CUT_CELL_FIELD      /* field number `at` of row->photo */
} cut_cell_source;

typedef struct cut_sheet cut_sheet;

/* What a photo has for a column, in sheet->arena or the photo; no items if nothing is known. */
typedef cutline_strings (*cut_cell_fn)(cut_sheet *sheet, const cutline_sheet_row *row);

typedef struct cut_sheet_column {
    cutline_sheet_column info;
    cut_cell_source source;
    size_t at; /* see cut_cell_source */
    cut_cell_fn values;
} cut_sheet_column;

/* The columns, in the order of the usual ones; the last has no name. Later ones of the same name
 * are hidden by the first. */
extern const cut_sheet_column cut_sheet_columns[];
/* Most columns that a sheet can have. */
#define CUT_SHEET_COLUMNS (64 + CUT_FIELD_COUNT)

/* A column of a sheet. */
typedef struct cut_sheet_head {
    const cut_sheet_column *column;
    cut_str label; /* heading asked for; p is NULL if none */
} cut_sheet_head;

/* A format. The functions add to sheet->out; what they add is handed on between rows. */
typedef struct cut_sheet_writer {
    cutline_sheet_format info;
    /* What stands for an ASCII character in a text: another text, "" to leave it out; NULL for the
     * character itself. NULL if the format adds no text by cut_sheet_add_text(). */
    const char *(*escape)(char c);
    void (*begin)(cut_sheet *sheet);
    /* row->photo is there if `photos` is set or a column needs it. */
    void (*row)(cut_sheet *sheet, const cutline_sheet_row *row);
    void (*end)(cut_sheet *sheet);
    bool photos;     /* always wants row->photo */
    bool thumbnails; /* can hold pictures: row->thumbnail is there if asked for */
    bool templated;  /* the columns are the variables of options->text_template */
    bool no_bidi;    /* cut_sheet_add_text() leaves out what turns the direction of text */
} cut_sheet_writer;

/* The formats; the last has no name. */
extern const cut_sheet_writer cut_sheet_writers[];

/* A sheet that is being written. */
struct cut_sheet {
    const cut_sheet_writer *writer;
    const cutline_sheet_options *options; /* not owned; never NULL */
    const char *query;                    /* what was asked for; not owned; never NULL */
    cutline_template *text_template;      /* owned; NULL unless writer->templated */
    cut_sheet_head heads[CUT_SHEET_COLUMNS];
    size_t column_count;
    bool special[256]; /* bytes that cut_sheet_add_text() must look at */
    cut_buf out;       /* owned; not handed on yet */
    cut_buf held[3];   /* owned; what news formats hold back (news.h) */
    cut_arena arena;   /* for the row at hand */
    bool failed;       /* memory ran out */
    cutline_write_fn write;
    void *context;
    uint64_t rows; /* added so far */
};

/* Ready to add rows. options may be NULL; bad ones give CUTLINE_BAD_ARGUMENT with a suggestion.
 * options and query must outlive the sheet. Nothing is handed to `write` yet. Release in any
 * case. */
CUTLINE_MUST_CHECK cutline_status cut_sheet_open(cut_sheet *sheet, const char *query,
                                                 const cutline_sheet_options *options,
                                                 cutline_write_fn write, void *context,
                                                 cutline_error *err);
/* The same without a format, for rows that are only looked at by cut_sheet_cell(). */
CUTLINE_MUST_CHECK cutline_status cut_sheet_open_cells(cut_sheet *sheet,
                                                       const cutline_sheet_options *options,
                                                       cutline_error *err);
/* Whether rows need row->photo, and row->thumbnail. */
bool cut_sheet_wants_photos(const cut_sheet *sheet);
bool cut_sheet_wants_thumbnails(const cut_sheet *sheet);
/* Adds a row and hands on what has gathered. CUTLINE_CANCELLED if `write` stopped. */
CUTLINE_MUST_CHECK cutline_status cut_sheet_add(cut_sheet *sheet, const cutline_sheet_row *row,
                                                cutline_error *err);
/* Ends the sheet and hands on the rest. */
CUTLINE_MUST_CHECK cutline_status cut_sheet_close(cut_sheet *sheet, cutline_error *err);
void cut_sheet_release(cut_sheet *sheet);

/* ---- cells -----------------------------------------------------------------------------------
 * What they return lives in the row or, until the next row, in sheet->arena. */

/* A cell as one text, the values of a list joined by "; "; p is NULL if there is no value. */
cut_str cut_sheet_cell(cut_sheet *sheet, size_t column, const cutline_sheet_row *row);
/* The values of a cell one by one. */
cutline_strings cut_sheet_values(cut_sheet *sheet, size_t column, const cutline_sheet_row *row);
/* Heading of a column: the one asked for, else its label or, if not for people, its name. */
cut_str cut_sheet_heading(const cut_sheet *sheet, size_t column, bool for_people);
/* The field of a name that a photo has, or NULL. */
const cutline_field *cut_sheet_field(const cutline_photo *photo, const char *name);

/* Adds text with its ASCII characters escaped as the format says. C1 control characters are left
 * out; bytes that are not UTF-8 become U+FFFD. */
void cut_sheet_add_text(cut_sheet *sheet, cut_str text);

/* True if spreadsheets would take the cell for a formula, or if it looks as if it had been guarded
 * against that already; it is then written with an apostrophe before it. */
bool cut_sheet_is_formula(cut_str cell);

/* ---- rows ------------------------------------------------------------------------------------ */

/* The agency has withdrawn the photo. */
bool cut_sheet_is_killed(const cutline_hit *hit);
/* Puts the caption and headline of a photo into the hit as they are known in a language, if they
 * are. */
void cut_sheet_translate(cut_sheet *sheet, const cutline_photo *photo, const char *lang,
                         cutline_hit *hit);
/* Language of a text as the caption parser guesses it, "und" if it cannot; NULL is a text, too. */
const char *cut_sheet_language_of(cut_sheet *sheet, const char *text);
/* The value of a language alternative in a language, else the first. Never NULL. */
const cutline_value *cut_sheet_in_language(const cutline_field *field, const char *lang);
/* Heading of the row's group, also where what it is grouped by is not known. */
const char *cut_sheet_group_label(const cutline_sheet_row *row);
/* What a photo is grouped by, in the arena or the hit; "" if that is not known, or without
 * memory. */
const char *cut_sheet_group_of(const cutline_hit *hit, cutline_sheet_group group, cut_arena *arena);

#endif
