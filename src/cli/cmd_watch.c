/* cutline watch: what comes into folders, into the catalog. */
#include "cli/commands.h"
#include "cli/import_report.h"
#include "cli/json.h"
#include "cli/libexec.h"
#include "cli/progress.h"
#include "cli/signals.h"

#include <stdlib.h>

struct flags {
    bool metadata_only;
    unsigned jobs, policy;
    const char *map;
};

const cli_opt cli_watch_options[] = {
    {CLI_OPT_FLAG, '\0', "metadata-only", offsetof(struct flags, metadata_only), NULL,
     "do not read the image data; see `cutline help import`"},
    {CLI_OPT_NUMBER, 'j', "jobs", offsetof(struct flags, jobs), "N",
     "files that are read at a time; 0, the default, for the number of processors"},
    {CLI_OPT_TEXT, 'm', "map", offsetof(struct flags, map), "HEADER=FIELD,...",
     "what columns of caption lists hold; see `cutline help import`"},
    {CLI_OPT_CHOICE, '\0', "policy", offsetof(struct flags, policy), "newsroom|mwg",
     "which block wins where EXIF, IIM and XMP disagree; see `cutline help read`"},
    {.name = NULL},
};

/* One run of the command. */
struct job {
    cli *c;
    cli_progress progress;
    bool is_ready;   /* what was in the folders has been taken */
    uint64_t failed; /* files */
};

static bool is_worth_a_line(const cli *c, const cutline_import_event *event)
{
    bool changed = event->result != CUTLINE_IMPORT_UNCHANGED &&
                   event->result != CUTLINE_IMPORT_SKIPPED &&
                   event->result != CUTLINE_IMPORT_FAILED;
    return c->globals.json ? changed || c->globals.verbose || event->result == CUTLINE_IMPORT_FAILED
                           : c->globals.verbose || (changed && !c->globals.quiet);
}

static void print_file(cli *c, const cutline_import_event *event)
{
    if (c->globals.json) {
        char *line = cli_import_json(event);
        if (!line) {
            cli_fail_memory(c);
            return;
        }
        cli_print_json(&c->out, line);
        cli_print(&c->out, "\n");
        free(line);
        return;
    }
    cutline_import_event shown = *event;
    if (!c->globals.verbose)
        shown.finding_count = 0;
    cli_import_print(c, &shown);
}

/* Lines are for somebody who looks on: they go out at once. */
static void on_file(const cutline_import_event *event, void *context)
{
    struct job *job = context;
    cli *c = job->c;
    if (event->result == CUTLINE_IMPORT_FAILED)
        cli_fail_error(c, CLI_SOME_FAILED, event->error);
    if (is_worth_a_line(c, event)) {
        cli_progress_clear(c);
        print_file(c, event);
        (void)cli_out_flush(&c->out);
    }
    job->failed += event->result == CUTLINE_IMPORT_FAILED;
    /* People want to know how far it is with what was there; later each file is a line. */
    if (!job->is_ready || job->progress.json)
        cli_progress_tell(&job->progress,
                          &(cli_progress_state){.done = event->done, .errors = job->failed});
}

static const char *news_name(cutline_watch_news news)
{
    static const char *const names[] = {"ready",       "retry",        "lost",
                                        "folder-gone", "folder-blind", "catalog"};
    return names[news];
}

static void print_news_json(cli *c, const cutline_watch_event *event)
{
    json_t *path = event->path ? cli_json_text(event->path) : json_null();
    json_t *message = event->error ? cli_json_text(event->error->message) : json_null();
    cli_json_print(c, json_pack("{s:s,s:o,s:o,s:I}", "news", news_name(event->news), "path", path,
                                "message", message, "wait_ms", (json_int_t)event->wait_ms));
    (void)cli_out_flush(&c->out);
}

static void warn(cli *c, const cutline_watch_event *event)
{
    char text[2048];
    const char *what = event->error ? cutline_error_text(event->error, text, sizeof text) : "";
    switch (event->news) {
    case CUTLINE_WATCH_RETRY:
    case CUTLINE_WATCH_CATALOG:
        cli_warn(c, "%s; the next try is in %u s", what, event->wait_ms / 1000);
        break;
    case CUTLINE_WATCH_FOLDER_BLIND:
        cli_warn(c, "%s; it is searched every %u s instead", what, event->wait_ms / 1000);
        break;
    case CUTLINE_WATCH_FOLDER_GONE:
        cli_warn(c, "%s: the folder is gone; it is looked for every %u s", event->path,
                 event->wait_ms / 1000);
        break;
    case CUTLINE_WATCH_LOST:
        cli_warn(c, "too much happened at a time: the folders are searched again");
        break;
    case CUTLINE_WATCH_READY:
        break;
    }
}

static void on_news(const cutline_watch_event *event, void *context)
{
    struct job *job = context;
    cli *c = job->c;
    job->is_ready |= event->news == CUTLINE_WATCH_READY;
    cli_progress_clear(c);
    if (c->globals.json)
        print_news_json(c, event);
    else if (event->news == CUTLINE_WATCH_READY && !c->globals.quiet) {
        cli_print(&c->out, "watching\n");
        (void)cli_out_flush(&c->out);
    } else
        warn(c, event);
}

static void watch(struct job *job, const struct flags *flags)
{
    cli *c = job->c;
    char *pixels_program = cli_libexec_path("cutline-pixels");
    cutline_import_totals totals;
    cutline_error err;
    const cutline_watch_options options = {.import = {.metadata_only = flags->metadata_only,
                                                      .jobs = flags->jobs,
                                                      .policy = (cutline_policy)flags->policy,
                                                      .map = flags->map,
                                                      .pixels_program = pixels_program,
                                                      .on_file = on_file,
                                                      .context = job,
                                                      .cancel = cli_interrupt_flag()},
                                           .on_news = on_news,
                                           .context = job};
    cli_signals_catch();
    cutline_status status =
        cutline_watch(c->catalog, c->args, c->arg_count, &options, &totals, &err);
    free(pixels_program);
    cli_progress_end(&job->progress);
    if (status != CUTLINE_CANCELLED) {
        cli_fail_error(c, status == CUTLINE_BAD_ARGUMENT ? CLI_USAGE : CLI_FAILED, &err);
        return;
    }
    cli_signals_forget(); /* a signal is how a watch is meant to end */
    if (c->globals.json)
        cli_import_print_totals_json(c, &totals, false);
    else if (!c->globals.quiet)
        cli_import_print_totals(c, &totals, false);
}

void cli_run_watch(cli *c)
{
    struct flags flags = {0};
    if (!cli_begin(c, &flags))
        return;
    struct job job = {.c = c};
    cli_progress_init(&job.progress, c, "files");
    if (cli_open_catalog(c, CUTLINE_OPEN_CREATE))
        watch(&job, &flags);
}
