/*
 * IIM streams, edited data set by data set: what is not named keeps its bytes and its place. Texts
 * are written as UTF-8; a stream in another charset is converted as a whole as soon as a value
 * needs it, never mixed (IIM 4.2, 1:90).
 */
#ifndef CUT_WRITEBACK_IIM_EDIT_H
#define CUT_WRITEBACK_IIM_EDIT_H

#include "meta/iim.h"
#include "writeback/change.h"

typedef struct cut_iim_job {
    cut_arena *arena;
    const cut_changes *changes;
    bool remove_only;          /* a second block: take the fields out */
    const cut_iim_twin *twins; /* as for cut_iim_decode() */
    size_t twin_count;
    cut_findings *findings; /* "iim-cut" */
} cut_iim_job;

/* The stream after the edit; `old` may be empty. CUTLINE_MALFORMED (the old stream is beyond a
 * limit), CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_iim_edit(const cut_iim_job *job, cut_view old, cut_view *out,
                                               cutline_error *err);

/* A value of a field as IIM has it, cut between characters if it is longer than the standard allows
 * (*cut). {NULL, 0}: IIM cannot say it, or memory ran out. */
cut_str cut_iim_value(cut_arena *arena, const cut_field_row *row, const char *text, bool *cut);

#endif
