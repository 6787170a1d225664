/* The EXIF directories of any TIFF as a small, clean, classic TIFF. */
#include "base/limits.h"
#include "base/tiff.h"

#define TAG_EXIF_IFD 0x8769
#define TAG_GPS_IFD 0x8825

#define HEADER_BYTES ((size_t)8)
#define ENTRY_BYTES ((size_t)12)

typedef struct directory {
    CUT_VEC(cut_tiff_item) entries;
    size_t at;       /* of the IFD in the new TIFF */
    size_t values;   /* of its values that do not fit their entries */
    size_t pointers; /* entries that are added: 0 to 2 */
} directory;

typedef struct compact {
    cut_arena *arena;
    const cut_tiff_choice *choice; /* NULL: all */
    cut_small_tiff *out;
    cut_findings *findings;
    cutline_error *err;
    directory dirs[CUT_TIFF_DIRS];
    uint64_t value_bytes; /* of all values that are worth keeping */
    bool any;             /* there are such */
    bool big_endian;
} compact;

/* Pointers and image data, which mean nothing away from their file, blocks that have a reader of
 * their own, and MakerNotes, which are left alone. */
static bool is_left_out(uint16_t tag)
{
    switch (tag) {
    case 0x0111: /* StripOffsets and StripByteCounts */
    case 0x0117:
    case 0x0144: /* TileOffsets and TileByteCounts */
    case 0x0145:
    case 0x014A: /* SubIFDs */
    case 0x0201: /* JPEGInterchangeFormat and its length */
    case 0x0202:
    case 0x02BC: /* XMP */
    case 0x83BB: /* IPTC */
    case 0x8649: /* Photoshop resources */
    case TAG_EXIF_IFD:
    case 0x8773: /* ICC profile */
    case TAG_GPS_IFD:
    case 0x927C: /* MakerNote */
    case 0x935C: /* ImageSourceData of Photoshop */
    case 0xA005: /* interoperability IFD */
    case 0xC634: /* DNGPrivateData */
        return true;
    default:
        return false;
    }
}

static void damaged(const compact *c, const cut_tiff *tiff, const cut_tiff_entry *e,
                    const char *what)
{
    cut_finding_add(c->findings, "exif-damaged", NULL, "byte %llu: EXIF: tag 0x%04x %s",
                    (unsigned long long)(tiff->origin + e->entry), e->tag, what);
}

static bool is_over_limit(const compact *c, const cut_tiff_entry *e)
{
    return e->size > CUT_MAX_EXIF_VALUE || c->value_bytes + e->size > CUT_MAX_EXIF_BYTES / 2;
}

/* Of other types, long values are tables and pictures (DNG has many), which nobody misses. */
static bool is_text(const cut_tiff_entry *e)
{
    return e->type == 2 || e->type == 129;
}

/* Numbers of 64 bits, for which a classic TIFF has no type. */
static bool is_wide(const cut_tiff_entry *e)
{
    return e->type == 16 || e->type == 17 || e->type == 18;
}

/* True if an entry is worth keeping; says what is wrong with it if not. */
static bool is_sound(const compact *c, const cut_tiff *tiff, const cut_tiff_entry *e)
{
    if (e->tag == 0 && e->type == 0)
        return false; /* an entry that was never filled in */
    if (cut_tiff_type_size(e->type) == 0)
        damaged(c, tiff, e, "has an unknown type");
    else if (e->count > 0 && !cut_tiff_has_value(tiff, e))
        damaged(c, tiff, e, "has a value past the end");
    else if (is_over_limit(c, e) && is_text(e))
        damaged(c, tiff, e, "is over the limit for values");
    else
        return e->count > 0 && !is_over_limit(c, e) && !is_wide(e);
    return false;
}

static bool is_chosen(const compact *c, uint16_t tag)
{
    const cut_tiff_tags *tags = c->choice ? c->choice->tags : NULL;
    return !tags || tags->bits[tag / 8] >> tag % 8 & 1;
}

