/* Reads back what cut_record_json_full() wrote (the shape is described in json_full.c). */
#include "base/error.h"
#include "base/limits.h"
#include "record/provenance.h"
#include "record/record.h"

#include <jansson.h>

/* A record being filled. The first failure stays; all functions return false after it. */
typedef struct loader {
    cutline_record *record;
    cut_arena *a;
    cutline_error *err;
    cutline_status status;
} loader;

static bool fail_memory(loader *l)
{
    if (l->status == CUTLINE_OK)
        l->status = cut_no_memory(l->err);
    return false;
}

static bool fail_shape(loader *l, const char *what)
{
    if (l->status == CUTLINE_OK)
        l->status =
            cut_fail(l->err, CUTLINE_MALFORMED, "stored record: %s is not as written", what);
    return false;
}

/* A copy in the record's arena; NULL stays NULL. */
static bool load_text(loader *l, const json_t *node, const char **out)
{
    *out = NULL;
    if (!json_is_string(node))
        return true;
    *out = cut_arena_copy(l->a, (cut_str){json_string_value(node), json_string_length(node)});
    return *out || fail_memory(l);
}

static bool load_key(loader *l, const json_t *object, const char *key, const char **out)
{
    return load_text(l, json_object_get(object, key), out);
}

static bool load_strings(loader *l, const json_t *array, cutline_strings *out)
{
    size_t n = json_array_size(array);
    const char **items = CUT_NEW_ARRAY(l->a, const char *, n);
    if (!items)
        return fail_memory(l);
    for (size_t i = 0; i < n; i++)
        if (!load_text(l, json_array_get(array, i), &items[i]))
            return false;
    *out = (cutline_strings){n ? items : NULL, n};
    return true;
}

/* ---- values ---- */

static bool load_value(loader *l, json_t *node, unsigned depth, cutline_value *out);

/* A value without text of its own has that of the first block at its place. */
static bool load_worded(loader *l, const json_t *node, const cutline_value *twin,
                        cutline_value *out)
{
    if (!load_key(l, node, "t", &out->text) || !load_key(l, node, "l", &out->lang))
        return false;
    if (!out->text && twin)
        out->text = twin->text;
    return out->text || fail_shape(l, "a value");
}

static bool load_values(loader *l, json_t *array, unsigned depth, const cutline_value **out,
                        size_t *count)
{
    size_t n = json_array_size(array);
    cutline_value *v = CUT_NEW_ARRAY(l->a, cutline_value, n);
    if (!v)
        return fail_memory(l);
    for (size_t i = 0; i < n; i++)
        if (!load_value(l, json_array_get(array, i), depth, &v[i]))
            return false;
    *out = v;
    *count = n;
    return true;
}

static bool load_member(loader *l, const char *name, json_t *node, unsigned depth,
                        cutline_member *out)
{
    json_t *alternatives = json_object_get(node, "a");
    *out = (cutline_member){.name = cut_arena_copy_z(l->a, name), .is_list = json_is_array(node)};
    if (!out->name)
        return fail_memory(l);
    if (json_is_array(node) || alternatives)
        return load_values(l, alternatives ? alternatives : node, depth, &out->values,
                           &out->count) &&
               (out->count > 0 || fail_shape(l, "a member"));
    cutline_value *v = CUT_NEW(l->a, cutline_value);
    if (!v)
        return fail_memory(l);
    out->values = v;
    out->count = 1;
    return load_value(l, node, depth, v);
}

static bool load_value(loader *l, json_t *node, unsigned depth, cutline_value *out)
{
    json_t *members = json_object_get(node, "m");
    size_t n = 0;
    const char *name;
    json_t *member;
    if (json_is_string(node))
        return load_text(l, node, &out->text);
    if (!members)
        return load_worded(l, node, NULL, out);
    if (depth > CUT_MAX_STRUCT_DEPTH)
        return fail_shape(l, "the depth of a structure");
    cutline_member *list = CUT_NEW_ARRAY(l->a, cutline_member, json_object_size(members));
    if (!list)
        return fail_memory(l);
    json_object_foreach(members, name, member) if (!load_member(l, name, member, depth + 1,
                                                                &list[n++])) return false;
    out->members = list;
    out->member_count = n;
    return true;
}

