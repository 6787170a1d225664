/*
 * The record as a store keeps it. Beside what the public shape has, what each block said of every
 * field, with languages:
 *
 *   value      "text" | {"t": text, "l": language} | {"m": {name: member, ...}}
 *   member     value | [value, ...] for a list | {"a": [value, ...]} for language alternatives
 *   field      {o: [value, ...], ..., "origin": o, "values": [...], "disagrees": true}
 *
 * where each o is the name of a block. "origin" is left out where only one block said something,
 * "values" where it is what the block of "origin" said, "disagrees" where it is false. (Until
 * version 5 of a catalog, what blocks said was in an object "said" of the field.)
 *
 * A catalog holds millions of them, so what is said twice is written once: a block that says what
 * the first one says has that one's name for its values, and a value without "t" has the text that
 * the first block has at its place. The caption has no "text" if that is the field's, its "caption"
 * is [start, length] where it is a part of the text, and its "credit" is true where it is the
 * record's. In credit and caption, what is null, false or empty is left out.
 */
#include "caption/caption.h"
#include "record/record.h"

static void value_json(cut_json *j, const cutline_value *value);

static void values_json(cut_json *j, const cutline_value *values, size_t count)
{
    cut_json_begin_array(j);
    for (size_t i = 0; i < count; i++)
        value_json(j, &values[i]);
    cut_json_end_array(j);
}

static void member_json(cut_json *j, const cutline_member *member)
{
    cut_json_key(j, member->name);
    if (member->is_list) {
        values_json(j, member->values, member->count);
    } else if (member->count == 1) {
        value_json(j, &member->values[0]);
    } else {
        cut_json_begin_object(j);
        cut_json_key(j, "a");
        values_json(j, member->values, member->count);
        cut_json_end_object(j);
    }
}

/* twin: a value whose text need not be written again, or NULL. */
static void worded_json(cut_json *j, const cutline_value *value, const cutline_value *twin)
{
    cut_json_begin_object(j);
    if (!twin || !twin->text || strcmp(twin->text, value->text) != 0)
        cut_json_key_z(j, "t", value->text);
    cut_json_key_z(j, "l", value->lang);
    cut_json_end_object(j);
}

static void value_json(cut_json *j, const cutline_value *value)
{
    if (value->text && value->lang) {
        worded_json(j, value, NULL);
        return;
    }
    if (value->text) {
        cut_json_z(j, value->text);
        return;
    }
    cut_json_begin_object(j);
    cut_json_key(j, "m");
    cut_json_begin_object(j);
    for (size_t i = 0; i < value->member_count; i++)
        member_json(j, &value->members[i]);
    cut_json_end_object(j);
    cut_json_end_object(j);
}

static bool same_texts(const cutline_said *a, const cutline_said *b)
{
    for (size_t i = 0; i < a->count && a->count == b->count; i++) {
        const cutline_value *x = &a->values[i], *y = &b->values[i];
        if (!x->text || !y->text || x->lang || y->lang || strcmp(x->text, y->text) != 0)
            return false;
    }
    return a->count == b->count && a->count > 0;
}

/* What a block said, with regard to what the first one of the field did. */
static void said_json(cut_json *j, const cutline_said *said, const cutline_said *first)
{
    cut_json_key(j, cutline_origin_name(said->origin));
    if (said != first && same_texts(said, first)) {
        cut_json_z(j, cutline_origin_name(first->origin));
        return;
    }
    cut_json_begin_array(j);
    for (size_t i = 0; i < said->count; i++) {
        const cutline_value *value = &said->values[i];
        if (value->text && value->lang && said != first && i < first->count)
            worded_json(j, value, &first->values[i]);
        else
            value_json(j, value);
    }
    cut_json_end_array(j);
}

/* The block that gave the values as they are, NULL if none did. */
static const cutline_said *block_of(const cutline_field *field)
{
    for (size_t i = 0; i < field->said_count; i++)
        if (field->said[i].origin == field->origin && field->said[i].values == field->values)
            return field->said[i].count == field->count ? &field->said[i] : NULL;
    return NULL;
}

static void field_json(cut_json *j, const cut_field_row *row, const cutline_field *field)
{
    cut_json_name(j, (cut_str){row->info.name, row->name_length});
    cut_json_begin_object(j);
    const cutline_said *block = block_of(field);
    for (size_t i = 0; i < field->said_count; i++)
        said_json(j, &field->said[i], &field->said[0]);
    if (!block || field->said_count > 1)
        cut_json_key_z(j, "origin", cutline_origin_name(field->origin));
    if (!block) {
        cut_json_key(j, "values");
        values_json(j, field->values, field->count);
    }
    if (field->disagrees)
        cut_json_key_bool(j, "disagrees", true);
    cut_json_end_object(j);
}

static void file_json(cut_json *j, const cutline_record *record)
{
    cut_json_key_z(j, "path", record->path);
    cut_json_key_z(j, "format", record->format);
    cut_json_key_int(j, "policy", record->policy);
    cut_json_key_int(j, "width", record->width);
    cut_json_key_int(j, "height", record->height);
    if (record->has_hash)
        cut_json_key_z(j, "image_hash", record->hash_hex);
    if (record->sidecar)
        cut_json_key_z(j, "sidecar", record->sidecar);
    cut_json_key_int(j, "size", (int64_t)record->size);
    cut_json_key_int(j, "mtime_ns", record->mtime_ns);
    cut_json_key_int(j, "device", (int64_t)record->device);
    cut_json_key_int(j, "inode", (int64_t)record->inode);
}

