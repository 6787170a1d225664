#include "cli/vocab.h"
#include "cli/file.h"
#include "cli/limits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One "FIELD=FILE", which is taken apart in place. */
static bool load(cli *c, cutline_vocabularies *into, char *pair)
{
    cutline_error err;
    size_t length;
    char *path = strchr(pair, '=');
    if (!path || path == pair || !path[1]) {
        cli_fail(c, CLI_USAGE, "--vocab %s: write FIELD=FILE", pair);
        return false;
    }
    *path++ = '\0';
    char *bytes = cli_file_read(c, path, CLI_MAX_VOCABULARY_FILE, &length);
    if (!bytes)
        return false;
    cutline_error_clear(&err);
    cutline_status status = cutline_vocabularies_add(into, pair, bytes, length, &err);
    free(bytes);
    if (status == CUTLINE_BAD_ARGUMENT) {
        cli_fail(c, CLI_USAGE, "--vocab %s=%s: %s", pair, path, err.message);
    } else if (status != CUTLINE_OK) {
        snprintf(err.file, sizeof err.file, "%s", cli_file_name(path));
        cli_fail_error(c, CLI_SOME_FAILED, &err);
    }
    return status == CUTLINE_OK;
}

bool cli_vocab_load(cli *c, const char *option, cutline_vocabularies **out)
{
    cutline_error err;
    *out = NULL;
    if (!option)
        return true;
    char *list = strdup(option), *rest = list, *pair;
    bool ok = list && cutline_vocabularies_new(out, &err) == CUTLINE_OK;
    if (!ok)
        cli_fail_memory(c);
    while (ok && (pair = strsep(&rest, ",")) != NULL)
        ok = load(c, *out, pair);
    free(list);
    return ok;
}
