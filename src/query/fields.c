#include "query/fields.h"

#include "record/fields.h"

#include <cutline/nearest.h>
#include <stdio.h>

/* Names that a person types are short; a longer one is only cut in the message. */
typedef struct typed_name {
    char z[64];
} typed_name;

static typed_name typed(cut_str name)
{
    typed_name copy;
    snprintf(copy.z, sizeof copy.z, "%.*s", CUT_FMT(name));
    return copy;
}

/* A name of the field table alone. */
static const cut_query_name *own_name(cut_str name, cut_query_name *own)
{
    for (size_t i = 0; i < cut_field_count; i++) {
        if (!cut_str_eq_nocase(name, cut_str_from(cut_fields[i].info.name)))
            continue;
        bool is_date = cut_fields[i].info.kind == CUTLINE_KIND_DATE;
        *own = (cut_query_name){.name = cut_fields[i].info.name,
                                .form = is_date ? CUT_FORM_DATE : CUT_FORM_TEXT,
                                .part = CUT_PART_FIELD,
                                .field = (int)i,
                                .clock = CUT_CLOCK_FIELD};
        return own;
    }
    return NULL;
}

const cut_query_name *cut_query_name_find(cut_str name, cut_query_name *own, size_t *count)
{
    const cut_query_name *first = NULL;
    *count = 0;
    for (size_t i = 0; i < cut_query_name_count; i++) {
        if (!cut_str_eq_nocase(name, cut_str_from(cut_query_names[i].name)))
            continue;
        first = first ? first : &cut_query_names[i];
        ++*count;
    }
    if (first)
        return first;
    *count = 1;
    return own_name(name, own);
}

bool cut_query_flag_find(cut_query_form group, cut_str name, cut_query_flag *flag)
{
    for (size_t i = 0; i < cut_query_flag_count; i++) {
        if (cut_query_flags[i].group == group &&
            cut_str_eq_nocase(name, cut_str_from(cut_query_flags[i].name))) {
            *flag = cut_query_flags[i].flag;
            return true;
        }
    }
    return false;
}

const cut_query_code_row *cut_query_code_find(cut_str name)
{
    for (size_t i = 0; i < cut_query_code_count; i++)
        if (cut_str_eq_nocase(name, cut_str_from(cut_query_codes[i].name)))
            return &cut_query_codes[i];
    return NULL;
}

bool cut_query_sort_find(cut_str name, cut_query_sort *sort)
{
    cut_query_name own;
    sort->field = -1;
    for (size_t i = 0; i < cut_query_sort_count; i++) {
        if (cut_str_eq_nocase(name, cut_str_from(cut_query_sorts[i].name))) {
            sort->key = cut_query_sorts[i].key;
            return true;
        }
    }
    if (!own_name(name, &own))
        return false;
    sort->key = CUT_SORT_FIELD;
    sort->field = own.field;
    return true;
}

/* ---- "did you mean" -------------------------------------------------------------------------- */

static const char *name_at(size_t index, const void *context)
{
    (void)context;
    if (index < cut_query_name_count)
        return cut_query_names[index].name;
    index -= cut_query_name_count;
    return index < cut_field_count ? cut_fields[index].info.name : NULL;
}

/* The index-th name of a group; context: the group. */
static const char *flag_name_at(size_t index, const void *context)
{
    const cut_query_form *group = context;
    for (size_t i = 0; i < cut_query_flag_count; i++)
        if (cut_query_flags[i].group == *group && index-- == 0)
            return cut_query_flags[i].name;
    return *group == CUT_FORM_IS && index < cut_query_code_count ? cut_query_codes[index].name
                                                                 : NULL;
}

static const char *sort_name_at(size_t index, const void *context)
{
    (void)context;
    if (index < cut_query_sort_count)
        return cut_query_sorts[index].name;
    index -= cut_query_sort_count;
    return index < cut_field_count ? cut_fields[index].info.name : NULL;
}

cutline_status cut_query_unknown_name(cut_str name, size_t at, cutline_error *err)
{
    typed_name wrong = typed(name);
    const char *near = cutline_nearest(wrong.z, name_at, NULL);
    if (near)
        return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at,
                           "there is no condition \"%s:\"; did you mean \"%s:\"?", wrong.z, near);
    return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at,
                       "there is no condition \"%s:\"; a media ID is looked for with "
                       "media:%s:..., a text in quotation marks",
                       wrong.z, wrong.z);
}

cutline_status cut_query_unknown_flag(cut_query_form group, cut_str name, size_t at,
                                      cutline_error *err)
{
    typed_name wrong = typed(name);
    const char *near = cutline_nearest(wrong.z, flag_name_at, &group);
    const char *prefix = group == CUT_FORM_IS ? "is" : "has";
    if (near)
        return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at,
                           "there is no \"%s:%s\"; did you mean \"%s:%s\"?", prefix, wrong.z,
                           prefix, near);
    return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at,
                       "there is no \"%s:%s\"; expected %s", prefix, wrong.z,
                       group == CUT_FORM_IS ? "awaiting, conflict, edited, file-photo, ai, "
                                              "embargoed and the like"
                                            : "the name of a field");
}

cutline_status cut_query_unknown_sort(cut_str name, size_t at, cutline_error *err)
{
    typed_name wrong = typed(name);
    const char *near = cutline_nearest(wrong.z, sort_name_at, NULL);
    if (near)
        return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at,
                           "hits are not sorted by \"%s\"; did you mean \"%s\"?", wrong.z, near);
    return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at,
                       "expected what to sort by: date, imported, relevance, credit, by, headline, "
                       "caption, city, region, country, file, media, or the name of a field");
}
