/* Tables of edits: rows of a spreadsheet, one a photo. */
#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "import/charset.h"
#include "import/list.h"
#include "record/edit.h"
#include "sheet/sheet.h"

#include <cutline/edit.h>

/* How a column names the photo of a row; what comes first counts before the others. */
typedef enum naming { BY_ID, BY_PATH, BY_FILE, NAMINGS } naming;

/* A table being read. */
typedef struct table {
    cut_arena arena; /* holds the text, the heads and the cells */
    cut_csv csv;
    const char *heads[CUT_CSV_CELLS]; /* what stands before "=" in an edit; NULL: ignored */
    bool dates[CUT_CSV_CELLS];        /* cells set a date */
    bool sets[CUT_CSV_CELLS];         /* cells set what is in them: the head has no sign */
    size_t names[NAMINGS];            /* columns that name the photo; SIZE_MAX: none */
    size_t columns;
    const char *passed_over; /* heads of columns that a sheet has and nobody edits; NULL: none */
} table;

/* UTF-8 as it is, direction marks and all: they are part of captions. */
static cutline_status take_text(table *t, cut_view bytes, cut_str *out, cutline_error *err)
{
    cut_findings findings = cut_findings_in(&t->arena);
    cut_str text = cut_str_of_view(bytes);
    if (cut_str_starts(text, CUT_STR("\xEF\xBB\xBF")))
        text = cut_str_slice(text, 3, text.n);
    *out = text;
    if (cut_utf8_valid(text))
        return CUTLINE_OK;
    return cut_page_to_utf8(&t->arena, bytes, NULL, &findings, out, err);
}

/* ---- the first row ---------------------------------------------------------------------------
 */

/* What a map says of a header; the header itself if nothing. */
static cut_str mapped(cut_str header, const char *map)
{
    cut_str rest = cut_str_from(map);
    while (rest.p) {
        cut_str name = cut_str_split(&rest, ','), from = cut_str_split(&name, '=');
        if (cut_str_eq_nocase(cut_str_trim(from), header))
            return cut_str_trim(name);
    }
    return header;
}

/* What a photo is named by in a column; NAMINGS: by nothing. */
static naming naming_of(cut_str head)
{
    static const struct {
        const char *name;
        naming by;
    } names[] = {{"photo", BY_ID}, {"media_id", BY_ID}, {"id", BY_ID},
                 {"name", BY_ID},  {"path", BY_PATH},   {"file", BY_FILE}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (cut_str_eq_nocase(head, cut_str_from(names[i].name)))
            return names[i].by;
    return NAMINGS;
}

/* "Date Created" is what people call date_created. */
static char *as_field(cut_arena *arena, cut_str head)
{
    char *name = cut_arena_copy(arena, head);
    for (char *p = name; p && *p && *p != '[' && *p != '.'; p++)
        *p = *p == ' ' ? '_' : cut_to_lower(*p);
    return name;
}

static cutline_status take_naming(table *t, size_t column, naming by, cut_str head,
                                  cutline_error *err)
{
    if (t->names[by] != SIZE_MAX)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        "column \"%.*s\" names the photo, and one before it does, too",
                        CUT_FMT(head));
    t->names[by] = column;
    return CUTLINE_OK;
}

/* Tries the name of a field, or what stands before the "=" of an edit. */
static cutline_status take_field(table *t, size_t column, const char *name, cutline_error *err)
{
    cut_edit edit;
    const char *trial = name ? cut_arena_printf(&t->arena, "%s=x", name) : NULL;
    if (!trial)
        return cut_no_memory(err);
    cutline_status status = cut_edit_parse(&t->arena, cut_str_from(trial), &edit, err);
    if (status != CUTLINE_OK)
        return status;
    for (size_t i = 0; i < column; i++)
        if (t->heads[i] && strcmp(t->heads[i], name) == 0)
            return cut_fail(err, CUTLINE_CONFLICT, "two columns are called \"%s\"", name);
    t->heads[column] = name;
    t->sets[column] = edit.op == CUTLINE_EDIT_SET;
    t->dates[column] = t->sets[column] && edit.target == CUT_EDIT_FIELD &&
                       cut_fields[edit.field].info.kind == CUTLINE_KIND_DATE;
    return CUTLINE_OK;
}

/* What a head means that is no field by its name, as caption lists have it: "Bildunterschrift",
 * "Photographer+". The name of a field with its sign, NULL if it means none; *by: it names photos.
 */
