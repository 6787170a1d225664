/* Sheets of what a query finds: ties the catalog's hits to the sheet's rows. */
#include "base/error.h"
#include "base/limits.h"
#include "catalog/handle.h"
#include "sheet/sheet.h"

#include <stdlib.h>

/* A photo of a grouped sheet. */
typedef struct member {
    const char *group; /* in the arena of the job */
    size_t position;   /* in the order of the query */
    int64_t photo;
} member;

typedef struct sheet_job {
    cutline_catalog *catalog;
    cut_sheet sheet;
    cutline_sheet_counts *counts; /* the caller's, or `own` */
    cutline_sheet_counts own;
    cutline_sheet_row_fn on_row; /* who wants the rows; NULL: they are written */
    void *context;
    cut_arena groups; /* of a grouped sheet: members and the names of groups */
    CUT_VEC(member) members;
    const char *group;     /* of the row before, NULL before the first */
    const char *group_now; /* of the row at hand, NULL if not grouped */
    cutline_status status; /* of the rows */
    cutline_error *err;
} sheet_job;

/* ---- one row --------------------------------------------------------------------------------- */

/* Hands the row out with a text for each column. */
static cutline_status give_row(sheet_job *job, cutline_sheet_row *row)
{
    cut_sheet *sheet = &job->sheet;
    cutline_sheet_cell *cells =
        CUT_NEW_ARRAY(&sheet->arena, cutline_sheet_cell, sheet->column_count);
    if (!cells)
        return cut_no_memory(job->err);
    for (size_t i = 0; i < sheet->column_count; i++) {
        cells[i].text = cut_sheet_cell(sheet, i, row).p;
        cells[i].values = cut_sheet_values(sheet, i, row);
    }
    if (sheet->failed)
        return cut_no_memory(job->err);
    row->cells = cells;
    row->cell_count = sheet->column_count;
    bool stopped = job->on_row(row, job->context) != 0;
    cut_arena_reset(&sheet->arena);
    sheet->rows++;
    return stopped ? cut_fail(job->err, CUTLINE_CANCELLED, "stopped") : CUTLINE_OK;
}

static cutline_status add_row(sheet_job *job, cutline_sheet_row *row)
{
    row->number = ++job->counts->rows;
    job->counts->restricted += row->hit->restrictions != NULL;
    row->lang = job->sheet.options->lang;
    row->group = job->group_now;
    row->begins_group = job->group_now && (!job->group || strcmp(job->group, job->group_now) != 0);
    job->group = job->group_now;
    return job->on_row ? give_row(job, row) : cut_sheet_add(&job->sheet, row, job->err);
}

static cutline_status load_thumbnail(sheet_job *job, cutline_sheet_row *row)
{
    cut_thumbnail thumbnail;
    cutline_status status = cut_store_thumbnail(job->catalog->store, &job->sheet.arena,
                                                row->hit->photo, &thumbnail, job->err);
    if (status == CUTLINE_NOT_FOUND)
        return CUTLINE_OK;
    row->thumbnail = thumbnail.jpeg.p;
    row->thumbnail_length = thumbnail.jpeg.n;
    return status;
}

/* The row with everything about the photo. */
static cutline_status add_whole_row(sheet_job *job, cutline_sheet_row *row, cutline_hit *hit)
{
    cut_photo_set set;
    int64_t number = hit->photo;
    const cut_photo_list list = {.photos = {.v = &number, .n = 1, .cap = 1}};
    cutline_status status = cut_store_photos(job->catalog->store, &list, &set, job->err);
    if (status == CUTLINE_OK && set.photos.count > 0) {
        row->photo = &set.photos.items[0];
        if (job->sheet.options->lang)
            cut_sheet_translate(&job->sheet, row->photo, job->sheet.options->lang, hit);
        status = add_row(job, row);
    }
    cut_photo_set_release(&set);
    return status;
}

static int add_hit(const cutline_hit *found, void *context)
{
    sheet_job *job = context;
    cutline_hit hit = *found;
    cutline_sheet_row row = {.hit = &hit, .killed = cut_sheet_is_killed(&hit)};
    if (row.killed && !job->sheet.options->killed) {
        job->counts->killed++;
        return 0;
    }
    if (cut_sheet_wants_thumbnails(&job->sheet))
        job->status = load_thumbnail(job, &row);
    if (job->status != CUTLINE_OK)
        return 1;
    job->status =
        cut_sheet_wants_photos(&job->sheet) ? add_whole_row(job, &row, &hit) : add_row(job, &row);
    return job->status != CUTLINE_OK;
}

