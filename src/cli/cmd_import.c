/* cutline import: photos, folders and pages into the catalog. */
#include "cli/commands.h"
#include "cli/fill.h"
#include "cli/import_report.h"
#include "cli/items.h"
#include "cli/libexec.h"
#include "cli/limits.h"
#include "cli/progress.h"
#include "cli/signals.h"
#include "cli/vocab.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct flags {
    bool metadata_only, dry_run;
    unsigned jobs, policy;
    const char *report, *map, *editor;
    cli_fill_flags fill;
};

const cli_opt cli_import_options[] = {
    {CLI_OPT_FLAG, '\0', "metadata-only", offsetof(struct flags, metadata_only), NULL,
     "do not read the image data: faster, but a copy of a photo is not known as one, and has no "
     "thumbnail, until a later import without this option"},
    {CLI_OPT_NUMBER, 'j', "jobs", offsetof(struct flags, jobs), "N",
     "files that are read at a time; 0, the default, for the number of processors"},
    {CLI_OPT_FLAG, 'n', "dry-run", offsetof(struct flags, dry_run), NULL,
     "read and report, but change nothing"},
    {CLI_OPT_TEXT, '\0', "report", offsetof(struct flags, report), "FILE",
     "write a line of JSON for each file to FILE (- for standard output): what was done and found"},
    {CLI_OPT_TEXT, 'm', "map", offsetof(struct flags, map), "HEADER=FIELD,...",
     "what columns of caption lists hold that are not known by their names; see below"},
    CLI_FILL_OPTIONS(struct flags, fill),
    {CLI_OPT_TEXT, '\0', "as", offsetof(struct flags, editor), "WHO",
     "the name that the history gives for the edits of a template; default: your login name"},
    {CLI_OPT_CHOICE, '\0', "policy", offsetof(struct flags, policy), "newsroom|mwg",
     "which block wins where EXIF, IIM and XMP disagree; see `cutline help read`"},
    {.name = NULL},
};

/* One run of the command. */
struct job {
    cli *c;
    const struct flags *flags;
    cli_progress progress;
    FILE *report;          /* a file for the report, or NULL */
    bool report_to_stdout; /* the report goes to standard output */
    cutline_import_options options;
    cutline_import_totals totals;
    uint64_t done_before;  /* files of the batches before this one */
    uint64_t bytes_before; /* their bytes */
    uint64_t bytes;        /* of this one's files so far */
    uint64_t failed;       /* of all batches */
    bool many_batches;
    cli_fill fill;                      /* of --template; no edits without */
    cli_selection new_ones;             /* photos that were added, if there is a template */
    cutline_vocabularies *vocabularies; /* for it; NULL: none */
    char **paths;                       /* the batch; owned */
    size_t path_count;
};

static void report(const struct job *job, const cutline_import_event *event)
{
    cli *c = job->c;
    char *line = cli_import_json(event);
    if (!line)
        cli_fail_memory(c);
    else if (job->report)
        fprintf(job->report, "%s\n", line); /* failures are noticed when it is closed */
    else {
        cli_print_json(&c->out, line);
        cli_print(&c->out, "\n");
    }
    free(line);
}

static void show_progress(struct job *job, const cutline_import_event *event)
{
    job->failed += event->result == CUTLINE_IMPORT_FAILED;
    cli_progress_tell(&job->progress, &(cli_progress_state){
                                          .done = job->done_before + event->done,
                                          .total = job->many_batches ? 0 : event->total,
                                          .bytes = job->bytes_before + event->done_bytes,
                                          .total_bytes = job->many_batches ? 0 : event->total_bytes,
                                          .errors = job->failed});
    job->bytes = event->done_bytes;
}

static void on_file(const cutline_import_event *event, void *context)
{
    struct job *job = context;
    cli *c = job->c;
    if (event->result == CUTLINE_IMPORT_ADDED && event->is_photo && job->fill.count > 0 &&
        !cli_selection_add(&job->new_ones, event->photo))
        cli_fail_memory(c);
    if (event->result == CUTLINE_IMPORT_FAILED)
        cli_fail_error(c, CLI_SOME_FAILED, event->error);
    else if (c->globals.verbose)
        cli_import_print(c, event);
    if (job->report || job->report_to_stdout)
        report(job, event);
    show_progress(job, event);
}

static void add_totals(struct job *job, const cutline_import_totals *more)
{
    job->totals.added += more->added;
    job->totals.updated += more->updated;
    job->totals.unchanged += more->unchanged;
    job->totals.skipped += more->skipped;
    job->totals.failed += more->failed;
    job->totals.moved += more->moved;
    job->totals.missing += more->missing;
    job->done_before +=
        more->added + more->updated + more->unchanged + more->skipped + more->failed + more->moved;
}

