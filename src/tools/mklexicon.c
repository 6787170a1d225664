/*
 * Writes the index of the caption lexicon (src/caption/lexicon.h) as C, from the tables: run once
 * in a build, so that the tables can be kept in whatever order reads best.
 */
#include "base/utf8.h"
#include "caption/agency.h"
#include "caption/lexicon.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct phrase {
    uint16_t words[16];
    size_t length;
    cut_casing casing;
    cut_hit hit;
} phrase;

static struct {
    char *text;
    size_t text_n;
    uint32_t word_at[65536];
    uint32_t words;
    uint16_t slots[1 << 17];
    phrase *phrases; /* a phrase for each of its meanings */
    size_t phrase_count, phrase_cap;
    cut_lex_senses *senses; /* the first is empty */
    size_t sense_count;
    cut_hit *hits;
    size_t hit_count;
} lex = {.words = 1, .sense_count = 1};

#define SLOT_MASK ((1u << 17) - 1)
#define TEXT_BYTES ((size_t)4 << 20)

static void die(const char *what, const char *which)
{
    fprintf(stderr, "mklexicon: %s: %s\n", what, which);
    exit(1);
}

static uint16_t word_id(cut_str word)
{
    uint32_t slot = cut_lex_hash(word) & SLOT_MASK;
    for (; lex.slots[slot]; slot = (slot + 1) & SLOT_MASK) {
        uint16_t id = lex.slots[slot];
        if (lex.word_at[id + 1] - lex.word_at[id] == word.n &&
            memcmp(lex.text + lex.word_at[id], word.p, word.n) == 0)
            return id;
    }
    if (lex.words >= 65000 || lex.text_n + word.n > TEXT_BYTES)
        die("too many words", "enlarge the ids");
    memcpy(lex.text + lex.text_n, word.p, word.n);
    lex.word_at[lex.words] = (uint32_t)lex.text_n;
    lex.text_n += word.n;
    lex.word_at[lex.words + 1] = (uint32_t)lex.text_n;
    lex.slots[slot] = (uint16_t)lex.words;
    return (uint16_t)lex.words++;
}

/* Id of a word that is there already, or 0. */
static uint16_t known_id(cut_str word)
{
    for (uint32_t id = 1; id < lex.words; id++) {
        if (lex.word_at[id + 1] - lex.word_at[id] == word.n &&
            memcmp(lex.text + lex.word_at[id], word.p, word.n) == 0)
            return (uint16_t)id;
    }
    return 0;
}

static uint16_t token_id(const cut_doc *doc, const cut_token *t)
{
    if (t->kind == CUT_TOK_POSSESSIVE)
        return word_id(CUT_STR("'s"));
    if (t->kind != CUT_TOK_PUNCT)
        return word_id(cut_token_fold(doc, t));
    char c[4];
    size_t n = cut_utf8_put(c, t->ch);
    return word_id((cut_str){c, n});
}

/* The case a spelling demands is the case it is written in. */
static cut_casing casing_of(const cut_doc *doc)
{
    cut_casing casing = CUT_CASING_UPPER;
    for (size_t i = 0; i < doc->count; i++) {
        const cut_token *t = &doc->tokens[i];
        if (t->kind == CUT_TOK_WORD && t->shape != CUT_SHAPE_UPPER)
            casing = CUT_CASING_CAPITAL;
    }
    bool cased = doc->tokens[0].kind == CUT_TOK_WORD && doc->tokens[0].shape != CUT_SHAPE_NONE &&
                 doc->tokens[0].shape != CUT_SHAPE_LOWER;
    return cased ? casing : CUT_CASING_ANY;
}

static void add_spelling(cut_arena *arena, cut_str spelling, const cut_lex_row *row)
{
    cut_doc doc = {.arena = arena, .text = spelling};
    if (!cut_lex_tokens(&doc))
        die("out of memory", row->spellings);
    phrase p = {.length = doc.count};
    if (doc.count == 0 || doc.count > sizeof p.words / sizeof *p.words)
        die("a spelling is empty or too long", row->spellings);
    for (size_t i = 0; i < doc.count; i++)
        p.words[i] = token_id(&doc, &doc.tokens[i]);
    p.casing = casing_of(&doc);
    p.hit = (cut_hit){row->meaning, (uint8_t)doc.count, row->value};
    if (lex.phrase_count == lex.phrase_cap) {
        lex.phrase_cap = lex.phrase_cap ? lex.phrase_cap * 2 : 4096;
        lex.phrases = realloc(lex.phrases, lex.phrase_cap * sizeof *lex.phrases);
        if (!lex.phrases)
            die("out of memory", row->spellings);
    }
    lex.phrases[lex.phrase_count++] = p;
}

