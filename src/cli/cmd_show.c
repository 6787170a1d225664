/* cutline show: everything the catalog knows about a photo, with where it came from. */
#include "cli/commands.h"
#include "cli/items.h"
#include "cli/page.h"

#include <inttypes.h>
#include <string.h>

static void print_number(cli_out *out, const cutline_photo *photo)
{
    cli_page_label(out, "photo");
    cli_printf(out, "photo:%" PRId64, photo->id);
    if (photo->format)
        cli_printf(out, ", %s", photo->format);
    if (photo->width && photo->height)
        cli_printf(out, ", %u x %u pixels", photo->width, photo->height);
    if (photo->awaiting_image) {
        cli_print(out, ", ");
        cli_print_styled(out, CLI_YELLOW, "awaiting image");
    }
    cli_print(out, "\n");
}

static void print_rivals(cli_out *out, const cutline_photo *photo)
{
    for (size_t i = 0; i < photo->credit_conflicts.count; i++)
        cli_page_text(out, "  rival credit", photo->credit_conflicts.items[i]);
}

static void print_credit(cli_out *out, const cutline_photo *photo)
{
    cli_page_credit(out, &photo->credit);
    if (photo->credit.line && strcmp(photo->credit.line, photo->credit_found) != 0)
        cli_page_text(out, "  as found", photo->credit_found);
    if (photo->credit.line) {
        cli_page_label(out, "  found in");
        cli_print(out, cutline_origin_name(photo->credit_origin));
        if (photo->credit_where) {
            cli_print(out, ", ");
            cli_print_text(out, photo->credit_where);
        }
        cli_print(out, "\n");
    }
    print_rivals(out, photo);
}

/* "territory_out: Japan until 2031-05-02 (instructions: "JAPAN OUT UNTIL MAY 2, 2031")" */
static void print_right(cli_out *out, const cutline_right *right)
{
    bool is_date = right->value && (right->value == right->from || right->value == right->until);
    cli_page_label(out, "right");
    cli_print_text(out, right->kind);
    cli_print(out, right->value ? ": " : "");
    cli_print_text(out, right->value);
    if (right->from && !is_date)
        cli_printf(out, " from %s", right->from);
    if (right->until && !is_date)
        cli_printf(out, " until %s", right->until);
    cli_printf(out, " (%s", right->field ? right->field : cutline_origin_name(right->origin));
    cli_print(out, right->text ? ": \"" : "");
    cli_print_text(out, right->text);
    cli_print(out, right->text ? "\")\n" : ")\n");
}

/* Those that say more than the restriction. */
static void print_rights(cli_out *out, const cutline_photo *photo)
{
    for (size_t i = 0; i < photo->right_count; i++) {
        const cutline_right *right = &photo->rights[i];
        if (right->value || right->from || right->until || right->origin == CUTLINE_ORIGIN_HAND)
            print_right(out, right);
    }
    if (photo->kill_reason)
        cli_page_text(out, "killed", *photo->kill_reason ? photo->kill_reason : "no reason given");
}

static void print_places(cli_out *out, const cutline_photo *photo)
{
    for (size_t i = 0; i < photo->file_count; i++)
        cli_page_text(out, photo->files[i].missing ? "missing" : "file", photo->files[i].path);
    for (size_t i = 0; i < photo->page_count; i++) {
        const cutline_photo_page *page = &photo->pages[i];
        cli_page_text(out, "page", page->path);
        cli_page_text(out, "  title", page->title);
        cli_page_text(out, "  site", page->site);
    }
}

static void print_captions(cli_out *out, const cutline_photo *photo)
{
    for (size_t i = 0; i < photo->caption_count; i++) {
        const cutline_photo_caption *caption = &photo->captions[i];
        cli_print(out, "\n");
        cli_page_label(out, "caption from");
        cli_print(out, cutline_origin_name(caption->origin));
        if (caption->where) {
            cli_print(out, ", ");
            cli_print_text(out, caption->where);
        }
        cli_print(out, "\n");
        cli_page_text(out, "  text", caption->text);
        cli_page_text(out, "  credit in it", caption->credit_line);
    }
}

static void print_page(cli_out *out, const cutline_photo *photo)
{
    print_number(out, photo);
    cli_page_text(out, "image hash", photo->image_hash);
    cli_page_media_ids(out, photo->media_ids);
    print_places(out, photo);
    print_credit(out, photo);
    cli_page_persons(out, photo->persons, photo->person_count);
    cli_page_place(out, &photo->place);
    cli_page_text(out, "date", photo->date);
    cli_page_restrictions(out, photo->restrictions);
    print_rights(out, photo);
    cli_page_text(out, "file photo", photo->file_photo ? "yes" : NULL);
    cli_page_provenance(out, &photo->provenance);
    print_captions(out, photo);
    if (photo->field_count > 0)
        cli_print(out, "\n");
    for (size_t i = 0; i < photo->field_count; i++)
        cli_page_field(out, &photo->fields[i]);
    if (photo->finding_count > 0)
        cli_print(out, "\n");
    cli_page_findings(out, photo->findings, photo->finding_count);
}

static void print_json(cli *c, const cutline_photo *photo)
{
    cutline_error err;
    char *json = NULL;
    if (cutline_photo_json(photo, &json, &err) == CUTLINE_OK) {
        cli_print_json(&c->out, json);
        cli_print(&c->out, "\n");
    } else {
        cli_fail_error(c, CLI_FAILED, &err);
    }
    cutline_free(json);
}

static void show(cli *c, const char *name, bool *first)
{
    cutline_error err;
    cutline_photos *photos = NULL;
    cutline_status status = cutline_catalog_show(c->catalog, name, &photos, &err);
    if (status == CUTLINE_NOT_FOUND)
        cli_fail(c, CLI_NOTHING, "no photo has the media ID or path %s", name);
    else if (status == CUTLINE_BAD_ARGUMENT)
        cli_fail_error(c, CLI_SOME_FAILED, &err);
    else if (status != CUTLINE_OK)
        cli_fail_error(c, CLI_FAILED, &err);
    for (size_t i = 0; photos && i < photos->count; i++) {
        if (c->globals.json) {
            print_json(c, &photos->items[i]);
        } else {
            cli_print(&c->out, *first ? "" : "\n");
            print_page(&c->out, &photos->items[i]);
        }
        *first = false;
    }
    cutline_photos_free(photos);
}

void cli_run_show(cli *c)
{
    cli_items items;
    const char *name;
    bool first = true;
    if (!cli_begin(c, NULL) || !cli_items_init(&items, c, true))
        return;
    while (c->worst < CLI_FAILED && (name = cli_items_next(&items)) != NULL)
        show(c, name, &first);
    cli_items_release(&items);
}
