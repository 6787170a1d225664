/* Pictures that are withdrawn, and those that may be used again. */
#include "base/digest.h"
#include "base/error.h"
#include "base/limits.h"
#include "store/lookup.h"
#include "store/revision.h"

#include <stdio.h>
#include <stdlib.h>

/* A kill or a lifting at work. */
typedef struct killing {
    cut_revision revision;
    cut_arena arena;          /* holds what follows */
    cut_numbers photos;       /* those that are named, then all that a mark concerns */
    CUT_VEC(cut_str) targets; /* marks to set or to remove */
} killing;

static cutline_status add_target(killing *k, const char *ns, const char *value, cutline_error *err)
{
    const char *text = cut_arena_printf(&k->arena, "%s:%s", ns, value);
    if (!text)
        return cut_no_memory(err);
    cut_str target = cut_str_from(text);
    for (size_t i = 0; i < k->targets.n; i++)
        if (cut_str_eq(k->targets.v[i], target))
            return CUTLINE_OK;
    return CUT_PUSH(&k->arena, &k->targets, target) ? CUTLINE_OK : cut_no_memory(err);
}

/* What a photo is known by beside its IDs: its image, or its number if that was not read. */
static cutline_status add_image(killing *k, int64_t photo, cutline_error *err)
{
    bool found, has_hash;
    uint8_t hash[32];
    char text[65];
    cutline_status status =
        cut_db_photo_get(k->revision.store->db, photo, &found, &has_hash, hash, err);
    if (status != CUTLINE_OK || !found)
        return status;
    if (has_hash)
        return add_target(k, CUT_KILL_IMAGE, cut_hex(hash, sizeof hash, text), err);
    snprintf(text, sizeof text, "%lld", (long long)photo);
    return add_target(k, CUT_KILL_PHOTO, text, err);
}

/* A number without an owner, and a job number that several photos have, do not mean this photo. */
static cutline_status add_own_ids(killing *k, int64_t photo, cutline_error *err)
{
    cut_db *db = k->revision.store->db;
    cut_id_rows ids = {0};
    cutline_status status = cut_db_photo_ids(db, &k->arena, photo, &ids, err);
    for (size_t i = 0; i < ids.n && status == CUTLINE_OK; i++) {
        cut_numbers with = {0};
        if (strcmp(ids.v[i].ns, CUTLINE_NAMESPACE_BARE) == 0)
            continue;
        status = cut_db_photos_with(db, &k->arena, &ids.v[i], 2, &with, err);
        if (status == CUTLINE_OK && with.n == 1)
            status = add_target(k, ids.v[i].ns, ids.v[i].id, err);
    }
    return status;
}

/* The readings of the name that its photos have, or the one it spells out. */
static cutline_status add_named_ids(killing *k, const cut_id_list *readings, bool spelled,
                                    cutline_error *err)
{
    cut_db *db = k->revision.store->db;
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < readings->ids.n && status == CUTLINE_OK; i++) {
        const cutline_media_id *id = &readings->ids.v[i];
        cut_numbers with = {0};
        if (!spelled)
            status = cut_db_photos_with(db, &k->arena, id, 1, &with, err);
        if (status == CUTLINE_OK && (spelled || with.n > 0))
            status = add_target(k, id->ns, id->id, err);
    }
    return status;
}

cutline_status cut_kill_photos(cut_store *store, cut_arena *arena, cut_str target, cut_numbers *out,
                               cutline_error *err)
{
    cut_str value = target, ns = cut_str_split(&value, ':');
    int64_t photo = 0;
    cutline_status status = CUTLINE_OK;
    if (cut_str_eq(ns, CUT_STR(CUT_KILL_IMAGE))) {
        uint8_t hash[32];
        for (size_t i = 0; i < sizeof hash; i++) {
            char pair[3] = {value.p[2 * i], value.p[2 * i + 1], '\0'};
            hash[i] = (uint8_t)strtoul(pair, NULL, 16);
        }
        status = cut_db_photo_by_hash(store->db, hash, &photo, err);
    } else if (cut_str_eq(ns, CUT_STR(CUT_KILL_PHOTO))) {
        uint64_t number;
        photo = cut_str_to_u64(value, &number) ? (int64_t)number : 0;
    } else {
        cutline_media_id id = {.ns = cut_arena_copy(arena, ns), .id = cut_arena_copy(arena, value)};
        if (!id.ns || !id.id)
            return cut_no_memory(err);
        return cut_db_photos_named(store->db, arena, &id, SIZE_MAX / 2, out, err);
    }
    if (status == CUTLINE_OK && photo && !CUT_PUSH(arena, out, photo))
        status = cut_no_memory(err);
    return status;
}

/* ---- marks to set, marks to remove -----------------------------------------------------------
 */

