#include "cli/external.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Lower-case letters, digits and dashes: nothing with a slash, which PATH would not be asked for.
 */
static bool is_name(const char *word)
{
    return *word && strspn(word, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen(word);
}

void cli_external_run(const char *const *words, size_t count, size_t at)
{
    char *program;
    if (!is_name(words[at]) || asprintf(&program, "cutline-%s", words[at]) < 0)
        return;
    char **argv = calloc(count + 1, sizeof *argv);
    if (argv) {
        size_t n = 0;
        argv[n++] = program;
        for (size_t i = 0; i < count; i++) {
            /* execvp() takes char *const *, but changes nothing. */
            if (i != at)
                memcpy(&argv[n++], &words[i], sizeof words[i]);
        }
        execvp(program, argv);
    }
    free(argv);
    free(program);
}
