#include "record/policy.h"

const cut_policy_rule cut_policy_rules[] = {
    [CUT_RULE_TEXT] = {.steps = {CUT_STEP_PAIR, CUT_STEP_EXIF},
                       .fullest = true,
                       .location_shown = true},
    [CUT_RULE_EXIF_FIRST] = {.steps = {CUT_STEP_EXIF, CUT_STEP_PAIR}, .fullest = true},
    [CUT_RULE_MWG_EXIF] = {.steps = {CUT_STEP_EXIF, CUT_STEP_PAIR_STRICT}},
    [CUT_RULE_MWG] = {.steps = {CUT_STEP_PAIR_STRICT}},
    [CUT_RULE_EXIF_ONLY] = {.steps = {CUT_STEP_EXIF}},
    [CUT_RULE_XMP_ONLY] = {.steps = {CUT_STEP_XMP}},
};
