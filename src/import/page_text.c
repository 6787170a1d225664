#include "import/header.h"
#include "import/items.h"
#include "import/page.h"

cutline_status cut_page_read_text(cut_page *page, cut_str text, cutline_error *err)
{
    static const cut_piece_style plain = {0};
    cut_pieces pieces = {.arena = &page->arena};
    while (text.p) {
        cut_str line = cut_str_trim(cut_str_split(&text, '\n'));
        if (line.n == 0)
            cut_pieces_end(&pieces, plain);
        else
            cut_pieces_line(&pieces, line, plain);
    }
    cut_pieces_end(&pieces, plain);
    size_t header = cut_header_read(&pieces, page);
    return cut_page_items(page, &pieces, header, NULL, err);
}
