/* Person or body? For credit lines, where "Maxar Technologies" and "Mamadou Bah" stand alike. */
#include "caption/grammar.h"

/* What a run of words is made of. */
typedef struct makeup {
    size_t words, given, particles, body_words, connectors, digits, initials, places, odd, upper;
} makeup;

static bool is_connector(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {CUT_WORD("of"),  CUT_WORD("the"), CUT_WORD("for"),
                                    CUT_WORD("and"), CUT_WORD("in"),  CUT_WORD("at"),
                                    CUT_WORD("to"),  CUT_WORD("on"),  CUT_WORD("by")};
    return cut_word_in(doc, at, words, CUT_COUNT(words));
}

/* "Sunday Adebiyi": a Nigerian given name, unless a body's word follows. */
static bool weekday_name(const cut_doc *doc, size_t at)
{
    return cut_lex_may(doc, at, CUT_IS_WEEKDAY) && cut_token_capital(cut_token_at(doc, at + 1));
}

/* "J.J" of "J.J. Guillot" */
static bool is_initials(const cut_doc *doc, const cut_token *t)
{
    return t->fold_n == 3 && t->shape == CUT_SHAPE_UPPER && doc->folded[t->fold_at + 1] == '.';
}

static void add_word(const cut_doc *doc, size_t at, makeup *m)
{
    const cut_token *t = &doc->tokens[at];
    bool glued = t->gap == CUT_GAP_NONE && m->words > 0;
    if (cut_lex_may(doc, at, CUT_IS_ORG_WORD) && !(m->words == 0 && weekday_name(doc, at)))
        m->body_words++;
    else if (cut_lex_may(doc, at, CUT_IS_COUNTRY) || cut_lex_may(doc, at, CUT_IS_REGION) ||
             cut_lex_may(doc, at, CUT_IS_DEMONYM))
        m->places += !cut_lex_may(doc, at, CUT_IS_GIVEN);
    if (cut_lex_may(doc, at, CUT_IS_PARTICLE) && t->shape == CUT_SHAPE_LOWER) {
        m->particles++;
        return;
    }
    if (is_connector(doc, at)) {
        m->connectors++;
        return;
    }
    m->given += cut_lex_may(doc, at, CUT_IS_GIVEN);
    m->upper += t->shape == CUT_SHAPE_UPPER && t->fold_n > 1;
    m->initials += t->fold_n == 1 || is_initials(doc, t);
    m->odd += t->shape == CUT_SHAPE_LOWER && !glued;
    m->words += !glued;
}

static void add_token(const cut_doc *doc, size_t at, makeup *m)
{
    const cut_token *t = &doc->tokens[at];
    if (t->kind == CUT_TOK_WORD)
        add_word(doc, at, m);
    else if (t->kind == CUT_TOK_NUMBER)
        m->digits++;
    else if (t->kind == CUT_TOK_POSSESSIVE)
        m->body_words++;
    else if (cut_token_is(t, '&'))
        m->connectors++;
    else if (!cut_token_is(t, '-') && !cut_token_is(t, '.') && !cut_token_is(t, '\'') &&
             !cut_token_is(t, 0xB7))
        m->odd++;
}

/* Two to four Han characters, or a katakana name. */
static cut_name_kind classify_cjk(const cut_doc *doc, size_t from, size_t to, const makeup *m)
{
    if (cut_lex_match_within(doc, from, to, CUT_IS_ISSUER, NULL) == to - from)
        return CUT_NAME_BODY;
    if (m->body_words > 0)
        return CUT_NAME_BODY;
    return to - from >= 2 && to - from <= 5 ? CUT_NAME_PERSON : CUT_NAME_PERHAPS;
}

cut_name_kind cut_classify_name(const cut_doc *doc, size_t from, size_t to)
{
    makeup m = {0};
    if (from >= to)
        return CUT_NAME_BODY;
    for (size_t i = from; i < to; i++)
        add_token(doc, i, &m);
    uint8_t script = doc->tokens[from].script;
    if (script == CUT_SCRIPT_HAN || script == CUT_SCRIPT_HIRAGANA)
        return classify_cjk(doc, from, to, &m);
    if (cut_lex_match_within(doc, from, to, CUT_IS_ISSUER, NULL) == to - from)
        return CUT_NAME_BODY;
    bool first_given = cut_lex_may(doc, from, CUT_IS_GIVEN);
    if (m.connectors > 0 || m.digits > 0 || m.odd > 0 || m.words > 5)
        return CUT_NAME_BODY;
    if (m.body_words > 0)
        return CUT_NAME_BODY;
    if (m.places > 0)
        return m.words > 1 && m.words < 5 ? CUT_NAME_PERHAPS : CUT_NAME_BODY;
    if (first_given && m.words > 1)
        return CUT_NAME_PERSON;
    /* "JPL-Caltech": an abbreviation in front of plain words; people have theirs behind. */
    if (doc->tokens[from].shape == CUT_SHAPE_UPPER && doc->tokens[from].fold_n > 2 &&
        !is_initials(doc, &doc->tokens[from]) && m.upper < to - from &&
        doc->tokens[to - 1].shape != CUT_SHAPE_UPPER)
        return CUT_NAME_BODY;
    bool glued_initial =
        m.initials > 0 && to > from + 2 && cut_token_is(&doc->tokens[from + 1], '.');
    if (m.initials > 0 && (m.words > 1 || glued_initial)) /* "J.LIZONDO" */
        return CUT_NAME_PERSON;
    return m.words < 2 && m.particles == 0 ? CUT_NAME_BODY : CUT_NAME_PERHAPS;
}
