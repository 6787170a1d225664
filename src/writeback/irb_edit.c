#include "writeback/irb_edit.h"

#include "base/buf.h"
#include "base/digest.h"
#include "base/error.h"
#include "base/limits.h"

#define SIZE_BYTES 4

/* A resource whose data changes. */
typedef struct renewal {
    const cut_irb_resource *resource;
    cut_view data;
} renewal;

typedef struct editor {
    const cut_iim_job *job;
    cut_view old;
    cut_irb irb;
    CUT_VEC(renewal) renewals; /* in file order */
} editor;

static void put_u32(cut_buf *out, size_t value)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        cut_buf_char(out, (char)(value >> shift));
}

static void put_data(cut_buf *out, cut_view data)
{
    put_u32(out, data.n);
    cut_buf_add(out, data.p, data.n);
    if (data.n % 2 == 1)
        cut_buf_char(out, '\0');
}

/* "8BIM", id, an empty name, the data (Photoshop File Formats Specification, image resources). */
static void put_resource(cut_buf *out, unsigned id, cut_view data)
{
    cut_buf_z(out, "8BIM");
    cut_buf_char(out, (char)(id >> 8));
    cut_buf_char(out, (char)id);
    cut_buf_add(out, "\0\0", 2);
    put_data(out, data);
}

/* Where a resource's data ends, with its padding if it has any. */
static size_t end_of(const editor *e, const cut_irb_resource *r)
{
    size_t end = (size_t)(r->data.p - e->old.p) + r->data.n;
    bool padded = r->data.n % 2 == 1 && end < e->old.n && e->old.p[end] == 0;
    return padded ? end + 1 : end;
}

static cutline_status put_all(const editor *e, cut_buf *out, cutline_error *err)
{
    size_t at = 0;
    for (size_t i = 0; i < e->renewals.n; i++) {
        const renewal *r = &e->renewals.v[i];
        size_t data = (size_t)(r->resource->data.p - e->old.p);
        cut_buf_add(out, e->old.p + at, data - SIZE_BYTES - at);
        put_data(out, r->data);
        at = end_of(e, r->resource);
    }
    if (at < e->old.n)
        cut_buf_add(out, e->old.p + at, e->old.n - at);
    return cut_buf_ok(out) ? CUTLINE_OK : cut_no_memory(err);
}

static cutline_status open(editor *e, const cut_iim_job *job, cut_view old, cutline_error *err)
{
    cut_findings found = cut_findings_in(job->arena);
    *e = (editor){.job = job, .old = old};
    cutline_status status = cut_irb_parse(job->arena, old, 0, NULL, &e->irb, &found, err);
    /* What is damaged behind the IIM is copied like everything else. */
    if (status == CUTLINE_OK && found.list.n > 0 && !cut_irb_find(&e->irb, CUT_IRB_IIM, 0))
        status = cut_fail(err, CUTLINE_MALFORMED, "cannot edit the Photoshop resources: %s",
                          found.list.v[0].detail);
    return status;
}

static bool is_digest_of(cut_view digest, cut_view iim)
{
    uint8_t md5[CUT_MD5_BYTES];
    cut_md5(iim, md5);
    return digest.n >= CUT_MD5_BYTES && memcmp(md5, digest.p, CUT_MD5_BYTES) == 0;
}

/* As the reader has it: padding of the stream may count or not (record/blocks.c). */
static bool matches(cut_view digest, cut_view iim)
{
    if (is_digest_of(digest, iim))
        return true;
    while (iim.n > 0 && iim.p[iim.n - 1] == 0)
        iim.n--;
    return is_digest_of(digest, iim);
}

static cutline_status new_digest(const editor *e, cut_view iim, cut_view *out, cutline_error *err)
{
    uint8_t *md5 = cut_arena_alloc(e->job->arena, CUT_MD5_BYTES, 1);
    if (!md5)
        return cut_no_memory(err);
    cut_md5(iim, md5);
    *out = (cut_view){md5, CUT_MD5_BYTES};
    return CUTLINE_OK;
}

/* Every IIM is edited: the first that holds something gets the values, further ones lose them.
 * *before and *after are those of the first. */
