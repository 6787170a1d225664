#include "base/error.h"
#include "base/limits.h"
#include "catalog/handle.h"
#include "record/edit_check.h"

#include <cutline/nearest.h>

static const char *name_at(size_t index, const void *context)
{
    (void)context;
    const cutline_field_info *info = cutline_field_info_at(index);
    return info ? info->name : NULL;
}

static cutline_status unknown_field(const char *field, cutline_error *err)
{
    const char *near = cutline_nearest(field, name_at, NULL);
    if (near)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "there is no field \"%s\"; did you mean \"%s\"?",
                        field, near);
    return cut_fail(err, CUTLINE_BAD_ARGUMENT, "there is no field \"%s\"", field);
}

static cutline_status check_value(const cutline_field_info *info, const char *value,
                                  cutline_error *err)
{
    if (info->kind == CUTLINE_KIND_STRUCT || info->kind == CUTLINE_KIND_STRUCTS)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s is a structure and cannot be set as text",
                        info->name);
    cut_str text = cut_str_from(value);
    if (info->kind == CUTLINE_KIND_DATE && text.n > 0 && !cut_edit_is_date(text))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        "%s takes a date like 2016-05-02 or 2016-05-02T14:30:00+02:00", info->name);
    return cut_edit_check_text(text, err);
}

cutline_status cutline_catalog_set(cutline_catalog *catalog, int64_t photo, const char *field,
                                   const char *value, const char *editor, cutline_error *err)
{
    const cutline_field_info *info = cutline_field_info_find(field);
    if (!info)
        return unknown_field(field, err);
    cutline_status status = value ? check_value(info, value, err) : CUTLINE_OK;
    if (status == CUTLINE_OK)
        status = cut_store_set(catalog->store, photo, info->name, value, editor ? editor : "", err);
    return status;
}

/* ---- media IDs ----------------------------------------------------------------------------------
 */

cutline_status cutline_catalog_add_media_id(cutline_catalog *catalog, int64_t photo, const char *id,
                                            const char *editor, cutline_error *err)
{
    cut_arena arena;
    cut_id_list readings;
    cut_arena_init(&arena, CUT_MAX_RECORD_ARENA);
    cutline_status status = cut_ident_parse(&arena, cut_str_from(id), &readings, err);
    if (status == CUTLINE_OK && !strchr(id, ':'))
        status = cut_fail(err, CUTLINE_BAD_ARGUMENT,
                          "say whose ID it is, for example \"reuters:%s\", or \"bare:%s\"", id, id);
    if (status == CUTLINE_OK) {
        cutline_media_id typed = readings.ids.v[0];
        typed.evidence = cut_id_place_name(CUT_ID_BY_HAND);
        typed.trust = CUTLINE_TRUST_HAND;
        status = cut_store_add_media_id(catalog->store, photo, &typed, editor ? editor : "", err);
    }
    cut_arena_release(&arena);
    return status;
}

/* ---- many --------------------------------------------------------------------------------------
 */

cutline_status cutline_catalog_edit(cutline_catalog *catalog, cutline_edit_job *jobs, size_t count,
                                    const cutline_edit_options *options,
                                    cutline_edit_result *result, cutline_error *err)
{
    static const cutline_edit_options none = {0};
    return cut_store_edit(catalog->store, jobs, count, options ? options : &none, result, err);
}

cutline_status cutline_catalog_undo(cutline_catalog *catalog, const cutline_undo_request *request,
                                    cutline_undo_result *result, cutline_error *err)
{
    return cut_store_undo(catalog->store, request, result, err);
}

cutline_status cutline_catalog_history(cutline_catalog *catalog, int64_t photo, size_t limit,
                                       cutline_history_fn on_entry, void *context,
                                       cutline_error *err)
{
    return cut_store_history(catalog->store, photo, limit, on_entry, context, err);
}

cutline_status cutline_catalog_earlier_captions(cutline_catalog *catalog, int64_t photo,
                                                cutline_earlier_fn on_caption, void *context,
                                                cutline_error *err)
{
    return cut_store_earlier_captions(catalog->store, photo, on_caption, context, err);
}
