#include "record/effective_parts.h"

#include "base/error.h"
#include "caption/caption.h"
#include "record/credit.h"
#include "record/credit_names.h"

/* A credit that something says the photo has. */
typedef struct candidate {
    const cutline_credit *credit; /* as the authorities want it */
    const char *found;            /* its line as found */
    cutline_origin origin;
    const char *where;
    unsigned rank; /* of the table in effective.h; smaller is stronger */
} candidate;

typedef CUT_VEC(candidate) candidates;

/* ---- candidates ---------------------------------------------------------------------------------
 */

static unsigned rank_of(const cutline_credit *credit, cutline_origin origin)
{
    unsigned rank = credit->agencies.count > 0 ? 1 : 5;
    switch (origin) {
    case CUTLINE_ORIGIN_CAPTION:
        return rank + 1;
    case CUTLINE_ORIGIN_LIST:
        return rank + 2;
    case CUTLINE_ORIGIN_PAGE:
        return rank + 3;
    default:
        return rank;
    }
}

static bool add_candidate(cut_arena *arena, const cut_effective_input *in, candidates *list,
                          const cutline_credit *credit, cutline_origin origin, const char *where)
{
    if (!credit->line)
        return true;
    candidate c = {.found = credit->line, .origin = origin, .where = where};
    if (!cut_authority_apply(arena, in->authorities, credit, &c.credit))
        return false;
    c.rank = rank_of(c.credit, origin);
    return CUT_PUSH(arena, list, c);
}

static bool gather(cut_arena *arena, const cut_effective_input *in, candidates *list)
{
    bool ok = true;
    for (size_t f = 0; f < in->file_count && ok; f++) {
        const cutline_record *r = in->files[f];
        ok = add_candidate(arena, in, list, &r->credit, r->credit_origin, r->path);
        if (ok && r->has_caption && r->credit_origin != CUTLINE_ORIGIN_CAPTION)
            ok =
                add_candidate(arena, in, list, &r->caption.credit, CUTLINE_ORIGIN_CAPTION, r->path);
    }
    for (size_t i = 0; i < in->item_count && ok; i++)
        ok = add_candidate(arena, in, list, &in->items[i].item->caption.credit,
                           cut_item_origin(&in->items[i]), in->items[i].path);
    return ok;
}

static const candidate *strongest(cut_arena *arena, const candidates *list)
{
    const candidate *best = NULL;
    for (size_t i = 0; i < list->n; i++)
        if (!best || list->v[i].rank < best->rank)
            best = &list->v[i];
    if (!best)
        return NULL;
    const candidate *fullest = best;
    for (size_t i = 0; i < list->n; i++)
        if (cut_credit_parts(list->v[i].credit) > cut_credit_parts(fullest->credit) &&
            cut_credit_covers(arena, list->v[i].credit, best->credit))
            fullest = &list->v[i];
    return fullest;
}

/* ---- by hand ------------------------------------------------------------------------------------
 */

static const char *join(cut_arena *arena, const cutline_strings *list, const char *separator)
{
    const char *text = list->count ? list->items[0] : "";
    for (size_t i = 1; i < list->count && text; i++)
        text = cut_arena_printf(arena, "%s%s%s", text, separator, list->items[i]);
    return text;
}

static cutline_status hand_credit(cut_arena *arena, const char *line, cut_effective *e,
                                  cutline_error *err)
{
    e->credit = (cutline_credit){0};
    e->credit_found = NULL;
    e->credit_origin = CUTLINE_ORIGIN_NONE;
    e->credit_where = NULL;
    if (line[0] == '\0')
        return CUTLINE_OK;
    cutline_status status = cut_credit_parse(arena, cut_str_from(line), &e->credit, err);
    if (status != CUTLINE_OK)
        return status;
    /* What a person typed stands as typed, also where the parser sees no credit in it. */
    e->credit.line = line;
    e->credit_origin = CUTLINE_ORIGIN_HAND;
    return CUTLINE_OK;
}

/* An agency that was typed as the source is credited where nothing else gives a credit. */
static cutline_status hand_source(cut_arena *arena, const char *source, cut_effective *e,
                                  cutline_error *err)
{
    cutline_credit credit;
    if (e->credit.line || source[0] == '\0')
        return CUTLINE_OK;
    cutline_status status = cut_credit_parse(arena, cut_str_from(source), &credit, err);
    if (status != CUTLINE_OK || credit.agencies.count == 0)
        return status;
    e->credit = credit;
    e->credit.line = source;
    e->credit_origin = CUTLINE_ORIGIN_HAND;
    return CUTLINE_OK;
}

