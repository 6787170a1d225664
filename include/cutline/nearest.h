/*
 * "Did you mean": the name that somebody who mistyped one most likely meant.
 */
#ifndef CUTLINE_NEAREST_H
#define CUTLINE_NEAREST_H

#include <cutline/error.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The name at an index from 0 on; NULL past the last. */
typedef const char *(*cutline_name_fn)(size_t index, const void *context);

/**
 * Looks for the name that is nearest to what was typed. Letters that are missing, added, wrong or
 * swapped count as one mistake each; case does not count. A name with more than one mistake in
 * three letters is not near.
 * @param typed    what was typed
 * @param name_at  hands out the names that there are
 * @param context  passed on to name_at
 * @return the name, or NULL if none is near; the first of several equally near ones
 */
CUTLINE_API const char *cutline_nearest(const char *typed, cutline_name_fn name_at,
                                        const void *context);

#ifdef __cplusplus
}
#endif
#endif
