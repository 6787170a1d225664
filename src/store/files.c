/* What the store knows of files, for finding those that have moved or vanished. */
#include "base/error.h"
#include "store/inner.h"

static cutline_status hand_out(cut_arena *arena, const cut_file_rows *rows, cut_known_files *out,
                               cutline_error *err)
{
    for (size_t i = 0; i < rows->n; i++) {
        const cut_file_row *row = &rows->v[i];
        cut_known_file file = {row->path.p, row->photo, row->missing};
        if (!CUT_PUSH(arena, out, file))
            return cut_no_memory(err);
    }
    return CUTLINE_OK;
}

cutline_status cut_store_files_of_hash(cut_store *store, cut_arena *arena, const uint8_t *hash,
                                       cut_known_files *out, cutline_error *err)
{
    int64_t photo;
    cut_file_rows rows = {0};
    cutline_status status = cut_db_photo_by_hash(store->db, hash, &photo, err);
    if (status == CUTLINE_OK && photo)
        status = cut_db_paths_of(store->db, arena, photo, &rows, err);
    return status == CUTLINE_OK ? hand_out(arena, &rows, out, err) : status;
}

/* The folder with one slash at its end. */
static cutline_status with_slash(cut_store *store, const char *folder, cut_str *out,
                                 cutline_error *err)
{
    size_t n = strlen(folder);
    bool ends = n > 0 && folder[n - 1] == '/';
    cut_arena_reset(&store->arena);
    *out = (cut_str){cut_arena_printf(&store->arena, "%s%s", folder, ends ? "" : "/"),
                     n + (ends ? 0 : 1)};
    return out->p ? CUTLINE_OK : cut_no_memory(err);
}

cutline_status cut_store_files_below(cut_store *store, cut_arena *arena, const char *folder,
                                     const char *after, size_t most, cut_known_files *out,
                                     cutline_error *err)
{
    cut_str head;
    cut_file_rows rows = {0};
    cutline_status status = with_slash(store, folder, &head, err);
    if (status == CUTLINE_OK)
        status = cut_db_files_below(store->db, arena, head, cut_str_from(after), most, &rows, err);
    return status == CUTLINE_OK ? hand_out(arena, &rows, out, err) : status;
}

cutline_status cut_store_count_below(cut_store *store, const char *folder, uint64_t *count,
                                     cutline_error *err)
{
    cut_str head;
    cutline_status status = with_slash(store, folder, &head, err);
    return status == CUTLINE_OK ? cut_db_count_below(store->db, head, count, err) : status;
}

cutline_status cut_store_set_missing(cut_store *store, const char *path, bool missing,
                                     cutline_error *err)
{
    return cut_db_file_set_missing(store->db, cut_str_from(path), missing, err);
}
