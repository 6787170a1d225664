/*
 * The credit, weighed. First whose words it is given in:
 *
 *   credit field                          caption's credit              line
 *   ------------------------------------  ----------------------------  --------------------------
 *   only points to the caption            any                           caption's (and a finding)
 *   any                                   names all of that, and more   caption's
 *   any                                   less, the same, or others     field's
 *   none                                  any                           caption's
 *   none                                  none                          see below
 *
 * Then what it lacks, so that person and agency both stand in it:
 *
 *   the line names                        the line becomes
 *   ------------------------------------  ---------------------------------------------------------
 *   an agency, nobody in person, and      the agency's form with the byline's people:
 *   gives no reason why (handout, ...)      REUTERS + Denis Balibouse = REUTERS/Denis Balibouse
 *   people, no agency                     the same with the agency of source or copyright notice
 *   an agency cut at the 32 octets of IIM its last agency written out
 *   nothing: there is no line             byline + source, byline, source, copyright holder, or
 *                                         "Getty Images" if there is a Getty asset ID
 *
 * A Getty XMP block without an asset ID says nothing: other agencies copy those fields. Source
 * names who passed the picture on, so it contradicts nobody. Field, caption and byline that name
 * different people or agencies are a finding, "credit-conflict".
 */
#include "record/credit.h"

#include "base/error.h"
#include "base/limits.h"
#include "caption/caption.h"
#include "record/boilerplate.h"
#include "record/credit_names.h"
#include "record/values.h"

/* All that may say whom to credit. A credit without a line says nothing. */
typedef struct voices {
    cutline_credit field, caption, byline, source, copyright;
} voices;

static cutline_origin origin_of(const cutline_record *record, size_t index)
{
    const cutline_field *field = record->by_index[index];
    return field ? field->origin : CUTLINE_ORIGIN_NONE;
}

/* "(Credit too long, see caption)" is what Getty puts into the 32 octets of IIM. */
static bool points_to_caption(cut_str text)
{
    return cut_pattern_matches(text, "*see caption*") ||
           cut_pattern_matches(text, "*credit too long*");
}

/* ---- hearing them ---- */

static cutline_status hear(cut_reading *r, size_t index, cutline_credit *out, cutline_error *err)
{
    const cutline_field *field = r->record->by_index[index];
    *out = (cutline_credit){0};
    if (!field || !field->values[0].text || points_to_caption(cut_str_from(field->values[0].text)))
        return CUTLINE_OK;
    return cut_credit_parse(&r->record->arena, cut_str_from(field->values[0].text), out, err);
}

static bool append(cut_arena *a, cutline_strings *to, const cutline_strings *more)
{
    const char **items = CUT_NEW_ARRAY(a, const char *, to->count + more->count);
    if (!items)
        return false;
    if (to->count)
        memcpy(items, to->items, to->count * sizeof *items);
    if (more->count)
        memcpy(items + to->count, more->items, more->count * sizeof *items);
    *to = (cutline_strings){items, to->count + more->count};
    return true;
}

/* The people and agencies of the byline's values; the line has all of them. */
static cutline_status hear_byline(cut_reading *r, cutline_credit *out, cutline_error *err)
{
    const cutline_field *field = r->record->by_index[CUT_FIELD_byline];
    cut_arena *a = &r->record->arena;
    *out = (cutline_credit){0};
    for (size_t i = 0; field && i < field->count && i < CUT_MAX_CREDIT_NAMES; i++) {
        cutline_credit one;
        cutline_status status = cut_credit_parse(a, cut_str_from(field->values[i].text), &one, err);
        if (status != CUTLINE_OK)
            return status;
        if (!append(a, &out->photographers, &one.photographers) ||
            !append(a, &out->agencies, &one.agencies))
            return cut_no_memory(err);
        if (one.line)
            out->line = out->line ? cut_arena_printf(a, "%s, %s", out->line, one.line) : one.line;
        if (one.line && !out->line)
            return cut_no_memory(err);
        if (!out->issuer)
            out->issuer = one.issuer;
    }
    return CUTLINE_OK;
}

