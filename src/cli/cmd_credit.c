/* cutline credit: who gets the credit. One line for each ID; what a desk must know besides it (a
 * restriction, a rival credit) goes to stderr. */
#include "cli/commands.h"
#include "cli/items.h"

#include <inttypes.h>
#include <string.h>

struct flags {
    bool raw;
};

const cli_opt cli_credit_options[] = {
    {CLI_OPT_FLAG, '\0', "raw", offsetof(struct flags, raw), NULL,
     "print the line as it was found, with the names that aliases and merging replace"},
    {.name = NULL},
};

static void warn_of_list(cli *c, const char *id, const char *what, cutline_strings list)
{
    char text[512];
    size_t used = 0;
    if (list.count == 0 || c->globals.quiet)
        return;
    for (size_t i = 0; i < list.count && used < sizeof text; i++) {
        int n = snprintf(text + used, sizeof text - used, "%s%s", i > 0 ? "; " : "", list.items[i]);
        used += n > 0 ? (size_t)n : 0;
    }
    cli_warn(c, "%s: %s: %s", id, what, text);
}

static void warn_of_rivals(cli *c, const char *id, const cutline_credit_answers *answers)
{
    for (size_t i = 1; i < answers->count; i++) {
        const cutline_credit_answer *rival = &answers->items[i];
        cli_warn(c, "%s: photo:%" PRId64 " has this media ID too: %s", id, rival->photo,
                 rival->credit.line ? rival->credit.line : "no credit known");
    }
}

/* Prints the best answer's line. */
static void print_answers(cli *c, const char *id, const cutline_credit_answers *answers, bool raw)
{
    const cutline_credit_answer *best = &answers->items[0];
    if (best->credit.line) {
        cli_print_text(&c->out, raw ? best->line_as_found : best->credit.line);
        cli_print(&c->out, "\n");
    } else {
        cli_fail(c, CLI_NOTHING, "%s: photo:%" PRId64 " has no known credit", id, best->photo);
    }
    warn_of_list(c, id, "restrictions", best->restrictions);
    warn_of_list(c, id, "other credits were found", best->conflicts);
    warn_of_rivals(c, id, answers);
    if (best->awaiting_image)
        cli_warn(c, "%s: awaiting image; known from %s", id, best->where ? best->where : "hand");
}

static void print_json(cli *c, const char *id, const cutline_credit_answers *answers)
{
    cutline_error err;
    char *json = NULL;
    if (cutline_credit_answers_json(answers, id, &json, &err) == CUTLINE_OK) {
        cli_print_json(&c->out, json);
        cli_print(&c->out, "\n");
    } else {
        cli_fail_error(c, CLI_FAILED, &err);
    }
    if (answers && !answers->items[0].credit.line)
        cli_note(c, CLI_NOTHING);
    cutline_free(json);
}

static void look_up(cli *c, const char *id, bool raw)
{
    cutline_error err;
    cutline_credit_answers *answers = NULL;
    cutline_status status = cutline_catalog_credit(c->catalog, id, &answers, &err);
    if (status == CUTLINE_NOT_FOUND)
        cli_fail(c, CLI_NOTHING, "no photo has media ID %s", id);
    else if (status == CUTLINE_BAD_ARGUMENT)
        cli_fail_error(c, CLI_SOME_FAILED, &err);
    else if (status != CUTLINE_OK)
        cli_fail_error(c, CLI_FAILED, &err);
    /* In JSON every ID has its line, found or not: questions and answers stay in step. */
    if (c->globals.json && c->worst < CLI_FAILED)
        print_json(c, id, answers);
    else if (status == CUTLINE_OK)
        print_answers(c, id, answers, raw);
    cutline_credit_answers_free(answers);
}

void cli_run_credit(cli *c)
{
    cli_items items;
    const char *id;
    struct flags flags = {0};
    if (!cli_begin(c, &flags) || !cli_items_init(&items, c, true))
        return;
    while (c->worst < CLI_FAILED && (id = cli_items_next(&items)) != NULL)
        look_up(c, id, flags.raw);
    cli_items_release(&items);
}
