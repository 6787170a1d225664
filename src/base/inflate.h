/* Unpacking zlib streams (RFC 1950), as PNG and HEIF hold texts. The only user of zlib. */
#ifndef CUT_BASE_INFLATE_H
#define CUT_BASE_INFLATE_H

#include "base/arena.h"
#include "base/error.h"

/* Unpacks a stream into the arena. What stands before a break is kept: *complete is false then.
 * CUTLINE_LIMIT if the result is longer than max bytes (a small stream can unpack to gigabytes),
 * CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_inflate(cut_arena *arena, cut_view packed, size_t max,
                                              cut_view *out, bool *complete, cutline_error *err);

#endif
