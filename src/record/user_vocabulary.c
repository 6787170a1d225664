#include "record/user_vocabulary.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "record/edit_check.h"

#include <cutline/nearest.h>
#include <stdlib.h>

cutline_status cutline_vocabularies_new(cutline_vocabularies **out, cutline_error *err)
{
    *out = calloc(1, sizeof **out);
    if (!*out)
        return cut_no_memory(err);
    cut_arena_init(&(*out)->arena, CUT_MAX_VOCABULARY_MEMORY);
    return CUTLINE_OK;
}

void cutline_vocabularies_free(cutline_vocabularies *vocabularies)
{
    if (!vocabularies)
        return;
    cut_arena_release(&vocabularies->arena);
    free(vocabularies);
}

/* ---- reading ----------------------------------------------------------------------------------
 */

static const char *field_at(size_t index, const void *context)
{
    (void)context;
    return index < cut_field_count ? cut_fields[index].info.name : NULL;
}

/* "keywords", or "about_cv_terms.CvTermId": the part behind the dot, NULL if there is none. */
static cutline_status check_field(cut_arena *arena, const char *name, int *field, const char **part,
                                  cutline_error *err)
{
    cut_str rest = cut_str_from(name), own = cut_str_split(&rest, '.');
    const char *field_name = cut_arena_copy(arena, own);
    *part = rest.n > 0 ? cut_arena_copy(arena, rest) : NULL;
    if (!field_name || (rest.n > 0 && !*part))
        return cut_no_memory(err);
    *field = cut_field_index(own);
    if (*field < 0) {
        const char *near = cutline_nearest(field_name, field_at, NULL);
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        near ? "unknown field %s; did you mean %s?" : "unknown field %s",
                        field_name, near);
    }
    cutline_kind kind = cut_fields[*field].info.kind;
    bool is_text =
        kind == CUTLINE_KIND_TEXT || kind == CUTLINE_KIND_LANG_ALT || kind == CUTLINE_KIND_LIST;
    bool is_structure = kind == CUTLINE_KIND_STRUCT || kind == CUTLINE_KIND_STRUCTS;
    if (*part ? !is_structure : is_structure)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT,
                        *part ? "%s has no parts" : "%s is a structure; name a part, as %s.NAME",
                        field_name, field_name);
    if (!*part && !is_text)
        return cut_fail(err, CUTLINE_BAD_ARGUMENT, "%s is no text and takes no list of terms",
                        name);
    return CUTLINE_OK;
}

static bool is_of(const cut_user_vocabulary *v, int field, const char *part)
{
    return v->field == field && cut_str_eq(cut_str_from(v->part), cut_str_from(part));
}

static cut_user_vocabulary *of_field(cutline_vocabularies *all, int field, const char *part)
{
    for (size_t i = 0; i < all->fields.n; i++)
        if (is_of(&all->fields.v[i], field, part))
            return &all->fields.v[i];
    cut_user_vocabulary made = {.field = field, .part = part};
    return CUT_PUSH(&all->arena, &all->fields, made) ? &all->fields.v[all->fields.n - 1] : NULL;
}

/* The term, and behind tabs its aliases. */
static bool add_names(cut_arena *arena, cut_user_vocabulary *v, cut_str line)
{
    const char *term = NULL;
    while (line.p) {
        cut_str name = cut_str_trim(cut_str_split(&line, '\t'));
        cut_user_name made = {.name = cut_arena_copy(arena, name), .order = v->names.n};
        if (name.n == 0)
            continue;
        made.key = cut_uc_fold(arena, name).p;
        made.term = term = term ? term : made.name;
        if (!made.name || !made.key || !CUT_PUSH(arena, &v->names, made))
            return false;
    }
    return true;
}

static bool is_passed_over(cut_str line)
{
    return line.n == 0 || line.p[0] == '#' || cut_str_starts(line, CUT_STR("//"));
}

static cutline_status add_line(cut_arena *arena, cut_user_vocabulary *v, cut_str line,
                               size_t number, cutline_error *err)
{
    cutline_error why;
    cut_str text = cut_str_trim(line);
    if (is_passed_over(text))
        return CUTLINE_OK;
    /* What the terms become must be a value that the field can hold. */
    if (cut_edit_check_text(text, &why) != CUTLINE_OK)
        return cut_fail(err, CUTLINE_MALFORMED, "line %zu: %s", number, why.message);
    return add_names(arena, v, text) ? CUTLINE_OK : cut_no_memory(err);
}

