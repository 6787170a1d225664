#include "base/error.h"
#include "base/limits.h"
#include "store/db_edit.h"
#include "store/inner.h"

#include <time.h>

/* A record on its way in. */
typedef struct arrival {
    cut_store *store;
    const cutline_record *record;
    cut_file_row file; /* the file as it will be */
    bool was_as_now;   /* its file stands as it was, sidecars too, and had not vanished */
    int64_t before;    /* photo that the file held before, 0 if it is new */
    cut_claims old;    /* IDs of that photo, and the file's name if it went by another */
    cut_id_rows own;   /* those of the IDs that its files and editors say it has */
    int64_t photo;     /* photo that the file holds now */
    bool is_alone;     /* file and photo are new, and its IDs lead to no page */
    bool kept_caption; /* the file's caption is known to be as it was */
    cut_str stored;    /* what was read of the file before; {NULL, 0} if it is new */
} arrival;

/* ---- which photo --------------------------------------------------------------------------------
 */

/* The same path holds other image data now. It is still the same picture (retouched, cropped) if
 * nothing but this file made it and both name one media ID; else another picture has taken the
 * path, and what was typed for the old one must not be said of it. */
static cutline_status is_same_picture(arrival *a, bool *same, cutline_error *err)
{
    cut_file_rows files = {0};
    cut_id_rows ids = {.v = a->record->ids.ids.v, .n = a->record->ids.ids.n};
    *same = false;
    if (!cut_ids_share(&ids, &a->old.ids))
        return CUTLINE_OK;
    cutline_status status =
        cut_db_files_of(a->store->db, &a->store->arena, a->before, 2, &files, err);
    *same = status == CUTLINE_OK && files.n == 1;
    return status;
}

/* The photo stays and gets the hash, if the image data is the photo's first or a changed form. */
static cutline_status keep_photo(arrival *a, bool *kept, cutline_error *err)
{
    bool found, has_hash;
    uint8_t hash[32];
    *kept = true;
    cutline_status status = cut_db_photo_get(a->store->db, a->before, &found, &has_hash, hash, err);
    if (status == CUTLINE_OK && has_hash)
        status = is_same_picture(a, kept, err);
    if (status == CUTLINE_OK && *kept) {
        a->photo = a->before;
        status = cut_db_photo_set_hash(a->store->db, a->photo, a->record->image_hash, err);
    }
    return status;
}

/* A photo that a person gave an ID goes by those of its items, too, when it comes under that one.
 */
static cutline_status keep_ids_of_items(arrival *a, cutline_error *err)
{
    cut_id_rows kept = {0};
    cutline_status status = cut_db_kept_ids(a->store->db, &a->store->arena, a->photo, &kept, err);
    return status == CUTLINE_OK && kept.n > 0 ? cut_photo_keep_ids(a->store, a->photo, err)
                                              : status;
}

/* An awaiting photo that the record's IDs name, else a new one. */
static cutline_status take_or_make_photo(arrival *a, cutline_error *err)
{
    const uint8_t *hash = a->record->has_hash ? a->record->image_hash : NULL;
    cut_claims claims = {.ids = {.v = a->record->ids.ids.v, .n = a->record->ids.ids.n}};
    cut_str name = cut_file_key(&a->store->arena, cut_str_from(a->record->path));
    cut_reach reach;
    cut_numbers awaiting = {0};
    if (name.n > 0 && !CUT_PUSH(&a->store->arena, &claims.names, name))
        return cut_no_memory(err);
    cutline_status status = cut_link_reach(a->store, &claims, &reach, err);
    if (status == CUTLINE_OK)
        status = cut_link_awaiting(a->store, &reach, &awaiting, err);
    if (status != CUTLINE_OK)
        return status;
    if (awaiting.n == 0) {
        a->is_alone = a->before == 0 && reach.items.n == 0;
        return cut_db_photo_add(a->store->db, hash, &a->photo, err);
    }
    a->photo = awaiting.v[0];
    status = keep_ids_of_items(a, err);
    return status == CUTLINE_OK && hash ? cut_db_photo_set_hash(a->store->db, a->photo, hash, err)
                                        : status;
}

static cutline_status choose_photo(arrival *a, cutline_error *err)
{
    int64_t known = 0;
    cutline_status status = CUTLINE_OK;
    if (a->record->has_hash)
        status = cut_db_photo_by_hash(a->store->db, a->record->image_hash, &known, err);
    if (status != CUTLINE_OK)
        return status;
    if (known || (a->before && !a->record->has_hash)) {
        /* A changed file whose image data was not read is taken to hold the same picture until a
         * full import says otherwise. */
        a->photo = known ? known : a->before;
        return CUTLINE_OK;
    }
    bool kept = false;
    if (a->before)
        status = keep_photo(a, &kept, err);
    return status == CUTLINE_OK && !kept ? take_or_make_photo(a, err) : status;
}

