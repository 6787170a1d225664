/* People in Arabic, Chinese and Japanese, where no capital marks a name: an office leads to it. */
#include "caption/person.h"

static bool add(cut_doc *doc, cut_people *people, size_t from, size_t to, size_t behind)
{
    cut_named who = {.from = from, .to = to};
    (void)cut_read_position(doc, behind, &who);
    return CUT_PUSH(doc->arena, people, who);
}

static bool starts_with(const cut_doc *doc, size_t at, cut_str prefix)
{
    return cut_str_starts(cut_token_fold(doc, cut_token_at(doc, at)), prefix);
}

static bool ends_with(const cut_doc *doc, size_t at, cut_str suffix)
{
    return cut_str_ends(cut_token_fold(doc, cut_token_at(doc, at)), suffix);
}

/* ---- Arabic ---- */

static bool is_arabic_word(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    return t->kind == CUT_TOK_WORD && t->script == CUT_SCRIPT_ARABIC && t->zone == CUT_ZONE_BODY &&
           !t->dated;
}

static bool is_given(const cut_doc *doc, size_t at)
{
    /* "on" and "Ali" differ by their last letter only, which folding makes one. */
    if (cut_str_eq(cut_doc_span(doc, at, at + 1), CUT_STR("على")))
        return false;
    return cut_lex_may(doc, at, CUT_IS_GIVEN) &&
           cut_token_at(doc, at)->stem_from == cut_token_at(doc, at)->from;
}

/* Verbs of the third person begin with yeh or teh. */
static bool looks_like_verb(const cut_doc *doc, size_t at)
{
    if (cut_lex_may(doc, at, CUT_IS_PERSON_VERB))
        return true;
    return (starts_with(doc, at, CUT_STR("ي")) || starts_with(doc, at, CUT_STR("ت"))) &&
           !is_given(doc, at) && cut_token_at(doc, at)->fold_n >= 6;
}

/* Words that go on an office: "الخارجية العماني", "مجلس النواب". */
static bool goes_on_office(const cut_doc *doc, size_t at)
{
    if (!is_arabic_word(doc, at) || is_given(doc, at) || looks_like_verb(doc, at))
        return false;
    /* As written: folding makes the first letters of "إلكه" an article too. */
    return cut_str_starts(cut_doc_span(doc, at, at + 1), CUT_STR("ال")) ||
           starts_with(doc, at, CUT_STR("لل")) || cut_lex_may(doc, at, CUT_IS_COUNTRY) ||
           cut_lex_may(doc, at, CUT_IS_ORG_WORD) || cut_lex_may(doc, at, CUT_IS_CITY) ||
           cut_lex_may(doc, at, CUT_IS_TITLE);
}

static size_t arabic_name_end(const cut_doc *doc, size_t from)
{
    size_t at = from;
    while (at < from + 4 && is_arabic_word(doc, at) && !(at > from && looks_like_verb(doc, at)) &&
           !cut_lex_may(doc, at, CUT_IS_COUNTRY) && !cut_lex_may(doc, at, CUT_IS_TITLE) &&
           !(at > from + 1 && cut_token_at(doc, at)->stem_from > cut_token_at(doc, at)->from)) {
        /* "و" on the next word begins another person */
        if (at > from && starts_with(doc, at, CUT_STR("و")) &&
            !cut_lex_may(doc, at, CUT_IS_GIVEN) && !ends_with(doc, at, CUT_STR("ي")))
            break;
        at++;
    }
    return at;
}

static bool read_arabic(cut_doc *doc, size_t at, cut_people *people, size_t *next)
{
    size_t n = cut_lex_match(doc, at, CUT_IS_TITLE, NULL);
    size_t from = at + n;
    bool comma = false;
    for (size_t k = 0; n > 0 && k < 7 && goes_on_office(doc, from); k++)
        from++;
    /* a club or body we do not know, then a given name: "لاعب ليفربول محمد صلاح" */
    for (size_t k = 1; n > 0 && k < 3 && !is_given(doc, from); k++) {
        if (is_arabic_word(doc, from + k - 1) && is_given(doc, from + k) &&
            is_arabic_word(doc, from + k + 1) && !looks_like_verb(doc, from + k + 1) &&
            !looks_like_verb(doc, from))
            from += k;
    }
    if (n > 0 && cut_token_is(cut_token_at(doc, from), ',')) {
        comma = true;
        from++;
    }
    bool given = is_given(doc, from);
    if ((n == 0 && !given) || (comma && !given) || !is_arabic_word(doc, from) ||
        (looks_like_verb(doc, from) && !given))
        return true;
    size_t to = arabic_name_end(doc, from);
    bool shown = at == 0 || !cut_lex_may(doc, at - 1, CUT_IS_NOT_SHOWN);
    if (to < from + 2 && !(n > 0 && given))
        return true;
    *next = to;
    return !shown || add(doc, people, from, to, to);
}

