/* The table of spellings, kept between photos. */
#include "store/db_authority.h"
#include "store/inner.h"

static cutline_status load(cut_store *store, cutline_error *err)
{
    cut_authority_cache *cache = &store->authorities;
    cut_arena_reset(&cache->arena);
    cutline_status status = cut_db_names_by_hand(store->db, &cache->arena, CUTLINE_AUTHORITY_AGENCY,
                                                 &cache->table.agencies, err);
    if (status == CUTLINE_OK)
        status = cut_db_names_by_hand(store->db, &cache->arena, CUTLINE_AUTHORITY_PHOTOGRAPHER,
                                      &cache->table.people, err);
    cache->loaded = status == CUTLINE_OK;
    return status;
}

cutline_status cut_store_authorities(cut_store *store, const cut_authority_table **out,
                                     cutline_error *err)
{
    cut_authority_cache *cache = &store->authorities;
    int64_t version;
    *out = &cache->table;
    cutline_status status = cut_db_data_version(store->db, &version, err);
    if (status != CUTLINE_OK || (cache->loaded && cache->version == version))
        return status;
    cache->version = version;
    return load(store, err);
}

void cut_store_forget_authorities(cut_store *store)
{
    store->authorities.loaded = false;
}
