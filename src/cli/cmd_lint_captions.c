/* cutline lint-captions: what an editor would mend in captions before pictures go out. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/selection.h"

#include <cutline/check.h>
#include <cutline/nearest.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct flags {
    const char *only, *without;
    bool rules;
};

const cli_opt cli_lint_captions_options[] = {
    {CLI_OPT_TEXT, '\0', "only", offsetof(struct flags, only), "RULES",
     "look for these only: codes with commas between them"},
    {CLI_OPT_TEXT, '\0', "without", offsetof(struct flags, without), "RULES",
     "pass over these: codes with commas between them"},
    {CLI_OPT_FLAG, '\0', "rules", offsetof(struct flags, rules), NULL, "list the rules"},
    {.name = NULL},
};

/* ---- which rules -------------------------------------------------------------------------------
 */

static const char *code_at(size_t index, const void *context)
{
    (void)context;
    const cutline_check_rule *rule = cutline_check_rule_at(index);
    return rule ? rule->code : NULL;
}

/* The code stands in a list with commas. */
static bool in_list(const char *list, const char *code)
{
    size_t n = strlen(code);
    for (const char *at = list; at; at = strchr(at, ',') ? strchr(at, ',') + 1 : NULL)
        if (strncmp(at, code, n) == 0 && (at[n] == ',' || at[n] == '\0'))
            return true;
    return false;
}

static bool is_rule(const char *code)
{
    for (size_t i = 0; code_at(i, NULL); i++)
        if (strcmp(code_at(i, NULL), code) == 0)
            return true;
    return false;
}

/* All codes of a list are known; else the message is printed. */
static bool check_list(cli *c, const char *list)
{
    char code[64];
    for (const char *at = list; at && *at; at += *at == ',' ? 1 : 0) {
        size_t n = strcspn(at, ",");
        snprintf(code, sizeof code, "%.*s", (int)(n < sizeof code ? n : sizeof code - 1), at);
        at += n;
        if (is_rule(code))
            continue;
        const char *near = cutline_nearest(code, code_at, NULL);
        cli_fail(c, CLI_USAGE,
                 near ? "there is no rule %s; did you mean %s?" : "there is no rule %s", code,
                 near);
        return false;
    }
    return true;
}

static bool is_wanted(const struct flags *flags, const char *code)
{
    return (!flags->only || in_list(flags->only, code)) &&
           !(flags->without && in_list(flags->without, code));
}

static void print_rules(cli *c)
{
    for (size_t i = 0; cutline_check_rule_at(i); i++) {
        const cutline_check_rule *rule = cutline_check_rule_at(i);
        if (c->globals.json)
            cli_json_print(c,
                           json_pack("{s:s, s:s}", "code", rule->code, "summary", rule->summary));
        else
            cli_printf(&c->out, "%-18s %s\n", rule->code, rule->summary);
    }
}

/* ---- photos ------------------------------------------------------------------------------------
 */

static void print_name(cli *c, const cutline_photo *photo)
{
    if (photo->media_ids.count > 0)
        cli_printf(&c->out, "%s:%s", photo->media_ids.items[0].ns, photo->media_ids.items[0].id);
    else
        cli_printf(&c->out, "photo:%" PRId64, photo->id);
    if (photo->file_count > 0) {
        cli_print(&c->out, " ");
        cli_print_text(&c->out, photo->files[0].path);
    }
}

static void print_fault(cli *c, const cutline_photo *photo, const cutline_fault *fault)
{
    print_name(c, photo);
    cli_printf(&c->out, ": %s", fault->code);
    if (fault->offset != CUTLINE_NO_OFFSET)
        cli_printf(&c->out, ": byte %" PRId64, fault->offset);
    cli_print(&c->out, ": ");
    cli_print_text(&c->out, fault->detail);
    cli_print(&c->out, "\n");
}

static void print_fault_json(cli *c, const cutline_photo *photo, const cutline_fault *fault)
{
    json_t *offset =
        fault->offset == CUTLINE_NO_OFFSET ? json_null() : json_integer((json_int_t)fault->offset);
    cli_json_print(c,
                   json_pack("{s:I, s:o, s:s, s:s?, s:o, s:o}", "photo", (json_int_t)photo->id,
                             "path", cli_json_text(photo->file_count ? photo->files[0].path : NULL),
                             "code", fault->code, "field", fault->field, "offset", offset, "detail",
                             cli_json_text(fault->detail)));
}

/* Number of faults that are told. */
static size_t check_photo(cli *c, const cutline_photo *photo, const struct flags *flags)
{
    cutline_error err;
    cutline_faults *faults;
    size_t told = 0;
    if (cutline_check_photo(photo, &faults, &err) != CUTLINE_OK) {
        cli_fail_error(c, CLI_FAILED, &err);
        return 0;
    }
    for (size_t i = 0; i < faults->count; i++) {
        const cutline_fault *fault = &faults->items[i];
        if (!is_wanted(flags, fault->code))
            continue;
        if (c->globals.json)
            print_fault_json(c, photo, fault);
        else if (!c->globals.quiet)
            print_fault(c, photo, fault);
        told++;
    }
    cutline_faults_free(faults);
    return told;
}

static void check_all(cli *c, const cli_selection *selection, const struct flags *flags)
{
    size_t faults = 0, faulty = 0;
    for (size_t i = 0; i < selection->count && c->worst < CLI_FAILED && cli_can_print(c); i++) {
        cutline_photos *photos = cli_selection_load(c, selection->photos[i]);
        size_t told = photos ? check_photo(c, &photos->items[0], flags) : 0;
        faults += told;
        faulty += told > 0 ? 1 : 0;
        cutline_photos_free(photos);
    }
    if (faults > 0)
        cli_note(c, CLI_NOTHING);
    if (!c->globals.json && !c->globals.quiet)
        cli_printf(&c->out, "%zu of %zu photos, %zu fault%s\n", faulty, selection->count, faults,
                   faults == 1 ? "" : "s");
}

void cli_run_lint_captions(cli *c)
{
    struct flags flags = {0};
    cli_selection selection;
    if (!cli_begin(c, &flags) || !check_list(c, flags.only) || !check_list(c, flags.without))
        return;
    if (flags.rules) {
        print_rules(c);
        return;
    }
    if (!cli_open_catalog(c, CUTLINE_OPEN_READ))
        return;
    if (cli_selection_find(c, 0, c->arg_count, &selection))
        check_all(c, &selection, &flags);
    cli_selection_release(&selection);
}
