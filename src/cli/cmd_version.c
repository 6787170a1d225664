/* cutline version. */
#include "cli/commands.h"

#include <cutline/version.h>

void cli_print_version(cli *c)
{
    if (c->globals.json)
        cli_printf(&c->out, "{\"version\":\"%s\"}\n", cutline_version());
    else
        cli_printf(&c->out, "cutline %s\n", cutline_version());
}

void cli_run_version(cli *c)
{
    if (cli_begin(c, NULL))
        cli_print_version(c);
}
