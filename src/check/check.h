/*
 * What the rules look at, and how they report. To add a rule: a function here and a row in
 * rules_table.c.
 */
#ifndef CUT_CHECK_CHECK_H
#define CUT_CHECK_CHECK_H

#include "base/arena.h"

#include <cutline/check.h>

/* A caption under examination. */
typedef struct cut_checking {
    cut_arena *arena;             /* holds what is found */
    const cutline_photo *photo;   /* NULL if only a text is checked */
    cut_str text;                 /* the caption as it is, UTF-8; n is 0 if there is none */
    const cutline_caption *parts; /* the same taken apart */
    const char *code;             /* of the rule that runs */
    bool lost;                    /* memory ran out */
    CUT_VEC(cutline_fault) faults;
} cut_checking;

typedef struct cut_check_row {
    cutline_check_rule info;
    void (*run)(cut_checking *c);
} cut_check_row;

/* The last has no code. */
extern const cut_check_row cut_check_rows[];

/* Reports a fault of the rule that runs. field: a name that outlives the checking, or NULL. offset:
 * byte of that field, or CUTLINE_NO_OFFSET. */
void cut_check_fault(cut_checking *c, const char *field, int64_t offset, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* The same at a byte of the caption. */
#define cut_check_at(c, at, ...) cut_check_fault((c), "caption", (int64_t)(at), __VA_ARGS__)

/* First value of a field of the photo; {NULL, 0} if it has none. */
cut_str cut_check_field(const cut_checking *c, const char *name);
/* Whether the credit of the caption names an agency, by its usual name. */
bool cut_check_names_agency(const cut_checking *c, const char *name);

/* gaps.c: what is not there at all */
void cut_check_no_caption(cut_checking *c);
void cut_check_no_credit(cut_checking *c);
void cut_check_no_photographer(cut_checking *c);
void cut_check_no_date(cut_checking *c);
void cut_check_no_place(cut_checking *c);

/* spacing.c: blanks, line ends, full stops */
void cut_check_double_space(cut_checking *c);
void cut_check_stray_space(cut_checking *c);
void cut_check_missing_space(cut_checking *c);
void cut_check_line_break(cut_checking *c);
void cut_check_full_stop(cut_checking *c);

/* leftovers.c: what was never meant to be printed */
void cut_check_markup(cut_checking *c);
void cut_check_placeholder(cut_checking *c);
void cut_check_code(cut_checking *c);
void cut_check_mojibake(cut_checking *c);
void cut_check_control(cut_checking *c);

/* form.c: brackets, quotation marks, capitals */
void cut_check_brackets(cut_checking *c);
void cut_check_quotes(cut_checking *c);
void cut_check_capitals(cut_checking *c);

/* style.c: what style books ask for */
void cut_check_past_tense(cut_checking *c);
void cut_check_relative_day(cut_checking *c);
void cut_check_no_weekday(cut_checking *c);
void cut_check_no_positions(cut_checking *c);
void cut_check_too_long(cut_checking *c);

/* facts.c: what cannot be, or is said otherwise elsewhere */
void cut_check_weekday(cut_checking *c);
void cut_check_date(cut_checking *c);
void cut_check_city(cut_checking *c);
void cut_check_credit_form(cut_checking *c);
void cut_check_credit_conflict(cut_checking *c);
void cut_check_overflow(cut_checking *c);

#endif
