#include "base/error.h"
#include "base/limits.h"
#include "caption/caption.h"
#include "record/provenance.h"
#include "store/db_edit.h"
#include "store/inner.h"

#include <stdlib.h>

/* ---- files and hand values ------------------------------------------------------------------- */

static cutline_status load_record(cut_subject *s, const cut_file_row *file,
                                  const cutline_record *given, cutline_error *err)
{
    cutline_record *record = NULL;
    if (given && cut_str_eq(cut_str_from(given->path), file->path))
        return CUT_PUSH(s->arena, &s->records, given) ? CUTLINE_OK : cut_no_memory(err);
    cutline_status status = cut_record_from_json(file->record, &record, err);
    if (status == CUTLINE_MALFORMED)
        return cut_fail_at(err, CUTLINE_CATALOG, file->path.p, CUTLINE_NO_OFFSET,
                           "what the catalog keeps of this file cannot be read");
    if (status != CUTLINE_OK)
        return status;
    if (!CUT_PUSH(s->arena, &s->owned, record)) {
        cutline_record_free(record);
        return cut_no_memory(err);
    }
    return CUT_PUSH(s->arena, &s->records, record) ? CUTLINE_OK : cut_no_memory(err);
}

static cutline_status load_hand(cut_subject *s, cut_store *store, cutline_error *err)
{
    cut_hand_rows rows = {0};
    cutline_status status = cut_db_hand_values(store->db, s->arena, s->photo, &rows, err);
    for (size_t i = 0; i < rows.n && status == CUTLINE_OK; i++) {
        cut_hand_value value = {rows.v[i].field.p, rows.v[i].value.p, rows.v[i].base.p};
        if (!CUT_PUSH(s->arena, &s->hand, value))
            status = cut_no_memory(err);
    }
    if (status == CUTLINE_OK)
        status = cut_db_kept_ids(store->db, s->arena, s->photo, &s->kept, err);
    if (status == CUTLINE_OK)
        status = cut_db_denied_ids(store->db, s->arena, s->photo, &s->denied, err);
    return status;
}

cutline_status cut_subject_load(cut_store *store, cut_arena *arena, int64_t photo,
                                const cutline_record *given, cut_subject *out, cutline_error *err)
{
    *out = (cut_subject){.arena = arena, .photo = photo};
    cutline_status status =
        cut_db_files_of(store->db, arena, photo, CUT_MAX_FILES_WEIGHED, &out->files, err);
    for (size_t i = 0; i < out->files.n && status == CUTLINE_OK; i++)
        status = load_record(out, &out->files.v[i], given, err);
    if (status == CUTLINE_OK)
        status = load_hand(out, store, err);
    return status;
}

void cut_subject_release(cut_subject *s)
{
    for (size_t i = 0; i < s->owned.n; i++)
        cutline_record_free(s->owned.v[i]);
    s->owned.n = 0;
}

static bool is_denied(const cut_subject *s, const cutline_media_id *id)
{
    for (size_t i = 0; i < s->denied.n; i++)
        if (strcmp(s->denied.v[i].ns, id->ns) == 0 && strcmp(s->denied.v[i].id, id->id) == 0)
            return true;
    return false;
}

cutline_status cut_subject_own_ids(const cut_subject *s, cut_id_rows *out, cutline_error *err)
{
    bool ok = true;
    for (size_t i = 0; i < s->kept.n && ok; i++)
        ok = CUT_PUSH(s->arena, out, s->kept.v[i]);
    for (size_t f = 0; f < s->records.n; f++)
        for (size_t i = 0; i < s->records.v[f]->ids.ids.n && ok; i++)
            ok = is_denied(s, &s->records.v[f]->ids.ids.v[i]) ||
                 CUT_PUSH(s->arena, out, s->records.v[f]->ids.ids.v[i]);
    return ok ? CUTLINE_OK : cut_no_memory(err);
}

/* ---- items --------------------------------------------------------------------------------------
 */

/* Takes the item's caption apart; a credit that the page has apart from it counts as its credit. */
static cutline_status parse_item(cut_arena *arena, const cut_item_row *row, cut_page_item *item,
                                 cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    item->text = row->text.p;
    item->image_url = row->image_url.p;
    item->file_key = row->file_key.p;
    item->fields = row->fields.p;
    if (item->text)
        status = cut_caption_parse(arena, row->text, &item->caption, err);
    if (status == CUTLINE_OK && row->credit.p)
        status = cut_credit_parse(arena, row->credit, &item->caption.credit, err);
    return status;
}

