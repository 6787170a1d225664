#include "query/fields.h"

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

const cut_query_field *cut_query_field_find(cut_str name)
{
    for (size_t i = 0; i < cut_query_field_count; i++)
        if (cut_str_eq_nocase(name, cut_str_from(cut_query_fields[i].name)))
            return &cut_query_fields[i];
    return NULL;
}

bool cut_query_flag_find(cut_query_group group, cut_str name, cut_query_flag *flag)
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

/* ---- "did you mean" -------------------------------------------------------------------------- */

static const char *field_name_at(size_t index, const void *context)
{
    (void)context;
    return index < cut_query_field_count ? cut_query_fields[index].name : NULL;
}

/* The index-th name of a group; context: the group. */
static const char *flag_name_at(size_t index, const void *context)
{
    const cut_query_group *group = context;
    for (size_t i = 0; i < cut_query_flag_count; i++)
        if (cut_query_flags[i].group == *group && index-- == 0)
            return cut_query_flags[i].name;
    return NULL;
}

cutline_status cut_query_unknown_field(cut_str name, size_t at, cutline_error *err)
{
    typed_name wrong = typed(name);
    const char *near = cutline_nearest(wrong.z, field_name_at, NULL);
    if (near)
        return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at,
                           "there is no condition \"%s:\"; did you mean \"%s:\"?", wrong.z, near);
    return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at,
                       "there is no condition \"%s:\"; a media ID is looked for with "
                       "media:%s:..., a text in quotation marks",
                       wrong.z, wrong.z);
}

cutline_status cut_query_unknown_flag(cut_query_group group, cut_str name, size_t at,
                                      cutline_error *err)
{
    typed_name wrong = typed(name);
    const char *near = cutline_nearest(wrong.z, flag_name_at, &group);
    const char *prefix = group == CUT_GROUP_IS ? "is" : "has";
    if (near)
        return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at,
                           "there is no \"%s:%s\"; did you mean \"%s:%s\"?", prefix, wrong.z,
                           prefix, near);
    return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, NULL, (int64_t)at, "there is no \"%s:%s\"",
                       prefix, wrong.z);
}
