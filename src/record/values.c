#include "record/values.h"

#include "record/dates.h"

const char *cut_voice_label(cut_voice voice)
{
    static const char *const labels[CUT_VOICES] = {"EXIF", "IIM", "XMP"};
    return labels[voice];
}

bool cut_values_text(cut_arena *a, cut_str text, cut_values *out)
{
    *out = (cut_values){0};
    if (cut_is_blank(text))
        return true;
    cutline_value *v = CUT_NEW(a, cutline_value);
    if (!v)
        return false;
    v->text = cut_arena_copy(a, text);
    *out = (cut_values){v, 1};
    return v->text != NULL;
}

/* No date is given. Zeros are what a camera without a clock writes; ExifTool's MWG module takes
 * them for a date. */
static bool is_no_date(const cut_reading *r, cut_voice voice, cut_str text)
{
    if (voice == CUT_EXIF && r->record->policy == CUTLINE_POLICY_MWG)
        return cut_date_is_blank(text) && cut_str_find_char(text, '0', 0) == SIZE_MAX;
    return cut_date_is_blank(text);
}

/* One date; *keep is cleared if it says nothing. */
static bool normalise_date(cut_reading *r, size_t field, cut_voice voice, cutline_value *value,
                           bool *keep)
{
    char iso[CUT_DATE_SIZE];
    cut_date date;
    cut_str text = cut_str_from(value->text);
    *keep = !is_no_date(r, voice, text);
    if (!*keep)
        return true;
    if (!cut_date_parse(text, &date)) {
        cut_finding_add(&r->record->findings, "bad-date", cut_fields[field].info.name,
                        "%s says \"%.*s\", which is no date", cut_voice_label(voice),
                        CUT_FMT(cut_start_of(text, 60)));
        return true;
    }
    cut_date_format(&date, iso);
    if (cut_str_eq(cut_str_from(iso), text))
        return true;
    value->text = cut_arena_copy_z(&r->record->arena, iso);
    return value->text != NULL;
}

bool cut_values_normalise_dates(cut_reading *r, size_t field, cut_voice voice)
{
    cut_values *said = &r->heard[field].said[voice];
    cutline_value *v = CUT_NEW_ARRAY(&r->record->arena, cutline_value, said->n);
    size_t n = 0;
    if (!v)
        return false;
    for (size_t i = 0; i < said->n; i++) {
        bool keep;
        v[n] = said->v[i];
        if (!normalise_date(r, field, voice, &v[n], &keep))
            return false;
        n += keep;
    }
    *said = (cut_values){v, n};
    return true;
}
