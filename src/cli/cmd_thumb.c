/* cutline thumb: the thumbnail that the catalog keeps of a photo. */
#include "cli/commands.h"
#include "cli/safe_file.h"

#include <cutline/identify.h>
#include <errno.h>
#include <string.h>

struct flags {
    const char *output;
};

const cli_opt cli_thumb_options[] = {
    {CLI_OPT_TEXT, 'o', "output", offsetof(struct flags, output), "FILE",
     "write to FILE, which appears only when it is complete; - or none: standard output"},
    {.name = NULL},
};

static void write_file(cli *c, const char *path, const void *bytes, size_t length)
{
    cli_safe_file file;
    if (!cli_safe_file_open(&file, path) || !cli_safe_file_write(&file, bytes, length) ||
        !cli_safe_file_commit(&file))
        cli_fail(c, CLI_FAILED, "%s: cannot write: %s", path, strerror(errno));
    cli_safe_file_release(&file);
}

/* The first of the photos that has one. */
static cutline_status load(cli *c, const char *name, void **jpeg, size_t *length,
                           cutline_error *err)
{
    cutline_photos *photos = NULL;
    *jpeg = NULL;
    cutline_status status = cutline_catalog_show(c->catalog, name, &photos, err);
    for (size_t i = 0; photos && i < photos->count && !*jpeg; i++) {
        status = cutline_catalog_thumbnail(c->catalog, photos->items[i].id, jpeg, length, err);
        if (status != CUTLINE_OK && status != CUTLINE_NOT_FOUND)
            break;
    }
    if (photos && status == CUTLINE_NOT_FOUND)
        cli_fail(c, CLI_NOTHING, "%s: no thumbnail is kept of it; a full import makes one", name);
    else if (status == CUTLINE_NOT_FOUND)
        cli_fail(c, CLI_NOTHING, "no photo has the media ID or path %s", name);
    cutline_photos_free(photos);
    return status;
}

void cli_run_thumb(cli *c)
{
    struct flags flags = {0};
    cutline_error err;
    void *jpeg;
    size_t length;
    if (!cli_begin(c, &flags))
        return;
    bool to_file = flags.output && strcmp(flags.output, "-") != 0;
    if (!to_file && c->out.terminal) {
        cli_fail(c, CLI_USAGE, "a picture is not printed to a terminal; say -o FILE");
        return;
    }
    cutline_status status = load(c, c->args[0], &jpeg, &length, &err);
    if (status == CUTLINE_OK && to_file)
        write_file(c, flags.output, jpeg, length);
    else if (status == CUTLINE_OK)
        cli_print_bytes(&c->out, jpeg, length);
    else if (status != CUTLINE_NOT_FOUND)
        cli_fail_error(c, status == CUTLINE_BAD_ARGUMENT ? CLI_SOME_FAILED : CLI_FAILED, &err);
    cutline_free(jpeg);
}
