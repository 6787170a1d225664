/* JPEG to pixels, at a fraction of its size. The only reader of pixels. */
#ifndef CUT_IMAGE_DECODE_H
#define CUT_IMAGE_DECODE_H

#include "base/source.h"
#include "image/pixels.h"

/* The longest side wanted at least, if the picture has it, and the shortest: enough for a
 * thumbnail, and for the 64 x 64 blocks of a perceptual hash, two pixels each way. */
#define CUT_DECODE_LONGEST 256u
#define CUT_DECODE_SHORTEST 128u

typedef struct cut_decoded {
    bool usable;       /* some of the picture is in pixels; what is missing is grey */
    bool damaged;      /* not all of it could be decoded */
    char message[200]; /* libjpeg's word on what is wrong, "" if nothing is */
    cut_pixels pixels; /* in the source's arena */
    /* The ICC profile of the pixels, in the source's arena; empty if there is none, if it is of
     * another colour space than they are, if it says sRGB, or if it is over CUT_MAX_SMALL_PROFILE.
     */
    cut_view profile;
} cut_decoded;

/* Decodes the JPEG in [offset, offset + length) of a source at the smallest of the scales 1/8, 1/4,
 * 1/2 and 1 that gives the sides above. CMYK becomes RGB. No colour profile is applied, but a small
 * one is handed on, so that the pixels can be shown as they are meant. A picture
 * that cannot be decoded, is cut short or is over a limit is no failure: see the members.
 * CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_decode_jpeg(cut_source *source, uint64_t offset,
                                                  uint64_t length, cut_decoded *out,
                                                  cutline_error *err);

#endif
