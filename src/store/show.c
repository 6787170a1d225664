#include "base/error.h"
#include "base/limits.h"
#include "store/inner.h"
#include "store/lookup.h"

/* ---- by name ------------------------------------------------------------------------------------
 */

static cutline_status append(cut_arena *arena, const cut_numbers *from, cut_photo_list *out,
                             cutline_error *err)
{
    for (size_t i = 0; i < from->n; i++) {
        bool is_new = true;
        for (size_t k = 0; k < out->photos.n && is_new; k++)
            is_new = out->photos.v[k] != from->v[i];
        if (is_new && !CUT_PUSH(arena, &out->photos, from->v[i]))
            return cut_no_memory(err);
    }
    return CUTLINE_OK;
}

/* "bare" is looked for in every namespace, so it answers for the other readings of its value. */
static bool is_covered(const cut_id_list *readings, size_t i)
{
    for (size_t k = 0; k < readings->ids.n; k++)
        if (k != i && strcmp(readings->ids.v[k].ns, CUTLINE_NAMESPACE_BARE) == 0 &&
            strcmp(readings->ids.v[k].id, readings->ids.v[i].id) == 0)
            return true;
    return false;
}

cutline_status cut_store_photos_by_id(cut_store *store, cut_arena *arena,
                                      const cut_id_list *readings, cut_photo_list *out,
                                      cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    *out = (cut_photo_list){0};
    for (size_t i = 0; i < readings->ids.n && status == CUTLINE_OK; i++) {
        cut_numbers photos = {0};
        if (is_covered(readings, i))
            continue;
        status = cut_db_photos_named(store->db, arena, &readings->ids.v[i], CUT_MAX_PHOTOS_NAMED,
                                     &photos, err);
        if (status == CUTLINE_OK)
            status = append(arena, &photos, out, err);
    }
    return status;
}

/* The awaiting photo of an item, or all that claim it: these have every ID of it. */
static cutline_status photos_of_item(cut_store *store, cut_arena *arena, const cut_item_row *item,
                                     cut_photo_list *out, cutline_error *err)
{
    cut_numbers photos = {0};
    cut_id_rows ids = {0};
    cutline_status status = CUTLINE_OK;
    if (item->photo && !CUT_PUSH(arena, &photos, item->photo))
        return cut_no_memory(err);
    if (!item->photo)
        status = cut_db_item_ids(store->db, arena, item->id, &ids, err);
    if (status == CUTLINE_OK && !item->photo && item->file_key.n > 0)
        status = cut_db_photos_filed(store->db, arena, item->file_key, CUT_MAX_PHOTOS_NAMED,
                                     &photos, err);
    for (size_t i = 0; i < ids.n && status == CUTLINE_OK; i++)
        status =
            cut_db_photos_with(store->db, arena, &ids.v[i], CUT_MAX_PHOTOS_NAMED, &photos, err);
    return status == CUTLINE_OK ? append(arena, &photos, out, err) : status;
}

cutline_status cut_store_photos_by_path(cut_store *store, cut_arena *arena, const char *path,
                                        cut_photo_list *out, cutline_error *err)
{
    cut_file_row file;
    cut_page_row page;
    bool found;
    cut_item_rows items = {0};
    *out = (cut_photo_list){0};
    cutline_status status = cut_db_file_stat(store->db, cut_str_from(path), &file, &found, err);
    if (status != CUTLINE_OK)
        return status;
    if (found)
        return CUT_PUSH(arena, &out->photos, file.photo) ? CUTLINE_OK : cut_no_memory(err);
    status = cut_db_page_by_path(store->db, arena, cut_str_from(path), &page, &found, err);
    if (status == CUTLINE_OK && found)
        status = cut_db_items_of(store->db, arena, page.id, &items, err);
    for (size_t i = 0; i < items.n && status == CUTLINE_OK; i++)
        status = photos_of_item(store, arena, &items.v[i], out, err);
    return status;
}

cutline_status cut_store_photos_by_file_name(cut_store *store, cut_arena *arena, cut_str name,
                                             cut_photo_list *out, cutline_error *err)
{
    cut_numbers photos = {0};
    *out = (cut_photo_list){0};
    cut_str key = cut_file_key(arena, name);
    if (key.n == 0)
        return CUTLINE_OK;
    cutline_status status =
        cut_db_photos_filed(store->db, arena, key, CUT_MAX_PHOTOS_NAMED, &photos, err);
    return status == CUTLINE_OK ? append(arena, &photos, out, err) : status;
}

cutline_status cut_store_has_photo(cut_store *store, int64_t photo, bool *has, cutline_error *err)
{
    bool has_hash;
    uint8_t hash[32];
    return cut_db_photo_get(store->db, photo, has, &has_hash, hash, err);
}

/* ---- credit -------------------------------------------------------------------------------------
 */

static bool has_answer(const cut_answers *list, size_t end, int64_t photo)
{
    for (size_t i = 0; i < end; i++)
        if (list->v[i].photo == photo)
            return true;
    return false;
}

cutline_status cut_store_credit(cut_store *store, cut_arena *arena, const cut_id_list *readings,
                                cutline_credit_answers *answers, cutline_error *err)
{
    cut_answers all = {0};
    size_t kept = 0;
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < readings->ids.n && status == CUTLINE_OK; i++)
        status =
            cut_db_credit(store->db, arena, &readings->ids.v[i], CUT_MAX_PHOTOS_NAMED, &all, err);
    if (status != CUTLINE_OK)
        return status;
    for (size_t i = 0; i < all.n; i++)
        if (!has_answer(&all, kept, all.v[i].photo))
            all.v[kept++] = all.v[i];
    *answers = (cutline_credit_answers){all.v, kept};
    return kept ? CUTLINE_OK : cut_fail(err, CUTLINE_NOT_FOUND, "no photo has this media ID");
}
