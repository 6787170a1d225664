/* Where people stand: markers behind a name, and lists counted from one side. */
#include "caption/person.h"

static const cut_token *token(const cut_doc *doc, size_t at)
{
    return &doc->tokens[at < doc->count ? at : doc->count];
}

static bool is_word(const cut_doc *doc, size_t at, const char *word)
{
    return token(doc, at)->kind == CUT_TOK_WORD &&
           cut_str_eq(cut_token_fold(doc, token(doc, at)), cut_str_from(word));
}

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
    static const char *const suffixes[] = {"st", "nd", "rd", "th"};
    const cut_token *t = token(doc, at);
    if (t->kind != CUT_TOK_NUMBER || t->number == 0 || t->number > 12)
        return 0;
    for (size_t i = 0; i < 4; i++) {
        if (is_word(doc, at + 1, suffixes[i])) {
            *count = t->number;
            return 2;
        }
    }
    return 0;
}

static size_t skip_link(const cut_doc *doc, size_t at)
{
    static const char *const links[] = {"from", "von", "van", "de",   "desde", "da",  "the",
                                        "la",   "l",   "fra", "från", "of",    "von", "from the"};
    size_t i = at;
    for (bool more = true; more && i < at + 3;) {
        more = cut_token_is(token(doc, i), '-');
        for (size_t k = 0; !more && k < sizeof links / sizeof *links; k++)
            more = strcmp(links[k], "l") != 0 && is_word(doc, i, links[k]);
        i += more;
    }
    return i;
}

/* "2ndL": the mark is written onto the ordinal. */
static bool read_fused(const cut_doc *doc, size_t at, cut_named *who)
{
    static const char *const left[] = {"ndl", "rdl", "thl"}, *const right[] = {"ndr", "rdr", "thr"};
    for (size_t i = 0; i < 3; i++) {
        bool l = is_word(doc, at + 1, left[i]);
        if (!l && !is_word(doc, at + 1, right[i]))
            continue;
        who->position = l ? CUT_POS_FROM_L : CUT_POS_FROM_R;
        who->count = (uint8_t)token(doc, at)->number;
        return true;
    }
    return false;
}

/* "2nd L", "second from left", "third right", "2L". */
static size_t read_counted(const cut_doc *doc, size_t at, cut_named *who)
{
    unsigned count, side;
    size_t n = read_count(doc, at, &count);
    if (n == 0 && token(doc, at)->kind == CUT_TOK_NUMBER &&
        token(doc, at + 1)->gap == CUT_GAP_NONE && token(doc, at)->number > 1 &&
        token(doc, at)->number < 13) {
        count = token(doc, at)->number;
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

/* Words of one marker: "front L", "left", "top center"; a side outdoes front and back. */
static size_t read_sides(const cut_doc *doc, size_t at, cut_named *who)
{
    size_t i = at;
    bool any = false;
    for (;;) {
        unsigned position;
        size_t n = cut_lex_match(doc, i, CUT_IS_POSITION, &position);
        if (n == 0) {
            if (!is_word(doc, i, "far") && !is_word(doc, i, "seated") && !is_word(doc, i, "in") &&
                !is_word(doc, i, "pictured") && !is_word(doc, i, "on") && !is_word(doc, i, "at"))
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
        if (cut_token_is(token(doc, i), '-') && token(doc, i)->gap == CUT_GAP_NONE)
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
    const cut_token *t = token(doc, at);
    return t->kind == CUT_TOK_END || t->starts || t->zone != CUT_ZONE_BODY ||
           cut_token_is(t, ',') || cut_token_is(t, '.') || cut_token_is(t, ';') ||
           cut_token_is(t, ')') || cut_token_is(t, ']') || is_word(doc, at, "and") ||
           is_word(doc, at, "with") || is_word(doc, at, "wearing") || is_word(doc, at, "in");
}

/* "(L)", "(2nd R)", "(L, in red)", "(left, wearing a hat)"; one-letter marks stand in brackets
 * only. */
static size_t read_bracket(const cut_doc *doc, size_t open, cut_named *who)
{
    size_t close = cut_bracket_end(doc, open, doc->count);
    if (close == SIZE_MAX || close > open + 14)
        return 0;
    size_t i = open + 1;
    for (; i < close; i++) {
        if (i > open + 1 && !cut_token_is(token(doc, i - 1), ','))
            continue;
        cut_named found = *who;
        size_t n = read_marker(doc, i, &found);
        if (n > 0 &&
            (i + n == close || ends_marker(doc, i + n) || cut_token_is(token(doc, i + n), '.'))) {
            *who = found;
            return close + 1 - open;
        }
    }
    return 0;
}

/* One letter is a mark in brackets only. */
static bool is_letter_mark(const cut_doc *doc, size_t at, size_t n)
{
    return n == 1 && token(doc, at)->fold_n < 3 && token(doc, at)->script == CUT_SCRIPT_LATIN;
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
    const cut_token *t = token(doc, at);
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
    static const char *const words[] = {"and", "et", "und", "y", "e", "en",
                                        "och", "og", "ve",  "и", "i", "و"};
    const cut_token *t = token(doc, at);
    if (cut_token_is(t, ',') || cut_token_is(t, '&') || cut_token_is(t, ';') ||
        cut_token_is(t, 0xB7))
        return true;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (is_word(doc, at, words[i]))
            return true;
    }
    return false;
}

/* Between two names of one list stand a joint, and at most offices, teams and countries. */
bool cut_same_list(const cut_doc *doc, size_t from, size_t to)
{
    bool joined = false;
    if (to > from + 14)
        return false;
    for (size_t i = from; i < to; i++) {
        const cut_token *t = token(doc, i);
        if (t->starts)
            return false;
        if (is_joint(doc, i))
            joined = true;
        else if (t->kind == CUT_TOK_WORD && t->shape == CUT_SHAPE_LOWER &&
                 (is_word(doc, i, "by") ||
                  (cut_lex_may(doc, i, CUT_IS_PERSON_VERB) && !cut_lex_may(doc, i, CUT_IS_TITLE) &&
                   !is_word(doc, i, "in"))))
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

/* The list marker at `at` belongs to the names behind it or, right after a name, to those before.
 */
static void place_list(const cut_doc *doc, cut_people *people, size_t at, size_t n, bool from_right)
{
    size_t next = 0;
    while (next < people->n && people->v[next].from < at)
        next++;
    bool ahead = next < people->n && people->v[next].from < at + n + 12;
    for (size_t i = at + n; ahead && i < people->v[next].from; i++)
        ahead = !token(doc, i)->starts;
    bool after_name = next > 0 && people->v[next - 1].to + 2 >= at;
    if (ahead && !after_name) {
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
