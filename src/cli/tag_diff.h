/* What edits change, shown: field by field for a few photos, in numbers for many. */
#ifndef CLI_TAG_DIFF_H
#define CLI_TAG_DIFF_H

#include "cli/cli.h"

#include <cutline/edit.h>

/* One change, kept. Texts are owned; NULL where there is no value. */
typedef struct cli_tag_change {
    int64_t photo;
    char *field, *old_text, *new_text, *warning;
} cli_tag_change;

typedef struct cli_tag_diff {
    cli_tag_change *changes; /* owned; in the order they were made */
    size_t count, room;
    bool failed; /* memory ran out */
} cli_tag_diff;

void cli_tag_diff_release(cli_tag_diff *diff);
/* Keeps a change. */
void cli_tag_diff_add(cli_tag_diff *diff, const cutline_edit_change *change);
/* Prints JSON (change: number of the change, 0 if none was made), or for people: all of it if it
 * concerns few photos or -v was given, else the first ones and how often each field changes. */
void cli_tag_diff_print(cli *c, const cli_tag_diff *diff, int64_t change);
/* What may be wrong with new values goes to stderr. */
void cli_tag_diff_warn(cli *c, const cli_tag_diff *diff);

/* Says that a photo was left alone, because somebody (editor, "" if not known) changed it
 * meanwhile. */
void cli_tag_say_conflict(cli *c, int64_t photo, const char *editor);

#endif
