/*
 * From the place a block keeps a value in to its field. src/tools/mkindex.c makes the indexes from
 * the field table in a build, so that each block is gone through once and no table has to be kept
 * in order by hand.
 */
#ifndef CUT_RECORD_LOOKUP_H
#define CUT_RECORD_LOOKUP_H

#include "base/tiff.h"
#include "record/fields.h"

/* IIM records 0 to 3; the table has fields of 1, 2 and 3. */
#define CUT_LOOKUP_RECORDS 4
/* A power of two, at least twice the number of XMP names. */
#define CUT_LOOKUP_SLOTS 256

/* Elements are the index of a row plus one; 0 is none. */
typedef struct cut_field_lookup {
    uint8_t iim[CUT_LOOKUP_RECORDS][256]; /* by record and data set */
    uint8_t xmp[CUT_LOOKUP_SLOTS];        /* hashed by local name, open addressing */
} cut_field_lookup;

_Static_assert(CUT_FIELD_COUNT < UINT8_MAX, "an index does not fit into an element");

extern const cut_field_lookup cut_field_places;

/* The EXIF tags that gather_exif.c looks at, of whatever directory. */
extern const cut_tiff_tags cut_field_tags;

/* Slot at which a local name of XMP is looked for first, in any case: length and four letters tell
 * the names of the table apart well enough. */
static inline size_t cut_field_slot(cut_str name)
{
    size_t n = name.n;
    if (n == 0)
        return 0;
    size_t first = (unsigned char)cut_to_lower(name.p[0]);
    size_t third = (unsigned char)cut_to_lower(name.p[n / 3]);
    size_t two_thirds = (unsigned char)cut_to_lower(name.p[2 * n / 3]);
    size_t last = (unsigned char)cut_to_lower(name.p[n - 1]);
    return (n * 7 + first * 31 + third * 17 + two_thirds * 5 + last * 3) % CUT_LOOKUP_SLOTS;
}

/* Index of the field, or -1. */
int cut_field_of_iim(unsigned record, unsigned dataset);
/* Index of the field, of the first one if several are parts of one structure; or -1. The local name
 * may be in any case. */
int cut_field_of_xmp(const char *prefix, cut_str name);

#endif
