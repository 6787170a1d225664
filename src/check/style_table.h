/* The lists of style_table.c; words are separated by blanks. */
#ifndef CUT_CHECK_STYLE_TABLE_H
#define CUT_CHECK_STYLE_TABLE_H

#include <stddef.h>

/* English verbs of captions in the present tense, and forms that are nothing but the simple past:
 * "held" and "damaged" may be participles and are not among them. */
extern const char cut_present_verbs[];
extern const char cut_past_verbs[];
/* Words that begin a clause whose verb is not the sentence's. */
extern const char cut_clause_words[];

/* Words of a language for the days around the one on which somebody wrote. */
typedef struct cut_relative_day {
    const char *language; /* ISO 639-1 */
    const char *words;
} cut_relative_day;
extern const cut_relative_day cut_relative_days[];
extern const size_t cut_relative_day_count;

/* Cities that stand alone in captions, without a country or state. */
extern const char *const cut_alone_cities[];
extern const size_t cut_alone_city_count;

#endif
