/*
 * What all commands share: the table of commands, the run's settings, messages and exit codes.
 *
 * To add a command: cmd_<name>.c with cli_run_<name>() and its options, a row in commands_table.c,
 * a text in help/<name>.md, a script in tests/cli/.
 */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "cli/opt.h"
#include "cli/out.h"

#include <cutline/catalog.h>

/* Exit codes, a contract with scripts. A larger one outweighs a smaller one. An interrupted
 * command ends by its signal (the shell shows 130 for Ctrl-C). */
typedef enum cli_exit {
    CLI_OK = 0,
    CLI_NOTHING = 1,     /* something asked for was not found, or nothing matched */
    CLI_USAGE = 2,       /* the command line cannot be meant */
    CLI_SOME_FAILED = 3, /* some inputs failed; everything else was done */
    CLI_FAILED = 4       /* the command failed */
} cli_exit;

/* How a command uses the catalog, and other traits. */
typedef enum cli_trait {
    CLI_READS = 1,  /* cli_begin() opens the catalog for reading */
    CLI_WRITES = 2, /* ... for writing */
    CLI_QUERY = 4   /* operands make up a query: see cli_opt_rules */
} cli_trait;

typedef struct cli cli;

/* A row of the table of commands. */
typedef struct cli_command {
    const char *name;
    const char *operands;   /* for usage lines: "ID..." */
    const char *summary;    /* one line, lower case, without full stop */
    void (*run)(cli *c);    /* leaves its exit code in c->worst */
    unsigned traits;        /* cli_trait values together */
    size_t min_args;        /* operands it wants at least */
    size_t max_args;        /* and at most */
    const cli_opt *options; /* its own options, or NULL */
    const char *help;       /* its text, src/cli/help/<name>.md */
} cli_command;

/* In the order of the help; the last has no name. */
extern const cli_command cli_commands[];
/* The help of the program itself, src/cli/help/cutline.md. */
extern const char *const cli_main_help;
/* The command of a name, or NULL. */
const cli_command *cli_command_find(const char *name);

/* Values of the options that every command has. */
typedef struct cli_globals {
    const char *db;
    bool json, quiet, verbose, null, help, version;
    unsigned color;    /* cli_color */
    unsigned progress; /* cli_progress_form */
} cli_globals;
extern const cli_opt cli_global_options[];

/* One run of the program. */
struct cli {
    const cli_command *command; /* NULL until it is known */
    cli_globals globals;
    cli_out out;
    const char **args; /* the operands; before cli_begin() all that follows the command's name */
    size_t arg_count;
    char *catalog_path; /* owned; NULL until a catalog was asked for */
    cutline_catalog *catalog;
    cli_exit worst;      /* the largest exit code noted so far */
    bool progress_shown; /* a progress line stands on stderr and must go before a message */
};

/* Every command calls this first: parses what follows its name into `options` (the struct that its
 * option table points into; NULL if it has none) and the globals, prints help if asked for, checks
 * the number of operands and opens the catalog as its row says. If false, the command is over and
 * returns c->worst. */
bool cli_begin(cli *c, void *options);

/* Opens the catalog. False, with the message printed and the exit code noted, if it cannot. */
bool cli_open_catalog(cli *c, cutline_open_flags flags);
/* The same for reading; if there is no catalog c->catalog stays NULL, and that is no failure. */
bool cli_open_catalog_if_any(cli *c);

/* Notes an exit code; the largest wins. */
void cli_note(cli *c, cli_exit code);

/* Removes a progress line from stderr. */
void cli_progress_clear(cli *c);

/* Messages go to stderr as one line, "cutline: COMMAND: ...". Warnings are silenced by -q. */
void cli_warn(cli *c, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Says what went wrong, and notes the exit code. */
void cli_fail(cli *c, cli_exit code, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* The same for a call that failed: with file, byte and message. */
void cli_fail_error(cli *c, cli_exit code, const cutline_error *err);
/* The same for a query that cannot be meant or run; a fault in it is shown by its column and,
 * on lines that begin with two blanks, with a caret below it. */
void cli_fail_query(cli *c, const char *query, const cutline_error *err);
/* The same for running out of memory. */
void cli_fail_memory(cli *c);

/* Prints the version line, for `cutline version` and --version. */
void cli_print_version(cli *c);

/* Exit code for a call's failure that concerns the command as a whole. */
cli_exit cli_exit_of(cutline_status status);

/* The operands joined by blanks, to be freed; NULL, with the message printed, without memory. */
char *cli_join_args(cli *c);

/* Whether the command should go on: nobody closed the pipe, the disk is not full. */
static inline bool cli_can_print(const cli *c)
{
    return c->out.failed == 0;
}

#endif
