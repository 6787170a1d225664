/* Flags a desk must see before a picture is used: AI, embargo, expiry, C2PA. */
#include "record/provenance.h"

#include "base/error.h"
#include "record/dates.h"
#include "record/reading.h"

cutline_source_class cut_source_class_of(cut_str text)
{
    cut_str code = cut_str_trim(text);
    for (size_t i = code.n; i > 0; i--)
        if (code.p[i - 1] == '/' || code.p[i - 1] == ':') {
            code = cut_str_slice(code, i, code.n);
            break;
        }
    for (size_t i = 0; i < cut_source_type_count; i++)
        if (cut_str_eq_nocase(code, cut_str_from(cut_source_types[i].code)))
            return cut_source_types[i].is;
    return CUTLINE_SOURCE_UNKNOWN;
}

const char *cutline_source_class_name(cutline_source_class source)
{
    static const char *const names[] = {"unknown",      "photograph",   "edited",
                                        "composite",    "ai-composite", "ai-generated",
                                        "illustration", "synthetic",    "screen-capture"};
    size_t count = sizeof names / sizeof names[0];
    return (size_t)source < count ? names[source] : names[0];
}

static const char *field_text(cutline_field *const *by_index, size_t index)
{
    return by_index[index] ? by_index[index]->values[0].text : NULL;
}

/* IIM 2:30 + 2:35 or 2:37 + 2:38, else the PRISM date. */
static bool moment(cut_arena *a, const char *date_text, const char *time_text, const char *prism,
                   const char **out)
{
    char iso[CUT_DATE_SIZE];
    cut_date date;
    *out = date_text ? date_text : prism;
    if (!date_text || !time_text || !cut_date_parse(cut_str_from(date_text), &date) || !date.day ||
        date.hour >= 0 || !cut_date_parse_time(cut_str_from(time_text), &date))
        return true;
    *out = cut_arena_copy_z(a, cut_date_format(&date, iso));
    return *out != NULL;
}

bool cut_provenance_of_fields(cut_arena *a, cutline_field *const *by_index, cutline_provenance *out)
{
    out->source =
        cut_source_class_of(cut_str_from(field_text(by_index, CUT_FIELD_digital_source_type)));
    return moment(a, field_text(by_index, CUT_FIELD_release_date),
                  field_text(by_index, CUT_FIELD_release_time),
                  field_text(by_index, CUT_FIELD_embargo_xmp), &out->embargo) &&
           moment(a, field_text(by_index, CUT_FIELD_expiration_date),
                  field_text(by_index, CUT_FIELD_expiration_time),
                  field_text(by_index, CUT_FIELD_expiration_xmp), &out->expiry);
}

static void note_ai(cutline_record *record)
{
    cutline_source_class source = record->provenance.source;
    if (source == CUTLINE_SOURCE_AI_GENERATED)
        cut_finding_add(&record->findings, "ai-generated", "digital_source_type",
                        "the digital source type says that generative AI made the picture");
    else if (source == CUTLINE_SOURCE_AI_COMPOSITE)
        cut_finding_add(&record->findings, "ai-generated", "digital_source_type",
                        "the digital source type says that generative AI made parts of the "
                        "picture");
}

cutline_status cut_judge_provenance(cutline_record *record, cutline_error *err)
{
    const cutline_provenance *p = &record->provenance;
    if (!cut_provenance_of_fields(&record->arena, record->by_index, &record->provenance))
        return cut_no_memory(err);
    note_ai(record);
    if (p->has_c2pa)
        cut_finding_add(&record->findings, "c2pa", NULL, "a C2PA manifest is present%s%s",
                        p->claim_generator ? ", made by " : "",
                        p->claim_generator ? p->claim_generator : "");
    return CUTLINE_OK;
}
