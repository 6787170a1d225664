/* Events as JSON. */
#include "base/error.h"
#include "base/json.h"
#include "base/limits.h"
#include "caption/caption.h"

#include <cutline/writeback.h>

static void add_findings(cut_json *json, const cutline_write_event *event)
{
    cut_json_key(json, "findings");
    cut_json_begin_array(json);
    for (size_t i = 0; i < event->finding_count; i++) {
        cut_json_begin_object(json);
        cut_json_key_z(json, "code", event->findings[i].code);
        cut_json_key_z(json, "field", event->findings[i].field);
        cut_json_key_z(json, "detail", event->findings[i].detail);
        cut_json_end_object(json);
    }
    cut_json_end_array(json);
}

cutline_status cutline_write_event_json(const cutline_write_event *event, char **json,
                                        cutline_error *err)
{
    cut_buf buf;
    cut_json j;
    cut_buf_init(&buf, CUT_MAX_JSON_BYTES);
    cut_json_init(&j, &buf);
    cut_json_begin_object(&j);
    cut_json_key_int(&j, "photo", event->photo);
    cut_json_key_z(&j, "path", event->path);
    cut_json_key_z(&j, "target", event->target);
    cut_json_key_z(&j, "outcome", cutline_write_outcome_name(event->outcome));
    cut_json_key(&j, "fields");
    cut_strings_json(&j, &event->fields);
    add_findings(&j, event);
    cut_json_key_z(&j, "error", event->error ? event->error->message : NULL);
    cut_json_end_object(&j);
    *json = cut_buf_detach(&buf);
    return *json ? CUTLINE_OK : cut_no_memory(err);
}
