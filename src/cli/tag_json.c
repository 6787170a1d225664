/* Edits as JSON, one object a line: {"photo": 12, "set": {"caption": "...", "keywords+": ["a"]}}.
 */
#include "cli/tag_jobs.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

typedef struct row {
    cli *c;
    size_t line;
    cutline_edits *edits;
} row;

static bool fail_row(const row *r, const char *what)
{
    cli_fail(r->c, CLI_USAGE, "line %zu: %s", r->line, what);
    return false;
}

/* wrong: what the parser says; NULL if it is JSON, and no object. */
static bool fail_object(const row *r, const json_error_t *wrong)
{
    if (wrong)
        cli_fail(r->c, CLI_USAGE, "line %zu: not a JSON object: %s", r->line, wrong->text);
    else
        fail_row(r, "not a JSON object");
    return false;
}

/* Whether the values of a field are a list; of what is no field, that is said elsewhere. */
static bool may_be_list(const char *key)
{
    char name[64];
    snprintf(name, sizeof name, "%.*s", (int)strspn(key, "abcdefghijklmnopqrstuvwxyz0123456789_"),
             key);
    const cutline_field_info *info = cutline_field_info_find(name);
    return !info || info->kind == CUTLINE_KIND_LIST || info->kind == CUTLINE_KIND_STRUCT ||
           info->kind == CUTLINE_KIND_STRUCTS;
}

static bool add_edit(const row *r, const char *key, const char *sign, const char *value)
{
    cutline_error err;
    char *text;
    if (asprintf(&text, "%s%s%s", key, sign, value) < 0) {
        cli_fail_memory(r->c);
        return false;
    }
    cutline_status status = cutline_edits_add(r->edits, text, &err);
    free(text);
    if (status == CUTLINE_OK)
        return true;
    cli_fail(r->c, cli_exit_of(status), "line %zu: %s", r->line, err.message);
    return false;
}

/* The values of a list as one text; a semicolon inside a value has a backslash. */
static bool add_list(const row *r, const char *key, const json_t *list)
{
    char *text = NULL;
    size_t size;
    if (!may_be_list(key)) {
        cli_fail(r->c, CLI_USAGE, "line %zu: %s is one text and no list", r->line, key);
        return false;
    }
    FILE *to = open_memstream(&text, &size);
    if (!to) {
        cli_fail_memory(r->c);
        return false;
    }
    bool ok = true;
    for (size_t i = 0; i < json_array_size(list) && ok; i++) {
        const char *value = json_string_value(json_array_get(list, i));
        ok = value != NULL;
        if (i > 0)
            fputs("; ", to);
        for (; ok && *value; value++)
            fprintf(to, *value == ';' ? "\\%c" : "%c", *value);
    }
    fclose(to);
    ok = ok ? add_edit(r, key, "=", text) : fail_row(r, "a list holds something that is no text");
    free(text);
    return ok;
}

/* A string sets, "" blanks, null takes back, a list is a list; the parts of an object are parts of
 * the structure. */
static bool add_member(const row *r, const char *key, json_t *value)
{
    const char *name;
    json_t *part;
    if (json_is_null(value))
        return add_edit(r, key, "=", "");
    if (json_is_string(value))
        return json_string_length(value) > 0 ? add_edit(r, key, "=", json_string_value(value))
                                             : add_edit(r, key, ":blank", "");
    if (json_is_array(value))
        return add_list(r, key, value);
    if (!json_is_object(value))
        return fail_row(r, "a value is neither a text nor a list nor an object");
    json_object_foreach(value, name, part)
    {
        char *path;
        if (!json_is_string(part))
            return fail_row(r, "a part of a structure is no text");
        if (asprintf(&path, "%s.%s", key, name) < 0) {
            cli_fail_memory(r->c);
            return false;
        }
        bool ok = add_edit(r, path, "=", json_string_value(part));
        free(path);
        if (!ok)
            return false;
    }
    return true;
}

/* How the row names its photo; NULL if it does not. */
static const char *photo_name(const json_t *object, char *number, size_t size)
{
    static const char *const keys[] = {"id", "media_id", "path", "name"};
    const json_t *photo = json_object_get(object, "photo");
    if (json_is_integer(photo)) {
        snprintf(number, size, "photo:%" PRId64, (int64_t)json_integer_value(photo));
        return number;
    }
    const char *name = json_string_value(photo);
    for (size_t i = 0; i < sizeof keys / sizeof keys[0] && !name; i++)
        name = json_string_value(json_object_get(object, keys[i]));
    return name;
}

static bool take_object(row *r, const json_t *object, cli_tag_jobs *jobs)
{
    char number[32];
    cutline_error err;
    const char *name = photo_name(object, number, sizeof number), *key;
    json_t *set = json_object_get(object, "set"), *value;
    if (!name)
        return fail_row(r, "no photo is named: \"photo\", \"id\" or \"path\" is missing");
    if (!json_is_object(set))
        return fail_row(r, "\"set\" is missing");
    if (cutline_edits_new(&r->edits, &err) != CUTLINE_OK) {
        cli_fail_memory(r->c);
        return false;
    }
    if (!cli_tag_jobs_own(r->c, jobs, r->edits))
        return false;
    json_object_foreach(set, key, value)
    {
        if (!add_member(r, key, value))
            return false;
    }
    return cli_tag_jobs_add_named(r->c, jobs, name, NULL, r->edits) ||
           r->c->worst <= CLI_SOME_FAILED;
}

bool cli_tag_jobs_of_json(cli *c, const char *text, cli_tag_jobs *jobs)
{
    row r = {.c = c};
    bool ok = true;
    while (ok && *text) {
        size_t length = strcspn(text, "\n");
        r.line++;
        if (strspn(text, " \t\r") < length) {
            json_error_t wrong;
            json_t *object = json_loadb(text, length, JSON_REJECT_DUPLICATES, &wrong);
            ok = json_is_object(object) ? take_object(&r, object, jobs)
                                        : fail_object(&r, object ? NULL : &wrong);
            json_decref(object);
        }
        text += length + (text[length] == '\n');
    }
    return ok;
}