static void ids_json(cut_json *j, const cutline_record *record)
{
    cut_json_key(j, "ids");
    cut_json_begin_array(j);
    for (size_t i = 0; i < record->ids.ids.n; i++) {
        const cutline_media_id *id = &record->ids.ids.v[i];
        cut_json_begin_array(j);
        cut_json_z(j, id->ns);
        cut_json_z(j, id->id);
        cut_json_z(j, id->evidence);
        cut_json_int(j, id->trust);
        cut_json_end_array(j);
    }
    cut_json_end_array(j);
}

static void text_json(cut_json *j, const char *key, const char *text)
{
    if (text)
        cut_json_key_z(j, key, text);
}

static void strings_json(cut_json *j, const char *key, const cutline_strings *strings)
{
    if (strings->count == 0)
        return;
    cut_json_key(j, key);
    cut_strings_json(j, strings);
}

static void credit_json(cut_json *j, const cutline_credit *credit)
{
    cut_json_key(j, "credit");
    cut_json_begin_object(j);
    text_json(j, "line", credit->line);
    strings_json(j, "agencies", &credit->agencies);
    strings_json(j, "photographers", &credit->photographers);
    text_json(j, "issuer", credit->issuer);
    strings_json(j, "roles", &credit->roles);
    cut_json_end_object(j);
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static bool same_strings(const cutline_strings *a, const cutline_strings *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; i < a->count && same; i++)
        same = same_text(a->items[i], b->items[i]);
    return same;
}

static bool same_credit(const cutline_credit *a, const cutline_credit *b)
{
    return same_text(a->line, b->line) && same_text(a->issuer, b->issuer) &&
           same_strings(&a->agencies, &b->agencies) &&
           same_strings(&a->photographers, &b->photographers) && same_strings(&a->roles, &b->roles);
}

static void caption_text_json(cut_json *j, const cutline_record *record)
{
    const cutline_caption *c = &record->caption;
    const cutline_field *field = record->by_index[CUT_FIELD_caption];
    if (!field || !same_text(field->values[0].text, c->text))
        cut_json_key_z(j, "text", c->text);
    const char *part = strstr(c->text, c->caption);
    cut_json_key(j, "caption");
    if (!part) {
        cut_json_z(j, c->caption);
        return;
    }
    cut_json_begin_array(j);
    cut_json_int(j, part - c->text);
    cut_json_int(j, (int64_t)strlen(c->caption));
    cut_json_end_array(j);
}

static void persons_json(cut_json *j, const cutline_caption *caption)
{
    if (caption->person_count == 0)
        return;
    cut_json_key(j, "persons");
    cut_json_begin_array(j);
    for (size_t i = 0; i < caption->person_count; i++) {
        cut_json_begin_object(j);
        cut_json_key_z(j, "name", caption->persons[i].name);
        text_json(j, "position", caption->persons[i].position);
        cut_json_end_object(j);
    }
    cut_json_end_array(j);
}

static void place_json(cut_json *j, const cutline_place *place)
{
    if (!place->city && !place->region && !place->country)
        return;
    cut_json_key(j, "place");
    cut_json_begin_object(j);
    text_json(j, "city", place->city);
    text_json(j, "region", place->region);
    text_json(j, "country", place->country);
    cut_json_end_object(j);
}

static void caption_json(cut_json *j, const cutline_record *record)
{
    const cutline_caption *c = &record->caption;
    cut_json_key(j, "caption");
    cut_json_begin_object(j);
    caption_text_json(j, record);
    if (same_credit(&c->credit, &record->credit))
        cut_json_key_bool(j, "credit", true);
    else
        credit_json(j, &c->credit);
    persons_json(j, c);
    place_json(j, &c->place);
    text_json(j, "date", c->date);
    strings_json(j, "restrictions", &c->restrictions);
    if (c->file_photo)
        cut_json_key_bool(j, "file_photo", true);
    cut_json_key_z(j, "language", c->language);
    cut_json_end_object(j);
}

static void conclusions_json(cut_json *j, const cutline_record *record)
{
    credit_json(j, &record->credit);
    cut_json_key_z(j, "credit_origin", cutline_origin_name(record->credit_origin));
    if (record->has_caption)
        caption_json(j, record);
    strings_json(j, "restrictions", &record->restrictions);
    if (record->provenance.has_c2pa)
        cut_json_key_bool(j, "c2pa", true);
    text_json(j, "claim_generator", record->provenance.claim_generator);
}

static void findings_json(cut_json *j, const cut_findings *findings)
{
    cut_json_key(j, "findings");
    cut_json_begin_array(j);
    for (size_t i = 0; i < findings->list.n; i++) {
        cut_json_begin_array(j);
        cut_json_z(j, findings->list.v[i].code);
        cut_json_z(j, findings->list.v[i].field);
        cut_json_z(j, findings->list.v[i].detail);
        cut_json_end_array(j);
    }
    cut_json_end_array(j);
}

void cut_record_json_full(cut_json *j, const cutline_record *record)
{
    cut_json_begin_object(j);
    file_json(j, record);
    cut_json_key(j, "fields");
    cut_json_begin_object(j);
    for (size_t i = 0; i < cut_field_count; i++)
        if (record->by_index[i])
            field_json(j, &cut_fields[i], record->by_index[i]);
    cut_json_end_object(j);
    ids_json(j, record);
    conclusions_json(j, record);
    findings_json(j, &record->findings);
    cut_json_end_object(j);
}
