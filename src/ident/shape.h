/* Matching one text against one row of the ID table, and collecting what is found. */
#ifndef CUT_IDENT_SHAPE_H
#define CUT_IDENT_SHAPE_H

#include "ident/ident_table.h"

/* The rows that are looked for in the place and that the text may match by its first byte. */
cut_id_rows cut_id_candidates(cut_id_place place, cut_str text);
/* Takes the first row out of a set; false if it is empty. */
bool cut_id_take_row(cut_id_rows *rows, size_t *row);

/* True if the text has the shape: the pattern and all that its flags ask for. *value receives the
 * part that is the ID, *host the host whose namespace it is in (empty unless shape->ns is NULL). */
bool cut_shape_match(const cut_id_shape *shape, cut_str text, cut_str *value, cut_str *host);

/* Namespace of a match of cut_shape_match(); NULL if the host has none or memory ran out. */
const char *cut_shape_namespace(cut_arena *arena, const cut_id_shape *shape, cut_str host);

/* The value as it is spelled in the catalog; NULL if memory runs out. */
char *cut_id_spell(cut_arena *arena, cut_str value, cut_id_letters letters);

/* True for the digits of a calendar date (20160502, also with separators) or a time stamp
 * (20160502143000) between 1900 and 2099. */
bool cut_id_is_date(cut_str s);

/* Adds an ID unless it is in the list already; of two alike the more trusted stays. Past
 * CUT_MAX_MEDIA_IDS nothing is added. False if memory runs out. */
bool cut_id_add(cut_arena *arena, cut_id_list *list, cutline_media_id id);

/* Puts the most trusted first, order kept among equals. */
void cut_id_sort(cut_id_list *list);

#endif
