#include "cli/fill.h"
#include "cli/codes.h"
#include "cli/editor.h"
#include "cli/file.h"
#include "cli/limits.h"
#include "cli/photo_variables.h"

#include <cutline/nearest.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool cli_fill_is_wanted(const cli_fill_flags *flags)
{
    return flags->template_file || flags->codes || flags->expand;
}

void cli_fill_release(cli_fill *fill)
{
    for (size_t i = 0; i < fill->count; i++)
        cutline_template_free(fill->edits[i]);
    free(fill->edits);
    cutline_codes_free(fill->codes);
    *fill = (cli_fill){0};
}

/* ---- templates ---------------------------------------------------------------------------------
 */

static bool keep(cli *c, cli_fill *fill, cutline_template *edit)
{
    if (fill->count == fill->room) {
        size_t room = fill->room ? 2 * fill->room : 16;
        cutline_template **grown = reallocarray(fill->edits, room, sizeof *grown);
        if (!grown) {
            cutline_template_free(edit);
            cli_fail_memory(c);
            return false;
        }
        fill->edits = grown;
        fill->room = room;
    }
    fill->edits[fill->count++] = edit;
    return true;
}

static bool is_variable(const char *name)
{
    for (size_t i = 0; cli_photo_variable_at(i, NULL); i++)
        if (strcmp(cli_photo_variable_at(i, NULL), name) == 0)
            return true;
    return false;
}

/* All variables are known; else the message is printed. */
static bool check_variables(cli *c, const char *where, const cutline_template *edit)
{
    for (size_t i = 0; cutline_template_variable_at(edit, i); i++) {
        const char *name = cutline_template_variable_at(edit, i)->name;
        if (is_variable(name))
            continue;
        const char *near = cutline_nearest(name, cli_photo_variable_at, NULL);
        cli_fail(c, CLI_USAGE,
                 near ? "%s: there is no variable {%s}; did you mean {%s}?"
                      : "%s: there is no variable {%s}",
                 where, name, near);
        return false;
    }
    return true;
}

/* where: file and line, or the edit as it was typed. */
static bool add(cli *c, cli_fill *fill, const char *where, const char *text)
{
    cutline_error err;
    cutline_template *edit;
    if (cutline_template_parse(text, strlen(text), &edit, &err) != CUTLINE_OK) {
        cli_fail(c, CLI_USAGE, "%s: byte %" PRId64 ": %s", where, err.offset, err.message);
        return false;
    }
    if (!check_variables(c, where, edit)) {
        cutline_template_free(edit);
        return false;
    }
    return keep(c, fill, edit);
}

/* A copy in which braces stand for themselves. */
static char *escape_braces(const char *text)
{
    char *out = malloc(2 * strlen(text) + 1), *to = out;
    for (; out && *text; text++) {
        if (*text == '{' || *text == '}')
            *to++ = *text;
        *to++ = *text;
    }
    if (out)
        *to = '\0';
    return out;
}

bool cli_fill_add(cli *c, cli_fill *fill, const char *edit, bool literal)
{
    if (!literal)
        return add(c, fill, edit, edit);
    char *escaped = escape_braces(edit);
    bool ok = escaped && add(c, fill, edit, escaped);
    if (!escaped)
        cli_fail_memory(c);
    free(escaped);
    return ok;
}

/* ---- files of templates ------------------------------------------------------------------------
 */

/* "caption = Text" without the blanks around the sign, which edits do not have. */
static void tighten(char *line)
{
    char *sign = strchr(line, '=');
    if (!sign || line[0] == '+' || line[0] == '-')
        return;
    char *value = sign + 1 + strspn(sign + 1, " \t");
    char *op = sign > line && strchr("?+^-", sign[-1]) ? sign - 1 : sign;
    char *end = op;
    while (end > line && (end[-1] == ' ' || end[-1] == '\t'))
        end--;
    size_t signs = (size_t)(sign + 1 - op);
    memmove(end, op, signs);
    memmove(end + signs, value, strlen(value) + 1);
}

