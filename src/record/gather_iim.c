/*
 * What IIM says: its texts decoded with the help of their XMP twins, then one pass over the data
 * sets. Of a data set that may not repeat and does, the last counts (as ExifTool has it).
 */
#include "base/error.h"
#include "record/dates.h"
#include "record/lookup.h"
#include "record/values.h"

#include <stdio.h>

/* Decodes the data sets; the first XMP value of each field is the twin of its IIM value. */
static cutline_status decode(cut_reading *r, cutline_error *err)
{
    cut_iim_twin twins[CUT_FIELD_COUNT];
    size_t n = 0;
    bool wanted = cut_iim_wants_twins(&r->iim);
    for (size_t i = 0; wanted && i < cut_field_count; i++) {
        const cutline_field_info *info = &cut_fields[i].info;
        const cut_values *xmp = &r->heard[i].said[CUT_XMP];
        if (info->iim_record && xmp->n > 0 && xmp->v[0].text)
            twins[n++] = (cut_iim_twin){.record = (uint8_t)info->iim_record,
                                        .number = (uint8_t)info->iim_dataset,
                                        .text = cut_str_from(xmp->v[0].text)};
    }
    return cut_iim_decode(r->scratch, &r->iim, twins, n, &r->record->findings, err);
}

static bool is_graphic(uint8_t c)
{
    return c > 0x20 && c < 0x7F;
}

/* IIM 4.2, 1:90: "ESC 2/5 4/7" says UTF-8; other escape sequences are spelt out: "ESC - A". */
static bool charset_name(cut_arena *a, cut_view raw, cut_str *out)
{
    *out = CUT_STR("UTF-8");
    if (raw.n == 3 && memcmp(raw.p, "\x1B%G", 3) == 0)
        return true;
    char *name = cut_arena_alloc(a, raw.n * 4 + 1, 1);
    size_t n = 0;
    if (!name)
        return false;
    for (size_t i = 0; i < raw.n; i++) {
        if (i > 0)
            name[n++] = ' ';
        if (raw.p[i] == 0x1B)
            n += (size_t)snprintf(name + n, 4, "ESC");
        else
            n += (size_t)snprintf(name + n, 4, is_graphic(raw.p[i]) ? "%c" : "x%02X", raw.p[i]);
    }
    *out = (cut_str){name, n};
    return true;
}

/* IIM 4.2, 3:10: manufacturer (2 octets), equipment (2), date CCYYMMDD (8), number (4; 2 in files
 * that leave the last two out). */
static bool picture_number(cut_arena *a, cut_view raw, cut_str *out)
{
    *out = (cut_str){0};
    if (raw.n < 14)
        return true;
    const uint8_t *p = raw.p;
    uint32_t number = (uint32_t)p[12] << 8 | p[13];
    if (raw.n >= 16)
        number = number << 16 | (uint32_t)p[14] << 8 | p[15];
    char date[9] = "";
    for (int i = 0; i < 8; i++)
        date[i] = is_graphic(p[4 + i]) ? (char)p[4 + i] : '?';
    *out = cut_str_from(
        cut_arena_printf(a, "%u %u %s %u", p[0] << 8 | p[1], p[2] << 8 | p[3], date, number));
    return out->p != NULL;
}

/* 2:04 "001:Current" and 2:12 "IPTC:10020211:Name": the part that XMP holds. */
static cut_str after_colon(cut_str text, bool to_next)
{
    size_t colon = cut_str_find_char(text, ':', 0);
    if (colon == SIZE_MAX)
        return text;
    cut_str rest = cut_str_slice(text, colon + 1, text.n);
    size_t end = to_next ? cut_str_find_char(rest, ':', 0) : SIZE_MAX;
    return cut_str_slice(rest, 0, end == SIZE_MAX ? rest.n : end);
}

static bool time_text(cut_reading *r, const cut_iim_dataset *set, cut_str *out)
{
    cut_date time = {.hour = -1, .minute = -1, .second = -1};
    char iso[CUT_DATE_SIZE];
    *out = set->text;
    if (!cut_date_parse_time(set->text, &time))
        return true;
    *out = cut_str_from(cut_arena_copy_z(r->scratch, cut_date_format_time(&time, iso)));
    return out->p != NULL;
}

/* IIM 4.2, 2:55: CCYYMMDD. Some writers cut an ISO date at 8 octets: "2015-09-". */
static void check_date_form(cut_reading *r, const cut_field_row *row, const cut_iim_dataset *set)
{
    if (!cut_str_all_digits(cut_str_trim(set->text)))
        cut_finding_add(&r->record->findings, "bad-date", row->info.name,
                        "IIM %u:%02u says \"%.*s\", which is not of the form CCYYMMDD", set->record,
                        set->number, CUT_FMT(cut_start_of(set->text, 40)));
}

