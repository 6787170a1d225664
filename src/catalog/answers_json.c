/* JSON of what lookups answer: credits and hits. */
#include "base/error.h"
#include "base/json.h"
#include "base/limits.h"
#include "caption/caption.h"

#include <cutline/query.h>

static void add_media_id(cut_json *json, const cutline_media_id *id, bool evidence)
{
    cut_json_key(json, "media_id");
    if (!id->id) {
        cut_json_null(json);
        return;
    }
    cut_json_begin_object(json);
    cut_json_key_z(json, "namespace", id->ns);
    cut_json_key_z(json, "id", id->id);
    if (evidence)
        cut_json_key_z(json, "evidence", id->evidence);
    cut_json_end_object(json);
}

/* The members of an answer from "photo" on. */
static void add_answer(cut_json *json, const cutline_credit_answer *answer)
{
    cut_json_key_int(json, "photo", answer->photo);
    add_media_id(json, &answer->media_id, true);
    cut_json_key(json, "credit");
    cut_json_begin_object(json);
    cut_credit_json(json, &answer->credit);
    cut_json_key_z(json, "line_as_found", answer->line_as_found);
    cut_json_key_z(json, "origin", cutline_origin_name(answer->origin));
    cut_json_key_z(json, "where", answer->where);
    cut_json_key(json, "conflicts");
    cut_strings_json(json, &answer->conflicts);
    cut_json_end_object(json);
    cut_json_key(json, "restrictions");
    cut_strings_json(json, &answer->restrictions);
    cut_json_key_bool(json, "awaiting_image", answer->awaiting_image);
    cut_json_key_z(json, "kill_reason", answer->kill_reason);
    cut_json_key_z(json, "embargo", answer->embargo);
    cut_json_key_z(json, "expiry", answer->expiry);
}

static void add_others(cut_json *json, const cutline_credit_answers *answers)
{
    cut_json_key(json, "others");
    cut_json_begin_array(json);
    for (size_t i = 1; i < answers->count; i++) {
        cut_json_begin_object(json);
        add_answer(json, &answers->items[i]);
        cut_json_end_object(json);
    }
    cut_json_end_array(json);
}

static cutline_status hand_out(cut_buf *buf, char **json, cutline_error *err)
{
    *json = cut_buf_detach(buf);
    return *json ? CUTLINE_OK : cut_no_memory(err);
}

cutline_status cutline_credit_answers_json(const cutline_credit_answers *answers, const char *id,
                                           char **json, cutline_error *err)
{
    bool found = answers && answers->count > 0;
    cut_buf buf;
    cut_json writer;
    cut_buf_init(&buf, CUT_MAX_JSON_BYTES);
    cut_json_init(&writer, &buf);
    cut_json_begin_object(&writer);
    cut_json_key_z(&writer, "id", id);
    cut_json_key_bool(&writer, "found", found);
    if (found) {
        add_answer(&writer, &answers->items[0]);
        add_others(&writer, answers);
    }
    cut_json_end_object(&writer);
    return hand_out(&buf, json, err);
}

/* Restrictions of a hit, which come joined by ", ". */
static void add_restrictions(cut_json *json, const char *restrictions)
{
    cut_str rest = cut_str_from(restrictions);
    cut_json_key(json, "restrictions");
    cut_json_begin_array(json);
    while (rest.p)
        cut_json_str(json, cut_str_trim(cut_str_split(&rest, ',')));
    cut_json_end_array(json);
}

cutline_status cutline_hit_json(const cutline_hit *hit, char **json, cutline_error *err)
{
    cut_buf buf;
    cut_json writer;
    cut_buf_init(&buf, CUT_MAX_JSON_BYTES);
    cut_json_init(&writer, &buf);
    cut_json_begin_object(&writer);
    cut_json_key_int(&writer, "photo", hit->photo);
    add_media_id(&writer, &hit->media_id, false);
    cut_json_key_z(&writer, "headline", hit->headline);
    cut_json_key_z(&writer, "caption", hit->caption);
    cut_json_key_z(&writer, "credit", hit->credit_line);
    cut_json_key_z(&writer, "byline", hit->byline);
    cut_json_key_z(&writer, "city", hit->city);
    cut_json_key_z(&writer, "country", hit->country);
    cut_json_key_z(&writer, "date", hit->date);
    add_restrictions(&writer, hit->restrictions);
    cut_json_key_z(&writer, "path", hit->path);
    cut_json_end_object(&writer);
    return hand_out(&buf, json, err);
}

cutline_status cutline_facet_value_json(const char *facet, const char *value, uint64_t photos,
                                        char **json, cutline_error *err)
{
    cut_buf buf;
    cut_json writer;
    cut_buf_init(&buf, CUT_MAX_JSON_BYTES);
    cut_json_init(&writer, &buf);
    cut_json_begin_object(&writer);
    cut_json_key_z(&writer, "facet", facet);
    cut_json_key_z(&writer, "value", value);
    cut_json_key_int(&writer, "photos", (int64_t)photos);
    cut_json_end_object(&writer);
    return hand_out(&buf, json, err);
}
