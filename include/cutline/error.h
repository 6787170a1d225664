/*
 * Status codes and error details shared by every cutline call.
 *
 * A call that can fail returns a cutline_status, which must be checked, hands its results out
 * through pointers, and takes a cutline_error as its last argument. The error may be NULL where
 * the caller wants the status only. On success the error is left untouched. The library never
 * prints, exits, reads the environment or changes the locale.
 */
#ifndef CUTLINE_ERROR_H
#define CUTLINE_ERROR_H

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define CUTLINE_API __attribute__((visibility("default")))
#define CUTLINE_MUST_CHECK __attribute__((warn_unused_result))
#else
#define CUTLINE_API
#define CUTLINE_MUST_CHECK
#endif

/** What became of a call. The values are part of the ABI: new ones are added at the end. */
typedef enum cutline_status {
    /** Done. */
    CUTLINE_OK = 0,
    /** Memory ran out. Nothing was changed. */
    CUTLINE_NO_MEMORY = 1,
    /** The system refused a file operation (open, read, write, permission); errno's text is in the
     * message. */
    CUTLINE_IO = 2,
    /** The bytes break the rules of their format; the message names the file and the byte. */
    CUTLINE_MALFORMED = 3,
    /** The bytes are of a kind that cutline does not read. */
    CUTLINE_UNSUPPORTED = 4,
    /** The input is beyond a safety limit (src/base/limits.h). */
    CUTLINE_LIMIT = 5,
    /** What was asked for is not there. */
    CUTLINE_NOT_FOUND = 6,
    /** The caller passed something that cannot be meant (an unknown field name, a bad ID). */
    CUTLINE_BAD_ARGUMENT = 7,
    /** Somebody else changed the same thing first. Nothing was changed. */
    CUTLINE_CONFLICT = 8,
    /** The catalog is locked by another process for longer than the wait allows. */
    CUTLINE_BUSY = 9,
    /** The catalog is damaged, too new, or its engine reported a fault. */
    CUTLINE_CATALOG = 10,
    /** The caller's cancel flag was set; what was committed before stays. */
    CUTLINE_CANCELLED = 11,
    /** A fault of cutline itself. Please report it. */
    CUTLINE_INTERNAL = 12
} cutline_status;

/** Value of cutline_error.offset when no byte position is known. */
#define CUTLINE_NO_OFFSET (-1)

/** What went wrong, in words. A plain value: copy it, keep it, no release needed. */
typedef struct cutline_error {
    /** The status the failing call returned. */
    cutline_status status;
    /** Byte position in `file` (from 0) where the fault was seen, or CUTLINE_NO_OFFSET. */
    int64_t offset;
    /** The file concerned, cut at 1023 bytes; "" if none. */
    char file[1024];
    /** One sentence for people, UTF-8, without file name, position or full stop at the end. */
    char message[512];
} cutline_error;

/** Sets an error to "no error". */
CUTLINE_API void cutline_error_clear(cutline_error *err);

/**
 * Writes "FILE: byte N: MESSAGE" (parts that are unknown are left out) into a buffer.
 * @param err   the error to describe
 * @param out   receives the text, always NUL-terminated when size > 0
 * @param size  bytes available at out
 * @return out
 */
CUTLINE_API char *cutline_error_text(const cutline_error *err, char *out, unsigned size);

/** Short fixed name of a status, e.g. "malformed". Static storage, never NULL. */
CUTLINE_API const char *cutline_status_name(cutline_status status);

#ifdef __cplusplus
}
#endif
#endif
