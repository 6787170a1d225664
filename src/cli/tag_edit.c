#include "cli/tag_edit.h"

#include "cli/json.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

cli_tag_edit cli_tag_parse(const char *argument)
{
    static const char media[] = "media+=";
    cli_tag_edit edit = {.kind = CLI_TAG_NONE};
    if (strncmp(argument, media, sizeof media - 1) == 0) {
        edit.kind = CLI_TAG_MEDIA_ID;
        edit.value = argument + sizeof media - 1;
        snprintf(edit.field, sizeof edit.field, "media");
        return edit;
    }
    size_t n = strspn(argument, "abcdefghijklmnopqrstuvwxyz0123456789_");
    if (n == 0 || n >= sizeof edit.field || argument[n] != '=')
        return edit;
    edit.kind = CLI_TAG_FIELD_VALUE;
    edit.value = argument + n + 1;
    snprintf(edit.field, sizeof edit.field, "%.*s", (int)n, argument);
    return edit;
}

/* A field's values joined by "; ", to be freed; NULL if the photo has no such field. */
static char *old_value(const cutline_photo *photo, const char *name)
{
    char *text = NULL;
    size_t size;
    for (size_t i = 0; i < photo->field_count; i++) {
        const cutline_field *field = &photo->fields[i];
        if (strcmp(field->name, name) != 0)
            continue;
        FILE *to = open_memstream(&text, &size);
        for (size_t v = 0; to && v < field->count; v++)
            fprintf(to, "%s%s", v > 0 ? "; " : "",
                    field->values[v].text ? field->values[v].text : "");
        if (to)
            fclose(to);
        break;
    }
    return text;
}

void cli_tag_print(cli *c, const cutline_photo *photo, const cli_tag_edit *edit)
{
    char *old = edit->kind == CLI_TAG_MEDIA_ID ? NULL : old_value(photo, edit->field);
    const char *new = *edit->value ? edit->value : NULL;
    if (c->globals.json) {
        cli_json_print(c, json_pack("{s:I,s:s,s:s?,s:s?}", "photo", (json_int_t)photo->id, "field",
                                    edit->field, "old", old, "new", new));
    } else {
        cli_printf(&c->out, "photo:%" PRId64 " ", photo->id);
        cli_print_styled(&c->out, CLI_BOLD, edit->field);
        cli_print(&c->out, ": ");
        cli_print_text(&c->out, old ? old : "(none)");
        cli_print(&c->out, " -> ");
        cli_print_text(&c->out, new ? new : "(as the files say)");
        cli_print(&c->out, "\n");
    }
    free(old);
}
