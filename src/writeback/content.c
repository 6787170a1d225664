/* Reading what a file says, as the record module does it, but no further than to the blocks. */
#include "base/error.h"
#include "writeback/work.h"

static cutline_status gather(cut_content *c, cut_source *source, cutline_error *err)
{
    cut_reading *r = c->reading;
    cutline_status status = cut_read_blocks(r, &c->layout, source->name, err);
    if (status == CUTLINE_OK)
        status = cut_gather_xmp(r, err);
    if (status == CUTLINE_OK && r->has_iim)
        status = cut_gather_iim(r, err);
    if (status == CUTLINE_OK)
        status = cut_gather_exif(r, err);
    return status;
}

cutline_status cut_content_read(cut_source *source, cut_content *out, cutline_error *err)
{
    *out = (cut_content){.record = NULL};
    cutline_status status = cut_record_new(&out->record, err);
    if (status != CUTLINE_OK)
        return status;
    out->reading = CUT_NEW(source->arena, cut_reading);
    if (!out->reading)
        return cut_no_memory(err);
    out->record->path = source->name;
    out->reading->record = out->record;
    out->reading->scratch = source->arena;
    status =
        cut_media_scan(source, false, source->arena, &out->layout, &out->record->findings, err);
    if (status != CUTLINE_OK)
        return status;
    out->record->format = out->layout.format;
    return gather(out, source, err);
}

void cut_content_release(cut_content *content)
{
    cutline_record_free(content->record);
    content->record = NULL;
}
