/* Restrictions and rights: nothing that anybody forbade is dropped because another source does not
 * repeat it; only a person can take a right away. */
#include "record/effective_parts.h"

#include "base/error.h"
#include "record/provenance.h"

/* From which day weekdays and spans are counted: when it was sent, else when it was taken; a
 * picture from the archive was taken at any time before. */
static const char *counted_from(const cut_effective *e)
{
    const cutline_field *sent = e->by_index[CUT_FIELD_date_sent];
    if (sent && sent->values[0].text)
        return sent->values[0].text;
    return e->file_photo ? NULL : e->date;
}

static cutline_status take_caption(cut_arena *arena, cut_effective *e, const char *text,
                                   const char *where, const cutline_caption *parsed,
                                   cutline_error *err)
{
    cut_rights_source source = {"caption", where, counted_from(e)};
    return cut_rights_read(arena, text, &parsed->restrictions, &source, &e->rights, err);
}

static void note_file_photo(const cut_effective_input *in, cut_effective *e)
{
    e->file_photo = e->has_caption && e->caption.file_photo;
    for (size_t f = 0; f < in->file_count; f++)
        e->file_photo |= in->files[f]->has_caption && in->files[f]->caption.file_photo;
    for (size_t i = 0; i < in->item_count; i++)
        e->file_photo |= in->items[i].item->text && in->items[i].item->caption.file_photo;
}

static cutline_status take_captions(cut_arena *arena, const cut_effective_input *in,
                                    cut_effective *e, cutline_error *err)
{
    const char *hand = cut_hand_text(in, "caption");
    cutline_status status = CUTLINE_OK;
    note_file_photo(in, e);
    if (e->has_caption && hand)
        status = take_caption(arena, e, hand, NULL, &e->caption, err);
    for (size_t f = 0; f < in->file_count && status == CUTLINE_OK; f++) {
        const cutline_record *r = in->files[f];
        const cutline_field *field = r->by_index[CUT_FIELD_caption];
        if (r->has_caption)
            status = take_caption(arena, e, field ? field->values[0].text : NULL, r->path,
                                  &r->caption, err);
    }
    for (size_t i = 0; i < in->item_count && status == CUTLINE_OK; i++) {
        const cut_page_item *item = in->items[i].item;
        if (item->text)
            status = take_caption(arena, e, item->text, in->items[i].path, &item->caption, err);
    }
    return status;
}

/* Path of the file that has the instructions; NULL if they were typed or are those of a list. */
static const char *where_instructed(const cut_effective_input *in, const cut_effective *e)
{
    for (size_t f = 0; f < in->file_count; f++)
        if (in->files[f]->by_index[CUT_FIELD_instructions] == e->by_index[CUT_FIELD_instructions])
            return in->files[f]->path;
    return NULL;
}

static cutline_status take_instructions(cut_arena *arena, const cut_effective_input *in,
                                        cut_effective *e, cutline_error *err)
{
    const cutline_field *field = e->by_index[CUT_FIELD_instructions];
    if (!field || !field->values[0].text)
        return CUTLINE_OK;
    cut_rights_source source = {"instructions", where_instructed(in, e), counted_from(e)};
    return cut_rights_read(arena, field->values[0].text, NULL, &source, &e->rights, err);
}

/* IIM 2:42, Action Advised: "01" is an object kill (IIM 4.2). */
static bool take_advice(cut_arena *arena, cut_effective *e)
{
    const cutline_field *field = e->by_index[CUT_FIELD_action_advised];
    bool killed = field && field->values[0].text && strcmp(field->values[0].text, "01") == 0;
    cutline_right right = {.kind = "kill",
                           .field = "action_advised",
                           .origin = field ? field->origin : CUTLINE_ORIGIN_NONE};
    return !killed || cut_rights_add(arena, &e->rights, &right);
}

/* The date fields hold dates of all pictures, those that have passed too: they are no restriction
 * by themselves. */
static bool take_dates(cut_arena *arena, cut_effective *e)
{
    cutline_provenance p = {.embargo = NULL};
    if (!cut_provenance_of_fields(arena, e->by_index, &p))
        return false;
    cutline_right embargo = {.kind = "embargo",
                             .value = p.embargo,
                             .from = p.embargo,
                             .field = "release_date",
                             .origin = CUTLINE_ORIGIN_IIM};
    cutline_right expiry = {.kind = "expiry",
                            .value = p.expiry,
                            .until = p.expiry,
                            .field = "expiration_date",
                            .origin = CUTLINE_ORIGIN_IIM};
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

cutline_status cut_effective_rights(cut_arena *arena, const cut_effective_input *in,
                                    cut_effective *e, cutline_error *err)
{
    const char *hand = cut_hand_text(in, "rights");
    if (!take_dates(arena, e))
        return cut_no_memory(err);
    cutline_status status = take_captions(arena, in, e, err);
    if (status == CUTLINE_OK)
        status = take_instructions(arena, in, e, err);
    if (status == CUTLINE_OK && !take_advice(arena, e))
        status = cut_no_memory(err);
    drop_vague(&e->rights);
    if (status == CUTLINE_OK && hand)
        status = cut_rights_by_hand(arena, hand, &e->rights, err);
    if (status == CUTLINE_OK && !cut_rights_kinds(arena, &e->rights, &e->restrictions))
        status = cut_no_memory(err);
    return status;
}
