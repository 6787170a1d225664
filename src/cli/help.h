/*
 * Help: one text a command, help/<name>.md, serves `cutline help` and the man page.
 *
 * `cutline help --man NAME` prints the page as roff, for `make install`: help/cutline.md is
 * cutline(1), help/<name>.md is cutline-<name>(1).
 *
 * A text is Markdown of this kind only: "## HEADING" lines; paragraphs of lines at the left margin;
 * "- " list items (further lines of an item begin with two blanks); lines that begin with four
 * blanks, shown as they are; **bold**, *emphasis* and `code` within a line. In place of the line
 * <!-- options --> stand the options of the command (or those of every command), from its option
 * table, and in place of <!-- commands --> the list of commands, so that neither can be wrong.
 */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "cli/cli.h"

/* Prints the help of a command, or of the program if command is NULL, for reading. */
void cli_help_page(cli_out *out, const cli_command *command);

/* Prints the same as a man page. */
void cli_help_man(cli_out *out, const cli_command *command);

/* Prints the short usage that is shown when no command is given. */
void cli_help_usage(cli_out *out);

#endif
