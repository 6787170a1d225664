#include "base/error.h"
#include "base/limits.h"
#include "store/lookup.h"
#include "store/revision.h"

#include <stdio.h>

static cutline_status must_exist(cut_store *store, int64_t photo, cutline_error *err)
{
    bool found, has_hash;
    uint8_t hash[32];
    cutline_status status = cut_db_photo_get(store->db, photo, &found, &has_hash, hash, err);
    if (status == CUTLINE_OK && !found)
        return cut_fail(err, CUTLINE_NOT_FOUND, "there is no photo:%lld", (long long)photo);
    return status;
}

static cutline_status set_one(cut_store *store, int64_t photo, const char *field, const char *value,
                              const char *editor, cutline_error *err)
{
    cut_revision revision;
    cut_claims before;
    cutline_editor who = {.name = editor};
    cutline_status status = cut_revision_begin(store, CUTLINE_CHANGE_EDIT, &who, &revision, err);
    if (status != CUTLINE_OK)
        return status;
    status = must_exist(store, photo, err);
    if (status == CUTLINE_OK)
        status = cut_revision_claims(&revision, photo, &before, err);
    if (status == CUTLINE_OK)
        status = cut_revision_set(&revision, photo, cut_str_from(field), cut_str_from(value),
                                  (cut_str){NULL, 0}, err);
    if (status == CUTLINE_OK && revision.edits > 0)
        status = cut_revision_settle(&revision, photo, &before, err);
    return cut_revision_end(&revision, status, err);
}

cutline_status cut_store_set(cut_store *store, int64_t photo, const char *field, const char *value,
                             const char *editor, cutline_error *err)
{
    return set_one(store, photo, field, value, editor, err);
}

cutline_status cut_store_add_media_id(cut_store *store, int64_t photo, const cutline_media_id *id,
                                      const char *editor, cutline_error *err)
{
    char field[2 * CUT_MAX_MEDIA_ID + sizeof CUT_FIELD_OF_ID + 1];
    snprintf(field, sizeof field, CUT_FIELD_OF_ID "%s:%s", id->ns, id->id);
    return set_one(store, photo, field, CUT_ID_LINKED, editor, err);
}
