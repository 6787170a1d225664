/* What edits make of one photo: worked out first, so that it can be shown, then done. Only for the
 * files of this folder. */
#ifndef CUT_STORE_EDIT_PLAN_H
#define CUT_STORE_EDIT_PLAN_H

#include "record/edit.h"
#include "record/user_vocabulary.h"
#include "store/revision.h"

/* A field under edit. */
typedef struct cut_edit_slot {
    const char *key;                 /* what the history calls it; of a media ID "media_id ns:id" */
    const char *label;               /* what people call it: "caption[ar]", "media" */
    int field;                       /* index in cut_fields; -1 for media and rights */
    const char *part;                /* of a structure, else NULL */
    bool touched;                    /* its state by hand is to be `hand` */
    cut_str hand;                    /* {NULL, 0}: what was typed is taken back */
    cut_text_list now;               /* values after the edits so far */
    const char *old_text, *new_text; /* for people; NULL: no value */
    bool again;          /* typed so before: what the files say meanwhile has been seen */
    const char *warning; /* what may be wrong with the new values, or NULL */
} cut_edit_slot;

typedef struct cut_edit_plan {
    cut_store *store;
    cut_arena *arena;                         /* holds all of it */
    const cutline_vocabularies *vocabularies; /* the desk's; NULL: none. Not owned */
    cut_subject subject;
    cut_effective before;
    CUT_VEC(cut_edit_slot) slots;
    uint64_t seen; /* what the slots said before, as one number; not 0 */
} cut_edit_plan;

/* Works out what the edits of a list make of a photo; vocabularies may be NULL. *found: there is
 * such a photo. Release in any case. */
CUTLINE_MUST_CHECK cutline_status cut_edit_plan_make(cut_store *store, int64_t photo,
                                                     const cutline_edits *edits,
                                                     const cutline_vocabularies *vocabularies,
                                                     cut_edit_plan *out, bool *found,
                                                     cutline_error *err);
void cut_edit_plan_release(cut_edit_plan *plan);
/* Sets the states of the plan's slots, and brings the photo up to date. */
CUTLINE_MUST_CHECK cutline_status cut_edit_plan_do(cut_edit_plan *plan, cut_revision *revision,
                                                   cutline_error *err);

#endif
