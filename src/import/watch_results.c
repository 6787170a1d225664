#include "import/watch_results.h"

#include "base/limits.h"

void cut_watch_results_init(cut_watch_results *results)
{
    *results = (cut_watch_results){0};
    cut_arena_init(&results->arena, CUT_MAX_RECORD_ARENA);
}

void cut_watch_results_release(cut_watch_results *results)
{
    cut_arena_release(&results->arena);
}

void cut_watch_results_clear(cut_watch_results *results)
{
    cut_arena_reset(&results->arena);
    results->list.v = NULL;
    results->list.n = results->list.cap = 0;
}

/* Copies a text if there is one; *failed if there is no memory for it. */
static const char *copied(cut_arena *arena, const char *text, bool *failed)
{
    const char *copy = text ? cut_arena_copy_z(arena, text) : NULL;
    *failed |= text && !copy;
    return copy;
}

static const cutline_finding *copied_findings(cut_arena *arena, const cutline_import_event *event,
                                              bool *failed)
{
    cutline_finding *copy = CUT_NEW_ARRAY(arena, cutline_finding, event->finding_count);
    *failed |= !copy;
    for (size_t i = 0; copy && i < event->finding_count; i++) {
        const cutline_finding *finding = &event->findings[i];
        copy[i] = *finding;
        copy[i].code = copied(arena, finding->code, failed);
        copy[i].field = copied(arena, finding->field, failed);
        copy[i].detail = copied(arena, finding->detail, failed);
    }
    return copy;
}

bool cut_watch_results_keep(cut_watch_results *results, const cutline_import_event *event)
{
    cut_arena *arena = &results->arena;
    cutline_import_event copy = *event;
    bool failed = false;
    copy.path = copied(arena, event->path, &failed);
    copy.moved_from = copied(arena, event->moved_from, &failed);
    copy.findings = copied_findings(arena, event, &failed);
    if (event->error) {
        cutline_error *error = CUT_NEW(arena, cutline_error);
        failed |= !error;
        if (error)
            *error = *event->error;
        copy.error = error;
    }
    return !failed && CUT_PUSH(arena, &results->list, copy);
}
