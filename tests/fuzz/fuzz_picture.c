/* Pixels of a JPEG from arbitrary bytes: hash, all forms, thumbnail. The first byte is the
 * orientation. */
#include "fuzz.h"

#include "image/picture.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    for (cut_picture_want want = CUT_PICTURE_KEEP; want <= CUT_PICTURE_COMPARE; want++) {
        cut_arena arena;
        cut_arena_init(&arena, 128u << 20);
        cut_findings findings = cut_findings_in(&arena);
        cut_picture picture;
        cut_source source;
        cut_source_from_memory(&source, "fuzz.jpg", (cut_view){data, size}, &arena);
        (void)!cut_picture_take(&source, 1, size - 1, data[0] % 10, want, &arena, &picture,
                                &findings, NULL);
        cut_arena_release(&arena);
    }
    return 0;
}
