/* Points in time as people write them. */
#ifndef CLI_WHEN_H
#define CLI_WHEN_H

#include <stdbool.h>
#include <stdint.h>

/* "2016-05-02T14:30:00Z" and its NUL, with room for far years. */
#define CLI_TIME_SIZE 40

/* Milliseconds since 1970 UTC as text in `out`, which is returned. */
const char *cli_time_text(int64_t ms, char out[CLI_TIME_SIZE]);

/* A date, or a date and a time, of the local clock or with Z ("2016-05-02", "2016-05-02T14:30",
 * "14:30" of today), or how long ago ("90s", "30m", "2h", "1d"). False if it is none of these. */
bool cli_time_parse(const char *text, int64_t *ms);

/* Whether the day of an ISO 8601 date (or its month or year, if no more is said) is over, by UTC.
 */
bool cli_day_is_over(const char *date);

#endif
