/*
 * The rules, in the order in which they are applied to a caption. Each looks at tokens that no
 * earlier rule has claimed (cut_token.zone), marks what it claims, and fills in its part of the
 * result.
 */
#ifndef CUT_CAPTION_GRAMMAR_H
#define CUT_CAPTION_GRAMMAR_H

#include "caption/lexicon.h"
#include "caption/values.h"

/* Sets of roles and restrictions: bit n stands for value n of the enum. */
typedef uint32_t cut_set;

/* A date as written; day or month are 0 where they are not said. */
typedef struct cut_when {
    unsigned year, month, day;
    size_t from, to; /* tokens */
} cut_when;

/* Language of the caption, by its script and its small words. */
cut_language cut_find_language(const cut_doc *doc);
/* ISO 639-1 code; "und" for CUT_LANG_UND. */
const char *cut_language_code(cut_language language);

/* Marks where sentences, lines and columns begin. */
void cut_mark_starts(cut_doc *doc);

/* Token of the bracket that closes the one at `open` before `end`, or SIZE_MAX. */
size_t cut_bracket_end(const cut_doc *doc, size_t open, size_t end);

/* The restriction whose words begin at a token, and how many tokens they are; 0 if there is none,
 * or if it is part of something else. */
size_t cut_restriction_at(const cut_doc *doc, size_t at, unsigned *kind);
/* What a restriction is called: "no_archive". Static. */
const char *cut_restriction_name(cut_restriction kind);
/* The OUT before which a territory, medium or title stands; not that of "SOLD OUT". */
bool cut_is_out(const cut_doc *doc, size_t at);

/* Finds restrictions and other notices and marks them as boilerplate. */
cut_set cut_mark_notices(cut_doc *doc);
/* Marks FILE PHOTO, TOPSHOT and the like in front. True if the picture is said to be an old one. */
bool cut_mark_prefix(cut_doc *doc);
/* The caption's own words say that the picture is an old one ("File photo dated ..."). */
bool cut_says_file(const cut_doc *doc);
/* After the credits are known: marks what the wire wrote in front for itself, "ITAR-TASS 31:". */
void cut_mark_head(cut_doc *doc);
/* After the credits are known: marks what stands behind them and is no caption; returns the
 * restrictions found there. */
cut_set cut_mark_tail(cut_doc *doc);

/* Roles that words of the caption give to the credit ("obtained from social media"). */
cut_set cut_find_hints(const cut_doc *doc);

/* Finds the date the picture was taken: "2016-05-02", "2015-08", or leaves *date alone. Marks the
 * tokens of all dates. False if memory runs out. */
bool cut_find_date(cut_doc *doc, const char **date);

/* Reads the date with its year that begins at a token: "May 2, 2016", "2016-05-02", "August 2015".
 * False if none does. */
bool cut_date_at(const cut_doc *doc, size_t at, cut_when *w);
/* The same of a day without its year, which is 0: "12 May", "May 12", "12.05.", "12/05". */
bool cut_day_at(const cut_doc *doc, size_t at, cut_when *w);

/* What a run of words names. */
typedef enum cut_name_kind { CUT_NAME_PERSON, CUT_NAME_PERHAPS, CUT_NAME_BODY } cut_name_kind;
/* Person or body, from the words of tokens [from, to) alone; PERHAPS is two to four words that
 * could be either. */
cut_name_kind cut_classify_name(const cut_doc *doc, size_t from, size_t to);

/* The text without what was claimed as credit, prefix or notice; NULL if memory runs out. */
const char *cut_clean_caption(cut_doc *doc);

/* Names in natural case (name_case.c): people, and bodies ("PRESIDENCY OF COLOMBIA"). */
cut_str cut_body_natural_case(cut_arena *arena, cut_str name);

#endif
