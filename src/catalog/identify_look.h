/* Looking pictures up, by their image data and by their looks. Only for this folder. */
#ifndef CUT_CATALOG_IDENTIFY_LOOK_H
#define CUT_CATALOG_IDENTIFY_LOOK_H

#include "catalog/compare.h"

#include <cutline/record.h>

/* A photo that a picture may be. */
typedef struct cut_seen {
    int64_t photo;
    unsigned distance, form, quality; /* as in cut_match */
    cut_alignment lie;
    bool good; /* the picture lies on the photo */
} cut_seen;

/* A picture that is looked up. */
typedef struct cut_question {
    const cutline_record *record;
    cut_compared compared;
    bool by_looks; /* it has pixels, and its looks are wanted */
    int64_t same;  /* receives the photo with the same image data, 0 if there is none */
    cut_seen seen[CUT_MATCHES_MOST]; /* receives photos, best first */
    size_t count;
} cut_question;

/* Pictures looked up together, for which the catalog is gone through once: what each takes in
 * memory meanwhile is in store/lookup.h. */
#define CUT_QUESTIONS_MOST 8u

/* Looks up to CUT_QUESTIONS_MOST pictures up. distance: largest of a photo that is found by its
 * hash. CUTLINE_CATALOG, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_questions_look(cut_store *store, cut_question *questions,
                                                     size_t count, unsigned distance,
                                                     cutline_error *err);

#endif
