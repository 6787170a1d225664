/*
 * Rights: what notices forbid, taken apart: until when, where, in which media, for whom.
 *
 *   EMBARGOED UNTIL 0001 GMT SUNDAY       embargo, from 2016-05-08T00:01Z
 *   NO USE AFTER 30 DAYS                  expiry, until 2016-06-04
 *   UK OUT UNTIL MAY 12, 2016             territory_out "United Kingdom", until 2016-05-12
 *   FOR USE IN GERMANY ONLY               territory_only "Germany"
 *   NO INTERNET OR TV                     medium_out "internet", medium_out "TV"
 *   PRINT ONLY                            medium_only "print"
 *   PARIS MATCH OUT                       title_out "Paris Match"
 *   NO RESALES                            no_resale
 */
#ifndef CUT_CAPTION_RIGHTS_H
#define CUT_CAPTION_RIGHTS_H

#include "caption/caption.h"

typedef struct cut_caption_right {
    const char *kind;  /* a restriction as in cutline_caption, territory_only, medium_only or
                          title_out; static */
    const char *value; /* territory, medium or title; NULL if there is none */
    const char *from;  /* ISO 8601, not before; NULL if not said or not known */
    const char *until; /* likewise, not after */
    cut_str text;      /* the words that say so, in the text */
} cut_caption_right;

typedef CUT_VEC(cut_caption_right) cut_caption_rights;

/* Adds what a text forbids, in its order. `taken`: the day the picture was taken, ISO 8601, maybe
 * partial, or NULL; from it weekdays and spans are counted. instructions: the text is nothing but
 * notices; else it is a caption, where they must look like notices. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_caption_rights_read(cut_arena *arena, cut_str text,
                                                          const char *taken, bool instructions,
                                                          cut_caption_rights *out,
                                                          cutline_error *err);

/* One name for the many of a territory ("UK", "Österreich") or a medium ("websites"); what is not
 * known in its natural case. In the arena or static; NULL if memory runs out. */
const char *cut_territory_name(cut_arena *arena, cut_str text);
const char *cut_medium_name(cut_arena *arena, cut_str text);

#endif
