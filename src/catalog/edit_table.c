/* Tables of edits: rows of a spreadsheet, one a photo. */
#include "base/error.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "import/charset.h"
#include "import/csv.h"
#include "record/edit.h"

#include <cutline/edit.h>

/* A table being read. */
typedef struct table {
    cut_arena arena; /* holds the text, the heads and the cells */
    cut_csv csv;
    const char *heads[CUT_CSV_CELLS]; /* what stands before "=" in an edit; NULL: ignored */
    size_t name_column;               /* the photo's name */
    size_t columns;
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

static bool names_photo(cut_str head)
{
    static const char *const names[] = {"photo", "media_id", "id", "path", "name"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (cut_str_eq_nocase(head, cut_str_from(names[i])))
            return true;
    return false;
}

/* "Date Created" is what people call date_created. */
static char *as_field(cut_arena *arena, cut_str head)
{
    char *name = cut_arena_copy(arena, head);
    for (char *p = name; p && *p && *p != '[' && *p != '.'; p++)
        *p = *p == ' ' ? '_' : cut_to_lower(*p);
    return name;
}

static cutline_status take_head(table *t, size_t column, cut_str head, cutline_error *err)
{
    cut_edit edit;
    cutline_error why;
    if (head.n == 0 || cut_str_eq(head, CUT_STR("ignore")))
        return CUTLINE_OK;
    if (names_photo(head) && t->name_column != SIZE_MAX)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        "column \"%.*s\" names the photo, and one before it does, too",
                        CUT_FMT(head));
    if (names_photo(head)) {
        t->name_column = column;
        return CUTLINE_OK;
    }
    t->heads[column] = as_field(&t->arena, head);
    const char *trial =
        cut_arena_printf(&t->arena, "%s=x", t->heads[column] ? t->heads[column] : "");
    if (!t->heads[column] || !trial)
        return cut_no_memory(err);
    if (cut_edit_parse(&t->arena, cut_str_from(trial), &edit, &why) != CUTLINE_OK)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "column \"%.*s\": %s", CUT_FMT(head),
                        why.message);
    for (size_t i = 0; i < column; i++)
        if (t->heads[i] && strcmp(t->heads[i], t->heads[column]) == 0)
            return cut_fail(err, CUTLINE_BAD_ARGUMENT, "two columns are called \"%.*s\"",
                            CUT_FMT(head));
    return CUTLINE_OK;
}

static cutline_status take_heads(table *t, const char *map, cutline_error *err)
{
    cut_str cells[CUT_CSV_CELLS];
    cutline_status status = CUTLINE_OK;
    t->name_column = SIZE_MAX;
    if (!cut_csv_next(&t->csv, cells, &t->columns))
        return t->csv.failed ? cut_no_memory(err)
                             : cut_fail(err, CUTLINE_BAD_ARGUMENT, "the table is empty");
    for (size_t i = 0; i < t->columns && status == CUTLINE_OK; i++)
        status = take_head(t, i, mapped(cells[i], map), err);
    if (status == CUTLINE_OK && t->name_column == SIZE_MAX)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        "no column is called photo, media_id, id, path or name");
    return status;
}

/* ---- rows ------------------------------------------------------------------------------------
 */

static cutline_status fill_edits(table *t, const cut_str *cells, size_t count, cutline_edits *edits,
                                 cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < count && i < t->columns && status == CUTLINE_OK; i++) {
        if (!t->heads[i] || cells[i].n == 0)
            continue;
        const char *text = cut_arena_printf(&t->arena, "%s=%.*s", t->heads[i], CUT_FMT(cells[i]));
        status = text ? cutline_edits_add(edits, text, err) : cut_no_memory(err);
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

static cutline_status take_row(table *t, const cut_str *cells, size_t count,
                               cutline_edit_row_fn on_row, void *context, cutline_error *err)
{
    cutline_edit_row row = {.line = t->csv.line};
    if (t->name_column >= count || cells[t->name_column].n == 0)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "line %zu: no photo is named", row.line);
    cutline_status checked = check_row(t, cells, count, err);
    if (checked != CUTLINE_OK)
        return checked;
    row.name = cut_arena_copy(&t->arena, cells[t->name_column]);
    if (!row.name)
        return cut_no_memory(err);
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
