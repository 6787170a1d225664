/* Whether a picture shows a photo, told from the photo's thumbnail. Only for this folder. */
#ifndef CUT_CATALOG_COMPARE_H
#define CUT_CATALOG_COMPARE_H

#include "image/align.h"
#include "image/picture.h"
#include "store/lookup.h"

/* A picture that is compared. The wide probes are taken when they are first asked for. */
typedef struct cut_compared {
    cut_arena arena; /* holds the probes; born with CUT_MAX_STORE_ARENA */
    const cut_pixels *upright;
    bool has_wide;
    cut_probe wide[2]; /* as it is, and mirrored (form 1) */
} cut_compared;

/* Takes the wide probes, unless that was done. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_compared_widen(cut_compared *c, cutline_error *err);

/* How the whole picture, laid in a form, lies on a photo. Nothing is alike if there is no
 * thumbnail. CUTLINE_CATALOG, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_compare_whole(cut_compared *c, cut_store *store,
                                                    int64_t photo, unsigned form,
                                                    cut_alignment *out, cutline_error *err);

/* The same for parts of the picture or the photo; *form is set to the better one. */
CUTLINE_MUST_CHECK cutline_status cut_compare_parts(cut_compared *c, cut_store *store,
                                                    int64_t photo, unsigned *form,
                                                    cut_alignment *out, cutline_error *err);

#endif
