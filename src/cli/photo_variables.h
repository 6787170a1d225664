/* Variables of templates that are filled in from a photo: `tag --template`, `import --template`. */
#ifndef CLI_PHOTO_VARIABLES_H
#define CLI_PHOTO_VARIABLES_H

#include "cli/cli.h"

/* What a template is filled in from. */
typedef struct cli_photo_variables {
    const cutline_photo *photo;
    size_t number;        /* of the photo in the selection, from 1: {seq} */
    char text[1200];      /* room for a value that is put together */
    const char *items[1]; /* the value, where it is one text */
    const char **list;    /* owned; the values of a field; NULL until one was asked for */
} cli_photo_variables;

/* Values of a variable: a cutline_variable_fn whose context is a cli_photo_variables. */
cutline_strings cli_photo_variable(const char *name, void *context);
void cli_photo_variables_release(cli_photo_variables *v);

/* The name of a variable at an index from 0 on, NULL past the last: those of this file, then the
 * fields. */
const char *cli_photo_variable_at(size_t index, const void *context);

#endif
