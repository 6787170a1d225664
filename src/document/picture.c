#include "document/picture.h"

/* ITU-T T.81, table B.1: SOF0 to SOF15 begin a frame; C4 (tables), C8 (reserved) and CC
 * (conditioning) among them do not. */
static bool begins_frame(unsigned marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

bool doc_jpeg_size(const void *jpeg, size_t length, unsigned *width, unsigned *height)
{
    const unsigned char *p = jpeg;
    for (size_t at = 2; at + 9 <= length && p[at] == 0xFF;) {
        /* B.2.2: length, precision, lines, samples per line */
        if (begins_frame(p[at + 1])) {
            *height = (unsigned)p[at + 5] << 8 | p[at + 6];
            *width = (unsigned)p[at + 7] << 8 | p[at + 8];
            return *width > 0 && *height > 0;
        }
        at += 2 + ((size_t)p[at + 2] << 8 | p[at + 3]);
    }
    return false;
}
