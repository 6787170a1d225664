/* Unpacking zlib streams (RFC 1950), as PNG and HEIF hold texts, and the CRC of PNG chunks. The
 * only user of zlib. */
#ifndef CUT_BASE_INFLATE_H
#define CUT_BASE_INFLATE_H

#include "base/arena.h"
#include "base/error.h"

/* Unpacks a stream into the arena. What stands before a break is kept: *complete is false then.
 * CUTLINE_LIMIT if the result is longer than max bytes (a small stream can unpack to gigabytes),
 * CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_inflate(cut_arena *arena, cut_view packed, size_t max,
                                              cut_view *out, bool *complete, cutline_error *err);

/* CRC-32 as PNG takes it (ISO/IEC 15948, 5.5). */
uint32_t cut_crc32(cut_view bytes);

#endif
