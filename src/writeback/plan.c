#include "writeback/plan.h"

static void push(cut_plan *plan, cut_piece piece)
{
    if (piece.length == 0)
        return;
    plan->size += piece.length;
    if (!CUT_PUSH(plan->arena, &plan->pieces, piece))
        plan->no_memory = true;
}

void cut_plan_copy(cut_plan *plan, uint64_t offset, uint64_t length)
{
    cut_piece *last = plan->pieces.n > 0 ? &plan->pieces.v[plan->pieces.n - 1] : NULL;
    if (last && !last->bytes && last->offset + last->length == offset) {
        last->length += length;
        plan->size += length;
        return;
    }
    push(plan, (cut_piece){.offset = offset, .length = length});
}

void cut_plan_add(cut_plan *plan, cut_view bytes)
{
    push(plan, (cut_piece){.length = bytes.n, .bytes = bytes.p});
}
