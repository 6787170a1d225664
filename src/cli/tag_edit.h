/* Edits as `cutline tag` takes them: FIELD=VALUE, FIELD= and media+=NAMESPACE:ID. */
#ifndef CLI_TAG_EDIT_H
#define CLI_TAG_EDIT_H

#include "cli/cli.h"

/* Longer than any field name; a longer name is none. */
#define CLI_TAG_FIELD 64

typedef enum cli_tag_kind {
    CLI_TAG_NONE,        /* not an edit */
    CLI_TAG_FIELD_VALUE, /* set a field, or with an empty value take back what was set by hand */
    CLI_TAG_MEDIA_ID     /* link a media ID */
} cli_tag_kind;

typedef struct cli_tag_edit {
    cli_tag_kind kind;
    char field[CLI_TAG_FIELD];
    const char *value; /* points into the argument */
} cli_tag_edit;

/* The edit that an argument spells. Whether there is such a field is not checked. */
cli_tag_edit cli_tag_parse(const char *argument);

/* Prints what an edit changed; photo is as it was before. */
void cli_tag_print(cli *c, const cutline_photo *photo, const cli_tag_edit *edit);

#endif
