/*
 * PNG (ISO/IEC 15948): a walk over the chunks. EXIF is in eXIf, XMP in an iTXt, C2PA in caBX; IIM,
 * and in older files EXIF and XMP too, in the text chunks ImageMagick invented ("raw profiles").
 */
#include "base/inflate.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "media/blocks.h"
#include "media/formats.h"
#include "media/image_hash.h"

#define SIGNATURE CUT_STR("\x89PNG\r\n\x1a\n")
#define HEADER_BYTES 8 /* length and type, before the data */
#define CRC_BYTES 4

typedef struct walk {
    cut_collector collect;
    cut_image_hash hash;
    cutline_error *err;
} walk;

typedef struct chunk {
    char type[5];
    uint64_t data; /* position of the data */
    uint32_t length;
} chunk;

static uint32_t u32be(const uint8_t *p)
{
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
}

static bool is_type(const chunk *c, const char *type)
{
    return strcmp(c->type, type) == 0;
}

/* Texts of one chunk: compressed ones are unpacked; what cannot be is passed over. */
static cutline_status unpack(walk *w, const chunk *c, cut_str packed, cut_str *out)
{
    cut_view bytes = {NULL, 0};
    bool complete = false;
    cutline_status status = cut_inflate(w->collect.arena, cut_view_of_str(packed),
                                        CUT_MAX_BLOCK_BYTES, &bytes, &complete, w->err);
    *out = cut_str_of_view(bytes);
    if (status == CUTLINE_OK && complete)
        return CUTLINE_OK;
    cut_finding_add(w->collect.findings, "segment-skipped", NULL,
                    "byte %llu: PNG: a compressed text cannot be unpacked",
                    (unsigned long long)c->data);
    *out = (cut_str){NULL, 0};
    return status == CUTLINE_LIMIT ? CUTLINE_OK : status;
}

