/* SHA-256 and MD5 (nettle). The only user of nettle. */
#ifndef CUT_BASE_DIGEST_H
#define CUT_BASE_DIGEST_H

#include "base/str.h"

#include <nettle/sha2.h>

#define CUT_SHA256_BYTES 32
#define CUT_MD5_BYTES 16

/* A SHA-256 that is fed in pieces. */
typedef struct cut_sha256 {
    struct sha256_ctx ctx;
} cut_sha256;

void cut_sha256_init(cut_sha256 *h);
void cut_sha256_add(cut_sha256 *h, const void *bytes, size_t n);
void cut_sha256_final(cut_sha256 *h, uint8_t out[CUT_SHA256_BYTES]);

void cut_md5(cut_view bytes, uint8_t out[CUT_MD5_BYTES]);

/* Lower-case hex of n bytes plus NUL; out has room for 2 * n + 1. Returns out. */
char *cut_hex(const uint8_t *bytes, size_t n, char *out);

#endif
