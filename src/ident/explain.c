#include "ident/shape.h"

static bool has_text(const cut_id_owners *list, const char *ns)
{
    for (size_t i = 0; i < list->n; i++)
        if (strcmp(list->v[i], ns) == 0)
            return true;
    return false;
}

bool cut_ident_owners(cut_arena *arena, cut_str value, cut_id_owners *out)
{
    /* Where agencies put numbers that they share with others. */
    const unsigned places =
        CUT_IN(CUT_ID_JOB_IIM) | CUT_IN(CUT_ID_TITLE_IIM) | CUT_IN(CUT_ID_FILE_NAME);
    for (size_t i = 0; i < cut_id_shape_count; i++) {
        const cut_id_shape *shape = &cut_id_shapes[i];
        cut_str part, host;
        if (shape->signals && shape->places & places && !has_text(out, shape->ns) &&
            cut_shape_match(shape, value, &part, &host) && !CUT_PUSH(arena, out, shape->ns))
            return false;
    }
    return true;
}
