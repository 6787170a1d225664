/* Edits as people type them. */
#include "record/edit.h"

#include "base/error.h"
#include "base/limits.h"
#include "record/edit_check.h"

#include <cutline/nearest.h>
#include <stdlib.h>

/* ---- names -----------------------------------------------------------------------------------
 */

static const char *const other_names[] = {"media", "rights"};
#define OTHER_NAMES (sizeof other_names / sizeof other_names[0])

static const char *name_at(size_t index, const void *context)
{
    (void)context;
    if (index < cut_field_count)
        return cut_fields[index].info.name;
    index -= cut_field_count;
    return index < OTHER_NAMES ? other_names[index] : NULL;
}

static bool is_name_char(char c)
{
    return cut_is_lower(c) || cut_is_digit(c) || c == '_';
}

/* Takes the characters off the front that are in a class. */
static cut_str take_while(cut_str *rest, bool (*is)(char c))
{
    size_t n = 0;
    while (n < rest->n && is(rest->p[n]))
        n++;
    cut_str taken = cut_str_slice(*rest, 0, n);
    *rest = cut_str_slice(*rest, n, rest->n);
    return taken;
}

/* What other programs call the fields that people look for most. */
static const char *usual_name(cut_str name)
{
    static const char *const names[][2] = {{"photographer", "byline"},
                                           {"creator", "byline"},
                                           {"author", "byline"},
                                           {"description", "caption"},
                                           {"caption_abstract", "caption"},
                                           {"object_name", "title"},
                                           {"keyword", "keywords"},
                                           {"person", "persons_shown"},
                                           {"state", "province_state"},
                                           {"location", "sublocation"},
                                           {"date", "date_created"},
                                           {"special_instructions", "instructions"}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (cut_str_eq(name, cut_str_from(names[i][0])))
            return names[i][1];
    return NULL;
}

static cutline_status find_target(cut_arena *arena, cut_str name, cut_edit *out, cutline_error *err)
{
    out->field = cut_field_index(name);
    out->key = cut_arena_copy(arena, name);
    if (!out->key)
        return cut_no_memory(err);
    if (out->field >= 0)
        return CUTLINE_OK;
    out->target = cut_str_eq(name, CUT_STR("media")) ? CUT_EDIT_MEDIA : CUT_EDIT_RIGHTS;
    if (out->target == CUT_EDIT_MEDIA || cut_str_eq(name, CUT_STR("rights")))
        return CUTLINE_OK;
    const char *near = usual_name(name);
    if (!near)
        near = cutline_nearest(out->key, name_at, NULL);
    return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                    near ? "unknown field %s; did you mean %s?" : "unknown field %s", out->key,
                    near);
}

/* ---- [ar], [2], .City -------------------------------------------------------------------------
 */

static bool is_lang_char(char c)
{
    return cut_is_alnum(c) || c == '-';
}

/* RFC 5646, 2.1: subtags of letters and digits, in small letters here so that one language is one
 * key; 35 characters are said to do (4.4.1). */
static cutline_status take_language(cut_arena *arena, cut_str inside, cut_edit *out,
                                    cutline_error *err)
{
    size_t good = 0;
    while (good < inside.n && is_lang_char(inside.p[good]))
        good++;
    if (inside.n < 2 || inside.n > 35 || good < inside.n || !cut_is_alpha(inside.p[0]))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        "\"%.*s\" is no language; write one as ar or pt-BR", CUT_FMT(inside));
    if (cut_str_eq_nocase(inside, CUT_STR("x-default")))
        return CUTLINE_OK;
    char *lang = cut_arena_copy(arena, inside);
    for (size_t i = 0; lang && i < inside.n; i++)
        lang[i] = cut_to_lower(lang[i]);
    out->lang = lang;
    out->key = cut_arena_printf(arena, "%s[%s]", out->key, lang ? lang : "");
    return lang && out->key ? CUTLINE_OK : cut_no_memory(err);
}

