#include "import/job.h"

#include "import/page.h"
#include "media/media.h"
#include "store/store.h"

#include <stdlib.h>

/* Bytes that cut_format_probe() asks for. */
#define PROBE_BYTES ((size_t)64)
/* Memory of a record that is kept for the next one: those of ordinary photos, without a thumbnail.
 */
#define SPARE_MEMORY ((size_t)48 << 10)

/* Keeps the error with the job. Without memory even for that the message is lost, not the fact. */
static void fail(cut_job *job, const cutline_error *err)
{
    job->result = CUTLINE_IMPORT_FAILED;
    job->error = malloc(sizeof *job->error);
    if (job->error)
        *job->error = *err;
}

/* There is room for one more: the caller sees to it. */
static void add_entry(cut_job_block *block, const cut_scan_entry *entry, const cutline_error *err)
{
    size_t n = strlen(entry->path) + 1;
    cut_job *job = &block->jobs[block->count++];
    *job = (cut_job){.kind = entry->kind,
                     .named = entry->named,
                     .path = memcpy(block->paths + block->used, entry->path, n),
                     .size = entry->size,
                     .mtime_ns = entry->mtime_ns,
                     .sidecars = entry->sidecars};
    block->used += n;
    if (entry->kind == CUT_SCAN_FAILED)
        fail(job, err);
}

cut_job_block *cut_job_block_scan(cut_scan *scan)
{
    cut_job_block *block = malloc(sizeof *block);
    if (!block)
        return NULL;
    block->count = block->used = 0;
    block->last = false;
    block->next = NULL;
    while (block->count < CUT_BLOCK_JOBS && CUT_BLOCK_PATHS - block->used >= CUT_MAX_PATH) {
        cut_scan_entry entry;
        cutline_error err = {0};
        block->last = !cut_scan_next(scan, &entry, &err);
        if (block->last)
            break;
        add_entry(block, &entry, &err);
    }
    block->left = block->count;
    return block;
}

void cut_job_release(cut_job *job)
{
    cutline_record_free(job->record);
    if (job->page)
        cut_page_release(job->page);
    free(job->page);
    free(job->error);
    job->record = NULL;
    job->page = NULL;
    job->error = NULL;
}

cutline_record *cut_job_take_spare(cut_job *job)
{
    cutline_record *record = job->record;
    if (!record || job->memory > SPARE_MEMORY)
        return NULL;
    job->record = NULL;
    return record;
}

void cut_job_block_free(cut_job_block *block)
{
    if (!block)
        return;
    for (size_t i = 0; i < block->count; i++)
        cut_job_release(&block->jobs[i]);
    free(block);
}

/* If it fails the writer tries again, and can say why. */
static void make_json(cutline_record *record, cut_buf *out)
{
    cut_json json;
    cut_buf_clear(out);
    cut_json_init(&json, out);
    cut_record_json_full(&json, record);
    const char *copy = cut_buf_ok(out) ? cut_arena_copy(&record->arena, cut_buf_str(out)) : NULL;
    if (copy)
        record->stored = (cut_str){copy, out->n};
}

/* The scan has seen whether there are sidecars beside a photo that it knew for one. */
static void read_photo(cut_job *job, const cut_job_options *options, cut_job_tools *tools)
{
    cutline_error err = {0};
    cutline_record *spare = job->record;
    bool alone = job->kind == CUT_SCAN_PHOTO && job->sidecars == 0; /* the scan has looked */
    if (cut_record_read(&tools->scratch, job->path, &options->photo, CUT_PICTURE_KEEP, alone, spare,
                        &job->record, &err) != CUTLINE_OK) {
        fail(job, &err);
        return;
    }
    if (options->store)
        make_json(job->record, &tools->text);
    if (options->prepare && !job->known)
        cut_store_prepare(job->record, &tools->text);
    job->result = CUTLINE_IMPORT_ADDED;
    job->memory = job->record->arena.used;
}

/* What a list says of the line where the names of its columns should stand, or of its first row. */
static const char *reason_against(const cut_page *page)
{
    for (size_t i = 0; page->kind == CUT_PAGE_LIST && i < page->findings.list.n; i++)
        if (strncmp(page->findings.list.v[i].code, "list-", 5) == 0)
            return page->findings.list.v[i].detail;
    return NULL;
}

/* A text without IDs is no page: passed over in a folder, a mistake if it was named. One that was a
 * page before is stored as it is now. */
static void judge_page(cut_job *job)
{
    if (job->page->items.n > 0 || job->known) {
        job->result = CUTLINE_IMPORT_ADDED;
        return;
    }
    job->result = CUTLINE_IMPORT_SKIPPED;
    if (job->named) {
        cutline_error err = {0};
        const char *why = reason_against(job->page);
        cut_fail_at(&err, CUTLINE_NOT_FOUND, job->path, CUTLINE_NO_OFFSET, "%s",
                    why ? why : "no media ID found, so no archived page, list or feed");
        fail(job, &err);
    }
}

static void read_page(cut_job *job, const cut_job_options *options, cut_source *source)
{
    cutline_error err = {0};
    job->page = malloc(sizeof *job->page);
    cutline_status status;
    if (!job->page)
        status = cut_no_memory(&err);
    else if (job->kind == CUT_SCAN_LIST)
        status = cut_page_read_list(source, options->map, job->page, &err);
    else
        status = cut_page_read(
            source, job->kind == CUT_SCAN_FEED ? CUT_PAGE_FEED : CUT_PAGE_ARTICLE, job->page, &err);
    if (status != CUTLINE_OK) {
        free(job->page);
        job->page = NULL;
        fail(job, &err);
        return;
    }
    job->memory = job->page->arena.used;
    judge_page(job);
}

/* The content decides: a photo may be called .txt, a page nothing at all. */
static void read_by_content(cut_job *job, const cut_job_options *options, cut_job_tools *tools)
{
    cut_source source;
    cutline_error err = {0};
    cut_arena_reset(&tools->scratch);
    if (cut_source_open(&source, job->path, &tools->scratch, &err) != CUTLINE_OK) {
        fail(job, &err);
        return;
    }
    cut_view head = {source.head.p, source.head.n < PROBE_BYTES ? source.head.n : PROBE_BYTES};
    bool is_photo = cut_format_probe(head) != NULL;
    bool is_page =
        !is_photo && (job->kind != CUT_SCAN_UNKNOWN || cut_page_looks_like_text(source.head));
    if (is_page)
        read_page(job, options, &source);
    cut_source_close(&source);
    if (!is_page)
        read_photo(job, options, tools);
}

void cut_job_read(cut_job *job, const cut_job_options *options, cut_job_tools *tools)
{
    if (job->kind == CUT_SCAN_PHOTO)
        read_photo(job, options, tools);
    else
        read_by_content(job, options, tools);
}
