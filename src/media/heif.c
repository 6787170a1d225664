/* HEIF, AVIF (ISO/IEC 23008-12) and CR3: boxes at the top level, and the items of "meta". */
#include "base/inflate.h"
#include "base/limits.h"
#include "media/formats.h"
#include "media/heif_items.h"

#define FULL_BOX 4

static const uint8_t uuid_xmp[16] = {0xBE, 0x7A, 0xCF, 0xCB, 0x97, 0xA9, 0x42, 0xE8,
                                     0x9C, 0x71, 0x99, 0x94, 0x91, 0xE3, 0xAF, 0xAC};
static const uint8_t uuid_c2pa[16] = {0xD8, 0xFE, 0xC3, 0xD6, 0x1B, 0x0E, 0x48, 0x3C,
                                      0x92, 0x97, 0x58, 0x28, 0x87, 0x7E, 0xC4, 0x81};

/* Joins the extents of an item; empty if it is over the limit. */
static cutline_status read_item(cut_bmff *b, const cut_heif_items *items, const cut_heif_item *item,
                                cut_view *out)
{
    uint64_t total = 0, size = b->collect.source->size;
    size_t at = 0;
    *out = (cut_view){NULL, 0};
    for (size_t i = 0; i < item->extent_count; i++) {
        const cut_heif_extent *e = &items->extents.v[item->first_extent + i];
        uint64_t left = e->offset < size ? size - e->offset : 0;
        total += e->length < left ? e->length : left;
        if (total > CUT_MAX_BLOCK_BYTES)
            return CUTLINE_OK;
    }
    uint8_t *bytes = cut_arena_alloc(b->collect.arena, (size_t)total + 1, 1);
    if (!bytes)
        return cut_no_memory(b->err);
    for (size_t i = 0; i < item->extent_count; i++) {
        const cut_heif_extent *e = &items->extents.v[item->first_extent + i];
        uint64_t left = (uint64_t)((size_t)total - at);
        size_t n = (size_t)(e->length < left ? e->length : left), got = 0;
        cutline_status status =
            cut_source_read(b->collect.source, e->offset, bytes + at, n, &got, b->err);
        if (status != CUTLINE_OK)
            return status;
        at += got;
    }
    *out = (cut_view){bytes, at};
    return CUTLINE_OK;
}

/* 23008-12, annex A.2.1: a 32-bit offset of the TIFF header from behind it ("Exif\0\0" stands
 * between). Some writers leave the offset out. */
static cut_view find_tiff(cut_view item)
{
    cut_str s = cut_str_of_view(item);
    uint64_t skip = 0;
    if (cut_str_starts(s, CUT_STR("Exif\0\0")))
        skip = 6;
    else if (item.n >= 4 && !cut_str_starts(s, CUT_STR("II*\0")) &&
             !cut_str_starts(s, CUT_STR("MM\0*")))
        skip = 4 + ((uint64_t)item.p[0] << 24 | (uint64_t)item.p[1] << 16 |
                    (uint64_t)item.p[2] << 8 | item.p[3]);
    if (skip > item.n)
        skip = item.n;
    return (cut_view){item.p + skip, item.n - (size_t)skip};
}

static cutline_status take_xmp(cut_bmff *b, const cut_heif_item *item, cut_view bytes,
                               uint64_t offset)
{
    bool complete = true;
    cutline_status status = CUTLINE_OK;
    if (cut_str_eq(item->content_encoding, CUT_STR("deflate")))
        status =
            cut_inflate(b->collect.arena, bytes, CUT_MAX_BLOCK_BYTES, &bytes, &complete, b->err);
    else if (item->content_encoding.n > 0)
        complete = false;
    if (!complete)
        cut_finding_add(b->collect.findings, "segment-skipped", NULL,
                        "byte %llu: XMP is compressed in a way that cannot be unpacked",
                        (unsigned long long)offset);
    if (status == CUTLINE_LIMIT || !complete)
        return CUTLINE_OK;
    if (status == CUTLINE_OK && !cut_collect_ready(&b->collect, CUT_BLOCK_XMP, bytes, offset))
        return cut_no_memory(b->err);
    return status;
}

