#include "caption/lexicon.h"

#include "base/utf8.h"

static uint16_t find_word(cut_str word)
{
    const cut_lex_index *lex = &cut_lexicon;
    uint64_t tail = cut_lex_tail(word.p, word.n);
    for (uint32_t slot = cut_lex_hash(word) & lex->slot_mask; lex->slots[slot];
         slot = (slot + 1) & lex->slot_mask) {
        const cut_lex_word *w = &lex->words[lex->slots[slot]];
        if (w->tail == tail && w->length == word.n &&
            (word.n <= sizeof tail || memcmp(lex->text + w->text, word.p, word.n) == 0))
            return lex->slots[slot];
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

static uint16_t sign_word(uint32_t ch)
{
    if (ch < 0x80)
        return cut_lexicon.signs[ch];
    char c[4];
    size_t n = cut_utf8_put(c, ch);
    return find_word((cut_str){c, n});
}

/* Punctuation that phrases may hold has an id too: its character is its folded form. */
static uint16_t token_word(const cut_doc *doc, cut_token *t)
{
    switch (t->kind) {
    case CUT_TOK_WORD: {
        uint16_t word = find_word(cut_token_fold(doc, t));
        return word ? word : find_inflected(doc, t);
    }
    case CUT_TOK_NUMBER:
        return find_word(cut_token_fold(doc, t));
    case CUT_TOK_POSSESSIVE:
        return find_word(CUT_STR("'s"));
    case CUT_TOK_PUNCT:
        return sign_word(t->ch);
    default:
        return 0;
    }
}

/* True if the phrase, whose first word is the token's, stands there. */
static bool phrase_at(const cut_doc *doc, const cut_lex_phrase *phrase, size_t at)
{
    if (doc->tokens[at + 1].word != phrase->second || phrase->length > doc->count - at)
        return false;
    const uint16_t *words = cut_lexicon.sequence + phrase->words;
    for (size_t i = 2; i < phrase->length; i++) {
        if (doc->tokens[at + i].word != words[i])
            return false;
    }
    return true;
}

/* The highest demand that the case of the tokens meets. */
static cut_casing casing_at(const cut_token *t, size_t length)
{
    size_t upper = 0;
    while (upper < length &&
           (t[upper].shape == CUT_SHAPE_NONE || t[upper].shape == CUT_SHAPE_UPPER))
        upper++;
    if (upper == length)
        return CUT_CASING_UPPER;
    return t->shape == CUT_SHAPE_LOWER ? CUT_CASING_ANY : CUT_CASING_CAPITAL;
}

typedef CUT_VEC(cut_hit) hit_list;

/* Adds what a phrase of so many tokens means at the token. */
static bool add_senses(cut_doc *doc, uint16_t id, size_t length, cut_token *t, hit_list *hits)
{
    const cut_lex_senses *senses = &cut_lexicon.senses[id];
    cut_casing casing = casing_at(t, length);
    for (size_t i = 0; i < senses->hits[casing]; i++) {
        if (!CUT_PUSH(doc->arena, hits, cut_lexicon.hits[senses->hit + i]))
            return false;
    }
    t->meanings |= senses->meanings[casing];
    return true;
}

/* Collects what begins at a token that may begin phrases of several words. */
static bool add_phrases(cut_doc *doc, size_t at)
{
    cut_token *t = &doc->tokens[at];
    hit_list hits = {0};
    const cut_lex_word *word = &cut_lexicon.words[t->word];
    const cut_lex_phrase *end = cut_lexicon.phrases + word[1].phrase;
    for (const cut_lex_phrase *p = cut_lexicon.phrases + word->phrase; p < end; p++) {
        if (phrase_at(doc, p, at) && !add_senses(doc, p->senses, p->length, t, &hits))
            return false;
    }
    if (hits.n > 0) {
        if (!add_senses(doc, word->senses, 1, t, &hits))
            return false;
        t->hit = hits.v;
        t->hits = (uint16_t)hits.n;
    }
    return true;
}

/* What the word means alone, which the lexicon holds ready. */
static void take_senses(cut_token *t, const cut_lex_word *word)
{
    const cut_lex_senses *senses = &cut_lexicon.senses[word->senses];
    cut_casing casing = casing_at(t, 1);
    t->hit = cut_lexicon.hits + senses->hit;
    t->hits = senses->hits[casing];
    t->meanings = senses->meanings[casing];
}

bool cut_lex_annotate(cut_doc *doc)
{
    for (size_t i = 0; i < doc->count; i++)
        doc->tokens[i].word = token_word(doc, &doc->tokens[i]);
    for (size_t i = 0; i < doc->count; i++) {
        cut_token *t = &doc->tokens[i];
        const cut_lex_word *word = &cut_lexicon.words[t->word];
        if (word->seconds & cut_lex_bit(t[1].word) && !add_phrases(doc, i))
            return false;
        if (!t->hits)
            take_senses(t, word);
        doc->meanings |= t->meanings;
    }
    return true;
}

size_t cut_lex_longest(const cut_doc *doc, size_t at, size_t end, cut_meaning meaning,
                       unsigned *value)
{
    const cut_token *t = &doc->tokens[at];
    for (const cut_hit *hit = t->hit; hit < t->hit + t->hits; hit++) {
        if (hit->meaning != meaning || hit->length > end - at)
            continue;
        if (value)
            *value = hit->value;
        return hit->length;
    }
    return 0;
}

size_t cut_lex_longest_of(const cut_doc *doc, size_t at, size_t end, uint64_t meanings)
{
    if (at >= end || !cut_lex_may_be(doc, at, meanings))
        return 0;
    const cut_token *t = &doc->tokens[at];
    for (const cut_hit *hit = t->hit; hit < t->hit + t->hits; hit++) {
        if (CUT_MEANS(hit->meaning) & meanings && hit->length <= end - at)
            return hit->length;
    }
    return 0;
}

size_t cut_lex_values(const cut_doc *doc, size_t at, cut_meaning meaning, unsigned *values,
                      size_t most)
{
    if (!cut_lex_may(doc, at, meaning))
        return 0;
    size_t n = 0;
    const cut_token *t = &doc->tokens[at];
    for (const cut_hit *hit = t->hit; hit < t->hit + t->hits && n < most; hit++) {
        if (hit->meaning == meaning && hit->length == 1)
            values[n++] = hit->value;
    }
    return n;
}