/* The directory has given such an entry already: some writers leave the old one behind the new. */
static bool is_kept(const compact *c, size_t dir, uint16_t tag)
{
    for (size_t i = 0; i < c->dirs[dir].entries.n; i++)
        if (c->dirs[dir].entries.v[i].entry.tag == tag)
            return true;
    for (size_t i = 0; i < c->out->as_bytes.n; i++)
        if (c->out->as_bytes.v[i].dir == dir && c->out->as_bytes.v[i].entry.tag == tag)
            return true;
    return false;
}

/* False if memory runs out. */
static bool keep(compact *c, const cut_tiff_item *item)
{
    if (c->choice && c->choice->numbers && cut_tiff_type_size(item->entry.type) == 1)
        return CUT_PUSH(c->arena, &c->out->as_bytes, *item);
    return CUT_PUSH(c->arena, &c->dirs[item->dir].entries, *item);
}

static cutline_status gather(compact *c, const cut_tiff_dir *from, size_t dir)
{
    cut_tiff_ifd ifd;
    cutline_status status = cut_tiff_read_ifd(from->tiff, c->arena, from->offset, &ifd, c->err);
    if (status != CUTLINE_OK)
        return status;
    if (!ifd.complete)
        cut_finding_add(c->findings, "exif-damaged", NULL,
                        "byte %llu: EXIF: a directory is cut short after %zu entries",
                        (unsigned long long)(from->tiff->origin + from->tiff->base + from->offset),
                        ifd.entries.n);
    for (size_t i = 0; i < ifd.entries.n; i++) {
        const cut_tiff_entry *e = &ifd.entries.v[i];
        if (is_left_out(e->tag) || !is_sound(c, from->tiff, e))
            continue;
        if (is_chosen(c, e->tag) && !is_kept(c, dir, e->tag) &&
            !keep(c, &(cut_tiff_item){*e, from->tiff, dir}))
            return cut_no_memory(c->err);
        c->value_bytes += e->size;
        c->any = true;
    }
    return CUTLINE_OK;
}

/* Gives each directory its place; returns the size of the whole. */
static size_t lay_out(compact *c)
{
    size_t at = HEADER_BYTES;
    for (size_t d = 0; d < CUT_TIFF_DIRS; d++) {
        directory *dir = &c->dirs[d];
        size_t n = dir->entries.n;
        if (d == CUT_TIFF_IFD0)
            n += dir->pointers = (size_t)(c->dirs[CUT_TIFF_EXIF].entries.n > 0) +
                                 (c->dirs[CUT_TIFF_GPS].entries.n > 0);
        dir->at = at;
        at += 2 + n * ENTRY_BYTES + 4;
        dir->values = at;
        for (size_t i = 0; i < dir->entries.n; i++)
            if (dir->entries.v[i].entry.size > 4)
                at += (size_t)(dir->entries.v[i].entry.size + 1) / 2 * 2; /* even offsets */
    }
    return at;
}

static void put(uint8_t *p, uint64_t value, size_t n, bool big_endian)
{
    for (size_t i = 0; i < n; i++)
        p[big_endian ? n - 1 - i : i] = (uint8_t)(value >> (8 * i));
}

static uint8_t *put_entry(const compact *c, uint8_t *p, uint16_t tag, uint16_t type, uint64_t count,
                          uint64_t value)
{
    put(p, tag, 2, c->big_endian);
    put(p + 2, type, 2, c->big_endian);
    put(p + 4, count, 4, c->big_endian);
    put(p + 8, value, 4, c->big_endian);
    return p + ENTRY_BYTES;
}

static cutline_status write_directory(const compact *c, size_t d, uint8_t *bytes)
{
    const directory *dir = &c->dirs[d];
    uint8_t *p = bytes + dir->at;
    size_t value = dir->values;
    put(p, dir->entries.n + dir->pointers, 2, c->big_endian);
    p += 2;
    for (size_t i = 0; i < dir->entries.n; i++) {
        const cut_tiff_item *k = &dir->entries.v[i];
        size_t size = (size_t)k->entry.size, got = 0;
        uint8_t *to = size > 4 ? bytes + value : p + 8;
        p = put_entry(c, p, k->entry.tag, k->entry.type, k->entry.count, size > 4 ? value : 0);
        cutline_status status =
            cut_source_read(k->tiff->source, k->entry.at, to, size, &got, c->err);
        if (status != CUTLINE_OK)
            return status;
        if (size > 4)
            value += (size + 1) / 2 * 2;
    }
    if (dir->pointers > 0 && c->dirs[CUT_TIFF_EXIF].entries.n > 0)
        p = put_entry(c, p, TAG_EXIF_IFD, 4, 1, c->dirs[CUT_TIFF_EXIF].at);
    if (dir->pointers > 0 && c->dirs[CUT_TIFF_GPS].entries.n > 0)
        p = put_entry(c, p, TAG_GPS_IFD, 4, 1, c->dirs[CUT_TIFF_GPS].at);
    return CUTLINE_OK;
}