static bool is_image(const cut_heif_item *item)
{
    static const char types[][5] = {"av01", "avc1", "hvc1", "lhv1", "hvt1"};
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (strcmp(item->type, types[i]) == 0)
            return true;
    return false;
}

static cutline_status hash_item(cut_bmff *b, const cut_heif_items *items, const cut_heif_item *item)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < item->extent_count && status == CUTLINE_OK; i++) {
        const cut_heif_extent *e = &items->extents.v[item->first_extent + i];
        status = cut_image_hash_add(&b->hash, e->offset, e->length, b->err);
    }
    return status;
}

static cutline_status take_item(cut_bmff *b, const cut_heif_items *items, const cut_heif_item *item)
{
    bool exif = strcmp(item->type, "Exif") == 0;
    bool xmp = cut_str_eq(item->content_type, CUT_STR("application/rdf+xml"));
    cut_view bytes;
    if (item->elsewhere || item->extent_count == 0)
        return CUTLINE_OK;
    if (is_image(item))
        return hash_item(b, items, item);
    if (!exif && !xmp)
        return CUTLINE_OK;
    uint64_t offset = items->extents.v[item->first_extent].offset;
    cutline_status status = read_item(b, items, item, &bytes);
    if (status != CUTLINE_OK || bytes.n == 0)
        return status;
    if (xmp)
        return take_xmp(b, item, bytes, offset);
    cut_view tiff = find_tiff(bytes);
    return cut_collect_ready(&b->collect, CUT_BLOCK_EXIF, tiff, offset + (bytes.n - tiff.n))
               ? CUTLINE_OK
               : cut_no_memory(b->err);
}

/* ---- the size: property "ispe" of the primary item ---------------------------------------------
 */

/* ipma, 23008-12, 9.3.2: the index-th property of an item, from 1; calls `is_ours` until true. */
typedef struct association {
    uint16_t properties[64]; /* indices into ipco, from 1 */
    size_t count;
} association;

static association properties_of(cut_reader *r, uint32_t wanted)
{
    association found = {.count = 0};
    unsigned version = cut_read_u8(r);
    cut_read_skip(r, 2);
    bool wide = cut_read_u8(r) & 1;
    uint32_t entries = cut_read_u32be(r);
    for (uint32_t i = 0; i < entries && cut_reader_ok(r); i++) {
        uint32_t id = version < 1 ? cut_read_u16be(r) : cut_read_u32be(r);
        size_t n = cut_read_u8(r);
        for (size_t k = 0; k < n; k++) { /* the top bit says "essential" */
            unsigned index = wide ? cut_read_u16be(r) & 0x7FFF : cut_read_u8(r) & 0x7F;
            if (id == wanted && found.count < 64)
                found.properties[found.count++] = (uint16_t)index;
        }
    }
    return found;
}

static cutline_status take_extents_property(cut_bmff *b, const cut_box *ispe)
{
    cut_reader r;
    cutline_status status = cut_box_reader(b, ispe, CUT_MAX_HEIF_BOX, &r);
    cut_read_skip(&r, FULL_BOX);
    uint32_t width = cut_read_u32be(&r), height = cut_read_u32be(&r);
    if (cut_reader_ok(&r)) {
        b->collect.out->width = width;
        b->collect.out->height = height;
    }
    return status;
}

static bool has_property(const association *a, size_t index)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->properties[i] == index)
            return true;
    return false;
}

static cutline_status take_size(cut_bmff *b, const cut_box *meta, uint32_t primary)
{
    cut_box iprp, ipco, ipma, property;
    cut_reader r;
    bool found = false;
    cutline_status status =
        cut_box_find(b, meta->data + FULL_BOX, meta->end, "iprp", &iprp, &found);
    if (status == CUTLINE_OK && found)
        status = cut_box_find(b, iprp.data, iprp.end, "ipma", &ipma, &found);
    if (status != CUTLINE_OK || !found)
        return status;
    status = cut_box_reader(b, &ipma, CUT_MAX_HEIF_BOX, &r);
    association properties = properties_of(&r, primary);
    if (status == CUTLINE_OK)
        status = cut_box_find(b, iprp.data, iprp.end, "ipco", &ipco, &found);
    uint64_t at = ipco.data;
    for (size_t index = 1; status == CUTLINE_OK && found; index++) {
        status = cut_box_read(b, at, ipco.end, &property, &found);
        if (status == CUTLINE_OK && found && cut_box_is(&property, "ispe") &&
            has_property(&properties, index))
            return take_extents_property(b, &property);
        at = property.end;
    }
    return status;
}

