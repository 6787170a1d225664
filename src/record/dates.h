/*
 * Dates as EXIF ("2016:05:02 14:03:22"), IIM ("20160502", "140322+0200") and XMP (ISO 8601) write
 * them, each as far as it is given.
 */
#ifndef CUT_RECORD_DATES_H
#define CUT_RECORD_DATES_H

#include "base/str.h"

/* Bytes of the longest text that cut_date_format() writes, with its NUL. */
#define CUT_DATE_SIZE 48
/* Digits of a fraction of a second that are kept. */
#define CUT_DATE_FRACTION 12

typedef struct cut_date {
    int year, month, day;                 /* month and day 0: not said */
    int hour, minute, second;             /* -1: not said */
    char fraction[CUT_DATE_FRACTION + 1]; /* digits after the point, "" if none */
    bool has_zone;                        /* zone is known */
    bool zulu;                            /* written as "Z", not as an offset */
    int zone;                             /* minutes east of UTC */
} cut_date;

/* No date at all: nothing but zeros, spaces, colons, dashes, NULs. What cameras without a clock and
 * forms with an empty line write. */
bool cut_date_is_blank(cut_str text);

/* Reads a date, or date and time: "2016", "2016-05", "20160502", "20160500" (no day),
 * "2016:05:02 14:03:22.50+02:00", "2016-05-02T14:03Z". False if it is none, or one that cannot be
 * (month 13); a 30th of February is let through as writers do produce it. */
bool cut_date_parse(cut_str text, cut_date *out);
/* Reads a time of day into the time parts: "140322+0200", "14:03:22.5Z". */
bool cut_date_parse_time(cut_str text, cut_date *out);
/* Reads a UTC offset: "+02:00", "-0330", "Z". */
bool cut_date_parse_zone(cut_str text, cut_date *out);

/* ISO 8601, as far as known: "2016-05-02T14:03:22.50+02:00". Returns out. */
char *cut_date_format(const cut_date *date, char out[CUT_DATE_SIZE]);
/* The time of day alone: "14:03:22+02:00". Returns out. */
char *cut_date_format_time(const cut_date *date, char out[CUT_DATE_SIZE]);

/* They say the same as far as both say something; where both know their zone, the instant. Midnight
 * sharp says nothing of the time: wires fill in zeros. */
bool cut_date_agree(const cut_date *a, const cut_date *b);
/* By the instant, where no zone is known as if it were UTC; <0, 0, >0. */
int cut_date_compare(const cut_date *a, const cut_date *b);
/* Days since the first of January of the year 1, in the calendar that is used today carried back;
 * that day, 0, was a Monday. Year, month and day are known. */
int cut_date_days(const cut_date *date);
/* Day of the year from 1. The same is asked for. */
int cut_date_day_of_year(const cut_date *date);
/* How much is said, midnight being no time: year 1, month 2, day 3, minute 4, second 5, fraction 6.
 */
int cut_date_precision(const cut_date *date);

#endif
