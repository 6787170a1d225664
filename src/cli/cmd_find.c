/* cutline find: a row for each photo that matches; a table on a terminal, else tab-separated. */
#include "cli/commands.h"
#include "cli/text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <cutline/query.h>

struct flags {
    unsigned limit;
    bool count, explain;
    const char *facets;
};

const cli_opt cli_find_options[] = {
    {CLI_OPT_NUMBER, 'n', "limit", offsetof(struct flags, limit), "N",
     "list at most so many photos, and so many values of each facet; 0, the default, for all"},
    {CLI_OPT_FLAG, '\0', "count", offsetof(struct flags, count), NULL,
     "print how many photos match, and nothing else"},
    {CLI_OPT_TEXT, '\0', "facets", offsetof(struct flags, facets), "NAME,...",
     "count the values of all photos that match: agency, by, credit, person, keyword, place, city, "
     "region, country, year, month, role, restriction, namespace"},
    {CLI_OPT_FLAG, '\0', "explain", offsetof(struct flags, explain), NULL,
     "print how the query is understood and answered"},
    {.name = NULL},
};

/* Widths of the table's columns; longer IDs and dates push what follows to the right, since half an
 * ID is none. */
#define ID_COLUMNS 18
#define DATE_COLUMNS 10
#define CREDIT_COLUMNS 24
/* A caption that has less room than this says nothing. */
#define MIN_CAPTION_COLUMNS 12

struct found {
    cli *c;
    uint64_t count, killed;
};

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

/* "reuters:RTX2CGS3", or "photo:12" for a photo without a media ID: what `credit` and `show`
 * understand. */
static void name_of(const cutline_hit *hit, char *name, size_t size)
{
    if (hit->media_id.id)
        snprintf(name, size, "%s:%s", hit->media_id.ns, hit->media_id.id);
    else
        snprintf(name, size, "photo:%lld", (long long)hit->photo);
}

/* Prints a cell and blanks up to the next column; adds what it took to *at. */
static void print_cell(cli_out *out, const char *text, size_t columns, size_t *at)
{
    size_t used = cli_text_columns(text);
    size_t blanks = used < columns ? columns - used : 0;
    cli_print_text(out, text);
    cli_print_blanks(out, blanks + 2);
    *at += used + blanks + 2;
}

static bool is_killed(const cutline_hit *hit)
{
    return hit->restrictions && strncmp(hit->restrictions, "killed", 6) == 0;
}

static void print_table_row(cli_out *out, const cutline_hit *hit, const char *name)
{
    size_t at = 0;
    char date[DATE_COLUMNS + 1]; /* the day without the time */
    snprintf(date, sizeof date, "%s", or_empty(hit->date));
    cli_print_style(out, CLI_BOLD);
    print_cell(out, name, ID_COLUMNS, &at);
    cli_print_style(out, CLI_PLAIN);
    print_cell(out, date, DATE_COLUMNS, &at);
    print_cell(out, or_empty(hit->credit_line), CREDIT_COLUMNS, &at);
    const char *caption = hit->headline  ? hit->headline
                          : hit->caption ? hit->caption
                                         : or_empty(hit->file_name);
    if (is_killed(hit)) {
        cli_print_style(out, CLI_BOLD);
        print_cell(out, "KILLED", 0, &at);
        cli_print_style(out, CLI_PLAIN);
    }
    if (at + MIN_CAPTION_COLUMNS <= out->columns)
        cli_print_cut(out, caption, out->columns - at);
    cli_print(out, "\n");
}

static void print_tabbed_row(cli_out *out, const cutline_hit *hit, const char *name)
{
    const char *const cells[] = {name,         hit->date, hit->credit_line, hit->city,
                                 hit->country, hit->path, hit->headline,    hit->caption};
    for (size_t i = 0; i < sizeof cells / sizeof cells[0]; i++) {
        cli_print(out, i > 0 ? "\t" : "");
        cli_print_text(out, cells[i]);
    }
    cli_print(out, "\n");
}

static void print_json_row(cli *c, const cutline_hit *hit)
{
    cutline_error err;
    char *json = NULL;
    if (cutline_hit_json(hit, &json, &err) == CUTLINE_OK) {
        cli_print_json(&c->out, json);
        cli_print(&c->out, "\n");
    } else {
        cli_fail_error(c, CLI_FAILED, &err);
    }
    cutline_free(json);
}

