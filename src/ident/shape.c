#include "ident/shape.h"

#include "base/limits.h"
#include "ident/pattern.h"

typedef struct letter_count {
    size_t digits, letters, lower;
    bool word_then_number; /* all letters stand before all digits */
} letter_count;

static letter_count count_letters(cut_str s)
{
    letter_count c = {.word_then_number = true};
    for (size_t i = 0; i < s.n; i++) {
        if (cut_is_digit(s.p[i]))
            c.digits++;
        else if (cut_is_alpha(s.p[i])) {
            c.letters++;
            c.lower += cut_is_lower(s.p[i]);
            if (c.digits > 0)
                c.word_then_number = false;
        }
    }
    return c;
}

static unsigned two_digits(const char *p)
{
    return (unsigned)(p[0] - '0') * 10 + (unsigned)(p[1] - '0');
}

bool cut_id_is_date(cut_str s)
{
    char d[16];
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (cut_is_digit(s.p[i]) && n < sizeof d)
            d[n++] = s.p[i];
        else if (cut_is_digit(s.p[i]) || cut_is_alpha(s.p[i]))
            return false;
    }
    if (n != 8 && n != 12 && n != 14)
        return false;
    unsigned century = two_digits(d), month = two_digits(d + 4), day = two_digits(d + 6);
    if ((century != 19 && century != 20) || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    return n == 8 || (two_digits(d + 8) < 24 && two_digits(d + 10) < 60 &&
                      (n == 12 || two_digits(d + 12) < 60));
}

/* What the flags of a shape ask of a value. */
static bool fulfils(unsigned flags, cut_str value)
{
    if (flags & (CUT_ID_DIGIT | CUT_ID_MIXED | CUT_ID_CAPS)) {
        letter_count c = count_letters(value);
        if (flags & CUT_ID_DIGIT && c.digits == 0)
            return false;
        if (flags & CUT_ID_MIXED && (c.digits == 0 || c.letters == 0 || c.word_then_number))
            return false;
        if (flags & CUT_ID_CAPS && c.lower > 0)
            return false;
    }
    return !(flags & CUT_ID_NO_DATE) || !cut_id_is_date(value);
}

cut_id_rows cut_id_candidates(cut_id_place place, cut_str text)
{
    cut_id_rows rows = cut_id_in_place[place];
    if (text.n == 0 || text.n > CUT_MAX_MEDIA_ID) /* no pattern matches those */
        return (cut_id_rows){{0}};
    for (size_t i = 0; i < CUT_ID_SHAPES_MAX / 64; i++)
        rows.bits[i] &= cut_id_starts[(unsigned char)text.p[0]].bits[i];
    return rows;
}

bool cut_id_take_row(cut_id_rows *rows, size_t *row)
{
    for (size_t i = 0; i < CUT_ID_SHAPES_MAX / 64; i++) {
        if (rows->bits[i] == 0)
            continue;
        *row = i * 64 + (size_t)__builtin_ctzll(rows->bits[i]);
        rows->bits[i] &= rows->bits[i] - 1;
        return true;
    }
    return false;
}

bool cut_shape_match(const cut_id_shape *shape, cut_str text, cut_str *value, cut_str *host)
{
    cut_str groups[CUT_PATTERN_GROUPS];
    if (!cut_pattern_match(shape->pattern, text, groups))
        return false;
    *host = shape->ns ? (cut_str){NULL, 0} : groups[0];
    *value = shape->ns && groups[0].p ? groups[0] : text;
    return fulfils(shape->flags, *value);
}

const char *cut_shape_namespace(cut_arena *arena, const cut_id_shape *shape, cut_str host)
{
    return shape->ns ? shape->ns : cut_ident_site(arena, host);
}

char *cut_id_spell(cut_arena *arena, cut_str value, cut_id_letters letters)
{
    char *out = cut_arena_copy(arena, value);
    for (size_t i = 0; out && i < value.n; i++) {
        if (letters == CUT_ID_UPPER)
            out[i] = cut_to_upper(out[i]);
        else if (letters == CUT_ID_LOWER)
            out[i] = cut_to_lower(out[i]);
        if (out[i] == ' ')
            out[i] = '_';
    }
    return out;
}

bool cut_id_add(cut_arena *arena, cut_id_list *list, cutline_media_id id)
{
    for (size_t i = 0; i < list->ids.n; i++) {
        cutline_media_id *known = &list->ids.v[i];
        if (strcmp(known->id, id.id) == 0 && strcmp(known->ns, id.ns) == 0) {
            if (id.trust > known->trust)
                *known = id;
            return true;
        }
    }
    return list->ids.n >= CUT_MAX_MEDIA_IDS || CUT_PUSH(arena, &list->ids, id);
}

void cut_id_sort(cut_id_list *list)
{
    for (size_t i = 1; i < list->ids.n; i++) {
        cutline_media_id id = list->ids.v[i];
        size_t at = i;
        for (; at > 0 && list->ids.v[at - 1].trust < id.trust; at--)
            list->ids.v[at] = list->ids.v[at - 1];
        list->ids.v[at] = id;
    }
}
