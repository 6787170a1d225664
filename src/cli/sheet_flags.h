/* The options of `cutline sheet`, and presets, which are such options in a file. */
#ifndef CLI_SHEET_FLAGS_H
#define CLI_SHEET_FLAGS_H

#include "cli/cli.h"

#include <cutline/sheet.h>

typedef struct cli_sheet_flags {
    const char *format, *output, *columns, *preset, *lang, *title, *template, *sort;
    unsigned group;  /* cutline_sheet_group */
    unsigned layout; /* index into the words of --layout, 0: the usual one */
    unsigned paper;  /* index into the words of --paper */
    bool bom, allow_empty, thumbs, no_thumbs, killed;
    char *preset_text; /* owned; what the texts above that come from a preset point into */
} cli_sheet_flags;

/* Takes what --preset names, one of the program's own or a file, wherever the command line says
 * nothing else. False, with the message printed, if that cannot be. */
bool cli_sheet_take_preset(cli *c, cli_sheet_flags *flags);
void cli_sheet_flags_release(cli_sheet_flags *flags);

/* The word chosen of an option that is a choice, to be freed; NULL without memory. */
char *cli_sheet_word(const char *option, unsigned index);

/* How the library is asked. The template is not set. */
cutline_sheet_options cli_sheet_options_of(const cli_sheet_flags *flags, const char *format);

#endif
