/* The public calls: a parsed caption is one heap object that owns the arena of all its texts. */
#include "base/error.h"
#include "base/limits.h"
#include "caption/caption.h"

#include <stdlib.h>

typedef struct owned_caption {
    cutline_caption caption; /* first, so that the public pointer is the object's own */
    cut_arena arena;
} owned_caption;

cutline_status cutline_caption_parse(const char *text, size_t length, cutline_caption **out,
                                     cutline_error *err)
{
    owned_caption *owned = calloc(1, sizeof *owned);
    if (!owned)
        return cut_no_memory(err);
    cut_arena_init(&owned->arena, CUT_MAX_CAPTION_ARENA);
    cutline_status status =
        cut_caption_parse(&owned->arena, (cut_str){text, length}, &owned->caption, err);
    if (status != CUTLINE_OK) {
        cutline_caption_free(&owned->caption);
        return status;
    }
    *out = &owned->caption;
    return CUTLINE_OK;
}

void cutline_caption_free(cutline_caption *caption)
{
    if (!caption)
        return;
    owned_caption *owned = (owned_caption *)caption;
    cut_arena_release(&owned->arena);
    free(owned);
}

cutline_status cutline_caption_json(const cutline_caption *caption, const char *id, char **json,
                                    cutline_error *err)
{
    cut_buf buf;
    cut_json j;
    cut_buf_init(&buf, CUT_MAX_JSON_BYTES);
    cut_json_init(&j, &buf);
    cut_json_begin_object(&j);
    if (id)
        cut_json_key_z(&j, "id", id);
    cut_caption_json(&j, caption);
    cut_json_end_object(&j);
    char *text = cut_buf_detach(&buf);
    if (!text) {
        cut_buf_release(&buf);
        return cut_no_memory(err);
    }
    *json = text;
    return CUTLINE_OK;
}

void cutline_free(void *memory)
{
    free(memory);
}
