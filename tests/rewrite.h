/*
 * A write-back in memory, for tests: the same steps as for a file, but for the file.
 */
#ifndef CUT_TESTS_REWRITE_H
#define CUT_TESTS_REWRITE_H

#include "base/limits.h"
#include "writeback/work.h"

#include <stdlib.h>

typedef struct rewrite {
    cut_arena arena;
    cut_source source;
    cut_content before, after;
    cut_findings findings;
    cut_work work;
    cut_plan plan;
    cut_source new_source;
    uint8_t *bytes; /* the new file; NULL if there is none */
    size_t n;
    cutline_error err;
} rewrite;

/* The new file, put together from its pieces. False if the plan is impossible. */
static inline bool rewrite_assemble(rewrite *r)
{
    size_t at = 0;
    r->n = (size_t)r->plan.size;
    r->bytes = malloc(r->n ? r->n : 1);
    for (size_t i = 0; r->bytes && i < r->plan.pieces.n; i++) {
        const cut_piece *p = &r->plan.pieces.v[i];
        if (p->length > r->n - at ||
            (!p->bytes && (p->offset > r->source.size || p->length > r->source.size - p->offset)))
            return false;
        memcpy(r->bytes + at, p->bytes ? p->bytes : r->source.head.p + p->offset,
               (size_t)p->length);
        at += (size_t)p->length;
    }
    return r->bytes && at == r->n;
}

/* Writes changes into the bytes of a file. Nothing to change gives CUTLINE_OK and no bytes. What is
 * made is not verified yet: rewrite_verify(). Call rewrite_stop() in any case. */
static inline cutline_status rewrite_start(rewrite *r, const char *name, cut_view bytes,
                                           const cut_changes *changes,
                                           const cutline_write_options *options)
{
    *r = (rewrite){.bytes = NULL};
    cut_arena_init(&r->arena, CUT_MAX_RECORD_ARENA);
    cutline_error_clear(&r->err);
    r->findings = cut_findings_in(&r->arena);
    cut_source_from_memory(&r->source, name, bytes, &r->arena);
    cutline_status status = cut_content_read(&r->source, &r->before, &r->err);
    if (status != CUTLINE_OK)
        return status;
    r->work = (cut_work){.arena = &r->arena,
                         .source = &r->source,
                         .content = &r->before,
                         .changes = changes,
                         .options = options,
                         .findings = &r->findings};
    if (strcmp(r->before.layout.format, "xmp") == 0)
        r->work.metadata_date = "2026-01-02T03:04:05Z";
    status = cut_work_weigh(&r->work, &r->err);
    if (status != CUTLINE_OK || !(r->work.xmp || r->work.exif || r->work.iim))
        return status;
    status = cut_work_plan(&r->work, &r->plan, &r->err);
    if (status == CUTLINE_OK && !rewrite_assemble(r))
        abort();
    return status;
}

static inline cutline_status rewrite_verify(rewrite *r)
{
    cut_source_from_memory(&r->new_source, r->source.name, (cut_view){r->bytes, r->n}, &r->arena);
    cutline_status status = cut_content_read(&r->new_source, &r->after, &r->err);
    return status == CUTLINE_OK ? cut_work_verify(&r->work, &r->after, &r->err) : status;
}

static inline void rewrite_stop(rewrite *r)
{
    cut_content_release(&r->before);
    cut_content_release(&r->after);
    cut_arena_release(&r->arena);
    free(r->bytes);
}

#endif
