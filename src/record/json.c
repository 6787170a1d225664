/* The record as JSON for people and programs; the shape is that of cutline_record_json(). */
#include "base/error.h"
#include "base/limits.h"
#include "caption/caption.h"
#include "record/record.h"

static void value_json(cut_json *j, const cutline_value *value);

/* Language alternatives inside a structure: the first under the member's own name, the others under
 * "AOTitle-fr". */
static void other_languages(cut_json *j, const cutline_member *member)
{
    char key[128];
    for (size_t i = 1; i < member->count; i++) {
        const char *lang = member->values[i].lang;
        cut_buf name;
        cut_buf_init(&name, sizeof key);
        cut_buf_printf(&name, "%s-%s", member->name, lang ? lang : "und");
        if (cut_buf_ok(&name)) {
            cut_json_key(j, name.p);
            value_json(j, &member->values[i]);
        }
        cut_buf_release(&name);
    }
}

static void member_json(cut_json *j, const cutline_member *member)
{
    cut_json_key(j, member->name);
    if (member->is_list) {
        cut_json_begin_array(j);
        for (size_t i = 0; i < member->count; i++)
            value_json(j, &member->values[i]);
        cut_json_end_array(j);
    } else {
        value_json(j, &member->values[0]);
        other_languages(j, member);
    }
}

static void value_json(cut_json *j, const cutline_value *value)
{
    if (value->text) {
        cut_json_z(j, value->text);
        return;
    }
    cut_json_begin_object(j);
    for (size_t i = 0; i < value->member_count; i++)
        member_json(j, &value->members[i]);
    cut_json_end_object(j);
}

void cut_field_json(cut_json *j, const cut_field_row *row, const cutline_value *values,
                    size_t count)
{
    cutline_kind kind = row->info.kind;
    bool list = kind == CUTLINE_KIND_LIST || kind == CUTLINE_KIND_STRUCTS;
    if (!list && (count == 1 || kind == CUTLINE_KIND_LANG_ALT)) {
        value_json(j, &values[0]);
        return;
    }
    cut_json_begin_array(j);
    for (size_t i = 0; i < count; i++)
        value_json(j, &values[i]);
    cut_json_end_array(j);
}

/* Runs through the fields of one object of the record, each with its key. */
#define FOR_EACH_FIELD(record, i, f)                                                               \
    for (size_t i = 0; i < cut_field_count; i++)                                                   \
        for (const cutline_field *f = (record)->by_index[i]; f; f = NULL)

static void fields_json(cut_json *j, const cutline_record *record)
{
    cut_json_key(j, "fields");
    cut_json_begin_object(j);
    FOR_EACH_FIELD(record, i, f)
    {
        cut_json_key(j, f->name);
        cut_field_json(j, &cut_fields[i], f->values, f->count);
    }
    cut_json_end_object(j);
    cut_json_key(j, "origin");
    cut_json_begin_object(j);
    FOR_EACH_FIELD(record, i, f)
    cut_json_key_z(j, f->name, cutline_origin_name(f->origin));
    cut_json_end_object(j);
}

/* A language that "fields" does not show. */
static bool is_other_language(const cutline_field *f, size_t i)
{
    const char *lang = f->values[i].lang;
    return i > 0 || (lang && strcmp(lang, "x-default") != 0);
}

static bool has_alternatives(size_t index, const cutline_field *f)
{
    return cut_fields[index].info.kind == CUTLINE_KIND_LANG_ALT &&
           (f->count > 1 || is_other_language(f, 0));
}

static void alternatives_json(cut_json *j, const cutline_record *record)
{
    cut_json_key(j, "alternatives");
    cut_json_begin_object(j);
    FOR_EACH_FIELD(record, i, f)
    {
        if (!has_alternatives(i, f))
            continue;
        cut_json_key(j, f->name);
        cut_json_begin_object(j);
        for (size_t k = 0; k < f->count; k++)
            if (is_other_language(f, k))
                cut_json_key_z(j, f->values[k].lang ? f->values[k].lang : "und", f->values[k].text);
        cut_json_end_object(j);
    }
    cut_json_end_object(j);
}

