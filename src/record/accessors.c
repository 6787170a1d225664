/* The public view of a record: reading it costs nothing and cannot fail. */
#include "base/error.h"
#include "base/limits.h"
#include "record/record.h"

#include <stdlib.h>

const char *cutline_origin_name(cutline_origin origin)
{
    static const char *const names[] = {"none",    "exif", "iim",  "xmp",
                                        "caption", "page", "list", "hand"};
    size_t count = sizeof names / sizeof names[0];
    return (size_t)origin < count ? names[origin] : names[0];
}

cutline_status cut_record_new(cutline_record **out, cutline_error *err)
{
    cutline_record *record = calloc(1, sizeof *record);
    *out = NULL;
    if (!record)
        return cut_no_memory(err);
    cut_arena_init(&record->arena, CUT_MAX_RECORD_ARENA);
    return cut_record_renew(record, out, err);
}

cutline_status cut_record_renew(cutline_record *record, cutline_record **out, cutline_error *err)
{
    if (!record)
        return cut_record_new(out, err);
    cut_arena_reset(&record->arena);
    *record = (cutline_record){.arena = record->arena};
    *out = NULL;
    record->findings = cut_findings_in(&record->arena);
    record->format = "";
    record->by_index = CUT_NEW_ARRAY(&record->arena, cutline_field *, cut_field_count);
    if (!record->by_index) {
        cutline_record_free(record);
        return cut_no_memory(err);
    }
    *out = record;
    return CUTLINE_OK;
}

void cutline_record_free(cutline_record *record)
{
    if (!record)
        return;
    cut_arena_release(&record->arena);
    free(record);
}

const char *cutline_record_path(const cutline_record *record)
{
    return record->path;
}

const char *cutline_record_format(const cutline_record *record)
{
    return record->format;
}

uint32_t cutline_record_width(const cutline_record *record)
{
    return record->width;
}

uint32_t cutline_record_height(const cutline_record *record)
{
    return record->height;
}

const char *cutline_record_image_hash(const cutline_record *record)
{
    return record->has_hash ? record->hash_hex : NULL;
}

const cutline_field *cutline_record_field_at(const cutline_record *record, size_t index)
{
    for (size_t i = 0; i < cut_field_count; i++)
        if (record->by_index[i] && index-- == 0)
            return record->by_index[i];
    return NULL;
}

const cutline_field *cutline_record_field(const cutline_record *record, const char *name)
{
    int index = cut_field_index(cut_str_from(name));
    return index < 0 ? NULL : record->by_index[index];
}

cutline_media_ids cutline_record_media_ids(const cutline_record *record)
{
    return (cutline_media_ids){record->ids.ids.v, record->ids.ids.n};
}

const cutline_credit *cutline_record_credit(const cutline_record *record)
{
    return &record->credit;
}

const cutline_caption *cutline_record_caption(const cutline_record *record)
{
    return record->has_caption ? &record->caption : NULL;
}

cutline_strings cutline_record_restrictions(const cutline_record *record)
{
    return record->restrictions;
}

const char *cutline_record_sidecar(const cutline_record *record)
{
    return record->sidecar;
}

const cutline_provenance *cutline_record_provenance(const cutline_record *record)
{
    return &record->provenance;
}

const cutline_finding *cutline_record_findings(const cutline_record *record, size_t *count)
{
    *count = record->findings.list.n;
    return record->findings.list.v;
}
