#include "check/weekday.h"
#include "base/unicode.h"
#include "check/weekday_table.h"

#include <stdlib.h>

const char *cut_weekday_name(int day)
{
    static const char *const names[] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                        "Friday", "Saturday", "Sunday"};
    return names[day];
}

static int day_of_word(cut_arena *arena, cut_str word)
{
    cut_str folded = cut_uc_fold(arena, word);
    for (size_t i = 0; folded.p && i < cut_weekday_count; i++)
        if (cut_str_eq(folded, cut_str_from(cut_weekdays[i].name)))
            return cut_weekdays[i].day;
    return -1;
}

/* A run of letters from *at on, or the empty text if there is none before `end`. */
static cut_str next_word(cut_str text, size_t *at, size_t end)
{
    size_t start = *at, here = *at;
    bool in_word = false;
    while (here < end) {
        size_t next = here;
        bool letter = cut_uc_is_letter_or_mark(cut_utf8_next(text, &next));
        if (letter && !in_word)
            start = here;
        if (!letter && in_word)
            break;
        in_word = in_word || letter;
        here = next;
    }
    *at = here;
    return in_word ? cut_str_slice(text, start, here) : (cut_str){NULL, 0};
}

/* The last letters before a byte: "Monday" of "on Monday, ". */
static cut_str word_before(cut_str text, size_t at)
{
    size_t end = at;
    while (at > 0) {
        size_t here = at;
        if (cut_uc_is_letter_or_mark(cut_utf8_prev(text, &here)))
            break;
        at = here;
    }
    end = at;
    while (at > 0) {
        size_t here = at;
        if (!cut_uc_is_letter_or_mark(cut_utf8_prev(text, &here)))
            break;
        at = here;
    }
    return cut_str_slice(text, at, end);
}

int cut_weekday_beside(cut_arena *arena, cut_str text, size_t from, size_t to, size_t *at)
{
    cut_str word = word_before(text, from);
    int day = day_of_word(arena, word);
    size_t here = from;
    while (day < 0 && here < to && (word = next_word(text, &here, to)).n > 0)
        day = day_of_word(arena, word);
    if (day < 0) {
        here = to;
        word = next_word(text, &here, text.n);
        /* "May 2, 2016 Monday", not "May 2, 2016. Monday was ..." */
        bool near = word.n > 0 && (size_t)(word.p - text.p) <= to + 2;
        day = near && text.p[to] != '.' ? day_of_word(arena, word) : -1;
    }
    if (day >= 0)
        *at = (size_t)(word.p - text.p);
    return day;
}
