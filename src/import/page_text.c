#include "base/limits.h"
#include "import/card.h"
#include "import/charset.h"
#include "import/grid.h"
#include "import/header.h"
#include "import/items.h"
#include "import/page.h"
#include "import/text_marks.h"

typedef struct reader {
    cut_pieces pieces;
    cut_figures figures;
    cut_grid grid;
    bool numbered; /* links are numbered */
} reader;

static void add_image(reader *r, const cut_unmarked *line)
{
    cut_figure figure = {.url = line->image, .alternate = line->alternate};
    cut_pieces_end(&r->pieces, (cut_piece_style){0});
    if (r->figures.list.n >= CUT_MAX_PAGE_ITEMS)
        r->pieces.full = true;
    else if (!CUT_PUSH(r->pieces.arena, &r->figures.list, figure))
        r->pieces.failed = true;
    else
        cut_pieces_image(&r->pieces, (unsigned)r->figures.list.n);
}

static void add_line(reader *r, cut_str line)
{
    cut_unmarked plain;
    cut_piece_style style = {0};
    cut_str text =
        cut_str_find_char(line, '\t', 0) == SIZE_MAX ? line : cut_blank_tabs(r->pieces.arena, line);
    if (!text.p || !cut_unmark(r->pieces.arena, cut_str_trim(text), r->numbered, &plain)) {
        r->pieces.failed = true;
        return;
    }
    style.is_heading = plain.is_heading;
    if (plain.image.n > 0)
        add_image(r, &plain);
    else if (plain.text.n > 0 && !style.is_heading)
        cut_pieces_line(&r->pieces, plain.text, style);
    else {
        cut_pieces_end(&r->pieces, (cut_piece_style){0});
        cut_pieces_line(&r->pieces, plain.text, style);
        cut_pieces_end(&r->pieces, style);
    }
}

cutline_status cut_page_read_text(cut_page *page, cut_str text, cutline_error *err)
{
    reader r = {.pieces.arena = &page->arena, .numbered = cut_links_are_numbered(text)};
    while (text.p) {
        cut_str line = cut_str_split(&text, '\n');
        if (!cut_grid_line(&r.grid, &r.pieces, line))
            add_line(&r, line);
        else
            cut_pieces_end(&r.pieces, (cut_piece_style){0});
    }
    cut_pieces_end(&r.pieces, (cut_piece_style){0});
    cut_cards_find(&r.pieces);
    size_t header = cut_header_read(&r.pieces, page);
    return cut_page_items(page, &r.pieces, header, &r.figures, err);
}
