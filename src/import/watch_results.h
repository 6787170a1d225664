/* Results of an import, kept until it is committed: who hears of a photo can find it. */
#ifndef CUT_IMPORT_WATCH_RESULTS_H
#define CUT_IMPORT_WATCH_RESULTS_H

#include "base/arena.h"

#include <cutline/import.h>

typedef struct cut_watch_results {
    cut_arena arena; /* holds all of it */
    CUT_VEC(cutline_import_event) list;
} cut_watch_results;

void cut_watch_results_init(cut_watch_results *results);
void cut_watch_results_release(cut_watch_results *results);
/* Forgets them. */
void cut_watch_results_clear(cut_watch_results *results);
/* Keeps a copy, with all that it points to; false if memory runs out. */
bool cut_watch_results_keep(cut_watch_results *results, const cutline_import_event *event);

#endif
