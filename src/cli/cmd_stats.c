/* cutline stats: counts of what is in the catalog. */
#include "cli/commands.h"

#include <inttypes.h>

struct count {
    const char *label;
    const char *key; /* in JSON */
    uint64_t n;
};

static void print_page(cli_out *out, const struct count *counts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cli_printf(out, "%-32s %10" PRIu64 "\n", counts[i].label, counts[i].n);
}

static void print_json(cli_out *out, const struct count *counts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        cli_printf(out, "%s\"%s\":%" PRIu64, i > 0 ? "," : "{", counts[i].key, counts[i].n);
    cli_print(out, "}\n");
}

void cli_run_stats(cli *c)
{
    cutline_stats stats;
    cutline_error err;
    if (!cli_begin(c, NULL))
        return;
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
        {"files", "files", stats.files},
        {"pages", "pages", stats.pages},
        {"media IDs", "media_ids", stats.media_ids},
        {"captions", "captions", stats.captions},
        {"agencies", "agencies", stats.agencies},
        {"photographers", "persons", stats.persons},
    };
    size_t count = sizeof counts / sizeof counts[0];
    if (c->globals.json)
        print_json(&c->out, counts, count);
    else
        print_page(&c->out, counts, count);
}
