/* Any bytes as a photo: read by both policies, written as JSON, kept and brought back unchanged. */
#include "fuzz.h"

#include "base/limits.h"
#include "record/record.h"

#include <stdlib.h>

static char *full_json(const cutline_record *record)
{
    cut_buf out;
    cut_json j;
    cut_buf_init(&out, CUT_MAX_JSON_BYTES);
    cut_json_init(&j, &out);
    cut_record_json_full(&j, record);
    return cut_buf_detach(&out);
}

/* A record that was read gives JSON, and that JSON the same record. */
static void check_json(const cutline_record *record)
{
    cutline_record *again = NULL;
    char *json = NULL, *full = full_json(record), *full_again = NULL;
    if (cutline_record_json(record, &json, NULL) != CUTLINE_OK || !full ||
        cut_record_from_json(cut_str_from(full), &again, NULL) != CUTLINE_OK)
        abort();
    full_again = full_json(again);
    if (!full_again || strcmp(full, full_again) != 0)
        abort();
    cutline_free(json);
    cutline_free(full);
    cutline_free(full_again);
    cutline_record_free(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    for (int policy = CUTLINE_POLICY_NEWSROOM; policy <= CUTLINE_POLICY_MWG; policy++) {
        cutline_read_options options = {.policy = (cutline_policy)policy};
        cutline_record *record = NULL;
        if (cutline_record_read_memory("a.jpg", data, size, &options, &record, NULL) == CUTLINE_OK)
            check_json(record);
        cutline_record_free(record);
    }
    return 0;
}
