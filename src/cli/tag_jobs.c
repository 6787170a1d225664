#include "cli/tag_jobs.h"

#include "cli/file.h"
#include "cli/items.h"
#include "cli/limits.h"
#include "cli/selection.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

void cli_tag_jobs_release(cli_tag_jobs *jobs)
{
    for (size_t i = 0; i < jobs->list_count; i++)
        cutline_edits_free(jobs->lists[i]);
    free(jobs->lists);
    free(jobs->jobs);
    *jobs = (cli_tag_jobs){0};
}

static bool add(cli *c, cli_tag_jobs *jobs, int64_t photo, const cutline_edits *edits)
{
    if (jobs->count == jobs->room) {
        size_t room = jobs->room ? 2 * jobs->room : 64;
        cutline_edit_job *grown = reallocarray(jobs->jobs, room, sizeof *grown);
        if (!grown) {
            cli_fail_memory(c);
            return false;
        }
        jobs->jobs = grown;
        jobs->room = room;
    }
    jobs->jobs[jobs->count++] = (cutline_edit_job){.photo = photo, .edits = edits};
    return true;
}

bool cli_tag_jobs_own(cli *c, cli_tag_jobs *jobs, cutline_edits *edits)
{
    if (jobs->list_count == jobs->list_room) {
        size_t room = jobs->list_room ? 2 * jobs->list_room : 16;
        cutline_edits **grown = reallocarray(jobs->lists, room, sizeof *grown);
        if (!grown) {
            cutline_edits_free(edits);
            cli_fail_memory(c);
            return false;
        }
        jobs->lists = grown;
        jobs->list_room = room;
    }
    jobs->lists[jobs->list_count++] = edits;
    return true;
}

/* Fills the edits in for a photo. One that cannot be filled in is said and left alone. */
static bool add_filled(cli *c, cli_tag_jobs *jobs, const cutline_photo *photo)
{
    cutline_edits *edits = cli_fill_photo(c, jobs->fill, photo);
    if (!edits)
        return c->worst == CLI_SOME_FAILED;
    return cli_tag_jobs_own(c, jobs, edits) && add(c, jobs, photo->id, edits);
}

static bool add_photo(cli *c, cli_tag_jobs *jobs, int64_t photo, const cutline_edits *edits)
{
    if (edits)
        return add(c, jobs, photo, edits);
    cutline_photos *photos = cli_selection_load(c, photo);
    bool ok = photos ? add_filled(c, jobs, &photos->items[0]) : c->worst < CLI_FAILED;
    cutline_photos_free(photos);
    return ok;
}

bool cli_tag_jobs_add_named(cli *c, cli_tag_jobs *jobs, const char *name, const char *file,
                            const cutline_edits *edits)
{
    cli_selection photos;
    bool ok = cli_selection_name(c, name, file, &photos);
    for (size_t i = 0; i < photos.count && ok; i++)
        ok = add_photo(c, jobs, photos.photos[i], edits);
    cli_selection_release(&photos);
    return ok;
}

/* ---- operands --------------------------------------------------------------------------------
 */

/* "name=", "name[ar]+=", "name.Part=", "name:s/", "name:blank", "+word", "-word": what can be no
 * name of a photo. */
static bool looks_like_edit(const char *text)
{
    if ((text[0] == '+' || text[0] == '-') && text[1])
        return true;
    text += strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789_");
    if (text[0] == '[' && strchr(text, ']'))
        text = strchr(text, ']') + 1;
    if (text[0] == '.' && isalpha((unsigned char)text[1]))
        text += 1 + strcspn(text + 1, "=?+^-:/");
    if (text[0] == ':')
        return strcmp(text, ":blank") == 0 || (text[1] == 's' && ispunct((unsigned char)text[2]));
    return text[0] == '=' || (text[0] && strchr("?+^-", text[0]) && text[1] == '=');
}

/* Typed edits to be filled in for each photo. */
static bool parse_filled(cli *c, size_t from, cli_tag_jobs *jobs)
{
    for (size_t i = from; i < c->arg_count; i++)
        if (!cli_fill_add(c, jobs->fill, c->args[i], !jobs->expand))
            return false;
    return true;
}

static bool parse_edits(cli *c, size_t from, cli_tag_jobs *jobs)
{
    cutline_error err;
    cutline_edits *edits;
    if (jobs->fill)
        return parse_filled(c, from, jobs);
    if (cutline_edits_new(&edits, &err) != CUTLINE_OK) {
        cli_fail_memory(c);
        return false;
    }
    if (!cli_tag_jobs_own(c, jobs, edits))
        return false;
    for (size_t i = from; i < c->arg_count; i++) {
        cutline_status status = cutline_edits_add(edits, c->args[i], &err);
        if (status != CUTLINE_OK) {
            cli_fail(c, cli_exit_of(status), "%s", err.message);
            return false;
        }
    }
    return true;
}

