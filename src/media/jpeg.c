/*
 * JPEG: a walk from marker to marker over the header (ITU-T T.81, annex B). Only the first bytes of
 * each segment are looked at; data of segments the tool has a use for is read at the end. The walk
 * stops at the first SOS; image data is the business of jpeg_scan.c.
 */
#include "media/jpeg.h"

#include "base/limits.h"
#include "media/blocks.h"
#include "media/formats.h"

#define SOI_BYTES 2
#define EXV_SIGNATURE                                                                              \
    CUT_STR("\xFF\x01"                                                                             \
            "Exiv2")

typedef cut_jpeg_segment segment;

typedef struct header {
    cut_collector collect;
    cutline_error *err;
    uint64_t image;  /* of the first marker of coded data, 0 if none was met */
    bool no_picture; /* the file holds segments only */
    bool has_mpf;    /* further images follow the end of the first (CIPA DC-007) */
    size_t extensions;
    bool no_memory;
} header;

static void truncated(header *h, uint64_t at, const char *what)
{
    if (at > h->collect.source->size)
        at = h->collect.source->size;
    cut_finding_add(h->collect.findings, "truncated", NULL, "byte %llu: %s", (unsigned long long)at,
                    what);
}

/* The next segment at or after `at`. *found is false where the walk ends. */
static cutline_status next_segment(header *h, uint64_t at, segment *seg, bool *found)
{
    const char *damage = NULL;
    cutline_status status =
        cut_jpeg_next_segment(h->collect.source, at, seg, found, &damage, h->err);
    if (status == CUTLINE_OK && damage)
        truncated(h, seg->at, damage);
    return status;
}

