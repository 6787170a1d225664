/*
 * "moov" boxes: Canon's CR3 keeps its EXIF there, as three TIFF streams, and its pictures as the
 * samples of video tracks (ISO/IEC 14496-12, 8.7).
 */
#include "base/limits.h"
#include "base/tiff.h"
#include "media/bmff.h"
#include "media/preview.h"

#define FULL_BOX 4

static const uint8_t uuid_canon[16] = {0x85, 0xC0, 0xB6, 0x87, 0x82, 0x0F, 0x11, 0xE0,
                                       0x81, 0x11, 0xF4, 0xCE, 0x46, 0x2B, 0x6A, 0x48};

/* CMT1 is IFD0, CMT2 the Exif directory, CMT4 the GPS directory, each with a TIFF header of its
 * own. Together they make one EXIF block. */
static cutline_status take_canon(cut_bmff *b, const cut_box *canon)
{
    static const char names[CUT_TIFF_DIRS][5] = {"CMT1", "CMT2", "CMT4"};
    cut_tiff tiffs[CUT_TIFF_DIRS];
    cut_tiff_dir dirs[CUT_TIFF_DIRS] = {{NULL, 0}};
    cut_small_tiff exif;
    for (size_t d = 0; d < CUT_TIFF_DIRS; d++) {
        cut_box box;
        bool found = false;
        cutline_status status = cut_box_find(b, canon->data, canon->end, names[d], &box, &found);
        if (status != CUTLINE_OK)
            return status;
        if (found && cut_tiff_open(&tiffs[d], b->collect.source, box.data, NULL) == CUTLINE_OK)
            dirs[d] = (cut_tiff_dir){&tiffs[d], tiffs[d].first_ifd};
    }
    cutline_status status =
        cut_tiff_compact(b->collect.arena, dirs, NULL, &exif, b->collect.findings, b->err);
    if (status == CUTLINE_OK && exif.bytes.n > 0 &&
        !cut_collect_ready(&b->collect, CUT_BLOCK_EXIF, exif.bytes, canon->data))
        return cut_no_memory(b->err);
    if (status != CUTLINE_OK || !dirs[CUT_TIFF_IFD0].tiff)
        return status;
    cut_tiff_ifd ifd0;
    status = cut_tiff_read_ifd(&tiffs[0], b->collect.arena, tiffs[0].first_ifd, &ifd0, b->err);
    if (status == CUTLINE_OK) {
        b->collect.out->width = (uint32_t)cut_tiff_uint_of(&tiffs[0], &ifd0, 0x0100, 0);
        b->collect.out->height = (uint32_t)cut_tiff_uint_of(&tiffs[0], &ifd0, 0x0101, 0);
    }
    return status;
}

/* Sample tables of a track. */
typedef struct tables {
    cut_reader sizes;     /* stsz */
    cut_reader chunks;    /* stco or co64 */
    cut_reader per_chunk; /* stsc */
    bool wide;            /* chunk offsets are 64-bit */
} tables;

/* The tables of a track; *complete is false if one is missing. */
static cutline_status find_tables(cut_bmff *b, const cut_box *stbl, tables *t, bool *complete)
{
    cut_box stsz, stco, stsc;
    bool sizes = false, chunks = false, per_chunk = false;
    *t = (tables){.wide = false};
    cutline_status status = cut_box_find(b, stbl->data, stbl->end, "stsz", &stsz, &sizes);
    if (status == CUTLINE_OK)
        status = cut_box_find(b, stbl->data, stbl->end, "stco", &stco, &chunks);
    if (status == CUTLINE_OK && !chunks) {
        t->wide = true;
        status = cut_box_find(b, stbl->data, stbl->end, "co64", &stco, &chunks);
    }
    if (status == CUTLINE_OK)
        status = cut_box_find(b, stbl->data, stbl->end, "stsc", &stsc, &per_chunk);
    *complete = sizes && chunks && per_chunk;
    if (status != CUTLINE_OK || !*complete)
        return status;
    status = cut_box_reader(b, &stsz, CUT_MAX_HEIF_BOX, &t->sizes);
    if (status == CUTLINE_OK)
        status = cut_box_reader(b, &stco, CUT_MAX_HEIF_BOX, &t->chunks);
    if (status == CUTLINE_OK)
        status = cut_box_reader(b, &stsc, CUT_MAX_HEIF_BOX, &t->per_chunk);
    return status;
}

/* Samples in each chunk: runs of chunks, each with its first chunk (from 1). */
typedef struct run {
    cut_reader *r;
    uint32_t left;    /* entries not read yet */
    uint32_t next;    /* first chunk of the next run, 0 if there is none */
    uint32_t samples; /* in each chunk of the current run */
    uint32_t pending; /* in each chunk of the next run */
} run;

