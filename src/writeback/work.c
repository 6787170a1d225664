#include "writeback/work.h"

#include "base/error.h"
#include "base/limits.h"
#include "record/agree.h"
#include "record/dates.h"
#include "record/exif_tags.h"
#include "writeback/irb_edit.h"
#include "writeback/xmp_edit.h"

/* ---- what the blocks say ----------------------------------------------------------------------
 */

/* Texts as the reader hands them out: without white space around them. */
static bool same_text(const char *a, const char *b)
{
    return cut_str_eq(cut_str_trim(cut_str_from(a)), cut_str_trim(cut_str_from(b)));
}

/* The reader writes dates in one form; that UTC is "Z" in XMP and "+00:00" in EXIF says nothing. */
static bool same_date(const char *a, const char *b)
{
    cut_date x, y;
    char x_text[CUT_DATE_SIZE], y_text[CUT_DATE_SIZE];
    if (!cut_date_parse(cut_str_from(a), &x) || !cut_date_parse(cut_str_from(b), &y))
        return same_text(a, b);
    y.zulu = x.zulu;
    return strcmp(cut_date_format(&x, x_text), cut_date_format(&y, y_text)) == 0;
}

static const char *text_in(const cut_values *said, const char *lang)
{
    for (size_t i = 0; i < said->n; i++) {
        const char *other = said->v[i].lang ? said->v[i].lang : "x-default";
        if (cut_str_eq_nocase(cut_str_from(other), cut_str_from(lang)))
            return said->v[i].text;
    }
    return NULL;
}

static bool says_languages(const cut_values *said, const cut_change *c)
{
    for (size_t i = 0; i < c->count; i++) {
        const char *lang = c->values[i].lang ? c->values[i].lang : "x-default";
        const char *text = text_in(said, lang), *wanted = c->values[i].text;
        if (!text != !wanted || (wanted && !same_text(text, wanted)))
            return false;
    }
    return true;
}

static bool says_one(const cut_values *said, const cut_change *c)
{
    const char *wanted = c->values[0].text;
    if (said->n != 1 || !said->v[0].text)
        return false;
    switch (c->row->codec) {
    case CUT_CODEC_RATIONAL: /* 28/10 for 2.8: the reader has its own way to write it */
    case CUT_CODEC_EXPOSURE:
        return true;
    case CUT_CODEC_DATE_TIME:
        return same_date(said->v[0].text, wanted);
    default:
        return same_text(said->v[0].text, wanted);
    }
}

bool cut_xmp_says(cut_arena *scratch, const cut_reading *r, const cut_change *change)
{
    const cut_values *said = &r->heard[change->row - cut_fields].said[CUT_XMP];
    if (!change->row->xmp_name)
        return true;
    if (change->count == 0)
        return said->n == 0;
    switch (change->row->info.kind) {
    case CUTLINE_KIND_LANG_ALT:
        return says_languages(said, change);
    case CUTLINE_KIND_TEXT:
    case CUTLINE_KIND_DATE:
        return says_one(said, change);
    default:
        return cut_values_alike(scratch, *said, (cut_values){change->values, change->count});
    }
}

/* The data sets of a field against the values it is to have. */
static bool has_values(cut_arena *scratch, const cut_iim *iim, const cut_change *c)
{
    const cutline_field_info *info = &c->row->info;
    uint8_t record = (uint8_t)info->iim_record, number = (uint8_t)info->iim_dataset;
    bool removed, one = info->kind == CUTLINE_KIND_LANG_ALT, cut;
    const char *text = one ? cut_change_text(c, &removed) : NULL;
    size_t wanted = one ? (text ? 1 : 0) : c->count, n = 0;
    if (one && !text && !removed)
        return true;
    if (!c->row->iim_repeats && wanted > 1)
        wanted = 1;
    for (size_t i = 0; i < wanted; i++) {
        cut_str value = cut_iim_value(scratch, c->row, one ? text : c->values[i].text, &cut);
        if (!value.p)
            continue;
        const cut_iim_dataset *set = cut_iim_find(iim, record, number, n++);
        if (!set || !cut_str_eq(set->text, value))
            return false;
    }
    return cut_iim_find(iim, record, number, n) == NULL;
}

