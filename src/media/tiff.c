/*
 * TIFF (TIFF 6.0, BigTIFF), DNG, and the RAW formats that are TIFF at heart: CR2, NEF, ARW, PEF,
 * SRW, RW2, ORF and their kin. Metadata is in IFD0 and what it points to; image data in any IFD.
 */
#include "base/tiff.h"
#include "base/limits.h"
#include "base/path.h"
#include "media/blocks.h"
#include "media/formats.h"
#include "media/image_hash.h"
#include "media/jpeg.h"
#include "media/preview.h"

#define TAG_SUBFILE_TYPE 0x00FE
#define TAG_WIDTH 0x0100
#define TAG_HEIGHT 0x0101
#define TAG_COMPRESSION 0x0103
#define TAG_STRIP_OFFSETS 0x0111
#define TAG_STRIP_BYTES 0x0117
#define TAG_RAW_OFFSET 0x0118 /* RW2 */
#define TAG_TILE_OFFSETS 0x0144
#define TAG_TILE_BYTES 0x0145
#define TAG_SUB_IFDS 0x014A
#define TAG_JPEG_OFFSET 0x0201
#define TAG_JPEG_BYTES 0x0202
#define TAG_RW2_JPEG 0x002E
#define TAG_XMP 0x02BC
#define TAG_IIM 0x83BB
#define TAG_IRB 0x8649
#define TAG_DNG_VERSION 0xC612
#define TAG_C2PA 0xCD41

/* What the file is, as far as image data is laid out differently. */
typedef enum tiff_kind {
    TIFF,
    BIGTIFF,
    DNG,
    CR2,
    NEF,
    NRW,
    ARW,
    SR2,
    PEF,
    SRW,
    RW2,
    ORF,
    OTHER
} tiff_kind;

static const struct {
    const char *extension;
    tiff_kind kind;
} raw_kinds[] = {
    {"nef", NEF},   {"nrw", NRW},   {"arw", ARW},   {"sr2", SR2},   {"pef", PEF},
    {"srw", SRW},   {"3fr", OTHER}, {"iiq", OTHER}, {"erf", OTHER}, {"mef", OTHER},
    {"mos", OTHER}, {"dcr", OTHER}, {"kdc", OTHER}, {"fff", OTHER},
};

/* Where in the tree an IFD hangs: the chain IFD0, IFD1, ..., or the SubIFDs of one of them. */
typedef struct place {
    bool sub;
    unsigned index;  /* in the chain or among the SubIFDs */
    unsigned parent; /* index in the chain, if sub */
    unsigned depth;
} place;

typedef struct walk {
    cut_collector collect;
    cut_image_hash hash;
    cutline_error *err;
    cut_tiff tiff;
    tiff_kind kind;
    bool have_size; /* of an IFD that is no reduced picture */
    CUT_VEC(uint64_t) visited;
} walk;

static bool is_ifd(place p, unsigned index)
{
    return !p.sub && p.index == index;
}

/* A file that has nothing of its own in the header is of the kind its name says. */
static tiff_kind kind_by_name(const cut_source *source, const char **name)
{
    cut_str extension = cut_path_extension(cut_str_from(source->name));
    for (size_t i = 0; i < sizeof raw_kinds / sizeof raw_kinds[0]; i++) {
        if (!cut_str_eq_nocase(extension, cut_str_from(raw_kinds[i].extension)))
            continue;
        *name = raw_kinds[i].extension;
        return raw_kinds[i].kind;
    }
    *name = "tiff";
    return TIFF;
}

static void find_kind(walk *w, const cut_tiff_ifd *ifd0)
{
    cut_str head = cut_str_of_view(w->collect.source->head);
    const char **name = &w->collect.out->format;
    *name = NULL;
    if (w->tiff.big) {
        w->kind = BIGTIFF;
        *name = "tiff";
    } else if (cut_str_starts(cut_str_slice(head, 2, head.n), CUT_STR("\x55\0"))) {
        w->kind = RW2;
        *name = "rw2";
    } else if (cut_str_starts(cut_str_slice(head, 8, head.n), CUT_STR("CR\x02\0"))) {
        w->kind = CR2;
        *name = "cr2";
    } else if (head.n > 3 && (head.p[2] == 'R' || head.p[3] == 'R')) { /* "RO", "RS", "OR" */
        w->kind = ORF;
        *name = "orf";
    } else if (cut_tiff_find(ifd0, TAG_DNG_VERSION)) {
        w->kind = DNG;
        *name = "dng";
    } else {
        w->kind = kind_by_name(w->collect.source, name);
    }
}

