/*
 * Import: photos, folders, archived pages and caption lists into a catalog. Originals are only
 * read. Importing the same thing again changes nothing.
 */
#ifndef CUTLINE_IMPORT_H
#define CUTLINE_IMPORT_H

#include <cutline/catalog.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What became of one file. */
typedef enum cutline_import_result {
    CUTLINE_IMPORT_ADDED = 0, /**< new in the catalog */
    CUTLINE_IMPORT_UPDATED,   /**< known, read again because it changed */
    CUTLINE_IMPORT_UNCHANGED, /**< known and the same: not read */
    CUTLINE_IMPORT_SKIPPED,   /**< not a kind of file that is imported (found in a folder) */
    CUTLINE_IMPORT_FAILED,    /**< could not be imported; the error says why */
    CUTLINE_IMPORT_MOVED,     /**< known by another path, where it is no longer */
    CUTLINE_IMPORT_MISSING    /**< known in a folder that was searched, and no longer there; the
                                   photo stays (see <cutline/upkeep.h>) */
} cutline_import_result;

/** Report on one file. */
typedef struct cutline_import_event {
    /** The file, as found below the path passed in. */
    const char *path;
    /** Where it was before, if it has moved; else NULL. */
    const char *moved_from;
    /** What became of it. */
    cutline_import_result result;
    /** It was read as a photo, not as a page, list or feed. */
    bool is_photo;
    /** Photos touched (a page may show several). */
    size_t photo_count;
    /** Number of the first of them; 0 if none. */
    int64_t photo;
    /** Findings made on the file. */
    const cutline_finding *findings;
    size_t finding_count;
    /** Set if failed. */
    const cutline_error *error;
    /** Progress: files done, and files in all once they are counted (else 0); count_ahead has
     * them counted early. */
    uint64_t done, total;
    /** The same in bytes of the files. */
    uint64_t done_bytes, total_bytes;
} cutline_import_event;

/** Called from the importing thread, once for each file. */
typedef void (*cutline_import_fn)(const cutline_import_event *event, void *context);

/** How to import. All zero is the default. */
typedef struct cutline_import_options {
    /** Do not read image data: no image hash, thumbnail and perceptual hash until a later full
     * import. */
    bool metadata_only;
    /** Read and report, but change nothing. */
    bool dry_run;
    /** Worker threads; 0 for the number of processors. */
    unsigned jobs;
    /** Which block wins where they disagree. */
    cutline_policy policy;
    /** Columns of caption lists that are not known by their names: "HEADER=FIELD,...", where a
     * header is what a list calls the column (letters and digits count, case and accents do not)
     * and a field is media_id, namespace, file, caption, headline, credit, byline, source,
     * copyright, date, city, state, country, instructions, or "ignore". Other columns are known by
     * the usual names in several languages. NULL for none. Lists are read again, even if they have
     * not changed. */
    const char *map;
    /** Walk through the folders once more beside the import, so that events soon know how many
     * files there are. */
    bool count_ahead;
    /** Path of the program cutline-pixels: see cutline_read_options. */
    const char *pixels_program;
    /** Called for each file; may be NULL. */
    cutline_import_fn on_file;
    /** Passed to on_file. */
    void *context;
    /** If not NULL and set to non-zero (also by a signal handler), the import commits what is done
     * and stops with CUTLINE_CANCELLED. */
    const volatile int *cancel;
} cutline_import_options;

/** Counts of results. */
typedef struct cutline_import_totals {
    /** Files by result, as in cutline_import_result. */
    uint64_t added, updated, unchanged, skipped, failed, moved, missing;
} cutline_import_totals;

/**
 * Imports paths: photos, folders (recursive, in byte order of names), pages (.txt, .html, .htm),
 * caption lists (.csv, .tsv). A file that is named is known by its content if its name says
 * nothing; in folders, names that begin with a dot, links to folders and XMP sidecars of photos are
 * passed over. One file's failure does not stop the others.
 *
 * A file is read again if its size or modification time has changed, or those of its XMP sidecars.
 * A file with the image data of a photo one of whose files is gone is that file, moved. Files that
 * the catalog knows in a folder passed in, and that are gone, are marked as missing.
 * @param catalog  NULL is allowed in a dry run: everything is new then
 * @param paths    the paths; a path that does not exist counts as failed
 * @param options  NULL for the defaults
 * @param totals   receives the counts, also after an error; may be NULL
 * @return CUTLINE_OK even if some files failed (see totals); CUTLINE_CANCELLED; CUTLINE_BUSY;
 *         CUTLINE_CATALOG; CUTLINE_BAD_ARGUMENT (the map); CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_import(
    cutline_catalog *catalog, const char *const *paths, size_t path_count,
    const cutline_import_options *options, cutline_import_totals *totals, cutline_error *err);

/** What a watch has to say beside what became of files. */
typedef enum cutline_watch_news {
    CUTLINE_WATCH_READY = 0,    /**< all folders are watched, and what was complete in them has
                                    been taken */
    CUTLINE_WATCH_RETRY,        /**< a file failed and will be tried again */
    CUTLINE_WATCH_LOST,         /**< too much happened at a time: the folders are searched again */
    CUTLINE_WATCH_FOLDER_GONE,  /**< a folder passed in is gone; it is looked for every few seconds
                                 */
    CUTLINE_WATCH_FOLDER_BLIND, /**< a folder cannot be watched; it is searched once a minute */
    CUTLINE_WATCH_CATALOG       /**< the catalog cannot be written; tried again */
} cutline_watch_news;

/** A piece of news. */
typedef struct cutline_watch_event {
    /** Its kind. */
    cutline_watch_news news;
    /** The file or folder concerned; NULL if none. */
    const char *path;
    /** What went wrong; NULL if nothing did. */
    const cutline_error *error;
    /** Milliseconds until the next try; 0 if there is none. */
    unsigned wait_ms;
} cutline_watch_event;

/** Called from the watching thread. */
typedef void (*cutline_watch_fn)(const cutline_watch_event *event, void *context);

/** How to watch. */
typedef struct cutline_watch_options {
    /** How files are imported. on_file is called for each file taken (done counts them, total
     * and bytes are 0) and must not take long; of failures it gets the last try's. dry_run is not
     * allowed. The cancel flag is how a watch ends: within a second, at once if it was set by a
     * signal handler of the watching thread. */
    cutline_import_options import;
    /** Called for news; may be NULL. */
    cutline_watch_fn on_news;
    /** Passed to on_news. */
    void *context;
} cutline_watch_options;

/**
 * Watches folders and all that is below them, and imports each file when it is complete: when its
 * writer has closed it or moved it there, and it has not changed for a moment. What is in the
 * folders already, or came while nobody watched, is imported first. Names that begin with a dot or
 * "~", and endings that are not imported (.part, .tmp), are passed over until the file has its real
 * name. Photo files that vanish are marked as missing. Files that fail are tried again with growing
 * waits for a minute. Needs inotify (Linux); files written by other machines on a network file
 * system are seen when the folders are searched only.
 * @param paths    the folders
 * @param options  must have a cancel flag
 * @param totals   receives the counts, also after an error; may be NULL
 * @return CUTLINE_CANCELLED in the usual way; CUTLINE_BAD_ARGUMENT (no folder, no cancel flag, a
 *         path that is no folder, the map); CUTLINE_IO (a folder cannot be opened at the start);
 *         CUTLINE_CATALOG or CUTLINE_BUSY if the catalog could not be written for some minutes;
 *         CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_watch(
    cutline_catalog *catalog, const char *const *paths, size_t path_count,
    const cutline_watch_options *options, cutline_import_totals *totals, cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
