/* Queries: text to tree, and the tree to the store. */
#include "base/error.h"
#include "base/limits.h"
#include "catalog/handle.h"

#include <cutline/query.h>
#include <stdlib.h>

/* A query being asked. */
typedef struct asked {
    cut_arena arena; /* holds the tree */
    cut_query query;
} asked;

/* Release in any case. */
static cutline_status parse(const char *text, asked *out, cutline_error *err)
{
    cut_arena_init(&out->arena, CUT_MAX_STORE_ARENA);
    return cut_query_parse(&out->arena, cut_str_from(text), &out->query, err);
}

cutline_status cutline_catalog_find(cutline_catalog *catalog, const char *query, size_t limit,
                                    cutline_hit_fn on_hit, void *context, cutline_error *err)
{
    asked a;
    cutline_status status = parse(query, &a, err);
    if (status == CUTLINE_OK)
        status = cut_store_find(catalog->store, &a.query, limit, on_hit, context, err);
    cut_arena_release(&a.arena);
    return status;
}

cutline_status cutline_catalog_count(cutline_catalog *catalog, const char *query, uint64_t *count,
                                     cutline_error *err)
{
    asked a;
    *count = 0;
    cutline_status status = parse(query, &a, err);
    if (status == CUTLINE_OK)
        status = cut_store_count(catalog->store, &a.query, count, err);
    cut_arena_release(&a.arena);
    return status;
}

/* Facets and the arena they live in; they come first, so that one pointer is both. */
typedef struct facet_set {
    cutline_facets facets;
    cut_arena arena;
} facet_set;

cutline_status cutline_catalog_facets(cutline_catalog *catalog, const char *query,
                                      const char *names, cutline_facets **out, cutline_error *err)
{
    asked a;
    *out = NULL;
    facet_set *set = calloc(1, sizeof *set);
    if (!set)
        return cut_no_memory(err);
    cut_arena_init(&set->arena, CUT_MAX_STORE_ARENA);
    cutline_status status = parse(query, &a, err);
    if (status == CUTLINE_OK)
        status = cut_store_facets(catalog->store, &a.query, &set->arena, names, &set->facets, err);
    cut_arena_release(&a.arena);
    if (status == CUTLINE_OK)
        *out = &set->facets;
    else
        cutline_facets_free(&set->facets);
    return status;
}

void cutline_facets_free(cutline_facets *facets)
{
    facet_set *set = (facet_set *)facets;
    if (!set)
        return;
    cut_arena_release(&set->arena);
    free(set);
}

cutline_status cutline_catalog_explain(cutline_catalog *catalog, const char *query, char **text,
                                       cutline_error *err)
{
    asked a;
    cut_buf out;
    *text = NULL;
    cut_buf_init(&out, CUT_MAX_JSON_BYTES);
    cutline_status status = parse(query, &a, err);
    if (status == CUTLINE_OK) {
        cut_buf_z(&out, "query\n  ");
        cut_buf_z(&out, a.query.tree->kind == CUT_QUERY_ALL ? "every photo " : "");
        cut_query_print(&a.query, &out);
        cut_buf_z(&out, "\n");
        status = cut_store_plan(catalog->store, &a.query, &out, err);
    }
    cut_arena_release(&a.arena);
    if (status != CUTLINE_OK) {
        cut_buf_release(&out);
        return status;
    }
    *text = cut_buf_detach(&out);
    return *text ? CUTLINE_OK : cut_no_memory(err);
}