/* The first IFD that holds a whole picture and not a reduced one (TIFF 6.0, NewSubfileType bit 0)
 * gives the size; IFD0 if none does. */
static void take_size(walk *w, const cut_tiff_ifd *ifd, place p)
{
    cut_layout *out = w->collect.out;
    uint64_t width = cut_tiff_uint_of(&w->tiff, ifd, TAG_WIDTH, 0);
    uint64_t height = cut_tiff_uint_of(&w->tiff, ifd, TAG_HEIGHT, 0);
    bool reduced = cut_tiff_uint_of(&w->tiff, ifd, TAG_SUBFILE_TYPE, 0) % 2 == 1;
    bool fits = width > 0 && height > 0 && width <= UINT32_MAX && height <= UINT32_MAX;
    if (!fits || w->have_size || (reduced && !is_ifd(p, 0)))
        return;
    out->width = (uint32_t)width;
    out->height = (uint32_t)height;
    w->have_size = !reduced;
}

/* ---- image data: the tags ExifTool's ImageDataHash counts --------------------------------------
 */

/* Offsets at StripOffsets are those of a preview in some places. */
static bool strips_are_image(const walk *w, const cut_tiff_ifd *ifd, place p)
{
    uint64_t compression = cut_tiff_uint_of(&w->tiff, ifd, TAG_COMPRESSION, 0);
    uint64_t subfile = cut_tiff_uint_of(&w->tiff, ifd, TAG_SUBFILE_TYPE, 1);
    if (compression == 34892 || compression == 52546) /* DNG: lossy JPEG, JPEG XL */
        return true;
    if (w->kind == CR2 && is_ifd(p, 0))
        return false;
    bool preview = (w->kind == DNG || w->kind == TIFF) && compression == 7 && subfile != 0;
    return !preview || (p.sub && p.index == 2);
}

/* JPEGInterchangeFormat is a thumbnail or preview in some places and the picture in others. */
static bool jpeg_is_image(const walk *w, const cut_tiff_ifd *ifd, place p)
{
    bool nrw = w->kind == NRW || (w->kind == NEF && is_ifd(p, 0) &&
                                  cut_tiff_uint_of(&w->tiff, ifd, TAG_COMPRESSION, 0) == 6);
    if (is_ifd(p, 1) || (nrw && is_ifd(p, 0)))
        return false;
    if (w->kind == SRW && p.sub && p.index == 0 && p.parent == 1)
        return false;
    return !((w->kind == ARW || w->kind == SR2) && is_ifd(p, 0));
}

/* Hashes the stretches that two parallel arrays of offsets and lengths name. */
static cutline_status hash_pairs(walk *w, const cut_tiff_ifd *ifd, uint16_t offsets,
                                 uint16_t lengths)
{
    const cut_tiff_entry *at = cut_tiff_find(ifd, offsets), *size = cut_tiff_find(ifd, lengths);
    cutline_status status = CUTLINE_OK;
    if (!at || !size || !w->hash.wanted)
        return CUTLINE_OK;
    if (at->count > CUT_MAX_TIFF_STRIPS)
        w->hash.given_up = true;
    for (uint64_t i = 0; status == CUTLINE_OK && i < at->count && !w->hash.given_up; i++) {
        uint64_t offset, length;
        if (!cut_tiff_uint(&w->tiff, at, i, &offset) || !cut_tiff_uint(&w->tiff, size, i, &length))
            break;
        status = cut_image_hash_add(&w->hash, offset, length, w->err);
    }
    return status;
}

/* RW2: the sensor data runs from its offset to the end of the file. */
static cutline_status hash_rw2(walk *w, const cut_tiff_ifd *ifd)
{
    uint64_t at = cut_tiff_uint_of(&w->tiff, ifd, TAG_RAW_OFFSET, 0);
    return at != 0 ? cut_image_hash_add(&w->hash, at, 999999999, w->err) : CUTLINE_OK;
}

