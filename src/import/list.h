/*
 * Caption and credit lists: a row a picture, with columns known by their names.
 *
 *   list_table.c    what columns there are, and what they are usually called
 *   list_columns.c  which column of a list is which, by a map or by their names
 *   list_cell.c     cells as spreadsheets write them
 *   list_credit.c   one credit of the columns and the caption
 *   list_rows.c     rows to items
 *   list.c          the table: its header and its rows
 */
#ifndef CUT_IMPORT_LIST_H
#define CUT_IMPORT_LIST_H

#include "import/csv.h"
#include "record/page.h"
#include "record/reading.h"

/* What a column holds. */
typedef enum cut_list_role {
    CUT_LIST_NONE,
    CUT_LIST_ID,        /* media ID, with or without namespace */
    CUT_LIST_NAMESPACE, /* whose the ID is: agency or archive */
    CUT_LIST_FILE,      /* file name, which may be an ID */
    CUT_LIST_CAPTION,
    CUT_LIST_CREDIT,
    CUT_LIST_BYLINE,
    CUT_LIST_SOURCE,
    CUT_LIST_COPYRIGHT,
    CUT_LIST_HEADLINE,
    CUT_LIST_DATE,
    CUT_LIST_CITY,
    CUT_LIST_STATE,
    CUT_LIST_COUNTRY,
    CUT_LIST_INSTRUCTIONS,
    CUT_LIST_TITLE,
    CUT_LIST_KEYWORDS,
    CUT_LIST_PERSONS,
    CUT_LIST_WRITER,
    CUT_LIST_USAGE,
    CUT_LIST_SOURCE_TYPE,
    CUT_LIST_RELEASE,
    CUT_LIST_EXPIRES
} cut_list_role;

#define CUT_LIST_ROLES (CUT_LIST_EXPIRES + 1)

typedef struct cut_list_column {
    cut_list_role role;
    const char *target; /* what a map calls it */
    const char *field;  /* field that the cell is a value of, as it is; NULL: it is worked on */
    const char *names;  /* folded, letters and digits only, separated by spaces, best first; NULL:
                           no column is taken for it by its name */
} cut_list_column;

extern const cut_list_column cut_list_columns[];
extern const size_t cut_list_column_count;

/* ---- list_columns.c
 * ------------------------------------------------------------------------------
 */

/* A map as a person gave it: "HEADER=FIELD,...". */
typedef struct cut_list_mapping {
    cut_str header; /* squeezed (cut_uc_squeeze) */
    cut_str name;   /* as it was typed */
    cut_list_role role;
} cut_list_mapping;

typedef struct cut_list_map {
    CUT_VEC(cut_list_mapping) list;
} cut_list_map;

/* Reads a map; all of it lives in the arena. Headers are told apart by letters and digits only.
 * CUTLINE_BAD_ARGUMENT with what is meant, for an unknown field, a pair without "=" or a header
 * that is empty or named twice; CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_list_map_parse(cut_arena *arena, const char *text,
                                                     cut_list_map *out, cutline_error *err);

/* Where the columns of a list are. */
typedef struct cut_list_layout {
    size_t column[CUT_LIST_ROLES]; /* index of the role's column; SIZE_MAX if there is none */
    size_t width;                  /* columns with a name, and those between them */
    size_t known;                  /* roles that have a column */
} cut_list_layout;

/* Finds the columns in a row of names; map: NULL for none. False if memory runs out. */
bool cut_list_layout_find(cut_arena *arena, const cut_list_map *map, const cut_str *cells,
                          size_t count, cut_list_layout *out);
/* The column that a name is usually taken for, whatever the others of its list are called; NULL if
 * for none, or if memory runs out. */
const cut_list_column *cut_list_column_named(cut_arena *arena, cut_str name);
/* What it holds; CUT_LIST_NONE for a name that is not known, or if memory runs out. */
cut_list_role cut_list_role_of(cut_arena *arena, cut_str name);
/* There is a column that names pictures. */
bool cut_list_layout_has_key(const cut_list_layout *layout);

