#include "cli/cli.h"

#include "cli/help.h"
#include "cli/text.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#define GLOBAL(member) offsetof(cli_globals, member)

const cli_opt cli_global_options[] = {
    {CLI_OPT_TEXT, '\0', "db", GLOBAL(db), "FILE",
     "the catalog; default: $CUTLINE_DB, else cutline/catalog.db in $XDG_DATA_HOME or "
     "~/.local/share"},
    {CLI_OPT_FLAG, '\0', "json", GLOBAL(json), NULL, "print JSON, one object a line"},
    {CLI_OPT_FLAG, 'q', "quiet", GLOBAL(quiet), NULL, "print no warnings and no progress"},
    {CLI_OPT_FLAG, 'v', "verbose", GLOBAL(verbose), NULL, "print more"},
    {CLI_OPT_FLAG, '0', "null", GLOBAL(null), NULL,
     "items read from standard input end in a NUL byte, not in a line end"},
    {CLI_OPT_CHOICE, '\0', "color", GLOBAL(color), "auto|always|never",
     "when to use colours; auto, the default, is on a terminal unless NO_COLOR is set"},
    {CLI_OPT_CHOICE, '\0', "progress", GLOBAL(progress), "auto|bar|json|none",
     "how long commands show on standard error how far they are; auto, the default, is a bar on a "
     "terminal unless -q is given, json a line each second"},
    {CLI_OPT_FLAG, 'h', "help", GLOBAL(help), NULL, "print help on the command"},
    {CLI_OPT_FLAG, '\0', "version", GLOBAL(version), NULL, "print the version"},
    {.name = NULL},
};

const cli_command *cli_command_find(const char *name)
{
    for (const cli_command *command = cli_commands; command->name; command++) {
        if (strcmp(command->name, name) == 0)
            return command;
    }
    return NULL;
}

void cli_note(cli *c, cli_exit code)
{
    if (code > c->worst)
        c->worst = code;
}

void cli_progress_clear(cli *c)
{
    if (c->progress_shown) {
        fputs("\r\033[K", stderr);
        fflush(stderr);
    }
    c->progress_shown = false;
}

/* Prints a message made safe for a terminal, in one write. */
static void print_message(cli *c, const char *text)
{
    cli_out err = {.file = stderr};
    cli_progress_clear(c);
    cli_print(&err, "cutline: ");
    if (c->command) {
        cli_print(&err, c->command->name);
        cli_print(&err, ": ");
    }
    cli_print_text(&err, text);
    cli_print(&err, "\n");
    (void)cli_out_flush(&err);
}

__attribute__((format(printf, 2, 0))) static void print_formatted(cli *c, const char *format,
                                                                  va_list args)
{
    char *text;
    if (vasprintf(&text, format, args) < 0)
        text = NULL;
    print_message(c, text ? text : "out of memory");
    free(text);
}

void cli_warn(cli *c, const char *format, ...)
{
    va_list args;
    if (c->globals.quiet)
        return;
    va_start(args, format);
    print_formatted(c, format, args);
    va_end(args);
}

void cli_fail(cli *c, cli_exit code, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    print_formatted(c, format, args);
    va_end(args);
    cli_note(c, code);
}

void cli_fail_error(cli *c, cli_exit code, const cutline_error *err)
{
    char text[sizeof err->file + sizeof err->message + 64];
    cli_fail(c, code, "%s", cutline_error_text(err, text, sizeof text));
}

/* The query around the byte at fault, and a caret below it: what lies further away than this is
 * left out. */
#define QUERY_BEFORE 50u
#define QUERY_AFTER 25u

