#include "cli/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

const char *cli_file_name(const char *path)
{
    return strcmp(path, "-") == 0 ? "standard input" : path;
}

int cli_file_open(cli *c, const char *path)
{
    if (strcmp(path, "-") == 0)
        return STDIN_FILENO;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        cli_fail(c, CLI_SOME_FAILED, "%s: cannot open: %s", path, strerror(errno));
    return fd;
}

void cli_file_close(int fd)
{
    if (fd >= 0 && fd != STDIN_FILENO)
        close(fd);
}

/* Makes room for at least one byte and a NUL behind length; false if memory runs out. */
static bool grow(char **bytes, size_t *size, size_t length, size_t max)
{
    if (length + 1 < *size)
        return true;
    size_t wanted = *size ? *size * 2 : 8192;
    if (wanted > max + 2)
        wanted = max + 2;
    char *grown = realloc(*bytes, wanted);
    if (!grown)
        return false;
    *bytes = grown;
    *size = wanted;
    return true;
}

/* Reads up to max + 1 bytes, so that more than max can be told. */
static bool read_all(cli *c, int fd, const char *path, size_t max, char **bytes, size_t *length)
{
    size_t size = 0;
    ssize_t got;
    do {
        if (!grow(bytes, &size, *length, max)) {
            cli_fail_memory(c);
            return false;
        }
        got = read(fd, *bytes + *length, size - *length - 1);
        if (got < 0) {
            cli_fail(c, CLI_SOME_FAILED, "%s: cannot read: %s", cli_file_name(path),
                     strerror(errno));
            return false;
        }
        *length += (size_t)got;
        if (*length > max) {
            cli_fail(c, CLI_SOME_FAILED, "%s: longer than %zu bytes", cli_file_name(path), max);
            return false;
        }
    } while (got > 0);
    (*bytes)[*length] = '\0';
    return true;
}

char *cli_file_read(cli *c, const char *path, size_t max, size_t *length)
{
    char *bytes = NULL;
    int fd = cli_file_open(c, path);
    *length = 0;
    if (fd >= 0 && !read_all(c, fd, path, max, &bytes, length)) {
        free(bytes);
        bytes = NULL;
    }
    cli_file_close(fd);
    return bytes;
}
