#include "import/import.h"

#include "base/limits.h"
#include "base/thread.h"
#include "import/count.h"
#include "import/writer.h"

#include <stdlib.h>

/* Blocks the scan may be ahead: enough to know the number of files of an ordinary import early. */
#define BLOCKS_AHEAD 64
/* Files that a worker is given at once at most: waking a thread costs as much as a third of a file.
 */
#define TASK_JOBS 8
/* Tasks per worker that may be out: one that it reads and the next. */
#define TASKS_PER_WORKER 2
/* Files between the one that is written next and the last one looked at: most, and per task, so
 * that others go on while a large one is read. */
#define WINDOW 1024
#define WINDOW_PER_TASK ((size_t)8 * TASK_JOBS)
/* And per task while the writer cannot follow: reading further ahead does not make it faster, and
 * what was read just now is still in the processor's cache. */
#define ENOUGH_PER_TASK ((size_t)2 * TASK_JOBS)
/* Memory that results waiting for the writer may take before no more files are read. */
#define WAITING_MEMORY ((size_t)64 << 20)
/* Longest wait before the cancel flag is looked at. */
#define PATIENCE_MILLISECONDS 50
/* More threads than this only cost memory. */
#define JOBS_MAX 256u

/* Jobs for a worker, done in their order. */
typedef struct task {
    cut_job *jobs[TASK_JOBS];
    size_t count;
} task;

typedef struct pipeline {
    const cutline_import_options *options;
    cut_job_options read_options;
    cut_arena arena;   /* holds the map */
    cut_arena scratch; /* of the writer */
    cut_list_map map;
    cut_scan *scan;
    cut_queue scanned;  /* blocks from the scan thread */
    cut_queue to_read;  /* tasks for the workers; has room for all there are */
    cut_queue finished; /* tasks done; has room for all there are */
    cut_thread scanner;
    cut_thread *workers; /* owned */
    unsigned worker_count;
    bool has_scanner;

    cut_job_block *oldest; /* blocks with jobs that are not delivered yet, in order; owned */
    cut_job_block *newest; /* last of them; its jobs are being looked at */
    size_t looked_at;      /* jobs of it that were */
    bool scan_ended;       /* all jobs of all blocks were looked at */
    bool scan_failed;      /* the scan ran out of memory */
    uint64_t scanned_count, scanned_bytes;
    cut_count count_ahead;
    cut_job *window[WINDOW]; /* ring of the jobs not delivered yet, in the order of the scan */
    size_t first, count;
    size_t most;           /* of these at a time */
    size_t enough;         /* while the first of them is done */
    size_t waiting_memory; /* of these, memory of the finished ones */
    task *tasks;           /* all tasks; owned */
    task **idle;           /* those not in use; owned */
    size_t task_count, idle_count;
    cutline_record **spares; /* records to be used again, as many as jobs fit in the tasks; owned */
    size_t spare_count;
    task *filling; /* task that is being put together, NULL if none */
    cut_writer writer;
} pipeline;

static void *run_scan(void *context)
{
    pipeline *p = context;
    for (bool more = true; more;) {
        cut_job_block *block = cut_job_block_scan(p->scan);
        more = block && !block->last;
        if (block && !cut_queue_push(&p->scanned, block)) {
            cut_job_block_free(block);
            more = false;
        }
    }
    cut_queue_close(&p->scanned);
    return NULL;
}

static void *run_worker(void *context)
{
    pipeline *p = context;
    cut_job_tools tools;
    void *item;
    cut_arena_init(&tools.scratch, CUT_MAX_RECORD_ARENA);
    cut_buf_init(&tools.text, CUT_MAX_JSON_BYTES);
    while (cut_queue_pop(&p->to_read, -1, &item) == CUT_POP_ITEM) {
        const task *work = item;
        for (size_t i = 0; i < work->count; i++)
            cut_job_read(work->jobs[i], &p->read_options, &tools);
        (void)cut_queue_push(&p->finished, item);
    }
    cut_arena_release(&tools.scratch);
    cut_buf_release(&tools.text);
    return NULL;
}

/* ---- the calling thread's part --------------------------------------------------------------- */

static bool is_cancelled(const pipeline *p)
{
    return p->options->cancel && *p->options->cancel != 0;
}

/* How much there is: by the scan when it is over, before that by the count. */
static void set_total(pipeline *p, bool scanned_all)
{
    if (scanned_all) {
        p->writer.total = p->scanned_count;
        p->writer.total_bytes = p->scanned_bytes;
    } else if (p->writer.total == 0 && atomic_load(&p->count_ahead.known)) {
        p->writer.total = p->count_ahead.files;
        p->writer.total_bytes = p->count_ahead.bytes;
    }
}

