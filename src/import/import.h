/*
 * Import: from paths to stored records. The public form is cutline_import() (<cutline/import.h>).
 *
 *   scan thread      folders -> blocks of jobs (scan.h, block.h)
 *   calling thread   asks the store whether a file is known and unchanged; hands others to the
 *                    workers; takes results in the order of the scan; writes them in batches
 *                    (writer.h); tells the caller
 *   worker threads   file bytes -> record or page, nothing else (job.h)
 *
 * Only the calling thread touches the store, so the result of an import does not depend on timing.
 * Queues are bounded: memory does not grow with the tree.
 */
#ifndef CUT_IMPORT_IMPORT_H
#define CUT_IMPORT_IMPORT_H

#include "store/store.h"

/* As cutline_import(). store may be NULL for a dry run: everything is new then. */
CUTLINE_MUST_CHECK cutline_status cut_import(cut_store *store, const char *const *paths,
                                             size_t path_count,
                                             const cutline_import_options *options,
                                             cutline_import_totals *totals, cutline_error *err);

/* The same for files that were found in folders and not named one by one: they are judged by their
 * names, folders among them are passed over. */
CUTLINE_MUST_CHECK cutline_status cut_import_found(cut_store *store, const char *const *paths,
                                                   size_t path_count,
                                                   const cutline_import_options *options,
                                                   cutline_import_totals *totals,
                                                   cutline_error *err);

#endif
