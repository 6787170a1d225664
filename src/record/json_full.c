/*
 * The record as a store keeps it. Beside what the public shape has, what each block said of every
 * field, with languages:
 *
 *   value      "text" | {"t": text, "l": language} | {"m": {name: member, ...}}
 *   member     value | [value, ...] for a list | {"a": [value, ...]} for language alternatives
 *   field      {"origin": o, "said": {o: [value, ...]}, "values": [...], "disagrees": true}
 *
 * "values" is left out where it is what the block of "origin" said, "disagrees" where it is false.
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

static void value_json(cut_json *j, const cutline_value *value)
{
    if (value->text && !value->lang) {
        cut_json_z(j, value->text);
        return;
    }
    cut_json_begin_object(j);
    if (value->text) {
        cut_json_key_z(j, "t", value->text);
        cut_json_key_z(j, "l", value->lang);
    } else {
        cut_json_key(j, "m");
        cut_json_begin_object(j);
        for (size_t i = 0; i < value->member_count; i++)
            member_json(j, &value->members[i]);
        cut_json_end_object(j);
    }
    cut_json_end_object(j);
}

static bool is_said(const cutline_field *field)
{
    for (size_t i = 0; i < field->said_count; i++)
        if (field->said[i].origin == field->origin && field->said[i].values == field->values)
            return field->said[i].count == field->count;
    return false;
}

static void field_json(cut_json *j, const cutline_field *field)
{
    cut_json_key(j, field->name);
    cut_json_begin_object(j);
    cut_json_key_z(j, "origin", cutline_origin_name(field->origin));
    cut_json_key(j, "said");
    cut_json_begin_object(j);
    for (size_t i = 0; i < field->said_count; i++) {
        cut_json_key(j, cutline_origin_name(field->said[i].origin));
        values_json(j, field->said[i].values, field->said[i].count);
    }
    cut_json_end_object(j);
    if (!is_said(field)) {
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

static void conclusions_json(cut_json *j, const cutline_record *record)
{
    cut_json_key(j, "credit");
    cut_json_begin_object(j);
    cut_credit_json(j, &record->credit);
    cut_json_end_object(j);
    cut_json_key_z(j, "credit_origin", cutline_origin_name(record->credit_origin));
    if (record->has_caption) {
        cut_json_key(j, "caption");
        cut_json_begin_object(j);
        cut_caption_json(j, &record->caption);
        cut_json_end_object(j);
    }
    cut_json_key(j, "restrictions");
    cut_strings_json(j, &record->restrictions);
    if (record->provenance.has_c2pa)
        cut_json_key_bool(j, "c2pa", true);
    if (record->provenance.claim_generator)
        cut_json_key_z(j, "claim_generator", record->provenance.claim_generator);
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
            field_json(j, record->by_index[i]);
    cut_json_end_object(j);
    ids_json(j, record);
    conclusions_json(j, record);
    findings_json(j, &record->findings);
    cut_json_end_object(j);
}
