/* cutline help: explains a command, for reading or as a man page. */
#include "cli/commands.h"
#include "cli/help.h"

#include <cutline/nearest.h>
#include <string.h>

struct flags {
    bool man;
};

const cli_opt cli_help_options[] = {
    {CLI_OPT_FLAG, '\0', "man", offsetof(struct flags, man), NULL,
     "print the man page (roff) instead; the page of `cutline` itself is named cutline"},
    {.name = NULL},
};

static void print_help(cli *c, const cli_command *command, bool man)
{
    if (man)
        cli_help_man(&c->out, command);
    else
        cli_help_page(&c->out, command);
}

void cli_run_help(cli *c)
{
    struct flags flags = {0};
    if (!cli_begin(c, &flags))
        return;
    const char *name = c->arg_count ? c->args[0] : "cutline";
    const cli_command *command = cli_command_find(name);
    if (command || strcmp(name, "cutline") == 0)
        print_help(c, command, flags.man);
    else
        cli_fail(c, CLI_USAGE, "there is no command '%s'; `cutline help` lists them", name);
}
