#include "base/error.h"
#include "caption/caption.h"
#include "store/inner.h"

/* A page on its way in. */
typedef struct arrival {
    cut_store *store;
    const cut_page *page;
    cut_page_row row;
    cut_item_rows old;            /* items of the same path so far */
    CUT_VEC(cut_id_rows) old_ids; /* of each of them */
    CUT_VEC(cut_item_row) items;  /* items as they will be */
    cut_id_rows all_ids;          /* of old and new items */
    cut_numbers photos;           /* awaiting photos that stood for old items */
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

static cutline_status load_old(arrival *a, cutline_error *err)
{
    cut_store *store = a->store;
    cutline_status status = cut_db_items_of(store->db, &store->arena, a->row.id, &a->old, err);
    for (size_t i = 0; i < a->old.n && status == CUTLINE_OK; i++) {
        cut_id_rows ids = {0};
        status = cut_db_item_ids(store->db, &store->arena, a->old.v[i].id, &ids, err);
        if (status == CUTLINE_OK && !CUT_PUSH(&store->arena, &a->old_ids, ids))
            status = cut_no_memory(err);
        if (status == CUTLINE_OK && a->old.v[i].photo)
            status = cut_numbers_add(store, &a->photos, a->old.v[i].photo, err);
    }
    return status;
}

static cutline_status make_items(arrival *a, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < a->page->items.n && status == CUTLINE_OK; i++) {
        const cut_page_item *item = &a->page->items.v[i];
        cut_item_row row = {.position = (int64_t)i,
                            .text = cut_str_from(item->text),
                            .image_url = cut_str_from(item->image_url)};
        status = credit_apart(a, item, &row.credit, err);
        if (status == CUTLINE_OK && !CUT_PUSH(&a->store->arena, &a->items, row))
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
                same_text(old->image_url, new->image_url) && a->old_ids.v[i].n == ids.n;
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

/* The awaiting photo of an old item with the same ID stays that of the new one. */
static int64_t inherited_photo(const arrival *a, const cut_id_rows *ids)
{
    for (size_t i = 0; i < a->old.n; i++)
        if (a->old.v[i].photo && cut_ids_share(&a->old_ids.v[i], ids))
            return a->old.v[i].photo;
    return 0;
}

static cutline_status gather_ids(arrival *a, const cut_id_rows *ids, cutline_error *err)
{
    for (size_t i = 0; i < ids->n; i++)
        if (!CUT_PUSH(&a->store->arena, &a->all_ids, ids->v[i]))
            return cut_no_memory(err);
    return CUTLINE_OK;
}

static cutline_status replace_items(arrival *a, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    if (a->old.n > 0)
        status = cut_db_items_remove(a->store->db, a->row.id, err);
    for (size_t i = 0; i < a->old_ids.n && status == CUTLINE_OK; i++)
        status = gather_ids(a, &a->old_ids.v[i], err);
    for (size_t i = 0; i < a->items.n && status == CUTLINE_OK; i++) {
        cut_id_rows ids = ids_of(&a->page->items.v[i]);
        a->items.v[i].page = a->row.id;
        a->items.v[i].photo = inherited_photo(a, &ids);
        status = cut_db_item_add(a->store->db, &a->items.v[i], ids.v, ids.n, err);
        if (status == CUTLINE_OK)
            status = gather_ids(a, &ids, err);
    }
    return status;
}

/* Photos that claim an ID of the page, before or now, have other items to weigh. */
static cutline_status add_claimants(arrival *a, cut_numbers *touched, cutline_error *err)
{
    cut_numbers photos = {0};
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < a->all_ids.n && status == CUTLINE_OK; i++)
        status = cut_db_photos_claiming(a->store->db, &a->store->arena, &a->all_ids.v[i],
                                        SIZE_MAX / 2, &photos, err);
    for (size_t i = 0; i < photos.n && status == CUTLINE_OK; i++)
        status = cut_numbers_add(a->store, touched, photos.v[i], err);
    return status;
}

static cutline_status link(arrival *a, cut_numbers *touched, cutline_error *err)
{
    cut_store *store = a->store;
    cut_reach reach;
    cutline_status status = cut_link_reach(store, a->all_ids.v, a->all_ids.n, &reach, err);
    if (status == CUTLINE_OK)
        status = add_claimants(a, touched, err);
    for (size_t i = 0; i < a->photos.n && status == CUTLINE_OK; i++)
        status = cut_numbers_add(store, touched, a->photos.v[i], err);
    if (status == CUTLINE_OK)
        status = cut_link_settle(store, &reach, 0, NULL, touched, err);
    for (size_t i = 0; i < touched->n && status == CUTLINE_OK; i++)
        status = cut_photo_refresh(store, touched->v[i], NULL, err);
    return status;
}

static cutline_status put_changed(arrival *a, cut_put_result *out, cutline_error *err)
{
    cut_numbers touched = {0};
    cutline_status status = cut_db_page_put(a->store->db, &a->row, err);
    if (status == CUTLINE_OK)
        status = replace_items(a, err);
    if (status == CUTLINE_OK)
        status = link(a, &touched, err);
    out->photo_count = touched.n;
    out->photo = touched.n ? touched.v[0] : 0;
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

cutline_status cut_store_put_page(cut_store *store, const cut_page *page, cut_put_result *out,
                                  cutline_error *err)
{
    arrival a = {.store = store, .page = page};
    cut_page_row old;
    bool known;
    *out = (cut_put_result){.result = CUTLINE_IMPORT_FAILED};
    cut_arena_reset(&store->arena);
    cutline_status status =
        cut_db_page_by_path(store->db, &store->arena, cut_str_from(page->path), &old, &known, err);
    if (status != CUTLINE_OK)
        return status;
    a.row.id = old.id;
    fill_row(&a);
    if (known)
        status = load_old(&a, err);
    if (status == CUTLINE_OK)
        status = make_items(&a, err);
    if (status != CUTLINE_OK)
        return status;
    if (known && same_page(&a, &old)) {
        out->result = CUTLINE_IMPORT_UNCHANGED;
        return cut_db_page_put(store->db, &a.row, err);
    }
    out->result = known ? CUTLINE_IMPORT_UPDATED : CUTLINE_IMPORT_ADDED;
    return put_changed(&a, out, err);
}
