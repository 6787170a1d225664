/*
 * Who gets the credit: one credit weighed from the credit field, the caption, the byline, the
 * source and the copyright notice. Rules: src/record/credit.c.
 */
#ifndef CUT_RECORD_CREDIT_H
#define CUT_RECORD_CREDIT_H

#include "record/reading.h"

/* How an agency wants its photographers named where its own name stands alone. */
typedef struct cut_credit_form {
    const char *agency; /* canonical name */
    const char *before; /* stands before the names; NULL: the names come first, then "/" and the
                           agency as it was written */
} cut_credit_form;

extern const cut_credit_form cut_credit_forms[];
extern const size_t cut_credit_form_count;

/* A credit line of names and the text that named an agency without people: "REUTERS" and "Denis
 * Balibouse" give "REUTERS/Denis Balibouse", "AFP/Getty Images" gives "Denis Balibouse/AFP/Getty
 * Images". NULL if memory runs out. Without names it is the agency's text. */
const char *cut_credit_line(cut_arena *arena, cut_str agency, const cutline_strings *names);

/* Sets record->credit and credit_origin, and reading->agencies. Fields are reconciled and the
 * caption is parsed. */
CUTLINE_MUST_CHECK cutline_status cut_weigh_credit(cut_reading *reading, cutline_error *err);

#endif
