/* cutline kill: pictures that must not be used any more. */
#include "cli/commands.h"
#include "cli/editor.h"
#include "cli/items.h"
#include "cli/json.h"

#include <cutline/edit.h>

struct flags {
    const char *reason, *editor;
    bool lift;
};

const cli_opt cli_kill_options[] = {
    {CLI_OPT_TEXT, '\0', "reason", offsetof(struct flags, reason), "TEXT",
     "why, as everybody will see it"},
    {CLI_OPT_FLAG, '\0', "lift", offsetof(struct flags, lift), NULL,
     "say that the pictures may be used again"},
    {CLI_OPT_TEXT, '\0', "as", offsetof(struct flags, editor), "WHO",
     "the name that the history gives; default: your login name"},
    {.name = NULL},
};

/* ---- the list --------------------------------------------------------------------------------
 */

static int print_mark(const cutline_kill_mark *mark, void *context)
{
    cli *c = context;
    if (c->globals.json) {
        cli_json_print(c, json_pack("{s:o,s:o}", "target", cli_json_text(mark->target), "reason",
                                    cli_json_text(mark->reason)));
    } else {
        cli_print_text(&c->out, mark->target);
        cli_print(&c->out, *mark->reason ? ": " : "");
        cli_print_text(&c->out, mark->reason);
        cli_print(&c->out, "\n");
    }
    return !cli_can_print(c);
}

static void list(cli *c)
{
    cutline_error err;
    if (!cli_open_catalog(c, CUTLINE_OPEN_READ))
        return;
    cutline_status status = cutline_catalog_kills(c->catalog, print_mark, c, &err);
    if (status != CUTLINE_OK && status != CUTLINE_CANCELLED)
        cli_fail_error(c, cli_exit_of(status), &err);
}

/* ---- one name ---------------------------------------------------------------------------------
 */

static void print_result(cli *c, const char *name, const struct flags *flags,
                         const cutline_kill_result *result)
{
    const char *done = flags->lift ? "freed" : "killed";
    if (c->globals.json) {
        cli_json_print(c, json_pack("{s:o,s:b,s:I,s:o}", "name", cli_json_text(name), "killed",
                                    !flags->lift, "photos", (json_int_t)result->photos, "change",
                                    result->change ? json_integer(result->change) : json_null()));
        return;
    }
    if (c->globals.quiet)
        return;
    cli_print_text(&c->out, name);
    if (!result->change)
        cli_printf(&c->out, ": nothing to change\n");
    else if (result->photos == 0)
        cli_printf(&c->out, ": %s before it comes: no photo has it yet\n", done);
    else
        cli_printf(&c->out, ": %llu photo%s %s\n", (unsigned long long)result->photos,
                   result->photos == 1 ? "" : "s", done);
}

static void kill_one(cli *c, const char *name, const struct flags *flags)
{
    cutline_error err;
    cutline_kill_result result;
    cutline_status status;
    cutline_editor editor = {.name = cli_editor_name(flags->editor),
                             .source = flags->lift ? "kill --lift" : "kill"};
    if (flags->lift)
        status = cutline_catalog_lift_kill(c->catalog, name, &editor, &result, &err);
    else
        status = cutline_catalog_kill(c->catalog, name, flags->reason, &editor, &result, &err);
    if (status == CUTLINE_OK)
        print_result(c, name, flags, &result);
    else if (status == CUTLINE_NOT_FOUND)
        cli_fail(c, CLI_NOTHING, "%s: %s", name, err.message);
    else
        cli_fail_error(c, cli_exit_of(status), &err);
}

void cli_run_kill(cli *c)
{
    cli_items items;
    const char *name;
    struct flags flags = {0};
    if (!cli_begin(c, &flags))
        return;
    if (c->arg_count == 0 && !flags.lift && !flags.reason) {
        list(c);
        return;
    }
    if (flags.lift && flags.reason) {
        cli_fail(c, CLI_USAGE, "--lift takes no --reason");
        return;
    }
    if (!cli_open_catalog(c, CUTLINE_OPEN_WRITE) || !cli_items_init(&items, c, true))
        return;
    while (c->worst < CLI_FAILED && (name = cli_items_next(&items)) != NULL)
        kill_one(c, name, &flags);
    cli_items_release(&items);
}
