/* AFCP, which newsroom programs of the nineties put behind the end of a JPEG: its positions count
 * from the start of the file and move with it. */
#ifndef CUT_WRITEBACK_JPEG_AFCP_H
#define CUT_WRITEBACK_JPEG_AFCP_H

#include "base/source.h"
#include "writeback/plan.h"

/* Appends the old file from a position on, everything in which moves by `shift` bytes, with AFCP at
 * its end, if there is one, told so. CUTLINE_IO, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_afcp_copy(cut_source *source, uint64_t from, int64_t shift,
                                                cut_plan *plan, cutline_error *err);

#endif
