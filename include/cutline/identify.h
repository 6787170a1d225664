/*
 * Which photo of the catalog is this picture? For pictures that lost their metadata, were resized,
 * compressed again, mirrored or turned. Also the thumbnails of the catalog.
 */
#ifndef CUTLINE_IDENTIFY_H
#define CUTLINE_IDENTIFY_H

#include <cutline/catalog.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Bits in a perceptual hash (PDQ). Unrelated pictures differ in about half of them. */
#define CUTLINE_IDENTIFY_BITS 256u
/** Largest distance at which a photo counts as found unless the caller says otherwise: the
 * threshold that PDQ's authors recommend. */
#define CUTLINE_IDENTIFY_DISTANCE 31u

/** How far a candidate is to be trusted. */
typedef enum cutline_confidence {
    CUTLINE_CONFIDENCE_CERTAIN = 0, /**< the coded image data is the same, byte for byte */
    CUTLINE_CONFIDENCE_HIGH,   /**< at most 16 bits differ, or many marks lie as on the photo */
    CUTLINE_CONFIDENCE_MEDIUM, /**< at most 31 bits differ, or some marks lie as on the photo */
    CUTLINE_CONFIDENCE_LOW     /**< more differ, or one of the pictures is too plain to tell */
} cutline_confidence;

/** Fixed name: "certain", "high", "medium", "low". */
CUTLINE_API const char *cutline_confidence_name(cutline_confidence confidence);

/** How to look. All zero is the default. */
typedef struct cutline_identify_options {
    /** Largest distance of a photo that is found by its hash, 1 to 256; 0 for
     * CUTLINE_IDENTIFY_DISTANCE. Photos found by their marks may be farther. */
    unsigned distance;
    /** Only photos with the same coded image data. */
    bool exact_only;
    /** Path of the program cutline-pixels, for pictures that are no JPEG: see
     * cutline_read_options. */
    const char *pixels_program;
} cutline_identify_options;

/** A photo that the picture may be. */
typedef struct cutline_candidate {
    /** The photo, with credit and media IDs. */
    const cutline_photo *photo;
    /** Bits of the perceptual hash that differ, 0 to 256; 0 if the image data is the same. Parts of
     * a photo, which are found by their marks, differ in about half of them. */
    unsigned distance;
    /** Marks (small places that stand out) of the photo that lie on the picture as on the photo; 0
     * if they were not compared. */
    unsigned marks;
    /** Percent of the photo's area that the picture shows, and percent of the picture's area that
     * it takes: 100 and 100 if all of it is shown and nothing else. */
    unsigned shown, covered;
    /** How far it is to be trusted. */
    cutline_confidence confidence;
    /** How the picture has to be laid to look like the photo: "as it is", "mirrored", "turned
     * left", "turned right", "upside down", "mirrored upside down", "mirrored and turned left",
     * "mirrored and turned right". */
    const char *form;
    /** Why it is thought to be the photo, one sentence without full stop. */
    const char *why;
} cutline_candidate;

/** Candidates, best first. */
typedef struct cutline_candidates {
    /** The candidates, at most 10. */
    const cutline_candidate *items;
    size_t count;
    /** The picture could be decoded, so that it was compared by its looks; if not, only image data
     * was compared. */
    bool compared;
    /** PDQ's measure of how much there is to see in the picture, 0 to 100; below 50 its looks tell
     * little. */
    unsigned quality;
} cutline_candidates;

/**
 * Looks a picture up. First by its image data, then, if it is a JPEG or a RAW file with a preview,
 * by its looks among all photos, also mirrored and turned; if no photo looks like it, by parts of
 * it, in all forms likewise, so that cropped pictures, such with something written over them, and
 * screenshots are found, too.
 * @param path     the picture; the catalog need not know the file
 * @param options  NULL for the defaults
 * @param out      receives the candidates, none if no photo is near enough; release with
 *                 cutline_candidates_free()
 * @return CUTLINE_OK, also if there are none; the failures of cutline_record_read();
 * CUTLINE_CATALOG; CUTLINE_BAD_ARGUMENT (a distance over 256)
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_identify(
    cutline_catalog *catalog, const char *path, const cutline_identify_options *options,
    cutline_candidates **out, cutline_error *err);

/**
 * Receives the answer to one of several pictures.
 * @param index    which one, from 0; they come in order
 * @param status   CUTLINE_OK, or why the picture could not be read (a failure of
 *                 cutline_record_read()), which `err` describes
 * @param found    the candidates, NULL after a failure; the receiver releases them
 */
typedef void (*cutline_identified_fn)(size_t index, cutline_status status,
                                      cutline_candidates *found, const cutline_error *err,
                                      void *context);

/**
 * Looks many pictures up, as cutline_identify() does each. The catalog is gone through once for
 * several pictures, eight at most, which are held in memory meanwhile.
 * @param tell     is called once for each picture, in order, the first time after one of them
 * @return CUTLINE_OK, also if pictures could not be read; CUTLINE_CATALOG, CUTLINE_NO_MEMORY:
 * nothing is told of the rest; CUTLINE_BAD_ARGUMENT (a distance over 256)
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status
cutline_identify_many(cutline_catalog *catalog, const char *const *paths, size_t count,
                      const cutline_identify_options *options, cutline_identified_fn tell,
                      void *context, cutline_error *err);
/** Releases candidates; NULL is allowed. */
CUTLINE_API void cutline_candidates_free(cutline_candidates *candidates);

/**
 * Candidates as one line of JSON: {path, found, compared, quality, candidates:[{photo, distance,
 * marks, shown, covered, confidence, form, why, media_ids:[{namespace,id,evidence}], credit:{line,
 * agencies, photographers, issuer, roles}, restrictions, files:[path,...]}]}.
 * @param path  the picture, as it was asked for
 * @param json  receives the text; release with cutline_free()
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_candidates_json(
    const cutline_candidates *candidates, const char *path, char **json, cutline_error *err);

/**
 * The thumbnail of a photo: a JPEG without metadata, upright, at most 256 pixels on its longest
 * side. Full imports of photos that can be decoded keep one.
 * @param photo   photo number
 * @param jpeg    receives the file's bytes; release with cutline_free()
 * @param length  receives their number
 * @return CUTLINE_OK; CUTLINE_NOT_FOUND (none is kept); CUTLINE_CATALOG; CUTLINE_NO_MEMORY
 */
CUTLINE_API CUTLINE_MUST_CHECK cutline_status cutline_catalog_thumbnail(cutline_catalog *catalog,
                                                                        int64_t photo, void **jpeg,
                                                                        size_t *length,
                                                                        cutline_error *err);

#ifdef __cplusplus
}
#endif
#endif
