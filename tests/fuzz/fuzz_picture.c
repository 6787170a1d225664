/* Pixels of a JPEG from arbitrary bytes: hash, all forms, words, thumbnail, and laying it on
 * itself. The first byte is the orientation. */
#include "fuzz.h"

#include "image/align.h"
#include "image/asked.h"
#include "image/picture.h"

static void lay_on_itself(cut_arena *arena, const cut_pixels *pixels, unsigned form)
{
    cut_arena scratch;
    cut_probe probe, laid;
    cut_asked asked;
    cut_marks photo;
    cut_alignment lie;
    cut_arena_init(&scratch, 64u << 20);
    if (cut_probe_take(arena, &scratch, pixels, true, &probe) &&
        cut_asked_take(arena, &scratch, &probe, &asked) &&
        cut_probe_lay(arena, &probe, form, &laid) &&
        cut_marks_find(arena, &scratch, pixels, 1.0F, &photo) &&
        cut_align(arena, &laid, 0, CUT_PROBE_SCALES, &photo, &lie))
        (void)cut_align_is_good(&lie);
    cut_arena_release(&scratch);
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
            lay_on_itself(&arena, &picture.upright, data[0] / 16 % CUT_PICTURE_FORMS);
        cut_arena_release(&arena);
    }
    return 0;
}
