/* Runs of capitalised words, and the name that is left of one. */
#include "caption/person_parts.h"

/* In a text of capitals, small words must be known by their meaning. */
static bool is_plain_in_capitals(const cut_doc *doc, size_t at)
{
    return doc->all_caps &&
           (cut_lex_may(doc, at, CUT_IS_STOP_CAPITAL) || cut_lex_may(doc, at, CUT_IS_PERSON_VERB) ||
            cut_lex_may(doc, at, CUT_IS_PLACE_PREP));
}

bool cut_may_be_name(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    return t->kind == CUT_TOK_WORD && t->zone == CUT_ZONE_BODY && !t->dated &&
           t->shape != CUT_SHAPE_LOWER && t->shape != CUT_SHAPE_NONE &&
           !is_plain_in_capitals(doc, at);
}

static size_t nickname(const cut_doc *doc, size_t open)
{
    uint32_t quote = cut_token_at(doc, open)->ch;
    for (size_t i = open + 1; i < open + 5; i++) {
        if (cut_token_is(cut_token_at(doc, i), quote))
            return i > open + 1 && cut_may_be_name(doc, i + 1) ? i + 1 - open : 0;
        if (!cut_may_be_name(doc, i))
            return 0;
    }
    return 0;
}

/* Particles and signs between the words of a name; 0 if the name ends here. */
static size_t name_joint(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    if ((cut_token_is(t, '"') || cut_token_is(t, '\'')) && t->gap == CUT_GAP_SPACE &&
        cut_token_at(doc, at + 1)->gap == CUT_GAP_NONE) /* Joaquin "El Chapo" Guzman */
        return nickname(doc, at);
    bool glued = t->gap == CUT_GAP_NONE && cut_token_at(doc, at + 1)->gap == CUT_GAP_NONE;
    if ((cut_token_is(t, '-') || cut_token_is(t, '\'')) && glued &&
        cut_token_at(doc, at + 1)->kind == CUT_TOK_WORD)
        return 1;
    if (cut_token_is(t, '.') && t->gap == CUT_GAP_NONE && cut_may_be_name(doc, at + 1) &&
        !cut_token_at(doc, at + 1)->starts &&
        (cut_token_at(doc, at - 1)->fold_n == 1 || cut_lex_may(doc, at - 1, CUT_IS_ABBREVIATION)))
        return 1;
    const cut_token *after = cut_token_at(doc, at + 1);
    bool elided = t->kind == CUT_TOK_WORD && doc->folded[t->fold_at] == 'd' && t->fold_n <= 2;
    if (elided && t->shape == CUT_SHAPE_LOWER && t->gap == CUT_GAP_SPACE &&
        after->gap == CUT_GAP_NONE && after->kind == CUT_TOK_WORD && cut_may_be_name(doc, at + 1))
        return 1; /* Gilles d'Ettori: the lexer parts them */
    size_t n = 0;
    while (n < 3 && cut_lex_may(doc, at + n, CUT_IS_PARTICLE) &&
           cut_token_at(doc, at + n)->shape == CUT_SHAPE_LOWER &&
           cut_token_at(doc, at + n)->fold_n > 1)
        n++;
    if (n == 0)
        return 0;
    if (cut_token_is(cut_token_at(doc, at + n), '-') &&
        cut_token_at(doc, at + n)->gap == CUT_GAP_NONE)
        n++;
    bool place = cut_lex_may(doc, at + n, CUT_IS_COUNTRY) || cut_lex_may(doc, at + n, CUT_IS_CITY);
    return cut_may_be_name(doc, at + n) && !place ? n : 0;
}

/* A part behind a hyphen may be small: "Eun-sol". */
static bool glued_part(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    return t->kind == CUT_TOK_WORD && t->gap == CUT_GAP_NONE && at > 0 && cut_token_is(&t[-1], '-');
}

static bool breaks_run(const cut_doc *doc, size_t from, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    return at > from && (t->starts || t->gap >= CUT_GAP_WIDE);
}

#define LONGEST_RUN 14

size_t cut_name_run_end(const cut_doc *doc, size_t from)
{
    size_t at = from;
    while (at < from + LONGEST_RUN && (cut_may_be_name(doc, at) || glued_part(doc, at)) &&
           !breaks_run(doc, from, at)) {
        at++;
        at += name_joint(doc, at);
    }
    return at;
}

/* A word that cannot be part of a name, alone or as the start of a known phrase. */
size_t cut_not_name_at(const cut_doc *doc, size_t at, size_t end)
{
    const uint64_t kinds = CUT_MEANS(CUT_IS_TITLE) | CUT_MEANS(CUT_IS_DEMONYM) |
                           CUT_MEANS(CUT_IS_HONORIFIC) | CUT_MEANS(CUT_IS_ORG_WORD) |
                           CUT_MEANS(CUT_IS_EVENT_WORD) | CUT_MEANS(CUT_IS_VENUE_WORD) |
                           CUT_MEANS(CUT_IS_COUNTRY) | CUT_MEANS(CUT_IS_REGION) |
                           CUT_MEANS(CUT_IS_AGENCY) | CUT_MEANS(CUT_IS_RANK);
    return cut_lex_longest_of(doc, at, end, kinds);
}

