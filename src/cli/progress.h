/* A progress line on stderr, if that is a terminal: "[#####-----] 1234 of 2468 files". */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "cli/cli.h"

#include <time.h>

typedef struct cli_progress {
    cli *c;
    bool wanted;           /* stderr is a terminal and -q was not given */
    struct timespec shown; /* when the line was printed last */
} cli_progress;

void cli_progress_init(cli_progress *progress, cli *c);

/* Shows how far the work is, some times a second at most. total is 0 while it is not known. */
void cli_progress_show(cli_progress *progress, uint64_t done, uint64_t total);

#endif
