/* Words of which captions are put together. */
#ifndef CUT_BENCH_WORDS_H
#define CUT_BENCH_WORDS_H

enum {
    BENCH_PLACES = 32,
    BENCH_TOPICS = 24,
    BENCH_GIVEN = 40,
    BENCH_FAMILY = 64,
    BENCH_OFFICES = 16,
    BENCH_ENDINGS = 16,
    BENCH_KEYWORDS = 48
};

extern const char *const bench_places[BENCH_PLACES][3]; /* city, country, its code */
extern const char *const bench_topics[BENCH_TOPICS][3]; /* does what, to what, slug */
extern const char *const bench_given[BENCH_GIVEN];
extern const char *const bench_family[BENCH_FAMILY];
extern const char *const bench_offices[BENCH_OFFICES];
extern const char *const bench_endings[BENCH_ENDINGS];
extern const char *const bench_keywords[BENCH_KEYWORDS];

#endif
