/*
 * A photo as news exchange formats see it, for ninjs.c and newsml.c: the same facts, laid out
 * differently. Texts live in the row or in sheet->arena; NULL if unknown.
 */
#ifndef CUT_SHEET_NEWS_H
#define CUT_SHEET_NEWS_H

#include "sheet/sheet.h"

typedef struct cut_news_item {
    const cutline_sheet_row *row;
    const char *uri;      /* "cutline:reuters:RTX2CGS3", without media ID "cutline:photo:12" */
    const char *language; /* of the caption; NULL if it cannot be told */
    const char *headline, *caption, *credit, *title, *slugline, *writer;
    const char *copyright, *usage; /* usage terms, and what restrictions forbid in words */
    const char *note;              /* instructions; of a killed photo that it must not be used */
    const char *alt, *extended;    /* alt text, extended description */
    const char *created;           /* taken, ISO 8601, as far as known */
    const char *embargo, *expires; /* ISO 8601, as far as known */
    const char *version;           /* last change of photo or file, with time and zone */
    const char *source_type;       /* URI of the digital source type */
    const char *urgency;           /* one digit */
    const char *href;              /* file URI of the first file */
    const char *file_name;
    const char *content_type; /* media type of the file */
    cutline_strings creators, agencies, persons, keywords;
} cut_news_item;

/* Gathers it from a row with its photo. Memory that runs out is noted in sheet->failed. */
void cut_news_gather(cut_sheet *sheet, const cutline_sheet_row *row, cut_news_item *out);

/* Now, as RFC 3339 has it, in sheet->arena. */
const char *cut_news_now(cut_sheet *sheet);

/* The text is a date and time with its zone, as RFC 3339 wants it. */
bool cut_news_is_instant(const char *date);

/* Whether a sheet holds one photo or several is not known when the first is written, and the
 * formats write a photo that stands alone otherwise than a part of a package: both are written, and
 * held back. Moves what was added to sheet->out from byte `start` on into sheet->held[which]. */
typedef enum cut_news_form {
    CUT_NEWS_ALONE,
    CUT_NEWS_PACKAGE,
    CUT_NEWS_CONTENTS /* table of contents of a package, for its end */
} cut_news_form;
void cut_news_hold(cut_sheet *sheet, size_t start, cut_news_form which);
/* Adds what was held back in one form, and forgets the other. */
void cut_news_release(cut_sheet *sheet, cut_news_form which);

#endif
