/* Multi-Picture Format (CIPA DC-007): keeping its index true when the header before or behind it
 * grows. */
#ifndef CUT_WRITEBACK_JPEG_MPF_H
#define CUT_WRITEBACK_JPEG_MPF_H

#include "base/arena.h"
#include "base/error.h"

/* `data` is that of the APP2 segment, from "MPF" on. all: bytes by which the first image grows;
 * behind: those of them that come behind the segment, by which the others move away from it. What
 * cannot be read stays as it is. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_mpf_shift(cut_arena *arena, cut_view data, int64_t all,
                                                int64_t behind, cut_view *out, cutline_error *err);

#endif
