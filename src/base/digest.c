#include "base/digest.h"

#include <nettle/md5.h>

void cut_sha256_init(cut_sha256 *h)
{
    sha256_init(&h->ctx);
}

void cut_sha256_add(cut_sha256 *h, const void *bytes, size_t n)
{
    sha256_update(&h->ctx, n, bytes);
}

void cut_sha256_final(cut_sha256 *h, uint8_t out[CUT_SHA256_BYTES])
{
    sha256_digest(&h->ctx, CUT_SHA256_BYTES, out);
}

void cut_md5(cut_view bytes, uint8_t out[CUT_MD5_BYTES])
{
    struct md5_ctx ctx;
    md5_init(&ctx);
    md5_update(&ctx, bytes.n, bytes.p);
    md5_digest(&ctx, CUT_MD5_BYTES, out);
}

char *cut_hex(const uint8_t *bytes, size_t n, char *out)
{
    static const char digits[] = "0123456789abcdef";
    for (size_t i = 0; i < n; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[2 * n] = '\0';
    return out;
}
