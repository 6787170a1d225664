/* The decoders of cutline-pixels, and what they make of their libraries' answers: format by the
 * first bytes. */
#include "fuzz.h"

#include "pixels/picture.h"

#include <stdlib.h>
#include <string.h>

/* A large picture costs time and finds nothing that a small one does not. */
#define BYTES_MOST 100000

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    picture p = {0};
    if (size < 12 || size > BYTES_MOST)
        return 0;
    if (memcmp(data, "\x89PNG", 4) == 0)
        decode_png(data, size, &p);
    else if (memcmp(data, "RIFF", 4) == 0)
        decode_webp(data, size, &p);
    else if (memcmp(data + 4, "ftyp", 4) == 0)
        decode_heif(data, size, &p);
    else
        decode_tiff(data, size, &p);
    free(p.rgb);
    return 0;
}