size_t cut_name_words(const cut_doc *doc, size_t from, size_t to)
{
    size_t n = 0;
    for (size_t i = from; i < to; i++)
        n += cut_token_at(doc, i)->kind == CUT_TOK_WORD &&
             (i == from || cut_token_at(doc, i)->gap != CUT_GAP_NONE);
    return n;
}

/* A known word that is a given name as well: it is one if a further word of a name follows. */
static bool rather_given(const cut_doc *doc, size_t at, size_t end)
{
    bool office = cut_lex_may(doc, at, CUT_IS_TITLE) || cut_lex_may(doc, at, CUT_IS_HONORIFIC);
    return cut_lex_may(doc, at, CUT_IS_GIVEN) && at + 1 < end &&
           cut_not_name_at(doc, at + 1, end) == 0 &&
           cut_token_at(doc, at + 1)->kind == CUT_TOK_WORD &&
           !(office && cut_lex_may(doc, at + 1, CUT_IS_GIVEN));
}

/* "King-Boyd": a known word is a part of a longer one; "Ex-Präsident" is not. */
static bool hyphened(const cut_doc *doc, size_t first, size_t at, size_t end)
{
    const cut_token *joint = cut_token_at(doc, at + 1);
    bool before = at > first && cut_token_is(cut_token_at(doc, at - 1), '-') &&
                  cut_token_at(doc, at)->gap == CUT_GAP_NONE;
    bool after = at + 2 < end && cut_token_is(joint, '-') && joint->gap == CUT_GAP_NONE &&
                 cut_token_at(doc, at + 2)->gap == CUT_GAP_NONE &&
                 cut_not_name_at(doc, at + 2, end) == 0;
    return after || (before && !cut_lex_may(doc, at, CUT_IS_TITLE));
}

/* "South Korea's Son Min-jae" is no son. */
static bool is_korean_son(const cut_doc *doc, size_t at)
{
    return cut_word_is(doc, at, CUT_STR("son")) && !cut_token_at(doc, at)->starts &&
           !doc->all_caps && cut_token_at(doc, at)->shape == CUT_SHAPE_CAPITAL &&
           cut_token_is(cut_token_at(doc, at + 2), '-') &&
           cut_token_at(doc, at + 2)->gap == CUT_GAP_NONE;
}

/* An office and no event: the premier, but not the Premier League. */
static bool is_office(const cut_doc *doc, size_t at)
{
    if (cut_lex_may(doc, at, CUT_IS_HONORIFIC) || cut_lex_may(doc, at, CUT_IS_RANK))
        return true;
    return cut_lex_may(doc, at, CUT_IS_TITLE) && !(cut_lex_may(doc, at, CUT_IS_EVENT_WORD) &&
                                                   (cut_lex_may(doc, at + 1, CUT_IS_EVENT_WORD) ||
                                                    cut_lex_may(doc, at + 1, CUT_IS_ORG_WORD)));
}

/* A body's name goes on behind a venue's: "Suez Canal Authority". */
static bool body_follows(const cut_doc *doc, size_t at, size_t end)
{
    for (size_t i = at; i + 1 < end; i++) {
        if (cut_lex_may(doc, i, CUT_IS_ORG_WORD))
            return true;
    }
    return false;
}

/* Drops what stands in front of the name: "Swiss Foreign Minister Adrian Kessler". Notes whether an
 * office was among it. */
static size_t strip_front(const cut_doc *doc, size_t from, size_t to, bool *title, bool *thing)
{
    size_t name = from;
    for (size_t i = from; i < to;) {
        size_t n = cut_not_name_at(doc, i, to);
        if (n == 0 || (n == 1 && (rather_given(doc, i, to) || hyphened(doc, from, i, to) ||
                                  is_korean_son(doc, i)))) {
            i++;
            continue;
        }
        if (i + n >= to)
            break;
        bool office = is_office(doc, i);
        bool venue = cut_lex_may(doc, i, CUT_IS_VENUE_WORD) && !body_follows(doc, i + n, to);
        *title |= office;
        *thing = !office && (venue || cut_lex_may(doc, i, CUT_IS_EVENT_WORD) ||
                             cut_lex_may(doc, i, CUT_IS_ORG_WORD));
        if (venue && !office)
            return to; /* "Estadio Santiago Bernabeu", "RRS Sir David Attenborough" */
        i += n;
        if (cut_token_is(cut_token_at(doc, i), '.') || cut_token_is(cut_token_at(doc, i), '-') ||
            cut_token_is(cut_token_at(doc, i), ','))
            i++;
        name = i;
    }
    return name;
}

