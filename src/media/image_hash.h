/* The image hash of formats whose coded data lies in known stretches of the file. */
#ifndef CUT_MEDIA_IMAGE_HASH_H
#define CUT_MEDIA_IMAGE_HASH_H

#include "media/media.h"

typedef struct cut_image_hash {
    cut_source *source;
    cut_sha256 hash;
    uint64_t bytes; /* hashed so far */
    bool wanted;    /* if not, ranges are not read */
    bool given_up;  /* too many ranges, or more bytes in them than in the file: a trap */
    uint64_t cut;   /* where the file ended inside a range; 0 if it did not */
} cut_image_hash;

void cut_image_hash_start(cut_image_hash *h, cut_source *source, bool wanted);
/* Adds [offset, offset + length); less if the file ends before. Ranges that come to more than twice
 * the file give no hash, so that a small file cannot ask for hours. CUTLINE_IO. */
CUTLINE_MUST_CHECK cutline_status cut_image_hash_add(cut_image_hash *h, uint64_t offset,
                                                     uint64_t length, cutline_error *err);
/* Puts the hash into the layout if there was anything to hash; says if the file was too short. */
void cut_image_hash_finish(cut_image_hash *h, cut_layout *out, cut_findings *findings);

#endif
