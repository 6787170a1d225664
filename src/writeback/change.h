/* What is to change, inside: fields by their row of the field table, values checked. */
#ifndef CUT_WRITEBACK_CHANGE_H
#define CUT_WRITEBACK_CHANGE_H

#include "record/fields.h"

#include <cutline/writeback.h>

typedef struct cut_change {
    const cut_field_row *row;
    const cutline_value *values; /* as in cutline_file_change */
    size_t count;                /* 0: the field goes */
} cut_change;

typedef struct cut_changes {
    const cut_change *v;
    size_t n;
} cut_changes;

/* The change of a field, or NULL. */
static inline const cut_change *cut_change_of(const cut_changes *changes, const cut_field_row *row)
{
    for (size_t i = 0; i < changes->n; i++)
        if (changes->v[i].row == row)
            return &changes->v[i];
    return NULL;
}

/* The text that blocks without languages get: the x-default, or the one text there is; NULL if the
 * change does not touch it. *removed: the text goes. */
static inline const char *cut_change_text(const cut_change *change, bool *removed)
{
    *removed = change->count == 0;
    for (size_t i = 0; i < change->count; i++) {
        const cutline_value *v = &change->values[i];
        if (v->lang && strcmp(v->lang, "x-default") != 0)
            continue;
        *removed = !v->text;
        return v->text;
    }
    return NULL;
}

#endif