/* ---- fields ---- */

static bool load_origin(const char *name, cutline_origin *out)
{
    for (int i = CUTLINE_ORIGIN_NONE; name && i <= CUTLINE_ORIGIN_HAND; i++) {
        *out = (cutline_origin)i;
        if (strcmp(cutline_origin_name(*out), name) == 0)
            return true;
    }
    return false;
}

/* What a block said; first is what the first block of the field did, NULL for itself. */
static bool load_block(loader *l, json_t *node, const cutline_said *first, cutline_said *out)
{
    cutline_origin like;
    size_t n = json_array_size(node);
    if (json_is_string(node)) {
        if (!first || !load_origin(json_string_value(node), &like) || like != first->origin)
            return fail_shape(l, "an origin");
        out->values = first->values;
        out->count = first->count;
        return true;
    }
    cutline_value *v = CUT_NEW_ARRAY(l->a, cutline_value, n);
    if (!v)
        return fail_memory(l);
    out->values = v;
    out->count = n;
    for (size_t i = 0; i < n; i++) {
        json_t *value = json_array_get(node, i);
        bool worded = json_object_get(value, "l") && first && i < first->count;
        if (worded ? !load_worded(l, value, &first->values[i], &v[i])
                   : !load_value(l, value, 0, &v[i]))
            return false;
    }
    return true;
}

/* A key of a field that is not the name of a block. */
static bool is_about_field(const char *key)
{
    static const char *const keys[] = {"origin", "values", "disagrees"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (strcmp(key, keys[i]) == 0)
            return true;
    return false;
}

static bool load_said(loader *l, json_t *object, cutline_field *field)
{
    cutline_said *said = CUT_NEW_ARRAY(l->a, cutline_said, json_object_size(object));
    const char *name;
    json_t *values;
    if (!said)
        return fail_memory(l);
    field->said = said;
    json_object_foreach(object, name, values)
    {
        cutline_said *s = &said[field->said_count];
        if (is_about_field(name))
            continue;
        field->said_count++;
        if (!load_origin(name, &s->origin))
            return fail_shape(l, "an origin");
        if (!load_block(l, values, s == said ? NULL : said, s))
            return false;
    }
    return true;
}

/* Where the values come from; the only block, if it is not said. */
static bool load_effective(loader *l, const json_t *node, cutline_field *field)
{
    const json_t *origin = json_object_get(node, "origin");
    json_t *values = json_object_get(node, "values");
    if (!origin && field->said_count == 1)
        field->origin = field->said[0].origin;
    else if (!load_origin(json_string_value(origin), &field->origin))
        return fail_shape(l, "an origin");
    for (size_t i = 0; i < field->said_count; i++) {
        if (field->said[i].origin != field->origin)
            continue;
        field->values = field->said[i].values;
        field->count = field->said[i].count;
    }
    return !values || load_values(l, values, 0, &field->values, &field->count);
}

static bool load_field(loader *l, size_t index, json_t *node)
{
    cutline_field *field = CUT_NEW(l->a, cutline_field);
    json_t *said = json_object_get(node, "said");
    if (!field)
        return fail_memory(l);
    field->name = cut_fields[index].info.name;
    field->disagrees = json_is_true(json_object_get(node, "disagrees"));
    if (!load_said(l, said ? said : node, field) || !load_effective(l, node, field))
        return false;
    if (field->count == 0)
        return fail_shape(l, "a field");
    l->record->by_index[index] = field;
    return true;
}

static bool load_fields(loader *l, json_t *object)
{
    const char *name;
    json_t *node;
    size_t next = 0;
    json_object_foreach(object, name, node)
    {
        int index = cut_field_index_from(cut_str_from(name), next);
        if (index < 0)
            continue;
        if (!load_field(l, (size_t)index, node))
            return false;
        next = (size_t)index + 1;
    }
    return true;
}

/* ---- the rest ---- */

static bool hex_digit(char c, uint8_t *out)
{
    if (cut_is_digit(c))
        *out = (uint8_t)(c - '0');
    else if (c >= 'a' && c <= 'f')
        *out = (uint8_t)(c - 'a' + 10);
    else
        return false;
    return true;
}

static bool load_hash(loader *l, const char *hex)
{
    cutline_record *r = l->record;
    if (!hex)
        return true;
    if (strlen(hex) != sizeof r->hash_hex - 1)
        return fail_shape(l, "the image hash");
    for (size_t i = 0; i < sizeof r->image_hash; i++) {
        uint8_t high, low;
        if (!hex_digit(hex[2 * i], &high) || !hex_digit(hex[2 * i + 1], &low))
            return fail_shape(l, "the image hash");
        r->image_hash[i] = (uint8_t)(high << 4 | low);
    }
    memcpy(r->hash_hex, hex, sizeof r->hash_hex);
    r->has_hash = true;
    return true;
}

static int64_t number(const json_t *object, const char *key)
{
    return json_integer_value(json_object_get(object, key));
}

static bool load_file(loader *l, const json_t *root)
{
    cutline_record *r = l->record;
    int64_t policy = number(root, "policy");
    if (policy < 0 || policy >= CUT_POLICY_COUNT)
        return fail_shape(l, "the policy");
    r->policy = (cutline_policy)policy;
    r->width = (uint32_t)number(root, "width");
    r->height = (uint32_t)number(root, "height");
    r->size = (uint64_t)number(root, "size");
    r->mtime_ns = number(root, "mtime_ns");
    r->device = (uint64_t)number(root, "device");
    r->inode = (uint64_t)number(root, "inode");
    return load_key(l, root, "path", &r->path) && load_key(l, root, "format", &r->format) &&
           load_key(l, root, "sidecar", &r->sidecar) &&
           load_hash(l, json_string_value(json_object_get(root, "image_hash"))) &&
           (r->format || fail_shape(l, "the format"));
}

static bool load_ids(loader *l, const json_t *array)
{
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *node = json_array_get(array, i);
        cutline_media_id id = {.trust = (cutline_trust)json_integer_value(json_array_get(node, 3))};
        if (!load_text(l, json_array_get(node, 0), &id.ns) ||
            !load_text(l, json_array_get(node, 1), &id.id) ||
            !load_text(l, json_array_get(node, 2), &id.evidence))
            return false;
        if (!id.ns || !id.id || !id.evidence)
            return fail_shape(l, "a media ID");
        if (!CUT_PUSH(l->a, &l->record->ids.ids, id))
            return fail_memory(l);
    }
    return true;
}

