/*
 * WebP (RFC 9649): RIFF chunks. VP8X says the size of the canvas; in files without it the bitstream
 * does.
 */
#include "base/limits.h"
#include "media/blocks.h"
#include "media/formats.h"
#include "media/image_hash.h"

#define RIFF_HEADER 12 /* "RIFF", size, "WEBP" */
#define CHUNK_HEADER 8 /* FourCC, size */
#define LOOK_BYTES 16  /* of a chunk's data, for size and signatures */

typedef struct walk {
    cut_collector collect;
    cut_image_hash hash;
    cutline_error *err;
} walk;

typedef struct chunk {
    cut_str type;
    uint64_t data;
    uint32_t length;
    cut_view start; /* first bytes of the data */
    uint8_t look[CHUNK_HEADER + LOOK_BYTES];
} chunk;

static uint32_t le(const uint8_t *p, size_t n)
{
    uint32_t value = 0;
    for (size_t i = n; i > 0; i--)
        value = value << 8 | p[i - 1];
    return value;
}

static bool is_type(const chunk *c, const char *type)
{
    return cut_str_eq(c->type, cut_str_from(type));
}

static void set_size(walk *w, uint32_t width, uint32_t height)
{
    if (w->collect.out->width == 0) {
        w->collect.out->width = width;
        w->collect.out->height = height;
    }
}

static void take_size(walk *w, const chunk *c)
{
    const uint8_t *p = c->start.p;
    if (is_type(c, "VP8X") && c->start.n >= 10) { /* 2.7: 24 bits each, less 1 */
        set_size(w, le(p + 4, 3) + 1, le(p + 7, 3) + 1);
    } else if (is_type(c, "VP8 ") && c->start.n >= 10) { /* RFC 6386, 9.1: 14 bits after 9D012A */
        set_size(w, le(p + 6, 2) & 0x3FFF, le(p + 8, 2) & 0x3FFF);
    } else if (is_type(c, "VP8L") && c->start.n >= 5) { /* 3.4: 14 bits each, less 1, after 2F */
        uint32_t bits = le(p + 1, 4);
        set_size(w, (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    }
}

static bool is_image(const chunk *c)
{
    return is_type(c, "VP8 ") || is_type(c, "VP8L") || is_type(c, "ALPH") || is_type(c, "ANIM") ||
           is_type(c, "ANMF");
}

static cutline_status take_chunk(walk *w, const chunk *c)
{
    bool ok = true;
    take_size(w, c);
    if (is_image(c)) { /* whole ones with their pad byte, as ExifTool counts it */
        uint64_t n = (uint64_t)c->length + c->length % 2;
        bool whole = c->data + c->length <= w->collect.source->size;
        return whole ? cut_image_hash_add(&w->hash, c->data, n, w->err) : CUTLINE_OK;
    }
    if (is_type(c, "EXIF")) {
        bool prefixed = cut_str_starts(cut_str_of_view(c->start), CUT_STR("Exif\0\0"));
        size_t skip = prefixed && c->length >= 6 ? 6 : 0; /* not to be there, but written by some */
        ok = cut_collect_whole(&w->collect, CUT_BLOCK_EXIF, c->data + skip, c->length - skip);
    } else if (is_type(c, "XMP ") || cut_str_eq(c->type, CUT_STR("XMP\0"))) {
        ok = cut_collect_whole(&w->collect, CUT_BLOCK_XMP, c->data, c->length);
    } else if (is_type(c, "C2PA")) {
        ok = cut_collect_whole(&w->collect, CUT_BLOCK_C2PA, c->data, c->length);
    }
    return ok ? CUTLINE_OK : cut_no_memory(w->err);
}

static cutline_status next_chunk(walk *w, uint64_t at, chunk *c, bool *found)
{
    size_t got = 0;
    *c = (chunk){.data = at + CHUNK_HEADER};
    cutline_status status =
        cut_source_read(w->collect.source, at, c->look, sizeof c->look, &got, w->err);
    *found = status == CUTLINE_OK && got >= CHUNK_HEADER;
    if (!*found)
        return status;
    c->type = (cut_str){(const char *)c->look, 4};
    c->length = le(c->look + 4, 4);
    c->start = (cut_view){c->look + CHUNK_HEADER, got - CHUNK_HEADER};
    if (c->start.n > c->length)
        c->start.n = c->length;
    return status;
}

static cutline_status walk_chunks(walk *w)
{
    uint64_t size = w->collect.source->size;
    uint64_t at = RIFF_HEADER;
    for (size_t count = 0; at < size; count++) {
        chunk c;
        bool found = false;
        if (count >= CUT_MAX_SEGMENTS) {
            cut_finding_add(w->collect.findings, "segment-skipped", NULL,
                            "byte %llu: WebP: more than %u chunks", (unsigned long long)at,
                            CUT_MAX_SEGMENTS);
            return CUTLINE_OK;
        }
        cutline_status status = next_chunk(w, at, &c, &found);
        if (status != CUTLINE_OK)
            return status;
        uint64_t end = c.data + c.length;
        if (!found || end > size)
            cut_finding_add(w->collect.findings, "truncated", NULL,
                            "byte %llu: WebP: the file ends inside a chunk",
                            (unsigned long long)at);
        if (!found || (c.length == 0 && cut_str_eq(c.type, CUT_STR("\0\0\0\0"))))
            return CUTLINE_OK; /* zeros up to the end: nothing was written here */
        status = take_chunk(w, &c);
        if (status != CUTLINE_OK)
            return status;
        at = end + c.length % 2;
    }
    return CUTLINE_OK;
}

static cutline_status scan(cut_source *source, bool want_hash, cut_arena *arena, cut_layout *out,
                           cut_findings *findings, cutline_error *err)
{
    walk w = {.collect = {.source = source, .arena = arena, .out = out, .findings = findings},
              .err = err};
    cut_image_hash_start(&w.hash, source, want_hash);
    cutline_status status = walk_chunks(&w);
    if (status == CUTLINE_OK)
        status = cut_collect_finish(&w.collect, err);
    if (status == CUTLINE_OK)
        cut_image_hash_finish(&w.hash, out, findings);
    return status;
}

static bool probe(cut_view head)
{
    cut_str s = cut_str_of_view(head);
    return cut_str_starts(s, CUT_STR("RIFF")) &&
           cut_str_starts(cut_str_slice(s, 8, s.n), CUT_STR("WEBP"));
}

const cut_format cut_format_webp = {
    .name = "webp", .extensions = "webp", .probe = probe, .scan = scan};
