/*
 * People named in the caption who are in the picture. Every run of capitalised words is stripped of
 * what is no name (offices, countries), weighed by what stands around it, and kept if that speaks
 * for a person who is shown.
 */
#include "caption/person.h"
#include "caption/caption.h"

enum {
    ENOUGH = 50,        /* score of a person who is kept */
    FOR_GIVEN = 45,     /* begins with a given name */
    FOR_TITLE = 35,     /* an office stands before it */
    FOR_ONE_NAME = 75,  /* one name behind "King" or "his wife" */
    FOR_POSITION = 60,  /* "(L)" behind it */
    FOR_VERB = 30,      /* does what people do */
    FOR_WEAK_VERB = 12, /* does what things do as well, or a preposition follows */
    FOR_OWNER = 30,     /* "Hungary's" before it */
    FOR_OF = 30,        /* "of Belgium" behind it */
    FOR_AGE = 30,       /* ", 34," behind it */
    FOR_SHAPE = 20,     /* two to four words */
    FOR_AND = 10,       /* beside an "and" */
    FOR_LIST = 20,      /* in a list with somebody */
    BUT_LATER = 45,     /* in a later sentence */
    BUT_ONE_WORD = 30,
    BUT_PLACE = 40,  /* behind "in" */
    BUT_THING = 40,  /* behind a word for a body or an event */
    BUT_OF = 45,     /* "of" and a team behind another name */
    BUT_OWNS = 40,   /* "Leeds United's Tom Holt": the first is a team */
    BUT_ARTICLE = 45 /* behind "the" */
};

typedef struct finder {
    cut_doc *doc;
    cut_people people;
    size_t
        hidden_to; /* behind the last name that is not shown: those listed with it are not either */
} finder;

static bool may_be_name(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    return t->kind == CUT_TOK_WORD && t->zone == CUT_ZONE_BODY && !t->dated &&
           t->shape != CUT_SHAPE_LOWER && t->shape != CUT_SHAPE_NONE;
}

/* In a text of capitals, small words must be known by their meaning. */
static bool is_plain_in_capitals(const cut_doc *doc, size_t at)
{
    return doc->all_caps &&
           (cut_lex_may(doc, at, CUT_IS_STOP_CAPITAL) || cut_lex_may(doc, at, CUT_IS_PERSON_VERB) ||
            cut_lex_may(doc, at, CUT_IS_PLACE_PREP));
}

static size_t nickname(const cut_doc *doc, size_t open)
{
    for (size_t i = open + 1; i < open + 5; i++) {
        if (cut_token_is(cut_token_at(doc, i), '"'))
            return i > open + 1 && may_be_name(doc, i + 1) ? i + 1 - open : 0;
        if (!may_be_name(doc, i))
            return 0;
    }
    return 0;
}

/* Particles and signs between the words of a name; 0 if the name ends here. */
static size_t name_joint(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    if (cut_token_is(t, '"') && t->gap == CUT_GAP_SPACE) /* Joaquin "El Chapo" Guzman */
        return nickname(doc, at);
    bool glued = t->gap == CUT_GAP_NONE && cut_token_at(doc, at + 1)->gap == CUT_GAP_NONE;
    if ((cut_token_is(t, '-') || cut_token_is(t, '\'')) && glued &&
        cut_token_at(doc, at + 1)->kind == CUT_TOK_WORD)
        return 1;
    if (cut_token_is(t, '.') && t->gap == CUT_GAP_NONE && may_be_name(doc, at + 1) &&
        !cut_token_at(doc, at + 1)->starts &&
        (cut_token_at(doc, at - 1)->fold_n == 1 || cut_lex_may(doc, at - 1, CUT_IS_ABBREVIATION)))
        return 1;
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
    return may_be_name(doc, at + n) && !place ? n : 0;
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
    return (at > from && (t->starts || t->gap >= CUT_GAP_WIDE)) || is_plain_in_capitals(doc, at);
}

#define LONGEST_RUN 14

