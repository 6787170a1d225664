/* How a picture lies on a photo that it may be a part of, or that may be a part of it. */
#ifndef CUT_IMAGE_ALIGN_H
#define CUT_IMAGE_ALIGN_H

#include "image/probe.h"

typedef struct cut_alignment {
    unsigned marks;  /* of the photo, that are on the picture where they would have to be */
    unsigned blocks; /* squares of the photo that the picture should show, with something to see */
    unsigned alike;  /* those of them that it does show */
    float shown;     /* part of the photo's area that the picture shows, 0 to 1 */
    float covered;   /* part of the picture's area that the photo takes, 0 to 1 */
} cut_alignment;

/* Fewest marks, and least part of the blocks alike in percent, for a picture to show the photo
 * (tests/bench/IDENTIFY.md says how far either side is from them). */
#define CUT_ALIGN_MARKS 8u
#define CUT_ALIGN_ALIKE 40u

/* Lays the picture on the photo as most marks of the scales from first to last have it. photo: its
 * marks at scale 1. marks is 0 if they have nothing in common; blocks are compared only if there
 * are CUT_ALIGN_MARKS. False if memory runs out. */
bool cut_align(cut_arena *arena, const cut_probe *picture, unsigned first, unsigned last,
               const cut_marks *photo, cut_alignment *out);

/* Compares them as they are, edge to edge, for a picture that shows all of the photo and has little
 * to find marks in; marks stays 0. */
void cut_align_edges(const cut_plane *picture, const cut_plane *photo, cut_alignment *out);

/* Percent of the blocks that are alike; 0 if there are none. */
static inline unsigned cut_align_percent(const cut_alignment *a)
{
    return a->blocks ? 100 * a->alike / a->blocks : 0;
}

/* A part of an area in percent. */
static inline unsigned cut_percent_of(float part)
{
    return (unsigned)(100.0F * part + 0.5F);
}

/* The picture shows the photo. */
static inline bool cut_align_is_good(const cut_alignment *a)
{
    return a->marks >= CUT_ALIGN_MARKS && a->alike > 0 &&
           a->alike * 100 >= a->blocks * CUT_ALIGN_ALIKE;
}

#endif
