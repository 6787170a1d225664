/*
 * Telling captions from story text. The question is asked only of the text next to a media ID,
 * where a caption may or may not stand; the answer is cautious, since story text taken for a
 * caption would put a wrong credit to a picture.
 */
#ifndef CUT_IMPORT_PROSE_H
#define CUT_IMPORT_PROSE_H

#include "caption/caption.h"

/* What the text next to an ID reads like. */
typedef enum cut_manner {
    CUT_READS_STORY,    /* not a caption */
    CUT_READS_CAPTION,  /* a caption without credit */
    CUT_READS_CREDITED, /* a caption with its credit */
    CUT_READS_CREDIT    /* a credit line and nothing else */
} cut_manner;

/* parsed: the text's own cut_caption_parse(). more_follows: other text comes after it. */
cut_manner cut_read_as(cut_arena *arena, cut_str text, const cutline_caption *parsed,
                       bool more_follows);

/* True for what stands around pictures and is no caption: whose the rights are, sizes in pixels,
 * invitations. */
bool cut_is_notice(cut_arena *arena, cut_str text);

/* False for text that is no caption whatever it stands beside: too long, a story's beginning or
 * reporting, a notice. */
bool cut_may_be_caption(cut_arena *arena, cut_str text);

/* True for what stands between headline and story and is neither: bylines, dates, links ("Select
 * Page"). */
bool cut_is_page_furniture(cut_arena *arena, cut_str text);

/* Folded words (base/unicode.h) of reporting: "said", "told". NULL at the end. */
extern const char *const cut_reporting_words[];
/* Folded texts of navigation and the like. NULL at the end. */
extern const char *const cut_furniture_texts[];
/* Folded beginnings of bylines. NULL at the end. */
extern const char *const cut_byline_starts[];
/* Folded phrases that only captions have: "file photo". NULL at the end. */
extern const char *const cut_caption_phrases[];
/* Folded phrases that no caption has: "all rights reserved". NULL at the end. */
extern const char *const cut_notice_phrases[];
/* Folded names of the days of the week. NULL at the end. */
extern const char *const cut_weekday_words[];

#endif
