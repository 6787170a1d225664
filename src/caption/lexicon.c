#include "caption/lexicon.h"

#include "base/utf8.h"

static uint16_t find_word(cut_str word)
{
    const cut_lex_index *lex = &cut_lexicon;
    for (uint32_t slot = cut_lex_hash(word) & lex->slot_mask; lex->slots[slot];
         slot = (slot + 1) & lex->slot_mask) {
        uint16_t id = lex->slots[slot];
        uint32_t at = lex->word_at[id];
        if (lex->word_at[id + 1] - at == word.n && memcmp(lex->text + at, word.p, word.n) == 0)
            return id;
    }
    return 0;
}

/* Turkish writes case endings behind an apostrophe: "İstanbul'da" is looked up as "İstanbul". */
static uint16_t find_stem(const cut_doc *doc, cut_token *t)
{
    cut_str fold = cut_token_fold(doc, t);
    size_t mark = cut_str_find_char(fold, '\'', 1);
    if (mark == SIZE_MAX || mark < 3 || t->shape != CUT_SHAPE_CAPITAL || fold.n - mark > 8)
        return 0;
    uint16_t word = find_word(cut_str_slice(fold, 0, mark));
    cut_str raw = cut_str_slice(doc->text, t->from, t->to);
    for (size_t i = 0; word && i < raw.n; i++) {
        /* U+0027 or U+2019 */
        if (raw.p[i] == '\'' || (uint8_t)raw.p[i] == 0xE2) {
            t->stem_to = t->from + (uint32_t)i;
            break;
        }
    }
    return word;
}

/* Arabic writes "and", "in", "to" onto the word: "بالقاهرة" is looked up as "القاهرة". */
static uint16_t find_without_clitic(const cut_doc *doc, cut_token *t)
{
    static const cut_str clitics[] = {CUT_WORD("و"), CUT_WORD("ب"), CUT_WORD("ل"), CUT_WORD("ف"),
                                      CUT_WORD("ك")};
    cut_str fold = cut_token_fold(doc, t);
    for (size_t i = 0; i < CUT_COUNT(clitics); i++) {
        cut_str clitic = clitics[i];
        if (!cut_str_starts(fold, clitic) || fold.n < clitic.n + 6)
            continue;
        uint16_t word = find_word(cut_str_slice(fold, clitic.n, fold.n));
        if (word) {
            t->stem_from = t->from + (uint32_t)clitic.n;
            return word;
        }
    }
    return 0;
}

static uint16_t find_inflected(const cut_doc *doc, cut_token *t)
{
    if (t->script == CUT_SCRIPT_ARABIC)
        return find_without_clitic(doc, t);
    return find_stem(doc, t);
}

/* Punctuation that phrases may hold has an id too: its character is its folded form. */
static uint16_t token_word(const cut_doc *doc, cut_token *t)
{
    if (t->kind == CUT_TOK_WORD) {
        uint16_t word = find_word(cut_token_fold(doc, t));
        return word ? word : find_inflected(doc, t);
    }
    if (t->kind == CUT_TOK_NUMBER)
        return find_word(cut_token_fold(doc, t));
    if (t->kind == CUT_TOK_POSSESSIVE)
        return find_word(CUT_STR("'s"));
    if (t->kind != CUT_TOK_PUNCT)
        return 0;
    char c[4];
    size_t n = cut_utf8_put(c, t->ch);
    return find_word((cut_str){c, n});
}

static bool phrase_at(const cut_doc *doc, const cut_lex_phrase *phrase, size_t at, size_t end)
{
    if (phrase->length > end - at)
        return false;
    const uint16_t *words = cut_lexicon.sequence + phrase->words;
    for (size_t i = 1; i < phrase->length; i++) {
        if (doc->tokens[at + i].word != words[i])
            return false;
    }
    return true;
}

static bool casing_fits(const cut_doc *doc, size_t at, size_t length, uint8_t casing)
{
    if (casing == CUT_CASING_ANY)
        return true;
    const cut_token *t = &doc->tokens[at];
    if (casing == CUT_CASING_CAPITAL)
        return t->shape != CUT_SHAPE_LOWER;
    for (size_t i = 0; i < length; i++) {
        uint8_t shape = t[i].shape;
        if (shape == CUT_SHAPE_LOWER || shape == CUT_SHAPE_CAPITAL || shape == CUT_SHAPE_MIXED)
            return false;
    }
    return true;
}

static uint64_t meanings_at(const cut_doc *doc, size_t at)
{
    uint64_t set = 0;
    uint16_t word = doc->tokens[at].word;
    for (uint32_t p = cut_lexicon.phrase_at[word]; p < cut_lexicon.phrase_at[word + 1]; p++) {
        const cut_lex_phrase *phrase = &cut_lexicon.phrases[p];
        if (!phrase_at(doc, phrase, at, doc->count))
            continue;
        for (uint32_t s = 0; s < phrase->senses; s++) {
            const cut_lex_sense *sense = &cut_lexicon.senses[phrase->sense + s];
            if (casing_fits(doc, at, phrase->length, sense->casing))
                set |= (uint64_t)1 << sense->meaning;
        }
    }
    return set;
}

void cut_lex_annotate(cut_doc *doc)
{
    for (size_t i = 0; i < doc->count; i++)
        doc->tokens[i].word = token_word(doc, &doc->tokens[i]);
    for (size_t i = 0; i < doc->count; i++) {
        if (doc->tokens[i].word)
            doc->tokens[i].meanings = meanings_at(doc, i);
    }
}

size_t cut_lex_match_within(const cut_doc *doc, size_t at, size_t end, cut_meaning meaning,
                            unsigned *value)
{
    if (at >= end || !cut_lex_may(doc, at, meaning))
        return 0;
    uint16_t word = doc->tokens[at].word;
    for (uint32_t p = cut_lexicon.phrase_at[word]; p < cut_lexicon.phrase_at[word + 1]; p++) {
        const cut_lex_phrase *phrase = &cut_lexicon.phrases[p];
        if (!phrase_at(doc, phrase, at, end))
            continue;
        for (uint32_t s = 0; s < phrase->senses; s++) {
            const cut_lex_sense *sense = &cut_lexicon.senses[phrase->sense + s];
            if (sense->meaning != meaning || !casing_fits(doc, at, phrase->length, sense->casing))
                continue;
            if (value)
                *value = sense->value;
            return phrase->length;
        }
    }
    return 0;
}

size_t cut_lex_match(const cut_doc *doc, size_t at, cut_meaning meaning, unsigned *value)
{
    return cut_lex_match_within(doc, at, doc->count, meaning, value);
}

size_t cut_lex_values(const cut_doc *doc, size_t at, cut_meaning meaning, unsigned *values,
                      size_t most)
{
    size_t n = 0;
    uint16_t word = doc->tokens[at].word;
    if (!cut_lex_may(doc, at, meaning))
        return 0;
    for (uint32_t p = cut_lexicon.phrase_at[word]; p < cut_lexicon.phrase_at[word + 1]; p++) {
        const cut_lex_phrase *phrase = &cut_lexicon.phrases[p];
        for (uint32_t s = 0; phrase->length == 1 && s < phrase->senses && n < most; s++) {
            const cut_lex_sense *sense = &cut_lexicon.senses[phrase->sense + s];
            if (sense->meaning == meaning && casing_fits(doc, at, 1, sense->casing))
                values[n++] = sense->value;
        }
    }
    return n;
}