static cutline_status hash_ifd(walk *w, const cut_tiff_ifd *ifd, place p)
{
    cutline_status status = CUTLINE_OK;
    if (w->kind == ORF || w->kind == BIGTIFF) /* for which ExifTool gives no hash */
        return CUTLINE_OK;
    if (w->kind == RW2 && is_ifd(p, 0))
        return hash_rw2(w, ifd);
    if (strips_are_image(w, ifd, p))
        status = hash_pairs(w, ifd, TAG_STRIP_OFFSETS, TAG_STRIP_BYTES);
    if (status == CUTLINE_OK)
        status = hash_pairs(w, ifd, TAG_TILE_OFFSETS, TAG_TILE_BYTES);
    if (status == CUTLINE_OK && jpeg_is_image(w, ifd, p))
        status = hash_pairs(w, ifd, TAG_JPEG_OFFSET, TAG_JPEG_BYTES);
    return status;
}

/* ---- previews ----------------------------------------------------------------------------------
 */

static cutline_status offer(walk *w, uint64_t offset, uint64_t length)
{
    return cut_preview_offer(w->collect.source, offset, length, w->collect.out, w->err);
}

/* A JPEG is one strip, or has tags of its own; RW2 keeps one in a tag's value. */
static cutline_status offer_previews(walk *w, const cut_tiff_ifd *ifd)
{
    static const uint16_t pairs[][2] = {{TAG_STRIP_OFFSETS, TAG_STRIP_BYTES},
                                        {TAG_JPEG_OFFSET, TAG_JPEG_BYTES}};
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < 2 && status == CUTLINE_OK; i++) {
        const cut_tiff_entry *at = cut_tiff_find(ifd, pairs[i][0]);
        if (at && at->count == 1)
            status = offer(w, cut_tiff_uint_of(&w->tiff, ifd, pairs[i][0], 0),
                           cut_tiff_uint_of(&w->tiff, ifd, pairs[i][1], 0));
    }
    const cut_tiff_entry *jpeg = w->kind == RW2 ? cut_tiff_find(ifd, TAG_RW2_JPEG) : NULL;
    if (status == CUTLINE_OK && jpeg)
        status = offer(w, jpeg->at, jpeg->size);
    return status;
}

/* ---- the tree of IFDs --------------------------------------------------------------------------
 */

/* False if the IFD was seen before, or there are too many. */
static bool first_visit(walk *w, uint64_t offset)
{
    for (size_t i = 0; i < w->visited.n; i++)
        if (w->visited.v[i] == offset)
            return false;
    return w->visited.n < CUT_MAX_TIFF_IFDS && CUT_PUSH(w->collect.arena, &w->visited, offset);
}

static cutline_status visit(walk *w, uint64_t offset, place p, uint64_t *next);

static cutline_status visit_subs(walk *w, const cut_tiff_ifd *ifd, place p)
{
    const cut_tiff_entry *subs = cut_tiff_find(ifd, TAG_SUB_IFDS);
    cutline_status status = CUTLINE_OK;
    uint64_t offset, next;
    if (!subs || p.depth >= CUT_MAX_TIFF_DEPTH)
        return CUTLINE_OK;
    for (unsigned i = 0; i < CUT_MAX_TIFF_IFDS && status == CUTLINE_OK; i++) {
        if (!cut_tiff_uint(&w->tiff, subs, i, &offset))
            break;
        place sub = {.sub = true, .index = i, .parent = p.index, .depth = p.depth + 1};
        status = visit(w, offset, sub, &next);
    }
    return status;
}

static cutline_status visit(walk *w, uint64_t offset, place p, uint64_t *next)
{
    cut_tiff_ifd ifd;
    *next = 0;
    if (!first_visit(w, offset))
        return CUTLINE_OK;
    cutline_status status = cut_tiff_read_ifd(&w->tiff, w->collect.arena, offset, &ifd, w->err);
    if (status != CUTLINE_OK)
        return status;
    take_size(w, &ifd, p);
    status = visit_subs(w, &ifd, p);
    if (status == CUTLINE_OK)
        status = hash_ifd(w, &ifd, p);
    if (status == CUTLINE_OK && w->kind != TIFF && w->kind != BIGTIFF)
        status = offer_previews(w, &ifd);
    *next = ifd.next;
    return status;
}

static cutline_status visit_chain(walk *w)
{
    cutline_status status = CUTLINE_OK;
    uint64_t offset = w->tiff.first_ifd;
    for (unsigned i = 0; offset != 0 && status == CUTLINE_OK; i++)
        status = visit(w, offset, (place){.index = i}, &offset);
    return status;
}

