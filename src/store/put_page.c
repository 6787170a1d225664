#include "base/error.h"
#include "base/limits.h"
#include "caption/caption.h"
#include "store/inner.h"

#include <stdlib.h>

/* An ID of an item that the page had before. */
typedef struct old_id {
    const char *value;
    size_t item; /* index in old */
} old_id;

/* A page on its way in. A list may have a hundred thousand rows: what is needed for one item only
 * is in the store's arena, which is emptied between them. */
typedef struct arrival {
    cut_store *store;
    const cut_page *page;
    cut_arena arena; /* holds what follows */
    cut_page_row row;
    cut_item_rows old;            /* items of the same path so far */
    CUT_VEC(cut_id_rows) old_ids; /* of each of them */
    CUT_VEC(old_id) by_value;     /* all of these, by value and item */
    CUT_VEC(cut_item_row) items;  /* items as they will be */
    cut_numbers touched;          /* photos whose answers change, with repeats */
} arrival;

static cut_id_rows ids_of(const cut_page_item *item)
{
    return (cut_id_rows){.v = item->ids.ids.v, .n = item->ids.ids.n};
}

/* The credit, if the page has it apart from the caption's text. */
static cutline_status credit_apart(arrival *a, const cut_page_item *item, cut_str *credit,
                                   cutline_error *err)
{
    cutline_caption parsed = {0};
    const char *line = item->caption.credit.line;
    *credit = (cut_str){NULL, 0};
    if (!line)
        return CUTLINE_OK;
    cutline_status status = CUTLINE_OK;
    if (item->text)
        status = cut_caption_parse(&a->store->arena, cut_str_from(item->text), &parsed, err);
    if (!parsed.credit.line || strcmp(parsed.credit.line, line) != 0)
        *credit = cut_str_from(line);
    return status;
}

static int old_id_order(const void *left, const void *right)
{
    const old_id *a = left, *b = right;
    int order = strcmp(a->value, b->value);
    return order ? order : (a->item > b->item) - (a->item < b->item);
}

static cutline_status load_old(arrival *a, cutline_error *err)
{
    cut_db *db = a->store->db;
    cutline_status status = cut_db_items_of(db, &a->arena, a->row.id, &a->old, err);
    for (size_t i = 0; i < a->old.n && status == CUTLINE_OK; i++) {
        cut_id_rows ids = {0};
        status = cut_db_item_ids(db, &a->arena, a->old.v[i].id, &ids, err);
        bool ok = CUT_PUSH(&a->arena, &a->old_ids, ids);
        for (size_t k = 0; k < ids.n && ok; k++) {
            old_id id = {ids.v[k].id, i};
            ok = CUT_PUSH(&a->arena, &a->by_value, id);
        }
        if (a->old.v[i].photo)
            ok = ok && CUT_PUSH(&a->arena, &a->touched, a->old.v[i].photo);
        if (status == CUTLINE_OK && !ok)
            status = cut_no_memory(err);
    }
    if (a->by_value.n > 1)
        qsort(a->by_value.v, a->by_value.n, sizeof a->by_value.v[0], old_id_order);
    return status;
}

static cutline_status make_items(arrival *a, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < a->page->items.n && status == CUTLINE_OK; i++) {
        const cut_page_item *item = &a->page->items.v[i];
        cut_item_row row = {.position = (int64_t)i,
                            .text = cut_str_from(item->text),
                            .image_url = cut_str_from(item->image_url),
                            .file_key = cut_str_from(item->file_key),
                            .fields = cut_str_from(item->fields)};
        cut_arena_reset(&a->store->arena);
        status = credit_apart(a, item, &row.credit, err);
        if (status == CUTLINE_OK && !CUT_PUSH(&a->arena, &a->items, row))
            status = cut_no_memory(err);
    }
    return status;
}

/* ---- did anything change? -------------------------------------------------------------------- */

static bool same_text(cut_str a, cut_str b)
{
    return (a.p == NULL) == (b.p == NULL) && cut_str_eq(a, b);
}

