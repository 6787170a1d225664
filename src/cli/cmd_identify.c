/* cutline identify: which photo of the catalog is this picture? */
#include "cli/commands.h"
#include "cli/items.h"
#include "cli/libexec.h"
#include "cli/page.h"

#include <cutline/identify.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Pictures handed to the library together. */
#define BATCH 64u

struct flags {
    unsigned distance;
    bool exact;
};

const cli_opt cli_identify_options[] = {
    {CLI_OPT_NUMBER, 'd', "distance", offsetof(struct flags, distance), "N",
     "bits of the perceptual hash that may differ, 1 to 256 (31)"},
    {CLI_OPT_FLAG, '\0', "exact", offsetof(struct flags, exact), NULL,
     "compare image data only, not looks"},
    {.name = NULL},
};

static void print_candidate(cli_out *out, const cutline_candidate *candidate)
{
    const cutline_photo *photo = candidate->photo;
    cli_page_label(out, "photo");
    cli_printf(out, "photo:%" PRId64 ", ", photo->id);
    cli_print_styled(out, CLI_BOLD, cutline_confidence_name(candidate->confidence));
    cli_printf(out, " confidence, distance %u of %u\n", candidate->distance, CUTLINE_IDENTIFY_BITS);
    cli_page_text(out, "  why", candidate->why);
    cli_page_media_ids(out, photo->media_ids);
    cli_page_credit(out, &photo->credit);
    cli_page_restrictions(out, photo->restrictions);
    for (size_t i = 0; i < photo->file_count; i++)
        cli_page_text(out, "file", photo->files[i].path);
}

static void print_page(cli *c, const char *path, const cutline_candidates *candidates, bool first)
{
    cli_print(&c->out, first ? "" : "\n");
    cli_page_text(&c->out, "picture", path);
    for (size_t i = 0; i < candidates->count; i++)
        print_candidate(&c->out, &candidates->items[i]);
}

static void print_json(cli *c, const char *path, const cutline_candidates *candidates)
{
    cutline_error err;
    char *json = NULL;
    if (cutline_candidates_json(candidates, path, &json, &err) == CUTLINE_OK) {
        cli_print_json(&c->out, json);
        cli_print(&c->out, "\n");
    } else {
        cli_fail_error(c, CLI_FAILED, &err);
    }
    cutline_free(json);
}

static void say_nothing_found(cli *c, const char *path, bool compared, bool exact)
{
    if (compared)
        cli_fail(c, CLI_NOTHING, "%s: no photo looks like it", path);
    else if (exact)
        cli_fail(c, CLI_NOTHING, "%s: no photo has the same image data", path);
    else
        cli_fail(c, CLI_NOTHING,
                 "%s: no photo has the same image data, and its pixels cannot be decoded", path);
}

static cli_exit exit_of(cutline_status status)
{
    return status == CUTLINE_CATALOG || status == CUTLINE_BUSY || status == CUTLINE_NO_MEMORY
               ? CLI_FAILED
               : CLI_SOME_FAILED;
}

/* Pictures of one call of the library, and what comes of them. */
typedef struct batch {
    cli *c;
    const struct flags *flags;
    char *paths[BATCH];
    size_t n;
    bool printed; /* a page */
} batch;

static void tell(size_t index, cutline_status status, cutline_candidates *found,
                 const cutline_error *err, void *context)
{
    batch *b = context;
    cli *c = b->c;
    const char *path = b->paths[index];
    if (status != CUTLINE_OK) {
        cli_fail_error(c, exit_of(status), err);
        return;
    }
    if (found->count == 0)
        say_nothing_found(c, path, found->compared, b->flags->exact);
    if (c->globals.json) {
        print_json(c, path, found);
    } else if (found->count > 0) {
        print_page(c, path, found, !b->printed);
        b->printed = true;
    }
    cutline_candidates_free(found);
}

static void identify(batch *b, const char *program)
{
    cutline_error err;
    cutline_identify_options options = {
        .distance = b->flags->distance, .exact_only = b->flags->exact, .pixels_program = program};
    cutline_status status = cutline_identify_many(b->c->catalog, (const char *const *)b->paths,
                                                  b->n, &options, tell, b, &err);
    if (status != CUTLINE_OK)
        cli_fail_error(b->c, CLI_FAILED, &err);
}

/* The next picture, and those that are at hand behind it. False if memory runs out. */
static bool fill(batch *b, cli_items *items)
{
    const char *path;
    while (b->n < BATCH && (b->n == 0 || cli_items_ready(items)) &&
           (path = cli_items_next(items)) != NULL) {
        b->paths[b->n] = strdup(path);
        if (!b->paths[b->n])
            return false;
        b->n++;
    }
    return true;
}

static void empty(batch *b)
{
    while (b->n > 0)
        free(b->paths[--b->n]);
}

static void identify_all(cli *c, const struct flags *flags, cli_items *items, const char *program)
{
    batch b = {.c = c, .flags = flags};
    while (c->worst < CLI_FAILED) {
        bool ok = fill(&b, items);
        if (!ok)
            cli_fail_memory(c);
        if (!ok || b.n == 0)
            break;
        identify(&b, program);
        empty(&b);
    }
    empty(&b);
}

void cli_run_identify(cli *c)
{
    struct flags flags = {.distance = CUTLINE_IDENTIFY_DISTANCE};
    cli_items items;
    if (!cli_begin(c, &flags))
        return;
    if (flags.distance == 0 || flags.distance > CUTLINE_IDENTIFY_BITS) {
        cli_fail(c, CLI_USAGE, "--distance takes a number from 1 to %u", CUTLINE_IDENTIFY_BITS);
        return;
    }
    if (!cli_items_init(&items, c, false))
        return;
    char *program = cli_libexec_path("cutline-pixels");
    identify_all(c, &flags, &items, program);
    free(program);
    cli_items_release(&items);
}
