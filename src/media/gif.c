/*
 * GIF89a: blocks. XMP is in an application extension whose data is not cut into sub-blocks; a tail
 * of 258 bytes (01 FF FE ... 00 00) makes readers that expect sub-blocks find the end (XMP part 3,
 * 1.1.2).
 */
#include "base/limits.h"
#include "media/blocks.h"
#include "media/formats.h"

#define SCREEN_BYTES 13 /* signature and logical screen descriptor */
#define XMP_TAIL 258

typedef struct walk {
    cut_collector collect;
    cutline_error *err;
    uint64_t at;
    bool ended;
} walk;

static cutline_status read_byte(walk *w, uint64_t at, uint8_t *byte)
{
    size_t got = 0;
    *byte = 0;
    cutline_status status = cut_source_read(w->collect.source, at, byte, 1, &got, w->err);
    w->ended = w->ended || got == 0;
    return status;
}

/* Moves over sub-blocks (a length byte and as many bytes each) to behind the empty one. */
static cutline_status skip_sub_blocks(walk *w)
{
    uint8_t n = 1;
    cutline_status status = CUTLINE_OK;
    while (status == CUTLINE_OK && n > 0 && !w->ended) {
        status = read_byte(w, w->at, &n);
        w->at += 1 + (uint64_t)n;
    }
    return status;
}

static size_t colour_table_bytes(uint8_t flags)
{
    return flags & 0x80 ? (size_t)3 << ((flags & 7) + 1) : 0;
}

static cutline_status take_application(walk *w)
{
    uint8_t name[12];
    size_t got = 0;
    uint64_t data = w->at + sizeof name;
    cutline_status status =
        cut_source_read(w->collect.source, w->at, name, sizeof name, &got, w->err);
    if (status != CUTLINE_OK || got < sizeof name)
        return status;
    bool xmp = memcmp(name, "\x0BXMP DataXMP", sizeof name) == 0;
    status = skip_sub_blocks(w);
    if (status == CUTLINE_OK && xmp && w->at >= data + XMP_TAIL &&
        !cut_collect_whole(&w->collect, CUT_BLOCK_XMP, data, w->at - data - XMP_TAIL))
        return cut_no_memory(w->err);
    return status;
}

/* The block at w->at: 21 extension, 2C image, 3B end (GIF89a, appendix A). */
static cutline_status take_block(walk *w)
{
    uint8_t kind, label, flags;
    cutline_status status = read_byte(w, w->at, &kind);
    if (status != CUTLINE_OK || (kind != 0x21 && kind != 0x2C)) {
        w->ended = true;
        return status;
    }
    if (kind == 0x2C) { /* descriptor of 10 bytes, colour table, code size, sub-blocks */
        status = read_byte(w, w->at + 9, &flags);
        w->at += 10 + colour_table_bytes(flags) + 1;
        return status == CUTLINE_OK ? skip_sub_blocks(w) : status;
    }
    status = read_byte(w, w->at + 1, &label);
    w->at += 2;
    if (status != CUTLINE_OK)
        return status;
    return label == 0xFF ? take_application(w) : skip_sub_blocks(w);
}

static cutline_status scan(cut_source *source, bool want_hash, cut_arena *arena, cut_layout *out,
                           cut_findings *findings, cutline_error *err)
{
    walk w = {.collect = {.source = source, .arena = arena, .out = out, .findings = findings},
              .err = err};
    uint8_t screen[SCREEN_BYTES] = {0};
    size_t got = 0;
    (void)want_hash; /* ExifTool has no image hash for GIF */
    cutline_status status = cut_source_read(source, 0, screen, sizeof screen, &got, err);
    out->width = (uint32_t)(screen[6] | screen[7] << 8);
    out->height = (uint32_t)(screen[8] | screen[9] << 8);
    w.at = SCREEN_BYTES + colour_table_bytes(screen[10]);
    for (size_t i = 0; status == CUTLINE_OK && !w.ended && i < CUT_MAX_SEGMENTS; i++)
        status = take_block(&w);
    return status == CUTLINE_OK ? cut_collect_finish(&w.collect, err) : status;
}

static bool probe(cut_view head)
{
    cut_str s = cut_str_of_view(head);
    return cut_str_starts(s, CUT_STR("GIF87a")) || cut_str_starts(s, CUT_STR("GIF89a"));
}

const cut_format cut_format_gif = {
    .name = "gif", .extensions = "gif", .probe = probe, .scan = scan};
