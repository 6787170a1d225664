#include "base/limits.h"
#include "store/inner.h"

/* A value shorter than this is too common to be the same ID in another namespace. The database
 * applies the same rule where it looks IDs up (cut_db_items_matching()). */
#define SHORTEST_BARE 6

static bool is_bare(const cutline_media_id *id)
{
    return strcmp(id->ns, CUTLINE_NAMESPACE_BARE) == 0;
}

static bool ids_match(const cutline_media_id *a, const cutline_media_id *b)
{
    if (strcmp(a->id, b->id) != 0)
        return false;
    if (strcmp(a->ns, b->ns) == 0)
        return true;
    return (is_bare(a) || is_bare(b)) && strlen(a->id) >= SHORTEST_BARE;
}

bool cut_ids_share(const cut_id_rows *a, const cut_id_rows *b)
{
    for (size_t i = 0; i < a->n; i++)
        for (size_t k = 0; k < b->n; k++)
            if (ids_match(&a->v[i], &b->v[k]))
                return true;
    return false;
}

static bool has_number(const cut_numbers *list, int64_t number)
{
    for (size_t i = 0; i < list->n; i++)
        if (list->v[i] == number)
            return true;
    return false;
}

cutline_status cut_numbers_add(cut_store *store, cut_numbers *list, int64_t number,
                               cutline_error *err)
{
    if (!has_number(list, number) && !CUT_PUSH(&store->arena, list, number))
        return cut_no_memory(err);
    return CUTLINE_OK;
}

/* ---- reach --------------------------------------------------------------------------------------
 */

static bool meet_id(cut_store *store, cut_reach *reach, const cutline_media_id *id)
{
    for (size_t i = 0; i < reach->ids.n; i++)
        if (strcmp(reach->ids.v[i].id, id->id) == 0 && strcmp(reach->ids.v[i].ns, id->ns) == 0)
            return true;
    return CUT_PUSH(&store->arena, &reach->ids, *id);
}

static cutline_status meet_item(cut_store *store, cut_reach *reach, int64_t item,
                                cutline_error *err)
{
    cut_id_rows ids = {0};
    cutline_status status = cut_numbers_add(store, &reach->items, item, err);
    if (status == CUTLINE_OK)
        status = cut_db_item_ids(store->db, &store->arena, item, &ids, err);
    for (size_t i = 0; i < ids.n && status == CUTLINE_OK; i++)
        if (!meet_id(store, reach, &ids.v[i]))
            status = cut_no_memory(err);
    return status;
}

static cutline_status meet_items(cut_store *store, cut_reach *reach, const cut_numbers *items,
                                 cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < items->n && status == CUTLINE_OK; i++)
        if (reach->items.n < CUT_MAX_ITEMS_LINKED && !has_number(&reach->items, items->v[i]))
            status = meet_item(store, reach, items->v[i], err);
    return status;
}

cutline_status cut_link_reach(cut_store *store, const cut_claims *claims, cut_reach *out,
                              cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    *out = (cut_reach){0};
    for (size_t i = 0; i < claims->ids.n; i++)
        if (!meet_id(store, out, &claims->ids.v[i]))
            return cut_no_memory(err);
    for (size_t i = 0; i < claims->names.n && status == CUTLINE_OK; i++) {
        cut_numbers found = {0};
        status = cut_db_items_filed(store->db, &store->arena, claims->names.v[i], &found, err);
        if (status == CUTLINE_OK)
            status = meet_items(store, out, &found, err);
    }
    for (size_t i = 0; i < out->ids.n && status == CUTLINE_OK; i++) {
        cut_numbers found = {0};
        status = cut_db_items_matching(store->db, &store->arena, &out->ids.v[i], &found, err);
        if (status == CUTLINE_OK)
            status = meet_items(store, out, &found, err);
    }
    return status;
}

/* ---- awaiting photos ----------------------------------------------------------------------------
 */

cutline_status cut_link_is_awaiting(cut_store *store, int64_t photo, bool *yes, cutline_error *err)
{
    bool found, has_hash;
    uint8_t hash[32];
    cut_file_rows files = {0};
    cutline_status status = cut_db_photo_get(store->db, photo, &found, &has_hash, hash, err);
    if (status == CUTLINE_OK)
        status = cut_db_files_of(store->db, &store->arena, photo, 1, &files, err);
    *yes = found && !has_hash && files.n == 0;
    return status;
}

static void sort_numbers(cut_numbers *list)
{
    for (size_t i = 1; i < list->n; i++) {
        int64_t number = list->v[i];
        size_t k = i;
        for (; k > 0 && list->v[k - 1] > number; k--)
            list->v[k] = list->v[k - 1];
        list->v[k] = number;
    }
}