static cutline_status load_item(cut_store *store, cut_subject *s, int64_t number,
                                cutline_error *err)
{
    cut_item_row row;
    cut_id_rows ids = {0};
    cut_subject_item item = {0};
    cutline_status status = cut_db_item_get(store->db, s->arena, number, &row, err);
    if (status == CUTLINE_OK)
        status = cut_db_page_get(store->db, s->arena, row.page, &item.page, err);
    if (status == CUTLINE_OK)
        status = cut_db_item_ids(store->db, s->arena, number, &ids, err);
    if (status == CUTLINE_OK)
        status = parse_item(s->arena, &row, &item.item, err);
    item.position = row.position;
    item.item.ids.ids.v = ids.v;
    item.item.ids.ids.n = ids.n;
    if (status == CUTLINE_OK && !CUT_PUSH(s->arena, &s->items, item))
        status = cut_no_memory(err);
    return status;
}

/* A list that a person made is heard first, then feeds, then pages. */
static int rank_of(cut_page_kind kind)
{
    return kind == CUT_PAGE_LIST ? 0 : kind == CUT_PAGE_FEED ? 1 : 2;
}

static int item_order(const void *left, const void *right)
{
    const cut_subject_item *a = left, *b = right;
    if (a->page.kind != b->page.kind)
        return rank_of(a->page.kind) - rank_of(b->page.kind);
    int order = cut_str_cmp(a->page.path, b->page.path);
    if (order)
        return order;
    return (a->position > b->position) - (a->position < b->position);
}

cutline_status cut_subject_load_items(cut_store *store, cut_subject *s, cutline_error *err)
{
    cut_claims own = {0};
    cut_reach reach;
    cut_numbers numbers = {0};
    cutline_status status = cut_subject_own_ids(s, &own.ids, err);
    if (status == CUTLINE_OK)
        status = cut_db_photo_file_keys(store->db, s->arena, s->photo, &own.names, err);
    if (status == CUTLINE_OK)
        status = cut_link_reach(store, &own, &reach, err);
    if (status == CUTLINE_OK && s->files.n == 0)
        status = cut_db_items_awaiting(store->db, s->arena, s->photo, &numbers, err);
    for (size_t i = 0; status == CUTLINE_OK && i < reach.items.n; i++)
        status = cut_numbers_add(store, &numbers, reach.items.v[i], err);
    for (size_t i = 0; status == CUTLINE_OK && i < numbers.n && i < CUT_MAX_ITEMS_LINKED; i++)
        status = load_item(store, s, numbers.v[i], err);
    if (status == CUTLINE_OK && s->items.n > 1)
        qsort(s->items.v, s->items.n, sizeof s->items.v[0], item_order);
    return status;
}

/* ---- weighing -----------------------------------------------------------------------------------
 */

cutline_status cut_store_rulings(cut_store *store, cut_rulings *out, cutline_error *err)
{
    cutline_status status = cut_store_authorities(store, &out->authorities, err);
    return status == CUTLINE_OK ? cut_store_kill_table(store, &out->kills, err) : status;
}

static cutline_status weigh(const cut_subject *s, const cut_rulings *rulings, cut_effective *out,
                            cutline_error *err)
{
    cut_effective_item *items = CUT_NEW_ARRAY(s->arena, cut_effective_item, s->items.n);
    if (!items)
        return cut_no_memory(err);
    for (size_t i = 0; i < s->items.n; i++)
        items[i] = (cut_effective_item){&s->items.v[i].item, s->items.v[i].page.kind,
                                        s->items.v[i].page.path.p};
    cut_effective_input input = {.files = s->records.v,
                                 .file_count = s->records.n,
                                 .items = items,
                                 .item_count = s->items.n,
                                 .hand = s->hand.v,
                                 .hand_count = s->hand.n,
                                 .kept_ids = s->kept.v,
                                 .kept_count = s->kept.n,
                                 .denied_ids = s->denied.v,
                                 .denied_count = s->denied.n,
                                 .kills = rulings->kills,
                                 .photo = s->photo,
                                 .authorities = rulings->authorities};
    return cut_effective_weigh(s->arena, &input, out, err);
}

cutline_status cut_subject_weigh(cut_store *store, const cut_subject *s, cut_effective *out,
                                 cutline_error *err)
{
    cut_rulings rulings;
    cutline_status status = cut_store_rulings(store, &rulings, err);
    return status == CUTLINE_OK ? weigh(s, &rulings, out, err) : status;
}

/* ---- the row of answers ---------------------------------------------------------------------- */

