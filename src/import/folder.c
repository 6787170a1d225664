#include "import/folder.h"

#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

const char *cut_folder_name(const cut_folder *folder, size_t i)
{
    return folder->names.p + folder->order[i];
}

unsigned char cut_folder_type(const cut_folder *folder, size_t i)
{
    return (unsigned char)folder->names.p[folder->order[i] - 1];
}

static int by_name(const void *a, const void *b, void *names)
{
    const char *base = names;
    return strcmp(base + *(const uint32_t *)a, base + *(const uint32_t *)b);
}

/* Reads all entries into folder->names; counts them. */
static int read_names(cut_folder *folder, DIR *dir)
{
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(dir);
        if (!entry)
            return errno;
        if (entry->d_name[0] == '.')
            continue;
        size_t n = strlen(entry->d_name);
        folder->has_xmp |= n > 4 && strcasecmp(entry->d_name + n - 4, ".xmp") == 0;
        cut_buf_char(&folder->names, (char)entry->d_type);
        cut_buf_add(&folder->names, entry->d_name, n + 1);
        folder->count++;
        if (!cut_buf_ok(&folder->names))
            return ENOMEM;
    }
}

static int sort_names(cut_folder *folder)
{
    folder->order = calloc(folder->count ? folder->count : 1, sizeof *folder->order);
    if (!folder->order)
        return ENOMEM;
    size_t at = 0;
    for (size_t i = 0; i < folder->count; i++) {
        folder->order[i] = (uint32_t)at + 1;
        at += strlen(folder->names.p + at + 1) + 2;
    }
    qsort_r(folder->order, folder->count, sizeof *folder->order, by_name, folder->names.p);
    return 0;
}

int cut_folder_open(cut_folder *folder, int at, const char *name, bool follow)
{
    *folder = (cut_folder){.fd = -1};
    cut_buf_init(&folder->names, CUT_MAX_FOLDER_NAMES);
    folder->fd = openat(at, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (follow ? 0 : O_NOFOLLOW));
    /* closedir() closes what fdopendir() was given, so it gets a copy. */
    int copy = folder->fd < 0 ? -1 : fcntl(folder->fd, F_DUPFD_CLOEXEC, 0);
    if (copy < 0)
        return errno;
    DIR *dir = fdopendir(copy);
    if (!dir) {
        int code = errno;
        close(copy);
        return code;
    }
    int code = read_names(folder, dir);
    closedir(dir);
    return code ? code : sort_names(folder);
}

void cut_folder_close(cut_folder *folder)
{
    if (folder->fd >= 0)
        close(folder->fd);
    free(folder->order);
    cut_buf_release(&folder->names);
    *folder = (cut_folder){.fd = -1};
}

size_t cut_folder_find(const cut_folder *folder, cut_str name)
{
    size_t low = 0, high = folder->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (cut_str_cmp(cut_str_from(cut_folder_name(folder, middle)), name) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}
