#include "record/effective_parts.h"

#include "base/digest.h"
#include "base/error.h"
#include "caption/caption.h"
#include "record/credit_names.h"

#include <stdio.h>

static const char *first_text(const cutline_field *field)
{
    return field ? field->values[0].text : NULL;
}

/* Calls that look at every caption of files and items, effective or not, in order. */
static size_t caption_count(const cut_effective_input *in)
{
    return in->file_count + in->item_count;
}

static const cutline_caption *caption_at(const cut_effective_input *in, size_t i)
{
    if (i < in->file_count)
        return in->files[i]->has_caption ? &in->files[i]->caption : NULL;
    const cut_page_item *item = in->items[i - in->file_count].item;
    return item->text ? &item->caption : NULL;
}

/* ---- persons ------------------------------------------------------------------------------------
 */

typedef CUT_VEC(cutline_person) persons;

static const cutline_person *person_named(cut_arena *arena, const cutline_person *list, size_t n,
                                          const char *name)
{
    for (size_t i = 0; i < n; i++)
        if (cut_same_name(arena, list[i].name, name))
            return &list[i];
    return NULL;
}

/* Adds the names of persons_shown; where the caption tells the position, with it. */
static bool add_shown(cut_arena *arena, const cutline_field *shown, const cutline_person *known,
                      size_t known_count, persons *out)
{
    for (size_t i = 0; shown && i < shown->count; i++) {
        const char *name = shown->values[i].text;
        if (!name || person_named(arena, out->v, out->n, name))
            continue;
        const cutline_person *match = person_named(arena, known, known_count, name);
        cutline_person person = {.name = name, .position = match ? match->position : NULL};
        if (!CUT_PUSH(arena, out, person))
            return false;
    }
    return true;
}

/* The people of the effective caption, else of the first caption that names some, then those of the
 * field; a field typed by hand stands alone. */
static bool take_persons(cut_arena *arena, const cut_effective_input *in, cut_effective *e)
{
    persons out = {0};
    const cutline_field *shown = e->by_index[CUT_FIELD_persons_shown];
    const cutline_person *known = e->has_caption ? e->caption.persons : NULL;
    size_t n = e->has_caption ? e->caption.person_count : 0;
    for (size_t i = 0; i < caption_count(in) && n == 0; i++) {
        const cutline_caption *c = caption_at(in, i);
        known = c ? c->persons : NULL;
        n = c ? c->person_count : 0;
    }
    bool by_hand = cut_hand_text(in, "persons_shown") != NULL;
    for (size_t i = 0; i < n && !by_hand; i++)
        if (!CUT_PUSH(arena, &out, known[i]))
            return false;
    bool ok = add_shown(arena, shown, known, n, &out);
    e->persons = out.v;
    e->person_count = out.n;
    return ok;
}

/* ---- place and date -----------------------------------------------------------------------------
 */

static bool fits(cut_arena *arena, const char *known, const char *other)
{
    return !known || !other || cut_same_name(arena, known, other);
}

/* The fields; parts they lack from the caption, as long as it does not name another place. */
static void take_place(cut_arena *arena, cut_effective *e)
{
    cutline_place p = {first_text(e->by_index[CUT_FIELD_city]),
                       first_text(e->by_index[CUT_FIELD_province_state]),
                       first_text(e->by_index[CUT_FIELD_country])};
    cutline_place said = e->has_caption ? e->caption.place : (cutline_place){0};
    if (fits(arena, p.city, said.city) && fits(arena, p.region, said.region) &&
        fits(arena, p.country, said.country)) {
        p.city = p.city ? p.city : said.city;
        p.region = p.region ? p.region : said.region;
        p.country = p.country ? p.country : said.country;
    }
    e->place = p;
}

static void take_date(const cut_effective_input *in, cut_effective *e)
{
    e->date = first_text(e->by_index[CUT_FIELD_date_created]);
    if (!e->date && e->has_caption)
        e->date = e->caption.date;
    for (size_t i = 0; i < caption_count(in) && !e->date; i++) {
        const cutline_caption *c = caption_at(in, i);
        e->date = c ? c->date : NULL;
    }
}

/* ---- media IDs ----------------------------------------------------------------------------------
 */

/* Most trusted first, a known owner before "bare", then by name: an order that does not depend on
 * which file or page came first. */
static int id_order(const cutline_media_id *a, const cutline_media_id *b)
{
    if (a->trust != b->trust)
        return a->trust > b->trust ? -1 : 1;
    bool bare_a = strcmp(a->ns, CUTLINE_NAMESPACE_BARE) == 0;
    bool bare_b = strcmp(b->ns, CUTLINE_NAMESPACE_BARE) == 0;
    if (bare_a != bare_b)
        return bare_a ? 1 : -1;
    int order = strcmp(a->ns, b->ns);
    return order ? order : strcmp(a->id, b->id);
}

static bool is_denied(const cut_effective_input *in, const cutline_media_id *id)
{
    for (size_t i = 0; i < in->denied_count; i++)
        if (strcmp(in->denied_ids[i].ns, id->ns) == 0 && strcmp(in->denied_ids[i].id, id->id) == 0)
            return true;
    return false;
}

