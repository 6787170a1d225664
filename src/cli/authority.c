#include "cli/authority.h"

#include "cli/json.h"
#include "cli/text.h"

#include <cutline/nearest.h>
#include <inttypes.h>
#include <string.h>

/* Width of the names' column on a terminal. */
#define NAME_COLUMNS 32

static const char *action_name_at(size_t index, const void *context)
{
    const cli_authority_action *actions = context;
    return actions[index].name;
}

static const cli_authority_action *find_action(cli *c, const cli_authority_action *actions)
{
    if (c->arg_count == 0)
        return &actions[0];
    for (size_t i = 0; actions[i].name; i++)
        if (strcmp(actions[i].name, c->args[0]) == 0)
            return &actions[i];
    const char *near = cutline_nearest(c->args[0], action_name_at, actions);
    cli_fail(c, CLI_USAGE,
             near ? "there is no action %s; did you mean %s?" : "there is no action %s", c->args[0],
             near);
    return NULL;
}

void cli_authority_run(cli *c, const cli_authority_action *actions, cutline_authority_kind kind,
                       const void *options)
{
    const cli_authority_action *action = find_action(c, actions);
    if (!action)
        return;
    if (c->arg_count > 0) {
        c->args++;
        c->arg_count--;
    }
    if (c->arg_count < action->min_args || c->arg_count > action->max_args) {
        cli_fail(c, CLI_USAGE, "%s: wrong number of operands; see `cutline help %s`", action->name,
                 c->command->name);
        return;
    }
    if (cli_open_catalog(c, action->flags))
        action->run(c, kind, options);
}

/* ---- lists --------------------------------------------------------------------------------------
 */

static void print_row(cli_out *out, const cutline_authority *a)
{
    size_t used = cli_text_columns(a->name);
    cli_print_text(out, a->name);
    if (out->terminal)
        cli_print_blanks(out, used < NAME_COLUMNS ? NAME_COLUMNS - used : 0);
    cli_printf(out, out->terminal ? " %8" PRIu64 "  " : "\t%" PRIu64 "\t", a->photos);
    for (size_t i = 0; i < a->aliases.count; i++) {
        cli_print(out, i > 0 ? "; " : "");
        cli_print_text(out, a->aliases.items[i]);
    }
    cli_print(out, "\n");
}

static json_t *texts_json(cutline_strings texts)
{
    json_t *array = json_array();
    for (size_t i = 0; array && i < texts.count; i++)
        if (json_array_append_new(array, cli_json_text(texts.items[i])) != 0) {
            json_decref(array);
            return NULL;
        }
    return array;
}

static json_t *authority_json(const cutline_authority *a, cutline_authority_kind kind)
{
    json_t *object = json_pack("{s:o, s:I, s:o}", "name", cli_json_text(a->name), "photos",
                               (json_int_t)a->photos, "aliases", texts_json(a->aliases));
    if (object && kind == CUTLINE_AUTHORITY_AGENCY &&
        json_object_set_new(object, "built_in", json_boolean(a->built_in)) != 0) {
        json_decref(object);
        return NULL;
    }
    return object;
}

void cli_authority_list(cli *c, cutline_authority_kind kind, const void *options)
{
    const bool *all = options;
    cutline_error err;
    cutline_authorities *list;
    cutline_status status = cutline_authority_list(c->catalog, kind, all && *all, &list, &err);
    if (status != CUTLINE_OK) {
        cli_fail_error(c, CLI_FAILED, &err);
        return;
    }
    for (size_t i = 0; i < list->count && cli_can_print(c); i++) {
        if (c->globals.json)
            cli_json_print(c, authority_json(&list->items[i], kind));
        else
            print_row(&c->out, &list->items[i]);
    }
    cutline_authorities_free(list);
}

/* ---- changes ------------------------------------------------------------------------------------
 */

void cli_authority_tell(cli *c, cutline_status status, const cutline_authority_change *change,
                        const cutline_error *err)
{
    if (status != CUTLINE_OK) {
        cli_fail_error(c, cli_exit_of(status), err);
    } else if (c->globals.json) {
        cli_json_print(c, json_pack("{s:o, s:I}", "name", cli_json_text(change->name), "photos",
                                    (json_int_t)change->photos));
    } else if (!c->globals.quiet) {
        cli_print_text(&c->out, change->name);
        cli_printf(&c->out, ": %" PRIu64 " photo%s brought up to date\n", change->photos,
                   change->photos == 1 ? "" : "s");
    }
}

void cli_authority_alias(cli *c, cutline_authority_kind kind, const void *options)
{
    cutline_error err;
    cutline_authority_change change;
    (void)options;
    cutline_status status = cutline_authority_alias(c->catalog, kind, c->args[0], c->args + 1,
                                                    c->arg_count - 1, &change, &err);
    cli_authority_tell(c, status, &change, &err);
}

void cli_authority_merge(cli *c, cutline_authority_kind kind, const void *options)
{
    cutline_error err;
    cutline_authority_change change;
    (void)options;
    cutline_status status =
        cutline_authority_merge(c->catalog, kind, c->args[0], c->args[1], &change, &err);
    cli_authority_tell(c, status, &change, &err);
}

void cli_authority_split(cli *c, cutline_authority_kind kind, const void *options)
{
    cutline_error err;
    cutline_authority_change change;
    (void)options;
    cutline_status status = cutline_authority_split(c->catalog, kind, c->args[0], &change, &err);
    cli_authority_tell(c, status, &change, &err);
}
