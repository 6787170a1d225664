/*
 * The proof before the rename: the new file is read like any other and must say what was wanted,
 * and nothing else may say something else than before.
 */
#include "base/error.h"
#include "record/agree.h"
#include "writeback/work.h"
#include "writeback/xmp_places.h"

static cutline_status fault(cutline_error *err, const char *block, const char *what)
{
    return cut_fail(err, CUTLINE_INTERNAL, "reading back: %s does not say the right %s", block,
                    what);
}

/* ---- what was wanted --------------------------------------------------------------------------
 */

static cutline_status verify_exif(const cut_work *work, const cut_reading *r, cutline_error *err)
{
    cut_tiff_sets sets = {0};
    if (!cut_exif_sets(work->arena, work->changes, &work->content->reading->exif, &sets))
        return cut_no_memory(err);
    for (size_t i = 0; i < sets.n; i++)
        if (!cut_exif_says(&r->exif, &sets.v[i]))
            return cut_fail(err, CUTLINE_INTERNAL, "reading back: EXIF tag 0x%04x is not right",
                            sets.v[i].tag);
    return CUTLINE_OK;
}

static cutline_status verify_wanted(const cut_work *work, const cut_reading *r, cutline_error *err)
{
    for (size_t i = 0; i < work->changes->n; i++) {
        const cut_change *c = &work->changes->v[i];
        if (!cut_xmp_says(work->arena, r, c))
            return fault(err, "XMP", c->row->info.name);
        if (cut_work_has_iim(work) && !cut_iim_says(work->arena, r, c))
            return fault(err, "IIM", c->row->info.name);
    }
    return work->exif ? verify_exif(work, r, err) : CUTLINE_OK;
}

/* ---- everything else --------------------------------------------------------------------------
 */

/* Structures that follow the fields of the place. */
static bool follows_place(const cut_work *work, cut_str name)
{
    cut_place ignored;
    return cut_str_eq(name, CUT_STR("LocationShown")) &&
           cut_place_read(work->changes, work->content->reading, &ignored);
}

static bool changes_property(const cut_work *work, const cut_xmp_node *node)
{
    static const char *const own[] = {"MetadataDate", "HasExtendedXMP", "SidecarForExtension"};
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (cut_str_eq(node->name, cut_str_from(own[i])))
            return true;
    if (follows_place(work, node->name))
        return true;
    for (size_t i = 0; i < work->changes->n; i++) {
        const cut_field_row *row = work->changes->v[i].row;
        if (row->xmp_name && node->prefix && strcmp(row->xmp_prefix, node->prefix) == 0 &&
            cut_str_eq_nocase(node->name, cut_str_from(row->xmp_name)))
            return true;
    }
    return false;
}

static bool same_nodes(const cut_xmp_node *a, const cut_xmp_node *b);

static bool same_node(const cut_xmp_node *a, const cut_xmp_node *b)
{
    return a->kind == b->kind && cut_str_eq(a->ns, b->ns) && cut_str_eq(a->name, b->name) &&
           cut_str_eq(a->value, b->value) && cut_str_eq(a->lang, b->lang) &&
           same_nodes(a->child, b->child);
}

static bool same_nodes(const cut_xmp_node *a, const cut_xmp_node *b)
{
    for (; a && b; a = a->next, b = b->next)
        if (!same_node(a, b))
            return false;
    return a == b;
}

static const cut_xmp_node *next_unchanged(const cut_work *work, const cut_xmp_node *node)
{
    while (node && changes_property(work, node))
        node = node->next;
    return node;
}

/* Properties that were not to change, in any order: an extension may have moved into the packet. */
static cutline_status verify_properties(const cut_work *work, const cut_xmp *before,
                                        const cut_xmp *after, cutline_error *err)
{
    size_t count = 0;
    for (const cut_xmp_node *a = next_unchanged(work, before->properties); a;
         a = next_unchanged(work, a->next), count++) {
        const cut_xmp_node *b = after->properties;
        while (b && !(cut_str_eq(a->ns, b->ns) && cut_str_eq(a->name, b->name)))
            b = b->next;
        if (!b || !same_node(a, b))
            return cut_fail(err, CUTLINE_INTERNAL,
                            "reading back: XMP has not kept the property %.*s", CUT_FMT(a->name));
    }
    for (const cut_xmp_node *b = next_unchanged(work, after->properties); b;
         b = next_unchanged(work, b->next))
        count--;
    return count == 0 ? CUTLINE_OK
                      : cut_fail(err, CUTLINE_INTERNAL, "reading back: XMP has other properties");
}

static bool is_set(const cut_tiff_sets *sets, const cut_exif_entry *entry)
{
    for (size_t i = 0; i < sets->n; i++)
        if (sets->v[i].tag == entry->tag)
            return true;
    return false;
}

static cutline_status verify_tags(const cut_work *work, const cut_exif *before,
                                  const cut_exif *after, cutline_error *err)
{
    cut_tiff_sets sets = {0};
    if (!cut_exif_sets(work->arena, work->changes, before, &sets))
        return cut_no_memory(err);
    for (size_t i = 0; i < before->entries.n; i++) {
        const cut_exif_entry *a = &before->entries.v[i];
        const cut_exif_entry *b = cut_exif_find(after, a->ifd, a->tag);
        if (is_set(&sets, a))
            continue;
        if (!b || a->type != b->type || a->data.n != b->data.n ||
            (a->data.n && memcmp(a->data.p, b->data.p, a->data.n) != 0))
            return cut_fail(err, CUTLINE_INTERNAL, "reading back: EXIF has not kept tag 0x%04x",
                            a->tag);
    }
    return CUTLINE_OK;
}

/* What every block says of the other fields. A conversion of the IIM keeps its texts. */
static cutline_status verify_fields(const cut_work *work, const cut_reading *after,
                                    cutline_error *err)
{
    static const char *const names[CUT_VOICES] = {"EXIF", "IIM", "XMP"};
    for (size_t i = 0; i < cut_field_count; i++) {
        if (cut_change_of(work->changes, &cut_fields[i]) || i == CUT_FIELD_coded_character_set ||
            (cut_fields[i].xmp_name && follows_place(work, cut_str_from(cut_fields[i].xmp_name))))
            continue;
        for (int voice = 0; voice < CUT_VOICES; voice++) {
            cut_values a = work->content->reading->heard[i].said[voice];
            cut_values b = after->heard[i].said[voice];
            if (a.n != b.n || !cut_values_alike(work->arena, a, b))
                return fault(err, names[voice], cut_fields[i].info.name);
        }
    }
    return CUTLINE_OK;
}

cutline_status cut_work_verify(const cut_work *work, const cut_content *after, cutline_error *err)
{
    const cut_content *before = work->content;
    bool is_new = work->source->size == 0;
    if (!is_new && (before->layout.width != after->layout.width ||
                    before->layout.height != after->layout.height ||
                    strcmp(before->layout.format, after->layout.format) != 0))
        return cut_fail(err, CUTLINE_INTERNAL, "reading back: it is another picture");
    cutline_status status = verify_wanted(work, after->reading, err);
    if (status == CUTLINE_OK)
        status = verify_properties(work, &before->reading->xmp, &after->reading->xmp, err);
    if (status == CUTLINE_OK)
        status = verify_tags(work, &before->reading->exif, &after->reading->exif, err);
    if (status == CUTLINE_OK)
        status = verify_fields(work, after->reading, err);
    return status;
}
