/* What `cutline import` says about each file and about all of them. */
#ifndef CLI_IMPORT_REPORT_H
#define CLI_IMPORT_REPORT_H

#include "cli/cli.h"

#include <cutline/import.h>

/* "added    a.jpg" and its findings, for -v. */
void cli_import_print(cli *c, const cutline_import_event *event);

/* The line of the report: {path, result, photo, photos, error:{status,byte,message}, findings}.
 * To be freed; NULL if memory runs out. */
char *cli_import_json(const cutline_import_event *event);

/* "3 added, 1 updated, 20 unchanged, 2 skipped, 1 failed", or the same as JSON. */
void cli_import_print_totals(cli *c, const cutline_import_totals *totals, bool dry_run);
void cli_import_print_totals_json(cli *c, const cutline_import_totals *totals, bool dry_run);

#endif
