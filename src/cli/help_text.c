#include "cli/help_text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A walk: the writer and the lines that are left, in a copy that is cut up in place. */
struct walk {
    cli_out *out;
    const cli_help_writer *writer;
    char *rest;
};

bool cli_help_mark_next(const char **text, cli_help_mark *mark)
{
    const char *t = *text;
    cli_help_mark found = CLI_HELP_PLAIN;
    size_t length = 1;
    if (*t == '`') {
        found = CLI_HELP_CODE;
    } else if (*t == '*' && *mark != CLI_HELP_CODE) {
        length = t[1] == '*' ? 2 : 1;
        found = length == 2 ? CLI_HELP_STRONG : CLI_HELP_EMPHASIS;
    }
    if (found == CLI_HELP_PLAIN)
        return false;
    *mark = *mark == found ? CLI_HELP_PLAIN : found;
    *text = t + length;
    return true;
}

static bool starts(const char *line, const char *prefix)
{
    return strncmp(line, prefix, strlen(prefix)) == 0;
}

/* Cuts the first line off. */
static char *next_line(struct walk *w)
{
    char *line = w->rest;
    size_t n = strcspn(line, "\n");
    w->rest = line + n + (line[n] == '\n');
    line[n] = '\0';
    return line;
}

/* A line that carries on the paragraph or list item before it. */
static bool carries_on(const char *line, bool item)
{
    if (item)
        return starts(line, "  ") && !starts(line, "    ");
    return *line && *line != '\n' && !strchr(" #", *line) && !starts(line, "- ") &&
           !starts(line, "<!--");
}

/* Joins the lines that carry on `line` to it, each with one blank in place of the line end. */
static void join_lines(struct walk *w, char *line, bool item)
{
    char *end = line + strlen(line);
    while (carries_on(w->rest, item)) {
        const char *more = next_line(w);
        more += item ? 2 : 0;
        size_t n = strlen(more);
        *end++ = ' ';
        memmove(end, more, n + 1);
        end += n;
    }
}

static void walk_verbatim(struct walk *w, const char *line)
{
    w->writer->verbatim_begin(w->out);
    w->writer->verbatim(w->out, line + 4);
    while (starts(w->rest, "    "))
        w->writer->verbatim(w->out, next_line(w) + 4);
    w->writer->verbatim_end(w->out);
}

static void walk_options(struct walk *w, const cli_opt *rows)
{
    for (; rows && rows->name; rows++) {
        char names[64];
        if (rows->letter)
            snprintf(names, sizeof names, "-%c, --%s", rows->letter, rows->name);
        else
            snprintf(names, sizeof names, "--%s", rows->name);
        w->writer->option(w->out, names, rows->value, rows->help);
    }
}

static void walk_own_options(struct walk *w, const cli_opt *rows)
{
    if (rows) {
        walk_options(w, rows);
        w->writer->gap(w->out);
    }
    w->writer->paragraph(w->out, "`cutline help` tells the options that every command has.");
}

static void walk_commands(struct walk *w)
{
    for (const cli_command *command = cli_commands; command->name; command++)
        w->writer->command(w->out, command->name, command->operands, command->summary);
}

static void skip_blank_lines(struct walk *w)
{
    w->rest += strspn(w->rest, "\n");
}

static void walk_line(struct walk *w, char *line, const cli_opt *options)
{
    if (starts(line, "## ")) {
        w->writer->heading(w->out, line + 3);
        skip_blank_lines(w);
    } else if (starts(line, "    ")) {
        walk_verbatim(w, line);
    } else if (starts(line, "<!-- options -->")) {
        if (options == cli_global_options)
            walk_options(w, options);
        else
            walk_own_options(w, options);
    } else if (starts(line, "<!-- commands -->")) {
        walk_commands(w);
    } else if (starts(line, "- ")) {
        join_lines(w, line, true);
        w->writer->item(w->out, line + 2);
    } else if (*line) {
        join_lines(w, line, false);
        w->writer->paragraph(w->out, line);
    } else {
        skip_blank_lines(w);
        if (*w->rest)
            w->writer->gap(w->out);
    }
}

void cli_help_walk(cli_out *out, const cli_help_writer *writer, const cli_command *command)
{
    char *copy = strdup(command ? command->help : cli_main_help);
    struct walk w = {out, writer, copy};
    if (!copy)
        return;
    while (*w.rest)
        walk_line(&w, next_line(&w), command ? command->options : cli_global_options);
    free(copy);
}
