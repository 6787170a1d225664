/*
 * Operands one after the other. "-", or no operand at all, stands for those on standard input: one
 * a line, or with -0 each up to a NUL byte.
 */
#ifndef CLI_ITEMS_H
#define CLI_ITEMS_H

#include "cli/cli.h"
#include "cli/lines.h"

typedef struct cli_items {
    cli *c;
    size_t at;       /* next operand */
    bool in_lines;   /* items come from standard input at the moment */
    bool trim;       /* blanks around an item are not part of it (never with -0) */
    cli_lines lines; /* standard input, once it was asked for */
} cli_items;

/* Ready to iterate. Without operands standard input is read, but not a terminal's: then false, with
 * the usage error printed. */
bool cli_items_init(cli_items *items, cli *c, bool trim);
void cli_items_release(cli_items *items);

/* The next item, valid until the next call; NULL after the last. Empty lines are passed over.
 * Flushes the output before it waits for input, so that another program can ask and wait for its
 * answer. */
const char *cli_items_next(cli_items *items);

/* The next item is at hand without waiting for input. */
bool cli_items_ready(const cli_items *items);

#endif
