/*
 * Moments as notices name them: "0001 GMT SUNDAY", "12.05., 18 Uhr", "48 hours". Which day a
 * weekday or a day without a year is, and when a span of time ends, is counted from the day on
 * which the picture was taken.
 */
#ifndef CUT_CAPTION_MOMENT_H
#define CUT_CAPTION_MOMENT_H

#include "caption/grammar.h"

typedef enum cut_span_unit { CUT_HOURS, CUT_DAYS, CUT_WEEKS, CUT_MONTHS, CUT_YEARS } cut_span_unit;

/* A moment as read; what is not said is 0, has_ says so of what can be 0. */
typedef struct cut_moment {
    unsigned year, month, day;
    unsigned weekday; /* 1 Monday to 7 Sunday */
    unsigned hour, minute;
    int offset;          /* minutes east of Greenwich */
    unsigned later;      /* days after the picture: 1 for "tomorrow" */
    unsigned span;       /* how many ... */
    cut_span_unit units; /* ... of these */
    bool has_hour, has_offset, has_later;
    size_t from, to; /* tokens */
} cut_moment;

/* Reads the first moment in tokens [at, end). False if there is none. */
bool cut_read_moment(const cut_doc *doc, size_t at, size_t end, cut_moment *out);

/* Reads the span of time in front of everything else, as behind "for": "30 days". */
bool cut_read_span(const cut_doc *doc, size_t at, size_t end, cut_moment *out);

/* ISO 8601, a day or a time of it, with the offset where it is known. `taken`: the day the picture
 * was taken, ISO 8601, maybe partial, or NULL. *out is NULL if it cannot be told. False if memory
 * runs out. */
bool cut_moment_text(cut_arena *arena, const cut_moment *m, const char *taken, const char **out);

#endif
