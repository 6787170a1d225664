/* cutline dupes: photos that show the same picture. */
#include "cli/commands.h"
#include "cli/page.h"

#include <cutline/duplicates.h>
#include <inttypes.h>

/* A value between single quotes, as a shell takes it. */
static void print_quoted(cli_out *out, const char *value)
{
    cli_print(out, "'");
    for (; *value; value++) {
        if (*value == '\'')
            cli_print(out, "'\\''");
        else
            cli_print_bytes(out, value, 1);
    }
    cli_print(out, "'");
}

/* What carries credit and caption over from the best one. */
static void print_proposal(cli_out *out, const cutline_duplicate *d, const cutline_photo *best)
{
    if (!d->takes_credit && !d->takes_caption)
        return;
    cli_page_label(out, "  to do");
    cli_printf(out, "cutline tag photo:%" PRId64, d->photo->id);
    if (d->takes_credit) {
        cli_print(out, " credit=");
        print_quoted(out, best->credit.line);
    }
    if (d->takes_caption) {
        cli_print(out, " caption=");
        print_quoted(out, best->captions[0].text);
    }
    cli_print(out, "\n");
}

static void print_duplicate(cli_out *out, const cutline_duplicate *d, const cutline_photo *best)
{
    cli_page_label(out, d->photo == best ? "photo" : "  same as");
    cli_printf(out, "photo:%" PRId64 "\n", d->photo->id);
    cli_page_text(out, "  why", d->why);
    if (d->photo->credit.line)
        cli_page_text(out, "  credit", d->photo->credit.line);
    for (size_t i = 0; i < d->photo->file_count; i++)
        cli_page_text(out, "  file", d->photo->files[i].path);
    print_proposal(out, d, best);
}

struct run {
    cli *c;
    bool some;
};

static void print_json(cli *c, const cutline_duplicates *group)
{
    cutline_error err;
    char *json = NULL;
    if (cutline_duplicates_json(group, &json, &err) == CUTLINE_OK) {
        cli_print_json(&c->out, json);
        cli_print(&c->out, "\n");
    } else {
        cli_fail_error(c, CLI_FAILED, &err);
    }
    cutline_free(json);
}

static void on_group(const cutline_duplicates *group, void *context)
{
    struct run *run = context;
    cli *c = run->c;
    if (c->globals.json) {
        print_json(c, group);
    } else {
        cli_print(&c->out, run->some ? "\n" : "");
        for (size_t i = 0; i < group->count; i++)
            print_duplicate(&c->out, &group->items[i], group->items[0].photo);
    }
    run->some = true;
}

void cli_run_dupes(cli *c)
{
    struct run run = {.c = c};
    cutline_error err;
    if (!cli_begin(c, NULL))
        return;
    if (cutline_find_duplicates(c->catalog, on_group, &run, NULL, &err) != CUTLINE_OK)
        cli_fail_error(c, CLI_FAILED, &err);
    else if (!run.some)
        cli_fail(c, CLI_NOTHING, "no two photos show the same, and none has two files");
}
