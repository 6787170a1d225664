#include "store/edit_plan.h"

#include "base/error.h"
#include "ident/ident.h"

/* ---- slots -----------------------------------------------------------------------------------
 */

static bool is_rights(const cut_edit_slot *slot)
{
    return strcmp(slot->key, "rights") == 0;
}

static cut_edit_slot *find_slot(cut_edit_plan *p, const char *key)
{
    for (size_t i = 0; i < p->slots.n; i++)
        if (strcmp(p->slots.v[i].key, key) == 0)
            return &p->slots.v[i];
    return NULL;
}

/* What a slot's field says. */
static bool texts_of(cut_arena *arena, const cutline_field *field, const char *key,
                     cut_text_list *out)
{
    cut_hand_key of = cut_hand_key_read(key);
    return cut_hand_key_texts(arena, &of, field, out);
}

/* Texts with a separator between them; NULL if there are none, or no memory. */
static const char *joined(cut_arena *arena, const char *const *texts, size_t count,
                          const char *separator)
{
    size_t length = 1, n = 0, gap = strlen(separator);
    for (size_t i = 0; i < count; i++)
        length += strlen(texts[i]) + gap;
    char *out = count > 0 ? cut_arena_alloc(arena, length, 1) : NULL;
    for (size_t i = 0; out && i < count; i++) {
        if (i > 0) {
            memcpy(out + n, separator, gap);
            n += gap;
        }
        memcpy(out + n, texts[i], strlen(texts[i]));
        n += strlen(texts[i]);
    }
    if (out)
        out[n] = '\0';
    return out;
}

/* Values as people read them; NULL if there are none, or no memory. */
static const char *shown(cut_arena *arena, const cut_text_list *texts)
{
    return joined(arena, texts->v, texts->n, "; ");
}

static cut_edit_slot *field_slot(cut_edit_plan *p, const cut_edit *edit)
{
    cut_edit_slot *known = find_slot(p, edit->key);
    if (known)
        return known;
    cut_edit_slot slot = {
        .key = edit->key, .label = edit->key, .field = edit->field, .part = edit->part};
    if (!texts_of(p->arena, p->before.by_index[edit->field], edit->key, &slot.now))
        return NULL;
    slot.old_text = shown(p->arena, &slot.now);
    return CUT_PUSH(p->arena, &p->slots, slot) ? &p->slots.v[p->slots.n - 1] : NULL;
}

/* ---- media IDs -------------------------------------------------------------------------------
 */

static bool is_among(const cutline_media_id *list, size_t count, const cutline_media_id *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(list[i].ns, id->ns) == 0 && strcmp(list[i].id, id->id) == 0)
            return true;
    return false;
}

/* A file or a page gives the photo this ID. */
static bool is_given(const cut_edit_plan *p, const cutline_media_id *id)
{
    bool given = false;
    for (size_t f = 0; f < p->subject.records.n && !given; f++) {
        const cut_id_list *ids = &p->subject.records.v[f]->ids;
        given = is_among(ids->ids.v, ids->ids.n, id);
    }
    for (size_t k = 0; k < p->subject.items.n && !given; k++) {
        const cut_id_list *ids = &p->subject.items.v[k].item.ids;
        given = is_among(ids->ids.v, ids->ids.n, id);
    }
    return given;
}

static cutline_status edit_id(cut_edit_plan *p, const cut_edit *edit, cutline_error *err)
{
    cut_id_list readings;
    cutline_status status = cut_ident_parse(p->arena, edit->value, &readings, err);
    if (status != CUTLINE_OK)
        return status;
    if (!memchr(edit->value.p, ':', edit->value.n))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        "say whose ID it is, for example \"reuters:%.*s\", or \"bare:%.*s\"",
                        CUT_FMT(edit->value), CUT_FMT(edit->value));
    const cutline_media_id *id = &readings.ids.v[0];
    const char *text = cut_arena_printf(p->arena, "%s:%s", id->ns, id->id);
    const char *key = cut_arena_printf(p->arena, CUT_FIELD_OF_ID "%s", text ? text : "");
    if (!text || !key)
        return cut_no_memory(err);
    bool adds = edit->op == CUTLINE_EDIT_APPEND,
         has = is_among(p->before.ids.v, p->before.ids.n, id);
    cut_edit_slot slot = {.key = key,
                          .label = "media",
                          .field = -1,
                          .touched = adds || has,
                          .old_text = has ? text : NULL,
                          .new_text = adds ? text : NULL};
    if (adds)
        slot.hand = CUT_STR(CUT_ID_LINKED);
    else if (is_given(p, id))
        slot.hand = CUT_STR(CUT_ID_DENIED);
    cut_edit_slot *known = find_slot(p, key);
    if (known)
        *known = slot;
    else if (!CUT_PUSH(p->arena, &p->slots, slot))
        return cut_no_memory(err);
    return CUTLINE_OK;
}

