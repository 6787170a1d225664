/* What `cutline agency` and `cutline people` have in common: lists, aliases, merging. */
#ifndef CLI_AUTHORITY_H
#define CLI_AUTHORITY_H

#include "cli/cli.h"

#include <cutline/authority.h>

/* An action, the first operand: what it wants behind it. */
typedef struct cli_authority_action {
    const char *name; /* NULL ends a table */
    size_t min_args, max_args;
    cutline_open_flags flags; /* how it opens the catalog */
    void (*run)(cli *c, cutline_authority_kind kind, const void *options);
} cli_authority_action;

/* Runs the action that the first operand names, with the others; without an operand the first of
 * the table. cli_begin() has been called. */
void cli_authority_run(cli *c, const cli_authority_action *actions, cutline_authority_kind kind,
                       const void *options);

/* Actions; operands are in c->args. options of the list: const bool *, whether to list all. */
void cli_authority_list(cli *c, cutline_authority_kind kind, const void *options);
void cli_authority_alias(cli *c, cutline_authority_kind kind, const void *options);
void cli_authority_merge(cli *c, cutline_authority_kind kind, const void *options);
void cli_authority_split(cli *c, cutline_authority_kind kind, const void *options);

/* Says what a change did, or why it failed. */
void cli_authority_tell(cli *c, cutline_status status, const cutline_authority_change *change,
                        const cutline_error *err);

#endif
