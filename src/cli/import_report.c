#include "cli/import_report.h"

#include "cli/json.h"
#include "cli/signals.h"

#include <inttypes.h>
#include <stdlib.h>

static const char *result_name(cutline_import_result result)
{
    static const char *const names[] = {"added",  "updated", "unchanged", "skipped",
                                        "failed", "moved",   "missing"};
    return names[result];
}

void cli_import_print(cli *c, const cutline_import_event *event)
{
    cli_progress_clear(c);
    cli_printf(&c->out, "%-10s", result_name(event->result));
    cli_print_text(&c->out, event->path);
    if (event->moved_from) {
        cli_print(&c->out, ", was ");
        cli_print_text(&c->out, event->moved_from);
    }
    cli_print(&c->out, "\n");
    for (size_t i = 0; i < event->finding_count; i++) {
        cli_print_blanks(&c->out, 12);
        cli_print_text(&c->out, event->findings[i].code);
        cli_print(&c->out, ": ");
        cli_print_text(&c->out, event->findings[i].detail);
        cli_print(&c->out, "\n");
    }
}

static json_t *findings_json(const cutline_import_event *event)
{
    json_t *list = json_array();
    for (size_t i = 0; i < event->finding_count; i++) {
        const cutline_finding *finding = &event->findings[i];
        json_array_append_new(list, json_pack("{s:o,s:o,s:o}", "code", cli_json_text(finding->code),
                                              "field", cli_json_text(finding->field), "detail",
                                              cli_json_text(finding->detail)));
    }
    return list;
}

static json_t *error_json(const cutline_error *error)
{
    if (!error)
        return json_null();
    json_t *byte = error->offset >= 0 ? json_integer(error->offset) : json_null();
    return json_pack("{s:s,s:o,s:o}", "status", cutline_status_name(error->status), "byte", byte,
                     "message", cli_json_text(error->message));
}

char *cli_import_json(const cutline_import_event *event)
{
    json_t *object =
        json_pack("{s:o,s:s,s:o,s:o,s:I,s:o,s:o}", "path", cli_json_text(event->path), "result",
                  result_name(event->result), "from", cli_json_text(event->moved_from), "photo",
                  event->photo ? json_integer(event->photo) : json_null(), "photos",
                  (json_int_t)event->photo_count, "error", error_json(event->error), "findings",
                  findings_json(event));
    char *line = object ? json_dumps(object, JSON_COMPACT) : NULL;
    json_decref(object);
    return line;
}

void cli_import_print_totals(cli *c, const cutline_import_totals *totals, bool dry_run)
{
    cli_printf(&c->out,
               "%" PRIu64 " added, %" PRIu64 " updated, %" PRIu64 " unchanged, %" PRIu64
               " skipped, %" PRIu64 " failed",
               totals->added, totals->updated, totals->unchanged, totals->skipped, totals->failed);
    if (totals->moved > 0)
        cli_printf(&c->out, ", %" PRIu64 " moved", totals->moved);
    if (totals->missing > 0)
        cli_printf(&c->out, ", %" PRIu64 " missing", totals->missing);
    cli_printf(&c->out, "%s%s\n", dry_run ? " (dry run: nothing was changed)" : "",
               cli_interrupted() ? "; interrupted, the same command goes on" : "");
}

void cli_import_print_totals_json(cli *c, const cutline_import_totals *totals, bool dry_run)
{
    cli_json_print(c, json_pack("{s:I,s:I,s:I,s:I,s:I,s:I,s:I,s:b,s:b}", "added",
                                (json_int_t)totals->added, "updated", (json_int_t)totals->updated,
                                "unchanged", (json_int_t)totals->unchanged, "skipped",
                                (json_int_t)totals->skipped, "failed", (json_int_t)totals->failed,
                                "moved", (json_int_t)totals->moved, "missing",
                                (json_int_t)totals->missing, "dry_run", dry_run, "interrupted",
                                cli_interrupted()));
}
