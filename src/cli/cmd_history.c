/* cutline history: who edited what, and the captions of a photo side by side. */
#include "cli/commands.h"
#include "cli/json.h"
#include "cli/selection.h"
#include "cli/when.h"

#include <cutline/edit.h>
#include <inttypes.h>
#include <string.h>

struct flags {
    bool captions;
    unsigned limit;
};

const cli_opt cli_history_options[] = {
    {CLI_OPT_FLAG, '\0', "captions", offsetof(struct flags, captions), NULL,
     "print the captions of the photos side by side: of the wire, corrected, published"},
    {CLI_OPT_NUMBER, 'n', "limit", offsetof(struct flags, limit), "N",
     "print at most so many edits of each photo"},
    {.name = NULL},
};

/* ---- edits -----------------------------------------------------------------------------------
 */

struct listing {
    cli *c;
    int64_t change; /* the one whose head was printed last */
    uint64_t count;
};

static const char *const kinds[] = {"edit", "undo", "redo"};

static void print_json(cli *c, const cutline_history_entry *e)
{
    char time[CLI_TIME_SIZE];
    cli_json_print(c, json_pack("{s:I,s:s,s:s,s:o,s:o,s:o,s:o,s:o,s:o,s:o}", "change",
                                (json_int_t)e->change.id, "kind", kinds[e->change.kind], "time",
                                cli_time_text(e->change.time_ms, time), "editor",
                                cli_json_text(e->change.editor), "source",
                                cli_json_text(e->change.source), "photo",
                                e->photo ? json_integer(e->photo) : json_null(), "field",
                                cli_json_text(e->field), "old", cli_json_text(e->old_text), "new",
                                cli_json_text(e->new_text), "undone_by",
                                e->undone_by ? json_integer(e->undone_by) : json_null()));
}

static void print_head(cli_out *out, const cutline_change *change)
{
    char time[CLI_TIME_SIZE];
    char number[48];
    snprintf(number, sizeof number, "change %" PRId64, change->id);
    cli_print_styled(out, CLI_BOLD, number);
    cli_printf(out, "  %s  ", cli_time_text(change->time_ms, time));
    cli_print_text(out, *change->editor ? change->editor : "unknown");
    if (change->kind != CUTLINE_CHANGE_EDIT)
        cli_printf(out, ", %s", kinds[change->kind]);
    if (*change->source) {
        cli_print(out, ", by ");
        cli_print_text(out, change->source);
    }
    cli_print(out, "\n");
}

static void print_entry(cli_out *out, const cutline_history_entry *e)
{
    cli_print(out, "  ");
    if (e->photo)
        cli_printf(out, "photo:%" PRId64 " ", e->photo);
    cli_print_text(out, e->field);
    cli_print(out, ": ");
    cli_print_text(out, e->old_text ? e->old_text : "(as the files say)");
    cli_print(out, " -> ");
    cli_print_text(out, e->new_text ? e->new_text : "(as the files say)");
    if (e->undone_by)
        cli_printf(out, "  (undone by change %" PRId64 ")", e->undone_by);
    cli_print(out, "\n");
}

static int note_entry(const cutline_history_entry *entry, void *context)
{
    struct listing *list = context;
    cli *c = list->c;
    list->count++;
    if (c->globals.json) {
        print_json(c, entry);
    } else {
        if (list->change != entry->change.id)
            print_head(&c->out, &entry->change);
        print_entry(&c->out, entry);
    }
    list->change = entry->change.id;
    return !cli_can_print(c);
}

static void list_edits(cli *c, int64_t photo, unsigned limit, uint64_t *count)
{
    cutline_error err;
    struct listing list = {.c = c};
    cutline_status status =
        cutline_catalog_history(c->catalog, photo, limit, note_entry, &list, &err);
    if (status != CUTLINE_OK && status != CUTLINE_CANCELLED)
        cli_fail_error(c, cli_exit_of(status), &err);
    *count += list.count;
}