static cutline_status take_brackets(cut_arena *arena, cut_str *rest, cut_edit *out,
                                    cutline_error *err)
{
    cutline_kind kind = cut_fields[out->field].info.kind;
    size_t end = cut_str_find_char(*rest, ']', 0);
    if (end == SIZE_MAX)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "a ] is missing behind %s[", out->key);
    cut_str inside = cut_str_slice(*rest, 1, end);
    *rest = cut_str_slice(*rest, end + 1, rest->n);
    if (kind == CUTLINE_KIND_LANG_ALT)
        return take_language(arena, inside, out, err);
    uint64_t number;
    if (kind != CUTLINE_KIND_STRUCTS || !cut_str_to_u64(inside, &number))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s has no [%.*s]", out->key, CUT_FMT(inside));
    if (number == 0 || number > CUT_MAX_STRUCT_MEMBERS)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "the first of %s is %s[1]", out->key, out->key);
    out->item = (size_t)number;
    return CUTLINE_OK;
}

static cutline_status take_part(cut_arena *arena, cut_str *rest, cut_edit *out, cutline_error *err)
{
    bool is_structure = cut_fields[out->field].info.kind == CUTLINE_KIND_STRUCT ||
                        cut_fields[out->field].info.kind == CUTLINE_KIND_STRUCTS;
    *rest = cut_str_slice(*rest, 1, rest->n);
    cut_str name = take_while(rest, is_lang_char);
    if (!is_structure || name.n == 0)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s has no parts", out->key);
    out->target = CUT_EDIT_PART;
    out->part = cut_arena_copy(arena, name);
    out->item = out->item ? out->item : 1;
    out->key = cut_arena_printf(arena, "%s[%zu].%.*s", out->key, out->item, CUT_FMT(name));
    return out->part && out->key ? CUTLINE_OK : cut_no_memory(err);
}

/* ---- what to do ------------------------------------------------------------------------------
 */

/* The text up to the separator, which is dropped; "\/" is a separator that belongs to the text.
 * False if there is none. */
static bool take_delimited(cut_arena *arena, cut_str *rest, char separator, cut_str *out)
{
    char *text = cut_arena_alloc(arena, rest->n + 1, 1);
    size_t n = 0, i = 0;
    for (; text && i < rest->n && rest->p[i] != separator; i++) {
        if (rest->p[i] == '\\' && i + 1 < rest->n && rest->p[i + 1] == separator)
            i++;
        text[n++] = rest->p[i];
    }
    if (!text || i >= rest->n)
        return false;
    *rest = cut_str_slice(*rest, i + 1, rest->n);
    *out = (cut_str){text, n};
    return true;
}

/* s/A/B/gi, without its "s". */
static cutline_status take_replacement(cut_arena *arena, cut_str rest, cut_edit *out,
                                       cutline_error *err)
{
    char separator = rest.n > 0 ? rest.p[0] : '\0';
    out->op = CUTLINE_EDIT_REPLACE;
    bool is_good =
        separator > ' ' && separator < 0x7F && !cut_is_alnum(separator) && separator != '\\';
    rest = cut_str_slice(rest, 1, rest.n);
    if (!is_good || !take_delimited(arena, &rest, separator, &out->value) ||
        !take_delimited(arena, &rest, separator, &out->other))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "a replacement is written %s:s/OLD/NEW/",
                        out->key);
    if (out->value.n == 0)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "nothing to be replaced in %s", out->key);
    for (size_t i = 0; i < rest.n; i++) {
        if (rest.p[i] != 'g' && rest.p[i] != 'i')
            return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                            "'%c' behind a replacement; g and i may stand there", rest.p[i]);
        out->all = out->all || rest.p[i] == 'g';
        out->nocase = out->nocase || rest.p[i] == 'i';
    }
    return CUTLINE_OK;
}

/* "=" last: the others end in it. */
static const struct {
    const char *sign;
    cutline_edit_op op;
} signs[] = {
    {"?=", CUTLINE_EDIT_IF_EMPTY}, {"+=", CUTLINE_EDIT_APPEND}, {"^=", CUTLINE_EDIT_PREPEND},
    {"-=", CUTLINE_EDIT_REMOVE},   {"=", CUTLINE_EDIT_SET},
};

static cutline_status take_operation(cut_arena *arena, cut_str rest, cut_edit *out, bool *found,
                                     cutline_error *err)
{
    *found = true;
    if (cut_str_eq(rest, CUT_STR(":blank"))) {
        out->op = CUTLINE_EDIT_BLANK;
        return CUTLINE_OK;
    }
    if (cut_str_starts(rest, CUT_STR(":s")))
        return take_replacement(arena, cut_str_slice(rest, 2, rest.n), out, err);
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        cut_str sign = cut_str_from(signs[i].sign);
        if (!cut_str_starts(rest, sign))
            continue;
        out->op = signs[i].op;
        const char *copy = cut_arena_copy(arena, cut_str_slice(rest, sign.n, rest.n));
        out->value = (cut_str){copy, rest.n - sign.n};
        return copy ? CUTLINE_OK : cut_no_memory(err);
    }
    *found = false;
    return CUTLINE_OK;
}