static void said_json(cut_json *j, const cutline_record *record)
{
    cut_json_key(j, "said");
    cut_json_begin_object(j);
    FOR_EACH_FIELD(record, i, f)
    {
        if (!f->disagrees)
            continue;
        cut_json_key(j, f->name);
        cut_json_begin_object(j);
        for (size_t k = 0; k < f->said_count; k++) {
            cut_json_key(j, cutline_origin_name(f->said[k].origin));
            cut_field_json(j, &cut_fields[i], f->said[k].values, f->said[k].count);
        }
        cut_json_end_object(j);
    }
    cut_json_end_object(j);
}

static void ids_json(cut_json *j, const cutline_record *record)
{
    cut_json_key(j, "media_ids");
    cut_json_begin_array(j);
    for (size_t i = 0; i < record->ids.ids.n; i++) {
        const cutline_media_id *id = &record->ids.ids.v[i];
        cut_json_begin_object(j);
        cut_json_key_z(j, "namespace", id->ns);
        cut_json_key_z(j, "id", id->id);
        cut_json_key_z(j, "evidence", id->evidence);
        cut_json_end_object(j);
    }
    cut_json_end_array(j);
}

/* Parts of the caption that are facts about the photo. */
static void facts_json(cut_json *j, const cutline_caption *caption,
                       const cutline_strings *restrictions)
{
    cut_json_key(j, "persons");
    cut_persons_json(j, caption->persons, caption->person_count);
    cut_json_key(j, "place");
    cut_place_json(j, &caption->place);
    cut_json_key_z(j, "date", caption->date);
    cut_json_key(j, "restrictions");
    cut_strings_json(j, restrictions);
    cut_json_key_bool(j, "file_photo", caption->file_photo);
}

static void provenance_json(cut_json *j, const cutline_provenance *p)
{
    cut_json_key(j, "provenance");
    cut_json_begin_object(j);
    cut_json_key_z(j, "source", cutline_source_class_name(p->source));
    cut_json_key_bool(j, "c2pa", p->has_c2pa);
    cut_json_key_z(j, "claim_generator", p->claim_generator);
    cut_json_key_z(j, "embargo", p->embargo);
    cut_json_key_z(j, "expiry", p->expiry);
    cut_json_end_object(j);
}

static void findings_json(cut_json *j, const cut_findings *findings)
{
    cut_json_key(j, "findings");
    cut_json_begin_array(j);
    for (size_t i = 0; i < findings->list.n; i++) {
        cut_json_begin_object(j);
        cut_json_key_z(j, "code", findings->list.v[i].code);
        cut_json_key_z(j, "field", findings->list.v[i].field);
        cut_json_key_z(j, "detail", findings->list.v[i].detail);
        cut_json_end_object(j);
    }
    cut_json_end_array(j);
}

void cut_record_values_json(cut_json *j, const cutline_record *record)
{
    ids_json(j, record);
    fields_json(j, record);
    alternatives_json(j, record);
    said_json(j, record);
}

void cut_record_facts_json(cut_json *j, const cutline_record *record)
{
    facts_json(j, &record->caption, &record->restrictions);
    provenance_json(j, &record->provenance);
    findings_json(j, &record->findings);
}

void cut_record_json(cut_json *j, const cutline_record *record)
{
    cut_json_key_z(j, "path", record->path);
    cut_json_key_z(j, "format", record->format);
    cut_json_key_int(j, "width", record->width);
    cut_json_key_int(j, "height", record->height);
    cut_json_key_z(j, "image_hash", record->has_hash ? record->hash_hex : NULL);
    if (record->sidecar)
        cut_json_key_z(j, "sidecar", record->sidecar);
    cut_record_values_json(j, record);
    cut_json_key(j, "credit");
    cut_json_begin_object(j);
    cut_credit_json(j, &record->credit);
    cut_json_end_object(j);
    cut_record_facts_json(j, record);
}

cutline_status cutline_record_json(const cutline_record *record, char **json, cutline_error *err)
{
    cut_buf out;
    cut_json j;
    cut_buf_init(&out, CUT_MAX_JSON_BYTES);
    cut_json_init(&j, &out);
    cut_json_begin_object(&j);
    cut_record_json(&j, record);
    cut_json_end_object(&j);
    *json = cut_buf_detach(&out);
    return *json ? CUTLINE_OK
                 : cut_fail(err, CUTLINE_LIMIT, "the record does not fit in %u bytes of JSON",
                            CUT_MAX_JSON_BYTES);
}
