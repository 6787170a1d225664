/* Photo files that are no longer where the store knows them: moved, or vanished. */
#ifndef CUT_IMPORT_GONE_H
#define CUT_IMPORT_GONE_H

#include "record/record.h"
#include "store/store.h"

#include <cutline/upkeep.h>

/* Where a file was before that has come to its path: the path of a file with the same image data
 * that is gone. *from is NULL if there is none, or if the store knows the path for one of these
 * files already; else it lives in the arena. */
CUTLINE_MUST_CHECK cutline_status cut_moved_from(cut_store *store, cut_arena *arena,
                                                 const cutline_record *record, const char **from,
                                                 cutline_error *err);

/* Looks for the files below a folder, as cutline_check_files(); "/" for all. No transaction may be
 * open. Adds to the totals. */
CUTLINE_MUST_CHECK cutline_status cut_check_folder(cut_store *store, const char *folder,
                                                   const cutline_check_options *options,
                                                   cutline_check_totals *totals,
                                                   cutline_error *err);
/* cutline_check_files() */
CUTLINE_MUST_CHECK cutline_status cut_check_files(cut_store *store, const char *path,
                                                  const cutline_check_options *options,
                                                  cutline_check_totals *totals, cutline_error *err);

#endif
