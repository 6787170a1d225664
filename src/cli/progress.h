/*
 * How far a command is, on stderr: a line that is written over if that is a terminal,
 *
 *   [######------] 1234 of 2468 files, 3.2 GB, 512/s, 2 failed, 0:12 left
 *
 * or, with --progress json, a line of JSON each second.
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include "cli/cli.h"

/* What --progress asks for, in the order of its words. */
typedef enum cli_progress_form {
    CLI_PROGRESS_AUTO, /* a bar on a terminal, unless -q */
    CLI_PROGRESS_BAR,
    CLI_PROGRESS_JSON,
    CLI_PROGRESS_NONE
} cli_progress_form;

/* How far the work is. Zero stands for what is not known, or does not exist. */
typedef struct cli_progress_state {
    uint64_t done, total;        /* files or photos */
    uint64_t bytes, total_bytes; /* of these */
    uint64_t errors;             /* of those done, failed */
} cli_progress_state;

typedef struct cli_progress {
    cli *c;
    const char *noun;         /* what is counted: "photos"; not owned */
    bool wanted;              /* somebody looks on: it pays to know a total */
    bool json;                /* a program does */
    long long began, shown;   /* milliseconds: of the first state, of the last one shown */
    cli_progress_state state; /* the last one told */
    uint64_t shown_done;      /* of the last one shown */
    double rate;              /* a second, of the last seconds; 0 if not known */
} cli_progress;

/* noun: what is counted, in the plural; a literal. */
void cli_progress_init(cli_progress *progress, cli *c, const char *noun);

/* Shows how far the work is, some times a second at most. total is 0 while it is not known. */
void cli_progress_show(cli_progress *progress, uint64_t done, uint64_t total);
/* The same with all that is known. */
void cli_progress_tell(cli_progress *progress, const cli_progress_state *state);

/* The work is over: removes the line; the last line of JSON has what was told last. */
void cli_progress_end(cli_progress *progress);

#endif
