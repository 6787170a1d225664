#include "base/error.h"
#include "store/inner.h"

/* Awaiting photos without items to stand for. */
static cutline_status absorb(cut_store *store, int64_t photo, const cut_numbers *awaiting,
                             cut_numbers *touched, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < awaiting->n && status == CUTLINE_OK; i++) {
        cut_numbers items = {0};
        bool found, has_hash;
        uint8_t hash[32];
        if (awaiting->v[i] == photo)
            continue;
        status = cut_db_photo_get(store->db, awaiting->v[i], &found, &has_hash, hash, err);
        if (status == CUTLINE_OK)
            status = cut_db_items_awaiting(store->db, &store->arena, awaiting->v[i], &items, err);
        if (status != CUTLINE_OK || !found || items.n > 0)
            continue;
        status = cut_link_merge(store, awaiting->v[i], photo, err);
        if (status == CUTLINE_OK)
            status = cut_numbers_add(store, touched, photo, err);
    }
    return status;
}

static cutline_status settle(cut_store *store, int64_t photo, const cut_id_rows *old_ids,
                             cut_numbers *touched, cutline_error *err)
{
    cut_claims claims = {0}, all = {0};
    cut_reach claimed, reach;
    cut_numbers awaiting = {0};
    cutline_status status = cut_db_photo_ids(store->db, &store->arena, photo, &claims.ids, err);
    if (status == CUTLINE_OK)
        status = cut_db_photo_file_keys(store->db, &store->arena, photo, &claims.names, err);
    if (status == CUTLINE_OK)
        status = cut_link_reach(store, &claims, &claimed, err);
    if (status == CUTLINE_OK)
        status = cut_link_awaiting(store, &claimed, &awaiting, err);
    size_t n = claims.ids.n;
    all.names = claims.names;
    for (size_t i = 0; i < n + old_ids->n && status == CUTLINE_OK; i++)
        if (!CUT_PUSH(&store->arena, &all.ids, i < n ? claims.ids.v[i] : old_ids->v[i - n]))
            status = cut_no_memory(err);
    if (status == CUTLINE_OK)
        status = cut_link_reach(store, &all, &reach, err);
    if (status == CUTLINE_OK)
        status = cut_link_settle(store, &reach, photo, &claims, touched, err);
    return status == CUTLINE_OK ? absorb(store, photo, &awaiting, touched, err) : status;
}

cutline_status cut_link_photo(cut_store *store, int64_t photo, const cut_id_rows *old_ids,
                              const cutline_record *given, cutline_error *err)
{
    cut_numbers touched = {0};
    cutline_status status = settle(store, photo, old_ids, &touched, err);
    for (size_t i = 0; i < touched.n && status == CUTLINE_OK; i++)
        status = cut_photo_refresh(store, touched.v[i], given, err);
    return status;
}
