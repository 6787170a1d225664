#include "import/grid.h"

#include "import/csv.h"

/* A line with the names of columns is no longer. */
#define HEAD_MAX ((size_t)400)

typedef struct row {
    cut_str cells[CUT_CSV_CELLS];
    size_t count;
} row;

static void add_cell(row *r, cut_str cell)
{
    if (r->count < CUT_CSV_CELLS)
        r->cells[r->count++] = cut_str_trim(cell);
}

/* Columns that are set apart by spaces. */
static void split_columns(cut_str line, row *r)
{
    line = cut_str_trim(line);
    while (line.n > 0) {
        size_t gap = cut_str_find(line, CUT_STR("  "), 0);
        add_cell(r, cut_str_slice(line, 0, gap));
        line = cut_str_trim(cut_str_slice(line, gap == SIZE_MAX ? line.n : gap, line.n));
    }
}

/* A line of "a | b", or of "| a | b |" as in Markdown. */
static void split_bars(cut_str line, row *r)
{
    line = cut_str_trim(line);
    if (cut_str_starts(line, CUT_STR("|")))
        line = cut_str_slice(line, 1, line.n);
    if (cut_str_ends(line, CUT_STR("|")))
        line = cut_str_slice(line, 0, line.n - 1);
    while (line.p)
        add_cell(r, cut_str_split(&line, '|'));
}

static void split_values(cut_pieces *pieces, cut_str line, char separator, row *r)
{
    cut_csv csv;
    cut_csv_open(&csv, line, pieces->arena);
    csv.separator = separator;
    if (!cut_csv_next(&csv, r->cells, &r->count) || csv.unclosed || csv.stray)
        r->count = 0;
    pieces->failed |= csv.failed;
}

static void split(cut_pieces *pieces, cut_str line, char separator, row *r)
{
    r->count = 0;
    if (separator == ' ')
        split_columns(line, r);
    else if (separator == '|')
        split_bars(line, r);
    else
        split_values(pieces, line, separator, r);
}

static bool read_head(cut_grid *grid, cut_pieces *pieces, cut_str line)
{
    static const char separators[] = "|\t,; ";
    row r;
    for (const char *s = separators; *s && line.n <= HEAD_MAX; s++) {
        if (cut_str_find_char(line, *s, 0) == SIZE_MAX)
            continue;
        split(pieces, line, *s, &r);
        if (cut_card_columns(pieces->arena, r.cells, r.count, &grid->layout)) {
            grid->separator = *s;
            return true;
        }
    }
    return false;
}

/* "-----+-----": a rule between rows. */
static bool is_rule(cut_str line)
{
    for (size_t i = 0; i < line.n; i++)
        if (!strchr("-=+|: \t_", line.p[i]))
            return false;
    return true;
}

bool cut_grid_line(cut_grid *grid, cut_pieces *pieces, cut_str line)
{
    row r;
    if (!grid->separator)
        return read_head(grid, pieces, line);
    if (is_rule(line))
        return true;
    split(pieces, line, grid->separator, &r);
    if (cut_card_row(pieces, &grid->layout, r.cells, r.count))
        return true;
    grid->separator = 0;
    return read_head(grid, pieces, line);
}
