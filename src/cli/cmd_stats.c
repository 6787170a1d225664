/* cutline stats: counts of what is in the catalog. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/text.h"

#include <cutline/query.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct flags {
    const char *by;
    unsigned limit;
};

const cli_opt cli_stats_options[] = {
    {CLI_OPT_TEXT, '\0', "by", offsetof(struct flags, by), "NAME,...",
     "count the photos, or those that a query finds, by agency, month, day, country and the like"},
    {CLI_OPT_NUMBER, 'n', "limit", offsetof(struct flags, limit), "N",
     "at most so many values of each; default: all, and twelve of the whole catalog"},
    {.name = NULL},
};

/* What is shown of the whole catalog, and how many values of each. */
#define USUAL_BY "agency,month"
#define USUAL_VALUES 12u
/* Column of the counts. */
#define LABEL 32

struct count {
    const char *label;
    const char *key; /* in JSON */
    uint64_t n;
};

static void print_counts(cli_out *out, const struct count *counts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cli_printf(out, "%-*s %10" PRIu64 "\n", LABEL, counts[i].label, counts[i].n);
}

/* ---- by what they have -----------------------------------------------------------------------
 */

/* Periods go by time, not by how many photos they have. */
static bool is_period(const cutline_facet *facet)
{
    return strcmp(facet->name, "year") == 0 || strcmp(facet->name, "month") == 0 ||
           strcmp(facet->name, "day") == 0;
}

static int latest_first(const void *a, const void *b)
{
    const cutline_facet_value *x = a, *y = b;
    return strcmp(y->name, x->name);
}

/* The values in the order in which they are told; to be freed. NULL without memory, or if there are
 * none. */
static cutline_facet_value *in_order(const cutline_facet *facet)
{
    if (facet->count == 0)
        return NULL;
    cutline_facet_value *values = calloc(facet->count, sizeof *values);
    if (!values)
        return NULL;
    memcpy(values, facet->values, facet->count * sizeof *values);
    if (is_period(facet))
        qsort(values, facet->count, sizeof *values, latest_first);
    return values;
}

static size_t least(size_t count, unsigned limit)
{
    return limit > 0 && limit < count ? limit : count;
}

static void print_value(cli_out *out, const char *name, uint64_t n)
{
    size_t columns = cli_text_columns(name);
    cli_print(out, "  ");
    cli_print_text(out, name);
    cli_printf(out, "%*s %10" PRIu64 "\n", columns + 2 < LABEL ? (int)(LABEL - 2 - columns) : 0, "",
               n);
}

static void print_facet(cli_out *out, const cutline_facet *facet, unsigned limit)
{
    cutline_facet_value *values = in_order(facet);
    size_t shown = values ? least(facet->count, limit) : 0;
    cli_print(out, "\n");
    cli_print_styled(out, CLI_BOLD, "by ");
    cli_print_styled(out, CLI_BOLD, facet->name);
    cli_print(out, "\n");
    for (size_t i = 0; i < shown; i++)
        print_value(out, values[i].name, values[i].count);
    if (shown < facet->count)
        cli_printf(out, "  and %zu more\n", facet->count - shown);
    if (facet->without > 0)
        print_value(out, "(none)", facet->without);
    free(values);
}

/* {"AFP": 12, "Reuters": 7}, in order. */
static json_t *facet_json(const cutline_facet *facet, unsigned limit)
{
    json_t *object = json_object();
    cutline_facet_value *values = in_order(facet);
    for (size_t i = 0; values && i < least(facet->count, limit); i++)
        json_object_set_new(object, values[i].name, json_integer((json_int_t)values[i].count));
    free(values);
    return object;
}

static cutline_facets *count_by(cli *c, const char *query, const char *by)
{
    cutline_error err;
    cutline_facets *facets = NULL;
    cutline_status status = cutline_catalog_facets(c->catalog, query, by, &facets, &err);
    if (status == CUTLINE_BAD_ARGUMENT && strcmp(err.file, "facets") == 0)
        cli_fail(c, CLI_USAGE, "--by: %s", err.message);
    else if (status != CUTLINE_OK)
        cli_fail_query(c, query, &err);
    return facets;
}

