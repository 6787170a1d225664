/* IIM from arbitrary bytes, decoded with a twin taken from them too. */
#include "fuzz.h"

#include "meta/iim.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cut_arena arena;
    cut_arena_init(&arena, 64u << 20);
    cut_findings findings = cut_findings_in(&arena);
    cut_view bytes = {data, size};
    cut_iim iim = {0};
    if (cut_iim_parse(&arena, bytes, 0, "fuzz", &iim, &findings, NULL) == CUTLINE_OK) {
        cut_iim_twin twin = {2, 120, cut_str_of_view(bytes)};
        (void)!cut_iim_decode(&arena, &iim, &twin, 1, &findings, NULL);
    }
    cut_arena_release(&arena);
    return 0;
}
