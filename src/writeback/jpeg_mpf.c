#include "writeback/jpeg_mpf.h"

#include "base/tiff.h"

#define SIGNATURE_BYTES 4 /* "MPF" and a NUL */
#define TAG_ENTRIES 0xB002
#define ENTRY_BYTES 16

static uint32_t get(const uint8_t *p, bool big_endian)
{
    uint32_t value = 0;
    for (size_t i = 0; i < 4; i++)
        value = value << 8 | p[big_endian ? i : 3 - i];
    return value;
}

static void put(uint8_t *p, uint32_t value, bool big_endian)
{
    for (size_t i = 0; i < 4; i++)
        p[big_endian ? 3 - i : i] = (uint8_t)(value >> (8 * i));
}

/* CIPA DC-007, 5.2.3.3: attribute, size, offset (32 bits each), two dependents (16). The offset of
 * the first image is 0, of the others it counts from the header behind "MPF". */
static void shift_entries(uint8_t *p, size_t n, bool big_endian, int64_t all, int64_t behind)
{
    for (size_t i = 0; i < n; i++, p += ENTRY_BYTES) {
        uint32_t size = get(p + 4, big_endian), offset = get(p + 8, big_endian);
        if (i == 0 && offset == 0 && size != 0)
            put(p + 4, (uint32_t)(size + all), big_endian);
        else if (offset != 0)
            put(p + 8, (uint32_t)(offset + behind), big_endian);
    }
}

cutline_status cut_mpf_shift(cut_arena *arena, cut_view data, int64_t all, int64_t behind,
                             cut_view *out, cutline_error *err)
{
    cut_source source;
    cut_tiff tiff;
    cut_tiff_ifd ifd;
    uint8_t *copy = cut_arena_alloc(arena, data.n, 1);
    if (!copy)
        return cut_no_memory(err);
    memcpy(copy, data.p, data.n);
    *out = (cut_view){copy, data.n};
    cut_source_from_memory(&source, "MPF", data, arena);
    if (data.n < SIGNATURE_BYTES ||
        cut_tiff_open(&tiff, &source, SIGNATURE_BYTES, NULL) != CUTLINE_OK ||
        cut_tiff_read_ifd(&tiff, arena, tiff.first_ifd, &ifd, NULL) != CUTLINE_OK)
        return CUTLINE_OK;
    const cut_tiff_entry *entries = cut_tiff_find(&ifd, TAG_ENTRIES);
    if (entries && cut_tiff_has_value(&tiff, entries))
        shift_entries(copy + entries->at, (size_t)entries->size / ENTRY_BYTES, tiff.big_endian, all,
                      behind);
    return CUTLINE_OK;
}
