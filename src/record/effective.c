#include "record/effective_parts.h"

#include "base/error.h"
#include "caption/caption.h"

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

static bool split_list(cut_arena *arena, const char *text, cutline_value *values, size_t *count)
{
    cut_str rest = cut_str_from(text);
    *count = 0;
    while (rest.p) {
        cut_str part = cut_str_trim(cut_str_split(&rest, ';'));
        if (part.n == 0)
            continue;
        const char *copy = cut_arena_copy(arena, part);
        if (!copy)
            return false;
        values[(*count)++] = (cutline_value){.text = copy};
    }
    return true;
}

/* The field that a person typed; *blank: typed to have no value. */
static bool hand_field(cut_arena *arena, const cut_field_row *row, const char *text,
                       cutline_field **out)
{
    bool is_list = row->info.kind == CUTLINE_KIND_LIST;
    size_t count = 1;
    for (const char *p = text; is_list && *p; p++)
        count += *p == ';';
    cutline_value *values = CUT_NEW_ARRAY(arena, cutline_value, count);
    if (!values)
        return false;
    if (is_list) {
        if (!split_list(arena, text, values, &count))
            return false;
    } else {
        values[0].text = cut_arena_copy_z(arena, text);
        values[0].lang = row->info.kind == CUTLINE_KIND_LANG_ALT ? "x-default" : NULL;
        count = values[0].text && values[0].text[0] != '\0';
    }
    *out = NULL;
    if (count == 0)
        return true;
    *out = new_field(arena, row->info.name, CUTLINE_ORIGIN_HAND, values, count);
    return *out != NULL;
}

const char *cut_hand_text(const cut_effective_input *in, const char *field)
{
    for (size_t i = 0; i < in->hand_count; i++)
        if (strcmp(in->hand[i].field, field) == 0)
            return in->hand[i].value;
    return NULL;
}

static cutline_field *first_of_files(const cut_effective_input *in, size_t index)
{
    for (size_t f = 0; f < in->file_count; f++)
        if (in->files[f]->by_index[index])
            return in->files[f]->by_index[index];
    return NULL;
}

static bool take_fields(cut_arena *arena, const cut_effective_input *in, cut_effective *out)
{
    out->by_index = CUT_NEW_ARRAY(arena, cutline_field *, cut_field_count);
    if (!out->by_index)
        return false;
    for (size_t i = 0; i < cut_field_count; i++)
        out->by_index[i] = first_of_files(in, i);
    for (size_t h = 0; h < in->hand_count; h++) {
        int index = cut_field_index(cut_str_from(in->hand[h].field));
        if (index >= 0 &&
            !hand_field(arena, &cut_fields[index], in->hand[h].value, &out->by_index[index]))
            return false;
    }
    return true;
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
    int index = cut_field_index(CUT_STR("caption"));
    if (hand && hand[0])
        status = hand_caption(arena, e, hand, err);
    for (size_t f = 0; f < in->file_count && status == CUTLINE_OK; f++) {
        const cutline_record *r = in->files[f];
        const cutline_field *field = index >= 0 ? r->by_index[index] : NULL;
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
