/*
 * The language of edits, and what an edit makes of a value. Pure: nothing here knows a catalog.
 *
 *   FIELD=VALUE      sets; without VALUE it takes back what was typed by hand
 *   FIELD?=VALUE     sets if there is no value
 *   FIELD+=VALUE     puts behind: after a blank in a text, as further values of a list
 *   FIELD^=VALUE     puts in front
 *   FIELD-=VALUE     takes a text out, or values off a list
 *   FIELD:s/A/B/     replaces the first A by B; with g behind it every one, with i in any case.
 *                    Any other punctuation may stand for "/"; before a backslash it is itself
 *   FIELD:blank      there shall be no value, whatever the files say
 *   +WORD  -WORD     keywords+=WORD, keywords-=WORD
 *
 * FIELD is a name of the field table. Of a field in several languages caption[ar] is the Arabic
 * text; of a structure location_shown.City is a part, of a list of them location_shown[2].City one
 * of the second. Two more names: media (media IDs, += and -=) and rights (+= and -=,
 * record/rights.h).
 */
#ifndef CUT_RECORD_EDIT_H
#define CUT_RECORD_EDIT_H

#include "base/arena.h"
#include "record/fields.h"

#include <cutline/edit.h>

/* What an edit is about. */
typedef enum cut_edit_target {
    CUT_EDIT_FIELD, /* a field of the table, as a whole or in one language */
    CUT_EDIT_PART,  /* a part of a structure */
    CUT_EDIT_MEDIA, /* media IDs */
    CUT_EDIT_RIGHTS /* rights that a person states or denies */
} cut_edit_target;

/* An edit taken apart. Texts are in the arena of its list. */
typedef struct cut_edit {
    cut_edit_target target;
    cutline_edit_op op;
    int field;        /* index in cut_fields, -1 for media and rights */
    const char *lang; /* NULL: the whole field, or its x-default */
    size_t item;      /* number of the structure, from 1 */
    const char *part; /* name of the part, NULL if there is none */
    const char *key;  /* what the history calls it: "caption[ar]", "location_shown[1].City",
                         "rights"; of  media IDs "media" */
    cut_str value;    /* VALUE, or A of a replacement */
    cut_str other;    /* B of a replacement */
    bool all, nocase; /* of a replacement: g, i */
    bool unless_said; /* leaves the photo alone if it says so already, be it by hand or not */
} cut_edit;

/* What a hand value is of, by its key: "caption", "caption[ar]", "location_shown[1].City". */
typedef struct cut_hand_key {
    int field;    /* index in cut_fields, -1 if it is no field of the table */
    cut_str lang; /* empty: the whole field, or its x-default */
    size_t item;  /* number of the structure, from 1; 0 if it is no part */
    cut_str part; /* name of the part */
} cut_hand_key;

cut_hand_key cut_hand_key_read(const char *key);

/* The texts of a field that a key is of: its values, those of a language, those of a part. The
 * texts are not copied. False if memory runs out. */
struct cut_text_list;
bool cut_hand_key_texts(cut_arena *arena, const cut_hand_key *key, const cutline_field *field,
                        struct cut_text_list *out);

/* A list of edits: what is made of one photo after the other. */
struct cutline_edits {
    cut_arena arena;
    CUT_VEC(cut_edit) list;
};

/* Takes one edit apart. CUTLINE_BAD_ARGUMENT says what is wrong with it. */
CUTLINE_MUST_CHECK cutline_status cut_edit_parse(cut_arena *arena, cut_str text, cut_edit *out,
                                                 cutline_error *err);

/* Values of a field: one text, or those of a list. */
typedef struct cut_text_list {
    const char **v;
    size_t n;
} cut_text_list;

/* What became of the values. */
typedef enum cut_edit_effect {
    CUT_EDIT_SAME, /* nothing: there was a value already, or nothing to take out */
    CUT_EDIT_NEW,  /* other values */
    CUT_EDIT_BACK  /* what was typed by hand is taken back */
} cut_edit_effect;

/* Terms of a field (record/user_vocabulary.h). */
struct cut_user_vocabulary;

/* Applies an edit of a field (not of media or rights; of a part, to the values of that part) to the
 * values there are. Names of terms of a desk's vocabulary become the terms; `user` may be NULL.
 * CUTLINE_BAD_ARGUMENT: the field cannot hold the value. */
CUTLINE_MUST_CHECK cutline_status cut_edit_apply(cut_arena *arena, const cut_edit *edit,
                                                 const struct cut_user_vocabulary *user,
                                                 const cut_text_list *now, cut_text_list *out,
                                                 cut_edit_effect *effect, cutline_error *err);

/* Values of a list as one text, separated by "; ", a semicolon inside a value written "\;", and
 * back. What a hand value of a list looks like. {NULL, 0} and false if memory runs out. */
cut_str cut_texts_join(cut_arena *arena, const cut_text_list *texts);
bool cut_texts_split(cut_arena *arena, cut_str text, cut_text_list *out);

/* What may be wrong with a new value though the field, or its part (NULL: none), can hold it: it is
 * longer than IIM allows, or no term of the field's vocabulary, nor of the desk's (`user` may be
 * NULL). NULL if nothing is. */
const char *cut_edit_warning(cut_arena *arena, const cut_field_row *row, const char *part,
                             const struct cut_user_vocabulary *user, const cut_text_list *texts);

#endif