static size_t start_of_character(const char *text, size_t at)
{
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static void point_at(const char *query, size_t at)
{
    size_t length = strlen(query), from = 0, to = length;
    cli_out out = {.file = stderr};
    if (at > QUERY_BEFORE)
        from = start_of_character(query, at - QUERY_BEFORE);
    if (to - at > QUERY_AFTER)
        to = start_of_character(query, at + QUERY_AFTER);
    char *before = strndup(query + from, at - from), *after = strndup(query + at, to - at);
    if (before && after) {
        cli_print(&out, from > 0 ? "  ..." : "  ");
        cli_print_text(&out, before);
        cli_print_text(&out, after);
        cli_print(&out, to < length ? "...\n  " : "\n  ");
        cli_print_blanks(&out, cli_text_columns(before) + (from > 0 ? 3 : 0));
        cli_print(&out, "^\n");
    }
    free(before);
    free(after);
    fflush(stderr);
}

void cli_fail_query(cli *c, const char *query, const cutline_error *err)
{
    if (err->status != CUTLINE_BAD_ARGUMENT || err->offset < 0) {
        cli_fail_error(c, cli_exit_of(err->status), err);
        return;
    }
    size_t column = 1;
    for (int64_t i = 0; i < err->offset && query[i]; i++)
        column += ((unsigned char)query[i] & 0xC0) != 0x80; /* characters, not bytes */
    cli_fail(c, CLI_USAGE, "query, column %zu: %s", column, err->message);
    point_at(query, (size_t)err->offset);
}

void cli_fail_memory(cli *c)
{
    cli_fail(c, CLI_FAILED, "out of memory");
}

cli_exit cli_exit_of(cutline_status status)
{
    switch (status) {
    case CUTLINE_OK:
        return CLI_OK;
    case CUTLINE_NOT_FOUND:
        return CLI_NOTHING;
    case CUTLINE_BAD_ARGUMENT:
        return CLI_USAGE;
    default:
        return CLI_FAILED;
    }
}

/* Where the catalog is: an allocated path, or NULL with the message printed. */
static char *find_catalog(cli *c)
{
    const char *db = c->globals.db ? c->globals.db : getenv("CUTLINE_DB");
    /* XDG Base Directory Specification: a relative path in the variable is to be ignored. */
    const char *data = getenv("XDG_DATA_HOME"), *home = getenv("HOME");
    char *path = NULL;
    int n;
    if (db && *db)
        n = asprintf(&path, "%s", db);
    else if (data && *data == '/')
        n = asprintf(&path, "%s/cutline/catalog.db", data);
    else if (home && *home)
        n = asprintf(&path, "%s/.local/share/cutline/catalog.db", home);
    else {
        cli_fail(c, CLI_FAILED, "no place for the catalog: name one with --db FILE");
        return NULL;
    }
    if (n < 0) {
        cli_fail_memory(c);
        return NULL;
    }
    return path;
}

/* Says why the catalog cannot be opened; true if it was. */
static bool report_open(cli *c, cutline_status status, const cutline_error *err)
{
    if (status == CUTLINE_NOT_FOUND)
        cli_fail(c, CLI_FAILED, "%s: no catalog there; `cutline import` makes one",
                 c->catalog_path);
    else if (status != CUTLINE_OK)
        cli_fail_error(c, CLI_FAILED, err);
    return status == CUTLINE_OK;
}

bool cli_open_catalog(cli *c, cutline_open_flags flags)
{
    cutline_error err;
    if (!c->catalog_path && !(c->catalog_path = find_catalog(c)))
        return false;
    return report_open(c, cutline_catalog_open(c->catalog_path, flags, &c->catalog, &err), &err);
}

bool cli_open_catalog_if_any(cli *c)
{
    cutline_error err;
    if (!c->catalog_path && !(c->catalog_path = find_catalog(c)))
        return false;
    cutline_status status =
        cutline_catalog_open(c->catalog_path, CUTLINE_OPEN_READ, &c->catalog, &err);
    return status == CUTLINE_NOT_FOUND || report_open(c, status, &err);
}

static bool check_operands(cli *c)
{
    const cli_command *command = c->command;
    if (c->arg_count < command->min_args)
        cli_fail(c, CLI_USAGE, "nothing to do without %s; see `cutline help %s`", command->operands,
                 command->name);
    else if (c->arg_count > command->max_args)
        cli_fail(c, CLI_USAGE, "'%s' is too much; see `cutline help %s`",
                 c->args[command->max_args], command->name);
    else
        return true;
    return false;
}

bool cli_begin(cli *c, void *options)
{
    const cli_command *command = c->command;
    cli_opt_rules rules = {.sets = {{command->options, options}, {cli_global_options, &c->globals}},
                           .query = (command->traits & CLI_QUERY) != 0};
    cli_opt_result result;
    if (!cli_opt_parse(&rules, c->args, c->arg_count, &result)) {
        cli_fail(c, CLI_USAGE, "%s", result.message);
        return false;
    }
    c->arg_count = result.operands;
    cli_out_init(&c->out, c->globals.color);
    if (c->globals.help) {
        cli_help_page(&c->out, command);
        return false;
    }
    if (c->globals.version) {
        cli_print_version(c);
        return false;
    }
    if (!check_operands(c))
        return false;
    if (command->traits & CLI_WRITES)
        return cli_open_catalog(c, CUTLINE_OPEN_WRITE);
    return !(command->traits & CLI_READS) || cli_open_catalog(c, CUTLINE_OPEN_READ);
}

char *cli_join_args(cli *c)
{
    char *joined = NULL;
    size_t size;
    FILE *to = open_memstream(&joined, &size);
    if (to) {
        for (size_t i = 0; i < c->arg_count; i++)
            fprintf(to, "%s%s", i > 0 ? " " : "", c->args[i]);
        fclose(to);
    }
    if (!joined)
        cli_fail_memory(c);
    return joined;
}
