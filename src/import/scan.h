/* Finding the files to import: the paths named, and what lies below the folders among them. */
#ifndef CUT_IMPORT_SCAN_H
#define CUT_IMPORT_SCAN_H

#include "base/error.h"
#include "base/str.h"

typedef enum cut_scan_kind {
    CUT_SCAN_PHOTO,   /* by its extension */
    CUT_SCAN_PAGE,    /* .txt, .html, .htm */
    CUT_SCAN_LIST,    /* .csv, .tsv */
    CUT_SCAN_FEED,    /* .json, .xml */
    CUT_SCAN_UNKNOWN, /* named by the caller: its content will tell */
    CUT_SCAN_SKIPPED, /* nothing that is imported */
    CUT_SCAN_FAILED   /* cannot be looked at; the error says why */
} cut_scan_kind;

typedef struct cut_scan_entry {
    cut_scan_kind kind;
    const char *path; /* absolute; valid until the next call */
    bool named;       /* the caller named it; it was not found in a folder */
    uint64_t size;    /* bytes; 0 if skipped or failed */
    int64_t mtime_ns; /* since 1970 UTC; 0 if skipped or failed */
    int64_t sidecars; /* cut_sidecar_state(); 0 if it is no photo by its extension */
} cut_scan_entry;

typedef struct cut_scan cut_scan;

/* paths must stay while the scan is used. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_scan_open(const char *const *paths, size_t count,
                                                cut_scan **out, cutline_error *err);
void cut_scan_close(cut_scan *scan);

/* From now on paths are not the caller's choice but files that were found in a folder: they are
 * judged by their names, and folders among them are passed over. */
void cut_scan_as_found(cut_scan *scan);
/* Has on_folder called with the absolute path of each folder right before its names are read:
 * whoever watches it from then on misses nothing. */
void cut_scan_on_folder(cut_scan *scan, void (*on_folder)(const char *path, void *context),
                        void *context);

/* The next file: paths in the order named, folders in byte order of names, down to
 * CUT_MAX_TREE_DEPTH. Names that begin with a dot are passed over; links to folders are not
 * followed (but a path named may be one). An .xmp file beside a photo of the same name is its
 * sidecar and skipped. Only the open folders' names are in memory. False at the end. For
 * CUT_SCAN_FAILED err is set. */
bool cut_scan_next(cut_scan *scan, cut_scan_entry *out, cutline_error *err);

/* What a name promises; CUT_SCAN_SKIPPED if it is nothing that is imported from a folder. */
cut_scan_kind cut_scan_kind_of(cut_str name);

/* The folders among the paths that could be searched, absolute, when the scan is at its end. */
const char *const *cut_scan_roots(const cut_scan *scan, size_t *count);

#endif