static uint32_t u32be(const char *p)
{
    const uint8_t *b = (const uint8_t *)p;
    return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

/* T.81, B.2.2: sample precision (8 bits), lines (16), samples per line (16). */
static void take_frame(header *h, const segment *seg)
{
    if (seg->start.n < 6 || h->collect.out->width != 0)
        return;
    h->collect.out->height = u32be(seg->start.p + 1) >> 16;
    h->collect.out->width = u32be(seg->start.p + 3) >> 16;
}

/* The rest of a segment behind a header, as a part of a block (a new one if `block` is NULL). */
static void take_rest(header *h, cut_pending *block, cut_block_kind kind, const segment *seg,
                      size_t skip, uint64_t order)
{
    if (!block)
        block = cut_collect_block(&h->collect, kind);
    if (skip > seg->length)
        skip = seg->length;
    if (!block ||
        !cut_collect_part(&h->collect, block, seg->data + skip, seg->length - skip, order))
        h->no_memory = true;
}

/* EXIF that does not fit one segment goes on in segments that repeat the signature but have no TIFF
 * header (no standard, but ExifTool and some phones write it). */
static void take_exif(header *h, const segment *seg, size_t signature)
{
    cut_str tiff = cut_str_slice(seg->start, signature + 6, seg->start.n);
    bool starts = cut_str_starts(tiff, CUT_STR("II*\0")) || cut_str_starts(tiff, CUT_STR("MM\0*"));
    cut_pending *block = starts ? NULL : cut_collect_last(&h->collect, CUT_BLOCK_EXIF);
    take_rest(h, block, CUT_BLOCK_EXIF, seg, signature + 6, 0);
}

static cut_pending *extension_of(header *h, const char guid[33], uint32_t declared)
{
    for (size_t i = 0; i < h->collect.blocks.n; i++) {
        cut_pending *block = h->collect.blocks.v[i];
        if (block->kind == CUT_BLOCK_XMP_EXT && strcmp(block->guid, guid) == 0)
            return block;
    }
    if (h->extensions++ >= CUT_MAX_XMP_EXTENSIONS)
        return NULL;
    cut_pending *block = cut_collect_block(&h->collect, CUT_BLOCK_XMP_EXT);
    if (!block) {
        h->no_memory = true;
        return NULL;
    }
    memcpy(block->guid, guid, sizeof block->guid);
    block->declared = declared;
    return block;
}

/* XMP part 3, 1.1.3.1: signature, GUID (32 hex digits), full length, offset of this part. */
static void take_extension(header *h, const segment *seg)
{
    char guid[33] = "";
    const char *p = seg->start.p + CUT_JPEG_EXTENSION.n;
    if (seg->start.n < CUT_JPEG_EXTENSION_HEADER) {
        truncated(h, seg->at, "JPEG: a segment of extended XMP ends in its header");
        return;
    }
    for (size_t i = 0; i < 32; i++)
        guid[i] = cut_is_alnum(p[i]) ? cut_to_upper(p[i]) : '?';
    cut_pending *block = extension_of(h, guid, u32be(p + 32));
    if (block && block->declared == u32be(p + 32))
        take_rest(h, block, CUT_BLOCK_XMP_EXT, seg, CUT_JPEG_EXTENSION_HEADER, u32be(p + 36));
    else
        cut_finding_add(h->collect.findings, "xmp-extension", NULL,
                        "byte %llu: extended XMP that belongs to no other is passed over",
                        (unsigned long long)seg->at);
}

static void take_app1(header *h, const segment *seg)
{
    size_t exif = cut_jpeg_exif_signature(seg->start);
    if (exif != SIZE_MAX)
        take_exif(h, seg, exif);
    else if (cut_str_starts(seg->start, CUT_JPEG_XMP))
        take_rest(h, NULL, CUT_BLOCK_XMP, seg, CUT_JPEG_XMP.n, 0);
    else if (cut_str_starts(seg->start, CUT_JPEG_EXTENSION))
        take_extension(h, seg);
    else if (cut_jpeg_looks_like_xmp(
                 seg->start)) /* a wrong signature; the packet starts at its first '<' */
        take_rest(h, NULL, CUT_BLOCK_XMP, seg, 0, 0);
}

static cut_pending *box_of(header *h, uint32_t instance)
{
    cut_pending *last = cut_collect_last(&h->collect, CUT_BLOCK_C2PA);
    return last && last->key == instance ? last : NULL;
}

/* JPEG XT (ISO/IEC 18477-3, B.1): "JP", box instance (16 bits), packet number (32), then the box
 * with its length and type, which each packet repeats. Only JUMBF boxes, which C2PA uses. */
static void take_app11(header *h, const segment *seg)
{
    cut_str s = seg->start;
    if (s.n < 16 || !cut_str_starts(s, CUT_STR("JP")) ||
        !cut_str_eq(cut_str_slice(s, 12, 16), CUT_STR("jumb")))
        return;
    uint32_t instance = u32be(s.p) & 0xFFFF;
    cut_pending *block = box_of(h, instance);
    size_t skip = 8;
    if (block)
        skip += u32be(s.p + 8) == 1 ? 16 : 8; /* length 1: a 64-bit length follows */
    else
        block = cut_collect_block(&h->collect, CUT_BLOCK_C2PA);
    if (block)
        block->key = instance;
    take_rest(h, block, CUT_BLOCK_C2PA, seg, skip, u32be(s.p + 4));
}

static void take_app13(header *h, const segment *seg)
{
    cut_pending *block = cut_collect_last(&h->collect, CUT_BLOCK_IRB);
    if (cut_str_starts(seg->start, CUT_JPEG_IRB))
        take_rest(h, block, CUT_BLOCK_IRB, seg, CUT_JPEG_IRB.n, 0);
    else if (cut_str_starts(seg->start, CUT_JPEG_OLD_IRB))
        take_rest(h, block, CUT_BLOCK_IRB, seg, CUT_JPEG_OLD_IRB_HEADER, 0);
}

static void take_segment(header *h, const segment *seg)
{
    uint8_t m = seg->marker;
    if ((m & 0xF0) == 0xC0 && (m == 0xC0 || m % 4 != 0)) /* SOF, not DHT, JPG, DAC */
        take_frame(h, seg);
    else if (m == 0xE1)
        take_app1(h, seg);
    else if (m == 0xE2 && cut_str_starts(seg->start, CUT_STR("MPF\0")))
        h->has_mpf = true;
    else if (m == 0xEB)
        take_app11(h, seg);
    else if (m == 0xED)
        take_app13(h, seg);
    else if (m == 0xFE)
        take_rest(h, NULL, CUT_BLOCK_COMMENT, seg, 0, 0);
    else if (cut_jpeg_is_image_marker(m) && h->image == 0)
        h->image = seg->at;
}

/* From the first marker, behind SOI, to the first SOS. */
static cutline_status walk_header(header *h, uint64_t start)
{
    segment seg = {.next = start};
    for (size_t count = 0; count < CUT_MAX_SEGMENTS; count++) {
        bool found = false;
        cutline_status status = next_segment(h, seg.next, &seg, &found);
        if (status != CUTLINE_OK || !found)
            return status;
        if (seg.marker == CUT_JPEG_EOI && h->no_picture)
            return CUTLINE_OK;
        if (cut_jpeg_marker_class(seg.marker) == CUT_JPEG_STOP || seg.marker == CUT_JPEG_EOI) {
            truncated(h, seg.at, "JPEG: the image ends before any image data");
            return CUTLINE_OK;
        }
        take_segment(h, &seg);
        if (h->no_memory)
            return cut_no_memory(h->err);
        if (seg.marker == CUT_JPEG_SOS)
            return CUTLINE_OK;
    }
    cut_finding_add(h->collect.findings, "segment-skipped", NULL,
                    "byte %llu: JPEG: more than %u segments", (unsigned long long)seg.next,
                    CUT_MAX_SEGMENTS);
    return CUTLINE_OK;
}

static cutline_status scan_image(header *h)
{
    uint64_t end = 0;
    cut_source *source = h->collect.source;
    cutline_status status = cut_jpeg_scan(source, h->image, h->collect.out, &end, h->err);
    if (status != CUTLINE_OK)
        return status;
    if (end != 0)
        return cut_jpeg_trailer(&h->collect, end, h->has_mpf, h->err);
    truncated(h, source->size, "JPEG: the image data ends without an end marker");
    return CUTLINE_OK;
}

static cutline_status scan(cut_source *source, bool want_hash, cut_arena *arena, cut_layout *out,
                           cut_findings *findings, cutline_error *err)
{
    header h = {.collect = {.source = source, .arena = arena, .out = out, .findings = findings},
                .err = err};
    cutline_status status = walk_header(&h, SOI_BYTES);
    if (status == CUTLINE_OK)
        status = cut_collect_finish(&h.collect, err);
    if (status == CUTLINE_OK && want_hash && h.image != 0)
        status = scan_image(&h);
    if (status == CUTLINE_OK && h.image == 0 && out->width == 0 && out->blocks.n == 0)
        return cut_fail_at(err, CUTLINE_MALFORMED, source->name, (int64_t)source->size,
                           "JPEG: the file ends before any metadata or image data");
    return status;
}

/* SOI and the 0xFF of the first marker. */
static bool probe(cut_view head)
{
    return head.n >= 3 && head.p[0] == 0xFF && head.p[1] == 0xD8 && head.p[2] == 0xFF;
}

/* The header of the inner file is read into memory and walked there; what it holds gets its place
 * in the outer file. Findings of the inner walk say nothing about the outer file and are dropped.
 */
cutline_status cut_jpeg_scan_embedded(cut_source *source, uint64_t offset, uint64_t length,
                                      cut_arena *arena, cut_layout *out, cut_findings *findings,
                                      cutline_error *err)
{
    cut_layout inner = {0};
    cut_source memory;
    cut_view bytes;
    cut_findings ignored = cut_findings_in(findings->arena);
    size_t n = length < CUT_MAX_EMBEDDED_HEADER ? (size_t)length : CUT_MAX_EMBEDDED_HEADER;
    cutline_status status = cut_source_peek(source, offset, n, &bytes, err);
    if (status != CUTLINE_OK || !probe(bytes))
        return status;
    cut_source_from_memory(&memory, source->name, bytes, arena);
    header h = {.collect = {.source = &memory, .arena = arena, .out = &inner, .findings = &ignored},
                .err = err};
    status = walk_header(&h, SOI_BYTES);
    if (status == CUTLINE_OK)
        status = cut_collect_finish(&h.collect, err);
    if (out->width == 0) {
        out->width = inner.width;
        out->height = inner.height;
    }
    for (size_t i = 0; status == CUTLINE_OK && i < inner.blocks.n; i++) {
        inner.blocks.v[i].offset += offset;
        inner.blocks.v[i].parts = NULL; /* whose positions are those in the inner file */
        if (!CUT_PUSH(arena, &out->blocks, inner.blocks.v[i]))
            status = cut_no_memory(err);
    }
    return status;
}

const cut_format cut_format_jpeg = {
    .name = "jpeg", .extensions = "jpg jpeg jpe jps jfif thm", .probe = probe, .scan = scan};

/* Metadata that exiv2 takes out of a picture: the segments of a JPEG behind a signature. */
static cutline_status scan_exv(cut_source *source, bool want_hash, cut_arena *arena,
                               cut_layout *out, cut_findings *findings, cutline_error *err)
{
    header h = {.collect = {.source = source, .arena = arena, .out = out, .findings = findings},
                .err = err,
                .no_picture = true};
    (void)want_hash; /* no picture in here */
    cutline_status status = walk_header(&h, EXV_SIGNATURE.n);
    return status == CUTLINE_OK ? cut_collect_finish(&h.collect, err) : status;
}

static bool probe_exv(cut_view head)
{
    return cut_str_starts(cut_str_of_view(head), EXV_SIGNATURE);
}

const cut_format cut_format_exv = {
    .name = "exv", .extensions = "exv", .probe = probe_exv, .scan = scan_exv};
