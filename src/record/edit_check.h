/* Whether a text may become a value of a field. */
#ifndef CUT_RECORD_EDIT_CHECK_H
#define CUT_RECORD_EDIT_CHECK_H

#include "record/fields.h"

/* Valid UTF-8 of bounded length, without control characters but line ends and tabs (the others
 * cannot be written in XMP). */
CUTLINE_MUST_CHECK cutline_status cut_edit_check_text(cut_str value, cutline_error *err);
/* YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DDThh:mm[:ss[.f]][Z|+hh:mm] (XMP part 1, 8.2.1.1 Date), on a
 * day that there is. */
bool cut_edit_is_date(cut_str text);

#endif
