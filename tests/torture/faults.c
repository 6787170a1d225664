#include "faults.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static fault kind;
static unsigned at, count;
static bool struck;

void faults_arm(fault wanted, unsigned step)
{
    kind = wanted;
    at = step;
    count = 0;
    struck = false;
}

bool faults_struck(void)
{
    return struck;
}

/* True, with errno set, if this call is to fail. writes: it needs room on the disk. */
static bool strike(bool writes)
{
    if (kind == FAULT_NONE)
        return false;
    if (++count == at) {
        struck = true;
        if (kind == FAULT_KILL)
            kill(getpid(), SIGKILL);
        errno = kind == FAULT_ENOSPC ? ENOSPC : EIO;
        return true;
    }
    errno = ENOSPC;
    return struck && kind == FAULT_ENOSPC && writes;
}

/* The call `name` unless it is struck. */
#define WRAP(result, name, writes, parameters, arguments)                                          \
    result __real_##name parameters;                                                               \
    result __wrap_##name parameters;                                                               \
    result __wrap_##name parameters                                                                \
    {                                                                                              \
        return strike(writes) ? -1 : __real_##name arguments;                                      \
    }

WRAP(ssize_t, write, true, (int fd, const void *p, size_t n), (fd, p, n))
WRAP(ssize_t, pread, false, (int fd, void *p, size_t n, off_t offset), (fd, p, n, offset))
WRAP(int, fsync, true, (int fd), (fd))
WRAP(int, renameat, false, (int a, const char *from, int b, const char *to), (a, from, b, to))
WRAP(int, renameat2, false, (int a, const char *from, int b, const char *to, unsigned flags),
     (a, from, b, to, flags))
WRAP(int, unlinkat, false, (int folder, const char *name, int flags), (folder, name, flags))
WRAP(int, fchmod, false, (int fd, mode_t mode), (fd, mode))
WRAP(int, fchown, false, (int fd, uid_t owner, gid_t group), (fd, owner, group))
WRAP(int, futimens, false, (int fd, const struct timespec times[2]), (fd, times))
WRAP(int, flock, false, (int fd, int operation), (fd, operation))
WRAP(int, close, false, (int fd), (fd))

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __real_openat(int folder, const char *path, int flags, ...);
int __wrap_openat(int folder, const char *path, int flags, ...);

static mode_t mode_of(int flags, va_list *more)
{
    return flags & O_CREAT ? va_arg(*more, mode_t) : 0;
}

int __wrap_open(const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = mode_of(flags, &more);
    va_end(more);
    return strike(false) ? -1 : __real_open(path, flags, mode);
}

int __wrap_openat(int folder, const char *path, int flags, ...)
{
    va_list more;
    va_start(more, flags);
    mode_t mode = mode_of(flags, &more);
    va_end(more);
    return strike((flags & O_CREAT) != 0) ? -1 : __real_openat(folder, path, flags, mode);
}
