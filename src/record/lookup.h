/*
 * From the place a block keeps a value in to its field: made from the table once a reading, so that
 * each block is gone through once and no table of fields has to be kept in order by hand.
 */
#ifndef CUT_RECORD_LOOKUP_H
#define CUT_RECORD_LOOKUP_H

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

void cut_field_lookup_init(cut_field_lookup *l);
/* Index of the field, or -1. */
int cut_field_of_iim(const cut_field_lookup *l, unsigned record, unsigned dataset);
/* Index of the field, of the first one if several are parts of one structure; or -1. The local name
 * may be in any case. */
int cut_field_of_xmp(const cut_field_lookup *l, const char *prefix, cut_str name);

#endif
