/* Who edits. */
#ifndef CLI_EDITOR_H
#define CLI_EDITOR_H

/* The name given by --as, else the login name, else "unknown". */
const char *cli_editor_name(const char *given);

#endif