/* ---- storing ------------------------------------------------------------------------------------
 */

static cutline_status write_json(arrival *a, cutline_error *err)
{
    cut_json json;
    a->file.record = a->record->stored;
    if (a->file.record.p)
        return CUTLINE_OK;
    cut_buf_clear(&a->store->json);
    cut_json_init(&json, &a->store->json);
    cut_record_json_full(&json, a->record);
    if (!cut_buf_ok(&a->store->json))
        return cut_fail_at(err, CUTLINE_LIMIT, a->record->path, CUTLINE_NO_OFFSET,
                           "the record does not fit in %u bytes of JSON", CUT_MAX_JSON_BYTES);
    a->file.record = cut_buf_str(&a->store->json);
    return CUTLINE_OK;
}

/* The old photo, when its file has gone elsewhere. A photo without a hash was this file's only;
 * it becomes part of the photo that its image data has proved to be, unless it stands for items.
 * Otherwise, what a person typed stays, and the photo keeps the IDs by which it was known. */
static cutline_status leave_photo(arrival *a, cutline_error *err)
{
    cut_store *store = a->store;
    bool found, has_hash;
    uint8_t hash[32];
    cut_numbers items = {0};
    cutline_status status = cut_db_photo_get(store->db, a->before, &found, &has_hash, hash, err);
    if (status == CUTLINE_OK)
        status = cut_db_items_awaiting(store->db, &store->arena, a->before, &items, err);
    if (status != CUTLINE_OK || !found)
        return status;
    if (!has_hash && items.n == 0)
        return cut_link_merge(store, a->before, a->photo, err);
    status = cut_photo_keep_ids(store, a->before, err);
    return status == CUTLINE_OK ? cut_photo_refresh(store, a->before, NULL, err) : status;
}

/* The photo claims what it claimed before: then nothing that its IDs and names lead to changes. */
static cutline_status claims_as_before(const arrival *a, bool *as_before, cutline_error *err)
{
    cut_id_rows now = {0};
    *as_before = false;
    if (a->before != a->photo || a->old.names.n > 0)
        return CUTLINE_OK;
    cutline_status status =
        cut_db_photo_own_ids(a->store->db, &a->store->arena, a->photo, &now, err);
    *as_before = status == CUTLINE_OK && now.n == a->own.n;
    for (size_t i = 0; i < now.n && *as_before; i++)
        *as_before =
            strcmp(now.v[i].ns, a->own.v[i].ns) == 0 && strcmp(now.v[i].id, a->own.v[i].id) == 0;
    return status;
}

static cutline_status link(arrival *a, cutline_error *err)
{
    bool as_before;
    cutline_status status = CUTLINE_OK;
    if (a->before && a->before != a->photo)
        status = leave_photo(a, err);
    if (status == CUTLINE_OK)
        status = cut_photo_refresh(a->store, a->photo, a->record, err);
    if (status == CUTLINE_OK)
        status = claims_as_before(a, &as_before, err);
    if (status == CUTLINE_OK && !as_before)
        status = cut_link_photo(a->store, a->photo, &a->old, a->record, err);
    return status;
}

/* A photo of its own that no page speaks of: all there is to say is in the record at hand, and was
 * made ready with it, unless people have said something of agencies or pictures since. */
static cutline_status store_alone(arrival *a, cutline_error *err)
{
    cut_store *store = a->store;
    cut_rulings rulings;
    cut_effective_row row;
    cutline_status status = cut_store_rulings(store, &rulings, err);
    if (status != CUTLINE_OK)
        return status;
    if (a->record->ready && cut_rulings_are_none(&rulings)) {
        row = *a->record->ready;
        row.photo = a->photo;
    } else
        status = cut_alone_row(&store->arena, a->record, a->photo, &rulings, &row, err);
    if (status != CUTLINE_OK)
        return status;
    store->embargo = row.embargo.p;
    return cut_db_effective_put(store->db, &row, true, err);
}

/* The record has said the same before, down to the file's times. */
static cutline_status is_unchanged(arrival *a, bool *unchanged, cutline_error *err)
{
    cut_str stored;
    cutline_status status =
        cut_db_file_record(a->store->db, &a->store->arena, a->file.id, &stored, err);
    a->stored = stored;
    *unchanged = status == CUTLINE_OK && a->was_as_now && cut_str_eq(stored, a->file.record);
    a->photo = a->file.photo;
    return status;
}

static const char *caption_of(const cutline_record *record)
{
    const cutline_field *field = record->by_index[CUT_FIELD_caption];
    return field && field->values[0].text ? field->values[0].text : "";
}

