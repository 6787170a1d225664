/* An XMP packet from arbitrary bytes; all nodes are visited. What is read as a plain packet must be
 * what expat reads. */
#include "fuzz.h"

#include "meta/xmp_encoding.h"
#include "meta/xmp_plain.h"

#include <stdlib.h>

/* Depth is bounded by the parser. */
static void use(const cut_xmp_node *node)
{
    for (; node; node = node->next) {
        (void)cut_xmp_text(node);
        use(node->child);
    }
}

static bool same(const cut_xmp_node *a, const cut_xmp_node *b)
{
    for (; a && b; a = a->next, b = b->next)
        if (a->kind != b->kind || a->prefix != b->prefix || !cut_str_eq(a->ns, b->ns) ||
            !cut_str_eq(a->name, b->name) || !cut_str_eq(a->value, b->value) ||
            !cut_str_eq(a->lang, b->lang) || !same(a->child, b->child))
            return false;
    return !a && !b;
}

/* A comment in front makes a packet one for expat. */
static void compare(cut_arena *arena, cut_str text)
{
    cut_findings findings = cut_findings_in(arena);
    cut_xmp plain = {0}, other = {0};
    cut_xmp_packet packet;
    cut_xmp_packet_init(&packet, arena, &plain);
    if (cut_xmp_read_plain(&packet, text)) {
        const char *commented = cut_arena_printf(arena, "<!-- -->%.*s", CUT_FMT(text));
        cut_rdf_finish(&packet.rdf);
        if (commented &&
            cut_xmp_parse(arena, cut_view_of_str(cut_str_from(commented)), 0, "fuzz", &other,
                          &findings, NULL) == CUTLINE_OK &&
            (findings.list.n > 0 || !same(plain.properties, other.properties)))
            abort();
    }
    cut_xmp_packet_release(&packet);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cut_arena arena;
    cut_arena_init(&arena, 128u << 20);
    cut_findings findings = cut_findings_in(&arena);
    cut_view bytes = {data, size};
    cut_xmp xmp = {0};
    cut_str text;
    uint64_t base = 0;
    if (cut_xmp_parse(&arena, bytes, 0, "fuzz", &xmp, &findings, NULL) == CUTLINE_OK)
        use(xmp.properties);
    if (cut_xmp_to_utf8(&arena, bytes, &base, &text, &findings, NULL) == CUTLINE_OK && text.n > 0)
        compare(&arena, text);
    cut_arena_release(&arena);
    return 0;
}