/* A line and those after it that begin with a blank, which go on with it; NULL at the end. Lines
 * are joined in place. */
static char *next_edit(char **rest, size_t *number)
{
    char *line = *rest;
    if (!*line)
        return NULL;
    char *end = line + strcspn(line, "\r\n");
    ++*number;
    for (;;) {
        char *next = end + (end[0] == '\r' && end[1] == '\n' ? 2 : *end ? 1 : 0);
        bool goes_on = *end && (*next == ' ' || *next == '\t') && line[0] != '#';
        *end = '\0';
        *rest = next;
        if (!goes_on)
            return line;
        char *text = next + strspn(next, " \t");
        size_t n = strcspn(text, "\r\n");
        *end++ = ' ';
        memmove(end, text, n);
        char *after = text + n;
        memmove(end + n, after, strlen(after) + 1);
        end += n;
        ++*number;
    }
}

static bool read_template(cli *c, cli_fill *fill, const char *path)
{
    size_t length, number = 0;
    char where[1100];
    char *text = cli_file_read(c, path, CLI_MAX_TEMPLATE, &length);
    char *rest = text;
    bool ok = text != NULL;
    if (ok && strncmp(text, "\xEF\xBB\xBF", 3) == 0)
        rest += 3;
    while (ok && *rest) {
        size_t first = number + 1;
        char *line = next_edit(&rest, &number);
        if (!line || !*line || line[0] == '#' || line[strspn(line, " \t")] == '\0')
            continue;
        tighten(line);
        snprintf(where, sizeof where, "%s: line %zu", cli_file_name(path), first);
        ok = add(c, fill, where, line);
    }
    free(text);
    if (!ok)
        cli_note(c, CLI_USAGE);
    return ok;
}

/* ---- codes -------------------------------------------------------------------------------------
 */

static bool load_codes(cli *c, cli_fill *fill, const char *files)
{
    cutline_error err;
    const cli_codes_watch quiet = {.remark = NULL};
    char *list = strdup(files), *rest = list, *file;
    bool ok = list && cutline_codes_new(&fill->codes, &err) == CUTLINE_OK;
    if (!ok)
        cli_fail_memory(c);
    while (ok && (file = strsep(&rest, ",")) != NULL)
        ok = cli_codes_load(c, fill->codes, file, &quiet);
    free(list);
    return ok;
}

bool cli_fill_open(cli *c, const cli_fill_flags *flags, cli_fill *out)
{
    *out = (cli_fill){.delimiter = cli_codes_delimiter(c, flags->delimiter)};
    return out->delimiter && (!flags->codes || load_codes(c, out, flags->codes)) &&
           (!flags->template_file || read_template(c, out, flags->template_file));
}

/* ---- photos ------------------------------------------------------------------------------------
 */

struct unknown {
    cli *c;
    int64_t photo;
    bool any;
};

static void say_unknown(const char *code, void *context)
{
    struct unknown *u = context;
    cli_fail(u->c, CLI_SOME_FAILED, "photo:%" PRId64 ": %s is no code; the photo is left alone",
             u->photo, code);
    u->any = true;
}

/* The text of an edit for the photo, to be freed by cutline_free(); NULL, with the message printed,
 * if it cannot be. */
static char *fill_in(cli *c, const cli_fill *fill, const cutline_template *edit,
                     cli_photo_variables *v)
{
    cutline_error err;
    char *text, *replaced = NULL;
    struct unknown unknown = {c, v->photo->id, false};
    cutline_status status = cutline_template_expand(edit, cli_photo_variable, v, &text, &err);
    if (status == CUTLINE_OK && fill->codes) {
        status = cutline_codes_expand(fill->codes, text, fill->delimiter, say_unknown, &unknown,
                                      &replaced, &err);
        cutline_free(text);
        text = replaced;
    }
    if (status != CUTLINE_OK)
        cli_fail_error(c, cli_exit_of(status), &err);
    if (status == CUTLINE_OK && !unknown.any)
        return text;
    cutline_free(text);
    return NULL;
}

