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

static cutline_status plan_all(const cut_work *work, cut_plan *plan, cutline_error *err)
{
    const char *format = work->content->layout.format;
    *plan = (cut_plan){.arena = work->arena};
    for (size_t i = 0; i < sizeof containers / sizeof containers[0]; i++)
        if (strcmp(containers[i].format, format) == 0)
            return containers[i].plan(work, plan, err);
    return cut_fail(err, CUTLINE_UNSUPPORTED, "%s is not written", format);
}

/* EXIF that is damaged or full keeps nobody from writing the other blocks, which most readers ask
 * first. */
cutline_status cut_work_plan(cut_work *work, cut_plan *plan, cutline_error *err)
{
    cutline_error why;
    size_t found = work->findings->list.n;
    cutline_status status = plan_all(work, plan, &why);
    if (!work->exif || (status != CUTLINE_MALFORMED && status != CUTLINE_LIMIT)) {
        if (status != CUTLINE_OK && err)
            *err = why;
        return status;
    }
    work->findings->list.n = found;
    work->exif = false;
    status = work->xmp || work->iim ? plan_all(work, plan, err) : CUTLINE_OK;
    if (status == CUTLINE_OK)
        cut_finding_add(work->findings, "not-written", NULL, "EXIF is left as it is: %s",
                        why.message);
    return status;
}