/* One value a line; a line break inside a value becomes a blank. {NULL, 0} if there is none. */
static bool lines(cut_arena *arena, const char *const *values, size_t count, cut_str separator,
                  cut_str *out)
{
    size_t length = 0, n = 0;
    *out = (cut_str){NULL, 0};
    for (size_t i = 0; i < count; i++)
        length += cut_str_from(values[i]).n + separator.n;
    if (length == 0)
        return true;
    char *text = cut_arena_alloc(arena, length + 1, 1);
    if (!text)
        return false;
    for (size_t i = 0; i < count; i++) {
        cut_str value = cut_str_from(values[i]);
        if (n > 0 && value.n > 0) {
            memcpy(text + n, separator.p, separator.n);
            n += separator.n;
        }
        for (size_t k = 0; k < value.n; k++)
            text[n++] = value.p[k] == '\n' || value.p[k] == '\r' ? ' ' : value.p[k];
    }
    if (n > 0)
        *out = (cut_str){text, n};
    return true;
}

static bool field_lines(cut_arena *arena, const cutline_field *field, cut_str separator,
                        cut_str *out)
{
    size_t count = field ? field->count : 0;
    const char **texts = CUT_NEW_ARRAY(arena, const char *, count);
    if (!texts)
        return false;
    for (size_t i = 0; i < count; i++)
        texts[i] = field->values[i].text;
    return lines(arena, texts, count, separator, out);
}

static cut_str text_or_null(const char *text)
{
    return text && text[0] ? cut_str_from(text) : (cut_str){NULL, 0};
}

static bool fill_credit(cut_arena *arena, const cut_effective *e, cut_effective_row *row)
{
    const cutline_credit *c = &e->credit;
    cut_str newline = CUT_STR("\n"), comma = CUT_STR(", ");
    row->credit_line = text_or_null(c->line);
    if (c->line && strcmp(c->line, e->credit_found) != 0)
        row->credit_found = text_or_null(e->credit_found);
    row->credit_where = text_or_null(e->credit_where);
    row->credit_origin = e->credit_origin;
    row->issuer = text_or_null(c->issuer);
    bool ok = lines(arena, c->agencies.items, c->agencies.count, newline, &row->agencies) &&
              lines(arena, c->photographers.items, c->photographers.count, newline,
                    &row->photographers) &&
              lines(arena, c->roles.items, c->roles.count, newline, &row->roles) &&
              lines(arena, e->conflicts.items, e->conflicts.count, newline, &row->conflicts) &&
              lines(arena, c->photographers.items, c->photographers.count, comma, &row->byline);
    if (ok && !row->byline.p)
        ok = field_lines(arena, e->by_index[CUT_FIELD_byline], comma, &row->byline);
    return ok;
}

static bool fill_captions(cut_arena *arena, const cut_effective *e, cut_effective_row *row)
{
    row->caption = e->has_caption ? text_or_null(e->caption.caption) : (cut_str){NULL, 0};
    row->caption_count = e->captions.n;
    cut_str *others = CUT_NEW_ARRAY(arena, cut_str, e->caption_texts.n);
    if (!others)
        return false;
    for (size_t i = 0; i < e->caption_texts.n; i++) {
        cut_str text = text_or_null(e->caption_texts.v[i]);
        bool is_new = text.p && !cut_str_eq(text, row->caption);
        for (size_t k = 0; k < row->other_caption_count && is_new; k++)
            is_new = !cut_str_eq(text, others[k]);
        if (is_new)
            others[row->other_caption_count++] = text;
    }
    row->other_captions = others;
    return true;
}

static bool fill_facts(cut_arena *arena, const cut_effective *e, cut_effective_row *row)
{
    const char **names = CUT_NEW_ARRAY(arena, const char *, e->person_count);
    if (!names)
        return false;
    for (size_t i = 0; i < e->person_count; i++)
        names[i] = e->persons[i].name;
    row->city = text_or_null(e->place.city);
    row->region = text_or_null(e->place.region);
    row->country = text_or_null(e->place.country);
    row->date = text_or_null(e->date);
    row->file_photo = e->file_photo;
    row->embargo = text_or_null(cut_rights_value(&e->rights, "embargo"));
    row->expiry = text_or_null(cut_rights_value(&e->rights, "expiry"));
    row->rights = e->rights.v;
    row->right_count = e->rights.n;
    row->kill_reason = e->kill_reason ? cut_str_from(e->kill_reason) : (cut_str){NULL, 0};
    row->ids = e->ids.v;
    row->id_count = e->ids.n;
    row->own = e->own;
    if (e->ids.n > 0)
        row->id = e->ids.v[0];
    return lines(arena, names, e->person_count, CUT_STR("\n"), &row->persons) &&
           lines(arena, e->restrictions.items, e->restrictions.count, CUT_STR(", "),
                 &row->restrictions) &&
           field_lines(arena, e->by_index[CUT_FIELD_keywords], CUT_STR("\n"), &row->keywords) &&
           field_lines(arena, e->by_index[CUT_FIELD_headline], CUT_STR(" "), &row->headline);
}

