/* What a full import takes from the pixels of a photo, in one decode. */
#ifndef CUT_IMAGE_PICTURE_H
#define CUT_IMAGE_PICTURE_H

#include "base/finding.h"
#include "image/decode.h"
#include "image/form.h"
#include "image/marks.h"
#include "image/pdq.h"
#include "image/thumbnail.h"

/* How much of it is wanted. */
typedef enum cut_picture_want {
    CUT_PICTURE_NONE,
    CUT_PICTURE_KEEP,   /* what a catalog keeps: one hash, words and the thumbnail */
    CUT_PICTURE_COMPARE /* what is looked up: the hashes of all forms and the pixels */
} cut_picture_want;

typedef struct cut_picture {
    bool has_pixels; /* there was something that could be decoded, at least in part; else the rest
                        is empty */
    cut_pdq forms[CUT_PICTURE_FORMS]; /* of the upright picture; further ones if wanted */
    cut_words words;                  /* if wanted */
    cut_thumbnail thumbnail;          /* if wanted */
    cut_pixels upright;               /* if wanted */
} cut_picture;

/* From what was decoded. orientation: EXIF's, 0 if not known. scratch holds what is needed
 * meanwhile, arena what is handed out. What is damaged becomes a finding. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_picture_take(cut_arena *scratch, const cut_decoded *decoded,
                                                   unsigned orientation, cut_picture_want want,
                                                   cut_arena *arena, cut_picture *out,
                                                   cut_findings *findings, cutline_error *err);

#endif
