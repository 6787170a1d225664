/*
 * From what the blocks say to what counts, by the rules of policy_table.c.
 *
 * The digest rule (MWG 2.0, 5.5; IRB 0x0425 is the MD5 of the IIM that the writer of XMP saw):
 *
 *   no IIM                       XMP
 *   digest matches or is absent  XMP, else IIM
 *   digest differs               IIM: it was edited alone. But an IIM value cut at its limit gives
 *                                way to the XMP value that it is the beginning of.
 *
 * XMP of a sidecar comes before all of them (sidecar.c).
 */
#include "base/buf.h"
#include "base/error.h"
#include "record/agree.h"
#include "record/boilerplate.h"
#include "record/dates.h"
#include "record/policy.h"
#include "record/values.h"

/* The outcome for a field. */
typedef struct verdict {
    cutline_origin origin; /* CUTLINE_ORIGIN_NONE: no block counts */
    cut_values values;
} verdict;

static cutline_origin origin_of(cut_voice voice)
{
    return (cutline_origin)(CUTLINE_ORIGIN_EXIF + (int)voice);
}

static cut_voice voice_of(cutline_origin origin)
{
    return (cut_voice)((int)origin - CUTLINE_ORIGIN_EXIF);
}

/* The voice has said something that counts. */
static bool speaks(const cut_heard *h, cut_voice voice)
{
    return h->said[voice].n > 0 && !h->boilerplate[voice];
}

static verdict verdict_for(const cut_heard *h, cut_voice voice)
{
    return (verdict){origin_of(voice), h->said[voice]};
}

/* The IIM values, each that was cut replaced by the whole one from XMP. */
static bool recover_cut(cut_reading *r, size_t field, bool strict, verdict *out)
{
    const cut_heard *h = &r->heard[field];
    cut_values iim = h->said[CUT_IIM];
    cutline_value *v = NULL;
    size_t recovered = 0;
    for (size_t i = 0; i < iim.n; i++) {
        if (!speaks(h, CUT_XMP) || !cut_heard_is_cut(r, field, i, CUT_XMP, strict))
            continue;
        if (!v) {
            v = CUT_NEW_ARRAY(&r->record->arena, cutline_value, iim.n);
            if (!v)
                return false;
            memcpy(v, iim.v, iim.n * sizeof *v);
        }
        v[i] = h->said[CUT_XMP].v[i];
        recovered++;
    }
    *out = recovered == iim.n && recovered > 0 ? verdict_for(h, CUT_XMP) : verdict_for(h, CUT_IIM);
    if (v && recovered < iim.n)
        out->values = (cut_values){v, iim.n};
    return true;
}

/* The first text is in the default language, or in none. */
static bool has_default(const cut_heard *h)
{
    const char *lang = h->said[CUT_XMP].n > 0 ? h->said[CUT_XMP].v[0].lang : NULL;
    return !lang || strcmp(lang, "x-default") == 0;
}

static bool judge_pair(cut_reading *r, size_t field, bool strict, verdict *out)
{
    const cut_heard *h = &r->heard[field];
    bool counts = !strict || r->iim_is_standard;
    bool xmp = speaks(h, CUT_XMP) && (!strict || has_default(h));
    bool iim = speaks(h, CUT_IIM) && counts;
    bool differs = r->digest == CUT_DIGEST_DIFFERS && counts;
    *out = (verdict){0};
    if (xmp && (!differs || (!iim && !strict)))
        *out = verdict_for(h, CUT_XMP);
    else if (iim)
        return recover_cut(r, field, strict, out);
    return true;
}

static bool judge_step(cut_reading *r, size_t field, cut_step step, verdict *out)
{
    const cut_heard *h = &r->heard[field];
    *out = (verdict){0};
    if (step == CUT_STEP_PAIR || step == CUT_STEP_PAIR_STRICT)
        return judge_pair(r, field, step == CUT_STEP_PAIR_STRICT, out);
    cut_voice voice = step == CUT_STEP_EXIF ? CUT_EXIF : CUT_XMP;
    if (speaks(h, voice))
        *out = verdict_for(h, voice);
    return true;
}

