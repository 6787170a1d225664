/* Places: reading one that begins at a token (place.c), and choosing the picture's (place_find.c).
 */
#ifndef CUT_CAPTION_PLACE_H
#define CUT_CAPTION_PLACE_H

#include "caption/grammar.h"

/* Tokens [from, to); empty if from == to. */
typedef struct cut_span {
    size_t from, to;
} cut_span;

/* A place as read: "Carrow Road, Norwich, Britain". */
typedef struct cut_place_reading {
    cut_span city, region, country;
    size_t to;       /* behind its last token */
    bool known_city; /* the city is in the lexicon */
    bool listed;     /* more than one part */
} cut_place_reading;

/* Reads the place that begins at token `at`. False if none can. */
bool cut_read_place(const cut_doc *doc, size_t at, cut_place_reading *out);

/* Finds where the picture was taken; *tokens receives where the caption says so. False if memory
 * runs out. */
bool cut_find_place(cut_doc *doc, cutline_place *out, cut_span *tokens);

#endif
