/* What `cutline import` says about each file and about all of them. */
#ifndef CLI_IMPORT_REPORT_H
#define CLI_IMPORT_REPORT_H

#include "cli/cli.h"

#include <cutline/import.h>

/* "added    a.jpg" and its findings, for -v. */
void cli_import_print(cli *c, const cutline_import_event *event);

/* A line of JSON: {path, result, photo, photos, error:{status,byte,message}, findings:[...]}. */
void cli_import_report(cli *c, FILE *to, const cutline_import_event *event);

/* "3 added, 1 updated, 20 unchanged, 2 skipped, 1 failed", or the same as JSON. */
void cli_import_print_totals(cli *c, const cutline_import_totals *totals, bool dry_run);

#endif
