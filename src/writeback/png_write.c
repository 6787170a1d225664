/*
 * PNG: chunks copied as they stand, those with metadata made anew. XMP is an iTXt, EXIF an eXIf;
 * IIM and EXIF that stand in a "raw profile" stay there, as uncompressed text (ISO/IEC
 * 15948, 11.3.4.3).
 */
#include "base/error.h"
#include "base/inflate.h"
#include "base/limits.h"
#include "writeback/work.h"

#include <stdio.h>

#define SIGNATURE_BYTES 8
#define HEADER_BYTES 8 /* length and type */
#define CRC_BYTES 4
#define HEX_LINE 36 /* bytes a line of a raw profile, as ImageMagick writes it */
#define XMP_KEYWORD CUT_STR("XML:com.adobe.xmp\0\0\0\0\0") /* and flags, language, translation */

typedef struct chunk {
    char type[5];
    uint64_t at, end; /* with length and CRC */
} chunk;

typedef struct writer {
    const cut_work *work;
    cut_plan *plan;
    cutline_error *err;
    const cut_block *exif, *xmp; /* blocks that are renewed where they stand; NULL: none */
} writer;

/* ---- new chunks -------------------------------------------------------------------------------
 */

static void put_u32(uint8_t *p, size_t value)
{
    for (int i = 0; i < 4; i++)
        p[i] = (uint8_t)(value >> (24 - 8 * i));
}

/* Length, type, `head` and `body`, CRC over all but the length (5.3). */
static cutline_status add_chunk(writer *w, const char *type, cut_str head, cut_view body)
{
    size_t n = head.n + body.n;
    uint8_t *p = cut_arena_alloc(w->work->arena, HEADER_BYTES + n + CRC_BYTES, 1);
    if (!p)
        return cut_no_memory(w->err);
    put_u32(p, n);
    memcpy(p + 4, type, 4);
    memcpy(p + HEADER_BYTES, head.p, head.n);
    memcpy(p + HEADER_BYTES + head.n, body.p, body.n);
    put_u32(p + HEADER_BYTES + n, cut_crc32((cut_view){p + 4, 4 + n}));
    cut_plan_add(w->plan, (cut_view){p, HEADER_BYTES + n + CRC_BYTES});
    return CUTLINE_OK;
}

static cutline_status add_xmp(writer *w)
{
    cut_view new, old = w->xmp ? w->xmp->bytes : (cut_view){NULL, 0};
    cutline_status status =
        cut_work_xmp(w->work, old, CUT_MAX_BLOCK_BYTES, false, NULL, &new, w->err);
    return status == CUTLINE_OK ? add_chunk(w, "iTXt", XMP_KEYWORD, new) : status;
}

/* A packet beyond the first loses the fields that change. */
static cutline_status thin_xmp(writer *w, const cut_block *block)
{
    cut_view new;
    cutline_status status =
        cut_work_xmp(w->work, block->bytes, CUT_MAX_BLOCK_BYTES, true, NULL, &new, w->err);
    return status == CUTLINE_OK ? add_chunk(w, "iTXt", XMP_KEYWORD, new) : status;
}

/* LF, name, LF, length, LF, hexadecimal lines. */
static cutline_status add_profile(writer *w, const char *name, cut_view bytes)
{
    static const char digits[] = "0123456789abcdef";
    cut_buf text;
    cut_buf_init(&text, 3 * (size_t)CUT_MAX_BLOCK_BYTES);
    cut_buf_printf(&text, "Raw profile type %s", name);
    cut_buf_char(&text, '\0');
    cut_buf_printf(&text, "\n%s\n%8zu", name, bytes.n);
    for (size_t i = 0; i < bytes.n; i++) {
        if (i % HEX_LINE == 0)
            cut_buf_char(&text, '\n');
        cut_buf_char(&text, digits[bytes.p[i] >> 4]);
        cut_buf_char(&text, digits[bytes.p[i] & 15]);
    }
    cut_buf_char(&text, '\n');
    cutline_status status = cut_buf_ok(&text) ? add_chunk(w, "tEXt", cut_buf_str(&text),
                                                          (cut_view){(const uint8_t *)"", 0})
                                              : cut_no_memory(w->err);
    cut_buf_release(&text);
    return status;
}

/* Profiles have the header of the JPEG segment that they once were; some readers look for it. */
static cutline_status add_exif_profile(writer *w, cut_view exif)
{
    static const char head[] = {'E', 'x', 'i', 'f', 0, 0};
    uint8_t *all = cut_arena_raw(w->work->arena, sizeof head + exif.n, 1);
    if (!all)
        return cut_no_memory(w->err);
    memcpy(all, head, sizeof head);
    memcpy(all + sizeof head, exif.p, exif.n);
    return add_profile(w, "exif", (cut_view){all, sizeof head + exif.n});
}

/* In the place of a chunk, and in its form; c NULL: a new one. */
static cutline_status put_exif(writer *w, const chunk *c, cut_view exif)
{
    bool profile = c && strcmp(c->type, "eXIf") != 0 && strcmp(c->type, "exIf") != 0;
    return profile ? add_exif_profile(w, exif) : add_chunk(w, "eXIf", CUT_STR(""), exif);
}

static cutline_status add_exif(writer *w, const chunk *c)
{
    cut_view new, old = w->exif ? w->exif->bytes : (cut_view){NULL, 0};
    cutline_status status = cut_work_exif(w->work, old, &new, w->err);
    return status == CUTLINE_OK ? put_exif(w, c, new) : status;
}

/* EXIF in another chunk than the one that is edited. */
static cutline_status add_second_exif(writer *w, const chunk *c, cut_view old, bool *done)
{
    cut_view new;
    cutline_status status = cut_work_exif_beside(w->work, old, &new, w->err);
    *done = status != CUTLINE_OK || new.n > 0;
    return status == CUTLINE_OK && new.n > 0 ? put_exif(w, c, new) : status;
}

