/* What is to be written into the files of a photo. */
#include "base/error.h"
#include "catalog/write_parts.h"
#include "record/dates.h"
#include "record/edit.h"

#include <strings.h>

typedef struct collecting {
    cut_arena *arena;
    const cut_to_write *photo;
    cut_file_changes *changes;
    size_t given; /* of the changes, those of the caller, which come first */
} collecting;

/* The change of a field, made if there is none yet; NULL if memory runs out. */
static cutline_file_change *change_of(collecting *c, const char *name)
{
    for (size_t i = 0; i < c->changes->n; i++)
        if (strcmp(c->changes->v[i].field, name) == 0)
            return &c->changes->v[i];
    cutline_file_change change = {.field = name};
    return CUT_PUSH(c->arena, c->changes, change) ? &c->changes->v[c->changes->n - 1] : NULL;
}

static bool is_given(const collecting *c, const char *name)
{
    for (size_t i = 0; i < c->given; i++)
        if (strcmp(c->changes->v[i].field, name) == 0)
            return true;
    return false;
}

static bool add_field(collecting *c, const char *name, const cutline_field *field)
{
    cutline_file_change *change = change_of(c, name);
    if (change && field) {
        change->values = field->values;
        change->count = field->count;
    }
    return change != NULL;
}

static const char *text_in(const cutline_field *field, const char *lang)
{
    for (size_t i = 0; field && i < field->count; i++) {
        const char *other = field->values[i].lang ? field->values[i].lang : "x-default";
        if (strcasecmp(other, lang) == 0)
            return field->values[i].text;
    }
    return NULL;
}

/* One language of a field; without a text it goes. */
static bool add_language(collecting *c, const char *name, const char *text, const char *lang)
{
    cutline_file_change *change = change_of(c, name);
    cutline_value *values =
        change ? CUT_NEW_ARRAY(c->arena, cutline_value, change->count + 1) : NULL;
    if (!values)
        return false;
    if (change->count > 0)
        memcpy(values, change->values, change->count * sizeof *values);
    values[change->count] = (cutline_value){.text = text, .lang = lang};
    change->values = values;
    change->count++;
    return true;
}

/* A hand value, of a field, a language of it or a part. One that is not among the effective values
 * blanks its field. */
static bool add_hand_value(collecting *c, const char *key)
{
    cut_hand_key of = cut_hand_key_read(key);
    if (of.field < 0 || is_given(c, cut_fields[of.field].info.name))
        return true; /* what is no field has no place in files */
    const cutline_field_info *info = &cut_fields[of.field].info;
    const cutline_field *field = c->photo->fields[of.field];
    if (of.item > 0) /* the structures as a whole, with the parts that were not typed */
        return add_field(c, info->name, field);
    if (info->kind != CUTLINE_KIND_LANG_ALT)
        return (field && field->origin != CUTLINE_ORIGIN_HAND) || add_field(c, info->name, field);
    if (of.lang.n == 0 && !field)
        return add_field(c, info->name, NULL);
    const char *code = of.lang.n > 0 ? cut_arena_copy(c->arena, of.lang) : "x-default";
    return code && add_language(c, info->name, text_in(field, code), code);
}

/* Effective values: texts, dates and lists that any file can hold. What is said in IIM only, about
 * the camera, or in structures stays where it is. */
static bool is_common(const cut_field_row *row, const cutline_field *field)
{
    cut_date date;
    if (row->info.kind == CUTLINE_KIND_DATE &&
        !cut_date_parse(cut_str_from(field->values[0].text), &date))
        return false; /* what cameras without a clock write */
    return row->xmp_name && field->values[0].text && strcmp(row->group, "tech") != 0;
}

static bool add_others(collecting *c)
{
    for (size_t i = 0; i < cut_field_count; i++) {
        const cutline_field *field = c->photo->fields[i];
        if (field && is_common(&cut_fields[i], field) && !is_given(c, field->name) &&
            !add_field(c, field->name, field))
            return false;
    }
    return true;
}

cutline_status cut_write_changes(cut_arena *arena, const cutline_write_job *job,
                                 const cut_to_write *photo, bool all, cut_file_changes *out,
                                 cutline_error *err)
{
    collecting c = {.arena = arena, .photo = photo, .changes = out, .given = job->count};
    bool ok = true;
    *out = (cut_file_changes){0};
    for (size_t i = 0; i < job->count && ok; i++)
        ok = CUT_PUSH(arena, out, job->changes[i]);
    for (size_t i = 0; i < photo->hand.n && ok && !job->changes_only; i++)
        ok = add_hand_value(&c, photo->hand.v[i].field.p);
    if (ok && all && !job->changes_only)
        ok = add_others(&c);
    return ok ? CUTLINE_OK : cut_no_memory(err);
}