static size_t run_end(const cut_doc *doc, size_t from)
{
    size_t at = from;
    while (at < from + LONGEST_RUN && (may_be_name(doc, at) || glued_part(doc, at)) &&
           !breaks_run(doc, from, at)) {
        at++;
        at += name_joint(doc, at);
    }
    return at;
}

/* A word that cannot be part of a name, alone or as the start of a known phrase. */
static size_t not_name_at(const cut_doc *doc, size_t at, size_t end)
{
    static const cut_meaning kinds[] = {CUT_IS_TITLE,    CUT_IS_DEMONYM,    CUT_IS_HONORIFIC,
                                        CUT_IS_ORG_WORD, CUT_IS_EVENT_WORD, CUT_IS_VENUE_WORD,
                                        CUT_IS_COUNTRY,  CUT_IS_REGION,     CUT_IS_AGENCY};
    size_t longest = 0;
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t n = cut_lex_match_within(doc, at, end, kinds[i], NULL);
        if (n > longest)
            longest = n;
    }
    return longest;
}

static size_t words_in(const cut_doc *doc, size_t from, size_t to)
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
           not_name_at(doc, at + 1, end) == 0 && cut_token_at(doc, at + 1)->kind == CUT_TOK_WORD &&
           !(office && cut_lex_may(doc, at + 1, CUT_IS_GIVEN));
}

/* Drops what stands in front of the name: "Swiss Foreign Minister Adrian Kessler". Notes whether an
 * office was among it. */
static size_t strip_front(const cut_doc *doc, size_t from, size_t to, bool *title, bool *thing)
{
    size_t name = from;
    for (size_t i = from; i < to;) {
        size_t n = not_name_at(doc, i, to);
        if (n == 0 || (n == 1 && rather_given(doc, i, to))) {
            i++;
            continue;
        }
        if (i + n >= to)
            break;
        bool office =
            (cut_lex_may(doc, i, CUT_IS_TITLE) && !cut_lex_may(doc, i, CUT_IS_EVENT_WORD)) ||
            cut_lex_may(doc, i, CUT_IS_HONORIFIC);
        bool venue = cut_lex_may(doc, i, CUT_IS_VENUE_WORD);
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
           !(cut_lex_may(doc, from, CUT_IS_GIVEN) && !cut_token_at(doc, from)->starts))
        from++;
    return from;
}

static bool title_before(const cut_doc *doc, size_t at);

/* "sindaco di Napoli Luigi Demartis": the place of an office before a given name. */
static size_t strip_city(const cut_doc *doc, size_t from, size_t to)
{
    size_t n = cut_lex_match_within(doc, from, to, CUT_IS_CITY, NULL);
    return n > 0 && from + n + 1 < to && cut_lex_may(doc, from + n, CUT_IS_GIVEN) &&
                   !cut_lex_may(doc, from, CUT_IS_GIVEN)
               ? from + n
               : from;
}

/* Languages in which an office is one word with a capital or an ending. */
static bool compounds(cut_language language)
{
    return language == CUT_LANG_DE || language == CUT_LANG_SV || language == CUT_LANG_NO ||
           language == CUT_LANG_DA || language == CUT_LANG_NL;
}

/* "Deputies Anna Berg": a word of unknown meaning that opens the sentence before a given name;
 * "Klimaaktivistin Anna Berg": anywhere. */
static size_t strip_unknown(const cut_doc *doc, size_t from, size_t to)
{
    bool office =
        from > 1 &&
        (cut_word_is(doc, from - 1, CUT_STR("of")) || cut_word_is(doc, from - 1, CUT_STR("for")) ||
         (cut_word_is(doc, from - 1, CUT_STR("the")) &&
          cut_word_is(doc, from - 2, CUT_STR("of")))) &&
        (title_before(doc, from - 1) || title_before(doc, from - 2));
    bool acronym = !doc->all_caps && cut_token_at(doc, from)->shape == CUT_SHAPE_UPPER &&
                   cut_token_at(doc, from)->fold_n > 1 &&
                   cut_token_at(doc, from + 1)->shape == CUT_SHAPE_CAPITAL;
    office = office || acronym || title_before(doc, from);
    if ((cut_token_at(doc, from)->starts || office || compounds(doc->language)) &&
        words_in(doc, from, to) >= 3 && !cut_lex_may(doc, from, CUT_IS_GIVEN) &&
        cut_lex_may(doc, from + 1, CUT_IS_GIVEN) &&
        cut_token_at(doc, from + 1)->gap != CUT_GAP_NONE)
        return from + 1;
    return from;
}