/* ---- rights ----------------------------------------------------------------------------------
 */

/* "no_archive; embargo:2026-12-01"; NULL if there are none. */
static cutline_status shown_rights(cut_edit_plan *p, const cut_rights *rights, const char **out,
                                   cutline_error *err)
{
    cut_text_list texts = {CUT_NEW_ARRAY(p->arena, const char *, rights->n + 1), 0};
    for (size_t i = 0; texts.v && i < rights->n; i++)
        texts.v[texts.n++] = cut_right_text(p->arena, &rights->v[i]);
    for (size_t i = 0; i < texts.n; i++)
        if (!texts.v[i])
            return cut_no_memory(err);
    *out = shown(p->arena, &texts);
    return texts.v ? CUTLINE_OK : cut_no_memory(err);
}

static cutline_status edit_rights(cut_edit_plan *p, const cut_edit *edit, cutline_error *err)
{
    cut_edit_slot *slot = find_slot(p, "rights");
    cut_edit_slot made = {.key = "rights", .label = "rights", .field = -1};
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; !slot && i < p->subject.hand.n; i++)
        if (strcmp(p->subject.hand.v[i].field, "rights") == 0)
            made.hand = cut_str_from(p->subject.hand.v[i].value);
    if (!slot) {
        status = shown_rights(p, &p->before.rights, &made.old_text, err);
        if (status == CUTLINE_OK && !CUT_PUSH(p->arena, &p->slots, made))
            status = cut_no_memory(err);
        slot = p->slots.n > 0 ? &p->slots.v[p->slots.n - 1] : NULL;
    }
    if (status != CUTLINE_OK || !slot)
        return status;
    slot->touched = true;
    return cut_rights_edit(p->arena, slot->hand.p, edit, &slot->hand, err);
}

/* ---- fields ----------------------------------------------------------------------------------
 */

/* What the files say, whatever was typed. */
static bool take_back(cut_edit_plan *p, cut_edit_slot *slot)
{
    const cutline_field *field = NULL;
    for (size_t f = 0; f < p->subject.records.n && !field; f++)
        field = p->subject.records.v[f]->by_index[slot->field];
    slot->hand = (cut_str){NULL, 0};
    return texts_of(p->arena, field, slot->key, &slot->now);
}

static bool type(cut_edit_plan *p, cut_edit_slot *slot, const cut_user_vocabulary *user,
                 const cut_text_list *texts)
{
    slot->now = *texts;
    if (cut_fields[slot->field].info.kind == CUTLINE_KIND_LIST)
        slot->hand = cut_texts_join(p->arena, texts);
    else
        slot->hand = texts->n > 0 ? cut_str_from(texts->v[0]) : CUT_STR("");
    slot->warning = cut_edit_warning(p->arena, &cut_fields[slot->field], slot->part, user, texts);
    return slot->hand.p != NULL;
}

static bool is_structure(int field)
{
    return cut_fields[field].info.kind == CUTLINE_KIND_STRUCT ||
           cut_fields[field].info.kind == CUTLINE_KIND_STRUCTS;
}

/* What a caption sheet says of a field beside the field itself: the caption without its credit, the
 * photographers of the credit, the place of the caption. NULL if nothing. */
