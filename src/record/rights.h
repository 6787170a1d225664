/*
 * Rights: what may not be done with a picture, each with its date, territory or medium where one is
 * known, and who says so. Stated by captions, instructions and date fields, added and taken away by
 * people:
 *
 *   embargo:2026-12-01  expiry:2026-12-31   not before, not after
 *   territory_out:Japan  territory_only:UK  medium_out:TV
 *   no_archive  one_time_use  editorial_only  ...   the codes of restrictions, alone
 */
#ifndef CUT_RECORD_RIGHTS_H
#define CUT_RECORD_RIGHTS_H

#include "record/edit.h"

#include <cutline/catalog.h>

typedef CUT_VEC(cutline_right) cut_rights;

/* Takes "kind:value" apart; texts are in the arena. CUTLINE_BAD_ARGUMENT: there is no such kind, or
 * its value is missing, wrong, or one too many. */
CUTLINE_MUST_CHECK cutline_status cut_right_parse(cut_arena *arena, cut_str text,
                                                  cutline_right *out, cutline_error *err);
/* "kind:value" again. NULL if memory runs out. */
const char *cut_right_text(cut_arena *arena, const cutline_right *right);

/* Adds what a text says of the codes that were found in it: the date behind "embargo until", the
 * country before "OUT". A right that is there already is not added. */
CUTLINE_MUST_CHECK cutline_status cut_rights_read(cut_arena *arena, const char *text,
                                                  const cutline_strings *codes,
                                                  cutline_origin origin, cut_rights *rights,
                                                  cutline_error *err);
/* Adds the territories of instructions, "JAPAN OUT" in capitals, of which a caption's grammar is
 * not sure without a country that it knows. *found: there were some. False if memory runs out. */
bool cut_rights_read_outs(cut_arena *arena, const char *text, cut_rights *rights, bool *found);
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
/* The value of a right of a kind, by hand rather than by others; NULL if none has one. */
const char *cut_rights_value(const cut_rights *rights, const char *kind);

#endif
