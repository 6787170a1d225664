/* The columns of a sheet, for those who lay it out themselves. */
#include "base/error.h"
#include "base/limits.h"
#include "sheet/sheet.h"

#include <stdlib.h>

/* Heads and the arena they live in; the heads come first, so that one pointer is both. */
typedef struct head_set {
    cutline_sheet_heads heads;
    cut_arena arena;
} head_set;

static bool fill(head_set *set, const cut_sheet *sheet)
{
    cutline_sheet_head *items = CUT_NEW_ARRAY(&set->arena, cutline_sheet_head, sheet->column_count);
    for (size_t i = 0; items && i < sheet->column_count; i++) {
        items[i].column = &sheet->heads[i].column->info;
        items[i].heading = cut_arena_copy(&set->arena, cut_sheet_heading(sheet, i, true));
        if (!items[i].heading)
            return false;
    }
    set->heads = (cutline_sheet_heads){items, sheet->column_count};
    return items != NULL;
}

cutline_status cutline_sheet_heads_of(const char *columns, cutline_sheet_heads **out,
                                      cutline_error *err)
{
    cut_sheet sheet;
    const cutline_sheet_options options = {.columns = columns};
    head_set *set = calloc(1, sizeof *set);
    *out = NULL;
    if (!set)
        return cut_no_memory(err);
    cut_arena_init(&set->arena, CUT_MAX_STORE_ARENA);
    cutline_status status = cut_sheet_open_cells(&sheet, &options, err);
    if (status == CUTLINE_OK && !fill(set, &sheet))
        status = cut_no_memory(err);
    cut_sheet_release(&sheet);
    if (status == CUTLINE_OK)
        *out = &set->heads;
    else
        cutline_sheet_heads_free(&set->heads);
    return status;
}

void cutline_sheet_heads_free(cutline_sheet_heads *heads)
{
    if (!heads)
        return;
    head_set *set = (head_set *)heads;
    cut_arena_release(&set->arena);
    free(set);
}