/* Only the counts by something. */
static void tell_by(cli *c, const char *query, const struct flags *flags)
{
    cutline_facets *facets = count_by(c, query, flags->by ? flags->by : USUAL_BY);
    json_t *object = c->globals.json && facets ? json_object() : NULL;
    if (!facets)
        return;
    if (object)
        json_object_set_new(object, "photos", json_integer((json_int_t)facets->photos));
    else
        cli_printf(&c->out, "%-*s %10" PRIu64 "\n", LABEL, "photos", facets->photos);
    for (size_t i = 0; i < facets->count; i++) {
        const cutline_facet *facet = &facets->items[i];
        if (object)
            json_object_set_new(object, facet->name, facet_json(facet, flags->limit));
        else
            print_facet(&c->out, facet, flags->limit);
    }
    if (object)
        cli_json_print(c, object);
    if (facets->photos == 0)
        cli_fail(c, CLI_NOTHING, *query ? "nothing matches: %s" : "there are no photos", query);
    cutline_facets_free(facets);
}

/* ---- the whole catalog -----------------------------------------------------------------------
 */

static void print_json(cli *c, const struct count *counts, size_t count,
                       const cutline_facets *facets, unsigned limit)
{
    json_t *object = json_object();
    for (size_t i = 0; i < count; i++)
        json_object_set_new(object, counts[i].key, json_integer((json_int_t)counts[i].n));
    for (size_t i = 0; i < facets->count; i++) {
        char key[32];
        snprintf(key, sizeof key, "by_%s", facets->items[i].name);
        json_object_set_new(object, key, facet_json(&facets->items[i], limit));
    }
    cli_json_print(c, object);
}

static void tell_all(cli *c, const struct flags *flags)
{
    cutline_stats stats;
    cutline_error err;
    unsigned limit = flags->limit ? flags->limit : USUAL_VALUES;
    cutline_status status = cutline_catalog_stats(c->catalog, &stats, &err);
    if (status != CUTLINE_OK) {
        cli_fail_error(c, CLI_FAILED, &err);
        return;
    }
    const struct count counts[] = {
        {"photos", "photos", stats.photos},
        {"  awaiting their image", "awaiting", stats.awaiting},
        {"  without a credit", "uncredited", stats.uncredited},
        {"  with rival credits", "conflicts", stats.conflicts},
        {"  duplicates", "duplicates", stats.duplicates},
        {"  with a file that has vanished", "missing", stats.missing},
        {"  embargoed", "embargoed", stats.embargoed},
        {"  killed", "killed", stats.killed},
        {"  edited by hand", "edited", stats.edited},
        {"files", "files", stats.files},
        {"pages", "pages", stats.pages},
        {"media IDs", "media_ids", stats.media_ids},
        {"captions", "captions", stats.captions},
        {"agencies", "agencies", stats.agencies},
        {"photographers", "persons", stats.persons},
    };
    size_t count = sizeof counts / sizeof counts[0];
    cutline_facets *facets = count_by(c, "", USUAL_BY);
    if (!facets)
        return;
    if (c->globals.json)
        print_json(c, counts, count, facets, limit);
    else
        print_counts(&c->out, counts, count);
    for (size_t i = 0; i < facets->count && !c->globals.json; i++)
        print_facet(&c->out, &facets->items[i], limit);
    cutline_facets_free(facets);
}

void cli_run_stats(cli *c)
{
    struct flags flags = {0};
    if (!cli_begin(c, &flags))
        return;
    char *query = cli_join_args(c);
    if (query && (flags.by || c->arg_count > 0))
        tell_by(c, query, &flags);
    else if (query)
        tell_all(c, &flags);
    free(query);
}
