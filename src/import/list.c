#include "import/list.h"

#include "base/error.h"
#include "record/values.h"

/* Rows above the names of the columns: a title, a date. */
#define TITLE_ROWS_MAX 10

/* A row as it stands in the table. */
typedef struct table_row {
    cut_str cells[CUT_CSV_CELLS];
    size_t count;
} table_row;

/* Cells past the last column come from a separator that is not in quotes, and mostly that is one of
 * the caption: put together again, what stands behind it is in its own column. */
static bool join_caption(cut_list_rows *rows, char separator, table_row *r, size_t at)
{
    cut_arena *arena = &rows->page->arena;
    size_t extra = r->count - rows->layout.width;
    const char *text = cut_arena_copy(arena, r->cells[at]);
    for (size_t i = 1; i <= extra && text; i++)
        text = cut_arena_printf(arena, "%s%c %.*s", text, separator, CUT_FMT(r->cells[at + i]));
    r->cells[at] = cut_str_from(text);
    memmove(&r->cells[at + 1], &r->cells[at + extra + 1],
            (r->count - at - extra - 1) * sizeof *r->cells);
    r->count = rows->layout.width;
    return text != NULL;
}

static bool mend_width(cut_list_rows *rows, char separator, table_row *r)
{
    size_t width = rows->layout.width, at = rows->layout.column[CUT_LIST_CAPTION];
    const cut_str nothing = {NULL, 0};
    while (r->count > width && r->cells[r->count - 1].n == 0)
        r->count--;
    if (r->count < width)
        cut_list_note(rows, CUT_ROW_SHORT, "the row has fewer cells than there are columns",
                      nothing);
    if (r->count > width && at >= width)
        cut_list_note(rows, CUT_ROW_LONG, "the row has more cells than there are columns", nothing);
    if (r->count <= width || at >= width)
        return true;
    cut_list_note(
        rows, CUT_ROW_LONG,
        "the row has more cells than there are columns; the caption is taken to have a separator "
        "in it",
        nothing);
    return join_caption(rows, separator, r, at);
}

/* Finds the names of the columns: in the first row, or below a title if two of them are known. */
static bool find_header(cut_arena *arena, const cut_list_map *map, cut_csv *csv,
                        cut_list_layout *out, cut_str *first, size_t *first_line)
{
    cut_str cells[CUT_CSV_CELLS];
    size_t count;
    for (size_t i = 0; i < TITLE_ROWS_MAX; i++) {
        const char *from = csv->rest.p;
        if (!cut_csv_next(csv, cells, &count))
            return false;
        if (i == 0) {
            *first = (cut_str){from, (size_t)(csv->rest.p - from)};
            *first_line = csv->line;
        }
        csv->failed |= !cut_list_layout_find(arena, map, cells, count, out);
        if (csv->failed)
            return false;
        if (cut_list_layout_has_key(out) && (i == 0 || out->known > 1))
            return true;
    }
    return false;
}

static cutline_status read_rows(cut_list_rows *rows, cut_csv *csv, cutline_error *err)
{
    table_row r;
    cutline_status status = CUTLINE_OK;
    while (status == CUTLINE_OK && cut_csv_next(csv, r.cells, &r.count)) {
        rows->number = csv->line;
        status = mend_width(rows, csv->separator, &r)
                     ? cut_list_rows_add(rows, csv->line, r.cells, r.count, err)
                     : cut_no_memory(err);
    }
    return status;
}

cutline_status cut_list_read(cut_page *page, cut_str text, const cut_list_map *map,
                             cutline_error *err)
{
    cut_csv csv;
    cut_str first = {NULL, 0};
    size_t line = 1;
    cutline_status status = CUTLINE_OK;
    cut_list_rows *rows = cut_list_rows_begin(page, "line");
    if (!rows)
        return cut_no_memory(err);
    cut_csv_open(&csv, text, &page->arena);
    if (find_header(&page->arena, map, &csv, &rows->layout, &first, &line))
        status = read_rows(rows, &csv, err);
    else if (!csv.failed)
        cut_finding_add(&page->findings, "list-no-header", NULL,
                        "line %zu names no column of media IDs or file names: \"%.*s\"", line,
                        CUT_FMT(cut_start_of(cut_str_trim(first), 120)));
    cut_list_rows_end(rows);
    return status == CUTLINE_OK && csv.failed ? cut_no_memory(err) : status;
}

bool cut_list_is_tabbed(cut_arena *arena, cut_str text)
{
    cut_csv csv;
    cut_list_layout layout;
    cut_str cells[CUT_CSV_CELLS];
    size_t count;
    cut_str head = cut_str_slice(text, 0, 4096), line = cut_str_split(&head, '\n');
    if (cut_str_find_char(line, '\t', 0) == SIZE_MAX)
        return false;
    cut_csv_open(&csv, line, arena);
    return cut_csv_next(&csv, cells, &count) &&
           cut_list_layout_find(arena, NULL, cells, count, &layout) &&
           cut_list_layout_has_key(&layout) && layout.known > 1;
}
