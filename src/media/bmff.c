#include "media/bmff.h"

#include "base/limits.h"

static uint64_t be(const uint8_t *p, size_t n)
{
    uint64_t value = 0;
    for (size_t i = 0; i < n; i++)
        value = value << 8 | p[i];
    return value;
}

/* 4.2: size (32 bits), type, then a 64-bit size if the first is 1, then an extended type if the
 * type is "uuid". Size 0: to the end of the file. */
static bool parse_header(const uint8_t *p, size_t got, uint64_t limit, cut_box *out)
{
    size_t header = 8;
    uint64_t size = got >= 8 ? be(p, 4) : 0;
    if (got < 8)
        return false;
    memcpy(out->type, p + 4, 4);
    if (size == 1) {
        header = 16;
        size = got >= 16 ? be(p + 8, 8) : 0;
    } else if (size == 0) {
        size = limit - out->start;
    }
    if (cut_box_is(out, "uuid")) {
        if (got < header + 16)
            return false;
        memcpy(out->uuid, p + header, 16);
        header += 16;
    }
    if (size < header)
        return false;
    out->cut = size > limit - out->start;
    out->data = out->start + header;
    out->end = out->cut ? limit : out->start + size;
    return out->data <= limit;
}

cutline_status cut_box_read(cut_bmff *b, uint64_t at, uint64_t limit, cut_box *out, bool *found)
{
    uint8_t header[32];
    size_t got = 0;
    *out = (cut_box){.start = at};
    *found = false;
    if (at >= limit || b->boxes++ >= CUT_MAX_SEGMENTS)
        return CUTLINE_OK;
    size_t n = limit - at < sizeof header ? (size_t)(limit - at) : sizeof header;
    cutline_status status = cut_source_read(b->collect.source, at, header, n, &got, b->err);
    *found = status == CUTLINE_OK && parse_header(header, got, limit, out);
    return status;
}

cutline_status cut_box_find(cut_bmff *b, uint64_t at, uint64_t limit, const char *type,
                            cut_box *out, bool *found)
{
    for (;;) {
        cutline_status status = cut_box_read(b, at, limit, out, found);
        if (status != CUTLINE_OK || !*found || cut_box_is(out, type))
            return status;
        at = out->end;
    }
}

cutline_status cut_box_reader(cut_bmff *b, const cut_box *box, size_t max, cut_reader *out)
{
    cut_view bytes = {NULL, 0};
    cutline_status status = CUTLINE_OK;
    if (box->end - box->data <= max)
        status = cut_source_peek(b->collect.source, box->data, (size_t)(box->end - box->data),
                                 &bytes, b->err);
    else
        cut_finding_add(b->collect.findings, "segment-skipped", NULL,
                        "byte %llu: a box \"%s\" of %llu bytes is over the limit",
                        (unsigned long long)box->start, box->type,
                        (unsigned long long)(box->end - box->start));
    *out = cut_reader_over(bytes, box->data, box->type, b->collect.source->name, NULL);
    return status;
}
