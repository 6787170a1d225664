/* People in a picture: names (person.c), names in scripts without case (person_native.c), and where
 * they stand (position.c). */
#ifndef CUT_CAPTION_PERSON_H
#define CUT_CAPTION_PERSON_H

#include "caption/grammar.h"

/* More people than a caption can name; past this the rest is left out. */
#define CUT_MOST_PEOPLE 64

/* Somebody a caption names. */
typedef struct cut_named {
    size_t from, to;  /* tokens of the name */
    int score;        /* how sure we are that it is a person who is shown */
    uint8_t position; /* cut_position */
    uint8_t count;    /* of FROM_L and FROM_R: how many from there */
} cut_named;

typedef CUT_VEC(cut_named) cut_people;

/* Adds the people named in scripts without capitals. False if memory runs out. */
bool cut_find_native_people(cut_doc *doc, cut_people *people);

/* Reads "(L)", ", second from left," and the like at `at`. Returns its tokens, 0 if there is none;
 * fills in position and count. */
size_t cut_read_position(const cut_doc *doc, size_t at, cut_named *who);

/* True if between the names that end and begin at these tokens stand a comma or "and" and no more
 * than offices and countries. */
bool cut_same_list(const cut_doc *doc, size_t from, size_t to);

/* Numbers the people of lists such as "From left: A, B and C". */
void cut_place_lists(const cut_doc *doc, cut_people *people);

/* Name of a position as the public API gives it; NULL if none. */
const char *cut_position_name(cut_arena *arena, const cut_named *who);

/* Finds the people of the caption; none is named by the tokens [place_from, place_to) of the
 * picture's place. False if memory runs out. */
bool cut_find_people(cut_doc *doc, size_t place_from, size_t place_to, cutline_caption *out);

#endif
