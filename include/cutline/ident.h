/*
 * Media IDs: the names by which agencies and archives identify a picture.
 *
 * A media ID is "namespace:value", e.g. reuters:RTX2CGS3, getty:527341234, aawsat:55350159. A
 * number whose owner is not known stands in the namespace "bare".
 */
#ifndef CUTLINE_IDENT_H
#define CUTLINE_IDENT_H

#include <cutline/error.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Namespace of an ID whose owner is not known. */
#define CUTLINE_NAMESPACE_BARE "bare"

/** How far a link between an ID and a photo is trusted; larger is more. */
typedef enum cutline_trust {
    /** A shape in a place that is often misused (a bare number in a file name). */
    CUTLINE_TRUST_WEAK = 1,
    /** A known shape in a place made for IDs, or a file-name frame of the agency. */
    CUTLINE_TRUST_FAIR = 2,
    /** The place is reserved for this agency's ID, or a page or list says it in words. */
    CUTLINE_TRUST_STRONG = 3,
    /** A person said so. */
    CUTLINE_TRUST_HAND = 4
} cutline_trust;

/** One media ID with the evidence for it. */
typedef struct cutline_media_id {
    /** Lower-case ASCII letters, digits and "-": "reuters", "getty", "bare", ... (JSON key
     * "namespace"). */
    const char *ns;
    /** Normalised value (agency IDs in capitals where the agency writes them so). */
    const char *id;
    /** Where it was found, in words: "iim 2:103", "xmp GettyImagesGIFT:AssetID", "file name",
     * "page", "list", "hand". */
    const char *evidence;
    /** How far the evidence is trusted. */
    cutline_trust trust;
} cutline_media_id;

/** IDs found in one text. */
typedef struct cutline_media_ids {
    /** The IDs, most trusted first; NULL if count is 0. */
    const cutline_media_id *items;
    /** How many. */
    size_t count;
} cutline_media_ids;

/**
 * Splits and normalises an ID as a user types it: "reuters:rtx2cgs3", "55350159", a file name.
 * @param text  "namespace:value" or a value alone
 * @param out   receives every reading, best first, at least one; a value alone is always read as
 *              "bare" too. Release with cutline_media_ids_free().
 * @return CUTLINE_BAD_ARGUMENT for an empty text, control characters or more than 255 bytes
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_media_id_parse(const char *text,
                                                                     cutline_media_ids **out,
                                                                     cutline_error *err);

/** Releases IDs; NULL is allowed. */
CUTLINE_API void cutline_media_ids_free(cutline_media_ids *ids);

#ifdef __cplusplus
}
#endif
#endif
