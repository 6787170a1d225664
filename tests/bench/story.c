#include "bench/story.h"

#include "bench/random.h"
#include "bench/words.h"

#include <stdio.h>

static void set_names(story *s, uint64_t *state)
{
    static const char base36[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    char code[8] = {0};
    /* 36^5 is more than any number asked for, so that every number has a code of its own. */
    for (unsigned i = 5, rest = s->number; i-- > 0; rest /= 36)
        code[i] = base36[rest % 36];
    s->agency = (story_agency)random_below(state, STORY_AGENCIES);
    switch (s->agency) {
    case STORY_REUTERS:
        snprintf(s->id, sizeof s->id, "RTX%s", code);
        snprintf(s->file, sizeof s->file, "%s.jpg", s->id);
        break;
    case STORY_AP:
        snprintf(s->id, sizeof s->id, "16123%09u", s->number);
        snprintf(s->file, sizeof s->file, "AP_%s.jpg", s->id);
        break;
    default:
        snprintf(s->id, sizeof s->id, "1F%s", code);
        snprintf(s->file, sizeof s->file, "000_%s.jpg", s->id);
    }
}

static void set_times(story *s, uint64_t *state)
{
    unsigned year = 2005 + random_below(state, 19), month = 1 + random_below(state, 12);
    unsigned day = 1 + random_below(state, 28), hour = random_below(state, 24);
    unsigned minute = random_below(state, 60), second = random_below(state, 60);
    snprintf(s->exif_time, sizeof s->exif_time, "%04u:%02u:%02u %02u:%02u:%02u", year, month, day,
             hour, minute, second);
    snprintf(s->iim_date, sizeof s->iim_date, "%04u%02u%02u", year, month, day);
    snprintf(s->iim_time, sizeof s->iim_time, "%02u%02u%02u+0000", hour, minute, second);
    snprintf(s->xmp_time, sizeof s->xmp_time, "%04u-%02u-%02uT%02u:%02u:%02u+00:00", year, month,
             day, hour, minute, second);
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    snprintf(s->day, sizeof s->day, "%s %u, %u", months[month - 1], day, year);
}

static void set_texts(story *s, uint64_t *state)
{
    const char *const *place = bench_places[random_below(state, BENCH_PLACES)];
    const char *const *topic = bench_topics[random_below(state, BENCH_TOPICS)];
    const char *given = bench_given[random_below(state, BENCH_GIVEN)];
    const char *family = bench_family[random_below(state, BENCH_FAMILY)];
    const char *person = bench_given[random_below(state, BENCH_GIVEN)];
    const char *person_family = bench_family[random_below(state, BENCH_FAMILY)];
    static const char *const owners[] = {"REUTERS/", "AP Photo/", "AFP/"};
    static const char *const names[] = {"REUTERS", "AP", "AFP"};
    s->city = place[0];
    s->country = place[1];
    s->code = place[2];
    snprintf(s->byline, sizeof s->byline, "%s %s", given, family);
    snprintf(s->headline, sizeof s->headline, "%s %s %s in %s", person, person_family, topic[0],
             s->city);
    snprintf(s->slug, sizeof s->slug, "%s-%s", s->code, topic[2]);
    const char *credit = owners[s->agency];
    snprintf(s->credit, sizeof s->credit, "%s", names[s->agency]);
    bool brackets = s->agency == STORY_AP;
    snprintf(s->caption, sizeof s->caption,
             "%s %s, %s, %s %s in %s, %s, %s. %s Picture %u of the set. %s%s%s%s", person,
             person_family, bench_offices[random_below(state, BENCH_OFFICES)], topic[0], topic[1],
             s->city, s->country, s->day, bench_endings[random_below(state, BENCH_ENDINGS)],
             s->number, brackets ? "(" : "", credit, s->byline, brackets ? ")" : "");
    snprintf(s->source, sizeof s->source, "X%05u", s->number % 100000);
    for (size_t i = 0; i < 4; i++)
        s->keywords[i] = bench_keywords[random_below(state, BENCH_KEYWORDS)];
}

void story_make(story *s, unsigned number)
{
    uint64_t state = number;
    *s = (story){.number = number};
    set_names(s, &state);
    set_times(s, &state);
    set_texts(s, &state);
    s->iso = 100u << random_below(&state, 6);
    s->shutter = 60u << random_below(&state, 6);
}
