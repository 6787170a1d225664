#include "media/heif_items.h"

#include "base/limits.h"

#include <stdlib.h>

#define FULL_BOX 4u /* version (8 bits) and flags (24) of a FullBox */

/* What iloc says of an item, until it is joined with what iinf says. */
typedef struct location {
    uint32_t id;
    bool elsewhere;
    size_t first_extent;
    size_t extent_count;
} location;

typedef struct locations {
    CUT_VEC(location) list;
} locations;

/* Widths of the numbers in an iloc box, in bytes. */
typedef struct widths {
    size_t offset, length, base, index;
} widths;

static uint64_t read_number(cut_reader *r, size_t width)
{
    if (width == 8)
        return cut_read_u64be(r);
    if (width == 4)
        return cut_read_u32be(r);
    return 0;
}

static cut_str read_text(cut_reader *r)
{
    cut_str rest = {(const char *)r->bytes.p + r->at, cut_reader_left(r)};
    size_t n = cut_str_find_char(rest, '\0', 0);
    if (rest.n == 0)
        return (cut_str){NULL, 0};
    if (n == SIZE_MAX)
        n = rest.n; /* the last one need not be ended */
    cut_read_skip(r, n < rest.n ? n + 1 : n);
    return (cut_str){rest.p, n};
}

/* 8.11.6.2, ItemInfoEntry: versions 2 and 3 have a type, 0 and 1 only a content type. */
static bool read_entry(cut_reader *r, cut_heif_item *item)
{
    unsigned version = cut_read_u8(r);
    cut_read_skip(r, 3);
    item->id = version == 3 ? cut_read_u32be(r) : cut_read_u16be(r);
    item->elsewhere = cut_read_u16be(r) != 0; /* protected */
    memcpy(item->type, "mime", 5);
    if (version >= 2) {
        cut_view type = cut_read_view(r, 4);
        if (type.p)
            memcpy(item->type, type.p, 4);
    }
    (void)read_text(r); /* name */
    if (strcmp(item->type, "mime") == 0) {
        item->content_type = read_text(r);
        item->content_encoding = read_text(r);
    }
    return cut_reader_ok(r);
}

static cutline_status read_entries(cut_bmff *b, const cut_box *iinf, cut_heif_items *out)
{
    uint64_t at = iinf->data;
    uint8_t version = 0;
    size_t got = 0;
    cutline_status status = cut_source_read(b->collect.source, at, &version, 1, &got, b->err);
    at += FULL_BOX + (version == 0 ? 2u : 4u); /* the number of entries, which the boxes tell too */
    while (status == CUTLINE_OK && out->items.n < CUT_MAX_HEIF_ITEMS) {
        cut_box infe;
        cut_reader r;
        bool found = false;
        cut_heif_item item = {0};
        status = cut_box_find(b, at, iinf->end, "infe", &infe, &found);
        if (status != CUTLINE_OK || !found)
            break;
        status = cut_box_reader(b, &infe, CUT_MAX_HEIF_BOX, &r);
        if (status == CUTLINE_OK && read_entry(&r, &item) &&
            !CUT_PUSH(b->collect.arena, &out->items, item))
            status = cut_no_memory(b->err);
        at = infe.end;
    }
    return status;
}

static bool read_extents(cut_bmff *b, cut_reader *r, widths w, uint64_t base, location *where,
                         cut_heif_items *out)
{
    size_t count = cut_read_u16be(r);
    where->first_extent = out->extents.n;
    for (size_t i = 0; i < count && cut_reader_ok(r); i++) {
        (void)read_number(r, w.index);
        uint64_t offset = read_number(r, w.offset), length = read_number(r, w.length);
        cut_heif_extent extent = {.offset = base + offset,
                                  .length = w.length == 0 ? UINT64_MAX : length};
        if (out->extents.n >= CUT_MAX_HEIF_EXTENTS)
            return false;
        if (cut_reader_ok(r) && !CUT_PUSH(b->collect.arena, &out->extents, extent))
            return false;
    }
    where->extent_count = out->extents.n - where->first_extent;
    return cut_reader_ok(r);
}

/* 8.11.3.2, one item of iloc. Construction 0: offsets in the file; 1: in the idat box; 2: in
 * another item, which is not read. */
static bool read_location(cut_bmff *b, cut_reader *r, unsigned version, widths w,
                          const cut_box *idat, cut_heif_items *out, location *where)
{
    *where = (location){.id = version < 2 ? cut_read_u16be(r) : cut_read_u32be(r)};
    unsigned construction = version == 0 ? 0 : cut_read_u16be(r) & 0xF;
    where->elsewhere = cut_read_u16be(r) != 0; /* data_reference_index: another file */
    if (construction > 1 || (construction == 1 && idat->data == 0))
        where->elsewhere = true;
    uint64_t base = read_number(r, w.base) + (construction == 1 ? idat->data : 0);
    return read_extents(b, r, w, base, where, out);
}

