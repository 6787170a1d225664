/* The inside of a catalog handle. Only for this folder. */
#ifndef CUT_CATALOG_HANDLE_H
#define CUT_CATALOG_HANDLE_H

#include "store/lookup.h"

#include <cutline/catalog.h>

struct cutline_catalog {
    cut_store *store;
};

/* Photos that a name means: "photo:N" (which need not exist), else a path, else a media ID. None is
 * no error. */
CUTLINE_MUST_CHECK cutline_status cut_catalog_resolve(cutline_catalog *catalog, cut_arena *arena,
                                                      const char *name, cut_photo_list *out,
                                                      cutline_error *err);

#endif
