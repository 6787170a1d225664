/*
 * A query tree as a SELECT of photo numbers: its text is made of fixed pieces only, and everything
 * that comes from the user is a bound value. Only for store/sqlite.
 */
#ifndef CUT_STORE_SQLITE_CONDITION_H
#define CUT_STORE_SQLITE_CONDITION_H

#include "base/buf.h"
#include "store/sqlite/sql.h"

/* What the statement gives, and in which order. */
typedef enum cut_condition_form {
    CUT_FORM_RANKED,      /* words that must hold lead: by relevance, then newest first */
    CUT_FORM_RANKED_ONLY, /* the same for words and nothing else, without looking at dates */
    CUT_FORM_LATEST,      /* the same words and nothing else: the photo taken in last comes first */
    CUT_FORM_SORTED,      /* as the query's "sort:" says, else by date taken, newest first */
    CUT_FORM_PROBED, /* as SORTED, of the first CUT_MAX_PROBED photos that meet what needs no full
                        text; a second column tells whether the photo meets the rest */
    CUT_FORM_PROBED_LATEST, /* the same of the photos taken in last */
    CUT_FORM_COUNTED,       /* one row: how many there are */
    CUT_FORM_COLUMNS        /* the columns asked for of every photo, in no order */
} cut_condition_form;

/* The photos that the index of fields gives for a condition: looking one up costs
 * nothing, where a query of its own takes 0.3 ms. */
typedef struct cut_field_set {
    const cut_query_node *node; /* a field, or fields of which one must be so */
    cut_bits photos;
} cut_field_set;

typedef struct cut_condition {
    const cut_db_question *question;
    cut_arena arena;     /* holds the values; the scratch arena is others' while hits are read */
    cut_str match;       /* words that every hit must have, for FTS5; {NULL, 0} if none */
    bool all_text;       /* the query is nothing but these words */
    bool has_text;       /* there are words in it somewhere */
    bool has_prefix;     /* one of them is the beginning of a word */
    bool may_probe;      /* asking photo by photo is cheap */
    bool probing;        /* that is being done: texts are looked at, not looked up */
    const char *columns; /* COLUMNS: SQL text, "e.city, e.country" */
    cut_buf sql;         /* text of the statement; ?1 is the limit */
    CUT_VEC(cut_str) values;                /* of ?2, ?3, ... */
    CUT_VEC(const cut_query_node *) checks; /* conditions that functions see to, by number */
    CUT_VEC(const cut_query_node *) named;  /* bare words that are an ID or the name of a file */
    CUT_VEC(cut_field_set) sets;            /* of conditions that very many photos meet */
    cut_arena fold;                         /* of the value being looked at */
    cutline_status status;                  /* why a function gave up */
    cutline_error error;
} cut_condition;

/* Looks a query over, and the names that it may mean up. Release in any case. */
CUTLINE_MUST_CHECK cutline_status cut_condition_make(cut_db *db, const cut_db_question *question,
                                                     cut_condition *out, cutline_error *err);
/* Makes the statement's text, prepares it and binds all values but ?1; the caller finalizes. RANKED
 * and LATEST only with a match, LATEST only if the query is all text. */
CUTLINE_MUST_CHECK cutline_status cut_condition_prepare(cut_db *db, cut_condition *c,
                                                        cut_condition_form form, sqlite3_stmt **out,
                                                        cutline_error *err);
/* What failed in a function of checks.c, if something did; else `status`. */
CUTLINE_MUST_CHECK cutline_status cut_condition_failure(const cut_condition *c,
                                                        cutline_status status, cutline_error *err);
void cut_condition_release(cut_condition *c);

/* ---- find.c
 * --------------------------------------------------------------------------------------
 */

/* The form that answers a query. latest: receives the last photos with the words if these were
 * gathered to find that out; may be NULL. */
CUTLINE_MUST_CHECK cutline_status cut_find_form(cut_db *db, cut_condition *c,
                                                cut_condition_form *form, cut_numbers *latest,
                                                cutline_error *err);

/* ---- checks.c -----------------------------------------------------------------------------------
 *
 * cut_value(text, separator, number): a value of the text, which has one between separators, is as
 * condition `number` says.
 * cut_holds(photo, number): the photo is as a condition on a field says.
 * cut_in(photo, number): the photo is in set `number`.
 * cut_alike(photo): it is among the question's `alike`.
 * cut_field(photo, number): the values of a field, CUT_VALUE_SEPARATOR between them; cut_key() the
 * same, a number as such. */
CUTLINE_MUST_CHECK cutline_status cut_checks_register(cut_db *db, cutline_error *err);

#endif
