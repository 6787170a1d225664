/*
 * What EXIF says. Texts are UTF-8 by MWG 2.0 where they are valid UTF-8, else CP1252 (cut_exif_text
 * does it); dates are joined with their sub-seconds and UTC offset.
 */
#include "base/error.h"
#include "record/dates.h"
#include "record/exif_tags.h"
#include "record/exposure.h"
#include "record/values.h"

static cut_str exif_text(cut_reading *r, const cut_field_row *row)
{
    uint16_t tag = (uint16_t)row->info.exif_tag;
    cut_exif_ifd ifd = cut_exif_place(&r->exif, (cut_exif_ifd)row->exif_ifd, tag);
    return cut_exif_text(r->scratch, &r->exif, ifd, tag);
}

/* Cameras pad texts with spaces. ExifTool shows them, so policy MWG, which is held against it,
 * keeps them. */
static cut_str without_padding(const cut_reading *r, cut_str text)
{
    return r->record->policy == CUTLINE_POLICY_MWG ? text : cut_str_trim(text);
}

/* "2016:05:02 14:03:22" with the sub-seconds and offset of tags of their own (Exif 2.32, 4.6.5). */
static bool gather_date(cut_reading *r, size_t index)
{
    const cut_field_row *row = &cut_fields[index];
    cut_values *said = &r->heard[index].said[CUT_EXIF];
    cut_str text = exif_text(r, row);
    char iso[CUT_DATE_SIZE];
    cut_date date;
    if (!cut_date_parse(text, &date) || date.second < 0)
        return cut_values_text(&r->record->arena, text, said) &&
               cut_values_normalise_dates(r, index, CUT_EXIF);
    if (!date.fraction[0]) {
        cut_str subsec = cut_exif_text(r->scratch, &r->exif, CUT_EXIF_IFD_EXIF, row->exif_subsec);
        for (size_t n = 0; n < subsec.n && n < CUT_DATE_FRACTION && cut_is_digit(subsec.p[n]); n++)
            date.fraction[n] = subsec.p[n];
    }
    if (!date.has_zone)
        (void)cut_date_parse_zone(
            cut_exif_text(r->scratch, &r->exif, CUT_EXIF_IFD_EXIF, row->exif_offset), &date);
    return cut_values_text(&r->record->arena, cut_str_from(cut_date_format(&date, iso)), said);
}

/* The closing quote of a part: behind it the text ends or the next part begins. Writers that know
 * nothing of lists put quotes anywhere. */
static bool closes(cut_str rest, size_t at)
{
    cut_str behind = cut_str_slice(rest, at + 1, rest.n);
    return behind.n == 0 || cut_str_starts(behind, CUT_STR("; "));
}

/* The next name of an MWG list (MWG 2.0, 5.3): parts stand apart by "; "; a part that holds this or
 * starts with a quote is quoted, its quotes doubled. Writes it to `out` and moves past it. */
static cut_str next_quoted(cut_str *rest, char *out)
{
    size_t i = 1, n = 0;
    for (; i < rest->n && !(rest->p[i] == '"' && closes(*rest, i)); i++) {
        if (rest->p[i] == '"' && i + 1 < rest->n && rest->p[i + 1] == '"')
            i++;
        out[n++] = rest->p[i];
    }
    *rest = i + 3 < rest->n ? cut_str_slice(*rest, i + 3, rest->n) : (cut_str){0};
    return (cut_str){out, n};
}

static cut_str next_plain(cut_str *rest, cut_str separator)
{
    size_t end = cut_str_find(*rest, separator, 0);
    cut_str part = cut_str_slice(*rest, 0, end == SIZE_MAX ? rest->n : end);
    *rest = end == SIZE_MAX ? (cut_str){0} : cut_str_slice(*rest, end + separator.n, rest->n);
    return part;
}

static size_t count_parts(cut_str text, cut_str separator)
{
    size_t n = 1;
    for (size_t at = 0; (at = cut_str_find(text, separator, at)) != SIZE_MAX; at += separator.n)
        n++;
    return n;
}

/* Splits a list in a text. With `quotes` by the MWG rules, else at every separator. */
static bool split_list(cut_reading *r, cut_str text, cut_str separator, bool quotes,
                       cut_values *out)
{
    cut_arena *a = &r->record->arena;
    cutline_value *v = CUT_NEW_ARRAY(a, cutline_value, count_parts(text, separator));
    char *unquoted = cut_arena_alloc(r->scratch, text.n + 1, 1);
    size_t n = 0;
    if (!v || !unquoted)
        return false;
    for (cut_str rest = text; rest.p && rest.n > 0;) {
        cut_str part = quotes && rest.p[0] == '"' ? next_quoted(&rest, unquoted)
                                                  : next_plain(&rest, separator);
        if (cut_is_blank(part))
            continue;
        part = without_padding(r, part);
        v[n].text = cut_arena_copy(a, part);
        if (!v[n++].text)
            return false;
    }
    *out = (cut_values){v, n};
    return true;
}

static bool gather_number(cut_reading *r, size_t index)
{
    const cut_field_row *row = &cut_fields[index];
    uint32_t number;
    char text[20];
    uint16_t tag = (uint16_t)row->info.exif_tag;
    cut_exif_ifd ifd = cut_exif_place(&r->exif, (cut_exif_ifd)row->exif_ifd, tag);
    if (!cut_exif_uint(&r->exif, ifd, tag, 0, &number))
        return true;
    return cut_values_text(&r->record->arena, (cut_str){text, cut_u64_put(text, number)},
                           &r->heard[index].said[CUT_EXIF]);
}

