/* cutline credit: who gets the credit. One line for each ID; what a desk must know besides it (a
 * restriction, a rival credit) goes to stderr. */
#include "cli/commands.h"
#include "cli/credit_file.h"
#include "cli/items.h"
#include "cli/when.h"

#include <cutline/template.h>
#include <inttypes.h>
#include <string.h>

struct flags {
    bool raw;
    const char *format;
};

const cli_opt cli_credit_options[] = {
    {CLI_OPT_TEXT, 'f', "format", offsetof(struct flags, format), "TEMPLATE",
     "fill in this template instead of printing the line"},
    {CLI_OPT_FLAG, '\0', "raw", offsetof(struct flags, raw), NULL,
     "print the line as it was found, with the names that aliases and merging replace"},
    {.name = NULL},
};

/* How answers are printed. */
struct printer {
    cli *c;
    bool raw;
    cutline_template *format; /* NULL: the line alone */
    /* The answer whose values are asked for, and room for a value. */
    const char *asked;
    const cutline_credit_answer *answer;
    const char *one;
    char number[32];
    char name[600]; /* namespace and ID have at most 255 bytes each */
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

static bool is_killed(const cutline_credit_answer *answer)
{
    return answer->kill_reason != NULL;
}

static void warn_of_kill(cli *c, const char *id, const cutline_credit_answer *answer)
{
    if (!is_killed(answer))
        return;
    const char *reason = answer->kill_reason;
    cli_warn(c, "%s: KILLED, must not be used%s%s", id, *reason ? ": " : "", reason);
}

static bool has_restriction(const cutline_credit_answer *answer, const char *code)
{
    for (size_t i = 0; i < answer->restrictions.count; i++)
        if (strcmp(answer->restrictions.items[i], code) == 0)
            return true;
    return false;
}

/* An embargo without a date holds until somebody lifts it. */
static void warn_of_dates(cli *c, const char *id, const cutline_credit_answer *answer)
{
    if (answer->embargo && !cli_day_is_over(answer->embargo))
        cli_warn(c, "%s: EMBARGOED, must not be used before %s", id, answer->embargo);
    else if (!answer->embargo && has_restriction(answer, "embargo"))
        cli_warn(c, "%s: EMBARGOED, must not be used yet", id);
    if (answer->expiry && cli_day_is_over(answer->expiry))
        cli_warn(c, "%s: EXPIRED, must not be used after %s", id, answer->expiry);
}

static void warn(cli *c, const char *id, const cutline_credit_answers *answers)
{
    const cutline_credit_answer *best = &answers->items[0];
    warn_of_kill(c, id, best);
    warn_of_dates(c, id, best);
    warn_of_list(c, id, "restrictions", best->restrictions);
    warn_of_list(c, id, "other credits were found", best->conflicts);
    warn_of_rivals(c, id, answers);
    if (best->awaiting_image)
        cli_warn(c, "%s: awaiting image; known from %s", id, best->where ? best->where : "hand");
}

/* ---- templates ------------------------------------------------------------------------------- */

static cutline_strings one_value(struct printer *p, const char *text)
{
    p->one = text;
    return (cutline_strings){&p->one, text && *text ? 1 : 0};
}

static cutline_strings media_id_value(struct printer *p)
{
    const cutline_media_id *id = &p->answer->media_id;
    if (!id->id)
        return one_value(p, NULL);
    snprintf(p->name, sizeof p->name, "%s:%s", id->ns, id->id);
    return one_value(p, p->name);
}

static cutline_strings photo_value(struct printer *p)
{
    snprintf(p->number, sizeof p->number, "photo:%" PRId64, p->answer->photo);
    return one_value(p, p->answer->photo ? p->number : NULL);
}

static cutline_strings line_value(struct printer *p)
{
    return one_value(p, p->raw ? p->answer->line_as_found : p->answer->credit.line);
}

static cutline_strings found_value(struct printer *p)
{
    return one_value(p, p->answer->line_as_found);
}

static cutline_strings asked_value(struct printer *p)
{
    return one_value(p, p->asked);
}

static cutline_strings agencies_value(struct printer *p)
{
    return p->answer->credit.agencies;
}

static cutline_strings photographers_value(struct printer *p)
{
    return p->answer->credit.photographers;
}

static cutline_strings issuer_value(struct printer *p)
{
    return one_value(p, p->answer->credit.issuer);
}

static cutline_strings roles_value(struct printer *p)
{
    return p->answer->credit.roles;
}

static cutline_strings restrictions_value(struct printer *p)
{
    return p->answer->restrictions;
}

static cutline_strings conflicts_value(struct printer *p)
{
    return p->answer->conflicts;
}

static cutline_strings where_value(struct printer *p)
{
    return one_value(p, p->answer->where);
}

static cutline_strings kill_value(struct printer *p)
{
    const char *reason = p->answer->kill_reason;
    return one_value(p, reason && !*reason ? "yes" : reason);
}

static cutline_strings awaiting_value(struct printer *p)
{
    return one_value(p, p->answer->awaiting_image ? "yes" : NULL);
}

static const struct variable {
    const char *name;
    cutline_strings (*value)(struct printer *p);
} variables[] = {
    {"credit", line_value},          {"line_as_found", found_value},
    {"asked", asked_value},          {"id", media_id_value},
    {"media_id", media_id_value},    {"photo", photo_value},
    {"agency", agencies_value},      {"by", photographers_value},
    {"byline", photographers_value}, {"issuer", issuer_value},
    {"role", roles_value},           {"restrictions", restrictions_value},
    {"conflicts", conflicts_value},  {"where", where_value},
    {"killed", kill_value},          {"awaiting", awaiting_value},
};
#define VARIABLES (sizeof variables / sizeof variables[0])

static cutline_strings value_of(const char *name, void *context)
{
    for (size_t i = 0; i < VARIABLES; i++)
        if (strcmp(name, variables[i].name) == 0)
            return variables[i].value(context);
    return (cutline_strings){NULL, 0};
}

static bool is_variable(const char *name)
{
    for (size_t i = 0; i < VARIABLES; i++)
        if (strcmp(name, variables[i].name) == 0)
            return true;
    return false;
}

/* Reads --format. False, with the message printed, if it has a fault. */
static bool read_format(struct printer *p, const char *text)
{
    cutline_error err;
    if (!text)
        return true;
    if (cutline_template_parse(text, strlen(text), &p->format, &err) != CUTLINE_OK) {
        cli_fail(p->c, CLI_USAGE, "--format, column %" PRId64 ": %s", err.offset + 1, err.message);
        return false;
    }
    const cutline_template_variable *v;
    for (size_t i = 0; (v = cutline_template_variable_at(p->format, i)) != NULL; i++) {
        if (is_variable(v->name))
            continue;
        cli_fail(p->c, CLI_USAGE,
                 "--format, column %zu: there is no {%s}; see `cutline help credit`", v->offset + 1,
                 v->name);
        return false;
    }
    return true;
}

static void print_format(struct printer *p, const char *asked, const cutline_credit_answer *answer)
{
    cutline_error err;
    char *text = NULL;
    p->asked = asked;
    p->answer = answer;
    if (cutline_template_expand(p->format, value_of, p, &text, &err) == CUTLINE_OK) {
        cli_print_text(&p->c->out, text);
        cli_print(&p->c->out, "\n");
    } else {
        cli_fail_error(p->c, CLI_FAILED, &err);
    }
    cutline_free(text);
}

/* ---- answers --------------------------------------------------------------------------------- */

/* Prints the best answer. */
static void print_answers(struct printer *p, const char *id, const cutline_credit_answers *answers)
{
    cli *c = p->c;
    const cutline_credit_answer *best = &answers->items[0];
    if (!best->credit.line)
        cli_fail(c, CLI_NOTHING, "%s: photo:%" PRId64 " has no known credit", id, best->photo);
    if (p->format) {
        print_format(p, id, best);
    } else if (best->credit.line) {
        cli_print_text(&c->out, p->raw ? best->line_as_found : best->credit.line);
        cli_print(&c->out, "\n");
    }
    warn(c, id, answers);
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

/* In JSON every item has its line, found or not: questions and answers stay in step. */
static void print(struct printer *p, const char *id, const cutline_credit_answers *answers)
{
    if (p->c->globals.json && p->c->worst < CLI_FAILED)
        print_json(p->c, id, answers);
    else if (answers)
        print_answers(p, id, answers);
}

/* No photo has it as an ID: it may be another name of one. */
static void look_up_name(struct printer *p, const char *name)
{
    cli_credit_file file;
    if (cli_credit_named(p->c, name, &file)) {
        print(p, name, &file.answers);
    } else {
        cli_fail(p->c, CLI_NOTHING, "no photo has media ID %s", name);
        print(p, name, NULL);
    }
    cli_credit_file_release(&file);
}

static void look_up_id(struct printer *p, const char *id)
{
    cli *c = p->c;
    cutline_error err;
    cutline_credit_answers *answers = NULL;
    cutline_status status = cutline_catalog_credit(c->catalog, id, &answers, &err);
    if (status == CUTLINE_NOT_FOUND) {
        look_up_name(p, id);
        return;
    }
    if (status == CUTLINE_BAD_ARGUMENT)
        cli_fail_error(c, CLI_SOME_FAILED, &err);
    else if (status != CUTLINE_OK)
        cli_fail_error(c, CLI_FAILED, &err);
    print(p, id, answers);
    cutline_credit_answers_free(answers);
}

static void look_up_file(struct printer *p, const char *path)
{
    cli_credit_file file;
    if (cli_credit_file_find(p->c, path, &file))
        print(p, path, &file.answers);
    else
        print(p, path, NULL);
    cli_credit_file_release(&file);
}

/* One view of the catalog as long as items are at hand; it is let go before waiting for more, so
 * that a program that asks again gets the latest answer. */
static void look_up_all(struct printer *p, cli_items *items)
{
    cli *c = p->c;
    const char *item;
    bool held = false;
    while (c->worst < CLI_FAILED) {
        bool ready = cli_items_ready(items);
        if (held && !ready)
            cutline_catalog_let_go(c->catalog);
        held = held && ready;
        if ((item = cli_items_next(items)) == NULL)
            break;
        held = held || cutline_catalog_hold(c->catalog, NULL) == CUTLINE_OK;
        if (cli_credit_is_file(item))
            look_up_file(p, item);
        else
            look_up_id(p, item);
    }
    if (held)
        cutline_catalog_let_go(c->catalog);
}

void cli_run_credit(cli *c)
{
    cli_items items;
    struct flags flags = {0};
    struct printer p = {.c = c};
    if (!cli_begin(c, &flags))
        return;
    p.raw = flags.raw;
    if (read_format(&p, flags.format) && cli_items_init(&items, c, true)) {
        look_up_all(&p, &items);
        cli_items_release(&items);
    }
    cutline_template_free(p.format);
}
