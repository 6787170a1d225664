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

/* What the index is made of; defined by the generated file. */
typedef struct cut_lex_phrase {
    uint32_t words;  /* first of its words in cut_lex_sequence */
    uint16_t length; /* how many words */
    uint16_t senses; /* how many meanings */
    uint32_t sense;  /* first of its meanings in cut_lex_senses */
} cut_lex_phrase;

typedef struct cut_lex_sense {
    uint8_t meaning; /* cut_meaning */
    uint8_t casing;  /* cut_casing */
    uint16_t value;
} cut_lex_sense;

/* What case a spelling demands. */
typedef enum cut_casing { CUT_CASING_ANY, CUT_CASING_CAPITAL, CUT_CASING_UPPER } cut_casing;

typedef struct cut_lex_index {
    const uint8_t *text;       /* all words, one after the other */
    const uint32_t *word_at;   /* of word id w: text[word_at[w] .. word_at[w + 1]); id 0 unused */
    uint32_t words;            /* number of ids */
    const uint16_t *slots;     /* open-addressed hash: word id or 0 */
    uint32_t slot_mask;        /* number of slots - 1 */
    const uint32_t *phrase_at; /* phrases that begin with word w: [phrase_at[w], [w + 1]) */
    const cut_lex_phrase *phrases; /* of one first word: longest first */
    const uint16_t *sequence;      /* word ids */
    const cut_lex_sense *senses;
} cut_lex_index;

extern const cut_lex_index cut_lexicon;

/* FNV-1a; used by the generator and the look-up. */
static inline uint32_t cut_lex_hash(cut_str word)
{
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < word.n; i++)
        h = (h ^ (uint8_t)word.p[i]) * 16777619u;
    return h ^ (h >> 15);
}

/* Looks every token of doc up: fills in its word id and the set of meanings of the phrases that
 * begin there. */
void cut_lex_annotate(cut_doc *doc);

/* Longest phrase with this meaning that begins at token `at`. Returns its number of tokens, or 0;
 * *value (may be NULL) receives the meaning's value. */
size_t cut_lex_match(const cut_doc *doc, size_t at, cut_meaning meaning, unsigned *value);

/* The same over tokens [at, end): a phrase that would reach past `end` does not count. */
size_t cut_lex_match_within(const cut_doc *doc, size_t at, size_t end, cut_meaning meaning,
                            unsigned *value);

/* All values of the one-word phrases with this meaning at the token; returns how many of `most`. */
size_t cut_lex_values(const cut_doc *doc, size_t at, cut_meaning meaning, unsigned *values,
                      size_t most);

/* True if some phrase with this meaning begins at the token; cheaper than a match. */
static inline bool cut_lex_may(const cut_doc *doc, size_t at, cut_meaning meaning)
{
    return (doc->tokens[at].meanings >> meaning & 1) != 0;
}

#endif
