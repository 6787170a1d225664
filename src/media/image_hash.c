#include "media/image_hash.h"

#define STEP_BYTES ((size_t)64 << 10)

void cut_image_hash_start(cut_image_hash *h, cut_source *source, bool wanted)
{
    *h = (cut_image_hash){.source = source, .wanted = wanted};
    cut_sha256_init(&h->hash);
}

cutline_status cut_image_hash_add(cut_image_hash *h, uint64_t offset, uint64_t length,
                                  cutline_error *err)
{
    uint8_t buffer[STEP_BYTES];
    while (h->wanted && !h->given_up && length > 0) {
        cut_view held = cut_source_held(h->source, offset);
        size_t n = length < sizeof buffer ? (size_t)length : sizeof buffer, got = n;
        cutline_status status = CUTLINE_OK;
        if (held.n < n)
            status = cut_source_read(h->source, offset, buffer, n, &got, err);
        if (status != CUTLINE_OK)
            return status;
        cut_sha256_add(&h->hash, held.n < n ? buffer : held.p, got);
        h->bytes += got;
        h->given_up = h->bytes / 2 > h->source->size;
        if (got < n) {
            h->cut = offset + got;
            break;
        }
        offset += got;
        length -= got;
    }
    return CUTLINE_OK;
}

void cut_image_hash_finish(cut_image_hash *h, cut_layout *out, cut_findings *findings)
{
    if (h->given_up)
        cut_finding_add(findings, "hash-skipped", NULL,
                        "the image data is in too many pieces, or overlaps itself");
    if (h->cut != 0)
        cut_finding_add(findings, "truncated", NULL, "byte %llu: the file ends in its image data",
                        (unsigned long long)h->cut);
    out->has_image_hash = h->wanted && !h->given_up && h->bytes > 0;
    if (out->has_image_hash)
        cut_sha256_final(&h->hash, out->image_hash);
}
