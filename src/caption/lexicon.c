#include "caption/lexicon.h"

#include "base/utf8.h"

static uint16_t find_word(cut_str word)
{
    const cut_lex_index *lex = &cut_lexicon;
    for (uint32_t slot = cut_lex_hash(word) & lex->slot_mask; lex->slots[slot];
         slot = (slot + 1) & lex->slot_mask) {
        const cut_lex_word *w = &lex->words[lex->slots[slot]];
        if (w[1].text - w->text == word.n && memcmp(lex->text + w->text, word.p, word.n) == 0)
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

/* True if the phrase, whose first word is the token's, stands there. */
static bool phrase_at(const cut_doc *doc, const cut_lex_phrase *phrase, size_t at)
{
    if (phrase->length == 1)
        return true;
    if (doc->tokens[at + 1].word != phrase->second || phrase->length > doc->count - at)
        return false;
    const uint16_t *words = cut_lexicon.sequence + phrase->words;
    for (size_t i = 2; i < phrase->length; i++) {
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

typedef CUT_VEC(cut_hit) hit_list;

/* Adds what the phrase at the token means there. */
static bool add_senses(cut_doc *doc, const cut_lex_phrase *phrase, size_t at, hit_list *hits)
{
    cut_token *t = &doc->tokens[at];
    for (uint32_t s = 0; s < phrase->senses; s++) {
        const cut_lex_sense *sense = &cut_lexicon.senses[phrase->sense + s];
        if (!casing_fits(doc, at, phrase->length, sense->casing))
            continue;
        cut_hit hit = {sense->meaning, phrase->length, sense->value};
        if (!CUT_PUSH(doc->arena, hits, hit))
            return false;
        t->meanings |= (uint64_t)1 << sense->meaning;
        t->hits++;
    }
    return true;
}

static bool add_phrases(cut_doc *doc, size_t at, hit_list *hits)
{
    cut_token *t = &doc->tokens[at];
    const cut_lex_word *word = &cut_lexicon.words[t->word];
    const cut_lex_phrase *phrase = cut_lexicon.phrases + word->phrase;
    const cut_lex_phrase *end = cut_lexicon.phrases + word[1].phrase;
    if (phrase < end && !(word->seconds & cut_lex_bit(t[1].word)))
        phrase = end - 1; /* the word alone, the shortest phrase, is all that it can be */
    t->hit = (uint32_t)hits->n;
    for (; phrase < end; phrase++) {
        if (phrase_at(doc, phrase, at) && !add_senses(doc, phrase, at, hits))
            return false;
    }
    return true;
}

bool cut_lex_annotate(cut_doc *doc)
{
    hit_list hits = {.v = CUT_NEW_ARRAY(doc->arena, cut_hit, doc->count + 8),
                     .cap = doc->count + 8}; /* rarely more than one a token */
    if (!hits.v)
        return false;
    for (size_t i = 0; i < doc->count; i++)
        doc->tokens[i].word = token_word(doc, &doc->tokens[i]);
    for (size_t i = 0; i < doc->count; i++) {
        if (doc->tokens[i].word && !add_phrases(doc, i, &hits))
            return false;
        doc->meanings |= doc->tokens[i].meanings;
    }
    doc->hits = hits.v;
    return true;
}

size_t cut_lex_longest(const cut_doc *doc, size_t at, size_t end, cut_meaning meaning,
                       unsigned *value)
{
    const cut_token *t = &doc->tokens[at];
    const cut_hit *hit = doc->hits + t->hit;
    for (size_t i = 0; i < t->hits; i++, hit++) {
        if (hit->meaning != meaning || hit->length > end - at)
            continue;
        if (value)
            *value = hit->value;
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
    const cut_hit *hit = doc->hits + t->hit;
    for (size_t i = 0; i < t->hits && n < most; i++, hit++) {
        if (hit->meaning == meaning && hit->length == 1)
            values[n++] = hit->value;
    }
    return n;
}