/* The byline that was typed becomes the credit's photographers. A line that names others would be
 * wrong now, and one that names an agency alone says less than is known; it is made again from
 * agencies and names. */
static bool hand_byline(cut_arena *arena, cut_effective *e)
{
    const cutline_field *field = e->by_index[CUT_FIELD_byline];
    if (!field)
        return true;
    const char **people = CUT_NEW_ARRAY(arena, const char *, field->count);
    if (!people)
        return false;
    for (size_t i = 0; i < field->count; i++)
        people[i] = field->values[i].text;
    cutline_strings named = {people, field->count};
    cutline_credit *c = &e->credit;
    bool same = cut_names_have_all(arena, &named, &c->photographers),
         agency_alone = c->agencies.count > 0 && c->photographers.count == 0;
    c->photographers = named;
    if (c->line && same && !agency_alone)
        return true;
    const char *agencies = agency_alone && c->line ? c->line : join(arena, &c->agencies, "/");
    e->credit_origin = CUTLINE_ORIGIN_HAND;
    e->credit_where = NULL;
    if (agencies)
        c->line = c->agencies.count ? cut_credit_line(arena, cut_str_from(agencies), &named)
                                    : join(arena, &named, ", ");
    return agencies && c->line;
}

/* What a person typed, by the names that are wanted now; the line stays. */
static bool settle_names(cut_arena *arena, const cut_effective_input *in, cut_effective *e)
{
    const cutline_credit *named;
    const char *line = e->credit.line;
    if (!cut_authority_apply(arena, in->authorities, &e->credit, &named))
        return false;
    e->credit = *named;
    e->credit.line = line;
    if (e->credit_origin == CUTLINE_ORIGIN_HAND)
        e->credit_found = line;
    return true;
}

/* ---- rivals -------------------------------------------------------------------------------------
 */

static bool find_rivals(cut_arena *arena, const candidates *list, cut_effective *e)
{
    CUT_VEC(const cutline_credit *) rivals = {0};
    /* A person who typed the credit has settled it. */
    bool open = e->credit.line && e->credit_origin != CUTLINE_ORIGIN_HAND;
    for (size_t i = 0; i < list->n && open; i++) {
        const cutline_credit *c = list->v[i].credit;
        bool is_new = cut_credit_rivals(arena, &e->credit, c);
        for (size_t k = 0; k < rivals.n && is_new; k++)
            is_new = cut_credit_rivals(arena, rivals.v[k], c);
        if (is_new && !CUT_PUSH(arena, &rivals, c))
            return false;
    }
    const char **lines = CUT_NEW_ARRAY(arena, const char *, rivals.n);
    if (!lines)
        return false;
    for (size_t i = 0; i < rivals.n; i++)
        lines[i] = rivals.v[i]->line;
    e->conflicts = (cutline_strings){rivals.n ? lines : NULL, rivals.n};
    return true;
}

cutline_status cut_effective_credit(cut_arena *arena, const cut_effective_input *in,
                                    cut_effective *e, cutline_error *err)
{
    candidates list = {0};
    if (!gather(arena, in, &list))
        return cut_no_memory(err);
    const candidate *winner = strongest(arena, &list);
    if (winner) {
        e->credit = *winner->credit;
        e->credit_found = winner->found;
        e->credit_origin = winner->origin;
        e->credit_where = winner->where;
    }
    const char *line = cut_hand_text(in, "credit"), *byline = cut_hand_text(in, "byline"),
               *source = cut_hand_text(in, "source");
    cutline_status status = CUTLINE_OK;
    if (line)
        status = hand_credit(arena, line, e, err);
    else if (source)
        status = hand_source(arena, source, e, err);
    if (status != CUTLINE_OK)
        return status;
    bool adds_people = byline && (!line || (line[0] && e->credit.photographers.count == 0));
    if ((adds_people && !hand_byline(arena, e)) || !settle_names(arena, in, e) ||
        !find_rivals(arena, &list, e))
        return cut_no_memory(err);
    return CUTLINE_OK;
}