static void add_row(cut_arena *arena, const cut_lex_row *row)
{
    cut_str rest = cut_str_from(row->spellings);
    while (rest.p) {
        cut_str spelling = cut_str_trim(cut_str_split(&rest, '|'));
        if (spelling.n > 0)
            add_spelling(arena, spelling, row);
        cut_arena_reset(arena);
    }
}

/* First word, then longest first, then the words, then the case, then meaning. */
static int by_words(const void *a, const void *b)
{
    const phrase *p = a, *q = b;
    if (p->words[0] != q->words[0])
        return p->words[0] < q->words[0] ? -1 : 1;
    if (p->length != q->length)
        return p->length > q->length ? -1 : 1;
    int order = memcmp(p->words, q->words, sizeof p->words);
    if (order)
        return order;
    if (p->casing != q->casing)
        return p->casing < q->casing ? -1 : 1;
    return (int)p->hit.meaning - (int)q->hit.meaning;
}

static bool same_words(const phrase *p, const phrase *q)
{
    return p->length == q->length && memcmp(p->words, q->words, sizeof p->words) == 0;
}

static void print_numbers(const char *type, const char *name, const uint32_t *v, size_t n)
{
    printf("static const %s %s[] = {", type, name);
    for (size_t i = 0; i < n; i++)
        printf("%s%u,", i % 16 ? "" : "\n    ", v[i]);
    printf("\n};\n");
}

static void print_words(void)
{
    printf("static const uint8_t text[] = {");
    for (size_t i = 0; i < lex.text_n; i++)
        printf("%s%u,", i % 24 ? "" : "\n    ", (uint8_t)lex.text[i]);
    printf("\n};\n");
}

static uint32_t slot_count(void)
{
    uint32_t slots = 1024;
    while (slots < lex.words * 3)
        slots *= 2;
    return slots;
}

static void print_slots(void)
{
    uint32_t slots = slot_count();
    uint32_t *v = calloc(slots, sizeof *v);
    if (!v)
        die("out of memory", "slots");
    for (uint32_t w = 1; w < lex.words; w++) {
        cut_str word = {lex.text + lex.word_at[w], lex.word_at[w + 1] - lex.word_at[w]};
        uint32_t slot = cut_lex_hash(word) & (slots - 1);
        while (v[slot])
            slot = (slot + 1) & (slots - 1);
        v[slot] = w;
    }
    print_numbers("uint16_t", "slots", v, slots);
    free(v);
}

static void print_signs(void)
{
    uint32_t v[128] = {0};
    for (unsigned i = 1; i < 128; i++) {
        char c = (char)i;
        v[i] = known_id((cut_str){&c, 1});
    }
    print_numbers("uint16_t", "signs", v, 128);
}

static bool same_hits(const cut_lex_senses *a, const cut_lex_senses *b)
{
    return memcmp(a->hits, b->hits, sizeof a->hits) == 0 &&
           memcmp(lex.hits + a->hit, lex.hits + b->hit,
                  a->hits[CUT_CASING_UPPER] * sizeof *lex.hits) == 0;
}

/* Id of what the n phrases, which are the same words, mean. */
static size_t senses_id(const phrase *p, size_t n)
{
    cut_lex_senses *senses = &lex.senses[lex.sense_count];
    *senses = (cut_lex_senses){.hit = (uint32_t)lex.hit_count};
    if (n > UINT8_MAX || lex.sense_count > UINT16_MAX)
        die("too many meanings", "enlarge cut_lex_senses");
    for (size_t i = 0; i < n; i++) {
        lex.hits[lex.hit_count + i] = p[i].hit;
        for (size_t c = p[i].casing; c < CUT_CASINGS; c++) {
            senses->hits[c]++;
            senses->meanings[c] |= (uint64_t)1 << p[i].hit.meaning;
        }
    }
    for (size_t id = 1; id < lex.sense_count; id++) {
        if (same_hits(senses, &lex.senses[id]))
            return id;
    }
    lex.hit_count += n;
    return lex.sense_count++;
}

static void print_phrase(const phrase *p, size_t senses, uint32_t sequence)
{
    printf("    {%u, %zu, %u, %zu},\n", sequence, senses, p->words[1], p->length);
}

