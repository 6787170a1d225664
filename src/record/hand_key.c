/* What hand values are of. */
#include "record/edit.h"

cut_hand_key cut_hand_key_read(const char *text)
{
    cut_hand_key key = {.field = -1};
    cut_str rest = cut_str_from(text), name = cut_str_split(&rest, '[');
    uint64_t number;
    key.field = cut_field_index(name);
    if (key.field < 0 || rest.n == 0)
        return key;
    cut_str inside = cut_str_split(&rest, ']');
    if (rest.n > 1 && rest.p[0] == '.' && cut_str_to_u64(inside, &number)) {
        key.item = (size_t)number;
        key.part = cut_str_slice(rest, 1, rest.n);
    } else {
        key.lang = inside;
    }
    return key;
}

static const cutline_member *member_of(const cut_hand_key *key, const cutline_field *field)
{
    if (!field || key->item > field->count)
        return NULL;
    const cutline_value *value = &field->values[key->item - 1];
    for (size_t i = 0; i < value->member_count; i++)
        if (cut_str_eq_nocase(cut_str_from(value->members[i].name), key->part))
            return &value->members[i];
    return NULL;
}

static bool is_wanted(const cut_hand_key *key, const cutline_value *values, size_t i)
{
    if (!values[0].lang || key->item > 0)
        return key->lang.n == 0;
    return key->lang.n > 0 ? cut_str_eq_nocase(cut_str_from(values[i].lang), key->lang) : i == 0;
}

bool cut_hand_key_texts(cut_arena *arena, const cut_hand_key *key, const cutline_field *field,
                        cut_text_list *out)
{
    const cutline_member *member = key->item > 0 ? member_of(key, field) : NULL;
    const cutline_value *values = field ? field->values : NULL;
    size_t count = field ? field->count : 0;
    if (key->item > 0) {
        values = member ? member->values : NULL;
        count = member ? member->count : 0;
    }
    *out = (cut_text_list){CUT_NEW_ARRAY(arena, const char *, count + 1), 0};
    if (!out->v)
        return false;
    for (size_t i = 0; i < count; i++)
        if (is_wanted(key, values, i) && values[i].text)
            out->v[out->n++] = values[i].text;
    return true;
}