/* Words that open a sentence with a capital. */
static size_t strip_opening(const cut_doc *doc, size_t from, size_t to)
{
    while (from < to && cut_lex_may(doc, from, CUT_IS_STOP_CAPITAL) &&
           !((cut_lex_may(doc, from, CUT_IS_GIVEN) ||
              (cut_lex_may(doc, from, CUT_IS_PARTICLE) && cut_title_before(doc, from) &&
               cut_token_at(doc, from)->shape == CUT_SHAPE_CAPITAL)) &&
             !cut_token_at(doc, from)->starts))
        from++; /* but "guard Al Horne" */
    return from;
}

/* "sindaco di Napoli Luigi Demartis": the place of an office before a given name. */
static size_t strip_city(const cut_doc *doc, size_t from, size_t to)
{
    size_t n = cut_lex_match_within(doc, from, to, CUT_IS_CITY, NULL);
    bool of = from > 1 && cut_lex_may(doc, from - 1, CUT_IS_PARTICLE) &&
              cut_title_before(doc, from - 1) && cut_name_words(doc, from + n, to) > 1;
    bool named = from + n + 1 < to && (of || cut_lex_may(doc, from + n, CUT_IS_GIVEN));
    return n > 0 && named && !cut_lex_may(doc, from, CUT_IS_GIVEN) ? from + n : from;
}

/* Languages in which an office is one word with a capital or an ending. */
static bool compounds(cut_language language)
{
    return language == CUT_LANG_DE || language == CUT_LANG_SV || language == CUT_LANG_NO ||
           language == CUT_LANG_DA || language == CUT_LANG_NL;
}

/* "Envoy for", "director of the": what an office is for stands at `at`. */
static bool is_behind_office(const cut_doc *doc, size_t at)
{
    static const cut_str of[] = {CUT_WORD("of"),  CUT_WORD("for"), CUT_WORD("on"),
                                 CUT_WORD("du"),  CUT_WORD("de"),  CUT_WORD("des"),
                                 CUT_WORD("del"), CUT_WORD("für"), CUT_WORD("fur")};
    return at > 1 &&
           (cut_word_in(doc, at - 1, of, CUT_COUNT(of)) ||
            (cut_word_is(doc, at - 1, CUT_STR("the")) &&
             cut_word_is(doc, at - 2, CUT_STR("of")))) &&
           (cut_title_before(doc, at - 1) || cut_title_before(doc, at - 2));
}

/* "Deputies Anna Berg": a word of unknown meaning that opens the sentence before a given name;
 * "Klimaaktivistin Anna Berg": anywhere. */
static size_t strip_unknown(const cut_doc *doc, size_t from, size_t to)
{
    bool acronym = !doc->all_caps && cut_token_at(doc, from)->shape == CUT_SHAPE_UPPER &&
                   cut_token_at(doc, from)->fold_n > 1 &&
                   cut_token_at(doc, from + 1)->shape == CUT_SHAPE_CAPITAL;
    bool office = is_behind_office(doc, from) || acronym || cut_title_before(doc, from);
    if ((cut_token_at(doc, from)->starts || office || compounds(doc->language)) &&
        cut_name_words(doc, from, to) >= 3 && !cut_lex_may(doc, from, CUT_IS_GIVEN) &&
        cut_lex_may(doc, from + 1, CUT_IS_GIVEN) &&
        cut_token_at(doc, from + 1)->gap != CUT_GAP_NONE)
        return from + 1;
    return from;
}

/* "Jr.", "III" behind a name belong to it. */
size_t cut_take_suffix(const cut_doc *doc, size_t at)
{
    const cut_token *dot = cut_token_at(doc, at);
    if (at > 0 && cut_lex_may(doc, at - 1, CUT_IS_NAME_SUFFIX) &&
        cut_lex_may(doc, at - 1, CUT_IS_ABBREVIATION) && cut_token_is(dot, '.') &&
        dot->gap == CUT_GAP_NONE && !cut_token_at(doc, at + 1)->starts)
        return at + 1; /* the dot of the "Jr." that ends the run */
    size_t i = at + (cut_token_is(cut_token_at(doc, at), ',') ? 1 : 0);
    size_t n = cut_lex_match(doc, i, CUT_IS_NAME_SUFFIX, NULL);
    if (n == 0 || cut_token_at(doc, i)->fold_n < 2)
        return at;
    i += n;
    if (cut_token_is(cut_token_at(doc, i), '.') && cut_token_at(doc, i)->gap == CUT_GAP_NONE &&
        !cut_token_at(doc, i + 1)->starts)
        i++;
    return i;
}

size_t cut_strip_name(const cut_doc *doc, size_t from, size_t to, cut_signs *signs)
{
    size_t name = strip_opening(doc, from, to);
    name = strip_front(doc, name, to, &signs->title, &signs->thing);
    signs->title = signs->title || (name > from && is_behind_office(doc, from) &&
                                    cut_name_words(doc, name, to) > 1);
    name = strip_unknown(doc, strip_opening(doc, name, to), to);
    return strip_city(doc, name, to);
}
