/* The places of a photo in which agencies put media IDs, laid out for src/ident to search. */
#include "base/error.h"
#include "base/limits.h"
#include "base/path.h"
#include "record/reading.h"

typedef struct id_source {
    size_t field;
    cut_voice voice;
    cut_id_place place;
} id_source;

static const id_source id_sources[] = {
    {CUT_FIELD_getty_asset_id, CUT_XMP, CUT_ID_GETTY_ASSET},
    {CUT_FIELD_supplier_image_id, CUT_XMP, CUT_ID_SUPPLIER_IMAGE},
    {CUT_FIELD_fixture_id, CUT_IIM, CUT_ID_FIXTURE},
    {CUT_FIELD_unique_document_id, CUT_IIM, CUT_ID_UNIQUE_DOCUMENT},
    {CUT_FIELD_job_id, CUT_IIM, CUT_ID_JOB_IIM},
    {CUT_FIELD_job_id, CUT_XMP, CUT_ID_JOB_XMP},
    {CUT_FIELD_title, CUT_IIM, CUT_ID_TITLE_IIM},
    {CUT_FIELD_title, CUT_XMP, CUT_ID_TITLE_XMP},
    {CUT_FIELD_digital_image_guid, CUT_XMP, CUT_ID_GUID},
};

typedef CUT_VEC(cut_id_input) id_inputs;

static bool add(cut_arena *a, id_inputs *inputs, cut_id_place place, const char *text)
{
    cut_id_input input = {place, cut_str_from(text)};
    return !text || inputs->n >= CUT_MAX_MEDIA_IDS || CUT_PUSH(a, inputs, input);
}

static bool add_fields(cut_reading *r, id_inputs *inputs)
{
    for (size_t i = 0; i < sizeof id_sources / sizeof *id_sources; i++) {
        const cut_values *said = &r->heard[id_sources[i].field].said[id_sources[i].voice];
        for (size_t k = 0; k < said->n; k++)
            if (!add(r->scratch, inputs, id_sources[i].place, said->v[k].text))
                return false;
    }
    return true;
}

/* RegItemId of the registry entries (IPTC Extension 1.9). */
static bool add_registry(cut_reading *r, id_inputs *inputs)
{
    const cut_values *said = &r->heard[CUT_FIELD_registry_entries].said[CUT_XMP];
    for (size_t i = 0; i < said->n; i++)
        for (size_t m = 0; m < said->v[i].member_count; m++)
            if (strcmp(said->v[i].members[m].name, "RegItemId") == 0 &&
                !add(r->scratch, inputs, CUT_ID_GUID, said->v[i].members[m].values[0].text))
                return false;
    return true;
}

cutline_status cut_find_ids(cut_reading *reading, cutline_error *err)
{
    id_inputs inputs = {0};
    const cutline_record *record = reading->record;
    cut_str name = cut_path_base(cut_str_from(record->path));
    if (!add_fields(reading, &inputs) || !add_registry(reading, &inputs) ||
        !add(reading->scratch, &inputs, CUT_ID_FILE_NAME, name.p) ||
        !add(reading->scratch, &inputs, CUT_ID_CAPTION,
             record->has_caption ? record->caption.text : NULL))
        return cut_no_memory(err);
    return cut_ident_see(&reading->record->arena, inputs.v, inputs.n, reading->agencies.items,
                         reading->agencies.count, &reading->record->ids, &reading->record->seen,
                         err);
}
