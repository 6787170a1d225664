/* Where people stand: markers behind a name, and lists counted from one side. */
#include "caption/person.h"

static bool is_side(unsigned position)
{
    return position == CUT_POS_L || position == CUT_POS_R || position == CUT_POS_C;
}

/* "2nd", "second", "2.": the count; the ordinal's own sign is taken with it. */
static size_t read_count(const cut_doc *doc, size_t at, unsigned *count)
{
    size_t n = cut_lex_match(doc, at, CUT_IS_ORDINAL, count);
    if (n > 0)
        return n;
    static const cut_str suffixes[] = {CUT_WORD("st"), CUT_WORD("nd"), CUT_WORD("rd"),
                                       CUT_WORD("th")};
    const cut_token *t = cut_token_at(doc, at);
    if (t->kind != CUT_TOK_NUMBER || t->number == 0 || t->number > 12)
        return 0;
    if (!cut_word_in(doc, at + 1, suffixes, CUT_COUNT(suffixes)))
        return 0;
    *count = t->number;
    return 2;
}

static size_t skip_link(const cut_doc *doc, size_t at)
{
    static const cut_str links[] = {
        CUT_WORD("from"), CUT_WORD("von"), CUT_WORD("van"), CUT_WORD("de"),  CUT_WORD("desde"),
        CUT_WORD("da"),   CUT_WORD("the"), CUT_WORD("la"),  CUT_WORD("fra"), CUT_WORD("från"),
        CUT_WORD("of"),   CUT_WORD("von"), CUT_WORD("au")};
    size_t i = at;
    for (bool more = true; more && i < at + 3;) {
        more = cut_token_is(cut_token_at(doc, i), '-');
        more = more || cut_word_in(doc, i, links, CUT_COUNT(links));
        i += more;
    }
    return i;
}

/* "2ndL": the mark is written onto the ordinal. */
static bool read_fused(const cut_doc *doc, size_t at, cut_named *who)
{
    static const cut_str left[] = {CUT_WORD("ndl"), CUT_WORD("rdl"), CUT_WORD("thl")};
    static const cut_str right[] = {CUT_WORD("ndr"), CUT_WORD("rdr"), CUT_WORD("thr")};
    bool l = cut_word_in(doc, at + 1, left, CUT_COUNT(left));
    if (!l && !cut_word_in(doc, at + 1, right, CUT_COUNT(right)))
        return false;
    who->position = l ? CUT_POS_FROM_L : CUT_POS_FROM_R;
    who->count = (uint8_t)cut_token_at(doc, at)->number;
    return true;
}

/* "2nd L", "second from left", "third right", "2L". */
static size_t read_counted(const cut_doc *doc, size_t at, cut_named *who)
{
    unsigned count, side;
    size_t n = read_count(doc, at, &count);
    if (n == 0 && cut_token_at(doc, at)->kind == CUT_TOK_NUMBER &&
        cut_token_at(doc, at + 1)->gap == CUT_GAP_NONE && cut_token_at(doc, at)->number > 1 &&
        cut_token_at(doc, at)->number < 13) {
        count = cut_token_at(doc, at)->number;
        n = 1;
    }
    if (n == 1 && read_fused(doc, at, who))
        return 2;
    if (n == 0)
        return 0;
    size_t i = skip_link(doc, at + n);
    size_t m = cut_lex_match(doc, i, CUT_IS_POSITION, &side);
    if (m == 0 || (side != CUT_POS_L && side != CUT_POS_R))
        return 0;
    who->position =
        count < 2 ? (uint8_t)side : (uint8_t)(side == CUT_POS_L ? CUT_POS_FROM_L : CUT_POS_FROM_R);
    who->count = (uint8_t)count;
    return i + m - at;
}

/* "(S)", "(D)" are parties where sides are not called sinistra or derecha. */
static bool is_party_letter(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    bool letters = doc->language == CUT_LANG_EN || doc->language == CUT_LANG_SV ||
                   doc->language == CUT_LANG_NO || doc->language == CUT_LANG_DA;
    return letters && t->fold_n == 1 && t->shape == CUT_SHAPE_UPPER &&
           !strchr("lrc", doc->folded[t->fold_at]);
}

/* Words of one marker: "front L", "left", "top center"; a side outdoes front and back. */
static size_t read_sides(const cut_doc *doc, size_t at, cut_named *who)
{
    size_t i = at;
    bool any = false;
    for (;;) {
        unsigned position;
        size_t n = is_party_letter(doc, i) ? 0 : cut_lex_match(doc, i, CUT_IS_POSITION, &position);
        if (n == 0) {
            if (!cut_word_is(doc, i, CUT_STR("far")) && !cut_word_is(doc, i, CUT_STR("seated")) &&
                !cut_word_is(doc, i, CUT_STR("in")) && !cut_word_is(doc, i, CUT_STR("pictured")) &&
                !cut_word_is(doc, i, CUT_STR("on")) && !cut_word_is(doc, i, CUT_STR("at")))
                break;
            unsigned next;
            if (!cut_lex_match(doc, i + 1, CUT_IS_POSITION, &next))
                break;
            i++;
            continue;
        }
        if (!any || is_side(position))
            who->position = (uint8_t)position;
        any = true;
        i += n;
        if (cut_token_is(cut_token_at(doc, i), '-') && cut_token_at(doc, i)->gap == CUT_GAP_NONE)
            i++;
    }
    return any ? i - at : 0;
}