/* The copyright notice is heard only where nothing else names an agency. */
static cutline_status hear_all(cut_reading *r, voices *v, cutline_error *err)
{
    v->caption = r->record->has_caption ? r->record->caption.credit : (cutline_credit){0};
    cutline_status status = hear(r, CUT_FIELD_credit, &v->field, err);
    if (status == CUTLINE_OK)
        status = hear(r, CUT_FIELD_source, &v->source, err);
    if (status == CUTLINE_OK)
        status = hear_byline(r, &v->byline, err);
    bool named = v->caption.agencies.count > 0 || v->field.agencies.count > 0 ||
                 v->source.agencies.count > 0 || v->byline.agencies.count > 0;
    if (status == CUTLINE_OK && !named)
        status = hear(r, CUT_FIELD_copyright, &v->copyright, err);
    return status;
}

/* ---- names and agencies that IIM cut ---- */

/* Where IIM stops, or one octet before it. */
static bool may_be_cut(const cut_reading *r, size_t index)
{
    const cut_heard *h = &r->heard[index];
    return h->said[CUT_IIM].n > 0 && origin_of(r->record, index) == CUTLINE_ORIGIN_IIM &&
           h->iim_octets[0] + 1 >= cut_fields[index].info.iim_max;
}

/* The name in a list that starts with a name that was cut. */
static const char *whole_of(const cutline_strings *list, const char *cut)
{
    for (size_t i = 0; i < list->count; i++)
        if (cut_str_starts_nocase(cut_str_from(list->items[i]), cut_str_from(cut)))
            return list->items[i];
    return NULL;
}

static bool mend_byline(cut_reading *r, voices *v)
{
    cutline_strings *people = &v->byline.photographers;
    if (people->count != 1 || !may_be_cut(r, CUT_FIELD_byline))
        return true;
    const char *whole = whole_of(&v->caption.photographers, people->items[0]);
    if (!whole)
        whole = whole_of(&v->field.photographers, people->items[0]);
    if (!whole)
        return true;
    cutline_strings mended = {0};
    if (!append(&r->record->arena, &mended, &(cutline_strings){&whole, 1}))
        return false;
    *people = mended;
    return true;
}

/* Position behind the last "/" or " via " of a line. */
static size_t last_part(cut_str line)
{
    size_t at = 0, found;
    for (size_t i = 0; i < line.n; i++)
        if (line.p[i] == '/')
            at = i + 1;
    while ((found = cut_str_find_nocase(line, CUT_STR(" via "), at)) != SIZE_MAX)
        at = found + 5;
    return at;
}

/* "Jane Roe/Getty Ima" and the agency "Getty Images" that the parser saw in it. */
static bool mend_field(cut_reading *r, voices *v)
{
    cutline_credit *c = &v->field;
    if (!c->line || c->agencies.count == 0 || !may_be_cut(r, CUT_FIELD_credit))
        return true;
    cut_str line = cut_str_from(c->line);
    size_t at = last_part(line);
    const char *agency = c->agencies.items[c->agencies.count - 1];
    cut_str tail = cut_str_trim(cut_str_slice(line, at, line.n));
    if (tail.n == 0 || tail.n >= strlen(agency) ||
        !cut_str_starts_nocase(cut_str_from(agency), tail) || cut_agency_canonical(tail))
        return true;
    c->line = cut_arena_printf(&r->record->arena, "%.*s%s", (int)at, c->line, agency);
    return c->line != NULL;
}

/* ---- making a line ---- */

static const char *join_names(cut_arena *a, const cutline_strings *names)
{
    const char *text = names->count ? names->items[0] : "";
    for (size_t i = 1; i < names->count && text; i++)
        text = cut_arena_printf(a, "%s, %s", text, names->items[i]);
    return text;
}

