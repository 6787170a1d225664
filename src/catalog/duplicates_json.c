/* A group of duplicates as JSON. */
#include "base/error.h"
#include "base/json.h"
#include "base/limits.h"
#include "caption/caption.h"

#include <cutline/duplicates.h>

static void add_ids(cut_json *j, const cutline_media_ids *ids)
{
    cut_json_key(j, "media_ids");
    cut_json_begin_array(j);
    for (size_t i = 0; i < ids->count; i++) {
        cut_json_begin_object(j);
        cut_json_key_z(j, "namespace", ids->items[i].ns);
        cut_json_key_z(j, "id", ids->items[i].id);
        cut_json_end_object(j);
    }
    cut_json_end_array(j);
}

static void add_duplicate(cut_json *j, const cutline_duplicate *d)
{
    const cutline_photo *photo = d->photo;
    cut_json_begin_object(j);
    cut_json_key_int(j, "photo", photo->id);
    cut_json_key_z(j, "kind", cutline_duplicate_kind_name(d->kind));
    cut_json_key_z(j, "why", d->why);
    cut_json_key(j, "files");
    cut_json_begin_array(j);
    for (size_t i = 0; i < photo->file_count; i++)
        cut_json_str(j, cut_str_from(photo->files[i].path));
    cut_json_end_array(j);
    cut_json_key(j, "credit");
    cut_json_begin_object(j);
    cut_credit_json(j, &photo->credit);
    cut_json_end_object(j);
    cut_json_key_z(j, "caption", photo->caption_count ? photo->captions[0].text : NULL);
    add_ids(j, &photo->media_ids);
    cut_json_key(j, "marks");
    cut_strings_json(j, &d->marks);
    cut_json_key_bool(j, "takes_credit", d->takes_credit);
    cut_json_key_bool(j, "takes_caption", d->takes_caption);
    cut_json_key(j, "edits");
    cut_strings_json(j, &d->edits);
    cut_json_key(j, "conflicts");
    cut_strings_json(j, &d->conflicts);
    cut_json_end_object(j);
}

cutline_status cutline_duplicates_json(const cutline_duplicates *group, char **json,
                                       cutline_error *err)
{
    cut_buf text;
    cut_json j;
    cut_buf_init(&text, CUT_MAX_JSON_BYTES);
    cut_json_init(&j, &text);
    cut_json_begin_object(&j);
    cut_json_key(&j, "photos");
    cut_json_begin_array(&j);
    for (size_t i = 0; i < group->count; i++)
        add_duplicate(&j, &group->items[i]);
    cut_json_end_array(&j);
    cut_json_end_object(&j);
    *json = cut_buf_detach(&text);
    return *json ? CUTLINE_OK : cut_no_memory(err);
}