static void read_run(run *s)
{
    s->next = 0;
    if (s->left == 0)
        return;
    s->left--;
    s->next = cut_read_u32be(s->r);
    s->pending = cut_read_u32be(s->r);
    (void)cut_read_u32be(s->r); /* sample description */
}

static uint32_t samples_in_chunk(run *s, uint32_t chunk)
{
    while (s->next != 0 && chunk >= s->next && cut_reader_ok(s->r)) {
        s->samples = s->pending;
        read_run(s);
    }
    return s->samples;
}

/* Chunk after chunk, each as long as its samples together: hashes them, and offers them as
 * previews, since the first track of CR3 is the picture as JPEG. */
static cutline_status take_samples(cut_bmff *b, tables *t)
{
    cutline_status status = CUTLINE_OK;
    cut_read_skip(&t->sizes, FULL_BOX);
    uint32_t same = cut_read_u32be(&t->sizes), samples = cut_read_u32be(&t->sizes);
    cut_read_skip(&t->chunks, FULL_BOX);
    uint32_t chunks = cut_read_u32be(&t->chunks);
    cut_read_skip(&t->per_chunk, FULL_BOX);
    run s = {.r = &t->per_chunk, .left = cut_read_u32be(&t->per_chunk)};
    read_run(&s);
    for (uint32_t chunk = 1; chunk <= chunks && status == CUTLINE_OK; chunk++) {
        uint64_t at = t->wide ? cut_read_u64be(&t->chunks) : cut_read_u32be(&t->chunks);
        uint32_t n = samples_in_chunk(&s, chunk);
        uint64_t length = (uint64_t)same * n;
        if (n > samples || !cut_reader_ok(&t->chunks))
            break;
        samples -= n;
        for (uint32_t i = 0; same == 0 && i < n && cut_reader_ok(&t->sizes); i++)
            length += cut_read_u32be(&t->sizes);
        status = cut_image_hash_add(&b->hash, at, length, b->err);
        if (status == CUTLINE_OK)
            status = cut_preview_offer(b->collect.source, at, length, b->collect.out, b->err);
    }
    return status;
}

/* Only video and audio count (handler type, 8.4.3). */
static cutline_status is_hashed(cut_bmff *b, const cut_box *mdia, bool *yes)
{
    cut_box hdlr;
    cut_reader r;
    cutline_status status = cut_box_find(b, mdia->data, mdia->end, "hdlr", &hdlr, yes);
    if (status != CUTLINE_OK || !*yes)
        return status;
    status = cut_box_reader(b, &hdlr, CUT_MAX_HEIF_BOX, &r);
    cut_read_skip(&r, FULL_BOX + 4);
    cut_str type = cut_str_of_view(cut_read_view(&r, 4));
    *yes = cut_str_eq(type, CUT_STR("vide")) || cut_str_eq(type, CUT_STR("soun"));
    return status;
}

static cutline_status take_track(cut_bmff *b, const cut_box *trak)
{
    cut_box mdia, minf, stbl;
    tables t;
    bool found = false;
    cutline_status status = cut_box_find(b, trak->data, trak->end, "mdia", &mdia, &found);
    if (status == CUTLINE_OK && found)
        status = is_hashed(b, &mdia, &found);
    if (status == CUTLINE_OK && found)
        status = cut_box_find(b, mdia.data, mdia.end, "minf", &minf, &found);
    if (status == CUTLINE_OK && found)
        status = cut_box_find(b, minf.data, minf.end, "stbl", &stbl, &found);
    if (status == CUTLINE_OK && found)
        status = find_tables(b, &stbl, &t, &found);
    return status == CUTLINE_OK && found ? take_samples(b, &t) : status;
}

cutline_status cut_bmff_movie(cut_bmff *b, const cut_box *moov)
{
    uint64_t at = moov->data;
    cutline_status status = CUTLINE_OK;
    while (status == CUTLINE_OK) {
        cut_box box;
        bool found = false;
        status = cut_box_read(b, at, moov->end, &box, &found);
        if (status != CUTLINE_OK || !found)
            return status;
        if (cut_box_is(&box, "uuid") && memcmp(box.uuid, uuid_canon, 16) == 0)
            status = take_canon(b, &box);
        else if (cut_box_is(&box, "trak"))
            status = take_track(b, &box);
        else if (cut_box_is(&box, "meta"))
            status = cut_heif_meta(b, &box);
        at = box.end;
    }
    return status;
}