/* Photoshop resources without IIM have nothing to renew. */
static bool holds_iim(const writer *w, const cut_block *block)
{
    cut_irb irb = {0};
    cut_findings ignored = cut_findings_in(w->work->arena);
    return block->kind == CUT_BLOCK_IIM || (cut_irb_parse(w->work->arena, block->bytes, 0, NULL,
                                                          &irb, &ignored, NULL) == CUTLINE_OK &&
                                            cut_irb_find(&irb, CUT_IRB_IIM, 0));
}

/* ImageMagick writes the same IIM into two profiles, "8bim" and "iptc"; both are renewed. */
static cutline_status add_iim(writer *w, const cut_block *block)
{
    cut_view new;
    bool resources = block->kind == CUT_BLOCK_IRB;
    cutline_status status = resources ? cut_work_irb(w->work, block->bytes, &new, w->err)
                                      : cut_work_iim(w->work, block->bytes, &new, w->err);
    return status == CUTLINE_OK ? add_profile(w, resources ? "8bim" : "iptc", new) : status;
}

/* ---- the file ---------------------------------------------------------------------------------
 */

static cutline_status next_chunk(writer *w, uint64_t at, chunk *c, bool *found)
{
    uint8_t head[HEADER_BYTES] = {0};
    size_t got = 0;
    cutline_status status = cut_source_read(w->work->source, at, head, sizeof head, &got, w->err);
    uint64_t length =
        (uint64_t)head[0] << 24 | (uint64_t)head[1] << 16 | (uint64_t)head[2] << 8 | head[3];
    *c = (chunk){.at = at, .end = at + HEADER_BYTES + length + CRC_BYTES};
    memcpy(c->type, head + 4, 4);
    *found = status == CUTLINE_OK && got == sizeof head && c->end <= w->work->source->size;
    return status;
}

/* The block whose bytes the reader has found in a chunk. */
static const cut_block *block_in(const writer *w, const chunk *c, cut_block_kind kind)
{
    const cut_layout *layout = &w->work->content->layout;
    for (size_t i = 0; i < layout->blocks.n; i++) {
        const cut_block *b = &layout->blocks.v[i];
        if (b->kind == kind && b->offset >= c->at && b->offset < c->end)
            return b;
    }
    return NULL;
}

static const cut_block *first_block(const writer *w, cut_block_kind kind)
{
    const cut_layout *layout = &w->work->content->layout;
    for (size_t i = 0; i < layout->blocks.n; i++)
        if (layout->blocks.v[i].kind == kind)
            return &layout->blocks.v[i];
    return NULL;
}

/* The chunk in its new form; *done is false if it stays. */
static cutline_status renew(writer *w, const chunk *c, bool *done)
{
    const cut_work *work = w->work;
    const cut_block *xmp = work->xmp ? block_in(w, c, CUT_BLOCK_XMP) : NULL;
    *done = true;
    if (xmp)
        return xmp == w->xmp ? add_xmp(w) : thin_xmp(w, xmp);
    const cut_block *exif = work->exif ? block_in(w, c, CUT_BLOCK_EXIF) : NULL;
    if (exif)
        return exif == w->exif ? add_exif(w, c) : add_second_exif(w, c, exif->bytes, done);
    const cut_block *iim = work->iim ? block_in(w, c, CUT_BLOCK_IIM) : NULL;
    if (work->iim && !iim)
        iim = block_in(w, c, CUT_BLOCK_IRB);
    if (iim && holds_iim(w, iim))
        return add_iim(w, iim);
    *done = false;
    return CUTLINE_OK;
}

/* What the file has had no chunk for comes before the image data, where all readers look. */
static cutline_status add_missing(writer *w)
{
    cutline_status status = CUTLINE_OK;
    if (w->work->exif && !w->exif)
        status = add_exif(w, NULL);
    if (status == CUTLINE_OK && w->work->xmp && !w->xmp)
        status = add_xmp(w);
    return status;
}

static cutline_status walk(writer *w)
{
    uint64_t at = SIGNATURE_BYTES;
    bool missing = true, found = true;
    cut_plan_copy(w->plan, 0, at);
    for (size_t count = 0; count < CUT_MAX_SEGMENTS; count++) {
        chunk c;
        bool done = false;
        cutline_status status = next_chunk(w, at, &c, &found);
        if (status != CUTLINE_OK)
            return status;
        bool image = strcmp(c.type, "IDAT") == 0 || strcmp(c.type, "IEND") == 0;
        if (missing && found && image) {
            missing = false;
            status = add_missing(w);
        }
        if (!found || strcmp(c.type, "IEND") == 0)
            break;
        if (status == CUTLINE_OK)
            status = renew(w, &c, &done);
        if (status != CUTLINE_OK)
            return status;
        if (!done)
            cut_plan_copy(w->plan, c.at, c.end - c.at);
        at = c.end;
    }
    if (missing)
        return cut_fail_at(w->err, CUTLINE_MALFORMED, NULL, (int64_t)at,
                           "PNG: the file ends before its image data");
    cut_plan_copy(w->plan, at, w->work->source->size - at);
    return CUTLINE_OK;
}

cutline_status cut_png_plan(const cut_work *work, cut_plan *plan, cutline_error *err)
{
    writer w = {.work = work, .plan = plan, .err = err};
    w.exif = first_block(&w, CUT_BLOCK_EXIF);
    w.xmp = first_block(&w, CUT_BLOCK_XMP);
    cutline_status status = walk(&w);
    return status == CUTLINE_OK && plan->no_memory ? cut_no_memory(err) : status;
}