/* ---- Chinese and Japanese ---- */

static bool is_han(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    return t->kind == CUT_TOK_WORD && t->script == CUT_SCRIPT_HAN && t->zone == CUT_ZONE_BODY &&
           !t->dated;
}

static bool is_katakana(const cut_doc *doc, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    return (t->kind == CUT_TOK_WORD && t->script == CUT_SCRIPT_KATAKANA &&
            t->zone == CUT_ZONE_BODY) ||
           (cut_token_is(t, 0xB7) && t->gap == CUT_GAP_NONE);
}

/* First of the Han characters before `end` that make a name: from a family name on. */
static size_t han_name_begin(const cut_doc *doc, size_t end)
{
    size_t first = end, family = SIZE_MAX;
    while (first > 0 && end - first < 6 && is_han(doc, first - 1) &&
           !cut_token_at(doc, first)->starts) {
        first--;
        unsigned japanese;
        if (end - first >= 2 && cut_lex_match_within(doc, first, end, CUT_IS_SURNAME, &japanese) &&
            japanese)
            family = first;
    }
    if (family != SIZE_MAX)
        return family;
    static const char of[] = "の";
    size_t least =
        first > 0 && cut_str_eq(cut_token_fold(doc, cut_token_at(doc, first - 1)), CUT_STR(of)) ? 2
                                                                                                : 3;
    return end - first >= least && end - first <= 5 ? first : end;
}

/* One character for a country before an office: "米" of "トランプ米大統領". */
static size_t skip_country_back(const cut_doc *doc, size_t at)
{
    for (size_t n = 4; n > 0; n--) {
        if (n <= at && cut_lex_match_within(doc, at - n, at, CUT_IS_COUNTRY, NULL) == n)
            return at - n;
    }
    static const cut_str countries[] = {CUT_WORD("米"), CUT_WORD("英"), CUT_WORD("仏"),
                                        CUT_WORD("独"), CUT_WORD("露"), CUT_WORD("韓"),
                                        CUT_WORD("中"), CUT_WORD("伊"), CUT_WORD("豪"),
                                        CUT_WORD("印"), CUT_WORD("日")};
    return at > 0 && cut_word_in(doc, at - 1, countries, CUT_COUNT(countries)) ? at - 1 : at;
}

static bool read_japanese(cut_doc *doc, size_t at, size_t n, cut_people *people)
{
    size_t end = skip_country_back(doc, at), from = end;
    while (from > 0 && is_katakana(doc, from - 1))
        from--;
    if (from == end) {
        end = at;
        from = han_name_begin(doc, end);
    }
    return from >= end || add(doc, people, from, end, at + n);
}

/* Behind a Chinese office: a family name and one or two characters, or a foreign name up to a verb.
 */
static size_t chinese_name_end(const cut_doc *doc, size_t from)
{
    size_t family = cut_lex_match(doc, from, CUT_IS_SURNAME, NULL);
    size_t most = family > 0 ? from + family + 2 : from + 8;
    size_t at = from + family;
    while (at < most && (is_han(doc, at) || cut_token_is(cut_token_at(doc, at), 0xB7)) &&
           !cut_lex_may(doc, at, CUT_IS_PERSON_VERB) && !cut_lex_may(doc, at, CUT_IS_PLACE_PREP))
        at++;
    return at;
}

static bool read_chinese(cut_doc *doc, size_t from, cut_people *people, size_t *next)
{
    size_t to = chinese_name_end(doc, from);
    if (to < from + 2 || cut_lex_may(doc, from, CUT_IS_ORG_WORD))
        return true;
    *next = to;
    return add(doc, people, from, to, to);
}

bool cut_find_native_people(cut_doc *doc, cut_people *people)
{
    const uint32_t native = 1u << CUT_SCRIPT_ARABIC | 1u << CUT_SCRIPT_HAN;
    if (!(doc->scripts & native))
        return true;
    for (size_t i = 0; i < doc->count && people->n < CUT_MOST_PEOPLE;) {
        size_t next = i + 1;
        unsigned kind = 0;
        const cut_token *t = cut_token_at(doc, i);
        bool body = t->zone == CUT_ZONE_BODY && t->kind == CUT_TOK_WORD;
        if (body && t->script == CUT_SCRIPT_ARABIC) {
            if (!read_arabic(doc, i, people, &next))
                return false;
        } else if (body && t->script == CUT_SCRIPT_HAN && doc->language != CUT_LANG_KO) {
            size_t n = cut_lex_match(doc, i, CUT_IS_TITLE, &kind);
            bool japanese = doc->language == CUT_LANG_JA;
            if (n > 0 && !(japanese ? read_japanese(doc, i, n, people)
                                    : read_chinese(doc, i + n, people, &next)))
                return false;
            if (n > 0 && next < i + n)
                next = i + n;
        }
        i = next;
    }
    return true;
}
