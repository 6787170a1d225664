#include "base/error.h"
#include "store/inner.h"
#include "store/lookup.h"

#include <time.h>

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static cutline_status must_exist(cut_store *store, int64_t photo, cutline_error *err)
{
    bool found, has_hash;
    uint8_t hash[32];
    cutline_status status = cut_db_photo_get(store->db, photo, &found, &has_hash, hash, err);
    if (status == CUTLINE_OK && !found)
        return cut_fail(err, CUTLINE_NOT_FOUND, "there is no photo:%lld", (long long)photo);
    return status;
}

static cut_str value_before(const cut_hand_rows *rows, cut_str field)
{
    for (size_t i = 0; i < rows->n; i++)
        if (cut_str_eq(rows->v[i].field, field))
            return rows->v[i].value;
    return (cut_str){NULL, 0};
}

static bool same_value(cut_str a, cut_str b)
{
    return (a.p == NULL) == (b.p == NULL) && cut_str_eq(a, b);
}

static cutline_status set_value(cut_store *store, int64_t photo, const cut_hand_row *row,
                                cutline_error *err)
{
    cut_hand_rows rows = {0};
    cutline_status status = cut_db_hand_values(store->db, &store->arena, photo, &rows, err);
    if (status != CUTLINE_OK)
        return status;
    cut_str old = value_before(&rows, row->field);
    if (same_value(old, row->value))
        return CUTLINE_OK;
    status = cut_db_hand_set(store->db, photo, row, err);
    if (status == CUTLINE_OK)
        status = cut_db_edit_add(store->db, photo, old, row, err);
    return status == CUTLINE_OK ? cut_photo_refresh(store, photo, NULL, err) : status;
}

/* An ID by hand is a claim like a file's: pages and awaiting photos that have it follow. */
static cutline_status claim_id(cut_store *store, int64_t photo, const cutline_media_id *id,
                               const cut_hand_row *row, cutline_error *err)
{
    cutline_status status = cut_db_keep_id(store->db, photo, id, err);
    if (status == CUTLINE_OK)
        status = cut_db_edit_add(store->db, photo, (cut_str){NULL, 0}, row, err);
    if (status == CUTLINE_OK)
        status = cut_photo_refresh(store, photo, NULL, err);
    return status == CUTLINE_OK ? cut_link_photo(store, photo, &(cut_claims){0}, NULL, err)
                                : status;
}

/* ---- each in a transaction ------------------------------------------------------------------- */

static cutline_status finish(cut_store *store, cutline_status status, cutline_error *err)
{
    if (status == CUTLINE_OK)
        return cut_db_commit(store->db, err);
    cut_db_rollback(store->db);
    return status;
}

cutline_status cut_store_set(cut_store *store, int64_t photo, const char *field, const char *value,
                             const char *editor, cutline_error *err)
{
    cut_hand_row row = {.field = cut_str_from(field),
                        .value = cut_str_from(value),
                        .editor = cut_str_from(editor),
                        .time_ms = now_ms()};
    cut_arena_reset(&store->arena);
    cutline_status status = cut_db_begin(store->db, err);
    if (status != CUTLINE_OK)
        return status;
    status = must_exist(store, photo, err);
    if (status == CUTLINE_OK)
        status = set_value(store, photo, &row, err);
    return finish(store, status, err);
}

cutline_status cut_store_add_media_id(cut_store *store, int64_t photo, const cutline_media_id *id,
                                      const char *editor, cutline_error *err)
{
    cut_arena_reset(&store->arena);
    const char *text = cut_arena_printf(&store->arena, "%s:%s", id->ns, id->id);
    if (!text)
        return cut_no_memory(err);
    cut_hand_row row = {.field = CUT_STR("media_id"),
                        .value = cut_str_from(text),
                        .editor = cut_str_from(editor),
                        .time_ms = now_ms()};
    cutline_status status = cut_db_begin(store->db, err);
    if (status != CUTLINE_OK)
        return status;
    status = must_exist(store, photo, err);
    if (status == CUTLINE_OK)
        status = claim_id(store, photo, id, &row, err);
    return finish(store, status, err);
}