static bool has_same_id(const cut_id_rows *list, const cutline_media_id *id)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->v[i].ns, id->ns) == 0 && strcmp(list->v[i].id, id->id) == 0)
            return list->v[i].trust == id->trust && strcmp(list->v[i].evidence, id->evidence) == 0;
    return false;
}

static bool same_item(const arrival *a, size_t i)
{
    const cut_item_row *old = &a->old.v[i], *new = &a->items.v[i];
    cut_id_rows ids = ids_of(&a->page->items.v[i]);
    bool same = same_text(old->text, new->text) && same_text(old->credit, new->credit) &&
                same_text(old->image_url, new->image_url) &&
                same_text(old->file_key, new->file_key) && same_text(old->fields, new->fields) &&
                a->old_ids.v[i].n == ids.n;
    for (size_t k = 0; k < ids.n && same; k++)
        same = has_same_id(&a->old_ids.v[i], &ids.v[k]);
    return same;
}

static bool same_page(const arrival *a, const cut_page_row *old)
{
    bool same = old->kind == a->row.kind && same_text(old->site, a->row.site) &&
                same_text(old->site_name, a->row.site_name) &&
                same_text(old->title, a->row.title) && same_text(old->url, a->row.url) &&
                a->old.n == a->items.n;
    for (size_t i = 0; i < a->items.n && same; i++)
        same = same_item(a, i);
    return same;
}

/* ---- storing ------------------------------------------------------------------------------------
 */

/* Index in by_value of the first ID with this value, or where it would stand. */
static size_t find_value(const arrival *a, const char *value)
{
    size_t low = 0, high = a->by_value.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(a->by_value.v[middle].value, value) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The awaiting photo of an old item with the same ID stays that of the new one: that of the first
 * such item. */
static int64_t inherited_photo(const arrival *a, const cut_id_rows *ids)
{
    size_t first = SIZE_MAX;
    for (size_t i = 0; i < ids->n; i++) {
        const char *value = ids->v[i].id;
        for (size_t at = find_value(a, value);
             at < a->by_value.n && strcmp(a->by_value.v[at].value, value) == 0; at++) {
            size_t item = a->by_value.v[at].item;
            if (item >= first)
                break;
            if (a->old.v[item].photo && cut_ids_share(&a->old_ids.v[item], ids))
                first = item;
        }
    }
    return first < SIZE_MAX ? a->old.v[first].photo : 0;
}

static cutline_status replace_items(arrival *a, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    if (a->old.n > 0)
        status = cut_db_items_remove(a->store->db, a->row.id, err);
    for (size_t i = 0; i < a->items.n && status == CUTLINE_OK; i++) {
        cut_id_rows ids = ids_of(&a->page->items.v[i]);
        a->items.v[i].page = a->row.id;
        a->items.v[i].photo = inherited_photo(a, &ids);
        status = cut_db_item_add(a->store->db, &a->items.v[i], ids.v, ids.n, err);
    }
    return status;
}

/* Photos that claim an item, as it was or as it is, have other items to weigh. */
static cutline_status add_claimants(arrival *a, const cut_id_rows *ids, cut_str file_key,
                                    cutline_error *err)
{
    cut_db *db = a->store->db;
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < ids->n && status == CUTLINE_OK; i++)
        status = cut_db_photos_claiming(db, &a->arena, &ids->v[i], SIZE_MAX / 2, &a->touched, err);
    if (status == CUTLINE_OK && file_key.n > 0)
        status = cut_db_photos_filed(db, &a->arena, file_key, SIZE_MAX / 2, &a->touched, err);
    return status;
}

/* Settles what an item, as it was or as it is, leads to. The name of a file leads to photos only,
 * and nothing awaits an image that has a name and no ID. */
static cutline_status settle(arrival *a, const cut_id_rows *ids, cut_str file_key,
                             cutline_error *err)
{
    cut_store *store = a->store;
    cut_claims claims = {.ids = *ids};
    cut_reach reach;
    cut_numbers touched = {0};
    cut_arena_reset(&store->arena);
    cutline_status status = add_claimants(a, ids, file_key, err);
    if (status == CUTLINE_OK && ids->n > 0)
        status = cut_link_reach(store, &claims, &reach, err);
    if (status == CUTLINE_OK && ids->n > 0)
        status = cut_link_settle(store, &reach, 0, NULL, &touched, err);
    for (size_t i = 0; i < touched.n && status == CUTLINE_OK; i++)
        if (!CUT_PUSH(&a->arena, &a->touched, touched.v[i]))
            status = cut_no_memory(err);
    return status;
}