static int hex_digit(char c)
{
    if (cut_is_digit(c))
        return c - '0';
    c = cut_to_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* LF, name, LF, decimal length, LF, then hex digits with line ends between them. */
static cutline_status unhex(walk *w, cut_str text, cut_view *out)
{
    size_t n = 0;
    int high = -1;
    text = cut_str_trim(text);
    (void)cut_str_split(&text, '\n'); /* name */
    if (text.p)
        (void)cut_str_split(&text, '\n'); /* length, which is not always true */
    uint8_t *bytes = cut_arena_alloc(w->collect.arena, text.n / 2 + 1, 1);
    if (!bytes)
        return cut_no_memory(w->err);
    for (size_t i = 0; i < text.n; i++) {
        int digit = hex_digit(text.p[i]);
        if (digit < 0)
            continue;
        if (high >= 0)
            bytes[n++] = (uint8_t)(high << 4 | digit);
        high = high >= 0 ? -1 : digit;
    }
    *out = (cut_view){bytes, n};
    return CUTLINE_OK;
}

static cut_view without_prefix(cut_view v, cut_str prefix)
{
    if (cut_str_starts(cut_str_of_view(v), prefix))
        return (cut_view){v.p + prefix.n, v.n - prefix.n};
    return v;
}

static bool starts(cut_view v, cut_str prefix)
{
    return cut_str_starts(cut_str_of_view(v), prefix);
}

static cutline_status take_raw_profile(walk *w, const chunk *c, cut_str name, cut_str text)
{
    static const char xmp[] = "http://ns.adobe.com/xap/1.0/";
    cut_view bytes;
    cut_block_kind kind;
    cutline_status status = unhex(w, text, &bytes);
    if (status != CUTLINE_OK)
        return status;
    if (starts(bytes, CUT_STR(xmp))) {
        kind = CUT_BLOCK_XMP;
        bytes = (cut_view){bytes.p + sizeof xmp, bytes.n > sizeof xmp ? bytes.n - sizeof xmp : 0};
    } else if (cut_str_eq(name, CUT_STR("xmp"))) {
        kind = CUT_BLOCK_XMP;
    } else if (starts(bytes, CUT_STR("Exif\0\0")) || cut_str_eq(name, CUT_STR("exif"))) {
        kind = CUT_BLOCK_EXIF;
        bytes = without_prefix(bytes, CUT_STR("Exif\0\0"));
    } else if (starts(bytes, CUT_STR("8BIM")) || starts(bytes, CUT_STR("Photoshop 3.0\0"))) {
        kind = CUT_BLOCK_IRB;
        bytes = without_prefix(bytes, CUT_STR("Photoshop 3.0\0"));
    } else if (cut_str_eq(name, CUT_STR("iptc"))) {
        kind = CUT_BLOCK_IIM;
    } else {
        return CUTLINE_OK; /* icc and others that the tool has no use for */
    }
    return cut_collect_ready(&w->collect, kind, bytes, c->data) ? CUTLINE_OK
                                                                : cut_no_memory(w->err);
}

/* A text with its keyword, decoded. */
static cutline_status take_text(walk *w, const chunk *c, cut_str keyword, cut_str text)
{
    static const char raw[] = "Raw profile type ";
    if (cut_str_starts(keyword, CUT_STR(raw)))
        return take_raw_profile(w, c, cut_str_slice(keyword, sizeof raw - 1, keyword.n), text);
    if (cut_str_eq(keyword, CUT_STR("XML:com.adobe.xmp")))
        return cut_collect_ready(&w->collect, CUT_BLOCK_XMP, cut_view_of_str(text), c->data)
                   ? CUTLINE_OK
                   : cut_no_memory(w->err);
    cut_block block = {.kind = CUT_BLOCK_COMMENT,
                       .bytes = cut_view_of_str(text),
                       .offset = c->data,
                       .keyword = keyword};
    return CUT_PUSH(w->collect.arena, &w->collect.out->blocks, block) ? CUTLINE_OK
                                                                      : cut_no_memory(w->err);
}

/* Cuts the text before the first NUL off *rest. */
static cut_str until_nul(cut_str *rest)
{
    return cut_str_split(rest, '\0');
}

/* tEXt: keyword NUL text. zTXt: keyword NUL method (0), compressed text. iTXt: keyword NUL, flag,
 * method, language NUL, translated keyword NUL, text (11.3.4). */
static cutline_status split_text(walk *w, const chunk *c, cut_str rest)
{
    cut_str keyword = until_nul(&rest), text = rest;
    bool packed = is_type(c, "zTXt");
    if (!rest.p)
        return CUTLINE_OK;
    if (is_type(c, "iTXt")) {
        packed = rest.n > 0 && rest.p[0] != 0;
        rest = cut_str_slice(rest, 2, rest.n);
        (void)until_nul(&rest);
        if (rest.p)
            (void)until_nul(&rest);
        text = rest;
    } else if (packed) {
        text = cut_str_slice(rest, 1, rest.n);
    }
    if (packed) {
        cutline_status status = unpack(w, c, text, &text);
        if (status != CUTLINE_OK)
            return status;
    }
    return text.p ? take_text(w, c, keyword, text) : CUTLINE_OK;
}

static cutline_status take_text_chunk(walk *w, const chunk *c)
{
    cut_view bytes;
    if (c->length > CUT_MAX_BLOCK_BYTES) {
        cut_finding_add(w->collect.findings, "segment-skipped", NULL,
                        "byte %llu: PNG: a text of %u bytes is over the limit",
                        (unsigned long long)c->data, c->length);
        return CUTLINE_OK;
    }
    cutline_status status = cut_source_peek(w->collect.source, c->data, c->length, &bytes, w->err);
    return status == CUTLINE_OK ? split_text(w, c, cut_str_of_view(bytes)) : status;
}

static cutline_status take_exif(walk *w, const chunk *c)
{
    uint8_t start[6] = {0};
    size_t got = 0, skip = 0;
    cutline_status status =
        cut_source_read(w->collect.source, c->data, start, sizeof start, &got, w->err);
    if (status != CUTLINE_OK)
        return status;
    if (got == sizeof start && memcmp(start, "Exif\0\0", 6) == 0 && c->length > 6)
        skip = 6; /* not to be there, but seen */
    return cut_collect_whole(&w->collect, CUT_BLOCK_EXIF, c->data + skip, c->length - skip)
               ? CUTLINE_OK
               : cut_no_memory(w->err);
}

/* 11.2.2: width and height, 32 bits each. */
static cutline_status take_header(walk *w, const chunk *c)
{
    uint8_t bytes[8];
    size_t got = 0;
    cutline_status status =
        cut_source_read(w->collect.source, c->data, bytes, sizeof bytes, &got, w->err);
    if (status == CUTLINE_OK && got == sizeof bytes) {
        w->collect.out->width = u32be(bytes);
        w->collect.out->height = u32be(bytes + 4);
    }
    return status;
}

/* Bytes of the chunk that are in the file. */
static uint64_t present(const walk *w, const chunk *c)
{
    uint64_t left = w->collect.source->size - c->data;
    return c->length < left ? c->length : left;
}

static cutline_status take_chunk(walk *w, const chunk *c)
{
    if (is_type(c, "IHDR"))
        return take_header(w, c);
    if (is_type(c, "IDAT"))
        return cut_image_hash_add(&w->hash, c->data, present(w, c), w->err);
    if (is_type(c, "tEXt") || is_type(c, "zTXt") || is_type(c, "iTXt"))
        return take_text_chunk(w, c);
    if (is_type(c, "eXIf") || is_type(c, "exIf"))
        return take_exif(w, c);
    if (is_type(c, "caBX") && !cut_collect_whole(&w->collect, CUT_BLOCK_C2PA, c->data, c->length))
        return cut_no_memory(w->err);
    return CUTLINE_OK;
}

/* The chunk at a position; *found is false where there is none. */
static cutline_status next_chunk(walk *w, uint64_t at, chunk *c, bool *found)
{
    uint8_t bytes[HEADER_BYTES] = {0};
    size_t got = 0;
    cutline_status status =
        cut_source_read(w->collect.source, at, bytes, sizeof bytes, &got, w->err);
    *c = (chunk){.data = at + HEADER_BYTES, .length = u32be(bytes)};
    memcpy(c->type, bytes + 4, 4);
    *found = status == CUTLINE_OK && got == sizeof bytes && c->length <= INT32_MAX;
    return status;
}

static cutline_status walk_chunks(walk *w)
{
    uint64_t at = SIGNATURE.n;
    for (size_t count = 0; count < CUT_MAX_SEGMENTS; count++) {
        chunk c;
        bool found = false;
        cutline_status status = next_chunk(w, at, &c, &found);
        if (status != CUTLINE_OK)
            return status;
        uint64_t end = c.data + c.length + CRC_BYTES;
        if (!found || end > w->collect.source->size)
            cut_finding_add(w->collect.findings, "truncated", NULL,
                            "byte %llu: PNG: the file ends before its end chunk",
                            (unsigned long long)at);
        if (!found)
            return CUTLINE_OK;
        if (is_type(&c, "IEND")) {
            if (end < w->collect.source->size)
                cut_finding_add(w->collect.findings, "trailing-data", NULL,
                                "byte %llu: %llu bytes follow the end of the image",
                                (unsigned long long)end,
                                (unsigned long long)(w->collect.source->size - end));
            return CUTLINE_OK;
        }
        status = take_chunk(w, &c);
        if (status != CUTLINE_OK || end > w->collect.source->size)
            return status;
        at = end;
    }
    cut_finding_add(w->collect.findings, "segment-skipped", NULL,
                    "byte %llu: PNG: more than %u chunks", (unsigned long long)at,
                    CUT_MAX_SEGMENTS);
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
    return cut_str_starts(cut_str_of_view(head), SIGNATURE);
}

const cut_format cut_format_png = {
    .name = "png", .extensions = "png apng", .probe = probe, .scan = scan};
