/* Help for reading on a terminal or in a pager. */
#include "cli/help.h"
#include "cli/help_text.h"
#include "cli/text.h"

/* Lines longer than this are tiring to read. */
#define PAGE_COLUMNS 80
#define INDENT 4

static void set_style(cli_out *out, cli_help_mark mark)
{
    static const cli_style styles[] = {CLI_PLAIN, CLI_BOLD, CLI_UNDERLINE, CLI_BOLD};
    if (mark != CLI_HELP_PLAIN)
        cli_print_style(out, CLI_PLAIN);
    cli_print_style(out, styles[mark]);
}

/* Columns of the word that text begins with, without its marks. */
static size_t word_columns(const char *text, cli_help_mark mark)
{
    size_t columns = 0;
    while (*text && *text != ' ') {
        if (cli_help_mark_next(&text, &mark))
            continue;
        cli_glyph g = cli_text_next(text);
        columns += (size_t)g.columns;
        text += g.bytes;
    }
    return columns;
}

static const char *print_word(cli_out *out, const char *text, cli_help_mark *mark)
{
    while (*text && *text != ' ') {
        if (cli_help_mark_next(&text, mark)) {
            set_style(out, *mark);
            continue;
        }
        size_t n = cli_text_next(text).bytes;
        cli_printf(out, "%.*s", (int)n, text);
        text += n;
    }
    return text;
}

/* Prints text that begins in column `at`, further lines with an indent. */
static void print_words(cli_out *out, const char *text, size_t at, size_t indent)
{
    size_t edge = out->columns < PAGE_COLUMNS ? out->columns : PAGE_COLUMNS;
    cli_help_mark mark = CLI_HELP_PLAIN;
    while (*text) {
        if (*text != ' ') {
            at += word_columns(text, mark);
            text = print_word(out, text, &mark);
            continue;
        }
        text++;
        if (at + 1 + word_columns(text, mark) > edge) {
            cli_print(out, "\n");
            cli_print_blanks(out, indent);
            at = indent;
        } else {
            cli_print(out, " ");
            at++;
        }
    }
    cli_print(out, "\n");
}

static void heading(cli_out *out, const char *text)
{
    cli_print_styled(out, CLI_BOLD, text);
    cli_print(out, "\n");
}

static void paragraph(cli_out *out, const char *text)
{
    cli_print_blanks(out, INDENT);
    print_words(out, text, INDENT, INDENT);
}

static void item(cli_out *out, const char *text)
{
    cli_print_blanks(out, INDENT);
    cli_print(out, "- ");
    print_words(out, text, INDENT + 2, INDENT + 2);
}

static void verbatim(cli_out *out, const char *line)
{
    cli_print_blanks(out, INDENT);
    cli_print(out, line);
    cli_print(out, "\n");
}

static void verbatim_edge(cli_out *out)
{
    (void)out; /* the indent is enough */
}

static void gap(cli_out *out)
{
    cli_print(out, "\n");
}

static void option(cli_out *out, const char *names, const char *value, const char *help)
{
    cli_print_blanks(out, INDENT);
    cli_print_styled(out, CLI_BOLD, names);
    if (value)
        cli_printf(out, " %s", value);
    cli_print(out, "\n");
    cli_print_blanks(out, 2 * INDENT);
    print_words(out, help, 2 * INDENT, 2 * INDENT);
}

static void command_row(cli_out *out, const char *name, const char *operands, const char *summary)
{
    (void)operands;
    cli_print_blanks(out, INDENT);
    cli_print_styled(out, CLI_BOLD, name);
    cli_print_blanks(out, 10 - cli_text_columns(name) % 10);
    cli_print(out, summary);
    cli_print(out, "\n");
}

static const cli_help_writer page_writer = {
    heading, paragraph, item, verbatim_edge, verbatim, verbatim_edge, gap, option, command_row};

void cli_help_page(cli_out *out, const cli_command *command)
{
    cli_help_walk(out, &page_writer, command);
}

void cli_help_usage(cli_out *out)
{
    cli_print(out, "usage: cutline COMMAND [OPTION...] [OPERAND...]\n\n");
    for (const cli_command *command = cli_commands; command->name; command++)
        command_row(out, command->name, command->operands, command->summary);
    cli_print(out, "\n`cutline help COMMAND` explains a command.\n");
}
