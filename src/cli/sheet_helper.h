/* Formats that the program cutline-sheet writes, which has the libraries for them. */
#ifndef CLI_SHEET_HELPER_H
#define CLI_SHEET_HELPER_H

#include "cli/sheet_target.h"

/* Name of such a format at an index from 0 on; NULL past the last. */
const char *cli_sheet_helper_format_at(size_t index);

/* Has a sheet written by cutline-sheet to the target, and concludes it. What cannot be meant is
 * said before it is run. */
void cli_sheet_helper_write(cli_sheet_target *target, const cutline_sheet_options *options);

#endif