static bool load_credit(loader *l, const json_t *node, cutline_credit *out)
{
    return load_key(l, node, "line", &out->line) && load_key(l, node, "issuer", &out->issuer) &&
           load_strings(l, json_object_get(node, "agencies"), &out->agencies) &&
           load_strings(l, json_object_get(node, "photographers"), &out->photographers) &&
           load_strings(l, json_object_get(node, "roles"), &out->roles);
}

static bool load_persons(loader *l, const json_t *array, cutline_caption *out)
{
    size_t n = json_array_size(array);
    cutline_person *persons = CUT_NEW_ARRAY(l->a, cutline_person, n);
    if (!persons)
        return fail_memory(l);
    for (size_t i = 0; i < n; i++) {
        const json_t *node = json_array_get(array, i);
        if (!load_key(l, node, "name", &persons[i].name) ||
            !load_key(l, node, "position", &persons[i].position))
            return false;
        if (!persons[i].name)
            return fail_shape(l, "a person");
    }
    out->persons = n ? persons : NULL;
    out->person_count = n;
    return true;
}

/* The caption's text and the part of it that is the caption itself. */
static bool load_caption_text(loader *l, const json_t *node, cutline_caption *c)
{
    const cutline_field *field = l->record->by_index[CUT_FIELD_caption];
    const json_t *part = json_object_get(node, "caption");
    if (!load_key(l, node, "text", &c->text))
        return false;
    if (!c->text && field)
        c->text = field->values[0].text;
    if (!json_is_array(part))
        return load_text(l, part, &c->caption);
    size_t size = c->text ? strlen(c->text) : 0;
    json_int_t start = json_integer_value(json_array_get(part, 0));
    json_int_t n = json_integer_value(json_array_get(part, 1));
    if (start < 0 || n < 0 || (size_t)start > size || (size_t)n > size - (size_t)start)
        return fail_shape(l, "the caption");
    c->caption = size ? cut_arena_copy(l->a, (cut_str){c->text + start, (size_t)n}) : "";
    return c->caption || fail_memory(l);
}

