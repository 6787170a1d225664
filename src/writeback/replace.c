#include "writeback/replace.h"

#include "base/limits.h"
#include "base/path.h"
#include "writeback/attributes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <time.h>
#include <unistd.h>

#define SLOTS 32 /* files that can be at work in one folder at a time */
#define LOCK_PAUSE_MS 10u
#define COPY_BYTES ((size_t)64 << 10)

static int64_t nanoseconds(struct timespec t)
{
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

/* ---- the temporary name -----------------------------------------------------------------------
 */

/* It may have been put in place meanwhile, and another have got the name. */
static bool has_name(int fd, int folder, const char *name)
{
    struct stat st, named;
    return fstat(fd, &st) == 0 && fstatat(folder, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           st.st_ino == named.st_ino && st.st_dev == named.st_dev;
}

/* A temporary file whose owner is gone can be locked; it is removed. */
static void clear_slot(int folder, const char *name)
{
    int fd = openat(folder, name, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0 && has_name(fd, folder, name))
        (void)unlinkat(folder, name, 0);
    close(fd);
}

/* A file that was made but not locked yet may be taken for a stray one. */
static bool is_there(int fd)
{
    struct stat st;
    return fstat(fd, &st) == 0 && st.st_nlink > 0;
}

/* Makes the file of a slot; false with errno set. */
static bool take_slot(cut_replacement *r)
{
    /* Nobody may look into what is not finished; a new file has the mode that any new file has. */
    mode_t mode = r->old ? 0600 : 0666;
    r->fd = openat(r->folder, r->name, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
    if (r->fd < 0)
        return false;
    /* Where there are no locks at all, nobody can take the file for a stray one either. */
    bool ours = flock(r->fd, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
    if (ours && is_there(r->fd))
        return true;
    close(r->fd);
    r->fd = -1;
    errno = EEXIST;
    return false;
}

static void name_slot(char name[24], unsigned slot)
{
    snprintf(name, 24, ".cutline-%u.tmp", slot);
}

static void clear_slots(int folder)
{
    char name[24];
    for (unsigned slot = 0; slot < SLOTS; slot++) {
        name_slot(name, slot);
        clear_slot(folder, name);
    }
}

static cutline_status make_temporary(cut_replacement *r, cutline_error *err)
{
    unsigned first = r->slot < 0 ? 0 : (unsigned)r->slot;
    if (r->slot < 0)
        clear_slots(r->folder);
    for (unsigned i = 0; i < SLOTS; i++) {
        name_slot(r->name, (first + i) % SLOTS);
        bool taken = take_slot(r);
        if (!taken && errno == EEXIST && r->slot >= 0) {
            clear_slot(r->folder, r->name);
            taken = take_slot(r);
        }
        if (taken)
            return CUTLINE_OK;
        if (errno != EEXIST)
            return cut_fail_errno(err, r->target, errno, "cannot make a file beside it");
    }
    return cut_fail_at(err, CUTLINE_IO, r->target, CUTLINE_NO_OFFSET,
                       "%d other files are being written in its folder", SLOTS);
}

/* ---- opening ----------------------------------------------------------------------------------
 */

/* Where there are no locks, nobody can hold one. False if another program does not let go. */
static bool lock(int fd)
{
    const struct timespec pause = {.tv_nsec = LOCK_PAUSE_MS * 1000000};
    for (unsigned waited = 0; flock(fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
         waited += LOCK_PAUSE_MS) {
        if (waited >= CUT_LOCK_TIMEOUT_MS)
            return false;
        (void)nanosleep(&pause, NULL);
    }
    return true;
}

/* Renaming would get around a write protection, which is there for a reason. The lock is for others
 * that do the same: where there is one, nothing that they write between check_old() and the
 * renaming can be lost. */
static cutline_status check_writable(cut_replacement *r, cutline_error *err)
{
    if (!lock(r->old->fd))
        return cut_fail_at(err, CUTLINE_IO, r->target, CUTLINE_NO_OFFSET,
                           "is locked by another program");
    if (fstat(r->old->fd, &r->before) != 0)
        return cut_fail_errno(err, r->target, errno, "cannot stat");
    if (access(r->target, W_OK) != 0)
        return cut_fail_errno(err, r->target, errno, "cannot write");
    return CUTLINE_OK;
}

static const char *folder_of(cut_arena *arena, const char *path)
{
    cut_str all = cut_str_from(path);
    size_t n = all.n - cut_path_base(all).n;
    return n > 0 ? cut_arena_copy(arena, cut_str_slice(all, 0, n)) : ".";
}

static cutline_status open_folder(const char *folder, int *fd, cutline_error *err)
{
    *fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    return *fd >= 0 ? CUTLINE_OK : cut_fail_errno(err, folder, errno, "cannot open");
}

cutline_status cut_replace_open(cut_replacement *r, const char *target, cut_source *old, int slot,
                                cut_arena *arena, cutline_error *err)
{
    *r = (cut_replacement){.target = target, .old = old, .slot = slot, .folder = -1, .fd = -1};
    cutline_status status = old ? check_writable(r, err) : CUTLINE_OK;
    if (status != CUTLINE_OK)
        return status;
    const char *dir = folder_of(arena, target);
    if (!dir)
        return cut_no_memory(err);
    status = open_folder(dir, &r->folder, err);
    if (status == CUTLINE_OK)
        status = make_temporary(r, err);
    if (status != CUTLINE_OK)
        return status;
    r->path = cut_path_join(arena, dir, r->name);
    return r->path ? CUTLINE_OK : cut_no_memory(err);
}

/* ---- writing ----------------------------------------------------------------------------------
 */

/* Two buffers for copying and comparing. */
typedef struct copier {
    int from, to;
    uint64_t at;           /* position in the new file */
    uint8_t *bytes, *back; /* COPY_BYTES each */
} copier;

static bool read_all(int fd, uint8_t *p, size_t n, uint64_t offset)
{
    while (n > 0) {
        ssize_t got = pread(fd, p, n, (off_t)offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got == 0)
            errno = ESTALE; /* cut short meanwhile */
        if (got <= 0)
            return false;
        p += got;
        n -= (size_t)got;
        offset += (uint64_t)got;
    }
    return true;
}

static bool write_all(int fd, const uint8_t *p, size_t n)
{
    while (n > 0) {
        ssize_t done = write(fd, p, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return false;
        p += done;
        n -= (size_t)done;
    }
    return true;
}

/* The next n bytes of the new file are these. */
static bool reads_back(copier *c, const uint8_t *p, size_t n)
{
    if (!read_all(c->to, c->back, n, c->at))
        return false;
    c->at += n;
    if (memcmp(c->back, p, n) == 0)
        return true;
    errno = EIO;
    return false;
}

static size_t at_most(uint64_t n)
{
    return n < COPY_BYTES ? (size_t)n : COPY_BYTES;
}

/* Writes bytes and, while they are at hand, compares what can be read of them. */
static bool put_bytes(copier *c, const uint8_t *p, uint64_t n)
{
    for (size_t step; n > 0; p += step, n -= step) {
        step = at_most(n);
        if (!write_all(c->to, p, step) || !reads_back(c, p, step))
            return false;
    }
    return true;
}

static bool copy_bytes(copier *c, uint64_t offset, uint64_t n)
{
    for (size_t step; n > 0; offset += step, n -= step) {
        step = at_most(n);
        if (!read_all(c->from, c->bytes, step, offset) || !put_bytes(c, c->bytes, step))
            return false;
    }
    return true;
}

static bool write_piece(copier *c, const cut_piece *p)
{
    return p->bytes ? put_bytes(c, p->bytes, p->length) : copy_bytes(c, p->offset, p->length);
}

static bool write_pieces(const cut_replacement *r, const cut_plan *plan)
{
    copier c = {.from = r->old ? r->old->fd : -1,
                .to = r->fd,
                .bytes = malloc(COPY_BYTES),
                .back = malloc(COPY_BYTES)};
    bool good = c.bytes && c.back;
    for (size_t i = 0; i < plan->pieces.n && good; i++)
        good = write_piece(&c, &plan->pieces.v[i]);
    free(c.bytes);
    free(c.back);
    return good;
}

static cutline_status take_after_old(cut_replacement *r, bool keep_mtime, cutline_error *err)
{
    cutline_status status = cut_attributes_copy(r->old->fd, &r->before, r->fd, r->target, err);
    if (status != CUTLINE_OK || !keep_mtime)
        return status;
    struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, r->before.st_mtim};
    if (futimens(r->fd, times) != 0)
        return cut_fail_errno(err, r->target, errno, "cannot keep the modification time");
    return CUTLINE_OK;
}

cutline_status cut_replace_fill(cut_replacement *r, const cut_plan *plan, bool keep_mtime,
                                cutline_error *err)
{
    if (!write_pieces(r, plan))
        return cut_fail_errno(err, r->target, errno, "cannot write the new file");
    /* The disk may begin; what is checked meanwhile is in memory. cut_replace_commit() waits for
     * it. */
    (void)sync_file_range(r->fd, 0, 0, SYNC_FILE_RANGE_WRITE);
    return r->old ? take_after_old(r, keep_mtime, err) : CUTLINE_OK;
}

/* ---- putting in place -------------------------------------------------------------------------
 */

/* The name still leads to the file that was read, and nobody has written to that. */
static cutline_status check_old(const cut_replacement *r, cutline_error *err)
{
    struct stat now;
    if (fstatat(r->folder, cut_path_base(cut_str_from(r->target)).p, &now, AT_SYMLINK_NOFOLLOW) !=
        0)
        return cut_fail_errno(err, r->target, errno, "cannot stat");
    if (now.st_ino == r->before.st_ino && now.st_dev == r->before.st_dev &&
        now.st_size == r->before.st_size &&
        nanoseconds(now.st_mtim) == nanoseconds(r->before.st_mtim) &&
        (uint64_t)now.st_size == r->old->size && nanoseconds(now.st_mtim) == r->old->mtime_ns)
        return CUTLINE_OK;
    return cut_fail_at(err, CUTLINE_CONFLICT, r->target, CUTLINE_NO_OFFSET,
                       "was changed by another program meanwhile");
}

/* A new name must not take the place of a file that came meanwhile; not every file system can
 * promise that. */
static int rename_new(const cut_replacement *r, const char *base)
{
    int result = renameat2(r->folder, r->name, r->folder, base, RENAME_NOREPLACE);
    if (result != 0 && (errno == EINVAL || errno == ENOSYS))
        result = renameat(r->folder, r->name, r->folder, base);
    return result;
}

static cutline_status settle(int folder, const char *file, cutline_error *err)
{
    /* Some file systems have nothing to do for a folder, and say so. */
    if (fsync(folder) != 0 && errno != EINVAL && errno != ENOTSUP)
        return cut_fail_errno(err, file, errno,
                              "is written, but its folder cannot be brought to the disk");
    return CUTLINE_OK;
}

cutline_status cut_replace_commit(cut_replacement *r, cutline_error *err)
{
    const char *base = cut_path_base(cut_str_from(r->target)).p;
    if (fsync(r->fd) != 0)
        return cut_fail_errno(err, r->target, errno, "cannot bring the new file to the disk");
    cutline_status status = r->old ? check_old(r, err) : CUTLINE_OK;
    if (status != CUTLINE_OK)
        return status;
    int result = r->old ? renameat(r->folder, r->name, r->folder, base) : rename_new(r, base);
    if (result != 0 && errno == EEXIST)
        return cut_fail_at(err, CUTLINE_CONFLICT, r->target, CUTLINE_NO_OFFSET,
                           "was made by another program meanwhile");
    if (result != 0)
        return cut_fail_errno(err, r->target, errno, "cannot put the new file in its place");
    close(r->fd);
    r->fd = -1;
    return r->slot < 0 ? settle(r->folder, r->target, err) : CUTLINE_OK;
}

cutline_status cut_replace_settle(const char *file, cut_arena *arena, cutline_error *err)
{
    int fd = -1;
    const char *folder = folder_of(arena, file);
    cutline_status status = folder ? open_folder(folder, &fd, err) : cut_no_memory(err);
    if (status != CUTLINE_OK)
        return status;
    clear_slots(fd);
    status = settle(fd, file, err);
    close(fd);
    return status;
}

void cut_replace_release(cut_replacement *r)
{
    if (r->fd >= 0) {
        (void)unlinkat(r->folder, r->name, 0);
        close(r->fd);
    }
    if (r->folder >= 0)
        close(r->folder);
    r->fd = r->folder = -1;
}
