#include "samples/blocks.h"

#include <nettle/md5.h>
#include <string.h>

void put_iim(bytes *out, const iim_set *sets)
{
    for (; sets->record; sets++) {
        const char *value = sets->value ? sets->value : "\0\4";
        size_t length = sets->value ? strlen(value) : 2;
        put_u8(out, 0x1c);
        put_u8(out, sets->record);
        put_u8(out, sets->set);
        put_u16(out, (unsigned)length);
        put(out, value, length);
    }
}

/* One resource: signature, number, empty name, length, data padded to an even length. */
static void put_resource(bytes *out, unsigned number, const void *data, size_t length)
{
    put_text(out, "8BIM");
    put_u16(out, number);
    put_u16(out, 0);
    put_u32(out, (uint32_t)length);
    put(out, data, length);
    if (length % 2)
        put_u8(out, 0);
}

static void put_digest(bytes *out, const bytes *iim, iim_digest digest)
{
    struct md5_ctx md5;
    uint8_t sum[MD5_DIGEST_SIZE];
    md5_init(&md5);
    md5_update(&md5, iim->length, iim->data);
    if (digest == DIGEST_STALE)
        md5_update(&md5, 1, (const uint8_t *)"x");
    md5_digest(&md5, sizeof sum, sum);
    put_resource(out, 0x0425, sum, sizeof sum);
}

void put_resources(bytes *out, const bytes *iim, iim_digest digest, const char *url)
{
    /* 72 pixels an inch as a 16.16 number, shown in inches; the same for the height. */
    static const uint8_t resolution[] = {0, 72, 0, 0, 0, 1, 0, 1, 0, 72, 0, 0, 0, 1, 0, 1};
    put_resource(out, 0x03ed, resolution, sizeof resolution);
    put_resource(out, 0x0404, iim->data, iim->length);
    put_resource(out, 0x040a, "\1", 1);
    if (url)
        put_resource(out, 0x040b, url, strlen(url));
    if (digest != DIGEST_NONE)
        put_digest(out, iim, digest);
}
