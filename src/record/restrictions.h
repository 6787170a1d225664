/* Restrictions on the use of a photo: the union of what its texts say. */
#ifndef CUT_RECORD_RESTRICTIONS_H
#define CUT_RECORD_RESTRICTIONS_H

#include "base/arena.h"

#include <cutline/caption.h>

/* Adds the words of `more` to the list, which stays in alphabetical order, each word once. The
 * list's array is made anew in the arena; the words are not copied. False if memory runs out. */
bool cut_restrictions_add(cut_arena *arena, cutline_strings *list, const cutline_strings *more);

/* Adds what a text of instructions (IIM 2:40, photoshop:Instructions) says. CUTLINE_NO_MEMORY. */
CUTLINE_MUST_CHECK cutline_status cut_restrictions_read(cut_arena *arena, cutline_strings *list,
                                                        const char *instructions,
                                                        cutline_error *err);

#endif
