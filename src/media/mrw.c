/*
 * Minolta MRW: "\0MRM" and the length of a header of blocks (big-endian); "TTW" holds a TIFF with
 * the EXIF, "PRD" the size. The sensor data follows the header.
 */
#include "base/limits.h"
#include "base/tiff.h"
#include "media/blocks.h"
#include "media/formats.h"
#include "media/image_hash.h"

#define SIGNATURE CUT_STR("\0MRM")
#define HEADER_BYTES 8

static uint32_t be(const uint8_t *p, size_t n)
{
    uint32_t value = 0;
    for (size_t i = 0; i < n; i++)
        value = value << 8 | p[i];
    return value;
}

static cutline_status take_exif(cut_collector *c, uint64_t at, cutline_error *err)
{
    cut_tiff tiff;
    cut_tiff_dir dirs[CUT_TIFF_DIRS];
    cut_small_tiff exif;
    if (cut_tiff_open(&tiff, c->source, at, NULL) != CUTLINE_OK)
        return CUTLINE_OK;
    cutline_status status = cut_tiff_find_dirs(&tiff, c->arena, tiff.first_ifd, dirs, err);
    if (status == CUTLINE_OK)
        status = cut_tiff_compact(c->arena, dirs, NULL, &exif, c->findings, err);
    if (status == CUTLINE_OK && exif.bytes.n > 0 &&
        !cut_collect_ready(c, CUT_BLOCK_EXIF, exif.bytes, at))
        return cut_no_memory(err);
    return status;
}

/* Firmware (8 bytes), sensor height and width, picture height and width (16 bits each). */
static cutline_status take_size(cut_collector *c, uint64_t at, cutline_error *err)
{
    uint8_t bytes[16];
    size_t got = 0;
    cutline_status status = cut_source_read(c->source, at, bytes, sizeof bytes, &got, err);
    if (status == CUTLINE_OK && got == sizeof bytes) {
        c->out->height = be(bytes + 12, 2);
        c->out->width = be(bytes + 14, 2);
    }
    return status;
}

static cutline_status walk_blocks(cut_collector *c, uint64_t end, cutline_error *err)
{
    uint64_t at = HEADER_BYTES;
    cutline_status status = CUTLINE_OK;
    for (size_t count = 0; at < end && count < CUT_MAX_SEGMENTS; count++) {
        uint8_t head[8];
        size_t got = 0;
        status = cut_source_read(c->source, at, head, sizeof head, &got, err);
        if (status != CUTLINE_OK || got < sizeof head)
            return status;
        at += sizeof head;
        if (memcmp(head, "\0TTW", 4) == 0)
            status = take_exif(c, at, err);
        else if (memcmp(head, "\0PRD", 4) == 0)
            status = take_size(c, at, err);
        if (status != CUTLINE_OK)
            return status;
        at += be(head + 4, 4);
    }
    return CUTLINE_OK;
}

static cutline_status scan(cut_source *source, bool want_hash, cut_arena *arena, cut_layout *out,
                           cut_findings *findings, cutline_error *err)
{
    cut_collector collect = {.source = source, .arena = arena, .out = out, .findings = findings};
    cut_image_hash hash;
    uint8_t header[HEADER_BYTES] = {0};
    size_t got = 0;
    cut_image_hash_start(&hash, source, want_hash);
    cutline_status status = cut_source_read(source, 0, header, sizeof header, &got, err);
    uint64_t end = HEADER_BYTES + (uint64_t)be(header + 4, 4);
    if (status == CUTLINE_OK && end > source->size)
        cut_finding_add(findings, "truncated", NULL, "byte %llu: MRW: the file ends in its header",
                        (unsigned long long)source->size);
    if (status == CUTLINE_OK)
        status = walk_blocks(&collect, end, err);
    if (status == CUTLINE_OK && end < source->size)
        status = cut_image_hash_add(&hash, end, source->size - end, err);
    if (status == CUTLINE_OK)
        cut_image_hash_finish(&hash, out, findings);
    return status;
}

static bool probe(cut_view head)
{
    return cut_str_starts(cut_str_of_view(head), SIGNATURE);
}

const cut_format cut_format_mrw = {
    .name = "mrw", .extensions = "mrw", .probe = probe, .scan = scan};
