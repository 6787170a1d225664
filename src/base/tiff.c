#include "base/tiff.h"

#include "base/limits.h"

#define CLASSIC_HEADER 8
#define BIG_HEADER 16

static uint64_t number_at(const uint8_t *p, size_t n, bool big_endian)
{
    uint64_t value = 0;
    /* Most numbers are of two or four bytes; a compiler makes one load of each line. */
    if (n == 2 && big_endian)
        return (uint64_t)p[0] << 8 | p[1];
    if (n == 2)
        return (uint64_t)p[1] << 8 | p[0];
    if (n == 4 && big_endian)
        return (uint64_t)p[0] << 24 | (uint64_t)p[1] << 16 | (uint64_t)p[2] << 8 | p[3];
    if (n == 4)
        return (uint64_t)p[3] << 24 | (uint64_t)p[2] << 16 | (uint64_t)p[1] << 8 | p[0];
    for (size_t i = 0; i < n; i++)
        value = value << 8 | p[big_endian ? i : n - 1 - i];
    return value;
}

size_t cut_tiff_type_size(uint16_t type)
{
    switch (type) {
    case 1:   /* BYTE */
    case 2:   /* ASCII */
    case 6:   /* SBYTE */
    case 7:   /* UNDEFINED */
    case 129: /* UTF-8 (Exif 3.0, 4.6.2) */
        return 1;
    case 3: /* SHORT */
    case 8: /* SSHORT */
        return 2;
    case 4:  /* LONG */
    case 9:  /* SLONG */
    case 11: /* FLOAT */
    case 13: /* IFD */
        return 4;
    case 5:  /* RATIONAL */
    case 10: /* SRATIONAL */
    case 12: /* DOUBLE */
    case 16: /* LONG8 (BigTIFF) */
    case 17: /* SLONG8 */
    case 18: /* IFD8 */
        return 8;
    default:
        return 0;
    }
}

static bool known_magic(uint16_t magic)
{
    return magic == 42        /* TIFF */
           || magic == 43     /* BigTIFF */
           || magic == 0x55   /* Panasonic RW2 */
           || magic == 0x4F52 /* Olympus ORF, "RO" or "OR" */
           || magic == 0x5352;
}

cutline_status cut_tiff_open(cut_tiff *tiff, cut_source *source, uint64_t base, cutline_error *err)
{
    uint8_t head[BIG_HEADER] = {0};
    size_t got = 0;
    *tiff = (cut_tiff){.source = source, .base = base};
    cutline_status status = cut_source_read(source, base, head, sizeof head, &got, err);
    if (status != CUTLINE_OK)
        return status;
    tiff->big_endian = head[0] == 'M';
    uint16_t magic = (uint16_t)number_at(head + 2, 2, tiff->big_endian);
    tiff->big = magic == 43;
    bool order = head[0] == head[1] && (head[0] == 'I' || head[0] == 'M');
    if (!order || !known_magic(magic) || got < (tiff->big ? BIG_HEADER : CLASSIC_HEADER))
        return cut_fail_at(err, CUTLINE_MALFORMED, source->name, (int64_t)base,
                           "TIFF: no header where one should be");
    /* BigTIFF: offset size (8), a constant 0, then the offset. */
    tiff->first_ifd = tiff->big ? number_at(head + 8, 8, tiff->big_endian)
                                : number_at(head + 4, 4, tiff->big_endian);
    return CUTLINE_OK;
}

/* TIFF 6.0, section 2: tag, type, count, then the value or, if it is longer than the field, its
 * offset. */
static cut_tiff_entry parse_entry(const cut_tiff *tiff, const uint8_t *p, uint64_t at)
{
    size_t width = tiff->big ? 8 : 4;
    cut_tiff_entry e = {
        .tag = (uint16_t)number_at(p, 2, tiff->big_endian),
        .type = (uint16_t)number_at(p + 2, 2, tiff->big_endian),
        .count = number_at(p + 4, width, tiff->big_endian),
        .at = at + 4 + width,
        .entry = at,
    };
    size_t unit = cut_tiff_type_size(e.type);
    e.size = unit != 0 && e.count > UINT64_MAX / unit ? UINT64_MAX : e.count * unit;
    if (e.size > width) {
        uint64_t offset = number_at(p + 4 + width, width, tiff->big_endian);
        e.at = offset > UINT64_MAX - tiff->base ? UINT64_MAX : tiff->base + offset;
    }
    return e;
}

