/* XMP sidecars: a packet alone in a file, with no need for room to grow. */
#include "base/error.h"
#include "base/limits.h"
#include "writeback/work.h"

cutline_status cut_sidecar_plan(const cut_work *work, cut_plan *plan, cutline_error *err)
{
    cut_view old = {NULL, 0}, new;
    cutline_status status = CUTLINE_OK;
    if (work->source->size > 0)
        status = cut_source_all(work->source, CUT_MAX_BLOCK_BYTES, &old, err);
    if (status == CUTLINE_OK)
        status = cut_work_xmp(work, old, CUT_MAX_BLOCK_BYTES, false, NULL, &new, err);
    if (status != CUTLINE_OK)
        return status;
    cut_plan_add(plan, new);
    return plan->no_memory ? cut_no_memory(err) : CUTLINE_OK;
}