static bool load_caption_credit(loader *l, const json_t *node, cutline_caption *c)
{
    if (!json_is_true(node))
        return load_credit(l, node, &c->credit);
    c->credit = l->record->credit;
    return true;
}

static bool load_caption(loader *l, const json_t *node)
{
    cutline_caption *c = &l->record->caption;
    const json_t *place = json_object_get(node, "place");
    if (!node)
        return true;
    l->record->has_caption = true;
    c->file_photo = json_is_true(json_object_get(node, "file_photo"));
    return load_caption_text(l, node, c) && load_key(l, node, "language", &c->language) &&
           load_key(l, node, "date", &c->date) &&
           load_caption_credit(l, json_object_get(node, "credit"), c) &&
           load_persons(l, json_object_get(node, "persons"), c) &&
           load_key(l, place, "city", &c->place.city) &&
           load_key(l, place, "region", &c->place.region) &&
           load_key(l, place, "country", &c->place.country) &&
           load_strings(l, json_object_get(node, "restrictions"), &c->restrictions) &&
           ((c->text && c->caption && c->language) || fail_shape(l, "the caption"));
}

static bool load_findings(loader *l, const json_t *array)
{
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *node = json_array_get(array, i);
        cutline_finding finding = {0};
        if (!load_text(l, json_array_get(node, 0), &finding.code) ||
            !load_text(l, json_array_get(node, 1), &finding.field) ||
            !load_text(l, json_array_get(node, 2), &finding.detail))
            return false;
        if (!finding.code || !finding.detail)
            return fail_shape(l, "a finding");
        if (!CUT_PUSH(l->a, &l->record->findings.list, finding))
            return fail_memory(l);
    }
    return true;
}

static bool load_record(loader *l, const json_t *root)
{
    cutline_record *r = l->record;
    const char *origin = json_string_value(json_object_get(root, "credit_origin"));
    r->provenance.has_c2pa = json_is_true(json_object_get(root, "c2pa"));
    if (!load_origin(origin, &r->credit_origin))
        return fail_shape(l, "the credit's origin");
    return load_file(l, root) && load_fields(l, json_object_get(root, "fields")) &&
           load_ids(l, json_object_get(root, "ids")) &&
           load_credit(l, json_object_get(root, "credit"), &r->credit) &&
           load_caption(l, json_object_get(root, "caption")) &&
           load_strings(l, json_object_get(root, "restrictions"), &l->record->restrictions) &&
           load_key(l, root, "claim_generator", &r->provenance.claim_generator) &&
           load_findings(l, json_object_get(root, "findings")) &&
           (cut_provenance_of_fields(l->a, r->by_index, &r->provenance) || fail_memory(l));
}

cutline_status cut_record_from_json(cut_str json, cutline_record **out, cutline_error *err)
{
    json_error_t where;
    loader l = {.err = err};
    *out = NULL;
    json_t *root = json_loadb(json.p ? json.p : "", json.n, JSON_REJECT_DUPLICATES, &where);
    if (!json_is_object(root)) {
        json_decref(root);
        return cut_fail_at(err, CUTLINE_MALFORMED, NULL, where.position, "stored record: %s",
                           root ? "not an object" : where.text);
    }
    l.status = cut_record_new(&l.record, err);
    if (l.status == CUTLINE_OK) {
        l.a = &l.record->arena;
        (void)load_record(&l, root);
    }
    json_decref(root);
    if (l.status != CUTLINE_OK) {
        cutline_record_free(l.record);
        return l.status;
    }
    *out = l.record;
    return CUTLINE_OK;
}
