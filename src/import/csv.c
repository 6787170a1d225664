#include "import/csv.h"

static const char separators[] = ",;\t|";

/* Lines without any separator that may stand above the others. */
#define TITLE_LINES_MAX 10

/* Counts a separator in the first line, outside quotes. */
static size_t count_in_line(cut_str text, char separator)
{
    size_t n = 0;
    bool quoted = false;
    for (size_t i = 0; i < text.n && (quoted || text.p[i] != '\n'); i++) {
        quoted ^= text.p[i] == '"';
        n += !quoted && text.p[i] == separator;
    }
    return n;
}

void cut_csv_open(cut_csv *csv, cut_str text, cut_arena *arena)
{
    *csv = (cut_csv){.arena = arena, .rest = text, .separator = ',', .next_line = 1};
    if (cut_str_starts_nocase(text, CUT_STR("sep=")) && text.n > 5 && text.p[5] == '\n') {
        csv->separator = text.p[4];
        csv->rest = cut_str_slice(text, 6, text.n);
        csv->next_line = 2;
        return;
    }
    size_t most = 0;
    for (size_t line = 0; line < TITLE_LINES_MAX && most == 0 && text.p; line++) {
        for (const char *s = separators; *s; s++) {
            size_t n = count_in_line(text, *s);
            if (n > most) {
                most = n;
                csv->separator = *s;
            }
        }
        (void)cut_str_split(&text, '\n');
    }
}

/* The cell in quotes at the start of the text, its doubled quotes made single; *used receives the
 * bytes it takes. */
static cut_str read_quoted(cut_csv *csv, size_t *used)
{
    cut_str s = csv->rest;
    size_t at = 1;
    while (at < s.n && (s.p[at] != '"' || (at + 1 < s.n && s.p[at + 1] == '"')))
        at += s.p[at] == '"' ? 2 : 1;
    cut_str raw = cut_str_slice(s, 1, at);
    *used = at < s.n ? at + 1 : s.n;
    csv->unclosed |= at >= s.n;
    if (cut_str_find_char(raw, '"', 0) == SIZE_MAX)
        return raw;
    char *out = cut_arena_alloc(csv->arena, raw.n + 1, 1);
    size_t n = 0;
    if (!out)
        csv->failed = true;
    for (size_t i = 0; out && i < raw.n; i++) {
        out[n++] = raw.p[i];
        i += raw.p[i] == '"';
    }
    return (cut_str){out, n};
}

/* Reads a cell and what ends it; true if it was the last of its row. */
static bool read_cell(cut_csv *csv, cut_str *cell)
{
    size_t used = 0;
    while (csv->rest.n > 0 && csv->rest.p[0] == ' ')
        csv->rest = cut_str_slice(csv->rest, 1, csv->rest.n);
    *cell = (cut_str){csv->rest.p, 0};
    if (csv->rest.n > 0 && csv->rest.p[0] == '"')
        *cell = read_quoted(csv, &used);
    size_t end = used;
    while (end < csv->rest.n && csv->rest.p[end] != '\n' && csv->rest.p[end] != csv->separator)
        end++;
    /* What stands behind a closing quote is no text of the cell. */
    if (used == 0)
        cell->n = end;
    csv->stray |= used > 0 && cut_str_trim(cut_str_slice(csv->rest, used, end)).n > 0;
    *cell = cut_str_trim(*cell);
    bool last = end >= csv->rest.n || csv->rest.p[end] == '\n';
    csv->rest = cut_str_slice(csv->rest, end + 1, csv->rest.n);
    return last;
}

bool cut_csv_next(cut_csv *csv, cut_str cells[CUT_CSV_CELLS], size_t *count)
{
    bool blank = true;
    while (blank && csv->rest.n > 0 && !csv->failed) {
        const char *from = csv->rest.p;
        *count = 0;
        csv->line = csv->next_line;
        csv->unclosed = csv->stray = false;
        for (bool last = false; !last;) {
            cut_str cell;
            last = read_cell(csv, &cell);
            blank &= cell.n == 0;
            if (*count < CUT_CSV_CELLS)
                cells[(*count)++] = cell;
        }
        for (const char *p = from; p < csv->rest.p; p++)
            csv->next_line += *p == '\n';
    }
    return !blank;
}