/* ---- captions --------------------------------------------------------------------------------
 */

static void print_caption(cli *c, int64_t photo, const char *kind, const char *where,
                          const char *until, const char *text)
{
    if (c->globals.json) {
        cli_json_print(c, json_pack("{s:I,s:s,s:o,s:o,s:o}", "photo", (json_int_t)photo, "kind",
                                    kind, "where", cli_json_text(where), "until",
                                    cli_json_text(until), "text", cli_json_text(text)));
        return;
    }
    cli_printf(&c->out, "photo:%" PRId64 " ", photo);
    cli_print_styled(&c->out, CLI_BOLD, kind);
    if (where) {
        cli_print(&c->out, ", ");
        cli_print_text(&c->out, where);
    }
    if (until)
        cli_printf(&c->out, ", until %s", until);
    cli_print(&c->out, "\n    ");
    cli_print_wrapped(&c->out, text, 4, 4);
    cli_print(&c->out, "\n");
}

struct earlier {
    cli *c;
    int64_t photo;
};

static int note_earlier(const cutline_earlier_caption *caption, void *context)
{
    struct earlier *earlier = context;
    char time[CLI_TIME_SIZE];
    print_caption(earlier->c, earlier->photo, "earlier", caption->where,
                  cli_time_text(caption->time_ms, time), caption->text);
    return !cli_can_print(earlier->c);
}

/* What the wire sent, what a person made of it, what pages and lists have. */
static const char *caption_kind(cutline_origin origin)
{
    if (origin == CUTLINE_ORIGIN_HAND)
        return "corrected";
    return origin == CUTLINE_ORIGIN_PAGE || origin == CUTLINE_ORIGIN_LIST ? "published"
                                                                          : "original";
}

static void print_kind(cli *c, const cutline_photo *photo, const char *kind)
{
    for (size_t i = 0; i < photo->caption_count; i++) {
        const cutline_photo_caption *caption = &photo->captions[i];
        if (strcmp(caption_kind(caption->origin), kind) == 0)
            print_caption(c, photo->id, kind, caption->where, NULL, caption->text);
    }
}

static void list_captions(cli *c, int64_t number)
{
    cutline_error err;
    struct earlier earlier = {c, number};
    cutline_status status =
        cutline_catalog_earlier_captions(c->catalog, number, note_earlier, &earlier, &err);
    if (status != CUTLINE_OK && status != CUTLINE_CANCELLED)
        cli_fail_error(c, cli_exit_of(status), &err);
    cutline_photos *photos = cli_selection_load(c, number);
    for (size_t i = 0; photos && i < photos->count; i++) {
        print_kind(c, &photos->items[i], "original");
        print_kind(c, &photos->items[i], "corrected");
        print_kind(c, &photos->items[i], "published");
    }
    cutline_photos_free(photos);
}

/* ---- all -------------------------------------------------------------------------------------
 */

static void history_of_selection(cli *c, const struct flags *flags)
{
    uint64_t count = 0;
    cli_selection selection;
    if (cli_selection_find(c, 0, c->arg_count, &selection)) {
        for (size_t i = 0; i < selection.count && cli_can_print(c); i++) {
            if (flags->captions)
                list_captions(c, selection.photos[i]);
            else
                list_edits(c, selection.photos[i], flags->limit, &count);
        }
        if (!flags->captions && count == 0)
            cli_fail(c, CLI_NOTHING, "nobody has edited %s",
                     selection.count == 1 ? "this photo" : "these photos");
    }
    cli_selection_release(&selection);
}

void cli_run_history(cli *c)
{
    uint64_t count = 0;
    struct flags flags = {0};
    if (!cli_begin(c, &flags))
        return;
    if (c->arg_count > 0)
        history_of_selection(c, &flags);
    else if (flags.captions)
        cli_fail(c, CLI_USAGE, "--captions wants photos; see `cutline help history`");
    else
        list_edits(c, 0, flags.limit, &count);
}
