/* A small file, read whole. */
#ifndef CLI_FILE_H
#define CLI_FILE_H

#include "cli/cli.h"

/* Opens a file for reading, "-" being standard input. -1, with the message printed, if it cannot.
 */
int cli_file_open(cli *c, const char *path);
/* Closes what cli_file_open() returned; standard input stays open. */
void cli_file_close(int fd);

/* The name that messages give a path: "-" is standard input. */
const char *cli_file_name(const char *path);

/* All bytes of a file, NUL-terminated, to be freed; NULL, with the message printed, if it cannot be
 * read or is larger than max. */
char *cli_file_read(cli *c, const char *path, size_t max, size_t *length);

#endif
