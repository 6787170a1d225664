/*
 * Places in LocationShown that say the same as the fields of the place. LocationCreated says where
 * the camera stood, and stays.
 */
#ifndef CUT_WRITEBACK_XMP_PLACES_H
#define CUT_WRITEBACK_XMP_PLACES_H

#include "meta/xmp_tree.h"
#include "record/reading.h"
#include "writeback/change.h"

#define CUT_PLACE_PARTS 5 /* sublocation, city, province or state, country, its code */

/* A part of the place as its field says it. */
typedef struct cut_place_part {
    const char *member; /* in the structure: "City" */
    const char *old;    /* what the file says; NULL: nothing */
    const char *text;   /* what it is to say; NULL: nothing */
    bool changes;       /* it is to say something else */
} cut_place_part;

typedef struct cut_place {
    cut_place_part parts[CUT_PLACE_PARTS];
} cut_place;

/* The place before and after the changes. False if no part of it changes, or if the structures are
 * changed themselves. */
bool cut_place_read(const cut_changes *changes, const cut_reading *reading, cut_place *out);

/* Text of the packet that another one takes the place of. */
typedef struct cut_place_edit {
    size_t from, to;
    const char *text;  /* NULL: nothing */
    bool is_attribute; /* the text stands in an attribute's quotes */
    bool takes_space;  /* white space before it goes, too */
} cut_place_edit;

typedef CUT_VEC(cut_place_edit) cut_place_edits;

/* What must be edited in the properties of a packet's nodes: a structure that says nothing else
 * than the fields did follows them. rdf: the element rdf:RDF of `text`. False if memory runs out.
 */
bool cut_place_follow(cut_arena *arena, cut_str text, const cut_packet_element *rdf,
                      const cut_place *place, cut_place_edits *out);

#endif
