/* cutline backup: a copy of the catalog while it is in use. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/progress.h"
#include "cli/signals.h"

#include <cutline/upkeep.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

struct flags {
    bool replace;
};

const cli_opt cli_backup_options[] = {
    {CLI_OPT_FLAG, '\0', "replace", offsetof(struct flags, replace), NULL,
     "replace FILE if it is there"},
    {.name = NULL},
};

#define MEGABYTE 1000000u

/* People see how many of the megabytes are copied; programs get the bytes, too. */
static void on_progress(uint64_t bytes, uint64_t total, void *context)
{
    cli_progress *progress = context;
    cli_progress_state state = {.done = bytes / MEGABYTE, .total = total / MEGABYTE};
    if (progress->json) {
        state.bytes = bytes;
        state.total_bytes = total;
    }
    cli_progress_tell(progress, &state);
}

/* "catalog" of "/desk/catalog.db": length of the name without its extension. */
static size_t stem_length(const char *name)
{
    const char *dot = strrchr(name, '.');
    return dot && dot != name ? (size_t)(dot - name) : strlen(name);
}

/* In a folder, backups are named by the catalog and the time of the local clock, so that one of
 * each night can lie there: "catalog-20161231T235959.db". NULL, with the message printed, if it
 * fails. */
static char *file_in_folder(cli *c, const char *folder)
{
    char *path = NULL, stamp[32];
    const char *slash = strrchr(c->catalog_path, '/');
    const char *name = slash ? slash + 1 : c->catalog_path;
    size_t stem = stem_length(name);
    time_t now = time(NULL);
    struct tm local;
    if (!localtime_r(&now, &local) || !strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%S", &local)) {
        cli_fail(c, CLI_FAILED, "the clock cannot be read");
        return NULL;
    }
    if (asprintf(&path, "%s/%.*s-%s%s", folder, (int)stem, name, stamp, name + stem) < 0) {
        cli_fail_memory(c);
        return NULL;
    }
    return path;
}

static char *target_of(cli *c, const char *given)
{
    struct stat info;
    if (stat(given, &info) == 0 && S_ISDIR(info.st_mode))
        return file_in_folder(c, given);
    char *path = strdup(given);
    if (!path)
        cli_fail_memory(c);
    return path;
}

static void print_result(cli *c, const char *path, uint64_t bytes)
{
    if (c->globals.json) {
        cli_json_print(
            c, json_pack("{s:o,s:I}", "path", cli_json_text(path), "bytes", (json_int_t)bytes));
        return;
    }
    if (c->globals.quiet)
        return;
    cli_print_text(&c->out, path);
    cli_printf(&c->out, ": %" PRIu64 " bytes\n", bytes);
}

void cli_run_backup(cli *c)
{
    struct flags flags = {0};
    cli_progress progress;
    cutline_error err;
    uint64_t bytes = 0;
    if (!cli_begin(c, &flags))
        return;
    char *path = target_of(c, c->args[0]);
    if (!path)
        return;
    cli_progress_init(&progress, c, "MB");
    cli_signals_catch();
    cutline_status status =
        cutline_backup(c->catalog, path,
                       &(cutline_backup_options){.replace = flags.replace,
                                                 .on_progress = on_progress,
                                                 .context = &progress,
                                                 .cancel = cli_interrupt_flag()},
                       &bytes, &err);
    cli_progress_end(&progress);
    if (status == CUTLINE_OK)
        print_result(c, path, bytes);
    else if (status != CUTLINE_CANCELLED)
        cli_fail_error(c, cli_exit_of(status), &err);
    free(path);
}
