#include "record/effective_parts.h"

#include "base/error.h"
#include "caption/caption.h"
#include "record/edit.h"
#include "record/values.h"

/* ---- fields -------------------------------------------------------------------------------------
 */

/* A field with one thing said about it. values: not empty. */
static cutline_field *new_field(cut_arena *arena, const char *name, cutline_origin origin,
                                const cutline_value *values, size_t count)
{
    cutline_field *field = CUT_NEW(arena, cutline_field);
    cutline_said *said = CUT_NEW(arena, cutline_said);
    if (!field || !said)
        return NULL;
    *said = (cutline_said){.origin = origin, .values = values, .count = count};
    *field = (cutline_field){.name = name,
                             .origin = origin,
                             .values = values,
                             .count = count,
                             .said = said,
                             .said_count = 1};
    return field;
}

/* The field that a person typed, with the file's other languages; NULL if typed to have no value.
 */
static bool hand_field(cut_arena *arena, const cut_field_row *row, const char *text,
                       const cutline_field *file, cutline_field **out)
{
    cut_text_list texts = {&text, text[0] != '\0'};
    bool has_languages = row->info.kind == CUTLINE_KIND_LANG_ALT;
    size_t others = has_languages && file ? file->count : 0, n = 0;
    if (row->info.kind == CUTLINE_KIND_LIST && !cut_texts_split(arena, cut_str_from(text), &texts))
        return false;
    cutline_value *values = CUT_NEW_ARRAY(arena, cutline_value, texts.n + others);
    if (!values)
        return false;
    for (; n < texts.n; n++) {
        values[n].text = cut_arena_copy_z(arena, texts.v[n]);
        values[n].lang = has_languages ? "x-default" : NULL;
        if (!values[n].text)
            return false;
    }
    for (size_t i = 1; i < others; i++)
        values[n++] = file->values[i];
    *out = NULL;
    if (texts.n == 0)
        return true;
    *out = new_field(arena, row->info.name, CUTLINE_ORIGIN_HAND, values, n);
    return *out != NULL;
}

/* Other values for a field, some of which were typed; NULL if there are none. */
static bool replace_values(cut_arena *arena, const char *name, const cutline_value *values,
                           size_t count, cutline_field **field)
{
    cutline_field *changed =
        count > 0 ? new_field(arena, name, CUTLINE_ORIGIN_HAND, values, count) : NULL;
    if (count > 0 && !changed)
        return false;
    if (*field && changed) {
        changed->origin = (*field)->origin;
        changed->said = (*field)->said;
        changed->said_count = (*field)->said_count;
    }
    *field = changed;
    return true;
}

/* Puts one language into a field, in place of what that language said. */
static bool hand_language(cut_arena *arena, const char *name, cut_str lang, const char *text,
                          cutline_field **field)
{
    size_t count = *field ? (*field)->count : 0, n = 0;
    cutline_value *values = CUT_NEW_ARRAY(arena, cutline_value, count + 1);
    if (!values)
        return false;
    for (size_t i = 0; i < count; i++)
        if (!cut_str_eq_nocase(cut_str_from((*field)->values[i].lang), lang))
            values[n++] = (*field)->values[i];
    if (text[0]) {
        values[n] = (cutline_value){.text = cut_arena_copy_z(arena, text),
                                    .lang = cut_arena_copy(arena, lang)};
        if (!values[n].text || !values[n++].lang)
            return false;
    }
    return replace_values(arena, name, values, n, field);
}

const char *cut_hand_text(const cut_effective_input *in, const char *field)
{
    for (size_t i = 0; i < in->hand_count; i++)
        if (strcmp(in->hand[i].field, field) == 0)
            return in->hand[i].value;
    return NULL;
}

static cutline_field *first_of_files(const cutline_record *const *files, size_t count, size_t index)
{
    for (size_t f = 0; f < count; f++)
        if (files[f]->by_index[index])
            return files[f]->by_index[index];
    return NULL;
}

/* ---- parts of structures by hand ----------------------------------------------------------------
 */