static void add_block(pipeline *p, cut_job_block *block)
{
    /* The newest block is kept, even if all its jobs are delivered, until another one comes. */
    if (p->oldest && p->oldest->left == 0) {
        cut_job_block_free(p->oldest);
        p->oldest = NULL;
    }
    if (p->oldest)
        p->newest->next = block;
    else
        p->oldest = block;
    p->newest = block;
    p->looked_at = 0;
    p->scanned_count += block->count;
    for (size_t i = 0; i < block->count; i++)
        p->scanned_bytes += block->jobs[i].size;
    set_total(p, block->last);
}

/* The next job of the scan; NULL if there is none now or, with scan_ended set, any more. */
static cut_job *next_job(pipeline *p)
{
    void *block;
    while (!p->newest || p->looked_at == p->newest->count) {
        p->scan_ended |= p->newest && p->newest->last;
        if (p->scan_ended)
            return NULL;
        cut_pop pop = cut_queue_pop(&p->scanned, p->count == 0 ? PATIENCE_MILLISECONDS : 0, &block);
        if (pop == CUT_POP_CLOSED)
            p->scan_ended = p->scan_failed = true;
        if (pop != CUT_POP_ITEM)
            return NULL;
        add_block(p, block);
    }
    return &p->newest->jobs[p->looked_at++];
}

static bool is_same_file(const cut_job *job, const cut_file_state *state)
{
    return state->known && state->size == job->size && state->mtime_ns == job->mtime_ns &&
           state->sidecars == job->sidecars;
}

/* A file is read again if size or time differ, or those of its sidecars, to complete what a
 * metadata-only import, or one by a version that did not look at pixels, left, and a list by
 * another map: which one it was read with is not kept. */
static cutline_status check_known(pipeline *p, cut_job *job, cutline_error *err)
{
    cut_file_state state;
    cutline_status status = cut_writer_look_up(&p->writer, job->path, &state, err);
    job->known = state.known;
    job->missing = state.missing;
    job->is_photo = state.photo != 0;
    if (is_same_file(job, &state) &&
        ((state.has_hash && state.has_picture) || p->options->metadata_only) &&
        !(job->kind == CUT_SCAN_LIST && p->options->map)) {
        job->done = true;
        job->result = CUTLINE_IMPORT_UNCHANGED;
    }
    return status;
}

static void send_task(pipeline *p)
{
    if (p->filling)
        (void)cut_queue_push(&p->to_read, p->filling);
    p->filling = NULL;
}

/* Jobs of the task that is put together now. Towards the end of the scan there are fewer, so that
 * no worker has several photos left to decode when the others are done. */
static size_t task_jobs(const pipeline *p)
{
    size_t left = p->newest->count - p->looked_at, fair = left / (2 * p->worker_count) + 1;
    return p->newest->last && fair < TASK_JOBS ? fair : TASK_JOBS;
}

/* Gives a job to the workers. There is an idle task if none is being filled (has_room). */
static void add_to_task(pipeline *p, cut_job *job)
{
    if (!p->filling) {
        p->filling = p->idle[--p->idle_count];
        p->filling->count = 0;
    }
    if (job->kind == CUT_SCAN_PHOTO && p->spare_count > 0)
        job->record = p->spares[--p->spare_count];
    p->filling->jobs[p->filling->count++] = job;
    if (p->filling->count >= task_jobs(p))
        send_task(p);
}

/* Settles what needs no reading, gives the rest to the workers. */
static cutline_status start_job(pipeline *p, cut_job *job, cutline_error *err)
{
    if (job->kind == CUT_SCAN_SKIPPED || job->kind == CUT_SCAN_FAILED) {
        job->done = true;
        job->result = job->kind == CUT_SCAN_FAILED ? CUTLINE_IMPORT_FAILED : CUTLINE_IMPORT_SKIPPED;
    } else {
        cutline_status status = check_known(p, job, err);
        if (status != CUTLINE_OK)
            return status;
    }
    if (!job->done)
        add_to_task(p, job);
    p->window[(p->first + p->count++) % WINDOW] = job;
    return CUTLINE_OK;
}

static bool can_deliver(const pipeline *p)
{
    return p->count > 0 && p->window[p->first]->done;
}

static bool has_room(const pipeline *p)
{
    return p->count < (can_deliver(p) ? p->enough : p->most) && (p->filling || p->idle_count > 0) &&
           p->waiting_memory < WAITING_MEMORY;
}

static cutline_status start_jobs(pipeline *p, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    while (status == CUTLINE_OK && has_room(p) && !is_cancelled(p)) {
        cut_job *job = next_job(p);
        if (!job)
            break;
        status = start_job(p, job, err);
    }
    send_task(p);
    return status;
}

