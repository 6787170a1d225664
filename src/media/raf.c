/*
 * Fujifilm RAF: a header with places and lengths (big-endian). EXIF and XMP are in a JPEG preview;
 * the sensor data is a TIFF of its own or, from older cameras, plain bytes.
 */
#include "base/tiff.h"
#include "media/formats.h"
#include "media/image_hash.h"
#include "media/jpeg.h"
#include "media/preview.h"

#define SIGNATURE CUT_STR("FUJIFILMCCD-RAW ")
#define HEADER_BYTES 0x88
#define JPEG_AT 0x54 /* position and length of the preview */

#define TAG_FUJI_IFD 0xF000
#define TAG_STRIP_OFFSETS 0xF007
#define TAG_STRIP_BYTES 0xF008

/* Where the header holds position and length of sensor data, for one or two sensors. */
static const size_t raw_at[] = {0x64, 0x80};

static uint32_t u32be(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

/* Strips of an IFD, counted from the TIFF header. */
static cutline_status hash_strips(const cut_tiff *tiff, const cut_tiff_ifd *ifd,
                                  cut_image_hash *hash, cutline_error *err)
{
    uint64_t at = cut_tiff_uint_of(tiff, ifd, TAG_STRIP_OFFSETS, 0);
    uint64_t length = cut_tiff_uint_of(tiff, ifd, TAG_STRIP_BYTES, 0);
    return at != 0 ? cut_image_hash_add(hash, tiff->base + at, length, err) : CUTLINE_OK;
}

static cutline_status hash_tiff(const cut_tiff *tiff, cut_arena *arena, cut_image_hash *hash,
                                cutline_error *err)
{
    cut_tiff_ifd ifd;
    cutline_status status = cut_tiff_read_ifd(tiff, arena, tiff->first_ifd, &ifd, err);
    if (status == CUTLINE_OK)
        status = hash_strips(tiff, &ifd, hash, err);
    uint64_t sub = cut_tiff_uint_of(tiff, &ifd, TAG_FUJI_IFD, 0);
    if (status != CUTLINE_OK || sub == 0)
        return status;
    status = cut_tiff_read_ifd(tiff, arena, sub, &ifd, err);
    return status == CUTLINE_OK ? hash_strips(tiff, &ifd, hash, err) : status;
}

static cutline_status hash_raw(cut_source *source, cut_arena *arena, uint64_t at, uint64_t length,
                               cut_image_hash *hash, cutline_error *err)
{
    cut_tiff tiff;
    if (at == 0)
        return CUTLINE_OK;
    if (cut_tiff_open(&tiff, source, at, NULL) == CUTLINE_OK)
        return hash_tiff(&tiff, arena, hash, err);
    return cut_image_hash_add(hash, at, length, err);
}

static cutline_status scan(cut_source *source, bool want_hash, cut_arena *arena, cut_layout *out,
                           cut_findings *findings, cutline_error *err)
{
    uint8_t header[HEADER_BYTES];
    size_t got = 0;
    cut_image_hash hash;
    cut_image_hash_start(&hash, source, want_hash);
    cutline_status status = cut_source_read(source, 0, header, sizeof header, &got, err);
    if (status == CUTLINE_OK && got < sizeof header)
        return cut_fail_at(err, CUTLINE_MALFORMED, source->name, (int64_t)got,
                           "RAF: the file ends in its header");
    uint32_t jpeg = u32be(header + JPEG_AT), jpeg_bytes = u32be(header + JPEG_AT + 4);
    if (status == CUTLINE_OK)
        status = cut_preview_offer(source, jpeg, jpeg_bytes, out, err);
    if (status == CUTLINE_OK)
        status = cut_jpeg_scan_embedded(source, jpeg, jpeg_bytes, arena, out, findings, err);
    for (size_t i = 0; status == CUTLINE_OK && want_hash && i < 2; i++) {
        const uint8_t *p = header + raw_at[i];
        bool in_header = jpeg == 0 || raw_at[i] < jpeg; /* old headers are shorter */
        if (in_header)
            status = hash_raw(source, arena, u32be(p), u32be(p + 4), &hash, err);
    }
    if (status == CUTLINE_OK)
        cut_image_hash_finish(&hash, out, findings);
    return status;
}

static bool probe(cut_view head)
{
    return cut_str_starts(cut_str_of_view(head), SIGNATURE);
}

const cut_format cut_format_raf = {
    .name = "raf", .extensions = "raf", .probe = probe, .scan = scan};
