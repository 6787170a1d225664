#include "record/exposure.h"

#include "record/values.h"

/* Cameras show times up to a quarter of a second as 1/n. */
#define LONGEST_FRACTION 0.2501
/* No shutter is faster than this; a smaller number is damage, and its n would not fit. */
#define SHORTEST_FRACTION 1e-9

char *cut_exposure_format(double seconds, char out[CUT_NUMBER_SIZE])
{
    if (seconds < SHORTEST_FRACTION || seconds > LONGEST_FRACTION)
        return cut_number_format(seconds, out);
    out[0] = '1';
    out[1] = '/';
    out[2 + cut_u64_put(out + 2, (uint64_t)(1 / seconds + 0.5))] = '\0';
    return out;
}

static const char *format(size_t field, double value, char out[CUT_NUMBER_SIZE])
{
    return cut_fields[field].codec == CUT_CODEC_EXPOSURE ? cut_exposure_format(value, out)
                                                         : cut_number_format(value, out);
}

bool cut_values_normalise_rationals(cut_reading *r, size_t field, cut_voice voice)
{
    cut_values *said = &r->heard[field].said[voice];
    char number[CUT_NUMBER_SIZE];
    double value;
    if (said->n == 0 || !said->v[0].text ||
        !cut_rational_parse(cut_str_from(said->v[0].text), &value))
        return true;
    return cut_values_text(&r->record->arena, cut_str_from(format(field, value, number)), said);
}

bool cut_gather_rational(cut_reading *r, size_t field)
{
    const cut_field_row *row = &cut_fields[field];
    char number[CUT_NUMBER_SIZE];
    double value;
    uint16_t tag = (uint16_t)row->info.exif_tag;
    cut_exif_ifd ifd = cut_exif_place(&r->exif, (cut_exif_ifd)row->exif_ifd, tag);
    if (!cut_exif_rational(&r->exif, ifd, tag, 0, &value))
        return true;
    return cut_values_text(&r->record->arena, cut_str_from(format(field, value, number)),
                           &r->heard[field].said[CUT_EXIF]);
}
