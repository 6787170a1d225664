#include "cli/tag_write.h"

#include "cli/progress.h"
#include "cli/signals.h"

#include <cutline/writeback.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* ---- the list --------------------------------------------------------------------------------
 */

static void clear_item(cli_write_item *item)
{
    free(item->field);
    free(item->file_text);
    *item = (cli_write_item){.photo = item->photo};
}

void cli_write_list_release(cli_write_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        clear_item(&list->items[i]);
    free(list->items);
    *list = (cli_write_list){0};
}

static cli_write_item *add_item(cli_write_list *list, int64_t photo)
{
    if (list->count == list->room) {
        size_t room = list->room ? 2 * list->room : 64;
        cli_write_item *grown = reallocarray(list->items, room, sizeof *grown);
        list->failed = list->failed || !grown;
        if (!grown)
            return NULL;
        list->items = grown;
        list->room = room;
    }
    list->items[list->count] = (cli_write_item){.photo = photo};
    return &list->items[list->count++];
}

/* The restoring of a field, among the items of the last photo. */
static cli_write_item *find_restored(cli_write_list *list, int64_t photo, const char *field)
{
    for (size_t i = list->count; i > 0 && list->items[i - 1].photo == photo; i--)
        if (list->items[i - 1].restores && strcmp(list->items[i - 1].field, field) == 0)
            return &list->items[i - 1];
    return NULL;
}

void cli_write_list_add(cli_write_list *list, int64_t photo, const char *field)
{
    cli_write_item *restored = field ? find_restored(list, photo, field) : NULL;
    if (restored)
        clear_item(restored);
    else
        (void)add_item(list, photo);
}

void cli_write_list_restore(cli_write_list *list, int64_t photo, const char *field,
                            const char *file_text)
{
    cli_write_item *item = find_restored(list, photo, field);
    if (item)
        clear_item(item);
    else
        item = add_item(list, photo);
    if (!item)
        return;
    item->field = strdup(field);
    item->file_text = file_text ? strdup(file_text) : NULL;
    item->restores = item->field != NULL;
    list->failed = list->failed || !item->field || (file_text && !item->file_text);
}

/* ---- what is to be restored ------------------------------------------------------------------
 */

/* The jobs of a list; the changes and values that they point to are owned. */
typedef struct work {
    cli *c;
    cutline_write_job *jobs;
    cutline_file_change *changes; /* one or none for each item */
    cutline_value **values;       /* of each change */
    size_t job_count, change_count, done;
    uint64_t failed;
    cli_progress progress;
} work;

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

/* "caption[ar]" taken apart in place: the language, NULL if there is none. */
static char *take_language(char *field)
{
    char *lang = strchr(field, '[');
    if (lang) {
        *lang++ = '\0';
        lang[strcspn(lang, "]")] = '\0';
    }
    return lang;
}

/* The number of the change of a field in a job, with room for more values; SIZE_MAX without memory.
 */
static size_t change_of(work *w, cutline_write_job *job, const char *field, size_t more)
{
    size_t first = (size_t)(job->changes - w->changes), at = first;
    while (at < first + job->count && strcmp(w->changes[at].field, field) != 0)
        at++;
    if (at == first + job->count) {
        w->changes[at] = (cutline_file_change){.field = field};
        job->count++;
        w->change_count++;
    }
    size_t had = w->changes[at].count;
    cutline_value *values = reallocarray(w->values[at], had + more, sizeof *values);
    if (!values)
        return SIZE_MAX;
    w->values[at] = values;
    w->changes[at].values = values;
    return at;
}

/* Of parts of structures the catalog has no more than the whole: they stay. */
static bool can_restore(cli *c, const cli_write_item *item)
{
    if (item->file_text && !strchr(item->field, '.') && !strchr(item->field, ' '))
        return true;
    cli_warn(c, "photo:%" PRId64 " %s: not known what the file said before, and left as it is",
             item->photo, item->field);
    return false;
}

static bool restore(work *w, cutline_write_job *job, cli_write_item *item)
{
    if (!can_restore(w->c, item))
        return true;
    char *lang = take_language(item->field), *text = item->file_text;
    const cutline_field_info *info = cutline_field_info_find(item->field);
    if (!info)
        return true;
    size_t at = change_of(w, job, info->name, strlen(text) + 1);
    if (at == SIZE_MAX)
        return false;
    cutline_value *next = w->values[at] + w->changes[at].count;
    if (info->kind == CUTLINE_KIND_LIST)
        w->changes[at].count += split_values(text, next);
    else if (text[0] || lang) {
        *next = (cutline_value){.text = text[0] ? text : NULL, .lang = lang};
        w->changes[at].count++;
    }
    return true;
}

/* ---- writing ---------------------------------------------------------------------------------
 */

static int on_file(const cutline_write_event *event, void *context)
{
    work *w = context;
    if (event->outcome == CUTLINE_WRITE_FAILED) {
        w->failed++;
        cli_fail_error(w->c, CLI_SOME_FAILED, event->error);
    }
    for (size_t i = 0; i < event->finding_count; i++)
        cli_warn(w->c, "%s: %s", event->target, event->findings[i].detail);
    return cli_interrupted();
}

static int on_photo(int64_t photo, const cutline_error *error, void *context)
{
    work *w = context;
    (void)photo;
    if (error) {
        w->failed++;
        cli_fail_error(w->c, CLI_SOME_FAILED, error);
    }
    cli_progress_tell(
        &w->progress,
        &(cli_progress_state){.done = ++w->done, .total = w->job_count, .errors = w->failed});
    return cli_interrupted();
}

/* One job for the items of a photo, which stand together. */
static bool add_job(work *w, cli_write_item *items, size_t count)
{
    cutline_write_job *job = &w->jobs[w->job_count++];
    bool ok = true;
    *job = (cutline_write_job){
        .photo = items[0].photo, .changes = w->changes + w->change_count, .changes_only = true};
    for (size_t i = 0; i < count && ok; i++) {
        if (items[i].restores)
            ok = restore(w, job, &items[i]);
        else
            job->changes_only = false;
    }
    return ok;
}

static bool add_jobs(work *w, cli_write_list *list)
{
    bool ok = !list->failed;
    w->jobs = calloc(list->count, sizeof *w->jobs);
    w->changes = calloc(list->count, sizeof *w->changes);
    w->values = calloc(list->count, sizeof *w->values);
    ok = ok && w->jobs && w->changes && w->values;
    for (size_t i = 0, n; i < list->count && ok; i += n) {
        for (n = 1; i + n < list->count && list->items[i + n].photo == list->items[i].photo;)
            n++;
        ok = add_job(w, &list->items[i], n);
    }
    return ok;
}

void cli_write_list_run(cli *c, cli_write_list *list)
{
    cutline_error err;
    work w = {.c = c};
    cutline_write_listener listener = {on_file, on_photo, &w};
    if (list->count == 0 && !list->failed)
        return;
    cli_progress_init(&w.progress, c, "photos");
    if (!add_jobs(&w, list)) {
        cli_fail_memory(c);
    } else {
        cutline_status status =
            cutline_catalog_write_many(c->catalog, w.jobs, w.job_count, NULL, &listener, &err);
        cli_progress_end(&w.progress);
        if (status != CUTLINE_OK && status != CUTLINE_CANCELLED)
            cli_fail_error(c, cli_exit_of(status), &err);
    }
    for (size_t i = 0; i < w.change_count; i++)
        free(w.values[i]);
    free(w.values);
    free(w.changes);
    free(w.jobs);
}