/* ---- metadata ----------------------------------------------------------------------------------
 */

static cutline_status take_block(walk *w, const cut_tiff_ifd *ifd0, uint16_t tag,
                                 cut_block_kind kind)
{
    const cut_tiff_entry *entry = cut_tiff_find(ifd0, tag);
    if (!entry || entry->size == 0)
        return CUTLINE_OK;
    return cut_collect_whole(&w->collect, kind, entry->at, entry->size) ? CUTLINE_OK
                                                                        : cut_no_memory(w->err);
}

static cutline_status take_exif(walk *w)
{
    cut_tiff_dir dirs[CUT_TIFF_DIRS];
    cut_arena *arena = w->collect.arena;
    cut_small_tiff exif;
    cutline_status status = cut_tiff_find_dirs(&w->tiff, arena, w->tiff.first_ifd, dirs, w->err);
    if (status == CUTLINE_OK)
        status = cut_tiff_compact(arena, dirs, NULL, &exif, w->collect.findings, w->err);
    if (status == CUTLINE_OK && exif.bytes.n > 0 &&
        !cut_collect_ready(&w->collect, CUT_BLOCK_EXIF, exif.bytes, w->tiff.base))
        return cut_no_memory(w->err);
    return status;
}

static cutline_status take_metadata(walk *w, const cut_tiff_ifd *ifd0)
{
    cutline_status status = take_exif(w);
    if (status == CUTLINE_OK)
        status = take_block(w, ifd0, TAG_XMP, CUT_BLOCK_XMP);
    if (status == CUTLINE_OK)
        status = take_block(w, ifd0, TAG_IIM, CUT_BLOCK_IIM);
    if (status == CUTLINE_OK)
        status = take_block(w, ifd0, TAG_IRB, CUT_BLOCK_IRB);
    if (status == CUTLINE_OK)
        status = take_block(w, ifd0, TAG_C2PA, CUT_BLOCK_C2PA);
    if (status == CUTLINE_OK)
        status = cut_collect_finish(&w->collect, w->err);
    const cut_tiff_entry *jpeg = w->kind == RW2 ? cut_tiff_find(ifd0, TAG_RW2_JPEG) : NULL;
    if (status == CUTLINE_OK && jpeg)
        status = cut_jpeg_scan_embedded(w->collect.source, jpeg->at, jpeg->size, w->collect.arena,
                                        w->collect.out, w->collect.findings, w->err);
    return status;
}

static cutline_status scan(cut_source *source, bool want_hash, cut_arena *arena, cut_layout *out,
                           cut_findings *findings, cutline_error *err)
{
    walk w = {.collect = {.source = source, .arena = arena, .out = out, .findings = findings},
              .err = err};
    cut_tiff_ifd ifd0;
    cut_image_hash_start(&w.hash, source, want_hash);
    cutline_status status = cut_tiff_open(&w.tiff, source, 0, err);
    if (status == CUTLINE_OK)
        status = cut_tiff_read_ifd(&w.tiff, arena, w.tiff.first_ifd, &ifd0, err);
    if (status != CUTLINE_OK)
        return status;
    find_kind(&w, &ifd0);
    if (ifd0.entries.n == 0)
        return cut_fail_at(err, CUTLINE_MALFORMED, source->name, (int64_t)w.tiff.first_ifd,
                           "TIFF: no directory where the header says");
    status = take_metadata(&w, &ifd0);
    if (status == CUTLINE_OK)
        status = visit_chain(&w);
    if (status == CUTLINE_OK)
        cut_image_hash_finish(&w.hash, out, findings);
    return status;
}

static bool probe(cut_view head)
{
    static const char starts[][5] = {"II*\0", "MM\0*", "II+\0", "MM\0+",
                                     "IIU\0", "IIRO",  "IIRS",  "MMOR"};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (head.n >= 8 && memcmp(head.p, starts[i], 4) == 0)
            return true;
    return false;
}

const cut_format cut_format_tiff = {
    .name = "tiff",
    .extensions =
        "tif tiff btf dng nef nrw cr2 arw sr2 pef srw rw2 rwl raw orf 3fr iiq erf mef mos "
        "dcr kdc fff gpr",
    .probe = probe,
    .scan = scan};
