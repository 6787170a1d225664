/* The numbers under which archives keep a picture: "Bild 183-R1220-401", "LC-DIG-fsa-8b29516". */
#include "caption/chain.h"

/* Digits of a number that is no name: fewer are a channel's or a year's. */
#define FEWEST_DIGITS 5

static size_t digits_of(cut_str word)
{
    size_t n = 0;
    for (size_t i = 0; i < word.n; i++)
        n += cut_is_digit(word.p[i]);
    return n;
}

/* A word that announces a number. */
static bool announces(const cut_doc *doc, size_t at)
{
    static const cut_str words[] = {CUT_WORD("bild"), CUT_WORD("no"),  CUT_WORD("nr"),
                                    CUT_WORD("neg"),  CUT_WORD("ref"), CUT_WORD("id")};
    return cut_word_in(doc, at, words, CUT_COUNT(words));
}

/* Token `at` can stand in a number that began at `from`. */
static bool fits(const cut_doc *doc, size_t from, size_t at)
{
    const cut_token *t = cut_token_at(doc, at);
    if (t->zone == CUT_ZONE_BOILER || (at > from && t->gap > CUT_GAP_SPACE))
        return false;
    if (t->kind == CUT_TOK_NUMBER || announces(doc, at))
        return true;
    if (t->kind == CUT_TOK_WORD)
        return t->shape == CUT_SHAPE_UPPER || (at > from && t->gap == CUT_GAP_NONE) ||
               digits_of(cut_token_fold(doc, t)) > 0;
    bool sign = cut_token_is(t, '-') || cut_token_is(t, '_') || cut_token_is(t, '.') ||
                cut_token_is(t, '#');
    return sign && t->gap == CUT_GAP_NONE && at > from &&
           cut_token_at(doc, at + 1)->gap == CUT_GAP_NONE;
}

size_t cut_chain_mark(const cut_doc *doc, size_t at, size_t end)
{
    size_t digits = 0, i = at;
    for (; i < end && fits(doc, at, i); i++)
        digits += digits_of(cut_token_fold(doc, cut_token_at(doc, i)));
    return digits >= FEWEST_DIGITS ? i - at : 0;
}
