/* An XMP packet from arbitrary bytes; all nodes are visited. */
#include "fuzz.h"

#include "meta/xmp.h"

/* Depth is bounded by the parser. */
static void use(const cut_xmp_node *node)
{
    for (; node; node = node->next) {
        (void)cut_xmp_text(node);
        use(node->child);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cut_arena arena;
    cut_arena_init(&arena, 128u << 20);
    cut_findings findings = cut_findings_in(&arena);
    cut_view bytes = {data, size};
    cut_xmp xmp = {0};
    if (cut_xmp_parse(&arena, bytes, 0, "fuzz", &xmp, &findings, NULL) == CUTLINE_OK)
        use(xmp.properties);
    cut_arena_release(&arena);
    return 0;
}
