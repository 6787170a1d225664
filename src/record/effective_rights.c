/* Restrictions and rights: nothing that anybody forbade is dropped because another source does not
 * repeat it; only a person can take a right away. */
#include "record/effective_parts.h"

#include "base/error.h"
#include "caption/caption.h"
#include "record/provenance.h"
#include "record/restrictions.h"

/* What one text says. */
static cutline_status take_text(cut_arena *arena, cut_effective *e, const char *text,
                                const cutline_strings *codes, cutline_error *err)
{
    if (!cut_restrictions_add(arena, &e->restrictions, codes))
        return cut_no_memory(err);
    return text ? cut_rights_read(arena, text, codes, CUTLINE_ORIGIN_CAPTION, &e->rights, err)
                : CUTLINE_OK;
}

static cutline_status take_captions(cut_arena *arena, const cut_effective_input *in,
                                    cut_effective *e, cutline_error *err)
{
    const char *hand = cut_hand_text(in, "caption");
    cutline_status status = CUTLINE_OK;
    e->file_photo = e->has_caption && e->caption.file_photo;
    if (e->has_caption)
        status = take_text(arena, e, hand, &e->caption.restrictions, err);
    for (size_t f = 0; f < in->file_count && status == CUTLINE_OK; f++) {
        const cutline_record *r = in->files[f];
        const cutline_field *field = r->by_index[CUT_FIELD_caption];
        if (!r->has_caption)
            continue;
        e->file_photo = e->file_photo || r->caption.file_photo;
        status = take_text(arena, e, field ? field->values[0].text : NULL, &r->caption.restrictions,
                           err);
    }
    for (size_t i = 0; i < in->item_count && status == CUTLINE_OK; i++) {
        const cut_page_item *item = in->items[i].item;
        if (!item->text)
            continue;
        e->file_photo = e->file_photo || item->caption.file_photo;
        status = take_text(arena, e, item->text, &item->caption.restrictions, err);
    }
    return status;
}

static cutline_status take_instructions(cut_arena *arena, cut_effective *e, cutline_error *err)
{
    const cutline_field *field = e->by_index[CUT_FIELD_instructions];
    static const char *const out[] = {"territory_out"};
    cutline_strings codes = {0}, outs = {out, 1};
    bool found;
    if (!field || !field->values[0].text)
        return CUTLINE_OK;
    cutline_status status = cut_restrictions_read(arena, &codes, field->values[0].text, err);
    if (status == CUTLINE_OK &&
        !cut_rights_read_outs(arena, field->values[0].text, &e->rights, &found))
        status = cut_no_memory(err);
    if (status == CUTLINE_OK && found && !cut_restrictions_add(arena, &codes, &outs))
        status = cut_no_memory(err);
    return status == CUTLINE_OK ? take_text(arena, e, field->values[0].text, &codes, err) : status;
}

/* IIM 2:42, Action Advised: "01" is an object kill (IIM 4.2). */
static bool take_advice(cut_arena *arena, cut_effective *e)
{
    static const char *const kill[] = {"kill"};
    const cutline_field *field = e->by_index[CUT_FIELD_action_advised];
    const cutline_strings codes = {kill, 1};
    bool killed = field && field->values[0].text && strcmp(field->values[0].text, "01") == 0;
    cutline_right right = {.kind = "kill", .origin = field ? field->origin : CUTLINE_ORIGIN_NONE};
    return !killed || (cut_restrictions_add(arena, &e->restrictions, &codes) &&
                       cut_rights_add(arena, &e->rights, &right));
}

/* The date fields hold dates of all pictures, those that have passed too: they are no restriction
 * by themselves. */
static bool take_dates(cut_arena *arena, cut_effective *e)
{
    cutline_provenance p = {.embargo = NULL};
    if (!cut_provenance_of_fields(arena, e->by_index, &p))
        return false;
    cutline_right embargo = {"embargo", p.embargo, CUTLINE_ORIGIN_IIM};
    cutline_right expiry = {"expiry", p.expiry, CUTLINE_ORIGIN_IIM};
    return (!p.embargo || cut_rights_add(arena, &e->rights, &embargo)) &&
           (!p.expiry || cut_rights_add(arena, &e->rights, &expiry));
}

/* A right without its value says nothing beside one of the kind that has it. */
static void drop_vague(cut_rights *rights)
{
    size_t n = 0;
    for (size_t i = 0; i < rights->n; i++)
        if (rights->v[i].value || !cut_rights_value(rights, rights->v[i].kind))
            rights->v[n++] = rights->v[i];
    rights->n = n;
}

static cutline_status take_hand(cut_arena *arena, const char *hand, cut_effective *e,
                                cutline_error *err)
{
    cutline_status status = cut_rights_by_hand(arena, hand, &e->rights, err);
    if (status == CUTLINE_OK && !cut_rights_kinds(arena, &e->rights, &e->restrictions))
        status = cut_no_memory(err);
    return status;
}

cutline_status cut_effective_rights(cut_arena *arena, const cut_effective_input *in,
                                    cut_effective *e, cutline_error *err)
{
    const char *hand = cut_hand_text(in, "rights");
    if (!take_dates(arena, e))
        return cut_no_memory(err);
    cutline_status status = take_captions(arena, in, e, err);
    if (status == CUTLINE_OK)
        status = take_instructions(arena, e, err);
    if (status == CUTLINE_OK && !take_advice(arena, e))
        status = cut_no_memory(err);
    drop_vague(&e->rights);
    return status == CUTLINE_OK && hand ? take_hand(arena, hand, e, err) : status;
}
