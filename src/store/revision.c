#include "store/revision.h"

#include "base/error.h"
#include "ident/ident.h"

#include <time.h>

static int64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

cutline_status cut_revision_begin(cut_store *store, cutline_change_kind kind,
                                  const cutline_editor *editor, cut_revision *out,
                                  cutline_error *err)
{
    const char *name = editor && editor->name ? editor->name : "";
    const char *source = editor && editor->source ? editor->source : "";
    *out =
        (cut_revision){.store = store, .change = {.kind = kind, .editor = name, .source = source}};
    cut_arena_reset(&store->arena);
    cutline_status status = cut_db_begin(store->db, err);
    /* After the wait for other writers, so that times are in the order of changes. */
    out->change.time_ms = now_ms();
    return status;
}

cutline_status cut_revision_end(cut_revision *revision, cutline_status status, cutline_error *err)
{
    cut_store *store = revision->store;
    if (status == CUTLINE_OK)
        return cut_db_commit(store->db, err);
    cut_db_rollback(store->db);
    cut_store_forget_kills(store);
    return status;
}

/* ---- states ----------------------------------------------------------------------------------
 */

/* "media_id reuters:RTX2CGS3" taken apart. */
static cutline_status id_of_field(cut_arena *arena, cut_str field, cutline_media_id *out,
                                  cutline_error *err)
{
    cut_str value = cut_str_slice(field, sizeof CUT_FIELD_OF_ID - 1, field.n);
    cut_str ns = cut_str_split(&value, ':');
    *out = (cutline_media_id){.ns = cut_arena_copy(arena, ns),
                              .id = cut_arena_copy(arena, value),
                              .evidence = cut_id_place_name(CUT_ID_BY_HAND),
                              .trust = CUTLINE_TRUST_HAND};
    return out->ns && out->id ? CUTLINE_OK : cut_no_memory(err);
}

static bool is_id(cut_str field)
{
    return cut_str_starts(field, CUT_STR(CUT_FIELD_OF_ID));
}

static bool is_kill(cut_str field)
{
    return cut_str_starts(field, CUT_STR(CUT_FIELD_OF_KILL));
}

static cut_str kill_target(cut_str field)
{
    return cut_str_slice(field, sizeof CUT_FIELD_OF_KILL - 1, field.n);
}

static cutline_status hand_state(cut_revision *r, int64_t photo, cut_str field, cut_str *state,
                                 cutline_error *err)
{
    cut_hand_rows rows = {0};
    cutline_status status = cut_db_hand_values(r->store->db, &r->store->arena, photo, &rows, err);
    *state = (cut_str){NULL, 0};
    for (size_t i = 0; i < rows.n; i++)
        if (cut_str_eq(rows.v[i].field, field))
            *state = rows.v[i].value;
    return status;
}

cutline_status cut_revision_state(cut_revision *r, int64_t photo, cut_str field, cut_str *state,
                                  cutline_error *err)
{
    cut_arena *arena = &r->store->arena;
    cutline_media_id id;
    if (is_kill(field))
        return cut_db_kill_get(r->store->db, arena, kill_target(field), state, err);
    if (!is_id(field))
        return hand_state(r, photo, field, state, err);
    cutline_status status = id_of_field(arena, field, &id, err);
    return status == CUTLINE_OK ? cut_db_id_state(r->store->db, arena, photo, &id, state, err)
                                : status;
}

cutline_status cut_revision_base(cut_revision *r, int64_t photo, cut_str field, cut_str *base,
                                 cutline_error *err)
{
    cut_hand_rows rows = {0};
    cutline_status status = cut_db_hand_values(r->store->db, &r->store->arena, photo, &rows, err);
    *base = (cut_str){NULL, 0};
    for (size_t i = 0; i < rows.n; i++)
        if (cut_str_eq(rows.v[i].field, field))
            *base = rows.v[i].base;
    return status;
}

