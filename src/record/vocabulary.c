#include "record/vocabulary.h"

#include "record/user_vocabulary.h"

#include <cutline/nearest.h>

static const cut_vocabulary *vocabulary_of(const cut_field_row *row, const char *part)
{
    for (size_t i = 0; i < cut_vocabulary_count; i++)
        if (row == &cut_fields[cut_vocabularies[i].field] &&
            cut_str_eq(cut_str_from(part), cut_str_from(cut_vocabularies[i].part)))
            return &cut_vocabularies[i];
    return NULL;
}

/* A code with or without its prefix (also with https), or a name, in any case. */
static const cut_term *find_term(const cut_vocabulary *v, const char *text)
{
    cut_str typed = cut_str_from(text), prefix = cut_str_from(v->prefix);
    if (cut_str_starts_nocase(typed, CUT_STR("https:")) && prefix.n > 0) {
        typed = cut_str_slice(typed, 6, typed.n);
        prefix = cut_str_slice(prefix, 5, prefix.n);
    }
    if (prefix.n > 0 && cut_str_starts_nocase(typed, prefix))
        typed = cut_str_slice(typed, prefix.n, typed.n);
    for (size_t i = 0; i < v->count; i++)
        if (cut_str_eq_nocase(typed, cut_str_from(v->terms[i].code)) ||
            (v->terms[i].name && cut_str_eq_nocase(typed, cut_str_from(v->terms[i].name))))
            return &v->terms[i];
    return NULL;
}

/* ---- countries -------------------------------------------------------------------------------
 */

static bool is_country_field(const cut_field_row *row)
{
    return row == &cut_fields[CUT_FIELD_country_code] ||
           row == &cut_fields[CUT_FIELD_content_location_code];
}

static bool is_country(const char *text)
{
    cut_str code = cut_str_from(text);
    for (size_t i = 0; i < cut_country_count; i++)
        if (cut_str_eq_nocase(code, cut_str_from(cut_countries[i].two)) ||
            cut_str_eq_nocase(code, cut_str_from(cut_countries[i].three)))
            return true;
    /* IIM 4.2, 2:100: codes for what is in no country are made with X. ISO 3166 leaves XA to XZ to
     * its users, too. */
    return (code.n == 2 || code.n == 3) && (code.p[0] == 'X' || code.p[0] == 'x');
}

static const char *country_at(size_t index, const void *context)
{
    (void)context;
    if (index < cut_country_count)
        return cut_countries[index].three;
    index -= cut_country_count;
    return index < cut_country_count ? cut_countries[index].two : NULL;
}

static const char *country_warning(cut_arena *arena, const char *text)
{
    if (is_country(text))
        return NULL;
    const char *near = cutline_nearest(text, country_at, NULL);
    return near ? cut_arena_printf(arena, "%s is no ISO 3166 country code; did you mean %s?", text,
                                   near)
                : cut_arena_printf(arena, "%s is no ISO 3166 country code", text);
}

/* ---- all -------------------------------------------------------------------------------------
 */

/* Codes below the top level, which the table does not hold, have its form; those of media topics
 * begin with a 2. */
static bool has_form(const cut_vocabulary *v, const char *text)
{
    cut_str code = cut_str_from(text), prefix = cut_str_from(v->prefix);
    if (prefix.n > 0 && cut_str_starts(code, prefix))
        code = cut_str_slice(code, prefix.n, code.n);
    return !v->closed && cut_str_all_digits(code) && code.n == strlen(v->terms[0].code) &&
           code.p[0] <= (prefix.n > 0 ? '2' : '1');
}

/* What is put in front of a code that the table does not hold. */
static bool lacks_prefix(const cut_vocabulary *v, const char *text)
{
    return v->prefix[0] && !cut_str_starts(cut_str_from(text), cut_str_from(v->prefix)) &&
           has_form(v, text);
}

