/* Help as a man page: roff with the man(7) macros. */
#include "cli/help.h"
#include "cli/help_text.h"

#include <ctype.h>
#include <cutline/version.h>
#include <string.h>

/* Prints text with everything escaped that roff would take for its own. */
static void print_escaped(cli_out *out, char c)
{
    if (c == '\\')
        cli_print(out, "\\e");
    else if (c == '-')
        cli_print(out, "\\-");
    else
        cli_printf(out, "%c", c);
}

/* A line of text. A leading dot or apostrophe would make it a request. */
static void print_text(cli_out *out, const char *text)
{
    static const char *const fonts[] = {"\\fR", "\\fB", "\\fI", "\\fB"};
    cli_help_mark mark = CLI_HELP_PLAIN;
    if (*text == '.' || *text == '\'')
        cli_print(out, "\\&");
    while (*text) {
        if (cli_help_mark_next(&text, &mark))
            cli_print(out, fonts[mark]);
        else
            print_escaped(out, *text++);
    }
    cli_print(out, "\n");
}

static void print_literal(cli_out *out, const char *text)
{
    if (*text == '.' || *text == '\'')
        cli_print(out, "\\&");
    for (; *text; text++)
        print_escaped(out, *text);
}

static void heading(cli_out *out, const char *text)
{
    cli_printf(out, ".SH \"%s\"\n", text);
}

static void paragraph(cli_out *out, const char *text)
{
    cli_print(out, ".PP\n");
    print_text(out, text);
}

static void item(cli_out *out, const char *text)
{
    cli_print(out, ".IP \\(bu 2\n");
    print_text(out, text);
}

static void verbatim_begin(cli_out *out)
{
    cli_print(out, ".PP\n.RS 4\n.nf\n");
}

static void verbatim(cli_out *out, const char *line)
{
    print_literal(out, line);
    cli_print(out, "\n");
}

static void verbatim_end(cli_out *out)
{
    cli_print(out, ".fi\n.RE\n");
}

static void gap(cli_out *out)
{
    (void)out; /* each part has the macro that sets it apart */
}

static void option(cli_out *out, const char *names, const char *value, const char *help)
{
    cli_print(out, ".TP\n\\fB");
    print_literal(out, names);
    cli_print(out, "\\fR");
    if (value) {
        cli_print(out, " \\fI");
        print_literal(out, value);
        cli_print(out, "\\fR");
    }
    cli_print(out, "\n");
    print_text(out, help);
}

static void command_row(cli_out *out, const char *name, const char *operands, const char *summary)
{
    cli_printf(out, ".TP\n\\fBcutline\\-%s\\fR(1) ", name);
    print_literal(out, operands);
    cli_print(out, "\n");
    print_text(out, summary);
}

static const cli_help_writer man_writer = {
    heading, paragraph, item, verbatim_begin, verbatim, verbatim_end, gap, option, command_row};

void cli_help_man(cli_out *out, const cli_command *command)
{
    cli_print(out, ".TH CUTLINE");
    if (command) {
        cli_print(out, "\\-");
        for (const char *c = command->name; *c; c++)
            cli_printf(out, "%c", toupper((unsigned char)*c));
    }
    cli_printf(out, " 1 \"\" \"cutline %s\" \"User Commands\"\n", cutline_version());
    cli_help_walk(out, &man_writer, command);
}
