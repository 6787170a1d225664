#include "cli/progress.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#define INTERVAL_MS 100
#define BAR_COLUMNS 30

void cli_progress_init(cli_progress *progress, cli *c)
{
    *progress = (cli_progress){.c = c};
    progress->wanted = !c->globals.quiet && isatty(STDERR_FILENO) == 1;
}

/* True at most once in an interval. */
static bool is_due(cli_progress *progress)
{
    struct timespec now;
    if (clock_gettime(CLOCK_MONOTONIC, &now) != 0)
        return false;
    int64_t ms = (int64_t)(now.tv_sec - progress->shown.tv_sec) * 1000 +
                 (now.tv_nsec - progress->shown.tv_nsec) / 1000000;
    if (ms < INTERVAL_MS)
        return false;
    progress->shown = now;
    return true;
}

void cli_progress_show(cli_progress *progress, uint64_t done, uint64_t total)
{
    char bar[BAR_COLUMNS + 1];
    if (!progress->wanted || !is_due(progress))
        return;
    progress->c->progress_shown = true;
    if (total == 0) {
        fprintf(stderr, "\r\033[K%" PRIu64 " files", done);
        fflush(stderr);
        return;
    }
    size_t filled = done >= total ? BAR_COLUMNS : (size_t)(done * BAR_COLUMNS / total);
    memset(bar, '-', BAR_COLUMNS);
    memset(bar, '#', filled);
    bar[BAR_COLUMNS] = '\0';
    fprintf(stderr, "\r\033[K[%s] %" PRIu64 " of %" PRIu64 " files", bar, done, total);
    fflush(stderr);
}
