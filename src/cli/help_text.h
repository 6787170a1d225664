/* Walking over a help text; what comes of it is up to a writer. See help.h for the Markdown. */
#ifndef CLI_HELP_TEXT_H
#define CLI_HELP_TEXT_H

#include "cli/cli.h"

/* Receives the parts of a text in order. Texts are NUL-terminated and may hold inline marks. */
typedef struct cli_help_writer {
    void (*heading)(cli_out *out, const char *text);
    void (*paragraph)(cli_out *out, const char *text);
    void (*item)(cli_out *out, const char *text);
    void (*verbatim_begin)(cli_out *out); /* a block that is shown as it is */
    void (*verbatim)(cli_out *out, const char *line);
    void (*verbatim_end)(cli_out *out);
    void (*gap)(cli_out *out); /* between two parts */
    /* An option: "-v, --verbose", "--db", with the word for its value or NULL. */
    void (*option)(cli_out *out, const char *names, const char *value, const char *help);
    void (*command)(cli_out *out, const char *name, const char *operands, const char *summary);
} cli_help_writer;

/* Walks over the text of a command, or of the program if command is NULL. */
void cli_help_walk(cli_out *out, const cli_help_writer *writer, const cli_command *command);

/* Inline marks. */
typedef enum cli_help_mark {
    CLI_HELP_PLAIN,
    CLI_HELP_STRONG,
    CLI_HELP_EMPHASIS,
    CLI_HELP_CODE
} cli_help_mark;

/* If *text begins with an inline mark that starts or ends a stretch, moves past it, updates *mark
 * and returns true. */
bool cli_help_mark_next(const char **text, cli_help_mark *mark);

#endif
