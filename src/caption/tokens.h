/*
 * Tokens: what the grammar reads. A token is a word, a number or one punctuation character, with
 * its place in the text, so that every later decision can say which bytes it is about.
 */
#ifndef CUT_CAPTION_TOKENS_H
#define CUT_CAPTION_TOKENS_H

#include "base/arena.h"

#include <cutline/caption.h>

/* What a phrase of the lexicon may mean (a bit each in cut_token.meanings). */
typedef enum cut_meaning {
    CUT_IS_AGENCY, /* value: row of cut_agencies */
    CUT_IS_ISSUER, /* a body known to give pictures out: newspaper, broadcaster, small agency */
    CUT_IS_ROLE,   /* handout, pool, stringer ... in a credit; value: cut_role */
    CUT_IS_LABEL,  /* "Photo by", "Foto:"; value: cut_label */
    CUT_IS_VIA,    /* the "via" of a credit chain */
    CUT_IS_CREDIT_NOISE, /* "photo by" inside a chain */
    CUT_IS_RESTRICTION,  /* "EDITORIAL USE ONLY"; value: cut_restriction */
    CUT_IS_OUT_WORD,     /* the OUT of "JAPAN OUT" */
    CUT_IS_BOILERPLATE,  /* text that is no caption: "TPX IMAGES OF THE DAY"; value: cut_boiler */
    CUT_IS_PREFIX,       /* "FILE PHOTO", "TOPSHOT" in front; value: 1 if it says file photo */
    CUT_IS_HINT,         /* words of the caption that add a role; value: cut_role */
    CUT_IS_MONTH,        /* value: 1-12 */
    CUT_IS_WEEKDAY,      /* value: 1-7 */
    CUT_IS_DATE_CUE,     /* "Picture taken", "Issue date"; value: cut_date_cue */
    CUT_IS_COUNTRY,      /* country, or a part of the United Kingdom */
    CUT_IS_REGION,       /* state, province, prefecture by name */
    CUT_IS_REGION_CODE,  /* postal or AP abbreviation, a region only beside a comma */
    CUT_IS_REGION_WORD,  /* province, prefecture, oblast */
    CUT_IS_CITY,         /* a known city */
    CUT_IS_DEMONYM,      /* "German", "German's" adjective of a country or its people */
    CUT_IS_DIRECTION,    /* northern, southwest, central */
    CUT_IS_PLACE_PREP,   /* in, near, outside; value: cut_place_prep */
    CUT_IS_PLACE_NOUN,   /* city, town, village of */
    CUT_IS_VENUE_WORD,   /* stadium, palace: the name it stands in is no city; value: cut_venue */
    CUT_IS_ORG_WORD,     /* ministry, bank, university, police: the name is no person */
    CUT_IS_EVENT_WORD,   /* festival, cup, week: the name is no person */
    CUT_IS_TITLE,        /* president, coach, actress: a person's name follows; value: cut_title */
    CUT_IS_RANK,         /* military rank, dropped from a photographer's name */
    CUT_IS_HONORIFIC,    /* Mr, Sir, Dame, Dr; value: 1 if one name follows: King, Pope */
    CUT_IS_GIVEN,        /* given name */
    CUT_IS_SURNAME,      /* family name in a script without capitals; value: 1 if Japanese */
    CUT_IS_PARTICLE,     /* van, de, al, bin inside a name */
    CUT_IS_NAME_SUFFIX,  /* Jr, Sr, III */
    CUT_IS_STOP_CAPITAL, /* a word that stands with a capital and is no name: The, After, Members */
    CUT_IS_PERSON_VERB,  /* speaks, meets: follows a name; value: 1 if it follows things as well */
    CUT_IS_NOT_SHOWN, /* supporters of: who is named next is not shown; value: 1 for an image of */
    CUT_IS_POSITION,  /* left, (2nd L); value: cut_position */
    CUT_IS_FROM_LEFT, /* "From left", "L-R": an ordered list follows; value: 1 from the right */
    CUT_IS_ORDINAL,   /* second, third; value: the number */
    CUT_IS_ABBREVIATION, /* a full stop after it ends no sentence */
    CUT_IS_LANGUAGE,     /* a small word that tells the language; value: cut_language */
    CUT_MEANINGS
} cut_meaning;