static int number_order(const void *left, const void *right)
{
    const int64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static void sort_touched(arrival *a)
{
    size_t kept = 0;
    if (a->touched.n > 1)
        qsort(a->touched.v, a->touched.n, sizeof a->touched.v[0], number_order);
    for (size_t i = 0; i < a->touched.n; i++)
        if (kept == 0 || a->touched.v[i] != a->touched.v[kept - 1])
            a->touched.v[kept++] = a->touched.v[i];
    a->touched.n = kept;
}

/* The old items first: one of them may have stood for what are several pictures now, which must be
 * seen together so that one of these only gets its awaiting photo. */
static cutline_status link(arrival *a, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < a->old.n && status == CUTLINE_OK; i++)
        status = settle(a, &a->old_ids.v[i], a->old.v[i].file_key, err);
    for (size_t i = 0; i < a->items.n && status == CUTLINE_OK; i++) {
        cut_id_rows ids = ids_of(&a->page->items.v[i]);
        status = settle(a, &ids, a->items.v[i].file_key, err);
    }
    sort_touched(a);
    for (size_t i = 0; i < a->touched.n && status == CUTLINE_OK; i++) {
        cut_arena_reset(&a->store->arena);
        status = cut_photo_refresh(a->store, a->touched.v[i], NULL, err);
    }
    return status;
}

static cutline_status put_changed(arrival *a, cut_put_result *out, cutline_error *err)
{
    cutline_status status = cut_db_page_put(a->store->db, &a->row, err);
    if (status == CUTLINE_OK)
        status = replace_items(a, err);
    if (status == CUTLINE_OK)
        status = link(a, err);
    out->photo_count = a->touched.n;
    out->photo = a->touched.n ? a->touched.v[0] : 0;
    return status;
}

static void fill_row(arrival *a)
{
    const cut_page *p = a->page;
    a->row = (cut_page_row){.id = a->row.id,
                            .path = cut_str_from(p->path),
                            .kind = p->kind,
                            .size = p->size,
                            .mtime_ns = p->mtime_ns,
                            .site = cut_str_from(p->site),
                            .site_name = cut_str_from(p->site_name),
                            .title = cut_str_from(p->title),
                            .url = cut_str_from(p->url)};
    memcpy(a->row.content_hash, p->content_hash, sizeof a->row.content_hash);
}

static cutline_status put(arrival *a, cut_put_result *out, cutline_error *err)
{
    cut_page_row old;
    bool known;
    cut_db *db = a->store->db;
    cutline_status status =
        cut_db_page_by_path(db, &a->arena, cut_str_from(a->page->path), &old, &known, err);
    if (status != CUTLINE_OK)
        return status;
    a->row.id = old.id;
    fill_row(a);
    if (known)
        status = load_old(a, err);
    if (status == CUTLINE_OK)
        status = make_items(a, err);
    if (status != CUTLINE_OK)
        return status;
    if (known && same_page(a, &old)) {
        out->result = CUTLINE_IMPORT_UNCHANGED;
        return cut_db_page_put(db, &a->row, err);
    }
    out->result = known ? CUTLINE_IMPORT_UPDATED : CUTLINE_IMPORT_ADDED;
    return put_changed(a, out, err);
}

cutline_status cut_store_put_page(cut_store *store, const cut_page *page, cut_put_result *out,
                                  cutline_error *err)
{
    arrival a = {.store = store, .page = page};
    *out = (cut_put_result){.result = CUTLINE_IMPORT_FAILED};
    cut_arena_init(&a.arena, CUT_MAX_STORE_ARENA);
    cutline_status status = put(&a, out, err);
    cut_arena_release(&a.arena);
    return status;
}