/* Adds an ID, or raises the trust of the same ID. e->own has room for one more. */
static bool add_id(cut_arena *arena, const cut_effective_input *in, cut_effective *e,
                   const cutline_media_id *id, bool own)
{
    size_t at = 0;
    if (is_denied(in, id))
        return true;
    while (at < e->ids.n &&
           (strcmp(e->ids.v[at].ns, id->ns) != 0 || strcmp(e->ids.v[at].id, id->id) != 0))
        at++;
    if (at == e->ids.n) {
        e->own[at] = own;
        return CUT_PUSH(arena, &e->ids, *id);
    }
    e->own[at] = e->own[at] || own;
    if (id->trust > e->ids.v[at].trust)
        e->ids.v[at] = *id;
    return true;
}

static void sort_ids(cut_effective *e)
{
    for (size_t i = 1; i < e->ids.n; i++) {
        cutline_media_id id = e->ids.v[i];
        bool own = e->own[i];
        size_t k = i;
        for (; k > 0 && id_order(&id, &e->ids.v[k - 1]) < 0; k--) {
            e->ids.v[k] = e->ids.v[k - 1];
            e->own[k] = e->own[k - 1];
        }
        e->ids.v[k] = id;
        e->own[k] = own;
    }
}

static bool take_ids(cut_arena *arena, const cut_effective_input *in, cut_effective *e)
{
    size_t most = in->kept_count;
    for (size_t f = 0; f < in->file_count; f++)
        most += in->files[f]->ids.ids.n;
    for (size_t i = 0; i < in->item_count; i++)
        most += in->items[i].item->ids.ids.n;
    e->own = CUT_NEW_ARRAY(arena, bool, most);
    bool ok = e->own != NULL;
    for (size_t i = 0; i < in->kept_count && ok; i++)
        ok = add_id(arena, in, e, &in->kept_ids[i], true);
    for (size_t f = 0; f < in->file_count; f++)
        for (size_t i = 0; i < in->files[f]->ids.ids.n && ok; i++)
            ok = add_id(arena, in, e, &in->files[f]->ids.ids.v[i], true);
    for (size_t k = 0; k < in->item_count; k++)
        for (size_t i = 0; i < in->items[k].item->ids.ids.n && ok; i++)
            ok = add_id(arena, in, e, &in->items[k].item->ids.ids.v[i], false);
    if (ok)
        sort_ids(e);
    return ok;
}

/* ---- kills --------------------------------------------------------------------------------------
 */

static const cut_kill *kill_of(const cut_effective_input *in, const cut_effective *e)
{
    char number[24], hex[65];
    snprintf(number, sizeof number, "%lld", (long long)in->photo);
    const cut_kill *kill = cut_kill_find(in->kills, CUT_KILL_PHOTO, number);
    for (size_t f = 0; f < in->file_count && !kill; f++)
        if (in->files[f]->has_hash)
            kill = cut_kill_find(in->kills, CUT_KILL_IMAGE,
                                 cut_hex(in->files[f]->image_hash, 32, hex));
    for (size_t i = 0; i < e->ids.n && !kill; i++)
        kill = cut_kill_find(in->kills, e->ids.v[i].ns, e->ids.v[i].id);
    return kill;
}

/* That a picture was withdrawn stands before what else restricts it. */
static bool take_kill(cut_arena *arena, const cut_effective_input *in, cut_effective *e)
{
    const cut_kill *kill = in->kills && in->kills->list.n > 0 ? kill_of(in, e) : NULL;
    if (!kill)
        return true;
    const char **items = CUT_NEW_ARRAY(arena, const char *, e->restrictions.count + 1);
    if (!items)
        return false;
    items[0] = CUT_KILLED;
    for (size_t i = 0; i < e->restrictions.count; i++)
        items[i + 1] = e->restrictions.items[i];
    e->restrictions = (cutline_strings){items, e->restrictions.count + 1};
    e->kill_reason = kill->reason;
    return true;
}

/* ---- findings -----------------------------------------------------------------------------------
 */

static bool same_finding(const cutline_finding *a, const cutline_finding *b)
{
    return strcmp(a->code, b->code) == 0 && strcmp(a->detail, b->detail) == 0 &&
           (a->field == b->field || (a->field && b->field && strcmp(a->field, b->field) == 0));
}

static bool has_finding(const cut_findings *list, const cutline_finding *f)
{
    for (size_t i = 0; i < list->list.n; i++)
        if (same_finding(&list->list.v[i], f))
            return true;
    return false;
}

static bool take_findings(cut_arena *arena, const cut_effective_input *in, cut_effective *e)
{
    for (size_t f = 0; f < in->file_count; f++) {
        const cut_findings *from = &in->files[f]->findings;
        for (size_t i = 0; i < from->list.n; i++)
            if (!has_finding(&e->findings, &from->list.v[i]) &&
                !CUT_PUSH(arena, &e->findings.list, from->list.v[i]))
                return false;
    }
    for (size_t i = 0; i < e->conflicts.count; i++)
        cut_finding_add(&e->findings, "credit-conflict", "credit",
                        "\"%s\" is used, \"%s\" stands "
                        "elsewhere",
                        e->credit.line, e->conflicts.items[i]);
    return !e->findings.lost && cut_effective_overtaken(arena, in, e);
}

cutline_status cut_effective_facts(cut_arena *arena, const cut_effective_input *in,
                                   cut_effective *e, cutline_error *err)
{
    take_place(arena, e);
    take_date(in, e);
    cutline_status status = cut_effective_rights(arena, in, e, err); /* counts from the date */
    if (status != CUTLINE_OK)
        return status;
    if (!take_persons(arena, in, e) || !take_ids(arena, in, e) || !take_kill(arena, in, e) ||
        !take_findings(arena, in, e))
        return cut_no_memory(err);
    return CUTLINE_OK;
}
