/* cutline write: what was set by hand, into the files of the photos. */
#include "cli/commands.h"
#include "cli/progress.h"
#include "cli/selection.h"
#include "cli/signals.h"
#include "cli/when.h"

#include <cutline/writeback.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct flags {
    cutline_write_options options;
};

#define OPTION(member) offsetof(struct flags, options.member)

const cli_opt cli_write_options[] = {
    {CLI_OPT_FLAG, 'n', "dry-run", OPTION(dry_run), NULL, "say what would be written"},
    {CLI_OPT_FLAG, 'a', "all", OPTION(all), NULL,
     "write all values that the catalog has, not only those set by hand"},
    {CLI_OPT_FLAG, '\0', "sidecar", OPTION(sidecar), NULL,
     "leave the photos alone and write XMP sidecars beside them"},
    {CLI_OPT_FLAG, '\0', "iim", OPTION(iim), NULL,
     "write IIM also into files that have none (JPEG, TIFF, DNG)"},
    {CLI_OPT_FLAG, '\0', "keep-mtime", OPTION(keep_mtime), NULL,
     "keep the modification times of the files"},
    {CLI_OPT_FLAG, '\0', "break-c2pa", OPTION(break_c2pa), NULL,
     "write files with a C2PA manifest, too, whose signature then is broken"},
    {CLI_OPT_FLAG, '\0', "break-hard-links", OPTION(break_hard_links), NULL,
     "write files that have several names, too: only the name in the catalog gets the new file"},
    {CLI_OPT_FLAG, '\0', "killed", OPTION(killed), NULL, "write pictures that were withdrawn, too"},
    {.name = NULL},
};

/* One run of the command. */
struct job {
    cli *c;
    const struct flags *flags;
    cli_progress progress;
    uint64_t done, total;                /* photos */
    uint64_t written, unchanged, failed; /* files */
};

static void print_json(cli *c, const cutline_write_event *event)
{
    cutline_error err;
    char *json = NULL;
    if (cutline_write_event_json(event, &json, &err) == CUTLINE_OK) {
        cli_print_json(&c->out, json);
        cli_print(&c->out, "\n");
    } else {
        cli_fail_error(c, CLI_FAILED, &err);
    }
    cutline_free(json);
}

/* The photo by the name that the catalog has for it, a sidecar by its own. */
static const char *name_of(const cutline_write_event *event)
{
    size_t n = strlen(event->target);
    bool sidecar = n > 4 && strcasecmp(event->target + n - 4, ".xmp") == 0;
    return sidecar ? event->target : event->path;
}

static void print_text(cli *c, const cutline_write_event *event)
{
    cli_print_text(&c->out, name_of(event));
    cli_print(&c->out, event->outcome == CUTLINE_WRITE_UNCHANGED ? ": unchanged" : ":");
    for (size_t i = 0; i < event->fields.count; i++)
        cli_printf(&c->out, "%s %s", i > 0 ? "," : "", event->fields.items[i]);
    cli_print(&c->out, "\n");
}

static void warn(cli *c, const cutline_write_event *event)
{
    for (size_t i = 0; i < event->finding_count; i++)
        cli_warn(c, "%s: %s", name_of(event), event->findings[i].detail);
    if (event->embargo && !cli_day_is_over(event->embargo))
        cli_warn(c, "%s: the picture is embargoed until %s", name_of(event), event->embargo);
}

static int on_file(const cutline_write_event *event, void *context)
{
    struct job *job = context;
    cli *c = job->c;
    if (event->outcome == CUTLINE_WRITE_FAILED) {
        job->failed++;
        cli_fail_error(c, CLI_SOME_FAILED, event->error);
    } else {
        job->written += event->outcome == CUTLINE_WRITE_DONE;
        job->unchanged += event->outcome == CUTLINE_WRITE_UNCHANGED;
        warn(c, event);
    }
    bool listed = event->outcome == CUTLINE_WRITE_DONE || c->globals.verbose;
    if (c->globals.json)
        print_json(c, event);
    else if (event->outcome != CUTLINE_WRITE_FAILED && listed && !c->globals.quiet)
        print_text(c, event);
    return !cli_can_print(c) || cli_interrupted();
}

static int on_photo(int64_t photo, const cutline_error *error, void *context)
{
    struct job *job = context;
    (void)photo;
    if (error) {
        job->failed++;
        cli_fail_error(job->c, CLI_SOME_FAILED, error);
    }
    job->done++;
    cli_progress_tell(
        &job->progress,
        &(cli_progress_state){.done = job->done, .total = job->total, .errors = job->failed});
    return !cli_can_print(job->c) || cli_interrupted();
}

static void write_photos(struct job *job, const cli_selection *selection)
{
    cutline_error err;
    cutline_write_listener listener = {on_file, on_photo, job};
    cutline_write_job *jobs = calloc(selection->count, sizeof *jobs);
    if (!jobs) {
        cli_fail_memory(job->c);
        return;
    }
    for (size_t i = 0; i < selection->count; i++)
        jobs[i].photo = selection->photos[i];
    job->total = selection->count;
    cutline_status status = cutline_catalog_write_many(job->c->catalog, jobs, selection->count,
                                                       &job->flags->options, &listener, &err);
    if (status != CUTLINE_OK && status != CUTLINE_CANCELLED)
        cli_fail_error(job->c, cli_exit_of(status), &err);
    free(jobs);
}

static void print_totals(const struct job *job)
{
    cli *c = job->c;
    if (c->globals.quiet || c->globals.json)
        return;
    cli_printf(&c->out, "%llu %s, %llu unchanged", (unsigned long long)job->written,
               job->flags->options.dry_run ? "to be written" : "written",
               (unsigned long long)job->unchanged);
    if (job->failed > 0)
        cli_printf(&c->out, ", %llu failed", (unsigned long long)job->failed);
    if (cli_interrupted())
        cli_print(&c->out, "; interrupted, the same command goes on");
    cli_print(&c->out, "\n");
}

void cli_run_write(cli *c)
{
    struct flags flags = {0};
    cli_selection selection;
    if (!cli_begin(c, &flags))
        return;
    struct job job = {.c = c, .flags = &flags};
    cli_progress_init(&job.progress, c, "photos");
    if (cli_selection_find(c, 0, c->arg_count, &selection)) {
        cli_signals_catch();
        write_photos(&job, &selection);
        cli_progress_end(&job.progress);
        print_totals(&job);
    }
    cli_selection_release(&selection);
}