static const char *sheet_says(const cut_edit_plan *p, int field)
{
    const cut_effective *e = &p->before;
    switch (field) {
    case CUT_FIELD_caption:
        return e->has_caption ? e->caption.caption : NULL;
    case CUT_FIELD_credit:
        return e->credit.line;
    case CUT_FIELD_byline:
        return joined(p->arena, e->credit.photographers.items, e->credit.photographers.count, ", ");
    case CUT_FIELD_city:
        return e->place.city;
    case CUT_FIELD_country:
        return e->place.country;
    case CUT_FIELD_date_created:
        return e->date;
    default:
        return NULL;
    }
}

/* Whether a value is what the field says; of a date, as far as the value goes. */
static bool is_said(cut_edit_plan *p, const cut_edit *edit, const cut_edit_slot *slot)
{
    const char *now = shown(p->arena, &slot->now);
    const char *sheet = slot->touched || edit->lang || edit->target != CUT_EDIT_FIELD
                            ? NULL
                            : sheet_says(p, edit->field);
    if ((now && cut_str_eq(edit->value, cut_str_from(now))) ||
        (sheet && cut_str_eq(edit->value, cut_str_from(sheet))))
        return true;
    return edit->field == CUT_FIELD_date_created && sheet &&
           cut_str_starts(cut_str_from(sheet), edit->value) && edit->value.n < strlen(sheet) &&
           strchr("T-:", sheet[edit->value.n]) != NULL;
}

static cutline_status edit_field(cut_edit_plan *p, const cut_edit *edit, cutline_error *err)
{
    cut_text_list texts;
    cut_edit_effect effect;
    if (edit->target == CUT_EDIT_FIELD && is_structure(edit->field) &&
        (edit->op != CUTLINE_EDIT_SET || edit->value.n > 0))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        "%s is a structure and cannot be set as text; set its parts, as %s.NAME=",
                        edit->key, edit->key);
    const cut_user_vocabulary *user = cut_user_vocabulary_for(p->vocabularies, edit);
    cut_edit_slot *slot = field_slot(p, edit);
    if (!slot)
        return cut_no_memory(err);
    if (edit->unless_said && is_said(p, edit, slot))
        return CUTLINE_OK;
    cutline_status status = cut_edit_apply(p->arena, edit, user, &slot->now, &texts, &effect, err);
    if (status != CUTLINE_OK || effect == CUT_EDIT_SAME)
        return status;
    slot->touched = true;
    bool ok = effect == CUT_EDIT_BACK ? take_back(p, slot) : type(p, slot, user, &texts);
    return ok ? CUTLINE_OK : cut_no_memory(err);
}

static cutline_status make_edit(cut_edit_plan *p, const cut_edit *edit, cutline_error *err)
{
    switch (edit->target) {
    case CUT_EDIT_MEDIA:
        return edit_id(p, edit, err);
    case CUT_EDIT_RIGHTS:
        return edit_rights(p, edit, err);
    default:
        return edit_field(p, edit, err);
    }
}

/* ---- before and after ------------------------------------------------------------------------ */

/* FNV-1a, 64 bits: nobody gains by two texts that agree. */
static void mix(uint64_t *hash, const char *text)
{
    for (const char *c = text ? text : "\1"; *c; c++)
        *hash = (*hash ^ (unsigned char)*c) * 0x100000001B3u;
    *hash = (*hash ^ 0xFFu) * 0x100000001B3u;
}

static void take_seen(cut_edit_plan *p)
{
    p->seen = 0xCBF29CE484222325u;
    for (size_t i = 0; i < p->slots.n; i++) {
        mix(&p->seen, p->slots.v[i].key);
        mix(&p->seen, p->slots.v[i].old_text);
    }
    p->seen |= 1;
}

/* The hand values as they will be. */
static bool new_hand(cut_edit_plan *p)
{
    cut_subject *s = &p->subject;
    for (size_t i = 0; i < p->slots.n; i++) {
        const cut_edit_slot *slot = &p->slots.v[i];
        size_t at = 0;
        if (!slot->touched || (slot->field < 0 && !is_rights(slot)))
            continue;
        while (at < s->hand.n && strcmp(s->hand.v[at].field, slot->key) != 0)
            at++;
        cut_hand_value value = {.field = slot->key, .value = slot->hand.p};
        if (at < s->hand.n && slot->hand.p)
            s->hand.v[at] = value;
        else if (at < s->hand.n)
            s->hand.v[at] = s->hand.v[--s->hand.n];
        else if (slot->hand.p && !CUT_PUSH(s->arena, &s->hand, value))
            return false;
    }
    return true;
}

