/* Queries: any bytes give a tree or a plain error, no tree is too much for the database, and what a
 * query finds is as many as it counts. The catalog has a few photos, so that conditions are tried.
 */
#include "fuzz.h"

#include <cutline/import.h>
#include <cutline/query.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static cutline_catalog *catalog;
static char folder[] = "/tmp/cutline-fuzz-XXXXXX";
static char path[64], list[64];

static const char rows[] =
    "file,media_id,caption,credit,city,country,keywords,date,instructions\n"
    "a1.jpg,reuters:RTX2CGS3,\"John Kerry in Geneva, Switzerland May 2, 2016\",REUTERS/Denis "
    "Balibouse,Geneva,Switzerland,syria;talks,2016-05-02,NO ARCHIVE\n"
    "b 2.jpg,getty:527341234,A boat,Getty Images/Jane Roe,,,,2016,\n"
    "c.jpg,aawsat:55350159,\"\xD8\xA3\xD8\xAD\xD9\x85\xD8\xAF \xE5\x8C\x97\xE4\xBA\xAC\",,,,"
    "x,,EMBARGO\n";

static void clean_up(void)
{
    cutline_catalog_close(catalog);
    unlink(path);
    unlink(list);
    rmdir(folder);
}

static void import_list(void)
{
    cutline_error err;
    const char *const paths[] = {list};
    FILE *f = fopen(list, "w");
    if (!f || fputs(rows, f) < 0 || fclose(f) != 0 ||
        cutline_import(catalog, paths, 1, NULL, NULL, &err) != CUTLINE_OK)
        abort();
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
    snprintf(list, sizeof list, "%s/list.csv", folder);
    import_list();
    atexit(clean_up);
}

static int count_hit(const cutline_hit *hit, void *context)
{
    uint64_t *count = context;
    if (hit->photo <= 0)
        abort();
    ++*count;
    return 0;
}

static void check(cutline_status status, const cutline_error *err)
{
    if (status == CUTLINE_OK || status == CUTLINE_BAD_ARGUMENT || status == CUTLINE_LIMIT)
        return;
    fprintf(stderr, "%s: %s\n", cutline_status_name(status), err->message);
    abort();
}

/* A query that is understood is understood by all calls. */
static void ask_otherwise(const char *query, uint64_t hits)
{
    cutline_error err;
    uint64_t count;
    char *text = NULL;
    cutline_facets *facets = NULL;
    cutline_status status = cutline_catalog_count(catalog, query, &count, &err);
    check(status, &err);
    if (status == CUTLINE_OK && count != hits) {
        fprintf(stderr, "%llu hits, %llu counted\n", (unsigned long long)hits,
                (unsigned long long)count);
        abort();
    }
    check(cutline_catalog_explain(catalog, query, &text, &err), &err);
    check(cutline_catalog_facets(catalog, query, "agency,place,keyword,year", &facets, &err), &err);
    cutline_free(text);
    cutline_facets_free(facets);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cutline_error err;
    uint64_t hits = 0, few = 0;
    char *query = malloc(size + 1);
    open_once();
    if (!query)
        abort();
    memcpy(query, data, size);
    query[size] = '\0';
    cutline_status status = cutline_catalog_find(catalog, query, 0, count_hit, &hits, &err);
    check(status, &err);
    if (status == CUTLINE_OK) {
        /* With a limit photos may be asked one by one. */
        check(cutline_catalog_find(catalog, query, 10, count_hit, &few, &err), &err);
        if (few != hits)
            abort();
        ask_otherwise(query, hits);
    }
    free(query);
    return 0;
}
