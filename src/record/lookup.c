#include "record/lookup.h"

int cut_field_of_iim(unsigned record, unsigned dataset)
{
    if (record >= CUT_LOOKUP_RECORDS || dataset > UINT8_MAX)
        return -1;
    return cut_field_places.iim[record][dataset] - 1;
}

static bool is_named(const cut_field_row *row, const char *prefix, cut_str name)
{
    cut_str usual = {row->xmp_name, row->xmp_name_length};
    return (cut_str_eq(name, usual) || cut_str_eq_nocase(name, usual)) &&
           strcmp(row->xmp_prefix, prefix) == 0;
}

int cut_field_of_xmp(const char *prefix, cut_str name)
{
    const uint8_t *elements = cut_field_places.xmp;
    for (size_t slot = cut_field_slot(name); elements[slot] != 0;
         slot = (slot + 1) % CUT_LOOKUP_SLOTS) {
        int index = elements[slot] - 1;
        if (is_named(&cut_fields[index], prefix, name))
            return index;
    }
    return -1;
}
