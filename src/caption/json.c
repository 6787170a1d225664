#include "caption/caption.h"

void cut_strings_json(cut_json *j, const cutline_strings *strings)
{
    cut_json_begin_array(j);
    for (size_t i = 0; i < strings->count; i++)
        cut_json_z(j, strings->items[i]);
    cut_json_end_array(j);
}

static void key_strings(cut_json *j, const char *key, const cutline_strings *strings)
{
    cut_json_key(j, key);
    cut_strings_json(j, strings);
}

void cut_credit_json(cut_json *j, const cutline_credit *credit)
{
    cut_json_key_z(j, "line", credit->line);
    key_strings(j, "agencies", &credit->agencies);
    key_strings(j, "photographers", &credit->photographers);
    cut_json_key_z(j, "issuer", credit->issuer);
    key_strings(j, "roles", &credit->roles);
}

void cut_persons_json(cut_json *j, const cutline_person *persons, size_t count)
{
    cut_json_begin_array(j);
    for (size_t i = 0; i < count; i++) {
        cut_json_begin_object(j);
        cut_json_key_z(j, "name", persons[i].name);
        cut_json_key_z(j, "position", persons[i].position);
        cut_json_end_object(j);
    }
    cut_json_end_array(j);
}

void cut_place_json(cut_json *j, const cutline_place *place)
{
    cut_json_begin_object(j);
    cut_json_key_z(j, "city", place->city);
    cut_json_key_z(j, "region", place->region);
    cut_json_key_z(j, "country", place->country);
    cut_json_end_object(j);
}

void cut_caption_json(cut_json *j, const cutline_caption *caption)
{
    cut_json_key_z(j, "text", caption->text);
    cut_json_key_z(j, "caption", caption->caption);
    cut_json_key(j, "credit");
    cut_json_begin_object(j);
    cut_credit_json(j, &caption->credit);
    cut_json_end_object(j);
    cut_json_key(j, "persons");
    cut_persons_json(j, caption->persons, caption->person_count);
    cut_json_key(j, "place");
    cut_place_json(j, &caption->place);
    cut_json_key_z(j, "date", caption->date);
    key_strings(j, "restrictions", &caption->restrictions);
    cut_json_key_bool(j, "file_photo", caption->file_photo);
    cut_json_key_z(j, "language", caption->language);
}
