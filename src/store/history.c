/* What was edited, by whom and when; and captions that files had before. */
#include "base/error.h"
#include "base/limits.h"
#include "store/db_edit.h"
#include "store/inner.h"
#include "store/lookup.h"

/* Entries that are read at a time. */
#define PORTION 1000

static cutline_status tell(cut_store *store, const cut_edit_row *row, cutline_change *change,
                           cutline_history_fn on_entry, void *context, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    if (change->id != row->change)
        status = cut_db_change_get(store->db, &store->arena, row->change, change, err);
    cutline_history_entry entry = {.change = *change,
                                   .photo = row->photo,
                                   .field = row->field.p,
                                   .old_text = row->old.p,
                                   .new_text = row->value.p,
                                   .undone_by = row->undone_by};
    if (status == CUTLINE_OK && on_entry(&entry, context))
        return cut_fail(err, CUTLINE_CANCELLED, "stopped");
    return status;
}

/* In portions, so that memory does not grow with the history. */
cutline_status cut_store_history(cut_store *store, int64_t photo, size_t limit,
                                 cutline_history_fn on_entry, void *context, cutline_error *err)
{
    cut_edit_filter filter = {.photo = photo};
    cutline_status status = CUTLINE_OK;
    size_t left = limit ? limit : SIZE_MAX;
    while (status == CUTLINE_OK && left > 0) {
        cut_edit_rows rows = {0};
        cutline_change change = {0};
        size_t most = left < PORTION ? left : PORTION;
        cut_arena_reset(&store->arena);
        status = cut_db_edits(store->db, &store->arena, &filter, most, &rows, err);
        for (size_t i = rows.n; i > 0 && status == CUTLINE_OK; i--)
            status = tell(store, &rows.v[i - 1], &change, on_entry, context, err);
        if (rows.n < most)
            break;
        filter.before_edit = rows.v[0].id;
        left -= rows.n;
    }
    return status;
}

cutline_status cut_store_earlier_captions(cut_store *store, int64_t photo,
                                          cutline_earlier_fn on_caption, void *context,
                                          cutline_error *err)
{
    cut_earlier_captions captions = {0};
    cut_arena_reset(&store->arena);
    cutline_status status =
        cut_db_earlier_captions(store->db, &store->arena, photo, &captions, err);
    for (size_t i = 0; i < captions.n && status == CUTLINE_OK; i++)
        if (on_caption(&captions.v[i], context))
            status = cut_fail(err, CUTLINE_CANCELLED, "stopped");
    return status;
}
