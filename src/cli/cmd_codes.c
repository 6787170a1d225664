/* cutline codes: checks files of code replacements, and tries them. */
#include "cli/codes.h"
#include "cli/commands.h"
#include "cli/json.h"

#include <stdlib.h>
#include <string.h>

struct flags {
    const char *text, *delimiter;
};

const cli_opt cli_codes_options[] = {
    {CLI_OPT_TEXT, 't', "text", offsetof(struct flags, text), "TEXT",
     "print TEXT with its codes replaced"},
    {CLI_OPT_TEXT, 'd', "delimiter", offsetof(struct flags, delimiter), "SIGN",
     "the sign that stands before and after a code; default: \\"},
    {.name = NULL},
};

/* The line gave no code. */
static bool passed_over(cutline_codes_fault fault)
{
    return fault == CUTLINE_CODES_NO_TAB || fault == CUTLINE_CODES_NO_CODE ||
           fault == CUTLINE_CODES_LONG || fault == CUTLINE_CODES_HASH;
}

static void print_remark_json(cli *c, const char *file, const cutline_codes_remark *remark)
{
    cli_json_print(c, json_pack("{s:o, s:I, s:o, s:b, s:s}", "file", cli_json_text(file), "line",
                                (json_int_t)remark->line, "code", cli_json_text(remark->code),
                                "used", !passed_over(remark->fault), "message", remark->message));
}

static void print_remark(cli *c, const char *file, const cutline_codes_remark *remark,
                         void *context)
{
    (void)context;
    if (passed_over(remark->fault))
        cli_note(c, CLI_SOME_FAILED);
    if (c->globals.json) {
        print_remark_json(c, file, remark);
        return;
    }
    cli_print_text(&c->out, file);
    cli_printf(&c->out, ":%zu: ", remark->line);
    cli_print_text(&c->out, remark->code);
    cli_print(&c->out, *remark->code ? ": " : "");
    cli_printf(&c->out, "%s\n", remark->message);
}

static void print_count(cli *c, const char *file, size_t count, void *context)
{
    (void)context;
    if (c->globals.json) {
        cli_json_print(
            c, json_pack("{s:o, s:I}", "file", cli_json_text(file), "codes", (json_int_t)count));
    } else if (!c->globals.quiet) {
        cli_print_text(&c->out, file);
        cli_printf(&c->out, count == 1 ? ": %zu code\n" : ": %zu codes\n", count);
    }
}

static void say_unknown(const char *code, void *context)
{
    cli_fail(context, CLI_NOTHING, "%s is no code", code);
}

static void print_text(cli *c, const cutline_codes *codes, const char *text, char delimiter)
{
    cutline_error err;
    char *out;
    if (cutline_codes_expand(codes, text, delimiter, say_unknown, c, &out, &err) != CUTLINE_OK) {
        cli_fail_error(c, CLI_FAILED, &err);
        return;
    }
    if (c->globals.json)
        cli_json_print(
            c, json_pack("{s:o, s:o}", "input", cli_json_text(text), "text", cli_json_text(out)));
    else
        cli_printf(&c->out, "%s\n", out);
    cutline_free(out);
}

void cli_run_codes(cli *c)
{
    struct flags flags = {0};
    cli_codes_watch watch = {.remark = print_remark, .done = print_count};
    cutline_codes *codes = NULL;
    cutline_error err;
    if (!cli_begin(c, &flags))
        return;
    char delimiter = cli_codes_delimiter(c, flags.delimiter);
    if (!delimiter)
        return;
    if (cutline_codes_new(&codes, &err) != CUTLINE_OK) {
        cli_fail_error(c, CLI_FAILED, &err);
        return;
    }
    if (flags.text)
        watch.done = NULL;
    for (size_t i = 0; i < c->arg_count; i++)
        cli_codes_load(c, codes, c->args[i], &watch);
    if (flags.text)
        print_text(c, codes, flags.text, delimiter);
    cutline_codes_free(codes);
}