static int on_hit(const cutline_hit *hit, void *context)
{
    struct found *found = context;
    cli *c = found->c;
    char name[600]; /* an ID and a namespace have at most 255 bytes each */
    found->count++;
    found->killed += is_killed(hit);
    name_of(hit, name, sizeof name);
    if (c->globals.json)
        print_json_row(c, hit);
    else if (c->out.terminal)
        print_table_row(&c->out, hit, name);
    else
        print_tabbed_row(&c->out, hit, name);
    return c->out.failed != 0 || c->worst == CLI_FAILED;
}

static void list(cli *c, const char *query, const struct flags *flags)
{
    cutline_error err;
    struct found found = {.c = c};
    cutline_status status =
        cutline_catalog_find(c->catalog, query, flags->limit, on_hit, &found, &err);
    if (status == CUTLINE_OK && found.count == 0)
        cli_fail(c, CLI_NOTHING, "nothing matches: %s", *query ? query : "the catalog is empty");
    else if (status != CUTLINE_OK && status != CUTLINE_CANCELLED)
        cli_fail_query(c, query, &err);
    if (found.killed > 0 && !c->globals.json)
        cli_warn(c, "%" PRIu64 " of these photos %s killed and must not be used: is:killed",
                 found.killed, found.killed == 1 ? "was" : "were");
}

/* ---- other answers --------------------------------------------------------------------------- */

static void count(cli *c, const char *query)
{
    cutline_error err;
    uint64_t n;
    if (cutline_catalog_count(c->catalog, query, &n, &err) != CUTLINE_OK) {
        cli_fail_query(c, query, &err);
        return;
    }
    cli_printf(&c->out, c->globals.json ? "{\"count\":%" PRIu64 "}\n" : "%" PRIu64 "\n", n);
    if (n == 0)
        cli_note(c, CLI_NOTHING);
}

static void explain(cli *c, const char *query)
{
    cutline_error err;
    char *text;
    if (cutline_catalog_explain(c->catalog, query, &text, &err) != CUTLINE_OK) {
        cli_fail_query(c, query, &err);
        return;
    }
    for (char *line = text; *line;) {
        size_t n = strcspn(line, "\n");
        bool last = line[n] == '\0';
        line[n] = '\0';
        cli_print_text(&c->out, line);
        cli_print(&c->out, "\n");
        line += n + !last;
    }
    cutline_free(text);
}

/* The name of the value is NULL for photos without one. */
static void print_value(cli *c, const char *facet, const char *value, uint64_t n)
{
    cutline_error err;
    char *json = NULL;
    if (!c->globals.json) {
        cli_printf(&c->out, "%s\t", facet);
        cli_print_text(&c->out, value ? value : "-");
        cli_printf(&c->out, "\t%" PRIu64 "\n", n);
        return;
    }
    if (cutline_facet_value_json(facet, value, n, &json, &err) == CUTLINE_OK) {
        cli_print_json(&c->out, json);
        cli_print(&c->out, "\n");
    } else {
        cli_fail_error(c, CLI_FAILED, &err);
    }
    cutline_free(json);
}

static void print_facet(cli *c, const cutline_facet *facet, unsigned limit)
{
    for (size_t i = 0; i < facet->count && (!limit || i < limit); i++)
        print_value(c, facet->name, facet->values[i].name, facet->values[i].count);
    if (facet->without > 0)
        print_value(c, facet->name, NULL, facet->without);
}

static void count_facets(cli *c, const char *query, const struct flags *flags)
{
    cutline_error err;
    cutline_facets *facets;
    cutline_status status = cutline_catalog_facets(c->catalog, query, flags->facets, &facets, &err);
    if (status == CUTLINE_BAD_ARGUMENT && strcmp(err.file, "facets") == 0)
        cli_fail(c, CLI_USAGE, "--facets: %s", err.message);
    else if (status != CUTLINE_OK)
        cli_fail_query(c, query, &err);
    for (size_t i = 0; facets && i < facets->count; i++)
        print_facet(c, &facets->items[i], flags->limit);
    if (facets && facets->photos == 0)
        cli_fail(c, CLI_NOTHING, "nothing matches: %s", query);
    cutline_facets_free(facets);
}

void cli_run_find(cli *c)
{
    struct flags flags = {0};
    if (!cli_begin(c, &flags))
        return;
    char *query = cli_join_args(c);
    if (!query)
        return;
    if (flags.explain)
        explain(c, query);
    else if (flags.facets)
        count_facets(c, query, &flags);
    else if (flags.count)
        count(c, query);
    else
        list(c, query, &flags);
    free(query);
}
