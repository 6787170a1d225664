#include "cli/sheet_target.h"

#include "cli/signals.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

/* How many photos there will be, for those who watch. */
static uint64_t count(cli *c, const char *query)
{
    uint64_t n = 0;
    cutline_error err;
    return cutline_catalog_count(c->catalog, query, &n, &err) == CUTLINE_OK ? n : 0;
}

bool cli_sheet_target_open(cli_sheet_target *target, cli *c, const cli_sheet_flags *flags,
                           const char *query)
{
    *target = (cli_sheet_target){.c = c, .flags = flags, .query = query, .file = {.fd = -1}};
    target->to_file = flags->output && strcmp(flags->output, "-") != 0;
    /* A first Ctrl-C is noted only, so that the temporary file can be removed. */
    if (target->to_file)
        cli_signals_catch();
    cli_progress_init(&target->progress, c, "photos");
    if (!target->progress.json)
        target->progress.wanted &= target->to_file || !isatty(STDOUT_FILENO);
    if (target->progress.wanted)
        target->expected = count(c, query);
    if (!target->to_file || cli_safe_file_open(&target->file, flags->output))
        return true;
    cli_sheet_target_say_failed(target, errno);
    return false;
}

void cli_sheet_target_release(cli_sheet_target *target)
{
    cli_safe_file_release(&target->file);
}

void cli_sheet_target_show(cli_sheet_target *target)
{
    uint64_t done = target->counts.rows + target->counts.killed;
    cli_progress_show(&target->progress, done, target->expected);
}

bool cli_sheet_target_is_unwanted(const cli_sheet_target *target)
{
    return target->counts.rows == 0 && !target->flags->allow_empty;
}

int cli_sheet_target_write(const void *bytes, size_t length, void *context)
{
    cli_sheet_target *target = context;
    if (target->to_file && cli_interrupted())
        return 1;
    cli_sheet_target_show(target);
    if (cli_sheet_target_is_unwanted(target))
        return 0;
    if (!target->to_file) {
        cli_print_bytes(&target->c->out, bytes, length);
        return target->c->out.failed;
    }
    if (!cli_safe_file_write(&target->file, bytes, length))
        target->failed = errno;
    return target->failed;
}

void cli_sheet_target_say_failed(const cli_sheet_target *target, int reason)
{
    cli_fail(target->c, CLI_FAILED, "%s: cannot write: %s", target->flags->output,
             strerror(reason));
}

static const char *photos(uint64_t n)
{
    return n == 1 ? "photo" : "photos";
}

/* What the sheet does not say by itself. */
static void say_left_out(const cli_sheet_target *target)
{
    const cutline_sheet_counts *counts = &target->counts;
    if (counts->killed > 0)
        cli_warn(target->c, "%" PRIu64 " killed %s left out; --killed keeps them", counts->killed,
                 photos(counts->killed));
    if (counts->restricted > 0 && !target->shows_restrictions)
        cli_warn(target->c, "%" PRIu64 " %s with restrictions, which these columns do not show",
                 counts->restricted, photos(counts->restricted));
    if (target->to_file && target->c->globals.verbose)
        cli_warn(target->c, "%s: %" PRIu64 " %s", target->flags->output, counts->rows,
                 photos(counts->rows));
}

void cli_sheet_target_conclude(cli_sheet_target *target)
{
    cli *c = target->c;
    if (cli_sheet_target_is_unwanted(target)) {
        if (target->counts.killed == 0)
            cli_fail(c, CLI_NOTHING, "nothing matches: %s",
                     *target->query ? target->query : "the catalog is empty");
        else
            cli_fail(c, CLI_NOTHING, "nothing but %" PRIu64 " killed %s; --killed keeps them",
                     target->counts.killed, photos(target->counts.killed));
    } else if (target->to_file && !cli_safe_file_commit(&target->file)) {
        cli_sheet_target_say_failed(target, errno);
    } else {
        say_left_out(target);
    }
}
