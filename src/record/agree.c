#include "record/agree.h"

#include "base/unicode.h"
#include "record/dates.h"
#include "record/values.h"

static size_t skip_spaces(cut_str s, size_t at)
{
    while (at < s.n && cut_is_space(s.p[at]))
        at++;
    return at;
}

/* Byte by byte, runs of white space as one. */
static cut_likeness compare_bytes(cut_str a, cut_str b, cut_str *tail)
{
    size_t i = 0, j = 0;
    a = cut_str_trim(a);
    b = cut_str_trim(b);
    if (cut_str_eq(a, b)) {
        *tail = (cut_str){NULL, 0};
        return CUT_ALIKE;
    }
    while (i < a.n && j < b.n) {
        bool space = cut_is_space(a.p[i]);
        if (space != cut_is_space(b.p[j]) || (!space && a.p[i] != b.p[j]))
            return CUT_UNLIKE;
        i = space ? skip_spaces(a, i) : i + 1;
        j = space ? skip_spaces(b, j) : j + 1;
    }
    if (i < a.n)
        return CUT_UNLIKE;
    *tail = cut_str_slice(b, j, b.n);
    return j < b.n ? CUT_A_BEGINS_B : CUT_ALIKE;
}

cut_likeness cut_text_compare(cut_arena *scratch, cut_str a, cut_str b, cut_str *tail)
{
    cut_str unused;
    if (!tail)
        tail = &unused;
    cut_likeness likeness = compare_bytes(a, b, tail);
    if (likeness != CUT_UNLIKE || (cut_is_ascii(a) && cut_is_ascii(b)))
        return likeness;
    a = cut_uc_nfc(scratch, a);
    b = cut_uc_nfc(scratch, b);
    return a.p && b.p ? compare_bytes(a, b, tail) : CUT_UNLIKE;
}

static cut_str without_end(cut_str s, cut_str end)
{
    while (cut_str_ends(s, end))
        s.n -= end.n;
    return s;
}

/* A value of so many octets may have been cut at the limit: of its last character up to four bytes
 * were left out. */
static bool is_at_limit(uint32_t octets, unsigned max)
{
    return max > 0 && octets <= max && octets + 4 >= max;
}

bool cut_iim_is_cut(cut_arena *scratch, cut_str iim, uint32_t octets, unsigned max, cut_str whole,
                    bool strict)
{
    cut_str tail;
    size_t next = 0;
    if (!is_at_limit(octets, max) || whole.n <= iim.n / 2)
        return false;
    if (strict)
        return octets == max && whole.n > max && cut_str_starts(whole, iim);
    if (octets == max && cut_str_ends(iim, CUT_STR(".")) &&
        cut_text_compare(scratch, without_end(iim, CUT_STR(".")), whole, &tail) == CUT_A_BEGINS_B &&
        (unsigned char)tail.p[0] >= 0x80)
        return true;
    if (cut_text_compare(scratch, without_end(iim, CUT_STR("\xEF\xBF\xBD")), whole, &tail) !=
        CUT_A_BEGINS_B)
        return false;
    (void)cut_utf8_next(tail, &next);
    return octets + next >= max;
}

bool cut_heard_is_cut(cut_reading *r, size_t field, size_t i, cut_voice other, bool strict)
{
    const cut_heard *h = &r->heard[field];
    const cut_values *iim = &h->said[CUT_IIM], *whole = &h->said[other];
    unsigned max = cut_fields[field].info.iim_max;
    bool is_date = cut_fields[field].codec == CUT_CODEC_DATE_TIME; /* always 8 octets */
    if (i >= iim->n || i >= whole->n || !whole->v[i].text || other == CUT_IIM || is_date ||
        !is_at_limit(h->iim_octets[i], max))
        return false;
    return cut_iim_is_cut(r->scratch, cut_str_from(iim->v[i].text), h->iim_octets[i], max,
                          cut_str_from(whole->v[i].text), strict);
}

static bool members_alike(cut_arena *scratch, const cutline_value *a, const cutline_value *b)
{
    if (a->member_count != b->member_count)
        return false;
    for (size_t i = 0; i < a->member_count; i++) {
        const cutline_member *p = &a->members[i], *q = &b->members[i];
        cut_values x = {p->values, p->count}, y = {q->values, q->count};
        if (strcmp(p->name, q->name) != 0 || !cut_values_alike(scratch, x, y))
            return false;
    }
    return true;
}

bool cut_values_alike(cut_arena *scratch, cut_values a, cut_values b)
{
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++) {
        const char *p = a.v[i].text, *q = b.v[i].text;
        bool alike =
            p && q ? cut_text_compare(scratch, cut_str_from(p), cut_str_from(q), NULL) == CUT_ALIKE
                   : !p && !q && members_alike(scratch, &a.v[i], &b.v[i]);
        if (!alike)
            return false;
    }
    return true;
}

/* "3" and "3.0" are the same number. */
static cut_str without_zero_places(cut_str s)
{
    size_t point = cut_str_find_char(s, '.', 0);
    if (point == SIZE_MAX)
        return s;
    while (s.n > point + 1 && s.p[s.n - 1] == '0')
        s.n--;
    return s.n == point + 1 ? cut_str_slice(s, 0, point) : s;
}

static bool items_agree(cut_reading *r, size_t field, const char *x, const char *y)
{
    cut_str a = cut_str_from(x), b = cut_str_from(y);
    cut_date p, q;
    if (cut_str_eq(a, b))
        return true;
    switch (cut_fields[field].codec) {
    case CUT_CODEC_DATE_TIME:
        if (cut_date_parse(a, &p) && cut_date_parse(b, &q))
            return cut_date_agree(&p, &q);
        if (cut_date_is_blank(a) || cut_date_is_blank(b))
            return true;
        break;
    case CUT_CODEC_NUMBER:
        return cut_str_eq(without_zero_places(a), without_zero_places(b));
    default:
        break;
    }
    return cut_text_compare(r->scratch, a, b, NULL) == CUT_ALIKE;
}

static bool is_cut_either_way(cut_reading *r, size_t field, size_t i, cut_voice x, cut_voice y)
{
    if (x == CUT_IIM)
        return cut_heard_is_cut(r, field, i, y, false);
    return y == CUT_IIM && cut_heard_is_cut(r, field, i, x, false);
}

bool cut_voices_agree(cut_reading *r, size_t field, cut_voice x, cut_voice y)
{
    const cut_values *a = &r->heard[field].said[x], *b = &r->heard[field].said[y];
    bool alternatives = cut_fields[field].info.kind == CUTLINE_KIND_LANG_ALT;
    size_t n = alternatives ? 1 : a->n;
    if (!alternatives && a->n != b->n)
        return false;
    for (size_t i = 0; i < n; i++) {
        const char *p = a->v[i].text, *q = b->v[i].text;
        /* A structure has no like in another block; a blank contradicts nothing. */
        if (p && q && strcmp(p, q) != 0 && !cut_is_blank(cut_str_from(p)) &&
            !cut_is_blank(cut_str_from(q)) && !items_agree(r, field, p, q) &&
            !is_cut_either_way(r, field, i, x, y))
            return false;
    }
    return true;
}