static cutline_status read_locations(cut_bmff *b, const cut_box *iloc, const cut_box *idat,
                                     cut_heif_items *out, locations *found)
{
    cut_reader r;
    cutline_status status = cut_box_reader(b, iloc, CUT_MAX_HEIF_BOX, &r);
    if (status != CUTLINE_OK)
        return status;
    unsigned version = cut_read_u8(&r);
    cut_read_skip(&r, 3);
    unsigned sizes = cut_read_u16be(&r);
    widths w = {.offset = sizes >> 12,
                .length = sizes >> 8 & 0xF,
                .base = sizes >> 4 & 0xF,
                .index = version == 0 ? 0 : sizes & 0xF};
    uint32_t count = version < 2 ? cut_read_u16be(&r) : cut_read_u32be(&r);
    for (uint32_t i = 0; i < count && i < CUT_MAX_HEIF_ITEMS; i++) {
        location where;
        if (!read_location(b, &r, version, w, idat, out, &where)) {
            cut_finding_add(b->collect.findings, "truncated", NULL,
                            "byte %llu: the list of item places is damaged",
                            (unsigned long long)cut_reader_offset(&r));
            break;
        }
        if (!CUT_PUSH(b->collect.arena, &found->list, where))
            return cut_no_memory(b->err);
    }
    return CUTLINE_OK;
}

static int by_item_id(const void *a, const void *b)
{
    uint32_t x = ((const cut_heif_item *)a)->id, y = ((const cut_heif_item *)b)->id;
    return x < y ? -1 : x > y;
}

static int by_location_id(const void *a, const void *b)
{
    uint32_t x = ((const location *)a)->id, y = ((const location *)b)->id;
    return x < y ? -1 : x > y;
}

/* Both lists by id, then side by side. */
static void join(cut_heif_items *out, locations *where)
{
    size_t l = 0;
    if (out->items.n)
        qsort(out->items.v, out->items.n, sizeof *out->items.v, by_item_id);
    if (where->list.n)
        qsort(where->list.v, where->list.n, sizeof *where->list.v, by_location_id);
    for (size_t i = 0; i < out->items.n; i++) {
        cut_heif_item *item = &out->items.v[i];
        while (l < where->list.n && where->list.v[l].id < item->id)
            l++;
        if (l == where->list.n || where->list.v[l].id != item->id)
            continue;
        item->elsewhere = item->elsewhere || where->list.v[l].elsewhere;
        item->first_extent = where->list.v[l].first_extent;
        item->extent_count = where->list.v[l].extent_count;
    }
}

static cutline_status read_primary(cut_bmff *b, const cut_box *pitm, cut_heif_items *out)
{
    cut_reader r;
    cutline_status status = cut_box_reader(b, pitm, CUT_MAX_HEIF_BOX, &r);
    unsigned version = cut_read_u8(&r);
    cut_read_skip(&r, 3);
    out->primary = version == 0 ? cut_read_u16be(&r) : cut_read_u32be(&r);
    return status;
}

cutline_status cut_heif_read_items(cut_bmff *b, const cut_box *meta, cut_heif_items *out)
{
    cut_box iinf, iloc, pitm, idat = {0};
    bool has_info = false, has_places = false, has_primary = false, has_data = false;
    locations where = {0};
    uint64_t at = meta->data + FULL_BOX;
    *out = (cut_heif_items){0};
    cutline_status status = cut_box_find(b, at, meta->end, "iinf", &iinf, &has_info);
    if (status == CUTLINE_OK)
        status = cut_box_find(b, at, meta->end, "iloc", &iloc, &has_places);
    if (status == CUTLINE_OK)
        status = cut_box_find(b, at, meta->end, "pitm", &pitm, &has_primary);
    if (status == CUTLINE_OK)
        status = cut_box_find(b, at, meta->end, "idat", &idat, &has_data);
    if (status == CUTLINE_OK && has_info)
        status = read_entries(b, &iinf, out);
    if (status == CUTLINE_OK && has_primary)
        status = read_primary(b, &pitm, out);
    if (!has_data)
        idat = (cut_box){0};
    if (status == CUTLINE_OK && has_places)
        status = read_locations(b, &iloc, &idat, out, &where);
    if (status == CUTLINE_OK)
        join(out, &where);
    return status;
}