static cutline_status write_out(compact *c)
{
    size_t total = lay_out(c);
    uint8_t *bytes = cut_arena_alloc(c->arena, total, 1);
    cutline_status status = CUTLINE_OK;
    if (!bytes)
        return cut_no_memory(c->err);
    memset(bytes, c->big_endian ? 'M' : 'I', 2);
    put(bytes + 2, 42, 2, c->big_endian);
    put(bytes + 4, HEADER_BYTES, 4, c->big_endian);
    for (size_t d = 0; d < CUT_TIFF_DIRS && status == CUTLINE_OK; d++) {
        status = write_directory(c, d, bytes);
        c->out->entries += c->dirs[d].entries.n;
    }
    c->out->bytes = (cut_view){bytes, total};
    c->out->big_endian = c->big_endian;
    return status;
}

cutline_status cut_tiff_compact(cut_arena *arena, const cut_tiff_dir dirs[CUT_TIFF_DIRS],
                                const cut_tiff_choice *choice, cut_small_tiff *out,
                                cut_findings *findings, cutline_error *err)
{
    compact c = {.arena = arena, .choice = choice, .out = out, .findings = findings, .err = err};
    bool have_order = false;
    *out = (cut_small_tiff){.entries = 0};
    for (size_t d = 0; d < CUT_TIFF_DIRS; d++) {
        if (!dirs[d].tiff)
            continue;
        if (!have_order)
            c.big_endian = dirs[d].tiff->big_endian;
        have_order = true;
        if (dirs[d].tiff->big_endian != c.big_endian)
            continue; /* values are copied as they are, so one order rules */
        cutline_status status = gather(&c, &dirs[d], d);
        if (status != CUTLINE_OK)
            return status;
    }
    return c.any ? write_out(&c) : CUTLINE_OK;
}

/* Follows a pointer tag of an IFD, once. */
static void follow(const cut_tiff *tiff, const cut_tiff_ifd *ifd, uint16_t tag, cut_tiff_dir *dir)
{
    uint64_t offset = cut_tiff_uint_of(tiff, ifd, tag, 0);
    if (offset != 0 && !dir->tiff)
        *dir = (cut_tiff_dir){tiff, offset};
}

cutline_status cut_tiff_find_dirs(const cut_tiff *tiff, cut_arena *arena, uint64_t offset,
                                  cut_tiff_dir dirs[CUT_TIFF_DIRS], cutline_error *err)
{
    cut_tiff_ifd ifd;
    memset(dirs, 0, CUT_TIFF_DIRS * sizeof *dirs);
    dirs[CUT_TIFF_IFD0] = (cut_tiff_dir){tiff, offset};
    cutline_status status = cut_tiff_read_ifd(tiff, arena, offset, &ifd, err);
    if (status != CUTLINE_OK)
        return status;
    follow(tiff, &ifd, TAG_EXIF_IFD, &dirs[CUT_TIFF_EXIF]);
    follow(tiff, &ifd, TAG_GPS_IFD, &dirs[CUT_TIFF_GPS]);
    if (dirs[CUT_TIFF_EXIF].tiff && !dirs[CUT_TIFF_GPS].tiff) {
        status = cut_tiff_read_ifd(tiff, arena, dirs[CUT_TIFF_EXIF].offset, &ifd, err);
        follow(tiff, &ifd, TAG_GPS_IFD, &dirs[CUT_TIFF_GPS]); /* some writers put it there */
    }
    return status;
}
