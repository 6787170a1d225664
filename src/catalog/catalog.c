#include "base/error.h"
#include "catalog/handle.h"

#include <cutline/query.h>
#include <stdlib.h>

cutline_status cutline_catalog_open(const char *path, cutline_open_flags flags,
                                    cutline_catalog **out, cutline_error *err)
{
    *out = NULL;
    if (!path)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "no path of a catalog");
    cutline_catalog *catalog = calloc(1, sizeof *catalog);
    if (!catalog)
        return cut_no_memory(err);
    cutline_status status = cut_store_open(path, flags, &catalog->store, err);
    if (status == CUTLINE_OK)
        *out = catalog;
    else
        free(catalog);
    return status;
}

void cutline_catalog_alone(void)
{
    cut_store_alone();
}

void cutline_catalog_close(cutline_catalog *catalog)
{
    if (!catalog)
        return;
    cut_store_close(catalog->store);
    free(catalog);
}

cutline_status cutline_catalog_hold(cutline_catalog *catalog, cutline_error *err)
{
    return cut_store_begin_reading(catalog->store, err);
}

void cutline_catalog_let_go(cutline_catalog *catalog)
{
    cut_store_end_reading(catalog->store);
}

cutline_status cutline_catalog_stats(cutline_catalog *catalog, cutline_stats *out,
                                     cutline_error *err)
{
    const struct {
        const char *query;
        uint64_t *count;
    } asked[] = {{"is:duplicate", &out->duplicates},
                 {"is:missing", &out->missing},
                 {"is:embargoed", &out->embargoed},
                 {"is:killed", &out->killed},
                 {"is:edited", &out->edited}};
    *out = (cutline_stats){0};
    cutline_status status = cut_store_stats(catalog->store, out, err);
    for (size_t i = 0; i < sizeof asked / sizeof *asked && status == CUTLINE_OK; i++)
        status = cutline_catalog_count(catalog, asked[i].query, asked[i].count, err);
    return status;
}
