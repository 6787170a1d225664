/* cutline dupes: photos that show the same picture. */
#include "cli/commands.h"
#include "cli/dupes_apply.h"
#include "cli/page.h"
#include "cli/progress.h"
#include "cli/signals.h"

#include <inttypes.h>

struct flags {
    bool alike, all_parts, apply;
    cli_dupes_how how;
};

const cli_opt cli_dupes_options[] = {
    {CLI_OPT_FLAG, '\0', "alike", offsetof(struct flags, alike), NULL,
     "list also photos that only look alike, such as frames of one series"},
    {CLI_OPT_FLAG, '\0', "all-parts", offsetof(struct flags, all_parts), NULL,
     "prepare all new photos for finding parts, however many there are"},
    {CLI_OPT_FLAG, '\0', "apply", offsetof(struct flags, apply), NULL,
     "carry credit, caption and media IDs over to the photos that lack them"},
    {CLI_OPT_FLAG, 'n', "dry-run", offsetof(struct flags, how.dry_run), NULL,
     "with --apply: show what would change, and change nothing"},
    {CLI_OPT_FLAG, 'y', "yes", offsetof(struct flags, how.yes), NULL,
     "with --apply: do not ask before photos are changed"},
    {CLI_OPT_TEXT, '\0', "as", offsetof(struct flags, how.editor), "WHO",
     "with --apply: the name that the history gives; default: your login name"},
    {.name = NULL},
};

struct run {
    cli *c;
    bool some, applies;
    cli_progress progress;
    cli_dupes_apply apply;
};

/* ---- for people ------------------------------------------------------------------------------
 */

/* A value between single quotes, as a shell takes it. */
static void print_quoted(cli_out *out, const char *value)
{
    cli_print(out, " '");
    for (; *value; value++) {
        if (*value == '\'')
            cli_print(out, "'\\''");
        else
            cli_print_bytes(out, value, 1);
    }
    cli_print(out, "'");
}

/* What carries over what it lacks of the best one. */
static void print_proposal(cli_out *out, const cutline_duplicate *d)
{
    if (d->edits.count == 0)
        return;
    cli_page_label(out, "  to do");
    cli_printf(out, "cutline tag photo:%" PRId64, d->photo->id);
    for (size_t i = 0; i < d->edits.count; i++)
        print_quoted(out, d->edits.items[i]);
    cli_print(out, "\n");
}

static const char *label_of(cutline_duplicate_kind kind)
{
    static const char *const labels[] = {"best", "  same", "  part", "  mirrored", "  alike"};
    return labels[kind];
}

static void print_duplicate(cli_out *out, const cutline_duplicate *d)
{
    cli_page_label(out, label_of(d->kind));
    cli_printf(out, "photo:%" PRId64 "\n", d->photo->id);
    cli_page_text(out, "  why", d->why);
    cli_page_strings(out, "  caution", d->marks);
    if (d->photo->credit.line)
        cli_page_text(out, "  credit", d->photo->credit.line);
    for (size_t i = 0; i < d->photo->file_count; i++)
        cli_page_text(out, "  file", d->photo->files[i].path);
    cli_page_strings(out, "  it has", d->conflicts);
    print_proposal(out, d);
}

/* ---- the groups ------------------------------------------------------------------------------
 */

static void print_json(cli *c, const cutline_duplicates *group)
{
    cutline_error err;
    char *json = NULL;
    if (cutline_duplicates_json(group, &json, &err) == CUTLINE_OK) {
        cli_print_json(&c->out, json);
        cli_print(&c->out, "\n");
    } else {
        cli_fail_error(c, CLI_FAILED, &err);
    }
    cutline_free(json);
}

static void on_group(const cutline_duplicates *group, void *context)
{
    struct run *run = context;
    cli *c = run->c;
    cli_progress_clear(c);
    if (run->applies) {
        cli_dupes_apply_add(c, &run->apply, group);
    } else if (c->globals.json) {
        print_json(c, group);
    } else {
        cli_print(&c->out, run->some ? "\n" : "");
        for (size_t i = 0; i < group->count; i++)
            print_duplicate(&c->out, &group->items[i]);
    }
    run->some = true;
}

static void on_progress(cutline_duplicate_stage stage, uint64_t done, uint64_t total, void *context)
{
    struct run *run = context;
    (void)stage;
    cli_progress_show(&run->progress, done, total);
}

static bool find(struct run *run, const struct flags *flags)
{
    cli *c = run->c;
    cutline_error err;
    cutline_duplicate_totals totals;
    cutline_duplicate_options options = {.alike = flags->alike,
                                         .all_parts = flags->all_parts,
                                         .on_group = on_group,
                                         .on_progress = on_progress,
                                         .context = run,
                                         .cancel = cli_interrupt_flag()};
    cutline_status status = cutline_find_duplicates(c->catalog, &options, &totals, &err);
    cli_progress_end(&run->progress);
    if (status == CUTLINE_OK && totals.unprepared > 0 && !c->globals.quiet)
        cli_warn(c, "parts of %" PRIu64 " photos were not looked for; --all-parts does it",
                 totals.unprepared);
    if (status == CUTLINE_OK && !run->some)
        cli_fail(c, CLI_NOTHING, "no two photos show the same, and none has two files");
    else if (status == CUTLINE_CANCELLED)
        cli_note(c, CLI_FAILED);
    else if (status != CUTLINE_OK)
        cli_fail_error(c, CLI_FAILED, &err);
    return status == CUTLINE_OK && run->some;
}

void cli_run_dupes(cli *c)
{
    struct flags flags = {0};
    struct run run = {.c = c};
    if (!cli_begin(c, &flags))
        return;
    if (!flags.apply && (flags.how.dry_run || flags.how.yes || flags.how.editor)) {
        cli_fail(c, CLI_USAGE, "--dry-run, --yes and --as go with --apply");
        return;
    }
    run.applies = flags.apply;
    cli_progress_init(&run.progress, c, "photos");
    cli_signals_catch();
    if (find(&run, &flags) && run.applies && !run.apply.failed)
        cli_dupes_apply_run(c, &run.apply, &flags.how);
    cli_dupes_apply_release(&run.apply);
}
