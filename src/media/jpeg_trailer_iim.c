/* IIM behind the end of a JPEG, where newsroom programs of the nineties put it. */
#include "base/limits.h"
#include "media/jpeg.h"

#define AFCP_BYTES 12        /* header, footer, and each directory entry */
#define FOTOSTATION_BYTES 10 /* what stands behind each record */
#define FOTOSTATION_IIM 1

static uint32_t number(const uint8_t *p, size_t n, bool big_endian)
{
    uint32_t value = 0;
    for (size_t i = 0; i < n; i++)
        value = value << 8 | p[big_endian ? i : n - 1 - i];
    return value;
}

/* Whether an AFCP block starts at a position; its header. */
static cutline_status afcp_starts(const cut_jpeg_tail *t, uint64_t at, const uint8_t *signature,
                                  uint8_t header[AFCP_BYTES], bool *yes)
{
    size_t got = 0;
    cutline_status status = cut_source_read(t->source, at, header, AFCP_BYTES, &got, t->err);
    *yes = status == CUTLINE_OK && got == AFCP_BYTES && memcmp(header, signature, 4) == 0;
    return status;
}

/* AFCP 1.0: footer "AXS!" (big-endian) or "AXS*", position of the header (32 bits); the header has
 * the number of entries at byte 6, each entry a name (4 bytes), size and position (32 bits).
 * Programs that know nothing of it move it: it starts behind the image then, and all positions are
 * off by as much. */
cutline_status cut_jpeg_find_afcp(const cut_jpeg_tail *t, uint64_t *at, uint64_t *length)
{
    uint8_t footer[AFCP_BYTES] = {0}, header[AFCP_BYTES];
    size_t got = 0;
    bool found = false;
    cut_view entries;
    cutline_status status = cut_source_read(t->source, t->source->size - AFCP_BYTES, footer,
                                            sizeof footer, &got, t->err);
    bool big = footer[3] == '!';
    uint64_t said = number(footer + 4, 4, big), start = said;
    if (status == CUTLINE_OK)
        status = afcp_starts(t, start, footer, header, &found);
    if (status == CUTLINE_OK && !found) {
        start = t->image_end;
        status = afcp_starts(t, start, footer, header, &found);
    }
    if (status != CUTLINE_OK || !found)
        return status;
    status = cut_source_peek(t->source, start + AFCP_BYTES,
                             (size_t)AFCP_BYTES * number(header + 6, 2, big), &entries, t->err);
    for (size_t i = 0; status == CUTLINE_OK && i + AFCP_BYTES <= entries.n; i += AFCP_BYTES) {
        const uint8_t *entry = entries.p + i;
        if (memcmp(entry, "IPTC", 4) != 0)
            continue;
        *length = number(entry + 4, 4, big);
        *at = number(entry + 8, 4, big) + (start - said);
        break;
    }
    return status;
}

/* FotoStation: records up to the end of the file, behind each its kind (16 bits), its size with
 * these bytes (32 bits) and A1B2C3D4. */
cutline_status cut_jpeg_find_fotostation(const cut_jpeg_tail *t, uint64_t *at, uint64_t *length)
{
    uint64_t end = t->source->size;
    for (size_t n = 0; n < CUT_MAX_SEGMENTS && end >= t->image_end + FOTOSTATION_BYTES; n++) {
        uint8_t footer[FOTOSTATION_BYTES] = {0};
        size_t got = 0;
        cutline_status status = cut_source_read(t->source, end - FOTOSTATION_BYTES, footer,
                                                sizeof footer, &got, t->err);
        uint32_t size = number(footer + 2, 4, true);
        bool whole = size >= FOTOSTATION_BYTES && size <= end - t->image_end;
        if (status != CUTLINE_OK || !whole || memcmp(footer + 6, "\xA1\xB2\xC3\xD4", 4) != 0)
            return status;
        end -= size;
        if (number(footer, 2, true) == FOTOSTATION_IIM) {
            *at = end;
            *length = size - FOTOSTATION_BYTES;
            return CUTLINE_OK;
        }
    }
    return CUTLINE_OK;
}
