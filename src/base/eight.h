/*
 * Text eight bytes at a time: what a look at one number tells of eight bytes. Most text is plain
 * and is passed over so.
 */
#ifndef CUT_BASE_EIGHT_H
#define CUT_BASE_EIGHT_H

#include "base/str.h"

#include <endian.h>

#define CUT_EIGHT sizeof(uint64_t)

/* The same byte eight times. */
#define CUT_EIGHT_OF(byte) (UINT64_C(0x0101010101010101) * (uint8_t)(byte))

/* The eight bytes at p, the first in the lowest bits. */
static inline uint64_t cut_eight_load(const char *p)
{
    uint64_t eight;
    memcpy(&eight, p, sizeof eight);
    return le64toh(eight);
}

static inline void cut_eight_store(char *p, uint64_t eight)
{
    eight = htole64(eight);
    memcpy(p, &eight, sizeof eight);
}

/* True if all of them are ASCII. */
static inline bool cut_eight_ascii(uint64_t eight)
{
    return !(eight & CUT_EIGHT_OF(0x80));
}

/* True if some byte is below a limit, which is 0x80 at most. Bytes past ASCII are not. */
static inline bool cut_eight_below(uint64_t eight, uint8_t limit)
{
    return ((eight - CUT_EIGHT_OF(limit)) & ~eight & CUT_EIGHT_OF(0x80)) != 0;
}

#endif
