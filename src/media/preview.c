#include "media/preview.h"

#define LOOK_BYTES 1024

/* A JPEG whose frame is baseline, extended or progressive (SOF0 to SOF2), or so far behind other
 * segments that only a camera's finished picture can be meant. */
static bool is_viewable(const uint8_t *p, size_t n)
{
    if (n < 4 || p[0] != 0xFF || p[1] != 0xD8)
        return false;
    for (size_t at = 2; at + 4 <= n;) {
        uint8_t marker = p[at + 1];
        bool frame = marker >= 0xC0 && marker <= 0xCF && marker % 4 != 0;
        if (p[at] != 0xFF)
            return false;
        if (marker == 0xC0 || frame)
            return marker <= 0xC2;
        at += 2 + ((size_t)p[at + 2] << 8 | p[at + 3]);
    }
    return true;
}

cutline_status cut_preview_offer(cut_source *source, uint64_t offset, uint64_t length,
                                 cut_layout *out, cutline_error *err)
{
    uint8_t start[LOOK_BYTES];
    size_t got = 0;
    if (length <= out->preview_bytes || offset > source->size || length > source->size - offset)
        return CUTLINE_OK;
    size_t n = length < sizeof start ? (size_t)length : sizeof start;
    cutline_status status = cut_source_read(source, offset, start, n, &got, err);
    if (status == CUTLINE_OK && is_viewable(start, got)) {
        out->preview = offset;
        out->preview_bytes = length;
    }
    return status;
}
