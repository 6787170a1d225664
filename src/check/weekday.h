/* Days of the week in captions. */
#ifndef CUT_CHECK_WEEKDAY_H
#define CUT_CHECK_WEEKDAY_H

#include "base/arena.h"

/* English name of a day, 0 being Monday. */
const char *cut_weekday_name(int day);

/* The day of the week that stands right before or after a date, bytes [from, to) of the text, or
 * within it: "Monday, May 2, 2016", "on Monday (May 2)". 0 for Monday; -1 if none does. *at
 * receives its byte. */
int cut_weekday_beside(cut_arena *arena, cut_str text, size_t from, size_t to, size_t *at);

#endif