/* ---- groups ---------------------------------------------------------------------------------- */

static int note_member(const cutline_hit *hit, void *context)
{
    sheet_job *job = context;
    member m = {cut_arena_copy_z(&job->groups,
                                 cut_sheet_group_of(hit, job->sheet.options->group, &job->groups)),
                job->members.n, hit->photo};
    if (m.group && CUT_PUSH(&job->groups, &job->members, m))
        return 0;
    job->status = cut_no_memory(job->err);
    return 1;
}

/* By name of group, those without one last; within it as the query has them. */
static int member_order(const void *left, const void *right)
{
    const member *a = left, *b = right;
    if (!a->group[0] != !b->group[0])
        return a->group[0] ? -1 : 1;
    int order = strcmp(a->group, b->group);
    return order ? order : (a->position > b->position) - (a->position < b->position);
}

static cutline_status find(sheet_job *job, const char *query, cutline_hit_fn on_hit)
{
    cutline_error error;
    cutline_status status = cutline_catalog_find(job->catalog, query, 0, on_hit, job, &error);
    /* A row that could not be written ends the search; its own error is the one that counts. */
    if (job->status != CUTLINE_OK)
        return job->status;
    if (status != CUTLINE_OK && job->err)
        *job->err = error;
    return status;
}

/* Which photo belongs to which group is found out first; then they are fetched one by one. */
static cutline_status add_groups(sheet_job *job, const char *query)
{
    cutline_status status = find(job, query, note_member);
    if (status == CUTLINE_OK && job->members.n > 0)
        qsort(job->members.v, job->members.n, sizeof job->members.v[0], member_order);
    for (size_t i = 0; i < job->members.n && status == CUTLINE_OK; i++) {
        cutline_error error;
        job->group_now = job->members.v[i].group;
        status = cut_store_hit(job->catalog->store, job->members.v[i].photo, add_hit, job, &error);
        if (job->status != CUTLINE_OK)
            status = job->status;
        else if (status != CUTLINE_OK && job->err)
            *job->err = error;
    }
    return status;
}

static cutline_status add_rows(sheet_job *job, const char *query)
{
    if (job->sheet.options->group == CUTLINE_GROUP_NONE)
        return find(job, query, add_hit);
    cut_arena_init(&job->groups, CUT_MAX_STORE_ARENA);
    cutline_status status = add_groups(job, query);
    cut_arena_release(&job->groups);
    return status;
}

/* ---- the calls ------------------------------------------------------------------------------- */

static void begin(sheet_job *job, cutline_sheet_counts *counts)
{
    job->counts = counts ? counts : &job->own;
    *job->counts = (cutline_sheet_counts){0};
}

cutline_status cutline_sheet_write(cutline_catalog *catalog, const char *query,
                                   const cutline_sheet_options *options, cutline_write_fn write,
                                   void *context, cutline_sheet_counts *counts, cutline_error *err)
{
    sheet_job job = {.catalog = catalog, .err = err};
    begin(&job, counts);
    cutline_status status = cut_sheet_open(&job.sheet, query, options, write, context, err);
    if (status == CUTLINE_OK)
        status = add_rows(&job, query);
    if (status == CUTLINE_OK)
        status = cut_sheet_close(&job.sheet, err);
    cut_sheet_release(&job.sheet);
    return status;
}

cutline_status cutline_sheet_read(cutline_catalog *catalog, const char *query,
                                  const cutline_sheet_options *options, cutline_sheet_row_fn on_row,
                                  void *context, cutline_sheet_counts *counts, cutline_error *err)
{
    sheet_job job = {.catalog = catalog, .err = err, .on_row = on_row, .context = context};
    begin(&job, counts);
    cutline_status status = cut_sheet_open_cells(&job.sheet, options, err);
    if (status == CUTLINE_OK)
        status = add_rows(&job, query);
    cut_sheet_release(&job.sheet);
    return status;
}