static bool is_alias(const cut_user_name *name)
{
    return name->name != name->term;
}

/* What is a term by itself comes before what is also an alias of another one. */
static int by_key(const void *left, const void *right)
{
    const cut_user_name *a = left, *b = right;
    int order = strcmp(a->key, b->key);
    if (order == 0)
        order = (int)is_alias(a) - (int)is_alias(b);
    if (order == 0)
        order = (a->order > b->order) - (a->order < b->order);
    return order;
}

cutline_status cutline_vocabularies_add(cutline_vocabularies *vocabularies, const char *field,
                                        const char *bytes, size_t length, cutline_error *err)
{
    int index = -1;
    const char *part = NULL;
    cut_str rest = {bytes, length};
    cutline_status status = check_field(&vocabularies->arena, field, &index, &part, err);
    if (status != CUTLINE_OK)
        return status;
    if (length > CUT_MAX_VOCABULARY_BYTES)
        return cut_fail(err, CUTLINE_LIMIT, "a file of terms may hold %u bytes",
                        CUT_MAX_VOCABULARY_BYTES);
    size_t valid = cut_utf8_valid_prefix(rest);
    if (valid < length)
        return cut_fail_at(err, CUTLINE_MALFORMED, NULL, (int64_t)valid, "this is not UTF-8");
    if (cut_str_starts(rest, CUT_STR("\xEF\xBB\xBF")))
        rest = cut_str_slice(rest, 3, rest.n);
    cut_user_vocabulary *v = of_field(vocabularies, index, part);
    if (!v)
        return cut_no_memory(err);
    size_t before = v->names.n;
    for (size_t line = 1; rest.n > 0 && status == CUTLINE_OK; line++)
        status = add_line(&vocabularies->arena, v, cut_str_take_line(&rest), line, err);
    if (status != CUTLINE_OK)
        return status;
    if (v->names.n == before)
        return cut_fail(err, CUTLINE_MALFORMED, "no term is in it");
    qsort(v->names.v, v->names.n, sizeof *v->names.v, by_key);
    return CUTLINE_OK;
}

/* ---- looking up -------------------------------------------------------------------------------
 */

const cut_user_vocabulary *cut_user_vocabulary_for(const cutline_vocabularies *all,
                                                   const cut_edit *edit)
{
    if (!all || edit->lang)
        return NULL;
    for (size_t i = 0; i < all->fields.n; i++)
        if (is_of(&all->fields.v[i], edit->field, edit->part))
            return &all->fields.v[i];
    return NULL;
}

/* The first name with the key, or where it would be. */
static size_t first_with(const cut_user_vocabulary *v, const char *key)
{
    size_t low = 0, high = v->names.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(v->names.v[middle].key, key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool cut_user_vocabulary_find(cut_arena *arena, const cut_user_vocabulary *v, const char *text,
                              const char **term)
{
    cut_str typed = cut_str_trim(cut_str_from(text));
    const char *key = cut_uc_fold(arena, typed).p;
    *term = NULL;
    if (!key)
        return false;
    for (size_t i = first_with(v, key); i < v->names.n; i++) {
        const cut_user_name *name = &v->names.v[i];
        if (strcmp(name->key, key) != 0)
            break;
        /* Of Peru and Perú, if both are there, the one that was typed. */
        bool is_exact = cut_str_eq(typed, cut_str_from(name->name));
        if (!*term || is_exact)
            *term = name->term;
        if (is_exact)
            break;
    }
    return true;
}

bool cut_user_vocabulary_spell(cut_arena *arena, const cut_user_vocabulary *v,
                               const cut_text_list *texts, cut_text_list *out)
{
    const cut_text_list from = *texts;
    *out = from;
    if (!v || from.n == 0)
        return true;
    out->v = CUT_NEW_ARRAY(arena, const char *, from.n);
    for (size_t i = 0; out->v && i < from.n; i++) {
        const char *term;
        if (!cut_user_vocabulary_find(arena, v, from.v[i], &term))
            return false;
        out->v[i] = term ? term : from.v[i];
    }
    return out->v != NULL;
}

static const char *name_at(size_t index, const void *context)
{
    const cut_user_vocabulary *v = context;
    return index < v->names.n ? v->names.v[index].name : NULL;
}

const char *cut_user_vocabulary_nearest(cut_arena *arena, const cut_user_vocabulary *v,
                                        const char *text)
{
    const char *near = cutline_nearest(text, name_at, v), *term = NULL;
    return near && cut_user_vocabulary_find(arena, v, near, &term) ? term : NULL;
}
