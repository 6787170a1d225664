/* Fields whose values are terms of a controlled vocabulary: IPTC news codes, countries. */
#ifndef CUT_RECORD_VOCABULARY_H
#define CUT_RECORD_VOCABULARY_H

#include "record/edit.h"

/* A term. */
typedef struct cut_term {
    const char *code; /* what stands in the field */
    const char *name; /* what it is called; may be typed instead. NULL if the code is a word */
} cut_term;

/* A vocabulary. */
typedef struct cut_vocabulary {
    int field;          /* index in cut_fields */
    const char *part;   /* of a structure: the part that holds the term; else NULL */
    const char *label;  /* for messages: "IPTC scene code" */
    const char *prefix; /* what stands before each code in the field, or "" */
    bool closed;        /* all terms are there; else only those that stand alone are known */
    const cut_term *terms;
    size_t count;
} cut_vocabulary;

extern const cut_vocabulary cut_vocabularies[];
extern const size_t cut_vocabulary_count;

/* A country. */
typedef struct cut_country {
    char two[3], three[4]; /* ISO 3166-1 */
} cut_country;

extern const cut_country cut_countries[];
extern const size_t cut_country_count;

/* Spells values as the vocabulary of a field, or of a part of it (NULL: none), does: a name that
 * was typed becomes its code, a code gets its capitals and its prefix. What is not known stays.
 * False if memory runs out. */
bool cut_vocabulary_spell(cut_arena *arena, const cut_field_row *row, const char *part,
                          cut_text_list *texts);

/* Says that a value is no term, and which one may be meant; NULL if it is one, or the field has no
 * vocabulary, or memory runs out. */
const char *cut_vocabulary_warning(cut_arena *arena, const cut_field_row *row, const char *part,
                                   const char *text);

#endif
