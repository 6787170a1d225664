#include "writeback/iim_edit.h"

#include "base/buf.h"
#include "base/error.h"
#include "base/limits.h"
#include "record/dates.h"

#define UTF8_ESCAPE CUT_STR("\x1B%G")
#define EXTENDED 0x8000u /* IIM 4.2, 1.5(d): from here on the count has a count */

typedef struct editor {
    const cut_iim_job *job;
    cut_iim iim;
    bool convert; /* to UTF-8 */
    bool declare; /* 1:90 says UTF-8 */
    bool done[CUT_FIELD_COUNT];
    cut_buf out;
} editor;

static void put_set(cut_buf *out, unsigned record, unsigned number, cut_str value)
{
    cut_buf_char(out, 0x1C);
    cut_buf_char(out, (char)record);
    cut_buf_char(out, (char)number);
    if (value.n >= EXTENDED) {
        cut_buf_add(out, "\x80\x04", 2);
        cut_buf_char(out, (char)(value.n >> 24));
        cut_buf_char(out, (char)(value.n >> 16));
    }
    cut_buf_char(out, (char)(value.n >> 8));
    cut_buf_char(out, (char)value.n);
    cut_buf_str_add(out, value);
}

/* ---- values -----------------------------------------------------------------------------------
 */

/* CCYYMMDD; what is not known is 00 (IIM 4.2, 2:55). */
static cut_str date_value(cut_arena *arena, const char *text)
{
    cut_date d;
    if (!cut_date_parse(cut_str_from(text), &d))
        return (cut_str){NULL, 0};
    return cut_str_from(cut_arena_printf(arena, "%04d%02d%02d", d.year, d.month, d.day));
}

/* HHMMSS+HHMM; without the offset where that is not known: to say UTC would be to lie. */
static cut_str time_value(cut_arena *arena, const cut_date *d)
{
    int zone = d->zone < 0 ? -d->zone : d->zone;
    int second = d->second < 0 ? 0 : d->second;
    const char *text = d->has_zone
                           ? cut_arena_printf(arena, "%02d%02d%02d%c%02d%02d", d->hour, d->minute,
                                              second, d->zone < 0 ? '-' : '+', zone / 60, zone % 60)
                           : cut_arena_printf(arena, "%02d%02d%02d", d->hour, d->minute, second);
    return cut_str_from(text);
}

static cut_str time_of_day(cut_arena *arena, const char *text)
{
    cut_date d = {.hour = -1, .minute = -1, .second = -1};
    if (!cut_date_parse_time(cut_str_from(text), &d) || d.hour < 0)
        return (cut_str){NULL, 0};
    return time_value(arena, &d);
}

cut_str cut_iim_value(cut_arena *arena, const cut_field_row *row, const char *text, bool *cut)
{
    cut_str value = cut_str_from(text);
    unsigned max = row->info.iim_max;
    *cut = false;
    switch (row->codec) {
    case CUT_CODEC_DATE_TIME:
        return date_value(arena, text);
    case CUT_CODEC_TIME:
        return time_of_day(arena, text);
    case CUT_CODEC_SUBJECT: /* IIM 4.2, 2:12: provider, number, three names that may be empty */
        return cut_str_from(cut_arena_printf(arena, "IPTC:%s:::", text));
    case CUT_CODEC_CHARSET:
    case CUT_CODEC_PICTURE_NUMBER:
        return (cut_str){NULL, 0};
    default:
        break;
    }
    if (max && value.n > max) {
        value.n = cut_utf8_floor(value, max);
        *cut = true;
    }
    return value;
}

/* Texts that the field is to have, in order; at most `room`. */
static size_t wanted_texts(const cut_change *change, const char **texts, size_t room)
{
    bool removed;
    size_t n = 0;
    if (change->row->info.kind == CUTLINE_KIND_LANG_ALT) {
        const char *text = cut_change_text(change, &removed);
        if (text)
            texts[n++] = text;
        return n;
    }
    size_t most = change->row->iim_repeats || change->count == 0 ? change->count : 1;
    for (size_t i = 0; i < most && n < room; i++)
        if (change->values[i].text)
            texts[n++] = change->values[i].text;
    return n;
}

