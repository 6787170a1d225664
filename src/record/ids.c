/* The places of a photo in which agencies put media IDs, laid out for src/ident to search. */
#include "base/error.h"
#include "base/limits.h"
#include "base/path.h"
#include "record/reading.h"

typedef struct id_source {
    const char *field;
    cut_voice voice;
    cut_id_place place;
} id_source;

static const id_source id_sources[] = {
    {"getty_asset_id", CUT_XMP, CUT_ID_GETTY_ASSET},
    {"supplier_image_id", CUT_XMP, CUT_ID_SUPPLIER_IMAGE},
    {"fixture_id", CUT_IIM, CUT_ID_FIXTURE},
    {"unique_document_id", CUT_IIM, CUT_ID_UNIQUE_DOCUMENT},
    {"job_id", CUT_IIM, CUT_ID_JOB_IIM},
    {"job_id", CUT_XMP, CUT_ID_JOB_XMP},
    {"title", CUT_IIM, CUT_ID_TITLE_IIM},
    {"title", CUT_XMP, CUT_ID_TITLE_XMP},
    {"digital_image_guid", CUT_XMP, CUT_ID_GUID},
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
        int index = cut_field_index(cut_str_from(id_sources[i].field));
        const cut_values *said = &r->heard[index].said[id_sources[i].voice];
        for (size_t k = 0; k < said->n; k++)
            if (!add(r->scratch, inputs, id_sources[i].place, said->v[k].text))
                return false;
    }
    return true;
}

/* RegItemId of the registry entries (IPTC Extension 1.9). */
static bool add_registry(cut_reading *r, id_inputs *inputs)
{
    int index = cut_field_index(CUT_STR("registry_entries"));
    const cut_values *said = &r->heard[index].said[CUT_XMP];
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
    return cut_ident_find(&reading->record->arena, inputs.v, inputs.n, reading->agencies.items,
                          reading->agencies.count, &reading->record->ids, err);
}
