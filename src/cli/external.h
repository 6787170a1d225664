/* Commands that are programs of their own: `cutline NAME` runs cutline-NAME from PATH. */
#ifndef CLI_EXTERNAL_H
#define CLI_EXTERNAL_H

#include <stddef.h>

/* Becomes cutline-NAME, NAME being words[at]. It is given the other words: the options that stood
 * before its name and what followed. Returns if there is no such program. */
void cli_external_run(const char *const *words, size_t count, size_t at);

#endif
