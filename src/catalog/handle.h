/* The inside of a catalog handle. Only for this folder. */
#ifndef CUT_CATALOG_HANDLE_H
#define CUT_CATALOG_HANDLE_H

#include "store/lookup.h"

#include <cutline/catalog.h>

struct cutline_catalog {
    cut_store *store;
};

#endif
