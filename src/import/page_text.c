#include "import/card.h"
#include "import/charset.h"
#include "import/grid.h"
#include "import/header.h"
#include "import/items.h"
#include "import/page.h"

static void add_line(cut_pieces *pieces, cut_str line)
{
    static const cut_piece_style plain = {0};
    cut_str text =
        cut_str_find_char(line, '\t', 0) == SIZE_MAX ? line : cut_blank_tabs(pieces->arena, line);
    pieces->failed |= !text.p;
    text = cut_str_trim(text);
    if (text.n == 0)
        cut_pieces_end(pieces, plain);
    else
        cut_pieces_line(pieces, text, plain);
}

cutline_status cut_page_read_text(cut_page *page, cut_str text, cutline_error *err)
{
    cut_pieces pieces = {.arena = &page->arena};
    cut_grid grid = {0};
    while (text.p) {
        cut_str line = cut_str_split(&text, '\n');
        if (cut_grid_line(&grid, &pieces, line))
            line.n = 0;
        add_line(&pieces, line);
    }
    add_line(&pieces, CUT_STR(""));
    cut_cards_find(&pieces);
    size_t header = cut_header_read(&pieces, page);
    return cut_page_items(page, &pieces, header, NULL, err);
}
