#include "record/boilerplate.h"

static bool is_like(char pattern, char c)
{
    return pattern == '#' ? cut_is_digit(c) : cut_to_lower(pattern) == cut_to_lower(c);
}

bool cut_pattern_matches(cut_str text, const char *pattern)
{
    size_t i = 0, retry = SIZE_MAX;
    const char *p = pattern, *star = NULL;
    while (i < text.n) {
        if (*p == '*') {
            star = ++p;
            retry = i;
        } else if (*p && is_like(*p, text.p[i])) {
            p++;
            i++;
        } else if (star) {
            p = star;
            i = ++retry;
        } else {
            return false;
        }
    }
    while (*p == '*')
        p++;
    return *p == '\0';
}

/* Nothing that a camera writes is longer; keeps the patterns away from long captions. */
#define LONGEST 80

bool cut_is_boilerplate(const char *const *patterns, cut_str text)
{
    cut_str s = cut_str_trim(text);
    if (s.n > LONGEST)
        return false;
    for (; *patterns; patterns++)
        if (cut_pattern_matches(s, *patterns))
            return true;
    return false;
}
