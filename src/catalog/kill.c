/* Kills: the public calls. */
#include "base/error.h"
#include "base/limits.h"
#include "catalog/handle.h"
#include "record/edit_check.h"

#include <cutline/edit.h>

/* What is killed or freed: the photos of the name, and the media ID that it is. */
static cutline_status kill_named(cutline_catalog *catalog, cut_arena *arena, const char *name,
                                 const char *reason, const cutline_editor *editor,
                                 cutline_kill_result *result, cutline_error *err)
{
    cut_photo_list photos;
    cut_id_list readings;
    bool is_number = strncmp(name, "photo:", 6) == 0;
    cut_kill_name what = {.photos = &photos};
    cutline_status status = cut_catalog_resolve(catalog, arena, name, &photos, err);
    if (status == CUTLINE_OK && !is_number && !strchr(name, '/') &&
        cut_ident_parse(arena, cut_str_from(name), &readings, err) == CUTLINE_OK) {
        what.readings = &readings;
        what.spelled = strchr(name, ':') && readings.ids.n > 0;
    }
    if (status == CUTLINE_OK && photos.photos.n == 0 && !what.spelled)
        return cut_fail(err, CUTLINE_NOT_FOUND,
                        "no photo has it; to mark it before it comes say whose ID it is, for "
                        "example \"reuters:%s\"",
                        name);
    return status == CUTLINE_OK ? cut_store_kill(catalog->store, &what, reason, editor, result, err)
                                : status;
}

static cutline_status with_arena(cutline_catalog *catalog, const char *name, const char *reason,
                                 const cutline_editor *editor, cutline_kill_result *result,
                                 cutline_error *err)
{
    cut_arena arena;
    *result = (cutline_kill_result){0};
    if (!name || !name[0])
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "no media ID, path or photo number");
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    cutline_status status = kill_named(catalog, &arena, name, reason, editor, result, err);
    cut_arena_release(&arena);
    return status;
}

cutline_status cutline_catalog_kill(cutline_catalog *catalog, const char *name, const char *reason,
                                    const cutline_editor *editor, cutline_kill_result *result,
                                    cutline_error *err)
{
    cutline_status status = cut_edit_check_text(cut_str_from(reason), err);
    return status == CUTLINE_OK
               ? with_arena(catalog, name, reason ? reason : "", editor, result, err)
               : status;
}

cutline_status cutline_catalog_lift_kill(cutline_catalog *catalog, const char *name,
                                         const cutline_editor *editor, cutline_kill_result *result,
                                         cutline_error *err)
{
    return with_arena(catalog, name, NULL, editor, result, err);
}

cutline_status cutline_catalog_kills(cutline_catalog *catalog, cutline_kill_fn on_mark,
                                     void *context, cutline_error *err)
{
    cut_arena arena;
    cut_kill_table table;
    cut_arena_init(&arena, CUT_MAX_STORE_ARENA);
    cutline_status status = cut_store_kills(catalog->store, &arena, &table, err);
    for (size_t i = 0; i < table.list.n && status == CUTLINE_OK; i++) {
        const cut_kill *kill = &table.list.v[i];
        cutline_kill_mark mark = {cut_arena_printf(&arena, "%s:%s", kill->ns, kill->value),
                                  kill->reason};
        if (!mark.target)
            status = cut_no_memory(err);
        else if (on_mark(&mark, context))
            status = cut_fail(err, CUTLINE_CANCELLED, "stopped");
    }
    cut_arena_release(&arena);
    return status;
}
