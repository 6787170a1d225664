/* Finding a field by name; by the place a block keeps it in: lookup.c. */
#include "record/fields.h"

static bool has_name(size_t index, cut_str name)
{
    return cut_fields[index].name_length == name.n &&
           memcmp(cut_fields[index].info.name, name.p, name.n) == 0;
}

int cut_field_index_from(cut_str name, size_t from)
{
    if (name.n == 0)
        return -1;
    for (size_t i = 0; i < cut_field_count; i++) {
        size_t index = (from + i) % cut_field_count;
        if (has_name(index, name))
            return (int)index;
    }
    return -1;
}

int cut_field_index(cut_str name)
{
    return cut_field_index_from(name, 0);
}

const cutline_field_info *cutline_field_info_at(size_t index)
{
    return index < cut_field_count ? &cut_fields[index].info : NULL;
}

const cutline_field_info *cutline_field_info_find(const char *name)
{
    int index = cut_field_index(cut_str_from(name));
    return index < 0 ? NULL : &cut_fields[index].info;
}
