/* cutline parse: takes one caption apart, for reading or as JSON. Many captions: parse_lines.c. */
#include "cli/commands.h"
#include "cli/file.h"
#include "cli/limits.h"
#include "cli/page.h"
#include "cli/parse_lines.h"
#include "cli/text.h"

#include <stdlib.h>
#include <string.h>

struct flags {
    bool lines;
};

const cli_opt cli_parse_options[] = {
    {CLI_OPT_FLAG, 'l', "lines", offsetof(struct flags, lines), NULL,
     "many captions: read a line of JSON for each, a string or {\"text\":...,\"id\":...}, and "
     "print "
     "a line of JSON for each"},
    {.name = NULL},
};

static void print_decisions(cli_out *out, const char *text, size_t length,
                            const cutline_caption *caption)
{
    for (size_t i = 0; i < caption->decision_count; i++) {
        const cutline_decision *d = &caption->decisions[i];
        size_t to = d->to < length ? d->to : length, from = d->from < to ? d->from : to;
        char *span = strndup(text + from, to - from);
        cli_page_label(out, "decision");
        cli_printf(out, "%s, bytes %zu-%zu: ", d->rule, from, to);
        cli_print_text(out, span);
        cli_print(out, "\n");
        free(span);
    }
}

static void print_page(cli_out *out, const cutline_caption *caption)
{
    cli_page_text(out, "caption", caption->caption);
    cli_page_credit(out, &caption->credit);
    cli_page_persons(out, caption->persons, caption->person_count);
    cli_page_place(out, &caption->place);
    cli_page_text(out, "date", caption->date);
    cli_page_restrictions(out, caption->restrictions);
    cli_page_text(out, "file photo", caption->file_photo ? "yes" : NULL);
    cli_page_text(out, "language", caption->language);
}

static void parse_text(cli *c, const char *text, size_t length)
{
    cutline_error err;
    cutline_caption *caption = NULL;
    if (cutline_caption_parse(text, length, &caption, &err) != CUTLINE_OK) {
        cli_fail_error(c, CLI_FAILED, &err);
    } else if (c->globals.json) {
        cli_print_caption_json(c, caption, NULL);
    } else {
        print_page(&c->out, caption);
        if (c->globals.verbose)
            print_decisions(&c->out, text, length, caption);
    }
    cutline_caption_free(caption);
}

static void parse_file(cli *c, const char *path)
{
    size_t length;
    char *text = cli_file_read(c, path, CLI_MAX_CAPTION_FILE, &length);
    if (!text)
        return;
    long bad = cli_text_bad_byte(text, length);
    if (bad >= 0)
        cli_warn(c, "%s: byte %ld: not UTF-8; read with replacement characters",
                 cli_file_name(path), bad);
    /* The line end that editors put at the end of a file is not part of the caption. */
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r'))
        length--;
    parse_text(c, text, length);
    free(text);
}

void cli_run_parse(cli *c)
{
    struct flags flags = {0};
    if (!cli_begin(c, &flags))
        return;
    const char *path = c->arg_count ? c->args[0] : "-";
    if (flags.lines)
        cli_parse_lines(c, path);
    else
        parse_file(c, path);
}