/* "byline=" with nothing filled in would take back what was typed: it edits nothing instead. */
static bool is_empty(const char *edit)
{
    size_t n = strlen(edit);
    return n > 0 && edit[n - 1] == '=';
}

static bool add_edit(cli *c, cutline_edits *edits, const char *text, const cutline_photo *photo)
{
    cutline_error err;
    if (is_empty(text) || cutline_edits_add(edits, text, &err) == CUTLINE_OK)
        return true;
    cli_fail(c, CLI_USAGE, "photo:%" PRId64 ": %s", photo->id, err.message);
    return false;
}

cutline_edits *cli_fill_photo(cli *c, cli_fill *fill, const cutline_photo *photo)
{
    cutline_error err;
    cutline_edits *edits;
    cli_photo_variables v = {.photo = photo, .number = ++fill->number};
    bool ok = cutline_edits_new(&edits, &err) == CUTLINE_OK;
    if (!ok) {
        cli_fail_memory(c);
        return NULL;
    }
    for (size_t i = 0; i < fill->count && ok; i++) {
        char *text = fill_in(c, fill, fill->edits[i], &v);
        ok = text && add_edit(c, edits, text, photo);
        cutline_free(text);
    }
    cli_photo_variables_release(&v);
    if (ok)
        return edits;
    cutline_edits_free(edits);
    return NULL;
}

/* ---- many photos -------------------------------------------------------------------------------
 */

/* A photo of which several files were added. */
static bool has_job(const cutline_edit_job *jobs, size_t count, int64_t photo)
{
    for (size_t i = 0; i < count; i++)
        if (jobs[i].photo == photo)
            return true;
    return false;
}

/* Fills in for each photo; photos that cannot be filled in were said. Returns the number of jobs.
 */
static size_t fill_all(cli *c, cli_fill *fill, const cli_selection *photos, cutline_edit_job *jobs)
{
    size_t count = 0;
    for (size_t i = 0; i < photos->count && c->worst < CLI_FAILED; i++) {
        cutline_photos *loaded = cli_selection_load(c, photos->photos[i]);
        bool is_new =
            loaded && (loaded->items[0].file_count < 2 || !has_job(jobs, count, photos->photos[i]));
        cutline_edits *edits = is_new ? cli_fill_photo(c, fill, &loaded->items[0]) : NULL;
        if (edits)
            jobs[count++] = (cutline_edit_job){.photo = photos->photos[i], .edits = edits};
        cutline_photos_free(loaded);
    }
    return count;
}

static void warn_of_change(const cutline_edit_change *change, void *context)
{
    cli *c = context;
    if (change->warning)
        cli_warn(c, "photo:%" PRId64 ": %s: %s", change->photo, change->field, change->warning);
}

void cli_fill_apply(cli *c, cli_fill *fill, const cli_selection *photos, const char *editor,
                    const cutline_vocabularies *vocabularies)
{
    cutline_error err;
    cutline_edit_result result;
    const cutline_edit_options options = {.editor = {cli_editor_name(editor), "import --template"},
                                          .vocabularies = vocabularies,
                                          .on_change = warn_of_change,
                                          .context = c};
    if (fill->count == 0 || photos->count == 0)
        return;
    cutline_edit_job *jobs = calloc(photos->count, sizeof *jobs);
    if (!jobs) {
        cli_fail_memory(c);
        return;
    }
    size_t count = fill_all(c, fill, photos, jobs);
    if (count > 0 &&
        cutline_catalog_edit(c->catalog, jobs, count, &options, &result, &err) != CUTLINE_OK)
        cli_fail_error(c, CLI_FAILED, &err);
    while (count > 0)
        cutline_edits_free((cutline_edits *)(uintptr_t)jobs[--count].edits);
    free(jobs);
}