/* Names on standard input, one a line. */
static bool take_listed(cli *c, cli_tag_jobs *jobs)
{
    cli_items items;
    const char *name;
    const char **args = c->args;
    static const char *dash[] = {"-"};
    bool ok = true;
    c->args = dash;
    c->arg_count = 1;
    if (!cli_items_init(&items, c, true))
        return false;
    while (ok && (name = cli_items_next(&items)) != NULL)
        ok = cli_tag_jobs_add_named(c, jobs, name, NULL, jobs->fill ? NULL : jobs->lists[0]);
    cli_items_release(&items);
    c->args = args;
    jobs->asks = true;
    return ok;
}

static bool take_selected(cli *c, size_t count, cli_tag_jobs *jobs)
{
    cli_selection selection;
    bool ok = cli_selection_find(c, 0, count, &selection);
    for (size_t i = 0; ok && i < selection.count; i++)
        ok = add_photo(c, jobs, selection.photos[i], jobs->fill ? NULL : jobs->lists[0]);
    jobs->asks = !selection.named || selection.count > 1;
    cli_selection_release(&selection);
    return ok;
}

bool cli_tag_jobs_of_operands(cli *c, cli_tag_jobs *jobs)
{
    size_t first = 0;
    while (first < c->arg_count && (first == 0 || !looks_like_edit(c->args[first])))
        first++;
    if (c->arg_count == 0 || looks_like_edit(c->args[0])) {
        cli_fail(c, CLI_USAGE, "no photos are named; see `cutline help tag`");
        return false;
    }
    if (first == c->arg_count && !(jobs->fill && jobs->fill->count > 0)) {
        cli_fail(c, CLI_USAGE, "nothing to do without an edit; see `cutline help tag`");
        return false;
    }
    if (!parse_edits(c, first, jobs))
        return false;
    if (first == 1 && strcmp(c->args[0], "-") == 0)
        return take_listed(c, jobs);
    return take_selected(c, first, jobs);
}

/* ---- files -----------------------------------------------------------------------------------
 */

typedef struct reading {
    cli *c;
    cli_tag_jobs *jobs;
    bool told; /* which columns are not edited */
} reading;

static cutline_status add_row(const cutline_edit_row *row, void *context, cutline_error *err)
{
    reading *r = context;
    (void)err;
    if (!cli_tag_jobs_own(r->c, r->jobs, row->edits))
        return CUTLINE_CANCELLED;
    if (cutline_edits_count(row->edits) == 0)
        return CUTLINE_OK;
    if (row->passed_over && !r->told)
        cli_warn(r->c, "not edited: the column%s %s", strchr(row->passed_over, ',') ? "s" : "",
                 row->passed_over);
    r->told = true;
    /* A row that names no photo is said; the others go on. */
    return cli_tag_jobs_add_named(r->c, r->jobs, row->name, row->file, row->edits) ||
                   r->c->worst <= CLI_SOME_FAILED
               ? CUTLINE_OK
               : CUTLINE_CANCELLED;
}

static bool is_json(const char *path, const char *text)
{
    static const char *const ends[] = {".json", ".jsonl", ".ndjson"};
    size_t length = strlen(path);
    for (size_t i = 0; i < sizeof ends / sizeof ends[0]; i++) {
        size_t n = strlen(ends[i]);
        if (length > n && strcasecmp(path + length - n, ends[i]) == 0)
            return true;
    }
    return strcmp(path, "-") == 0 && text[strspn(text, " \t\r\n")] == '{';
}

bool cli_tag_jobs_of_file(cli *c, const char *path, const char *map, cli_tag_jobs *jobs)
{
    cutline_error err;
    size_t length;
    char *text = cli_file_read(c, path, CLI_MAX_EDITS, &length);
    reading r = {.c = c, .jobs = jobs};
    bool ok = text != NULL;
    if (ok && is_json(path, text)) {
        ok = cli_tag_jobs_of_json(c, text, jobs);
    } else if (ok) {
        cutline_status status = cutline_edit_table_read(text, length, map, add_row, &r, &err);
        ok = status == CUTLINE_OK;
        if (!ok && status != CUTLINE_CANCELLED)
            cli_fail(c, cli_exit_of(status), "%s: %s", cli_file_name(path), err.message);
    }
    free(text);
    jobs->asks = true;
    return ok && jobs->count > 0;
}