static size_t read_marker(const cut_doc *doc, size_t at, cut_named *who)
{
    size_t n = read_counted(doc, at, who);
    return n > 0 ? n : read_sides(doc, at, who);
}

static bool ends_marker(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    return t->kind == CUT_TOK_END || t->starts || t->zone != CUT_ZONE_BODY ||
           cut_token_is(t, ',') || cut_token_is(t, '.') || cut_token_is(t, ';') ||
           cut_token_is(t, ')') || cut_token_is(t, ']') || cut_word_is(doc, at, CUT_STR("and")) ||
           cut_word_is(doc, at, CUT_STR("with")) || cut_word_is(doc, at, CUT_STR("wearing")) ||
           cut_word_is(doc, at, CUT_STR("in"));
}

/* "(L)", "(2nd R)", "(L, in red)", "(left, wearing a hat)"; one-letter marks stand in brackets
 * only. */
static size_t read_bracket(const cut_doc *doc, size_t open, cut_named *who)
{
    size_t close = cut_bracket_end(doc, open, doc->count);
    if (close == SIZE_MAX || close > open + 14)
        return 0;
    bool any = false;
    for (size_t i = open + 1; i < close; i++) {
        if (i > open + 1 && !cut_token_is(cut_token_at(doc, i - 1), ','))
            continue;
        cut_named found = *who;
        size_t n = read_marker(doc, i, &found);
        bool ends = n > 0 && (i + n == close || ends_marker(doc, i + n) ||
                              cut_token_is(cut_token_at(doc, i + n), '.'));
        if (ends && (!any || is_side(found.position))) /* "(front, C)" is C */
            *who = found;
        any |= ends;
    }
    return any ? close + 1 - open : 0;
}

/* One letter is a mark in brackets only. */
static bool is_letter_mark(const cut_doc *doc, size_t at, size_t n)
{
    return n == 1 && cut_token_at(doc, at)->fold_n < 3 &&
           cut_token_at(doc, at)->script == CUT_SCRIPT_LATIN;
}

/* A language that writes its positions as plain words behind a comma. */
static size_t read_comma(const cut_doc *doc, size_t at, cut_named *who)
{
    cut_named found = *who;
    size_t n = read_marker(doc, at + 1, &found);
    if (n == 0 || is_letter_mark(doc, at + 1, n) || !ends_marker(doc, at + 1 + n))
        return 0;
    *who = found;
    return n + 1;
}

size_t cut_read_position(const cut_doc *doc, size_t at, cut_named *who)
{
    const cut_token *t = cut_token_at(doc, at);
    if (cut_token_is(t, '(') || cut_token_is(t, '['))
        return read_bracket(doc, at, who);
    if (cut_token_is(t, ','))
        return read_comma(doc, at, who);
    if (t->kind != CUT_TOK_WORD && t->kind != CUT_TOK_NUMBER)
        return 0;
    cut_named found = *who;
    size_t n = read_marker(doc, at, &found);
    if (n == 0 || is_letter_mark(doc, at, n) || !ends_marker(doc, at + n) ||
        found.position == CUT_POS_BACK || found.position == CUT_POS_FRONT ||
        found.position == CUT_POS_TOP || found.position == CUT_POS_BOTTOM)
        return 0;
    *who = found;
    return n;
}

/* ---- lists ---- */

static bool is_joint(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {CUT_WORD("and"), CUT_WORD("et"), CUT_WORD("und"),
                                    CUT_WORD("y"),   CUT_WORD("e"),  CUT_WORD("en"),
                                    CUT_WORD("och"), CUT_WORD("og"), CUT_WORD("ve"),
                                    CUT_WORD("и"),   CUT_WORD("i"),  CUT_WORD("و")};
    const cut_token *t = cut_token_at(doc, at);
    if (cut_token_is(t, ',') || cut_token_is(t, '&') || cut_token_is(t, ';') ||
        cut_token_is(t, 0xB7))
        return true;
    return cut_word_in(doc, at, words, CUT_COUNT(words));
}

