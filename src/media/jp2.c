/*
 * JPEG 2000 (ISO/IEC 15444-1, annex I) and JPEG XL (ISO/IEC 18181-2): two formats of the same kind
 * of boxes. Metadata is in "uuid" boxes of the first, in "Exif" and "xml " boxes of the second.
 */
#include "media/bmff.h"
#include "media/formats.h"

#define CODESTREAM_BYTES 18 /* that hold the size of a JPEG XL picture */

static const struct {
    uint8_t uuid[17]; /* and NUL */
    cut_block_kind kind;
} uuids[] = {
    {"JpgTiffExif->JP2", CUT_BLOCK_EXIF},
    {"\x05\x37\xCD\xAB\x9D\x0C\x44\x31\xA7\x2A\xFA\x56\x1F\x2A\x11\x3E", CUT_BLOCK_EXIF},
    {"\xBE\x7A\xCF\xCB\x97\xA9\x42\xE8\x9C\x71\x99\x94\x91\xE3\xAF\xAC", CUT_BLOCK_XMP},
    {"\x33\xC7\xA4\xD2\xB8\x1D\x47\x23\xA0\xBA\xF1\xA3\xE0\x97\xAD\x38", CUT_BLOCK_IIM},
    {"\x09\xA1\x4E\x97\xC0\xB4\x42\xE0\xBE\xBF\x36\xDF\x6F\x0C\xE3\x6F", CUT_BLOCK_IIM},
    {"\x2C\x4C\x01\x00\x85\x04\x40\xB9\xA0\x3E\x56\x21\x48\xD6\xDF\xEB", CUT_BLOCK_IRB},
};

/* A box of metadata behind a prefix that should not be there, or has to be. */
static cutline_status take_data(cut_bmff *b, const cut_box *box, size_t skip, cut_block_kind kind)
{
    uint8_t start[6] = {0};
    size_t got = 0;
    uint64_t at = box->data + skip;
    if (at > box->end)
        return CUTLINE_OK;
    cutline_status status =
        cut_source_read(b->collect.source, at, start, sizeof start, &got, b->err);
    if (status != CUTLINE_OK)
        return status;
    if (kind == CUT_BLOCK_EXIF && memcmp(start, "Exif\0\0", 6) == 0)
        at += 6; /* written by some, though the TIFF header should come first */
    uint64_t length = at < box->end ? box->end - at : 0;
    return cut_collect_whole(&b->collect, kind, at, length) ? CUTLINE_OK : cut_no_memory(b->err);
}

static cutline_status take_uuid(cut_bmff *b, const cut_box *box)
{
    for (size_t i = 0; i < sizeof uuids / sizeof uuids[0]; i++)
        if (memcmp(box->uuid, uuids[i].uuid, 16) == 0)
            return take_data(b, box, 0, uuids[i].kind);
    return CUTLINE_OK;
}

/* I.5.3.1: in "jp2h", "ihdr" has height and width, 32 bits each. */
static cutline_status take_jp2_size(cut_bmff *b, const cut_box *jp2h)
{
    cut_box ihdr;
    cut_reader r;
    bool found = false;
    cutline_status status = cut_box_find(b, jp2h->data, jp2h->end, "ihdr", &ihdr, &found);
    if (status == CUTLINE_OK && found)
        status = cut_box_reader(b, &ihdr, 64, &r);
    if (status != CUTLINE_OK || !found)
        return status;
    uint32_t height = cut_read_u32be(&r), width = cut_read_u32be(&r);
    if (cut_reader_ok(&r)) {
        b->collect.out->width = width;
        b->collect.out->height = height;
    }
    return CUTLINE_OK;
}

/* Bits of a JPEG XL header, lowest of a byte first. */
typedef struct bits {
    const uint8_t *p;
    size_t at;
} bits;

static uint32_t take_bits(bits *s, unsigned n)
{
    uint32_t value = 0;
    for (unsigned i = 0; i < n; i++, s->at++)
        value |= (uint32_t)(s->p[s->at / 8] >> s->at % 8 & 1) << i;
    return value;
}

static uint32_t take_dimension(bits *s, bool is_small)
{
    static const unsigned widths[] = {9, 13, 18, 30};
    if (is_small)
        return (take_bits(s, 5) + 1) * 8;
    return take_bits(s, widths[take_bits(s, 2)]) + 1;
}

/* 18181-1, D.2, SizeHeader: height, then the width or a ratio that gives it. */
static void take_jxl_size(cut_layout *out, const uint8_t codestream[CODESTREAM_BYTES])
{
    static const unsigned ratios[][2] = {{1, 1}, {12, 10}, {4, 3}, {3, 2}, {16, 9}, {5, 4}, {2, 1}};
    bits s = {.p = codestream + 2};
    bool is_small = take_bits(&s, 1);
    uint32_t height = take_dimension(&s, is_small);
    unsigned ratio = take_bits(&s, 3);
    out->height = height;
    out->width = ratio == 0
                     ? take_dimension(&s, is_small)
                     : (uint32_t)((uint64_t)height * ratios[ratio - 1][0] / ratios[ratio - 1][1]);
}

