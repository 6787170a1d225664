#include "writeback/attributes.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/xattr.h>
#include <unistd.h>

/* Attributes of the system's own (labels, capabilities) it sets by itself, and only for itself. */
static bool is_optional(const char *name)
{
    return strncmp(name, "security.", 9) == 0 || strncmp(name, "trusted.", 8) == 0;
}

static bool copy_one(int from, int to, const char *name)
{
    ssize_t n = fgetxattr(from, name, NULL, 0);
    if (n < 0)
        return errno == ENODATA || is_optional(name);
    char *value = malloc((size_t)n + 1);
    if (!value)
        return false;
    n = fgetxattr(from, name, value, (size_t)n);
    bool good = n >= 0 && fsetxattr(to, name, value, (size_t)n, 0) == 0;
    free(value);
    return good || is_optional(name);
}

/* False with errno set. A file system without attributes has none to copy. */
static bool copy_all(int from, int to)
{
    ssize_t n = flistxattr(from, NULL, 0);
    bool good = true;
    if (n <= 0)
        return n == 0 || errno == ENOTSUP;
    char *names = malloc((size_t)n + 1);
    if (!names)
        return false;
    n = flistxattr(from, names, (size_t)n);
    for (ssize_t at = 0; at < n && good; at += (ssize_t)strlen(names + at) + 1)
        good = copy_one(from, to, names + at);
    free(names);
    return good && n >= 0;
}

cutline_status cut_attributes_copy(int from, const struct stat *st, int to, const char *file,
                                   cutline_error *err)
{
    struct stat now;
    if (fstat(to, &now) != 0)
        return cut_fail_errno(err, file, errno, "cannot stat the new file");
    bool other = now.st_uid != st->st_uid || now.st_gid != st->st_gid;
    if (other && fchown(to, st->st_uid, st->st_gid) != 0)
        return cut_fail_errno(err, file, errno, "cannot keep its owner");
    if (!copy_all(from, to))
        return cut_fail_errno(err, file, errno, "cannot keep its extended attributes");
    /* Last, since a change of owner takes the set-user-ID bit away. */
    if (fchmod(to, st->st_mode & 07777) != 0)
        return cut_fail_errno(err, file, errno, "cannot keep its permissions");
    return CUTLINE_OK;
}
