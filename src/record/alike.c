#include "record/alike.h"

#include "base/unicode.h"
#include "base/words.h"
#include "record/credit_names.h"

#include <stdlib.h>

/* Words of a name that are compared; names of more words are alike in spelling only. */
#define MAX_WORDS 6

/* A name taken apart. */
typedef struct taken {
    const cut_alike_person *person;
    cut_str folded;
    cut_str words[MAX_WORDS];
    size_t word_count; /* 0 if there are more than MAX_WORDS */
    cut_str ordered;   /* the words in alphabetical order */
    cut_str key;       /* by which names are brought together at the moment */
} taken;

typedef struct finder {
    cut_arena *arena;
    taken *names;
    size_t count;
    cut_suggestions *out;
} finder;

/* ---- taking apart -------------------------------------------------------------------------------
 */

static void sort_words(cut_str *words, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        cut_str word = words[i];
        size_t at = i;
        for (; at > 0 && cut_str_cmp(words[at - 1], word) > 0; at--)
            words[at] = words[at - 1];
        words[at] = word;
    }
}

static bool take_apart(cut_arena *arena, const cut_alike_person *person, taken *out)
{
    cut_str sorted[MAX_WORDS];
    *out = (taken){.person = person};
    out->folded = cut_words_fold(arena, cut_str_from(person->name));
    char *ordered = out->folded.p ? cut_arena_alloc(arena, out->folded.n + 2, 1) : NULL;
    if (!ordered)
        return false;
    cut_str rest = out->folded;
    size_t n = 0;
    for (; rest.p && n < MAX_WORDS; n++)
        out->words[n] = cut_str_split(&rest, ' ');
    out->ordered = (cut_str){ordered, 0};
    if (rest.p)
        return true;
    out->word_count = n;
    memcpy(sorted, out->words, sizeof sorted);
    sort_words(sorted, n);
    for (size_t i = 0; i < n; i++) {
        memcpy(ordered + out->ordered.n, sorted[i].p, sorted[i].n);
        out->ordered.n += sorted[i].n;
        ordered[out->ordered.n++] = ' ';
    }
    return true;
}

/* ---- comparing two ------------------------------------------------------------------------------
 */

static const char *common_agency(const taken *a, const taken *b)
{
    for (size_t i = 0; i < a->person->agencies.n; i++)
        for (size_t k = 0; k < b->person->agencies.n; k++)
            if (strcmp(a->person->agencies.v[i], b->person->agencies.v[k]) == 0)
                return a->person->agencies.v[i];
    return NULL;
}

/* Words that differ; the first of them is *at. */
static size_t other_words(const taken *a, const taken *b, size_t *at)
{
    size_t n = 0;
    for (size_t i = 0; i < a->word_count; i++) {
        if (cut_str_eq(a->words[i], b->words[i]))
            continue;
        if (n++ == 0)
            *at = i;
    }
    return n;
}

/* Bytes that both begin with. */
static size_t common_start(cut_str a, cut_str b)
{
    size_t n = 0;
    while (n < a.n && n < b.n && a.p[n] == b.p[n])
        n++;
    /* Not inside a character. */
    while (n > 0 && n < a.n && ((unsigned char)a.p[n] & 0xC0) == 0x80)
        n--;
    return n;
}

/* The text after one character. */
static cut_str after_one(cut_str s)
{
    size_t at = 0;
    if (s.n > 0)
        cut_utf8_next(s, &at);
    return cut_str_slice(s, at, s.n);
}

/* The first two characters of one are those of the other changed over, and the rest is the same. */
static bool is_swapped(cut_str a, cut_str b)
{
    cut_str a1 = after_one(a), b1 = after_one(b), a2 = after_one(a1), b2 = after_one(b1);
    cut_str first_a = cut_str_slice(a, 0, a.n - a1.n), second_a = cut_str_slice(a1, 0, a1.n - a2.n);
    cut_str first_b = cut_str_slice(b, 0, b.n - b1.n), second_b = cut_str_slice(b1, 0, b1.n - b2.n);
    return second_a.n > 0 && cut_str_eq(first_a, second_b) && cut_str_eq(second_a, first_b) &&
           cut_str_eq(a2, b2);
}

/* One letter is other, missing, or changed over with the next. */
static bool is_typo(cut_str a, cut_str b)
{
    if (cut_utf8_length(a) < 4 || cut_utf8_length(b) < 4)
        return false;
    size_t start = common_start(a, b);
    cut_str x = cut_str_slice(a, start, a.n), y = cut_str_slice(b, start, b.n);
    return cut_str_eq(after_one(x), after_one(y)) || cut_str_eq(after_one(x), y) ||
           cut_str_eq(x, after_one(y)) || is_swapped(x, y);
}

/* ---- suggesting ---------------------------------------------------------------------------------
 */

