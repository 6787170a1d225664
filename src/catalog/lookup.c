#include "base/error.h"
#include "base/limits.h"
#include "base/path.h"
#include "catalog/handle.h"

#include <stdlib.h>

/* Answers and the arena they live in; the answers come first, so that one pointer is both. */
typedef struct answer_set {
    cutline_credit_answers answers;
    cut_arena arena;
} answer_set;

static void free_answers(answer_set *set)
{
    cut_arena_release(&set->arena);
    free(set);
}

cutline_status cutline_catalog_credit(cutline_catalog *catalog, const char *id,
                                      cutline_credit_answers **out, cutline_error *err)
{
    *out = NULL;
    answer_set *set = calloc(1, sizeof *set);
    if (!set)
        return cut_no_memory(err);
    cut_arena_init(&set->arena, CUT_MAX_STORE_ARENA);
    cut_id_list readings;
    cutline_status status = cut_ident_parse(&set->arena, cut_str_from(id), &readings, err);
    if (status == CUTLINE_OK)
        status = cut_store_credit(catalog->store, &set->arena, &readings, &set->answers, err);
    if (status == CUTLINE_OK)
        *out = &set->answers;
    else
        free_answers(set);
    return status;
}

void cutline_credit_answers_free(cutline_credit_answers *answers)
{
    if (answers)
        free_answers((answer_set *)answers);
}

/* ---- show ---------------------------------------------------------------------------------------
 */

/* "photo:12": the catalog's own number. */
static bool is_number(cut_str name, uint64_t *number)
{
    cut_str prefix = CUT_STR("photo:");
    return cut_str_starts(name, prefix) &&
           cut_str_to_u64(cut_str_slice(name, prefix.n, name.n), number) && *number <= INT64_MAX;
}

static cutline_status by_path(cutline_catalog *catalog, cut_arena *arena, const char *name,
                              cut_photo_list *out, cutline_error *err)
{
    const char *path = cut_path_absolute(arena, name);
    /* Without a working directory a relative path names nothing. */
    *out = (cut_photo_list){0};
    return path ? cut_store_photos_by_path(catalog->store, arena, path, out, err) : CUTLINE_OK;
}

static cutline_status by_id(cutline_catalog *catalog, cut_arena *arena, cut_str name,
                            cut_photo_list *out, cutline_error *err)
{
    cut_id_list readings;
    cutline_status status = cut_ident_parse(arena, name, &readings, err);
    return status == CUTLINE_OK ? cut_store_photos_by_id(catalog->store, arena, &readings, out, err)
                                : status;
}

cutline_status cut_catalog_resolve(cutline_catalog *catalog, cut_arena *arena, const char *name,
                                   cut_photo_list *out, cutline_error *err)
{
    uint64_t number;
    *out = (cut_photo_list){0};
    if (is_number(cut_str_from(name), &number))
        return CUT_PUSH(arena, &out->photos, (int64_t)number) ? CUTLINE_OK : cut_no_memory(err);
    cutline_status status = by_path(catalog, arena, name, out, err);
    if (status == CUTLINE_OK && out->photos.n == 0)
        status = by_id(catalog, arena, cut_str_from(name), out, err);
    return status;
}

cutline_status cutline_catalog_show(cutline_catalog *catalog, const char *name,
                                    cutline_photos **out, cutline_error *err)
{
    cut_arena arena;
    cut_photo_list list;
    *out = NULL;
    if (!name || !name[0])
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "no media ID, path or photo number");
    cut_photo_set *set = calloc(1, sizeof *set);
    if (!set)
        return cut_no_memory(err);
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    cutline_status status = cut_catalog_resolve(catalog, &arena, name, &list, err);
    if (status == CUTLINE_OK)
        status = cut_store_photos(catalog->store, &list, set, err);
    if (status == CUTLINE_OK && set->photos.count == 0)
        status = cut_fail(err, CUTLINE_NOT_FOUND, "not in the catalog");
    if (status == CUTLINE_OK)
        *out = &set->photos;
    else
        cutline_photos_free(&set->photos);
    cut_arena_release(&arena);
    return status;
}

static cutline_status tell_numbers(cutline_catalog *catalog, const cut_photo_list *list,
                                   cutline_number_fn on_photo, void *context, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    size_t found = 0;
    for (size_t i = 0; i < list->photos.n && status == CUTLINE_OK; i++) {
        bool has;
        status = cut_store_has_photo(catalog->store, list->photos.v[i], &has, err);
        if (status != CUTLINE_OK || !has)
            continue;
        found++;
        if (on_photo(list->photos.v[i], context))
            status = cut_fail(err, CUTLINE_CANCELLED, "the callback stopped");
    }
    return status == CUTLINE_OK && found == 0
               ? cut_fail(err, CUTLINE_NOT_FOUND, "not in the catalog")
               : status;
}

cutline_status cutline_catalog_resolve(cutline_catalog *catalog, const char *name,
                                       cutline_number_fn on_photo, void *context,
                                       cutline_error *err)
{
    cut_arena arena;
    cut_photo_list list;
    if (!name || !name[0])
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "no media ID, path or photo number");
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    cutline_status status = cut_catalog_resolve(catalog, &arena, name, &list, err);
    if (status == CUTLINE_OK)
        status = tell_numbers(catalog, &list, on_photo, context, err);
    cut_arena_release(&arena);
    return status;
}

cutline_status cutline_catalog_resolve_file_name(cutline_catalog *catalog, const char *name,
                                                 cutline_number_fn on_photo, void *context,
                                                 cutline_error *err)
{
    cut_arena arena;
    cut_photo_list list;
    if (!name || !name[0])
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "no file name");
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    cutline_status status =
        cut_store_photos_by_file_name(catalog->store, &arena, cut_str_from(name), &list, err);
    if (status == CUTLINE_OK)
        status = tell_numbers(catalog, &list, on_photo, context, err);
    cut_arena_release(&arena);
    return status;
}

void cutline_photos_free(cutline_photos *photos)
{
    if (!photos)
        return;
    cut_photo_set_release((cut_photo_set *)photos);
    free(photos);
}
