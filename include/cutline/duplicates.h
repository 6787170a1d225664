/*
 * Photos of a catalog that show the same picture: the same image data in several files, the same
 * picture encoded again or made smaller, a part of it, or mirrored.
 */
#ifndef CUTLINE_DUPLICATES_H
#define CUTLINE_DUPLICATES_H

#include <cutline/catalog.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Why a photo is in a group. */
typedef enum cutline_duplicate_kind {
    CUTLINE_DUPLICATE_BEST,     /**< the group's best: the others are compared with it */
    CUTLINE_DUPLICATE_SAME,     /**< the same picture, encoded again, perhaps larger or smaller */
    CUTLINE_DUPLICATE_PART,     /**< a part of the picture, or the picture is a part of it */
    CUTLINE_DUPLICATE_MIRRORED, /**< the picture mirrored, perhaps a part of it */
    CUTLINE_DUPLICATE_ALIKE /**< it looks much like it, but something is different: another frame
                                 of one series, or something was written on it */
} cutline_duplicate_kind;

/** Name of a kind: "best", "same", "part", "mirrored", "alike". */
CUTLINE_API const char *cutline_duplicate_kind_name(cutline_duplicate_kind kind);

/** A photo of a group. */
typedef struct cutline_duplicate {
    /** The photo. */
    const cutline_photo *photo;
    /** What it is. */
    cutline_duplicate_kind kind;
    /** Why it is in the group, or why it is the best, one sentence without full stop. */
    const char *why;
    /** Its credit line is to be had from the group's best: it has none itself. */
    bool takes_credit;
    /** So is its caption. */
    bool takes_caption;
    /** What carries credit, caption and media IDs over from the best, as cutline_edits_add() takes
     * it: only what the photo lacks. None for a photo that is only alike. */
    cutline_strings edits;
    /** What it has otherwise than the best, in words: left as it is. */
    cutline_strings conflicts;
    /** What must be known before it is used: "killed", "embargoed", "missing" (all its files). */
    cutline_strings marks;
} cutline_duplicate;

/** Photos that show the same, the best credited first: with credit line, photographers, agencies
 * and caption, then the larger one, then the older one. A group of one photo has several files
 * that are not missing. */
typedef struct cutline_duplicates {
    /** The photos. */
    const cutline_duplicate *items;
    size_t count;
} cutline_duplicates;

/** What is being done. */
typedef enum cutline_duplicate_stage {
    CUTLINE_DUPLICATES_PREPARE, /**< looking at thumbnails of photos that are new, once each */
    CUTLINE_DUPLICATES_PAIR,    /**< looking for photos that have something in common */
    CUTLINE_DUPLICATES_COMPARE, /**< laying these over each other */
    CUTLINE_DUPLICATES_GROUP    /**< telling the groups */
} cutline_duplicate_stage;

/** How to look, and whom to tell. All zero is good. */
typedef struct cutline_duplicate_options {
    /** Also groups of photos that are only alike, and these in other groups. */
    bool alike;
    /** Prepare all photos for finding parts, however many are new. Otherwise
     * CUTLINE_DUPLICATES_PREPARED of them at most, the latest first: a million takes twenty
     * minutes, once. */
    bool all_parts;
    /** Called for each group; what is passed is valid during the call. */
    void (*on_group)(const cutline_duplicates *group, void *context);
    /** Called now and then: `done` of `total` photos or pairs of a stage. */
    void (*on_progress)(cutline_duplicate_stage stage, uint64_t done, uint64_t total,
                        void *context);
    /** Passed on to the calls. */
    void *context;
    /** Stops the work when it is not 0; may be set by a signal handler. */
    const volatile int *cancel;
} cutline_duplicate_options;

/** Photos prepared in one call unless all are. */
#define CUTLINE_DUPLICATES_PREPARED 20000u

/** Counts. */
typedef struct cutline_duplicate_totals {
    /** Groups, and photos and files in them. */
    uint64_t groups, photos, files;
    /** Photos that are not prepared yet: their parts were not looked for. */
    uint64_t unprepared;
} cutline_duplicate_totals;

/**
 * Looks through the whole catalog. Photos are compared if a full import has read them. Parts and
 * mirrored pictures that are found are kept for "is:duplicate" of queries.
 * @param catalog  opened for writing
 * @param options  NULL for none
 * @param totals   receives the counts; may be NULL
 * @return CUTLINE_OK; CUTLINE_CANCELLED; CUTLINE_LIMIT (more than 10 million photos); CUTLINE_BUSY;
 *         CUTLINE_CATALOG; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_find_duplicates(cutline_catalog *catalog, const cutline_duplicate_options *options,
                        cutline_duplicate_totals *totals, cutline_error *err);

/**
 * A group as one line of JSON: {photos:[{photo, kind, why, files, credit, caption, media_ids,
 * marks, takes_credit, takes_caption, edits, conflicts}]}.
 * @param json  receives the text; release with cutline_free()
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_duplicates_json(const cutline_duplicates *group, char **json, cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
