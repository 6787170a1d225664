/* Counting the files of an import while it goes on, so that people know how much is left. */
#ifndef CUT_IMPORT_COUNT_H
#define CUT_IMPORT_COUNT_H

#include "base/thread.h"

#include <stdatomic.h>
#include <stdint.h>

typedef struct cut_count {
    const char *const *paths; /* the caller's */
    size_t path_count;
    cut_thread thread;
    bool runs;
    atomic_bool stop, known;
    uint64_t files, bytes; /* once known: entries of the scan, and their sizes */
} cut_count;

/* Starts to count, in a thread of its own. Without one, the numbers stay unknown. */
void cut_count_start(cut_count *count, const char *const *paths, size_t path_count);
/* Ends the count, whether it is through or not. */
void cut_count_stop(cut_count *count);

#endif
