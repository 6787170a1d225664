#include "meta/exif.h"

#include <libexif/exif-data.h>

#define TAG_EXIF_IFD 0x8769
#define TAG_GPS_IFD 0x8825
#define SIGNATURE CUT_STR("Exif\0\0") /* libexif wants it in front of the TIFF header */

typedef struct walk {
    cut_arena *arena;
    cut_exif *out;
    cut_exif_ifd ifd;
    bool no_memory;
} walk;

static void take_entry(ExifEntry *entry, void *context)
{
    walk *w = context;
    cut_exif_entry taken = {.ifd = w->ifd,
                            .tag = (uint16_t)entry->tag,
                            .type = (uint16_t)entry->format,
                            .count = (uint32_t)entry->components};
    uint8_t *copy = cut_arena_raw(w->arena, entry->size, 1);
    if (copy && entry->size)
        memcpy(copy, entry->data, entry->size);
    taken.data = (cut_view){copy, entry->size};
    if (!copy || !CUT_PUSH(w->arena, &w->out->entries, taken))
        w->no_memory = true;
}

/* By directory, as base/tiff.h counts them. */
static const struct {
    ExifIfd theirs;
    cut_exif_ifd ours;
} ifds[CUT_TIFF_DIRS] = {
    [CUT_TIFF_IFD0] = {EXIF_IFD_0, CUT_EXIF_IFD0},
    [CUT_TIFF_EXIF] = {EXIF_IFD_EXIF, CUT_EXIF_IFD_EXIF},
    [CUT_TIFF_GPS] = {EXIF_IFD_GPS, CUT_EXIF_IFD_GPS},
};

/* Has libexif read a clean TIFF that stands behind its signature. Its options are switched off:
 * entries are wanted as stored, tags it does not know too, and nothing "corrected". */
static cutline_status load(cut_arena *arena, cut_view signed_tiff, cut_exif *out,
                           cutline_error *err)
{
    walk w = {.arena = arena, .out = out};
    ExifData *data = exif_data_new();
    if (!data)
        return cut_no_memory(err);
    exif_data_unset_option(data, EXIF_DATA_OPTION_FOLLOW_SPECIFICATION);
    exif_data_unset_option(data, EXIF_DATA_OPTION_IGNORE_UNKNOWN_TAGS);
    exif_data_set_option(data, EXIF_DATA_OPTION_DONT_CHANGE_MAKER_NOTE);
    exif_data_load_data(data, signed_tiff.p, (unsigned)signed_tiff.n);
    for (size_t d = 0; d < CUT_TIFF_DIRS; d++) {
        w.ifd = ifds[d].ours;
        exif_content_foreach_entry(data->ifd[ifds[d].theirs], take_entry, &w);
    }
    exif_data_unref(data);
    return w.no_memory ? cut_no_memory(err) : CUTLINE_OK;
}

/* Takes an entry as it stands in its file. */
static cutline_status take_stored(cut_arena *arena, const cut_tiff *tiff, const cut_tiff_entry *e,
                                  cut_exif_ifd ifd, cut_exif *out, cutline_error *err)
{
    cut_exif_entry taken = {
        .ifd = ifd, .tag = e->tag, .type = e->type, .count = (uint32_t)e->count};
    cutline_status status =
        cut_source_view(tiff->source, e->at, (size_t)e->size, "EXIF", &taken.data, err);
    if (status == CUTLINE_OK && !CUT_PUSH(arena, &out->entries, taken))
        return cut_no_memory(err);
    return status;
}

/* Values of single bytes, most of them texts: there is nothing to decode. */
static cutline_status take_bytes(cut_arena *arena, const cut_small_tiff *clean, cut_exif *out,
                                 cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; status == CUTLINE_OK && i < clean->as_bytes.n; i++) {
        const cut_tiff_item *item = &clean->as_bytes.v[i];
        status = take_stored(arena, item->tiff, &item->entry, ifds[item->dir].ours, out, err);
    }
    return status;
}

/* Entries that libexif passes over, straight from a directory: those whose value lies past 64 KiB.
 */
static cutline_status take_missing(cut_arena *arena, const cut_tiff_dir *dir, cut_exif_ifd which,
                                   cut_exif *out, cutline_error *err)
{
    cut_tiff_ifd ifd;
    cutline_status status = cut_tiff_read_ifd(dir->tiff, arena, dir->offset, &ifd, err);
    for (size_t i = 0; status == CUTLINE_OK && i < ifd.entries.n; i++) {
        const cut_tiff_entry *e = &ifd.entries.v[i];
        bool pointer = e->tag == TAG_EXIF_IFD || e->tag == TAG_GPS_IFD;
        if (!pointer && cut_tiff_has_value(dir->tiff, e) && !cut_exif_find(out, which, e->tag))
            status = take_stored(arena, dir->tiff, e, which, out, err);
    }
    return status;
}

static cutline_status take_all_missing(cut_arena *arena, cut_view clean, cut_exif *out,
                                       cutline_error *err)
{
    cut_source source;
    cut_tiff tiff;
    cut_tiff_dir dirs[CUT_TIFF_DIRS];
    cut_source_from_memory(&source, "EXIF", clean, arena);
    cutline_status status = cut_tiff_open(&tiff, &source, 0, err);
    if (status == CUTLINE_OK)
        status = cut_tiff_find_dirs(&tiff, arena, tiff.first_ifd, dirs, err);
    for (size_t d = 0; status == CUTLINE_OK && d < CUT_TIFF_DIRS; d++)
        if (dirs[d].tiff)
            status = take_missing(arena, &dirs[d], ifds[d].ours, out, err);
    return status;
}

