/* Where a sheet goes: standard output, or a file that appears when it is complete. */
#ifndef CLI_SHEET_TARGET_H
#define CLI_SHEET_TARGET_H

#include "cli/progress.h"
#include "cli/safe_file.h"
#include "cli/sheet_flags.h"

typedef struct cli_sheet_target {
    cli *c;
    const cli_sheet_flags *flags;
    const char *query;
    bool shows_restrictions; /* by its format, or by the columns chosen */
    bool to_file;
    cli_safe_file file;
    cutline_sheet_counts counts; /* of what was written so far */
    cli_progress progress;
    uint64_t expected; /* photos that the query finds; 0 if not counted */
    int failed;        /* errno of a write to the file that failed */
} cli_sheet_target;

/* Opens the file, if it is one. False, with the message printed, if it cannot. Release in any case.
 */
bool cli_sheet_target_open(cli_sheet_target *target, cli *c, const cli_sheet_flags *flags,
                           const char *query);
void cli_sheet_target_release(cli_sheet_target *target);

/* Takes a piece; a cutline_write_fn whose context is the target. */
int cli_sheet_target_write(const void *bytes, size_t length, void *context);
/* Shows how far the work is. */
void cli_sheet_target_show(cli_sheet_target *target);
/* A sheet without rows, which nobody asked for. */
bool cli_sheet_target_is_unwanted(const cli_sheet_target *target);
/* Says why the file cannot be written. */
void cli_sheet_target_say_failed(const cli_sheet_target *target, int reason);
/* The sheet is complete: puts the file in its place, and says what was left out. */
void cli_sheet_target_conclude(cli_sheet_target *target);

#endif
