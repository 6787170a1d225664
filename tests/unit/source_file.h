/* A source over a file, which is read piece by piece, where one over memory has all at hand. */
#ifndef CUT_TESTS_SOURCE_FILE_H
#define CUT_TESTS_SOURCE_FILE_H

#include "unit.h"

#include "base/source.h"

#include <sys/mman.h>
#include <unistd.h>

/* A file that holds these bytes and has no name; it is gone once the source is closed. */
static inline void source_of_file(cut_source *s, cut_view bytes, cut_arena *arena)
{
    int fd = memfd_create("cutline-test", MFD_CLOEXEC);
    assert_true(fd >= 0);
    for (size_t done = 0; done < bytes.n;) {
        ssize_t n = write(fd, bytes.p + done, bytes.n - done);
        assert_true(n > 0);
        done += (size_t)n;
    }
    const char *path = cut_arena_printf(arena, "/proc/self/fd/%d", fd);
    assert_int_equal(cut_source_open(s, path, arena, NULL), CUTLINE_OK);
    close(fd);
}

#endif
