/* What write-back must know of a photo. */
#include "base/error.h"
#include "record/edit.h"
#include "store/inner.h"
#include "store/lookup.h"

/* All that files, pages and lists say is weighed. */
static cutline_status weigh_all(cut_store *store, cut_arena *arena, int64_t photo,
                                cut_to_write *out, cutline_error *err)
{
    cut_subject subject;
    cut_effective effective = {.by_index = NULL};
    cutline_status status = cut_subject_load(store, arena, photo, NULL, &subject, err);
    out->records.v = subject.owned.v;
    out->records.n = subject.owned.n;
    if (status == CUTLINE_OK)
        status = cut_subject_load_items(store, &subject, err);
    if (status == CUTLINE_OK)
        status = cut_subject_weigh(store, &subject, &effective, err);
    out->fields = effective.by_index;
    out->embargo = cut_rights_value(&effective.rights, "embargo");
    return status;
}

/* Parts of structures go into what the files have. */
static bool has_part(const cut_hand_rows *hand)
{
    for (size_t i = 0; i < hand->n; i++)
        if (cut_hand_key_read(hand->v[i].field.p).item > 0)
            return true;
    return false;
}

/* Spares what the files say, which is most of the work of showing a photo. */
static cutline_status take_typed(cut_arena *arena, cut_to_write *out, cutline_error *err)
{
    cut_hand_value *hand = CUT_NEW_ARRAY(arena, cut_hand_value, out->hand.n);
    for (size_t i = 0; hand && i < out->hand.n; i++)
        hand[i] =
            (cut_hand_value){.field = out->hand.v[i].field.p, .value = out->hand.v[i].value.p};
    out->fields = hand ? cut_effective_typed(arena, hand, out->hand.n) : NULL;
    return out->fields ? CUTLINE_OK : cut_no_memory(err);
}

cutline_status cut_store_to_write(cut_store *store, cut_arena *arena, int64_t photo, bool all,
                                  cut_to_write *out, cutline_error *err)
{
    bool found;
    *out = (cut_to_write){0};
    cut_arena_reset(&store->arena);
    cutline_status status =
        cut_db_photo_get(store->db, photo, &found, &out->has_hash, out->hash, err);
    if (status == CUTLINE_OK && !found)
        status = cut_fail(err, CUTLINE_NOT_FOUND, "not in the catalog");
    if (status == CUTLINE_OK)
        status = cut_db_is_killed(store->db, photo, &out->killed, err);
    if (status == CUTLINE_OK)
        status = cut_db_paths_of(store->db, arena, photo, &out->files, err);
    if (status == CUTLINE_OK)
        status = cut_db_hand_values(store->db, arena, photo, &out->hand, err);
    if (status != CUTLINE_OK)
        return status;
    return all || has_part(&out->hand) ? weigh_all(store, arena, photo, out, err)
                                       : take_typed(arena, out, err);
}

void cut_to_write_release(cut_to_write *photo)
{
    for (size_t i = 0; i < photo->records.n; i++)
        cutline_record_free(photo->records.v[i]);
    photo->records.n = 0;
}
