/* What a new file is made of: stretches of the old one, and new bytes between them. */
#ifndef CUT_WRITEBACK_PLAN_H
#define CUT_WRITEBACK_PLAN_H

#include "base/arena.h"

/* A piece of the new file. */
typedef struct cut_piece {
    uint64_t offset;      /* in the old file, if bytes is NULL */
    uint64_t length;      /* of the piece */
    const uint8_t *bytes; /* new bytes, not owned; NULL: copied from the old file */
} cut_piece;

typedef struct cut_plan {
    cut_arena *arena; /* holds the pieces */
    CUT_VEC(cut_piece) pieces;
    uint64_t size;  /* of all pieces */
    bool no_memory; /* a piece was lost; sticky */
} cut_plan;

/* Appends the stretch [offset, offset + length) of the old file. */
void cut_plan_copy(cut_plan *plan, uint64_t offset, uint64_t length);
/* Appends new bytes, which must outlive the plan. */
void cut_plan_add(cut_plan *plan, cut_view bytes);

#endif
