/* Finding the credits of a caption (credit.c) and reading a field that is one (credit_field.c). */
#ifndef CUT_CAPTION_CREDIT_H
#define CUT_CAPTION_CREDIT_H

#include "caption/chain.h"

/* Finds all credits, marks them, and takes the best apart into *out. `hints` are roles that the
 * caption's own words add. False if memory runs out. */
bool cut_find_credit(cut_doc *doc, cut_set hints, cutline_credit *out);

#endif