static cutline_status set_id(cut_revision *r, int64_t photo, cut_str field, cut_str value,
                             cutline_error *err)
{
    cutline_media_id id;
    cut_db *db = r->store->db;
    cutline_status status = id_of_field(&r->store->arena, field, &id, err);
    if (status == CUTLINE_OK)
        status = cut_db_id_forget(db, photo, &id, err);
    if (status != CUTLINE_OK || !value.p)
        return status;
    return cut_str_eq(value, CUT_STR(CUT_ID_DENIED)) ? cut_db_id_deny(db, photo, &id, err)
                                                     : cut_db_keep_id(db, photo, &id, err);
}

static cutline_status set_hand(cut_revision *r, int64_t photo, cut_str field, cut_str value,
                               cut_str base, cutline_error *err)
{
    cut_hand_row row = {.field = field,
                        .value = value,
                        .editor = cut_str_from(r->change.editor),
                        .time_ms = r->change.time_ms,
                        .base = base};
    return cut_db_hand_set(r->store->db, photo, &row, err);
}

static cutline_status put_state(cut_revision *r, int64_t photo, cut_str field, cut_str value,
                                cut_str base, cutline_error *err)
{
    if (is_kill(field)) {
        cut_store_forget_kills(r->store);
        return cut_db_kill_set(r->store->db, kill_target(field), value, err);
    }
    return is_id(field) ? set_id(r, photo, field, value, err)
                        : set_hand(r, photo, field, value, base, err);
}

static bool is_same(cut_str a, cut_str b)
{
    return (a.p == NULL) == (b.p == NULL) && cut_str_eq(a, b);
}

cutline_status cut_revision_number(cut_revision *r, cutline_error *err)
{
    return r->change.id ? CUTLINE_OK : cut_db_change_add(r->store->db, &r->change, err);
}

cutline_status cut_revision_set(cut_revision *r, int64_t photo, cut_str field, cut_str value,
                                cut_str base, cutline_error *err)
{
    cut_str old;
    cutline_status status = cut_revision_state(r, photo, field, &old, err);
    if (status != CUTLINE_OK)
        return status;
    if (is_same(old, value))
        /* Typed again: what the files say meanwhile has been seen. */
        return value.p && base.p && !is_id(field) && !is_kill(field)
                   ? set_hand(r, photo, field, value, base, err)
                   : CUTLINE_OK;
    status = cut_revision_number(r, err);
    cut_edit_row row = {.change = r->change.id,
                        .photo = photo,
                        .field = field,
                        .old = old,
                        .value = value,
                        .base = base};
    if (status == CUTLINE_OK)
        status = cut_db_edit_add(r->store->db, &row, err);
    r->edits++;
    return status == CUTLINE_OK ? put_state(r, photo, field, value, base, err) : status;
}

cutline_status cut_revision_claims(cut_revision *r, int64_t photo, cut_claims *out,
                                   cutline_error *err)
{
    *out = (cut_claims){0};
    cutline_status status = cut_db_photo_ids(r->store->db, &r->store->arena, photo, &out->ids, err);
    return status == CUTLINE_OK
               ? cut_db_photo_file_keys(r->store->db, &r->store->arena, photo, &out->names, err)
               : status;
}

cutline_status cut_revision_settle(cut_revision *r, int64_t photo, const cut_claims *before,
                                   cutline_error *err)
{
    cutline_status status = cut_photo_refresh(r->store, photo, NULL, err);
    if (status != CUTLINE_OK)
        return status;
    cut_id_rows now = {0};
    status = cut_db_photo_ids(r->store->db, &r->store->arena, photo, &now, err);
    bool same = now.n == before->ids.n;
    for (size_t i = 0; i < now.n && same; i++)
        same = strcmp(now.v[i].ns, before->ids.v[i].ns) == 0 &&
               strcmp(now.v[i].id, before->ids.v[i].id) == 0 &&
               now.v[i].trust == before->ids.v[i].trust;
    /* Pages and awaiting photos follow an ID. */
    return status == CUTLINE_OK && !same ? cut_link_photo(r->store, photo, before, NULL, err)
                                         : status;
}
