/* cutline check: files that have vanished, and whether the catalog is sound. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/progress.h"
#include "cli/signals.h"

#include <cutline/upkeep.h>
#include <inttypes.h>

struct flags {
    bool dry_run, integrity;
};

const cli_opt cli_check_options[] = {
    {CLI_OPT_FLAG, 'n', "dry-run", offsetof(struct flags, dry_run), NULL,
     "look, but mark nothing in the catalog"},
    {CLI_OPT_FLAG, '\0', "integrity", offsetof(struct flags, integrity), NULL,
     "check the database, too: its structure, references and search index; reads all of it"},
    {.name = NULL},
};

/* One run of the command. */
struct job {
    cli *c;
    cli_progress progress;
    cutline_check_options options;
    cutline_check_totals totals;
    uint64_t faults;
};

static const char *state_name(cutline_file_state state)
{
    static const char *const names[] = {"there", "missing", "found"};
    return names[state];
}

/* What is missing; with -v, what is there again. */
static void on_file(const cutline_check_event *event, void *context)
{
    struct job *job = context;
    cli *c = job->c;
    bool shown = event->state == CUTLINE_FILE_MISSING ||
                 (event->state == CUTLINE_FILE_FOUND && (c->globals.verbose || c->globals.json));
    cli_progress_show(&job->progress, job->totals.files + event->done, 0);
    if (!shown || (c->globals.quiet && !c->globals.json))
        return;
    cli_progress_clear(c);
    if (c->globals.json) {
        cli_json_print(c, json_pack("{s:o,s:I,s:s}", "path", cli_json_text(event->path), "photo",
                                    (json_int_t)event->photo, "state", state_name(event->state)));
        return;
    }
    cli_printf(&c->out, "%-10s", state_name(event->state));
    cli_print_text(&c->out, event->path);
    cli_print(&c->out, "\n");
}

static void check_files(struct job *job, const char *path)
{
    cutline_check_totals totals;
    cutline_error err;
    cutline_status status =
        cutline_check_files(job->c->catalog, path, &job->options, &totals, &err);
    job->totals.files += totals.files;
    job->totals.missing += totals.missing;
    job->totals.found += totals.found;
    if (status != CUTLINE_OK && status != CUTLINE_CANCELLED)
        cli_fail_error(job->c, status == CUTLINE_NOT_FOUND ? CLI_NOTHING : CLI_FAILED, &err);
}

static void on_damage(const char *fault, void *context)
{
    struct job *job = context;
    cli_fail(job->c, CLI_FAILED, "the catalog is damaged: %s", fault);
}

static void check_database(struct job *job)
{
    cutline_error err;
    cutline_status status =
        cutline_check_database(job->c->catalog, on_damage, job, &job->faults, &err);
    if (status != CUTLINE_OK)
        cli_fail_error(job->c, CLI_FAILED, &err);
}

static void print_totals(struct job *job, bool integrity)
{
    cli *c = job->c;
    cli_progress_end(&job->progress);
    if (c->globals.json) {
        cli_json_print(c, json_pack("{s:I,s:I,s:I,s:o,s:b}", "files", (json_int_t)job->totals.files,
                                    "missing", (json_int_t)job->totals.missing, "found",
                                    (json_int_t)job->totals.found, "faults",
                                    integrity ? json_integer((json_int_t)job->faults) : json_null(),
                                    "interrupted", cli_interrupted()));
        return;
    }
    if (!c->globals.quiet)
        cli_printf(&c->out, "%" PRIu64 " files, %" PRIu64 " missing, %" PRIu64 " found again%s\n",
                   job->totals.files, job->totals.missing, job->totals.found,
                   integrity && c->worst < CLI_FAILED ? "; the database is sound" : "");
}

void cli_run_check(cli *c)
{
    struct flags flags = {0};
    if (!cli_begin(c, &flags))
        return;
    struct job job = {.c = c};
    job.options = (cutline_check_options){.dry_run = flags.dry_run,
                                          .on_file = on_file,
                                          .context = &job,
                                          .cancel = cli_interrupt_flag()};
    cli_progress_init(&job.progress, c, "files");
    cli_signals_catch();
    if (flags.integrity)
        check_database(&job);
    if (c->arg_count == 0 && c->worst < CLI_FAILED)
        check_files(&job, NULL);
    for (size_t i = 0; i < c->arg_count && c->worst < CLI_FAILED && !cli_interrupted(); i++)
        check_files(&job, c->args[i]);
    if (job.totals.missing > 0 && c->worst < CLI_SOME_FAILED)
        c->worst = CLI_SOME_FAILED;
    print_totals(&job, flags.integrity);
}
