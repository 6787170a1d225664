#include "cli/photo_variables.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static cutline_strings one(cli_photo_variables *v, const char *text)
{
    v->items[0] = text;
    return (cutline_strings){v->items, text && *text ? 1 : 0};
}

static const char *path_of(const cutline_photo *photo)
{
    return photo->file_count > 0 ? photo->files[0].path : NULL;
}

/* Without folders; `stem`: without the extension, too. */
static cutline_strings file_name(cli_photo_variables *v, bool stem)
{
    const char *path = path_of(v->photo);
    const char *slash = path ? strrchr(path, '/') : NULL;
    const char *name = slash ? slash + 1 : path;
    const char *dot = name && stem ? strrchr(name, '.') : NULL;
    if (!name)
        return (cutline_strings){NULL, 0};
    snprintf(v->text, sizeof v->text, "%.*s", dot && dot > name ? (int)(dot - name) : 1024, name);
    return one(v, v->text);
}

static cutline_strings media_id(cli_photo_variables *v, bool with_namespace)
{
    const cutline_media_ids *ids = &v->photo->media_ids;
    if (ids->count == 0)
        return (cutline_strings){NULL, 0};
    if (!with_namespace)
        return one(v, ids->items[0].id);
    snprintf(v->text, sizeof v->text, "%s:%s", ids->items[0].ns, ids->items[0].id);
    return one(v, v->text);
}

/* ---- by name -----------------------------------------------------------------------------------
 */

static cutline_strings get_credit(cli_photo_variables *v)
{
    return one(v, v->photo->credit.line);
}

static cutline_strings get_photographers(cli_photo_variables *v)
{
    return v->photo->credit.photographers;
}

static cutline_strings get_agencies(cli_photo_variables *v)
{
    return v->photo->credit.agencies;
}

static cutline_strings get_city(cli_photo_variables *v)
{
    return one(v, v->photo->place.city);
}

static cutline_strings get_region(cli_photo_variables *v)
{
    return one(v, v->photo->place.region);
}

static cutline_strings get_country(cli_photo_variables *v)
{
    return one(v, v->photo->place.country);
}

static cutline_strings get_date(cli_photo_variables *v)
{
    return one(v, v->photo->date);
}

static cutline_strings get_restrictions(cli_photo_variables *v)
{
    return v->photo->restrictions;
}

static cutline_strings get_media_id(cli_photo_variables *v)
{
    return media_id(v, true);
}

static cutline_strings get_id(cli_photo_variables *v)
{
    return media_id(v, false);
}

static cutline_strings get_file(cli_photo_variables *v)
{
    return file_name(v, false);
}

static cutline_strings get_filename(cli_photo_variables *v)
{
    return file_name(v, true);
}

static cutline_strings get_path(cli_photo_variables *v)
{
    return one(v, path_of(v->photo));
}

static cutline_strings get_photo(cli_photo_variables *v)
{
    snprintf(v->text, sizeof v->text, "%lld", (long long)v->photo->id);
    return one(v, v->text);
}

static cutline_strings get_seq(cli_photo_variables *v)
{
    snprintf(v->text, sizeof v->text, "%zu", v->number);
    return one(v, v->text);
}

/* What the catalog has weighed goes before the field of the same name. */
static const struct {
    const char *name;
    cutline_strings (*get)(cli_photo_variables *v);
} rows[] = {
    {"credit", get_credit},     {"photographers", get_photographers},
    {"agencies", get_agencies}, {"city", get_city},
    {"region", get_region},     {"country", get_country},
    {"date", get_date},         {"restrictions", get_restrictions},
    {"media_id", get_media_id}, {"id", get_id},
    {"file", get_file},         {"filename", get_filename},
    {"path", get_path},         {"photo", get_photo},
    {"seq", get_seq},
};
#define ROWS (sizeof rows / sizeof *rows)

static const cutline_field *find_field(const cutline_photo *photo, const char *name)
{
    for (size_t i = 0; i < photo->field_count; i++)
        if (strcmp(photo->fields[i].name, name) == 0)
            return &photo->fields[i];
    return NULL;
}

/* All values of a list; of a text in several languages the first. */
static cutline_strings field_values(cli_photo_variables *v, const cutline_field *field)
{
    if (!field || !field->values[0].text)
        return (cutline_strings){NULL, 0};
    if (field->count == 1 || field->values[0].lang)
        return one(v, field->values[0].text);
    free(v->list);
    v->list = calloc(field->count, sizeof *v->list);
    size_t n = 0;
    for (size_t i = 0; v->list && i < field->count; i++)
        if (field->values[i].text)
            v->list[n++] = field->values[i].text;
    return (cutline_strings){v->list, n};
}

cutline_strings cli_photo_variable(const char *name, void *context)
{
    cli_photo_variables *v = context;
    for (size_t i = 0; i < ROWS; i++)
        if (strcmp(rows[i].name, name) == 0)
            return rows[i].get(v);
    return field_values(v, find_field(v->photo, name));
}

void cli_photo_variables_release(cli_photo_variables *v)
{
    free(v->list);
    v->list = NULL;
}

const char *cli_photo_variable_at(size_t index, const void *context)
{
    (void)context;
    if (index < ROWS)
        return rows[index].name;
    const cutline_field_info *info = cutline_field_info_at(index - ROWS);
    return info ? info->name : NULL;
}
