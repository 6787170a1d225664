/*
 * WebP (RFC 9649): chunks copied as they stand; EXIF and XMP made anew, behind the image if they
 * are new. A simple file gets the VP8X header that metadata needs.
 */
#include "base/error.h"
#include "base/limits.h"
#include "writeback/work.h"

#define RIFF_HEADER 12
#define CHUNK_HEADER 8
#define VP8X_BYTES 10
#define FLAG_XMP 0x04
#define FLAG_EXIF 0x08
#define FLAG_ALPHA 0x10
#define VP8L_ALPHA 0x10 /* of the fifth byte: 14 + 14 bits of size, then alpha_is_used (3.4) */

typedef struct chunk {
    char type[5];
    uint64_t at, data, end; /* end: with the pad byte */
    uint32_t length;
} chunk;

typedef struct writer {
    const cut_work *work;
    cut_plan *plan;
    cutline_error *err;
    bool has_exif, has_xmp; /* laid out already */
} writer;

static void put_le(uint8_t *p, uint64_t value, size_t n)
{
    for (size_t i = 0; i < n; i++)
        p[i] = (uint8_t)(value >> (8 * i));
}

static cutline_status add_chunk(writer *w, const char *type, cut_view data)
{
    size_t n = CHUNK_HEADER + data.n + data.n % 2;
    uint8_t *p = cut_arena_alloc(w->work->arena, n, 1);
    if (!p)
        return cut_no_memory(w->err);
    memcpy(p, type, 4);
    put_le(p + 4, data.n, 4);
    memcpy(p + CHUNK_HEADER, data.p, data.n);
    cut_plan_add(w->plan, (cut_view){p, n});
    return CUTLINE_OK;
}

/* ---- metadata ---------------------------------------------------------------------------------
 */

/* The block that stands in a chunk, or (c NULL) in any; NULL if there is none. */
static const cut_block *block_in(const writer *w, const chunk *c, cut_block_kind kind)
{
    const cut_layout *layout = &w->work->content->layout;
    for (size_t i = 0; i < layout->blocks.n; i++) {
        const cut_block *b = &layout->blocks.v[i];
        if (b->kind == kind && (!c || (b->offset >= c->at && b->offset < c->end)))
            return b;
    }
    return NULL;
}

static cutline_status add_exif(writer *w, const cut_block *old)
{
    cut_view new;
    w->has_exif = true;
    cutline_status status =
        cut_work_exif(w->work, old ? old->bytes : (cut_view){NULL, 0}, &new, w->err);
    return status == CUTLINE_OK ? add_chunk(w, "EXIF", new) : status;
}

static cutline_status add_xmp(writer *w, const cut_block *old)
{
    cut_view new;
    bool again = w->has_xmp;
    w->has_xmp = true;
    cutline_status status = cut_work_xmp(w->work, old ? old->bytes : (cut_view){NULL, 0},
                                         CUT_MAX_BLOCK_BYTES, again, NULL, &new, w->err);
    return status == CUTLINE_OK ? add_chunk(w, "XMP ", new) : status;
}

/* ---- VP8X -------------------------------------------------------------------------------------
 */

static uint8_t metadata_flags(const writer *w)
{
    uint8_t flags = 0;
    if (w->work->exif || block_in(w, NULL, CUT_BLOCK_EXIF))
        flags |= FLAG_EXIF;
    if (w->work->xmp || block_in(w, NULL, CUT_BLOCK_XMP))
        flags |= FLAG_XMP;
    return flags;
}

static cutline_status renew_vp8x(writer *w, const chunk *c)
{
    cut_view old;
    cutline_status status =
        cut_source_view(w->work->source, c->data, c->length, "VP8X", &old, w->err);
    if (status != CUTLINE_OK)
        return status;
    uint8_t *p = cut_arena_alloc(w->work->arena, old.n, 1);
    if (!p)
        return cut_no_memory(w->err);
    memcpy(p, old.p, old.n);
    p[0] = (uint8_t)(p[0] | metadata_flags(w));
    return add_chunk(w, "VP8X", (cut_view){p, old.n});
}

/* 2.7: flags, 24 bits reserved, width and height less one in 24 bits each. */
static cutline_status make_vp8x(writer *w, const chunk *image)
{
    uint8_t head[5] = {0}, p[VP8X_BYTES] = {0};
    size_t got = 0;
    const cut_layout *layout = &w->work->content->layout;
    cutline_status status =
        cut_source_read(w->work->source, image->data, head, sizeof head, &got, w->err);
    if (status != CUTLINE_OK)
        return status;
    if (layout->width == 0 || layout->height == 0)
        return cut_fail(w->err, CUTLINE_MALFORMED, "the WebP says no size");
    p[0] = metadata_flags(w);
    if (strcmp(image->type, "VP8L") == 0 && (head[4] & VP8L_ALPHA))
        p[0] |= FLAG_ALPHA;
    put_le(p + 4, layout->width - 1, 3);
    put_le(p + 7, layout->height - 1, 3);
    return add_chunk(w, "VP8X", (cut_view){p, sizeof p});
}

