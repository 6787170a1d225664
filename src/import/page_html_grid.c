#include "import/page_html_grid.h"

#include "base/buf.h"
#include "base/limits.h"
#include "ident/ident.h"
#include "import/charset.h"
#include "import/csv.h"

/* Longest name of a column in bytes; what is longer makes the table none of pictures. */
#define HEAD_CELL_MAX ((size_t)64)

typedef struct grid {
    cut_pieces *pieces;
    cut_list_layout layout;
    bool has_head;   /* the first row was looked at, and is a head */
    bool is_none;    /* it is none */
    size_t rows;     /* rows added */
    cut_buf text;    /* of the cell at hand */
    size_t text_max; /* bytes that it may have */
    cut_str cells[CUT_CSV_CELLS];
    size_t count;
} grid;

static void add_text(grid *g, cut_str s)
{
    for (size_t i = 0; i < s.n && g->text.n <= g->text_max; i++) {
        bool space = cut_is_space(s.p[i]);
        if (!space)
            cut_buf_char(&g->text, s.p[i]);
        else if (g->text.n > 0 && g->text.p[g->text.n - 1] != ' ')
            cut_buf_char(&g->text, ' ');
    }
}

static void gather(grid *g, const GumboNode *node, unsigned depth)
{
    const GumboVector *children = cut_html_children(node);
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_CDATA ||
        node->type == GUMBO_NODE_WHITESPACE)
        add_text(g, cut_str_from(node->v.text.text));
    if (depth > CUT_MAX_HTML_DEPTH || g->text.n > g->text_max ||
        cut_html_is(node, GUMBO_TAG_SCRIPT) || cut_html_is(node, GUMBO_TAG_STYLE))
        return;
    if (cut_html_is(node, GUMBO_TAG_BR) || cut_html_is(node, GUMBO_TAG_P) ||
        cut_html_is(node, GUMBO_TAG_DIV))
        add_text(g, CUT_STR(" "));
    for (unsigned i = 0; children && i < children->length; i++)
        gather(g, children->data[i], depth + 1);
}

/* The text of a cell in the arena; what is too long is none. */
static cut_str cell_text(grid *g, const GumboNode *cell)
{
    cut_buf_clear(&g->text);
    gather(g, cell, 0);
    cut_str raw = cut_str_trim(cut_buf_str(&g->text));
    if (g->text.n > g->text_max)
        raw.n = 0;
    cut_str clean = cut_clean_text(g->pieces->arena, raw);
    cut_str out = clean.p ? cut_ident_ascii_digits(g->pieces->arena, clean) : clean;
    g->pieces->failed |= !out.p;
    return cut_str_trim(out);
}

static bool is_cell(const GumboNode *node)
{
    return cut_html_is(node, GUMBO_TAG_TD) || cut_html_is(node, GUMBO_TAG_TH);
}

static void read_cells(grid *g, const GumboNode *tr)
{
    const GumboVector *children = cut_html_children(tr);
    g->count = 0;
    for (unsigned i = 0; i < children->length && g->count < CUT_CSV_CELLS; i++)
        if (is_cell(children->data[i]))
            g->cells[g->count++] = cell_text(g, children->data[i]);
}

static void read_row(grid *g, const GumboNode *tr)
{
    g->text_max = g->has_head ? CUT_MAX_PAGE_CAPTION : HEAD_CELL_MAX;
    read_cells(g, tr);
    if (g->has_head)
        g->rows += cut_card_row(g->pieces, &g->layout, g->cells, g->count);
    else if (g->count > 0) {
        g->has_head = cut_card_columns(g->pieces->arena, g->cells, g->count, &g->layout);
        g->is_none = !g->has_head;
    }
}

static bool is_part(const GumboNode *node)
{
    return cut_html_is(node, GUMBO_TAG_THEAD) || cut_html_is(node, GUMBO_TAG_TBODY) ||
           cut_html_is(node, GUMBO_TAG_TFOOT);
}

static void read_rows(grid *g, const GumboNode *parent)
{
    const GumboVector *children = cut_html_children(parent);
    for (unsigned i = 0; i < children->length && !g->is_none; i++) {
        if (cut_html_is(children->data[i], GUMBO_TAG_TR))
            read_row(g, children->data[i]);
        else if (is_part(children->data[i]))
            read_rows(g, children->data[i]);
    }
}

bool cut_html_grid(const GumboNode *table, cut_pieces *pieces)
{
    grid g = {.pieces = pieces};
    cut_buf_init(&g.text, CUT_MAX_PAGE_CAPTION * 2);
    read_rows(&g, table);
    pieces->failed |= !cut_buf_ok(&g.text);
    cut_buf_release(&g.text);
    return g.rows > 0;
}