/* How much a voice's first value says, to choose between values that agree. */
static int fullness(cut_reading *r, size_t field, cut_voice voice)
{
    const cut_values *said = &r->heard[field].said[voice];
    cut_date date;
    if (cut_fields[field].codec != CUT_CODEC_DATE_TIME || !said->v[0].text ||
        !cut_date_parse(cut_str_from(said->v[0].text), &date))
        return 0;
    return cut_date_precision(&date);
}

/* Another voice that agrees and says more takes the place of the one chosen. */
static void prefer_fullest(cut_reading *r, size_t field, verdict *out)
{
    static const cut_voice order[CUT_VOICES] = {CUT_XMP, CUT_IIM, CUT_EXIF};
    if (cut_fields[field].codec != CUT_CODEC_DATE_TIME && voice_of(out->origin) != CUT_IIM)
        return; /* only dates are more or less full, and only IIM is cut */
    for (size_t i = 0; i < CUT_VOICES; i++) {
        cut_voice chosen = voice_of(out->origin), other = order[i];
        if (other == chosen || !speaks(&r->heard[field], other) ||
            !cut_voices_agree(r, field, chosen, other))
            continue;
        if (fullness(r, field, other) > fullness(r, field, chosen) ||
            (chosen == CUT_IIM && cut_heard_is_cut(r, field, 0, other, false)))
            *out = verdict_for(&r->heard[field], other);
    }
}

const cutline_value *cut_place_shown(const cut_reading *reading, size_t field)
{
    const cut_values *shown = &reading->heard[CUT_FIELD_location_shown].said[CUT_XMP];
    for (size_t i = 0; cut_fields[field].shown && i < shown->n; i++)
        for (size_t m = 0; m < shown->v[i].member_count; m++) {
            const cutline_member *member = &shown->v[i].members[m];
            if (strcmp(member->name, cut_fields[field].shown) == 0 && member->values[0].text)
                return member->values;
        }
    return NULL;
}

static void judge_location(const cut_reading *r, size_t field, verdict *out)
{
    const cutline_value *shown = cut_place_shown(r, field);
    if (shown)
        *out = (verdict){CUTLINE_ORIGIN_XMP, {shown, 1}};
}

static bool judge(cut_reading *r, size_t field, verdict *out)
{
    const cut_policy_rule *rule = &cut_policy_rules[cut_fields[field].rules[r->record->policy]];
    const cut_heard *h = &r->heard[field];
    *out = h->beside && speaks(h, CUT_XMP) ? verdict_for(h, CUT_XMP) : (verdict){0};
    for (size_t i = 0; rule->steps[i] != CUT_STEP_END && out->values.n == 0; i++)
        if (!judge_step(r, field, rule->steps[i], out))
            return false;
    if (rule->fullest && out->values.n > 0)
        prefer_fullest(r, field, out);
    if (rule->location_shown && out->values.n == 0)
        judge_location(r, field, out);
    return true;
}

static bool all_boilerplate(const char *const *patterns, cut_values said)
{
    for (size_t i = 0; i < said.n; i++)
        if (!said.v[i].text || !cut_is_boilerplate(patterns, cut_str_from(said.v[i].text)))
            return false;
    return said.n > 0;
}

/* Marks what cameras wrote by themselves; once a field is enough for the finding. */
static void mark_boilerplate(cut_reading *r, size_t field)
{
    cut_heard *h = &r->heard[field];
    const char *name = cut_fields[field].info.name, *found = NULL;
    for (int voice = 0; voice < CUT_VOICES; voice++) {
        h->boilerplate[voice] = all_boilerplate(cut_fields[field].boilerplate, h->said[voice]);
        if (h->boilerplate[voice])
            found = h->said[voice].v[0].text;
    }
    if (found)
        cut_finding_add(&r->record->findings, "boilerplate", name,
                        "\"%.*s\" is written by the camera and does not count",
                        CUT_FMT(cut_str_trim(cut_str_from(found))));
}

static void note_cut(cut_reading *r, size_t field, const verdict *v)
{
    const cut_heard *h = &r->heard[field];
    cut_voice chosen = voice_of(v->origin);
    for (size_t i = 0; chosen != CUT_IIM && i < h->said[CUT_IIM].n; i++) {
        if (!cut_heard_is_cut(r, field, i, chosen, false))
            continue;
        cut_finding_add(&r->record->findings, "iim-truncated", cut_fields[field].info.name,
                        "IIM holds only the first %u octets; the longer %s value is used",
                        h->iim_octets[i], cut_voice_label(chosen));
        return;
    }
}