static bool has_time(const cut_iim *iim, const cut_change *c)
{
    cut_date wanted, there = {.hour = -1, .minute = -1, .second = -1};
    uint8_t record = (uint8_t)c->row->info.iim_record;
    if (c->row->iim_time == 0)
        return true;
    const cut_iim_dataset *set = cut_iim_find(iim, record, c->row->iim_time, 0);
    bool timed = c->count > 0 && cut_date_parse(cut_str_from(c->values[0].text), &wanted) &&
                 wanted.hour >= 0;
    if (!timed || !set)
        return !timed && !set;
    return cut_date_parse_time(set->text, &there) && there.hour == wanted.hour &&
           there.minute == (wanted.minute < 0 ? 0 : wanted.minute) &&
           there.second == (wanted.second < 0 ? 0 : wanted.second) &&
           there.has_zone == wanted.has_zone && (!there.has_zone || there.zone == wanted.zone);
}

bool cut_iim_says(cut_arena *scratch, const cut_reading *r, const cut_change *change)
{
    return change->row->info.iim_record == 0 ||
           (has_values(scratch, &r->iim, change) && has_time(&r->iim, change));
}

bool cut_exif_says(const cut_exif *exif, const cut_tiff_set *set)
{
    cut_exif_ifd ifd = set->dir == CUT_TIFF_IFD0 ? CUT_EXIF_IFD0 : CUT_EXIF_IFD_EXIF;
    const cut_exif_entry *entry = cut_exif_find(exif, ifd, set->tag);
    if (set->remove)
        return !entry;
    return entry && entry->type == set->type && entry->count == set->count &&
           entry->data.n >= set->bytes.n && memcmp(entry->data.p, set->bytes.p, set->bytes.n) == 0;
}

/* ---- which blocks must change -----------------------------------------------------------------
 */

static bool holds_iim(const char *format)
{
    return strcmp(format, "jpeg") == 0 || strcmp(format, "tiff") == 0 || strcmp(format, "dng") == 0;
}

bool cut_work_has_iim(const cut_work *work)
{
    return !work->metadata_date &&
           (work->content->reading->has_iim ||
            (work->options->iim && holds_iim(work->content->layout.format)));
}

/* EXIF does not say a change; false if memory runs out. */
static bool weigh_exif(cut_work *work, const cut_change *c, bool *differs)
{
    cut_tiff_sets sets = {0};
    const cut_exif *exif = &work->content->reading->exif;
    cut_changes one = {c, 1};
    if (work->metadata_date)
        return true;
    if (!cut_exif_sets(work->arena, &one, exif, &sets))
        return false;
    for (size_t i = 0; i < sets.n; i++)
        *differs |= !cut_exif_says(exif, &sets.v[i]);
    work->exif |= *differs;
    return true;
}

/* Changes that take a field out have nothing to write. */
static bool has_place(const cut_work *work, const cut_change *c)
{
    const cut_field_row *row = c->row;
    return c->count == 0 || row->xmp_name || (row->info.iim_record && cut_work_has_iim(work)) ||
           (!work->metadata_date && cut_exif_takes(c, &work->content->reading->exif));
}

/* MWG 2.0 has no use for XPTitle and its like, and Windows itself hears them last: they stay as
 * they are, which is worth knowing. */
static void note_windows(cut_work *work, const cut_change *c)
{
    for (size_t i = 0; i < cut_windows_tag_count; i++)
        if (c->row == &cut_fields[cut_windows_tags[i].field] &&
            cut_exif_find(&work->content->reading->exif, CUT_EXIF_IFD0, cut_windows_tags[i].tag))
            cut_finding_add(work->findings, "not-written", c->row->info.name,
                            "the tag 0x%04x that Windows has written for %s is left as it is",
                            cut_windows_tags[i].tag, c->row->info.name);
}

static bool weigh(cut_work *work, const cut_change *c)
{
    const cut_reading *r = work->content->reading;
    bool xmp = !cut_xmp_says(work->arena, r, c), exif = false;
    bool iim = cut_work_has_iim(work) && !cut_iim_says(work->arena, r, c);
    work->xmp |= xmp;
    work->iim |= iim;
    if (!weigh_exif(work, c, &exif))
        return false;
    if (!xmp && !iim && !exif)
        return true;
    if (!work->metadata_date)
        note_windows(work, c);
    return CUT_PUSH(work->arena, &work->fields, c->row->info.name);
}

cutline_status cut_work_weigh(cut_work *work, cutline_error *err)
{
    for (size_t i = 0; i < work->changes->n; i++) {
        const cut_change *c = &work->changes->v[i];
        if (!weigh(work, c))
            return cut_no_memory(err);
        if (!has_place(work, c))
            cut_finding_add(work->findings, "not-written", c->row->info.name,
                            "%s has a place in IIM only, and the file has none (see --iim)",
                            c->row->info.name);
    }
    return CUTLINE_OK;
}