static bool is_untouched(const cut_change *change)
{
    bool removed;
    return change->row->info.kind == CUTLINE_KIND_LANG_ALT && !cut_change_text(change, &removed) &&
           !removed;
}

static bool needs_utf8(const cut_changes *changes)
{
    for (size_t i = 0; i < changes->n; i++) {
        const cut_change *c = &changes->v[i];
        if (c->row->info.iim_record != 2)
            continue;
        for (size_t k = 0; k < c->count; k++)
            if (c->values[k].text && !cut_is_ascii(cut_str_from(c->values[k].text)))
                return true;
    }
    return false;
}

/* ---- the stream -------------------------------------------------------------------------------
 */

static const cut_change *change_of_set(const editor *e, unsigned record, unsigned number)
{
    for (size_t i = 0; i < e->job->changes->n; i++) {
        const cut_change *c = &e->job->changes->v[i];
        if (c->row->info.iim_record == record && !is_untouched(c) &&
            (c->row->info.iim_dataset == number ||
             (c->row->iim_time && c->row->iim_time == number)))
            return c;
    }
    return NULL;
}

static bool put_time(editor *e, const cut_change *c)
{
    cut_date d;
    if (!cut_date_parse(cut_str_from(c->values[0].text), &d) || d.hour < 0)
        return true;
    cut_str value = time_value(e->job->arena, &d);
    put_set(&e->out, c->row->info.iim_record, c->row->iim_time, value);
    return value.p != NULL;
}

/* The data sets of a change, once. False if memory runs out. */
static bool put_change(editor *e, const cut_change *c)
{
    size_t index = (size_t)(c->row - cut_fields), n;
    if (e->done[index] || e->job->remove_only)
        return true;
    e->done[index] = true;
    const char **texts = CUT_NEW_ARRAY(e->job->arena, const char *, c->count + 1);
    if (!texts)
        return false;
    n = wanted_texts(c, texts, c->count);
    for (size_t i = 0; i < n; i++) {
        bool cut;
        cut_str value = cut_iim_value(e->job->arena, c->row, texts[i], &cut);
        if (cut)
            cut_finding_add(e->job->findings, "iim-cut", c->row->info.name,
                            "IIM %u:%02u takes %u octets; the value of %zu is cut there",
                            c->row->info.iim_record, c->row->info.iim_dataset, c->row->info.iim_max,
                            strlen(texts[i]));
        if (value.p)
            put_set(&e->out, c->row->info.iim_record, c->row->info.iim_dataset, value);
    }
    return n == 0 || !c->row->iim_time || put_time(e, c);
}

static cut_str converted(const editor *e, const cut_iim_dataset *set)
{
    bool text = set->text.p && set->record >= 2 && set->record <= 6;
    return e->convert && text ? set->text : cut_str_of_view(set->raw);
}

/* New data sets that belong at or before the end of a record. */
static bool put_missing(editor *e, unsigned record)
{
    for (size_t i = 0; i < e->job->changes->n; i++) {
        const cut_change *c = &e->job->changes->v[i];
        if (c->row->info.iim_record && c->row->info.iim_record <= record && !is_untouched(c) &&
            !put_change(e, c))
            return false;
    }
    return true;
}

/* 1:90 stands after 1:00, which is the first of its record. */
static void put_charset(editor *e, const cut_iim_dataset *next)
{
    bool first = next && next->record == 1 && next->number < 90;
    if (!e->declare || first)
        return;
    put_set(&e->out, 1, 90, UTF8_ESCAPE);
    e->declare = false;
}

static bool put_sets(editor *e)
{
    for (size_t i = 0; i < e->iim.sets.n; i++) {
        const cut_iim_dataset *set = &e->iim.sets.v[i];
        put_charset(e, set);
        if (i > 0 && set->record > e->iim.sets.v[i - 1].record && !put_missing(e, set->record - 1u))
            return false;
        if (e->convert && set->record == 1 && set->number == 90)
            continue;
        const cut_change *c = change_of_set(e, set->record, set->number);
        if (!c)
            put_set(&e->out, set->record, set->number, converted(e, set));
        else if (!put_change(e, c))
            return false;
    }
    put_charset(e, NULL);
    return put_missing(e, UINT8_MAX);
}