/* Bytes of a voice's values that a finding shows. */
#define SHOWN 60

/* 'IIM "one, two"', cut where it grows long. */
static const char *shown_values(cut_reading *r, cut_voice voice, size_t field)
{
    const cut_values *said = &r->heard[field].said[voice];
    cut_buf out;
    cut_buf_init(&out, 4 * SHOWN);
    cut_buf_printf(&out, "%s \"", cut_voice_label(voice));
    for (size_t i = 0; i < said->n && said->v[i].text && out.n < SHOWN; i++) {
        cut_str text = cut_str_from(said->v[i].text), start = cut_start_of(text, SHOWN);
        cut_buf_printf(&out, "%s%.*s%s", i ? ", " : "", CUT_FMT(start),
                       start.n < text.n ? "..." : "");
    }
    cut_buf_z(&out, "\"");
    char *copy = cut_buf_ok(&out) ? cut_arena_copy(r->scratch, cut_buf_str(&out)) : NULL;
    cut_buf_release(&out);
    return copy ? copy : cut_voice_label(voice);
}

/* True if a voice says another thing than the one chosen; the finding names all of them. */
static bool note_disagreement(cut_reading *r, size_t field, const verdict *v)
{
    const cut_heard *h = &r->heard[field];
    cut_voice chosen = voice_of(v->origin);
    const char *says[CUT_VOICES];
    bool differs = false;
    size_t n = 0;
    for (int voice = 0; voice < CUT_VOICES; voice++)
        differs |= voice != (int)chosen && speaks(h, (cut_voice)voice) &&
                   !cut_voices_agree(r, field, chosen, (cut_voice)voice);
    if (!differs || cut_fields[field].unlike)
        return false;
    for (int voice = 0; voice < CUT_VOICES; voice++)
        if (speaks(h, (cut_voice)voice))
            says[n++] = shown_values(r, (cut_voice)voice, field);
    cut_finding_add(&r->record->findings, "disagree", cut_fields[field].info.name,
                    "%s; %s%s%s; %s is used", says[0], says[1], n > 2 ? "; " : "",
                    n > 2 ? says[2] : "", cut_voice_label(chosen));
    return true;
}

static cutline_field *make_field(cut_reading *r, size_t index, const verdict *v)
{
    cut_arena *a = &r->record->arena;
    const cut_heard *h = &r->heard[index];
    cutline_field *field = CUT_NEW(a, cutline_field);
    cutline_said *said = CUT_NEW_ARRAY(a, cutline_said, CUT_VOICES);
    if (!field || !said)
        return NULL;
    *field = (cutline_field){.name = cut_fields[index].info.name,
                             .origin = v->origin,
                             .values = v->values.v,
                             .count = v->values.n,
                             .said = said};
    for (int voice = 0; voice < CUT_VOICES; voice++)
        if (h->said[voice].n > 0)
            said[field->said_count++] =
                (cutline_said){origin_of((cut_voice)voice), h->said[voice].v, h->said[voice].n};
    return field;
}

static bool reconcile_field(cut_reading *r, size_t index)
{
    verdict v;
    if (r->record->policy == CUTLINE_POLICY_NEWSROOM && cut_fields[index].boilerplate)
        mark_boilerplate(r, index);
    if (!judge(r, index, &v))
        return false;
    if (v.values.n == 0)
        return true;
    cutline_field *field = make_field(r, index, &v);
    if (!field)
        return false;
    note_cut(r, index, &v);
    field->disagrees = note_disagreement(r, index, &v);
    r->record->by_index[index] = field;
    return true;
}

cutline_status cut_reconcile(cut_reading *reading, cutline_error *err)
{
    for (size_t i = 0; i < cut_field_count; i++) {
        const cut_values *said = reading->heard[i].said;
        bool heard = said[CUT_EXIF].n > 0 || said[CUT_IIM].n > 0 || said[CUT_XMP].n > 0;
        /* LocationShown may speak for a field that is in no block. */
        if ((heard || cut_fields[i].shown) && !reconcile_field(reading, i))
            return cut_no_memory(err);
    }
    return CUTLINE_OK;
}
