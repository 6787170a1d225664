/*
 * What XMP says: one pass over the packet's properties, each turned into the values of its field.
 * What a writer gave another form than the standard's (a list for a text, a text for a list) is
 * read all the same.
 */
#include "base/error.h"
#include "base/limits.h"
#include "record/exposure.h"
#include "record/lookup.h"
#include "record/values.h"

static bool is_position(cut_str name)
{
    return cut_str_eq(name, CUT_STR("GPSLatitude")) || cut_str_eq(name, CUT_STR("GPSLongitude"));
}

/* Text of a leaf; coordinates and heights become decimal numbers. */
static const char *leaf_text(cut_arena *a, cut_str name, cut_str text)
{
    char number[CUT_NUMBER_SIZE];
    double value;
    if ((is_position(name) && cut_gps_parse(text, &value)) ||
        (cut_str_eq(name, CUT_STR("GPSAltitude")) && cut_rational_parse(text, &value)))
        text = cut_str_from(cut_number_format(value, number));
    return cut_arena_copy(a, text);
}

/* A value of a node that has text; false if memory runs out. */
static bool text_value(cut_reading *r, cut_str name, const cut_xmp_node *node, cutline_value *out)
{
    cut_arena *a = &r->record->arena;
    *out = (cutline_value){.text = leaf_text(a, name, node->value)};
    if (node->lang.n > 0) {
        out->lang = cut_arena_copy(a, node->lang);
        if (!out->lang)
            return false;
    }
    return out->text != NULL;
}

static bool struct_value(cut_reading *r, const cut_xmp_node *node, unsigned depth,
                         cutline_value *out);

/* A node that is an item or a single value. Sets *some to whether it says anything. */
static bool one_value(cut_reading *r, cut_str name, const cut_xmp_node *node, unsigned depth,
                      cutline_value *out, bool *some)
{
    *some = false;
    if (node->kind == CUT_XMP_TEXT) {
        *some = cut_counts(r, node->value);
        return !*some || text_value(r, name, node, out);
    }
    if (node->kind != CUT_XMP_STRUCT || depth >= CUT_MAX_STRUCT_DEPTH)
        return true;
    if (!struct_value(r, node, depth + 1, out))
        return false;
    *some = out->member_count > 0;
    return true;
}

static bool is_default(const cut_xmp_node *node)
{
    return cut_str_eq(node->lang, CUT_STR("x-default"));
}

/* Values of the items of a list, those for which `first` is true before the others. */
static bool item_values(cut_reading *r, cut_str name, const cut_xmp_node *list, unsigned depth,
                        cut_values *out)
{
    cutline_value *v = CUT_NEW_ARRAY(&r->record->arena, cutline_value, list->child_count);
    bool alternatives = list->kind == CUT_XMP_ALT;
    size_t n = 0;
    if (!v)
        return false;
    for (int pass = alternatives ? 0 : 1; pass < 2; pass++) {
        for (const cut_xmp_node *item = list->child; item; item = item->next) {
            bool some;
            if (alternatives && is_default(item) != (pass == 0))
                continue;
            if (!one_value(r, name, item, depth, &v[n], &some))
                return false;
            n += some;
        }
    }
    *out = (cut_values){v, n};
    return true;
}

static bool node_values(cut_reading *r, cut_str name, const cut_xmp_node *node, unsigned depth,
                        cut_values *out)
{
    *out = (cut_values){0};
    if (node->kind != CUT_XMP_TEXT && node->kind != CUT_XMP_STRUCT)
        return item_values(r, name, node, depth, out);
    cutline_value value;
    bool some;
    if (!one_value(r, name, node, depth, &value, &some))
        return false;
    if (!some)
        return true;
    cutline_value *v = CUT_NEW(&r->record->arena, cutline_value);
    if (!v)
        return false;
    *v = value;
    *out = (cut_values){v, 1};
    return true;
}

/* Members go by their local name; of two with the same one the first counts. */
static bool has_member(const cutline_member *members, size_t n, cut_str name)
{
    for (size_t i = 0; i < n; i++)
        if (cut_str_eq(cut_str_from(members[i].name), name))
            return true;
    return false;
}

static bool struct_value(cut_reading *r, const cut_xmp_node *node, unsigned depth,
                         cutline_value *out)
{
    cut_arena *a = &r->record->arena;
    size_t n = 0, room = node->child_count;
    if (room > CUT_MAX_STRUCT_MEMBERS)
        room = CUT_MAX_STRUCT_MEMBERS;
    cutline_member *members = CUT_NEW_ARRAY(a, cutline_member, room);
    if (!members)
        return false;
    for (const cut_xmp_node *child = node->child; child && n < room; child = child->next) {
        cut_values values;
        if (has_member(members, n, child->name))
            continue;
        if (!node_values(r, child->name, child, depth, &values))
            return false;
        if (values.n == 0)
            continue;
        members[n] =
            (cutline_member){.name = cut_arena_copy(a, child->name),
                             .values = values.v,
                             .count = values.n,
                             .is_list = child->kind == CUT_XMP_BAG || child->kind == CUT_XMP_SEQ};
        if (!members[n++].name)
            return false;
    }
    *out = (cutline_value){.members = members, .member_count = n};
    return true;
}

static bool holds_structures(cutline_kind kind)
{
    return kind == CUTLINE_KIND_STRUCT || kind == CUTLINE_KIND_STRUCTS;
}

/* A field of texts has no structures, and a plain text that came with alternatives is the first. */
static cut_values fit_kind(cutline_kind kind, const cut_xmp_node *node, cut_values values)
{
    if (!holds_structures(kind))
        for (size_t i = 0; i < values.n; i++)
            if (!values.v[i].text)
                return (cut_values){0};
    if ((kind == CUTLINE_KIND_TEXT || kind == CUTLINE_KIND_DATE) && node->kind == CUT_XMP_ALT &&
        values.n > 1)
        values.n = 1;
    return values;
}

static bool gather_field(cut_reading *r, size_t index, const cut_xmp_node *node)
{
    cut_values *said = &r->heard[index].said[CUT_XMP];
    cut_values values;
    if (said->n > 0)
        return true;
    if (!node_values(r, node->name, node, 0, &values))
        return false;
    *said = fit_kind(cut_fields[index].info.kind, node, values);
    switch (cut_fields[index].codec) {
    case CUT_CODEC_DATE_TIME:
        return cut_values_normalise_dates(r, index, CUT_XMP);
    case CUT_CODEC_RATIONAL:
    case CUT_CODEC_EXPOSURE:
        return cut_values_normalise_rationals(r, index, CUT_XMP);
    default:
        return true;
    }
}

/* The rows that are parts of one structure stand together. */
static bool gather_parts(cut_reading *r, size_t first, const cut_xmp_node *node)
{
    for (size_t i = first; i < cut_field_count && cut_fields[i].xmp_member; i++) {
        const cut_xmp_node *part = cut_xmp_member(node, NULL, cut_fields[i].xmp_member);
        if (part && !gather_field(r, i, part))
            return false;
    }
    return true;
}

cutline_status cut_gather_xmp(cut_reading *reading, cutline_error *err)
{
    for (const cut_xmp_node *node = reading->xmp.properties; node; node = node->next) {
        int index = node->prefix ? cut_field_of_xmp(node->prefix, node->name) : -1;
        if (index < 0)
            continue;
        bool done = cut_fields[index].xmp_member ? gather_parts(reading, (size_t)index, node)
                                                 : gather_field(reading, (size_t)index, node);
        if (!done)
            return cut_no_memory(err);
    }
    return CUTLINE_OK;
}