/* ---- list_cell.c --------------------------------------------------------------------------------
 */

/* The text of a cell, none of "N/A", "-" and the like: ="0012345" and what is behind the apostrophe
 * that keeps a formula from being one (sheet/cell.c writes it). */
cut_str cut_list_cell_text(cut_str cell);
/* The same for an ID or a file name, for which an apostrophe at the start never counts;
 * "55350159.0" is a number that passed through a program. */
cut_str cut_list_cell_name(cut_str cell);
/* "5.53502E+07": the digits of an ID are lost. */
bool cut_list_is_scientific(cut_str cell);
/* ISO 8601 of a date as people write it; {NULL, 0} if it cannot be told, as which of 5/2/2016 is
 * the month. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_list_date(cut_arena *arena, cut_str cell, cut_str *out,
                                                cutline_error *err);

/* ---- list_credit.c ------------------------------------------------------------------------------
 */

/* What the cells of a row say about who gets the credit. */
typedef struct cut_list_voices {
    cut_str credit, byline, source, copyright;
    const cutline_caption *caption; /* NULL if there is none */
} cut_list_voices;

/* Weighs them as record/credit.h weighs a file's. reading: all zero but for record and scratch; the
 * record is used up: its arena holds the result, its findings tell of conflicts. */
CUTLINE_MUST_CHECK cutline_status cut_list_credit(cut_reading *reading,
                                                  const cut_list_voices *voices,
                                                  cutline_error *err);

/* ---- list_rows.c --------------------------------------------------------------------------------
 */

/* What can be wrong with a row. */
typedef enum cut_list_trouble {
    CUT_ROW_NO_KEY,
    CUT_ROW_SCIENTIFIC,
    CUT_ROW_SHORT,
    CUT_ROW_LONG,
    CUT_ROW_BAD_DATE,
    CUT_ROW_CONFLICT
} cut_list_trouble;

#define CUT_LIST_TROUBLES (CUT_ROW_CONFLICT + 1)

/* Rows on their way to a page's items. */
typedef struct cut_list_rows {
    cut_page *page;
    cut_list_layout layout; /* where the cells are; at first a cell for each role, in their order */
    cutline_record record;  /* of one row; its arena is the scratch memory of the row */
    cut_reading reading;
    const char *unit;                 /* what findings call a row: "line" */
    cut_id_place place;               /* where the IDs stand: CUT_ID_LIST, or CUT_ID_PAGE */
    const char *ns;                   /* whose the IDs are if a row does not say; may be NULL */
    size_t number;                    /* of the row at hand, for findings */
    size_t counts[CUT_LIST_TROUBLES]; /* rows with each */
} cut_list_rows;

/* Begins; NULL if memory runs out. */
cut_list_rows *cut_list_rows_begin(cut_page *page, const char *unit);
/* Adds a row: makes an item of it, or a finding if it names no picture. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_list_rows_add(cut_list_rows *rows, size_t number,
                                                    const cut_str *cells, size_t count,
                                                    cutline_error *err);
/* Ends, and sums up what was not told row by row. NULL is allowed. */
void cut_list_rows_end(cut_list_rows *rows);

/* Tells what is wrong with the row at hand: the text and the cell. */
void cut_list_note(cut_list_rows *rows, cut_list_trouble kind, const char *what, cut_str cell);

/* ---- list.c -------------------------------------------------------------------------------------
 */

/* Reads clean text into page->items; map: NULL for none. Rows without an ID or a file name are
 * findings, as are others that cannot be right, each with its line. Without a column for IDs or
 * files there are no items and the finding "list-no-header". CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_list_read(cut_page *page, cut_str text,
                                                const cut_list_map *map, cutline_error *err);

/* The first line has tabs and the names of columns: a spreadsheet's "Unicode text". */
bool cut_list_is_tabbed(cut_arena *arena, cut_str text);

#endif
