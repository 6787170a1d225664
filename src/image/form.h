/*
 * The eight forms that a picture can be laid in: turned and mirrored. Form i is what EXIF
 * orientation i + 1 asks to be done to the stored picture (Exif 2.32 section 4.6.4). Each is a swap
 * of rows and columns, or none, and then a mirroring each way, or none.
 */
#ifndef CUT_IMAGE_FORM_H
#define CUT_IMAGE_FORM_H

#include <stdbool.h>

#define CUT_PICTURE_FORMS 8u

/* Rows become columns. */
static inline bool cut_form_swaps(unsigned form)
{
    return form >= 4;
}

/* Then left and right are exchanged. */
static inline bool cut_form_mirrors(unsigned form)
{
    return ((form & 3) + 1) & 2;
}

/* And top and bottom. */
static inline bool cut_form_flips(unsigned form)
{
    return form & 2;
}

static inline unsigned cut_form_of(bool swaps, bool mirrors, bool flips)
{
    return (swaps ? 4u : 0u) | (flips ? 2u : 0u) | (mirrors != flips ? 1u : 0u);
}

/* The form that undoes one. */
static inline unsigned cut_form_back(unsigned form)
{
    return cut_form_swaps(form) ? cut_form_of(true, cut_form_flips(form), cut_form_mirrors(form))
                                : form;
}

/* The form that one form and then another one come to. */
static inline unsigned cut_form_then(unsigned first, unsigned second)
{
    bool across = cut_form_mirrors(first), down = cut_form_flips(first);
    bool swaps = cut_form_swaps(second);
    return cut_form_of(cut_form_swaps(first) != swaps,
                       (swaps ? down : across) != cut_form_mirrors(second),
                       (swaps ? across : down) != cut_form_flips(second));
}

#endif
