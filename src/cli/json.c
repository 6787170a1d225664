#include "cli/json.h"

#include "cli/text.h"

#include <stdlib.h>
#include <string.h>

/* A copy in which bytes that are not UTF-8 are replaced; NULL if memory runs out. */
static char *repaired(const char *text)
{
    char *copy = NULL;
    size_t size;
    FILE *to = open_memstream(&copy, &size);
    if (!to)
        return NULL;
    while (*text) {
        long bad = cli_text_bad_byte(text, strlen(text));
        size_t good = bad < 0 ? strlen(text) : (size_t)bad;
        fwrite(text, 1, good, to);
        text += good;
        if (*text) {
            fputs(CLI_REPLACEMENT, to);
            text++;
        }
    }
    fclose(to);
    return copy;
}

json_t *cli_json_text(const char *text)
{
    if (!text)
        return json_null();
    json_t *string = json_string(text);
    if (!string) {
        char *copy = repaired(text);
        string = copy ? json_string(copy) : NULL;
        free(copy);
    }
    return string;
}

void cli_json_print(cli *c, json_t *object)
{
    char *line = object ? json_dumps(object, JSON_COMPACT) : NULL;
    if (line) {
        cli_print_json(&c->out, line);
        cli_print(&c->out, "\n");
    } else {
        cli_fail_memory(c);
    }
    free(line);
    json_decref(object);
}
