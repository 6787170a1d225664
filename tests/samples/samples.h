/* The photos of samples/, as data. */
#ifndef CUT_SAMPLES_SAMPLES_H
#define CUT_SAMPLES_SAMPLES_H

#include "samples/blocks.h"
#include "samples/scenes.h"

/* One photo. Blocks that are NULL are not written. */
typedef struct sample {
    const char *name; /* of the file */
    scene *draw;
    bool little_endian; /* byte order of the EXIF block */
    const exif_tag *exif;
    const iim_set *iim;
    iim_digest digest;
    const char *url; /* image resource 0x040B */
    const xmp_property *xmp;
} sample;

/* All of them; the last one's name is NULL. */
extern const sample samples[];

#endif