static cutline_status renew_iim(editor *e, bool first_is_elsewhere, cut_view *before,
                                cut_view *after, cutline_error *err)
{
    bool found = first_is_elsewhere;
    for (size_t i = 0; i < e->irb.resources.n; i++) {
        const cut_irb_resource *r = &e->irb.resources.v[i];
        cut_iim_job job = *e->job;
        renewal renewed = {.resource = r};
        if (r->id != CUT_IRB_IIM || r->data.n == 0)
            continue;
        job.remove_only = found;
        cutline_status status = cut_iim_edit(&job, r->data, &renewed.data, err);
        if (status != CUTLINE_OK)
            return status;
        if (!CUT_PUSH(e->job->arena, &e->renewals, renewed))
            return cut_no_memory(err);
        if (!found) {
            *before = r->data;
            *after = renewed.data;
        }
        found = true;
    }
    return CUTLINE_OK;
}

static cutline_status renew_digest(editor *e, cut_view before, cut_view after, cutline_error *err)
{
    const cut_irb_resource *digest = cut_irb_find(&e->irb, CUT_IRB_IIM_DIGEST, 0);
    renewal renewed = {.resource = digest};
    if (!digest || !matches(digest->data, before))
        return CUTLINE_OK;
    cutline_status status = new_digest(e, after, &renewed.data, err);
    if (status != CUTLINE_OK)
        return status;
    if (!CUT_PUSH(e->job->arena, &e->renewals, renewed))
        return cut_no_memory(err);
    for (size_t i = e->renewals.n - 1; /* into its place in file order */
         i > 0 && e->renewals.v[i].resource->data.p < e->renewals.v[i - 1].resource->data.p; i--) {
        renewal swap = e->renewals.v[i];
        e->renewals.v[i] = e->renewals.v[i - 1];
        e->renewals.v[i - 1] = swap;
    }
    return CUTLINE_OK;
}

/* Resources of a new IIM, before the old ones. A stale digest stays behind the new one and is not
 * heard: the first counts. */
static cutline_status put_new_iim(editor *e, cut_buf *out, cutline_error *err)
{
    cut_view iim, digest;
    cutline_status status = cut_iim_edit(e->job, (cut_view){NULL, 0}, &iim, err);
    if (status == CUTLINE_OK)
        status = new_digest(e, iim, &digest, err);
    if (status != CUTLINE_OK)
        return status;
    put_resource(out, CUT_IRB_IIM, iim);
    put_resource(out, CUT_IRB_IIM_DIGEST, digest);
    return CUTLINE_OK;
}

static cutline_status hand_out(const editor *e, cut_buf *bytes, cut_view *out, cutline_error *err)
{
    cutline_status status = put_all(e, bytes, err);
    char *copy = cut_arena_copy(e->job->arena, cut_buf_str(bytes));
    *out = (cut_view){(const uint8_t *)copy, bytes->n};
    return status == CUTLINE_OK && !copy ? cut_no_memory(err) : status;
}

cutline_status cut_irb_edit(const cut_iim_job *job, cut_view old, cut_view *out, cutline_error *err)
{
    editor e;
    cut_view before = {NULL, 0}, after = {NULL, 0};
    cut_buf bytes;
    cut_buf_init(&bytes, CUT_MAX_BLOCK_BYTES);
    cutline_status status = open(&e, job, old, err);
    if (status == CUTLINE_OK)
        status = renew_iim(&e, job->remove_only, &before, &after, err);
    if (status == CUTLINE_OK && after.p)
        status = renew_digest(&e, before, after, err);
    else if (status == CUTLINE_OK && !job->remove_only)
        status = put_new_iim(&e, &bytes, err);
    if (status == CUTLINE_OK)
        status = hand_out(&e, &bytes, out, err);
    cut_buf_release(&bytes);
    return status;
}

cutline_status cut_irb_follow(const cut_iim_job *job, cut_view old, cut_view old_iim,
                              cut_view new_iim, cut_view *out, cutline_error *err)
{
    editor e;
    cut_view before = {NULL, 0}, after = {NULL, 0};
    cut_buf bytes;
    cut_buf_init(&bytes, CUT_MAX_BLOCK_BYTES);
    cutline_status status = open(&e, job, old, err);
    if (status == CUTLINE_OK)
        status = renew_iim(&e, false, &before, &after, err);
    if (status == CUTLINE_OK)
        status = renew_digest(&e, old_iim, new_iim, err);
    if (status == CUTLINE_OK)
        status = hand_out(&e, &bytes, out, err);
    cut_buf_release(&bytes);
    return status;
}
