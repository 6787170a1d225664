/*
 * Write-back of photos: what the catalog has, into their files, and what the files then are, back
 * into the catalog.
 *
 * Many photos are written in batches. The files of a batch are written, each brought to the disk
 * and renamed, by several threads; then their folders are brought to the disk; then it is told what
 * became of them; then the catalog notes it, in one transaction. Whatever instant the process ends
 * at, a file that the catalog does not know for written says what it is to say, and is found so by
 * the next run (cut_write_news.other).
 */
#include "base/digest.h"
#include "base/error.h"
#include "base/limits.h"
#include "base/path.h"
#include "catalog/write_parts.h"
#include "writeback/replace.h"

#include <stdlib.h>
#include <string.h>

/* Photos in a batch, and the bytes of their files: an interrupt waits for one. */
#define BATCH_PHOTOS 64u
#define BATCH_BYTES ((uint64_t)64 << 20)

/* A photo of a batch. */
typedef struct entry {
    const cutline_write_job *job;
    cut_arena arena; /* holds what is to be written */
    cut_to_write photo;
    cut_file_changes changes;
    bool refused; /* none of its files is tried: error says why */
    cutline_error error;
} entry;

typedef struct run {
    cutline_catalog *catalog;
    const cutline_write_job *jobs;
    size_t count, next; /* of the jobs; the first that is in no batch yet */
    const cutline_write_options *options;
    const cutline_write_listener *listener;
    cut_write_crew *crew;
    int stopped; /* by the listener */
    cut_arena arena;
    CUT_VEC(cut_write_task) tasks; /* of the batch, in the order of the photos; in the arena */
    size_t entry_count;
    entry entries[BATCH_PHOTOS];
} run;

/* ---- what is to be written ---------------------------------------------------------------------
 */

static cutline_status check_killed(const run *r, const entry *e, cutline_error *err)
{
    if (!e->photo.killed || r->options->killed)
        return CUTLINE_OK;
    return cut_fail(err, CUTLINE_UNSUPPORTED,
                    "photo:%lld was killed and must not be used; --killed writes it",
                    (long long)e->job->photo);
}

/* What is said of one photo only does not end the run. */
static cutline_status load(run *r, entry *e, cutline_error *err)
{
    cutline_error *why = &e->error;
    bool all = (r->options->all && !e->job->changes_only) || r->options->dry_run;
    cutline_status status =
        cut_store_to_write(r->catalog->store, &e->arena, e->job->photo, all, &e->photo, why);
    if (status == CUTLINE_OK)
        status = check_killed(r, e, why);
    if (status == CUTLINE_OK)
        status = cut_write_changes(&e->arena, e->job, &e->photo, r->options->all, &e->changes, why);
    e->refused = status == CUTLINE_NOT_FOUND || status == CUTLINE_UNSUPPORTED;
    if (status != CUTLINE_OK && !e->refused && err)
        *err = *why;
    return e->refused ? CUTLINE_OK : status;
}

static bool add_tasks(run *r, size_t index)
{
    const entry *e = &r->entries[index];
    for (size_t i = 0; i < e->photo.files.n && !e->refused; i++) {
        cut_write_task task = {.photo = index,
                               .file = &e->photo.files.v[i],
                               .changes = &e->changes,
                               .options = r->options,
                               .number = e->job->photo};
        if (!CUT_PUSH(&r->arena, &r->tasks, task))
            return false;
    }
    return true;
}

