/*
 * What stands around a name says whether it is a person and whether that person is in the picture:
 * an office before it, "(L)" behind it, what it does, "portrait of".
 */
#include "caption/person_parts.h"

enum {
    FOR_GIVEN = 45,      /* begins with a given name */
    FOR_TITLE = 35,      /* an office stands before it */
    FOR_ONE_NAME = 75,   /* one name behind "King" or "his wife" */
    FOR_POSITION = 60,   /* "(L)" behind it */
    FOR_VERB = 30,       /* does what people do */
    FOR_WEAK_VERB = 12,  /* does what things do as well, or a preposition follows */
    FOR_OWNER = 30,      /* "Hungary's" before it */
    FOR_OF = 30,         /* "of Belgium" behind it */
    FOR_WITH = 30,       /* "shakes hands with" before it */
    FOR_OFFICE = 30,     /* ", special envoy" behind it */
    FOR_AGE = 30,        /* ", 34," behind it */
    FOR_SHAPE = 20,      /* two to four words */
    FOR_AND = 10,        /* beside an "and" */
    FOR_LIST = 20,       /* in a list with somebody */
    FOR_LIST_AHEAD = 30, /* a sentence begins with it and goes on "Jane Doe, Ann Roe and" */
    FOR_LINE = 30,       /* fills the line behind a credit */
    FOR_COUNTED = 30,    /* "From left:" before it */
    FOR_INITIAL = 15,    /* "T. Hobbs" */
    FOR_FIRST = 20,      /* two words open the caption, and what people do follows */
    FOR_PEERAGE = 75,    /* ", Countess of Wessex" behind one name */
    BUT_LATER = 45,      /* in a later sentence */
    BUT_ONE_WORD = 30,
    BUT_PLACE = 40,  /* behind "in" */
    BUT_THING = 40,  /* behind a word for a body or an event */
    BUT_OF = 45,     /* "of" and a team behind another name */
    BUT_OWNER = 90,  /* "Queen Elizabeth's horse": one name whose thing is shown */
    BUT_OWNS = 40,   /* "Leeds United's Tom Holt": the first is a team */
    BUT_ARTICLE = 45 /* behind "the" */
};

