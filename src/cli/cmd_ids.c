/* cutline ids: which media IDs are seen in files and texts, and why. */
#include "cli/commands.h"
#include "cli/items.h"
#include "cli/json.h"
#include "cli/page.h"

#include <cutline/explain.h>
#include <string.h>
#include <unistd.h>

static const char *word_for(cutline_trust trust)
{
    static const char *const words[] = {
        [CUTLINE_TRUST_WEAK] = "weak",
        [CUTLINE_TRUST_FAIR] = "fair",
        [CUTLINE_TRUST_STRONG] = "strong",
        [CUTLINE_TRUST_HAND] = "hand",
    };
    return words[trust];
}

static bool is_bare(const cutline_sighting *s)
{
    return strcmp(s->id.ns, CUTLINE_NAMESPACE_BARE) == 0;
}

/* ---- pages for reading --------------------------------------------------------------------------
 */

/* Why a number has no owner. */
static void print_owners(cli_out *out, cutline_strings owners)
{
    cli_page_label(out, "  no owner");
    cli_print(out, owners.count > 0 ? "nothing beside it names an agency that writes such IDs ("
                                    : "no agency is known to write such IDs");
    for (size_t i = 0; i < owners.count; i++) {
        cli_print(out, i > 0 ? ", " : "");
        cli_print_text(out, owners.items[i]);
    }
    cli_print(out, owners.count > 0 ? ")\n" : "\n");
}

static void print_sighting(cli_out *out, const cutline_sighting *s)
{
    cli_print_style(out, CLI_BOLD);
    cli_print_text(out, s->id.ns);
    cli_print(out, ":");
    cli_print_text(out, s->id.id);
    cli_print_style(out, CLI_PLAIN);
    cli_print(out, "\n");
    cli_page_text(out, "  what", s->label);
    cli_page_text(out, "  seen in", s->id.evidence);
    cli_page_text(out, "  as", *s->text ? s->text : NULL);
    cli_page_text(out, "  trust", word_for(s->id.trust));
    cli_page_text(out, "  owner by", s->signal);
    if (is_bare(s))
        print_owners(out, s->owners);
}

/* ---- JSON ---------------------------------------------------------------------------------------
 */

static json_t *owners_json(cutline_strings owners)
{
    json_t *array = json_array();
    for (size_t i = 0; array && i < owners.count; i++)
        if (json_array_append_new(array, cli_json_text(owners.items[i])) != 0) {
            json_decref(array);
            return NULL;
        }
    return array;
}

static json_t *sighting_json(const cutline_sighting *s)
{
    return json_pack("{s:o, s:o, s:o, s:o, s:s, s:o, s:o, s:o}", "namespace",
                     cli_json_text(s->id.ns), "id", cli_json_text(s->id.id), "evidence",
                     cli_json_text(s->id.evidence), "text", cli_json_text(s->text), "trust",
                     word_for(s->id.trust), "what", cli_json_text(s->label), "owner_by",
                     cli_json_text(s->signal), "owners", owners_json(s->owners));
}

static void print_json(cli *c, const char *what, const cutline_sightings *seen)
{
    json_t *array = json_array();
    for (size_t i = 0; array && i < seen->count; i++)
        if (json_array_append_new(array, sighting_json(&seen->items[i])) != 0) {
            json_decref(array);
            array = NULL;
        }
    cli_json_print(c, json_pack("{s:o, s:o}", "input", cli_json_text(what), "media_ids", array));
}

/* ---- all ----------------------------------------------------------------------------------------
 */

static void explain(cli *c, const char *what, bool *first)
{
    cutline_error err;
    cutline_sightings *seen;
    cutline_status status = access(what, F_OK) == 0 ? cutline_explain_file(what, &seen, &err)
                                                    : cutline_explain_text(what, &seen, &err);
    if (status != CUTLINE_OK) {
        cli_fail_error(c, CLI_SOME_FAILED, &err);
        return;
    }
    if (seen->count == 0)
        cli_fail(c, CLI_NOTHING, "%s: no media ID is seen", what);
    if (c->globals.json)
        print_json(c, what, seen);
    for (size_t i = 0; i < seen->count && !c->globals.json; i++) {
        cli_print(&c->out, *first ? "" : "\n");
        print_sighting(&c->out, &seen->items[i]);
        *first = false;
    }
    cutline_sightings_free(seen);
}

void cli_run_ids(cli *c)
{
    cli_items items;
    const char *item;
    bool first = true;
    if (!cli_begin(c, NULL) || !cli_items_init(&items, c, true))
        return;
    while (c->worst < CLI_FAILED && (item = cli_items_next(&items)) != NULL)
        explain(c, item, &first);
    cli_items_release(&items);
}