static cutline_status check_operation(const cut_edit *e, cutline_error *err)
{
    bool adds = e->op == CUTLINE_EDIT_APPEND || e->op == CUTLINE_EDIT_REMOVE;
    if ((e->target == CUT_EDIT_MEDIA || e->target == CUT_EDIT_RIGHTS) && !adds &&
        !(e->target == CUT_EDIT_RIGHTS && e->op == CUTLINE_EDIT_SET && e->value.n == 0))
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s takes %s+= and %s-= only", e->key, e->key,
                        e->key);
    if ((adds || e->op == CUTLINE_EDIT_PREPEND) && cut_str_trim(e->value).n == 0)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s: no text to add or to take out", e->key);
    cutline_status status = cut_edit_check_text(e->value, err);
    return status == CUTLINE_OK ? cut_edit_check_text(e->other, err) : status;
}

/* "+word", "-word": a keyword. */
static cutline_status keyword(cut_arena *arena, cut_str text, cut_edit *out, cutline_error *err)
{
    const char *word = cut_arena_copy(arena, cut_str_trim(cut_str_slice(text, 1, text.n)));
    *out = (cut_edit){.field = CUT_FIELD_keywords,
                      .key = "keywords",
                      .op = text.p[0] == '+' ? CUTLINE_EDIT_APPEND : CUTLINE_EDIT_REMOVE,
                      .value = cut_str_from(word)};
    return word ? check_operation(out, err) : cut_no_memory(err);
}

static cutline_status no_edit(cut_str text, cutline_error *err)
{
    return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                    "'%.*s' is no edit: write FIELD=VALUE, or as `cutline help tag` says",
                    CUT_FMT(cut_str_slice(text, 0, 200)));
}

cutline_status cut_edit_parse(cut_arena *arena, cut_str text, cut_edit *out, cutline_error *err)
{
    bool found;
    *out = (cut_edit){.field = -1};
    if (text.n > CUT_MAX_CAPTION_BYTES)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "the value is longer than %u bytes",
                        CUT_MAX_CAPTION_BYTES);
    if (text.n > 1 && (text.p[0] == '+' || text.p[0] == '-'))
        return keyword(arena, text, out, err);
    cut_str rest = text, name = take_while(&rest, is_name_char);
    if (name.n == 0 || rest.n == 0 || !strchr("[.=?+^-:", rest.p[0]))
        return no_edit(text, err);
    cutline_status status = find_target(arena, name, out, err);
    if (status == CUTLINE_OK && out->field >= 0 && rest.p[0] == '[')
        status = take_brackets(arena, &rest, out, err);
    if (status == CUTLINE_OK && out->field >= 0 && rest.n > 0 && rest.p[0] == '.')
        status = take_part(arena, &rest, out, err);
    if (status == CUTLINE_OK)
        status = take_operation(arena, rest, out, &found, err);
    if (status == CUTLINE_OK && !found)
        return no_edit(text, err);
    return status == CUTLINE_OK ? check_operation(out, err) : status;
}

/* ---- lists of edits --------------------------------------------------------------------------
 */

cutline_status cutline_edits_new(cutline_edits **out, cutline_error *err)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return cut_no_memory(err);
    cut_arena_init(&(*out)->arena, CUT_MAX_RECORD_ARENA);
    return CUTLINE_OK;
}

cutline_status cutline_edits_add(cutline_edits *edits, const char *text, cutline_error *err)
{
    cut_edit edit;
    cutline_status status = cut_edit_parse(&edits->arena, cut_str_from(text), &edit, err);
    if (status != CUTLINE_OK)
        return status;
    return CUT_PUSH(&edits->arena, &edits->list, edit) ? CUTLINE_OK : cut_no_memory(err);
}

size_t cutline_edits_count(const cutline_edits *edits)
{
    return edits->list.n;
}

void cutline_edits_free(cutline_edits *edits)
{
    if (!edits)
        return;
    cut_arena_release(&edits->arena);
    free(edits);
}