/* "Jr.", "III" behind a name belong to it. */
static size_t take_suffix(const cut_doc *doc, size_t at)
{
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

/* ---- what stands around ---- */

/* An office ends just before `at`, with a comma between at most: "le maire de Lyon, Benoît ...". */
static bool title_before(const cut_doc *doc, size_t at)
{
    for (size_t back = 1; back <= 5 && back <= at; back++) {
        if (cut_lex_match_within(doc, at - back, at, CUT_IS_TITLE, NULL) == back ||
            cut_lex_match_within(doc, at - back, at, CUT_IS_HONORIFIC, NULL) == back)
            return true;
    }
    if (at > 1 && cut_token_is(cut_token_at(doc, at - 1), '.'))
        return title_before(doc, at - 1) && cut_lex_may(doc, at - 2, CUT_IS_ABBREVIATION);
    return false;
}

static bool known_by_one_name(const cut_doc *doc, size_t at)
{
    unsigned kind;
    for (size_t back = 1; back <= 2 && back <= at; back++) {
        if (cut_lex_match_within(doc, at - back, at, CUT_IS_HONORIFIC, &kind) == back && kind)
            return true;
        if (cut_lex_match_within(doc, at - back, at, CUT_IS_TITLE, &kind) == back &&
            kind == CUT_TITLE_KIN && cut_token_at(doc, at - back)->shape == CUT_SHAPE_LOWER)
            return true;
    }
    return false;
}

/* "le maire de Marseille, ", "The mayor of Springfield, ": an office opens the phrase that a comma
 * closes before the name. */
static bool title_phrase_before(const cut_doc *doc, size_t at)
{
    if (at < 2 || !cut_token_is(cut_token_at(doc, at - 1), ','))
        return false;
    for (size_t i = at - 1; i > 0 && i + 9 > at; i--) {
        const cut_token *t = cut_token_at(doc, i - 1);
        if (t->kind == CUT_TOK_PUNCT && !cut_token_is(t, '-') && !cut_token_is(t, '\''))
            return false;
        if (cut_lex_match(doc, i - 1, CUT_IS_TITLE, NULL))
            return true;
        if (t->starts)
            return false;
    }
    return false;
}

/* "Undated handout photo of X", "Portrait of X": the picture itself is meant. */
static bool is_the_picture(const cut_doc *doc, size_t at)
{
    for (size_t i = at; i + 6 > at; i--) {
        if (cut_token_at(doc, i)->starts)
            return true;
        bool article = cut_word_is(doc, i - 1, CUT_STR("a")) ||
                       cut_word_is(doc, i - 1, CUT_STR("an")) ||
                       cut_word_is(doc, i - 1, CUT_STR("the"));
        if (i == 0 || article || cut_lex_may(doc, i - 1, CUT_IS_PERSON_VERB))
            return false;
    }
    return false;
}

/* Whoever is named after "portrait of" or "supporters of" is not in the picture. */
static bool not_shown_before(const cut_doc *doc, size_t at)
{
    for (size_t i = at; i > 0 && i + 9 > at; i--) {
        unsigned image = 0;
        size_t n = cut_lex_match(doc, i - 1, CUT_IS_NOT_SHOWN, &image);
        if (n > 0 && i - 1 + n <= at) {
            if (image && is_the_picture(doc, i - 1))
                return false;
            for (size_t k = i - 1 + n; k < at; k++) {
                const cut_token *t = cut_token_at(doc, k);
                if (t->kind == CUT_TOK_PUNCT && !cut_token_is(t, '.') && !cut_token_is(t, '-'))
                    return false;
                if (cut_lex_may(doc, k, CUT_IS_PERSON_VERB) && t->shape == CUT_SHAPE_LOWER &&
                    !cut_lex_may(doc, k, CUT_IS_TITLE))
                    return false;
            }
            return true;
        }
        if (cut_token_at(doc, i - 1)->starts || cut_token_is(cut_token_at(doc, i - 1), ','))
            return false;
    }
    return false;
}

/* "puente Simón Bolívar", "Hurricane Maria": what stands before says that it is no person. */
static bool after_thing(const cut_doc *doc, size_t at)
{
    return at > 0 && cut_lex_may(doc, at - 1, CUT_IS_VENUE_WORD) &&
           cut_token_at(doc, at)->gap == CUT_GAP_SPACE && !cut_token_at(doc, at)->starts;
}

/* "designs by X": what somebody made is shown; "greeted by X": somebody is. */
static bool maker_before(const cut_doc *doc, size_t at)
{
    if (at < 2 || !cut_word_is(doc, at - 1, CUT_STR("by")))
        return false;
    cut_str before = cut_token_fold(doc, cut_token_at(doc, at - 2));
    return !cut_str_ends(before, CUT_STR("ed")) && !cut_str_ends(before, CUT_STR("en")) &&
           !cut_str_ends(before, CUT_STR("ght")) && !cut_str_ends(before, CUT_STR("led"));
}

static bool inside_quotes(const cut_doc *doc, size_t from, size_t to)
{
    bool open = from > 0 && (cut_token_is(cut_token_at(doc, from - 1), '"') ||
                             cut_token_is(cut_token_at(doc, from - 1), 0xAB) ||
                             (cut_token_is(cut_token_at(doc, from - 1), '\'') &&
                              cut_token_at(doc, from)->gap == CUT_GAP_NONE));
    bool close =
        cut_token_is(cut_token_at(doc, to), '"') || cut_token_is(cut_token_at(doc, to), 0xBB) ||
        cut_token_is(cut_token_at(doc, to), '\'') ||
        ((cut_token_is(cut_token_at(doc, to), ',') || cut_token_is(cut_token_at(doc, to), '.')) &&
         cut_token_is(cut_token_at(doc, to + 1), '"'));
    return open && close;
}

static bool age_behind(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at), *n = cut_token_at(doc, at + 1),
                    *e = cut_token_at(doc, at + 2);
    if (n->kind != CUT_TOK_NUMBER || n->fold_n > 3 || n->dated)
        return false;
    return (cut_token_is(t, ',') && (cut_token_is(e, ',') || cut_token_is(e, '.'))) ||
           (cut_token_is(t, '(') && cut_token_is(e, ')'));
}