/* A newer version of the picture has another caption: that of the older one is not lost. */
static cutline_status keep_caption(arrival *a, cutline_error *err)
{
    struct timespec now;
    cutline_record *old;
    cutline_status status = cut_record_from_json(a->stored, &old, err);
    if (status != CUTLINE_OK)
        return status == CUTLINE_MALFORMED ? CUTLINE_OK : status;
    const char *before = caption_of(old);
    clock_gettime(CLOCK_REALTIME, &now);
    if (before[0] && strcmp(before, caption_of(a->record)) != 0)
        status = cut_db_earlier_caption_add(a->store->db, a->photo, a->file.path,
                                            (int64_t)now.tv_sec * 1000, cut_str_from(before), err);
    cutline_record_free(old);
    return status;
}

static cutline_status put_changed(arrival *a, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    if (a->before)
        status = cut_db_photo_ids(a->store->db, &a->store->arena, a->before, &a->old.ids, err);
    if (status == CUTLINE_OK && a->before)
        status = cut_db_photo_own_ids(a->store->db, &a->store->arena, a->before, &a->own, err);
    if (status == CUTLINE_OK)
        status = choose_photo(a, err);
    a->file.photo = a->photo;
    if (status == CUTLINE_OK)
        status = cut_db_file_put(a->store->db, &a->file, a->photo != a->before, err);
    if (status == CUTLINE_OK && a->stored.p && a->photo == a->before && !a->kept_caption)
        status = keep_caption(a, err);
    if (status == CUTLINE_OK)
        status = a->is_alone ? store_alone(a, err) : link(a, err);
    return status;
}

/* The row of the file, which went by the path `from` until now, if that is not NULL. Where another
 * file was at its path, which has gone elsewhere or is no more, it takes that one's row. */
static cutline_status find_file(arrival *a, const char *from, bool *known, cutline_error *err)
{
    cut_db *db = a->store->db;
    cut_str path = cut_str_from(a->record->path), old = cut_str_from(from), name;
    cutline_status status = cut_db_file_stat(db, path, &a->file, known, err);
    if (status != CUTLINE_OK || !from)
        return status;
    name = cut_file_key(&a->store->arena, old);
    if (name.n > 0 && !CUT_PUSH(&a->store->arena, &a->old.names, name))
        return cut_no_memory(err);
    if (*known)
        return cut_db_file_remove(db, old, err);
    status = cut_db_file_rename(db, old, path, err);
    return status == CUTLINE_OK ? cut_db_file_stat(db, path, &a->file, known, err) : status;
}

static cutline_status put(cut_store *store, const cutline_record *record, const char *moved_from,
                          bool kept_caption, cut_put_result *out, cutline_error *err)
{
    arrival a = {.store = store, .record = record, .kept_caption = kept_caption};
    bool known, unchanged = false;
    *out = (cut_put_result){.result = CUTLINE_IMPORT_FAILED};
    cut_arena_reset(&store->arena);
    cutline_status status = find_file(&a, moved_from, &known, err);
    if (status != CUTLINE_OK)
        return status;
    a.before = a.file.photo;
    a.was_as_now = a.file.sidecars == record->sidecars && !a.file.missing;
    a.file.sidecars = record->sidecars;
    a.file.size = record->size;
    a.file.mtime_ns = record->mtime_ns;
    a.file.has_hash = record->has_hash;
    status = write_json(&a, err);
    if (status == CUTLINE_OK && known)
        status = is_unchanged(&a, &unchanged, err);
    if (status == CUTLINE_OK && !unchanged)
        status = put_changed(&a, err);
    if (status == CUTLINE_OK && record->picture)
        status = cut_db_picture_put(store->db, a.photo, record->picture, err);
    if (status != CUTLINE_OK)
        return status;
    out->result = moved_from  ? CUTLINE_IMPORT_MOVED
                  : unchanged ? CUTLINE_IMPORT_UNCHANGED
                  : known     ? CUTLINE_IMPORT_UPDATED
                              : CUTLINE_IMPORT_ADDED;
    out->photo = a.photo;
    out->photo_count = 1;
    return CUTLINE_OK;
}

cutline_status cut_store_put_record(cut_store *store, const cutline_record *record,
                                    const char *moved_from, cut_put_result *out, cutline_error *err)
{
    return put(store, record, moved_from, false, out, err);
}

cutline_status cut_store_put_written(cut_store *store, const cutline_record *record,
                                     bool kept_caption, const char **embargo, cutline_error *err)
{
    cut_put_result ignored;
    store->embargo = NULL;
    cutline_status status = put(store, record, NULL, kept_caption, &ignored, err);
    *embargo = store->embargo;
    return status;
}
