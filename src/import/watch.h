/*
 * Watching folders. The public form is cutline_watch() (<cutline/import.h>).
 *
 *   watch_folders.h  what the kernel tells, with paths
 *   watch_files.h    which files are waited for, and when they are complete
 *   watch.c          the loop: hear, search, take what is complete, import it, wait
 *
 * One thread does all of it but the reading of files (import.h). A folder is watched before its
 * names are read, so that nothing falls between.
 */
#ifndef CUT_IMPORT_WATCH_H
#define CUT_IMPORT_WATCH_H

#include "store/store.h"

#include <cutline/import.h>

/* As cutline_watch(). */
CUTLINE_MUST_CHECK cutline_status cut_watch(cut_store *store, const char *const *paths,
                                            size_t path_count, const cutline_watch_options *options,
                                            cutline_import_totals *totals, cutline_error *err);

#endif
