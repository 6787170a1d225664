#include "base/str.h"

#include <cutline/nearest.h>

/* Longer names are compared by their first letters only: no name that people type is longer, and
 * the tables below stay on the stack. */
#define NAME_MAX_LETTERS 48

static size_t min_of(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Mistakes between two texts: optimal string alignment distance (Damerau 1964), three rows of the
 * usual matrix at a time. */
static size_t mistakes(cut_str a, cut_str b)
{
    size_t rows[3][NAME_MAX_LETTERS + 1];
    size_t *before = rows[0], *last = rows[1], *now = rows[2];
    for (size_t j = 0; j <= b.n; j++)
        before[j] = last[j] = j;
    for (size_t i = 1; i <= a.n; i++) {
        now[0] = i;
        for (size_t j = 1; j <= b.n; j++) {
            char x = cut_to_lower(a.p[i - 1]), y = cut_to_lower(b.p[j - 1]);
            now[j] = min_of(last[j - 1] + (x != y), min_of(last[j], now[j - 1]) + 1);
            if (i > 1 && j > 1 && x == cut_to_lower(b.p[j - 2]) && y == cut_to_lower(a.p[i - 2]))
                now[j] = min_of(now[j], before[j - 2] + 1);
        }
        size_t *free_row = before;
        before = last;
        last = now;
        now = free_row;
    }
    return last[b.n];
}

const char *cutline_nearest(const char *typed, cutline_name_fn name_at, const void *context)
{
    cut_str wrong = cut_str_slice(cut_str_from(typed), 0, NAME_MAX_LETTERS);
    const char *best = NULL;
    /* One mistake is forgiven in a short name, too, but some letter must be right. */
    size_t too_many = wrong.n < 3 ? wrong.n : wrong.n / 3 + 1;
    const char *name;
    for (size_t i = 0; (name = name_at(i, context)) != NULL; i++) {
        cut_str other = cut_str_slice(cut_str_from(name), 0, NAME_MAX_LETTERS);
        /* Each letter that one has more is a mistake: of a long list few names are compared. */
        if (other.n >= wrong.n + too_many || wrong.n >= other.n + too_many)
            continue;
        size_t n = mistakes(wrong, other);
        if (n < too_many) {
            best = name;
            too_many = n;
        }
    }
    return best;
}
