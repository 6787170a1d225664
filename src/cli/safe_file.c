#include "cli/safe_file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* The permissions that open(path, O_CREAT, 0666) would give. */
static mode_t usual_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

static bool open_temporary(cli_safe_file *file, mode_t mode)
{
    if (asprintf(&file->temporary, "%s.XXXXXX", file->target) < 0) {
        file->temporary = NULL;
        errno = ENOMEM;
        return false;
    }
    file->fd = mkostemp(file->temporary, O_CLOEXEC);
    if (file->fd < 0) {
        free(file->temporary);
        file->temporary = NULL;
        return false;
    }
    return fchmod(file->fd, mode) == 0;
}

bool cli_safe_file_open(cli_safe_file *file, const char *path)
{
    struct stat status;
    *file = (cli_safe_file){.fd = -1};
    bool exists = stat(path, &status) == 0;
    file->target = exists ? realpath(path, NULL) : strdup(path);
    if (!file->target)
        return false;
    if (exists && S_ISDIR(status.st_mode)) {
        errno = EISDIR;
        return false;
    }
    if (exists && !S_ISREG(status.st_mode)) {
        file->fd = open(path, O_WRONLY | O_CLOEXEC);
        return file->fd >= 0;
    }
    /* A file that must not be written to is not replaced either. */
    if (exists && access(path, W_OK) != 0)
        return false;
    return open_temporary(file, exists ? status.st_mode & 07777 : usual_mode());
}

bool cli_safe_file_write(cli_safe_file *file, const void *bytes, size_t length)
{
    const char *at = bytes;
    while (length > 0) {
        ssize_t n = write(file->fd, at, length);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        at += n;
        length -= (size_t)n;
    }
    return true;
}

bool cli_safe_file_commit(cli_safe_file *file)
{
    if (!file->temporary)
        return true;
    if (fsync(file->fd) != 0 || rename(file->temporary, file->target) != 0)
        return false;
    free(file->temporary);
    file->temporary = NULL;
    return true;
}

void cli_safe_file_release(cli_safe_file *file)
{
    if (file->fd >= 0)
        close(file->fd);
    if (file->temporary)
        unlink(file->temporary);
    free(file->temporary);
    free(file->target);
}