static cutline_status choose_marks(killing *k, const cut_kill_name *name, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    if (name->readings)
        status = add_named_ids(k, name->readings, name->spelled, err);
    for (size_t i = 0; i < k->photos.n && status == CUTLINE_OK; i++) {
        status = add_image(k, k->photos.v[i], err);
        if (status == CUTLINE_OK)
            status = add_own_ids(k, k->photos.v[i], err);
    }
    return status;
}

/* All marks that one of the photos bears. */
static cutline_status choose_borne(killing *k, const cut_kill_name *name, cutline_error *err)
{
    cut_store *store = k->revision.store;
    cut_kill_table table = {0};
    cutline_status status = cut_db_kills(store->db, &k->arena, &table, err);
    for (size_t i = 0; i < table.list.n && status == CUTLINE_OK; i++) {
        const cut_kill *kill = &table.list.v[i];
        cut_numbers photos = {0};
        const char *target = cut_arena_printf(&k->arena, "%s:%s", kill->ns, kill->value);
        if (!target)
            return cut_no_memory(err);
        status = cut_kill_photos(store, &k->arena, cut_str_from(target), &photos, err);
        bool borne = false;
        for (size_t p = 0; p < photos.n && !borne; p++)
            for (size_t n = 0; n < k->photos.n && !borne; n++)
                borne = photos.v[p] == k->photos.v[n];
        for (size_t r = 0; name->readings && name->spelled && r < name->readings->ids.n; r++)
            borne = borne || (strcmp(name->readings->ids.v[r].ns, kill->ns) == 0 &&
                              strcmp(name->readings->ids.v[r].id, kill->value) == 0);
        if (status == CUTLINE_OK && borne)
            status = add_target(k, kill->ns, kill->value, err);
    }
    return status;
}

static cutline_status note_photos(killing *k, cut_str target, cutline_error *err)
{
    cut_numbers named = {0};
    cutline_status status = cut_kill_photos(k->revision.store, &k->arena, target, &named, err);
    for (size_t i = 0; i < named.n && status == CUTLINE_OK; i++) {
        bool known = false;
        for (size_t n = 0; n < k->photos.n && !known; n++)
            known = k->photos.v[n] == named.v[i];
        if (!known && !CUT_PUSH(&k->arena, &k->photos, named.v[i]))
            status = cut_no_memory(err);
    }
    return status;
}

/* Sets each mark and brings the photos up to date that it concerns. */
static cutline_status set_marks(killing *k, cut_str reason, cutline_error *err)
{
    cut_revision *r = &k->revision;
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < k->targets.n && status == CUTLINE_OK; i++) {
        const char *field =
            cut_arena_printf(&k->arena, CUT_FIELD_OF_KILL "%.*s", CUT_FMT(k->targets.v[i]));
        if (!field)
            return cut_no_memory(err);
        status = cut_revision_set(r, 0, cut_str_from(field), reason, (cut_str){NULL, 0}, err);
        if (status == CUTLINE_OK)
            status = note_photos(k, k->targets.v[i], err);
    }
    for (size_t i = 0; i < k->photos.n && r->edits > 0 && status == CUTLINE_OK; i++) {
        cut_arena_reset(&r->store->arena);
        status = cut_photo_refresh(r->store, k->photos.v[i], NULL, err);
    }
    return status;
}

cutline_status cut_store_kill(cut_store *store, const cut_kill_name *name, const char *reason,
                              const cutline_editor *editor, cutline_kill_result *out,
                              cutline_error *err)
{
    killing k = {0};
    *out = (cutline_kill_result){0};
    cutline_status status =
        cut_revision_begin(store, CUTLINE_CHANGE_EDIT, editor, &k.revision, err);
    if (status != CUTLINE_OK)
        return status;
    cut_arena_init(&k.arena, CUT_MAX_STORE_ARENA);
    for (size_t i = 0; i < name->photos->photos.n && status == CUTLINE_OK; i++)
        if (!CUT_PUSH(&k.arena, &k.photos, name->photos->photos.v[i]))
            status = cut_no_memory(err);
    if (status == CUTLINE_OK)
        status = reason ? choose_marks(&k, name, err) : choose_borne(&k, name, err);
    if (status == CUTLINE_OK)
        status = set_marks(&k, cut_str_from(reason), err);
    *out = (cutline_kill_result){.change = k.revision.change.id, .photos = k.photos.n};
    cut_arena_release(&k.arena);
    return cut_revision_end(&k.revision, status, err);
}

cutline_status cut_store_kills(cut_store *store, cut_arena *arena, cut_kill_table *out,
                               cutline_error *err)
{
    *out = (cut_kill_table){0};
    cutline_status status = cut_db_kills(store->db, arena, out, err);
    cut_kills_sort(out);
    return status;
}