typedef enum cut_language {
    CUT_LANG_UND,
    CUT_LANG_EN,
    CUT_LANG_FR,
    CUT_LANG_DE,
    CUT_LANG_ES,
    CUT_LANG_IT,
    CUT_LANG_PT,
    CUT_LANG_NL,
    CUT_LANG_SV,
    CUT_LANG_DA,
    CUT_LANG_NO,
    CUT_LANG_PL,
    CUT_LANG_TR,
    CUT_LANG_ID,
    CUT_LANG_AR,
    CUT_LANG_FA,
    CUT_LANG_RU,
    CUT_LANG_UK,
    CUT_LANG_ZH,
    CUT_LANG_JA,
    CUT_LANG_KO,
    CUT_LANG_EL,
    CUT_LANG_HE,
    CUT_LANGUAGES
} cut_language;

typedef enum cut_token_kind {
    CUT_TOK_END,       /* the sentinel behind the last token */
    CUT_TOK_WORD,      /* letters, with inner apostrophes and the dots of "U.S." */
    CUT_TOK_NUMBER,    /* decimal digits of any script */
    CUT_TOK_PUNCT,     /* one character */
    CUT_TOK_POSSESSIVE /* the 's of "Hungary's" */
} cut_token_kind;

typedef enum cut_shape {
    CUT_SHAPE_NONE,    /* no letters, or a script without case */
    CUT_SHAPE_LOWER,   /* speaks */
    CUT_SHAPE_CAPITAL, /* Geneva */
    CUT_SHAPE_UPPER,   /* GENEVA, and a single capital letter */
    CUT_SHAPE_MIXED    /* McKay, iPhone: other mixtures */
} cut_shape;

typedef enum cut_script {
    CUT_SCRIPT_OTHER,
    CUT_SCRIPT_LATIN,
    CUT_SCRIPT_CYRILLIC,
    CUT_SCRIPT_GREEK,
    CUT_SCRIPT_ARABIC,
    CUT_SCRIPT_HEBREW,
    CUT_SCRIPT_HAN,
    CUT_SCRIPT_HIRAGANA,
    CUT_SCRIPT_KATAKANA,
    CUT_SCRIPT_HANGUL
} cut_script;

/* White space in front of a token. */
typedef enum cut_gap {
    CUT_GAP_NONE,
    CUT_GAP_SPACE, /* one space */
    CUT_GAP_WIDE,  /* two or more, or a tab */
    CUT_GAP_LINE   /* a line end */
} cut_gap;

/* What part of the text a token was found to belong to; only the body is the caption. */
typedef enum cut_zone {
    CUT_ZONE_BODY,
    CUT_ZONE_PREFIX, /* FILE PHOTO:, TOPSHOT - */
    CUT_ZONE_CREDIT, /* a credit with its label and parentheses */
    CUT_ZONE_BOILER  /* restrictions and other notices */
} cut_zone;

/* One thing that a phrase of the lexicon means where it stands in the text. */
typedef struct cut_hit {
    uint8_t meaning; /* cut_meaning */
    uint8_t length;  /* tokens of the phrase */
    uint16_t value;  /* what the meaning is about, see cut_lex_row */
} cut_hit;

typedef struct cut_token {
    uint32_t from, to; /* bytes of the text */
    uint32_t stem_from,
        stem_to;      /* without Arabic clitic or Turkish case ending: a name's own bytes */
    uint32_t fold_at; /* its folded form in cut_doc.folded: lower case, no diacritics ... */
    uint32_t fold_n;  /* ... and its bytes */
    uint32_t ch;      /* PUNCT: the character, with the many quotes, dashes and brackets made one */
    uint32_t number;  /* NUMBER: value (9 digits at most), else 0 */
    uint64_t meanings;  /* bits of cut_meaning of the phrases that begin here ... */
    const cut_hit *hit; /* ... and these phrases, the longest first ... */
    uint16_t hits;      /* ... and how many */
    uint16_t word;      /* lexicon id of the folded form, 0 if unknown */
    uint8_t kind;       /* cut_token_kind */
    uint8_t shape;      /* cut_shape */
    uint8_t script;     /* cut_script of the first letter */
    uint8_t gap;        /* cut_gap in front of it */
    uint8_t zone;       /* cut_zone */
    uint8_t sentence;   /* which sentence it stands in, from 0; 15 and later ones are 15 */
    uint8_t starts : 1; /* a sentence, line or column begins here */
    uint8_t dated : 1;  /* part of a date */
    uint8_t later : 1;  /* a sentence of prose stands before its own */
} cut_token;

