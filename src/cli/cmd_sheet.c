/* cutline sheet: captions and credits of a selection as a file. */
#include "cli/commands.h"
#include "cli/file.h"
#include "cli/limits.h"
#include "cli/sheet_helper.h"

#include <cutline/nearest.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* All formats, those of cutline-sheet after the library's. */
static const char *format_at(size_t index, const void *context)
{
    size_t n = 0;
    (void)context;
    for (; cutline_sheet_format_at(n); n++)
        if (n == index)
            return cutline_sheet_format_at(n)->name;
    return cli_sheet_helper_format_at(index - n);
}

static const char *find_format(const char *name)
{
    const char *format;
    for (size_t i = 0; (format = format_at(i, NULL)) != NULL; i++)
        if (strcmp(format, name) == 0)
            return format;
    return NULL;
}

static bool is_helpers(const char *format)
{
    const char *name;
    for (size_t i = 0; (name = cli_sheet_helper_format_at(i)) != NULL; i++)
        if (strcmp(name, format) == 0)
            return true;
    return false;
}

static void say_unknown(cli *c, const char *name)
{
    char list[256] = "";
    const char *format, *near = cutline_nearest(name, format_at, NULL);
    for (size_t i = 0; (format = format_at(i, NULL)) != NULL; i++) {
        size_t n = strlen(list);
        snprintf(list + n, sizeof list - n, "%s%s", i > 0 ? ", " : "", format);
    }
    if (near)
        cli_fail(c, CLI_USAGE, "unknown format '%s'; did you mean '%s'? (there are %s)", name, near,
                 list);
    else
        cli_fail(c, CLI_USAGE, "unknown format '%s'; there are %s", name, list);
}

/* The format asked for, or the one that the output's name ends in; NULL, with the message printed,
 * if it is not known. */
static const char *choose_format(cli *c, const cli_sheet_flags *flags)
{
    const char *dot = flags->output ? strrchr(flags->output, '.') : NULL;
    const char *format = flags->format ? find_format(flags->format) : NULL;
    if (flags->format && !format)
        say_unknown(c, flags->format);
    if (flags->format)
        return format;
    if (dot && strcmp(dot, ".txt") == 0)
        return "text";
    if (dot && strcmp(dot, ".htm") == 0)
        return "html";
    format = dot ? find_format(dot + 1) : NULL;
    return format ? format : "csv";
}

/* Date and time at this place, for sheets that say when they were made. */
static void say_now(char *out, size_t size)
{
    time_t now = time(NULL);
    struct tm parts;
    if (!localtime_r(&now, &parts) || strftime(out, size, "%Y-%m-%d %H:%M", &parts) == 0)
        out[0] = '\0';
}

static void write_by_library(cli_sheet_target *target, const cutline_sheet_options *options)
{
    cli *c = target->c;
    cutline_error err;
    cutline_status status = cutline_sheet_write(
        c->catalog, target->query, options, cli_sheet_target_write, target, &target->counts, &err);
    cli_progress_end(&target->progress);
    if (status == CUTLINE_OK)
        cli_sheet_target_conclude(target);
    else if (status != CUTLINE_CANCELLED)
        cli_fail_query(c, target->query, &err);
    else if (target->failed)
        cli_sheet_target_say_failed(target, target->failed);
}

/* Names that show what must be heeded. */
static bool names_restrictions(const char *text)
{
    return strstr(text, "restrictions") || strstr(text, "marks");
}

/* Documents have marks by themselves; of the rest it is a matter of what was chosen. */
static bool shows_restrictions(const cutline_sheet_options *options)
{
    if (strcmp(options->format, "html") == 0 || is_helpers(options->format))
        return true;
    if (strcmp(options->format, "text") == 0)
        return !options->text_template || names_restrictions(options->text_template);
    return !options->columns || strcmp(options->columns, "*") == 0 ||
           names_restrictions(options->columns);
}

static void write_sheet(cli *c, const cli_sheet_flags *flags, cutline_sheet_options *options,
                        const char *query)
{
    char now[32];
    cli_sheet_target target;
    say_now(now, sizeof now);
    options->made = now;
    if (cli_sheet_target_open(&target, c, flags, query)) {
        target.shows_restrictions = shows_restrictions(options);
        if (is_helpers(options->format))
            cli_sheet_helper_write(&target, options);
        else
            write_by_library(&target, options);
    }
    cli_sheet_target_release(&target);
}

/* The query with the order asked for, to be freed; NULL, with the message printed, without memory.
 */
static char *join_query(cli *c, const char *sort)
{
    char *sorted, *query = cli_join_args(c);
    if (!query || !sort)
        return query;
    if (asprintf(&sorted, "%s%ssort:%s", query, *query ? " " : "", sort) < 0) {
        cli_fail_memory(c);
        sorted = NULL;
    }
    free(query);
    return sorted;
}

static void run_with(cli *c, const cli_sheet_flags *flags)
{
    const char *format = choose_format(c, flags);
    size_t length;
    char *template = NULL, *query = NULL;
    if (!format)
        return;
    cutline_sheet_options options = cli_sheet_options_of(flags, format);
    if (flags->template)
        template = cli_file_read(c, flags->template, CLI_MAX_PRESET, &length);
    options.text_template = template;
    if (!flags->template || template)
        query = join_query(c, flags->sort);
    if (query)
        write_sheet(c, flags, &options, query);
    free(query);
    free(template);
}

void cli_run_sheet(cli *c)
{
    cli_sheet_flags flags = {0};
    if (cli_begin(c, &flags) && cli_sheet_take_preset(c, &flags))
        run_with(c, &flags);
    cli_sheet_flags_release(&flags);
}