const char *cut_credit_line(cut_arena *arena, cut_str agency, const cutline_strings *names)
{
    const char *people = join_names(arena, names), *canonical = cut_agency_canonical(agency);
    if (!people)
        return NULL;
    if (names->count == 0)
        return cut_arena_copy(arena, agency);
    for (size_t i = 0; canonical && i < cut_credit_form_count; i++)
        if (strcmp(cut_credit_forms[i].agency, canonical) == 0)
            return cut_arena_printf(arena, "%s%s", cut_credit_forms[i].before, people);
    return cut_arena_printf(arena, "%s/%.*s", people, CUT_FMT(agency));
}

/* The agency says by a role why it names nobody. */
static bool hides_people(const cutline_credit *c)
{
    static const char *const roles[] = {"handout",    "courtesy",     "stringer",
                                        "uncredited", "social_media", "screengrab"};
    for (size_t i = 0; i < c->roles.count; i++)
        for (size_t k = 0; k < sizeof roles / sizeof *roles; k++)
            if (strcmp(c->roles.items[i], roles[k]) == 0)
                return true;
    return false;
}

static bool has_party(const cutline_credit *c)
{
    return c->agencies.count > 0 || c->issuer;
}

static bool add_people(cut_arena *a, const voices *v, cutline_credit *c)
{
    if (c->photographers.count > 0 || v->byline.photographers.count == 0 || !has_party(c) ||
        hides_people(c))
        return true;
    c->line = cut_credit_line(a, cut_str_from(c->line), &v->byline.photographers);
    c->photographers = v->byline.photographers;
    return c->line != NULL;
}

/* The agency of byline, source or copyright notice, for a line that names people only. */
static bool add_agency(cut_arena *a, const voices *v, cutline_credit *c)
{
    const cutline_credit *from[] = {&v->byline, &v->source, &v->copyright};
    if (has_party(c) || c->photographers.count == 0)
        return true;
    for (size_t i = 0; i < sizeof from / sizeof *from; i++) {
        if (from[i]->agencies.count == 0)
            continue;
        c->agencies = from[i]->agencies;
        c->line = cut_credit_line(a, cut_str_from(c->agencies.items[0]), &c->photographers);
        return c->line != NULL;
    }
    return true;
}

/* ---- no credit anywhere ---- */

static bool from_byline(cut_reading *r, const voices *v, cutline_credit *c)
{
    *c = v->byline;
    if (c->photographers.count > 0 && !has_party(c) && v->source.line) {
        c->agencies = v->source.agencies;
        c->issuer = v->source.issuer;
        c->line = has_party(c) ? cut_credit_line(&r->record->arena, cut_str_from(v->source.line),
                                                 &c->photographers)
                               : c->line;
    }
    r->record->credit_origin = origin_of(r->record, CUT_FIELD_byline);
    return c->line != NULL;
}

/* "Free for all" is no name: without a known one the notice must be of the form "(c) Holder". */
static bool names_holder(cut_reading *r, const cutline_credit *c)
{
    static const char *const signs[] = {"©", "(c)", "copyright"};
    const cutline_field *field = r->record->by_index[CUT_FIELD_copyright];
    if (!c->line)
        return false;
    bool signed_notice = false;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        signed_notice |= cut_str_starts_nocase(cut_str_trim(cut_str_from(field->values[0].text)),
                                               cut_str_from(signs[i]));
    return c->agencies.count > 0 || c->photographers.count > 0 || signed_notice;
}

static bool from_elsewhere(cut_reading *r, const voices *v, cutline_credit *c)
{
    static const char *const getty = "Getty Images";
    const cutline_field *asset = r->record->by_index[CUT_FIELD_getty_asset_id];
    if (v->byline.line && !from_byline(r, v, c))
        return false;
    if (asset && !has_party(c)) {
        if (!append(&r->record->arena, &c->agencies, &(cutline_strings){&getty, 1}))
            return false;
        c->line = c->line
                      ? cut_credit_line(&r->record->arena, cut_str_from(getty), &c->photographers)
                      : getty;
        r->record->credit_origin = asset->origin;
        return c->line != NULL;
    }
    if (!c->line && v->source.line) {
        *c = v->source;
        r->record->credit_origin = origin_of(r->record, CUT_FIELD_source);
    } else if (!c->line && names_holder(r, &v->copyright)) {
        *c = v->copyright;
        r->record->credit_origin = origin_of(r->record, CUT_FIELD_copyright);
    }
    return true;
}

