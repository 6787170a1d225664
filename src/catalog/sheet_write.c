/* Sheets of what a query finds: ties the catalog's hits to the sheet's rows. */
#include "sheet/sheet.h"

struct job {
    cut_sheet sheet;
    uint64_t *rows;        /* the caller's counter, or NULL */
    cutline_status status; /* of the rows */
    cutline_error *err;
};

static int add_hit(const cutline_hit *hit, void *context)
{
    struct job *job = context;
    if (job->rows)
        *job->rows = job->sheet.rows + 1;
    job->status = cut_sheet_add(&job->sheet, hit, job->err);
    return job->status != CUTLINE_OK;
}

cutline_status cutline_sheet_write(cutline_catalog *catalog, const char *query,
                                   const cutline_sheet_options *options, cutline_write_fn write,
                                   void *context, uint64_t *rows, cutline_error *err)
{
    struct job job = {.rows = rows, .err = err};
    if (rows)
        *rows = 0;
    cutline_status status = cut_sheet_open(&job.sheet, options, write, context, err);
    if (status == CUTLINE_OK) {
        cutline_error find_error;
        status = cutline_catalog_find(catalog, query, 0, add_hit, &job, &find_error);
        /* A row that could not be written ends the search; its own error is the one that counts. */
        if (job.status != CUTLINE_OK)
            status = job.status;
        else if (status != CUTLINE_OK && err)
            *err = find_error;
    }
    if (status == CUTLINE_OK)
        status = cut_sheet_close(&job.sheet, err);
    cut_sheet_release(&job.sheet);
    return status;
}
