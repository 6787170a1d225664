#include "store/store.h"

#include "base/error.h"
#include "base/limits.h"
#include "store/inner.h"
#include "store/lookup.h"
#include "store/settle.h"

#include <stdlib.h>

/* The derived part is empty and a transaction is open (cut_db_open()). */
static cutline_status fill_derived(cut_store *store, cutline_error *err)
{
    cutline_status status = cut_store_rebuild(store, err);
    if (status == CUTLINE_OK)
        return cut_db_commit(store->db, err);
    cut_db_rollback(store->db);
    return status;
}

cutline_status cut_store_open(const char *path, cutline_open_flags flags, cut_store **out,
                              cutline_error *err)
{
    bool must_rebuild;
    *out = NULL;
    cut_store *store = calloc(1, sizeof *store);
    if (!store)
        return cut_no_memory(err);
    cut_arena_init(&store->arena, CUT_MAX_STORE_ARENA);
    cut_arena_init(&store->authorities.arena, CUT_MAX_STORE_ARENA);
    cut_arena_init(&store->kills.arena, CUT_MAX_STORE_ARENA);
    cut_buf_init(&store->json, CUT_MAX_JSON_BYTES);
    cutline_status status = cut_db_open(path, flags, &store->db, &must_rebuild, err);
    if (status == CUTLINE_OK && must_rebuild)
        status = fill_derived(store, err);
    if (status == CUTLINE_OK)
        *out = store;
    else
        cut_store_close(store);
    return status;
}

void cut_store_alone(void)
{
    cut_db_alone();
}

void cut_store_close(cut_store *store)
{
    if (!store)
        return;
    cut_db_close(store->db);
    cut_arena_release(&store->arena);
    cut_arena_release(&store->authorities.arena);
    cut_arena_release(&store->kills.arena);
    cut_buf_release(&store->json);
    free(store);
}

cutline_status cut_store_begin(cut_store *store, cutline_error *err)
{
    return cut_db_begin(store->db, err);
}

cutline_status cut_store_commit(cut_store *store, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    bool done;
    if (cut_db_looked(store->db))
        status = cut_look_index_grow(store, CUT_LOOK_PART_LEAST, &done, err);
    if (status == CUTLINE_OK)
        return cut_db_commit(store->db, err);
    cut_db_rollback(store->db);
    return status;
}

cutline_status cut_store_set_lasting(cut_store *store, bool lasting, cutline_error *err)
{
    return cut_db_set_lasting(store->db, lasting, err);
}

void cut_store_rollback(cut_store *store)
{
    cut_db_rollback(store->db);
    cut_store_forget_kills(store);
}

cutline_status cut_store_begin_reading(cut_store *store, cutline_error *err)
{
    return cut_db_begin_reading(store->db, err);
}

void cut_store_end_reading(cut_store *store)
{
    cut_db_rollback(store->db);
}

static cutline_status page_state(cut_store *store, const char *path, cut_file_state *out,
                                 cutline_error *err)
{
    cut_page_row page;
    cut_arena_reset(&store->arena);
    cutline_status status =
        cut_db_page_by_path(store->db, &store->arena, cut_str_from(path), &page, &out->known, err);
    if (out->known)
        *out = (cut_file_state){.known = true,
                                .size = page.size,
                                .mtime_ns = page.mtime_ns,
                                .has_hash = true,
                                .has_picture = true};
    return status;
}

cutline_status cut_store_file_state(cut_store *store, const char *path, cut_file_state *out,
                                    cutline_error *err)
{
    cut_file_row file;
    bool found;
    *out = (cut_file_state){0};
    cutline_status status = cut_db_file_stat(store->db, cut_str_from(path), &file, &found, err);
    if (status != CUTLINE_OK || !found)
        return status == CUTLINE_OK ? page_state(store, path, out, err) : status;
    *out = (cut_file_state){.known = true,
                            .photo = file.photo,
                            .size = file.size,
                            .mtime_ns = file.mtime_ns,
                            .sidecars = file.sidecars,
                            .missing = file.missing,
                            .has_hash = file.has_hash,
                            .has_picture = file.has_picture};
    return CUTLINE_OK;
}

/* ---- the derived part ------------------------------------------------------------------------ */

static cutline_status refresh_all(cut_store *store, cutline_error *err)
{
    int64_t photo = 0;
    cutline_status status = cut_db_photo_after(store->db, photo, &photo, err);
    while (status == CUTLINE_OK && photo) {
        cut_arena_reset(&store->arena);
        status = cut_photo_refresh(store, photo, NULL, err);
        if (status == CUTLINE_OK)
            status = cut_look_refresh(store, photo, err);
        if (status == CUTLINE_OK)
            status = cut_db_photo_after(store->db, photo, &photo, err);
    }
    return status;
}

cutline_status cut_store_rebuild(cut_store *store, cutline_error *err)
{
    bool done = false;
    cutline_status status = cut_db_clear_derived(store->db, err);
    if (status == CUTLINE_OK)
        status = refresh_all(store, err);
    while (status == CUTLINE_OK && !done)
        status = cut_look_index_grow(store, CUT_LOOK_PART_LEAST, &done, err);
    return status == CUTLINE_OK ? cut_settle_all(store, err) : status;
}

cutline_status cut_store_check(cut_store *store, cutline_damage_fn on_damage, void *context,
                               uint64_t *faults, cutline_error *err)
{
    return cut_db_check(store->db, on_damage, context, faults, err);
}

cutline_status cut_store_backup(cut_store *store, const char *path,
                                const cutline_backup_options *options, cutline_error *err)
{
    return cut_db_backup(store->db, path, options, err);
}

const char *cut_store_path(const cut_store *store)
{
    return cut_db_path(store->db);
}

cutline_status cut_store_hit(cut_store *store, int64_t photo, cutline_hit_fn on_hit, void *context,
                             cutline_error *err)
{
    return cut_db_hit(store->db, photo, on_hit, context, err);
}

cutline_status cut_store_stats(cut_store *store, cutline_stats *out, cutline_error *err)
{
    return cut_db_stats(store->db, out, err);
}