/* ---- weighing ---- */

static void choose(cut_reading *r, const voices *v, cutline_credit *c)
{
    bool caption_fuller = v->caption.line &&
                          cut_credit_covers(r->scratch, &v->caption, &v->field) &&
                          cut_credit_parts(&v->caption) > cut_credit_parts(&v->field);
    if (v->field.line && !caption_fuller) {
        *c = v->field;
        r->record->credit_origin = origin_of(r->record, CUT_FIELD_credit);
    } else if (v->caption.line) {
        *c = v->caption;
        r->record->credit_origin = CUTLINE_ORIGIN_CAPTION;
    }
}

/* Every agency that anything names: the second signal that a media ID may need. */
static bool note_agencies(cut_reading *r, const voices *v)
{
    const cutline_credit *all[] = {&v->field, &v->caption, &v->byline, &v->source, &v->copyright};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (all[i]->agencies.count > 0 && !append(r->scratch, &r->agencies, &all[i]->agencies))
            return false;
    return true;
}

static void note_pointer(cut_reading *r, const voices *v)
{
    const cutline_field *field = r->record->by_index[CUT_FIELD_credit];
    if (field && field->values[0].text && points_to_caption(cut_str_from(field->values[0].text)))
        cut_finding_add(&r->record->findings, "credit-in-caption", "credit",
                        "the credit field says \"%.*s\"; %s",
                        CUT_FMT(cut_start_of(cut_str_from(field->values[0].text), 60)),
                        v->caption.line ? "the caption's credit is used"
                                        : "no credit was found in the caption");
}

/* Adds the finding if the two name different people or agencies. */
static bool note_rivals(cut_reading *r, const char *a_name, const cutline_credit *a,
                        const char *b_name, const cutline_credit *b)
{
    if (!a->line || !b->line || !cut_credit_rivals(r->scratch, a, b))
        return false;
    cut_finding_add(&r->record->findings, "credit-conflict", "credit", "%s \"%.*s\", %s \"%.*s\"",
                    a_name, CUT_FMT(cut_start_of(cut_str_from(a->line), 80)), b_name,
                    CUT_FMT(cut_start_of(cut_str_from(b->line), 80)));
    return true;
}

/* A byline's agencies are part of its chain, not of what it contradicts. One finding is enough. */
static void note_conflict(cut_reading *r, const voices *v)
{
    cutline_credit people = {.line = v->byline.line, .photographers = v->byline.photographers};
    if (!note_rivals(r, "credit field", &v->field, "caption", &v->caption) &&
        !note_rivals(r, "credit field", &v->field, "byline", &people))
        (void)note_rivals(r, "caption", &v->caption, "byline", &people);
}

cutline_status cut_weigh_credit(cut_reading *reading, cutline_error *err)
{
    cut_arena *a = &reading->record->arena;
    cutline_credit *credit = &reading->record->credit;
    voices v = {.field = {0}};
    cutline_status status = hear_all(reading, &v, err);
    if (status != CUTLINE_OK)
        return status;
    if (!mend_byline(reading, &v) || !mend_field(reading, &v) || !note_agencies(reading, &v))
        return cut_no_memory(err);
    note_pointer(reading, &v);
    note_conflict(reading, &v);
    choose(reading, &v, credit);
    bool done = credit->line ? add_people(a, &v, credit) && add_agency(a, &v, credit)
                             : from_elsewhere(reading, &v, credit);
    return done ? CUTLINE_OK : cut_no_memory(err);
}
