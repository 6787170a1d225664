/*
 * A file that appears whole or not at all: written under a temporary name beside its target, then
 * renamed. What is not a regular file (a pipe, a device) is written to directly.
 */
#ifndef CLI_SAFE_FILE_H
#define CLI_SAFE_FILE_H

#include <stdbool.h>
#include <stddef.h>

typedef struct cli_safe_file {
    int fd;
    char *target;    /* the file meant, symbolic links followed; owned */
    char *temporary; /* NULL if written to directly; owned */
} cli_safe_file;

/* All return false with errno set if they fail. */
bool cli_safe_file_open(cli_safe_file *file, const char *path);
bool cli_safe_file_write(cli_safe_file *file, const void *bytes, size_t length);
/* Puts what was written in its place, on the disk. */
bool cli_safe_file_commit(cli_safe_file *file);
/* Ends the work; without a commit nothing is left and an old file is as it was. */
void cli_safe_file_release(cli_safe_file *file);

#endif
