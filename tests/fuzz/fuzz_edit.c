/* Edits: any bytes are edits, one a line, or a plain error; as a table they give rows or one. What
 * is edited and undone is as it was before. The catalog has a few photos. */
#include "fuzz.h"

#include <cutline/edit.h>
#include <cutline/import.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static cutline_catalog *catalog;
static char folder[] = "/tmp/cutline-fuzz-XXXXXX";
static char path[64], list[64];

static const char rows[] =
    "file,media_id,caption,credit,city,keywords,date,instructions\n"
    "a1.jpg,reuters:RTX2CGS3,\"John Kerry in Geneva, Switzerland May 2, 2016\",REUTERS/Denis "
    "Balibouse,Geneva,syria;talks,2016-05-02,\"JAPAN OUT. NO ARCHIVES. TV OUT\"\n"
    "b 2.jpg,getty:527341234,A boat. EMBARGOED UNTIL SUNDAY,Getty Images/Jane Roe,,,2016,\n";

static void clean_up(void)
{
    cutline_catalog_close(catalog);
    unlink(path);
    unlink(list);
    rmdir(folder);
}

static void open_once(void)
{
    cutline_error err;
    if (catalog)
        return;
    if (!mkdtemp(folder))
        abort();
    snprintf(path, sizeof path, "%s/catalog.db", folder);
    snprintf(list, sizeof list, "%s/list.csv", folder);
    FILE *f = fopen(list, "w");
    const char *const paths[] = {list};
    if (!f || fputs(rows, f) < 0 || fclose(f) != 0 ||
        cutline_catalog_open(path, CUTLINE_OPEN_CREATE, &catalog, &err) != CUTLINE_OK ||
        cutline_import(catalog, paths, 1, NULL, NULL, &err) != CUTLINE_OK)
        abort();
    atexit(clean_up);
}

static void check(cutline_status status, const cutline_error *err)
{
    if (status == CUTLINE_OK || status == CUTLINE_BAD_ARGUMENT || status == CUTLINE_LIMIT ||
        status == CUTLINE_NO_MEMORY)
        return;
    fprintf(stderr, "%s: %s\n", cutline_status_name(status), err->message);
    abort();
}

/* All that is known of a photo. */
static char *snapshot(int photo)
{
    cutline_error err;
    cutline_photos *photos;
    char name[16], *json;
    snprintf(name, sizeof name, "photo:%d", photo);
    if (cutline_catalog_show(catalog, name, &photos, &err) != CUTLINE_OK ||
        cutline_photo_json(&photos->items[0], &json, &err) != CUTLINE_OK)
        abort();
    cutline_photos_free(photos);
    return json;
}

/* The photos are as they were; `before` is released. */
static void compare(char *before[2])
{
    for (int i = 0; i < 2; i++) {
        char *after = snapshot(i + 1);
        if (strcmp(before[i], after) != 0) {
            fprintf(stderr, "before: %s\nafter:  %s\n", before[i], after);
            abort();
        }
        cutline_free(before[i]);
        cutline_free(after);
    }
}

static void see(const cutline_edit_change *change, void *context)
{
    size_t *changes = context;
    if (!change->field || change->photo < 1 || change->photo > 2)
        abort();
    ++*changes;
}

/* The edits as a dry run, in earnest, and taken back. */
static void edit_and_undo(const cutline_edits *edits)
{
    cutline_error err;
    cutline_edit_result result = {0};
    cutline_undo_result undone;
    const cutline_undo_request latest = {0};
    size_t said = 0;
    cutline_edit_job jobs[] = {{.photo = 1, .edits = edits}, {.photo = 2, .edits = edits}};
    cutline_edit_options options = {.dry_run = true, .on_change = see, .context = &said};
    cutline_status status = cutline_catalog_edit(catalog, jobs, 2, &options, &result, &err);
    check(status, &err);
    if (status != CUTLINE_OK)
        return;
    char *before[] = {snapshot(1), snapshot(2)};
    options = (cutline_edit_options){.editor = {"fuzz", "fuzz"}};
    status = cutline_catalog_edit(catalog, jobs, 2, &options, &result, &err);
    check(status, &err);
    if (status != CUTLINE_OK || result.conflicts > 0)
        abort();
    if (result.change != 0 &&
        (cutline_catalog_undo(catalog, &latest, &undone, &err) != CUTLINE_OK || undone.conflicts))
        abort();
    compare(before);
}

static cutline_status drop_row(const cutline_edit_row *row, void *context, cutline_error *err)
{
    (void)context;
    (void)err;
    if (!row->name || !row->name[0] || row->line == 0)
        abort();
    cutline_edits_free(row->edits);
    return CUTLINE_OK;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    cutline_error err;
    cutline_edits *edits;
    char *text = malloc(size + 1), *rest = text, *line;
    open_once();
    if (!text || cutline_edits_new(&edits, &err) != CUTLINE_OK)
        abort();
    memcpy(text, data, size);
    text[size] = '\0';
    while ((line = strsep(&rest, "\n")) != NULL)
        check(cutline_edits_add(edits, line, &err), &err);
    if (cutline_edits_count(edits) > 0)
        edit_and_undo(edits);
    cutline_status status = cutline_edit_table_read(data, size, NULL, drop_row, NULL, &err);
    check(status, &err);
    cutline_edits_free(edits);
    free(text);
    return 0;
}
