/* cutline_backup(): a copy of the catalog, which appears in one step. */
#include "base/error.h"
#include "base/limits.h"
#include "catalog/handle.h"
#include "writeback/replace.h"

#include <cutline/upkeep.h>
#include <errno.h>

typedef struct backup {
    const char *target;
    cut_source old; /* the file that is replaced */
    bool has_old;
    cut_replacement file;
    cut_arena arena;
} backup;

static bool is_same_file(const struct stat *a, const struct stat *b)
{
    return a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

/* A log or journal beside the file would be taken for the copy's own, and spoil it. */
static cutline_status check_log(backup *b, cutline_error *err)
{
    static const char *const tails[] = {"wal", "journal"};
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        struct stat info;
        const char *log = cut_arena_printf(&b->arena, "%s-%s", b->target, tails[i]);
        if (!log)
            return cut_no_memory(err);
        if (lstat(log, &info) == 0)
            return cut_fail_at(
                err, CUTLINE_CONFLICT, b->target, CUTLINE_NO_OFFSET,
                "is in use as a catalog, or was when its user was stopped: the log %s is there",
                log);
        if (errno != ENOENT)
            return cut_fail_errno(err, log, errno, "cannot stat");
    }
    return CUTLINE_OK;
}

/* May what is there be replaced? Through a symbolic link nothing is. */
static cutline_status look_at_target(backup *b, const struct stat *catalog, bool replace,
                                     cutline_error *err)
{
    struct stat there;
    if (lstat(b->target, &there) != 0)
        return errno == ENOENT ? CUTLINE_OK : cut_fail_errno(err, b->target, errno, "cannot stat");
    if (is_same_file(&there, catalog))
        return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, b->target, CUTLINE_NO_OFFSET,
                           "is the catalog itself");
    if (!S_ISREG(there.st_mode))
        return cut_fail_at(err, CUTLINE_BAD_ARGUMENT, b->target, CUTLINE_NO_OFFSET,
                           "is not a regular file");
    if (!replace)
        return cut_fail_at(err, CUTLINE_CONFLICT, b->target, CUTLINE_NO_OFFSET,
                           "is there already, and is not to be replaced");
    cutline_status status = cut_source_open(&b->old, b->target, &b->arena, err);
    b->has_old = status == CUTLINE_OK;
    return status;
}

static cutline_status copy(backup *b, cutline_catalog *catalog,
                           const cutline_backup_options *options, cutline_error *err)
{
    struct stat info;
    if (stat(cut_store_path(catalog->store), &info) != 0)
        return cut_fail_errno(err, cut_store_path(catalog->store), errno, "cannot stat");
    cutline_status status = look_at_target(b, &info, options->replace, err);
    if (status == CUTLINE_OK)
        status = check_log(b, err);
    if (status == CUTLINE_OK)
        status = cut_replace_open(&b->file, b->target, b->has_old ? &b->old : NULL,
                                  CUT_REPLACE_ALONE, &b->arena, err);
    if (status == CUTLINE_OK)
        status = cut_store_backup(catalog->store, b->file.path, options, err);
    if (status != CUTLINE_OK)
        return status;
    /* Who may not read the catalog must not read its copy. */
    if (fchmod(b->file.fd, info.st_mode & 07777) != 0)
        return cut_fail_errno(err, b->target, errno, "cannot set its permissions");
    return CUTLINE_OK;
}

cutline_status cutline_backup(cutline_catalog *catalog, const char *path,
                              const cutline_backup_options *options, uint64_t *bytes,
                              cutline_error *err)
{
    static const cutline_backup_options defaults = {.replace = false};
    struct stat made;
    backup b = {.target = path, .file = {.fd = -1, .folder = -1}};
    cut_arena_init(&b.arena, CUT_MAX_RECORD_ARENA);
    cutline_status status = copy(&b, catalog, options ? options : &defaults, err);
    if (status == CUTLINE_OK && fstat(b.file.fd, &made) != 0)
        status = cut_fail_errno(err, path, errno, "cannot stat");
    if (status == CUTLINE_OK)
        status = cut_replace_commit(&b.file, err);
    if (status == CUTLINE_OK && bytes)
        *bytes = (uint64_t)made.st_size;
    cut_replace_release(&b.file);
    if (b.has_old)
        cut_source_close(&b.old);
    cut_arena_release(&b.arena);
    return status;
}
