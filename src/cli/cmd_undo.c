/* cutline undo: edits taken back, and made again. */
#include "cli/commands.h"
#include "cli/editor.h"
#include "cli/json.h"
#include "cli/selection.h"
#include "cli/signals.h"
#include "cli/tag_write.h"
#include "cli/when.h"

#include <cutline/edit.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

struct flags {
    const char *since, *editor;
    unsigned set;
    bool redo, write;
};

const cli_opt cli_undo_options[] = {
    {CLI_OPT_NUMBER, '\0', "set", offsetof(struct flags, set), "CHANGE",
     "take back this change, by its number in the history"},
    {CLI_OPT_TEXT, '\0', "since", offsetof(struct flags, since), "TIME",
     "take back all changes since a time: 2016-05-02, 14:30, 2h"},
    {CLI_OPT_FLAG, '\0', "redo", offsetof(struct flags, redo), NULL,
     "make again what the latest undo took back"},
    {CLI_OPT_FLAG, 'w', "write", offsetof(struct flags, write), NULL,
     "put the files right, too, that had been written"},
    {CLI_OPT_TEXT, '\0', "as", offsetof(struct flags, editor), "WHO",
     "the name that the history gives; default: your login name"},
    {.name = NULL},
};

/* Edits that are printed one by one, unless -v or --json is given. */
#define SHOWN 20

/* A value that was taken back, and nothing is typed in its place. */
struct gone {
    int64_t photo;
    char *field, *text; /* owned; NULL without memory */
};

/* A run of the command. */
struct run {
    cli *c;
    struct flags flags;
    uint64_t shown;          /* edits printed so far */
    cli_write_list files;    /* what is to be written, with --write */
    struct gone gone[SHOWN]; /* the first ones, without --write */
    size_t gone_count;
};

static const char *text_or_files(const char *text)
{
    return text ? text : "(as the files say)";
}

static void note_gone(struct run *run, int64_t photo, const char *field, const char *text)
{
    if (run->gone_count < SHOWN)
        run->gone[run->gone_count++] = (struct gone){photo, strdup(field), strdup(text)};
}

/* The photo says it all the same: `write` has put it into a file. */
static bool is_still_said(cli *c, const struct gone *gone)
{
    bool said = false;
    cutline_photos *photos = cli_selection_load(c, gone->photo);
    const cutline_photo *photo = photos && gone->field && gone->text ? &photos->items[0] : NULL;
    for (size_t i = 0; photo && i < photo->field_count; i++)
        said = said || (strcmp(photo->fields[i].name, gone->field) == 0 &&
                        photo->fields[i].count == 1 && photo->fields[i].values[0].text &&
                        strcmp(photo->fields[i].values[0].text, gone->text) == 0);
    cutline_photos_free(photos);
    return said;
}

static void warn_of_files(struct run *run)
{
    bool said = false;
    for (size_t i = 0; i < run->gone_count; i++) {
        said = said || is_still_said(run->c, &run->gone[i]);
        free(run->gone[i].field);
        free(run->gone[i].text);
    }
    run->gone_count = 0;
    if (said)
        cli_warn(run->c, "files still say it, since it was written into them; to put them right, "
                         "too: `cutline undo --redo`, then `cutline undo --write`");
}

/* What is so again, and what it was until now. */
static void note_edit(const cutline_history_entry *e, void *context)
{
    struct run *run = context;
    cli *c = run->c;
    const char *from = run->flags.redo ? e->old_text : e->new_text;
    const char *to = run->flags.redo ? e->new_text : e->old_text;
    if (run->flags.write && e->photo && to)
        cli_write_list_add(&run->files, e->photo, e->field);
    else if (run->flags.write && e->photo)
        cli_write_list_restore(&run->files, e->photo, e->field, e->file_text);
    else if (e->photo && from && !to)
        note_gone(run, e->photo, e->field, from);
    if (c->globals.json) {
        cli_json_print(c, json_pack("{s:o,s:o,s:o,s:o,s:I}", "photo",
                                    e->photo ? json_integer(e->photo) : json_null(), "field",
                                    cli_json_text(e->field), "old", cli_json_text(from), "new",
                                    cli_json_text(to), "of", (json_int_t)e->change.id));
        return;
    }
    if (c->globals.quiet || (++run->shown > SHOWN && !c->globals.verbose))
        return;
    if (e->photo)
        cli_printf(&c->out, "photo:%" PRId64 " ", e->photo);
    cli_print_styled(&c->out, CLI_BOLD, e->field);
    cli_print(&c->out, ": ");
    cli_print_text(&c->out, text_or_files(from));
    cli_print(&c->out, " -> ");
    cli_print_text(&c->out, text_or_files(to));
    cli_print(&c->out, "\n");
}