static const char *usual_field(table *t, cut_str head, naming *by)
{
    bool has_sign = head.n > 1 && memchr("+?^-", head.p[head.n - 1], 4) != NULL;
    size_t end = head.n - has_sign;
    const cut_list_column *column = cut_list_column_named(&t->arena, cut_str_slice(head, 0, end));
    if (!column || column->role == CUT_LIST_NAMESPACE)
        return NULL;
    if (column->role == CUT_LIST_ID || column->role == CUT_LIST_FILE) {
        *by = column->role == CUT_LIST_ID ? BY_ID : BY_FILE;
        return NULL;
    }
    const char *field = column->field                   ? column->field
                        : column->role == CUT_LIST_DATE ? "date_created"
                                                        : column->target;
    return cut_arena_printf(&t->arena, "%s%.*s", field, CUT_FMT(cut_str_slice(head, end, head.n)));
}

/* A sheet has columns that say what the catalog concludes: nobody edits them. */
static bool is_of_sheets(cut_str head)
{
    for (const cut_sheet_column *c = cut_sheet_columns; c->info.name; c++)
        if (cut_str_eq_nocase(head, cut_str_from(c->info.name)))
            return true;
    return false;
}

static cutline_status pass_over(table *t, cut_str head, cutline_error *err)
{
    t->passed_over = cut_arena_printf(&t->arena, "%s%s%.*s", t->passed_over ? t->passed_over : "",
                                      t->passed_over ? ", " : "", CUT_FMT(head));
    return t->passed_over ? CUTLINE_OK : cut_no_memory(err);
}

static cutline_status take_head(table *t, size_t column, cut_str head, cutline_error *err)
{
    cutline_error why;
    naming by = naming_of(head);
    if (head.n == 0 || cut_str_eq(head, CUT_STR("ignore")))
        return CUTLINE_OK;
    if (by != NAMINGS)
        return take_naming(t, column, by, head, err);
    cutline_status status = take_field(t, column, as_field(&t->arena, head), &why);
    if (status == CUTLINE_BAD_ARGUMENT) {
        const char *usual = usual_field(t, head, &by);
        if (by != NAMINGS)
            return take_naming(t, column, by, head, err);
        if (!usual && is_of_sheets(head))
            return pass_over(t, head, err);
        if (usual)
            status = take_field(t, column, usual, &why);
    }
    if (status == CUTLINE_CONFLICT)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "two columns are called \"%.*s\"",
                        CUT_FMT(head));
    if (status == CUTLINE_BAD_ARGUMENT)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "column \"%.*s\": %s", CUT_FMT(head),
                        why.message);
    return status == CUTLINE_OK ? CUTLINE_OK : cut_no_memory(err);
}

static cutline_status take_heads(table *t, const char *map, cutline_error *err)
{
    cut_str cells[CUT_CSV_CELLS];
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < NAMINGS; i++)
        t->names[i] = SIZE_MAX;
    if (!cut_csv_next(&t->csv, cells, &t->columns))
        return t->csv.failed ? cut_no_memory(err)
                             : cut_fail(err, CUTLINE_BAD_ARGUMENT, "the table is empty");
    for (size_t i = 0; i < t->columns && status == CUTLINE_OK; i++)
        status = take_head(t, i, mapped(cells[i], map), err);
    for (size_t i = 0; i < NAMINGS; i++)
        if (t->names[i] != SIZE_MAX)
            return status;
    return status == CUTLINE_OK
               ? cut_fail(err, CUTLINE_BAD_ARGUMENT,
                          "no column is called photo, media_id, id, path, name or file")
               : status;
}

/* ---- rows ------------------------------------------------------------------------------------
 */

/* The text of a cell, without what spreadsheets put before it. */
static cut_str text_of(cut_str cell)
{
    cut_str text = cut_list_cell_text(cell);
    return text.p ? text : cell; /* "N/A" is what somebody typed */
}

/* "02.05.2016" is what spreadsheets make of 2016-05-02. */
static cutline_status date_of(table *t, cut_str *text, cutline_error *err)
{
    cut_str date;
    if (text->n > 4 && text->p[4] == '-')
        return CUTLINE_OK;
    cutline_status status = cut_list_date(&t->arena, *text, &date, err);
    if (status == CUTLINE_OK && date.n > 0)
        *text = date;
    return status;
}