static cutline_status take_after(cut_edit_plan *p, cutline_error *err)
{
    cut_effective after;
    if (!new_hand(p))
        return cut_no_memory(err);
    cutline_status status = cut_subject_weigh(p->store, &p->subject, &after, err);
    for (size_t i = 0; i < p->slots.n && status == CUTLINE_OK; i++) {
        cut_edit_slot *slot = &p->slots.v[i];
        cut_text_list texts;
        if (is_rights(slot))
            status = shown_rights(p, &after.rights, &slot->new_text, err);
        if (slot->field < 0)
            continue;
        if (!texts_of(p->arena, after.by_index[slot->field], slot->key, &texts))
            status = cut_no_memory(err);
        else
            slot->new_text = shown(p->arena, &texts);
    }
    return status;
}

/* Slots whose state by hand is already what it shall be are left alone. */
static cutline_status drop_same(cut_edit_plan *p, cut_revision *r, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < p->slots.n && status == CUTLINE_OK; i++) {
        cut_edit_slot *slot = &p->slots.v[i];
        cut_str state;
        status = cut_revision_state(r, p->subject.photo, cut_str_from(slot->key), &state, err);
        if (status == CUTLINE_OK && (state.p == NULL) == (slot->hand.p == NULL) &&
            cut_str_eq(state, slot->hand)) {
            slot->again = slot->touched && slot->field >= 0;
            slot->touched = false;
        }
    }
    return status;
}

cutline_status cut_edit_plan_make(cut_store *store, int64_t photo, const cutline_edits *edits,
                                  const cutline_vocabularies *vocabularies, cut_edit_plan *p,
                                  bool *found, cutline_error *err)
{
    bool has_hash;
    uint8_t hash[32];
    cut_revision reader = {.store = store};
    *p = (cut_edit_plan){.store = store, .arena = &store->arena, .vocabularies = vocabularies};
    cutline_status status = cut_db_photo_get(store->db, photo, found, &has_hash, hash, err);
    if (status != CUTLINE_OK || !*found)
        return status;
    status = cut_subject_load(store, p->arena, photo, NULL, &p->subject, err);
    if (status == CUTLINE_OK)
        status = cut_subject_load_items(store, &p->subject, err);
    if (status == CUTLINE_OK)
        status = cut_subject_weigh(store, &p->subject, &p->before, err);
    for (size_t i = 0; i < edits->list.n && status == CUTLINE_OK; i++)
        status = make_edit(p, &edits->list.v[i], err);
    take_seen(p);
    if (status == CUTLINE_OK)
        status = drop_same(p, &reader, err);
    return status == CUTLINE_OK ? take_after(p, err) : status;
}

void cut_edit_plan_release(cut_edit_plan *p)
{
    cut_subject_release(&p->subject);
}

/* ---- doing -----------------------------------------------------------------------------------
 */

/* What the files say of a field, as a hand value would have it; "" for nothing. */
static cut_str base_of(cut_edit_plan *p, const cut_edit_slot *slot)
{
    if (slot->field < 0)
        return (cut_str){NULL, 0};
    const char *text =
        cut_effective_base(p->arena, p->subject.records.v, p->subject.records.n, slot->key);
    return cut_str_from(text);
}

cutline_status cut_edit_plan_do(cut_edit_plan *p, cut_revision *r, cutline_error *err)
{
    cut_claims claims;
    cutline_status status = cut_revision_claims(r, p->subject.photo, &claims, err);
    for (size_t i = 0; i < p->slots.n && status == CUTLINE_OK; i++) {
        const cut_edit_slot *slot = &p->slots.v[i];
        if (slot->touched || slot->again)
            status = cut_revision_set(r, p->subject.photo, cut_str_from(slot->key), slot->hand,
                                      base_of(p, slot), err);
    }
    return status == CUTLINE_OK ? cut_revision_settle(r, p->subject.photo, &claims, err) : status;
}
