#include "meta/irb.h"

#include "base/limits.h"
#include "base/reader.h"

/* Signatures of the programs that write resources. Only those of Photoshop ("8BIM") use the ids of
 * this file; the others are stepped over. */
static const char signatures[][5] = {"8BIM", "AgHg", "DCSR", "MeSa", "PHUT"};

static bool known_signature(const uint8_t four[4])
{
    for (size_t i = 0; i < sizeof signatures / sizeof signatures[0]; i++)
        if (memcmp(four, signatures[i], 4) == 0)
            return true;
    return false;
}

/* Nothing is left but the zeros that some writers fill a block up with. */
static bool only_zeros_left(const cut_reader *r)
{
    for (size_t i = r->at; i < r->bytes.n; i++)
        if (r->bytes.p[i] != 0)
            return false;
    return true;
}

/* Data is padded to an even length, but not by every writer. */
static void skip_padding(cut_reader *r, size_t size)
{
    size_t left = cut_reader_left(r);
    if (size % 2 == 0 || left == 0)
        return;
    bool unpadded = left >= 4 && known_signature(r->bytes.p + r->at);
    if (!unpadded)
        cut_read_skip(r, 1);
}

/* One resource: signature, id, Pascal string padded to even, size, data padded to even. False at
 * the first one that does not hold together. */
static bool read_resource(cut_reader *r, cut_irb_resource *out, bool *photoshop)
{
    cut_view signature = cut_read_view(r, 4);
    if (signature.n < 4)
        return false;
    if (!known_signature(signature.p)) {
        r->at -= 4;
        (void)cut_reader_fail(r, "no resource starts here");
        return false;
    }
    *photoshop = memcmp(signature.p, "8BIM", 4) == 0;
    out->id = cut_read_u16be(r);
    size_t name = cut_read_u8(r);
    cut_read_skip(r, name % 2 == 0 ? name + 1 : name); /* length byte and name are even together */
    size_t size = cut_read_u32be(r);
    out->offset = cut_reader_offset(r);
    out->data = cut_read_view(r, size);
    if (cut_reader_ok(r))
        skip_padding(r, size);
    return cut_reader_ok(r);
}

cutline_status cut_irb_parse(cut_arena *arena, cut_view bytes, uint64_t base, const char *file,
                             cut_irb *out, cut_findings *findings, cutline_error *err)
{
    cutline_error broken;
    cut_reader r = cut_reader_over(bytes, base, "Photoshop resources", file, &broken);
    size_t seen = 0;
    while (!only_zeros_left(&r)) {
        cut_irb_resource resource;
        bool photoshop = false;
        if (seen++ >= CUT_MAX_IRB_RESOURCES)
            (void)cut_reader_fail(&r, "more than %u resources", CUT_MAX_IRB_RESOURCES);
        if (!cut_reader_ok(&r) || !read_resource(&r, &resource, &photoshop)) {
            cut_finding_add(findings, "irb-damaged", NULL, "byte %lld: %s",
                            (long long)broken.offset, broken.message);
            break;
        }
        if (photoshop && !CUT_PUSH(arena, &out->resources, resource))
            return cut_no_memory(err);
    }
    return CUTLINE_OK;
}

const cut_irb_resource *cut_irb_find(const cut_irb *irb, uint16_t id, size_t nth)
{
    for (size_t i = 0; i < irb->resources.n; i++)
        if (irb->resources.v[i].id == id && nth-- == 0)
            return &irb->resources.v[i];
    return NULL;
}
