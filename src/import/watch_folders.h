/*
 * The folders that are watched, and what the kernel tells of them (inotify(7)). A folder stays
 * watched wherever it is moved, so its path is kept up to date here.
 */
#ifndef CUT_IMPORT_WATCH_FOLDERS_H
#define CUT_IMPORT_WATCH_FOLDERS_H

#include "base/limits.h"

#include <stdbool.h>
#include <stddef.h>

/* What happened. */
typedef enum cut_notice_kind {
    CUT_NOTICE_WRITTEN,     /* a file was closed by its writer, or moved here */
    CUT_NOTICE_APPEARED,    /* a file was made: it is being written, or it is a link */
    CUT_NOTICE_VANISHED,    /* a file was deleted or moved away */
    CUT_NOTICE_FOLDER,      /* a folder was made or moved here; it is not watched yet */
    CUT_NOTICE_FOLDER_GONE, /* a watched folder was deleted or moved away */
    CUT_NOTICE_LOST         /* notices were lost: anything may have happened */
} cut_notice_kind;

typedef struct cut_notice {
    cut_notice_kind kind;
    char path[CUT_MAX_PATH]; /* absolute; "" if lost */
} cut_notice;

typedef struct cut_watched_folder {
    int watch;  /* the kernel's number for it */
    char *path; /* owned */
} cut_watched_folder;

typedef struct cut_watch_folders {
    int fd;                      /* of inotify; readable when there are notices. -1: not open */
    cut_watched_folder *folders; /* by rising number; owned */
    size_t count, room;
    char *notices;      /* as read from fd, not handed out yet; owned */
    size_t size, taken; /* bytes of them, and how many were handed out */
} cut_watch_folders;

/* Opens; 0 or an errno value. To be closed in both cases. */
int cut_watch_folders_open(cut_watch_folders *w);
void cut_watch_folders_close(cut_watch_folders *w);

/* Watches a folder (not what is below it), or notes the new path of one that is watched. A link is
 * followed. Returns 0 or an errno value: ENOSPC if the system gives no more watches. */
int cut_watch_folders_add(cut_watch_folders *w, const char *path);
/* Ends the watch of a folder and of all below it. */
void cut_watch_folders_drop(cut_watch_folders *w, const char *path);
bool cut_watch_folders_has(const cut_watch_folders *w, const char *path);

/* The next notice, without waiting; false if there is none now. */
bool cut_watch_folders_next(cut_watch_folders *w, cut_notice *out);

#endif
