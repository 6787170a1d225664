/* Queries: any bytes give a tree or a plain error, and no tree is too much for the database. */
#include "fuzz.h"

#include <cutline/query.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static cutline_catalog *catalog;
static char folder[] = "/tmp/cutline-fuzz-XXXXXX";
static char path[64];

static void clean_up(void)
{
    cutline_catalog_close(catalog);
    unlink(path);
    rmdir(folder);
}

static void open_once(void)
{
    cutline_error err;
    if (catalog)
        return;
    if (!mkdtemp(folder))
        abort();
    snprintf(path, sizeof path, "%s/catalog.db", folder);
    if (cutline_catalog_open(path, CUTLINE_OPEN_CREATE, &catalog, &err) != CUTLINE_OK)
        abort();
    atexit(clean_up);
}

static int ignore(const cutline_hit *hit, void *context)
{
    (void)hit;
    (void)context;
    return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cutline_error err;
    char *query = malloc(size + 1);
    open_once();
    if (!query)
        abort();
    memcpy(query, data, size);
    query[size] = '\0';
    cutline_status status = cutline_catalog_find(catalog, query, 10, ignore, NULL, &err);
    if (status != CUTLINE_OK && status != CUTLINE_BAD_ARGUMENT && status != CUTLINE_LIMIT) {
        fprintf(stderr, "%s: %s\n", cutline_status_name(status), err.message);
        abort();
    }
    free(query);
    return 0;
}
