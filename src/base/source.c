#include "base/source.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

static cutline_status check_regular(cut_source *s, cutline_error *err)
{
    struct stat st;
    if (fstat(s->fd, &st) != 0)
        return cut_fail_errno(err, s->name, errno, "cannot stat");
    if (S_ISDIR(st.st_mode))
        return cut_fail_at(err, CUTLINE_IO, s->name, CUTLINE_NO_OFFSET, "is a folder, not a file");
    if (!S_ISREG(st.st_mode))
        return cut_fail_at(err, CUTLINE_IO, s->name, CUTLINE_NO_OFFSET, "is not a regular file");
    s->size = (uint64_t)st.st_size;
    s->mtime_ns = (int64_t)st.st_mtim.tv_sec * 1000000000 + st.st_mtim.tv_nsec;
    s->inode = (uint64_t)st.st_ino;
    s->device = (uint64_t)st.st_dev;
    return CUTLINE_OK;
}

/* Reads until `n` bytes are there, or the file ends. */
static cutline_status read_all(const cut_source *s, uint64_t offset, uint8_t *to, size_t n,
                               size_t *got, cutline_error *err)
{
    size_t done = 0;
    while (done < n) {
        ssize_t r = pread(s->fd, to + done, n - done, (off_t)(offset + done));
        if (r < 0 && errno == EINTR)
            continue;
        if (r < 0)
            return cut_fail_errno(err, s->name, errno, "cannot read");
        if (r == 0)
            break;
        done += (size_t)r;
    }
    *got = done;
    return CUTLINE_OK;
}

static size_t head_bytes(const cut_source *s, size_t most)
{
    return s->size < most ? (size_t)s->size : most;
}

/* Makes the head as long as the first `want` bytes. */
static cutline_status load_head(cut_source *s, size_t want, cutline_error *err)
{
    size_t got = 0;
    cutline_status status =
        read_all(s, s->head.n, s->room + s->head.n, want - s->head.n, &got, err);
    s->head = (cut_view){s->room, s->head.n + got};
    return status;
}

/* Completes the head if the bytes up to `end` may be in it. */
static cutline_status need_head(cut_source *s, uint64_t end, cutline_error *err)
{
    bool complete = !s->room || s->head.n != CUT_SOURCE_FIRST;
    if (complete || end <= s->head.n || end > CUT_SOURCE_HEAD)
        return CUTLINE_OK;
    return load_head(s, head_bytes(s, CUT_SOURCE_HEAD), err);
}

cutline_status cut_source_open(cut_source *s, const char *path, cut_arena *arena,
                               cutline_error *err)
{
    *s = (cut_source){.name = path, .arena = arena};
    /* O_NONBLOCK so that a FIFO among the files does not hang the import. */
    s->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (s->fd < 0)
        return cut_fail_errno(err, path, errno, "cannot open");
    cutline_status status = check_regular(s, err);
    if (status == CUTLINE_OK) {
        s->room = cut_arena_raw(arena, head_bytes(s, CUT_SOURCE_HEAD), 1);
        status = s->room ? load_head(s, head_bytes(s, CUT_SOURCE_FIRST), err) : cut_no_memory(err);
    }
    if (status != CUTLINE_OK)
        cut_source_close(s);
    return status;
}

void cut_source_from_memory(cut_source *s, const char *name, cut_view bytes, cut_arena *arena)
{
    *s = (cut_source){.name = name, .size = bytes.n, .fd = -1, .head = bytes, .arena = arena};
}

void cut_source_close(cut_source *s)
{
    if (s->fd >= 0)
        close(s->fd);
    s->fd = -1;
}

void cut_source_keep_all(cut_source *s)
{
    if (s->fd < 0 || s->size <= s->head.n || s->size > CUT_SOURCE_WHOLE)
        return;
    cut_source all = *s;
    all.room = cut_arena_raw(s->arena, (size_t)s->size, 1);
    all.head.n = 0;
    if (all.room && load_head(&all, (size_t)s->size, NULL) == CUTLINE_OK)
        *s = all;
}

cut_view cut_source_held(const cut_source *s, uint64_t offset)
{
    if (offset >= s->head.n)
        return (cut_view){NULL, 0};
    return (cut_view){s->head.p + offset, s->head.n - (size_t)offset};
}

static size_t copy_from_head(const cut_source *s, uint64_t offset, uint8_t *to, size_t n)
{
    cut_view held = cut_source_held(s, offset);
    size_t have = held.n < n ? held.n : n;
    if (have > 0)
        memcpy(to, held.p, have);
    return have;
}

cutline_status cut_source_read(cut_source *s, uint64_t offset, void *to, size_t n, size_t *got,
                               cutline_error *err)
{
    cutline_status status = need_head(s, offset + n, err);
    size_t done = copy_from_head(s, offset, to, n);
    *got = 0;
    if (status == CUTLINE_OK && done < n && s->fd >= 0 && offset + done < s->size)
        status = read_all(s, offset + done, (uint8_t *)to + done, n - done, got, err);
    *got += done;
    return status;
}

cutline_status cut_source_peek(cut_source *s, uint64_t offset, size_t n, cut_view *out,
                               cutline_error *err)
{
    *out = (cut_view){NULL, 0};
    if (offset >= s->size)
        return CUTLINE_OK;
    if (n > s->size - offset)
        n = (size_t)(s->size - offset);
    cutline_status status = need_head(s, offset + n, err);
    if (status != CUTLINE_OK)
        return status;
    if (offset + n <= s->head.n) {
        *out = (cut_view){s->head.p + offset, n};
        return CUTLINE_OK;
    }
    if (s->fd < 0)
        return CUTLINE_OK;
    uint8_t *p = cut_arena_raw(s->arena, n, 1);
    if (!p)
        return cut_no_memory(err);
    status = cut_source_read(s, offset, p, n, &n, err);
    *out = (cut_view){p, n};
    return status;
}

cutline_status cut_source_view(cut_source *s, uint64_t offset, size_t n, const char *what,
                               cut_view *out, cutline_error *err)
{
    *out = (cut_view){NULL, 0};
    uint64_t left = offset < s->size ? s->size - offset : 0;
    if (n > left)
        return cut_fail_at(err, CUTLINE_MALFORMED, s->name, (int64_t)offset,
                           "%s: %zu bytes wanted, %llu left in the file", what, n,
                           (unsigned long long)left);
    cutline_status status = cut_source_peek(s, offset, n, out, err);
    if (status == CUTLINE_OK && out->n < n)
        return cut_fail_at(err, CUTLINE_IO, s->name, (int64_t)(offset + out->n),
                           "%s: the file became shorter while it was read", what);
    return status;
}

cutline_status cut_source_all(cut_source *s, uint64_t max, cut_view *out, cutline_error *err)
{
    *out = (cut_view){NULL, 0};
    if (s->size > max)
        return cut_fail_at(err, CUTLINE_LIMIT, s->name, CUTLINE_NO_OFFSET,
                           "%llu bytes are more than the limit of %llu for this kind of file",
                           (unsigned long long)s->size, (unsigned long long)max);
    return cut_source_view(s, 0, (size_t)s->size, "file", out, err);
}
