/*
 * The lexicon: every word and phrase the grammar knows, with what it may mean.
 * The tables (*_table.c) are plain lists in any order; src/tools/mklexicon.c turns them into a hash
 * index at build time, so that a caption costs one look-up a word.
 */
#ifndef CUT_CAPTION_LEXICON_H
#define CUT_CAPTION_LEXICON_H

#include "caption/tokens.h"

/* One row of a table: a meaning and all its spellings.
 * A spelling in lower case stands for any case; one that begins with a capital wants a capital;
 * one that is all capitals wants all capitals ("AP" is an agency, "ap" is not). */
typedef struct cut_lex_row {
    const char *spellings; /* UTF-8, separated by '|' */
    uint8_t meaning;       /* cut_meaning */
    uint16_t value;        /* what the meaning is about: month 1-12, row of cut_agencies, ... */
} cut_lex_row;

/* A table of rows; the agencies (agency.h) come on top of these. */
typedef struct cut_lex_table {
    const cut_lex_row *rows;
    const size_t *count;
} cut_lex_table;

extern const cut_lex_table cut_lex_tables[];
extern const size_t cut_lex_table_count;

/* What case a spelling demands, the more the higher. */
typedef enum cut_casing {
    CUT_CASING_ANY,
    CUT_CASING_CAPITAL,
    CUT_CASING_UPPER,
    CUT_CASINGS
} cut_casing;

/* What the index is made of; defined by the generated file. */

/* All that a phrase means. Its hits are sorted by the case they demand, so that those that hold for
 * a phrase as it is written are the first few. Phrases that mean the same share one of these. */
typedef struct cut_lex_senses {
    uint64_t meanings[CUT_CASINGS]; /* by cut_casing of the text: bits of the meanings that hold */
    uint32_t hit;                   /* first in cut_lex_index.hits ... */
    uint8_t hits[CUT_CASINGS];      /* ... and, by cut_casing of the text, how many hold */
} cut_lex_senses;

/* A phrase of two words and more. */
typedef struct cut_lex_phrase {
    uint32_t words;  /* first of its words in cut_lex_index.sequence */
    uint16_t senses; /* in cut_lex_index.senses */
    uint16_t second; /* id of its second word: tells most phrases apart */
    uint8_t length;  /* how many words */
} cut_lex_phrase;

typedef struct cut_lex_word {
    uint64_t tail;    /* its cut_lex_tail(): all of it up to eight bytes, so that no more is read */
    uint32_t text;    /* its first byte in cut_lex_index.text */
    uint32_t phrase;  /* first phrase that begins with it; likewise */
    uint32_t seconds; /* bit cut_lex_bit() of the second word of each of these phrases */
    uint16_t senses;  /* what it means alone, in cut_lex_index.senses; 0 if nothing */
    uint16_t length;  /* bytes */
} cut_lex_word;

typedef struct cut_lex_index {
    const uint8_t *text;           /* all words, one after the other */
    const cut_lex_word *words;     /* by id, and a last one behind; id 0 is no word */
    const uint16_t *slots;         /* open-addressed hash: word id or 0 */
    uint32_t slot_mask;            /* number of slots - 1 */
    const uint16_t *signs;         /* by ASCII character: id of the word it is alone, or 0 */
    const cut_lex_phrase *phrases; /* of one first word: longest first */
    const uint16_t *sequence;      /* word ids */
    const cut_lex_senses *senses;
    const cut_hit *hits; /* see cut_lex_senses */
} cut_lex_index;

extern const cut_lex_index cut_lexicon;

/* Of cut_lex_word.seconds: the bit of a word id. Words like "the" begin hundreds of phrases, and a
 * look at the word behind it tells that none of them is there. */
static inline uint32_t cut_lex_bit(uint16_t word)
{
    return (uint32_t)1 << (word & 31);
}

/* The last bytes of a word, at most eight, as one number; they may overlap. */
static inline uint64_t cut_lex_tail(const char *p, size_t n)
{
    uint32_t head, tail;
    if (n < sizeof head)
        return n ? (uint64_t)(uint8_t)p[0] | (uint64_t)(uint8_t)p[n / 2] << 8 |
                       (uint64_t)(uint8_t)p[n - 1] << 16
                 : 0;
    memcpy(&head, p, sizeof head);
    memcpy(&tail, p + n - sizeof tail, sizeof tail);
    return (uint64_t)head << 32 | tail;
}

static inline uint64_t cut_lex_mix(uint64_t h)
{
    h *= 0x9E3779B97F4A7C15u; /* 2^64 divided by the golden ratio: spreads every bit upwards */
    return h ^ h >> 32;
}

/* Hash of a word, eight bytes at a time; used by the generator and the look-up. */
static inline uint32_t cut_lex_hash(cut_str word)
{
    uint64_t h = word.n, eight;
    for (; word.n > sizeof eight; word.p += sizeof eight, word.n -= sizeof eight) {
        memcpy(&eight, word.p, sizeof eight);
        h = cut_lex_mix(h ^ eight);
    }
    return (uint32_t)cut_lex_mix(h ^ cut_lex_tail(word.p, word.n));
}

/* Looks every token of doc up: fills in its word id, and the phrases that begin there with what
 * they mean. False if memory runs out. */
bool cut_lex_annotate(cut_doc *doc);

/* True if some phrase with this meaning begins at the token; cheaper than a match. */
static inline bool cut_lex_may(const cut_doc *doc, size_t at, cut_meaning meaning)
{
    return (doc->tokens[at].meanings >> meaning & 1) != 0;
}

/* A set of meanings, to ask for several at once: CUT_MEANS(CUT_IS_CITY) | CUT_MEANS(...). */
#define CUT_MEANS(meaning) ((uint64_t)1 << (meaning))

/* True if some phrase with one of these meanings begins at the token. */
static inline bool cut_lex_may_be(const cut_doc *doc, size_t at, uint64_t meanings)
{
    return (cut_token_at(doc, at)->meanings & meanings) != 0;
}

/* True if some phrase with this meaning begins anywhere in the text. */
static inline bool cut_lex_any(const cut_doc *doc, cut_meaning meaning)
{
    return (doc->meanings >> meaning & 1) != 0;
}

/* For cut_lex_match_within(), where a phrase with this meaning begins for sure. */
size_t cut_lex_longest(const cut_doc *doc, size_t at, size_t end, cut_meaning meaning,
                       unsigned *value);

/* Longest phrase with this meaning in tokens [at, end) that begins at `at`: one that would reach
 * past `end` does not count. Returns its number of tokens, or 0; *value (may be NULL) receives the
 * meaning's value. Nearly every token is none of what it is asked for, so that is told here. */
static inline size_t cut_lex_match_within(const cut_doc *doc, size_t at, size_t end,
                                          cut_meaning meaning, unsigned *value)
{
    if (at >= end || !cut_lex_may(doc, at, meaning))
        return 0;
    return cut_lex_longest(doc, at, end, meaning, value);
}

/* The same up to the end of the text. */
static inline size_t cut_lex_match(const cut_doc *doc, size_t at, cut_meaning meaning,
                                   unsigned *value)
{
    return cut_lex_match_within(doc, at, doc->count, meaning, value);
}

/* Tokens of the longest phrase in [at, end) that begins at `at` and has one of these meanings
 * (CUT_MEANS()), or 0. */
size_t cut_lex_longest_of(const cut_doc *doc, size_t at, size_t end, uint64_t meanings);

/* All values of the one-word phrases with this meaning at the token; returns how many of `most`. */
size_t cut_lex_values(const cut_doc *doc, size_t at, cut_meaning meaning, unsigned *values,
                      size_t most);

#endif
