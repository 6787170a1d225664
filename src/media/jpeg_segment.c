/* One segment of a JPEG header after the other, and what their signatures say. */
#include "base/limits.h"
#include "media/jpeg.h"

/* Finds the first 0xFF at or after *at, within the limit for gaps. */
static cutline_status find_ff(cut_source *source, uint64_t *at, bool *found, cutline_error *err)
{
    uint8_t bytes[1024];
    uint64_t start = *at;
    *found = false;
    while (*at - start < CUT_MAX_MARKER_GAP) {
        size_t got = 0;
        cutline_status status = cut_source_read(source, *at, bytes, sizeof bytes, &got, err);
        if (status != CUTLINE_OK || got == 0)
            return status;
        const uint8_t *hit = memchr(bytes, 0xFF, got);
        *at += hit ? (uint64_t)(hit - bytes) : got;
        if (hit) {
            *found = true;
            return CUTLINE_OK;
        }
    }
    return CUTLINE_OK;
}

/* Reads the bytes at the segment's 0xFF, moving over fill bytes (T.81, B.1.1.2), as many as a gap
 * may have. *got bytes of seg->look are filled, less than 2 at the end of the file. */
static cutline_status look_at(cut_source *source, cut_jpeg_segment *seg, size_t *got,
                              cutline_error *err)
{
    for (uint64_t start = seg->at; seg->at - start <= CUT_MAX_MARKER_GAP;) {
        cutline_status status =
            cut_source_read(source, seg->at, seg->look, sizeof seg->look, got, err);
        size_t fill = 0;
        while (fill + 1 < *got && seg->look[fill + 1] == 0xFF)
            fill++;
        if (status != CUTLINE_OK || fill == 0)
            return status;
        seg->at += fill;
    }
    *got = 0;
    return CUTLINE_OK;
}

/* Fills in where the segment's data is. False if the length cannot be. */
static bool measure(cut_jpeg_segment *seg, size_t got)
{
    size_t width = cut_jpeg_marker_class(seg->marker) == CUT_JPEG_LONG ? 4 : 2;
    uint64_t length = 0;
    if (got < 2 + width)
        return false;
    for (size_t i = 0; i < width; i++)
        length = length << 8 | seg->look[2 + i];
    if (length < width)
        return false;
    seg->data = seg->at + 2 + width;
    seg->length = (size_t)(length - width);
    seg->next = seg->data + seg->length;
    seg->start = (cut_str){(const char *)seg->look + 2 + width, got - 2 - width};
    if (seg->start.n > seg->length)
        seg->start.n = seg->length;
    return true;
}

cutline_status cut_jpeg_next_segment(cut_source *source, uint64_t at, cut_jpeg_segment *seg,
                                     bool *found, const char **damage, cutline_error *err)
{
    size_t got = 0;
    *seg = (cut_jpeg_segment){.at = at};
    *damage = NULL;
    cutline_status status = look_at(source, seg, &got, err);
    *found = got > 0 && seg->look[0] == 0xFF;
    if (status == CUTLINE_OK && got > 0 && !*found) { /* garbage between segments */
        status = find_ff(source, &seg->at, found, err);
        if (status == CUTLINE_OK && *found)
            status = look_at(source, seg, &got, err);
    }
    if (status != CUTLINE_OK)
        return status;
    if (!*found || got < 2) {
        *found = false;
        *damage = "JPEG: no marker where the next segment should be";
        return CUTLINE_OK;
    }
    seg->marker = seg->look[1];
    seg->next = seg->at + 2;
    cut_jpeg_class class = cut_jpeg_marker_class(seg->marker);
    if ((class == CUT_JPEG_SEGMENT || class == CUT_JPEG_LONG) && !measure(seg, got)) {
        *found = false;
        *damage = "JPEG: a segment without a usable length";
    }
    return CUTLINE_OK;
}

size_t cut_jpeg_exif_signature(cut_str start)
{
    for (size_t i = 0; i <= 4 && i + 6 <= start.n; i++)
        if (cut_str_eq_nocase(cut_str_slice(start, i, i + 5), CUT_STR("Exif\0")))
            return i;
    return SIZE_MAX;
}

bool cut_jpeg_looks_like_xmp(cut_str start)
{
    return cut_str_starts(start, CUT_STR("http")) || cut_str_starts(start, CUT_STR("XMP\0")) ||
           cut_str_find(start, CUT_STR("<?xpacket"), 0) != SIZE_MAX ||
           cut_str_find(start, CUT_STR("<x:xmpmeta"), 0) != SIZE_MAX;
}
