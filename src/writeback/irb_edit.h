/* Photoshop resources: the IIM in them replaced, its digest kept in step, all else to the byte. */
#ifndef CUT_WRITEBACK_IRB_EDIT_H
#define CUT_WRITEBACK_IRB_EDIT_H

#include "base/finding.h"
#include "meta/irb.h"
#include "writeback/iim_edit.h"

/* The resources after the edit; `old` may be empty. The digest (0x0425) is made anew if it was
 * right before or if the IIM is new; a wrong one says that IIM was changed without XMP, which stays
 * so (MWG 2.0, 5.5). CUTLINE_MALFORMED, CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_irb_edit(const cut_iim_job *job, cut_view old, cut_view *out,
                                               cutline_error *err);

/* For TIFF, where the IIM stands in a tag of its own: the resources with the digest brought from
 * the old IIM to the new one, and the IIM among the resources, if any, edited as well. */
CUTLINE_MUST_CHECK cutline_status cut_irb_follow(const cut_iim_job *job, cut_view old,
                                                 cut_view old_iim, cut_view new_iim, cut_view *out,
                                                 cutline_error *err);

#endif
