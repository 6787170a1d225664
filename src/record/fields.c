/* Finding a field: by name, and by the place a block keeps it in. */
#include "record/fields.h"

#include "record/lookup.h"

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

_Static_assert(CUT_FIELD_COUNT < UINT8_MAX, "an index does not fit into an element");

static size_t letter(cut_str name, size_t i)
{
    return (unsigned char)cut_to_lower(name.p[i]);
}

/* Length and four letters tell the names of the table apart well enough. */
static size_t first_slot(cut_str name)
{
    size_t n = name.n;
    if (n == 0)
        return 0;
    return (n * 7 + letter(name, 0) * 31 + letter(name, n / 3) * 17 + letter(name, 2 * n / 3) * 5 +
            letter(name, n - 1) * 3) %
           CUT_LOOKUP_SLOTS;
}

static void add_xmp(cut_field_lookup *l, cut_str name, size_t index)
{
    size_t slot = first_slot(name);
    while (l->xmp[slot] != 0)
        slot = (slot + 1) % CUT_LOOKUP_SLOTS;
    l->xmp[slot] = (uint8_t)(index + 1);
}

static cut_str xmp_name(const cut_field_row *row)
{
    return (cut_str){row->xmp_name, row->xmp_name_length};
}

/* Of a structure whose parts are rows, only the first row is entered. */
static bool continues_structure(size_t index)
{
    return index > 0 && cut_fields[index].xmp_member && cut_fields[index - 1].xmp_member &&
           cut_str_eq(xmp_name(&cut_fields[index]), xmp_name(&cut_fields[index - 1]));
}

void cut_field_lookup_init(cut_field_lookup *l)
{
    *l = (cut_field_lookup){0};
    for (size_t i = 0; i < cut_field_count; i++) {
        const cut_field_row *row = &cut_fields[i];
        if (row->info.iim_record)
            l->iim[row->info.iim_record][row->info.iim_dataset] = (uint8_t)(i + 1);
        if (row->xmp_name && !continues_structure(i))
            add_xmp(l, xmp_name(row), i);
    }
}

int cut_field_of_iim(const cut_field_lookup *l, unsigned record, unsigned dataset)
{
    if (record >= CUT_LOOKUP_RECORDS || dataset > UINT8_MAX)
        return -1;
    return l->iim[record][dataset] - 1;
}

static bool is_named(const cut_field_row *row, const char *prefix, cut_str name)
{
    return cut_str_eq_nocase(name, xmp_name(row)) && strcmp(row->xmp_prefix, prefix) == 0;
}

int cut_field_of_xmp(const cut_field_lookup *l, const char *prefix, cut_str name)
{
    for (size_t slot = first_slot(name); l->xmp[slot] != 0; slot = (slot + 1) % CUT_LOOKUP_SLOTS) {
        int index = l->xmp[slot] - 1;
        if (is_named(&cut_fields[index], prefix, name))
            return index;
    }
    return -1;
}
