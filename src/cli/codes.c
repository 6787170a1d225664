#include "cli/codes.h"
#include "cli/file.h"
#include "cli/limits.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct loading {
    cli *c;
    const char *file;
    const cli_codes_watch *watch;
} loading;

static void pass_on(const cutline_codes_remark *remark, void *context)
{
    const loading *l = context;
    l->watch->remark(l->c, l->file, remark, l->watch->context);
}

bool cli_codes_load(cli *c, cutline_codes *codes, const char *path, const cli_codes_watch *watch)
{
    cutline_error err;
    size_t length, count;
    loading l = {c, cli_file_name(path), watch};
    char *bytes = cli_file_read(c, path, CLI_MAX_CODES_FILE, &length);
    if (!bytes)
        return false;
    cutline_error_clear(&err);
    cutline_status status =
        cutline_codes_add(codes, bytes, length, watch->remark ? pass_on : NULL, &l, &count, &err);
    free(bytes);
    if (status != CUTLINE_OK) {
        snprintf(err.file, sizeof err.file, "%s", l.file);
        cli_fail_error(c, CLI_SOME_FAILED, &err);
        return false;
    }
    if (watch->done)
        watch->done(c, l.file, count, watch->context);
    return true;
}

char cli_codes_delimiter(cli *c, const char *option)
{
    if (!option)
        return '\\';
    if (strlen(option) == 1 && strchr("!$%&*+/:;<=>?@\\^_|~-.,'\"`", option[0]))
        return option[0];
    cli_fail(c, CLI_USAGE, "--delimiter %s: one sign such as \\ or = is wanted", option);
    return '\0';
}
