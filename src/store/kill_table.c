/* The table of kills, kept between photos. */
#include "store/db_edit.h"
#include "store/inner.h"

#include <stdio.h>

cutline_status cut_store_kill_table(cut_store *store, const cut_kill_table **out,
                                    cutline_error *err)
{
    cut_kill_cache *cache = &store->kills;
    int64_t version = store->authorities.version;
    *out = &cache->table;
    if (cache->loaded && cache->version == version)
        return CUTLINE_OK;
    cut_arena_reset(&cache->arena);
    cache->table = (cut_kill_table){0};
    cache->version = version;
    cutline_status status = cut_db_kills(store->db, &cache->arena, &cache->table, err);
    cache->loaded = status == CUTLINE_OK;
    cut_kills_sort(&cache->table);
    return status;
}

void cut_store_forget_kills(cut_store *store)
{
    store->kills.loaded = false;
}

void cut_store_forget_kill_of(cut_store *store, int64_t photo)
{
    char number[24];
    snprintf(number, sizeof number, "%lld", (long long)photo);
    if (store->kills.loaded && cut_kill_find(&store->kills.table, CUT_KILL_PHOTO, number))
        cut_store_forget_kills(store);
}