/* Frees the job at the head of the window, and its block with the last one. Jobs are delivered in
 * order, so that is the oldest block. */
static void pop_job(pipeline *p)
{
    cut_job *job = p->window[p->first];
    p->first = (p->first + 1) % WINDOW;
    p->count--;
    p->waiting_memory -= job->memory;
    if (p->spare_count < p->task_count * TASK_JOBS &&
        (p->spares[p->spare_count] = cut_job_take_spare(job)) != NULL)
        p->spare_count++;
    cut_job_release(job);
    cut_job_block *block = p->oldest;
    if (--block->left > 0 || block == p->newest)
        return;
    p->oldest = block->next;
    cut_job_block_free(block);
}

/* Delivers a few jobs: between them the workers must be given more. */
static cutline_status deliver_jobs(pipeline *p, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    for (int i = 0; i < TASK_JOBS && status == CUTLINE_OK && can_deliver(p); i++) {
        status = cut_writer_deliver(&p->writer, p->window[p->first], err);
        pop_job(p);
    }
    return status;
}

/* Takes back what the workers have read. Waits for it if nothing else can be done, but not longer
 * than until the open batch is to be committed or the cancel flag to be looked at. */
static void collect_finished(pipeline *p)
{
    void *item;
    bool waits = p->count > 0 && !can_deliver(p);
    int patience = waits ? cut_writer_patience(&p->writer, PATIENCE_MILLISECONDS) : 0;
    while (p->idle_count < p->task_count &&
           cut_queue_pop(&p->finished, patience, &item) == CUT_POP_ITEM) {
        task *work = item;
        for (size_t i = 0; i < work->count; i++) {
            work->jobs[i]->done = true;
            p->waiting_memory += work->jobs[i]->memory;
        }
        p->idle[p->idle_count++] = work;
        patience = 0;
    }
}

static cutline_status run(pipeline *p, cutline_error *err)
{
    cutline_status status = CUTLINE_OK;
    while (status == CUTLINE_OK && !(p->scan_ended && p->count == 0)) {
        if (is_cancelled(p))
            return cut_fail(err, CUTLINE_CANCELLED, "the import was cancelled");
        status = start_jobs(p, err);
        collect_finished(p);
        if (status == CUTLINE_OK)
            status = deliver_jobs(p, err);
        if (status == CUTLINE_OK)
            status = cut_writer_tick(&p->writer, err);
    }
    return status == CUTLINE_OK && p->scan_failed ? cut_no_memory(err) : status;
}

/* When all folders have been searched: what the catalog knows there must have been met. Only if it
 * was not is every file looked for. */
static cutline_status find_vanished(pipeline *p, cutline_error *err)
{
    size_t n;
    uint64_t known = 0;
    const char *const *roots = cut_scan_roots(p->scan, &n);
    cut_store *store = p->writer.store;
    if (!store || n == 0)
        return CUTLINE_OK;
    cutline_status status = cut_writer_finish(&p->writer, err);
    for (size_t i = 0; i < n && status == CUTLINE_OK; i++) {
        uint64_t more;
        status = cut_store_count_below(store, roots[i], &more, err);
        known += status == CUTLINE_OK ? more : 0;
    }
    for (size_t i = 0; i < n && status == CUTLINE_OK && known != p->writer.met; i++)
        status = cut_writer_find_vanished(&p->writer, roots[i], err);
    return status;
}

/* ---- starting and stopping ------------------------------------------------------------------- */

static unsigned job_count(const cutline_import_options *options)
{
    unsigned jobs = options->jobs ? options->jobs : cut_processor_count();
    return jobs < JOBS_MAX ? jobs : JOBS_MAX;
}

static bool start_threads(pipeline *p)
{
    unsigned jobs = job_count(p->options);
    p->workers = calloc(jobs, sizeof *p->workers);
    p->has_scanner = p->workers && cut_thread_start(&p->scanner, run_scan, p);
    while (p->has_scanner && p->worker_count < jobs &&
           cut_thread_start(&p->workers[p->worker_count], run_worker, p))
        p->worker_count++;
    return p->worker_count > 0;
}

static bool make_queues(pipeline *p)
{
    size_t n = (size_t)job_count(p->options) * TASKS_PER_WORKER;
    p->tasks = calloc(n, sizeof *p->tasks);
    p->idle = calloc(n, sizeof *p->idle);
    p->spares = calloc(n * TASK_JOBS, sizeof *p->spares);
    if (!p->tasks || !p->idle || !p->spares)
        return false;
    p->task_count = n;
    p->most = n * WINDOW_PER_TASK < WINDOW ? n * WINDOW_PER_TASK : WINDOW;
    p->enough = n * ENOUGH_PER_TASK < p->most ? n * ENOUGH_PER_TASK : p->most;
    while (p->idle_count < n) {
        p->idle[p->idle_count] = &p->tasks[p->idle_count];
        p->idle_count++;
    }
    return cut_queue_init(&p->scanned, BLOCKS_AHEAD) && cut_queue_init(&p->to_read, n) &&
           cut_queue_init(&p->finished, n);
}

