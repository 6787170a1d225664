#include "import/writer.h"

#include "base/thread.h"

/* A transaction takes this many files or this long: a commit costs about as much as ten files, and
 * other writers must not wait for longer than people notice. */
#define BATCH_FILES 500
#define BATCH_MILLISECONDS 250

static void enter_state(cut_writer *w, cut_writer_state state)
{
    w->state = state;
    w->batch = 0;
    w->end_at = cut_milliseconds() + BATCH_MILLISECONDS;
}

cutline_status cut_writer_look_up(cut_writer *w, const char *path, cut_file_state *out,
                                  cutline_error *err)
{
    *out = (cut_file_state){0};
    if (!w->store)
        return CUTLINE_OK;
    if (w->state == CUT_WRITER_IDLE) {
        cutline_status status = cut_store_begin_reading(w->store, err);
        if (status != CUTLINE_OK)
            return status;
        enter_state(w, CUT_WRITER_LOOKING_UP);
    }
    return cut_store_file_state(w->store, path, out, err);
}

static cutline_status begin_writing(cut_writer *w, cutline_error *err)
{
    if (w->state == CUT_WRITER_WRITING)
        return CUTLINE_OK;
    cut_writer_abandon(w);
    cutline_status status = cut_store_begin(w->store, err);
    if (status != CUTLINE_OK)
        return status;
    enter_state(w, CUT_WRITER_WRITING);
    w->committed = w->totals;
    return CUTLINE_OK;
}

cutline_status cut_writer_finish(cut_writer *w, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    if (w->state == CUT_WRITER_WRITING)
        status = cut_store_commit(w->store, err);
    if (status == CUTLINE_OK && w->state == CUT_WRITER_WRITING)
        w->state = CUT_WRITER_IDLE;
    cut_writer_abandon(w);
    return status;
}

void cut_writer_abandon(cut_writer *w)
{
    if (w->state == CUT_WRITER_WRITING) {
        cut_store_rollback(w->store);
        w->totals = w->committed;
    } else if (w->state == CUT_WRITER_LOOKING_UP)
        cut_store_end_reading(w->store);
    w->state = CUT_WRITER_IDLE;
}

cutline_status cut_writer_tick(cut_writer *w, cutline_error *err)
{
    bool is_due =
        w->state != CUT_WRITER_IDLE && (w->batch >= BATCH_FILES || cut_milliseconds() >= w->end_at);
    return is_due ? cut_writer_finish(w, err) : CUTLINE_OK;
}

int cut_writer_patience(const cut_writer *w, int most)
{
    long long left = w->state != CUT_WRITER_IDLE ? w->end_at - cut_milliseconds() : most;
    if (left < 1)
        return 1;
    return left < most ? (int)left : most;
}

/* Failures that are those of the store, not of the file: the import cannot go on. */
static bool is_fatal(cutline_status status)
{
    return status != CUTLINE_OK && status != CUTLINE_LIMIT && status != CUTLINE_MALFORMED &&
           status != CUTLINE_UNSUPPORTED && status != CUTLINE_BAD_ARGUMENT;
}

static cutline_status put(cut_writer *w, const cut_job *job, cut_put_result *out,
                          cutline_error *err)
{
    cutline_status status = begin_writing(w, err);
    if (status != CUTLINE_OK)
        return status;
    w->batch++;
    return job->record ? cut_store_put_record(w->store, job->record, out, err)
                       : cut_store_put_page(w->store, job->page, out, err);
}

static void count(cut_writer *w, cutline_import_result result)
{
    uint64_t *const counters[] = {
        [CUTLINE_IMPORT_ADDED] = &w->totals.added,
        [CUTLINE_IMPORT_UPDATED] = &w->totals.updated,
        [CUTLINE_IMPORT_UNCHANGED] = &w->totals.unchanged,
        [CUTLINE_IMPORT_SKIPPED] = &w->totals.skipped,
        [CUTLINE_IMPORT_FAILED] = &w->totals.failed,
    };
    (*counters[result])++;
    w->done++;
}

static void tell(const cut_writer *w, const cut_job *job, const cut_put_result *stored,
                 const cutline_error *error)
{
    if (!w->options->on_file)
        return;
    const cut_findings *findings = job->record ? &job->record->findings : NULL;
    if (job->page)
        findings = &job->page->findings;
    cutline_import_event event = {
        .path = job->path,
        .result = stored->result,
        .photo_count = stored->photo_count,
        .photo = stored->photo,
        .findings = findings ? findings->list.v : NULL,
        .finding_count = findings ? findings->list.n : 0,
        .error = error,
        .done = w->done,
        .total = w->total,
    };
    w->options->on_file(&event, w->options->context);
}

cutline_status cut_writer_deliver(cut_writer *w, cut_job *job, cutline_error *err)
{
    cut_put_result stored = {.result = job->result};
    cutline_error lost, put_error;
    cutline_error_clear(&put_error);
    cut_no_memory(&lost);
    const cutline_error *error = job->error ? job->error : &lost;
    if (job->result == CUTLINE_IMPORT_ADDED && w->options->dry_run) {
        stored.result = job->known ? CUTLINE_IMPORT_UPDATED : CUTLINE_IMPORT_ADDED;
    } else if (job->result == CUTLINE_IMPORT_ADDED) {
        cutline_status status = put(w, job, &stored, &put_error);
        if (is_fatal(status)) {
            if (err)
                *err = put_error;
            return status;
        }
        if (status != CUTLINE_OK) {
            stored = (cut_put_result){.result = CUTLINE_IMPORT_FAILED};
            cut_error_set_file(&put_error, job->path);
            error = &put_error;
        }
    }
    count(w, stored.result);
    tell(w, job, &stored, stored.result == CUTLINE_IMPORT_FAILED ? error : NULL);
    return cut_writer_tick(w, err);
}