/* Between two names of one list stand a joint, and at most offices, teams and countries. */
bool cut_same_list(const cut_doc *doc, size_t from, size_t to)
{
    bool joined = false;
    if (to > from + 14)
        return false;
    for (size_t i = from; i < to; i++) {
        const cut_token *t = cut_token_at(doc, i);
        if (t->starts)
            return false;
        if (is_joint(doc, i))
            joined = true;
        else if (t->kind == CUT_TOK_WORD && t->shape == CUT_SHAPE_LOWER &&
                 (cut_word_is(doc, i, CUT_STR("by")) ||
                  (cut_lex_may(doc, i, CUT_IS_PERSON_VERB) && !cut_lex_may(doc, i, CUT_IS_TITLE) &&
                   !cut_word_is(doc, i, CUT_STR("in")))))
            return false;
    }
    return joined;
}

static void number_list(cut_people *people, size_t first, size_t n, bool from_right)
{
    for (size_t i = 0; i < n; i++) {
        cut_named *who = &people->v[first + i];
        if (who->position != CUT_POS_NONE)
            continue;
        if (i == 0)
            who->position = from_right ? CUT_POS_R : CUT_POS_L;
        else if (i == n - 1)
            who->position = from_right ? CUT_POS_L : CUT_POS_R;
        else
            who->position = from_right ? CUT_POS_FROM_R : CUT_POS_FROM_L;
        who->count = (uint8_t)(i + 1 < 200 ? i + 1 : 200);
    }
}

static size_t list_length(const cut_doc *doc, const cut_people *people, size_t first)
{
    size_t n = 1;
    while (first + n < people->n &&
           cut_same_list(doc, people->v[first + n - 1].to, people->v[first + n].from))
        n++;
    return n;
}

/* First of the list that ends with person `last`. */
static size_t list_begin(const cut_doc *doc, const cut_people *people, size_t last)
{
    while (last > 0 && cut_same_list(doc, people->v[last - 1].to, people->v[last].from))
        last--;
    return last;
}

/* Between the last name and the marker in parentheses stands its team: "of Team Japan (L to R)". */
static bool closes_list(const cut_doc *doc, size_t from, size_t at)
{
    if (at > from + 8 || !cut_token_is(cut_token_at(doc, at - 1), '('))
        return false;
    for (size_t i = from; i + 1 < at; i++) {
        const cut_token *t = cut_token_at(doc, i);
        if (t->starts || t->kind == CUT_TOK_PUNCT ||
            (t->shape == CUT_SHAPE_LOWER && cut_lex_may(doc, i, CUT_IS_PERSON_VERB)))
            return false;
    }
    return true;
}

/* The list marker at `at` belongs to the names behind it or, right after a name, to those before.
 */
static void place_list(const cut_doc *doc, cut_people *people, size_t at, size_t n, bool from_right)
{
    size_t next = 0;
    while (next < people->n && people->v[next].from < at)
        next++;
    bool ahead = next < people->n && people->v[next].from < at + n + 12;
    for (size_t i = at + n; ahead && i < people->v[next].from; i++)
        ahead = !cut_token_at(doc, i)->starts;
    bool after_name = next > 0 && (people->v[next - 1].to + 2 >= at ||
                                   closes_list(doc, people->v[next - 1].to, at));
    bool opened = ahead && after_name && cut_token_is(cut_token_at(doc, at - 1), ',') &&
                  (cut_token_is(cut_token_at(doc, at + n), ',') ||
                   cut_token_is(cut_token_at(doc, at + n - 1), ',')) &&
                  list_begin(doc, people, next - 1) == next - 1;
    if (opened) { /* "Hugh Hall, from left, James May and Ann Orr" */
        number_list(people, next - 1, list_length(doc, people, next - 1), from_right);
    } else if (ahead && !after_name) {
        number_list(people, next, list_length(doc, people, next), from_right);
    } else if (after_name) {
        size_t first = list_begin(doc, people, next - 1);
        number_list(people, first, next - first, from_right);
    }
}

void cut_place_lists(const cut_doc *doc, cut_people *people)
{
    if (people->n < 2)
        return;
    for (size_t i = 0; i < doc->count; i++) {
        unsigned from_right;
        size_t n = cut_lex_match(doc, i, CUT_IS_FROM_LEFT, &from_right);
        /* "second from left" is one person's place */
        if (n > 0 && !(i > 0 && cut_lex_may(doc, i - 1, CUT_IS_ORDINAL)))
            place_list(doc, people, i, n, from_right == 1);
    }
}

const char *cut_position_name(cut_arena *arena, const cut_named *who)
{
    static const char *const names[] = {
        [CUT_POS_L] = "L",          [CUT_POS_R] = "R",       [CUT_POS_C] = "C",
        [CUT_POS_FRONT] = "front",  [CUT_POS_BACK] = "back", [CUT_POS_TOP] = "top",
        [CUT_POS_BOTTOM] = "bottom"};
    if (who->position == CUT_POS_NONE)
        return NULL;
    if (who->position == CUT_POS_FROM_L || who->position == CUT_POS_FROM_R)
        return cut_arena_printf(arena, "%u%c", who->count,
                                who->position == CUT_POS_FROM_L ? 'L' : 'R');
    return names[who->position];
}
