/* One target, from its old bytes to its new ones: the file itself, or a sidecar. */
#ifndef CUT_WRITEBACK_FILE_WRITE_H
#define CUT_WRITEBACK_FILE_WRITE_H

#include "writeback/work.h"

typedef struct cut_target {
    const char *path;     /* what is written */
    bool sidecar;         /* it is an XMP file */
    const char *serves;   /* a new sidecar: extension of the file that it is for, else NULL */
    bool must_be_as;      /* size and mtime_ns are those the caller has seen */
    uint64_t size;        /* bytes */
    int64_t mtime_ns;     /* since 1970 UTC */
    int slot;             /* see cut_replace_open() */
    const char *known_as; /* path that a record of the new file is to have; NULL: none is wanted */
} cut_target;

typedef struct cut_target_result {
    cutline_write_outcome outcome; /* DONE or UNCHANGED */
    CUT_VEC(const char *) fields;  /* that have changed */
    bool other;                    /* UNCHANGED, but the file is not as the caller has seen it */
    cutline_record *record; /* of the new file; NULL if none was wanted, or sidecars belong to it */
} cut_target_result;

/* Writes the changes into a target. The arena is used for all of it but result->record, which is
 * the caller's. */
CUTLINE_MUST_CHECK cutline_status cut_target_write(cut_arena *arena, const cut_target *target,
                                                   const cut_changes *changes,
                                                   const cutline_write_options *options,
                                                   cut_findings *findings, cut_target_result *out,
                                                   cutline_error *err);

#endif
