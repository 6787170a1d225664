/* cutline sheet: captions and credits of a selection as a file. */
#include "cli/commands.h"
#include "cli/safe_file.h"
#include "cli/signals.h"

#include <cutline/sheet.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct flags {
    const char *format, *output, *columns;
    bool bom, allow_empty;
};

const cli_opt cli_sheet_options[] = {
    {CLI_OPT_TEXT, 'f', "format", offsetof(struct flags, format), "FORMAT",
     "csv, tsv, json, ndjson or md; default: by the ending of the output file, else csv"},
    {CLI_OPT_TEXT, 'o', "output", offsetof(struct flags, output), "FILE",
     "write to FILE, which appears only when it is complete; - or none: standard output"},
    {CLI_OPT_TEXT, 'c', "columns", offsetof(struct flags, columns), "NAME,...",
     "the columns and their order"},
    {CLI_OPT_FLAG, '\0', "bom", offsetof(struct flags, bom), NULL,
     "csv, tsv: begin with a byte order mark, by which Excel knows UTF-8"},
    {CLI_OPT_FLAG, '\0', "allow-empty", offsetof(struct flags, allow_empty), NULL,
     "write the sheet even if nothing matches"},
    {.name = NULL},
};

/* Where the sheet goes. */
struct target {
    cli *c;
    const struct flags *flags;
    bool to_file;
    cli_safe_file file;
    cutline_sheet_counts counts; /* of what was written so far */
    int failed;                  /* errno of a write to the file that failed */
};

/* A sheet without rows is not wanted. */
static bool is_unwanted(const struct target *target)
{
    return target->counts.rows == 0 && !target->flags->allow_empty;
}

static int write_piece(const void *bytes, size_t length, void *context)
{
    struct target *target = context;
    if (cli_interrupted())
        return 1;
    if (is_unwanted(target))
        return 0;
    if (!target->to_file) {
        cli_print_bytes(&target->c->out, bytes, length);
        return target->c->out.failed;
    }
    if (!cli_safe_file_write(&target->file, bytes, length))
        target->failed = errno;
    return target->failed;
}

/* The format asked for, or the one that the output's name ends in. */
static const char *choose_format(const struct flags *flags)
{
    const char *dot = flags->output ? strrchr(flags->output, '.') : NULL;
    const cutline_sheet_format *format;
    if (flags->format)
        return flags->format;
    for (size_t i = 0; dot && (format = cutline_sheet_format_at(i)) != NULL; i++) {
        if (strcmp(dot + 1, format->name) == 0)
            return format->name;
    }
    return "csv";
}

static void say_failed(const struct target *target, int reason)
{
    cli_fail(target->c, CLI_FAILED, "%s: cannot write: %s", target->flags->output,
             strerror(reason));
}

/* The sheet is complete: puts the file in its place. */
static void conclude(struct target *target, const char *query)
{
    cli *c = target->c;
    if (is_unwanted(target))
        cli_fail(c, CLI_NOTHING, "nothing matches: %s", *query ? query : "the catalog is empty");
    else if (target->to_file && !cli_safe_file_commit(&target->file))
        say_failed(target, errno);
    else if (target->to_file && c->globals.verbose)
        cli_warn(c, "%s: %" PRIu64 " photos", target->flags->output, target->counts.rows);
}

static void write_sheet(struct target *target, const char *query)
{
    cli *c = target->c;
    cutline_error err;
    cutline_sheet_options options = {.format = choose_format(target->flags),
                                     .columns = target->flags->columns,
                                     .bom = target->flags->bom};
    cutline_status status = cutline_sheet_write(c->catalog, query, &options, write_piece, target,
                                                &target->counts, &err);
    if (status == CUTLINE_OK)
        conclude(target, query);
    else if (status != CUTLINE_CANCELLED)
        cli_fail_query(c, query, &err);
    else if (target->failed)
        say_failed(target, target->failed);
}

/* A first Ctrl-C is noted only, so that the temporary file can be removed. */
static void write_to_file(struct target *target, const char *query)
{
    cli_signals_catch();
    if (cli_safe_file_open(&target->file, target->flags->output))
        write_sheet(target, query);
    else
        say_failed(target, errno);
    cli_safe_file_release(&target->file);
}

void cli_run_sheet(cli *c)
{
    struct flags flags = {0};
    if (!cli_begin(c, &flags))
        return;
    char *query = cli_join_args(c);
    if (!query)
        return;
    struct target target = {.c = c, .flags = &flags};
    target.to_file = flags.output && strcmp(flags.output, "-") != 0;
    if (target.to_file)
        write_to_file(&target, query);
    else
        write_sheet(&target, query);
    free(query);
}
