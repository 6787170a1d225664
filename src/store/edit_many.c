/* Many photos edited at once: one change, in one transaction. */
#include "base/error.h"
#include "store/edit_plan.h"
#include "store/lookup.h"

typedef struct editing {
    cut_store *store;
    const cutline_edit_options *options;
    cut_revision revision; /* of a dry run only its store */
    cutline_edit_result *result;
} editing;

static void tell_changes(const editing *e, const cut_edit_plan *plan)
{
    for (size_t i = 0; e->options->on_change && i < plan->slots.n; i++) {
        const cut_edit_slot *slot = &plan->slots.v[i];
        cutline_edit_change change = {.photo = plan->subject.photo,
                                      .field = slot->label,
                                      .old_text = slot->old_text,
                                      .new_text = slot->new_text,
                                      .warning = slot->warning};
        if (slot->touched)
            e->options->on_change(&change, e->options->context);
    }
}

/* Somebody has changed what the edit was made for. */
static cutline_status tell_conflict(editing *e, int64_t photo, cutline_error *err)
{
    cut_arena *arena = &e->store->arena;
    cut_edit_filter filter = {.photo = photo};
    int64_t last = 0;
    cutline_change change = {.editor = ""};
    e->result->conflicts++;
    cutline_status status = cut_db_latest_change(e->store->db, &filter, &last, err);
    if (status == CUTLINE_OK && last)
        status = cut_db_change_get(e->store->db, arena, last, &change, err);
    if (status == CUTLINE_OK && e->options->on_conflict)
        e->options->on_conflict(photo, change.editor, e->options->context);
    return status;
}

static cutline_status carry_out(editing *e, cutline_edit_job *job, cut_edit_plan *plan,
                                cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    bool changes = false;
    for (size_t i = 0; i < plan->slots.n; i++)
        changes = changes || plan->slots.v[i].touched;
    if (!e->options->dry_run && job->seen && job->seen != plan->seen)
        return tell_conflict(e, job->photo, err);
    if (e->options->dry_run)
        job->seen = plan->seen;
    else
        status = cut_edit_plan_do(plan, &e->revision, err);
    e->result->photos += changes;
    if (status == CUTLINE_OK)
        tell_changes(e, plan);
    return status;
}

static cutline_status edit_one(editing *e, cutline_edit_job *job, cutline_error *err)
{
    cut_edit_plan plan;
    bool found;
    cut_arena_reset(&e->store->arena);
    cutline_status status = cut_edit_plan_make(e->store, job->photo, job->edits,
                                               e->options->vocabularies, &plan, &found, err);
    if (status == CUTLINE_OK && found)
        status = carry_out(e, job, &plan, err);
    else if (status == CUTLINE_OK)
        e->result->missing++;
    cut_edit_plan_release(&plan);
    return status;
}

static cutline_status edit_all(editing *e, cutline_edit_job *jobs, size_t count, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (size_t i = 0; i < count && status == CUTLINE_OK; i++) {
        status = edit_one(e, &jobs[i], err);
        if (status == CUTLINE_BAD_ARGUMENT && count > 1)
            cut_error_set_where(err, "photo:%lld", (long long)jobs[i].photo);
        if (status == CUTLINE_OK && e->options->on_progress &&
            e->options->on_progress(i + 1, count, e->options->context))
            status = cut_fail(err, CUTLINE_CANCELLED, "stopped; nothing was changed");
    }
    return status;
}

static cutline_status try_all(editing *e, cutline_edit_job *jobs, size_t count, cutline_error *err)
{
    cutline_status status = cut_db_begin_reading(e->store->db, err);
    if (status != CUTLINE_OK)
        return status;
    status = edit_all(e, jobs, count, err);
    cut_db_rollback(e->store->db);
    return status;
}

cutline_status cut_store_edit(cut_store *store, cutline_edit_job *jobs, size_t count,
                              const cutline_edit_options *options, cutline_edit_result *result,
                              cutline_error *err)
{
    editing e = {.store = store, .options = options, .result = result};
    *result = (cutline_edit_result){0};
    if (options->dry_run)
        return try_all(&e, jobs, count, err);
    cutline_status status =
        cut_revision_begin(store, CUTLINE_CHANGE_EDIT, &options->editor, &e.revision, err);
    if (status != CUTLINE_OK)
        return status;
    status = cut_revision_end(&e.revision, edit_all(&e, jobs, count, err), err);
    result->change = status == CUTLINE_OK ? e.revision.change.id : 0;
    return status;
}