/* Date and time data sets as one text, so that the date is read in one place. */
static bool date_time_text(cut_reading *r, const cut_field_row *row, const cut_iim_dataset *set,
                           cut_str *out)
{
    const cut_iim_dataset *time =
        row->iim_time ? cut_iim_find(&r->iim, set->record, row->iim_time, 0) : NULL;
    cut_date date, clock = {.hour = -1, .minute = -1, .second = -1};
    char iso[CUT_DATE_SIZE];
    *out = set->text;
    if (cut_date_is_blank(set->text) || !cut_date_parse(set->text, &date))
        return true;
    check_date_form(r, row, set);
    if (!time || !date.day || date.hour >= 0 || !cut_date_parse_time(time->text, &clock))
        return true;
    clock.year = date.year;
    clock.month = date.month;
    clock.day = date.day;
    *out = cut_str_from(cut_arena_copy_z(r->scratch, cut_date_format(&clock, iso)));
    return out->p != NULL;
}

/* What a data set says in the words of its field; false if memory runs out. */
static bool said_by(cut_reading *r, const cut_field_row *row, const cut_iim_dataset *set,
                    cut_str *out)
{
    *out = set->text;
    switch (row->codec) {
    case CUT_CODEC_DATE_TIME:
        return date_time_text(r, row, set, out);
    case CUT_CODEC_TIME:
        return time_text(r, set, out);
    case CUT_CODEC_PREFIXED:
        *out = after_colon(set->text, false);
        return true;
    case CUT_CODEC_SUBJECT:
        *out = after_colon(set->text, true);
        return true;
    case CUT_CODEC_CHARSET:
        return charset_name(r->scratch, set->raw, out);
    case CUT_CODEC_PICTURE_NUMBER:
        return picture_number(r->scratch, set->raw, out);
    default:
        return true;
    }
}

static void check_length(cut_reading *r, const cut_field_row *row, const cut_iim_dataset *set)
{
    if (row->info.iim_max && set->raw.n > row->info.iim_max)
        cut_finding_add(&r->record->findings, "iim-over-limit", row->info.name,
                        "IIM %u:%02u has %zu octets, the standard allows %u", set->record,
                        set->number, set->raw.n, row->info.iim_max);
}

/* Values of a field while they are collected. */
typedef struct collected {
    cutline_value *v;
    uint32_t *octets;
    size_t n, room;
} collected;

static bool add_value(cut_reading *r, size_t index, const cut_iim_dataset *set, collected *c)
{
    cut_arena *a = &r->record->arena;
    const cut_field_row *row = &cut_fields[index];
    cut_str text;
    if (!said_by(r, row, set, &text))
        return false;
    if (!cut_counts(r, text) || (!text.p && set->raw.n > 0))
        return true;
    if (!c->v) {
        c->v = CUT_NEW_ARRAY(a, cutline_value, c->room);
        c->octets = CUT_NEW_ARRAY(a, uint32_t, c->room);
        if (!c->v || !c->octets)
            return false;
    }
    check_length(r, row, set);
    size_t at = row->iim_repeats ? c->n : 0;
    c->v[at].text = cut_arena_copy(a, text);
    c->octets[at] = (uint32_t)set->raw.n;
    c->n = at + 1;
    return c->v[at].text != NULL;
}

static bool collect(cut_reading *r, collected by_field[CUT_FIELD_COUNT])
{
    for (size_t i = 0; i < r->iim.sets.n; i++) {
        int index = cut_field_of_iim(r->iim.sets.v[i].record, r->iim.sets.v[i].number);
        if (index >= 0)
            by_field[index].room++;
    }
    for (size_t i = 0; i < r->iim.sets.n; i++) {
        const cut_iim_dataset *set = &r->iim.sets.v[i];
        int index = cut_field_of_iim(set->record, set->number);
        if (index >= 0 && !add_value(r, (size_t)index, set, &by_field[index]))
            return false;
    }
    return true;
}

cutline_status cut_gather_iim(cut_reading *reading, cutline_error *err)
{
    collected by_field[CUT_FIELD_COUNT] = {{0}};
    cutline_status status = decode(reading, err);
    if (status != CUTLINE_OK)
        return status;
    if (!collect(reading, by_field))
        return cut_no_memory(err);
    for (size_t i = 0; i < cut_field_count; i++) {
        if (by_field[i].n == 0)
            continue;
        reading->heard[i].said[CUT_IIM] = (cut_values){by_field[i].v, by_field[i].n};
        reading->heard[i].iim_octets = by_field[i].octets;
        if (cut_fields[i].codec == CUT_CODEC_DATE_TIME &&
            !cut_values_normalise_dates(reading, i, CUT_IIM))
            return cut_no_memory(err);
    }
    return CUTLINE_OK;
}
