/* The table of weekday_table.c. */
#ifndef CUT_CHECK_WEEKDAY_TABLE_H
#define CUT_CHECK_WEEKDAY_TABLE_H

#include <stddef.h>

typedef struct cut_weekday_row {
    const char *name; /* folded */
    int day;          /* 0: Monday */
} cut_weekday_row;

extern const cut_weekday_row cut_weekdays[];
extern const size_t cut_weekday_count;

#endif
