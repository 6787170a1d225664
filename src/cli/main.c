/* The program: finds the command, runs it, and ends with the right exit code. */
#include "cli/commands.h"
#include "cli/external.h"
#include "cli/help.h"
#include "cli/signals.h"
#include "cli/text.h"

#include <cutline/catalog.h>
#include <cutline/nearest.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

static const char *command_name_at(size_t index, const void *context)
{
    const cli_command *commands = context;
    return commands[index].name;
}

static void unknown_command(cli *c, const char *name)
{
    const char *near = cutline_nearest(name, command_name_at, cli_commands);
    if (near)
        cli_fail(c, CLI_USAGE, "unknown command '%s'; did you mean '%s'?", name, near);
    else
        cli_fail(c, CLI_USAGE, "unknown command '%s'; `cutline help` lists them", name);
}

/* Without a command: --version, --help, or nothing at all. */
static void run_without_command(cli *c)
{
    if (c->globals.version) {
        cli_print_version(c);
    } else if (c->globals.help) {
        cli_help_page(&c->out, NULL);
    } else {
        c->out.file = stderr;
        cli_help_usage(&c->out);
        cli_note(c, CLI_USAGE);
    }
}

/* Runs what stands in words[at], with what follows. */
static void run_command(cli *c, const char **words, size_t count, size_t at)
{
    c->command = cli_command_find(words[at]);
    if (!c->command) {
        cli_external_run(words, count, at);
        unknown_command(c, words[at]);
        return;
    }
    c->args = words + at + 1;
    c->arg_count = count - at - 1;
    c->command->run(c);
}

static void run(cli *c, const char **words, size_t count)
{
    cli_opt_rules rules = {.sets = {{NULL, NULL}, {cli_global_options, &c->globals}},
                           .stop_at_operand = true};
    cli_opt_result result;
    if (!cli_opt_parse(&rules, words, count, &result)) {
        cli_fail(c, CLI_USAGE, "%s", result.message);
        return;
    }
    cli_out_init(&c->out, c->globals.color);
    if (result.used == count || c->globals.version)
        run_without_command(c);
    else
        run_command(c, words, count, result.used);
}

/* Makes sure that what was printed has arrived. */
static void finish_output(cli *c)
{
    if (cli_out_flush(&c->out) && fclose(stdout) == 0)
        return;
    int reason = c->out.failed ? c->out.failed : errno;
    if (reason == EPIPE)
        cli_die_of_closed_pipe();
    cli_fail(c, CLI_FAILED, "cannot write to standard output: %s", strerror(reason));
}

int main(int argc, char **argv)
{
    cli c = {.out = {.file = stdout}};
    size_t count = argc > 0 ? (size_t)argc - 1 : 0;
    const char **words = calloc(count + 1, sizeof *words);
    cutline_catalog_alone();
    cli_text_init();
    /* A message goes out in one piece, so that it does not mix with those of other programs. */
    setvbuf(stderr, NULL, _IOFBF, BUFSIZ);
    if (words) {
        for (size_t i = 0; i < count; i++)
            words[i] = argv[i + 1];
        run(&c, words, count);
    } else {
        cli_fail_memory(&c);
    }
    finish_output(&c);
    cutline_catalog_close(c.catalog);
    free(c.catalog_path);
    free(words);
    cli_die_of_interrupt();
    return (int)c.worst;
}