/* The members of a structure with one of them typed; "" takes it out. */
static bool hand_member(cut_arena *arena, const cut_hand_key *key, const char *text,
                        cutline_value *value)
{
    cut_text_list texts = {&text, text[0] != '\0'};
    cutline_member *members = CUT_NEW_ARRAY(arena, cutline_member, value->member_count + 1);
    cutline_member typed = {.name = cut_arena_copy(arena, key->part)};
    size_t n = 0;
    if (!members || !typed.name)
        return false;
    for (size_t i = 0; i < value->member_count; i++) {
        if (!cut_str_eq_nocase(cut_str_from(value->members[i].name), key->part))
            members[n++] = value->members[i];
        else
            typed.is_list = value->members[i].is_list;
    }
    if (typed.is_list && !cut_texts_split(arena, cut_str_from(text), &texts))
        return false;
    cutline_value *values = CUT_NEW_ARRAY(arena, cutline_value, texts.n);
    for (size_t i = 0; values && i < texts.n; i++)
        values[i].text = cut_arena_copy_z(arena, texts.v[i]);
    typed.values = values;
    typed.count = texts.n;
    if (texts.n > 0)
        members[n++] = typed;
    value->members = members;
    value->member_count = n;
    return values != NULL && (texts.n == 0 || values[texts.n - 1].text);
}

/* A structure that is not there yet comes behind those that are; one that is empty goes. */
static bool hand_part(cut_arena *arena, const cut_hand_key *key, const char *text,
                      cutline_field **field)
{
    size_t count = *field ? (*field)->count : 0, n = 0;
    size_t at = key->item <= count ? key->item - 1 : count;
    cutline_value *values = CUT_NEW_ARRAY(arena, cutline_value, count + 1);
    if (!values)
        return false;
    for (size_t i = 0; i < count; i++)
        values[i] = (*field)->values[i];
    if (!hand_member(arena, key, text, &values[at]))
        return false;
    for (size_t i = 0; i <= count; i++)
        if (values[i].member_count > 0 || values[i].text)
            values[n++] = values[i];
    return replace_values(arena, cut_fields[key->field].info.name, values, n, field);
}

/* Whole fields first, then languages and parts of what is there. */
static bool take_hand(cut_arena *arena, const cut_effective_input *in, cut_effective *out,
                      bool whole)
{
    bool ok = true;
    for (size_t h = 0; h < in->hand_count && ok; h++) {
        const char *text = in->hand[h].value;
        cut_hand_key key = cut_hand_key_read(in->hand[h].field);
        if (key.field < 0 || (key.lang.n == 0 && key.item == 0) != whole)
            continue;
        cutline_field **field = &out->by_index[key.field];
        const cut_field_row *row = &cut_fields[key.field];
        if (whole)
            ok = hand_field(arena, row, text, *field, field);
        else if (key.item > 0)
            ok = hand_part(arena, &key, text, field);
        else
            ok = hand_language(arena, row->info.name, key.lang, text, field);
    }
    return ok;
}

static bool take_fields(cut_arena *arena, const cut_effective_input *in, cut_effective *out)
{
    out->by_index = CUT_NEW_ARRAY(arena, cutline_field *, cut_field_count);
    if (!out->by_index)
        return false;
    for (size_t i = 0; i < cut_field_count; i++)
        out->by_index[i] = first_of_files(in->files, in->file_count, i);
    return take_hand(arena, in, out, true) && take_hand(arena, in, out, false);
}

cutline_field **cut_effective_typed(cut_arena *arena, const cut_hand_value *hand, size_t count)
{
    cut_effective_input input = {.hand = hand, .hand_count = count};
    cut_effective typed = {.by_index = NULL};
    return take_fields(arena, &input, &typed) ? typed.by_index : NULL;
}

const char *cut_effective_base(cut_arena *arena, const cutline_record *const *files, size_t count,
                               const char *key)
{
    cut_text_list texts;
    cut_hand_key of = cut_hand_key_read(key);
    if (of.field < 0)
        return "";
    if (!cut_hand_key_texts(arena, &of, first_of_files(files, count, (size_t)of.field), &texts))
        return NULL;
    if (cut_fields[of.field].info.kind == CUTLINE_KIND_LIST)
        return cut_texts_join(arena, &texts).p;
    return texts.n > 0 ? texts.v[0] : "";
}

/* A file says something else now than when the value was typed, and not what was typed. */
bool cut_effective_overtaken(cut_arena *arena, const cut_effective_input *in, cut_effective *e)
{
    for (size_t h = 0; h < in->hand_count; h++) {
        const cut_hand_value *hand = &in->hand[h];
        int index = cut_hand_key_read(hand->field).field;
        if (!hand->base || index < 0)
            continue;
        const char *now = cut_effective_base(arena, in->files, in->file_count, hand->field);
        if (!now)
            return false;
        if (now[0] && strcmp(now, hand->base) != 0 && strcmp(now, hand->value) != 0)
            cut_finding_add(&e->findings, "edited-conflict", cut_fields[index].info.name,
                            "\"%.*s\" was typed when the file said \"%.*s\"; now it says "
                            "\"%.*s\"",
                            CUT_FMT(cut_start_of(cut_str_from(hand->value), 120)),
                            CUT_FMT(cut_start_of(cut_str_from(hand->base), 120)),
                            CUT_FMT(cut_start_of(cut_str_from(now), 120)));
    }
    return !e->findings.lost;
}