static bool of_behind(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {CUT_WORD("of"),  CUT_WORD("from"), CUT_WORD("aus"),
                                    CUT_WORD("del"), CUT_WORD("du"),   CUT_WORD("van")};
    if (!cut_word_in(doc, at, words, CUT_COUNT(words)))
        return false;
    return cut_token_capital(cut_token_at(doc, at + 1)) ||
           (cut_word_is(doc, at + 1, CUT_STR("the")) &&
            cut_token_capital(cut_token_at(doc, at + 2)));
}

static int verb_behind(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    unsigned weak;
    if (cut_token_is(t, ',')) /* "X, who ..." */
        return cut_word_is(doc, at + 1, CUT_STR("who")) || cut_word_is(doc, at + 1, CUT_STR("qui"))
                   ? FOR_VERB
                   : 0;
    if (!cut_lex_match(doc, at, CUT_IS_PERSON_VERB, &weak) ||
        !(doc->all_caps || t->shape == CUT_SHAPE_LOWER))
        return 0;
    return weak ? FOR_WEAK_VERB : FOR_VERB;
}

/* "Hungary's", "Leeds United's", "the Giants'": whose player it is. */
static bool owner_before(const cut_doc *doc, size_t at)
{
    if (at == 0)
        return false;
    const cut_token *t = cut_token_at(doc, at - 1);
    return t->kind == CUT_TOK_POSSESSIVE ||
           (cut_token_is(t, '\'') && at > 1 && cut_token_capital(cut_token_at(doc, at - 2)));
}

