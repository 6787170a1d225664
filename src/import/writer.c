#include "import/writer.h"

#include "base/thread.h"
#include "import/gone.h"
#include "store/settle.h"

/* A transaction takes this many files or this long: a commit costs about as much as ten files, and
 * other writers must not wait for longer than people notice. */
#define BATCH_FILES 16000
#define BATCH_MILLISECONDS 500

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
    if (status == CUTLINE_OK && w->pictures >= CUT_SETTLE_AFTER)
        status = cut_writer_settle(w, err);
    return status;
}

cutline_status cut_writer_settle(cut_writer *w, cutline_error *err)
{
    w->pictures = 0;
    return w->store && !w->options->dry_run
               ? cut_store_settle_many(w->store, w->options->cancel, err)
               : CUTLINE_OK;
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

/* What is known of a job when it is told. */
typedef struct outcome {
    cut_put_result put;
    const char *moved_from;
} outcome;

/* The file may be one that the store knows by another path. */
static cutline_status look_for_origin(cut_writer *w, const cut_job *job, outcome *out,
                                      cutline_error *err)
{
    cut_arena_reset(w->arena);
    if (!w->store || !job->record)
        return CUTLINE_OK;
    return cut_moved_from(w->store, w->arena, job->record, &out->moved_from, err);
}

static cutline_status put(cut_writer *w, const cut_job *job, outcome *out, cutline_error *err)
{
    cutline_status status = begin_writing(w, err);
    if (status == CUTLINE_OK)
        status = look_for_origin(w, job, out, err);
    if (status != CUTLINE_OK)
        return status;
    w->batch++;
    w->pictures += job->record && job->record->picture;
    return job->record
               ? cut_store_put_record(w->store, job->record, out->moved_from, &out->put, err)
               : cut_store_put_page(w->store, job->page, &out->put, err);
}

/* What a put would do. */
static cutline_status pretend(cut_writer *w, const cut_job *job, outcome *out, cutline_error *err)
{
    cutline_status status = look_for_origin(w, job, out, err);
    out->put.result = out->moved_from ? CUTLINE_IMPORT_MOVED
                      : job->known    ? CUTLINE_IMPORT_UPDATED
                                      : CUTLINE_IMPORT_ADDED;
    return status;
}

/* Nothing to do but to say that it is there, if it was missing. */
static cutline_status keep(cut_writer *w, const cut_job *job, cutline_error *err)
{
    if (!job->missing || w->options->dry_run)
        return CUTLINE_OK;
    cutline_status status = begin_writing(w, err);
    w->batch++;
    return status == CUTLINE_OK ? cut_store_set_missing(w->store, job->path, false, err) : status;
}

/* Does what the job's result asks for. */
static cutline_status carry_out(cut_writer *w, const cut_job *job, outcome *out, cutline_error *err)
{
    if (job->result == CUTLINE_IMPORT_UNCHANGED)
        return keep(w, job, err);
    if (job->result != CUTLINE_IMPORT_ADDED)
        return CUTLINE_OK;
    return w->options->dry_run ? pretend(w, job, out, err) : put(w, job, out, err);
}

static void count(cut_writer *w, cutline_import_result result)
{
    uint64_t *const counters[] = {
        [CUTLINE_IMPORT_ADDED] = &w->totals.added,
        [CUTLINE_IMPORT_UPDATED] = &w->totals.updated,
        [CUTLINE_IMPORT_UNCHANGED] = &w->totals.unchanged,
        [CUTLINE_IMPORT_SKIPPED] = &w->totals.skipped,
        [CUTLINE_IMPORT_FAILED] = &w->totals.failed,
        [CUTLINE_IMPORT_MOVED] = &w->totals.moved,
        [CUTLINE_IMPORT_MISSING] = &w->totals.missing,
    };
    (*counters[result])++;
}

static void tell(const cut_writer *w, const cut_job *job, const outcome *done,
                 const cutline_error *error)
{
    if (!w->options->on_file)
        return;
    const cut_findings *findings = job->record ? &job->record->findings : NULL;
    if (job->page)
        findings = &job->page->findings;
    cutline_import_event event = {
        .path = job->path,
        .moved_from = done->moved_from,
        .result = done->put.result,
        .is_photo = job->record != NULL,
        .photo_count = done->put.photo_count,
        .photo = done->put.photo,
        .findings = findings ? findings->list.v : NULL,
        .finding_count = findings ? findings->list.n : 0,
        .error = error,
        .done = w->done,
        .total = w->total,
        .done_bytes = w->done_bytes,
        .total_bytes = w->total_bytes,
    };
    w->options->on_file(&event, w->options->context);
}

/* The store has the photo file now, and it was found in a folder. */
static bool is_met(const cut_job *job, cutline_import_result result)
{
    return !job->named && (job->record || job->is_photo) && result != CUTLINE_IMPORT_FAILED &&
           result != CUTLINE_IMPORT_SKIPPED;
}

cutline_status cut_writer_deliver(cut_writer *w, cut_job *job, cutline_error *err)
{
    outcome done = {.put = {.result = job->result}};
    cutline_error lost, put_error;
    cutline_error_clear(&put_error);
    cut_no_memory(&lost);
    const cutline_error *error = job->error ? job->error : &lost;
    cutline_status status = carry_out(w, job, &done, &put_error);
    if (is_fatal(status)) {
        if (err)
            *err = put_error;
        return status;
    }
    if (status != CUTLINE_OK) {
        done = (outcome){.put = {.result = CUTLINE_IMPORT_FAILED}};
        cut_error_set_file(&put_error, job->path);
        error = &put_error;
    }
    count(w, done.put.result);
    w->done++;
    w->done_bytes += job->size;
    w->met += is_met(job, done.put.result);
    tell(w, job, &done, done.put.result == CUTLINE_IMPORT_FAILED ? error : NULL);
    return cut_writer_tick(w, err);
}

/* ---- vanished files -------------------------------------------------------------------------- */

/* Tells of what has vanished since it was last looked for. */
static void on_checked(const cutline_check_event *event, void *context)
{
    cut_writer *w = context;
    if (event->state != CUTLINE_FILE_MISSING || !event->is_new)
        return;
    const cut_job job = {.path = event->path};
    const outcome done = {
        .put = {.result = CUTLINE_IMPORT_MISSING, .photo = event->photo, .photo_count = 1}};
    count(w, CUTLINE_IMPORT_MISSING);
    tell(w, &job, &done, NULL);
}

cutline_status cut_writer_find_vanished(cut_writer *w, const char *folder, cutline_error *err)
{
    cutline_check_totals totals = {0};
    const cutline_check_options options = {.dry_run = w->options->dry_run,
                                           .on_file = on_checked,
                                           .context = w,
                                           .cancel = w->options->cancel};
    return cut_check_folder(w->store, folder, &options, &totals, err);
}
