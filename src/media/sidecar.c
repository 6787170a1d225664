/* XMP sidecars: a file that is one packet. */
#include "base/limits.h"
#include "media/blocks.h"
#include "media/formats.h"

static cutline_status scan(cut_source *source, bool want_hash, cut_arena *arena, cut_layout *out,
                           cut_findings *findings, cutline_error *err)
{
    cut_collector collect = {.source = source, .arena = arena, .out = out, .findings = findings};
    (void)want_hash; /* no picture in here */
    if (!cut_collect_whole(&collect, CUT_BLOCK_XMP, 0, source->size))
        return cut_no_memory(err);
    return cut_collect_finish(&collect, err);
}

/* The first bytes as far as they are ASCII, white space and a byte order mark left out: UTF-16
 * packets look like UTF-8 ones then. */
static cut_str first_letters(cut_view head, char out[64])
{
    size_t n = 0;
    for (size_t i = 0; i < head.n && n < 64; i++)
        if (head.p[i] > ' ' && head.p[i] < 0x7F)
            out[n++] = (char)head.p[i];
    return (cut_str){out, n};
}

/* A packet wrapper, or XMP or RDF as the root element, perhaps behind an XML declaration. */
static bool probe(cut_view head)
{
    static const char *const starts[] = {"<?xpacket", "<x:xmpmeta", "<x:xapmeta", "<xmp:xmpmeta",
                                         "<rdf:RDF"};
    char letters[64];
    cut_str s = first_letters(head, letters);
    if (cut_str_starts(s, CUT_STR("<?xml"))) {
        size_t end = cut_str_find(s, CUT_STR("?>"), 0);
        s = end == SIZE_MAX ? s : cut_str_slice(s, end + 2, s.n);
    }
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (cut_str_starts(s, cut_str_from(starts[i])))
            return true;
    return false;
}

const cut_format cut_format_xmp = {
    .name = "xmp", .extensions = "xmp", .probe = probe, .scan = scan};