/* Has libexif read a copy with its signature in front; what it has passed over is added. */
static cutline_status load_clean(cut_arena *arena, const cut_small_tiff *clean, cut_exif *out,
                                 cutline_error *err)
{
    size_t n = clean->bytes.n, before = out->entries.n;
    uint8_t *copy = cut_arena_raw(arena, SIGNATURE.n + n, 1);
    if (!copy)
        return cut_no_memory(err);
    memcpy(copy, SIGNATURE.p, SIGNATURE.n);
    memcpy(copy + SIGNATURE.n, clean->bytes.p, n);
    cutline_status status = load(arena, (cut_view){copy, SIGNATURE.n + n}, out, err);
    if (status == CUTLINE_OK && out->entries.n < before + clean->entries)
        status = take_all_missing(arena, clean->bytes, out, err);
    return status;
}

cutline_status cut_exif_parse(cut_arena *arena, cut_view tiff, uint64_t base, const char *file,
                              cut_exif *out, cut_findings *findings, cutline_error *err)
{
    cut_source source;
    cut_tiff header;
    cut_tiff_dir dirs[CUT_TIFF_DIRS];
    cut_tiff_choice choice = {.tags = out->tags, .numbers = true};
    cut_small_tiff clean = {.entries = 0};
    cut_source_from_memory(&source, file, tiff, arena);
    if (cut_tiff_open(&header, &source, 0, NULL) != CUTLINE_OK) {
        cut_finding_add(findings, "exif-damaged", NULL, "byte %llu: EXIF: no TIFF header",
                        (unsigned long long)base);
        return CUTLINE_OK;
    }
    header.origin = base;
    cutline_status status = cut_tiff_find_dirs(&header, arena, header.first_ifd, dirs, err);
    if (status == CUTLINE_OK)
        status = cut_tiff_compact(arena, dirs, &choice, &clean, findings, err);
    out->found = clean.bytes.n > 0;
    out->big_endian = clean.big_endian;
    if (status == CUTLINE_OK)
        status = take_bytes(arena, &clean, out, err);
    if (status == CUTLINE_OK && clean.entries > 0)
        status = load_clean(arena, &clean, out, err);
    return status;
}

const cut_exif_entry *cut_exif_find(const cut_exif *exif, cut_exif_ifd ifd, uint16_t tag)
{
    for (size_t i = 0; i < exif->entries.n; i++)
        if (exif->entries.v[i].ifd == ifd && exif->entries.v[i].tag == tag)
            return &exif->entries.v[i];
    return NULL;
}

cut_exif_ifd cut_exif_place(const cut_exif *exif, cut_exif_ifd ifd, uint16_t tag)
{
    cut_exif_ifd other = ifd == CUT_EXIF_IFD0 ? CUT_EXIF_IFD_EXIF : CUT_EXIF_IFD0;
    bool elsewhere = ifd != CUT_EXIF_IFD_GPS && !cut_exif_find(exif, ifd, tag) &&
                     cut_exif_find(exif, other, tag);
    return elsewhere ? other : ifd;
}

static uint64_t number_at(const cut_exif *exif, const uint8_t *p, size_t n)
{
    uint64_t value = 0;
    for (size_t i = 0; i < n; i++)
        value = value << 8 | p[exif->big_endian ? i : n - 1 - i];
    return value;
}

/* Bytes of the index-th component, NULL if it is not there. */
static const uint8_t *component(const cut_exif_entry *entry, uint32_t index, size_t unit)
{
    return unit > 0 && index < entry->data.n / unit ? entry->data.p + index * unit : NULL;
}

bool cut_exif_uint(const cut_exif *exif, cut_exif_ifd ifd, uint16_t tag, uint32_t index,
                   uint32_t *out)
{
    const cut_exif_entry *entry = cut_exif_find(exif, ifd, tag);
    bool integer = entry && (entry->type == CUT_EXIF_BYTE || entry->type == CUT_EXIF_SHORT ||
                             entry->type == CUT_EXIF_LONG);
    size_t unit = integer ? cut_tiff_type_size(entry->type) : 0;
    const uint8_t *p = integer ? component(entry, index, unit) : NULL;
    if (p)
        *out = (uint32_t)number_at(exif, p, unit);
    return p != NULL;
}

bool cut_exif_rational(const cut_exif *exif, cut_exif_ifd ifd, uint16_t tag, uint32_t index,
                       double *out)
{
    const cut_exif_entry *entry = cut_exif_find(exif, ifd, tag);
    bool is_signed = entry && entry->type == CUT_EXIF_SRATIONAL;
    if (!entry || (entry->type != CUT_EXIF_RATIONAL && !is_signed))
        return false;
    const uint8_t *p = component(entry, index, 8);
    uint32_t above = p ? (uint32_t)number_at(exif, p, 4) : 0;
    uint32_t below = p ? (uint32_t)number_at(exif, p + 4, 4) : 0;
    if (below == 0)
        return false;
    *out =
        is_signed ? (double)(int32_t)above / (double)(int32_t)below : (double)above / (double)below;
    return true;
}
