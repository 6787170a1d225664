#include "record/credit_names.h"

#include "base/unicode.h"

/* Cuts the next word (letters and digits of any script) off folded text. */
static cut_str next_word(cut_str *rest)
{
    size_t at = 0, start = 0, end = 0;
    while (at < rest->n) {
        size_t here = at;
        uint32_t c = cut_utf8_next(*rest, &at);
        bool in_word = cut_uc_is_letter(c) || cut_uc_is_digit(c);
        if (in_word && end == 0)
            start = here;
        if (in_word)
            end = at;
        else if (end > 0)
            break;
    }
    cut_str word = cut_str_slice(*rest, start, end);
    *rest = cut_str_slice(*rest, at, rest->n);
    return word;
}

bool cut_is_initial_of(cut_str a, cut_str b)
{
    size_t at = 0;
    if (a.n == 0 || b.n == 0)
        return false;
    cut_utf8_next(a, &at);
    return at == a.n && cut_str_starts(b, a);
}

bool cut_same_name(cut_arena *arena, const char *a, const char *b)
{
    if (strcmp(a, b) == 0)
        return a[0] != '\0';
    cut_str x = cut_uc_fold(arena, cut_str_from(a)), y = cut_uc_fold(arena, cut_str_from(b));
    bool same = true;
    for (size_t i = 0; same; i++) {
        cut_str u = next_word(&x), v = next_word(&y);
        if (u.n == 0 && v.n == 0)
            return i > 0;
        same = cut_str_eq(u, v) || (i == 0 && (cut_is_initial_of(u, v) || cut_is_initial_of(v, u)));
    }
    return false;
}

bool cut_names_have(cut_arena *arena, const cutline_strings *list, const char *name)
{
    for (size_t i = 0; i < list->count; i++)
        if (cut_same_name(arena, list->items[i], name))
            return true;
    return false;
}

bool cut_names_have_all(cut_arena *arena, const cutline_strings *list,
                        const cutline_strings *wanted)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (!cut_names_have(arena, list, wanted->items[i]))
            return false;
    return true;
}

static bool has_party(cut_arena *arena, const cutline_credit *c, const char *name)
{
    return cut_names_have(arena, &c->agencies, name) ||
           (c->issuer && cut_same_name(arena, c->issuer, name));
}

/* Agencies and issuer of `wanted` are all among those of c. */
static bool has_parties(cut_arena *arena, const cutline_credit *c, const cutline_credit *wanted)
{
    for (size_t i = 0; i < wanted->agencies.count; i++)
        if (!has_party(arena, c, wanted->agencies.items[i]))
            return false;
    return !wanted->issuer || has_party(arena, c, wanted->issuer);
}

bool cut_credit_covers(cut_arena *arena, const cutline_credit *c, const cutline_credit *wanted)
{
    return has_parties(arena, c, wanted) &&
           cut_names_have_all(arena, &c->photographers, &wanted->photographers);
}

bool cut_credit_rivals(cut_arena *arena, const cutline_credit *a, const cutline_credit *b)
{
    bool people = cut_names_have_all(arena, &a->photographers, &b->photographers) ||
                  cut_names_have_all(arena, &b->photographers, &a->photographers);
    return !people || !(has_parties(arena, a, b) || has_parties(arena, b, a));
}

size_t cut_credit_parts(const cutline_credit *c)
{
    return c->agencies.count + c->photographers.count + (c->issuer != NULL);
}
