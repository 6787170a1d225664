/* Pixels of a JPEG from arbitrary bytes: hash, all forms, words, thumbnail, and laying it on
 * itself. The first byte is the orientation. */
#include "fuzz.h"

#include "image/align.h"
#include "image/picture.h"

static void lay_on_itself(cut_arena *arena, const cut_pixels *pixels)
{
    cut_probe probe, mirrored;
    cut_alignment lie;
    if (cut_probe_take(arena, pixels, true, &probe) && cut_probe_mirror(arena, &probe, &mirrored) &&
        cut_align(arena, &mirrored, &probe.at[probe.usual], &lie))
        (void)cut_align_is_good(&lie);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size == 0)
        return 0;
    for (cut_picture_want want = CUT_PICTURE_KEEP; want <= CUT_PICTURE_COMPARE; want++) {
        cut_arena arena;
        cut_arena_init(&arena, 128u << 20);
        cut_findings findings = cut_findings_in(&arena);
        cut_picture picture = {0};
        cut_source source;
        cut_source_from_memory(&source, "fuzz.jpg", (cut_view){data, size}, &arena);
        cut_decoded decoded;
        if (cut_decode_jpeg(&source, 1, size - 1, &decoded, NULL) == CUTLINE_OK)
            (void)!cut_picture_take(&arena, &decoded, data[0] % 10, want, &arena, &picture,
                                    &findings, NULL);
        if (picture.upright.p && data[0] & 128)
            lay_on_itself(&arena, &picture.upright);
        cut_arena_release(&arena);
    }
    return 0;
}
