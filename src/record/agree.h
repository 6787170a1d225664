/* Do two blocks say the same? White space, line ends, normal form and a value cut at its IIM limit
 * make no difference. */
#ifndef CUT_RECORD_AGREE_H
#define CUT_RECORD_AGREE_H

#include "record/reading.h"

/* How two texts compare once runs of white space count as one space and both are in NFC. */
typedef enum cut_likeness {
    CUT_ALIKE,      /* the same */
    CUT_A_BEGINS_B, /* a is the beginning of b, and not all of it */
    CUT_UNLIKE
} cut_likeness;

/* `tail` receives, for CUT_A_BEGINS_B, what b says beyond a (NULL if not wanted); it lies in b or
 * in scratch memory. If that runs out the texts count as unlike. */
cut_likeness cut_text_compare(cut_arena *scratch, cut_str a, cut_str b, cut_str *tail);

/* An IIM value of `octets` bytes was cut at the limit `max`, and `whole` is what it was cut from.
 * With `strict`, as ExifTool's MWG module tells it: exactly `max` bytes, a prefix to the byte.
 * Otherwise also: cut before a character that would not fit, a broken last character (U+FFFD), the
 * "." that ExifTool puts in its place, and one octet less, where some programs cut. */
bool cut_iim_is_cut(cut_arena *scratch, cut_str iim, uint32_t octets, unsigned max, cut_str whole,
                    bool strict);

/* The IIM value number i of a field was cut, and voice `other` has the whole of it. */
bool cut_heard_is_cut(cut_reading *r, size_t field, size_t i, cut_voice other, bool strict);

/* Two lists of values are the same but for white space and normal form, structures included. */
bool cut_values_alike(cut_arena *scratch, cut_values a, cut_values b);

/* Voices x and y agree on a field. Both have said something. */
bool cut_voices_agree(cut_reading *r, size_t field, cut_voice x, cut_voice y);

#endif
