#include "import/import.h"

#include "base/error.h"
#include "catalog/handle.h"
#include "import/watch.h"

#include <cutline/import.h>

cutline_status cutline_import(cutline_catalog *catalog, const char *const *paths, size_t path_count,
                              const cutline_import_options *options, cutline_import_totals *totals,
                              cutline_error *err)
{
    return cut_import(catalog ? catalog->store : NULL, paths, path_count, options, totals, err);
}

cutline_status cutline_watch(cutline_catalog *catalog, const char *const *paths, size_t path_count,
                             const cutline_watch_options *options, cutline_import_totals *totals,
                             cutline_error *err)
{
    return cut_watch(catalog ? catalog->store : NULL, paths, path_count, options, totals, err);
}
