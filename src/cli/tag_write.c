#include "cli/tag_write.h"

#include "cli/progress.h"
#include "cli/signals.h"

#include <cutline/writeback.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

void cli_write_list_release(cli_write_list *list)
{
    for (size_t i = 0; i < list->restored_count; i++) {
        free(list->restored[i].field);
        free(list->restored[i].file_text);
    }
    free(list->restored);
    free(list->photos);
    *list = (cli_write_list){0};
}

void cli_write_list_add(cli_write_list *list, int64_t photo)
{
    if (list->count > 0 && list->photos[list->count - 1] == photo)
        return;
    if (list->count == list->room) {
        size_t room = list->room ? 2 * list->room : 64;
        int64_t *grown = reallocarray(list->photos, room, sizeof *grown);
        list->failed = list->failed || !grown;
        if (!grown)
            return;
        list->photos = grown;
        list->room = room;
    }
    list->photos[list->count++] = photo;
}

void cli_write_list_restore(cli_write_list *list, int64_t photo, const char *field,
                            const char *file_text)
{
    if (list->restored_count == list->restored_room) {
        size_t room = list->restored_room ? 2 * list->restored_room : 64;
        cli_restored *grown = reallocarray(list->restored, room, sizeof *grown);
        list->failed = list->failed || !grown;
        if (!grown)
            return;
        list->restored = grown;
        list->restored_room = room;
    }
    cli_restored made = {photo, strdup(field), file_text ? strdup(file_text) : NULL};
    list->failed = list->failed || !made.field || (file_text && !made.file_text);
    list->restored[list->restored_count++] = made;
}

/* ---- writing ---------------------------------------------------------------------------------
 */

static int on_file(const cutline_write_event *event, void *context)
{
    cli *c = context;
    if (event->outcome == CUTLINE_WRITE_FAILED)
        cli_fail_error(c, CLI_SOME_FAILED, event->error);
    for (size_t i = 0; i < event->finding_count; i++)
        cli_warn(c, "%s: %s", event->target, event->findings[i].detail);
    return cli_interrupted();
}

static void report(cli *c, cutline_status status, const cutline_error *err)
{
    if (status != CUTLINE_OK && status != CUTLINE_CANCELLED)
        cli_fail_error(c, CLI_SOME_FAILED, err);
}

/* "a; b", with "\;" for a semicolon, as values; their number. The text is taken apart in place. */
static size_t split_values(char *text, cutline_value *values)
{
    size_t count = 0;
    while (*text) {
        char *to = text, *from = text;
        while (*from && *from != ';') {
            if (from[0] == '\\' && from[1] == ';')
                from++;
            *to++ = *from++;
        }
        bool more = *from == ';';
        *to = '\0';
        if (*text)
            values[count++] = (cutline_value){.text = text};
        text = more ? from + 1 + strspn(from + 1, " ") : to;
    }
    return count;
}

/* Puts one field back. Of parts of structures the catalog has no more than the whole: they stay. */
static void restore(cli *c, cli_restored *restored)
{
    cutline_error err;
    char *lang = strchr(restored->field, '[');
    if (!restored->file_text || strchr(restored->field, '.') || strchr(restored->field, ' ')) {
        cli_warn(c, "photo:%" PRId64 " %s: not known what the file said before, and left as it is",
                 restored->photo, restored->field);
        return;
    }
    if (lang) {
        *lang++ = '\0';
        lang[strcspn(lang, "]")] = '\0';
    }
    const cutline_field_info *info = cutline_field_info_find(restored->field);
    cutline_value *values = calloc(strlen(restored->file_text) + 1, sizeof *values);
    if (!info || !values) {
        free(values);
        return;
    }
    cutline_file_change change = {.field = restored->field, .values = values};
    if (info->kind == CUTLINE_KIND_LIST) {
        change.count = split_values(restored->file_text, values);
    } else if (restored->file_text[0] || lang) {
        values[0] = (cutline_value){.text = restored->file_text[0] ? restored->file_text : NULL,
                                    .lang = lang};
        change.count = 1;
    }
    report(c,
           cutline_catalog_write_changes(c->catalog, restored->photo, &change, 1, NULL, on_file, c,
                                         &err),
           &err);
    free(values);
}

void cli_write_list_run(cli *c, cli_write_list *list)
{
    cli_progress progress;
    size_t total = list->count + list->restored_count;
    if (list->failed) {
        cli_fail_memory(c);
        return;
    }
    cli_progress_init(&progress, c);
    for (size_t i = 0; i < list->restored_count && !cli_interrupted(); i++) {
        restore(c, &list->restored[i]);
        cli_progress_show(&progress, i + 1, total);
    }
    for (size_t i = 0; i < list->count && !cli_interrupted(); i++) {
        cutline_error err;
        report(c, cutline_catalog_write(c->catalog, list->photos[i], NULL, on_file, c, &err), &err);
        cli_progress_show(&progress, list->restored_count + i + 1, total);
    }
    cli_progress_clear(c);
}
