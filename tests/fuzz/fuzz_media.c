/* A file of any format from arbitrary bytes, image hash included. The name decides about kinds of
 * TIFF that the bytes do not tell, so a first byte picks one. */
#include "fuzz.h"

#include "media/media.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"a.tif", "a.nef", "a.arw", "a.srw"};
    cut_arena arena;
    cut_layout layout;
    cut_source source;
    if (size == 0)
        return 0;
    cut_arena_init(&arena, 128u << 20);
    cut_findings findings = cut_findings_in(&arena);
    cut_source_from_memory(&source, names[data[0] % 4], (cut_view){data + 1, size - 1}, &arena);
    (void)!cut_media_scan(&source, true, &arena, &layout, &findings, NULL);
    cut_arena_release(&arena);
    return 0;
}
