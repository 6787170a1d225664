/*
 * Photoshop documents, PSD and PSB (Photoshop file format specification): a header of 26 bytes, the
 * colour mode data, then the image resources, which hold IIM, XMP and EXIF.
 */
#include "media/blocks.h"
#include "media/formats.h"

#define SIGNATURE CUT_STR("8BPS\0")
#define HEADER_BYTES 26

static uint32_t u32be(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Reads the 32-bit length of a section. */
static cutline_status read_length(cut_source *source, uint64_t at, uint32_t *length,
                                  cutline_error *err)
{
    uint8_t bytes[4];
    size_t got = 0;
    cutline_status status = cut_source_read(source, at, bytes, sizeof bytes, &got, err);
    if (status == CUTLINE_OK && got < sizeof bytes)
        return cut_fail_at(err, CUTLINE_MALFORMED, source->name, (int64_t)(at + got),
                           "PSD: the file ends before its image resources");
    *length = u32be(bytes);
    return status;
}

static cutline_status scan(cut_source *source, bool want_hash, cut_arena *arena, cut_layout *out,
                           cut_findings *findings, cutline_error *err)
{
    cut_collector collect = {.source = source, .arena = arena, .out = out, .findings = findings};
    uint8_t header[HEADER_BYTES] = {0};
    size_t got = 0;
    uint32_t colours = 0, resources = 0;
    (void)want_hash; /* ExifTool has no image hash for PSD */
    cutline_status status = cut_source_read(source, 0, header, sizeof header, &got, err);
    if (status == CUTLINE_OK)
        status = read_length(source, HEADER_BYTES, &colours, err);
    uint64_t at = HEADER_BYTES + 4 + (uint64_t)colours;
    if (status == CUTLINE_OK)
        status = read_length(source, at, &resources, err);
    if (status != CUTLINE_OK)
        return status;
    out->height = u32be(header + 14);
    out->width = u32be(header + 18);
    if (!cut_collect_whole(&collect, CUT_BLOCK_IRB, at + 4, resources))
        return cut_no_memory(err);
    return cut_collect_finish(&collect, err);
}

/* Version 1 is PSD, 2 is PSB. */
static bool probe(cut_view head)
{
    return head.n >= 6 && cut_str_starts(cut_str_of_view(head), SIGNATURE) &&
           (head.p[5] == 1 || head.p[5] == 2);
}

const cut_format cut_format_psd = {
    .name = "psd", .extensions = "psd psb psdt", .probe = probe, .scan = scan};