static cutline_status fill(run *r, cutline_error *err)
{
    uint64_t bytes = 0;
    cutline_status status = cut_store_begin_reading(r->catalog->store, err);
    if (status != CUTLINE_OK)
        return status;
    while (status == CUTLINE_OK && r->next < r->count && r->entry_count < BATCH_PHOTOS &&
           r->tasks.n < CUT_MAX_FILES_WRITTEN && bytes < BATCH_BYTES) {
        size_t index = r->entry_count++;
        entry *e = &r->entries[index];
        *e = (entry){.job = &r->jobs[r->next++]};
        cut_arena_init(&e->arena, CUT_MAX_STORE_ARENA);
        status = load(r, e, err);
        if (status == CUTLINE_OK && !add_tasks(r, index))
            status = cut_no_memory(err);
        for (size_t i = 0; i < e->photo.files.n; i++)
            bytes += e->photo.files.v[i].size;
    }
    cut_store_end_reading(r->catalog->store);
    return status;
}

/* Without extension: files that may have a sidecar in common. */
static cut_str stem_of(const cut_write_task *task)
{
    cut_str path = task->file->path, extension = cut_path_extension(path);
    return cut_str_slice(path, 0, path.n - (extension.n > 0 ? extension.n + 1 : 0));
}

/* Those of one stem together, in their order. */
static int by_stem(const void *a, const void *b)
{
    const cut_write_task *x = *(cut_write_task *const *)a, *y = *(cut_write_task *const *)b;
    int order = cut_str_cmp(stem_of(x), stem_of(y));
    return order ? order : (x > y) - (x < y);
}

/* False if memory runs out. */
static bool chain(run *r)
{
    size_t n = r->tasks.n;
    cut_write_task **order = CUT_NEW_ARRAY(&r->arena, cut_write_task *, n);
    if (!order)
        return false;
    for (size_t i = 0; i < n; i++)
        order[i] = &r->tasks.v[i];
    if (n > 1)
        qsort(order, n, sizeof *order, by_stem);
    for (size_t i = 1; i < n; i++)
        if (cut_str_eq(stem_of(order[i - 1]), stem_of(order[i]))) {
            order[i - 1]->next = order[i];
            order[i]->follows = true;
        }
    return true;
}

/* ---- doing it ----------------------------------------------------------------------------------
 */

/* A single file needs no threads. */
static cutline_status write_files(run *r, cutline_error *err)
{
    cutline_status status = chain(r) ? CUTLINE_OK : cut_no_memory(err);
    if (status == CUTLINE_OK && r->tasks.n > 1 && !r->crew)
        status = cut_write_crew_start(&r->crew, err);
    if (status == CUTLINE_OK)
        cut_write_crew_run(r->crew, r->tasks.v, r->tasks.n);
    return status;
}

static cut_str folder_of(const char *path)
{
    cut_str all = cut_str_from(path);
    return cut_str_slice(all, 0, all.n - cut_path_base(all).n);
}

/* What was renamed is on the disk only if its folder is. Each is asked for once, and once more if
 * the files of others come between. */
static void settle(run *r)
{
    cut_str last = {NULL, 0};
    cutline_error why;
    bool failed = false;
    for (size_t i = 0; i < r->tasks.n; i++)
        for (size_t k = 0; k < r->tasks.v[i].told.n; k++) {
            cut_write_told *told = r->tasks.v[i].told.v[k];
            cut_str folder = folder_of(told->event.target);
            if (told->event.outcome == CUTLINE_WRITE_UNCHANGED || r->options->dry_run)
                continue;
            if (!last.p || !cut_str_eq(folder, last))
                failed = cut_replace_settle(told->event.target, &r->arena, &why) != CUTLINE_OK;
            last = folder;
            if (failed && told->event.outcome == CUTLINE_WRITE_DONE) {
                told->error = why;
                told->event.error = &told->error;
                told->event.outcome = CUTLINE_WRITE_FAILED;
            }
        }
}

/* ---- telling -----------------------------------------------------------------------------------
 */

static void tell_file(run *r, cut_write_task *task)
{
    for (size_t i = 0; i < task->told.n; i++) {
        cutline_write_event *event = &task->told.v[i]->event;
        if (event->outcome == CUTLINE_WRITE_DONE)
            event->embargo = r->entries[task->photo].photo.embargo;
        if (r->listener->on_file)
            r->stopped |= r->listener->on_file(event, r->listener->context);
    }
}