/* A possessive and another name follow. */
static bool owns_next(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    if (t->kind != CUT_TOK_POSSESSIVE && !(cut_token_is(t, '\'') && t->gap == CUT_GAP_NONE))
        return false;
    return may_be_name(doc, at + 1) && may_be_name(doc, at + 2);
}

/* Marks what stands behind a sentence of prose: names there are mostly background. */
static void mark_later(cut_doc *doc)
{
    size_t small = 0;
    bool prose = false;
    for (size_t i = 0; i < doc->count; i++) {
        cut_token *t = &doc->tokens[i];
        if (t->starts && t->zone == CUT_ZONE_BODY) {
            prose |= small >= 5;
            small = 0;
        }
        t->later = prose;
        small += t->kind == CUT_TOK_WORD && t->shape == CUT_SHAPE_LOWER && t->zone == CUT_ZONE_BODY;
    }
}

static bool after_place_word(const cut_doc *doc, size_t at)
{
    if (at == 0)
        return false;
    unsigned prep;
    for (size_t back = 1; back <= 3 && back <= at; back++) {
        if (cut_lex_match_within(doc, at - back, at, CUT_IS_PLACE_PREP, &prep) == back)
            return cut_token_at(doc, at - back)->fold_n > 1 || doc->language == CUT_LANG_EN;
    }
    return false;
}

static bool after_article(const cut_doc *doc, size_t at)
{
    static const cut_str articles[] = {CUT_WORD("the"), CUT_WORD("a"),   CUT_WORD("an"),
                                       CUT_WORD("une"), CUT_WORD("un"),  CUT_WORD("les"),
                                       CUT_WORD("ein"), CUT_WORD("eine")};
    return at > 0 && cut_word_in(doc, at - 1, articles, CUT_COUNT(articles));
}

/* "Lionel Mesas of Inter Miami", "(R) of Real Betis" */
static bool after_of_name(const cut_doc *doc, size_t at)
{
    if (at < 2 ||
        !(cut_word_is(doc, at - 1, CUT_STR("of")) || cut_word_is(doc, at - 1, CUT_STR("from"))))
        return false;
    return cut_token_is(cut_token_at(doc, at - 2), ')') ||
           (cut_token_capital(cut_token_at(doc, at - 2)) &&
            cut_token_at(doc, at - 2)->shape != CUT_SHAPE_NONE);
}

static bool and_beside(const cut_doc *doc, size_t from, size_t to)
{
    return cut_token_is(cut_token_at(doc, to), '&') || cut_word_is(doc, to, CUT_STR("and")) ||
           (from > 0 && (cut_token_is(cut_token_at(doc, from - 1), '&') ||
                         cut_word_is(doc, from - 1, CUT_STR("and"))));
}

/* ---- weighing ---- */

static bool has_odd_word(const cut_doc *doc, size_t from, size_t to)
{
    /* Family names may be words for bodies: "Tom Church". */
    if (to == from + 2 && cut_lex_may(doc, from, CUT_IS_GIVEN) &&
        !cut_lex_may(doc, from, CUT_IS_CITY) && not_name_at(doc, from, to) < 2 &&
        !cut_lex_may(doc, from, CUT_IS_COUNTRY))
        return false;
    for (size_t i = from; i < to; i++) {
        size_t n = not_name_at(doc, i, to);
        bool given = cut_lex_may(doc, i, CUT_IS_GIVEN);
        if (n > 1 ||
            (n == 1 && !given &&
             (i + 1 < to || i == from || cut_lex_may(doc, i, CUT_IS_ORG_WORD) ||
              cut_lex_may(doc, i, CUT_IS_VENUE_WORD) || cut_lex_may(doc, i, CUT_IS_EVENT_WORD))))
            return true;
    }
    return false;
}

