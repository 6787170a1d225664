/*
 * Why media IDs are seen where they are: every place in a photo's file or in a text that holds one,
 * the shape by which it was known, and what says whose it is.
 */
#ifndef CUTLINE_EXPLAIN_H
#define CUTLINE_EXPLAIN_H

#include <cutline/record.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An ID seen in one place. */
typedef struct cutline_sighting {
    /** The ID with its place (evidence) and trust there. */
    cutline_media_id id;
    /** The text of that place, as found. */
    const char *text;
    /** What the value is: "EPA picture number (epa...)", "named as media ID". */
    const char *label;
    /** What says whose ID it is, where the shape alone does not: an agency that credit, source or
     * caption name ("Getty Images"), or the place of another ID. NULL if the shape speaks for
     * itself, and for IDs in the namespace "bare". */
    const char *signal;
    /** For an ID in the namespace "bare": namespaces of agencies that write IDs in this shape.
     * Their names stand nowhere beside it, and no agency is concluded from digits alone. */
    cutline_strings owners;
} cutline_sighting;

/** What was seen, in the order in which places count. */
typedef struct cutline_sightings {
    /** The sightings; NULL if count is 0. */
    const cutline_sighting *items;
    /** How many. */
    size_t count;
} cutline_sightings;

/**
 * Explains the IDs of a photo, a page or a caption list.
 * @param path  file of the photo or page
 * @param out   release with cutline_sightings_free()
 * @return CUTLINE_OK, also if there are none; errors of cutline_record_read()
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_explain_file(const char *path,
                                                                   cutline_sightings **out,
                                                                   cutline_error *err);

/**
 * Explains the IDs in a text: an ID, a file name, an address, a caption.
 * @param text  NUL-terminated; need not be valid UTF-8
 * @param out   release with cutline_sightings_free()
 * @return CUTLINE_OK, also if there are none; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_explain_text(const char *text,
                                                                   cutline_sightings **out,
                                                                   cutline_error *err);

/** Releases sightings; NULL is allowed. */
CUTLINE_API void cutline_sightings_free(cutline_sightings *sightings);

#ifdef __cplusplus
}
#endif
#endif
