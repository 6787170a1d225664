/*
 * Filling in a cutline_error and returning its status in one expression:
 *     return cut_fail(err, CUTLINE_LIMIT, "more than %u segments", CUT_MAX_SEGMENTS);
 */
#ifndef CUT_BASE_ERROR_H
#define CUT_BASE_ERROR_H

#include <cutline/error.h>

/* Sets the error (err may be NULL) and returns status. No file, no position. */
cutline_status cut_fail(cutline_error *err, cutline_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same with a file (may be NULL) and a byte position (or CUTLINE_NO_OFFSET). */
cutline_status cut_fail_at(cutline_error *err, cutline_status status, const char *file,
                           int64_t offset, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* "Out of memory", for the many places that only allocate. */
cutline_status cut_no_memory(cutline_error *err);

/* CUTLINE_IO with the text of errno value `code`: "cannot open: Permission denied". */
cutline_status cut_fail_errno(cutline_error *err, const char *file, int code, const char *what);

/* Puts "WHERE: " before the message of an error, WHERE as printf() would write it. err may be NULL.
 */
void cut_error_set_where(cutline_error *err, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Names the file in an error that does not name one yet. */
void cut_error_set_file(cutline_error *err, const char *file);

#endif
