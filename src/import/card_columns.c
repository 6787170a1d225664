#include "import/card.h"

/* Longest name of a column; longer ones are text. */
#define NAME_MAX_BYTES ((size_t)64)

/* Columns of which one tells whose a picture is. */
static bool has_credit(const cut_list_layout *l)
{
    return l->column[CUT_LIST_CREDIT] != SIZE_MAX || l->column[CUT_LIST_BYLINE] != SIZE_MAX;
}

bool cut_card_columns(cut_arena *arena, const cut_str *names, size_t count, cut_list_layout *out)
{
    for (size_t i = 0; i < count; i++)
        if (names[i].n > NAME_MAX_BYTES)
            return false;
    if (count < 2 || !cut_list_layout_find(arena, NULL, names, count, out))
        return false;
    /* "Picture No.": pages know more names of IDs than lists. */
    for (size_t i = 0; i < count && out->column[CUT_LIST_ID] == SIZE_MAX; i++)
        if (cut_label_is(arena, names[i]))
            out->column[CUT_LIST_ID] = i;
    size_t id = out->column[CUT_LIST_ID];
    if (id == SIZE_MAX || out->width < count)
        return false;
    /* "ID" and "Ref" number anything; a table of pictures then says whose they are, too. */
    return cut_label_is(arena, names[id])
               ? has_credit(out) || out->column[CUT_LIST_CAPTION] != SIZE_MAX
               : out->column[CUT_LIST_CREDIT] != SIZE_MAX &&
                     out->column[CUT_LIST_CAPTION] != SIZE_MAX;
}

bool cut_card_row(cut_pieces *pieces, const cut_list_layout *layout, const cut_str *cells,
                  size_t count)
{
    size_t at = layout->column[CUT_LIST_ID];
    if (count != layout->width || !cut_label_is_value(cut_list_cell_name(cells[at])))
        return false;
    cut_card *card = CUT_NEW(pieces->arena, cut_card);
    if (!card) {
        pieces->failed = true;
        return false;
    }
    for (size_t i = 0; i < CUT_LIST_ROLES; i++)
        if (layout->column[i] < count)
            card->cells[i] = cells[layout->column[i]];
    cut_str id = cut_list_cell_name(cells[at]);
    cut_pieces_card(pieces, &id, 1, card);
    return true;
}