/* ---- the file ---------------------------------------------------------------------------------
 */

static cutline_status next_chunk(writer *w, uint64_t at, chunk *c, bool *found)
{
    uint8_t head[CHUNK_HEADER] = {0};
    size_t got = 0;
    uint64_t size = w->work->source->size;
    cutline_status status = cut_source_read(w->work->source, at, head, sizeof head, &got, w->err);
    *c = (chunk){.at = at, .data = at + CHUNK_HEADER};
    memcpy(c->type, head, 4);
    c->length = (uint32_t)head[4] | (uint32_t)head[5] << 8 | (uint32_t)head[6] << 16 |
                (uint32_t)head[7] << 24;
    uint64_t end = c->data + c->length;
    c->end = end + c->length % 2 <= size ? end + c->length % 2 : end;
    *found = status == CUTLINE_OK && got == sizeof head && end <= size &&
             !(c->length == 0 && memcmp(head, "\0\0\0\0", 4) == 0);
    return status;
}

static cutline_status copy_or_renew(writer *w, const chunk *c)
{
    const cut_block *exif = block_in(w, c, CUT_BLOCK_EXIF), *xmp = block_in(w, c, CUT_BLOCK_XMP);
    if (strcmp(c->type, "VP8X") == 0 && c->length >= VP8X_BYTES)
        return renew_vp8x(w, c);
    if (w->work->exif && exif && !w->has_exif)
        return add_exif(w, exif);
    if (w->work->xmp && xmp)
        return add_xmp(w, xmp);
    cut_plan_copy(w->plan, c->at, c->end - c->at);
    return CUTLINE_OK;
}

static cutline_status walk(writer *w, uint64_t *end)
{
    uint64_t at = RIFF_HEADER;
    for (size_t count = 0; count < CUT_MAX_SEGMENTS && at < w->work->source->size; count++) {
        chunk c;
        bool found;
        cutline_status status = next_chunk(w, at, &c, &found);
        if (status == CUTLINE_OK && !found && count == 0)
            return cut_fail(w->err, CUTLINE_MALFORMED, "the WebP ends before its image");
        if (status != CUTLINE_OK || !found)
            break;
        if (count == 0 && strcmp(c.type, "VP8X") != 0)
            status = make_vp8x(w, &c);
        if (status == CUTLINE_OK)
            status = copy_or_renew(w, &c);
        if (status != CUTLINE_OK)
            return status;
        at = c.end;
    }
    *end = at;
    return CUTLINE_OK;
}

/* "RIFF", size of what follows, "WEBP". */
static void put_header(uint8_t p[RIFF_HEADER], uint64_t size)
{
    memcpy(p, "RIFF", 4);
    put_le(p + 4, size - CHUNK_HEADER, 4);
    memcpy(p + 8, "WEBP", 4);
}

cutline_status cut_webp_plan(const cut_work *work, cut_plan *plan, cutline_error *err)
{
    writer w = {.work = work, .plan = plan, .err = err};
    uint64_t end = 0;
    uint8_t *header = cut_arena_alloc(work->arena, RIFF_HEADER, 1);
    if (!header)
        return cut_no_memory(err);
    cut_plan_add(plan, (cut_view){header, RIFF_HEADER});
    cutline_status status = walk(&w, &end);
    if (status == CUTLINE_OK && plan->size % 2 == 1) /* a last chunk without its pad byte */
        cut_plan_add(plan, (cut_view){(const uint8_t *)"", 1});
    if (status == CUTLINE_OK && work->exif && !w.has_exif)
        status = add_exif(&w, NULL);
    if (status == CUTLINE_OK && work->xmp && !w.has_xmp)
        status = add_xmp(&w, NULL);
    if (status != CUTLINE_OK)
        return status;
    if (plan->size - CHUNK_HEADER > UINT32_MAX - 1)
        return cut_fail(err, CUTLINE_LIMIT, "a WebP cannot grow past 4 GB");
    put_header(header, plan->size);
    cut_plan_copy(plan, end, work->source->size - end);
    return plan->no_memory ? cut_no_memory(err) : CUTLINE_OK;
}