/* What only the index of fields wants. */
static bool fill_index(cut_arena *arena, const cut_effective *e, cut_effective_row *row)
{
    cutline_provenance p = {.embargo = NULL};
    if (!cut_provenance_of_fields(arena, e->by_index, &p))
        return false;
    row->fields = e->by_index;
    row->is_ai = cut_source_is_ai(p.source);
    return true;
}

static bool fill_paths(const cut_subject *s, cut_effective_row *row)
{
    const char **others = CUT_NEW_ARRAY(s->arena, const char *, s->files.n);
    if (!others)
        return false;
    for (size_t i = 1; i < s->files.n; i++)
        others[i - 1] = s->files.v[i].path.p;
    if (s->files.n > 0)
        row->path = s->files.v[0].path;
    return s->files.n < 2 ||
           lines(s->arena, others, s->files.n - 1, CUT_STR("\n"), &row->other_paths);
}

cutline_status cut_subject_row(const cut_subject *s, const cut_rulings *rulings,
                               cut_effective_row *row, cutline_error *err)
{
    cut_effective e;
    cutline_status status = weigh(s, rulings, &e, err);
    if (status != CUTLINE_OK)
        return status;
    *row = (cut_effective_row){.photo = s->photo, .awaiting = s->files.n == 0};
    bool ok = fill_paths(s, row) && fill_credit(s->arena, &e, row) &&
              fill_captions(s->arena, &e, row) && fill_facts(s->arena, &e, row) &&
              fill_index(s->arena, &e, row);
    return ok ? CUTLINE_OK : cut_no_memory(err);
}

cutline_status cut_subject_store(cut_store *store, const cut_subject *s, cutline_error *err)
{
    cut_rulings rulings;
    cut_effective_row row;
    cutline_status status = cut_store_rulings(store, &rulings, err);
    if (status == CUTLINE_OK)
        status = cut_subject_row(s, &rulings, &row, err);
    if (status != CUTLINE_OK)
        return status;
    store->embargo = row.embargo.p;
    return cut_db_effective_put(store->db, &row, false, err);
}

/* ---- bringing a photo up to date ------------------------------------------------------------- */

cutline_status cut_photo_keep_ids(cut_store *store, int64_t photo, cutline_error *err)
{
    cut_subject subject = {.arena = &store->arena, .photo = photo};
    cut_id_rows ids = {0};
    cutline_status status =
        cut_db_files_of(store->db, &store->arena, photo, 1, &subject.files, err);
    if (status == CUTLINE_OK)
        status = load_hand(&subject, store, err);
    bool orphan = subject.files.n == 0 && (subject.hand.n > 0 || subject.kept.n > 0);
    if (status == CUTLINE_OK && orphan)
        status = cut_db_photo_ids(store->db, &store->arena, photo, &ids, err);
    for (size_t i = 0; i < ids.n && status == CUTLINE_OK; i++)
        status = cut_db_keep_id(store->db, photo, &ids.v[i], err);
    return status;
}

static cutline_status remove_photo(cut_store *store, int64_t photo, cutline_error *err)
{
    cutline_status status = cut_db_effective_remove(store->db, photo, err);
    return status == CUTLINE_OK ? cut_db_photo_remove(store->db, photo, err) : status;
}

/* Files, items or a person speak of the photo: its answers are weighed. If only the person is left,
 * the IDs stay, too. */
static cutline_status store_or_remove(cut_store *store, cut_subject *s, cutline_error *err)
{
    bool by_hand = s->hand.n > 0 || s->kept.n > 0 || s->denied.n > 0,
         shown = s->files.n > 0 || s->items.n > 0;
    if (!shown && !by_hand)
        return remove_photo(store, s->photo, err);
    cutline_status status = CUTLINE_OK;
    if (!shown) {
        status = cut_photo_keep_ids(store, s->photo, err);
        s->kept = (cut_id_rows){0};
        if (status == CUTLINE_OK)
            status = cut_db_kept_ids(store->db, &store->arena, s->photo, &s->kept, err);
        /* Under these IDs, too, there may be items. */
        if (status == CUTLINE_OK)
            status = cut_subject_load_items(store, s, err);
    }
    return status == CUTLINE_OK ? cut_subject_store(store, s, err) : status;
}

cutline_status cut_photo_refresh(cut_store *store, int64_t photo, const cutline_record *given,
                                 cutline_error *err)
{
    bool found, has_hash;
    uint8_t hash[32];
    cut_subject subject = {0};
    cutline_status status = cut_db_photo_get(store->db, photo, &found, &has_hash, hash, err);
    if (status != CUTLINE_OK || !found)
        return status;
    status = cut_subject_load(store, &store->arena, photo, given, &subject, err);
    if (status == CUTLINE_OK)
        status = cut_subject_load_items(store, &subject, err);
    if (status == CUTLINE_OK)
        status = store_or_remove(store, &subject, err);
    cut_subject_release(&subject);
    return status;
}