static int weigh(const cut_doc *doc, const cut_named *who, bool title)
{
    size_t from = who->from, to = who->to;
    size_t words = words_in(doc, from, to);
    bool given = cut_lex_may(doc, from, CUT_IS_GIVEN);
    int s = 0;
    title = title || title_before(doc, from) || title_phrase_before(doc, from);
    s += given ? FOR_GIVEN : 0;
    s += title ? FOR_TITLE : 0;
    s += words < 2 && known_by_one_name(doc, from) ? FOR_ONE_NAME : 0;
    s += words >= 2 && words <= 4 ? FOR_SHAPE : 0;
    s -= words < 2 ? BUT_ONE_WORD : 0;
    s += who->position ? FOR_POSITION : 0;
    s += verb_behind(doc, to);
    s += owner_before(doc, from) ? FOR_OWNER : 0;
    s += of_behind(doc, to) ? FOR_OF : 0;
    s += age_behind(doc, to) ? FOR_AGE : 0;
    s += words >= 2 && and_beside(doc, from, to) ? FOR_AND : 0;
    s -= cut_token_at(doc, from)->later ? BUT_LATER : 0;
    s -= owns_next(doc, to) ? BUT_OWNS : 0;
    if (!title) {
        s -= after_place_word(doc, from) ? BUT_PLACE : 0;
        s -= after_article(doc, from) ? BUT_ARTICLE : 0;
        s -= after_of_name(doc, from) ? BUT_OF : 0;
        s -= words < 2 ? BUT_ONE_WORD : 0;
    }
    return s;
}

/* Past ", D-N.M." or ", president of the union" to the next comma, if nobody is named in it. */
static size_t skip_office(const cut_doc *doc, size_t at)
{
    bool office = cut_token_at(doc, at + 1)->fold_n == 1; /* a party's letter */
    for (size_t i = at + 1; i < at + 12; i++) {
        const cut_token *t = cut_token_at(doc, i);
        if (cut_token_is(t, ','))
            return office ? i : at;
        if (t->starts || t->kind == CUT_TOK_END || t->zone != CUT_ZONE_BODY ||
            (cut_lex_may(doc, i, CUT_IS_GIVEN) && cut_token_capital(t)))
            return at;
        office |= cut_lex_may(doc, i, CUT_IS_TITLE);
    }
    return at;
}

/* Past "of Leeds United" or "(93)" to a marker behind it. */
static size_t skip_apposition(const cut_doc *doc, size_t at)
{
    if (cut_token_is(cut_token_at(doc, at), '(') &&
        cut_token_at(doc, at + 1)->kind == CUT_TOK_NUMBER &&
        cut_token_is(cut_token_at(doc, at + 2), ')'))
        return at + 3;
    if (cut_token_is(cut_token_at(doc, at), ',') && age_behind(doc, at))
        return at + 2;
    if (cut_token_is(cut_token_at(doc, at), ','))
        return skip_office(doc, at);
    if (!of_behind(doc, at))
        return at;
    size_t i = at + 1 + (cut_word_is(doc, at + 1, CUT_STR("the")) ? 1 : 0);
    return run_end(doc, i);
}

static void find_position(const cut_doc *doc, cut_named *who)
{
    if (cut_read_position(doc, who->to, who) > 0)
        return;
    size_t at = skip_apposition(doc, who->to);
    if (at > who->to)
        (void)cut_read_position(doc, at, who);
}

static bool overlaps(size_t from, size_t to, size_t a, size_t b)
{
    return from < b && a < to;
}