cutline_status cut_heif_meta(cut_bmff *b, const cut_box *meta)
{
    cut_heif_items items;
    cutline_status status = cut_heif_read_items(b, meta, &items);
    for (size_t i = 0; status == CUTLINE_OK && i < items.items.n; i++)
        status = take_item(b, &items, &items.items.v[i]);
    if (status == CUTLINE_OK)
        status = take_size(b, meta, items.primary);
    return status;
}

/* ---- the file ----------------------------------------------------------------------------------
 */

static cutline_status take_uuid(cut_bmff *b, const cut_box *box)
{
    bool ok = true;
    if (memcmp(box->uuid, uuid_xmp, 16) == 0)
        ok = cut_collect_whole(&b->collect, CUT_BLOCK_XMP, box->data, box->end - box->data);
    else if (memcmp(box->uuid, uuid_c2pa, 16) == 0)
        ok = cut_collect_whole(&b->collect, CUT_BLOCK_C2PA, box->data, box->end - box->data);
    return ok ? CUTLINE_OK : cut_no_memory(b->err);
}

static cutline_status take_box(cut_bmff *b, const cut_box *box)
{
    if (cut_box_is(box, "meta"))
        return cut_heif_meta(b, box);
    if (cut_box_is(box, "moov"))
        return cut_bmff_movie(b, box);
    if (cut_box_is(box, "uuid"))
        return take_uuid(b, box);
    if (cut_box_is(box, "jumb") &&
        !cut_collect_whole(&b->collect, CUT_BLOCK_C2PA, box->data, box->end - box->data))
        return cut_no_memory(b->err);
    return CUTLINE_OK;
}

static cutline_status walk_boxes(cut_bmff *b)
{
    uint64_t at = 0, size = b->collect.source->size;
    cutline_status status = CUTLINE_OK;
    while (status == CUTLINE_OK) {
        cut_box box;
        bool found = false;
        status = cut_box_read(b, at, size, &box, &found);
        if (status != CUTLINE_OK)
            return status;
        if (!found || box.cut)
            break;
        status = take_box(b, &box);
        at = box.end;
    }
    if (status == CUTLINE_OK && at < size)
        cut_finding_add(b->collect.findings, "truncated", NULL,
                        "byte %llu: no whole box where one should be", (unsigned long long)at);
    return status;
}

typedef struct brand {
    char brand[5];
    const char *format;
} brand;

static const brand brands[] = {
    {"heic", "heic"}, {"heix", "heic"}, {"heim", "heic"}, {"heis", "heic"},
    {"hevc", "heic"}, {"hevx", "heic"}, {"mif1", "heif"}, {"mif2", "heif"},
    {"msf1", "heif"}, {"avif", "avif"}, {"avis", "avif"}, {"crx ", "cr3"},
};

static const char *format_of(cut_view head)
{
    for (size_t i = 0; i < sizeof brands / sizeof brands[0]; i++)
        if (head.n >= 12 && memcmp(head.p + 4, "ftyp", 4) == 0 &&
            memcmp(head.p + 8, brands[i].brand, 4) == 0)
            return brands[i].format;
    return NULL;
}

static cutline_status scan(cut_source *source, bool want_hash, cut_arena *arena, cut_layout *out,
                           cut_findings *findings, cutline_error *err)
{
    cut_bmff b = {.collect = {.source = source, .arena = arena, .out = out, .findings = findings},
                  .err = err};
    out->format = format_of(source->head);
    cut_image_hash_start(&b.hash, source, want_hash);
    cutline_status status = walk_boxes(&b);
    if (status == CUTLINE_OK)
        status = cut_collect_finish(&b.collect, err);
    if (status == CUTLINE_OK)
        cut_image_hash_finish(&b.hash, out, findings);
    return status;
}

static bool probe(cut_view head)
{
    return format_of(head) != NULL;
}

const cut_format cut_format_heif = {.name = "heif",
                                    .extensions = "heic heif hif heics heifs avif avifs cr3",
                                    .probe = probe,
                                    .scan = scan};