/* ---- fields that only a page or list knows --------------------------------------------------- */

cutline_origin cut_item_origin(const cut_effective_item *item)
{
    return item->kind == CUT_PAGE_ARTICLE ? CUTLINE_ORIGIN_PAGE : CUTLINE_ORIGIN_LIST;
}

static cutline_field **slot_of(const cut_effective *e, const char *field)
{
    int index = cut_field_index(cut_str_from(field));
    return index >= 0 ? &e->by_index[index] : NULL;
}

/* Fills a field that is empty and was not blanked by hand. texts: `count` of them. */
static bool fill(cut_arena *arena, const cut_effective_input *in, cut_effective *e,
                 const char *field, cutline_origin origin, const char *const *texts, size_t count)
{
    cutline_field **slot = slot_of(e, field);
    if (!slot || *slot || count == 0 || !texts[0] || cut_hand_text(in, field))
        return true;
    cutline_value *values = CUT_NEW_ARRAY(arena, cutline_value, count);
    if (!values)
        return false;
    for (size_t i = 0; i < count; i++)
        values[i].text = texts[i];
    if (cut_fields[slot - e->by_index].info.kind == CUTLINE_KIND_LANG_ALT)
        values[0].lang = "x-default";
    *slot = new_field(arena, cut_fields[slot - e->by_index].info.name, origin, values, count);
    return *slot != NULL;
}

static bool has_field(const cut_effective *e, const char *field)
{
    cutline_field **slot = slot_of(e, field);
    return slot && *slot;
}

static const char *const place_fields[] = {"city", "province_state", "country"};

static bool has_place(const cut_effective *e)
{
    bool has = false;
    for (size_t i = 0; i < sizeof place_fields / sizeof *place_fields; i++)
        has = has || has_field(e, place_fields[i]);
    return has;
}

static bool is_of_place(cut_str field)
{
    for (size_t i = 0; i < sizeof place_fields / sizeof *place_fields; i++)
        if (cut_str_eq(field, cut_str_from(place_fields[i])))
            return true;
    return false;
}

/* Several values in one cell, separated by ";". */
static bool fill_list(cut_arena *arena, const cut_effective_input *in, cut_effective *e,
                      const char *field, cutline_origin origin, const char *text)
{
    cut_str rest = cut_str_from(text);
    CUT_VEC(const char *) parts = {0};
    while (rest.p) {
        cut_str part = cut_str_trim(cut_str_split(&rest, ';'));
        const char *copy = part.n > 0 ? cut_arena_copy(arena, part) : NULL;
        if (part.n > 0 && (!copy || !CUT_PUSH(arena, &parts, copy)))
            return false;
    }
    return fill(arena, in, e, field, origin, parts.v, parts.n);
}

/* The further columns of a list's row; without those of a place if that is known. */
static bool fill_from_columns(cut_arena *arena, const cut_effective_input *in, cut_effective *e,
                              const cut_effective_item *item, bool placed)
{
    cut_str rest = cut_str_from(item->item->fields);
    while (rest.p) {
        cut_str value = cut_str_split(&rest, '\n'), name = cut_str_split(&value, '\t');
        if (placed && is_of_place(name))
            continue;
        const char *field = cut_arena_copy(arena, name), *text = cut_arena_copy(arena, value);
        if (!field || !text)
            return false;
        int index = cut_field_index(name);
        bool is_list = index >= 0 && cut_fields[index].info.kind == CUTLINE_KIND_LIST;
        if (is_list ? !fill_list(arena, in, e, field, cut_item_origin(item), text)
                    : !fill(arena, in, e, field, cut_item_origin(item), &text, 1))
            return false;
    }
    return true;
}

static bool fill_from_item(cut_arena *arena, const cut_effective_input *in, cut_effective *e,
                           const cut_effective_item *item)
{
    const cutline_caption *c = &item->item->caption;
    cutline_origin origin = cut_item_origin(item);
    bool ok = fill_from_columns(arena, in, e, item, has_place(e)) &&
              fill(arena, in, e, "caption", origin, &item->item->text, 1) &&
              fill(arena, in, e, "credit", origin, &c->credit.line, 1) &&
              fill(arena, in, e, "byline", origin, c->credit.photographers.items,
                   c->credit.photographers.count) &&
              fill(arena, in, e, "date_created", origin, &c->date, 1);
    /* Half a place from here and half from there would be a place that nobody named. */
    if (!has_place(e))
        ok = ok && fill(arena, in, e, "city", origin, &c->place.city, 1) &&
             fill(arena, in, e, "province_state", origin, &c->place.region, 1) &&
             fill(arena, in, e, "country", origin, &c->place.country, 1);
    return ok;
}