/* What follows the last data set: zeros are padding and go; a stream that is broken there keeps
 * what comes behind, as it is. */
static cut_view broken_end(const editor *e, cut_view old, const cut_findings *found)
{
    const cut_iim_dataset *last = e->iim.sets.n > 0 ? &e->iim.sets.v[e->iim.sets.n - 1] : NULL;
    const uint8_t *end = last ? last->raw.p + last->raw.n : old.p;
    if (found->list.n == 0 || end < old.p || end > old.p + old.n)
        return (cut_view){NULL, 0};
    return (cut_view){end, (size_t)(old.p + old.n - end)};
}

/* The old stream, as far as it can be read. What was passed over on the way would be lost. */
static cutline_status read_old(editor *e, cut_view old, cut_view *rest, cutline_error *err)
{
    const cut_iim_job *job = e->job;
    cut_findings found = cut_findings_in(job->arena), guessed = cut_findings_in(job->arena);
    cutline_status status = cut_iim_parse(job->arena, old, 0, NULL, &e->iim, &found, err);
    for (size_t i = 0; status == CUTLINE_OK && i < found.list.n; i++)
        if (strcmp(found.list.v[i].code, "segment-skipped") == 0)
            status =
                cut_fail(err, CUTLINE_MALFORMED, "cannot edit the IIM: %s", found.list.v[i].detail);
    if (status != CUTLINE_OK)
        return status;
    *rest = broken_end(e, old, &found);
    return cut_iim_decode(job->arena, &e->iim, job->twins, job->twin_count, &guessed, err);
}

static bool says_utf8(const cut_iim *iim)
{
    const cut_iim_dataset *set = cut_iim_find(iim, 1, 90, 0);
    return set && cut_str_eq(cut_str_of_view(set->raw), UTF8_ESCAPE);
}

/* 1:90 stands behind texts that it is to be heard of: readers that go through the stream once hear
 * it too late. */
static bool is_late(const cut_iim *iim)
{
    bool texts = false;
    for (size_t i = 0; i < iim->sets.n; i++) {
        const cut_iim_dataset *set = &iim->sets.v[i];
        if (set->record == 1 && set->number == 90)
            return texts;
        texts |= set->record >= 2;
    }
    return false;
}

/* IIM 4.2, 2:00: mandatory, the version of the record. */
static void begin_new(editor *e)
{
    put_charset(e, NULL);
    put_set(&e->out, 2, 0, (cut_str){"\0\4", 2});
}

static cutline_status run(editor *e, cut_view old, cut_view *out, cutline_error *err)
{
    const cut_iim_job *job = e->job;
    cut_view rest;
    cutline_status status = read_old(e, old, &rest, err);
    if (status != CUTLINE_OK)
        return status;
    bool heard = says_utf8(&e->iim) && !is_late(&e->iim);
    e->convert = !job->remove_only && !heard && needs_utf8(job->changes);
    e->declare = e->convert || (e->iim.sets.n == 0 && !job->remove_only);
    if (e->iim.sets.n == 0 && !job->remove_only)
        begin_new(e);
    bool good = put_sets(e);
    cut_buf_add(&e->out, rest.p, rest.n);
    good &= cut_buf_ok(&e->out);
    char *copy = good ? cut_arena_copy(job->arena, cut_buf_str(&e->out)) : NULL;
    *out = (cut_view){(const uint8_t *)copy, e->out.n};
    return copy ? CUTLINE_OK : cut_no_memory(err);
}

cutline_status cut_iim_edit(const cut_iim_job *job, cut_view old, cut_view *out, cutline_error *err)
{
    editor *e = CUT_NEW(job->arena, editor);
    if (!e)
        return cut_no_memory(err);
    e->job = job;
    cut_buf_init(&e->out, CUT_MAX_BLOCK_BYTES);
    cutline_status status = run(e, old, out, err);
    cut_buf_release(&e->out);
    return status;
}
