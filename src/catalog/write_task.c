/* Files at work in several threads. */
#include "base/error.h"
#include "base/limits.h"
#include "base/thread.h"
#include "catalog/write_parts.h"

#include <stdlib.h>

/* Threads. They wait for the disk most of the time, so that there may be more than processors: a
 * disk that brings the logs of several files out together is asked for several at a time. */
#define WORKERS 4u

/* ---- one file ----------------------------------------------------------------------------------
 */

static const char *copy(cut_write_task *task, const char *text, bool *ok)
{
    const char *copied = text ? cut_arena_copy_z(&task->arena, text) : NULL;
    *ok = *ok && (copied || !text);
    return copied;
}

static void copy_findings(cut_write_task *task, cutline_write_event *event, bool *ok)
{
    cutline_finding *findings = CUT_NEW_ARRAY(&task->arena, cutline_finding, event->finding_count);
    *ok = *ok && findings;
    for (size_t i = 0; i < event->finding_count && *ok; i++)
        findings[i] = (cutline_finding){.code = event->findings[i].code, /* codes are fixed */
                                        .field = copy(task, event->findings[i].field, ok),
                                        .detail = copy(task, event->findings[i].detail, ok)};
    event->findings = findings;
}

/* What is told lives only as long as the call: it is kept until its turn comes. Names of fields are
 * those of the field table. */
static int keep(const cutline_write_event *event, void *context)
{
    cut_write_task *task = context;
    cut_write_told *told = CUT_NEW(&task->arena, cut_write_told);
    const char **fields = CUT_NEW_ARRAY(&task->arena, const char *, event->fields.count);
    bool ok = told && fields;
    if (ok) {
        told->event = *event;
        told->event.path = copy(task, event->path, &ok);
        told->event.target = copy(task, event->target, &ok);
        if (event->fields.count > 0)
            memcpy(fields, event->fields.items, event->fields.count * sizeof *fields);
        told->event.fields.items = fields;
        copy_findings(task, &told->event, &ok);
        if (event->error) {
            told->error = *event->error;
            told->event.error = &told->error;
        }
    }
    if (!ok || !CUT_PUSH(&task->arena, &task->told, told))
        task->status = cut_no_memory(&task->error);
    return 0;
}

/* What failed before any target was tried is told, too. */
static void keep_failure(cut_write_task *task, const cutline_error *why)
{
    cutline_write_event event = {.photo = task->number,
                                 .path = task->file->path.p,
                                 .target = task->file->path.p,
                                 .outcome = CUTLINE_WRITE_FAILED,
                                 .error = why};
    (void)keep(&event, task);
}

void cut_write_task_run(cut_write_task *task, int slot)
{
    cutline_error why;
    cut_write_request request = {.options = *task->options,
                                 .on_file = keep,
                                 .context = task,
                                 .photo = task->number,
                                 .must_be_as = true,
                                 .size = task->file->size,
                                 .mtime_ns = task->file->mtime_ns,
                                 .slot = slot,
                                 .news = &task->news};
    cut_arena_init(&task->arena, CUT_MAX_RECORD_ARENA);
    cutline_status status =
        cut_write(task->file->path.p, task->changes->v, task->changes->n, &request, &why);
    if (status == CUTLINE_BAD_ARGUMENT || status == CUTLINE_NO_MEMORY) {
        task->status = status;
        task->error = why;
    } else if (status != CUTLINE_OK && task->told.n == 0) {
        keep_failure(task, &why);
    }
}

bool cut_write_task_has_written(const cut_write_task *task)
{
    for (size_t i = 0; i < task->told.n; i++)
        if (task->told.v[i]->event.outcome == CUTLINE_WRITE_DONE && !task->options->dry_run)
            return true;
    return false;
}

void cut_write_task_release(cut_write_task *task)
{
    cutline_record_free(task->news.record);
    task->news.record = NULL;
    cut_arena_release(&task->arena);
}

/* ---- many --------------------------------------------------------------------------------------
 */

typedef struct worker {
    cut_write_crew *crew;
    cut_thread thread;
    int number; /* its slot */
} worker;

struct cut_write_crew {
    cut_queue to_do, done; /* of tasks */
    worker workers[WORKERS];
    unsigned count; /* of the workers that run */
};

static void run_chain(cut_write_task *task, int slot)
{
    for (; task; task = task->next)
        cut_write_task_run(task, slot);
}

static void *work(void *context)
{
    const worker *w = context;
    void *item;
    while (cut_queue_pop(&w->crew->to_do, -1, &item) == CUT_POP_ITEM) {
        run_chain(item, w->number);
        (void)cut_queue_push(&w->crew->done, item);
    }
    return NULL;
}

cutline_status cut_write_crew_start(cut_write_crew **out, cutline_error *err)
{
    cut_write_crew *crew = calloc(1, sizeof *crew);
    *out = NULL;
    if (!crew)
        return cut_no_memory(err);
    if (!cut_queue_init(&crew->to_do, CUT_MAX_FILES_WRITTEN)) {
        free(crew);
        return cut_no_memory(err);
    }
    if (!cut_queue_init(&crew->done, CUT_MAX_FILES_WRITTEN)) {
        cut_queue_release(&crew->to_do);
        free(crew);
        return cut_no_memory(err);
    }
    for (unsigned i = 0; i < WORKERS; i++) {
        worker *w = &crew->workers[i];
        *w = (worker){.crew = crew, .number = (int)i};
        if (!cut_thread_start(&w->thread, work, w))
            break; /* fewer will do, and if there is none the caller's own */
        crew->count++;
    }
    *out = crew;
    return CUTLINE_OK;
}

void cut_write_crew_run(cut_write_crew *crew, cut_write_task *tasks, size_t count)
{
    size_t out = 0;
    void *ignored;
    for (size_t i = 0; i < count; i++) {
        if (tasks[i].follows)
            continue;
        if (crew && crew->count > 0 && cut_queue_try_push(&crew->to_do, &tasks[i]))
            out++;
        else
            run_chain(&tasks[i], WORKERS);
    }
    for (; out > 0; out--)
        (void)cut_queue_pop(&crew->done, -1, &ignored);
}

void cut_write_crew_end(cut_write_crew *crew)
{
    if (!crew)
        return;
    cut_queue_close(&crew->to_do);
    for (unsigned i = 0; i < crew->count; i++)
        cut_thread_join(crew->workers[i].thread);
    cut_queue_release(&crew->to_do);
    cut_queue_release(&crew->done);
    free(crew);
}
