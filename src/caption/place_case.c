/* Russian and Ukrainian names of places in the case of the sentence: "в Москве" is Москва. */
#include "caption/place.h"

/* An ending and what stands in its place where the name stands alone. */
static const struct {
    cut_str ending, plain;
} cases[] = {
    {CUT_WORD("ии"), CUT_WORD("ия")}, /* в России */
    {CUT_WORD("ой"), CUT_WORD("а")},  /* под Москвой */
    {CUT_WORD("ом"), CUT_WORD("")},   /* под Киевом */
    {CUT_WORD("ем"), CUT_WORD("ь")},  /* под Севастополем */
    {CUT_WORD("е"), CUT_WORD("")},    /* в Хабаровске */
    {CUT_WORD("е"), CUT_WORD("а")},   /* в Москве */
    {CUT_WORD("е"), CUT_WORD("ь")},   /* в Ярославле */
    {CUT_WORD("и"), CUT_WORD("ь")},   /* в Казани */
    {CUT_WORD("и"), CUT_WORD("я")},   {CUT_WORD("ы"), CUT_WORD("а")}, /* улицы Москвы */
    {CUT_WORD("у"), CUT_WORD("а")},                                   /* в Москву */
    {CUT_WORD("у"), CUT_WORD("")},    {CUT_WORD("а"), CUT_WORD("")},  /* из Киева */
    {CUT_WORD("я"), CUT_WORD("ь")},   {CUT_WORD("ю"), CUT_WORD("я")},
};

static bool joined(cut_arena *arena, cut_str stem, cut_str ending, cut_str *out)
{
    char *p = cut_arena_alloc(arena, stem.n + ending.n + 1, 1);
    if (!p)
        return false;
    memcpy(p, stem.p, stem.n);
    memcpy(p + stem.n, ending.p, ending.n);
    p[stem.n + ending.n] = '\0';
    *out = (cut_str){p, stem.n + ending.n};
    return true;
}

/* Where the plain name is not known either, the name stays as it is written. */
bool cut_place_plain_case(const cut_doc *doc, size_t at, cut_str raw, cut_str *out)
{
    const cut_token *t = cut_token_at(doc, at);
    cut_str fold = cut_token_fold(doc, t);
    *out = raw;
    if (t->script != CUT_SCRIPT_CYRILLIC || t->shape != CUT_SHAPE_CAPITAL || raw.n < 8)
        return true;
    for (size_t i = 0; i < CUT_COUNT(cases); i++) {
        cut_str plain;
        if (!cut_str_ends(fold, cases[i].ending) || !cut_str_ends(raw, cases[i].ending))
            continue;
        cut_str stem = cut_str_slice(fold, 0, fold.n - cases[i].ending.n);
        if (!joined(doc->arena, stem, cases[i].plain, &plain))
            return false;
        if (cut_lex_knows(plain, CUT_MEANS(CUT_IS_CITY) | CUT_MEANS(CUT_IS_REGION) |
                                     CUT_MEANS(CUT_IS_COUNTRY)))
            return joined(doc->arena, cut_str_slice(raw, 0, raw.n - cases[i].ending.n),
                          cases[i].plain, out);
    }
    return true;
}