/* Imports the batch and empties it. */
static void import_batch(struct job *job)
{
    cutline_import_totals totals = {0};
    cutline_error err;
    cutline_status status = cutline_import(job->c->catalog, (const char *const *)job->paths,
                                           job->path_count, &job->options, &totals, &err);
    if (status != CUTLINE_OK && status != CUTLINE_CANCELLED)
        cli_fail_error(job->c, status == CUTLINE_BAD_ARGUMENT ? CLI_USAGE : CLI_FAILED, &err);
    add_totals(job, &totals);
    job->bytes_before += job->bytes;
    job->bytes = 0;
    while (job->path_count > 0)
        free(job->paths[--job->path_count]);
}

/* A file's failure ends nothing; a wrong map is wrong for the next batch, too. */
static bool can_go_on(const cli *c)
{
    return c->worst < CLI_FAILED && c->worst != CLI_USAGE;
}

static void import_items(struct job *job, cli_items *items)
{
    const char *path;
    while (can_go_on(job->c) && (path = cli_items_next(items)) != NULL) {
        if (job->path_count == CLI_IMPORT_BATCH) {
            job->many_batches = true;
            import_batch(job);
        }
        if ((job->paths[job->path_count] = strdup(path)) == NULL) {
            cli_fail_memory(job->c);
            break;
        }
        job->path_count++;
    }
    if (job->path_count > 0)
        import_batch(job);
}

/* Opens the catalog. A dry run makes none: without one everything is new. */
static bool open_catalog(cli *c, bool dry_run)
{
    return dry_run ? cli_open_catalog_if_any(c) : cli_open_catalog(c, CUTLINE_OPEN_CREATE);
}

static bool open_report(struct job *job)
{
    const char *path = job->flags->report;
    job->report_to_stdout = path && strcmp(path, "-") == 0;
    if (!path || job->report_to_stdout)
        return true;
    job->report = fopen(path, "we");
    if (!job->report)
        cli_fail(job->c, CLI_FAILED, "%s: cannot write: %s", path, strerror(errno));
    return job->report != NULL;
}

static void close_report(struct job *job)
{
    if (!job->report)
        return;
    bool failed = ferror(job->report) != 0;
    if (fclose(job->report) != 0 || failed)
        cli_fail(job->c, CLI_FAILED, "%s: cannot write: %s", job->flags->report, strerror(errno));
}

/* The counts, unless nobody wants them; between the lines of a report only as JSON. */
static void print_totals(const struct job *job)
{
    cli *c = job->c;
    if (c->globals.json)
        cli_import_print_totals_json(c, &job->totals, job->flags->dry_run);
    else if (!c->globals.quiet && !job->report_to_stdout)
        cli_import_print_totals(c, &job->totals, job->flags->dry_run);
}

static void run_job(struct job *job)
{
    cli_items items;
    if (!cli_items_init(&items, job->c, false))
        return;
    if (open_catalog(job->c, job->flags->dry_run) && open_report(job)) {
        cli_signals_catch();
        import_items(job, &items);
        cli_fill_apply(job->c, &job->fill, &job->new_ones, job->flags->editor, job->vocabularies);
        close_report(job);
        cli_progress_end(&job->progress);
        if (job->c->worst != CLI_USAGE)
            print_totals(job);
    }
    cli_items_release(&items);
}

/* False, with the message printed, if it cannot be read, or is not asked for by a template. */
static bool open_template(struct job *job)
{
    cli *c = job->c;
    const cli_fill_flags *flags = &job->flags->fill;
    const char *idle = flags->vocab ? "--vocab" : flags->codes ? "--codes" : NULL;
    if (!flags->template_file && idle) {
        cli_fail(c, CLI_USAGE, "%s does something with --template only", idle);
        return false;
    }
    return !flags->template_file || (cli_vocab_load(c, flags->vocab, &job->vocabularies) &&
                                     cli_fill_open(c, flags, &job->fill));
}

void cli_run_import(cli *c)
{
    struct flags flags = {0};
    if (!cli_begin(c, &flags))
        return;
    char *pixels_program = cli_libexec_path("cutline-pixels");
    struct job job = {.c = c, .flags = &flags};
    job.options = (cutline_import_options){.metadata_only = flags.metadata_only,
                                           .dry_run = flags.dry_run,
                                           .jobs = flags.jobs,
                                           .policy = (cutline_policy)flags.policy,
                                           .map = flags.map,
                                           .pixels_program = pixels_program,
                                           .on_file = on_file,
                                           .context = &job,
                                           .cancel = cli_interrupt_flag()};
    cli_progress_init(&job.progress, c, "files");
    job.options.count_ahead = job.progress.wanted;
    job.paths = calloc(CLI_IMPORT_BATCH, sizeof *job.paths);
    if (!job.paths)
        cli_fail_memory(c);
    else if (open_template(&job))
        run_job(&job);
    cli_fill_release(&job.fill);
    cutline_vocabularies_free(job.vocabularies);
    cli_selection_release(&job.new_ones);
    free(job.paths);
    free(pixels_program);
}