cutline_status cut_link_awaiting(cut_store *store, const cut_reach *reach, cut_numbers *photos,
                                 cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    cut_numbers met = {0};
    for (size_t i = 0; i < reach->items.n && status == CUTLINE_OK; i++) {
        cut_item_row item;
        status = cut_db_item_get(store->db, &store->arena, reach->items.v[i], &item, err);
        if (status == CUTLINE_OK && item.photo)
            status = cut_numbers_add(store, &met, item.photo, err);
    }
    for (size_t i = 0; i < reach->ids.n && status == CUTLINE_OK; i++)
        status = cut_db_photos_keeping(store->db, &store->arena, &reach->ids.v[i], &met, err);
    for (size_t i = 0; i < met.n && status == CUTLINE_OK; i++) {
        bool yes;
        status = cut_link_is_awaiting(store, met.v[i], &yes, err);
        if (status == CUTLINE_OK && yes)
            status = cut_numbers_add(store, photos, met.v[i], err);
    }
    sort_numbers(photos);
    return status;
}

cutline_status cut_link_merge(cut_store *store, int64_t from, int64_t to, cutline_error *err)
{
    cutline_status status = cut_db_hand_move(store->db, from, to, err);
    cut_store_forget_kill_of(store, from);
    if (status == CUTLINE_OK)
        status = cut_db_effective_remove(store->db, from, err);
    if (status == CUTLINE_OK)
        status = cut_db_photo_remove(store->db, from, err);
    return status;
}

/* ---- settling -----------------------------------------------------------------------------------
 */

/* An item while its reach is settled. */
typedef struct member {
    int64_t item;
    int64_t photo; /* awaiting photo that stands for it, 0 if none */
    cut_id_rows ids;
    cut_str name; /* key of the file it names, {NULL, 0} if none */
    size_t group; /* index of the first member of its group */
} member;

/* `from` stands for nothing any more and becomes part of `to`, if so. */
typedef struct planned_merge {
    int64_t from, to;
} planned_merge;

typedef struct settling {
    cut_store *store;
    const cut_claims *claims; /* of the favoured photo */
    int64_t favoured;         /* photo that takes what it claims, or 0 */
    cut_numbers *touched;
    member *members;
    size_t count;
    cut_numbers taken; /* awaiting photos that a group has got */
    CUT_VEC(planned_merge) merges;
} settling;

static cutline_status load_members(settling *s, const cut_reach *reach, cutline_error *err)
{
    cut_store *store = s->store;
    cut_numbers items = reach->items;
    sort_numbers(&items);
    s->count = items.n;
    s->members = CUT_NEW_ARRAY(&store->arena, member, items.n);
    cutline_status status = s->members ? CUTLINE_OK : cut_no_memory(err);
    for (size_t i = 0; i < items.n && status == CUTLINE_OK; i++) {
        member *m = &s->members[i];
        cut_item_row row;
        *m = (member){.item = items.v[i], .group = i};
        status = cut_db_item_get(store->db, &store->arena, m->item, &row, err);
        m->photo = row.photo;
        m->name = row.file_key;
        if (status == CUTLINE_OK)
            status = cut_db_item_ids(store->db, &store->arena, m->item, &m->ids, err);
    }
    return status;
}

/* Linked members get the same group. */
static void group_members(settling *s)
{
    for (size_t i = 0; i < s->count; i++) {
        for (size_t k = 0; k < i; k++) {
            size_t old = s->members[i].group, new = s->members[k].group;
            if (old == new || !cut_ids_share(&s->members[i].ids, &s->members[k].ids))
                continue;
            size_t low = old < new ? old : new, high = old < new ? new : old;
            for (size_t m = 0; m <= i; m++)
                if (s->members[m].group == high)
                    s->members[m].group = low;
        }
    }
}

static bool has_key(const cut_file_keys *keys, cut_str key)
{
    for (size_t i = 0; i < keys->n && key.n > 0; i++)
        if (cut_str_eq(keys->v[i], key))
            return true;
    return false;
}

/* How a photo comes to claim an item; the surer way first. */
typedef enum way { BY_ID, BY_NAME } way;

/* Appends the photos that claim an item; only the favoured one, and *favoured set, if it does. */
static cutline_status add_claimants(settling *s, const member *m, way by, cut_numbers *claimants,
                                    bool *favoured, cutline_error *err)
{
    cut_db *db = s->store->db;
    cut_arena *arena = &s->store->arena;
    size_t most = s->favoured ? 1 : SIZE_MAX / 2;
    *favoured = s->favoured && (by == BY_ID ? cut_ids_share(&s->claims->ids, &m->ids)
                                            : has_key(&s->claims->names, m->name));
    if (*favoured)
        return CUT_PUSH(arena, claimants, s->favoured) ? CUTLINE_OK : cut_no_memory(err);
    if (by == BY_NAME)
        return m->name.n > 0 ? cut_db_photos_filed(db, arena, m->name, most, claimants, err)
                             : CUTLINE_OK;
    cutline_status status = CUTLINE_OK;
    for (size_t k = 0; k < m->ids.n && status == CUTLINE_OK; k++)
        status = cut_db_photos_claiming(db, arena, &m->ids.v[k], most, claimants, err);
    return status;
}

/* The photo that claims a group: the favoured one, else the lowest; 0 if there is none. Without a
 * favoured photo the group itself has changed, and so have all that claim it. */
