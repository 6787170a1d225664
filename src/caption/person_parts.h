/* The parts of finding people that the files person*.c share. */
#ifndef CUT_CAPTION_PERSON_PARTS_H
#define CUT_CAPTION_PERSON_PARTS_H

#include "caption/person.h"

/* Score from which a name is taken for a person who is shown. */
#define CUT_PERSON_ENOUGH 50

/* What was learnt about a name on the way to it. */
typedef struct cut_signs {
    bool title;  /* an office was stripped from its front */
    bool thing;  /* a word for a body, venue or event was */
    bool listed; /* it goes on a list of people */
} cut_signs;

/* The token could be a word of a name: a word with a capital, claimed by no other rule. */
bool cut_may_be_name(const cut_doc *doc, size_t at);
/* Behind the last token of the run of such words at `from`, with particles and initials. */
size_t cut_name_run_end(const cut_doc *doc, size_t from);
/* Number of words, parts behind a hyphen not counted. */
size_t cut_name_words(const cut_doc *doc, size_t from, size_t to);
/* Tokens of the longest phrase at `at` that is no part of a name (office, country, body ...); 0 if
 * none begins there. */
size_t cut_not_name_at(const cut_doc *doc, size_t at, size_t end);
/* Past "Jr." or "III" behind a name. */
size_t cut_take_suffix(const cut_doc *doc, size_t at);
/* First token of the name in the run [from, to), or `to` if there is none; notes what was in front.
 */
size_t cut_strip_name(const cut_doc *doc, size_t from, size_t to, cut_signs *signs);

/* An office ends just before `at`. */
bool cut_title_before(const cut_doc *doc, size_t at);
/* ", 34," or "(93)" stands at `at`. */
bool cut_age_behind(const cut_doc *doc, size_t at);
/* "#13" stands at `at`. */
bool cut_jersey_behind(const cut_doc *doc, size_t at);
/* "of Belgium" stands at `at`. */
bool cut_of_behind(const cut_doc *doc, size_t at);
/* Marks the tokens that stand behind a sentence of prose (cut_token.later). */
void cut_mark_later(cut_doc *doc);
/* "portrait of", "supporters of": whoever is named at `at` is not in the picture. */
bool cut_not_shown_before(const cut_doc *doc, size_t at);
/* The run at `from`, whose name is [name, to), cannot be a person's. */
bool cut_no_person(const cut_doc *doc, size_t from, size_t name, size_t to);
/* How much speaks for a person who is shown; see CUT_PERSON_ENOUGH. */
int cut_weigh_person(const cut_doc *doc, const cut_named *who, const cut_signs *signs);

#endif
