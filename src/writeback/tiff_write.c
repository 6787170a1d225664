/*
 * TIFF, BigTIFF and DNG: EXIF, XMP, IIM and Photoshop resources are tags of the first directory.
 * Nothing in the file moves: what does not fit its old place goes behind the end (tiff_edit.c).
 */
#include "base/error.h"
#include "base/limits.h"
#include "writeback/tiff_edit.h"
#include "writeback/work.h"

#define TAG_XMP 0x02BC
#define TAG_IIM 0x83BB
#define TAG_IRB 0x8649

typedef struct writer {
    const cut_work *work;
    cutline_error *err;
    cut_tiff_sets sets;
    uint16_t iim_type; /* TIFF type that the IIM has in the file, 0 if it has none */
} writer;

static const cut_block *block_of(const writer *w, cut_block_kind kind)
{
    const cut_layout *layout = &w->work->content->layout;
    for (size_t i = 0; i < layout->blocks.n; i++)
        if (layout->blocks.v[i].kind == kind)
            return &layout->blocks.v[i];
    return NULL;
}

static cutline_status add_set(writer *w, uint16_t tag, uint16_t type, size_t unit, cut_view bytes)
{
    cut_tiff_set set = {
        .dir = CUT_TIFF_IFD0, .tag = tag, .type = type, .count = bytes.n / unit, .bytes = bytes};
    return CUT_PUSH(w->work->arena, &w->sets, set) ? CUTLINE_OK : cut_no_memory(w->err);
}

/* XMP part 3, 3.2.2: tag 700, type BYTE. */
static cutline_status set_xmp(writer *w)
{
    const cut_block *old = block_of(w, CUT_BLOCK_XMP);
    cut_view new;
    cutline_status status = cut_work_xmp(w->work, old ? old->bytes : (cut_view){NULL, 0},
                                         CUT_MAX_BLOCK_BYTES, false, NULL, &new, w->err);
    return status == CUTLINE_OK ? add_set(w, TAG_XMP, CUT_EXIF_BYTE, 1, new) : status;
}

/* Photoshop and most others write IIM as LONGs, filled up with zeros, which count in its digest. */
static cutline_status pad(writer *w, cut_view *iim)
{
    size_t n = (iim->n + 3) / 4 * 4;
    uint8_t *p = cut_arena_alloc(w->work->arena, n, 1);
    if (!p)
        return cut_no_memory(w->err);
    memcpy(p, iim->p, iim->n);
    *iim = (cut_view){p, n};
    return CUTLINE_OK;
}

static cutline_status set_iim_tag(writer *w, cut_view old, cut_view *new)
{
    cutline_status status = cut_work_iim(w->work, old, new, w->err);
    bool longs = w->iim_type == CUT_EXIF_LONG || w->iim_type == 0;
    if (status == CUTLINE_OK && longs)
        status = pad(w, new);
    if (status != CUTLINE_OK)
        return status;
    return add_set(w, TAG_IIM, longs ? CUT_EXIF_LONG : CUT_EXIF_UNDEFINED, longs ? 4 : 1, *new);
}

/* IIM stands in a tag, in the resources, or in both; the digest is among the resources. */
static cutline_status set_iim(writer *w)
{
    const cut_block *tag = block_of(w, CUT_BLOCK_IIM), *irb = block_of(w, CUT_BLOCK_IRB);
    cut_view old = tag ? tag->bytes : (cut_view){NULL, 0}, iim, resources;
    bool in_resources = !tag && w->work->content->reading->has_iim;
    cutline_status status = CUTLINE_OK;
    if (in_resources && irb)
        status = cut_work_irb(w->work, irb->bytes, &resources, w->err);
    else
        status = set_iim_tag(w, old, &iim);
    if (status == CUTLINE_OK && irb && !in_resources)
        status = cut_work_irb_beside(w->work, irb->bytes, old, iim, &resources, w->err);
    if (status == CUTLINE_OK && irb)
        status = add_set(w, TAG_IRB, CUT_EXIF_BYTE, 1, resources);
    return status;
}

/* Old bytes with the patches over them, then the tail. */
static void lay_out(const cut_tiff_edit *edit, cut_plan *plan)
{
    uint64_t at = 0;
    for (size_t i = 0; i < edit->patches.n; i++) {
        const cut_patch *p = &edit->patches.v[i];
        cut_plan_copy(plan, at, p->at - at);
        cut_plan_add(plan, p->bytes);
        at = p->at + p->bytes.n;
    }
    cut_plan_copy(plan, at, edit->source->size - at);
    cut_plan_add(plan, edit->tail);
}

static cutline_status read_iim_type(writer *w)
{
    cut_tiff tiff;
    cut_tiff_ifd ifd;
    cutline_status status = cut_tiff_open(&tiff, w->work->source, 0, w->err);
    if (status == CUTLINE_OK)
        status = cut_tiff_read_ifd(&tiff, w->work->arena, tiff.first_ifd, &ifd, w->err);
    if (status != CUTLINE_OK)
        return status;
    const cut_tiff_entry *entry = cut_tiff_find(&ifd, TAG_IIM);
    w->iim_type = entry ? entry->type : 0;
    return CUTLINE_OK;
}

cutline_status cut_tiff_file_plan(const cut_work *work, cut_plan *plan, cutline_error *err)
{
    writer w = {.work = work, .err = err};
    const cut_exif *exif = &work->content->reading->exif;
    cutline_status status = read_iim_type(&w);
    if (status == CUTLINE_OK && work->exif &&
        !cut_exif_sets(work->arena, work->changes, exif, &w.sets))
        status = cut_no_memory(err);
    if (status == CUTLINE_OK && work->xmp)
        status = set_xmp(&w);
    if (status == CUTLINE_OK && work->iim)
        status = set_iim(&w);
    cut_tiff_edit edit = {
        .arena = work->arena, .source = work->source, .sets = w.sets.v, .count = w.sets.n};
    if (status == CUTLINE_OK)
        status = cut_tiff_plan(&edit, err);
    if (status != CUTLINE_OK)
        return status;
    lay_out(&edit, plan);
    return plan->no_memory ? cut_no_memory(err) : CUTLINE_OK;
}