/* Ends the threads, whatever they are at, and frees everything. */
static void stop(pipeline *p)
{
    void *item;
    if (p->finished.items) {
        cut_queue_close(&p->scanned);
        cut_queue_close(&p->to_read);
        while (cut_queue_pop(&p->to_read, 0, &item) == CUT_POP_ITEM)
            ;
    }
    for (unsigned i = 0; i < p->worker_count; i++)
        cut_thread_join(p->workers[i]);
    if (p->has_scanner)
        cut_thread_join(p->scanner);
    cut_count_stop(&p->count_ahead);
    while (p->finished.items && cut_queue_pop(&p->scanned, 0, &item) == CUT_POP_ITEM)
        cut_job_block_free(item);
    while (p->oldest) {
        cut_job_block *block = p->oldest;
        p->oldest = block->next;
        cut_job_block_free(block);
    }
    cut_queue_release(&p->scanned);
    cut_queue_release(&p->to_read);
    cut_queue_release(&p->finished);
    cut_scan_close(p->scan);
    while (p->spare_count > 0)
        cutline_record_free(p->spares[--p->spare_count]);
    free(p->spares);
    free(p->tasks);
    free(p->idle);
    free(p->workers);
    cut_arena_release(&p->arena);
    cut_arena_release(&p->scratch);
    free(p);
}

static cutline_status import_paths(cut_store *store, const char *const *paths, size_t path_count,
                                   bool as_found, const cutline_import_options *options,
                                   cutline_import_totals *totals, cutline_error *err)
{
    static const cutline_import_options defaults = {0};
    options = options ? options : &defaults;
    if (totals)
        *totals = (cutline_import_totals){0};
    if (!store && !options->dry_run)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "no catalog to import into");
    pipeline *p = calloc(1, sizeof *p);
    if (!p)
        return cut_no_memory(err);
    p->options = options;
    p->read_options = (cut_job_options){.photo = {.policy = p->options->policy,
                                                  .metadata_only = p->options->metadata_only,
                                                  .pixels_program = p->options->pixels_program},
                                        .map = p->options->map ? &p->map : NULL,
                                        .store = !options->dry_run};
    cut_arena_init(&p->arena, CUT_MAX_CAPTION_ARENA);
    cut_arena_init(&p->scratch, CUT_MAX_STORE_ARENA);
    p->writer = (cut_writer){.store = store, .options = p->options, .arena = &p->scratch};
    cutline_status status = CUTLINE_OK;
    if (p->options->map)
        status = cut_list_map_parse(&p->arena, p->options->map, &p->map, err);
    if (status == CUTLINE_OK && p->read_options.store)
        status = cut_store_can_prepare(store, &p->read_options.prepare, err);
    if (status == CUTLINE_OK)
        status = cut_scan_open(paths, path_count, &p->scan, err);
    if (status == CUTLINE_OK && as_found)
        cut_scan_as_found(p->scan);
    if (status == CUTLINE_OK && (!make_queues(p) || !start_threads(p)))
        status = cut_no_memory(err);
    if (status == CUTLINE_OK && options->count_ahead)
        cut_count_start(&p->count_ahead, paths, path_count);
    if (status == CUTLINE_OK)
        status = run(p, err);
    if (status == CUTLINE_OK)
        status = find_vanished(p, err);
    if (status == CUTLINE_OK || status == CUTLINE_CANCELLED) {
        cutline_status committed = cut_writer_finish(&p->writer, err);
        if (committed == CUTLINE_OK && status == CUTLINE_OK)
            committed = cut_writer_settle(&p->writer, err);
        status = committed == CUTLINE_OK ? status : committed;
    } else
        cut_writer_abandon(&p->writer);
    if (totals)
        *totals = p->writer.totals;
    stop(p);
    return status;
}

cutline_status cut_import(cut_store *store, const char *const *paths, size_t path_count,
                          const cutline_import_options *options, cutline_import_totals *totals,
                          cutline_error *err)
{
    return import_paths(store, paths, path_count, false, options, totals, err);
}

cutline_status cut_import_found(cut_store *store, const char *const *paths, size_t path_count,
                                const cutline_import_options *options,
                                cutline_import_totals *totals, cutline_error *err)
{
    return import_paths(store, paths, path_count, true, options, totals, err);
}
