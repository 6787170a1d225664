/* Files of code replacements, for the commands that take them. */
#ifndef CLI_CODES_H
#define CLI_CODES_H

#include "cli/cli.h"

#include <cutline/codes.h>

/* Told of each file that was read: its name and the number of lines that gave a code. */
typedef struct cli_codes_watch {
    /* A remark about a line of the file; NULL: remarks are not wanted. */
    void (*remark)(cli *c, const char *file, const cutline_codes_remark *remark, void *context);
    void (*done)(cli *c, const char *file, size_t count, void *context); /* may be NULL */
    void *context;
} cli_codes_watch;

/* Adds the codes of a file, "-" being standard input. False, with the message printed, if it cannot
 * be read. */
bool cli_codes_load(cli *c, cutline_codes *codes, const char *path, const cli_codes_watch *watch);

/* The delimiter that an option names: one ASCII sign; NULL stands for a backslash. '\0', with the
 * message printed, if it cannot be one. */
char cli_codes_delimiter(cli *c, const char *option);

#endif
