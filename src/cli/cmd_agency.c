/* cutline agency: agencies and their spellings. */
#include "cli/authority.h"
#include "cli/commands.h"

#include <stdint.h>

struct flags {
    bool all;
};

const cli_opt cli_agency_options[] = {
    {CLI_OPT_FLAG, '\0', "all", offsetof(struct flags, all), NULL,
     "list the built-in agencies that no photo credits, too"},
    {.name = NULL},
};

static void add(cli *c, cutline_authority_kind kind, const void *options)
{
    cutline_error err;
    cutline_authority_change change;
    (void)kind;
    (void)options;
    cutline_status status =
        cutline_agency_add(c->catalog, c->args[0], c->args + 1, c->arg_count - 1, &change, &err);
    cli_authority_tell(c, status, &change, &err);
}

static const cli_authority_action actions[] = {
    {"list", 0, 0, CUTLINE_OPEN_READ, cli_authority_list},
    {"add", 1, SIZE_MAX, CUTLINE_OPEN_CREATE, add},
    {"alias", 2, SIZE_MAX, CUTLINE_OPEN_WRITE, cli_authority_alias},
    {"merge", 2, 2, CUTLINE_OPEN_WRITE, cli_authority_merge},
    {"split", 1, 1, CUTLINE_OPEN_WRITE, cli_authority_split},
    {.name = NULL},
};

void cli_run_agency(cli *c)
{
    struct flags flags = {0};
    if (cli_begin(c, &flags))
        cli_authority_run(c, actions, CUTLINE_AUTHORITY_AGENCY, &flags.all);
}
