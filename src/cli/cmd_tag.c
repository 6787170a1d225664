/* cutline tag: what a person sets, in one photo or in hundreds. */
#include "cli/ask.h"
#include "cli/commands.h"
#include "cli/editor.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "cli/tag_diff.h"
#include "cli/tag_jobs.h"
#include "cli/tag_write.h"
#include "cli/vocab.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct flags {
    const char *editor, *from, *map;
    bool yes, dry_run, write;
    cli_fill_flags fill;
};

const cli_opt cli_tag_options[] = {
    {CLI_OPT_TEXT, '\0', "from", offsetof(struct flags, from), "FILE",
     "read photos and edits from a table or from JSON lines; - is standard input"},
    {CLI_OPT_TEXT, 'm', "map", offsetof(struct flags, map), "HEADER=FIELD,...",
     "what columns of the table hold that have other headers; ignore for none"},
    CLI_FILL_OPTIONS(struct flags, fill),
    {CLI_OPT_FLAG, 'x', "expand", offsetof(struct flags, fill.expand), NULL,
     "variables in the edits that are typed are filled in, too"},
    {CLI_OPT_FLAG, 'n', "dry-run", offsetof(struct flags, dry_run), NULL,
     "show what would change, and change nothing"},
    {CLI_OPT_FLAG, 'y', "yes", offsetof(struct flags, yes), NULL,
     "do not ask before many photos are changed"},
    {CLI_OPT_FLAG, 'w', "write", offsetof(struct flags, write), NULL,
     "write what was set by hand into the files of the changed photos, too"},
    {CLI_OPT_TEXT, '\0', "as", offsetof(struct flags, editor), "WHO",
     "the name that the history gives for the edit; default: your login name"},
    {.name = NULL},
};

/* A run of the command. */
struct run {
    cli *c;
    const struct flags *flags;
    cli_tag_jobs jobs;
    cli_tag_diff diff;
    cli_progress progress;
    cutline_vocabularies *vocabularies; /* NULL: none */
    char *source;                       /* for the history */
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
    if (total > 1)
        cli_progress_show(&run->progress, done, total);
    return cli_interrupted();
}

/* Runs the jobs, for show or in earnest; what changes is in run->diff. */
static bool edit(struct run *run, bool dry_run, cutline_edit_result *result)
{
    cutline_error err;
    cutline_edit_options options = {.editor = {cli_editor_name(run->flags->editor), run->source},
                                    .vocabularies = run->vocabularies,
                                    .dry_run = dry_run,
                                    .on_change = note_change,
                                    .on_conflict = note_conflict,
                                    .on_progress = note_progress,
                                    .context = run};
    cli_tag_diff_release(&run->diff);
    cutline_status status = cutline_catalog_edit(run->c->catalog, run->jobs.jobs, run->jobs.count,
                                                 &options, result, &err);
    if (dry_run || run->flags->write) /* more follows */
        cli_progress_clear(run->c);
    else
        cli_progress_end(&run->progress);
    if (status == CUTLINE_OK && run->diff.failed)
        cli_fail_memory(run->c);
    else if (status == CUTLINE_BAD_ARGUMENT)
        cli_fail(run->c, CLI_USAGE, "%s", err.message);
    else if (status != CUTLINE_OK)
        cli_fail_error(run->c, cli_exit_of(status), &err);
    if (status == CUTLINE_OK && result->conflicts == run->jobs.count)
        cli_note(run->c, CLI_FAILED);
    return status == CUTLINE_OK && !run->diff.failed;
}

static int by_photo(const void *left, const void *right)
{
    const cutline_edit_job *const *a = left, *const *b = right;
    if ((*a)->photo != (*b)->photo)
        return (*a)->photo < (*b)->photo ? -1 : 1;
    return *a < *b ? -1 : 1;
}

/* A photo that several rows edit: the later rows find what the earlier ones made. */
static bool allow_repeats(struct run *run)
{
    cutline_edit_job **sorted = calloc(run->jobs.count, sizeof *sorted);
    if (!sorted) {
        cli_fail_memory(run->c);
        return false;
    }
    for (size_t i = 0; i < run->jobs.count; i++)
        sorted[i] = &run->jobs.jobs[i];
    qsort(sorted, run->jobs.count, sizeof *sorted, by_photo);
    for (size_t i = 1; i < run->jobs.count; i++)
        if (sorted[i]->photo == sorted[i - 1]->photo)
            sorted[i]->seen = 0;
    free(sorted);
    return true;
}

