/*
 * Photos of a catalog that show the same picture: the same image data in several files, the same
 * picture compressed or made smaller again, and the same with a little cut off.
 */
#ifndef CUTLINE_DUPLICATES_H
#define CUTLINE_DUPLICATES_H

#include <cutline/catalog.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A photo of a group. */
typedef struct cutline_duplicate {
    /** The photo. */
    const cutline_photo *photo;
    /** Why it is in the group, one sentence without full stop. */
    const char *why;
    /** Its credit line is to be had from the group's first photo: it has none itself. */
    bool takes_credit;
    /** So is its caption. */
    bool takes_caption;
} cutline_duplicate;

/** Photos that show the same, the best credited first: with credit line, photographers, agencies
 * and caption, then the larger one, then the older one. A group of one photo has several files. */
typedef struct cutline_duplicates {
    /** The photos. */
    const cutline_duplicate *items;
    size_t count;
} cutline_duplicates;

/** Called for each group; what is passed is valid during the call. */
typedef void (*cutline_duplicates_fn)(const cutline_duplicates *group, void *context);

/** Counts. */
typedef struct cutline_duplicate_totals {
    /** Groups, and photos and files in them. */
    uint64_t groups, photos, files;
} cutline_duplicate_totals;

/**
 * Looks through the whole catalog, and keeps what it found for "is:duplicate" of queries until it
 * is called again. Photos are compared if a full import has read them.
 * @param catalog   opened for writing
 * @param on_group  called for each group, in the order of their lowest photo numbers
 * @param totals    receives the counts; may be NULL
 * @return CUTLINE_OK; CUTLINE_LIMIT (more than 10 million photos); CUTLINE_BUSY; CUTLINE_CATALOG;
 *         CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_find_duplicates(cutline_catalog *catalog, cutline_duplicates_fn on_group, void *context,
                        cutline_duplicate_totals *totals, cutline_error *err);

/**
 * A group as one line of JSON: {photos:[{photo, why, files, credit, caption, takes_credit,
 * takes_caption}]}.
 * @param json  receives the text; release with cutline_free()
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_duplicates_json(const cutline_duplicates *group, char **json, cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
