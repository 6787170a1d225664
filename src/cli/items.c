#include "cli/items.h"

#include "cli/limits.h"
#include "cli/signals.h"

#include <string.h>
#include <unistd.h>

bool cli_items_init(cli_items *items, cli *c, bool trim)
{
    *items = (cli_items){.c = c, .trim = trim && !c->globals.null};
    if (c->arg_count > 0)
        return true;
    if (isatty(STDIN_FILENO)) {
        cli_fail(c, CLI_USAGE, "nothing to do without %s; see `cutline help %s`",
                 c->command->operands, c->command->name);
        return false;
    }
    items->in_lines = true;
    return true;
}

void cli_items_release(cli_items *items)
{
    cli_lines_release(&items->lines);
}

static char *without_blanks(char *text)
{
    static const char blanks[] = " \t\r\n\v\f";
    text += strspn(text, blanks);
    size_t n = strlen(text);
    while (n > 0 && strchr(blanks, text[n - 1]))
        text[--n] = '\0';
    return text;
}

/* The next item from standard input; NULL at its end. */
static const char *next_line(cli_items *items)
{
    cli *c = items->c;
    cli_lines *l = &items->lines;
    char separator = c->globals.null ? '\0' : '\n';
    if (!l->buffer && !cli_lines_init(l, STDIN_FILENO, separator, CLI_MAX_ITEM)) {
        cli_fail_memory(c);
        return NULL;
    }
    for (;;) {
        char *item;
        size_t length;
        if (!cli_lines_ready(l) && !cli_out_flush(&c->out))
            return NULL;
        cli_line_result result = cli_lines_next(l, &item, &length);
        if (result == CLI_LINE_LONG) {
            cli_fail(c, CLI_SOME_FAILED, "standard input: item %llu is too long",
                     (unsigned long long)l->number);
            continue;
        }
        if (result == CLI_LINE_FAILED)
            cli_fail(c, CLI_FAILED, "standard input: cannot read: %s", strerror(l->failed));
        if (result != CLI_LINE)
            return NULL;
        if (items->trim)
            item = without_blanks(item);
        if (*item)
            return item;
    }
}

bool cli_items_ready(const cli_items *items)
{
    return !items->in_lines || (items->lines.buffer && cli_lines_ready(&items->lines));
}

const char *cli_items_next(cli_items *items)
{
    cli *c = items->c;
    for (;;) {
        if (cli_interrupted() || c->out.failed)
            return NULL;
        if (items->in_lines) {
            const char *item = next_line(items);
            if (item)
                return item;
            items->in_lines = false;
        }
        if (items->at == c->arg_count)
            return NULL;
        const char *operand = c->args[items->at++];
        if (strcmp(operand, "-") != 0)
            return operand;
        items->in_lines = true;
    }
}