/* The text as it should be spelled; the text itself if it is not known. NULL without memory. */
static const char *spelled(cut_arena *arena, const cut_field_row *row, const cut_vocabulary *v,
                           const char *text)
{
    if (is_country_field(row)) {
        char *upper = is_country(text) ? cut_arena_copy_z(arena, text) : NULL;
        for (char *p = upper; p && *p; p++)
            *p = cut_to_upper(*p);
        return upper ? upper : text;
    }
    const cut_term *term = v ? find_term(v, text) : NULL;
    if (v && !term && lacks_prefix(v, text))
        return cut_arena_printf(arena, "%s%s", v->prefix, text);
    return term ? cut_arena_printf(arena, "%s%s", v->prefix, term->code) : text;
}

bool cut_vocabulary_spell(cut_arena *arena, const cut_field_row *row, const char *part,
                          cut_text_list *texts)
{
    const cut_vocabulary *v = vocabulary_of(row, part);
    if (!v && !is_country_field(row))
        return true;
    for (size_t i = 0; i < texts->n; i++) {
        texts->v[i] = spelled(arena, row, v, texts->v[i]);
        if (!texts->v[i])
            return false;
    }
    return true;
}

static const char *term_at(size_t index, const void *context)
{
    const cut_vocabulary *v = context;
    if (index < v->count)
        return v->terms[index].name ? v->terms[index].name : v->terms[index].code;
    index -= v->count;
    return index < v->count ? v->terms[index].code : NULL;
}

const char *cut_vocabulary_warning(cut_arena *arena, const cut_field_row *row, const char *part,
                                   const char *text)
{
    const cut_vocabulary *v = vocabulary_of(row, part);
    if (is_country_field(row))
        return country_warning(arena, text);
    if (!v || find_term(v, text) || has_form(v, text))
        return NULL;
    const char *near = cutline_nearest(text, term_at, v);
    return near ? cut_arena_printf(arena, "%s is no %s; did you mean %s?", text, v->label, near)
                : cut_arena_printf(arena, "%s is no %s", text, v->label);
}

/* ---- what may be wrong with a new value ------------------------------------------------------ */

static const char *length_warning(cut_arena *arena, const cut_field_row *row, const char *text)
{
    size_t n = strlen(text);
    if (row->info.iim_max == 0 || row->info.kind == CUTLINE_KIND_DATE || n <= row->info.iim_max)
        return NULL;
    return cut_arena_printf(arena, "%zu bytes; IIM %u:%02u holds %u", n, row->info.iim_record,
                            row->info.iim_dataset, row->info.iim_max);
}

/* Terms of the IPTC are good in a field that has both. */
static bool is_iptc_term(cut_arena *arena, const cut_field_row *row, const char *part,
                         const char *text)
{
    return (vocabulary_of(row, part) || is_country_field(row)) &&
           !cut_vocabulary_warning(arena, row, part, text);
}

/* Names the first value that is no term, and counts the others: a list may hold thousands. */
static const char *user_warning(cut_arena *arena, const cut_field_row *row, const char *part,
                                const cut_user_vocabulary *user, const cut_text_list *texts)
{
    const char *first = NULL, *term;
    size_t others = 0;
    for (size_t i = 0; i < texts->n; i++) {
        if (!cut_user_vocabulary_find(arena, user, texts->v[i], &term))
            return NULL;
        if (term || is_iptc_term(arena, row, part, texts->v[i]))
            continue;
        others += first != NULL;
        first = first ? first : texts->v[i];
    }
    if (!first)
        return NULL;
    const char *near = cut_user_vocabulary_nearest(arena, user, first);
    const char *more = others == 0 ? "" : cut_arena_printf(arena, " (and %zu more)", others);
    return cut_arena_printf(arena, "%s%s is no term of the list of %s%s%s%s", first,
                            more ? more : "", row->info.name, near ? "; did you mean " : "",
                            near ? near : "", near ? "?" : "");
}

const char *cut_edit_warning(cut_arena *arena, const cut_field_row *row, const char *part,
                             const cut_user_vocabulary *user, const cut_text_list *texts)
{
    const char *warning = user ? user_warning(arena, row, part, user, texts) : NULL;
    for (size_t i = 0; i < texts->n && !warning; i++) {
        if (!user)
            warning = cut_vocabulary_warning(arena, row, part, texts->v[i]);
        if (!warning)
            warning = length_warning(arena, row, texts->v[i]);
    }
    return warning;
}