static cutline_status find_claimant(settling *s, size_t group, way by, int64_t *owner,
                                    cutline_error *err)
{
    cut_numbers claimants = {0};
    cutline_status status = CUTLINE_OK;
    *owner = 0;
    for (size_t i = group; i < s->count && status == CUTLINE_OK; i++) {
        bool favoured;
        if (s->members[i].group != group)
            continue;
        status = add_claimants(s, &s->members[i], by, &claimants, &favoured, err);
        if (status == CUTLINE_OK && favoured) {
            *owner = s->favoured;
            return CUTLINE_OK;
        }
    }
    for (size_t i = 0; i < claimants.n && status == CUTLINE_OK; i++) {
        if (*owner == 0 || claimants.v[i] < *owner)
            *owner = claimants.v[i];
        if (!s->favoured)
            status = cut_numbers_add(s->store, s->touched, claimants.v[i], err);
    }
    return status;
}

/* The photo that the group's awaiting photos go to; 0 if nobody claims it. */
static cutline_status find_owner(settling *s, size_t group, int64_t *owner, cutline_error *err)
{
    int64_t named;
    cutline_status status = find_claimant(s, group, BY_ID, owner, err);
    if (status == CUTLINE_OK)
        status = find_claimant(s, group, BY_NAME, &named, err);
    if (status == CUTLINE_OK && *owner == 0)
        *owner = named;
    return status;
}

/* The lowest awaiting photo of the group that no other group has got, else a new one. */
static cutline_status choose_awaiting(settling *s, size_t group, int64_t *photo, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    *photo = 0;
    for (size_t i = group; i < s->count; i++) {
        const member *m = &s->members[i];
        if (m->group == group && m->photo && !has_number(&s->taken, m->photo) &&
            (*photo == 0 || m->photo < *photo))
            *photo = m->photo;
    }
    if (*photo == 0)
        status = cut_db_photo_add(s->store->db, NULL, photo, err);
    if (status == CUTLINE_OK)
        status = cut_numbers_add(s->store, &s->taken, *photo, err);
    if (status == CUTLINE_OK)
        status = cut_numbers_add(s->store, s->touched, *photo, err);
    return status;
}

/* Every member gets `photo` (0: none); what stood for it before is to become part of `owner`. */
static cutline_status assign(settling *s, size_t group, int64_t photo, int64_t owner,
                             cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = group; i < s->count && status == CUTLINE_OK; i++) {
        member *m = &s->members[i];
        if (m->group != group || m->photo == photo)
            continue;
        planned_merge merge = {m->photo, owner};
        status = cut_db_item_set_photo(s->store->db, m->item, photo, err);
        if (status == CUTLINE_OK && m->photo && m->photo != owner &&
            !CUT_PUSH(&s->store->arena, &s->merges, merge))
            status = cut_no_memory(err);
    }
    return status;
}

static bool has_id(const settling *s, size_t group)
{
    for (size_t i = group; i < s->count; i++)
        if (s->members[i].group == group && s->members[i].ids.n > 0)
            return true;
    return false;
}

static cutline_status settle_group(settling *s, size_t group, cutline_error *err)
{
    int64_t owner, photo = 0;
    cutline_status status = find_owner(s, group, &owner, err);
    if (status == CUTLINE_OK && owner == 0 && has_id(s, group)) {
        status = choose_awaiting(s, group, &photo, err);
        owner = photo;
    }
    if (status == CUTLINE_OK)
        status = assign(s, group, photo, owner, err);
    return status;
}

static cutline_status merge_planned(settling *s, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    cut_numbers gone = {0};
    for (size_t i = 0; i < s->merges.n && status == CUTLINE_OK; i++) {
        planned_merge m = s->merges.v[i];
        cut_numbers left = {0};
        bool awaiting;
        if (has_number(&gone, m.from))
            continue;
        status = cut_db_items_awaiting(s->store->db, &s->store->arena, m.from, &left, err);
        if (status == CUTLINE_OK)
            status = cut_link_is_awaiting(s->store, m.from, &awaiting, err);
        if (status != CUTLINE_OK || left.n > 0)
            continue;
        if (!awaiting) { /* a file has come to it under an ID that it is denied */
            status = cut_numbers_add(s->store, s->touched, m.from, err);
            continue;
        }
        status = cut_link_merge(s->store, m.from, m.to, err);
        if (status == CUTLINE_OK)
            status = cut_numbers_add(s->store, &gone, m.from, err);
        if (status == CUTLINE_OK)
            status = cut_numbers_add(s->store, s->touched, m.to, err);
    }
    return status;
}

cutline_status cut_link_settle(cut_store *store, const cut_reach *reach, int64_t favoured,
                               const cut_claims *claims, cut_numbers *touched, cutline_error *err)
{
    settling s = {.store = store, .favoured = favoured, .claims = claims, .touched = touched};
    cutline_status status = load_members(&s, reach, err);
    if (status != CUTLINE_OK)
        return status;
    group_members(&s);
    for (size_t i = 0; i < s.count && status == CUTLINE_OK; i++)
        if (s.members[i].group == i)
            status = settle_group(&s, i, err);
    return status == CUTLINE_OK ? merge_planned(&s, err) : status;
}
