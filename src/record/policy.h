/* The policies as data: in which order the blocks are asked for a field. */
#ifndef CUT_RECORD_POLICY_H
#define CUT_RECORD_POLICY_H

#include "record/fields.h"

typedef enum cut_step {
    CUT_STEP_END = 0,
    CUT_STEP_EXIF,
    CUT_STEP_XMP,
    /* XMP or IIM by the digest (MWG 2.0; src/record/reconcile.c): a value either has is found. */
    CUT_STEP_PAIR,
    /* The same as ExifTool's MWG module does it: where IIM was changed behind XMP's back, what IIM
     * does not have was taken out, and XMP's copy is stale; of languages only the default counts,
     * and IIM only where the standard has it. */
    CUT_STEP_PAIR_STRICT
} cut_step;

#define CUT_STEPS 3

typedef struct cut_policy_rule {
    /* Asked one after the other until one has a value. */
    cut_step steps[CUT_STEPS];
    /* Of values that agree, the one that says more is taken: the whole of a cut text, the date with
     * the time. */
    bool fullest;
    /* A place that no block has is taken from LocationShown. */
    bool location_shown;
} cut_policy_rule;

/* By cut_rule. */
extern const cut_policy_rule cut_policy_rules[];

#endif
