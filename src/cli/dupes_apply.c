#include "cli/dupes_apply.h"

#include "cli/ask.h"
#include "cli/editor.h"
#include "cli/signals.h"
#include "cli/tag_diff.h"

#include <inttypes.h>
#include <stdlib.h>

/* ---- gathering -------------------------------------------------------------------------------
 */

void cli_dupes_apply_release(cli_dupes_apply *apply)
{
    for (size_t i = 0; i < apply->count; i++)
        cutline_edits_free(apply->lists[i]);
    free(apply->lists);
    free(apply->jobs);
    *apply = (cli_dupes_apply){0};
}

static bool make_room(cli_dupes_apply *apply)
{
    size_t room = apply->room ? 2 * apply->room : 64;
    if (apply->count < apply->room)
        return true;
    cutline_edit_job *jobs = reallocarray(apply->jobs, room, sizeof *jobs);
    if (jobs)
        apply->jobs = jobs;
    cutline_edits **lists = reallocarray(apply->lists, room, sizeof *lists);
    if (lists)
        apply->lists = lists;
    if (jobs && lists)
        apply->room = room;
    return jobs && lists;
}

static void add_job(cli *c, cli_dupes_apply *apply, const cutline_duplicate *d)
{
    cutline_error err;
    cutline_edits *edits = NULL;
    if (!make_room(apply)) {
        cli_fail_memory(c);
        apply->failed = true;
        return;
    }
    cutline_status status = cutline_edits_new(&edits, &err);
    for (size_t i = 0; i < d->edits.count && status == CUTLINE_OK; i++)
        status = cutline_edits_add(edits, d->edits.items[i], &err);
    if (status == CUTLINE_OK) {
        apply->lists[apply->count] = edits;
        apply->jobs[apply->count++] = (cutline_edit_job){.photo = d->photo->id, .edits = edits};
        return;
    }
    cutline_edits_free(edits);
    cli_fail_error(c, CLI_FAILED, &err);
    apply->failed = true;
}

static void list_conflicts(cli *c, const cutline_duplicate *d, int64_t best)
{
    for (size_t i = 0; i < d->conflicts.count; i++)
        cli_warn(c, "photo:%" PRId64 " is left with %s than photo:%" PRId64, d->photo->id,
                 d->conflicts.items[i], best);
}

void cli_dupes_apply_add(cli *c, cli_dupes_apply *apply, const cutline_duplicates *group)
{
    for (size_t i = 0; i < group->count; i++) {
        list_conflicts(c, &group->items[i], group->items[0].photo->id);
        if (group->items[i].edits.count > 0)
            add_job(c, apply, &group->items[i]);
    }
}

/* ---- doing -----------------------------------------------------------------------------------
 */

struct run {
    cli *c;
    cli_dupes_apply *apply;
    const cli_dupes_how *how;
    cli_tag_diff diff;
    cli_progress progress;
};

static void note_change(const cutline_edit_change *change, void *context)
{
    struct run *run = context;
    cli_tag_diff_add(&run->diff, change);
}

static void note_conflict(int64_t photo, const char *editor, void *context)
{
    struct run *run = context;
    cli_tag_say_conflict(run->c, photo, editor);
}

static int note_progress(size_t done, size_t total, void *context)
{
    struct run *run = context;
    cli_progress_show(&run->progress, done, total);
    return cli_interrupted();
}

/* Makes the edits, for show or in earnest; what changes is in run->diff. */
static bool edit(struct run *run, bool dry_run, cutline_edit_result *result)
{
    cutline_error err;
    cutline_edit_options options = {.editor = {cli_editor_name(run->how->editor), "dupes"},
                                    .dry_run = dry_run,
                                    .on_change = note_change,
                                    .on_conflict = note_conflict,
                                    .on_progress = note_progress,
                                    .context = run};
    cli_tag_diff_release(&run->diff);
    cutline_status status = cutline_catalog_edit(run->c->catalog, run->apply->jobs,
                                                 run->apply->count, &options, result, &err);
    cli_progress_end(&run->progress);
    if (status != CUTLINE_OK)
        cli_fail_error(run->c, cli_exit_of(status), &err);
    else if (run->diff.failed)
        cli_fail_memory(run->c);
    return status == CUTLINE_OK && !run->diff.failed;
}

/* Shows what would change and asks. */
static bool approve(struct run *run)
{
    cli *c = run->c;
    cutline_edit_result result;
    if (!edit(run, true, &result))
        return false;
    if (run->how->dry_run || cli_can_ask())
        cli_tag_diff_print(c, &run->diff, 0);
    if (run->how->dry_run || result.photos == 0)
        return false;
    if (!cli_can_ask()) {
        cli_fail(c, CLI_USAGE,
                 "%" PRIu64 " photo%s would change: look with --dry-run, and say --yes",
                 result.photos, result.photos == 1 ? "" : "s");
        return false;
    }
    return cli_ask(c, "Change %" PRIu64 " photo%s?", result.photos, result.photos == 1 ? "" : "s");
}

static void conclude(struct run *run, const cutline_edit_result *result)
{
    cli *c = run->c;
    if (result->missing > 0)
        cli_fail(c, CLI_SOME_FAILED, "%" PRIu64 " photos are gone", result->missing);
    if (result->change && !c->globals.quiet && !c->globals.json)
        cli_printf(&c->out,
                   "%" PRIu64 " photo%s changed in the catalog; `cutline write` puts it into the "
                   "files, `cutline undo --set %" PRId64 "` takes it back\n",
                   result->photos, result->photos == 1 ? "" : "s", result->change);
}

void cli_dupes_apply_run(cli *c, cli_dupes_apply *apply, const cli_dupes_how *how)
{
    struct run run = {.c = c, .apply = apply, .how = how};
    cutline_edit_result result;
    cli_progress_init(&run.progress, c, "photos");
    bool asked = !how->yes || how->dry_run;
    if ((!asked || approve(&run)) && edit(&run, false, &result)) {
        if (!asked && !c->globals.quiet)
            cli_tag_diff_print(c, &run.diff, result.change);
        conclude(&run, &result);
    }
    cli_tag_diff_release(&run.diff);
}
