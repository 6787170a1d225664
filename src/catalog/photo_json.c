/* A photo as JSON; the shape is that of a record (record/json.c) with what the catalog adds. */
#include "base/error.h"
#include "base/json.h"
#include "base/limits.h"
#include "caption/caption.h"
#include "record/record.h"

#include <cutline/catalog.h>
#include <time.h>

static void time_json(cut_json *j, const char *key, int64_t ns)
{
    char text[64];
    time_t seconds = (time_t)(ns / 1000000000);
    struct tm utc;
    if (gmtime_r(&seconds, &utc) && strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc))
        cut_json_key_z(j, key, text);
    else
        cut_json_key_z(j, key, NULL);
}

static void files_json(cut_json *j, const cutline_photo *p)
{
    cut_json_key(j, "files");
    cut_json_begin_array(j);
    for (size_t i = 0; i < p->file_count; i++) {
        cut_json_begin_object(j);
        cut_json_key_z(j, "path", p->files[i].path);
        cut_json_key_int(j, "size", (int64_t)p->files[i].size);
        time_json(j, "mtime", p->files[i].mtime_ns);
        cut_json_key_bool(j, "missing", p->files[i].missing);
        cut_json_end_object(j);
    }
    cut_json_end_array(j);
}

static void credit_json(cut_json *j, const cutline_photo *p)
{
    cut_json_key(j, "credit");
    cut_json_begin_object(j);
    cut_credit_json(j, &p->credit);
    cut_json_key_z(j, "line_as_found", p->credit_found);
    cut_json_key_z(j, "origin", cutline_origin_name(p->credit_origin));
    cut_json_key_z(j, "where", p->credit_where);
    cut_json_key(j, "conflicts");
    cut_strings_json(j, &p->credit_conflicts);
    cut_json_end_object(j);
}

static void captions_json(cut_json *j, const cutline_photo *p)
{
    cut_json_key(j, "captions");
    cut_json_begin_array(j);
    for (size_t i = 0; i < p->caption_count; i++) {
        cut_json_begin_object(j);
        cut_json_key_z(j, "origin", cutline_origin_name(p->captions[i].origin));
        cut_json_key_z(j, "where", p->captions[i].where);
        cut_json_key_z(j, "text", p->captions[i].text);
        cut_json_key_z(j, "credit_line", p->captions[i].credit_line);
        cut_json_end_object(j);
    }
    cut_json_end_array(j);
}

static void rights_json(cut_json *j, const cutline_photo *p)
{
    cut_json_key(j, "rights");
    cut_json_begin_array(j);
    for (size_t i = 0; i < p->right_count; i++) {
        cut_json_begin_object(j);
        cut_json_key_z(j, "kind", p->rights[i].kind);
        cut_json_key_z(j, "value", p->rights[i].value);
        cut_json_key_z(j, "from", p->rights[i].from);
        cut_json_key_z(j, "until", p->rights[i].until);
        cut_json_key_z(j, "text", p->rights[i].text);
        cut_json_key_z(j, "field", p->rights[i].field);
        cut_json_key_z(j, "where", p->rights[i].where);
        cut_json_key_z(j, "origin", cutline_origin_name(p->rights[i].origin));
        cut_json_end_object(j);
    }
    cut_json_end_array(j);
}

static void pages_json(cut_json *j, const cutline_photo *p)
{
    cut_json_key(j, "pages");
    cut_json_begin_array(j);
    for (size_t i = 0; i < p->page_count; i++) {
        cut_json_begin_object(j);
        cut_json_key_z(j, "path", p->pages[i].path);
        cut_json_key_z(j, "site", p->pages[i].site);
        cut_json_key_z(j, "title", p->pages[i].title);
        cut_json_end_object(j);
    }
    cut_json_end_array(j);
}

/* What a photo has in common with a record, as one. */
static bool as_record(const cutline_photo *p, cutline_record *out)
{
    out->by_index = CUT_NEW_ARRAY(&out->arena, cutline_field *, cut_field_count);
    out->ids.ids.v = CUT_NEW_ARRAY(&out->arena, cutline_media_id, p->media_ids.count);
    out->findings.list.v = CUT_NEW_ARRAY(&out->arena, cutline_finding, p->finding_count);
    cutline_field *fields = CUT_NEW_ARRAY(&out->arena, cutline_field, p->field_count);
    if (!out->by_index || !out->ids.ids.v || !out->findings.list.v || !fields)
        return false;
    for (size_t i = 0; i < p->field_count; i++) {
        int index = cut_field_index(cut_str_from(p->fields[i].name));
        fields[i] = p->fields[i];
        if (index >= 0)
            out->by_index[index] = &fields[i];
    }
    for (size_t i = 0; i < p->media_ids.count; i++)
        out->ids.ids.v[out->ids.ids.n++] = p->media_ids.items[i];
    for (size_t i = 0; i < p->finding_count; i++)
        out->findings.list.v[out->findings.list.n++] = p->findings[i];
    out->caption.persons = p->persons;
    out->caption.person_count = p->person_count;
    out->caption.place = p->place;
    out->caption.date = p->date;
    out->restrictions = p->restrictions;
    out->caption.file_photo = p->file_photo;
    out->provenance = p->provenance;
    return true;
}

static void photo_json(cut_json *j, const cutline_photo *p, const cutline_record *r)
{
    cut_json_begin_object(j);
    cut_json_key_int(j, "id", p->id);
    cut_json_key_bool(j, "awaiting_image", p->awaiting_image);
    files_json(j, p);
    cut_json_key_z(j, "format", p->format);
    cut_json_key_int(j, "width", p->width);
    cut_json_key_int(j, "height", p->height);
    cut_json_key_z(j, "image_hash", p->image_hash);
    cut_record_values_json(j, r);
    credit_json(j, p);
    captions_json(j, p);
    cut_record_facts_json(j, r);
    rights_json(j, p);
    cut_json_key_z(j, "kill_reason", p->kill_reason);
    pages_json(j, p);
    cut_json_end_object(j);
}

cutline_status cutline_photo_json(const cutline_photo *photo, char **json, cutline_error *err)
{
    cut_buf out;
    cut_json j;
    cutline_record *record;
    *json = NULL;
    cutline_status status = cut_record_new(&record, err);
    if (status != CUTLINE_OK)
        return status;
    if (as_record(photo, record)) {
        cut_buf_init(&out, CUT_MAX_JSON_BYTES);
        cut_json_init(&j, &out);
        photo_json(&j, photo, record);
        *json = cut_buf_detach(&out);
    }
    cutline_record_free(record);
    return *json ? CUTLINE_OK : cut_no_memory(err);
}
