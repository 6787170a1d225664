/* Captions by the thousand: NDJSON in, NDJSON out, line by line. */
#ifndef CLI_PARSE_LINES_H
#define CLI_PARSE_LINES_H

#include "cli/cli.h"

/* Parses every line of a file ("-" is standard input). A broken line gives {"error":...} in its
 * place and exit code 3; blank lines are passed over. */
void cli_parse_lines(cli *c, const char *path);

/* Prints a parsed caption as a line of JSON; with the decisions if -v. id is JSON, or NULL. */
void cli_print_caption_json(cli *c, const cutline_caption *caption, const char *id);

#endif
