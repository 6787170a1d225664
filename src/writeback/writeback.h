/* Write-back for the rest of the library; the public calls are in <cutline/writeback.h>. */
#ifndef CUT_WRITEBACK_WRITEBACK_H
#define CUT_WRITEBACK_WRITEBACK_H

#include "base/str.h"

#include <cutline/writeback.h>

/* What a caller that keeps records wants to know besides. */
typedef struct cut_write_news {
    cutline_record *record; /* the file as it is now, without an image hash, as cut_record_read()
                               would have it by the path given; NULL if it was not written, or has
                               sidecars. The caller's, by cutline_record_free() */
    bool other; /* it is not as `must_be_as` has it, but says already what it is to say */
} cut_write_news;

typedef struct cut_write_request {
    cutline_write_options options;
    cutline_written_fn on_file; /* may be NULL */
    void *context;              /* for on_file */
    int64_t photo;              /* for events; 0 if unknown */
    bool must_be_as;            /* the file must have the size and time that follow */
    uint64_t size;              /* bytes */
    int64_t mtime_ns;           /* since 1970 UTC */
    int slot;                   /* see cut_replace_open() */
    cut_write_news *news;       /* filled in; NULL: not wanted */
} cut_write_request;

/* cutline_write_file() with more to say. May run in several threads at once, for files that have no
 * sidecar in common. */
CUTLINE_MUST_CHECK cutline_status cut_write(const char *path, const cutline_file_change *changes,
                                            size_t count, const cut_write_request *request,
                                            cutline_error *err);

#endif