static cutline_status read_entries(const cut_tiff *tiff, cut_arena *arena, uint64_t at,
                                   uint64_t count, cut_tiff_ifd *out, cutline_error *err)
{
    size_t entry_bytes = tiff->big ? 20 : 12, width = tiff->big ? 8 : 4;
    cut_view bytes;
    uint64_t n = count < CUT_MAX_TIFF_ENTRIES ? count : CUT_MAX_TIFF_ENTRIES;
    cutline_status status =
        cut_source_peek(tiff->source, at, (size_t)n * entry_bytes + width, &bytes, err);
    if (status != CUTLINE_OK)
        return status;
    size_t whole = bytes.n / entry_bytes < n ? bytes.n / entry_bytes : (size_t)n;
    out->entries.v = CUT_NEW_ARRAY(arena, cut_tiff_entry, whole);
    if (!out->entries.v)
        return cut_no_memory(err);
    out->entries.n = out->entries.cap = whole;
    for (size_t i = 0; i < whole; i++)
        out->entries.v[i] = parse_entry(tiff, bytes.p + i * entry_bytes, at + i * entry_bytes);
    out->complete = whole == count;
    if (out->complete && bytes.n == whole * entry_bytes + width)
        out->next = number_at(bytes.p + whole * entry_bytes, width, tiff->big_endian);
    return CUTLINE_OK;
}

cutline_status cut_tiff_read_ifd(const cut_tiff *tiff, cut_arena *arena, uint64_t offset,
                                 cut_tiff_ifd *out, cutline_error *err)
{
    uint8_t count[8];
    size_t width = tiff->big ? 8 : 2, got = 0;
    *out = (cut_tiff_ifd){0};
    if (offset > tiff->source->size || tiff->base > tiff->source->size - offset)
        return CUTLINE_OK;
    uint64_t at = tiff->base + offset;
    cutline_status status = cut_source_read(tiff->source, at, count, width, &got, err);
    if (status != CUTLINE_OK || got < width)
        return status;
    return read_entries(tiff, arena, at + width, number_at(count, width, tiff->big_endian), out,
                        err);
}

const cut_tiff_entry *cut_tiff_find(const cut_tiff_ifd *ifd, uint16_t tag)
{
    for (size_t i = 0; i < ifd->entries.n; i++)
        if (ifd->entries.v[i].tag == tag)
            return &ifd->entries.v[i];
    return NULL;
}

bool cut_tiff_has_value(const cut_tiff *tiff, const cut_tiff_entry *entry)
{
    return entry->size > 0 && entry->at <= tiff->source->size &&
           entry->size <= tiff->source->size - entry->at;
}

bool cut_tiff_uint(const cut_tiff *tiff, const cut_tiff_entry *entry, uint64_t index, uint64_t *out)
{
    uint8_t bytes[8];
    size_t unit = cut_tiff_type_size(entry->type), got = 0;
    bool integer = entry->type == 1 || entry->type == 3 || entry->type == 4 || entry->type == 7 ||
                   entry->type == 13 || entry->type == 16 || entry->type == 18;
    if (!integer || index >= entry->count || !cut_tiff_has_value(tiff, entry))
        return false;
    if (cut_source_read(tiff->source, entry->at + index * unit, bytes, unit, &got, NULL) !=
            CUTLINE_OK ||
        got < unit)
        return false;
    *out = number_at(bytes, unit, tiff->big_endian);
    return true;
}

uint64_t cut_tiff_uint_of(const cut_tiff *tiff, const cut_tiff_ifd *ifd, uint16_t tag,
                          uint64_t otherwise)
{
    const cut_tiff_entry *entry = cut_tiff_find(ifd, tag);
    uint64_t value = otherwise;
    if (entry && !cut_tiff_uint(tiff, entry, 0, &value))
        return otherwise;
    return value;
}