static size_t initials(const taken *t)
{
    size_t n = 0;
    for (size_t i = 0; i < t->word_count; i++)
        n += cut_utf8_length(t->words[i]) == 1;
    return n;
}

/* The fuller name stays; else the one with more photos; else the first in the alphabet. */
static bool stays(const taken *a, const taken *b)
{
    if (initials(a) != initials(b))
        return initials(a) < initials(b);
    if (a->person->photos != b->person->photos)
        return a->person->photos > b->person->photos;
    return strcmp(a->person->name, b->person->name) < 0;
}

static bool suggest(finder *f, const taken *a, const taken *b, cutline_alike why)
{
    const taken *into = stays(a, b) ? a : b, *from = into == a ? b : a;
    cutline_suggestion s = {.from = from->person->name,
                            .into = into->person->name,
                            .from_photos = from->person->photos,
                            .into_photos = into->person->photos,
                            .why = why,
                            .agency = common_agency(a, b)};
    return CUT_PUSH(f->arena, f->out, s);
}

/* Each pass brings names together by a key and looks at every pair that has it. False if memory
 * runs out. */
typedef bool (*pair_fn)(finder *f, const taken *a, const taken *b);

static bool if_spelling(finder *f, const taken *a, const taken *b)
{
    return suggest(f, a, b, CUTLINE_ALIKE_SPELLING);
}

static bool if_order(finder *f, const taken *a, const taken *b)
{
    return cut_str_eq(a->folded, b->folded) || suggest(f, a, b, CUTLINE_ALIKE_ORDER);
}

/* a and b end in the same word. */
static bool if_near_in_front(finder *f, const taken *a, const taken *b)
{
    size_t at = 0;
    if (a->word_count != b->word_count || other_words(a, b, &at) != 1 || !common_agency(a, b))
        return true;
    cut_str x = a->words[at], y = b->words[at];
    if (cut_is_initial_of(x, y) || cut_is_initial_of(y, x))
        return suggest(f, a, b, CUTLINE_ALIKE_INITIAL);
    return !is_typo(x, y) || suggest(f, a, b, CUTLINE_ALIKE_TYPO);
}

/* a and b begin with the same word; what differs elsewhere than in the last was found before. */
static bool if_near_at_end(finder *f, const taken *a, const taken *b)
{
    size_t at = 0, last = a->word_count - 1;
    if (a->word_count != b->word_count || other_words(a, b, &at) != 1 || at != last)
        return true;
    return !is_typo(a->words[last], b->words[last]) || !common_agency(a, b) ||
           suggest(f, a, b, CUTLINE_ALIKE_TYPO);
}

static int by_key(const void *left, const void *right)
{
    const taken *a = left, *b = right;
    int order = cut_str_cmp(a->key, b->key);
    return order ? order : strcmp(a->person->name, b->person->name);
}

/* Names without a key are left out. */
static bool pass(finder *f, pair_fn look)
{
    qsort(f->names, f->count, sizeof f->names[0], by_key);
    for (size_t i = 0; i < f->count; i++)
        for (size_t k = i + 1;
             k < f->count && f->names[i].key.n > 0 && cut_str_eq(f->names[i].key, f->names[k].key);
             k++)
            if (!look(f, &f->names[i], &f->names[k]))
                return false;
    return true;
}

static bool all_passes(finder *f)
{
    for (size_t i = 0; i < f->count; i++)
        f->names[i].key = f->names[i].folded;
    if (!pass(f, if_spelling))
        return false;
    for (size_t i = 0; i < f->count; i++)
        f->names[i].key = f->names[i].ordered;
    if (!pass(f, if_order))
        return false;
    cut_str none = {"", 0};
    for (size_t i = 0; i < f->count; i++)
        f->names[i].key =
            f->names[i].word_count > 1 ? f->names[i].words[f->names[i].word_count - 1] : none;
    if (!pass(f, if_near_in_front))
        return false;
    for (size_t i = 0; i < f->count; i++)
        f->names[i].key = f->names[i].word_count > 1 ? f->names[i].words[0] : none;
    return pass(f, if_near_at_end);
}

static int by_reason(const void *left, const void *right)
{
    const cutline_suggestion *a = left, *b = right;
    if (a->why != b->why)
        return a->why < b->why ? -1 : 1;
    int order = strcmp(a->into, b->into);
    return order ? order : strcmp(a->from, b->from);
}

bool cut_alike_find(cut_arena *arena, const cut_alike_people *people, cut_suggestions *out)
{
    finder f = {.arena = arena, .count = people->n, .out = out};
    f.names = CUT_NEW_ARRAY(arena, taken, people->n);
    if (!f.names)
        return false;
    for (size_t i = 0; i < people->n; i++)
        if (!take_apart(arena, &people->v[i], &f.names[i]))
            return false;
    if (!all_passes(&f))
        return false;
    if (out->n > 1)
        qsort(out->v, out->n, sizeof out->v[0], by_reason);
    return true;
}
