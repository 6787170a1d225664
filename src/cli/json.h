/* JSON that the program makes itself; that of records, captions and photos comes from the library.
 */
#ifndef CLI_JSON_H
#define CLI_JSON_H

#include "cli/cli.h"

#include <jansson.h>

/* Text of others as a JSON string: a path need not be UTF-8, what is not becomes U+FFFD. JSON null
 * for NULL. NULL if memory runs out, which json_pack() and its kin pass on. */
json_t *cli_json_text(const char *text);

/* Prints an object on a line of its own and releases it. NULL, what jansson returns when memory
 * runs out, is reported. */
void cli_json_print(cli *c, json_t *object);

#endif
