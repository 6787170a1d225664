/*
 * Rights: what may not be done with a picture, each with its dates, territory, medium or title
 * where they are known, and who says so. Stated by captions, instructions and date fields, added
 * and taken away by people:
 *
 *   embargo:2026-12-01  expiry:2026-12-31   not before, not after
 *   territory_out:Japan  territory_only:UK  medium_out:TV  medium_only:print  title_out:Paris Match
 *   territory_out:UK until 2026-12-31       only so long; "from 2026-12-01" likewise
 *   no_archive  one_time_use  editorial_only  ...   the codes of restrictions, alone
 */
#ifndef CUT_RECORD_RIGHTS_H
#define CUT_RECORD_RIGHTS_H

#include "record/edit.h"

#include <cutline/catalog.h>

typedef CUT_VEC(cutline_right) cut_rights;

/* The kind of that name, static; NULL if there is none. */
const char *cut_right_kind(cut_str name);
/* Whether rights of that kind name a territory, medium or title; no_archive does not. */
bool cut_right_has_name(const char *kind);
/* Whether the value of rights of that kind is a date: embargo and expiry. */
bool cut_right_is_dated(const char *kind);
/* The value of a right of that kind as it is kept: "uk" is United Kingdom. NULL if memory runs out.
 */
const char *cut_right_value(cut_arena *arena, const char *kind, cut_str value);

/* Takes "kind:value from DATE until DATE" apart; texts are in the arena. CUTLINE_BAD_ARGUMENT:
 * there is no such kind, or its value is missing, wrong, or one too many. */
CUTLINE_MUST_CHECK cutline_status cut_right_parse(cut_arena *arena, cut_str text,
                                                  cutline_right *out, cutline_error *err);
/* The same text again. NULL if memory runs out. */
const char *cut_right_text(cut_arena *arena, const cutline_right *right);

/* Where a text with notices comes from, and when the picture was taken. */
typedef struct cut_rights_source {
    const char *field; /* "caption" or "instructions" */
    const char *where; /* path, or NULL */
    const char *taken; /* ISO 8601, or NULL: weekdays are counted from it */
} cut_rights_source;

/* Adds what a text says. codes: the restrictions that were found in a caption; those that are not
 * told more closely are added as they are. Of instructions NULL. */
CUTLINE_MUST_CHECK cutline_status cut_rights_read(cut_arena *arena, const char *text,
                                                  const cutline_strings *codes,
                                                  const cut_rights_source *source,
                                                  cut_rights *rights, cutline_error *err);
/* Adds one, unless it is there. False if memory runs out. */
bool cut_rights_add(cut_arena *arena, cut_rights *rights, const cutline_right *right);
/* What a person added ("+no_archive") and took away ("-embargo"), as the hand value of "rights". */
CUTLINE_MUST_CHECK cutline_status cut_rights_by_hand(cut_arena *arena, const char *hand,
                                                     cut_rights *rights, cutline_error *err);
/* The hand value after `rights+=` or `rights-=`; hand NULL if there was none. */
CUTLINE_MUST_CHECK cutline_status cut_rights_edit(cut_arena *arena, const char *hand,
                                                  const cut_edit *edit, cut_str *out,
                                                  cutline_error *err);
/* The kinds, each once and in alphabetical order: what restrictions are. */
bool cut_rights_kinds(cut_arena *arena, const cut_rights *rights, cutline_strings *out);
/* The date of an embargo or expiry: by hand, else the strictest; NULL if none has one. */
const char *cut_rights_value(const cut_rights *rights, const char *kind);

#endif