static cutline_status fill_edits(table *t, const cut_str *cells, size_t count, cutline_edits *edits,
                                 cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < count && i < t->columns && status == CUTLINE_OK; i++) {
        cut_str value = text_of(cells[i]);
        if (!t->heads[i] || value.n == 0)
            continue;
        if (t->dates[i])
            status = date_of(t, &value, err);
        if (status != CUTLINE_OK)
            break;
        const char *text = cut_arena_printf(&t->arena, "%s=%.*s", t->heads[i], CUT_FMT(value));
        status = text ? cutline_edits_add(edits, text, err) : cut_no_memory(err);
        if (status == CUTLINE_OK)
            edits->list.v[edits->list.n - 1].unless_said = t->sets[i];
    }
    return status;
}

/* What would put a text into the wrong photo, or cut it short without a word. */
static cutline_status check_row(const table *t, const cut_str *cells, size_t count,
                                cutline_error *err)
{
    const char *wrong = NULL;
    for (size_t i = 0; i < count && !wrong; i++) {
        if (i >= t->columns && cells[i].n > 0)
            wrong = "more cells than columns; a text that holds the separator stands in quotes";
        else if (cells[i].n > 0 && memchr(cells[i].p, '\0', cells[i].n))
            wrong = "a NUL byte";
    }
    if (t->csv.unclosed)
        wrong = "a quotation mark is not closed";
    else if (t->csv.stray)
        wrong = "text behind a closing quotation mark; those within a text are doubled";
    return wrong ? cut_fail(err, CUTLINE_BAD_ARGUMENT, "line %zu: %s", t->csv.line, wrong)
                 : CUTLINE_OK;
}

/* Name and file name of the row's photo. */
static cutline_status take_names(table *t, const cut_str *cells, size_t count,
                                 cutline_edit_row *row, cutline_error *err)
{
    for (size_t i = 0; i < NAMINGS; i++) {
        size_t column = t->names[i];
        cut_str cell = column < count ? cut_list_cell_name(cells[column]) : (cut_str){NULL, 0};
        const char *name = cell.n > 0 ? cut_arena_copy(&t->arena, cell) : NULL;
        if (cell.n > 0 && !name)
            return cut_no_memory(err);
        row->name = row->name ? row->name : name;
        if (i == BY_FILE)
            row->file = name;
    }
    return row->name
               ? CUTLINE_OK
               : cut_fail(err, CUTLINE_BAD_ARGUMENT, "line %zu: no photo is named", row->line);
}

static cutline_status take_row(table *t, const cut_str *cells, size_t count,
                               cutline_edit_row_fn on_row, void *context, cutline_error *err)
{
    cutline_edit_row row = {.line = t->csv.line, .passed_over = t->passed_over};
    cutline_status checked = take_names(t, cells, count, &row, err);
    if (checked == CUTLINE_OK)
        checked = check_row(t, cells, count, err);
    if (checked != CUTLINE_OK)
        return checked;
    cutline_status status = cutline_edits_new(&row.edits, err);
    if (status != CUTLINE_OK)
        return status;
    status = fill_edits(t, cells, count, row.edits, err);
    if (status == CUTLINE_OK)
        return on_row(&row, context, err);
    cutline_edits_free(row.edits);
    if (status == CUTLINE_BAD_ARGUMENT)
        cut_error_set_where(err, "line %zu", row.line);
    return status;
}

static cutline_status read_table(table *t, cut_view bytes, const char *map,
                                 cutline_edit_row_fn on_row, void *context, cutline_error *err)
{
    cut_str text, cells[CUT_CSV_CELLS];
    size_t count;
    cutline_status status = take_text(t, bytes, &text, err);
    if (status != CUTLINE_OK)
        return status;
    cut_csv_open(&t->csv, text, &t->arena);
    status = take_heads(t, map, err);
    while (status == CUTLINE_OK && cut_csv_next(&t->csv, cells, &count))
        status = take_row(t, cells, count, on_row, context, err);
    return status == CUTLINE_OK && t->csv.failed ? cut_no_memory(err) : status;
}

cutline_status cutline_edit_table_read(const void *bytes, size_t length, const char *map,
                                       cutline_edit_row_fn on_row, void *context,
                                       cutline_error *err)
{
    table t = {0};
    cut_arena_init(&t.arena, CUT_MAX_PAGE_ARENA);
    cutline_status status = read_table(&t, (cut_view){bytes, length}, map, on_row, context, err);
    cut_arena_release(&t.arena);
    return status;
}