static void print_word(const cut_lex_word *w, uint32_t id)
{
    uint32_t n = id > 0 && id < lex.words ? lex.word_at[id + 1] - lex.word_at[id] : 0;
    if (n > UINT16_MAX)
        die("a word is too long", "enlarge cut_lex_word");
    printf("    {%lluu, %u, %u, %u, %u, %u},\n",
           (unsigned long long)cut_lex_tail(lex.text + lex.word_at[id], n), lex.word_at[id],
           w->phrase, w->seconds, w->senses, n);
}

static void print_phrases(void)
{
    cut_lex_word *list = calloc(lex.words + 1, sizeof *list);
    if (!list)
        die("out of memory", "phrases");
    uint32_t phrases = 0, sequence = 0, word = 0;
    printf("static const cut_lex_phrase phrases[] = {\n");
    for (size_t i = 0; i < lex.phrase_count;) {
        const phrase *p = &lex.phrases[i];
        size_t n = 1;
        while (i + n < lex.phrase_count && same_words(p, &lex.phrases[i + n]))
            n++;
        size_t senses = senses_id(p, n);
        while (word <= p->words[0])
            list[word++].phrase = phrases;
        if (p->length > 1) {
            print_phrase(p, senses, sequence);
            list[p->words[0]].seconds |= cut_lex_bit(p->words[1]);
            sequence += (uint32_t)p->length;
            phrases++;
        } else {
            list[p->words[0]].senses = (uint16_t)senses;
        }
        i += n;
    }
    while (word <= lex.words)
        list[word++].phrase = phrases;
    printf("};\nstatic const cut_lex_word words[] = {\n");
    for (word = 0; word <= lex.words; word++)
        print_word(&list[word], word);
    printf("};\n");
    free(list);
}

static void print_sequence(void)
{
    printf("static const uint16_t sequence[] = {\n");
    for (size_t i = 0; i < lex.phrase_count; i++) {
        const phrase *p = &lex.phrases[i];
        if (p->length == 1 || (i > 0 && same_words(p, p - 1)))
            continue;
        printf("    ");
        for (size_t w = 0; w < p->length; w++)
            printf("%u,", p->words[w]);
        printf("\n");
    }
    printf("};\n");
}

static void print_senses(void)
{
    printf("static const cut_lex_senses senses[] = {\n");
    for (size_t i = 0; i < lex.sense_count; i++) {
        const cut_lex_senses *s = &lex.senses[i];
        printf("    {{%lluu, %lluu, %lluu}, %u, {%u, %u, %u}},\n",
               (unsigned long long)s->meanings[0], (unsigned long long)s->meanings[1],
               (unsigned long long)s->meanings[2], s->hit, s->hits[0], s->hits[1], s->hits[2]);
    }
    printf("};\nstatic const cut_hit hits[] = {\n");
    for (size_t i = 0; i < lex.hit_count; i++)
        printf("    {%u, %u, %u},\n", lex.hits[i].meaning, lex.hits[i].length, lex.hits[i].value);
    printf("};\n");
}

int main(void)
{
    lex.text = malloc(TEXT_BYTES);
    if (!lex.text)
        die("out of memory", "words");
    cut_arena arena;
    cut_arena_init(&arena, (size_t)1 << 20);
    for (size_t t = 0; t < cut_lex_table_count; t++) {
        for (size_t i = 0; i < *cut_lex_tables[t].count; i++)
            add_row(&arena, &cut_lex_tables[t].rows[i]);
    }
    for (size_t i = 0; i < cut_agency_count; i++) {
        cut_lex_row row = {cut_agencies[i].spellings, CUT_IS_AGENCY, (uint16_t)i};
        add_row(&arena, &row);
    }
    cut_arena_release(&arena);
    qsort(lex.phrases, lex.phrase_count, sizeof *lex.phrases, by_words);
    lex.senses = calloc(lex.phrase_count + 2, sizeof *lex.senses);
    lex.hits = calloc(lex.phrase_count + 1, sizeof *lex.hits);
    if (!lex.senses || !lex.hits)
        die("out of memory", "meanings");
    printf("/* Generated by mklexicon from src/caption/. */\n#include \"caption/lexicon.h\"\n\n");
    print_words();
    print_slots();
    print_signs();
    print_phrases();
    print_sequence();
    print_senses();
    printf("const cut_lex_index cut_lexicon = {text, words, slots, %u, signs, phrases, sequence, "
           "senses, hits};\n",
           slot_count() - 1);
    free(lex.senses);
    free(lex.hits);
    free(lex.phrases);
    free(lex.text);
    return 0;
}
