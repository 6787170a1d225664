#include "import/watch_folders.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <unistd.h>

/* Notices read at a time; one takes up to 272 bytes. */
#define READ_BYTES ((size_t)64 << 10)
/* Not IN_MODIFY: a writer causes thousands of them, and what counts is that it is done. */
#define MASK                                                                                       \
    (IN_CLOSE_WRITE | IN_CREATE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_DELETE_SELF |       \
     IN_MOVE_SELF | IN_ONLYDIR | IN_EXCL_UNLINK)

int cut_watch_folders_open(cut_watch_folders *w)
{
    *w = (cut_watch_folders){.fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC)};
    if (w->fd < 0)
        return errno;
    w->notices = malloc(READ_BYTES);
    return w->notices ? 0 : ENOMEM;
}

void cut_watch_folders_close(cut_watch_folders *w)
{
    for (size_t i = 0; i < w->count; i++)
        free(w->folders[i].path);
    free(w->folders);
    free(w->notices);
    if (w->fd >= 0)
        close(w->fd);
    *w = (cut_watch_folders){.fd = -1};
}

/* Index of the first folder whose number is not below. */
static size_t place_of(const cut_watch_folders *w, int watch)
{
    size_t low = 0, high = w->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->folders[middle].watch < watch)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static cut_watched_folder *find(const cut_watch_folders *w, int watch)
{
    size_t i = place_of(w, watch);
    return i < w->count && w->folders[i].watch == watch ? &w->folders[i] : NULL;
}

static bool insert(cut_watch_folders *w, int watch, char *path)
{
    if (w->count == w->room) {
        size_t room = w->room ? w->room * 2 : 16;
        cut_watched_folder *grown = reallocarray(w->folders, room, sizeof *grown);
        if (!grown)
            return false;
        w->folders = grown;
        w->room = room;
    }
    size_t i = place_of(w, watch);
    memmove(w->folders + i + 1, w->folders + i, (w->count - i) * sizeof *w->folders);
    w->folders[i] = (cut_watched_folder){watch, path};
    w->count++;
    return true;
}

int cut_watch_folders_add(cut_watch_folders *w, const char *path)
{
    char *copy = strdup(path);
    if (!copy)
        return ENOMEM;
    int watch = inotify_add_watch(w->fd, path, MASK);
    cut_watched_folder *known = watch < 0 ? NULL : find(w, watch);
    int code = watch < 0 ? errno : 0;
    if (known) {
        free(known->path);
        known->path = copy;
    } else if (code || !insert(w, watch, copy)) {
        free(copy);
        code = code ? code : ENOMEM;
    }
    return code;
}

static void remove_at(cut_watch_folders *w, size_t i)
{
    free(w->folders[i].path);
    w->count--;
    memmove(w->folders + i, w->folders + i + 1, (w->count - i) * sizeof *w->folders);
}

static bool is_or_is_below(const char *path, const char *folder)
{
    size_t n = strlen(folder);
    return strncmp(path, folder, n) == 0 && (path[n] == '\0' || path[n] == '/');
}

void cut_watch_folders_drop(cut_watch_folders *w, const char *path)
{
    char folder[CUT_MAX_PATH]; /* path may be that of a folder that is removed */
    snprintf(folder, sizeof folder, "%s", path);
    for (size_t i = w->count; i-- > 0;)
        if (is_or_is_below(w->folders[i].path, folder)) {
            inotify_rm_watch(w->fd, w->folders[i].watch);
            remove_at(w, i);
        }
}

bool cut_watch_folders_has(const cut_watch_folders *w, const char *path)
{
    for (size_t i = 0; i < w->count; i++)
        if (strcmp(w->folders[i].path, path) == 0)
            return true;
    return false;
}

/* Reads more notices if all were handed out. */
static bool has_notices(cut_watch_folders *w)
{
    if (w->taken < w->size)
        return true;
    ssize_t n = read(w->fd, w->notices, READ_BYTES);
    w->taken = 0;
    w->size = n > 0 ? (size_t)n : 0;
    return n > 0;
}

/* What is told of a name in a folder. */
static bool notice_of_name(const cut_watch_folders *w, const struct inotify_event *event,
                           const char *name, cut_notice *out)
{
    const cut_watched_folder *folder = find(w, event->wd);
    bool is_folder = (event->mask & IN_ISDIR) != 0;
    if (!folder)
        return false; /* it is not watched any more */
    const char *slash = strcmp(folder->path, "/") == 0 ? "" : "/";
    int n = snprintf(out->path, sizeof out->path, "%s%s%s", folder->path, slash, name);
    if (n < 0 || (size_t)n >= sizeof out->path)
        return false;
    if (event->mask & (IN_CLOSE_WRITE | IN_MOVED_TO))
        out->kind = is_folder ? CUT_NOTICE_FOLDER : CUT_NOTICE_WRITTEN;
    else if (event->mask & IN_CREATE)
        out->kind = is_folder ? CUT_NOTICE_FOLDER : CUT_NOTICE_APPEARED;
    else
        out->kind = is_folder ? CUT_NOTICE_FOLDER_GONE : CUT_NOTICE_VANISHED;
    return true;
}

/* What is told of a watched folder itself. Below the folders passed in, the folder above tells
 * first, and it is not watched any more by now. */
static bool notice_of_folder(cut_watch_folders *w, const struct inotify_event *event,
                             cut_notice *out)
{
    cut_watched_folder *folder = find(w, event->wd);
    if (!folder || !(event->mask & (IN_DELETE_SELF | IN_MOVE_SELF | IN_UNMOUNT | IN_IGNORED)))
        return false;
    out->kind = CUT_NOTICE_FOLDER_GONE;
    snprintf(out->path, sizeof out->path, "%s", folder->path);
    return true;
}

bool cut_watch_folders_next(cut_watch_folders *w, cut_notice *out)
{
    while (has_notices(w)) {
        struct inotify_event event;
        memcpy(&event, w->notices + w->taken, sizeof event);
        const char *name = w->notices + w->taken + sizeof event;
        w->taken += sizeof event + event.len;
        *out->path = '\0';
        out->kind = CUT_NOTICE_LOST;
        if (event.mask & IN_Q_OVERFLOW)
            return true;
        if (event.len > 0 ? notice_of_name(w, &event, name, out) : notice_of_folder(w, &event, out))
            return true;
    }
    return false;
}