static void tell(run *r)
{
    size_t at = 0;
    for (size_t i = 0; i < r->entry_count; i++) {
        const entry *e = &r->entries[i];
        for (; at < r->tasks.n && r->tasks.v[at].photo == i; at++)
            tell_file(r, &r->tasks.v[at]);
        if (r->listener->on_photo)
            r->stopped |= r->listener->on_photo(e->job->photo, e->refused ? &e->error : NULL,
                                                r->listener->context);
    }
}

/* ---- noting it in the catalog ------------------------------------------------------------------
 */

/* Writing has changed no byte of the image, which was compared: its hash stays and need not be
 * taken again. */
static void keep_hash(const cut_to_write *photo, cutline_record *record)
{
    if (!photo->has_hash)
        return;
    record->has_hash = true;
    memcpy(record->image_hash, photo->hash, sizeof record->image_hash);
    cut_hex(record->image_hash, sizeof record->image_hash, record->hash_hex);
}

/* A file whose sidecars have changed, or that others may have changed: then its image, too. */
static cutline_status read_again(const cut_write_task *task, cutline_record **out,
                                 cutline_error *err)
{
    cut_arena scratch;
    cutline_read_options options = {.metadata_only = !task->news.other || !task->file->has_hash};
    cut_arena_init(&scratch, CUT_MAX_RECORD_ARENA);
    cutline_status status = cut_record_read(&scratch, task->file->path.p, &options,
                                            CUT_PICTURE_NONE, false, NULL, out, err);
    cut_arena_release(&scratch);
    return status;
}

static bool changes_caption(const cut_write_task *task)
{
    for (size_t i = 0; i < task->changes->n; i++)
        if (strcmp(task->changes->v[i].field, "caption") == 0)
            return true;
    return false;
}

static cutline_status note_file(run *r, cut_write_task *task, cutline_error *err)
{
    cut_to_write *photo = &r->entries[task->photo].photo;
    const char *embargo;
    cutline_status status = CUTLINE_OK;
    bool written = cut_write_task_has_written(task);
    if (!written && !task->news.other)
        return CUTLINE_OK;
    if (!task->news.record)
        status = read_again(task, &task->news.record, err);
    if (status != CUTLINE_OK) /* what is gone or damaged by now an import will find */
        return status == CUTLINE_NO_MEMORY ? status : CUTLINE_OK;
    if (task->file->has_hash && !task->news.other)
        keep_hash(photo, task->news.record);
    status = cut_store_put_written(r->catalog->store, task->news.record,
                                   !changes_caption(task) && !task->news.other, &embargo, err);
    if (status == CUTLINE_OK && embargo && !(photo->embargo = cut_arena_copy_z(&r->arena, embargo)))
        status = cut_no_memory(err);
    return status;
}

static cutline_status note_files(run *r, cutline_error *err)
{
    cut_store *store = r->catalog->store;
    cutline_status status = r->options->dry_run ? CUTLINE_OK : cut_store_begin(store, err);
    if (status != CUTLINE_OK || r->options->dry_run)
        return status;
    for (size_t i = 0; i < r->tasks.n && status == CUTLINE_OK; i++)
        status = note_file(r, &r->tasks.v[i], err);
    if (status == CUTLINE_OK)
        return cut_store_commit(store, err);
    cut_store_rollback(store);
    return status;
}

/* ---- all ---------------------------------------------------------------------------------------
 */

static cutline_status task_fault(const run *r, cutline_error *err)
{
    for (size_t i = 0; i < r->tasks.n; i++)
        if (r->tasks.v[i].status != CUTLINE_OK) {
            if (err)
                *err = r->tasks.v[i].error;
            return r->tasks.v[i].status;
        }
    return CUTLINE_OK;
}