static void note_conflict(const cutline_history_entry *e, void *context)
{
    struct run *run = context;
    char photo[32] = "";
    if (e->photo)
        snprintf(photo, sizeof photo, "photo:%" PRId64 " ", e->photo);
    cli_fail(run->c, CLI_SOME_FAILED,
             "%s%s was edited again since change %" PRId64 ", and is left alone", photo, e->field,
             e->change.id);
}

static void undo(struct run *run, cutline_undo_request *request)
{
    cli *c = run->c;
    cutline_error err;
    cutline_undo_result result;
    const char *verb = run->flags.redo ? "made again" : "taken back";
    request->redo = run->flags.redo;
    request->editor = (cutline_editor){cli_editor_name(run->flags.editor), "undo"};
    request->on_edit = note_edit;
    request->on_conflict = note_conflict;
    request->context = run;
    cli_signals_catch();
    cutline_status status = cutline_catalog_undo(c->catalog, request, &result, &err);
    if (status == CUTLINE_NOT_FOUND)
        cli_fail(c, CLI_NOTHING, "%s", err.message);
    else if (status != CUTLINE_OK)
        cli_fail_error(c, cli_exit_of(status), &err);
    else if (result.edits == 0)
        cli_note(c, CLI_FAILED);
    else if (!c->globals.quiet && !c->globals.json)
        cli_printf(&c->out, "%" PRIu64 " edit%s of %" PRIu64 " photo%s %s (change %" PRId64 ")\n",
                   result.edits, result.edits == 1 ? "" : "s", result.photos,
                   result.photos == 1 ? "" : "s", verb, result.change);
    if (status == CUTLINE_OK && result.edits > 0)
        cli_write_list_run(c, &run->files);
    cli_write_list_release(&run->files);
    warn_of_files(run);
}

/* A number of up to three digits is no media ID: so many changes. */
static bool is_count(const char *text, unsigned *count)
{
    return strlen(text) <= 3 && cli_opt_number(text, count) && *count > 0;
}

static void undo_operands(struct run *run, cutline_undo_request *request)
{
    cli *c = run->c;
    cli_selection selection = {0};
    if (c->arg_count == 1 && !run->flags.redo && is_count(c->args[0], &request->count)) {
        undo(run, request);
        return;
    }
    if (cli_selection_find(c, 0, c->arg_count, &selection)) {
        request->photos = selection.photos;
        request->photo_count = selection.count;
        undo(run, request);
    }
    cli_selection_release(&selection);
}

void cli_run_undo(cli *c)
{
    struct run run = {.c = c};
    cutline_undo_request request = {0};
    if (!cli_begin(c, &run.flags))
        return;
    bool by_option = run.flags.set || run.flags.since;
    request.change = run.flags.set;
    if ((run.flags.set && run.flags.since) || (by_option && (c->arg_count > 0 || run.flags.redo))) {
        cli_fail(c, CLI_USAGE, "--set, --since, --redo and photos do not go together");
        return;
    }
    if (run.flags.since && !cli_time_parse(run.flags.since, &request.since_ms))
        cli_fail(c, CLI_USAGE, "--since wants a time like 2016-05-02, 14:30 or 2h, not '%s'",
                 run.flags.since);
    else if (cli_open_catalog(c, CUTLINE_OPEN_WRITE) && c->arg_count > 0)
        undo_operands(&run, &request);
    else if (c->catalog)
        undo(&run, &request);
}
