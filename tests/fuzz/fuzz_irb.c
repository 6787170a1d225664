/* Photoshop resources from arbitrary bytes. */
#include "fuzz.h"

#include "meta/irb.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cut_arena arena;
    cut_arena_init(&arena, 64u << 20);
    cut_findings findings = cut_findings_in(&arena);
    cut_irb irb = {0};
    if (cut_irb_parse(&arena, (cut_view){data, size}, 0, "fuzz", &irb, &findings, NULL) ==
        CUTLINE_OK)
        (void)cut_irb_find(&irb, CUT_IRB_IIM, 0);
    cut_arena_release(&arena);
    return 0;
}
