/* Making values: the small steps that all blocks share. Texts are copied into the arena given. */
#ifndef CUT_RECORD_VALUES_H
#define CUT_RECORD_VALUES_H

#include "record/reading.h"

/* Nothing but white space and NULs. */
static inline bool cut_is_blank(cut_str text)
{
    return cut_str_trim(text).n == 0;
}

/* What IIM or XMP says counts as a value. Blank texts do not, but for policy MWG, as ExifTool's MWG
 * module has it. (EXIF's blank texts do not count there either.) */
static inline bool cut_counts(const cut_reading *r, cut_str text)
{
    return r->record->policy == CUTLINE_POLICY_MWG || !cut_is_blank(text);
}

/* At most `max` bytes of a text, cut between characters: as much as a finding shows. */
static inline cut_str cut_start_of(cut_str text, size_t max)
{
    return cut_str_slice(text, 0, cut_utf8_floor(text, max));
}

/* One plain text; false if memory runs out. A blank text gives no value and is no failure. */
bool cut_values_text(cut_arena *a, cut_str text, cut_values *out);

/* Normalises dates that are dates (dates.h) and leaves other text as it is, with a finding
 * "bad-date" that names the block; blank dates are taken out. */
bool cut_values_normalise_dates(cut_reading *r, size_t field, cut_voice voice);

/* "IIM 2:55", "EXIF", "XMP photoshop:DateCreated": where a block keeps a field, for findings. */
const char *cut_voice_label(cut_voice voice);

#endif