static void conclude(struct run *run, const cutline_edit_result *result)
{
    cli *c = run->c;
    cli_tag_diff_warn(c, &run->diff);
    if (result->missing > 0)
        cli_fail(c, CLI_SOME_FAILED, "%" PRIu64 " photos are gone", result->missing);
    if (run->jobs.asks && result->change && !c->globals.quiet && !c->globals.json)
        cli_printf(&c->out,
                   "%" PRIu64 " photo%s changed; `cutline undo --set %" PRId64 "` takes it back\n",
                   result->photos, result->photos == 1 ? "" : "s", result->change);
}

/* Shows what would change and asks. */
static bool approve(struct run *run)
{
    cli *c = run->c;
    cutline_edit_result result;
    if (!edit(run, true, &result) || !allow_repeats(run))
        return false;
    if (result.photos == 0 || run->flags->dry_run || cli_can_ask())
        cli_tag_diff_print(c, &run->diff, 0);
    if (run->flags->dry_run || result.photos == 0) {
        cli_tag_diff_warn(c, &run->diff);
        if (run->diff.count == 0 && result.missing == 0)
            cli_warn(c, "nothing to change");
        return false;
    }
    if (!cli_can_ask()) {
        cli_fail(c, CLI_USAGE,
                 "%" PRIu64 " photo%s would change: look with --dry-run, and say --yes",
                 result.photos, result.photos == 1 ? "" : "s");
        return false;
    }
    cli_tag_diff_warn(c, &run->diff);
    return cli_ask(c, "Change %" PRIu64 " photo%s?", result.photos, result.photos == 1 ? "" : "s");
}

/* Into the files of what has changed. */
static void write_changed(struct run *run)
{
    cli_write_list list = {0};
    for (size_t i = 0; i < run->diff.count; i++)
        cli_write_list_add(&list, run->diff.changes[i].photo, NULL);
    cli_write_list_run(run->c, &list);
    cli_write_list_release(&list);
}

static void tag(struct run *run)
{
    cutline_edit_result result;
    bool must_ask = run->jobs.asks && !run->flags->yes;
    if ((must_ask || run->flags->dry_run) && !approve(run))
        return;
    cli_signals_catch();
    if (!edit(run, false, &result))
        return;
    if (!run->c->globals.quiet && !must_ask)
        cli_tag_diff_print(run->c, &run->diff, result.change);
    conclude(run, &result);
    if (run->flags->write && result.change)
        write_changed(run);
}

/* What the operands and options must not be together; else the message is printed. */
static bool check_usage(cli *c, const struct flags *flags)
{
    if (flags->from && (c->arg_count > 0 || cli_fill_is_wanted(&flags->fill)))
        cli_fail(c, CLI_USAGE, "--from takes no photos, no edits and no template beside it");
    else if (!flags->from && c->arg_count == 0)
        cli_fail(c, CLI_USAGE, "no photos are named; see `cutline help tag`");
    else
        return true;
    return false;
}

/* Where the edits come from, for the history. */
static char *source_of(const struct flags *flags)
{
    const char *file = flags->from ? flags->from : flags->fill.template_file;
    const char *option = flags->from ? "from" : "template";
    char *source = NULL;
    if (!file)
        return strdup("tag");
    return asprintf(&source, "tag --%s %s", option, file) < 0 ? NULL : source;
}

static bool find_jobs(struct run *run, cli_fill *fill)
{
    cli *c = run->c;
    const struct flags *flags = run->flags;
    if (flags->from)
        return cli_open_catalog(c, CUTLINE_OPEN_WRITE) &&
               cli_tag_jobs_of_file(c, flags->from, flags->map, &run->jobs);
    if (cli_fill_is_wanted(&flags->fill)) {
        if (!cli_fill_open(c, &flags->fill, fill))
            return false;
        run->jobs.fill = fill;
        run->jobs.expand = flags->fill.expand;
    }
    return cli_open_catalog(c, CUTLINE_OPEN_WRITE) && cli_tag_jobs_of_operands(c, &run->jobs) &&
           run->jobs.count > 0;
}

void cli_run_tag(cli *c)
{
    struct flags flags = {0};
    struct run run = {.c = c, .flags = &flags};
    cli_fill fill = {0};
    if (!cli_begin(c, &flags) || !check_usage(c, &flags))
        return;
    cli_progress_init(&run.progress, c, "photos");
    run.source = source_of(&flags);
    if (!run.source)
        cli_fail_memory(c);
    else if (cli_vocab_load(c, flags.fill.vocab, &run.vocabularies) && find_jobs(&run, &fill))
        tag(&run);
    cli_tag_jobs_release(&run.jobs);
    cli_tag_diff_release(&run.diff);
    cli_fill_release(&fill);
    cutline_vocabularies_free(run.vocabularies);
    free(run.source);
}