/* An office ends just before `at`, with a comma between at most: "le maire de Lyon, Benoît ...". */
bool cut_title_before(const cut_doc *doc, size_t at)
{
    for (size_t back = 1; back <= 5 && back <= at; back++) {
        if (cut_lex_match_within(doc, at - back, at, CUT_IS_TITLE, NULL) == back ||
            cut_lex_match_within(doc, at - back, at, CUT_IS_HONORIFIC, NULL) == back ||
            (cut_lex_match_within(doc, at - back, at, CUT_IS_RANK, NULL) == back &&
             cut_token_capital(cut_token_at(doc, at - back))))
            return true;
    }
    if (at > 1 && cut_token_is(cut_token_at(doc, at - 1), '.'))
        return cut_title_before(doc, at - 1) && cut_lex_may(doc, at - 2, CUT_IS_ABBREVIATION);
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

/* "a late equaliser": what is late is nobody. */
static bool is_late_thing(const cut_doc *doc, size_t at)
{
    return cut_word_is(doc, at - 1, CUT_STR("late")) &&
           cut_token_at(doc, at)->shape == CUT_SHAPE_LOWER && !cut_lex_may(doc, at, CUT_IS_TITLE) &&
           !cut_word_is(doc, at, CUT_STR("former"));
}

/* Whoever is named after "portrait of" or "supporters of" is not in the picture. */
bool cut_not_shown_before(const cut_doc *doc, size_t at)
{
    for (size_t i = at; i > 0 && i + 9 > at; i--) {
        unsigned image = 0;
        size_t n = cut_lex_match(doc, i - 1, CUT_IS_NOT_SHOWN, &image);
        if (n > 0 && i - 1 + n <= at) {
            if (image && is_the_picture(doc, i - 1))
                return false;
            if (n == 1 && i < at && is_late_thing(doc, i))
                continue;
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
    static const cut_str makers[] = {CUT_WORD("artist"),     CUT_WORD("designer"),
                                     CUT_WORD("sculptor"),   CUT_WORD("architect"),
                                     CUT_WORD("painter"),    CUT_WORD("photographer"),
                                     CUT_WORD("illustrator")};
    if (at > 0 && cut_word_in(doc, at - 1, makers, CUT_COUNT(makers)))
        at--;
    if (at > 0 && cut_lex_may(doc, at - 1, CUT_IS_DEMONYM) &&
        cut_word_is(doc, at - 2, CUT_STR("by")))
        at--;
    if (at < 2 || !cut_word_is(doc, at - 1, CUT_STR("by")))
        return false;
    static const cut_str sources[] = {
        CUT_WORD("provided"), CUT_WORD("released"), CUT_WORD("supplied"), CUT_WORD("taken"),
        CUT_WORD("obtained"), CUT_WORD("shared"),   CUT_WORD("posted"),   CUT_WORD("issued"),
        CUT_WORD("designed"), CUT_WORD("directed"), CUT_WORD("painted"),  CUT_WORD("created"),
        CUT_WORD("written"),  CUT_WORD("owned")};
    if (cut_word_in(doc, at - 2, sources, CUT_COUNT(sources)))
        return true;
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

bool cut_age_behind(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at), *n = cut_token_at(doc, at + 1),
                    *e = cut_token_at(doc, at + 2);
    if (n->kind != CUT_TOK_NUMBER || n->fold_n > 3 || n->dated)
        return false;
    return (cut_token_is(t, ',') && (cut_token_is(e, ',') || cut_token_is(e, '.'))) ||
           (cut_token_is(t, '(') && cut_token_is(e, ')'));
}

/* "Coco Tran (USA)" */
static bool nation_behind(const cut_doc *doc, size_t at)
{
    const cut_token *code = cut_token_at(doc, at + 1);
    return cut_token_is(cut_token_at(doc, at), '(') && code->kind == CUT_TOK_WORD &&
           code->shape == CUT_SHAPE_UPPER && code->fold_n == 3 &&
           cut_token_is(cut_token_at(doc, at + 2), ')');
}

bool cut_jersey_behind(const cut_doc *doc, size_t at)
{
    return cut_token_is(cut_token_at(doc, at), '#') &&
           cut_token_at(doc, at + 1)->kind == CUT_TOK_NUMBER;
}

bool cut_of_behind(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {CUT_WORD("of"),  CUT_WORD("from"), CUT_WORD("aus"),
                                    CUT_WORD("del"), CUT_WORD("du"),   CUT_WORD("van")};
    if (!cut_word_in(doc, at, words, CUT_COUNT(words)))
        return false;
    return cut_token_capital(cut_token_at(doc, at + 1)) ||
           (cut_word_is(doc, at + 1, CUT_STR("the")) &&
            cut_token_capital(cut_token_at(doc, at + 2)));
}

/* "shakes hands with", "is greeted by": whoever follows is there. */
static bool meets_before(const cut_doc *doc, size_t at)
{
    static const cut_str verbs[] = {CUT_WORD("hands"),      CUT_WORD("speaks"), CUT_WORD("talks"),
                                    CUT_WORD("meets"),      CUT_WORD("poses"),  CUT_WORD("chats"),
                                    CUT_WORD("embraces"),   CUT_WORD("dances"), CUT_WORD("meeting"),
                                    CUT_WORD("celebrates"), CUT_WORD("walks"),  CUT_WORD("jokes")};
    static const cut_str passives[] = {
        CUT_WORD("greeted"),  CUT_WORD("congratulated"), CUT_WORD("embraced"),
        CUT_WORD("hugged"),   CUT_WORD("welcomed"),      CUT_WORD("tackled"),
        CUT_WORD("defended"), CUT_WORD("fouled"),        CUT_WORD("chased"),
        CUT_WORD("joined"),   CUT_WORD("flanked"),       CUT_WORD("accompanied"),
        CUT_WORD("followed"), CUT_WORD("escorted")};
    if (at > 1 && cut_word_is(doc, at - 1, CUT_STR("by")))
        return cut_word_in(doc, at - 2, passives, CUT_COUNT(passives));
    return at > 1 && cut_word_is(doc, at - 1, CUT_STR("with")) &&
           cut_word_in(doc, at - 2, verbs, CUT_COUNT(verbs));
}

/* ", special representative of ...": an office behind a comma. */
static bool office_behind(const cut_doc *doc, size_t at)
{
    static const cut_str articles[] = {CUT_WORD("the"), CUT_WORD("a"), CUT_WORD("an")};
    if (!cut_token_is(cut_token_at(doc, at), ','))
        return false;
    size_t i = at + 1 + (cut_word_in(doc, at + 1, articles, CUT_COUNT(articles)) ? 1 : 0);
    size_t n = cut_lex_match(doc, i, CUT_IS_TITLE, NULL);
    return n > 0 && !cut_lex_may(doc, i + n, CUT_IS_GIVEN) &&
           !(cut_token_capital(cut_token_at(doc, i + n)) &&
             cut_token_capital(cut_token_at(doc, i + n + 1)));
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
    return cut_may_be_name(doc, at + 1) && cut_may_be_name(doc, at + 2);
}

/* "'s horse": a possessive and a thing, that is no "wife" or "coach". */
static bool owns_thing(const cut_doc *doc, size_t at)
{
    return cut_token_at(doc, at)->kind == CUT_TOK_POSSESSIVE &&
           cut_token_at(doc, at + 1)->shape == CUT_SHAPE_LOWER &&
           !cut_lex_may_be(doc, at + 1, CUT_MEANS(CUT_IS_TITLE));
}

/* Marks what stands behind a sentence of prose: names there are mostly background. */
void cut_mark_later(cut_doc *doc)
{
    size_t small = 0;
    bool prose = false;
    for (size_t i = 0; i < doc->count; i++) {
        cut_token *t = &doc->tokens[i];
        if (t->starts && t->zone == CUT_ZONE_BODY) {
            prose |= small >= 5;
            small = 0;
        }
        if (prose)
            t->later = 1;
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

/* "Sophie, Countess of Wessex": the peerage of somebody with one name. */
static bool peerage_behind(const cut_doc *doc, size_t at)
{
    static const cut_str ranks[] = {
        CUT_WORD("countess"), CUT_WORD("duchess"),  CUT_WORD("duke"),    CUT_WORD("earl"),
        CUT_WORD("princess"), CUT_WORD("prince"),   CUT_WORD("queen"),   CUT_WORD("king"),
        CUT_WORD("marquess"), CUT_WORD("viscount"), CUT_WORD("baroness")};
    return cut_token_is(cut_token_at(doc, at), ',') &&
           cut_word_in(doc, at + 1, ranks, CUT_COUNT(ranks)) &&
           cut_word_is(doc, at + 2, CUT_STR("of"));
}

/* "left to right:" ends just before `at`. */
static bool counted_before(const cut_doc *doc, size_t at)
{
    at -= at > 0 && cut_token_is(cut_token_at(doc, at - 1), ':');
    for (size_t back = 1; back <= 4 && back <= at; back++) {
        if (cut_lex_match_within(doc, at - back, at, CUT_IS_FROM_LEFT, NULL) == back)
            return true;
    }
    return false;
}

/* "Bronte Cambell, Emma McKeough and ...": a list of names begins the sentence. */
static bool lists_more(const cut_doc *doc, size_t from, size_t to)
{
    if (!cut_token_at(doc, from)->starts || !cut_token_is(cut_token_at(doc, to), ',') ||
        !cut_may_be_name(doc, to + 1) || cut_not_name_at(doc, to + 1, to + 3) > 0 ||
        cut_lex_may(doc, from, CUT_IS_CITY))
        return false;
    size_t end = cut_name_run_end(doc, to + 1);
    return end == to + 3 &&
           (cut_token_is(cut_token_at(doc, end), ',') || cut_word_is(doc, end, CUT_STR("and")));
}

/* A Shutterstock caption has who is shown in a line of its own, below the credit. */
static bool fills_line(const cut_doc *doc, size_t from, size_t to)
{
    return from > 0 && cut_token_at(doc, from)->gap == CUT_GAP_LINE &&
           cut_token_at(doc, from - 1)->zone == CUT_ZONE_CREDIT && to < doc->count &&
           cut_token_at(doc, to)->gap == CUT_GAP_LINE;
}

/* The name opens the caption. */
static bool opens_caption(const cut_doc *doc, size_t from)
{
    return cut_token_at(doc, from)->starts &&
           (from == 0 || cut_token_at(doc, from - 1)->zone != CUT_ZONE_BODY) &&
           !cut_token_at(doc, from)->later && !doc->all_caps &&
           cut_token_at(doc, from)->shape == CUT_SHAPE_CAPITAL &&
           cut_token_at(doc, from + 1)->shape == CUT_SHAPE_CAPITAL;
}

/* "Lionel Mesas of Inter Miami", "(R) of Real Betis" */
static bool after_of_name(const cut_doc *doc, size_t at)
{
    if (at < 2 ||
        !(cut_word_is(doc, at - 1, CUT_STR("of")) || cut_word_is(doc, at - 1, CUT_STR("from"))))
        return false;
    for (size_t i = at; i > 1 && i + 10 > at; i--) {
        if (cut_word_is(doc, i - 1, CUT_STR("by")) && cut_word_is(doc, i - 2, CUT_STR("issued")))
            return false; /* "photo issued by Kent Police of Ann Orr" */
    }
    return cut_token_is(cut_token_at(doc, at - 2), ')') ||
           (cut_token_capital(cut_token_at(doc, at - 2)) &&
            cut_token_at(doc, at - 2)->shape != CUT_SHAPE_NONE);
}

static bool and_beside(const cut_doc *doc, size_t from, size_t to)
{
    static const cut_str ands[] = {CUT_WORD("and"), CUT_WORD("et"),  CUT_WORD("und"),
                                   CUT_WORD("y"),   CUT_WORD("och"), CUT_WORD("en")};
    return cut_token_is(cut_token_at(doc, to), '&') ||
           cut_word_in(doc, to, ands, CUT_COUNT(ands)) ||
           (from > 0 && (cut_token_is(cut_token_at(doc, from - 1), '&') ||
                         cut_word_in(doc, from - 1, ands, CUT_COUNT(ands))));
}

/* "Aspinall-Day": one half of a family name. */
static bool in_double_name(const cut_doc *doc, size_t from, size_t at, size_t to)
{
    return (at > from + 1 && cut_token_is(cut_token_at(doc, at - 1), '-')) ||
           (at > from && at + 1 < to && cut_token_is(cut_token_at(doc, at + 1), '-'));
}

/* Words for bodies and places that nobody is called: "Trent University". */
static bool never_family(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {
        CUT_WORD("university"), CUT_WORD("zone"),       CUT_WORD("institute"), CUT_WORD("ministry"),
        CUT_WORD("hospital"),   CUT_WORD("airport"),    CUT_WORD("stadium"),   CUT_WORD("academy"),
        CUT_WORD("federation"), CUT_WORD("association")};
    return cut_word_in(doc, at, words, CUT_COUNT(words));
}

static bool has_odd_word(const cut_doc *doc, size_t from, size_t to)
{
    /* Family names may be words for bodies: "Tom Church". */
    if (to == from + 2 && cut_lex_may(doc, from, CUT_IS_GIVEN) && !never_family(doc, to - 1) &&
        !cut_lex_may(doc, from, CUT_IS_CITY) && cut_not_name_at(doc, from, to) < 2 &&
        !cut_lex_may(doc, from, CUT_IS_COUNTRY))
        return false;
    for (size_t i = from; i < to; i++) {
        size_t n = cut_not_name_at(doc, i, to);
        if (n == 1 && in_double_name(doc, from, i, to))
            continue;
        bool given = cut_lex_may(doc, i, CUT_IS_GIVEN);
        if (n > 1 ||
            (n == 1 && !given &&
             (i + 1 < to || i == from || cut_lex_may(doc, i, CUT_IS_ORG_WORD) ||
              cut_lex_may(doc, i, CUT_IS_VENUE_WORD) || cut_lex_may(doc, i, CUT_IS_EVENT_WORD))))
            return true;
    }
    return false;
}

int cut_weigh_person(const cut_doc *doc, const cut_named *who, const cut_signs *signs)
{
    size_t from = who->from, to = who->to;
    size_t words = cut_name_words(doc, from, to);
    bool given = cut_lex_may(doc, from, CUT_IS_GIVEN);
    int s = signs->listed ? FOR_LIST : 0;
    s -= signs->thing && !signs->title ? BUT_THING : 0;
    bool title = signs->title || cut_title_before(doc, from) || title_phrase_before(doc, from);
    s += given ? FOR_GIVEN : 0;
    s += title ? FOR_TITLE : 0;
    s += words < 2 && known_by_one_name(doc, from) ? FOR_ONE_NAME : 0;
    s += words >= 2 && words <= 4 ? FOR_SHAPE : 0;
    s -= words < 2 ? BUT_ONE_WORD : 0;
    s += who->position ? FOR_POSITION : 0;
    s += verb_behind(doc, to);
    s += owner_before(doc, from) ? FOR_OWNER : 0;
    bool jersey = cut_jersey_behind(doc, to);
    s += cut_of_behind(doc, jersey ? to + 2 : to) || nation_behind(doc, to) ? FOR_OF : 0;
    s += cut_age_behind(doc, to) || jersey ? FOR_AGE : 0;
    s += words >= 2 && meets_before(doc, from) ? FOR_WITH : 0;
    s += words >= 2 && office_behind(doc, to) ? FOR_OFFICE : 0;
    s += words >= 2 && and_beside(doc, from, to) ? FOR_AND : 0;
    s += words < 2 && given && peerage_behind(doc, to) ? FOR_PEERAGE : 0;
    s += words == 2 && to == from + 2 && opens_caption(doc, from) && verb_behind(doc, to) > 0
             ? FOR_FIRST
             : 0;
    s += words == 2 && lists_more(doc, from, to) ? FOR_LIST_AHEAD : 0;
    s += words >= 2 && words <= 3 && fills_line(doc, from, to) ? FOR_LINE : 0;
    s += words == 2 && counted_before(doc, from) ? FOR_COUNTED : 0;
    s += words == 2 && cut_token_at(doc, from)->fold_n == 1 ? FOR_INITIAL : 0;
    s -= words < 2 && owns_thing(doc, to) ? BUT_OWNER : 0;
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

/* "Jane Doe's supporters": what is hers is shown and not she. */
static bool owner_of_thing(const cut_doc *doc, size_t at)
{
    static const cut_str things[] = {
        CUT_WORD("supporters"), CUT_WORD("supporter"), CUT_WORD("fans"),   CUT_WORD("followers"),
        CUT_WORD("backers"),    CUT_WORD("critics"),   CUT_WORD("lawyer"), CUT_WORD("lawyers"),
        CUT_WORD("attorney"),   CUT_WORD("attorneys"), CUT_WORD("house"),  CUT_WORD("home"),
        CUT_WORD("residence"),  CUT_WORD("funeral"),   CUT_WORD("coffin"), CUT_WORD("grave"),
        CUT_WORD("tomb"),       CUT_WORD("portrait"),  CUT_WORD("statue"), CUT_WORD("body"),
        CUT_WORD("death"),      CUT_WORD("motorcade"), CUT_WORD("family"), CUT_WORD("parents"),
        CUT_WORD("birthplace"), CUT_WORD("election"),  CUT_WORD("arrest"), CUT_WORD("government")};
    return cut_token_at(doc, at)->kind == CUT_TOK_POSSESSIVE &&
           cut_word_in(doc, at + 1, things, CUT_COUNT(things));
}

/* A word of [from, to) is a city or country, or a club's. */
static bool holds_team_word(const cut_doc *doc, size_t from, size_t to)
{
    const uint64_t words = CUT_MEANS(CUT_IS_CITY) | CUT_MEANS(CUT_IS_COUNTRY) |
                           CUT_MEANS(CUT_IS_ORG_WORD) | CUT_MEANS(CUT_IS_EVENT_WORD);
    for (size_t i = from; i < to; i++) {
        if (cut_lex_may_be(doc, i, words) && !cut_lex_may(doc, i, CUT_IS_GIVEN))
            return true;
    }
    return false;
}

/* "the match between Sparta Prague and Lech Poznan": one of the two is a team for sure. */
static bool between_teams(const cut_doc *doc, size_t from, size_t to)
{
    static const cut_str games[] = {CUT_WORD("match"),     CUT_WORD("game"),   CUT_WORD("derby"),
                                    CUT_WORD("final"),     CUT_WORD("leg"),    CUT_WORD("clash"),
                                    CUT_WORD("semifinal"), CUT_WORD("fixture")};
    size_t first = from;
    if (from > 0 && cut_word_is(doc, from - 1, CUT_STR("and"))) {
        first = from - 1;
        while (first > 0 && from - first < 6 && cut_token_capital(cut_token_at(doc, first - 1)))
            first--;
    }
    if (first < 2 || !cut_word_is(doc, first - 1, CUT_STR("between")) ||
        !cut_word_in(doc, first - 2, games, CUT_COUNT(games)))
        return false;
    size_t end = first < from ? to : cut_name_run_end(doc, to + 1);
    return holds_team_word(doc, first, end);
}

bool cut_no_person(const cut_doc *doc, size_t from, size_t name, size_t to)
{
    size_t city = cut_lex_match_within(doc, name, to, CUT_IS_CITY, NULL);
    bool place =
        city > 0 || cut_lex_may(doc, from, CUT_IS_REGION) || cut_lex_may(doc, from, CUT_IS_COUNTRY);
    if (place && cut_lex_may(doc, to, CUT_IS_TITLE) &&
        cut_token_at(doc, to)->shape == CUT_SHAPE_LOWER)
        return true; /* "Georgia Bulldogs quarterback ..." */
    if (city > 1 && city == to - name)
        return true; /* "San Francisco" */
    unsigned venue;
    if (cut_lex_match(doc, to, CUT_IS_VENUE_WORD, &venue) == 1 && venue == CUT_VENUE_ONLY &&
        cut_token_at(doc, to)->shape == CUT_SHAPE_LOWER && !doc->all_caps &&
        !cut_lex_may_be(doc, to, CUT_MEANS(CUT_IS_PERSON_VERB) | CUT_MEANS(CUT_IS_POSITION)))
        return true; /* "La Moneda palace" */
    if (cut_token_at(doc, to)->shape == CUT_SHAPE_LOWER && !doc->all_caps &&
        cut_lex_may(doc, to, CUT_IS_PLACE_NOUN))
        return true; /* "Bustan al-Qasr district" */
    if (cut_word_is(doc, to - 1, CUT_STR("island")) || cut_word_is(doc, to - 1, CUT_STR("islands")))
        return true;
    if (between_teams(doc, name, to))
        return true;
    return owner_of_thing(doc, to) || after_thing(doc, from) || inside_quotes(doc, from, to) ||
           maker_before(doc, from) || has_odd_word(doc, name, to);
}
