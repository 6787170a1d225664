/*
 * Upkeep of a catalog: files that have vanished or are back, and whether the database is sound.
 */
#ifndef CUTLINE_UPKEEP_H
#define CUTLINE_UPKEEP_H

#include <cutline/catalog.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What was found at the path of a file. */
typedef enum cutline_file_state {
    CUTLINE_FILE_THERE =
        0,                /**< there, as it was known to be; whether it has changed is not asked */
    CUTLINE_FILE_MISSING, /**< not there */
    CUTLINE_FILE_FOUND    /**< there again: it was marked as missing */
} cutline_file_state;

/** Report on one file. */
typedef struct cutline_check_event {
    /** Path of the file. */
    const char *path;
    /** Number of its photo. */
    int64_t photo;
    /** What was found. */
    cutline_file_state state;
    /** It was not known to be so before. */
    bool is_new;
    /** Files looked at, this one included. */
    uint64_t done;
} cutline_check_event;

/** Called once for each file, by path. */
typedef void (*cutline_check_fn)(const cutline_check_event *event, void *context);

/** How to check. All zero is the default. */
typedef struct cutline_check_options {
    /** Look, but mark nothing. */
    bool dry_run;
    /** Called for each file; may be NULL. */
    cutline_check_fn on_file;
    /** Passed to on_file. */
    void *context;
    /** If not NULL and set to non-zero, the check stops with CUTLINE_CANCELLED; what was found is
     * marked. */
    const volatile int *cancel;
} cutline_check_options;

/** Counts of files. */
typedef struct cutline_check_totals {
    /** Files looked for. */
    uint64_t files;
    /** Of these, not there. */
    uint64_t missing;
    /** Of these, there again. */
    uint64_t found;
} cutline_check_totals;

/**
 * Looks for every photo file that the catalog knows. One that is not there is marked as missing,
 * and unmarked when it is back; its photo, and all that is known of it, stays. A file that cannot
 * be asked about (permission, a disk that fails) counts as there.
 * @param path     only this file, or the files below this folder; NULL for all
 * @param options  NULL for the defaults
 * @param totals   receives the counts, also after an error; may be NULL
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND (the catalog knows nothing there); CUTLINE_CANCELLED;
 *         CUTLINE_BUSY; CUTLINE_IO; CUTLINE_CATALOG; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_check_files(
    cutline_catalog *catalog, const char *path, const cutline_check_options *options,
    cutline_check_totals *totals, cutline_error *err);

/** Called for each fault of the database, in words. */
typedef void (*cutline_damage_fn)(const char *fault, void *context);

/**
 * Reads the whole database and checks its structure, its references and its search index.
 * @param on_damage  called for each fault, at most 100; may be NULL
 * @param faults    receives how many were told
 * @return CUTLINE_OK, with faults or without; CUTLINE_CATALOG (so damaged that it cannot be read);
 *         CUTLINE_IO; CUTLINE_BUSY; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_check_database(cutline_catalog *catalog,
                                                                     cutline_damage_fn on_damage,
                                                                     void *context,
                                                                     uint64_t *faults,
                                                                     cutline_error *err);

/** Called now and then during a backup: bytes copied, and to be copied in all. */
typedef void (*cutline_backup_fn)(uint64_t bytes, uint64_t total, void *context);

/** How to back up. All zero is the default. */
typedef struct cutline_backup_options {
    /** A file that is there is replaced. */
    bool replace;
    /** Called now and then; may be NULL. */
    cutline_backup_fn on_progress;
    /** Passed to on_progress. */
    void *context;
    /** If not NULL and set to non-zero, the backup stops with CUTLINE_CANCELLED and leaves nothing.
     */
    const volatile int *cancel;
} cutline_backup_options;

/**
 * Copies the catalog into a file, which is a catalog itself: as it is at this moment, or in the
 * view that is held (cutline_catalog_hold()), whatever others write meanwhile, whom it does not
 * keep waiting. The copy appears whole, and on the disk, or not at all; it has the permissions of
 * the catalog.
 * @param path     the file to be; its folder must exist
 * @param options  NULL for the defaults
 * @param bytes    receives the size of the copy; may be NULL
 * @return CUTLINE_OK; CUTLINE_CONFLICT (there is a file of that name, and `replace` is not set, or
 *         it was changed meanwhile, or is in use as a catalog); CUTLINE_BAD_ARGUMENT (it is the
 * catalog itself, or no regular file); CUTLINE_CANCELLED; CUTLINE_IO; CUTLINE_CATALOG (the catalog
 * is damaged); CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_backup(cutline_catalog *catalog,
                                                             const char *path,
                                                             const cutline_backup_options *options,
                                                             uint64_t *bytes, cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