/* Degrees, minutes and seconds of a GPS tag; the reference ('N', 'S', 'E', 'W') is the tag before
 * it (Exif 2.32, 4.6.6). */
static bool gps_degrees(cut_reading *r, uint16_t tag, double *out)
{
    double part;
    if (!cut_exif_rational(&r->exif, CUT_EXIF_IFD_GPS, tag, 0, out))
        return false;
    if (cut_exif_rational(&r->exif, CUT_EXIF_IFD_GPS, tag, 1, &part))
        *out += part / 60;
    if (cut_exif_rational(&r->exif, CUT_EXIF_IFD_GPS, tag, 2, &part))
        *out += part / 3600;
    cut_str ref = cut_exif_text(r->scratch, &r->exif, CUT_EXIF_IFD_GPS, (uint16_t)(tag - 1));
    char direction = ref.n > 0 ? cut_to_upper(ref.p[0]) : '\0';
    if (direction == 'S' || direction == 'W')
        *out = -*out;
    return true;
}

static bool add_number(cut_arena *a, cutline_member *member, const char *name, double value)
{
    char text[CUT_NUMBER_SIZE];
    cut_values values;
    if (!cut_values_text(a, cut_str_from(cut_number_format(value, text)), &values))
        return false;
    *member = (cutline_member){.name = name, .values = values.v, .count = values.n};
    return true;
}

/* The position as an IPTC location: latitude, longitude, altitude (metres, below the sea negative).
 * The zero point that GPS receivers write without a fix is no position. */
static bool gather_gps(cut_reading *r, size_t index)
{
    cut_arena *a = &r->record->arena;
    double latitude, longitude, altitude;
    uint32_t below = 0;
    size_t n = 2;
    if (!gps_degrees(r, 0x0002, &latitude) || !gps_degrees(r, 0x0004, &longitude) ||
        (latitude == 0 && longitude == 0))
        return true;
    cutline_member *members = CUT_NEW_ARRAY(a, cutline_member, 3);
    cutline_value *v = CUT_NEW(a, cutline_value);
    if (!members || !v || !add_number(a, &members[0], "GPSLatitude", latitude) ||
        !add_number(a, &members[1], "GPSLongitude", longitude))
        return false;
    if (cut_exif_rational(&r->exif, CUT_EXIF_IFD_GPS, 0x0006, 0, &altitude)) {
        (void)cut_exif_uint(&r->exif, CUT_EXIF_IFD_GPS, 0x0005, 0, &below);
        if (!add_number(a, &members[n++], "GPSAltitude", below == 1 ? -altitude : altitude))
            return false;
    }
    *v = (cutline_value){.members = members, .member_count = n};
    r->heard[index].said[CUT_EXIF] = (cut_values){v, 1};
    return true;
}

static bool gather_text(cut_reading *r, size_t index)
{
    cut_str text = without_padding(r, exif_text(r, &cut_fields[index]));
    return cut_values_text(&r->record->arena, text, &r->heard[index].said[CUT_EXIF]);
}

static bool gather_field(cut_reading *r, size_t index)
{
    const cut_field_row *row = &cut_fields[index];
    cut_values *said = &r->heard[index].said[CUT_EXIF];
    switch (row->codec) {
    case CUT_CODEC_DATE_TIME:
        return gather_date(r, index);
    case CUT_CODEC_ARTIST:
        return split_list(r, exif_text(r, row), CUT_STR("; "), true, said);
    case CUT_CODEC_NUMBER:
        return gather_number(r, index);
    case CUT_CODEC_RATIONAL:
    case CUT_CODEC_EXPOSURE:
        return cut_gather_rational(r, index);
    case CUT_CODEC_GPS:
        return gather_gps(r, index);
    default:
        return gather_text(r, index);
    }
}

/* Heard where the field itself has no EXIF value, and by policy newsroom only: MWG knows nothing of
 * these tags. Lists are separated by ';'. */
static bool gather_windows(cut_reading *r)
{
    for (size_t i = 0; i < cut_windows_tag_count; i++) {
        const cut_windows_tag *w = &cut_windows_tags[i];
        cut_values *said = &r->heard[w->field].said[CUT_EXIF];
        if (said->n > 0)
            continue;
        cut_str text = cut_exif_text(r->scratch, &r->exif, CUT_EXIF_IFD0, w->tag);
        bool done = cut_fields[w->field].info.kind == CUTLINE_KIND_LIST
                        ? split_list(r, text, CUT_STR(";"), false, said)
                        : cut_values_text(&r->record->arena, text, said);
        if (!done)
            return false;
    }
    return true;
}

cutline_status cut_gather_exif(cut_reading *reading, cutline_error *err)
{
    if (reading->exif.entries.n == 0)
        return CUTLINE_OK;
    for (size_t i = 0; i < cut_field_count; i++)
        if (cut_fields[i].info.exif_tag && !gather_field(reading, i))
            return cut_no_memory(err);
    if (reading->record->policy == CUTLINE_POLICY_NEWSROOM && !gather_windows(reading))
        return cut_no_memory(err);
    return CUTLINE_OK;
}
