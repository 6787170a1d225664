/* A question to the person at the terminal. */
#ifndef CLI_ASK_H
#define CLI_ASK_H

#include "cli/cli.h"

/* Somebody can be asked: standard input and stderr are terminals. */
bool cli_can_ask(void);
/* Asks on stderr and reads a line; only "y" and "yes" are yes. What was printed so far is shown
 * first. */
bool cli_ask(cli *c, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