/* ---- new forms of blocks ----------------------------------------------------------------------
 */

cutline_status cut_work_exif(const cut_work *work, cut_view old, cut_view *out, cutline_error *err)
{
    cut_tiff_sets sets = {0};
    if (!cut_exif_sets(work->arena, work->changes, &work->content->reading->exif, &sets))
        return cut_no_memory(err);
    return cut_tiff_rewrite(work->arena, old, sets.v, sets.n, out, err);
}

cutline_status cut_work_exif_beside(const cut_work *work, cut_view old, cut_view *out,
                                    cutline_error *err)
{
    cut_exif exif = {.tags = NULL};
    cut_tiff_sets all = {0}, sets = {0};
    cut_findings ignored = cut_findings_in(work->arena);
    *out = (cut_view){NULL, 0};
    cutline_status status = cut_exif_parse(work->arena, old, 0, NULL, &exif, &ignored, err);
    if (status != CUTLINE_OK)
        return status;
    if (!cut_exif_sets(work->arena, work->changes, &exif, &all))
        return cut_no_memory(err);
    for (size_t i = 0; i < all.n; i++) {
        cut_exif_ifd ifd = all.v[i].dir == CUT_TIFF_IFD0 ? CUT_EXIF_IFD0 : CUT_EXIF_IFD_EXIF;
        if (cut_exif_find(&exif, ifd, all.v[i].tag) && !CUT_PUSH(work->arena, &sets, all.v[i]))
            return cut_no_memory(err);
    }
    if (sets.n == 0)
        return CUTLINE_OK;
    status = cut_tiff_rewrite(work->arena, old, sets.v, sets.n, out, err);
    if (status == CUTLINE_MALFORMED || status == CUTLINE_LIMIT)
        *out = (cut_view){NULL, 0};
    return status == CUTLINE_NO_MEMORY ? status : CUTLINE_OK;
}

cutline_status cut_work_xmp(const cut_work *work, cut_view old, size_t max, bool remove_only,
                            const char *extension, cut_view *out, cutline_error *err)
{
    cut_place place;
    bool moves = !remove_only && cut_place_read(work->changes, work->content->reading, &place);
    cut_xmp_job job = {.arena = work->arena,
                       .changes = work->changes,
                       .place = moves ? &place : NULL,
                       .remove_only = remove_only,
                       .metadata_date = work->metadata_date,
                       .serves = work->serves,
                       .extension = extension,
                       .max = max,
                       .padded = !work->metadata_date && !remove_only};
    return cut_xmp_edit(&job, old, out, err);
}

/* The XMP values of all fields, by which the charset of the old IIM is told (record/gather_iim.c).
 */
static cut_iim_job iim_job(const cut_work *work, cut_iim_twin twins[CUT_FIELD_COUNT])
{
    size_t n = 0;
    for (size_t i = 0; i < cut_field_count; i++) {
        const cutline_field_info *info = &cut_fields[i].info;
        const cut_values *xmp = &work->content->reading->heard[i].said[CUT_XMP];
        if (info->iim_record && xmp->n > 0 && xmp->v[0].text)
            twins[n++] = (cut_iim_twin){.record = (uint8_t)info->iim_record,
                                        .number = (uint8_t)info->iim_dataset,
                                        .text = cut_str_from(xmp->v[0].text)};
    }
    return (cut_iim_job){.arena = work->arena,
                         .changes = work->changes,
                         .twins = twins,
                         .twin_count = n,
                         .findings = work->findings};
}

cutline_status cut_work_iim(const cut_work *work, cut_view old, cut_view *out, cutline_error *err)
{
    cut_iim_twin twins[CUT_FIELD_COUNT];
    cut_iim_job job = iim_job(work, twins);
    return cut_iim_edit(&job, old, out, err);
}

cutline_status cut_work_irb(const cut_work *work, cut_view old, cut_view *out, cutline_error *err)
{
    cut_iim_twin twins[CUT_FIELD_COUNT];
    cut_iim_job job = iim_job(work, twins);
    return cut_irb_edit(&job, old, out, err);
}

cutline_status cut_work_irb_beside(const cut_work *work, cut_view old, cut_view old_iim,
                                   cut_view new_iim, cut_view *out, cutline_error *err)
{
    cut_iim_twin twins[CUT_FIELD_COUNT];
    cut_iim_job job = iim_job(work, twins);
    return cut_irb_follow(&job, old, old_iim, new_iim, out, err);
}
