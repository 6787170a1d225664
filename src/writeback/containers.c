/* Which container writer is for which format. */
#include "base/error.h"
#include "writeback/work.h"

static const struct {
    const char *format;
    cutline_status (*plan)(const cut_work *work, cut_plan *plan, cutline_error *err);
} containers[] = {
    {"jpeg", cut_jpeg_plan},      {"png", cut_png_plan},       {"webp", cut_webp_plan},
    {"tiff", cut_tiff_file_plan}, {"dng", cut_tiff_file_plan}, {"xmp", cut_sidecar_plan},
};

bool cut_writes_into(const char *format)
{
    for (size_t i = 0; i < sizeof containers / sizeof containers[0]; i++)
        if (strcmp(containers[i].format, format) == 0)
            return true;
    return false;
}

cutline_status cut_work_plan(const cut_work *work, cut_plan *plan, cutline_error *err)
{
    const char *format = work->content->layout.format;
    plan->arena = work->arena;
    for (size_t i = 0; i < sizeof containers / sizeof containers[0]; i++)
        if (strcmp(containers[i].format, format) == 0)
            return containers[i].plan(work, plan, err);
    return cut_fail(err, CUTLINE_UNSUPPORTED, "%s is not written", format);
}