static void release_batch(run *r)
{
    for (size_t i = 0; i < r->tasks.n; i++)
        cut_write_task_release(&r->tasks.v[i]);
    for (size_t i = 0; i < r->entry_count; i++) {
        cut_to_write_release(&r->entries[i].photo);
        cut_arena_release(&r->entries[i].arena);
    }
    r->entry_count = 0;
    r->tasks.v = NULL;
    r->tasks.n = r->tasks.cap = 0;
    cut_arena_reset(&r->arena);
}

/* What was written is told and noted even if something else went wrong. */
static cutline_status run_batch(run *r, cutline_error *err)
{
    cutline_error why;
    cutline_status status = fill(r, err), noted;
    if (status == CUTLINE_OK)
        status = write_files(r, err);
    if (status == CUTLINE_OK) {
        settle(r);
        status = task_fault(r, err);
        noted = note_files(r, &why);
        if (status == CUTLINE_OK && noted != CUTLINE_OK && err)
            *err = why;
        status = status == CUTLINE_OK ? noted : status;
        tell(r);
    }
    release_batch(r);
    if (status == CUTLINE_OK && r->stopped)
        status = cut_fail(err, CUTLINE_CANCELLED, "the callback stopped");
    return status;
}

/* The files are on the disk, and what the catalog should know of them can be read again if the
 * power fails before it does. */
static cutline_status run_all(run *r, cutline_error *err)
{
    cutline_error ignored;
    cut_store *store = r->catalog->store;
    cutline_status status = cut_store_set_lasting(store, false, err);
    while (status == CUTLINE_OK && r->next < r->count)
        status = run_batch(r, err);
    cutline_status again = cut_store_set_lasting(store, true, &ignored);
    if (status == CUTLINE_OK && again != CUTLINE_OK && err)
        *err = ignored;
    return status == CUTLINE_OK ? again : status;
}

cutline_status cutline_catalog_write_many(cutline_catalog *catalog, const cutline_write_job *jobs,
                                          size_t count, const cutline_write_options *options,
                                          const cutline_write_listener *listener,
                                          cutline_error *err)
{
    static const cutline_write_options defaults = {0};
    static const cutline_write_listener nobody = {0};
    run *r = calloc(1, sizeof *r);
    if (!r)
        return cut_no_memory(err);
    r->catalog = catalog;
    r->jobs = jobs;
    r->count = count;
    r->options = options ? options : &defaults;
    r->listener = listener ? listener : &nobody;
    cut_arena_init(&r->arena, CUT_MAX_STORE_ARENA);
    cutline_status status = run_all(r, err);
    cut_write_crew_end(r->crew);
    cut_arena_release(&r->arena);
    free(r);
    return status;
}

/* A listener for one photo. */
typedef struct single {
    cutline_written_fn on_file; /* may be NULL */
    void *context;
    cutline_status status; /* why it was refused, else CUTLINE_OK */
    cutline_error error;
} single;

static int pass_on(const cutline_write_event *event, void *context)
{
    const single *s = context;
    return s->on_file ? s->on_file(event, s->context) : 0;
}

static int take_refusal(int64_t photo, const cutline_error *error, void *context)
{
    single *s = context;
    (void)photo;
    if (error) {
        s->status = error->status;
        s->error = *error;
    }
    return 0;
}

cutline_status cutline_catalog_write(cutline_catalog *catalog, int64_t photo,
                                     const cutline_write_options *options,
                                     cutline_written_fn on_file, void *context, cutline_error *err)
{
    single s = {.on_file = on_file, .context = context};
    cutline_write_listener listener = {pass_on, take_refusal, &s};
    cutline_write_job job = {.photo = photo};
    cutline_status status = cutline_catalog_write_many(catalog, &job, 1, options, &listener, err);
    if (status == CUTLINE_OK && s.status != CUTLINE_OK && err)
        *err = s.error;
    return status == CUTLINE_OK ? s.status : status;
}
