/* Memory that runs out at any point while a file is scanned and its blocks are parsed: an error,
 * never a fault. */
#include "media_file.h"

#include "meta/exif.h"
#include "meta/iim.h"
#include "meta/irb.h"
#include "meta/xmp.h"

#define RDF                                                                                        \
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:own='urn:own' "        \
    "xmlns:dc='http://purl.org/dc/elements/1.1/'><rdf:Bag rdf:nodeID='n'><rdf:li>k</rdf:li>"       \
    "</rdf:Bag><rdf:Description dc:format='f'><dc:title><rdf:Alt><rdf:li xml:lang='x-default'>T"   \
    "</rdf:li></rdf:Alt></dc:title><own:s rdf:parseType='Resource'><own:m>v</own:m></own:s>"       \
    "<dc:subject rdf:nodeID='n'/></rdf:Description></rdf:RDF>"
#define XMP "http://ns.adobe.com/xap/1.0/\0"
#define IIM                                                                                        \
    "\x1c\x02\x5a\0\x07Z\xc3\xbcrich\x1c\x02\x78\0\x04"                                            \
    "Caf\xe9"
#define TIFF                                                                                       \
    "II*\0\x08\0\0\0\x02\0\x0e\x01\x81\0\x03\0\0\0abc\0\x0f\x01\x02\0\x04\0\0\0ABC\0\0\0\0\0"

static void add_segment(media_file *f, uint8_t marker, cut_str data)
{
    media_add_be(f, 0xFF, 1);
    media_add_be(f, marker, 1);
    media_add_be(f, data.n + 2, 2);
    media_add(f, data);
}

static void make_jpeg(media_file *f)
{
    media_start(f);
    media_add(f, CUT_STR("\xff\xd8"));
    add_segment(f, 0xE1, CUT_STR("Exif\0\0" TIFF));
    add_segment(f, 0xE1, CUT_STR(XMP RDF));
    add_segment(f, 0xED,
                CUT_STR("Photoshop 3.0\0"
                        "8BIM\4\4\0\0\0\0\0\x15" IIM "\0"));
    add_segment(f, 0xED,
                CUT_STR("Photoshop 3.0\0"
                        "8BIM\4\x25\0\0\0\0\0\0"));
    add_segment(f, 0xC0, CUT_STR("\x08\0\x08\0\x10\x01\x01\x11\0"));
    media_add(f, CUT_STR("\xff\xda\0\x02scan\xff\xd9"));
}

static cutline_status parse_irb(media_file *f, const cut_block *block)
{
    cut_irb irb = {0};
    cut_iim iim = {0};
    const cut_iim_twin twin = {2, 120, CUT_STR("Caf\xc3\xa9")};
    cutline_status status =
        cut_irb_parse(&f->arena, block->bytes, block->offset, "a.jpg", &irb, &f->findings, &f->err);
    const cut_irb_resource *resource = cut_irb_find(&irb, CUT_IRB_IIM, 0);
    if (status != CUTLINE_OK || !resource)
        return status;
    status = cut_iim_parse(&f->arena, resource->data, 0, "a.jpg", &iim, &f->findings, &f->err);
    return status == CUTLINE_OK ? cut_iim_decode(&f->arena, &iim, &twin, 1, &f->findings, &f->err)
                                : status;
}

static cutline_status parse_block(media_file *f, const cut_block *block)
{
    cut_exif exif = {0};
    cut_xmp xmp = {0};
    if (block->kind == CUT_BLOCK_EXIF)
        return cut_exif_parse(&f->arena, block->bytes, 0, "a.jpg", &exif, &f->findings, &f->err);
    if (block->kind == CUT_BLOCK_XMP)
        return cut_xmp_parse(&f->arena, block->bytes, 0, "a.jpg", &xmp, &f->findings, &f->err);
    return block->kind == CUT_BLOCK_IRB ? parse_irb(f, block) : CUTLINE_OK;
}

/* Everything that reading a file does, with so much memory. */
static cutline_status read_with(const media_file *file, size_t max)
{
    media_file f = {.bytes = {.p = NULL}};
    cut_arena_init(&f.arena, max);
    f.findings = cut_findings_in(&f.arena);
    cut_source_from_memory(&f.source, "a.jpg", cut_view_of_str(cut_buf_str(&file->bytes)),
                           &f.arena);
    cutline_status status =
        cut_media_scan(&f.source, true, &f.arena, &f.layout, &f.findings, &f.err);
    for (size_t i = 0; status == CUTLINE_OK && i < f.layout.blocks.n; i++)
        status = parse_block(&f, &f.layout.blocks.v[i]);
    cut_arena_release(&f.arena);
    return status;
}

static void too_little_memory_is_an_error(void **state)
{
    (void)state;
    media_file f;
    size_t enough = 0;
    make_jpeg(&f);
    for (size_t max = 0; enough == 0; max += 16) {
        cutline_status status = read_with(&f, max);
        assert_true(status == CUTLINE_OK || status == CUTLINE_NO_MEMORY);
        if (status == CUTLINE_OK)
            enough = max;
    }
    assert_true(enough > 2000 && enough < 100000);
    media_stop(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(too_little_memory_is_an_error)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
