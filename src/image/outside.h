/*
 * Pixels of formats whose decoders are large and fed by strangers: PNG, WebP, HEIF (HEIC, AVIF),
 * TIFF. They are decoded by a program of its own (src/pixels/), which may crash, hang or run out of
 * memory without harm.
 *
 * The program gets the file as its standard input and the format's name as its argument, and writes
 * a cut_outside_head and the pixels' rows to its standard output.
 */
#ifndef CUT_IMAGE_OUTSIDE_H
#define CUT_IMAGE_OUTSIDE_H

#include "image/decode.h"

#define CUT_OUTSIDE_MAGIC "cutpix1"

/* In the byte order of the machine: both programs run on the same one. */
typedef struct cut_outside_head {
    char magic[8];                    /* CUT_OUTSIDE_MAGIC */
    uint32_t full_width, full_height; /* of the picture; 0: it could not be decoded */
    uint32_t step;     /* of its pixels each way that make one of those that follow */
    uint32_t channels; /* of these, 1 or 3 */
    uint32_t damaged;  /* 1: a part is missing, and grey */
    uint32_t upright;  /* 1: the file's own turns are applied, no others are wanted */
    char message[160]; /* what is wrong, "" if nothing is; ends in NUL */
} cut_outside_head;

/* Formats that the program decodes. */
bool cut_outside_knows(const char *format);

/* What came of it. */
typedef struct cut_outside {
    bool started; /* the program could be run; if not, it is missing, and message says so */
    bool upright; /* as in the head */
    cut_decoded decoded;
} cut_outside;

/* Has the program decode the picture of an open file. A picture that cannot be decoded is no
 * failure: see the members. Pixels are in the source's arena. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_outside_decode(const char *program, cut_source *source,
                                                     const char *format, cut_outside *out,
                                                     cutline_error *err);

#endif
