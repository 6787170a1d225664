/* The small picture kept in the catalog. */
#ifndef CUT_IMAGE_THUMBNAIL_H
#define CUT_IMAGE_THUMBNAIL_H

#include "base/error.h"
#include "image/pixels.h"

/* Its longest side in pixels. */
#define CUT_THUMBNAIL_SIDE 256u

typedef struct cut_thumbnail {
    uint32_t width, height;
    cut_view jpeg; /* the file, without any metadata but a colour profile; empty: there is none */
} cut_thumbnail;

/* A thumbnail of an upright picture; what is small enough keeps its size. profile: ICC profile that
 * goes into it, empty for none. scratch holds what is needed meanwhile, arena the result.
 * CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_thumbnail_make(cut_arena *scratch, const cut_pixels *pixels,
                                                     cut_view profile, cut_arena *arena,
                                                     cut_thumbnail *out, cutline_error *err);

#endif