/* The codestream starts the first "jxlc" or, behind a counter of 4 bytes, "jxlp" box. */
static cutline_status look_at_codestream(cut_bmff *b, uint64_t at)
{
    uint8_t start[CODESTREAM_BYTES] = {0};
    size_t got = 0;
    cutline_status status =
        cut_source_read(b->collect.source, at, start, sizeof start, &got, b->err);
    if (status == CUTLINE_OK && b->collect.out->width == 0 && start[0] == 0xFF && start[1] == 0x0A)
        take_jxl_size(b->collect.out, start);
    return status;
}

/* Boxes of coded data. */
static cutline_status take_image(cut_bmff *b, const cut_box *box)
{
    cutline_status status = CUTLINE_OK;
    if (cut_box_is(box, "jxlc"))
        status = look_at_codestream(b, box->data);
    else if (cut_box_is(box, "jxlp"))
        status = look_at_codestream(b, box->data + 4);
    if (status == CUTLINE_OK)
        status = cut_image_hash_add(&b->hash, box->data, box->end - box->data, b->err);
    return status;
}

static cutline_status take_box(cut_bmff *b, const cut_box *box)
{
    if (cut_box_is(box, "uuid"))
        return take_uuid(b, box);
    if (cut_box_is(box, "jp2h"))
        return take_jp2_size(b, box);
    if (cut_box_is(box, "Exif")) /* 18181-2, 9.4: an offset of the TIFF header, always 0 */
        return take_data(b, box, 4, CUT_BLOCK_EXIF);
    if (cut_box_is(box, "xml "))
        return take_data(b, box, 0, CUT_BLOCK_XMP);
    if (cut_box_is(box, "jumb"))
        return take_data(b, box, 0, CUT_BLOCK_C2PA);
    if (cut_box_is(box, "jp2c") || cut_box_is(box, "jxlc") || cut_box_is(box, "jxlp") ||
        cut_box_is(box, "jbrd"))
        return take_image(b, box);
    if (cut_box_is(box, "brob"))
        cut_finding_add(b->collect.findings, "segment-skipped", NULL,
                        "byte %llu: metadata compressed by Brotli is not read",
                        (unsigned long long)box->start);
    return CUTLINE_OK;
}

static cutline_status walk_boxes(cut_bmff *b)
{
    uint64_t at = 0, size = b->collect.source->size;
    for (;;) {
        cut_box box;
        bool found = false;
        cutline_status status = cut_box_read(b, at, size, &box, &found);
        if (status != CUTLINE_OK)
            return status;
        if (!found || box.cut)
            break;
        status = take_box(b, &box);
        if (status != CUTLINE_OK)
            return status;
        at = box.end;
    }
    if (at < size)
        cut_finding_add(b->collect.findings, "truncated", NULL,
                        "byte %llu: no whole box where one should be", (unsigned long long)at);
    return CUTLINE_OK;
}

static bool is_bare_codestream(cut_view head)
{
    return head.n >= 2 && head.p[0] == 0xFF && head.p[1] == 0x0A;
}

static cutline_status scan(cut_source *source, bool want_hash, cut_arena *arena, cut_layout *out,
                           cut_findings *findings, cutline_error *err)
{
    cut_bmff b = {.collect = {.source = source, .arena = arena, .out = out, .findings = findings},
                  .err = err};
    cutline_status status;
    cut_image_hash_start(&b.hash, source, want_hash);
    if (is_bare_codestream(source->head)) {
        status = look_at_codestream(&b, 0);
        if (status == CUTLINE_OK)
            status = cut_image_hash_add(&b.hash, 0, source->size, err);
    } else {
        status = walk_boxes(&b);
    }
    if (status == CUTLINE_OK)
        status = cut_collect_finish(&b.collect, err);
    if (status == CUTLINE_OK)
        cut_image_hash_finish(&b.hash, out, findings);
    return status;
}

static bool probe_jp2(cut_view head)
{
    return cut_str_starts(cut_str_of_view(head), CUT_STR("\0\0\0\x0CjP  \r\n\x87\n"));
}

static bool probe_jxl(cut_view head)
{
    return is_bare_codestream(head) ||
           cut_str_starts(cut_str_of_view(head), CUT_STR("\0\0\0\x0CJXL \r\n\x87\n"));
}

const cut_format cut_format_jp2 = {
    .name = "jp2", .extensions = "jp2 jpf jpx jpm", .probe = probe_jp2, .scan = scan};
const cut_format cut_format_jxl = {
    .name = "jxl", .extensions = "jxl", .probe = probe_jxl, .scan = scan};
