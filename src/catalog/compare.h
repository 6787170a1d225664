/* Whether a picture shows a photo, told from the photo's thumbnail. Only for this folder. */
#ifndef CUT_CATALOG_COMPARE_H
#define CUT_CATALOG_COMPARE_H

#include "image/align.h"
#include "image/picture.h"
#include "store/lookup.h"

/* A picture that is compared. */
typedef struct cut_compared {
    cut_arena arena; /* holds the probes; born with CUT_MAX_STORE_ARENA */
    const cut_pixels *upright;
    cut_probe wide[CUT_PICTURE_FORMS]; /* of all forms, taken when they are first wanted */
} cut_compared;

/* Takes the wide probe of the picture as it is, and the words by which it is looked up, which live
 * as long. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_compared_widen(cut_compared *c, cut_asked *asked,
                                                     cutline_error *err);

/* The marks of a photo that pictures are laid on, had of its thumbnail. */
typedef struct cut_photo_marks {
    cut_arena arena; /* holds them, and what comparing takes meanwhile */
    cut_marks marks; /* none if there is no thumbnail, or a damaged one: nothing is like it then */
} cut_photo_marks;

/* Release in any case. CUTLINE_CATALOG, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_photo_marks_take(cut_store *store, int64_t photo,
                                                       cut_photo_marks *out, cutline_error *err);
void cut_photo_marks_release(cut_photo_marks *photo);

/* How the whole picture, laid in a form, lies on a photo. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_compare_whole(cut_compared *c, cut_photo_marks *photo,
                                                    unsigned form, cut_alignment *out,
                                                    cutline_error *err);
/* The same as it is, edge to edge, whatever the marks say; marks is 0. */
CUTLINE_MUST_CHECK cutline_status cut_compare_edges(cut_compared *c, cut_photo_marks *photo,
                                                    cut_alignment *out, cutline_error *err);
/* The same for parts of either, in a form, at all scales. */
CUTLINE_MUST_CHECK cutline_status cut_compare_any(cut_compared *c, cut_photo_marks *photo,
                                                  unsigned form, cut_alignment *out,
                                                  cutline_error *err);
/* The same for parts of either, in the form and at the scales in which they share words; after
 * cut_compared_widen(). */
CUTLINE_MUST_CHECK cutline_status cut_compare_parts(cut_compared *c, cut_photo_marks *photo,
                                                    const cut_sharer *sharer, cut_alignment *out,
                                                    cutline_error *err);

#endif
