/* Programs that belong to cutline and are run by its commands. */
#ifndef CLI_LIBEXEC_H
#define CLI_LIBEXEC_H

#include <spawn.h>

/* Starts a program that stands beside this one, in ../libexec/cutline, or on PATH. Returns 0, or
 * the errno of the last attempt. */
int cli_libexec_spawn(pid_t *child, const char *name, const posix_spawn_file_actions_t *actions,
                      char *const *argv);

/* Path of a program beside this one or in ../libexec/cutline, for the library to run; the latter if
 * it is in neither. free() it; NULL if memory runs out. */
char *cli_libexec_path(const char *name);

#endif
