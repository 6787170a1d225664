/* A JPEG from arbitrary bytes, image hash included. */
#include "fuzz.h"

#include "media/media.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cut_arena arena;
    cut_arena_init(&arena, 128u << 20);
    cut_findings findings = cut_findings_in(&arena);
    cut_view bytes = {data, size};
    cut_layout layout;
    cut_source source;
    cut_source_from_memory(&source, "fuzz.jpg", bytes, &arena);
    (void)!cut_media_scan(&source, true, &arena, &layout, &findings, NULL);
    cut_arena_release(&arena);
    return 0;
}
