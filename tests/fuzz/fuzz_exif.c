/* EXIF from arbitrary bytes, every entry asked for as text and number. */
#include "fuzz.h"

#include "meta/exif.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cut_arena arena;
    cut_arena_init(&arena, 128u << 20);
    cut_findings findings = cut_findings_in(&arena);
    cut_view bytes = {data, size};
    cut_exif exif = {0};
    if (cut_exif_parse(&arena, bytes, 0, "fuzz", &exif, &findings, NULL) == CUTLINE_OK) {
        for (size_t i = 0; i < exif.entries.n; i++) {
            const cut_exif_entry *e = &exif.entries.v[i];
            uint32_t number;
            double ratio;
            (void)cut_exif_text(&arena, &exif, e->ifd, e->tag);
            (void)cut_exif_uint(&exif, e->ifd, e->tag, 1, &number);
            (void)cut_exif_rational(&exif, e->ifd, e->tag, 1, &ratio);
        }
    }
    cut_arena_release(&arena);
    return 0;
}
