/*
 * What a store can do, whatever database stands behind it. Nothing above this header knows SQL.
 *
 * Linking is by media ID, not by order of arrival: a page's item belongs to every photo that has
 * one of its IDs; an item that no photo claims has a photo row of its own ("awaiting image"), which
 * the image takes over when it comes. IDs match if their values are equal and their namespaces are
 * equal or one of them is "bare".
 *
 * All writing happens between cut_store_begin() and cut_store_commit(). A store handle belongs to
 * one thread at a time.
 */
#ifndef CUT_STORE_STORE_H
#define CUT_STORE_STORE_H

#include "record/page.h"
#include "record/record.h"

#include <cutline/catalog.h>
#include <cutline/import.h>

typedef struct cut_store cut_store;

CUTLINE_MUST_CHECK cutline_status cut_store_open(const char *path, cutline_open_flags flags,
                                                 cut_store **out, cutline_error *err);
void cut_store_close(cut_store *store);
/* See cutline_catalog_alone(). */
void cut_store_alone(void);

/* One write transaction. Begin waits for other writers up to the busy timeout (CUTLINE_BUSY). */
CUTLINE_MUST_CHECK cutline_status cut_store_begin(cut_store *store, cutline_error *err);
CUTLINE_MUST_CHECK cutline_status cut_store_commit(cut_store *store, cutline_error *err);
/* Whether a commit is on the disk when it returns, as it is by default. Otherwise the last ones may
 * be gone after a power failure, but the catalog is whole: for what can be read from files again.
 */
CUTLINE_MUST_CHECK cutline_status cut_store_set_lasting(cut_store *store, bool lasting,
                                                        cutline_error *err);
void cut_store_rollback(cut_store *store);

/* One view of the catalog for many lookups, which spares each of them the locking. It must end
 * before writing begins, and soon: the log cannot be cleared behind it. */
CUTLINE_MUST_CHECK cutline_status cut_store_begin_reading(cut_store *store, cutline_error *err);
void cut_store_end_reading(cut_store *store);

/* What the store knows of a path, to decide whether it must be read again. */
typedef struct cut_file_state {
    bool known;
    int64_t photo; /* photo it holds; 0 for pages */
    uint64_t size;
    int64_t mtime_ns;
    int64_t sidecars; /* cut_sidecar_state() when it was read; 0 for pages */
    bool missing;     /* it was gone when last looked for; false for pages */
    bool
        has_hash; /* image hash was computed (false after a metadata-only import); true for pages */
    bool has_picture; /* the pixels were looked at (false after an import by a version that did not
                         do so); true for pages */
} cut_file_state;

/* path is absolute; photos, pages and lists alike. */
CUTLINE_MUST_CHECK cutline_status cut_store_file_state(cut_store *store, const char *path,
                                                       cut_file_state *out, cutline_error *err);

/* A file that the store knows. */
typedef struct cut_known_file {
    const char *path; /* absolute */
    int64_t photo;    /* photo it holds */
    bool missing;     /* it was gone when last looked for */
} cut_known_file;

typedef CUT_VEC(cut_known_file) cut_known_files;

/* The files of the photo with an image hash (32 bytes), by path. None is no error. */
CUTLINE_MUST_CHECK cutline_status cut_store_files_of_hash(cut_store *store, cut_arena *arena,
                                                          const uint8_t *hash, cut_known_files *out,
                                                          cutline_error *err);
/* The next files in a folder and below it, by path: at most `most` that come after a path (""
 * before all). folder: absolute, "/" for everything. */
CUTLINE_MUST_CHECK cutline_status cut_store_files_below(cut_store *store, cut_arena *arena,
                                                        const char *folder, const char *after,
                                                        size_t most, cut_known_files *out,
                                                        cutline_error *err);
/* How many of them are there, as far as is known. */
CUTLINE_MUST_CHECK cutline_status cut_store_count_below(cut_store *store, const char *folder,
                                                        uint64_t *count, cutline_error *err);
/* Whether a file is gone (within a write transaction). Nothing else changes. */
CUTLINE_MUST_CHECK cutline_status cut_store_set_missing(cut_store *store, const char *path,
                                                        bool missing, cutline_error *err);

/* What a put did. */
typedef struct cut_put_result {
    cutline_import_result result; /* ADDED, UPDATED, UNCHANGED or MOVED */
    int64_t photo;                /* first photo touched, 0 if none */
    size_t photo_count;
} cut_put_result;

/* Works out what a photo is found by if nothing but the record speaks of it, so that storing it as
 * a new photo takes less time (record->ready). It needs no store: for threads that read files. The
 * record must not change afterwards. work: a buffer for the time of the call. Without memory
 * nothing is prepared. */
void cut_store_prepare(cutline_record *record, cut_buf *work);
/* Whether that is of use: not if people have named agencies or photographers, or killed pictures.
 */
CUTLINE_MUST_CHECK cutline_status cut_store_can_prepare(cut_store *store, bool *can,
                                                        cutline_error *err);

/* Stores a photo's file and record, links it, and brings the photo's effective values up to date.
 * record->path must be absolute. moved_from: path by which the store knows the file that is at
 * record->path now; NULL if it has not moved. */
CUTLINE_MUST_CHECK cutline_status cut_store_put_record(cut_store *store,
                                                       const cutline_record *record,
                                                       const char *moved_from, cut_put_result *out,
                                                       cutline_error *err);
/* The same for a file that was written by what the catalog says, or was found to say it already.
 * kept_caption: its caption was not among that, and needs not be looked at. embargo: what then is
 * the photo's, as in cutline_provenance, NULL if it has none; until the next call of the store. */
CUTLINE_MUST_CHECK cutline_status cut_store_put_written(cut_store *store,
                                                        const cutline_record *record,
                                                        bool kept_caption, const char **embargo,
                                                        cutline_error *err);
/* Stores a page or list (replacing what the same path said before), links its items. */
CUTLINE_MUST_CHECK cutline_status cut_store_put_page(cut_store *store, const cut_page *page,
                                                     cut_put_result *out, cutline_error *err);

/* The public lookups (see <cutline/catalog.h>, <cutline/query.h>) in store terms are declared in
 * store/lookup.h. */

#endif
