#include "writeback/xmp_places.h"

#include "base/buf.h"
#include "base/limits.h"
#include "meta/xmp.h"
#include "writeback/xmp_text.h"

#define EXTENSION "Iptc4xmpExt"

/* What the file says a part is, as readers take it. */
static const char *old_part(const cut_reading *reading, size_t field)
{
    const cut_heard *heard = &reading->heard[field];
    cut_values said = heard->said[CUT_XMP].n > 0 ? heard->said[CUT_XMP] : heard->said[CUT_IIM];
    const cutline_value *value = said.n > 0 ? said.v : cut_place_shown(reading, field);
    return value ? value->text : NULL;
}

/* MWG 2.0, 5.5: readers hear LocationShown before the older fields, so that it must not go on
 * saying what they said. */
bool cut_place_read(const cut_changes *changes, const cut_reading *reading, cut_place *out)
{
    static const size_t fields[CUT_PLACE_PARTS] = {CUT_FIELD_sublocation, CUT_FIELD_city,
                                                   CUT_FIELD_province_state, CUT_FIELD_country,
                                                   CUT_FIELD_country_code};
    bool any = false;
    if (cut_change_of(changes, &cut_fields[CUT_FIELD_location_shown]))
        return false;
    for (size_t i = 0; i < CUT_PLACE_PARTS; i++) {
        const cut_field_row *row = &cut_fields[fields[i]];
        const cut_change *change = cut_change_of(changes, row);
        cut_place_part part = {.member = row->shown, .old = old_part(reading, fields[i])};
        part.text = change && change->count > 0 ? change->values[0].text : NULL;
        part.changes = change && part.old && (!part.text || strcmp(part.text, part.old) != 0);
        out->parts[i] = part;
        any |= part.changes;
    }
    return any;
}

/* ---- one structure ----------------------------------------------------------------------------
 */

/* A part in a structure: as an attribute or as an element with nothing but text in it. */
typedef struct found {
    const cut_packet_attribute *attribute;
    const cut_packet_element *element;
} found;

static bool is_part(cut_str ns, cut_str local, const char *member)
{
    const cut_xmp_namespace *known = cut_xmp_namespace_of(ns);
    return known && strcmp(known->prefix, EXTENSION) == 0 &&
           cut_str_eq(local, cut_str_from(member));
}

static found find_part(const cut_packet_element *structure, const char *member)
{
    found f = {NULL, NULL};
    for (const cut_packet_attribute *a = structure->attributes; a; a = a->next)
        if (is_part(a->ns, a->local, member))
            f.attribute = a;
    for (const cut_packet_element *e = structure->child; e; e = e->next)
        if (is_part(e->ns, e->local, member))
            f.element = e;
    return f;
}

/* Compared as written: what is written otherwise than it would be here does not follow. */
static bool says(cut_str text, const found *f, const char *old, cut_buf *scratch)
{
    if (!old || (f->element && f->element->child))
        return false;
    if (f->attribute)
        return cut_str_eq(cut_str_trim(f->attribute->value), cut_str_from(old));
    cut_buf_clear(scratch);
    cut_xmp_escape(scratch, cut_str_from(old), false);
    return cut_str_eq(cut_str_trim(cut_str_slice(text, f->element->inside, f->element->close)),
                      cut_buf_str(scratch));
}

static cut_place_edit edit_of(const found *f, const char *text)
{
    cut_place_edit edit = {.text = text, .is_attribute = f->attribute != NULL};
    if (f->attribute) {
        edit.from = text ? f->attribute->value_at : f->attribute->at;
        edit.to = text ? f->attribute->value_end : f->attribute->end;
    } else {
        edit.from = text ? f->element->inside : f->element->start;
        edit.to = text ? f->element->close : f->element->end;
        edit.takes_space = !text;
    }
    return edit;
}

static bool follow_in(cut_arena *arena, cut_str text, const cut_packet_element *structure,
                      const cut_place *place, cut_buf *scratch, cut_place_edits *out)
{
    found all[CUT_PLACE_PARTS];
    for (size_t i = 0; i < CUT_PLACE_PARTS; i++) {
        all[i] = find_part(structure, place->parts[i].member);
        bool there = all[i].attribute || all[i].element;
        if (there && place->parts[i].old && !says(text, &all[i], place->parts[i].old, scratch))
            return true; /* it is another place */
    }
    for (size_t i = 0; i < CUT_PLACE_PARTS; i++) {
        bool there = all[i].attribute || all[i].element;
        cut_place_edit edit = {.from = 0};
        if (!there || !place->parts[i].changes)
            continue;
        edit = edit_of(&all[i], place->parts[i].text);
        if (!CUT_PUSH(arena, out, edit))
            return false;
    }
    return true;
}

/* ---- all of them ------------------------------------------------------------------------------
 */

static const cut_packet_element *rdf_child(const cut_packet_element *e, const char *local)
{
    for (const cut_packet_element *c = e->child; c; c = c->next)
        if (cut_str_eq(c->ns, CUT_RDF_NS) && cut_str_eq(c->local, cut_str_from(local)))
            return c;
    return NULL;
}

static bool follow_property(cut_arena *arena, cut_str text, const cut_packet_element *property,
                            const cut_place *place, cut_buf *scratch, cut_place_edits *out)
{
    const cut_packet_element *list = rdf_child(property, "Bag"), *node;
    list = list ? list : rdf_child(property, "Seq");
    if (!list) {
        node = rdf_child(property, "Description");
        return follow_in(arena, text, node ? node : property, place, scratch, out);
    }
    bool ok = true;
    for (const cut_packet_element *item = list->child; item && ok; item = item->next) {
        node = rdf_child(item, "Description");
        ok = follow_in(arena, text, node ? node : item, place, scratch, out);
    }
    return ok;
}

bool cut_place_follow(cut_arena *arena, cut_str text, const cut_packet_element *rdf,
                      const cut_place *place, cut_place_edits *out)
{
    cut_buf scratch;
    bool ok = true;
    cut_buf_init(&scratch, CUT_MAX_XMP_VALUE * 6); /* the longest reference has six characters */
    for (const cut_packet_element *node = rdf->child; node; node = node->next)
        for (const cut_packet_element *p = node->child; p && ok; p = p->next)
            if (is_part(p->ns, p->local, "LocationShown"))
                ok = follow_property(arena, text, p, place, &scratch, out);
    cut_buf_release(&scratch);
    return ok;
}
