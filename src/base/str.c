#include "base/str.h"

bool cut_str_eq(cut_str a, cut_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int cut_str_cmp(cut_str a, cut_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int order = n ? memcmp(a.p, b.p, n) : 0;
    if (order != 0)
        return order;
    return (a.n > b.n) - (a.n < b.n);
}

static bool same_nocase(const char *a, const char *b, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (cut_to_lower(a[i]) != cut_to_lower(b[i]))
            return false;
    return true;
}

bool cut_str_eq_nocase(cut_str a, cut_str b)
{
    return a.n == b.n && same_nocase(a.p, b.p, a.n);
}

bool cut_str_starts(cut_str s, cut_str prefix)
{
    return cut_str_eq(cut_str_slice(s, 0, prefix.n), prefix);
}

bool cut_str_ends(cut_str s, cut_str suffix)
{
    return s.n >= suffix.n && cut_str_eq(cut_str_slice(s, s.n - suffix.n, s.n), suffix);
}

bool cut_str_starts_nocase(cut_str s, cut_str prefix)
{
    return cut_str_eq_nocase(cut_str_slice(s, 0, prefix.n), prefix);
}

bool cut_str_ends_nocase(cut_str s, cut_str suffix)
{
    return s.n >= suffix.n && cut_str_eq_nocase(cut_str_slice(s, s.n - suffix.n, s.n), suffix);
}

/* Of needles up to this length, memchr() finds the first byte many times faster than memmem() looks
 * at two; longer ones could make that slow. */
#define SHORT_NEEDLE 8

/* The needle at `at` or behind, up to `last`, or NULL. */
static const char *find_short(const char *at, const char *last, cut_str needle)
{
    for (; at <= last; at++) {
        at = memchr(at, needle.p[0], (size_t)(last - at) + 1);
        if (!at || memcmp(at, needle.p, needle.n) == 0)
            return at;
    }
    return NULL;
}

size_t cut_str_find(cut_str s, cut_str needle, size_t from)
{
    if (needle.n == 0 || from >= s.n || s.n - from < needle.n)
        return SIZE_MAX;
    const char *hit = needle.n > SHORT_NEEDLE
                          ? memmem(s.p + from, s.n - from, needle.p, needle.n)
                          : find_short(s.p + from, s.p + s.n - needle.n, needle);
    return hit ? (size_t)(hit - s.p) : SIZE_MAX;
}

size_t cut_str_find_nocase(cut_str s, cut_str needle, size_t from)
{
    if (needle.n == 0)
        return SIZE_MAX;
    for (size_t i = from; i + needle.n <= s.n; i++)
        if (same_nocase(s.p + i, needle.p, needle.n))
            return i;
    return SIZE_MAX;
}

size_t cut_str_find_char(cut_str s, char c, size_t from)
{
    if (from >= s.n)
        return SIZE_MAX;
    const char *hit = memchr(s.p + from, c, s.n - from);
    return hit ? (size_t)(hit - s.p) : SIZE_MAX;
}

static bool is_blank(char c)
{
    return cut_is_space(c) || c == '\0';
}

cut_str cut_str_trim(cut_str s)
{
    while (s.n > 0 && is_blank(s.p[0])) {
        s.p++;
        s.n--;
    }
    while (s.n > 0 && is_blank(s.p[s.n - 1]))
        s.n--;
    return s;
}

cut_str cut_str_split(cut_str *rest, char separator)
{
    size_t at = cut_str_find_char(*rest, separator, 0);
    if (at == SIZE_MAX) {
        cut_str all = *rest;
        *rest = (cut_str){NULL, 0};
        return all;
    }
    cut_str head = cut_str_slice(*rest, 0, at);
    *rest = cut_str_slice(*rest, at + 1, rest->n);
    return head;
}

cut_str cut_str_take_line(cut_str *rest)
{
    size_t end = 0;
    while (end < rest->n && rest->p[end] != '\n' && rest->p[end] != '\r')
        end++;
    cut_str line = cut_str_slice(*rest, 0, end);
    if (end < rest->n)
        end += end + 1 < rest->n && rest->p[end] == '\r' && rest->p[end + 1] == '\n' ? 2 : 1;
    *rest = cut_str_slice(*rest, end, rest->n);
    return line;
}

bool cut_str_to_u64(cut_str s, uint64_t *out)
{
    uint64_t value = 0;
    if (!cut_str_all_digits(s))
        return false;
    for (size_t i = 0; i < s.n; i++) {
        unsigned digit = (unsigned)(s.p[i] - '0');
        if (value > (UINT64_MAX - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *out = value;
    return true;
}

size_t cut_u64_put(char *out, uint64_t value)
{
    char digits[20];
    size_t at = sizeof digits;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    memcpy(out, digits + at, sizeof digits - at);
    return sizeof digits - at;
}

bool cut_str_all_alnum(cut_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!cut_is_alnum(s.p[i]))
            return false;
    return s.n > 0;
}

bool cut_str_all_digits(cut_str s)
{
    for (size_t i = 0; i < s.n; i++)
        if (!cut_is_digit(s.p[i]))
            return false;
    return s.n > 0;
}