/* A caption while it is being parsed. */
typedef struct cut_doc {
    cut_arena *arena;
    cut_str text;       /* valid UTF-8 */
    const char *folded; /* folded words, see cut_token */
    cut_token *tokens;  /* count tokens and the sentinel */
    size_t count;
    uint64_t meanings; /* those of all tokens: tells rules that look for a rare word to stay away */
    uint32_t scripts;  /* bit cut_script of every word */
    cut_language language;
    bool file;     /* a credit says that the picture is an old one */
    bool all_caps; /* (nearly) all letters are capitals, so case tells nothing */
    CUT_VEC(cutline_decision) decisions;
} cut_doc;

/* Splits doc->text (must be set, with doc->arena) into tokens. False if memory runs out. */
bool cut_lex_tokens(cut_doc *doc);

/* The bytes of tokens [from, to) as they stand in the text. */
cut_str cut_doc_span(const cut_doc *doc, size_t from, size_t to);

/* The same without the clitic of the first and the case ending of the last token. */
cut_str cut_doc_name(const cut_doc *doc, size_t from, size_t to);

/* Folded form of a token. */
static inline cut_str cut_token_fold(const cut_doc *doc, const cut_token *t)
{
    return (cut_str){doc->folded + t->fold_at, t->fold_n};
}

/* Token `at`, or the sentinel when `at` is past the last. */
static inline const cut_token *cut_token_at(const cut_doc *doc, size_t at)
{
    return &doc->tokens[at < doc->count ? at : doc->count];
}

/* True if both words, neither of them empty, are the same. Most that are not differ in length or in
 * the first byte, which saves the call. */
static inline bool cut_str_same(cut_str a, cut_str b)
{
    return a.n == b.n && a.p[0] == b.p[0] && memcmp(a.p, b.p, a.n) == 0;
}

/* A word of a constant list, in folded form. */
#define CUT_WORD(literal)                                                                          \
    {                                                                                              \
        literal, sizeof(literal) - 1                                                               \
    }
#define CUT_COUNT(list) (sizeof(list) / sizeof *(list))

/* True if token `at` is this word (in folded form). */
static inline bool cut_word_is(const cut_doc *doc, size_t at, cut_str word)
{
    const cut_token *t = cut_token_at(doc, at);
    return t->kind == CUT_TOK_WORD && cut_str_same(cut_token_fold(doc, t), word);
}

/* True if token `at` is one of these words. */
static inline bool cut_word_in(const cut_doc *doc, size_t at, const cut_str *words, size_t n)
{
    const cut_token *t = cut_token_at(doc, at);
    cut_str fold = cut_token_fold(doc, t);
    for (size_t i = 0; t->kind == CUT_TOK_WORD && i < n; i++) {
        if (cut_str_same(fold, words[i]))
            return true;
    }
    return false;
}

/* True if the token is this punctuation character (in its folded form). */
static inline bool cut_token_is(const cut_token *t, uint32_t ch)
{
    return t->kind == CUT_TOK_PUNCT && t->ch == ch;
}

/* A word that could begin a name: capital, or of a script without case. */
static inline bool cut_token_capital(const cut_token *t)
{
    return t->kind == CUT_TOK_WORD && t->shape != CUT_SHAPE_LOWER;
}

/* Records why tokens [from, to) were read as they were. */
void cut_doc_decide(cut_doc *doc, const char *rule, size_t from, size_t to);

#endif