/* One run of capitalised words; adds a person if it is one. */
static bool read_run(finder *f, size_t from, size_t to)
{
    cut_doc *doc = f->doc;
    bool title = false, thing = false;
    size_t name = strip_opening(doc, from, to);
    name = strip_front(doc, name, to, &title, &thing);
    name = strip_unknown(doc, strip_opening(doc, name, to), to);
    name = strip_city(doc, name, to);
    if (name >= to)
        return true;
    cut_named who = {.from = name, .to = take_suffix(doc, to)};
    find_position(doc, &who);
    if (not_shown_before(doc, from) ||
        (f->hidden_to > 0 && cut_same_list(doc, f->hidden_to, from))) {
        if (cut_token_at(doc, to)->kind != CUT_TOK_POSSESSIVE)
            f->hidden_to = to;
        return true;
    }
    if (after_thing(doc, from) || inside_quotes(doc, from, to) || maker_before(doc, from) ||
        has_odd_word(doc, name, to))
        return true;
    bool listed = f->people.n > 0 && cut_same_list(doc, f->people.v[f->people.n - 1].to, from);
    who.score =
        (listed ? FOR_LIST : 0) + weigh(doc, &who, title) - (thing && !title ? BUT_THING : 0);
    return who.score < ENOUGH || CUT_PUSH(doc->arena, &f->people, who);
}

static bool find_cased_people(finder *f, size_t place_from, size_t place_to)
{
    cut_doc *doc = f->doc;
    for (size_t i = 0; i < doc->count && f->people.n < CUT_MOST_PEOPLE;) {
        /* "ministre de l'Intérieur", "Secretary of State" are read as one */
        size_t title = cut_lex_match(doc, i, CUT_IS_TITLE, NULL);
        if (title > 1 && cut_token_at(doc, i)->zone == CUT_ZONE_BODY &&
            cut_token_at(doc, i)->script != CUT_SCRIPT_HAN) {
            i += title;
            continue;
        }
        if (!may_be_name(doc, i) || is_plain_in_capitals(doc, i)) {
            i++;
            continue;
        }
        size_t end = run_end(doc, i);
        size_t from = overlaps(i, end, place_from, place_to) ? place_to : i;
        if (from < end && !read_run(f, from, end))
            return false;
        i = end > i ? end : i + 1;
    }
    return true;
}

/* ---- giving out ---- */

static bool same_name(const cut_doc *doc, const cut_named *a, const cut_named *b)
{
    if (a->to - a->from != b->to - b->from)
        return false;
    for (size_t i = 0; i < a->to - a->from; i++) {
        if (!cut_str_eq(cut_token_fold(doc, cut_token_at(doc, a->from + i)),
                        cut_token_fold(doc, cut_token_at(doc, b->from + i))))
            return false;
    }
    return true;
}

static bool give(cut_doc *doc, const cut_people *people, cutline_caption *out)
{
    cutline_person *list = CUT_NEW_ARRAY(doc->arena, cutline_person, CUT_MOST_PEOPLE);
    size_t kept[CUT_MOST_PEOPLE], n = 0;
    if (!list)
        return false;
    for (size_t i = 0; i < people->n && n < CUT_MOST_PEOPLE; i++) {
        const cut_named *who = &people->v[i];
        bool seen = false;
        for (size_t k = 0; k < n && !seen; k++)
            seen = same_name(doc, who, &people->v[kept[k]]);
        if (seen)
            continue;
        cut_str raw = cut_doc_name(doc, who->from, who->to);
        list[n].name = cut_name_natural_case(doc->arena, raw).p;
        list[n].position = cut_position_name(doc->arena, who);
        if (!list[n].name)
            return false;
        cut_doc_decide(doc, "person.shown", who->from, who->to);
        kept[n++] = i;
    }
    out->persons = n ? list : NULL;
    out->person_count = n;
    return true;
}

bool cut_find_people(cut_doc *doc, size_t place_from, size_t place_to, cutline_caption *out)
{
    finder f = {.doc = doc};
    mark_later(doc);
    if (!find_cased_people(&f, place_from, place_to) || !cut_find_native_people(doc, &f.people))
        return false;
    cut_place_lists(doc, &f.people);
    return give(doc, &f.people, out);
}
