/* Any text as a stored record: refused, or written again as it was understood. */
#include "fuzz.h"

#include "base/limits.h"
#include "record/record.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cutline_record *record = NULL;
    cut_str text = {(const char *)data, size};
    if (cut_record_from_json(text, &record, NULL) != CUTLINE_OK)
        return 0;
    cut_buf out;
    cut_json j;
    cut_buf_init(&out, CUT_MAX_JSON_BYTES);
    cut_json_init(&j, &out);
    cut_record_json_full(&j, record);
    cut_json_init(&j, &out);
    cut_record_json(&j, record);
    cut_buf_release(&out);
    cutline_record_free(record);
    return 0;
}
