/* Values that cameras and programs write without being told anything: no caption of a photo. */
#ifndef CUT_RECORD_BOILERPLATE_H
#define CUT_RECORD_BOILERPLATE_H

#include "base/str.h"

/* Lists of patterns, NULL at the end. A pattern is for the whole text, ASCII letters without case;
 * '*' stands for any characters, '#' for a digit. Rows of the field table point to them. */
extern const char *const cut_caption_boilerplate[];
extern const char *const cut_copyright_boilerplate[];
extern const char *const cut_byline_boilerplate[];

/* The text matches the pattern as a whole. */
bool cut_pattern_matches(cut_str text, const char *pattern);
/* The text, without white space around it, matches one of the patterns. */
bool cut_is_boilerplate(const char *const *patterns, cut_str text);

#endif
