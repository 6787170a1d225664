/* Vocabularies that a desk made itself: which terms a field may hold, and what else they are
 * called. */
#ifndef CUT_RECORD_USER_VOCABULARY_H
#define CUT_RECORD_USER_VOCABULARY_H

#include "record/edit.h"

#include <cutline/vocabulary.h>

/* A name of a term. */
typedef struct cut_user_name {
    const char *key;  /* folded (base/unicode.h): names are found by it */
    const char *name; /* as the file has it */
    const char *term; /* what stands in the field: the name itself, or that of which it is an alias
                       */
    size_t order;     /* its place among all, in the order of the files */
} cut_user_name;

/* The names that a field's terms have, sorted by key. */
typedef struct cut_user_vocabulary {
    int field;        /* index in cut_fields */
    const char *part; /* of a structure, else NULL */
    CUT_VEC(cut_user_name) names;
} cut_user_vocabulary;

struct cutline_vocabularies {
    cut_arena arena; /* holds all of it */
    CUT_VEC(cut_user_vocabulary) fields;
};

/* The vocabulary that holds for an edit; NULL: none. A text in a language that
 * is named has none: the terms are of the field's own language. `all` may be NULL. */
const cut_user_vocabulary *cut_user_vocabulary_for(const cutline_vocabularies *all,
                                                   const cut_edit *edit);

/* The term that a text names, in any case, with or without accents; *term is NULL if it names none.
 * False if memory runs out. */
bool cut_user_vocabulary_find(cut_arena *arena, const cut_user_vocabulary *v, const char *text,
                              const char **term);

/* A copy of the list in which names became their terms; what is not known stays. `v` may be NULL:
 * then it is the list itself. False if memory runs out. */
bool cut_user_vocabulary_spell(cut_arena *arena, const cut_user_vocabulary *v,
                               const cut_text_list *texts, cut_text_list *out);

/* The name nearest to a text that names no term, as its term; NULL if none is near. */
const char *cut_user_vocabulary_nearest(cut_arena *arena, const cut_user_vocabulary *v,
                                        const char *text);

#endif
