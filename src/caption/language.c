/* Language by script, and for the Latin script by the small words of each language. */
#include "caption/grammar.h"

static const char *const codes[CUT_LANGUAGES] = {"und", "en", "fr", "de", "es", "it", "pt", "nl",
                                                 "sv",  "da", "no", "pl", "tr", "id", "ar", "fa",
                                                 "ru",  "uk", "zh", "ja", "ko", "el", "he"};

const char *cut_language_code(cut_language language)
{
    return codes[language];
}

/* Letters that tell one language of a script from another. */
static bool holds_letter(const cut_doc *doc, const char *const *letters, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (cut_str_find(doc->text, cut_str_from(letters[i]), 0) != SIZE_MAX)
            return true;
    }
    return false;
}

static cut_language by_script(const cut_doc *doc, const size_t *words)
{
    static const char *const persian[] = {"پ", "چ", "ژ", "گ", "ی"};
    static const char *const ukrainian[] = {"і", "ї", "є", "ґ"};
    if (words[CUT_SCRIPT_HIRAGANA] + words[CUT_SCRIPT_KATAKANA] > 0)
        return CUT_LANG_JA;
    size_t best = CUT_SCRIPT_LATIN;
    for (size_t i = 0; i <= CUT_SCRIPT_HANGUL; i++) {
        /* A Han character is about half a word. */
        size_t weight = i == CUT_SCRIPT_HAN ? words[i] / 2 : words[i];
        if (i != CUT_SCRIPT_OTHER && weight > words[best])
            best = i;
    }
    switch (best) {
    case CUT_SCRIPT_ARABIC:
        return holds_letter(doc, persian, 5) ? CUT_LANG_FA : CUT_LANG_AR;
    case CUT_SCRIPT_CYRILLIC:
        return holds_letter(doc, ukrainian, 4) ? CUT_LANG_UK : CUT_LANG_RU;
    case CUT_SCRIPT_HAN:
        return CUT_LANG_ZH;
    case CUT_SCRIPT_HANGUL:
        return CUT_LANG_KO;
    case CUT_SCRIPT_GREEK:
        return CUT_LANG_EL;
    case CUT_SCRIPT_HEBREW:
        return CUT_LANG_HE;
    default:
        return CUT_LANG_UND;
    }
}

/* A small word with a diacritic: its folded form is shorter than its bytes. */
static bool accented(const cut_token *t)
{
    return t->kind == CUT_TOK_WORD && t->shape == CUT_SHAPE_LOWER &&
           t->script == CUT_SCRIPT_LATIN && t->to - t->from > t->fold_n;
}

cut_language cut_find_language(const cut_doc *doc)
{
    bool accents = false;
    size_t words[CUT_SCRIPT_HANGUL + 1] = {0};
    size_t votes[CUT_LANGUAGES] = {0};
    for (size_t i = 0; i < doc->count; i++) {
        const cut_token *t = &doc->tokens[i];
        if (t->kind != CUT_TOK_WORD)
            continue;
        words[t->script]++;
        accents |= accented(t);
        unsigned languages[CUT_LANGUAGES];
        size_t n = t->shape == CUT_SHAPE_UPPER || !cut_lex_may(doc, i, CUT_IS_LANGUAGE)
                       ? 0
                       : cut_lex_values(doc, i, CUT_IS_LANGUAGE, languages, CUT_LANGUAGES);
        for (size_t k = 0; k < n; k++)
            votes[languages[k]]++;
    }
    cut_language script = by_script(doc, words);
    if (script != CUT_LANG_UND)
        return script;
    cut_language best = CUT_LANG_EN;
    for (unsigned i = CUT_LANG_UND + 1; i < CUT_LANGUAGES; i++) {
        /* between two, the accents tell: "à" votes for the English "a" as well */
        if (votes[i] > votes[best] ||
            (accents && best == CUT_LANG_EN && votes[i] > 0 && votes[i] == votes[best]))
            best = (cut_language)i;
    }
    return votes[best] > 0 || words[CUT_SCRIPT_LATIN] > 0 ? best : CUT_LANG_UND;
}
