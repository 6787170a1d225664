#include "writeback/file_write.h"

#include "base/error.h"
#include "base/limits.h"
#include "record/dates.h"
#include "writeback/replace.h"

#include <time.h>

/* A file that is being written. */
typedef struct writing {
    const cut_target *target;
    cut_source source; /* the old file; an empty one if there is none */
    bool is_new;
    bool other;             /* the old file is not as the caller has seen it */
    cutline_record *record; /* of the new one, see cut_target_result */
    cut_content content;
    cut_work work;
    cut_plan plan;
} writing;

/* ---- the old file -----------------------------------------------------------------------------
 */

static cutline_status open_old(writing *w, cut_arena *arena, cutline_error *err)
{
    const cut_target *t = w->target;
    cutline_status status = cut_source_open(&w->source, t->path, arena, err);
    if (status != CUTLINE_OK)
        return status;
    w->other = t->must_be_as && (t->size != w->source.size || t->mtime_ns != w->source.mtime_ns);
    status = cut_content_read(&w->source, &w->content, err);
    if (status == CUTLINE_OK && t->sidecar && strcmp(w->content.layout.format, "xmp") != 0)
        status = cut_fail_at(err, CUTLINE_MALFORMED, t->path, 0, "is no XMP file");
    return status;
}

/* A sidecar that is to be made: nothing is in it. */
static cutline_status begin_new(writing *w, cut_arena *arena, cutline_error *err)
{
    w->is_new = true;
    cut_source_from_memory(&w->source, w->target->path, (cut_view){NULL, 0}, arena);
    cutline_status status = cut_record_new(&w->content.record, err);
    w->content.reading = CUT_NEW(arena, cut_reading);
    w->content.layout.format = "xmp";
    return status == CUTLINE_OK && !w->content.reading ? cut_no_memory(err) : status;
}

/* A process that was killed may have written the file without telling the catalog: then nothing is
 * left to write, and that is no conflict. */
static cutline_status check_seen(const writing *w, cutline_error *err)
{
    return !w->other ? CUTLINE_OK
                     : cut_fail_at(err, CUTLINE_CONFLICT, w->target->path, CUTLINE_NO_OFFSET,
                                   "was changed since it was imported; import it again first");
}

static cutline_status check_links(const writing *w, const cut_replacement *r, cutline_error *err)
{
    if (w->is_new || r->before.st_nlink < 2 || w->work.options->break_hard_links)
        return CUTLINE_OK;
    return cut_fail_at(err, CUTLINE_UNSUPPORTED, w->target->path, CUTLINE_NO_OFFSET,
                       "has %lu names (hard links), and only this one would get the new file; "
                       "--break-hard-links does it",
                       (unsigned long)r->before.st_nlink);
}

/* Any change breaks the signature (C2PA 2.1, 13.1: the hash is over the file's bytes). */
static cutline_status check_c2pa(const writing *w, cutline_error *err)
{
    const cutline_provenance *p = &w->content.record->provenance;
    if (!p->has_c2pa || w->work.options->break_c2pa)
        return CUTLINE_OK;
    return cut_fail_at(err, CUTLINE_UNSUPPORTED, w->target->path, CUTLINE_NO_OFFSET,
                       "has a C2PA manifest, whose signature any change breaks; --break-c2pa "
                       "writes it all the same, --sidecar beside it");
}

/* ---- the new file -----------------------------------------------------------------------------
 */

/* What was read back, as a reader by the name of known_as would have it. Sidecars are not read
 * here: of a file that has them there is no record. */
static cutline_status keep_record(writing *w, const cut_source *source, cut_content *after,
                                  cutline_error *err)
{
    cutline_record *record = after->record;
    if (!w->target->known_as || cut_sidecar_state(w->target->known_as) != 0)
        return CUTLINE_OK;
    record->path = cut_arena_copy_z(&record->arena, w->target->known_as);
    if (!record->path)
        return cut_no_memory(err);
    cutline_status status = cut_record_complete(after->reading, source, &after->layout, err);
    if (status != CUTLINE_OK)
        return status;
    w->record = record;
    after->record = NULL;
    return CUTLINE_OK;
}

