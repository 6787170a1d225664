/* cutline people: photographers, and which of them may be one. */
#include "cli/authority.h"
#include "cli/commands.h"
#include "cli/json.h"

#include <inttypes.h>
#include <stdint.h>

static const char *words_for(cutline_alike why)
{
    static const char *const words[] = {
        [CUTLINE_ALIKE_SPELLING] = "the same but for case, accents or punctuation",
        [CUTLINE_ALIKE_ORDER] = "the same words in another order",
        [CUTLINE_ALIKE_INITIAL] = "an initial of the same name",
        [CUTLINE_ALIKE_TYPO] = "one letter differs",
    };
    return words[why];
}

static void print_suggestion(cli_out *out, const cutline_suggestion *s)
{
    cli_print_text(out, s->from);
    cli_printf(out, "\t%" PRIu64 "\t", s->from_photos);
    cli_print_text(out, s->into);
    cli_printf(out, "\t%" PRIu64 "\t%s", s->into_photos, words_for(s->why));
    if (s->agency) {
        cli_print(out, ", both ");
        cli_print_text(out, s->agency);
    }
    cli_print(out, "\n");
}

static json_t *suggestion_json(const cutline_suggestion *s)
{
    return json_pack("{s:o, s:I, s:o, s:I, s:s, s:o}", "from", cli_json_text(s->from),
                     "from_photos", (json_int_t)s->from_photos, "into", cli_json_text(s->into),
                     "into_photos", (json_int_t)s->into_photos, "why", cutline_alike_name(s->why),
                     "agency", cli_json_text(s->agency));
}

static void suggest(cli *c, cutline_authority_kind kind, const void *options)
{
    cutline_error err;
    cutline_suggestions *list;
    (void)kind;
    (void)options;
    if (cutline_people_suggest(c->catalog, &list, &err) != CUTLINE_OK) {
        cli_fail_error(c, CLI_FAILED, &err);
        return;
    }
    for (size_t i = 0; i < list->count && cli_can_print(c); i++) {
        if (c->globals.json)
            cli_json_print(c, suggestion_json(&list->items[i]));
        else
            print_suggestion(&c->out, &list->items[i]);
    }
    cutline_suggestions_free(list);
}

static const cli_authority_action actions[] = {
    {"list", 0, 0, CUTLINE_OPEN_READ, cli_authority_list},
    {"suggest", 0, 0, CUTLINE_OPEN_READ, suggest},
    {"alias", 2, SIZE_MAX, CUTLINE_OPEN_WRITE, cli_authority_alias},
    {"merge", 2, 2, CUTLINE_OPEN_WRITE, cli_authority_merge},
    {"split", 1, 1, CUTLINE_OPEN_WRITE, cli_authority_split},
    {.name = NULL},
};

void cli_run_people(cli *c)
{
    if (cli_begin(c, NULL))
        cli_authority_run(c, actions, CUTLINE_AUTHORITY_PHOTOGRAPHER, NULL);
}
