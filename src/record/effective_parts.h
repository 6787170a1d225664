/* The steps of cut_effective_weigh() that have files of their own. Only for effective*.c. */
#ifndef CUT_RECORD_EFFECTIVE_PARTS_H
#define CUT_RECORD_EFFECTIVE_PARTS_H

#include "record/effective.h"

/* What a person typed into a field, NULL if nothing ("" blanks it). */
const char *cut_hand_text(const cut_effective_input *in, const char *field);
/* Adds a finding "edited-conflict" for each value by hand under which the file's has changed. False
 * if memory runs out. */
bool cut_effective_overtaken(cut_arena *arena, const cut_effective_input *in, cut_effective *e);
/* LIST or PAGE. */
cutline_origin cut_item_origin(const cut_effective_item *item);

/* Chooses the credit and its rivals; fields and captions are there. */
CUTLINE_MUST_CHECK cutline_status cut_effective_credit(cut_arena *arena,
                                                       const cut_effective_input *in,
                                                       cut_effective *e, cutline_error *err);
/* Restrictions and rights; fields and captions are there. */
CUTLINE_MUST_CHECK cutline_status cut_effective_rights(cut_arena *arena,
                                                       const cut_effective_input *in,
                                                       cut_effective *e, cutline_error *err);
/* Persons, place, date, restrictions, media IDs, findings; the credit is there. */
CUTLINE_MUST_CHECK cutline_status cut_effective_facts(cut_arena *arena,
                                                      const cut_effective_input *in,
                                                      cut_effective *e, cutline_error *err);

#endif
