/* From the blocks of a file to parsed EXIF, resources, IIM and XMP. */
#include "record/blocks.h"

#include "base/digest.h"
#include "base/error.h"
#include "meta/c2pa.h"

/* A walk over the blocks of one file. */
typedef struct block_reader {
    cut_reading *r;
    const cut_layout *layout;
    const char *file;
    cut_findings *findings;
    cutline_error *err;
    cut_view packet; /* the last XMP packet */
} block_reader;

static cutline_status read_exif(block_reader *b, const cut_block *block)
{
    /* A second EXIF block is the rest of a damaged first one or a stray copy. */
    if (b->r->exif.found)
        return CUTLINE_OK;
    return cut_exif_parse(b->r->scratch, block->bytes, block->offset, b->file, &b->r->exif,
                          b->findings, b->err);
}

static cutline_status read_xmp(block_reader *b, const cut_block *block)
{
    return cut_xmp_parse(b->r->scratch, block->bytes, block->offset, b->file, &b->r->xmp,
                         b->findings, b->err);
}

/* A file has one packet (XMP part 3, 1). Programs that add theirs without looking make it two. */
static cutline_status read_packet(block_reader *b, const cut_block *block)
{
    cut_view seen = b->packet;
    bool copy = seen.n == block->bytes.n && seen.n && memcmp(seen.p, block->bytes.p, seen.n) == 0;
    if (copy)
        return CUTLINE_OK;
    if (b->r->xmp.properties)
        cut_finding_add(b->findings, "xmp-repeated", NULL,
                        "byte %llu: a second XMP packet; of what both say the first counts",
                        (unsigned long long)block->offset);
    b->packet = block->bytes;
    return read_xmp(b, block);
}

/* Every block of one kind, in file order. */
static cutline_status each(block_reader *b, cut_block_kind kind,
                           cutline_status (*read)(block_reader *, const cut_block *))
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < b->layout->blocks.n && status == CUTLINE_OK; i++)
        if (b->layout->blocks.v[i].kind == kind)
            status = read(b, &b->layout->blocks.v[i]);
    return status;
}

/* XMP specification part 3, 1.1.3.1: the extension belongs to the packet that names its GUID. */
static cutline_status read_extension(block_reader *b, const cut_block *block)
{
    cut_str guid = cut_xmp_text(cut_xmp_find(&b->r->xmp, "xmpNote", "HasExtendedXMP"));
    if (cut_str_eq_nocase(cut_str_trim(guid), cut_str_from(block->guid)))
        return read_xmp(b, block);
    cut_finding_add(b->findings, "xmp-extension", NULL,
                    "the extended XMP at byte %llu has the GUID %s; the packet %s%.*s",
                    (unsigned long long)block->offset, block->guid,
                    guid.n > 0 ? "names " : "names none", (int)guid.n, guid.n > 0 ? guid.p : "");
    return CUTLINE_OK;
}

static cutline_status read_irb(block_reader *b, const cut_block *block)
{
    size_t before = b->r->irb.resources.n;
    cutline_status status = cut_irb_parse(b->r->scratch, block->bytes, block->offset, b->file,
                                          &b->r->irb, b->findings, b->err);
    for (size_t i = before; i < b->r->irb.resources.n; i++) {
        cut_irb_resource *res = &b->r->irb.resources.v[i];
        res->offset = cut_block_position(block, res->offset - block->offset);
    }
    return status;
}

static bool is_one_of(const char *format, const char *const *names)
{
    for (; *names; names++)
        if (strcmp(format, *names) == 0)
            return true;
    return false;
}

/* IIM has its place among the Photoshop resources of JPEG and PSD and in a tag of TIFF. What stands
 * elsewhere (PNG raw profiles, a JPEG inside a RAF) ExifTool's MWG module passes over. */
static bool is_standard_place(const char *format, bool resource)
{
    static const char *const of_resources[] = {"jpeg", "exv", "psd", NULL};
    static const char *const without_tag[] = {"png", "jp2", NULL};
    return resource ? is_one_of(format, of_resources) : !is_one_of(format, without_tag);
}

/* MWG 2.0, 5.5: of several IIM blocks the first that holds something is the standard one. */
static cutline_status take_iim(block_reader *b, const cut_block *block, bool resource)
{
    if (block->bytes.n == 0)
        return CUTLINE_OK;
    if (b->r->has_iim) {
        cut_finding_add(b->findings, "iim-damaged", NULL,
                        "a second IIM block of %zu bytes at byte %llu is passed over",
                        block->bytes.n, (unsigned long long)block->offset);
        return CUTLINE_OK;
    }
    b->r->iim = (cut_iim){0};
    cutline_status status = cut_iim_parse(b->r->scratch, block->bytes, block->offset, b->file,
                                          &b->r->iim, b->findings, b->err);
    b->r->has_iim = b->r->iim.sets.n > 0;
    b->r->iim_is_standard = is_standard_place(b->layout->format, resource);
    return status;
}