static cutline_status read_back(writing *w, const cut_replacement *r, cutline_error *err)
{
    cut_source source;
    cut_content after;
    cut_arena arena;
    cut_arena_init(&arena, CUT_MAX_RECORD_ARENA);
    cutline_status status = cut_source_open(&source, r->path, &arena, err);
    if (status == CUTLINE_OK) {
        source.name = w->target->path; /* whose extension is looked at */
        status = cut_content_read(&source, &after, err);
        if (status == CUTLINE_OK)
            status = cut_work_verify(&w->work, &after, err);
        if (status == CUTLINE_OK)
            status = keep_record(w, &source, &after, err);
        cut_content_release(&after);
        cut_source_close(&source);
    }
    cut_arena_release(&arena);
    return status;
}

static cutline_status replace(writing *w, cutline_error *err)
{
    cut_replacement r;
    bool dry = w->work.options->dry_run;
    cutline_status status = cut_replace_open(&r, w->target->path, w->is_new ? NULL : &w->source,
                                             w->target->slot, w->work.arena, err);
    if (status == CUTLINE_OK)
        status = check_links(w, &r, err);
    if (status == CUTLINE_OK && !dry)
        status = cut_replace_fill(&r, &w->plan, w->work.options->keep_mtime, err);
    if (status == CUTLINE_OK && !dry)
        status = read_back(w, &r, err);
    if (status == CUTLINE_OK && !dry)
        status = cut_replace_commit(&r, err);
    cut_replace_release(&r);
    return status;
}

/* XMP part 2, 3.1 xmp:MetadataDate: by it readers tell a sidecar from older XMP in the file. */
static const char *now(cut_arena *arena)
{
    struct timespec t;
    struct tm utc;
    if (clock_gettime(CLOCK_REALTIME, &t) != 0 || !gmtime_r(&t.tv_sec, &utc))
        return NULL;
    return cut_arena_printf(arena, "%04d-%02d-%02dT%02d:%02d:%02d.%03ldZ", utc.tm_year + 1900,
                            utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec,
                            t.tv_nsec / 1000000);
}

static cutline_status write_changes(writing *w, cut_target_result *out, cutline_error *err)
{
    cut_work *work = &w->work;
    work->content = &w->content;
    work->source = &w->source;
    work->serves = w->target->serves;
    if (w->target->sidecar && !(work->metadata_date = now(work->arena)))
        return cut_no_memory(err);
    cutline_status status = cut_work_weigh(work, err);
    if (status != CUTLINE_OK)
        return status;
    out->outcome = CUTLINE_WRITE_UNCHANGED;
    out->other = w->other;
    if (!work->xmp && !work->exif && !work->iim)
        return CUTLINE_OK;
    status = check_seen(w, err);
    if (status == CUTLINE_OK)
        status = check_c2pa(w, err);
    if (status == CUTLINE_OK)
        status = cut_work_plan(work, &w->plan, err);
    if (status == CUTLINE_OK && !work->xmp && !work->exif && !work->iim)
        return CUTLINE_OK; /* EXIF cannot be edited, and nothing else has to */
    if (status == CUTLINE_OK)
        status = replace(w, err);
    out->outcome = CUTLINE_WRITE_DONE;
    out->fields.v = work->fields.v;
    out->fields.n = work->fields.n;
    return status;
}

cutline_status cut_target_write(cut_arena *arena, const cut_target *target,
                                const cut_changes *changes, const cutline_write_options *options,
                                cut_findings *findings, cut_target_result *out, cutline_error *err)
{
    writing w = {
        .target = target,
        .source.fd = -1,
        .work = {.arena = arena, .changes = changes, .options = options, .findings = findings}};
    *out = (cut_target_result){.outcome = CUTLINE_WRITE_FAILED};
    cutline_status status = target->serves ? begin_new(&w, arena, err) : open_old(&w, arena, err);
    if (status == CUTLINE_OK)
        status = write_changes(&w, out, err);
    if (status == CUTLINE_OK)
        out->record = w.record;
    else
        cutline_record_free(w.record);
    if (status != CUTLINE_OK)
        cut_error_set_file(err, target->path);
    cut_content_release(&w.content);
    cut_source_close(&w.source);
    return status;
}
