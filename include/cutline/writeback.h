/*
 * Write-back: values into the files of photos, without loss. XMP is written always, EXIF where a
 * field has a place in it, IIM where the file has IIM or it is asked for (MWG 2.0). JPEG, PNG,
 * WebP, TIFF and DNG are written themselves; RAW files, HEIC, AVIF and everything else get an XMP
 * sidecar.
 *
 * What a change does not name stays as it is: every other property, languages that are not
 * mentioned, MakerNotes, ICC, thumbnails, trailers, every byte of the image. A file is replaced in
 * one step (temporary file in the same folder, fsync, rename, fsync of the folder), after the new
 * one was read back and compared; whatever fails before leaves the old one.
 */
#ifndef CUTLINE_WRITEBACK_H
#define CUTLINE_WRITEBACK_H

#include <cutline/catalog.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A field as it is to be in a file. */
typedef struct cutline_file_change {
    /** Fixed name, e.g. "caption". */
    const char *field;
    /** The values, as in cutline_field; owned by the caller. Of a language alternative those
     * languages that are to change (lang NULL: x-default; text NULL: the language is taken out). */
    const cutline_value *values;
    /** Their number; 0 takes the field out of the file. */
    size_t count;
} cutline_file_change;

/** How to write. All zero is the default. */
typedef struct cutline_write_options {
    /** Write an XMP sidecar and leave the file itself alone. */
    bool sidecar;
    /** Write IIM also into files that have none. */
    bool iim;
    /** Keep the file's modification time. */
    bool keep_mtime;
    /** Write files with a C2PA manifest, too; every change to a file breaks its signature. */
    bool break_c2pa;
    /** Write files that have several names (hard links), too: the file of the name that is given
     * becomes a file of its own, the other names keep the old one. */
    bool break_hard_links;
    /** Do everything but the change itself. */
    bool dry_run;
    /** cutline_catalog_write(): all values that the catalog has, not only those set by hand. */
    bool all;
    /** cutline_catalog_write(): photos that their agency has withdrawn ("kill"), too. */
    bool killed;
} cutline_write_options;

/** What became of a file. */
typedef enum cutline_write_outcome {
    CUTLINE_WRITE_DONE = 0,      /**< written (with dry_run: would be) */
    CUTLINE_WRITE_UNCHANGED = 1, /**< it says so already; nothing was touched */
    CUTLINE_WRITE_FAILED = 2     /**< not written; the file is as it was */
} cutline_write_outcome;

/** Fixed name: "written", "unchanged", "failed". */
CUTLINE_API const char *cutline_write_outcome_name(cutline_write_outcome outcome);

/** What was done for one file. */
typedef struct cutline_write_event {
    /** Row number of the photo; 0 for cutline_write_file(). */
    int64_t photo;
    /** The photo's file. */
    const char *path;
    /** What was written: the file itself (symbolic links followed) or its sidecar. */
    const char *target;
    /** What became of it. */
    cutline_write_outcome outcome;
    /** Why it failed, else NULL. */
    const cutline_error *error;
    /** Names of the fields that were changed. */
    cutline_strings fields;
    /** The picture must not be used before: ISO 8601; NULL if it may, if nobody knows, or if
     * nothing was written. What is embargoed is written all the same. */
    const char *embargo;
    /** What is worth knowing: "iim-cut" (a value was cut at its IIM limit), "not-written" (a field
     * has no place in this file), ... Codes as in cutline_finding. */
    const cutline_finding *findings;
    size_t finding_count;
} cutline_write_event;

/** Told of a file; everything in it lives until it returns. Return non-zero to stop. */
typedef int (*cutline_written_fn)(const cutline_write_event *event, void *context);

/**
 * Writes changes into one file (and into the sidecars that are read with it).
 * @param path     the file; a symbolic link stands for its target
 * @param changes  no two for one field
 * @param options  NULL for the defaults
 * @param on_file  may be NULL; called once for each target, before the call returns
 * @return CUTLINE_OK (also if there was nothing to change); CUTLINE_BAD_ARGUMENT (unknown field);
 *         CUTLINE_IO; CUTLINE_MALFORMED (the file is damaged where it would have to change);
 *         CUTLINE_UNSUPPORTED (C2PA, several names: see the options); CUTLINE_LIMIT (a value does
 *         not fit); CUTLINE_CONFLICT (the file was changed meanwhile); CUTLINE_INTERNAL (what was
 *         written did not read back); CUTLINE_NO_MEMORY. The file is as it was in all these cases.
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_write_file(const char *path, const cutline_file_change *changes, size_t count,
                   const cutline_write_options *options, cutline_written_fn on_file, void *context,
                   cutline_error *err);

/**
 * Writes what the catalog has of a photo into all its files: the values set by hand, or all. The
 * catalog then knows the files as they are. A file that was changed since its import is refused
 * (CUTLINE_CONFLICT in its event). A failing file does not keep the others from being written.
 * @param photo    photo number
 * @param on_file  told of every file; may be NULL
 * @return CUTLINE_OK (what became of the files is in the events); CUTLINE_NOT_FOUND (photo);
 *         CUTLINE_CANCELLED if the callback stopped; CUTLINE_UNSUPPORTED (a killed photo; see the
 *         options); CUTLINE_BUSY; CUTLINE_CATALOG; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_catalog_write(cutline_catalog *catalog, int64_t photo, const cutline_write_options *options,
                      cutline_written_fn on_file, void *context, cutline_error *err);

/** A photo among many that are to be written. */
typedef struct cutline_write_job {
    /** Photo number. */
    int64_t photo;
    /** Changes given by the caller, e.g. to put old values back; may be NULL. */
    const cutline_file_change *changes;
    size_t count;
    /** Nothing but these; else what the catalog has of other fields, too. */
    bool changes_only;
} cutline_write_job;

/** Who is told how far it is. Calls come from the calling thread, in the order of the jobs. */
typedef struct cutline_write_listener {
    /** Of every file; may be NULL. Return non-zero to stop. */
    cutline_written_fn on_file;
    /** Of every photo, after its files; may be NULL. error: why none of them was tried (the photo
     * is not in the catalog, or killed), else NULL. Return non-zero to stop. */
    int (*on_photo)(int64_t photo, const cutline_error *error, void *context);
    /** Passed to both. */
    void *context;
} cutline_write_listener;

/**
 * Writes many photos. Several files are at work at a time, in threads; a few dozen are brought to
 * the disk together, and then told and noted in the catalog, in their order. If the process ends
 * before, their files are written all the same, and the next call finds them so.
 * @param jobs     no two for one photo, if the second is to see what the first did
 * @param options  for all; NULL for the defaults
 * @param listener may be NULL
 * @return CUTLINE_OK (what became of the photos is told); CUTLINE_CANCELLED if the listener
 * stopped: photos that were at work by then were still written and told; CUTLINE_BAD_ARGUMENT (a
 *         change); CUTLINE_BUSY; CUTLINE_CATALOG; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_catalog_write_many(cutline_catalog *catalog, const cutline_write_job *jobs, size_t count,
                           const cutline_write_options *options,
                           const cutline_write_listener *listener, cutline_error *err);

/** An event as one line of JSON: {photo, path, target, outcome, fields:[...], findings:[...],
 * error}; error is a sentence or null. Release with cutline_free(). */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_write_event_json(const cutline_write_event *event, char **json, cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