static cutline_status read_iim(block_reader *b, const cut_block *block)
{
    return take_iim(b, block, false);
}

/* What ExifTool's MWG module passes over; a desk wants it where there is nothing better. */
static cutline_status read_trailer(block_reader *b, const cut_block *block)
{
    if (b->r->has_iim || b->r->record->policy == CUTLINE_POLICY_MWG)
        return CUTLINE_OK;
    cut_finding_add(b->findings, "trailing-data", NULL,
                    "byte %llu: the IIM behind the end of the image is read, there is no other",
                    (unsigned long long)block->offset);
    return take_iim(b, block, false);
}

/* Blocks that Photoshop keeps among its resources. EXIF and XMP count only where the file has none
 * of its own; but for PSD, whose own they are, ExifTool's MWG module passes over them. */
static cutline_status read_resources(block_reader *b)
{
    cutline_status status = CUTLINE_OK;
    bool counts =
        b->r->record->policy == CUTLINE_POLICY_NEWSROOM || strcmp(b->layout->format, "psd") == 0;
    for (size_t i = 0; i < b->r->irb.resources.n && status == CUTLINE_OK; i++) {
        const cut_irb_resource *res = &b->r->irb.resources.v[i];
        cut_block block = {.bytes = res->data, .offset = res->offset};
        if (res->id == CUT_IRB_IIM)
            status = take_iim(b, &block, true);
        else if (res->id == CUT_IRB_EXIF && counts)
            status = read_exif(b, &block);
        else if (res->id == CUT_IRB_XMP && counts && !b->r->xmp.properties)
            status = read_xmp(b, &block);
    }
    return status;
}

static bool digest_is(cut_view stream, cut_view digest)
{
    uint8_t md5[CUT_MD5_BYTES];
    cut_md5(stream, md5);
    return memcmp(md5, digest.p, CUT_MD5_BYTES) == 0;
}

/* IRB 0x0425. TIFF pads IIM to whole LONGs, and writers do not agree whether the padding counts.
 * ExifTool, which policy mwg is held against, counts it. */
static void check_digest(block_reader *b)
{
    const cut_irb_resource *res = cut_irb_find(&b->r->irb, CUT_IRB_IIM_DIGEST, 0);
    cut_view stream = b->r->iim.stream;
    b->r->digest = CUT_DIGEST_NONE;
    if (!b->r->has_iim || !res || res->data.n < CUT_MD5_BYTES)
        return;
    bool same = digest_is(stream, res->data);
    if (!same && b->r->record->policy == CUTLINE_POLICY_NEWSROOM) {
        while (stream.n > 0 && stream.p[stream.n - 1] == 0)
            stream.n--;
        same = digest_is(stream, res->data);
    }
    b->r->digest = same ? CUT_DIGEST_MATCHES : CUT_DIGEST_DIFFERS;
    if (!same && b->r->xmp.properties)
        cut_finding_add(b->findings, "iim-digest-differs", NULL,
                        "IIM was changed by a program that did not update XMP; IIM counts");
}

static cutline_status read_c2pa(block_reader *b, const cut_block *block)
{
    cutline_provenance *p = &b->r->record->provenance;
    if (!cut_c2pa_is_manifest(block->bytes))
        return CUTLINE_OK;
    p->has_c2pa = true;
    if (p->claim_generator)
        return CUTLINE_OK;
    cut_str generator = cut_c2pa_generator(block->bytes);
    if (generator.n == 0)
        return CUTLINE_OK;
    p->claim_generator = cut_arena_copy(&b->r->record->arena, generator);
    return p->claim_generator ? CUTLINE_OK : cut_no_memory(b->err);
}

cutline_status cut_read_blocks(cut_reading *reading, const cut_layout *layout, const char *file,
                               cutline_error *err)
{
    block_reader b = {.r = reading,
                      .layout = layout,
                      .file = file,
                      .findings = &reading->record->findings,
                      .err = err};
    cutline_status status = each(&b, CUT_BLOCK_EXIF, read_exif);
    if (status == CUTLINE_OK)
        status = each(&b, CUT_BLOCK_XMP, read_packet);
    if (status == CUTLINE_OK)
        status = each(&b, CUT_BLOCK_XMP_EXT, read_extension);
    if (status == CUTLINE_OK)
        status = each(&b, CUT_BLOCK_IRB, read_irb);
    if (status == CUTLINE_OK)
        status = each(&b, CUT_BLOCK_IIM, read_iim);
    if (status == CUTLINE_OK)
        status = read_resources(&b);
    if (status == CUTLINE_OK)
        status = each(&b, CUT_BLOCK_TRAILER_IIM, read_trailer);
    if (status == CUTLINE_OK)
        status = each(&b, CUT_BLOCK_C2PA, read_c2pa);
    if (status == CUTLINE_OK)
        check_digest(&b);
    return status;
}