/* ---- captions -----------------------------------------------------------------------------------
 */

static bool add_caption(cut_arena *arena, cut_effective *e, cutline_origin origin,
                        const char *where, const char *text, const cutline_caption *parsed)
{
    cutline_photo_caption row = {
        .origin = origin, .where = where, .text = text, .credit_line = parsed->credit.line};
    return CUT_PUSH(arena, &e->captions, row) &&
           CUT_PUSH(arena, &e->caption_texts, parsed->caption);
}

static void use_caption(cut_effective *e, const cutline_caption *parsed)
{
    if (!e->has_caption)
        e->caption = *parsed;
    e->has_caption = true;
}

static cutline_status hand_caption(cut_arena *arena, cut_effective *e, const char *text,
                                   cutline_error *err)
{
    cutline_caption parsed;
    cutline_status status = cut_caption_parse(arena, cut_str_from(text), &parsed, err);
    if (status != CUTLINE_OK)
        return status;
    use_caption(e, &parsed);
    return add_caption(arena, e, CUTLINE_ORIGIN_HAND, NULL, text, &parsed) ? CUTLINE_OK
                                                                           : cut_no_memory(err);
}

/* By hand, files, items: the first is the effective one, unless it was blanked. */
static cutline_status take_captions(cut_arena *arena, const cut_effective_input *in,
                                    cut_effective *e, cutline_error *err)
{
    const char *hand = cut_hand_text(in, "caption");
    cutline_status status = CUTLINE_OK;
    if (hand && hand[0])
        status = hand_caption(arena, e, hand, err);
    for (size_t f = 0; f < in->file_count && status == CUTLINE_OK; f++) {
        const cutline_record *r = in->files[f];
        const cutline_field *field = r->by_index[CUT_FIELD_caption];
        if (!r->has_caption || !field)
            continue;
        if (!hand)
            use_caption(e, &r->caption);
        if (!add_caption(arena, e, field->origin, r->path, field->values[0].text, &r->caption))
            status = cut_no_memory(err);
    }
    for (size_t i = 0; i < in->item_count && status == CUTLINE_OK; i++) {
        const cut_page_item *item = in->items[i].item;
        if (!item->text)
            continue;
        if (!hand)
            use_caption(e, &item->caption);
        if (!add_caption(arena, e, cut_item_origin(&in->items[i]), in->items[i].path, item->text,
                         &item->caption))
            status = cut_no_memory(err);
    }
    return status;
}

/* ---- all ----------------------------------------------------------------------------------------
 */

cutline_status cut_effective_weigh(cut_arena *arena, const cut_effective_input *input,
                                   cut_effective *out, cutline_error *err)
{
    *out = (cut_effective){.findings = cut_findings_in(arena)};
    if (!take_fields(arena, input, out))
        return cut_no_memory(err);
    for (size_t i = 0; i < input->item_count; i++)
        if (!fill_from_item(arena, input, out, &input->items[i]))
            return cut_no_memory(err);
    cutline_status status = take_captions(arena, input, out, err);
    if (status == CUTLINE_OK)
        status = cut_effective_credit(arena, input, out, err);
    if (status == CUTLINE_OK)
        status = cut_effective_facts(arena, input, out, err);
    return status;
}

static const char *joined(cut_arena *arena, const cutline_field *field, const char *separator)
{
    size_t length = 1, n = 0;
    cut_str between = cut_str_from(separator);
    for (size_t i = 0; i < field->count; i++)
        length += between.n + cut_str_from(field->values[i].text).n;
    char *out = cut_arena_alloc(arena, length, 1);
    for (size_t i = 0; out && i < field->count; i++) {
        cut_str text = cut_str_from(field->values[i].text);
        if (n > 0 && text.n > 0) {
            memcpy(out + n, between.p, between.n);
            n += between.n;
        }
        if (text.n > 0)
            memcpy(out + n, text.p, text.n);
        n += text.n;
    }
    return out;
}

const char *cut_field_text(cut_arena *arena, const cutline_field *field, const char *separator)
{
    if (!field || field->count == 0)
        return NULL;
    /* A language alternative has its x-default first; its other languages say the same. */
    if (field->count == 1 || field->values[0].lang)
        return field->values[0].text;
    return joined(arena, field, separator);
}
