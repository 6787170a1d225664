/* cutline read: the metadata of photos as it stands in their files. */
#include "cli/commands.h"
#include "cli/items.h"
#include "cli/page.h"

#include <string.h>

struct flags {
    unsigned policy; /* cutline_policy */
    bool metadata_only;
};

const cli_opt cli_read_options[] = {
    {CLI_OPT_CHOICE, '\0', "policy", offsetof(struct flags, policy), "newsroom|mwg",
     "which block wins where EXIF, IIM and XMP disagree: by the rules of newsrooms (the default) "
     "or of the Metadata Working Group"},
    {CLI_OPT_FLAG, '\0', "metadata-only", offsetof(struct flags, metadata_only), NULL,
     "do not read the image data, which is faster and leaves the image hash out"},
    {.name = NULL},
};

static void print_picture(cli_out *out, const cutline_record *record)
{
    cli_page_text(out, "file", cutline_record_path(record));
    cli_page_label(out, "picture");
    cli_print_text(out, cutline_record_format(record));
    if (cutline_record_width(record) && cutline_record_height(record))
        cli_printf(out, ", %u x %u pixels", cutline_record_width(record),
                   cutline_record_height(record));
    cli_print(out, "\n");
    cli_page_text(out, "image hash", cutline_record_image_hash(record));
    cli_page_text(out, "sidecar", cutline_record_sidecar(record));
}

static void print_caption_parts(cli_out *out, const cutline_caption *caption)
{
    if (!caption)
        return;
    cli_page_persons(out, caption->persons, caption->person_count);
    cli_page_place(out, &caption->place);
    cli_page_text(out, "date", caption->date);
    cli_page_text(out, "file photo", caption->file_photo ? "yes" : NULL);
}

static void print_page(cli_out *out, const cutline_record *record)
{
    const cutline_field *field;
    size_t count;
    print_picture(out, record);
    cli_page_media_ids(out, cutline_record_media_ids(record));
    cli_page_credit(out, cutline_record_credit(record));
    print_caption_parts(out, cutline_record_caption(record));
    cli_page_restrictions(out, cutline_record_restrictions(record));
    cli_page_provenance(out, cutline_record_provenance(record));
    cli_print(out, "\n");
    for (size_t i = 0; (field = cutline_record_field_at(record, i)) != NULL; i++)
        cli_page_field(out, field);
    const cutline_finding *findings = cutline_record_findings(record, &count);
    if (count > 0)
        cli_print(out, "\n");
    cli_page_findings(out, findings, count);
}

static void print_record(cli *c, const cutline_record *record, bool first)
{
    cutline_error err;
    char *json = NULL;
    if (!c->globals.json) {
        cli_print(&c->out, first ? "" : "\n");
        print_page(&c->out, record);
    } else if (cutline_record_json(record, &json, &err) == CUTLINE_OK) {
        cli_print_json(&c->out, json);
        cli_print(&c->out, "\n");
    } else {
        cli_fail_error(c, CLI_SOME_FAILED, &err);
    }
    cutline_free(json);
}

void cli_run_read(cli *c)
{
    struct flags flags = {0};
    cli_items items;
    const char *path;
    bool first = true;
    if (!cli_begin(c, &flags) || !cli_items_init(&items, c, false))
        return;
    cutline_read_options options = {.policy = (cutline_policy)flags.policy,
                                    .metadata_only = flags.metadata_only};
    while ((path = cli_items_next(&items)) != NULL) {
        cutline_error err;
        cutline_record *record = NULL;
        if (cutline_record_read(path, &options, &record, &err) == CUTLINE_OK) {
            print_record(c, record, first);
            first = false;
        } else {
            cli_fail_error(c, CLI_SOME_FAILED, &err);
        }
        cutline_record_free(record);
    }
    cli_items_release(&items);
}
