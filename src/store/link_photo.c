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

/* What a photo claims and what it claimed before, together. */
static cutline_status join(cut_store *store, const cut_claims *now, const cut_claims *old,
                           cut_claims *out, cutline_error *err)
{
    const cut_claims *const both[] = {now, old};
    bool ok = true;
    for (size_t k = 0; k < 2; k++) {
        for (size_t i = 0; i < both[k]->ids.n && ok; i++)
            ok = CUT_PUSH(&store->arena, &out->ids, both[k]->ids.v[i]);
        for (size_t i = 0; i < both[k]->names.n && ok; i++)
            ok = CUT_PUSH(&store->arena, &out->names, both[k]->names.v[i]);
    }
    return ok ? CUTLINE_OK : cut_no_memory(err);
}

/* What a photo has by itself. The IDs of an awaiting photo are those of its items, which it must
 * not claim, or nobody would stand for them; only those that a person gave it are its own. */
static cutline_status own_claims(cut_store *store, int64_t photo, const cut_claims *claims,
                                 cut_claims *out, cutline_error *err)
{
    bool awaiting;
    *out = *claims;
    cutline_status status = cut_link_is_awaiting(store, photo, &awaiting, err);
    if (status != CUTLINE_OK || !awaiting)
        return status;
    out->ids = (cut_id_rows){0};
    return cut_db_kept_ids(store->db, &store->arena, photo, &out->ids, err);
}

static cutline_status settle(cut_store *store, int64_t photo, const cut_claims *old,
                             cut_numbers *touched, cutline_error *err)
{
    cut_claims claims = {0}, own = {0}, all = {0};
    cut_reach claimed, reach;
    cut_numbers awaiting = {0};
    cutline_status status = cut_db_photo_ids(store->db, &store->arena, photo, &claims.ids, err);
    if (status == CUTLINE_OK)
        status = cut_db_photo_file_keys(store->db, &store->arena, photo, &claims.names, err);
    if (status == CUTLINE_OK)
        status = cut_link_reach(store, &claims, &claimed, err);
    if (status == CUTLINE_OK)
        status = cut_link_awaiting(store, &claimed, &awaiting, err);
    if (status == CUTLINE_OK)
        status = join(store, &claims, old, &all, err);
    if (status == CUTLINE_OK)
        status = cut_link_reach(store, &all, &reach, err);
    if (status == CUTLINE_OK)
        status = own_claims(store, photo, &claims, &own, err);
    if (status == CUTLINE_OK)
        status = cut_link_settle(store, &reach, photo, &own, touched, err);
    return status == CUTLINE_OK ? absorb(store, photo, &awaiting, touched, err) : status;
}

cutline_status cut_link_photo(cut_store *store, int64_t photo, const cut_claims *old,
                              const cutline_record *given, cutline_error *err)
{
    cut_numbers touched = {0};
    cutline_status status = settle(store, photo, old, &touched, err);
    for (size_t i = 0; i < touched.n && status == CUTLINE_OK; i++)
        status = cut_photo_refresh(store, touched.v[i], given, err);
    return status;
}
