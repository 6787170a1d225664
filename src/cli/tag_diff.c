#include "cli/tag_diff.h"

#include "cli/json.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Photos that are shown one by one. */
#define SHOWN 5

static void release_change(cli_tag_change *change)
{
    free(change->field);
    free(change->old_text);
    free(change->new_text);
    free(change->warning);
}

void cli_tag_diff_release(cli_tag_diff *diff)
{
    for (size_t i = 0; i < diff->count; i++)
        release_change(&diff->changes[i]);
    free(diff->changes);
    *diff = (cli_tag_diff){0};
}

/* A copy of what there is. */
static char *copy(const char *text, bool *failed)
{
    char *made = text ? strdup(text) : NULL;
    *failed = *failed || (text && !made);
    return made;
}

void cli_tag_diff_add(cli_tag_diff *diff, const cutline_edit_change *change)
{
    if (diff->count == diff->room) {
        size_t room = diff->room ? 2 * diff->room : 64;
        cli_tag_change *grown = reallocarray(diff->changes, room, sizeof *grown);
        diff->failed = diff->failed || !grown;
        if (!grown)
            return;
        diff->changes = grown;
        diff->room = room;
    }
    diff->changes[diff->count++] =
        (cli_tag_change){.photo = change->photo,
                         .field = copy(change->field, &diff->failed),
                         .old_text = copy(change->old_text, &diff->failed),
                         .new_text = copy(change->new_text, &diff->failed),
                         .warning = copy(change->warning, &diff->failed)};
}

/* ---- printing --------------------------------------------------------------------------------
 */

static void print_one(cli_out *out, const cli_tag_change *change)
{
    cli_printf(out, "photo:%" PRId64 " ", change->photo);
    cli_print_styled(out, CLI_BOLD, change->field);
    cli_print(out, ": ");
    cli_print_styled(out, CLI_RED, change->old_text ? change->old_text : "(none)");
    cli_print(out, " -> ");
    cli_print_styled(out, CLI_GREEN, change->new_text ? change->new_text : "(none)");
    cli_print(out, "\n");
}

static void print_json(cli *c, const cli_tag_change *change, int64_t number)
{
    cli_json_print(c, json_pack("{s:I,s:s,s:o,s:o,s:o,s:o}", "photo", (json_int_t)change->photo,
                                "field", change->field, "old", cli_json_text(change->old_text),
                                "new", cli_json_text(change->new_text), "warning",
                                cli_json_text(change->warning), "change",
                                number ? json_integer(number) : json_null()));
}

static bool is_new_photo(const cli_tag_diff *diff, size_t i)
{
    return i == 0 || diff->changes[i].photo != diff->changes[i - 1].photo;
}

static size_t photo_count(const cli_tag_diff *diff)
{
    size_t photos = 0;
    for (size_t i = 0; i < diff->count; i++)
        photos += is_new_photo(diff, i);
    return photos;
}

static int by_field(const void *left, const void *right)
{
    const cli_tag_change *const *a = left, *const *b = right;
    return strcmp((*a)->field, (*b)->field);
}

/* "caption: 500 photos", a line for each field. */
static void print_counts(cli *c, const cli_tag_diff *diff)
{
    const cli_tag_change **sorted = calloc(diff->count, sizeof *sorted);
    size_t same = 0;
    if (!sorted) {
        cli_fail_memory(c);
        return;
    }
    for (size_t i = 0; i < diff->count; i++)
        sorted[i] = &diff->changes[i];
    qsort(sorted, diff->count, sizeof *sorted, by_field);
    for (size_t i = 0; i < diff->count; i++) {
        same++;
        if (i + 1 < diff->count && strcmp(sorted[i]->field, sorted[i + 1]->field) == 0)
            continue;
        cli_print_styled(&c->out, CLI_BOLD, sorted[i]->field);
        cli_printf(&c->out, ": %zu change%s\n", same, same == 1 ? "" : "s");
        same = 0;
    }
    free(sorted);
}

void cli_tag_diff_print(cli *c, const cli_tag_diff *diff, int64_t change)
{
    size_t photos = photo_count(diff), shown = 0;
    bool all = c->globals.json || c->globals.verbose || photos <= SHOWN;
    for (size_t i = 0; i < diff->count; i++) {
        shown += is_new_photo(diff, i);
        if (!all && shown > SHOWN)
            break;
        if (c->globals.json)
            print_json(c, &diff->changes[i], change);
        else
            print_one(&c->out, &diff->changes[i]);
    }
    if (!all) {
        cli_printf(&c->out, "and %zu more photos; of all %zu:\n", photos - SHOWN, photos);
        print_counts(c, diff);
    }
}

void cli_tag_diff_warn(cli *c, const cli_tag_diff *diff)
{
    size_t warned = 0;
    for (size_t i = 0; i < diff->count; i++) {
        const cli_tag_change *change = &diff->changes[i];
        if (!change->warning)
            continue;
        if (++warned <= SHOWN || c->globals.verbose)
            cli_warn(c, "photo:%" PRId64 " %s: %s", change->photo, change->field, change->warning);
    }
    if (warned > SHOWN && !c->globals.verbose)
        cli_warn(c, "and %zu more warnings; -v shows them", warned - SHOWN);
}

void cli_tag_say_conflict(cli *c, int64_t photo, const char *editor)
{
    cli_fail(c, CLI_SOME_FAILED,
             "photo:%" PRId64 " was changed meanwhile by %s and is left alone; look at it again",
             photo, *editor ? editor : "somebody else");
}
