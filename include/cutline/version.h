/*
 * Version of the cutline library.
 *
 * Numbers follow semantic versioning. While the major number is 0, a new minor number may change
 * calls; a new patch number never does.
 */
#ifndef CUTLINE_VERSION_H
#define CUTLINE_VERSION_H

#include <cutline/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Major number of the headers' version. */
#define CUTLINE_VERSION_MAJOR 0
/** Minor number. */
#define CUTLINE_VERSION_MINOR 1
/** Patch number. */
#define CUTLINE_VERSION_PATCH 0

/** True if the headers are at least of version X.Y.Z (a preprocessor constant). */
#define CUTLINE_VERSION_AT_LEAST(major, minor, patch)                                              \
    (CUTLINE_VERSION_MAJOR > (major) ||                                                            \
     (CUTLINE_VERSION_MAJOR == (major) &&                                                          \
      (CUTLINE_VERSION_MINOR > (minor) ||                                                          \
       (CUTLINE_VERSION_MINOR == (minor) && CUTLINE_VERSION_PATCH >= (patch)))))

/** Version of the library that is running, e.g. "0.1.0". Static storage, never NULL. */
CUTLINE_API const char *cutline_version(void);

#ifdef __cplusplus
}
#endif
#endif
