/* Candidates as JSON. */
#include "base/error.h"
#include "base/json.h"
#include "base/limits.h"
#include "caption/caption.h"

#include <cutline/identify.h>

static void add_media_ids(cut_json *json, cutline_media_ids ids)
{
    cut_json_key(json, "media_ids");
    cut_json_begin_array(json);
    for (size_t i = 0; i < ids.count; i++) {
        cut_json_begin_object(json);
        cut_json_key_z(json, "namespace", ids.items[i].ns);
        cut_json_key_z(json, "id", ids.items[i].id);
        cut_json_key_z(json, "evidence", ids.items[i].evidence);
        cut_json_end_object(json);
    }
    cut_json_end_array(json);
}

static void add_files(cut_json *json, const cutline_photo *photo)
{
    cut_json_key(json, "files");
    cut_json_begin_array(json);
    for (size_t i = 0; i < photo->file_count; i++)
        cut_json_str(json, cut_str_from(photo->files[i].path));
    cut_json_end_array(json);
}

static void add_candidate(cut_json *json, const cutline_candidate *candidate)
{
    cut_json_begin_object(json);
    cut_json_key_int(json, "photo", candidate->photo->id);
    cut_json_key_int(json, "distance", candidate->distance);
    cut_json_key_int(json, "marks", candidate->marks);
    cut_json_key_int(json, "shown", candidate->shown);
    cut_json_key_int(json, "covered", candidate->covered);
    cut_json_key_z(json, "confidence", cutline_confidence_name(candidate->confidence));
    cut_json_key_z(json, "form", candidate->form);
    cut_json_key_z(json, "why", candidate->why);
    add_media_ids(json, candidate->photo->media_ids);
    cut_json_key(json, "credit");
    cut_json_begin_object(json);
    cut_credit_json(json, &candidate->photo->credit);
    cut_json_end_object(json);
    cut_json_key(json, "restrictions");
    cut_strings_json(json, &candidate->photo->restrictions);
    add_files(json, candidate->photo);
    cut_json_end_object(json);
}

cutline_status cutline_candidates_json(const cutline_candidates *candidates, const char *path,
                                       char **json, cutline_error *err)
{
    cut_buf buf;
    cut_json writer;
    cut_buf_init(&buf, CUT_MAX_JSON_BYTES);
    cut_json_init(&writer, &buf);
    cut_json_begin_object(&writer);
    cut_json_key_z(&writer, "path", path);
    cut_json_key_bool(&writer, "found", candidates->count > 0);
    cut_json_key_bool(&writer, "compared", candidates->compared);
    cut_json_key_int(&writer, "quality", candidates->quality);
    cut_json_key(&writer, "candidates");
    cut_json_begin_array(&writer);
    for (size_t i = 0; i < candidates->count; i++)
        add_candidate(&writer, &candidates->items[i]);
    cut_json_end_array(&writer);
    cut_json_end_object(&writer);
    *json = cut_buf_detach(&buf);
    return *json ? CUTLINE_OK : cut_no_memory(err);
}
