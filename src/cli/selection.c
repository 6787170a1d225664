#include "cli/selection.h"

#include <cutline/query.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool cli_selection_add(cli_selection *s, int64_t photo)
{
    if (s->count == s->room) {
        size_t room = s->room ? 2 * s->room : 64;
        int64_t *grown = reallocarray(s->photos, room, sizeof *grown);
        if (!grown)
            return false;
        s->photos = grown;
        s->room = room;
    }
    s->photos[s->count++] = photo;
    return true;
}

static bool has(const cli_selection *s, int64_t photo)
{
    for (size_t i = 0; i < s->count; i++)
        if (s->photos[i] == photo)
            return true;
    return false;
}

static int add_new(int64_t photo, void *context)
{
    cli_selection *s = context;
    return has(s, photo) || cli_selection_add(s, photo) ? 0 : 1;
}

/* Adds what a name means. CUTLINE_NOT_FOUND and CUTLINE_BAD_ARGUMENT: it is no name of a photo. */
static cutline_status add_named(cli *c, cli_selection *s, const char *name, cutline_error *err)
{
    cutline_status status = cutline_catalog_resolve(c->catalog, name, add_new, s, err);
    return status == CUTLINE_CANCELLED ? CUTLINE_NO_MEMORY : status;
}

static cutline_status find_named(cli *c, size_t from, size_t to, cli_selection *s,
                                 cutline_error *err)
{
    cutline_status status = from < to ? CUTLINE_OK : CUTLINE_NOT_FOUND;
    for (size_t i = from; i < to && status == CUTLINE_OK; i++)
        status = add_named(c, s, c->args[i], err);
    return status;
}

static int add_hit(const cutline_hit *hit, void *context)
{
    return cli_selection_add(context, hit->photo) ? 0 : 1;
}

/* The operands with blanks between them. */
static char *join(const cli *c, size_t from, size_t to)
{
    size_t size = 1;
    for (size_t i = from; i < to; i++)
        size += strlen(c->args[i]) + 1;
    char *query = malloc(size);
    size_t n = 0;
    for (size_t i = from; query && i < to; i++)
        n += (size_t)snprintf(query + n, size - n, i > from ? " %s" : "%s", c->args[i]);
    if (query)
        query[n] = '\0';
    return query;
}

static bool find_query(cli *c, size_t from, size_t to, cli_selection *s)
{
    cutline_error err;
    char *query = join(c, from, to);
    cutline_status status = CUTLINE_NO_MEMORY;
    s->count = 0;
    if (query)
        status = cutline_catalog_find(c->catalog, query, 0, add_hit, s, &err);
    if (!query || status == CUTLINE_CANCELLED)
        cli_fail_memory(c);
    else if (status != CUTLINE_OK)
        cli_fail_query(c, query, &err);
    else if (s->count == 0)
        cli_fail(c, CLI_NOTHING, "no photo matches %s", *query ? query : "");
    free(query);
    return status == CUTLINE_OK && s->count > 0;
}

/* "photo:12", which is never a query. */
static bool is_number(const char *name)
{
    return strncmp(name, "photo:", 6) == 0 && name[6] &&
           name[6 + strspn(name + 6, "0123456789")] == '\0';
}

bool cli_selection_find(cli *c, size_t from, size_t to, cli_selection *out)
{
    cutline_error err;
    *out = (cli_selection){0};
    cutline_status status = find_named(c, from, to, out, &err);
    out->named = status == CUTLINE_OK && out->count > 0;
    if (out->named)
        return true;
    if (status == CUTLINE_NOT_FOUND && to == from + 1 && is_number(c->args[from])) {
        cli_fail(c, CLI_NOTHING, "there is no %s", c->args[from]);
        return false;
    }
    if (status == CUTLINE_OK || status == CUTLINE_NOT_FOUND || status == CUTLINE_BAD_ARGUMENT)
        return find_query(c, from, to, out);
    if (status == CUTLINE_NO_MEMORY)
        cli_fail_memory(c);
    else
        cli_fail_error(c, cli_exit_of(status), &err);
    return false;
}

/* Keeps those of the photos that are in another list, unless that is none of them. */
static void keep_common(cli_selection *s, const cli_selection *other)
{
    size_t kept = 0;
    for (size_t i = 0; i < s->count; i++)
        if (has(other, s->photos[i]))
            s->photos[kept++] = s->photos[i];
    s->count = kept > 0 ? kept : s->count;
}

static cutline_status find_filed(cli *c, const char *file, cli_selection *s, cutline_error *err)
{
    cutline_status status = cutline_catalog_resolve_file_name(c->catalog, file, add_new, s, err);
    return status == CUTLINE_CANCELLED ? CUTLINE_NO_MEMORY : status;
}

/* No ID and no path: the name of a file, for which folders do not count. */
static cutline_status name_file(cli *c, const char *name, const char *file, cli_selection *out,
                                cutline_error *err)
{
    bool is_path = !file && strchr(name, '/');
    out->count = 0;
    cutline_status status =
        is_path ? CUTLINE_NOT_FOUND : find_filed(c, file ? file : name, out, err);
    if (status == CUTLINE_NOT_FOUND || status == CUTLINE_BAD_ARGUMENT)
        cli_fail(c, CLI_NOTHING, "no photo has the media ID, path or file name %s", name);
    else if (status == CUTLINE_OK && out->count > 1)
        cli_fail(c, CLI_SOME_FAILED,
                 "%s is left alone: %zu photos have a file of that name; say its path",
                 file ? file : name, out->count);
    else
        return status;
    return CUTLINE_NOT_FOUND;
}

static cutline_status name_photos(cli *c, const char *name, const char *file, cli_selection *out,
                                  cutline_error *err)
{
    cli_selection filed = {0};
    cutline_status status = add_named(c, out, name, err);
    if (status == CUTLINE_NOT_FOUND || status == CUTLINE_BAD_ARGUMENT)
        return name_file(c, name, file, out, err);
    if (status == CUTLINE_OK && out->count > 1 && file) {
        status = find_filed(c, file, &filed, err);
        if (status == CUTLINE_NOT_FOUND || status == CUTLINE_BAD_ARGUMENT)
            status = CUTLINE_OK;
        keep_common(out, &filed);
    }
    cli_selection_release(&filed);
    return status;
}

bool cli_selection_name(cli *c, const char *name, const char *file, cli_selection *out)
{
    cutline_error err;
    *out = (cli_selection){.named = true};
    cutline_status status = name_photos(c, name, file, out, &err);
    if (status == CUTLINE_NO_MEMORY)
        cli_fail_memory(c);
    else if (status != CUTLINE_OK && status != CUTLINE_NOT_FOUND)
        cli_fail_error(c, cli_exit_of(status), &err);
    return status == CUTLINE_OK;
}

void cli_selection_release(cli_selection *selection)
{
    free(selection->photos);
    *selection = (cli_selection){0};
}

cutline_photos *cli_selection_load(cli *c, int64_t photo)
{
    cutline_error err;
    char name[32];
    cutline_photos *photos = NULL;
    snprintf(name, sizeof name, "photo:%" PRId64, photo);
    cutline_status status = cutline_catalog_show(c->catalog, name, &photos, &err);
    if (status != CUTLINE_OK && status != CUTLINE_NOT_FOUND)
        cli_fail_error(c, cli_exit_of(status), &err);
    return photos;
}
