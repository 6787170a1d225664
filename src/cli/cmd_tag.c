/* cutline tag: fields and media IDs set by hand. */
#include "cli/commands.h"
#include "cli/editor.h"
#include "cli/tag_edit.h"

#include <cutline/nearest.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct flags {
    const char *editor;
};

const cli_opt cli_tag_options[] = {
    {CLI_OPT_TEXT, '\0', "as", offsetof(struct flags, editor), "WHO",
     "the name that the photo's history gives for the edit; default: your login name"},
    {.name = NULL},
};

static const char *field_name_at(size_t index, const void *context)
{
    (void)context;
    const cutline_field_info *info = cutline_field_info_at(index);
    return info ? info->name : NULL;
}

static bool check_edit(cli *c, const char *argument, const cli_tag_edit *edit)
{
    if (edit->kind == CLI_TAG_NONE) {
        cli_fail(c, CLI_USAGE, "'%s' is no edit: write FIELD=VALUE or media+=NAMESPACE:ID",
                 argument);
        return false;
    }
    if (edit->kind == CLI_TAG_MEDIA_ID || cutline_field_info_find(edit->field))
        return true;
    const char *near = cutline_nearest(edit->field, field_name_at, NULL);
    cli_fail(c, CLI_USAGE, near ? "unknown field %s; did you mean %s?" : "unknown field %s",
             edit->field, near);
    return false;
}

/* The one photo that a name means, with all that is known about it; NULL, with the message printed,
 * if it means none or several. To be freed. */
static cutline_photos *find_photo(cli *c, const char *name)
{
    cutline_error err;
    cutline_photos *photos = NULL;
    cutline_status status = cutline_catalog_show(c->catalog, name, &photos, &err);
    if (status == CUTLINE_OK && photos->count == 1)
        return photos;
    if (status == CUTLINE_OK)
        cli_fail(c, CLI_FAILED,
                 "%zu photos have %s: choose one, photo:%" PRId64 " or photo:%" PRId64,
                 photos->count, name, photos->items[0].id, photos->items[1].id);
    else if (status == CUTLINE_NOT_FOUND)
        cli_fail(c, CLI_NOTHING, "no photo has the media ID or path %s", name);
    else
        cli_fail_error(c, cli_exit_of(status), &err);
    cutline_photos_free(photos);
    return NULL;
}

static bool apply(cli *c, int64_t photo, const cli_tag_edit *edit, const char *editor)
{
    cutline_error err;
    cutline_status status;
    if (edit->kind == CLI_TAG_MEDIA_ID)
        status = cutline_catalog_add_media_id(c->catalog, photo, edit->value, editor, &err);
    else
        status = cutline_catalog_set(c->catalog, photo, edit->field,
                                     *edit->value ? edit->value : NULL, editor, &err);
    if (status != CUTLINE_OK)
        cli_fail_error(c, cli_exit_of(status), &err);
    return status == CUTLINE_OK;
}

static void tag(cli *c, const cli_tag_edit *edits, size_t count, const char *editor)
{
    cutline_photos *photos = find_photo(c, c->args[0]);
    for (size_t i = 0; photos && i < count; i++) {
        const cutline_photo *photo = &photos->items[0];
        if (!apply(c, photo->id, &edits[i], editor))
            break;
        if (!c->globals.quiet)
            cli_tag_print(c, photo, &edits[i]);
    }
    cutline_photos_free(photos);
}

void cli_run_tag(cli *c)
{
    struct flags flags = {0};
    if (!cli_begin(c, &flags))
        return;
    size_t count = c->arg_count - 1;
    cli_tag_edit *edits = calloc(count, sizeof *edits);
    bool good = edits != NULL;
    if (!edits)
        cli_fail_memory(c);
    for (size_t i = 0; good && i < count; i++) {
        edits[i] = cli_tag_parse(c->args[i + 1]);
        good = check_edit(c, c->args[i + 1], &edits[i]);
    }
    if (good)
        tag(c, edits, count, cli_editor_name(flags.editor));
    free(edits);
}
