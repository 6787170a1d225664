/*
 * Files that are waited for: until their writer is done, or until they are tried again. Times are
 * those of a clock that the caller reads (cut_milliseconds()), so that it can be made up.
 */
#ifndef CUT_IMPORT_WATCH_FILES_H
#define CUT_IMPORT_WATCH_FILES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* After its writer's last word a file rests this long: programs close and open again. */
#define CUT_WATCH_SETTLE_MS 100
/* A file whose writer was not seen must not change this long. */
#define CUT_WATCH_QUIET_MS 1000
/* A file that somebody holds open and does not write to is taken after this long as it is: the
 * word that it was closed may be lost. */
#define CUT_WATCH_STALE_MS 30000

/* A file that failed is tried again after 1, 2, 4, ... seconds, so many times. */
#define CUT_WATCH_TRIES 6

/* What is known of a file's writer. */
typedef enum cut_watch_word {
    CUT_WORD_OPEN,  /* it is at work */
    CUT_WORD_NONE,  /* nothing: the file was there */
    CUT_WORD_CLOSED /* it is done */
} cut_watch_word;

typedef struct cut_watch_file {
    char *path; /* absolute; owned */
    cut_watch_word word;
    uint64_t size;    /* when it was looked at last */
    int64_t mtime_ns; /* likewise; -1: not looked at */
    long long due;    /* when to look at it again */
    unsigned tries;   /* that failed */
    bool taken;       /* it is being imported */
    bool told;        /* its result is known */
    bool failed;      /* and is to be tried again */
} cut_watch_file;

typedef struct cut_watch_files {
    cut_watch_file **v; /* by path, in byte order; owned */
    size_t n, room;
} cut_watch_files;

void cut_watch_files_release(cut_watch_files *files);

cut_watch_file *cut_watch_files_find(const cut_watch_files *files, const char *path);
/* Notes what is heard of a file at the time `now`. False if memory runs out, or
 * CUT_MAX_WATCHED_FILES are waited for. */
bool cut_watch_files_hear(cut_watch_files *files, const char *path, cut_watch_word word,
                          long long now);
/* No longer waits for a file. */
void cut_watch_files_forget(cut_watch_files *files, const char *path);
/* No longer waits for those that have been told and need no further try. */
void cut_watch_files_clear_told(cut_watch_files *files);

/* What a look at a file shows. */
typedef struct cut_watch_look {
    uint64_t size;
    int64_t mtime_ns;
    long long age_ms; /* since it was changed; may be negative where clocks differ */
    bool has_links;   /* it has further names, so that nobody may have written it here */
} cut_watch_look;

/* Looks at a file that is due: true if it can be taken, else it is due again later. */
bool cut_watch_file_is_ready(cut_watch_file *file, const cut_watch_look *look, long long now);
/* A file failed: waits for the next try. Returns the milliseconds, 0 if there is to be none. */
unsigned cut_watch_file_try_again(cut_watch_file *file, long long now);

/* When the next file is due; -1 if none is waited for. */
long long cut_watch_files_next(const cut_watch_files *files);

#endif
