#include "base/error.h"
#include "catalog/handle.h"
#include "import/gone.h"

cutline_status cutline_check_files(cutline_catalog *catalog, const char *path,
                                   const cutline_check_options *options,
                                   cutline_check_totals *totals, cutline_error *err)
{
    return cut_check_files(catalog->store, path, options, totals, err);
}

cutline_status cutline_check_database(cutline_catalog *catalog, cutline_damage_fn on_damage,
                                      void *context, uint64_t *faults, cutline_error *err)
{
    return cut_store_check(catalog->store, on_damage, context, faults, err);
}
